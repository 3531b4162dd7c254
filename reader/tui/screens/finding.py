"""The facts and quotes that nobody wrote down: looked for beside the keys, after the first paint."""

import asyncio
import sys

from textual.worker import Worker, get_current_worker

from reader.facts.beginning import LOOKED_AT, beginning
from reader.facts.model import Fact
from reader.facts.quotes import Quote
from reader.tui.configured import touched
from reader.tui.reading import Reading
from reader.tui.screens.page import FACTS, QUIET, Page

# Seconds after which looking for facts gives way to a key.
SWITCH = 0.001


class Finding(Page):
    """A page that looks for facts in what it shows, once enough of it is parsed.

    The answer belongs to one reading: when another has taken its place, it is dropped. A text that
    is not looked through as a whole, a book, waits until somebody asks for its facts.
    """

    _sought: Reading | None = None  # whose text is, or was, looked through
    _facts_wanted = False

    def _want_facts(self) -> None:
        """Somebody asks for facts."""
        self._facts_wanted = True
        self._look_through(self.reading)

    def _grown(self, reading: Reading) -> None:
        if reading.facts_final:
            self._show()
        else:
            self.run_worker(lambda: self._tie_facts(reading), thread=True, exit_on_error=False)

    def _tie_facts(self, reading: Reading) -> None:
        """Tie the facts of a long article to their places, beside the keys."""
        facts = reading.tied_facts()
        self.app.call_from_thread(self._take_facts, reading, facts)

    def _take_facts(self, reading: Reading, facts: list[Fact]) -> None:
        reading.facts, reading.facts_final = facts, True
        if reading is self.reading:
            self._show()

    def _look_through(self, reading: Reading) -> None:
        document = reading.document
        if not document.data:  # no article: what was left out of one
            reading.take_found([], [])
            return
        long = len(document) > LOOKED_AT
        if reading is self._sought or not (document.complete or long):
            return
        if long and not (self._facts_wanted or (FACTS in self.shown and not reading.facts)):
            return
        self._sought = reading
        self._look_when_quiet(reading, asyncio.get_running_loop().time())

    def _look_when_quiet(self, reading: Reading, since: float) -> None:
        """Look once nobody has touched a key for a moment, and the program has got going."""
        if reading is not self.reading:
            return
        loop = asyncio.get_running_loop()
        wait = max(touched(self), since) + QUIET - loop.time()
        if wait > 0:
            loop.call_later(wait, self.call_later, self._look_when_quiet, reading, since)
            return
        part = beginning(reading.document)  # nobody else touches it

        def look() -> None:
            worker = get_current_worker()
            from reader.facts.found import found  # it takes a while, which is better spent here

            facts: list[Fact] = []
            said: list[Quote] = []
            usual = sys.getswitchinterval()
            sys.setswitchinterval(SWITCH)
            try:
                facts, said = found(part, lambda: self._wants(reading, worker))
            finally:  # whatever happens: nobody looks any more
                sys.setswitchinterval(usual)
                if not worker.is_cancelled:
                    self.app.call_from_thread(self._take_found, reading, facts, said)

        self.run_worker(look, thread=True, exit_on_error=False)

    def _wants(self, reading: Reading, worker: Worker[None]) -> bool:
        return reading is self.reading and not worker.is_cancelled

    def _take_found(self, reading: Reading, facts: list[Fact], said: list[Quote]) -> None:
        if reading is self.reading:
            reading.take_found(facts, said)
            self._show()

    @property
    def _folds_facts(self) -> bool:
        shut = self.text_only or self.overlay or self.geometry.docks == 0
        return not shut and not self.reading.facts and bool(self.reading.found)
