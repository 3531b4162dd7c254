"""What the tables of quotations share: an article, the quotations that are found in it."""

from reader.facts.quotations import quotations
from reader.formats import parse
from reader.formats.source import Source

# The words, who says them, and as what (None: whatever is found).
Said = tuple[str, str, str | None]


def said(text: str, lang: str) -> list[tuple[str, str, str]]:
    """The quotations of an article in Markdown."""
    document = parse(Source("test.md", text, "markdown")).finish()
    return [(document.text[q.start : q.end], q.speaker, q.role) for q in quotations(document, lang)]


def check(text: str, lang: str, expected: list[Said]) -> None:
    """Whether these are found in it, in this order, and no others."""
    found = said(text, lang)
    shown = [
        (w, s, r if e[2] is not None else None)
        for (w, s, r), e in zip(found, expected, strict=False)
    ]
    assert shown == expected, found
    assert len(found) == len(expected), found
