"""The article screen: what the keys do."""

from reader.facts.model import Fact
from reader.paint import Style
from reader.tui import keys
from reader.tui.geometry import MEASURE, MEASURES
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.page import CONTENTS, FACTS, Page
from reader.tui.widgets.article import ArticleView
from reader.tui.widgets.panel import Panel


class ArticleScreen(Page):
    """An article and its keys: moving, panels, search, measure, leaving."""

    BINDINGS = [*keys.ARTICLE, *keys.COUNTS]

    # ------------------------------------------------------------------ counts

    def action_count(self, digit: int) -> None:
        """A digit of the count before a key."""
        self._count = (self._count + str(digit))[-6:]
        self._show_status()

    def _take(self, default: int) -> int:
        """The count that was typed, or `default`; what was said before is put away."""
        count, self._count = self._count, ""
        self._message = []
        return int(count) if count else default

    def action_zero(self) -> None:
        """A digit of a count, or else the default measure."""
        if self._count:
            self.action_count(0)
        else:
            self._set_measure(MEASURE)

    # ------------------------------------------------------------------ moving

    def action_scroll_lines(self, direction: int) -> None:
        """Scroll by lines."""
        self.reading.scroll(direction * self._take(1))
        self._show()

    def on_article_view_wheel(self, message: ArticleView.Wheel) -> None:
        """Scroll with the mouse."""
        self.reading.scroll(message.lines)
        self._show()

    def action_page(self, direction: int) -> None:
        """Turn pages."""
        self.reading.page(direction * min(self._take(1), 999))
        self._show()

    def action_half_page(self, direction: int) -> None:
        """Scroll by half pages."""
        self.reading.half_page(direction * self._take(1))
        self._show()

    def action_top(self) -> None:
        """Go to the beginning."""
        self._take(0)
        self.reading.start()
        self._show()

    def action_end(self) -> None:
        """Go to the end, or with a count to so many percent."""
        count = self._take(-1)
        if count >= 0:
            self.reading.go_percent(count)
        else:
            self.reading.end()
        self._show()

    def action_percent(self) -> None:
        """Go to so many percent of the text."""
        count = self._take(-1)
        if count >= 0:
            self.reading.go_percent(count)
        else:
            self._say("type a number first, as in 42%")
        self._show()

    def action_section(self, direction: int) -> None:
        """Go to the next or previous section."""
        self._say(self.reading.go_section(direction * self._take(1)))
        self._show()

    def action_paragraph(self, direction: int) -> None:
        """Go to the next or previous paragraph."""
        self.reading.go_paragraph(direction * self._take(1))
        self._show()

    def action_fact(self, direction: int) -> None:
        """Go to the next or previous fact of the text."""
        fact = self.reading.go_fact(direction * self._take(1))
        if fact is None:
            what = "after" if direction > 0 else "before"
            self._say(f"no fact {what} this place" if self.reading.facts else "no facts")
        else:
            self._say_fact(fact)
        self._show()

    def action_back(self) -> None:
        """Go back to before the last jump."""
        self._take(0)
        if not self.reading.back():
            self._say("no place to go back to")
        self._show()

    def action_forward(self) -> None:
        """Go forward again."""
        self._take(0)
        if not self.reading.forward():
            self._say("no place to go forward to")
        self._show()

    # ------------------------------------------------------------------ panels

    def action_contents(self) -> None:
        """Focus the contents, or come back from them; with a count go to that section."""
        if self._count:
            self._say(self.reading.go_section_number(self._take(0)))
            self._show()
        else:
            self._toggle(CONTENTS)

    def action_facts(self) -> None:
        """Focus the facts, or come back from them."""
        self._toggle(FACTS)

    def _toggle(self, name: str) -> None:
        self._take(0)
        panel = self.panels[name]
        if panel.has_focus:
            self._leave_panel()
            return
        if self._before is None:
            self._before = (set(self.shown), self.preferred)
        if self.geometry.docks == 0 or self.text_only:
            self.overlay = name
        else:
            self.shown = {*self.shown, name}
            self.preferred = name
        self._show()
        self.set_focus(panel)

    def _leave_panel(self, keep: bool = False) -> None:
        """Back to the text, and unless `keep` to the panels that were open before."""
        if self._before is not None and not keep:
            self.shown, self.preferred = self._before
        self._close_overlay()
        self._message = []
        self._show()

    def action_leave_panel(self) -> None:
        """Back to the text."""
        self._leave_panel()

    def on_panel_moved(self, message: Panel.Moved) -> None:
        """Say in full what the cursor stands on: a heading, or a fact's sentence."""
        panel = message.panel
        if not panel.has_focus:
            return
        if panel.id == FACTS:
            self._message = [(self._fact_sentence(self.reading.facts[message.index]), Style())]
        else:
            self._message = [(panel.entries[message.index].full, Style())]
        self._show_status()

    def action_choose(self) -> None:
        """Jump to what the panel's cursor stands on; a docked panel stays open."""
        panel = self.focused
        if not isinstance(panel, Panel) or not panel.entries:
            return
        index = panel.cursor
        self._leave_panel(keep=self.geometry.docks > 0)
        if panel.id == CONTENTS:
            self.reading.jump(self.reading.outline.sections[index].start)
        else:
            fact = self.reading.facts[index]
            if fact.start < 0:
                self._say("not found in the text")
            else:
                self.reading.go_to_fact(fact)
                self._say_fact(fact)
        self._show()

    def _say_fact(self, fact: Fact) -> None:
        label, value = self.ink.style("panel-dim"), Style(bold=True)
        self._message = [(f"{fact.label}  ", label), (fact.value, value)]

    def _fact_sentence(self, fact: Fact) -> str:
        text = self.reading.sentence_of(fact)
        return text or f"{fact.label}: {fact.value} (not found in the text)"

    def action_text_only(self) -> None:
        """Hide everything but the text, or bring it back."""
        self._take(0)
        self.text_only = not self.text_only
        if self.overlay:
            self._close_overlay()
        self._show()

    # ------------------------------------------------------------------ searching

    def action_search(self) -> None:
        """Open the prompt; Esc will come back to here."""
        self._take(0)
        if self.focused in self.panels.values():
            self._leave_panel(keep=True)
        self._origin = self.reading.place
        self._last_search = self.reading.search
        self.reading.search = None
        self.reading.lit = None
        self.prompt.open()
        self._show()

    def on_input_changed(self) -> None:
        """Search for what is typed so far."""
        if self.prompt.display:
            self._search_typed()

    def _search_typed(self) -> None:
        """Search for what stands in the prompt, from where the search began."""
        search = self.reading.search
        if search is None or search.text != self.prompt.value:
            self.reading.restore(self._origin)
            self.reading.search = self._new_search(self.prompt.value)
            self._search_on()
        self._show()

    def action_submit_prompt(self) -> None:
        """Stay at the hit; an empty prompt repeats the last search."""
        self._search_typed()
        self._close_prompt()
        search = self.reading.search
        if search is None or not search.text.strip():
            self.reading.search = self._last_search
            self.action_hit(1)
            return
        if search.done and not search.hits:
            self._say(f"not found: {search.text}")
            self.reading.search = None
        else:
            self.reading.jumps.push(self._origin)
        self._show()

    def action_cancel_prompt(self) -> None:
        """Back to where the search began."""
        self._close_prompt()
        self.reading.search = None
        self.reading.restore(self._origin)
        self._show()

    def _close_prompt(self) -> None:
        self.prompt.close()
        self.set_focus(self.view)

    def action_hit(self, direction: int) -> None:
        """Go to the next or previous hit; without a search repeat the last one."""
        count = self._take(1)
        reading = self.reading
        if reading.search is None:
            if not self.prompt.history:
                self._say("nothing searched yet")
                self._show()
                return
            reading.search = self._new_search(self.prompt.history[-1])
            while reading.search.step(1):
                pass
        search = reading.search
        wrapped = False
        for _ in range(min(count, 999)):
            at = search.current[0] if search.current is not None else reading.here
            if search.current is None or reading.viewport.row_of(at) < 0:
                at = reading.here
            hit, wraps = search.neighbour(at, direction)
            if hit is None:
                self._say(f"not found: {search.text}")
                break
            search.current = hit
            wrapped = wrapped or wraps
        if search.current is not None:
            reading.jump(search.current[0], "hit")
        if wrapped:
            where = "beginning" if direction > 0 else "end"
            self._message = [("/ ", self.ink.style("key")), (search.text, Style())]
            self._message += [(f"  {search.count}", self.ink.style("status"))]
            self._message += [(f"  on from the {where}", self.ink.style("message"))]
        self._show()

    def action_escape(self) -> None:
        """Put away what the search lit, a count, a message."""
        self._take(0)
        self.reading.search = None
        self.reading.lit = None
        self._show()

    # ------------------------------------------------------------------ the page, leaving

    def action_measure(self, step: int) -> None:
        """Set the text wider or narrower."""
        self._take(0)
        self._set_measure(self.measure + step)

    def _set_measure(self, measure: int) -> None:
        low, high = MEASURES
        self.measure = max(min(measure, high), low)
        self._resized()
        self._say(f"measure {self.geometry.text.width}")
        self._show()

    def action_redraw(self) -> None:
        """Draw the screen again."""
        self._take(0)
        self.refresh(repaint=True, layout=True)
        self._show()

    def action_help(self) -> None:
        """Show the keys."""
        self._take(0)
        self.app.push_screen(HelpScreen(self.ink))

    def action_close(self) -> None:
        """Leave the article to where it was opened from."""
        self.dismiss()

    def action_interrupt(self) -> None:
        """Quit (a prompt has its own way to cancel)."""
        self.app.exit()
