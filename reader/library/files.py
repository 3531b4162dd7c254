"""Small files that are there whole or not at all, and the folder where they live.

The format is a line per key, `key: value`, so that reading one needs no parser on the way to the
first screen. Values are text; a line feed and a backslash in them are escaped by a backslash.
"""

import os
import re
import sys
from collections.abc import Mapping

from reader.regular import read_regular

# The most bytes of a file that is read: more than any that the program writes.
MOST = 1 << 16

_ESCAPE = re.compile(r"\\(.)")


def state_folder(environ: Mapping[str, str] = os.environ) -> str:
    """`$XDG_STATE_HOME/reader`, or what takes its place on systems that have no such thing.

    A relative path in the variable is ignored, as the XDG Base Directory Specification asks.
    """
    if sys.platform.startswith("linux"):
        return _xdg(environ, "XDG_STATE_HOME", "~/.local/state")
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
        data = _xdg(environ, "XDG_DATA_HOME", "~/.local/share")
    else:
        from platformdirs import user_data_path

        data = str(user_data_path("reader", appauthor=False))
    return os.path.join(data, "articles")  # noqa: PTH118


def at_home(path: str) -> str:
    """An absolute path as it is shown: with `~` for the home folder."""
    home = os.path.expanduser("~").rstrip("/")  # noqa: PTH111
    return "~" + path[len(home) :] if home and path.startswith(f"{home}/") else path


def _xdg(environ: Mapping[str, str], name: str, usual: str) -> str:
    """Our folder in a base folder of the XDG specification, by its variable and its default."""
    base = environ.get(name, "").strip()
    if not os.path.isabs(base):  # noqa: PTH117
        base = os.path.expanduser(usual)  # noqa: PTH111
    if not os.path.isabs(base):  # noqa: PTH117
        base = os.devnull  # there is no home: a folder in which nothing can be made
    return os.path.join(base, "reader")  # noqa: PTH118


def read_lines(path: str) -> dict[str, str]:
    """The keys and values of a file, in their order; none if it is not there or makes no sense."""
    try:
        text = read_regular(path, MOST).decode("utf-8", "surrogateescape")
    except (OSError, ValueError):
        return {}
    pairs = (line.partition(": ") for line in text.split("\n"))
    return {key: _ESCAPE.sub(_unescape, value) for key, colon, value in pairs if colon}


def write_lines(path: str, values: Mapping[str, str]) -> None:
    """Write keys and values in the format of `read_lines`; raises OSError or UnicodeError."""
    lines = (
        f"{key}: " + value.replace("\\", "\\\\").replace("\n", "\\n") + "\n"
        for key, value in values.items()
    )
    write_whole(path, "".join(lines).encode("utf-8", "surrogateescape"))


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


def _unescape(match: "re.Match[str]") -> str:
    return "\n" if match[1] == "n" else match[1]
