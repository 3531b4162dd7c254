from pathlib import Path

import pyphen
import pytest

from reader.typeset import hyphenate
from reader.typeset.hyphenate import SHIPPED, Hyphenator, Patterns, decode, load, pack, shipped

_WORDS = {
    "fr": "intelligence développement anticonstitutionnellement ordinateur capacité fournisseurs "
    "restructuration médicaments gouvernement extraordinairement été œuvre",
    "en": "hyphenation algorithm intelligence typesetting universally associate declination "
    "table project present extraordinarily partnership",
    "de": "silbentrennung universität entwicklung künstliche rechenzentrum "
    "donaudampfschifffahrtsgesellschaft",
    "es": "inteligencia desarrollo extraordinariamente",
    "ru": "предложение университет искусственный",
    "nl": "lettergrepen ontwikkeling",
    "pt": "inteligência desenvolvimento",
    "it": "straordinariamente",
}
_NAMES = {"en": "en_US", "de": "de_DE", "pt": "pt_PT"}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(hyphenate.sys, "platform", "linux")
    return tmp_path / "reader" / "hyphenation"


@pytest.mark.parametrize("lang", ["fr", "en", "es", "ru", "nl", "pt", "it"])
def test_breaks_are_those_of_pyphen(lang: str) -> None:
    patterns = load(lang)
    assert patterns is not None
    other = pyphen.Pyphen(lang=_NAMES.get(lang, lang), left=2, right=3)
    for word in _WORDS[lang].split():
        assert patterns.breaks(word) == other.positions(word), word


def test_a_few_words_by_hand() -> None:
    french = Hyphenator("fr")
    assert french.breaks("développement") == (2, 4, 7, 9)
    assert french.breaks("(Développement),") == (3, 5, 8, 10)
    assert french.breaks("l’intelligence") == (4, 7, 9)
    assert Hyphenator("en").breaks("hyphenation") == (2, 6)


@pytest.mark.parametrize(
    "word", ["OpenAI", "ANTHROPIC", "mot2passe", "H100développement", "porte-avions", "sera", "été"]
)
def test_what_is_never_hyphenated(word: str) -> None:
    assert Hyphenator("fr").breaks(word) == ()


def test_a_long_part_of_a_compound_is_hyphenated() -> None:
    assert Hyphenator("fr").breaks("franco-intercontinental") != ()


@pytest.mark.parametrize("name", sorted(set(SHIPPED.values())))
def test_the_patterns_that_come_along_are_those_of_pyphen(name: str) -> None:
    source = Path(pyphen.__file__).parent / "dictionaries" / f"hyph_{name}.dic"
    file = Path(shipped(name))
    assert file.read_bytes() == pack(decode(source.read_bytes())), "run tools/hyphenation.py"
    assert "icen" in file.with_suffix(".txt").read_text(encoding="utf-8")  # (its terms)


def test_german_by_hand() -> None:
    german = load("de-AT")
    assert german is not None
    assert german.breaks("silbentrennung") == [3, 6, 10]
    assert german.breaks("rechenzentrum") == [2, 6, 9]


@pytest.mark.parametrize("tag", ["fr-CA", "en", "en-GB", "en_AU", "de", "DE-ch", "es-MX", "it"])
def test_what_comes_along_needs_no_cache(cache: Path, tag: str) -> None:
    assert load(tag) is not None
    assert not cache.exists()


def test_without_what_comes_along_the_cache_serves(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hyphenate, "shipped", lambda name: str(cache / "missing"))
    patterns = load("it")
    assert patterns is not None
    assert patterns.breaks("straordinario") == [6, 8, 10]
    assert [path.name.split("-")[0] for path in cache.iterdir()] == ["it_IT"]


@pytest.mark.parametrize(
    ("tag", "name"), [("pt", "pt_PT"), ("pt-BR", "pt_BR"), ("nl-BE", "nl_NL"), ("ru", "ru_RU")]
)
def test_tags_fall_back(cache: Path, tag: str, name: str) -> None:
    assert load(tag) is not None
    assert [path.name.split("-")[0] for path in cache.iterdir()] == [name]


@pytest.mark.parametrize("tag", ["", "ja", "xx-YY", "../fr", "-", "_"])
def test_unknown_languages_are_not_hyphenated(tag: str) -> None:
    assert Hyphenator(tag).breaks("développement") == ()


def test_the_cache_is_used_rebuilt_and_done_without(cache: Path) -> None:
    assert load("nl") is not None
    (file,) = cache.iterdir()
    good = file.read_bytes()
    for damaged in (b"", b"x", good[:-1], good[:200] + b"#" + good[201:], good.replace(b" ", b"")):
        file.write_bytes(damaged)
        patterns = load("nl")
        assert patterns is not None
        assert patterns.breaks("lettergrepen") == [3, 6, 9]
        assert file.read_bytes() == good
    file.write_bytes(pack("UTF-8\n1zz\n"))
    patterns = load("nl")
    assert patterns is not None
    assert patterns.breaks("lettergrepen") == []  # it was read, not built again
    assert [path.name for path in cache.iterdir()] == [file.name]


def test_no_folder_for_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(occupied))
    assert Hyphenator("nl").breaks("lettergrepen") == (3, 6, 9)


def test_breaks_that_change_the_spelling_are_left_out() -> None:
    patterns = Patterns(pack("UTF-8\na1b\nb1sc/sz=sc,1,2\n"))
    assert patterns.breaks("aaabbb") == [3]
    assert patterns.breaks("bbbscb") == []


def test_pyphen_is_not_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(hyphenate.sys.modules, "pyphen")
    assert load("fr") is not None
    assert "pyphen" not in hyphenate.sys.modules
