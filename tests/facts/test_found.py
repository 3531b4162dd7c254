"""What was found beside what the author wrote."""

from reader.facts.found import all_facts
from reader.formats import parse
from reader.formats.source import Source


def test_what_the_author_listed_is_not_listed_again() -> None:
    text = "---\nlang: en\nfacts:\n  - Price: 5 dollars\n---\nIt cost 5 dollars, or 3% more.\n"
    facts, _ = all_facts(parse(Source("a.md", text, "markdown")).finish())
    assert [(fact.value, fact.origin) for fact in facts] == [
        ("5 dollars", "author"),
        ("3%", "found"),
    ]
