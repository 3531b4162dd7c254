"""A real pseudo-terminal around the program: bytes in, the screen that they draw out."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pyte

DEADLINE = 20.0  # seconds until a wait is given up


class Terminal:
    """`python -m reader ARGUMENTS` on a terminal of its own, seen through a pyte screen.

    Another `program` takes its place: a shell, for one.
    """

    def __init__(
        self,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        env: dict[str, str] | None = None,
        stdin: int | None = None,
        program: Sequence[str] = (sys.executable, "-m", "reader"),
        cwd: Path | None = None,
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.output = b""
        self.master, slave = pty.openpty()
        self.resize(columns, rows)
        self.before = termios.tcgetattr(slave)
        environ = {**os.environ, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"}
        environ.update({"COLUMNS": "72", "LINES": "11"})  # the terminal knows better
        environ.update(env or {})
        self.process = subprocess.Popen(
            [*program, *arguments],
            stdin=slave if stdin is None else stdin,
            stdout=slave,
            stderr=slave,
            env=environ,
            cwd=cwd,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0),
        )
        self.slave = slave

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, as a window manager would."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self.master, keys.encode())

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def wait_for(self, text: str) -> None:
        """Read until `text` is on the screen; fails after the deadline."""
        self._read_until(lambda: text in self.text, f"{text!r} on the screen")

    def wait_gone(self, text: str) -> None:
        """Read until `text` is no longer on the screen."""
        self._read_until(lambda: text not in self.text, f"{text!r} gone")

    def wait_for_bytes(self, data: bytes, times: int) -> None:
        """Read until the program has written `data` so many times."""
        self._read_until(lambda: self.output.count(data) >= times, f"{data!r} {times} times")

    def wait_end(self) -> int:
        """Read until the program has ended; its exit code."""
        self._read_until(lambda: self.process.poll() is not None, "the end", 0.01)
        while self._read(0.02):  # what it wrote last may still be on its way
            pass
        return self.process.returncode

    @property
    def text(self) -> str:
        """The screen as rows of text."""
        return "\n".join(self.screen.display)

    def close(self) -> None:
        """End it all."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
        os.close(self.slave)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read_until(self, done: Callable[[], bool], what: str, look_every: float = 0.1) -> None:
        end = time.monotonic() + DEADLINE
        while not done():
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what}; the screen:\n{self.text}")
            self._read(look_every)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.master], [], [], seconds)
        if ready:
            try:
                data = os.read(self.master, 65536)
            except OSError:
                return False
            self.output += data
            # pyte 0.8 does not know the private `m` and `u` sequences of the kitty protocol.
            self._stream.feed(data.replace(b"\x1b[<u", b"").replace(b"\x1b[>", b"\x1b[?"))
        return bool(ready)
