"""Regular files, read without ever waiting: not for a pipe, a device or a file of the kernel."""

import os
import stat


class NotRegularError(OSError):
    """There is something at the path that is no regular file."""


def at_once(path: str, flags: int) -> int:
    """An opener that waits for nothing."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def read_regular(path: str, most: int) -> bytes:
    """At most the first `most` bytes of the regular file at `path`.

    Raises OSError, NotRegularError for anything else than a regular file, and ValueError for what
    cannot be a path.
    """
    _refuse_special(os.stat(path))  # noqa: PTH116 - opening is enough to set some devices going
    with open(path, "rb", buffering=0, opener=at_once) as file:
        _refuse_special(os.fstat(file.fileno()))
        data = file.read(most)
    if data is None:  # a file of the kernel that would have to be waited for
        raise NotRegularError
    return data


def _refuse_special(info: os.stat_result) -> None:
    if not stat.S_ISREG(info.st_mode):
        raise NotRegularError
