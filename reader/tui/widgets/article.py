"""The article's text: a line-API widget on a viewport."""

from collections.abc import Callable, Mapping, Sequence

from textual import events
from textual.geometry import Region as Area
from textual.message import Message
from textual.strip import Strip

from reader.paint import Decoration, Style, paint
from reader.tui.geometry import Region
from reader.tui.ink import Ink, Pieces, lay_over
from reader.tui.rows import margin, title_row
from reader.tui.strips import parted
from reader.tui.widgets.lines import LineWidget
from reader.tui.widgets.wheel import Wheeled
from reader.typeset.cells import cell_width
from reader.typeset.line import Line, extent
from reader.typeset.viewport import Viewport

Decorator = Callable[[int, int], Sequence[Decoration]]

# Per row of the text, what is painted over its cells: column, characters, role.
Overlays = Mapping[int, Sequence[tuple[int, str, str]]]


class ArticleView(Wheeled, LineWidget, can_focus=True):
    """Shows the lines of a viewport in the text column of its window.

    The screen owns the viewport and calls `show` after every change. `decorate(start, end)` gives
    the layers that lie over a range of the text, `overlays` what lies over its cells; `mark` is
    the row that a mark in the margin points at (-1: none), `mark_role` how it looks. `closing(width)`
    is what stands below the end of the text.
    """

    DEFAULT_CSS = "ArticleView { width: 1fr; height: 1fr; }"

    class Wheel(Message):
        """The mouse wheel was turned by so many lines."""

        def __init__(self, lines: int) -> None:
            super().__init__()
            self.lines = lines

    class Pressed(Message):
        """The left button went down on a cell: row and column in the text."""

        def __init__(self, row: int, column: int) -> None:
            super().__init__()
            self.row = row
            self.column = column

    class Dragged(Message):
        """The pointer came to another cell, maybe outside the text, with the button down."""

        def __init__(self, row: int, column: int) -> None:
            super().__init__()
            self.row = row
            self.column = column

    class Released(Message):
        """The button is up again after the pointer was dragged."""

    class ClosingClicked(Message):
        """The line below the end of the article was clicked."""

    class Clicked(Message):
        """A cell was clicked: row and column in the text; `chain` is 2 for a double click."""

        def __init__(self, row: int, column: int, chain: int) -> None:
            super().__init__()
            self.row = row
            self.column = column
            self.chain = chain

    def __init__(self, ink: Ink) -> None:
        super().__init__(id="article")
        self.ink = ink
        self.viewport: Viewport | None = None
        self.column = Region(0, 0, 80, 24)
        self.running_title = ""
        self.mark = -1
        self.mark_role = "margin"
        self.closing: Callable[[int], Pieces] = lambda _width: []
        self.decorate: Decorator = lambda _start, _end: ()
        self.overlays: Overlays = {}
        self._free = (0, 0)
        self._lines: list[Line] = []
        self._at_end = False
        self._down: tuple[int, int] | None = None  # where the pointer is while the button is down
        self._dragged = False

    def show(self, column: Region, running_title: str, mark: int, free: tuple[int, int]) -> None:
        """Take the viewport's lines as they are now and paint them in `column`.

        `free` are the columns of the window that nothing lies over: where they are the same as
        the last time, no others are painted.
        """
        same = column is self.column and free == self._free
        self.column = column
        self._free = free
        self.running_title = running_title
        self.mark = mark
        self._lines = self.viewport.lines() if self.viewport else []
        self._at_end = bool(self._lines and self.viewport and self.viewport.at_end)
        start, end = free
        self.refresh(*([Area(start, 0, end - start, self.size.height)] if same else []))

    def render_line(self, y: int) -> Strip:
        """Row `y` of the window: margin, mark, the line's pieces, blank to the right."""
        row = y - self.column.y
        if row < 0:
            return self._title()
        if row >= len(self._lines) or self.viewport is None:
            return self._strip(self._below(row - len(self._lines)))
        line = self._lines[row]
        document = self.viewport.layout.document
        layers = self.decorate(*extent(line)) if line.runs else ()
        role = self.mark_role if row == self.mark else ""
        pieces = margin(self.column.x, self.ink, role, line.hang)
        text = paint(line, document, self.ink.palette, layers)
        for column, glyphs, role in self.overlays.get(row, ()):
            text = lay_over(text, column + line.hang, glyphs, self.ink.style(role))
        pieces += text
        return self._strip(pieces)

    def _below(self, row: int) -> Pieces:
        """What stands in a row below the last line of the text, counted from 0."""
        if row != 1 or not self._at_end:
            return []
        return [(" " * self.column.x, Style()), *self.closing(self.column.width)]

    def _title(self) -> Strip:
        column = self.column
        pieces = title_row(self.running_title, column.x, column.width, self.ink)
        return self._strip(pieces)

    def _strip(self, pieces: Pieces) -> Strip:
        return parted(self.ink, pieces, self.size.width, self._free)

    def repaint(self, rows: Sequence[int]) -> None:
        """Paint these rows of the text again, and no others."""
        if rows:
            y, width = self.column.y, self.size.width
            self.refresh(*(Area(0, y + row, width, 1) for row in rows))

    # ------------------------------------------------------------------ the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Follow the pointer, wherever it goes, until the button is up."""
        if event.button == 1:
            self._down, self._dragged = self._cell(event), False
            self.capture_mouse()
            self.post_message(self.Pressed(*self._down))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell the screen where a drag has come to."""
        cell = self._cell(event)
        if self._down is not None and cell != self._down:
            self._down, self._dragged = cell, True
            self.post_message(self.Dragged(*cell))

    def let_go(self, event: events.MouseUp) -> None:
        """The button is up: the end of a drag, if it was one."""
        if self.app.mouse_captured is self:
            self.release_mouse()
        cell = self._cell(event)
        if self._down is not None and cell != self._down:
            self._dragged = True
            self.post_message(self.Dragged(*cell))
        self._end_drag()

    def on_mouse_release(self) -> None:
        """The pointer is followed no longer: maybe another screen has come to lie on top."""
        self._end_drag()

    def _end_drag(self) -> None:
        if self._down is not None and self._dragged:
            self.post_message(self.Released())
        self._down = None

    def on_click(self, event: events.Click) -> None:
        """Tell the screen which cell it was; the end of a drag is no click."""
        if event.button != 1 or self._dragged:
            return
        row, column = self._cell(event)
        below = self._below(row - len(self._lines))[1:]
        if 0 <= column < sum(cell_width(text) for text, _ in below):
            self.post_message(self.ClosingClicked())
        else:
            self.post_message(self.Clicked(row, column, event.chain))

    def _cell(self, event: events.MouseEvent) -> tuple[int, int]:
        """Row and column in the text."""
        corner = self.region.offset
        row, column = event.screen_y - corner.y, event.screen_x - corner.x
        return row - self.column.y, column - self.column.x

    def scroll_rows(self, rows: int) -> None:
        """Tell the screen, which scrolls."""
        self.post_message(self.Wheel(rows))
