"""The article screen: what the keys do."""

from textual import events
from textual.actions import SkipAction

from reader.facts.quotes import Speaker
from reader.keys.rows import ARTICLE, COUNTS, KEYLESS
from reader.paint import Style
from reader.tui.bindings import made
from reader.tui.configured import greets_after_key, take_notice
from reader.tui.geometry import JUSTIFY_FROM, MEASURES
from reader.tui.screens.commanding import Commanding
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.page import CONTENTS, FACTS
from reader.tui.screens.quoting import Quoting
from reader.tui.screens.selecting import Selecting
from reader.tui.screens.streaming import Streaming
from reader.tui.widgets.article import ArticleView
from reader.tui.widgets.facts import Fold
from reader.tui.widgets.panel import Panel
from reader.tui.widgets.status import StatusLine
from reader.typeset.layout import MEASURE

# Lines that a count reaches at most; G and % go farther.
FARTHEST = 10_000


class ArticleScreen(Commanding, Selecting, Streaming, Quoting):
    """An article and its keys: moving, panels, measure, leaving.

    `Searching` has the search, `Linking` the links and marks, `Selecting` the selection and the
    mouse, `Returning` what is remembered, `Commanding` the command palette, `Reloading` the
    article's file, `Streaming` what still comes through a pipe, `Quoting` the facts panel.
    """

    BINDINGS = made(COUNTS, ARTICLE, KEYLESS)

    # ------------------------------------------------------------------ beginning

    def _go_to_start(self) -> None:
        self._come_back()
        if self._section:
            section = self.reading.find_section(self._section)
            if section is None and not self.document.address:
                self._say(f"there is no section #{self._section}")
            elif section is not None:
                self.reading.jump(section.start)
        self._start_linked()
        self._arrive()
        if self._find:
            self.reading.search = self._new_search(self._find)
            self._search_on()
        if self.document.problems:
            self._say(self._problem)
        elif self.document.notice:
            self._say(self.document.notice)
        elif notice := take_notice(self):
            self._say(notice)
        self._watch_source()
        self._show()

    def intercept(self, event: events.Key) -> bool:
        """Take a key before all bindings; after some of them no one is a newcomer."""
        self.newcomer = greets_after_key(self) and self.newcomer
        return super().intercept(event)

    # ------------------------------------------------------------------ counts

    def action_count(self, digit: int) -> None:
        """A digit of the count before a key; a count does not begin with 0."""
        if not digit and not self._count:
            raise SkipAction
        self._count = (self._count + str(digit))[-6:]
        self._show_status()

    def action_default_measure(self) -> None:
        """Go back to the measure of the configuration, or the usual one."""
        self._take(0)
        self._set_measure(self.settings.measure or MEASURE)

    # ------------------------------------------------------------------ moving

    def action_scroll_lines(self, direction: int) -> None:
        """Scroll by lines."""
        self.reading.scroll(direction * min(self._take(1), FARTHEST))
        self._show()

    def on_article_view_wheel(self, message: ArticleView.Wheel) -> None:
        """Scroll with the mouse."""
        self._take(0)
        self.reading.scroll(message.lines)
        self._show()

    def action_page(self, direction: int) -> None:
        """Turn pages."""
        pages = FARTHEST // self.reading.viewport.height + 1
        self.reading.page(direction * min(self._take(1), pages))
        self._show()

    def action_half_page(self, direction: int) -> None:
        """Scroll by half pages."""
        pages = FARTHEST // self.reading.viewport.height + 1
        self.reading.half_page(direction * min(self._take(1), pages))
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
            self._say(f"type a number first, as in 42{self._sign('percent')}")
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
            reading = self.reading
            if not reading.facts_final:
                self._say("still looking for the places of the facts")
            elif not reading.looked:
                self._want_facts()
                self._say("still looking for facts")
            else:
                any_ = reading.facts or reading.found
                self._say(f"no fact {what} this place" if any_ else "no facts")
        else:
            self._say_fact(fact)
        self._show()

    def action_back(self) -> None:
        """Go back to before the last jump."""
        self._take(0)
        if not self.reading.back():
            if self.linked:
                self._save()
                self.dismiss()
                return
            self._say("no place to go back to")
        self._show()

    def action_forward(self) -> None:
        """Go forward again."""
        self._take(0)
        if not self.reading.forward() and not self._open_again():
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
        self._want_facts()
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

    def action_leave_panel(self) -> None:
        """Back to the text."""
        self._leave_panel()

    def action_close_panel(self) -> None:
        """Close the panel that has the focus; it stays closed."""
        self._take(0)
        panel = self.focused
        if not isinstance(panel, Panel):
            self._say("no panel has the keys")
            self._show()
            return
        docked = not self.overlay
        self._leave_panel(keep=True)
        if docked:
            self.shown = self.shown - {str(panel.id)}
            self.preferred = CONTENTS if panel.id == FACTS else FACTS
        self._show()

    def on_panel_moved(self, message: Panel.Moved) -> None:
        """Say in full what the cursor stands on: a heading, or a fact's sentence."""
        panel = message.panel
        if not panel.has_focus:
            return
        self._take(0)
        item = self._listed_at(panel, message.index)
        if item is not None:
            self._say_listed(item)
        else:
            self._message = [(panel.entries.full(message.index), Style())]
        self._show_status()
        self.call_after_refresh(self._put_cursor)

    def action_choose(self) -> None:
        """Jump to what the panel's cursor stands on; a docked panel stays open."""
        panel = self.focused
        if not isinstance(panel, Panel) or not panel.entries.starts:
            return
        index = panel.cursor
        item = self._listed_at(panel, index)
        if isinstance(item, Fold) or (isinstance(item, Speaker) and len(item.quotes) > 1):
            self._fold(item)
            return
        self._leave_panel(keep=self.geometry.docks > 0)
        if item is not None:
            self._go_to_listed(item)
        else:
            self.reading.jump(self.reading.outline.sections[index].start)
        self._show()

    def action_text_only(self) -> None:
        """Hide everything but the text, or bring it back."""
        self._take(0)
        self.text_only = not self.text_only
        if self.overlay:
            self._close_overlay()
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

    def action_justify(self) -> None:
        """Make the lines equally long, or leave them as they come."""
        self._take(0)
        self.justify = not self.justify
        self._resized()
        said = "justified" if self.justify else "ragged"
        if self.justify and not self.reading.layout.justify:
            said = f"justified from a measure of {JUSTIFY_FROM} on"
        self._save()
        self._say(said)
        self._show()

    async def action_theme(self) -> None:
        """Choose a theme, with the article in view."""
        self._take(0)
        if self.ink.depth == "none":
            self._say("there are no colours here")
        self._show()
        await self.run_action("app.theme")

    def action_help(self) -> None:
        """Show the keys."""
        self._take(0)
        self.app.push_screen(HelpScreen(self.ink, self.settings.keys), self._do)

    async def _do(self, action: str | None) -> None:
        """Do what was clicked on the page of keys."""
        if action:
            await self.run_action(action)

    def action_close(self) -> None:
        """Close what lies over the text, or leave the article to where it was opened from."""
        if self.overlay:
            self._leave_panel()
        elif self._insists:
            self.action_escape()
        else:
            self._save()
            self.dismiss()

    async def on_status_line_clicked(self, message: StatusLine.Clicked) -> None:
        """The section leads to the contents, the rest to the keys; on a blank row all comes back.

        Each of the first keys that are shown does what it says.
        """
        if self.prompt.display:
            self.action_submit_prompt()
        if message.action:
            await self.run_action(message.action)
        elif message.part == "contents":
            self._take(0)
            self.action_contents()
        elif message.part == "keys":
            self.action_help()
        elif self.text_only:
            self.action_text_only()

    def on_article_view_closing_clicked(self) -> None:
        """The line below the end does what it says."""
        self._take(0)
        self.action_close()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A click beside the prompt stays at the hit; one beside an overlay closes it."""
        if not self.app.app_focus or self.focused is event.widget:
            return  # the terminal's window lost the focus for a while, or it has come back already
        if event.widget is self.prompt and self.prompt.display:
            self.action_submit_prompt()
        elif self.overlay and event.widget is self.panels[self.overlay]:
            self._leave_panel()

    def action_interrupt(self) -> None:
        """Cancel a question, copy what is selected, else quit (a prompt cancels by itself)."""
        if self.asks:
            self.action_escape()
        elif self.reading.selection is not None:
            self.action_copy()
        else:
            self.app.exit()
