import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.characters import clean, clean_line, display_host, fold, safe_url

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
# Text as articles and attackers write it: all of Unicode, with the interesting parts more often.
SPECIAL = (
    "aeAEéœŒæßﬁﬃ…« »‹›“”„'’`´-–—\u00ad\u200b\u200d\u00a0\u202f\u2009 \t\n\r\x00\x07\x1b\x7f\x85\x9b"
    "\u2028\u202e\u2066\u2069\u200e\ufeff\ud800\udfff\U000e0041\u0300\u0316\u0327\u0344Йй한"
    "\u1112\u1161\u11abがかָשﷺقُİıΣς①"
)
TEXT = st.text(st.one_of(st.sampled_from(SPECIAL), st.characters()), max_size=60)
CLEAN = TEXT.map(clean)


# --- clean ----------------------------------------------------------------------------------


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_clean_is_a_door(text: str) -> None:
    cleaned = clean(text)
    assert not FORBIDDEN.search(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) is cleaned
    cleaned.encode("utf-8")


def test_clean_takes_every_code_point_alone() -> None:
    everything = clean(" ".join(map(chr, range(0x110000))))
    assert not FORBIDDEN.search(everything)
    assert clean(everything) is everything


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\rc\r\r\nd", "a\nb\nc\n\nd"),
        ("\x1b]0;x\x07", "␛]0;x␇"),
        ("\x00\x08\x0b\x0c\x0e\x1f\x7f", "␀␈␋␌␎␟␡"),
        ("\x80\x85\x9b31m\x9f", "\ufffd\ufffd\ufffd31m\ufffd"),
        ("a\u2028b\u2029c", "a␤b␤c"),
        ("\u202eevil\u202c \u2066x\u2069", "\ufffdevil\ufffd \ufffdx\ufffd"),
        ("\u200eleft\u200f\u061c", "\u200eleft\u200f\u061c"),
        ("a\ud800b", "a\ufffdb"),
        ("🏴\U000e0067\U000e007f", "🏴\ufffd\ufffd"),
        ("a\ufeffb", "a\u2060b"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("e\u0301", "é"),
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_clean(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_clean_text_is_returned_as_it_is() -> None:
    text = "L’annonce « de mardi »\u202f: 30\u00a0milliards…\n" * 10
    assert clean(text) is text


def test_clean_line_has_one_line() -> None:
    assert clean_line("a\tb\r\nc\x1b") == "a b c␛"


def test_runs_of_marks_are_bounded_before_they_are_sorted() -> None:
    # Sorting these would take a quarter of an hour.
    text = "a" + "\u0301\u0316" * 200_000
    begin = time.process_time()
    cleaned = clean(text)
    assert time.process_time() - begin < 5
    assert clean(cleaned) is cleaned
    assert max(map(len, re.findall("[\u0300-\u036f]+", cleaned))) <= 30


def test_marks_in_measure_are_kept() -> None:
    assert clean("e" + "\u0316\u0301" * 15) == "é" + "\u0316" * 15 + "\u0301" * 14


# --- fold -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("L’été À Noël", "l'ete a noel"),
        ("‘a’ ʼb′ `c´", "'a' 'b' 'c'"),
        ("“a” „b“ ‹c›", '"a" "b" "c"'),
        ("20–25 — peut‑être − 3", "20-25 - peut-etre - 3"),
        ("a\u00a0b\u202fc\u2009d\u3000e\nf\tg", "a b c d e f g"),
        ("a \u200b\u00a0 \n b", "a b"),
        (" \u00ada  b  ", " a b "),
        ("co\u00adopé\u200bration\u2060", "cooperation"),
        ("ﬁn eﬃcace Œuvre æon Straße ǆ ĳ", "fin efficace oeuvre aeon strasse dz ij"),
        ("ＡＢＣ１２３ ２０", "abc123 20"),
        ("Bon…", "bon..."),
        ("½ m² №", "1/2 m2 no"),
        ("ΑΘΉΝΑΣ Αθήνας", "αθηνασ αθηνασ"),
        ("Ёлка Йод", "елка йод"),
        ("한글 हिन्दी ที่", "한글 हिन्दी ที่"),
        ("שָׁלוֹם مُحَمَّد أحـمد", "שלום محمد احمد"),
        ("がガ", "がガ"),
        ("Ångström Łódź Øre đ ı İ", "angstrom lodz ore d i i"),
        ("¨ x", "¨ x"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(clean(text)).text == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("dit « nous »,", 'dit "nous",'),
        ("dit «\u00a0nous\u202f».", 'dit "nous".'),
        ("(« nous »)", '("nous")'),
        ("«  »", '""'),
        ("« … a »", '"... a"'),
        (" » a «", '" a "'),
        ("er sagte »ja« und", 'er sagte "ja" und'),
        ("han sa »hej» och", 'han sa "hej" och'),
        ("« un « deux » trois »", '"un "deux" trois"'),
        ("un » deux", 'un" deux'),
    ],
)
def test_guillemets_swallow_the_space_inside(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_case_is_kept_when_asked() -> None:
    assert fold("L’Été ŒUVRE Œuvre Straße", case=True).text == "L'Ete OeUVRE Oeuvre Strasse"


def test_nul_is_a_wall() -> None:
    assert fold("a \0 b« \0 »").text == 'a \0 b" \0"'


@settings(max_examples=300, deadline=None)
@given(CLEAN, st.booleans())
def test_way_back_is_monotonic_and_covers_all(text: str, case: bool) -> None:
    folded = fold(text, case)
    size = len(folded.text)
    offsets = [folded.offset(i) for i in range(size + 1)]
    assert offsets == sorted(offsets)
    assert offsets[size] == len(text)
    assert all(0 <= offset <= len(text) for offset in offsets)
    for i in range(size):
        start, end = folded.range(i, i + 1)
        assert start == offsets[i]
        assert start < end


@settings(max_examples=300, deadline=None)
@given(CLEAN, st.booleans(), st.data())
def test_what_a_range_covers_folds_to_what_was_asked(
    text: str, case: bool, data: st.DataObject
) -> None:
    folded = fold(text, case)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.range(start, end)
    wanted = folded.text[start:end]
    # Guillemets and spaces look at their neighbours, so a slice may keep a space more.
    assert wanted.replace(" ", "") in fold(text[first:last], case).text.replace(" ", "")


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("aabﬀé\u00ad\u0323 …œ«\n"), max_size=40).map(clean), st.data())
def test_found_ranges_are_those_of_the_positions(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    wanted = folded.text[start : start + data.draw(st.integers(0, 3))]
    expected: list[tuple[int, int]] = []
    for match in re.finditer(re.escape(wanted), folded.text) if wanted else ():
        first, last = folded.range(*match.span())
        if not expected or first >= expected[-1][1]:
            expected.append((first, last))
    assert list(folded.find(wanted)) == expected


@settings(max_examples=200, deadline=None)
@given(CLEAN, st.booleans())
def test_fold_is_what_its_characters_fold_to(text: str, case: bool) -> None:
    alone = "".join(fold(character, case).text for character in text)
    assert fold(text, case).text.replace(" ", "") == alone.replace(" ", "")


def test_many_kinds_of_characters_take_the_other_way() -> None:
    text = clean("".join(map(chr, range(0xA1, 0x24F))) + " Œuvre « x »")
    folded = fold(text)
    for index, character in enumerate(text):
        if character.isalpha():
            alone = fold(character).text
            assert alone in {folded.text[i : i + len(alone)] for i in range(len(folded.text))
                             if folded.offset(i) == index}  # fmt: skip
    assert folded.text.endswith('oeuvre "x"')


def test_every_code_point_folds_to_a_fixed_point() -> None:
    for case in (False, True):
        for first in range(0, 0x20000, 0x1000):
            text = clean("\n".join(map(chr, range(first, first + 0x1000))))
            once = fold(text, case).text
            assert fold(once, case).text == once


def test_ligatures_and_marks_are_covered_whole() -> None:
    text = "xﬃy\u0323\u0307z"
    folded = fold(text)
    assert folded.text == "xffiyz"
    assert [folded.range(1, i) for i in (2, 3, 4)] == [(1, 2)] * 3
    assert folded.range(4, 5) == (2, len(text) - 1)


def test_nothing_to_map_means_no_map() -> None:
    folded = fold("Déjà vu, n’est-ce pas ?")
    assert folded.range(5, 7) == (5, 7)
    assert folded.range(3, 3) == (3, 3)


# --- addresses ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=c#d",
        "http://user@example.org:8080/",
        "https://[::1]:80/x",
        "https://société.fr/é",
        "mailto:a@example.org?subject=x",
        "#section-1",
        "notes/other.md",
        "../other.md#x",
        "./a:b",
        "?page=2",
    ],
)
def test_safe_urls_are_kept(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "ftp://example.org/",
        "file:///etc/passwd",
        "/etc/passwd",
        "foo:bar",
        "-rf",
        "--help",
        "http:",
        "http:example.org",
        "http://",
        "https:///path",
        "https://user@/x",
        "https://:80/",
        "https://-oProxyCommand=x/",
        "https://exa mple.org/",
        "https://example.org/a b",
        " https://example.org/",
        "https://example.org/\n",
        "java\tscript:alert(1)",
        "https://example.org/\x1b[31m",
        "https://example.org/\u202egpj",
        "https://example.org/\u200b",
        "https://example.org/\x9b",
        "https://good.example\\@evil.example/",
        "\\\\host\\share",
        "https://evil.c℀.example/",
        "https://%65vil.example/",
        "mailto:",
        "https://" + "a" * 260 + "/",
        "https://example.org/\ud800",
    ],
)
def test_other_urls_are_refused(url: str) -> None:
    assert safe_url(url) == ""


def test_scheme_is_completed_and_lowered() -> None:
    assert safe_url("HTTPS://Example.org/A") == "https://Example.org/A"
    assert safe_url("//example.org/x") == "https://example.org/x"


def test_local_articles_may_link_to_files() -> None:
    assert safe_url("file:///home/a.md", local=True) == "file:///home/a.md"
    assert safe_url("/home/a.md", local=True) == "/home/a.md"
    assert safe_url("file://server/share", local=True) == ""
    assert safe_url("file:relative", local=True) == ""
    assert safe_url("javascript:x", local=True) == ""


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=20), st.sampled_from(["", "http:", "https://", "mailto:", "//", "-"]))
def test_safe_url_gives_nothing_unsafe(rest: str, start: str) -> None:
    url = safe_url(start + rest)
    assert clean(url) == url or not unicodedata.is_normalized("NFC", url)
    assert not re.search(r"\s|\\", url)
    assert not url.startswith(("-", "/", "file:"))
    assert safe_url(url) == url


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Example.ORG/x", "example.org"),
        ("https://google.com@evil.example/x", "evil.example"),
        ("https://evil.example#@google.com", "evil.example"),
        ("https://evil.example?@google.com", "evil.example"),
        ("http://example.org:8080", "example.org:8080"),
        ("https://société.fr/", "société.fr"),
        ("https://\u0430pple.com/", "xn--pple-43d.com"),
        ("https://ｅｖｉｌ。example/", "evil.example"),
        ("mailto:a@example.org?subject=b@c", "example.org"),
        ("#x", ""),
        ("a/b", ""),
        ("https://" + "".join(map(chr, range(0x4E00, 0x9000))), ""),
        ("https://x\x1b/", ""),
    ],
)
def test_display_host_is_where_a_link_leads(url: str, host: str) -> None:
    assert display_host(url) == host
