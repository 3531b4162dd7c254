"""What is remembered between two readings: where each article was left, and a few choices.

All of it lies in one folder: `places/` has a small file per article, `texts/` what came through
pipes, `settings` the choices, `searches` what was searched for. What was left last is what was written last. Nothing in here ever
stops the reading: what cannot be written is not remembered, and what cannot be read is not there.
"""

import os
import time

from reader.document.characters import clean_line
from reader.files import forget, state_folder, write_whole
from reader.formats.decoding import MARKS
from reader.formats.source import Source
from reader.formats.web.address import is_address
from reader.library.bookmark import Bookmark, from_values
from reader.library.values import read_lines, write_lines

# How many texts of pipes are kept, and the most bytes that one may have.
TEXTS = 20
LONGEST_TEXT = 8 * 1024 * 1024
# How many searches are kept, and the most characters that one may have.
SEARCHES = 50
LONGEST_SEARCH = 500
# Starts of the program in which it says what its first keys are.
FEW_STARTS = 3

_SUFFIXES = {"markdown": ".md", "text": ".txt", "yaml": ".yaml", "html": ".html"}
# Files in here are not the same ones tomorrow: /dev/fd/63 is what `reader <(…)` reads.
_PASSING = ("/dev/", "/proc/")


class Memory:
    """The folder of what is remembered; made when something is first written."""

    def __init__(self, folder: str = "") -> None:
        self.folder = folder or state_folder()
        self.places = os.path.join(self.folder, "places")  # noqa: PTH118
        self.texts = os.path.join(self.folder, "texts")  # noqa: PTH118

    def recent(self, most: int) -> list[Bookmark]:
        """The articles left last that can be opened again, the last one first."""
        found: list[Bookmark] = []
        for name in self._by_time():
            if len(found) >= most:
                break
            left = self.read(name)
            if left is not None and _is_there(left.path):
                found.append(left)
        return found

    def key(self, path: str) -> str:
        """The key of the bookmark of the article in the file, or of the address, at `path`."""
        if is_address(path):
            return _key(path.encode())
        path = os.path.abspath(path)  # noqa: PTH100
        folder, name = os.path.split(path)
        if folder == os.path.abspath(self.texts):  # noqa: PTH100
            return name.partition(".")[0]
        return _key(os.fsencode(path))

    def base_of(self, path: str) -> str:
        """The address that the relative links of a kept text count from; '' for other files."""
        folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120
        if folder != os.path.abspath(self.texts):  # noqa: PTH100
            return ""
        left = self.read(self.key(path))
        return left.base if left is not None else ""

    def times(self) -> dict[str, int]:
        """When each article was left last, in nanoseconds, by the key of its bookmark."""
        times = {}
        try:
            with os.scandir(self.places) as items:
                for item in items:
                    if not item.name.startswith("."):
                        times[item.name] = item.stat().st_mtime_ns
        except OSError:
            return {}
        return times

    def read(self, key: str) -> "Bookmark | None":
        """The bookmark of that key, with its path made absolute; None if there is none."""
        left = from_values(read_lines(os.path.join(self.places, key)))  # noqa: PTH118
        if left is not None and left.path and not is_address(left.path):
            left.path = os.path.join(self.folder, left.path)  # noqa: PTH118
        return left

    def setting(self, name: str, over: str = "") -> str:
        """A choice that the person made over what the configuration says, '' if none was.

        Where the configuration has been changed since, it is what the person said last.
        """
        values = read_lines(os.path.join(self.folder, "settings"))  # noqa: PTH118
        return values.get(name, "") if values.get(f"{name} over", "") == over else ""

    def remember(self, name: str, value: str, over: str = "") -> None:
        """Remember a choice, beside those that other programs may have made meanwhile.

        `over` is what the configuration says of it now.
        """
        path = os.path.join(self.folder, "settings")  # noqa: PTH118
        values = read_lines(path)
        values[name] = value
        values.pop(f"{name} over", "")
        if over:
            values[f"{name} over"] = over
        try:
            write_lines(path, values)
        except (OSError, UnicodeError):
            return

    def searches(self) -> list[str]:
        """What was searched for in articles, the last one last."""
        values = read_lines(os.path.join(self.folder, "searches")).values()  # noqa: PTH118
        texts = [clean_line(value)[:LONGEST_SEARCH].strip() for value in values]
        return list(dict.fromkeys(text for text in texts if text))[:SEARCHES][::-1]

    def keep_searches(self, new: "list[str]") -> None:
        """Remember searches, the last one last, after those that are known."""
        known = self.searches()
        kept = list(dict.fromkeys([*reversed(new), *reversed(known)]))[:SEARCHES]
        if kept[::-1] == known:
            return
        # The last one first: a file that is too long to be read loses the oldest.
        values = {str(number): text for number, text in enumerate(kept, 1)}
        try:
            write_lines(os.path.join(self.folder, "searches"), values)  # noqa: PTH118
        except (OSError, UnicodeError):
            return

    @property
    def is_new(self) -> bool:
        """Whether the program was started no more than a few times, as far as is known."""
        return self._starts() < FEW_STARTS

    def count_start(self) -> None:
        """The program was started once more; counted as far as somebody wants to know."""
        if self.is_new:
            self.remember("starts", str(self._starts() + 1))

    def _starts(self) -> int:
        text = self.setting("starts")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0

    def _by_time(self) -> list[str]:
        """The keys of all bookmarks, the latest first."""
        times = self.times()
        return sorted(times, key=lambda name: (times[name], name), reverse=True)


class Record:
    """What is remembered of one article.

    A file is known by its absolute path, a page of the web by the address that was asked for; what
    came through a pipe by its text, which is kept with the address that it is from when the article
    is left, so that it can be opened again. While not all of that has come,
    there is no `source` yet, and nothing is known of the article nor kept, until `know` is told.
    """

    def __init__(self, memory: Memory, source: "Source | None") -> None:
        self.memory = memory
        self.key = self.path = self._base = ""
        self._text = b""
        if source is not None:
            self.know(source)

    def know(self, source: Source) -> None:
        """Take the article's source, all of it."""
        memory = self.memory
        self._base = source.url
        if source.address:
            self.key, self.path = memory.key(source.address), source.address
            return
        path = os.path.abspath(source.path) if source.path is not None else ""  # noqa: PTH100
        folder, name = os.path.split(path)
        if folder == os.path.abspath(memory.texts):  # noqa: PTH100
            self.key = memory.key(path)
            self.path = f"texts/{name}"
        elif os.path.isfile(path) and not path.startswith(_PASSING):  # noqa: PTH113
            self.key = memory.key(path)
            self.path = path
        else:
            self.key = _key(source.data)
            self.path = ""
            if source.size <= LONGEST_TEXT:
                self.path = f"texts/{self.key}{_SUFFIXES.get(source.kind, '')}"
                # A page may still declare the encoding that it came in: the mark says more.
                self._text = (MARKS[0][0] if source.kind == "html" else b"") + source.data

    @property
    def is_copy(self) -> bool:
        """Whether the file is a kept text of a pipe, whose own folder nobody knows."""
        return self.path.startswith("texts/")

    def read(self) -> "Bookmark | None":
        """Where the article was left, None if it never was."""
        return self.memory.read(self.key) if self.key else None

    def write(self, left: Bookmark) -> None:
        """Remember where the article was left; if that cannot be done, nothing is said."""
        if not self.key:
            return
        try:
            path = os.path.join(self.memory.places, self.key)  # noqa: PTH118
            base = {"base": self._base} if self.is_copy and self._base else {}
            write_lines(path, {"path": self.path, **base, **left.values()})
            now = time.time_ns()  # finer than the clock of the file system
            os.utime(path, ns=(now, now))
            if self.is_copy:
                self._keep_text()
        except (OSError, UnicodeError):
            return

    def _keep_text(self) -> None:
        """Keep the text of a pipe, the latest of the `TEXTS` that are kept."""
        path = os.path.join(self.memory.folder, self.path)  # noqa: PTH118
        if self._text and not os.access(path, os.F_OK):
            write_whole(path, self._text)
            with os.scandir(self.memory.texts) as items:
                kept = sorted(items, key=lambda item: item.stat().st_mtime_ns, reverse=True)
            for item in kept[TEXTS:]:
                forget(item.path)
        self._text = b""
        os.utime(path)


def _is_there(path: str) -> bool:
    """Whether an article can be opened again: a regular file (a pipe would be waited for) or a page."""
    return is_address(path) or (os.path.isfile(path) and os.access(path, os.R_OK))  # noqa: PTH113


def _key(data: bytes) -> str:
    """A name of 32 hexadecimal digits for an article known by `data`."""
    try:  # what `hashlib` has this from; that one loads OpenSSL, which takes longer than a page
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
    return blake2b(data, digest_size=16).hexdigest()
