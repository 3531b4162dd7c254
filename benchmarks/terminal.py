"""A program in a pseudo-terminal, with a clock: when what stood on its screen.

A thread takes what the program writes and notes the time; pyte draws it afterwards, in quiet
moments, so that the drawing neither slows the program down nor shifts the times.
"""

import fcntl
import os
import queue
import re
import struct
import termios
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress

import pyte

from benchmarks.process import Process, now, start

SIZE = (120, 40)

# What programs ask a terminal, and the answer of a plain modern one. Whoever waited for an answer
# that never comes would look slow.
ANSWERS = [
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),  # what are you
    (re.compile(rb"\x1b\[>0?c"), b"\x1b[>1;10;0c"),
    (re.compile(rb"\x1b\[5n"), b"\x1b[0n"),  # are you well
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),  # where is the cursor
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),  # synchronised output: known, off
    (re.compile(rb"\x1b\[\?(?!2026)(\d+)\$p"), b"\x1b[?%b;0$y"),  # other modes: not known
    (re.compile(rb"\x1b\[>0?q"), b"\x1bP>|plain 1\x1b\\"),  # name and version
    (re.compile(rb"\x1b\]10;\?(?:\x07|\x1b\\)"), b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\"),
    (re.compile(rb"\x1b\]11;\?(?:\x07|\x1b\\)"), b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
]
# Sequences that pyte would print as text, one that it does not know, and one that is not all there.
_UNKNOWN = re.compile(
    rb"\x1b[P_^X][^\x1b]*\x1b\\|\x1b\[[<=>][0-9;:]*[@-~]|\x1b\[[?0-9;]*[!$' ][@-~]"
    rb"|\x1b\[\?[0-9;]*[^hl0-9;!$' ]|\x1b\[[0-9;]*t|\x1b\[[0-9;]*:[0-9;:]*m"
)
_REPEAT = re.compile(rb"([ -~])\x1b\[(\d+)b")
_INCOMPLETE = re.compile(rb"\x1b(?:\[[0-9;:?<=>!$' ]*|[]P_^X][^\x07\x1b]*\x1b?)?\Z")

Rows = list[str]


def replies(output: bytes) -> bytes:
    """What a terminal answers to a program's output, in the order in which it is asked."""
    found = [
        (match.start(), answer % match.groups())
        for question, answer in ANSWERS
        for match in question.finditer(output)
    ]
    return b"".join(answer for _, answer in sorted(found))


class _Screen(pyte.Screen):
    """Pyte's screen, which also scrolls as curses asks for."""

    def scroll(self, step: Callable[[], None], row: int, count: int) -> None:
        before, self.cursor.y = self.cursor.y, row
        for _ in range(count or 1):
            step()
        self.cursor.y = before

    def scroll_up(self, count: int = 1) -> None:
        self.scroll(self.index, self.margins.bottom if self.margins else self.lines - 1, count)

    def scroll_down(self, count: int = 1) -> None:
        self.scroll(self.reverse_index, self.margins.top if self.margins else 0, count)


class _Stream(pyte.ByteStream):
    csi = {**pyte.ByteStream.csi, "S": "scroll_up", "T": "scroll_down"}
    events = pyte.ByteStream.events | {"scroll_up", "scroll_down"}


class Terminal(Process):
    """A program on a terminal of its own. All times are those of `now()`."""

    def __init__(
        self, argv: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = SIZE
    ) -> None:
        columns, rows = size
        self._screen = _Screen(columns, rows)
        self._stream = _Stream(self._screen)
        self._rest = b""
        self.rows: Rows = [" " * columns] * rows
        self.ended: float | None = None
        self._drawn_later: deque[tuple[float, bytes]] = deque()
        self._came: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        super().__init__(*start(argv, env, slave, terminal=True))
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        """Take what the program writes, note when it came, and answer what it asks."""
        rest = data = b""
        while True:
            try:
                data = os.read(self._master, 1 << 16)
            except OSError:  # on Linux, the end is an error
                data = b""
            self._came.put((now(), data))
            if not data:
                return
            asked = rest + data
            self._write(replies(asked))
            cut = _INCOMPLETE.search(asked)
            rest = cut[0] if cut else b""

    def _write(self, data: bytes) -> None:
        with suppress(OSError):  # it has ended
            os.write(self._master, data)

    def _draw(self, data: bytes) -> bool:
        """Draw what came; whether anything that can be seen is different now."""
        data = self._rest + data
        cut = _INCOMPLETE.search(data)
        self._rest = cut[0] if cut else b""
        data = _UNKNOWN.sub(b"", data[: cut.start()] if cut else data)
        self._stream.feed(_REPEAT.sub(lambda match: match[1] * (int(match[2]) + 1), data))
        changed = False
        for y in sorted(self._screen.dirty):
            line = self._screen.buffer[y]
            row = "".join(line[x].data for x in range(self._screen.columns))
            if y < len(self.rows) and row != self.rows[y]:
                self.rows[y] = row
                changed = True
        self._screen.dirty.clear()
        return changed

    def _changes(self, until: float, quiet: float) -> Iterator[float]:
        """The times at which the screen changed, until it stands still for `quiet` seconds."""
        last = now()
        while self.ended is None:
            try:
                self._drawn_later.append(self._came.get(timeout=0.01))
                last = self._drawn_later[-1][0]
                if last - self._drawn_later[0][0] < 1:
                    continue
            except queue.Empty:
                pass
            while self._drawn_later:
                when, data = self._drawn_later.popleft()
                if not data:
                    self.ended = when
                elif self._draw(data):
                    yield when
                last = now()  # to draw takes time, too
            if now() > until or now() - last > quiet:
                return

    def until(self, seen: Callable[[Rows], bool], timeout: float = 20) -> float | None:
        """When the screen was first so that `seen` of its rows is true; None if it never was."""
        if seen(self.rows):
            return now()
        limit = now() + timeout
        return next((when for when in self._changes(limit, timeout) if seen(self.rows)), None)

    def still(self, quiet: float = 0.15, timeout: float = 10) -> float | None:
        """Wait until nothing changes; when the last change was, None if there was none."""
        last = None
        for when in self._changes(now() + timeout, quiet):
            last = when
        return last

    def painted(self, quiet: float = 0.15, timeout: float = 10) -> float | None:
        """Wait for a change and until nothing more changes; when the last change was."""
        first = next(self._changes(now() + timeout, timeout), None)
        return first and (self.still(quiet, timeout) or first)

    def idle(self, timeout: float = 60) -> None:
        """Wait until the program neither paints nor computes."""
        limit = now() + timeout
        while now() < limit and self.ended is None:
            used = self.cpu()
            if self.still(0.3, 1) is None and self.cpu() - used <= 20:
                return

    def press(self, keys: str) -> float:
        """Type keys; when that was."""
        self.still(0, 0)
        when = now()
        self._write(keys.encode())
        return when

    def hold(self, key: str, times: int, rate: float) -> float:
        """Type a key so many times, `rate` in a second, without looking; when the last was typed."""
        self.still(0, 0)
        began = now()
        for number in range(times):
            time.sleep(max(0.0, began + number / rate - now()))
            self._write(key.encode())
        return now()

    def resize(self, columns: int, rows: int) -> float:
        """Give the window another size; when that was."""
        self.still(0, 0)
        self._screen.resize(rows, columns)
        self.rows = [row[:columns].ljust(columns) for row in self.rows[:rows]]
        self.rows += [" " * columns] * (rows - len(self.rows))
        when = now()
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        return when

    def end(self, timeout: float = 10) -> float | None:
        """When the program ended by itself; None if it did not."""
        self.still(timeout, timeout)
        return self.ended

    def close(self) -> None:
        """End it all."""
        self.kill()
        self._listener.join()
        os.close(self._master)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
