"""The panels beside the text: a heading, entries of one or more rows, a cursor."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from reader.keys.rows import PANEL
from reader.paint import Style
from reader.tui.bindings import made
from reader.tui.ink import Ink, Pieces
from reader.tui.widgets.lines import LineWidget
from reader.tui.widgets.wheel import Wheeled
from reader.typeset.cells import cell_width

HEAD = 2  # rows above the entries: the heading and a blank one


class Entries:
    """What a panel lists. Rows are made when they come into view, however long the list is.

    `starts` holds the first row of each entry (rows between entries are blank), `total` how many
    rows there are.
    """

    starts: Sequence[int] = ()
    total = 0

    @property
    def state(self) -> object:
        """Equal to that of other entries only if the same rows are listed."""
        return self

    def rows(self, index: int, marked: bool) -> list[Pieces]:
        """The rows of an entry; `marked` if the text stands at it."""
        raise NotImplementedError

    def full(self, index: int) -> str:
        """What to say about an entry in full."""
        raise NotImplementedError

    def head(self, row: int) -> str:  # noqa: ARG002
        """What stands as a heading in a row between the entries; '' for nothing."""
        return ""


class Panel(Wheeled, LineWidget, can_focus=True):
    """A list beside the text. The screen fills it with entries, and chooses and leaves.

    `marked` is the entry that the text stands at, `cursor` the one that the keys move while the
    panel has the focus. `margins` are the blank columns left and right of its text. Of a `folded`
    one there is the heading alone, where `aside` says what it would list; a click opens it.
    """

    BINDINGS = made(PANEL)
    DEFAULT_CSS = "Panel { position: absolute; layer: panels; display: none; }"

    class Moved(Message):
        """The cursor stands on another entry."""

        def __init__(self, panel: "Panel", index: int) -> None:
            super().__init__()
            self.panel = panel
            self.index = index

    def __init__(self, ink: Ink, key: str, title: str, id: str) -> None:
        super().__init__(id=id)
        self.ink = ink
        self.key = key
        self.title = title
        self.aside = ""
        self.empty = ""
        self.entries = Entries()
        self.cursor = 0
        self.marked = -1
        self.margins = (1, 0)
        self.overlay = False
        self.folded = False
        self._top = 0
        self._height = 1
        self._shown: tuple[object, ...] = ()

    @property
    def inner(self) -> int:
        """Cells of text in a row."""
        return max(self.size.width - sum(self.margins), 1)

    def fill(self, entries: Entries, marked: int, height: int) -> None:
        """Show these entries in `height` rows.

        While the panel does not have the focus, the marked entry stays in view.
        """
        self._height = max(height - HEAD, 1)
        before = min(self.marked, len(entries.starts) - 1)
        self.entries = entries
        self.marked = marked
        self.cursor = max(min(self.cursor, len(entries.starts) - 1), 0)
        if not self.has_focus:
            self.cursor = max(marked, 0)
        self._follow()
        # Turning pages leaves the rows as they are, or moves the mark from one to another.
        shown = (entries.state, self._top, self.aside, self.empty, self.overlay, self.has_focus)
        if shown != self._shown or self.has_focus:
            self.refresh()
        elif marked != before:
            self.refresh(*(self._area(index) for index in (before, marked) if index >= 0))
        self._shown = shown

    def _area(self, index: int) -> Region:
        """Where the rows of an entry stand."""
        start = self.entries.starts[index]
        return Region(0, HEAD + start - self._top, self.size.width, self._end(index) - start)

    @property
    def cursor_row(self) -> int:
        """The row of the panel where the entry under the cursor begins."""
        starts = self.entries.starts
        return HEAD + starts[self.cursor] - self._top if starts else HEAD

    def _end(self, index: int) -> int:
        """The row behind the last one of an entry (of those that it may have)."""
        starts = self.entries.starts
        return starts[index + 1] if index + 1 < len(starts) else self.entries.total

    def _follow(self) -> None:
        """Scroll so that the whole entry under the cursor is in view."""
        starts = self.entries.starts
        if not starts:
            self._top = 0
            return
        start, end = starts[self.cursor], self._end(self.cursor)
        top = max(min(self._top, start - 1), end - self._height)
        top = max(min(top, self.entries.total - self._height), 0)
        index = bisect_left(starts, top)  # an entry cut at the top would lose its label
        if index < len(starts) and top:
            whole = min(starts[index], start)
            headed = whole - 1 >= top and self.entries.head(whole - 1)
            top = whole - 1 if headed else whole
        self._top = top

    def render_line(self, y: int) -> Strip:
        """Heading, blank row, then the entries from the first in view."""
        left, _ = self.margins
        width = self.size.width
        if y == 0:
            return self._edged(self._heading(left), width)
        starts = self.entries.starts
        if y == HEAD and not starts and self.empty:
            note = self.ink.fit(self.empty, self.inner)
            return self._edged([(" " * left, Style()), (note, self.ink.style("panel-dim"))], width)
        row = self._top + y - HEAD
        if y >= HEAD and (head := self.entries.head(row)):
            head = self.ink.fit(head, self.inner)
            pieces: Pieces = [(" " * left, Style()), (head, self.ink.style("panel-title"))]
            return self._edged(pieces, width)
        index = bisect_right(starts, row) - 1
        if y < HEAD or index < 0 or row >= self.entries.total:
            return self._edged([], width)
        rows = self.entries.rows(index, index == self.marked)
        inside = row - starts[index]
        if inside >= len(rows):
            return self._edged([], width)
        pieces = [(" " * left, Style()), *rows[inside]]
        if index == self.marked and inside == 0 and left:
            sign = (self.mark, self.ink.style("margin"))
            pieces = [(" " * (left - 1), Style()), sign, *rows[inside]]
        chosen = index == self.cursor and self.has_focus
        return self._edged(pieces, width, "panel-cursor" if chosen else "")

    @property
    def mark(self) -> str:
        """The sign at the entry that the text stands at."""
        return "|" if self.ink.ascii else "▌"

    def _heading(self, left: int) -> Pieces:
        key = f"{self.key} " if self.key else ""
        title = self.ink.fit(self.title, max(self.inner - len(key), 1))
        pieces: Pieces = [
            (" " * left, Style()),
            (key, self.ink.style("key")),
            (title, self.ink.style("panel-title")),
        ]
        room = self.inner - len(key) - cell_width(title) - cell_width(self.aside)
        if self.aside and room > 0:
            pieces += [(" " * room, Style()), (self.aside, self.ink.style("panel-dim"))]
        return pieces

    def _edged(self, pieces: Pieces, width: int, role: str = "") -> Strip:
        """The row as a strip; a panel that lies over some of the text has a line at its edge."""
        if not self.overlay or self.region.x == 0:
            return self.ink.strip(pieces, width, role)
        edge = self.ink.strip([("|" if self.ink.ascii else "│", self.ink.style("bar"))], 1)
        inside = self.ink.strip(pieces, width, role).crop(1, width)
        return Strip.join([edge, inside])

    # ------------------------------------------------------------------ keys and mouse

    def action_move(self, step: int) -> None:
        """Move the cursor by `step` entries."""
        self._put(self.cursor + step)

    def action_page(self, direction: int) -> None:
        """Move the cursor by about a page."""
        starts = self.entries.starts
        if starts:
            row = starts[self.cursor] + direction * max(self._height - 1, 1)
            self._put(max(bisect_right(starts, row) - 1, 0))

    def action_first(self) -> None:
        """Go to the first entry."""
        self._put(0)

    def action_last(self) -> None:
        """Go to the last entry."""
        self._put(len(self.entries.starts) - 1)

    def _put(self, cursor: int) -> None:
        if not self.entries.starts:
            return
        self.cursor = max(min(cursor, len(self.entries.starts) - 1), 0)
        self._follow()
        self.refresh()
        self.post_message(self.Moved(self, self.cursor))

    def on_focus(self) -> None:
        """Say what the cursor stands on."""
        self.refresh()
        if self.entries.starts:
            self.post_message(self.Moved(self, self.cursor))

    def on_blur(self) -> None:
        """Take the cursor's colour away."""
        self.refresh()

    async def on_click(self, event: events.Click) -> None:
        """A click chooses an entry; one on the heading of what lies over the text puts it away."""
        if self.folded:
            await self.run_action(f"screen.{self.id}")
            return
        if self.overlay and event.y == 0:
            await self.run_action("screen.leave_panel")
            return
        row = self._top + event.y - HEAD
        if event.y >= HEAD and row < self.entries.total and not self.entries.head(row):
            self._put(max(bisect_right(self.entries.starts, row) - 1, 0))
            self.screen.set_focus(self)
            await self.run_action("screen.choose")

    def scroll_rows(self, rows: int) -> None:
        """Scroll the entries; the cursor stays where it is."""
        self._top = max(min(self._top + rows, self.entries.total - self._height), 0)
        self.refresh()
