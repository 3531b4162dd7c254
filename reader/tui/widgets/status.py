"""The status line: what was typed or said on the left, where the reader is on the right."""

from dataclasses import dataclass

from textual.strip import Strip
from textual.widget import Widget

from reader.paint import Style
from reader.tui.strips import Ink, Pieces, fit
from reader.typeset.cells import cell_width


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


def status_right(position: Position, room: int, ascii: bool = False) -> str:
    """The right part in at most `room` cells, on request in ASCII (but for the section's name).

    When it is narrow, `? keys` goes first, then the minutes, then the section's name.
    """
    keys = "? keys" if position.keys else ""
    minutes = f"{position.minutes} min" if position.minutes else "end"
    percent = f"{position.percent} %"
    name = fit(position.section, 40, "..." if ascii else "…")
    sign = "" if ascii else "§"
    number = f"{sign}{position.number}" if position.number else ""
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


class StatusLine(Widget):
    """The last row of the window. `left` is a message or a prompt's sign, `count` its count."""

    DEFAULT_CSS = "StatusLine { position: absolute; layer: status; height: 1; }"

    def __init__(self, ink: Ink) -> None:
        super().__init__(id="status")
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
        right = ""
        if self.position is not None:
            right = status_right(self.position, room - used - (2 if used else 0), self.ink.ascii)
        gap = width - 2 - cell_width(right) - used
        if gap > 0:
            pieces += [(" " * gap, Style()), (right, self.ink.style("status"))]
        return self.ink.strip(pieces, width)
