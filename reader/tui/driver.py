"""Textual's driver, tied to the terminal itself, and the signals that end or stop the program."""

import asyncio
import os
import select
import signal
import termios
from codecs import getincrementaldecoder
from collections import deque
from concurrent.futures import Future
from contextlib import suppress

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message
from textual.messages import InBandWindowResize

from reader.tui.keyboard import Keyboard
from reader.tui.terminal import ENDING, ENTER, Taken, screen, size

# Messages that may wait for an answer before more keys are read, and the seconds between two looks
# at how many they are: what is poured into the terminal waits there, not in our memory.
MOST_WAITING = 64
UNTIL_LOOK = 0.003
PART = 256  # the most bytes that are read at once


class TerminalDriver(LinuxDriver):
    """Paints on the controlling terminal where stderr, on which Textual paints, leads elsewhere.

    While the program has the terminal, signals are answered between two messages of the loop
    (Textual's own handlers run in the middle of anything, a write to the terminal for one), so
    that the terminal is always given back. While it has not (stopped, or an editor runs in
    it), the signals of job control do what they do to any program.

    Its thread that reads the keys sleeps until there are some, and ends when it is told: Textual's
    own looks ten times a second, and makes whoever quits wait for two of these looks.
    """

    def __init__(
        self,
        app: App[int],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = screen()  # type: ignore[assignment]
        self._taken: Taken | None = getattr(app, "taken", None)
        self._sent: deque[Future[bool]] = deque()
        self._woken, self._wake = os.pipe()
        os.set_blocking(self._woken, False)
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        signal.signal(signal.SIGCONT, signal.SIG_DFL)

    def start_application_mode(self) -> None:
        """Take the terminal, and answer signals."""
        loop = asyncio.get_running_loop()
        for number in ENDING:
            loop.add_signal_handler(number, self._app.exit, 128 + number)
        loop.add_signal_handler(signal.SIGTSTP, self.pause, os.getpid())
        loop.add_signal_handler(signal.SIGCONT, self._reclaim)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._taken is not None:
            self.attrs_before = self._taken.attributes
            self._taken.given_over = True
            if self._taken.ended_by:
                self._app.exit(128 + self._taken.ended_by)
            self._taken = None

    def write(self, data: str) -> None:
        """Write to the terminal; to what the first screen stands on, some clear it when told twice."""
        if data != ENTER or self._taken is None:
            super().write(data)

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        super().stop_application_mode()
        with suppress(RuntimeError):  # the loop has ended
            loop = asyncio.get_running_loop()
            loop.remove_signal_handler(signal.SIGTSTP)
            loop.remove_signal_handler(signal.SIGCONT)

    def pause(self, process: int) -> None:
        """Give the terminal back and stop; this returns when the program has it again.

        `process` is what stops, 0 for the whole job: all that the shell waits for. Where nobody
        could continue it (no shell is there), the system does not stop it.
        """
        self.suspend_application_mode()
        os.kill(process, signal.SIGTSTP)
        self._retake()

    def _reclaim(self) -> None:
        """Somebody stopped the program by force and continued it: another had the terminal."""
        self._wait_for_terminal()
        self.suspend_application_mode()
        self._retake()

    def _retake(self) -> None:
        self._wait_for_terminal()
        self.resume_application_mode()
        self._app.call_later(self._app.run_action, "redraw")

    def _wait_for_terminal(self) -> None:
        """In the background, stop until the program is brought to the foreground.

        `tcdrain` changes nothing, and asks for the terminal like all that does (SIGTTOU).
        """
        with suppress(termios.error):
            termios.tcdrain(self.fileno)

    def leave_mouse(self, left: bool) -> None:
        """Leave the mouse to the terminal, also when the program is suspended and comes back."""
        if left:
            self._disable_mouse_support()
        self._mouse = not left
        self._enable_mouse_support()

    def _enable_mouse_support(self) -> None:
        """Ask for buttons, the wheel, and moves with a button down (1002).

        Textual asks for every move (1003): over a slow line each one is a packet and work, for
        nothing that is shown here.
        """
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1002h\x1b[?1006h")
            self.flush()

    def _disable_mouse_support(self) -> None:
        """Take back what was asked for."""
        if self._mouse:
            self.write("\x1b[?1006l\x1b[?1002l\x1b[?1000l")
            self.flush()

    def _query_in_band_window_resize(self) -> None:
        """Learn of a new size by SIGWINCH alone.

        With sizes in band Textual reads the mouse in pixels (1016), which it neither takes back
        at the end nor asks for again after a suspension.
        """

    def _get_terminal_size(self) -> tuple[int, int]:
        """The size that the terminal says; `COLUMNS` and `LINES` only where it says nothing."""
        told = size()
        return told if all(told) else super()._get_terminal_size()

    def process_message(self, message: Message) -> None:
        """Pass on what the parser made out; sizes that nobody asked for are not believed."""
        if not isinstance(message, InBandWindowResize | events.Resize):
            super().process_message(message)

    def _run_input_thread(self) -> None:
        """Run `run_input_thread`; the application ends with its failure, as with any other."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - it would be lost in this thread
            self._app.call_later(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        """Read keys and other reports of the terminal until `disable_input`."""
        keyboard = Keyboard()
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        wait: float | None = None
        while True:
            behind = self._is_behind()
            watched = (self._woken,) if behind else (self.fileno, self._woken)
            ready, _, _ = select.select(watched, (), (), UNTIL_LOOK if behind else wait)
            if self._woken in ready:
                os.read(self._woken, 1)
                break
            if behind:
                continue
            wait = None
            if ready:
                data = os.read(self.fileno, PART)
                if not data:  # the terminal has gone; SIGHUP tells the rest
                    break
                for pasted, text in keyboard.read(decode(data)):
                    if pasted:
                        parser = XTermParser(self._debug)
                        self.process_message(events.Paste(text))
                    else:
                        parser = self._parse(parser, text)
                if keyboard.pasting:  # the beginning of its mark is no key
                    parser = XTermParser(self._debug)
                else:
                    wait = ESCAPE_DELAY
            else:
                keyboard.pause()
                for message in parser.tick():
                    self.process_message(message)

    def _parse(self, parser: XTermParser, text: str) -> XTermParser:
        """Answer what is typed; the parser that goes on with what follows.

        Reports that make no sense end Textual's parser, and one of a size would change how it
        reads the mouse: another takes its place.
        """
        for character in text:
            try:
                for message in parser.feed(character):
                    if isinstance(message, events.Resize):
                        parser = XTermParser(self._debug)
                    self.process_message(message)
            except (ValueError, OverflowError):
                parser = XTermParser(self._debug)
        return parser

    def send_message(self, message: Message) -> None:
        """Send a message to the application, and know until when it is on its way."""
        post = self._app._post_message(message)
        self._sent.append(asyncio.run_coroutine_threadsafe(post, self._loop))

    def _is_behind(self) -> bool:
        """Whether many keys have been read that are not answered yet."""
        while self._sent and self._sent[0].done():
            self._sent.popleft()
        waiting = self._app._message_queue.qsize() + getattr(self._app, "waiting", 0)
        return len(self._sent) + int(waiting) > MOST_WAITING

    def disable_input(self) -> None:
        """Read no more keys: they are another program's now."""
        if self._key_thread is not None and self._key_thread.is_alive():
            os.write(self._wake, b"x")
        super().disable_input()
        with suppress(BlockingIOError):  # where the thread had ended already
            os.read(self._woken, 1)
