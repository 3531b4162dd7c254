"""The status line: what was typed or said on the left, where the reader is on the right."""

from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.tui.ink import Ink, Pieces
from reader.tui.rows import Left, Position, action_at, part_at, status_row
from reader.tui.widgets.lines import LineWidget
from reader.typeset.cells import cell_width


class StatusLine(LineWidget):
    """The last row of the window. `left` is a message or a prompt's sign, `key` shows all keys."""

    DEFAULT_CSS = "StatusLine { position: absolute; layer: status; height: 1; }"

    class Clicked(Message):
        """A part of the row was clicked: `contents`, `keys`, or `` where nothing is.

        `action` is that of the piece at the left; `chain` is 2 for a double click.
        """

        def __init__(self, part: str, action: str, chain: int) -> None:
            super().__init__()
            self.part = part
            self.action = action
            self.chain = chain

    def __init__(self, ink: Ink, key: str = "?") -> None:
        super().__init__(id="status")
        self.key = key
        self.ink = ink
        self.left: Left = []
        self._pieces: Pieces = []
        self.position: Position | None = None
        self._right = ""

    def show(self, left: Left, position: Position | None) -> None:
        """Take what there is to say."""
        self.left = left
        self.position = position
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """The row: left part, blank, right part; the left one wins when it is narrow."""
        self._pieces, self._right = status_row(
            self.left, self.position, self.size.width, self.ink, self.key
        )
        return self.ink.strip(self._pieces, self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Tell the screen what was clicked."""
        column = event.x - (self.size.width - 1 - cell_width(self._right))
        part = part_at(self._right, column, self.position, self.ink.ascii) if self.position else ""
        action = action_at(self.left, self._pieces, event.x) if self._pieces else ""
        self.post_message(self.Clicked(part, action, event.chain))
