"""An article that comes through a pipe little by little, and can be looked at before its end."""

import os
import re
import sys
from collections.abc import Callable
from select import select
from stat import S_ISFIFO, S_ISSOCK
from time import monotonic

from reader.errors import SourceError
from reader.formats.decoding import decode_piece, to_utf8, whole_characters
from reader.formats.source import (
    FRONT_MATTER,
    KINDS,
    MAX_SIZE,
    YAML_ARTICLE,
    Source,
    begins_with_tag,
    has_text,
    local_path,
    reason,
    short_name,
    sniff,
    source_of,
    too_large,
)
from reader.formats.xml import feed_or_page

# Seconds that more is waited for once there is something to show, and until it is said what
# is waited for.
PATIENCE = 0.2
SILENCE = 0.5

# The most bytes that are shown at first, while more comes.
FIRST = 1 << 20

_PART = 1 << 18
_FRONT_END = r"(?m)^(?:---|\.\.\.)[ \t]*\r?\n"
# How much of a text says whether it makes sense before its end.
_HEAD = 1 << 16
_HEADER = 4096


# The kinds of source that make sense at their end only.
WHOLE = ("yaml", "html")


class Pipe:
    """The bytes that have come through the descriptor `fd`, which belongs to the pipe from now on.

    `path` is the name of a FIFO, None for stdin, `base` the address that its relative links count
    from ('' for none). `ended` says that all has come, `size` how many
    bytes there are.
    """

    def __init__(self, fd: int, path: "str | None" = None, base: str = "") -> None:
        self.fd = fd
        self.path = path
        self.base = base
        self.name = "stdin" if path is None else short_name(path)
        self.ended = False
        self._data = bytearray()

    @property
    def size(self) -> int:
        """How many bytes have come."""
        return len(self._data)

    def begin(self, waiting: Callable[[], None], patience: "float | None" = PATIENCE) -> None:
        """Read until the end, or until what can be shown has been there for `patience` seconds.

        `patience` None waits for the end. `waiting` is called once if that takes a while.
        Raises SourceError for what cannot be read, and for more than the cap.
        """
        until: float | None = None
        say_at: float | None = monotonic() + SILENCE
        while not self.ended:
            wake = until or say_at
            left = None if wake is None else max(wake - monotonic(), 0.0)
            if select([self.fd], [], [], left)[0]:
                self.read()
                if until is None and patience is not None and self.ready:
                    until = monotonic() + patience
            if until is not None and monotonic() >= until:
                return
            if until is None and say_at is not None and monotonic() >= say_at and not self.ended:
                waiting()
                say_at = None

    def read(self) -> None:
        """Take what has come; waits if that is nothing. Raises SourceError."""
        try:
            part = os.read(self.fd, _PART)
        except BlockingIOError:
            return
        except OSError as error:
            raise SourceError(f"{self.name}: {reason(error)}") from error
        self._data += part
        self.ended = not part
        if len(self._data) > MAX_SIZE:
            raise too_large(self.name)

    @property
    def ready(self) -> bool:
        """Whether what has come so far can be shown.

        Front matter that is still open cannot, nor can an article in YAML, a web page or a
        feed, which are read as a whole.
        """
        if self.ended:
            return True
        if KINDS.get(os.path.splitext(self.path or "")[1].lower()) in WHOLE:  # noqa: PTH122
            return False
        head = bytes(self._data[:_HEAD])
        if not has_text(head):
            return False
        text = decode_piece(to_utf8(whole_characters(head)))
        if re.match(YAML_ARTICLE, text) or _is_page(text):
            return False
        opening = re.match(FRONT_MATTER, text)
        if opening is None:
            return not "---\n".startswith(text)
        return len(head) == _HEAD or re.search(_FRONT_END, text[opening.end() :]) is not None

    def source(self, most: int = FIRST) -> Source:
        """The source so far; before its end no more than `most` bytes of it.

        Raises SourceError for no text at all, and for what is no text.
        """
        data = bytes(self._data if self.ended else self._data[:most])
        if not self.ended:
            data = whole_characters(data)
        if not has_text(data):
            hint = "Pipe an article in, or name a file." if self.path is None else ""
            raise SourceError(f"{self.name}: nothing came", hint)
        source = source_of(self.name, data, self.path)
        source.url = self.base or source.url
        return source

    def close(self) -> None:
        """Read no more; whoever still writes is told so by the system."""
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1
        self._data = bytearray()


def _is_page(text: str) -> bool:
    """Whether a text is a web page or a feed, or may become a page."""
    if feed_or_page(text):
        return True
    if begins_with_tag(text):
        from reader.formats.markup import is_open

        return is_open(text) or sniff(text) == "html"
    # The header of a page that was saved with its pictures, or what may be its beginning.
    head = text[:_HEADER].lower()
    begun = head.lstrip().startswith(("from:", "mime-version:"))
    return begun and ("mime-version:" in head or "\n\n" not in head.replace("\r", ""))


def open_pipe(spec: str, base: str = "") -> "Pipe | None":
    """The pipe that `spec` names: stdin for `-`, or a FIFO; None for anything else.

    A FIFO is opened without waiting for who writes to it, so that this can be told of. Raises
    SourceError where it cannot be opened.
    """
    try:
        if spec == "-":
            mode = os.fstat(0).st_mode
            return Pipe(os.dup(0), base=base) if S_ISFIFO(mode) or S_ISSOCK(mode) else None
        path = local_path(spec)
        if not S_ISFIFO(os.stat(path).st_mode):  # noqa: PTH116
            return None
    except (OSError, ValueError):
        return None
    # Elsewhere than on Linux one that nobody has opened for writing yet is at its end.
    flags = os.O_NONBLOCK if sys.platform == "linux" else 0
    try:
        return Pipe(os.open(path, os.O_RDONLY | flags), path, base)
    except OSError as error:
        raise SourceError(f"{short_name(path)}: {reason(error)}") from error
