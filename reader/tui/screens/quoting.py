"""The facts panel: what it lists, what its lines say before Enter, what Enter does with them."""

from reader.facts.model import Fact
from reader.facts.quotes import Quote, Speaker
from reader.paint import Style
from reader.tui.screens.finding import Finding
from reader.tui.widgets.facts import FOUND, UNNAMED, FactsEntries, Fold, Listed
from reader.tui.widgets.panel import Panel


class Quoting(Finding):
    """A page whose facts panel lists facts, and below them the quotes.

    The entries are made anew only when there is something else to list: turning pages costs
    nothing more in an article with many of them.
    """

    _unfolded: frozenset[str] = frozenset()  # the folds, and the speakers whose quotes are listed
    _listed: FactsEntries | None = None
    _listed_of: tuple[object, ...] = ()
    _listed_for: tuple[object, ...] = ()

    def _fill_facts(self, panel: Panel, width: int, height: int) -> None:
        reading = self.reading
        own, count = reading.facts, len(reading.found)
        panel.aside = "by hand" if own else f"{count} found" if count else ""
        panel.empty = "no facts" if reading.looked else "looking for facts"
        entries = self._facts_entries(width)
        panel.fill(entries, entries.nearest(reading.here), height)

    def _facts_entries(self, width: int) -> FactsEntries:
        reading, listed = self.reading, self._listed
        facts, found, speakers = reading.facts, reading.found, reading.speakers
        quoted = sum(len(speaker.quotes) for speaker in speakers)
        wanted = (facts, found, speakers)
        how = (quoted, self._unfolded, width)
        same = all(one is other for one, other in zip(self._listed_of, wanted, strict=False))
        if listed is None or not same or self._listed_for != how:
            listed = FactsEntries(
                facts,
                width,
                self.ink,
                reading.document,
                found=found,
                speakers=speakers,
                unfolded=self._unfolded,
            )
            self._listed, self._listed_of, self._listed_for = listed, wanted, how
        return listed

    def _listed_at(self, panel: Panel, index: int) -> Listed | None:
        """What the panel's entry `index` is; None for those of the contents."""
        entries = panel.entries
        return entries.items[index] if isinstance(entries, FactsEntries) else None

    def _fold(self, item: Fold | Speaker) -> None:
        """List what an entry stands for, or put it away again."""
        self._take(0)
        self._unfolded ^= {item.name}
        self._say_listed(item)
        self._show()

    def _say_listed(self, item: Listed) -> None:
        """Say in full what there is to go to."""
        if isinstance(item, Fact):
            said = self.reading.sentence_of(item)
            said = said or f"{item.label}: {item.value} (not found in the text)"
            self._message = [(said, Style())]
            return
        if isinstance(item, Quote) or (isinstance(item, Speaker) and len(item.quotes) == 1):
            quote = item.quotes[0] if isinstance(item, Speaker) else item
            self._message = [(" ".join(quote.text(self.document).split()), Style())]
            return
        does = "puts them away" if item.name in self._unfolded else "lists them"
        if isinstance(item, Speaker):
            name, what = item.name or UNNAMED, f"{len(item.quotes)} quotes"
        else:
            name = "found in the text" if item.name == FOUND else "more found in the text"
            what = f"{item.count} facts"
        said = f"  {what}, Enter {does}"
        self._message = [(name, Style()), (said, self.ink.style("panel-dim"))]

    def _go_to_listed(self, item: Fact | Speaker | Quote) -> None:
        """Go to a fact or to somebody's words, which are lit, and say whose they are."""
        reading = self.reading
        if isinstance(item, Fact):
            if item.start < 0:
                lost = "not found in the text"
                self._say(lost if reading.facts_final else "still looking for its place")
            else:
                reading.go_to_fact(item)
                self._say_fact(item)
            return
        quote = item.quotes[0] if isinstance(item, Speaker) else item
        reading.jump(quote.start)
        reading.lit = (quote.start, quote.end)
        role = f", {quote.role}" if quote.role else ""
        said = (quote.speaker or UNNAMED, Style(bold=True))
        self._message = [said, (role, self.ink.style("panel-dim"))]

    def _say_fact(self, fact: Fact) -> None:
        label, value = self.ink.style("panel-dim"), Style(bold=True)
        self._message = [(f"{fact.label}  ", label)] if fact.label else []
        self._message.append((fact.value, value))
