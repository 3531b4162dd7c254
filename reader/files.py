"""Regular files, read without ever waiting (not for a pipe, a device or a file of the kernel), small
ones written so that they are there whole or not at all, and the folders where they live."""

import os
import stat
import sys
from collections.abc import Mapping


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


def write_whole(path: str, data: bytes) -> None:
    """Put `data` in the place of the file at `path`, so that nobody ever sees half of it.

    Its folder is made if need be; what is kept is for the eyes of its owner only. Raises OSError.
    """
    folder, name = os.path.split(path)
    _make_folder(folder)
    draft = os.path.join(folder, f".{name}.{os.getpid()}")  # noqa: PTH118
    try:
        with open(draft, "wb", opener=_open_private) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)  # noqa: PTH105
    except OSError:
        forget(draft)
        raise


def forget(path: str) -> None:
    """Remove the file at `path`, if that can be done."""
    try:
        os.unlink(path)  # noqa: PTH108
    except OSError:
        return


def xdg_folder(environ: Mapping[str, str], name: str, usual: str) -> str:
    """Our folder in a base folder of the XDG specification, by its variable and its default.

    A relative path in the variable is ignored, as the XDG Base Directory Specification asks.
    """
    base = environ.get(name, "").strip()
    if not os.path.isabs(base):  # noqa: PTH117
        base = os.path.expanduser(usual)  # noqa: PTH111
    if not os.path.isabs(base):  # noqa: PTH117
        base = os.devnull  # there is no home: a folder in which nothing can be made
    return os.path.join(base, "reader")  # noqa: PTH118


def state_folder(environ: Mapping[str, str] = os.environ) -> str:
    """`$XDG_STATE_HOME/reader`, or what takes its place on systems that have no such thing."""
    if sys.platform.startswith("linux"):
        return xdg_folder(environ, "XDG_STATE_HOME", "~/.local/state")
    from platformdirs import user_state_path

    return str(user_state_path("reader", appauthor=False))


def articles_folder(environ: Mapping[str, str] = os.environ, configured: str = "") -> str:
    """The folder of the articles of whoever reads, as an absolute path; it need not be there.

    `READER_LIBRARY`, else the `configured` one, else `$XDG_DATA_HOME/reader/articles`.
    """
    named = environ.get("READER_LIBRARY", "") or configured
    if named:
        return os.path.abspath(os.path.expanduser(named))  # noqa: PTH100, PTH111
    if sys.platform.startswith("linux"):
        data = xdg_folder(environ, "XDG_DATA_HOME", "~/.local/share")
    else:
        from platformdirs import user_data_path

        data = str(user_data_path("reader", appauthor=False))
    return os.path.join(data, "articles")  # noqa: PTH118


def at_home(path: str) -> str:
    """An absolute path as it is shown: with `~` for the home folder."""
    home = os.path.expanduser("~").rstrip("/")  # noqa: PTH111
    return "~" + path[len(home) :] if home and path.startswith(f"{home}/") else path


def _refuse_special(info: os.stat_result) -> None:
    if not stat.S_ISREG(info.st_mode):
        raise NotRegularError


def _make_folder(folder: str) -> None:
    """Make a folder and those above it, for their owner only; those that are there stay."""
    if os.access(folder, os.F_OK):
        return
    _make_folder(os.path.dirname(folder))  # noqa: PTH120
    try:
        os.mkdir(folder, 0o700)  # noqa: PTH102
    except FileExistsError:
        return


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
