"""The list of the shelf: rows with a cursor on one article, painted as they come into view."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.library.entry import Entry
from reader.paint import Style
from reader.tui.columns import row_pieces
from reader.tui.ink import Ink, Pieces
from reader.tui.listing import Row
from reader.tui.widgets.lines import LineWidget
from reader.tui.widgets.wheel import Wheeled
from reader.typeset.cells import cell_width

# The columns that a row has at most.
WIDEST = 112


class ShelfList(Wheeled, LineWidget, can_focus=True):
    """Shows rows; `cursor` is the index of the row of the chosen article, -1 if there is none.

    `words` are lit in the rows. The screen fills it and answers its messages.
    """

    DEFAULT_CSS = "ShelfList { position: absolute; layer: base; }"

    class Moved(Message):
        """Another article is chosen, or other rows are in view."""

    class Opened(Message):
        """An article was clicked."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(id="shelf")
        self.ink = ink
        self.rows: Sequence[Row] = ()
        self.words: Sequence[str] = ()
        self.cursor = -1
        self._articles: list[int] = []
        self._top = 0
        self._height = 1

    # ------------------------------------------------------------------ what is shown

    @property
    def chosen(self) -> Entry | None:
        """The article under the cursor."""
        return self.rows[self.cursor].entry if 0 <= self.cursor < len(self.rows) else None

    @property
    def cursor_row(self) -> int:
        """The row of the window's part where the cursor is."""
        return max(min(self.cursor - self._top, self._height - 1), 0)

    @property
    def in_view(self) -> list[Entry]:
        """The articles whose rows are in view."""
        rows = self.rows[self._top : self._top + self._height]
        return [row.entry for row in rows if row.entry is not None]

    def fill(self, rows: Sequence[Row], words: Sequence[str], path: str) -> None:
        """Show these rows, with the cursor on the article at `path`, or else on the first one.

        The chosen article stays where it is on the screen, if it can.
        """
        before = self.cursor - self._top if self.chosen is not None else 0
        self.rows, self.words = rows, words
        self._articles = [index for index, row in enumerate(rows) if row.entry is not None]
        self.cursor = self._articles[0] if self._articles else -1
        for index in self._articles:
            entry = rows[index].entry
            if entry is not None and entry.path == path:
                self.cursor = index
                self._top = index - before
                break
        self._follow()

    def resize(self, height: int) -> None:
        """Take another height; the cursor stays in view."""
        self._height = max(height, 1)
        self._follow()

    def _follow(self) -> None:
        """Scroll so that the cursor is in view, with the headings above it if it is the first."""
        first = self.cursor
        while first > 0 and self.rows[first - 1].kind in ("heading", "blank"):
            first -= 1
        top = max(min(self._top, max(first, 0)), self.cursor - self._height + 1)
        if self._articles and self.cursor == self._articles[-1]:
            top = max(top, len(self.rows) - self._height)  # remarks below the last one
            top = min(top, self.cursor)
        self._show_from(top)

    def _show_from(self, top: int) -> None:
        self._top = max(min(top, len(self.rows) - self._height), 0)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row of an article, a heading, a remark, or nothing."""
        width = self.size.width
        index = self._top + y
        if index >= len(self.rows):
            return self.ink.strip([], width)
        row = self.rows[index]
        side, inner = sides(width)
        pieces: Pieces = [(" " * side, Style())]
        if row.entry is not None:
            pieces += row_pieces(row.entry, inner, self.ink, self.words, row.lead)
            pieces = [piece for piece in pieces if piece[0]]
            return self.ink.strip(pieces, width, "panel-cursor" if index == self.cursor else "")
        if row.kind == "heading":
            title = self.ink.fit(row.text, inner)
            pieces.append((title, self.ink.style("panel-title")))
            aside = "  " + self.ink.plain(row.aside)
            if cell_width(title) + cell_width(aside) <= inner:
                pieces.append((aside, self.ink.style("panel-dim")))
        elif row.kind == "note":
            pieces.append((self.ink.fit(row.text, inner), self.ink.style("panel-dim")))
        return self.ink.strip(pieces, width)

    # ------------------------------------------------------------------ moving

    def move(self, step: int) -> None:
        """Move the cursor by `step` articles."""
        if self._articles:
            self._put(bisect_left(self._articles, self.cursor) + step)

    def page(self, direction: int) -> None:
        """Move the cursor by about a page."""
        if self._articles:
            wanted = self.cursor + direction * max(self._height - 1, 1)
            here = bisect_left(self._articles, self.cursor)
            there = bisect_right(self._articles, wanted) - 1
            self._put(there if there != here else here + direction)

    def first(self) -> None:
        """Go to the first article."""
        self._put(0)

    def last(self) -> None:
        """Go to the last article."""
        self._put(len(self._articles) - 1)

    def _put(self, number: int) -> None:
        if self._articles:
            self.cursor = self._articles[max(min(number, len(self._articles) - 1), 0)]
            self._follow()
            self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        """A click opens an article; the second of a double one, which may have closed one, not."""
        index = self._top + event.y
        if event.chain == 1 and index < len(self.rows) and self.rows[index].entry is not None:
            self.cursor = index
            self.refresh()
            self.post_message(self.Opened())

    def scroll_rows(self, rows: int) -> None:
        """Scroll the list; the cursor stays where it is."""
        self._show_from(self._top + rows)
        self.post_message(self.Moved())


class ShelfTitle(Widget):
    """The row above the list: what this is."""

    DEFAULT_CSS = "ShelfTitle { position: absolute; layer: base; height: 1; }"

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.ink = ink

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """The name of the program."""
        side, inner = sides(self.size.width)
        title = self.ink.fit("reader", inner)
        pieces = [(" " * side, Style()), (title, self.ink.style("panel-dim"))]
        return self.ink.strip(pieces, self.size.width)


def sides(width: int) -> tuple[int, int]:
    """The blank columns left of a row in a window of `width`, and the columns of the row."""
    margin = 2 if width >= 60 else min(1, max(width - 1, 0) // 2)
    inner = max(min(width - 2 * margin, WIDEST), 1)
    return (width - inner) // 2, inner
