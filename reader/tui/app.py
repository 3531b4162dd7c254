"""The application: lifecycle, look, signals; it shows screens and decides nothing else."""

import asyncio
import os
import signal
import subprocess
import termios
from collections import deque
from collections.abc import Sequence
from contextlib import suppress

from textual import events
from textual.app import App

from reader.document.model import Document
from reader.errors import ReaderError
from reader.files import articles_folder
from reader.formats.stream import Pipe
from reader.keys.rows import APP
from reader.library.state import Memory, Record
from reader.paint import Palette, theme
from reader.settings import Settings
from reader.tui.bindings import made
from reader.tui.configured import Configured
from reader.tui.driver import TerminalDriver
from reader.tui.ink import Ink
from reader.tui.look import dress
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.shelf import ShelfScreen
from reader.tui.screens.themes import ThemeScreen
from reader.tui.start import Start
from reader.tui.terminal import ENDING, Taken, keyboard_on_stdin, reset_modes
from reader.tui.widgets.prompt import Prompt
from reader.typeset.line import Signs

MOUSE_LEFT = "the mouse is the terminal's: {} takes it back"
MOUSE_BACK = "the mouse is reader's again"

# What a person at the keyboard interrupts a program with.
INTERRUPTS = (signal.SIGINT, signal.SIGQUIT)


class ReaderApp(Configured, App[int]):
    """Shows one article, or the shelf when there is none."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS = made(APP)

    def __init__(
        self,
        document: Document | None,
        ink: Ink,
        signs: Signs,
        *,
        find: str,
        section: str,
        record: Record | None = None,
        library: str = "",
        pipe: Pipe | None = None,
        settings: Settings | None = None,
        taken: Taken | None = None,
    ) -> None:
        self.taken = taken
        super().__init__(ansi_color=True, driver_class=TerminalDriver)
        self.configure(settings or Settings())
        self.set_keymap(self.settings.keys.changed())
        self.document = document
        self.ink = ink
        self.signs = signs
        self._find = find
        self._section = section
        self._record = record
        self._library = library
        self._pipe = pipe
        self.mouse_left = False
        self._keys: deque[events.Key] = deque()

    def on_mount(self) -> None:
        """Show the article or the shelf."""
        if self.document is None:
            library = self._library or articles_folder(os.environ, self.settings.library)
            self.push_screen(ShelfScreen(self.ink, self.signs, library), self._leave)
            return
        screen = ArticleScreen(
            self.document,
            self.ink,
            self.signs,
            find=self._find,
            section=self._section,
            record=self._record,
            pipe=self._pipe,
        )
        self.push_screen(screen, self._leave)

    # ------------------------------------------------------------------ keys, in their order

    async def on_event(self, event: events.Event) -> None:
        """Answer keys at once, in the order in which they were typed.

        Textual hands a key to the widget that has the focus, whose queue answers it later: of
        keys that come in one burst (over a slow line, from a macro) the ones behind `/` or Enter
        would still go to the widget that had the focus before.
        """
        if isinstance(event, events.InputEvent):
            self.touched = asyncio.get_running_loop().time()
        if isinstance(event, events.Key) and not event.is_forwarded:
            self.app_focus = True
            if event.key.startswith("alt+") and event.is_printable:
                # Esc and a letter typed quickly arrive as one: nothing here is bound to Alt.
                self._keys.append(events.Key("escape", None))
                event = events.Key(event.key.removeprefix("alt+"), event.character)
            self._keys.append(event)
            await self._play()
        elif not (isinstance(event, events.MouseDown | events.MouseUp) and event.button != 1):
            # The other buttons do nothing; Textual would give what they touch the focus.
            await super().on_event(event)

    def on_resize(self) -> None:
        """Take a new size at once: Textual would wait for more of them, which replace each other."""
        self.call_next(self._take_size)

    def _take_size(self) -> None:
        if self._resize_timer is not None:
            self._check_resize()

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

    @property
    def waiting(self) -> int:
        """How many keys wait for a screen that can answer them."""
        return len(self._keys)

    def action_leave_mouse(self) -> None:
        """Leave the mouse to the terminal, for its own way of selecting, or take it back."""
        self.mouse_left = not self.mouse_left
        if isinstance(self._driver, TerminalDriver):
            self._driver.leave_mouse(self.mouse_left)
        if isinstance(self.screen, ArticleScreen | ShelfScreen):
            left = MOUSE_LEFT.format(self.settings.keys.sign("mouse") or ":")
            self.screen.report(left if self.mouse_left else MOUSE_BACK)

    def action_redraw(self) -> None:
        """Draw the whole screen again, over whatever another program wrote on it."""
        self.screen.refresh(layout=True)
        self.refresh(layout=True)

    def action_suspend_process(self) -> None:
        """Stop the whole job, as Ctrl-z does elsewhere."""
        if isinstance(self._driver, TerminalDriver):
            self._driver.pause(0)

    def run_outside(self, command: Sequence[str]) -> int:
        """Give the terminal to a program until it ends; its exit code (below 0: a signal).

        What interrupts that program from the keyboard is not meant for this one. Raises OSError
        where it cannot be started, SuspendNotSupported where there is no terminal.
        """
        caught: list[int] = []
        failure: OSError | None = None
        code = 0
        with self.suspend():  # which must not be left by an exception
            before = termios.tcgetattr(0)
            signal.set_wakeup_fd(-1)  # the loop would hear of them when it goes on
            for number in ENDING:  # (not SIG_IGN, which the program would inherit)
                signal.signal(number, lambda number, _frame: caught.append(number))
            try:
                code = subprocess.run(command, check=False).returncode
            except OSError as error:
                failure = error
            with suppress(termios.error):  # a program that was killed leaves it as it had it
                termios.tcsetattr(0, termios.TCSANOW, before)
            reset_modes()
            for number in ENDING:
                asyncio.get_running_loop().add_signal_handler(number, self.exit, 128 + number)
        for sent in caught:
            if sent not in INTERRUPTS:
                self.exit(128 + sent)
        if failure is not None:
            raise failure
        return code

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
            Memory().remember("theme", name, self.settings.theme)

    def wear(self, palette: Palette) -> None:
        """Paint everything with `palette` from now on: the one place where the look changes."""
        self.ink.palette = palette
        for screen in self.screen_stack:
            dress(screen, self.ink)

    def panic(self, *_: object) -> None:
        """End with a failure, which `run` tells, and not what Textual would show of it."""
        if self._exception is None:
            self._exception = ReaderError("the screen cannot be shown any more")
        self._return_code = 1
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        """End without Textual's traceback, which shows what the article holds; `run` tells."""
        self._close_messages_no_wait()

    def _set_pointer_shape(self, shape: str) -> None:
        """Leave the mouse pointer as it is: some terminals print the sequence for it."""

    def _leave(self, _result: None) -> None:
        """The screen that the program opened with was left."""
        self.exit(0)


def run(
    document: Document | None,
    start: Start,
    *,
    taken: Taken | None = None,
    find: str = "",
    section: str = "",
    record: Record | None = None,
    pipe: Pipe | None = None,
    library: str = "",
) -> int:
    """Run the program on the terminal until the reader leaves; the exit code.

    `taken` is the terminal with the first screen on it. `document` None shows the shelf with the
    articles of the folder `library` ('': the usual one); `record` is what is remembered of the
    document, `pipe` where more of it comes from. Raises SourceError when what comes is no text.
    """
    app = ReaderApp(
        document,
        start.ink,
        start.signs,
        taken=taken,
        find=find,
        section=section,
        record=record,
        pipe=pipe,
        settings=start.settings,
        library=library,
    )
    keyboard_on_stdin()
    if taken is not None:
        taken.hold_signals()
    result: object = app.run(mouse=start.settings.mouse)
    if app.has_read:
        start.memory.count_start()
    if app._exception is not None:
        raise app._exception
    if isinstance(result, ReaderError):
        raise result
    return result if isinstance(result, int) else app.return_code or 0
