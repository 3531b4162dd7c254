"""Copies of what was fetched, to ask a server only whether it has changed, and to read offline.

One file per address, with what was said of it and its bytes. All of them may be deleted at any
time; one that cannot be read is not there, one that cannot be written is not kept.
"""

import hashlib
import os
import sys
import time
from collections.abc import Mapping

from reader.files import forget, read_regular, write_whole, xdg_folder
from reader.formats.source import MAX_SIZE

# All copies together have at most this many bytes, and there are at most so many.
MOST_BYTES = 256 * 1024 * 1024
MOST_COPIES = 1000
# Seconds for which a server's word that nothing will change is taken.
FRESH = 300

_FIRST_LINE = b"reader copy 1"
# The most bytes of what stands before the copied ones.
_HEAD = 1 << 16
_KEYS = ("address", "url", "media", "charset", "etag", "modified")


class Copy:
    """What a server sent: its `body`, and what it said of it.

    `address` is what was asked for, `url` where the answer came from after redirects; `media` and
    `charset` its type, `etag` and `modified` (Last-Modified) what to ask for changes with; `date`
    is when it was known to be right (seconds since 1970), `fresh` for how many seconds from then it
    need not be asked about. `inside` says that it is from this machine or a private network.
    """

    __slots__ = (
        "address",
        "body",
        "charset",
        "date",
        "etag",
        "fresh",
        "inside",
        "media",
        "modified",
        "url",
    )

    def __init__(self, address: str, url: str, body: bytes) -> None:
        self.address = address
        self.url = url
        self.body = body
        self.media = self.charset = self.etag = self.modified = ""
        self.date = int(time.time())
        self.fresh = 0
        self.inside = False

    @property
    def age(self) -> int:
        """Seconds since it was known to be right."""
        return max(int(time.time()) - self.date, 0)

    @property
    def is_fresh(self) -> bool:
        """Whether the server need not be asked."""
        return 0 <= time.time() - self.date < min(self.fresh, FRESH)


class Cache:
    """The folder of copies; made when something is first written."""

    def __init__(self, folder: str = "") -> None:
        self.folder = folder or _folder()

    def read(self, address: str) -> "Copy | None":
        """The copy of what is at an address; None if there is none that is whole."""
        try:
            data = read_regular(self._path(address), MAX_SIZE + _HEAD)
        except (OSError, ValueError):
            return None
        head, gap, body = data.partition(b"\n\n")
        lines = head.split(b"\n")
        if not gap or lines[0] != _FIRST_LINE:
            return None
        try:
            pairs = (line.decode().partition(": ") for line in lines[1:])
            values = {key: value for key, _, value in pairs}
            if values["address"] != address or int(values["size"]) != len(body):
                return None
            copy = Copy(address, values["url"], body)
            for key in _KEYS:
                if not values[key].isprintable():
                    return None
                setattr(copy, key, values[key])
            copy.date, copy.fresh = int(values["date"]), int(values["fresh"])
            copy.inside = values["inside"] == "1"
        except (KeyError, ValueError):  # (UnicodeDecodeError is one)
            return None
        return copy

    def write(self, copy: Copy) -> None:
        """Keep a copy, in the place of the one that there was; the oldest go where it gets full."""
        values = {key: str(getattr(copy, key)) for key in _KEYS}
        values |= {"date": str(copy.date), "fresh": str(copy.fresh)}
        values |= {"inside": str(int(copy.inside)), "size": str(len(copy.body))}
        lines = [f"{key}: {' '.join(value.split())}" for key, value in values.items()]
        head = "\n".join(["", *lines]).encode("utf-8", "replace")
        try:
            write_whole(self._path(copy.address), _FIRST_LINE + head + b"\n\n" + copy.body)
            self._trim()
        except OSError:
            return

    def drop(self, address: str) -> None:
        """Keep no copy of what is at an address."""
        forget(self._path(address))

    def _trim(self) -> None:
        """Remove the oldest copies, until the others are few enough."""
        with os.scandir(self.folder) as items:
            found = [(item.stat(follow_symlinks=False), item.path) for item in items]
        found.sort(key=lambda each: each[0].st_mtime_ns, reverse=True)
        size = 0
        for number, (info, path) in enumerate(found):
            size += info.st_size
            if number and (size > MOST_BYTES or number >= MOST_COPIES):
                forget(path)

    def _path(self, address: str) -> str:
        name = hashlib.blake2b(address.encode("utf-8", "replace"), digest_size=16).hexdigest()
        return os.path.join(self.folder, name)  # noqa: PTH118


def _folder(environ: Mapping[str, str] = os.environ) -> str:
    """`$XDG_CACHE_HOME/reader/fetched`, or what takes its place."""
    if sys.platform.startswith("linux"):
        folder = xdg_folder(environ, "XDG_CACHE_HOME", "~/.cache")
    else:
        from platformdirs import user_cache_path

        folder = str(user_cache_path("reader", appauthor=False))
    return os.path.join(folder, "fetched")  # noqa: PTH118


def told_age(seconds: int) -> str:
    """How long ago something was, as a person says it: `3 days ago`."""
    for size, unit in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if count := seconds // size:
            return f"{count} {unit}{'s' if count > 1 else ''} ago"
    return "a moment ago"
