"""An article that has changed: where its places are now, the reading taken over, its file."""

import os
import time
from collections.abc import Iterable, Sequence

from reader.document.anchor import CONTEXT, describe, resolve
from reader.document.model import Document
from reader.library.bookmark import WORDS
from reader.tui.jumps import Place
from reader.tui.reading import SHORT, Reading

# What a look at a file sees: when it was written, its size, which file it is. None: no file.
Stamp = tuple[int, int, int] | None
UNKNOWN = (0, 0, -1)
# Nanoseconds for which a file counts as written just now.
RECENT = 3_000_000_000

# In a long text, words at so many places are no help in finding one of them.
COMMON = 100
# How many places around one whose words are gone are looked at.
TRIES = 16


class Moved:
    """Where the places of the document `old` are in `new`.

    What stands before the first change has not moved, and what stands behind the last one has
    moved with the end of the text; what lies between is looked for by its words. No more is
    parsed than that takes: `farthest` is the last place that will be asked for.
    """

    def __init__(self, old: Document, new: Document, farthest: int) -> None:
        self.old = old
        self.new = new
        while len(new) < farthest + CONTEXT + WORDS and new.grow():
            pass
        self._same = common_start(old.text, new.text)
        self._tail = 0
        if self._same <= farthest:
            one, other = old.finish().text, new.finish().text
            self._same = common_start(one, other)
            self._tail = common_end(one, other, self._same)

    def offset(self, offset: int) -> int | None:
        """Where the text at `offset` stands now; None if it is gone."""
        shift = len(self.new) - len(self.old)
        if offset < self._same or offset == 0:
            return offset
        if offset >= len(self.old) - self._tail:
            return offset + shift
        old = self.old
        block = old.blocks[old.block_at(offset)]
        words = old.text[offset : min(offset + WORDS, block.end)]
        # Long texts are searched for exactly the same words only: folding them takes its time,
        # and so does weighing every place of words that are everywhere.
        if not words or (len(self.new) > SHORT and not 0 < self.new.text.count(words) < COMMON):
            return None
        found = resolve(self.new, describe(old, offset, offset + len(words)))
        return found[0] if found is not None else None

    def nearest(self, offset: int) -> int:
        """Where the text at `offset` stands now, or what has taken its place.

        Where its words are gone, that is looked for between the nearest blocks that are still
        there: by a few words of its block farther back or on, else by counting blocks.
        """
        found = self.offset(offset)
        if found is None:
            found = self._between_neighbours(offset)
        return max(min(found, len(self.new)), 0)

    def _between_neighbours(self, offset: int) -> int:
        old, new = self.old.blocks, self.new.blocks
        index = self.old.block_at(offset)
        before = self._first_kept(range(index - 1, max(index - TRIES, 0) - 1, -1))
        after = self._first_kept(range(index + 1, min(index + TRIES, len(old))))
        if before is None and after is None:
            byte = old[index].source[0]
            return max((block.start for block in new if block.source[0] <= byte), default=0)
        low = self.new.block_at(before[1]) + 1 if before is not None else 0
        high = self.new.block_at(after[1]) if after is not None else len(new) - 1
        high = max(high, 0)
        low = min(low, high)
        end = new[high].start if after is not None else len(self.new)
        for step in range(TRIES):
            for at in (offset - step * WORDS, offset + step * WORDS):
                if old[index].start <= at <= old[index].end - WORDS // 2:
                    words = self.old.text[at : min(at + WORDS // 2, old[index].end)]
                    found = self.new.text.find(words, new[low].start, end)
                    if found >= 0:
                        return min(max(found + offset - at, new[low].start), end)
        if before is not None:
            return new[min(low + index - before[0] - 1, high)].start
        return new[max(high - (after[0] if after is not None else 0) + index, low)].start

    def _first_kept(self, numbers: Iterable[int]) -> tuple[int, int] | None:
        """The first of some blocks of the old text that is in the new one, and its place there."""
        for number in numbers:
            found = self.offset(self.old.blocks[number].start)
            if found is not None:
                return number, found
        return None

    def range(self, place: tuple[int, int]) -> tuple[int, int] | None:
        """Where a range is now; None if it has changed."""
        start = self.offset(place[0])
        end = place[1] - place[0] + (start or 0)
        if start is None or self.new.text[start:end] != self.old.text[slice(*place)]:
            return None
        return start, end

    def place(self, place: Place) -> Place | None:
        """Where a place to come back to is now; None if its text is gone."""
        offset = self.offset(place.offset)
        if offset is None:
            return None
        anchor = self.offset(place.anchor)
        if anchor is None:
            return Place(offset, place.row, offset, place.row)
        return Place(offset, place.row, anchor, place.anchor_row)


def taken_over(old: Reading, document: Document, others: Sequence[int]) -> tuple[Reading, Moved]:
    """`old` going on in `document`, and where the places of its text are now.

    The line that is being read keeps its row. Jumps and what is lit are taken along, but for what
    is gone; a search is not. `others` are more offsets that will be asked for.
    """
    here = old.place
    jumps: list[int] = []
    old.jumps.moved(lambda place: jumps.extend((place.offset, place.anchor)))
    lit = old.lit or (0, 0)
    moved = Moved(old.document, document, max(here.offset, here.anchor, *lit, *jumps, *others))
    if document.size < SHORT:
        document.finish()
    viewport = old.viewport
    layout = old.layout
    reading = Reading(document, layout.measure, viewport.height, old.signs)
    reading.resize(layout.measure, viewport.height, layout.justify)
    reading.grow()
    reading.jumps = old.jumps.moved(moved.place)
    offset = moved.nearest(here.offset)
    anchor = moved.offset(here.anchor)
    if here.offset == 0 and viewport.at_start:
        reading.viewport.read(0, here.row)
    elif anchor is not None:
        reading.restore(Place(offset, here.row, anchor, here.anchor_row))
    else:
        reading.viewport.place(offset, here.row)
    reading.lit = moved.range(old.lit) if old.lit is not None else None
    reading.pointed = old.pointed
    return reading, moved


def common_start(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        return high
    while low + 1 < high:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low


def common_end(one: str, other: str, start: int) -> int:
    """How many characters two texts have in common at their end, behind `start`."""
    low, high = 0, min(len(one), len(other)) - start
    a, b = len(one), len(other)
    if one[a - high :] == other[b - high :]:
        return high
    while low + 1 < high:
        middle = (low + high) // 2
        if one[a - middle : a - low] == other[b - middle : b - low]:
            low = middle
        else:
            high = middle
    return low


def stamp(path: str) -> Stamp:
    """What tells a file from the same one written again; None where there is none."""
    try:
        info = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return info.st_mtime_ns, info.st_size, info.st_ino


class Watch:
    """Looks at a file now and then, and says when it has been written again.

    Programs write in two steps, so a change counts once two looks in a row saw the same. A file
    that was written just before it was opened may have been written since, which cannot be seen:
    that counts as a change, too.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._last = self._known = stamp(path)
        if self._known is not None and time.time_ns() - self._known[0] < RECENT:
            self._known = UNKNOWN

    def look(self) -> bool:
        """Look once; whether the file has changed and stands still."""
        before, self._last = self._last, stamp(self.path)
        return self._last == before != self._known

    def take(self, seen: Stamp) -> None:
        """The file has been read as it was when it was `seen`."""
        self._known = seen
