"""The program under test, its documents, and the environments it runs in."""

import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from benchmarks.documents import document
from benchmarks.process import Piped
from benchmarks.table import Round
from benchmarks.terminal import Terminal

HERE = Path(__file__).parent
KEPT = ("PATH", "PYTHONPATH", "PYTHONPYCACHEPREFIX", "TMPDIR", "VIRTUAL_ENV")


class Bench:
    """The program under test, its documents, and homes for it in `folder`."""

    def __init__(self, reader: Sequence[str], folder: Path) -> None:
        self.reader = list(reader)
        self.folder = folder
        self.documents = folder / "documents"
        self.documents.mkdir(exist_ok=True)
        self._homes = count()
        self.bare = [sys.executable, str(HERE / "bare.py")]

    def env(self) -> dict[str, str]:
        """A clean environment: a home of its own, where no place is remembered, and one cache."""
        home = self.folder / f"home{next(self._homes)}"
        env = {name: os.environ[name] for name in KEPT if name in os.environ}
        env |= {"HOME": str(home), "XDG_CACHE_HOME": str(self.folder / "cache")}
        for name in ("CONFIG", "DATA", "STATE"):
            env[f"XDG_{name}_HOME"] = str(home / name.lower())
        home.mkdir()
        return env | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}

    def run(self, argv: Sequence[str]) -> Terminal:
        """A program in a terminal."""
        return Terminal(argv, self.env())

    def read(self, words: int, kind: str = "md") -> Terminal:
        """The program in a terminal, with an article."""
        return self.run([*self.reader, str(document(self.documents, words, kind))])

    def python(self, name: str) -> Round:
        """The time of `python -c pass`, as the figure `name`: the median of three."""
        runs = [Piped([sys.executable, "-c", "pass"], self.env()) for _ in range(3)]
        return median_of(name, [(run.ended - run.began) * 1000 for run in runs if run.ended])

    def size(self, words: int, kind: str = "md") -> float:
        """The size of an article, in MiB."""
        return document(self.documents, words, kind).stat().st_size / 1e6 / 1.048576


def timed(**spans: tuple[float | None, float | None]) -> Round:
    """The figures that have a start and an end, in milliseconds."""
    return named(spans)


def named(spans: dict[str, tuple[float | None, float | None]]) -> Round:
    """The same for names that are not Python's."""
    return {
        name: (end - begin) * 1000
        for name, (begin, end) in spans.items()
        if begin is not None and end is not None
    }


def median_of(name: str, times: list[float]) -> Round:
    """The median of the times as a figure, if there are any."""
    return {name: statistics.median(times)} if times else {}


def scratch() -> "tempfile.TemporaryDirectory[str]":
    """A folder for documents and homes that is gone afterwards."""
    return tempfile.TemporaryDirectory(prefix="reader-bench-", ignore_cleanup_errors=True)
