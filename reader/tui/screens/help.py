"""The keys, as one page by task."""

from collections.abc import Sequence
from itertools import groupby, takewhile

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from reader.keys.binding import Binding
from reader.keys.remap import NONE, SEPARATOR, Keymap
from reader.keys.rows import ARTICLE, HELP, SHELF
from reader.paint import Style
from reader.tui.bindings import made
from reader.tui.ink import Ink, Pieces, pad
from reader.tui.widgets.wheel import Wheeled
from reader.typeset.cells import cell_width

KEY_WIDTH = 15  # the keys of a row, with a blank on either side
COLUMN = 39
LEFT = ("Read", "Search", "Leave", "The list")


# The cells of a row that do something when they are clicked: from, to, and which action.
Targets = list[tuple[int, int, str]]


class HelpRow:
    """A row of the page: its pieces, and what clicks on it do."""

    def __init__(self, pieces: Pieces, targets: Targets | None = None) -> None:
        self.pieces = pieces
        self.targets = targets or []

    def beside(self, other: "HelpRow") -> "HelpRow":
        """This row and to its right, `COLUMN` cells on, another one."""
        moved = [(COLUMN + start, COLUMN + end, action) for start, end, action in other.targets]
        return HelpRow([*self.pieces, *other.pieces], [*self.targets, *moved])

    def action_at(self, column: int) -> str:
        """What a click on a column does; empty for nothing."""
        return next((do for start, end, do in self.targets if start <= column < end), "")


def help_rows(bindings: Sequence[Binding], width: int, ink: Ink) -> list[HelpRow]:
    """The bindings by group: two columns from 78 cells on, else one."""
    groups = [
        (group, list(members))
        for group, members in groupby(bindings, key=lambda binding: binding.group)
    ]
    if width < 2 * COLUMN:
        return _column(groups, min(width, COLUMN), ink)
    left = _column([group for group in groups if group[0] in LEFT], COLUMN, ink)
    right = _column([group for group in groups if group[0] not in LEFT], COLUMN, ink)
    blank = HelpRow([(" " * COLUMN, Style())])
    height = max(len(left), len(right))
    left += [blank] * (height - len(left))
    right += [blank] * (height - len(right))
    return [one.beside(other) for one, other in zip(left, right, strict=True)]


def _column(groups: list[tuple[str, list[Binding]]], width: int, ink: Ink) -> list[HelpRow]:
    rows: list[HelpRow] = []
    for title, members in groups:
        if rows:
            rows.append(HelpRow([(" " * width, Style())]))
        rows.append(HelpRow([(pad(" " + title, width), ink.style("panel-title"))]))
        for binding in members:
            names = binding.key_display.split(SEPARATOR)
            separator = SEPARATOR
            if ink.ascii:
                names = [_in_ascii(name) for name in names]
                separator = "  "
            shown = pad(" " + separator.join(names), min(KEY_WIDTH - 1, width), ink.ellipsis)
            shown = pad(shown, min(KEY_WIDTH, width))
            text = _in_ascii(ink.plain(binding.description)) if ink.ascii else binding.description
            text = pad(text, max(width - KEY_WIDTH, 0), ink.ellipsis)
            targets = _targets(names, len(separator), _told_by(binding), width)
            rows.append(HelpRow([(shown, ink.style("key")), (text, Style())], targets))
    return rows


def _in_ascii(keys: str) -> str:
    for sign, name in (("↓", "Down"), ("↑", "Up"), ("←", "Left"), ("→", "Right"), (NONE, "-")):
        keys = keys.replace(sign, name)
    return keys


def _told_by(binding: Binding) -> list[Binding]:
    """The bindings that a row of the page tells of: its own, and those behind it without a row."""
    table = [*ARTICLE, *SHELF]
    at = next(index for index, row in enumerate(table) if row.id == binding.id)
    behind = takewhile(lambda row: not row.key_display, table[at + 1 :])
    return [binding, *behind]


def _targets(names: list[str], apart: int, members: Sequence[Binding], width: int) -> Targets:
    """Each key of a row does its own; the text, what the first one does."""
    targets: Targets = []
    at = 1
    for name, binding in zip(names, members, strict=False):
        targets.append((at, at + cell_width(name), binding.action))
        at += cell_width(name) + apart
    return [*targets, (0, width, members[0].action)]


class HelpView(Wheeled, Widget, can_focus=True):
    """The rows of the page, from `top` on; `more` and `back` are the keys to scroll and to leave."""

    DEFAULT_CSS = "HelpView { width: 1fr; height: 1fr; }"

    class Chosen(Message):
        """A row was clicked that does this."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(
        self, ink: Ink, bound: "list[Binding]", place: str, more: str = "Space", back: str = "q"
    ) -> None:
        super().__init__()
        self.ink = ink
        self.bound = bound
        self.place = place
        self.more = more
        self.back = back
        self.top = 0
        self._made: tuple[int, list[HelpRow]] = (-1, [])

    def rows(self) -> list[HelpRow]:
        """All rows for the window as it is."""
        width = self.size.width
        if self._made[0] != width:
            self._made = width, help_rows(self.bound, width, self.ink)
        return self._made[1]

    def _left(self) -> int:
        """The blank columns before the page."""
        width = self.size.width
        return max((width - (2 * COLUMN if width >= 2 * COLUMN else COLUMN)) // 2, 0)

    def render_line(self, y: int) -> Strip:
        """Row `y` of the window."""
        rows = self.rows()
        width, height = self.size
        row = self.top + y
        pieces = rows[row].pieces if row < len(rows) else []
        if y == height - 1:
            more = f"{self.more} more, " if self.more else ""
            more = more if self.top + height - 1 < len(rows) else ""
            pieces = [(f" {more}{self.back} back to {self.place}", self.ink.style("panel-dim"))]
        return self.ink.strip([(" " * self._left(), Style()), *pieces], width)

    def on_click(self, event: events.Click) -> None:
        """A row does what it tells of; the last one turns to the rest, or goes back."""
        rows, height = self.rows(), self.size.height
        if event.y == height - 1:
            if self.top + height - 1 < len(rows):
                self.scroll_rows(height - 1)
            else:
                self.post_message(self.Chosen(""))
        elif self.top + event.y < len(rows):
            action = rows[self.top + event.y].action_at(event.x - self._left())
            if action:
                self.post_message(self.Chosen(action))

    def scroll_rows(self, rows: int) -> None:
        """Scroll by so many rows where the page is taller than the window."""
        self.top = max(min(self.top + rows, len(self.rows()) + 1 - self.size.height), 0)
        self.refresh()


class HelpScreen(Screen[str], inherit_bindings=False):
    """Shows the keys of a `place`; any of `?`, `q`, `Esc` and Enter goes back to it.

    A click on a row goes back with the action that the row tells of.
    """

    BINDINGS = made(HELP)

    def __init__(
        self,
        ink: Ink,
        keymap: Keymap,
        rows: Sequence[Binding] = ARTICLE,
        place: str = "the text",
    ) -> None:
        super().__init__()
        self.ink = ink
        self.keymap = keymap
        self.bound = keymap.displayed(rows)
        self.place = place

    def compose(self) -> ComposeResult:
        """One view."""
        more, back = (
            self.keymap.sign(name, self.ink.ascii) for name in ("help-page-down", "close")
        )
        yield HelpView(self.ink, self.bound, self.place, more, back)

    def action_rows(self, count: int) -> None:
        """Scroll."""
        self.query_one(HelpView).scroll_rows(count)

    def on_help_view_chosen(self, message: HelpView.Chosen) -> None:
        """Back to the text, to do there what was clicked."""
        self.dismiss(message.action)
