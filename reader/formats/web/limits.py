"""How long a fetch may take and how much may come; and how it may end."""

from reader.errors import ReaderError, SourceError
from reader.formats.source import MAX_SIZE


class UnreachableError(SourceError):
    """There is no answer at the moment; there may be one later."""


class CancelledError(ReaderError):
    """Nobody waits for the answer any more."""


class Limits:
    """How long and how much: seconds for all of it, without a byte, and to connect (to all
    addresses that a host has); bytes; hops."""

    __slots__ = ("connect", "deadline", "hops", "idle", "size")

    def __init__(
        self,
        deadline: float = 60.0,
        *,
        idle: float = 20.0,
        connect: float = 8.0,
        size: int = MAX_SIZE,
        hops: int = 10,
    ) -> None:
        self.deadline = deadline
        self.idle = idle
        self.connect = connect
        self.size = size
        self.hops = hops
