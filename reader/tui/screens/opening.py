"""Opening an article over another one."""

from reader.document.model import Document
from reader.formats.source import Source
from reader.library.state import Record
from reader.tui.screens.searching import Searching


class Opening(Searching):
    """A page over which other articles are opened.

    A `linked` article lies over the one that it was opened from, and going back before its
    beginning leaves it.
    """

    linked = False

    def _open_over(self, source: Source, document: Document, section: str = "") -> None:
        """Open an article on top of this one, at a section if one is named."""
        record = Record(self.record.memory, source) if self.record is not None else None
        screen = type(self)(document, self.ink, self.signs, section=section, record=record)
        screen.linked = True
        screen.measure = self.measure
        screen.justify = self.justify
        self.app.push_screen(screen, self._uncovered)

    def _uncovered(self, _result: None) -> None:
        self.call_after_refresh(self._put_cursor)
