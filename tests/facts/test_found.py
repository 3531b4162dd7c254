"""What is found in an article as a whole."""

from reader.facts.beginning import LOOKED_AT, beginning
from reader.facts.found import all_facts, found
from reader.formats import parse
from reader.formats.source import Source

TEXT = """---
title: A bridge for Riva
lang: en
facts:
  - label: Cost
    value: $95 million
---
The bridge cost $95 million, and 4 percent of that was paint.

> We waited for ten years.
>
> — Ada Example

“It has been worth every cent,” said Bruno Stone, the mayor of Riva.
"""


def test_the_author_comes_first_and_is_not_repeated() -> None:
    facts, said = all_facts(parse(Source("a.md", TEXT, "markdown")).finish())
    assert [(fact.origin, fact.value) for fact in facts[:2]] == [
        ("author", "$95 million"),
        ("found", "4 percent"),
    ]
    assert [quote.speaker for quote in said] == ["Ada Example", "Bruno Stone"]


def test_an_article_without_a_language_is_read_in_the_one_that_it_is_written_in() -> None:
    text = "Le pont a coûté 95 millions d’euros, et la ville n’en a payé que la moitié. " * 3
    facts, _ = found(parse(Source("a.md", text, "markdown")).finish())
    assert facts[0].low == 95_000_000
    assert facts[0].unit == "EUR"


def test_nobody_wants_the_answer_any_more() -> None:
    document = parse(Source("a.md", TEXT, "markdown")).finish()
    assert found(document, lambda: False) == ([], [])


def test_the_beginning_of_a_long_text_is_a_document_of_its_own() -> None:
    paragraph = "The bridge cost $95 million. " * 40
    text = "\n\n".join([paragraph] * (2 * LOOKED_AT // len(paragraph)))
    document = parse(Source("a.md", text, "markdown"))
    while len(document) <= LOOKED_AT:
        document.grow()
    part = beginning(document)
    assert part.complete
    assert LOOKED_AT <= len(part) < LOOKED_AT + 2 * len(paragraph)
    assert document.finish().text.startswith(part.text)
    assert beginning(parse(Source("a.md", "\n", "markdown"))).text == ""


def test_what_the_author_listed_is_not_listed_again() -> None:
    text = "---\nlang: en\nfacts:\n  - Price: 5 dollars\n---\nIt cost 5 dollars, or 3% more.\n"
    facts, _ = all_facts(parse(Source("a.md", text, "markdown")).finish())
    assert [(fact.value, fact.origin) for fact in facts] == [
        ("5 dollars", "author"),
        ("3%", "found"),
    ]
