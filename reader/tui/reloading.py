"""An article that has changed: the reading taken over into its new text, and its file watched."""

import os
import time
from collections.abc import Sequence

from reader.document.model import Document
from reader.tui.jumps import Place
from reader.tui.moved import Moved, MovedFar
from reader.tui.reading import SHORT, Reading

# What a look at a file sees: when it was written, its size, which file it is. None: no file.
Stamp = tuple[int, int, int] | None
UNKNOWN = (0, 0, -1)
# Nanoseconds for which a file counts as written just now.
RECENT = 3_000_000_000


class Renewal:
    """A reading that goes on in `document`, another version of its text, once enough is parsed.

    That may take a while in a long one, in which the old reading, `old` in each call, can go on.
    `others` are more of its offsets that will be asked for.
    """

    def __init__(self, old: Reading, document: Document) -> None:
        layout, viewport = old.layout, old.viewport
        self.reading = Reading(document, layout.measure, viewport.height, old.signs)
        self.reading.resize(layout.measure, viewport.height, layout.justify, layout.hang)
        self._far: MovedFar | None = None
        if max(document.size, old.document.size) >= SHORT and document.data and old.document.data:
            self._far = MovedFar(old.document, document)

    def step(self, old: Reading, others: Sequence[int]) -> bool:
        """Parse one more piece; False if enough is parsed already."""
        if self._far is None or self._far.ready(_places(old, others)):
            return False
        self.reading.grow()
        return True

    def take_over(self, old: Reading, others: Sequence[int]) -> tuple[Reading, Moved]:
        """The reading, at the same place, and where the places of the old text are now.

        The line that is being read keeps its row. Jumps and what is lit are taken along, but for
        what is gone; a search is not.
        """
        reading, document = self.reading, self.reading.document
        here, viewport, layout = old.place, old.viewport, old.layout
        moved = self._far or Moved(old.document, document, max(_places(old, others)))
        if document.size < SHORT:
            document.finish()
        reading.resize(layout.measure, viewport.height, layout.justify, layout.hang)
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


def _places(old: Reading, others: Sequence[int]) -> list[int]:
    """All offsets that will be asked for."""
    here = old.place
    places = [here.offset, here.anchor, *(old.lit or ()), *others]
    old.jumps.moved(lambda place: places.extend((place.offset, place.anchor)))
    return places


def taken_over(old: Reading, document: Document, others: Sequence[int]) -> tuple[Reading, Moved]:
    """`old` going on in `document` at once, and where the places of its text are now."""
    renewal = Renewal(old, document)
    while renewal.step(old, others):
        pass
    return renewal.take_over(old, others)


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

    @property
    def size(self) -> int:
        """The bytes of the file at the last look."""
        return self._last[1] if self._last is not None else 0

    def take(self, seen: Stamp) -> None:
        """The file has been read as it was when it was `seen`."""
        self._known = seen
