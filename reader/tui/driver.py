"""Textual's driver, tied to the terminal itself: pipes on stdin and stderr stay pipes."""

import os
import sys

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

TERMINAL = "/dev/tty"


class TerminalDriver(LinuxDriver):
    """Paints on the controlling terminal where stderr, on which Textual paints, leads elsewhere."""

    def __init__(
        self,
        app: App[int],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if sys.__stderr__ is None or not sys.__stderr__.isatty():
            # The program only starts where stdout is a terminal.
            self._file = sys.__stdout__

    def _get_terminal_size(self) -> tuple[int, int]:
        """The size that the terminal says; `COLUMNS` and `LINES` only where it says nothing."""
        try:
            size = os.get_terminal_size(self._file.fileno() if self._file else 1)
        except OSError:
            return super()._get_terminal_size()
        return (size.columns, size.lines) if all(size) else super()._get_terminal_size()


def keyboard_on_stdin() -> None:
    """Give file descriptor 0, from which Textual reads the keys, to the controlling terminal.

    Where an article was read from a pipe, the pipe has done its service.
    """
    if os.isatty(0):
        return
    terminal = os.open(TERMINAL, os.O_RDWR)
    os.dup2(terminal, 0)
    os.close(terminal)
