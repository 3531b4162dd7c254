"""Choosing a theme: a small list over what is on the screen, which shows each one at once."""

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from reader.keys import rows
from reader.paint import THEMES, Palette
from reader.tui.bindings import made
from reader.tui.configured import settings_of
from reader.tui.ink import Ink, Pieces
from reader.tui.notices import keyed
from reader.tui.widgets.panel import HEAD, Entries, Panel

WIDTH = 27
MARGINS = (3, 1)
HINT = (("panel-choose", "keeps"), ("panel-leave", "undoes"))  # clauses of `keyed`


class ThemeEntries(Entries):
    """A row per theme: its name."""

    def __init__(self, themes: Sequence[Palette], ink: Ink) -> None:
        self.themes = themes
        self.ink = ink
        self.starts = range(len(themes))
        self.total = len(themes)

    def rows(self, index: int, marked: bool) -> list[Pieces]:  # noqa: ARG002
        """The name."""
        return [[(self.themes[index].name, self.ink.style("panel"))]]

    def full(self, index: int) -> str:
        """The name."""
        return self.themes[index].name


class Edge(Widget):
    """A row of the box around the list: a drawn corner and line, or words behind its left side."""

    def __init__(self, ink: Ink, words: str = "") -> None:
        super().__init__()
        self.ink = ink
        self.words = words

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """The one row."""
        width = self.size.width
        corner, side, line = "+|-" if self.ink.ascii else "┌│─"
        drawn = self.ink.style("bar")
        if not self.words:
            return self.ink.strip([(corner + line * (width - 1), drawn)], width)
        left = side.ljust(MARGINS[0])
        words = self.ink.fit(self.words, max(width - sum(MARGINS), 0))
        return self.ink.strip([(left, drawn), (words, self.ink.style("panel-dim"))], width)


class ThemeScreen(ModalScreen[str]):
    """The list of themes at the lower right, over the screen that it was called from.

    `wear` is called with each theme that the cursor comes to. Closes with the name of the theme
    to keep, or with `""` when the one from before is worn again.
    """

    BINDINGS = made(rows.THEMES)
    DEFAULT_CSS = """
    ThemeScreen { background: transparent; layers: panels; overflow: hidden; }
    Edge { position: absolute; layer: panels; height: 1; }
    """

    def __init__(self, ink: Ink, wear: Callable[[Palette], None]) -> None:
        super().__init__()
        self.ink = ink
        self.before = ink.palette
        self._wear = wear
        self._over = False

    def compose(self) -> ComposeResult:
        """The upper edge, the list, a line that says how to leave it."""
        yield Edge(self.ink)
        keys = settings_of(self).keys
        panel = Panel(self.ink, keys.sign("theme"), "THEME", "themes")
        panel.display = True
        panel.overlay = True
        panel.margins = MARGINS
        panel.cursor = THEMES.index(self.before)
        yield panel
        yield Edge(self.ink, keyed(lambda name: keys.sign(name, self.ink.ascii), *HINT))

    def on_mount(self) -> None:
        """The cursor is on the theme that is worn."""
        self.panel = self.query_one(Panel)
        self._arrange()
        self.set_focus(self.panel)

    def on_resize(self) -> None:
        """Take the new size."""
        if hasattr(self, "panel"):
            self._arrange()

    def _arrange(self) -> None:
        """Put the box above the status line; what is too small for it loses the edges first."""
        width, height = self.size
        high = max(min(HEAD + len(THEMES), height - 1), 1)
        wide = min(WIDTH, width)
        x, y = width - wide, height - 1 - high
        upper, lower = self.query(Edge)
        framed = y >= 3
        if framed:
            y -= 2
        upper.display = lower.display = framed
        for widget, row in ((upper, y - 1), (self.panel, y), (lower, y + high + 1)):
            widget.styles.offset = (x, row)
            widget.styles.width = wide
        self.panel.styles.height = high + (1 if framed else 0)
        self.panel.fill(ThemeEntries(THEMES, self.ink), THEMES.index(self.before), high)
        self.call_after_refresh(self._put_cursor)

    def _put_cursor(self) -> None:
        """Put the hardware cursor on the theme under the cursor."""
        if self.app.screen is self:
            inside = Offset(self.panel.margins[0], self.panel.cursor_row)
            self.app.cursor_position = self.panel.region.offset + inside

    def on_panel_moved(self, message: Panel.Moved) -> None:
        """Show the theme that the cursor stands on."""
        if not self._over:
            self._wear(THEMES[message.index])
            self.call_after_refresh(self._put_cursor)

    def on_click(self, event: events.Click) -> None:
        """A click beside the box undoes."""
        if not self._over and self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.action_leave_panel()

    def action_next(self) -> None:
        """Go to the next theme, behind the last one to the first."""
        self.panel.action_move(1 if self.panel.cursor + 1 < len(THEMES) else -len(THEMES))

    def action_choose(self) -> None:
        """Keep the theme under the cursor."""
        self._leave(THEMES[self.panel.cursor], THEMES[self.panel.cursor].name)

    def action_leave_panel(self) -> None:
        """Wear the theme from before again."""
        self._leave(self.before, "")

    def _leave(self, palette: Palette, kept: str) -> None:
        self._over = True
        self._wear(palette)
        self.dismiss(kept)
