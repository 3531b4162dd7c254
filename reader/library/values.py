"""Small files of keys and values: how what is kept is written.

The format is a line per key, `key: value`, so that reading one needs no parser on the way to the
first screen. Values are text; a line feed and a backslash in them are escaped by a backslash.
"""

import re
from collections.abc import Mapping

from reader.files import read_regular, write_whole

# The most bytes of a file that is read: more than any that the program writes.
MOST = 1 << 16

_ESCAPE = re.compile(r"\\(.)")


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
