"""Opening an article over another one, leaving it, and opening it again."""

from functools import partial
from typing import Any, Self

from reader.document.left_out import left_out
from reader.document.model import Document
from reader.formats.source import Source
from reader.library.state import Record
from reader.tui.jumps import Place
from reader.tui.screens.searching import Searching


class Opening(Searching):
    """A page over which other articles are opened.

    A `linked` article lies over the one that it was opened from, and going back before its
    beginning leaves it. The one that was left last lies ahead until there is another jump: going
    forward opens it again where it was left (`_resumed`), with its own jumps.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.linked = False
        self._resumed: Place | None = None

    def _open_over(self, source: Source, document: Document, section: str = "") -> None:
        """Open an article on top of this one, at a section if one is named."""
        record = Record(self.record.memory, source) if self.record is not None else None
        self._lay_over(self._linked_screen(document, record, section))

    def action_left_out(self) -> None:
        """Show what the article's source has and the article has not, on top of this one."""
        self._take(0)
        self.reading.finish()
        if self.document.dropped:
            title = f"Left out of “{self.document.metadata.title or self.document.name}”"
            record = Record(self.record.memory, None) if self.record is not None else None
            self._lay_over(self._linked_screen(left_out(self.document, title), record))
        else:
            self._say("nothing was left out")
            self._show()

    def _open_again(self) -> bool:
        """Open the article that was left last again, as it was; False if there is none."""
        left = self.reading.jumps.beyond
        if not isinstance(left, type(self)):
            return False
        screen = self._linked_screen(left.document, left.record)
        screen._take_over(left)
        self._lay_over(screen)
        return True

    def _take_over(self, left: Self) -> None:
        """Go on where the page `left` of the same article was closed."""
        self.reading.jumps = left.reading.jumps
        self._resumed = left.reading.place

    def _linked_screen(self, document: Document, record: Record | None, section: str = "") -> Self:
        screen = type(self)(document, self.ink, self.signs, section=section, record=record)
        screen.linked = True
        screen.measure = self.measure
        screen.justify = self.justify
        return screen

    def _lay_over(self, screen: Self) -> None:
        self.reading.jumps.beyond = None
        self.app.push_screen(screen, partial(self._uncovered, screen))

    def _uncovered(self, screen: Self, _result: None) -> None:
        self.reading.jumps.beyond = screen
        self.call_after_refresh(self._put_cursor)

    def _start_linked(self) -> None:
        """Where a linked article begins: what lies behind that is the article below."""
        if self._resumed is not None:
            self.reading.restore(self._resumed)
            self.reading.pointed = True
        elif self.linked:
            self.reading.jumps.forget()
