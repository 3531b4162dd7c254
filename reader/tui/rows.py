"""The rows of the article's window as painted pieces, for the first screen and the widgets alike."""

from reader.document.characters import clean_line
from reader.paint import Style
from reader.tui.ink import Ink, Pieces, fit
from reader.typeset.cells import cell_width

NAME = 40  # cells of a section's name

# The left part of the status line: text, style, and the action of a click on it ('': none).
Left = list[tuple[str, Style, str]]


def inert(pieces: Pieces) -> Left:
    """Pieces that nothing happens on."""
    return [(text, style, "") for text, style in pieces]


class Position:
    """Where the reader is: the section's title and number, percent read, minutes left.

    `keys` is whether to say, too, what shows the keys.
    """

    __slots__ = ("keys", "minutes", "number", "percent", "section")

    def __init__(
        self, section: str, number: str, percent: int, minutes: int, keys: bool = True
    ) -> None:
        self.section = section
        self.number = number
        self.percent = percent
        self.minutes = minutes
        self.keys = keys


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


def status_row(
    left: Left, position: "Position | None", width: int, ink: Ink, key: str
) -> tuple[Pieces, str]:
    """The status line in `width` cells, and its right part; the left one wins when it is narrow.

    `key` is what shows all keys. What is said may hold anything: this is its last door.
    """
    room = max(width - 2, 0)
    used = 0
    pieces: Pieces = [(" ", Style())]
    for text, style, _ in left:
        text = ink.fit(clean_line(text), room - used)
        pieces.append((text, style))
        used += cell_width(text)
    right = ""
    if position is not None:
        right = status_right(position, room - used - (2 if used else 0), ink.ascii, key)
    gap = width - 2 - cell_width(right) - used
    if gap > 0:
        pieces += [(" " * gap, Style()), (right, ink.style("status"))]
    return pieces, right


def search_pieces(text: str, count: str, ink: Ink) -> Pieces:
    """The left part of the status line while a search goes on: what for, and how many hits."""
    sign, counted = ink.style("key"), ink.style("status")
    return [("/ ", sign), (text, Style()), (f"  {count}", counted)]


def action_at(left: Left, pieces: Pieces, column: int) -> str:
    """The action of a click on a column of the status line that was made of `left` as `pieces`."""
    reach = cell_width(pieces[0][0])
    if column < reach:
        return ""
    for (_, _, action), (text, _) in zip(left, pieces[1:], strict=False):
        reach += cell_width(text)
        if column < reach:
            return action
    return ""


def title_row(title: str, x: int, width: int, ink: Ink) -> Pieces:
    """The running title, over a text of `width` cells at column `x`."""
    return [(" " * x, Style()), (ink.fit(title, width), ink.style("status-dim"))]


def margin(x: int, ink: Ink, role: str = "", hang: int = 0) -> Pieces:
    """The cells left of a row of the text at column `x`, of which `hang` cells hang to the left.

    With a `role` there is a mark of that look in it.
    """
    if not role or not x:
        return [(" " * (x - hang), Style())]
    sign = (">" if ink.ascii else "▸", ink.style(role))
    gap = 1 if x >= 3 and not hang else 0
    return [(" " * (x - hang - 1 - gap), Style()), sign, (" " * gap, Style())]
