"""The panels beside the text: a heading, entries of one or more rows, a cursor."""

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.paint import Style
from reader.tui import keys
from reader.tui.strips import Ink, Pieces, fit
from reader.typeset.cells import cell_width

HEAD = 2  # rows above the entries: the heading and a blank one


class Entry:
    """One entry of a panel: its rows as painted pieces, and what to say about it in full."""

    def __init__(self, rows: Sequence[Pieces], full: str = "", gap: bool = False) -> None:
        self.rows = list(rows)
        self.full = full
        self.gap = gap  # a blank row stands before it


class Panel(Widget, can_focus=True):
    """A list beside the text. The screen fills it with entries, and chooses and leaves.

    `marked` is the entry that the text stands at, `cursor` the one that the keys move while the
    panel has the focus. `margins` are the blank columns left and right of its text.
    """

    BINDINGS = [*keys.PANEL]
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
        self.entries: list[Entry] = []
        self.cursor = 0
        self.marked = -1
        self.margins = (1, 0)
        self.overlay = False
        self._top = 0
        self._height = 1
        self._rows: list[tuple[int, Pieces]] = []

    @property
    def inner(self) -> int:
        """Cells of text in a row."""
        return max(self.size.width - sum(self.margins), 1)

    def fill(self, entries: list[Entry] | None, marked: int, height: int) -> None:
        """Show these entries (None: the same) in `height` rows.

        While the panel does not have the focus, the marked entry stays in view.
        """
        self._height = max(height - HEAD, 1)
        if entries is not None:
            self.entries = entries
            self._rows = []
            for index, entry in enumerate(entries):
                if entry.gap and self._rows:
                    self._rows.append((-1, []))
                self._rows += [(index, row) for row in entry.rows]
        self.marked = marked
        self.cursor = max(min(self.cursor, len(self.entries) - 1), 0)
        if not self.has_focus:
            self.cursor = max(marked, 0)
        self._follow()
        self.refresh()

    def _follow(self) -> None:
        """Scroll so that the whole entry under the cursor is in view."""
        height = self._height
        rows = [row for row, (index, _) in enumerate(self._rows) if index == self.cursor]
        if not rows:
            self._top = 0
            return
        self._top = min(self._top, max(rows[0] - 1, 0), max(len(self._rows) - 1, 0))
        self._top = max(self._top, rows[-1] - height + 1)
        self._top = max(min(self._top, len(self._rows) - height), 0)
        while 0 < self._top < rows[0] and self._rows[self._top][0] == self._rows[self._top - 1][0]:
            self._top += 1  # an entry cut at the top would lose its label

    def render_line(self, y: int) -> Strip:
        """Heading, blank row, then the entries from the first in view."""
        left, _ = self.margins
        width = self.size.width
        if y == 0:
            return self._edged(self._heading(left), width)
        row = self._top + y - HEAD
        if y < HEAD or row >= len(self._rows):
            pieces: Pieces = []
            if y == HEAD and not self._rows and self.empty:
                note = fit(self.empty, self.inner)
                pieces = [(" " * left, Style()), (note, self.ink.style("panel-dim"))]
            return self._edged(pieces, width)
        index, pieces = self._rows[row]
        pieces = [(" " * left, Style()), *pieces]
        first = row == 0 or self._rows[row - 1][0] != index
        if index >= 0 and index == self.marked and first:
            sign = (self.mark, self.ink.style("margin"))
            pieces = [(" " * (left - 1), Style()), sign, *pieces[1:]]
        if index >= 0 and index == self.cursor and self.has_focus:
            return self._edged(pieces, width, "panel-cursor")
        return self._edged(pieces, width)

    @property
    def mark(self) -> str:
        """The sign at the entry that the text stands at."""
        return "|" if self.ink.ascii else "▌"

    def _heading(self, left: int) -> Pieces:
        key = f"{self.key} " if self.key else ""
        title = fit(self.title, max(self.inner - len(key), 1))
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
        height = max(self._height - 1, 1)
        per = max(len(self._rows) // max(len(self.entries), 1), 1)
        self._put(self.cursor + direction * max(height // per, 1))

    def action_first(self) -> None:
        """Go to the first entry."""
        self._put(0)

    def action_last(self) -> None:
        """Go to the last entry."""
        self._put(len(self.entries) - 1)

    def _put(self, cursor: int) -> None:
        if not self.entries:
            return
        self.cursor = max(min(cursor, len(self.entries) - 1), 0)
        self._follow()
        self.refresh()
        self.post_message(self.Moved(self, self.cursor))

    def on_focus(self) -> None:
        """Say what the cursor stands on."""
        self.refresh()
        if self.entries:
            self.post_message(self.Moved(self, self.cursor))

    def on_blur(self) -> None:
        """Take the cursor's colour away."""
        self.refresh()

    async def on_click(self, event: events.Click) -> None:
        """A click chooses an entry."""
        row = self._top + event.y - HEAD
        if event.y >= HEAD and 0 <= row < len(self._rows) and self._rows[row][0] >= 0:
            self._put(self._rows[row][0])
            self.screen.set_focus(self)
            await self.run_action("screen.choose")

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the entries on."""
        event.stop()
        self._scroll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the entries back."""
        event.stop()
        self._scroll(-3)

    def _scroll(self, rows: int) -> None:
        self._top = max(min(self._top + rows, len(self._rows) - self._height), 0)
        self.refresh()
