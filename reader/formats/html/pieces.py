"""A page as pieces: its leaf blocks in the order of the page, each with what it stands in.

The page is walked once, as it came; nothing is left out but what is never seen. Which of the
pieces are the article is decided elsewhere.
"""

from collections.abc import Iterator

from lxml import html

from reader.formats.html.runs import Run, plain


class Box:
    """A container that pieces stand in, as `reader.document.model.Container` has them.

    `kind` is `quote`, `item`, `footnote` or `definition`; `group` is the element of an item's
    list, `label` names a footnote, `by` is who is quoted.
    """

    __slots__ = ("by", "checked", "element", "group", "kind", "label", "number")

    def __init__(
        self,
        kind: str,
        element: html.HtmlElement,
        *,
        number: "int | None" = None,
        group: "html.HtmlElement | None" = None,
        label: str = "",
    ) -> None:
        self.kind = kind
        self.element = element
        self.number = number
        self.group = group
        self.label = label
        self.checked: bool | None = None
        self.by = ""

    def __repr__(self) -> str:
        return f"Box({self.kind!r}, {self.element.tag!r})"


class Piece:
    """One leaf block of a page.

    `kind` is `heading`, `paragraph`, `code`, `table`, `image`, `rule`, `term` or `attribution`;
    `level` is that of a heading. `element` is the innermost block element that it comes from,
    `containers` are the boxes that it stands in, from outside in. `text` is its text on one clean
    line (of code: as it stands; of an image: alt text and caption). `runs` is its inline content;
    `rows` are the cells of a table, each a list of runs, the first row its header; `names` are the
    fragments that lead to it; `line` is its line in the page, counted from 1.
    """

    __slots__ = (
        "aligns",
        "alt",
        "caption",
        "containers",
        "element",
        "href",
        "kind",
        "language",
        "level",
        "line",
        "names",
        "rows",
        "runs",
        "src",
        "text",
    )

    def __init__(
        self,
        kind: str,
        element: html.HtmlElement,
        containers: tuple[Box, ...],
        runs: "list[Run] | None" = None,
        *,
        text: str = "",
        level: int = 0,
    ) -> None:
        self.kind = kind
        self.element = element
        self.containers = containers
        self.runs: list[Run] = runs if runs is not None else []
        self.text = text or plain(self.runs)
        self.level = level
        self.line: int = element.sourceline or 0
        self.language = self.src = self.alt = self.caption = self.href = ""
        self.rows: list[list[list[Run]]] = []
        self.aligns: tuple[str, ...] = ()
        self.names: tuple[str, ...] = ()

    @property
    def note_label(self) -> str:
        """The label of the footnote that the piece is part of, '' in the text."""
        outer = self.containers[0] if self.containers else None
        return outer.label if outer is not None and outer.kind == "footnote" else ""

    def notes(self) -> Iterator[str]:
        """The labels of the footnotes whose marks stand in the piece."""
        cells = [cell for row in self.rows for cell in row]
        for runs in (self.runs, *cells):
            for op, label, _ in runs:
                if op == "note":
                    yield label

    def __repr__(self) -> str:
        return f"Piece({self.kind!r}, {self.text[:60]!r}, {self.containers!r})"
