"""What is a figure of a text and what is none, sentence by sentence in seven languages.

The sentences stand in `mentions/xx.txt`, each with the mentions expected of it below it:
value | kind | low | high | bound | unit.
"""

import itertools
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.model import Block, Document, Metadata, Span
from reader.facts.language import languages
from reader.facts.mentions import MAX_TEXT, mentions
from reader.facts.model import Fact
from reader.facts.numbers import numerals, read_digits
from reader.facts.periods import periods
from reader.formats.source import Source

_FOLDER = Path(__file__).parent / "mentions"
Expected = tuple[str, ...]


def _document(text: str) -> Document:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return Document(Metadata(), iter([(text, blocks)]))


def _table(lang: str) -> "list[tuple[str, list[Expected]]]":
    table: list[tuple[str, list[Expected]]] = []
    for line in (_FOLDER / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            table[-1][1].append(tuple(part.strip() for part in line.split("|")))
        else:
            table.append((line, []))
    return table


def _row(fact: Fact) -> Expected:
    low, high = (
        "" if number is None else number if isinstance(number, str) else f"{number:.15g}"
        for number in (fact.low, fact.high)
    )
    return (fact.value, fact.kind, low, high, fact.bound, fact.unit)


def _values(text: str, lang: str) -> list[str]:
    return [fact.value for fact in mentions(_document(text), lang)]


_CASES = [
    pytest.param(lang, sentence, rows, id=f"{lang}: {sentence[:40]}")
    for lang in languages()
    for sentence, rows in _table(lang)
]


@pytest.mark.parametrize(("lang", "sentence", "rows"), _CASES)
def test_sentences(lang: str, sentence: str, rows: "list[Expected]") -> None:
    assert [_row(fact) for fact in mentions(_document(sentence), lang)] == rows


def test_hard_spaces_are_spaces() -> None:
    (fact,) = mentions(_document("Il coûte 30\u202f000\u00a0euros."), "fr")
    assert (fact.value, fact.low, fact.unit) == ("30\u202f000\u00a0euros", 30000, "EUR")


def test_a_fact_is_at_its_place() -> None:
    document = _document("Nothing here.\nIt costs up to $5bn, they say.")
    (fact,) = mentions(document, "en")
    assert document.text[fact.start : fact.end] == fact.value == "up to $5bn"
    assert (fact.origin, fact.label, fact.short) == ("found", "", "up to $5bn")


def test_only_blocks_that_say_something() -> None:
    text = "10% title\n20% heading\n30% code\n40% text"
    kinds = ("title", "heading", "code", "paragraph")
    blocks = [Block(kind, 0, 0) for kind in kinds]
    at = 0
    for block, line in zip(blocks, text.split("\n"), strict=True):
        block.start, block.end = at, at + len(line)
        at += len(line) + 1
    found = mentions(Document(Metadata(), iter([(text, blocks)])), "en")
    assert [fact.value for fact in found] == ["20%", "40%"]


def test_notes_and_inline_code_are_no_figures() -> None:
    text = "It costs $512 and takes 40% of x = 30%"
    spans = (Span(11, 13, "superscript"), Span(34, 38, "code"))
    block = Block("paragraph", 0, len(text), spans=spans)
    assert [f.value for f in mentions(Document(Metadata(), iter([(text, [block])])), "en")] == [
        "40%"
    ]


def test_tables_of_two_columns_are_read() -> None:
    from reader.formats import parse

    text = "| Battery | 5,000 mAh |\n|-|-|\n| Weight | 187 g |\n\n| a | 1% | 2% |\n|-|-|-|\n| b | 3% | 4% |\n"
    document = parse(Source("table.md", text, "markdown")).finish()
    assert [fact.value for fact in mentions(document, "en")] == ["5,000 mAh", "187 g"]


def test_a_line_that_is_a_date_is_no_fact() -> None:
    assert _values(
        "Tuesday 12 March 2024\nIt opened on 12 March 2024 to great applause.", "en"
    ) == ["12 March 2024"]


@pytest.mark.parametrize("lang", ["", "pl", "xx-YY"])
def test_an_unknown_language_has_its_money_and_percentages(lang: str) -> None:
    assert _values("Kosztuje 30 € albo $45, czyli 12,5% ceny.", lang) == ["30 €", "$45", "12,5%"]


@pytest.mark.parametrize(
    ("written", "decimal", "value"),
    [
        ("1,000", ".", 1000),
        ("1.5", ".", 1.5),
        ("1,000.5", ",", 1000.5),
        ("14.500", ",", 14500),
        ("23.1", ",", 23.1),
        ("0,125", ",", 0.125),
        ("1.000.000", ".", 1e6),
        ("1,2,3", ".", None),
        ("365\u00a0000", ",", 365000),
        ("1 398,69", ",", 1398.69),
    ],
)
def test_digits(written: str, decimal: str, value: "float | None") -> None:
    assert read_digits(written, decimal) == value


@pytest.mark.parametrize(
    ("lang", "written", "value"),
    [
        ("en", "two hundred and fifty", 250),
        ("en", "ninety-nine thousand", 99000),
        ("en", "two and a half million", 2.5e6),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "vingt et un", 21),
        ("fr", "deux millions et demi", 2.5e6),
        ("de", "dreihundertfünfundzwanzigtausend", 325000),
        ("de", "anderthalb Millionen", 1.5e6),
        ("es", "treinta y cinco", 35),
        ("es", "dos mil millones", 2e9),
        ("it", "milleduecento", 1200),
        ("it", "ventotto", 28),
        ("pt", "cento e vinte e cinco", 125),
        ("nl", "tweeëntwintig", 22),
        ("nl", "tweehonderdvijftig", 250),
    ],
)
def test_number_words(lang: str, written: str, value: float) -> None:
    assert [numeral.value for numeral in numerals(written, lang)] == [value]


def test_number_words_are_not_added_up_across_and() -> None:
    assert [n.value for n in numerals("deux et trois, entre vingt et trente", "fr")] == [
        2,
        3,
        20,
        30,
    ]


@pytest.mark.parametrize(
    ("lang", "written", "low", "high"),
    [
        ("en", "Nov. 7", "--11-07", None),
        ("en", "May 3-5, 2021", "2021-05-03", "2021-05-05"),
        ("en", "mid-2020", "2020", None),
        ("en", "Q3 2022", "2022-07", "2022-09"),
        ("en", "the 1990s", "1990", "1999"),
        ("fr", "1er janvier 2020", "2020-01-01", None),
        ("fr", "mi-août", "--08", None),
        ("fr", "entre le 21 juin et le 15 novembre 2019", "2019-06-21", "2019-11-15"),
        ("de", "vom 3. bis 5. Mai 2021", "2021-05-03", "2021-05-05"),
        ("de", "am 12.03.2021", "2021-03-12", None),
        ("es", "a finales de marzo", "--03", None),
        ("it", "tra il 1981 ed il 2010", "1981", "2010"),
        ("pt", "1º de maio", "--05-01", None),
        ("nl", "jaren '70", "1970", "1979"),
    ],
)
def test_dates(lang: str, written: str, low: str, high: "str | None") -> None:
    assert [(p.low, p.high) for p in periods(written, lang)] == [(low, high)]


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        ("en", "We may 10 times"),
        ("en", "in May"),
        ("fr", "en mai"),
        ("en", "May 45"),
        ("fr", "32 mai"),
    ],
)
def test_no_dates(lang: str, written: str) -> None:
    assert periods(written, lang) == []


_PIECES = st.sampled_from(
    "5 2019 3,2 million % $ € km and et to à - up jusqu'à two cent ( ) . , \u00a0 mai 1er people".split(
        " "
    )
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=30), st.sampled_from(languages()))
def test_facts_are_in_order_and_verbatim(pieces: list[str], lang: str) -> None:
    document = _document(" ".join(pieces))
    found = mentions(document, lang)
    for fact in found:
        assert document.text[fact.start : fact.end] == fact.value.strip() == fact.value
        assert isinstance(fact.low, str) == (fact.kind == "date")
    for before, after in itertools.pairwise(found):
        assert before.start < before.end <= after.start


@pytest.mark.parametrize(
    "unit", ["1", "1-", "1.", "ein", "5, ", "12 % et ", "a@", "up to ", "2019-"]
)
def test_hostile_texts_take_linear_time(unit: str) -> None:
    def spent(length: int) -> float:
        document = _document((unit * length)[:length])
        start = time.process_time()
        mentions(document, "fr")
        return time.process_time() - start

    spent(100)
    assert spent(16000) < 16 * spent(2000) + 0.1


def test_the_end_of_a_very_long_text_is_left_out() -> None:
    text = "It costs 5%.\n" + "word " * (MAX_TEXT // 5) + "\nAnd 7%."
    assert _values(text, "en") == ["5%"]


def test_sums_share_the_currency_of_their_neighbours() -> None:
    text = "Un client à trente milliards\nNvidia : jusqu’à 10 milliards de dollars ;\nMicrosoft : 5 milliards."
    found = mentions(_document(text), "fr")
    assert [(fact.kind, fact.low, fact.unit) for fact in found] == [
        ("money", 3e10, "USD"),
        ("money", 1e10, "USD"),
        ("money", 5e9, "USD"),
    ]


def test_a_large_count_alone_has_no_unit() -> None:
    (fact,) = mentions(_document("The population passed 8 billion."), "en")
    assert (fact.kind, fact.low, fact.unit) == ("count", 8e9, "")


def test_one_of_several_is_no_figure() -> None:
    assert _values("One of the two men, and one of the three plans, failed.", "en") == []


@pytest.mark.parametrize(
    ("lang", "text", "rows"),
    [
        (
            "pl",
            "Kosztuje 14.500 euro, 300 kilometrów stąd, od 18 listopada 2021.",
            [
                ("14.500 euro", "money", "14500", "", "", "EUR"),
                ("300 kilometrów", "quantity", "300", "", "", "km"),
                ("18 listopada 2021", "date", "2021-11-18", "", "", "date"),
            ],
        ),
        ("", "Zzz 14.500 € qqq 5 www.", [("14.500 €", "money", "14500", "", "", "EUR")]),
    ],
)
def test_other_languages_are_read_with_what_cldr_knows(
    lang: str, text: str, rows: "list[Expected]"
) -> None:
    assert [_row(fact) for fact in mentions(_document(text), lang)] == rows
