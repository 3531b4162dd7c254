"""The keys, as one page by task."""

from collections.abc import Sequence
from itertools import groupby

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from reader.paint import Style
from reader.tui import keys
from reader.tui.strips import Ink, Pieces, pad

KEY_WIDTH = 15
COLUMN = 39
LEFT = ("Read", "Search", "Leave")


def help_rows(bindings: Sequence[Binding], width: int, ink: Ink) -> list[Pieces]:
    """The bindings by group: two columns from 78 cells on, else one."""
    groups = [
        (group.description if group else "", list(members))
        for group, members in groupby(bindings, key=lambda binding: binding.group)
    ]
    if width < 2 * COLUMN:
        return _column(groups, min(width, COLUMN), ink)
    left = _column([group for group in groups if group[0] in LEFT], COLUMN, ink)
    right = _column([group for group in groups if group[0] not in LEFT], COLUMN, ink)
    blank: Pieces = [(" " * COLUMN, Style())]
    height = max(len(left), len(right))
    left += [blank] * (height - len(left))
    right += [blank] * (height - len(right))
    return [[*one, *other] for one, other in zip(left, right, strict=True)]


def _column(groups: list[tuple[str, list[Binding]]], width: int, ink: Ink) -> list[Pieces]:
    rows: list[Pieces] = []
    for title, members in groups:
        if rows:
            rows.append([(" " * width, Style())])
        rows.append([(pad(" " + title, width), ink.style("panel-title"))])
        for binding in members:
            if not binding.key_display:
                continue  # the row before tells of it
            display = binding.key_display
            if ink.ascii:
                for sign, plain in (("↓", "Down"), ("↑", "Up"), ("·", "")):
                    display = display.replace(sign, plain)
            shown = pad(" " + display, min(KEY_WIDTH, width))
            text = binding.description.replace("·", "-") if ink.ascii else binding.description
            text = pad(text, max(width - KEY_WIDTH, 0))
            rows.append([(shown, ink.style("key")), (text, Style())])
    return rows


class HelpView(Widget, can_focus=True):
    """The rows of the page, from `top` on."""

    DEFAULT_CSS = "HelpView { width: 1fr; height: 1fr; }"

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.ink = ink
        self.top = 0

    def rows(self) -> list[Pieces]:
        """All rows for the window as it is."""
        return help_rows(keys.ARTICLE, self.size.width, self.ink)

    def render_line(self, y: int) -> Strip:
        """Row `y` of the window."""
        rows = self.rows()
        width, height = self.size
        left = max((width - (2 * COLUMN if width >= 2 * COLUMN else COLUMN)) // 2, 0)
        row = self.top + y
        pieces = rows[row] if row < len(rows) else []
        if y == height - 1:
            more = self.top + height - 1 < len(rows)
            hint = " Space more, q back to the text" if more else " q back to the text"
            pieces = [(hint, self.ink.style("panel-dim"))]
        return self.ink.strip([(" " * left, Style()), *pieces], width)

    def scroll_rows(self, count: int) -> None:
        """Scroll by `count` rows where the page is taller than the window."""
        self.top = max(min(self.top + count, len(self.rows()) + 1 - self.size.height), 0)
        self.refresh()


class HelpScreen(Screen[None], inherit_bindings=False):
    """Shows the keys; any of `?`, `q`, `Esc` and Enter goes back to the text."""

    BINDINGS = [
        Binding(
            "question_mark,q,escape,enter,ctrl+c",
            "dismiss",
            "back",
            id="help-close",
            tooltip="back to the text",
        ),
        Binding("j,down", "rows(1)", "down", id="help-down", tooltip="a row down"),
        Binding("k,up", "rows(-1)", "up", id="help-up", tooltip="a row up"),
        Binding(
            "space,f,pagedown,d,G,end",
            "rows(20)",
            "page down",
            id="help-page-down",
            tooltip="a page down",
        ),
        Binding(
            "b,pageup,u,g,home", "rows(-20)", "page up", id="help-page-up", tooltip="a page up"
        ),
    ]

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.ink = ink

    def compose(self) -> ComposeResult:
        """One view."""
        yield HelpView(self.ink)

    def action_rows(self, count: int) -> None:
        """Scroll."""
        self.query_one(HelpView).scroll_rows(count)
