"""The search of the article screen: the prompt, the hits, going on between the keys."""

from reader.tui.rows import search_pieces
from reader.tui.screens.page import SLICE, Page
from reader.tui.search import Search

# Seconds in which most articles are searched for a first hit: it is painted with the letter.
FIRST_LOOK = 0.02


class Searching(Page):
    """A page with search as you type, whose history goes back to earlier times."""

    _kept = -1  # how many entries of the history are remembered; -1: it was not asked for yet

    def _recall(self) -> None:
        """Take the searches of earlier times into the prompt's history, once."""
        if self._kept < 0:
            earlier = self.record.memory.searches() if self.record is not None else []
            self.prompt.history[:0] = earlier
            self._kept = len(earlier)

    def _keep_searches(self) -> None:
        """Remember the searches that are new."""
        history = self.prompt.history
        if self.record is not None and 0 <= self._kept < len(history):
            self.record.memory.keep_searches(history[self._kept :])
            self._kept = len(history)

    def action_search(self) -> None:
        """Open the prompt; Esc will come back to here."""
        self._take(0)
        self._recall()
        if self.focused in self.panels.values():
            self._leave_panel(keep=True)
        self._origin = self.reading.place
        self._last_search = self.reading.search
        self.reading.search = None
        self.reading.lit = None
        self.prompt.typed = self._search_at_once
        self.prompt.open()
        self._show()

    def _search_at_once(self) -> None:
        """Search before the letter is painted, to be seen with it, unless more keys wait."""
        if not self.app.message_queue_size:
            self._search_typed()

    def on_input_changed(self) -> None:
        """Search for what is typed so far."""
        if self.prompt.display:
            self._search_typed()

    def _search_typed(self) -> None:
        """Search for what stands in the prompt, from where the search began."""
        search = self.reading.search
        if search is None or search.text != self.prompt.value:
            self.reading.search = None
            self.reading.restore(self._origin)
            self.reading.search = self._new_search(self.prompt.value)
            self._search_on(first=True)
        self._show()

    def action_submit_prompt(self) -> None:
        """Stay at the hit; an empty prompt repeats the last search."""
        self._search_typed()
        self.prompt.close(remember=True)
        self.set_focus(self.view)
        search = self.reading.search
        if search is None or not search.text.strip():
            self.reading.search = self._last_search
            self.action_hit(1)
            return
        self.reading.jumps.push(self._origin)
        self._say_if_vain(search)
        self._show()

    def action_cancel_prompt(self) -> None:
        """Back to where the search began, and to the search before it."""
        self.prompt.close(remember=False)
        self.set_focus(self.view)
        self.reading.search = None
        self.reading.restore(self._origin)
        self.reading.search = self._last_search
        self._show()

    def action_hit(self, direction: int) -> None:
        """Go to the next or previous hit; without a search repeat the last one."""
        count = self._take(1)
        reading = self.reading
        search = reading.search
        if search is None:
            self._recall()
            if self.prompt.history:
                reading.search = self._new_search(self.prompt.history[-1])
                reading.search.wanted = direction
                self._search_on()
            else:
                self._say("nothing searched yet")
            self._show()
            return
        at = reading.here
        if search.current is not None and reading.viewport.row_of(search.current[0]) >= 0:
            at = search.current[0]
        hit, wrapped = None, False
        for _ in range(min(count, len(search.hits))):
            hit, wraps = search.neighbour(at, direction)
            wrapped = wrapped or wraps
            at = hit[0] if hit is not None else at
        if not search.done and (hit is None or wrapped):
            search.current = None
            search.origin = reading.place
            search.wanted = direction
            self._say("searching" + self.ink.ellipsis)
        elif hit is not None:
            search.current = hit
            reading.jump(hit[0], "hit")
            if wrapped:
                self._say_wrapped(search, direction)
        self._say_if_vain(search)
        self._show()

    def action_escape(self) -> None:
        """Put away what the search lit, a count, a message."""
        self._take(0)
        self.reading.search = None
        self.reading.lit = None
        self._show()

    # ------------------------------------------------------------------ between the keys

    def _new_search(self, text: str) -> Search:
        reading = self.reading
        return Search(self.document, reading.finder, text, reading.place)

    def _search_on(self, *, first: bool = False) -> None:
        """Look for more hits for a moment, a longer one at `first`, and then again after the keys that wait."""
        search = self.reading.search
        if search is None:
            return
        longest = FIRST_LOOK if first else SLICE
        more = search.step(min(SLICE, longest), longest)
        self.reading.layout.update()
        self.reading.outline.update(self.document)
        hit = search.found()
        if hit is not None:
            self._go_to_first(search, hit)
        if more:
            self._soon(self._search_on_if, search)
        else:
            self._say_if_vain(search)
        if hit is not None or not more:
            self._show()
        else:
            self._show_status()

    def _search_on_if(self, search: Search) -> None:
        if search is self.reading.search:
            self._search_on()

    def _go_to_first(self, search: Search, hit: tuple[int, int]) -> None:
        """Go to the hit that was wanted; while typing this is no jump yet."""
        search.current = hit
        if self.prompt.display:
            search.wanted = 0
            self.reading.viewport.jump(hit[0])
            self.reading.pointed = True
        else:
            self._message = []
            self.reading.jump(hit[0], "hit")

    def _say_if_vain(self, search: Search) -> None:
        """Say that there is no hit, and forget the search, once that is certain."""
        if search.done and not (search.hits or search.more or self.prompt.display):
            self._say(f"not found: {search.text}")
            self.reading.search = None

    def _say_wrapped(self, search: Search, direction: int) -> None:
        where = "beginning" if direction > 0 else "end"
        self._message = search_pieces(search.text, search.count, self.ink)
        self._message += [(f"  from the {where}", self.ink.style("message"))]
