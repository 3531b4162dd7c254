"""The terminal itself, before and beside Textual: whose keyboard it is, and the first screen on it."""

import os
import signal
import sys
import termios
from collections.abc import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import TextIO

TERMINAL = "/dev/tty"
# What ends the program with the code that a shell reports for it, 128 + its number.
ENDING = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"  # the alternate screen
# Ways of the mouse and of pastes that another program may have left on.
MODES = (1000, 1002, 1003, 1006, 1015, 1016, 2004)
HIDE_CURSOR, SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"

# Indices into what `tcgetattr` returns.
_IFLAG, _LFLAG, _CC = 0, 3, 6
_RAW_IFLAG = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
_RAW_LFLAG = termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG


def keyboard_on_stdin() -> None:
    """Give file descriptor 0, from which the keys are read, to the controlling terminal.

    Where an article was read from a pipe, the pipe has done its service.
    """
    if os.isatty(0):
        return
    terminal = os.open(TERMINAL, os.O_RDWR)
    if terminal == 0:  # it was closed
        os.set_inheritable(0, True)
        return
    os.dup2(terminal, 0)
    os.close(terminal)


def screen() -> "TextIO":
    """The stream that is painted on: stderr, and stdout where stderr leads elsewhere.

    The program only starts where stdout is a terminal.
    """
    own = sys.__stderr__ if sys.__stderr__ is not None and sys.__stderr__.isatty() else None
    stream = own or sys.__stdout__
    assert stream is not None
    return stream


def reset_modes() -> None:
    """Turn off what another program may have left on, before the terminal is taken again."""
    out = screen()
    out.write("".join(f"\x1b[?{mode}l" for mode in MODES))
    out.flush()


def size() -> tuple[int, int]:
    """Columns and rows, as the terminal says; (0, 0) where it says nothing."""
    try:
        columns, rows = os.get_terminal_size(screen().fileno())
    except OSError:
        return 0, 0
    return columns, rows


class Taken:
    """The terminal with the first screen on it, until `given_over` to Textual or given back.

    Keys that are typed meanwhile are neither shown nor answered; the terminal keeps them. A signal
    that ends the program meanwhile raises SystemExit; once Textual is about to run it is kept in
    `ended_by` instead.
    """

    def __init__(self) -> None:
        self.attributes = termios.tcgetattr(0)
        self.given_over = False
        self.ended_by = 0
        for number in ENDING:
            signal.signal(number, self._leave)
        raw = termios.tcgetattr(0)
        raw[_IFLAG] &= ~_RAW_IFLAG
        raw[_LFLAG] &= ~_RAW_LFLAG
        raw[_CC][termios.VMIN] = 1
        termios.tcsetattr(0, termios.TCSANOW, raw)

    def show(self, rows: Sequence[str], cursor: tuple[int, int]) -> None:
        """Paint the rows of a whole window, from the top, and leave the cursor at (column, row)."""
        places = (f"\x1b[{number};1H{row}" for number, row in enumerate(rows, 1))
        end = f"\x1b[{cursor[1] + 1};{cursor[0] + 1}H"
        out = screen()
        # What a signal cuts off in the middle would swallow the sequences that give it back.
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
        try:
            out.write(f"{ENTER}{HIDE_CURSOR}{''.join(places)}{end}")
            out.flush()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)

    def hold_signals(self) -> None:
        """Keep the signals for the application, which an exception would end in its middle."""

        def keep(number: int, _frame: "FrameType | None") -> None:
            self.ended_by = number

        for number in ENDING:
            signal.signal(number, keep)

    def give_back(self) -> None:
        """Leave the terminal as it was; nothing where Textual has taken it, which does the same."""
        if not self.given_over:
            self.given_over = True
            out = screen()
            out.write(f"{LEAVE}{SHOW_CURSOR}")
            out.flush()
            termios.tcsetattr(0, termios.TCSANOW, self.attributes)

    def _leave(self, number: int, _frame: "FrameType | None") -> None:
        self.give_back()
        raise SystemExit(128 + number)
