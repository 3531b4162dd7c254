"""What the article screen remembers: the place, the measure and right edge, the panels left open."""

import asyncio

from reader.library.bookmark import TEXT_ONLY, Bookmark, bookmark, find_again
from reader.tui.choices import (
    NO,
    YES,
    chosen_justify,
    chosen_measure,
    configured_justify,
    configured_measure,
)
from reader.tui.configured import greets
from reader.tui.screens.page import FACTS
from reader.tui.screens.searching import Searching
from reader.tui.search import Search

REST = 2.0  # seconds without a move after which the place is written
LONGEST = 30.0  # seconds after which it is written though the moves go on


class Returning(Searching):
    """A page that is found again as it was left; it is written down when the moves come to rest.

    The place and the panels belong to the article. The measure and the right edge are how the next
    article opens, too; its panels open by what there is in it.
    """

    _left: Bookmark | None = None  # how the article was left the last time
    _arrived = 0  # the offset where it was opened this time
    _default: tuple[set[str], str] = (set(), FACTS)  # the panels of someone who chose none
    _first_measure = 0
    _first_justify = False
    _written: dict[str, str] | None = None
    _moved = 0.0  # when something was shown last, as the loop tells the time
    _saved = 0.0
    _waiting = False  # whether a look at the time is due

    # ------------------------------------------------------------------ coming back

    def _open_first_panels(self) -> None:
        """Open the panels that were left open, and take the measure that was chosen."""
        super()._open_first_panels()
        self._default = set(self.shown), self.preferred
        if self.record is not None:
            memory = self.record.memory
            self._left = self.record.read()
            self.measure = chosen_measure(self.settings, memory) or self.measure
            justify = chosen_justify(self.settings, memory)
            self.justify = self.justify if justify is None else justify
            if self._left is not None and self._left.panels is not None:
                panels = [name for name in self._left.panels if name in self.panels]
                self.shown = set(panels)
                self.preferred = panels[0] if panels else FACTS
                self.text_only = self._left.text_only
        self._first_measure = self.measure
        self._first_justify = self.justify

    def _come_back(self) -> None:
        """Go to where the article was left, unless that was its end or another place is asked for."""
        if self.record is None:
            return
        self.newcomer = greets(self) and self.record.memory.is_new
        left = self._left
        if left is not None and left.is_unfinished and not self._find:
            self.reading.come_back(find_again(self.document, left))

    def _arrive(self) -> None:
        """Here the article was opened: who only looks does not move the place."""
        self._arrived = self.reading.here

    def _go_to_first(self, search: Search, hit: tuple[int, int]) -> None:
        """The first hit of what the command line looked for is no move of the reader's."""
        super()._go_to_first(search, hit)
        if self._find and search.text == self._find:
            self._find = ""
            self._arrive()

    # ------------------------------------------------------------------ coming to rest

    def _show(self) -> None:
        super()._show()
        if self.record is None:
            return
        loop = asyncio.get_running_loop()
        self._moved = loop.time()
        if not self._waiting:
            self._waiting, self._saved = True, self._moved
            loop.call_later(REST, self._save_at_rest)

    def _save_at_rest(self) -> None:
        """Write the place once nothing has moved for a while: no signal tells of a kill."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        left = min(self._moved + REST, self._saved + LONGEST) - now
        self._waiting = left > 0 and self.is_running
        if self._waiting:
            loop.call_later(left, self._save_at_rest)
        elif self.is_running:
            self._save()

    # ------------------------------------------------------------------ leaving

    def on_unmount(self) -> None:
        """The article is left, or the program ended."""
        self._save()

    def on_screen_suspend(self) -> None:
        """Another screen comes to lie on top, or the program ends."""
        self._save()

    def on_screen_resume(self) -> None:
        """This article is the one that is read again."""
        self._written = None

    def _save(self) -> None:
        """Write down what has changed since the last time."""
        if self.record is None or not hasattr(self, "view"):
            return
        left = self._bookmark()
        if self.record.key and left.values() != self._written:
            self._written = left.values()
            self.record.write(left)
        memory = self.record.memory
        if self.measure != self._first_measure:
            memory.remember("measure", str(self.measure), configured_measure(self.settings))
        if self.justify != self._first_justify:
            chosen = YES if self.justify else NO
            memory.remember("justify", chosen, configured_justify(self.settings))
            self._first_justify = self.justify
        self._first_measure = self.measure
        self._keep_searches()

    def _bookmark(self) -> Bookmark:
        """How the article is left now; where nobody moved, as it was left before."""
        reading = self.reading
        searching = self.prompt.styles.display != "none"  # its `display` is off while it closes
        offset = self._origin.offset if searching else reading.here
        left = self._left
        if self.record is not None:
            left = self.record.read() or left  # another window may have gone on
        if left is None or offset != self._arrived:
            left = bookmark(self.document, offset, reading.percent)
            left.section = reading.section_at(offset)
        left.panels = None
        if self.text_only or (self.shown, self.preferred) != self._default:
            panels = sorted(self.shown, key=lambda name: name != self.preferred)
            left.panels = (*panels, *([TEXT_ONLY] if self.text_only else []))
        return left
