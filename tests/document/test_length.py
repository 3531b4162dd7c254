import pytest

from reader.document.length import estimated_words, minutes, words
from reader.document.model import Document, Metadata
from tests.document.making import chunks, document


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" — … ! ", 0),
        ("one", 1),
        ("L’annonce de mardi", 3),
        ("peut-être aujourd'hui", 2),
        ("20–25 pour cent", 4),
        ("30\u00a0milliards : « oui »", 3),
        ("a—b", 2),
        ("one\ntwo\tthree", 3),
        ("हिन्दी में", 2),
        ("한국어 단어", 2),
        ("日本語", 2),
        ("読む word 書く", 3),
        ("_under_ (paren)", 2),
        ("1,000.50 km", 2),
    ],
)
def test_words(text: str, count: int) -> None:
    assert words(text) == count


def test_minutes() -> None:
    assert [minutes(n) for n in (0, 1, 230, 344, 346, 2300)] == [1, 1, 1, 1, 2, 10]


def test_short_documents_are_counted() -> None:
    assert estimated_words(document("one two", "three")) == 3
    assert estimated_words(document()) == 0


def test_long_documents_are_sampled() -> None:
    doc = document(*["un paragraphe de sept mots, pas plus"] * 20_000)
    assert abs(estimated_words(doc) - 140_000) < 140_000 * 0.02


def test_what_is_not_parsed_is_taken_to_be_alike() -> None:
    parts: list = [["ten words " * 50] for _ in range(10)]
    doc = Document(Metadata(), chunks(*parts), size=10 * 500 + 9)
    assert len(doc) == 500
    while not doc.complete:
        assert abs(estimated_words(doc) - 1000) <= 20
        doc.grow()
    assert estimated_words(doc) == 1000
