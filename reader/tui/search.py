"""A search in one article while it goes on: its hits, the current one, where it began."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from time import perf_counter

from reader.document.find import Finder, Query
from reader.document.model import Document
from reader.tui.jumps import Place

Range = tuple[int, int]


class Search:
    """The hits of `query` in `document`, found little by little from `origin` on.

    `step` looks on for a few milliseconds, from the origin to the end of the text and then from
    its beginning to the origin, so that the first hit the reader wants comes first. `wanted` is
    where to go when the next hit is found: on (1) or back (-1) from `origin`, or nowhere (0),
    because the reader has moved since. `more` says that the text itself still comes: what is not
    found may be found later.
    """

    def __init__(self, document: Document, finder: Finder, query: str, origin: Place) -> None:
        self.document = document
        self.text = query
        self.origin = origin
        self.hits: list[Range] = []
        self.current: Range | None = None
        self.wanted = 1
        self.done = False
        self.more = False
        self._finder = finder
        self._batches = self._scan(Query(query))

    def step(self, seconds: float, longest: float = 0.0) -> bool:
        """Look on for about `seconds`; True while there is more to look at.

        As long as the hit that is wanted is not known, up to `longest`.
        """
        now = perf_counter()
        end, last = now + seconds, now + longest
        while not self.done and (now < end or (now < last and self.found() is None)):
            found = next(self._batches, None)
            if found is None:
                self.done = True
            elif found and self.hits and found[0] < self.hits[-1]:
                index = bisect_left(self.hits, found[0])
                self.hits[index:index] = found
            else:
                self.hits += found
            now = perf_counter()
        return not self.done

    def _scan(self, query: Query) -> Iterator[list[Range]]:
        """Hits in batches: from the origin on, parsing what is left, then from the beginning."""
        document = self.document
        first = block = document.block_at(self.origin.offset)
        while query:
            yield from self._finder.find_iter(query, block)
            block = len(document.blocks)
            if not document.grow():
                break
        yield from self._finder.find_iter(query, 0, first)

    def found(self) -> Range | None:
        """The hit that is wanted, once it is known: at or after the origin, or before it."""
        if not self.wanted or not self.hits:
            return None
        index = bisect_left(self.hits, (self.origin.offset, -1))
        if self.wanted < 0:
            return self.hits[index - 1] if self.done else None
        if index < len(self.hits):
            return self.hits[index]
        return self.hits[0] if self.done else None

    def neighbour(self, offset: int, direction: int) -> tuple[Range | None, bool]:
        """The hit before (-1) or after (+1) `offset`, and whether the search had to wrap."""
        if not self.hits:
            return None, False
        if direction > 0:
            index = bisect_right(self.hits, (offset, len(self.document)))
            wraps = index >= len(self.hits)
            return self.hits[0 if wraps else index], wraps
        index = bisect_left(self.hits, (offset, -1)) - 1
        return self.hits[index], index < 0

    @property
    def count(self) -> str:
        """Where the current hit stands among all: `2/7`, or `2/7+` while there may be more."""
        number = 0 if self.current is None else bisect_left(self.hits, self.current) + 1
        return f"{number}/{len(self.hits)}{'' if self.done and not self.more else '+'}"

    @property
    def wrapped(self) -> bool:
        """Whether the current hit lies before the origin, as there was none after it."""
        return self.current is not None and self.current[0] < self.origin.offset

    def in_range(self, start: int, end: int) -> list[Range]:
        """The hits that touch the range `start:end`."""
        index = bisect_left(self.hits, (start, -1))
        if index and self.hits[index - 1][1] > start:
            index -= 1
        found = []
        while index < len(self.hits) and self.hits[index][0] < end:
            found.append(self.hits[index])
            index += 1
        return found

    def layers(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The hits in the range `start:end`, and the current one over them, as they are painted."""
        layers = [(*hit, "hit") for hit in self.in_range(start, end)]
        if self.current is not None:
            layers.append((*self.current, "hit-current"))
        return layers

    def between(self, start: int, end: int) -> int:
        """How many hits begin in the range `start:end`."""
        return bisect_left(self.hits, (end, -1)) - bisect_left(self.hits, (start, -1))
