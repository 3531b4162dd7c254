"""Articles with their figures marked, `{1:30 million euros}`: 1 is what a sidebar must show.

2 supports it, 3 is in passing. What the parser of values does not read is given behind a bar, as in
`{2:two plants|count 2 plants}`. The importance of all was settled before anything was measured.
"""

import re
from pathlib import Path

from reader.document.model import Document
from reader.facts.model import Fact
from reader.facts.values import parse as parse_value
from reader.formats import parse
from reader.formats.source import Source

FOLDER = Path(__file__).parent / "chosen"
_MARK = re.compile(r"\{([123]):([^{}|]*)(?:\|([a-z]+) (\S+) ?([^{}]*))?\}")


class Marked:
    """An article, its figures in the order of the text, and how important each is."""

    def __init__(self, name: str) -> None:
        written = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
        marks = list(_MARK.finditer(written))
        plain = _MARK.sub(lambda mark: mark[2], written)
        self.document: Document = parse(Source(f"{name}.md", plain, "markdown")).finish()
        self.facts: list[Fact] = []
        self.importance: dict[tuple[int, int], int] = {}
        at = self.document.text.index("\n")
        for mark in marks:
            start = self.document.text.index(mark[2], at)
            at = start + len(mark[2])
            self.facts.append(_fact(mark, start, at, self.document.metadata.lang))
            self.importance[start, at] = int(mark[1])

    def headline(self, listed: list[Fact], first: int = 8) -> tuple[int, int]:
        """How many of the important ones are among the first listed, and how many could be."""
        shown = sum(self.importance[fact.start, fact.end] == 1 for fact in listed[:first])
        return shown, min(list(self.importance.values()).count(1), first)


def articles() -> list[str]:
    """The names of all marked articles."""
    return sorted(path.stem for path in FOLDER.glob("*.md"))


def _fact(mark: re.Match[str], start: int, end: int, lang: str) -> Fact:
    value = parse_value(mark[2], lang)
    kind, low, unit = value.kind, value.low, value.unit
    if mark[3]:
        kind, unit = mark[3], mark[5]
        low = mark[4] if kind == "date" else float(mark[4])
    return Fact(
        kind, "", mark[2], bound=value.bound, low=low, high=value.high, unit=unit,
        start=start, end=end, origin="found",
    )  # fmt: skip
