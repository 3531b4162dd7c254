"""What was left out of an article, as a document."""

from reader.document.left_out import left_out
from reader.document.model import Document, Metadata
from tests.document.making import document


def texts(made: Document) -> list[tuple[str, str]]:
    return [(block.kind, made.text[block.start : block.end]) for block in made.blocks]


def test_each_text_is_a_paragraph() -> None:
    page = document("The article.")
    page.dropped = ["Home  News\tSport", "# no heading, *no* emphasis", "one\ntwo", " "]
    page.metadata.lang = "en"
    plain = left_out(page)
    expected = [
        ("paragraph", "Home News Sport"),
        ("paragraph", "# no heading, *no* emphasis"),
        ("paragraph", "one two"),
    ]
    assert texts(plain) == expected
    assert (plain.metadata.title, plain.metadata.lang) == ("", "en")
    titled = left_out(page, "Left out of “A page”")
    assert texts(titled) == [("title", "Left out of “A page”"), *expected]
    assert titled.metadata.title == "Left out of “A page”"
    assert not titled.dropped


def test_nothing_left_out_is_an_empty_document() -> None:
    assert texts(left_out(Document(Metadata(), iter(())))) == []
