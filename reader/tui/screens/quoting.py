"""The quotes in the facts panel: listed by speaker, unfolded, gone to."""

from reader.facts.quotes import Quote, Speaker
from reader.paint import Style
from reader.tui.screens.page import FACTS, Page
from reader.tui.widgets.entries import FactsEntries
from reader.tui.widgets.panel import Panel


class Quoting(Page):
    """A page whose facts panel lists the quotes below the facts.

    The entries are made anew only when there is something else to list: turning pages costs
    nothing more in an article with many quotes.
    """

    _unfolded: frozenset[str] = frozenset()  # the speakers whose quotes are listed
    _listed: FactsEntries | None = None
    _listed_for: tuple[object, ...] = ()

    def _facts_entries(self, width: int) -> FactsEntries:
        reading, listed = self.reading, self._listed
        quotes = reading.quotes
        wanted = (len(quotes.all), self._unfolded, width)
        if listed is None or listed.facts is not reading.facts or self._listed_for != wanted:
            listed = FactsEntries(
                reading.facts, width, self.ink, reading.document, quotes.speakers, self._unfolded
            )
            self._listed, self._listed_for = listed, wanted
        return listed

    def _quoted(self, panel: Panel, index: int) -> Speaker | Quote | None:
        """What the panel's entry `index` is, if it is none of the facts (or sections)."""
        entries = panel.entries
        if panel.id != FACTS or not isinstance(entries, FactsEntries):
            return None
        return entries.quoted(index)

    def _fold(self, speaker: Speaker) -> None:
        """List the quotes of somebody below the name, or put them away again."""
        self._take(0)
        self._unfolded ^= {speaker.name}
        self._say_quoted(speaker)
        self._show()

    def _say_quoted(self, quoted: Speaker | Quote) -> None:
        """Say in full what there is to go to."""
        if isinstance(quoted, Speaker) and len(quoted.quotes) > 1:
            does = "puts them away" if quoted.name in self._unfolded else "lists them"
            said = f"  {len(quoted.quotes)} quotes, Enter {does}"
            self._message = [(quoted.name, Style()), (said, self.ink.style("panel-dim"))]
            return
        quote = quoted.quotes[0] if isinstance(quoted, Speaker) else quoted
        words = " ".join(quote.text(self.document).split())
        self._message = [(words, Style())]

    def _go_to_quote(self, quoted: Speaker | Quote) -> None:
        """Go to somebody's words, which are lit, and say who said them."""
        quote = quoted.quotes[0] if isinstance(quoted, Speaker) else quoted
        self.reading.jump(quote.start)
        self.reading.lit = (quote.start, quote.end)
        role = f", {quote.role}" if quote.role else ""
        self._message = [(quote.speaker, Style(bold=True)), (role, self.ink.style("panel-dim"))]
