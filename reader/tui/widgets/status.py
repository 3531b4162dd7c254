"""The status line: what was typed or said on the left, where the reader is on the right."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.paint import Style
from reader.tui.ink import Ink, Pieces, fit
from reader.typeset.cells import cell_width

NAME = 40  # cells of a section's name


@dataclass(frozen=True)
class Position:
    """Where the reader is: the section's title and number, percent read, minutes left.

    `keys` is whether to say, too, what shows the keys.
    """

    section: str
    number: str
    percent: int
    minutes: int
    keys: bool = True


def status_right(position: Position, room: int, ascii: bool = False, key: str = "?") -> str:
    """The right part in at most `room` cells, on request in ASCII (but for the section's name).

    When it is narrow, `? keys` goes first, then the minutes, then the section's name.
    """
    keys = f"{key} keys" if key and position.keys else ""
    minutes = f"{position.minutes} min" if position.minutes else "end"
    percent = f"{position.percent} %"
    name, number = _section(position, ascii)
    for parts in (
        (name, number, percent, minutes, keys),
        (name, number, percent, minutes),
        (name, number, percent),
        (number, percent),
        (percent,),
    ):
        text = (" - " if ascii else " · ").join(part for part in parts if part)
        if cell_width(text) <= room:
            return text
    return ""


def _section(position: Position, ascii: bool) -> tuple[str, str]:
    """The section's name and number as they are shown."""
    sign = "" if ascii else "§"
    name = fit(position.section, NAME, "..." if ascii else "…")
    return name, f"{sign}{position.number}" if position.number else ""


def part_at(right: str, column: int, position: Position, ascii: bool = False) -> str:
    """What a click on a column of the right part asks for.

    That is the `contents` on the section's name and number, else the `keys`, whose own words are
    left out where it is narrow.
    """
    if not 0 <= column < cell_width(right):
        return ""
    _, number = _section(position, ascii)
    section = right[: right.rfind(number) + len(number)] if number and number in right else ""
    return "contents" if column < cell_width(section) else "keys"


class StatusLine(Widget):
    """The last row of the window. `left` is a message or a prompt's sign, `key` shows all keys."""

    DEFAULT_CSS = "StatusLine { position: absolute; layer: status; height: 1; }"

    class Clicked(Message):
        """A part of the row was clicked: `contents`, `keys`, or `` where nothing is."""

        def __init__(self, part: str) -> None:
            super().__init__()
            self.part = part

    def __init__(self, ink: Ink, key: str = "?") -> None:
        super().__init__(id="status")
        self.key = key
        self.ink = ink
        self.left: Pieces = []
        self.position: Position | None = None

    def show(self, left: Pieces, position: Position | None) -> None:
        """Take what there is to say."""
        self.left = left
        self.position = position
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """The row: left part, blank, right part; the left one wins when it is narrow."""
        width = self.size.width
        room = max(width - 2, 0)
        used = 0
        pieces: Pieces = [(" ", Style())]
        for text, style in self.left:
            text = self.ink.fit(text, room - used)
            pieces.append((text, style))
            used += cell_width(text)
        right = self._right(room - used - (2 if used else 0))
        gap = width - 2 - cell_width(right) - used
        if gap > 0:
            pieces += [(" " * gap, Style()), (right, self.ink.style("status"))]
        return self.ink.strip(pieces, width)

    def _right(self, room: int) -> str:
        if self.position is None:
            return ""
        return status_right(self.position, room, self.ink.ascii, self.key)

    def on_click(self, event: events.Click) -> None:
        """Tell the screen what was clicked."""
        width = self.size.width
        used = sum(cell_width(text) for text, _ in self.left)
        right = self._right(max(width - 2, 0) - used - (2 if used else 0))
        column = event.x - (width - 1 - cell_width(right))
        part = part_at(right, column, self.position, self.ink.ascii) if self.position else ""
        self.post_message(self.Clicked(part))
