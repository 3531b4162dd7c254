"""Marks that are remembered with the place, so that they are there the next time."""

from reader.document.anchor import describe
from reader.library.bookmark import WORDS, Bookmark, stands
from reader.tui.screens.linking import Linking
from reader.tui.screens.returning import Returning


class Marking(Linking, Returning):
    """A page with the marks of earlier times, found again by their words when they are gone to."""

    def _mark(self, letter: str) -> int | None:
        place = super()._mark(letter)
        if place is not None or self._left is None or letter not in self._left.marks:
            return place
        anchor = self._left.marks[letter]
        place = stands(self.document, anchor)
        self.reading.layout.update()
        self.reading.outline.update(self.document)
        if place is None:
            self._say(f"the words at mark {letter} are gone; they stood about here")
            place = min(anchor.start, len(self.document))
        return place

    def _bookmark(self) -> Bookmark:
        """With the marks: those set now, those of other windows, those of earlier times."""
        left = super()._bookmark()
        written = self.record.read() if self.record is not None else None
        for known in (self._left, written):
            left.marks.update(known.marks if known is not None else {})
        document = self.document
        for letter, offset in self._marks.items():
            block = document.blocks[document.block_at(offset)] if document.blocks else None
            end = min(offset + WORDS, block.end) if block is not None else offset
            left.marks[letter] = describe(document, offset, max(end, offset))
        return left
