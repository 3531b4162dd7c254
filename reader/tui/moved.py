"""Where the places of an article are in another version of it."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import AnyStr

from reader.document.anchor import CONTEXT, best_place, describe, resolve
from reader.document.model import Block, Document
from reader.library.bookmark import WORDS
from reader.tui.jumps import Place

# In a long text, words at so many places are no help in finding one of them.
COMMON = 100
# How many places around one whose words are gone are looked at.
TRIES = 16
# Bytes of a long text that are parsed beyond a place that is asked for: some windows of it.
BEYOND = 1 << 16
# How much of two texts is compared at once.
_PART = 1 << 16


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
        if not words:
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


class MovedFar(Moved):
    """The same for long texts, of which neither version is parsed to its end for this.

    The two sources tell where they differ; blocks behind that stand as many bytes farther on as
    one source is longer. Only what lies between is looked for by its words, and only these very
    words: folding long texts takes its time, and so does weighing every place of words that are
    everywhere. Nothing may be asked until the new text is `ready` for it.
    """

    def __init__(self, old: Document, new: Document) -> None:
        self.old = old
        self.new = new
        self._start = common_start(old.data, new.data)
        tail = common_end(old.data, new.data, self._start)
        self._end, self._new_end = len(old.data) - tail, len(new.data) - tail
        self._same = 0
        self._first = 0  # where what is between begins in the new text
        self._between = ""

    def ready(self, offsets: Iterable[int]) -> bool:
        """Whether enough of the new text is parsed to ask for these places of the old one."""
        farthest = max(map(self._byte, offsets), default=0)
        if not self.new.complete and self.new.parsed <= farthest + BEYOND:
            return False
        self._same = common_start(self.old.text, self.new.text)
        blocks, main = self.new.blocks, self._main()
        low = max(self._index(self._start + 1, main) - 1, 0)
        high = min(self._index(self._new_end, main), main - 1)
        if 0 <= low <= high:
            self._first = blocks[low].start
            self._between = self.new.text[self._first : blocks[high].end]
        return True

    def offset(self, offset: int) -> int | None:
        """Where the text at `offset` stands now; None if it is gone."""
        if offset < self._same or offset == 0:
            return offset
        old = self.old
        block = old.blocks[old.block_at(offset)]
        start = self._block(block)
        if start is not None:
            return start + offset - block.start
        words = old.text[offset : min(offset + WORDS, block.end)]
        if not words or not 0 < self._between.count(words) < COMMON:
            return None
        anchor = describe(old, offset, offset + len(words))
        near = offset - self._first
        found = best_place(self._between, words, anchor.prefix, anchor.suffix, near)
        return self._first + found

    def _byte(self, offset: int) -> int:
        """The byte of the new source up to which it must be parsed to ask for a place."""
        block = self.old.blocks[self.old.block_at(offset)]
        if _is_note(block):
            return self.new.size  # they stand behind all the rest
        start, end = block.source
        return start if end <= self._start else max(start - self._end, 0) + self._new_end

    def _block(self, block: Block) -> int | None:
        """Where a block of the old text that has not changed begins in the new one."""
        byte = block.source[0]
        if byte >= self._end:
            byte += self._new_end - self._end
        elif block.source[1] > self._start:
            return None
        text = self.old.text[block.start : block.end]
        main = self._main()
        for index in range(self._index(byte, main), main):
            other = self.new.blocks[index]
            if other.source[0] != byte:
                break
            if other.end - other.start == len(text) and self.new.text.startswith(text, other.start):
                return other.start
        return None

    def _main(self) -> int:
        """How many blocks of the new text there are before its footnotes."""
        return bisect_left(self.new.blocks, True, key=_is_note)

    def _index(self, byte: int, main: int) -> int:
        """The first block of the new text that begins at `byte` of its source or behind it."""
        return bisect_left(self.new.blocks, byte, hi=main, key=lambda block: block.source[0])


def _is_note(block: Block) -> bool:
    return any(container.kind == "footnote" for container in block.containers)


def common_start(one: AnyStr, other: AnyStr) -> int:
    """How many characters (or bytes) two texts have in common at their beginning."""
    most = min(len(one), len(other))
    low = 0
    while low < most and one[low : low + _PART] == other[low : low + _PART]:
        low += _PART
    high = min(low + _PART, most)
    while low + 1 < high:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return min(low + (one[low:high] == other[low:high]), most) if low < most else most


def common_end(one: AnyStr, other: AnyStr, start: int) -> int:
    """How many characters (or bytes) two texts have in common at their end, behind `start`."""
    most = min(len(one), len(other)) - start
    a, b = len(one), len(other)
    low = 0
    while low < most:
        size = min(_PART, most - low)
        if one[a - low - size : a - low] != other[b - low - size : b - low]:
            break
        low += size
    high = min(low + _PART, most)
    while low + 1 < high:
        middle = (low + high) // 2
        if one[a - middle : a - low] == other[b - middle : b - low]:
            low = middle
        else:
            high = middle
    return low + (low < high and one[a - high] == other[b - high])
