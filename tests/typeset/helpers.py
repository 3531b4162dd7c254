"""Documents made by hand, for tests of the layout."""

import itertools
from collections.abc import Iterable, Sequence

from reader.document.model import Block, Container, Document, Metadata, Span
from reader.typeset.cells import cell_width
from reader.typeset.line import Line


class Article:
    """Collects blocks into a document: `Article().add("heading", "Title", level=1).document()`."""

    def __init__(self, lang: str = "") -> None:
        self.metadata = Metadata()
        self.metadata.lang = lang
        self.text = ""
        self.blocks: list[Block] = []

    def add(
        self,
        kind: str,
        text: str = "",
        containers: Sequence[Container] = (),
        spans: Iterable[tuple[int, int, str, str]] = (),
        **more: object,
    ) -> "Article":
        start = self._join()
        self.text += text
        placed = tuple(Span(start + a, start + b, name, href) for a, b, name, href in spans)
        self.blocks.append(
            Block(kind, start, len(self.text), tuple(containers), placed, **more)  # type: ignore[arg-type]
        )
        return self

    def table(
        self,
        rows: Sequence[Sequence[str]],
        aligns: Sequence[str] = (),
        containers: Sequence[Container] = (),
    ) -> "Article":
        start = at = self._join()
        ranges: list[tuple[tuple[int, int], ...]] = []
        for row in rows:
            cells: list[tuple[int, int]] = []
            for cell in row:
                cells.append((at, at + len(cell)))
                at += len(cell) + 1
            ranges.append(tuple(cells))
        self.text += "\n".join("\t".join(row) for row in rows)
        self.blocks.append(
            Block(
                "table",
                start,
                len(self.text),
                tuple(containers),
                rows=tuple(ranges),
                aligns=tuple(aligns),
            )
        )
        return self

    def _join(self) -> int:
        if self.blocks:
            self.text += "\n"
        return len(self.text)

    def document(self) -> Document:
        return Document(self.metadata, iter([(self.text, self.blocks)])).finish()


_ids = itertools.count(1)


def item(number: int | None = None, **more: object) -> Container:
    return Container("item", next(_ids), number, **more)  # type: ignore[arg-type]


def quote() -> Container:
    return Container("quote", next(_ids))


def rendered(lines: Iterable[Line]) -> str:
    return "".join(f"{line.glyphs.rstrip()}\n" for line in lines)


def column_of(line: Line, offset: int) -> int:
    """The column where the character at `offset` is painted, or else where the line's text ends."""
    reach = 0
    for run in line.runs:
        if run.start <= offset < run.end:
            if len(run.glyphs) == run.end - run.start:
                return run.column + cell_width(run.glyphs[: offset - run.start])
            return run.column
        if run.start < run.end:
            reach = run.column + run.width
    return reach
