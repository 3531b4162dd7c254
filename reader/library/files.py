"""Small files of keys and values, and the folders where what is kept lives.

The format is a line per key, `key: value`, so that reading one needs no parser on the way to the
first screen. Values are text; a line feed and a backslash in them are escaped by a backslash.
"""

import os
import re
import sys
from collections.abc import Mapping

from reader.regular import read_regular, write_whole, xdg_folder

# The most bytes of a file that is read: more than any that the program writes.
MOST = 1 << 16

_ESCAPE = re.compile(r"\\(.)")


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


def _unescape(match: "re.Match[str]") -> str:
    return "\n" if match[1] == "n" else match[1]
