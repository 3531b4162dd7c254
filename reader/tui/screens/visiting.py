"""Articles that lie over the one that links to them: opened, left, and opened again."""

from functools import partial
from typing import Any, Self

from reader.document.model import Document
from reader.library.state import Record
from reader.tui.beside import load_linked
from reader.tui.jumps import Place
from reader.tui.screens.searching import Searching


class Visiting(Searching):
    """A page that opens other articles on top of itself.

    A `linked` article lies over the one that links to it, and going back before its beginning
    leaves it. The one that was left last lies ahead until there is another jump: going forward
    opens it again, where it was left (`_resumed`), with its own jumps.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.linked = False
        self._resumed: Place | None = None

    def _visit(self, path: str, href: str, fragment: str) -> None:
        """Open the file at `path`, which the article calls `href`; raises ReaderError."""
        source, document = load_linked(path, href)
        record = Record(self.record.memory, source) if self.record is not None else None
        self._lay_on_top(self._over(document, record, fragment))

    def _over(self, document: Document, record: Record | None, fragment: str = "") -> Self:
        screen = type(self)(document, self.ink, self.signs, section=fragment, record=record)
        screen.linked = True
        screen.measure = self.measure
        return screen

    def _lay_on_top(self, screen: Self) -> None:
        self.reading.jumps.beyond = None
        self.app.push_screen(screen, partial(self._uncovered, screen))

    def _uncovered(self, screen: Self, _result: None) -> None:
        self.reading.jumps.beyond = screen
        self.call_after_refresh(self._put_cursor)

    def _visit_again(self) -> bool:
        """Open the article that was left last again, as it was; False if there is none."""
        left = self.reading.jumps.beyond
        if not isinstance(left, type(self)):
            return False
        screen = self._over(left.document, left.record)
        screen.reading.jumps = left.reading.jumps
        screen._resumed = left.reading.place
        self._lay_on_top(screen)
        return True

    def _begin(self) -> None:
        """Where a linked article begins: what lies behind it is the article below."""
        if self._resumed is not None:
            self.reading.restore(self._resumed)
            self.reading.pointed = True
        elif self.linked:
            self.reading.jumps.forget()
