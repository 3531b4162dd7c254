"""The application: lifecycle, look, signals; it shows screens and decides nothing else."""

import asyncio
import os
import sys
from collections import deque
from collections.abc import Mapping

from textual import events
from textual.app import App
from textual.binding import Binding

from reader.document.model import Document
from reader.library.state import Memory, Record
from reader.messages import complain
from reader.paint import THEMES, Palette, color_depth, drawn_signs, page_palette, theme
from reader.tui.driver import TerminalDriver, keyboard_on_stdin
from reader.tui.look import dress
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.shelf import ShelfScreen
from reader.tui.screens.themes import ThemeScreen
from reader.tui.strips import Ink
from reader.tui.widgets.prompt import Prompt
from reader.typeset.line import ASCII, Signs


class ReaderApp(App[int]):
    """Shows one article, or the shelf when there is none."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        Binding(
            "Q,ctrl+q", "quit", "quit", id="app-quit", tooltip="quit from anywhere", show=False
        ),
        Binding(
            "ctrl+c", "quit", "quit", id="app-interrupt", tooltip="quit from anywhere", show=False
        ),
        Binding(
            "c", "theme", "choose a theme", id="app-theme", tooltip="choose a theme", show=False
        ),
        Binding(
            "ctrl+l",
            "redraw",
            "draw again",
            id="app-redraw",
            tooltip="draw the screen again",
            show=False,
        ),
        Binding(
            "ctrl+z",
            "suspend_process",
            "suspend",
            id="app-suspend",
            tooltip="suspend to the shell",
            show=False,
        ),
    ]

    def __init__(
        self,
        document: Document | None,
        ink: Ink,
        signs: Signs,
        *,
        find: str,
        section: str,
        record: Record | None = None,
    ) -> None:
        super().__init__(ansi_color=True, driver_class=TerminalDriver)
        self.document = document
        self.ink = ink
        self.signs = signs
        self._find = find
        self._section = section
        self._record = record
        self._keys: deque[events.Key] = deque()

    def on_mount(self) -> None:
        """Show the article or the shelf."""
        if self.document is None:
            self.push_screen(ShelfScreen(self.ink, self.signs), self._leave)
            return
        screen = ArticleScreen(
            self.document,
            self.ink,
            self.signs,
            find=self._find,
            section=self._section,
            record=self._record,
        )
        self.push_screen(screen, self._leave)

    # ------------------------------------------------------------------ keys, in their order

    async def on_event(self, event: events.Event) -> None:
        """Answer keys at once, in the order in which they were typed.

        Textual hands a key to the widget that has the focus, whose queue answers it later: of
        keys that come in one burst (over a slow line, from a macro) the ones behind `/` or Enter
        would still go to the widget that had the focus before.
        """
        if isinstance(event, events.Key) and not event.is_forwarded:
            self.app_focus = True
            if event.key.startswith("alt+") and event.is_printable:
                # Esc and a letter typed quickly arrive as one: nothing here is bound to Alt.
                self._keys.append(events.Key("escape", None))
                event = events.Key(event.key.removeprefix("alt+"), event.character)
            self._keys.append(event)
            await self._play()
        else:
            await super().on_event(event)

    async def _play(self) -> None:
        """Answer the keys that wait, once the screen on top can."""
        while self._keys:
            if not self.screen.is_mounted:
                asyncio.get_running_loop().call_later(0.01, self.call_later, self._play)
                return
            event = self._keys.popleft()
            focused = self.focused
            if isinstance(focused, Prompt) and event.is_printable and event.character:
                focused.put(event.character)
            elif not (isinstance(self.screen, ArticleScreen) and self.screen.intercept(event)):
                await self._check_bindings(event.key)

    def action_redraw(self) -> None:
        """Draw the whole screen again, over whatever another program wrote on it."""
        self.screen.refresh(layout=True)
        self.refresh(layout=True)

    def action_suspend_process(self) -> None:
        """Stop the whole job, as Ctrl-z does elsewhere."""
        if isinstance(self._driver, TerminalDriver):
            self._driver.pause(0)

    # ------------------------------------------------------------------ the look

    def action_theme(self) -> None:
        """Choose a theme."""
        if self.ink.depth != "none":
            self.push_screen(ThemeScreen(self.ink, self.wear), self._keep_theme)

    def action_keep_theme(self, name: str) -> None:
        """Wear the theme of that name from now on."""
        palette = theme(name)
        if palette is not None:
            self.wear(palette)
            self._keep_theme(name)

    def _keep_theme(self, name: str | None) -> None:
        """Remember the theme that was chosen, for the next time."""
        if name:
            Memory().remember("theme", name)

    def wear(self, palette: Palette) -> None:
        """Paint everything with `palette` from now on: the one place where the look changes."""
        self.ink.palette = palette
        for screen in self.screen_stack:
            dress(screen, self.ink)

    def _fatal_error(self) -> None:
        """End without Textual's traceback, which shows what the article holds; `run` tells."""
        self._close_messages_no_wait()

    def _set_pointer_shape(self, shape: str) -> None:
        """Leave the mouse pointer as it is: some terminals print the sequence for it."""

    def _leave(self, _result: None) -> None:
        """The screen that the program opened with was left."""
        self.exit(0)


def ink_for(environ: Mapping[str, str]) -> tuple[Ink, Signs]:
    """The look that suits the terminal: its colours, and signs that it can draw.

    `READER_THEME` names the theme; if there is no such, stderr gets a line about it.
    """
    signs = drawn_signs(environ, sys.stdout.encoding)
    italics = environ.get("TERM") != "linux"
    palette, depth = page_palette(environ), color_depth(environ, True)
    if name := environ.get("READER_THEME", ""):
        known = ", ".join(each.name for each in THEMES)
        palette = theme(name) or palette
        if theme(name) is None:
            complain(f"reader: READER_THEME: there is no theme {name}, only {known}")
    return Ink(palette, depth, italics=italics, ascii=signs is ASCII), signs


def run(
    document: Document | None, *, find: str = "", section: str = "", record: Record | None = None
) -> int:
    """Run the program on the terminal until the reader leaves; the exit code.

    `document` None shows the shelf; `record` is what is remembered of the document.
    """
    ink, signs = ink_for(os.environ)
    if not os.environ.get("READER_THEME"):
        ink.palette = theme(Memory().setting("theme")) or ink.palette
    app = ReaderApp(document, ink, signs, find=find, section=section, record=record)
    keyboard_on_stdin()
    result = app.run()
    Memory().count_start()
    if app._exception is not None:
        raise app._exception
    return (app.return_code or 0) if result is None else result
