"""What the facts panel lists: the author's facts with their bars, those found, the quotes."""

from collections.abc import Collection, Sequence

from reader.document.model import Document
from reader.facts.bars import bars
from reader.facts.model import Fact
from reader.facts.quotes import Quote, Speaker
from reader.paint import Style
from reader.tui.ink import Ink, Pieces
from reader.tui.widgets.panel import Entries
from reader.typeset.cells import cell_width

SHORTEST_BAR = 1
FIRST = 8  # found facts that are listed at once
FEW = 2  # more than that are not worth a line that hides them
UNNAMED = "unnamed"  # who is quoted without a name
FOUND, REST = "\nfound", "\nrest"  # (names that nobody has)
KINDS = {
    "money": "Money",
    "percent": "Percentages",
    "quantity": "Quantities",
    "count": "Counts",
    "date": "Dates",
}


class Fold:
    """A line that stands for `count` found facts: all of them, or those that are not the first.

    `name` is `FOUND` or `REST`; `unfolded` is whether they are listed below it.
    """

    def __init__(self, name: str, count: int, unfolded: bool) -> None:
        self.name = name
        self.count = count
        self.unfolded = unfolded


Listed = Fact | Fold | Speaker | Quote


class FactsEntries(Entries):
    """A label over a value for each fact, with a bar where the author's compare.

    In a group with bars the values stand right-aligned before them; groups are parted by a row.
    What was found stands below what the author wrote, under a line of its own that unfolds it;
    first the most important, then a line that unfolds the rest, by kind. Below them a row for each
    of the speakers of `document`, with the number of quotes if there are several. The names of
    what is `unfolded` are those of folds and of speakers.
    """

    def __init__(
        self,
        facts: Sequence[Fact],
        width: int,
        ink: Ink,
        document: Document,
        *,
        found: Sequence[Fact] = (),
        speakers: Sequence[Speaker] = (),
        unfolded: Collection[str] = (),
    ) -> None:
        self.width = width
        self.ink = ink
        self.document = document
        self.items: list[Listed] = []
        self._heads: dict[int, str] = {}
        self._bars = bars(facts)
        self._widest: dict[str, int] = {}
        self._starts: list[int] = []
        self.starts = self._starts
        self._list_facts(facts)
        self._list_found(found, unfolded)
        self._list_quotes(speakers, unfolded)

    def _list_facts(self, facts: Sequence[Fact]) -> None:
        for index, fact in enumerate(facts):
            widest = self._widest.get(fact.group, 0)
            self._widest[fact.group] = max(widest, cell_width(fact.short))
            if index and fact.group != facts[index - 1].group:
                self.total += 1
            self._add(fact, 2)

    def _list_found(self, found: Sequence[Fact], unfolded: Collection[str]) -> None:
        if not found:
            return
        if self.items:
            self.total += 1
            self._add(Fold(FOUND, len(found), FOUND in unfolded), 1)
            if FOUND not in unfolded:
                return
        first = len(found) if len(found) <= FIRST + FEW else FIRST
        for fact in found[:first]:
            self._add(fact, len(self._label(fact)) + 1)
        rest = sorted(found[first:], key=lambda fact: fact.start)
        if not rest:
            return
        self.total += 1
        self._add(Fold(REST, len(rest), REST in unfolded), 1)
        for kind, name in KINDS.items() if REST in unfolded else ():
            alike = [fact for fact in rest if fact.kind == kind]
            if alike:
                self._head(name)
            for fact in alike:
                self._add(fact, len(self._label(fact)) + 1)

    def _list_quotes(self, speakers: Sequence[Speaker], unfolded: Collection[str]) -> None:
        if speakers:
            self._head("QUOTES")
        for speaker in speakers:
            self._add(speaker, 1)
            if speaker.name in unfolded and len(speaker.quotes) > 1:
                for quote in speaker.quotes:
                    self._add(quote, 1)

    def _add(self, item: Listed, rows: int) -> None:
        self.items.append(item)
        self._starts.append(self.total)
        self.total += rows

    def _head(self, text: str) -> None:
        """A heading in a row of its own, parted from what stands above."""
        self.total += bool(self.items)
        self._heads[self.total] = text
        self.total += 1

    def head(self, row: int) -> str:
        """The heading of a kind, or of the quotes."""
        return self._heads.get(row, "")

    def nearest(self, here: int) -> int:
        """The entry of the listed fact whose place is nearest to the offset `here`; -1: none."""
        placed = [
            (abs(item.start - here), index)
            for index, item in enumerate(self.items)
            if isinstance(item, Fact) and item.start >= 0
        ]
        return min(placed)[1] if placed else -1

    def rows(self, index: int, marked: bool) -> list[Pieces]:  # noqa: ARG002
        """The label over the value; what a fold stands for; a speaker; the first words of a quote."""
        item = self.items[index]
        if isinstance(item, Fold):
            return [self._fold_row(item)]
        if isinstance(item, Fact):
            length = self._bars[index] if index < len(self._bars) else None
            dim = self.ink.style("panel-dim")
            return [
                *([(row, dim)] for row in self._label(item)),
                self._value_row(item, length),
            ]
        return [self._quoted_row(item)]

    def _label(self, fact: Fact) -> list[str]:
        """The rows of a label: one that was found may take two, and there may be none."""
        if fact.origin == "author":
            return [self.ink.fit(fact.label, self.width)]
        words = fact.label.split()
        first = ""
        while words and cell_width(f"{first} {words[0]}".strip()) <= self.width:
            first = f"{first} {words.pop(0)}".strip()
        rows = [first, self.ink.fit(" ".join(words), self.width)]
        return [row for row in rows if row]

    def _value_row(self, fact: Fact, length: float | None) -> Pieces:
        value = self.ink.fit(fact.short, self.width - 2)
        row: Pieces = [("  ", Style())]
        if length is None:
            return [*row, (value, Style(bold=True))]
        value = " " * (self._widest[fact.group] - cell_width(value)) + value
        room = self.width - 2 - cell_width(value) - 1
        sign = "=" if self.ink.ascii else "━"
        bar = sign * max(round(length * room), SHORTEST_BAR) if room > 1 else ""
        return [*row, (value, Style(bold=True)), (" ", Style()), (bar, self.ink.style("bar"))]

    def _fold_row(self, fold: Fold) -> Pieces:
        if fold.name == FOUND:
            aside = str(fold.count)
            room = max(self.width - len("FOUND") - len(aside), 1)
            title = self.ink.style("panel-title")
            return [("FOUND", title), (" " * room, Style()), (aside, self.ink.style("panel-dim"))]
        said = "the first only" if fold.unfolded else f"{fold.count} more"
        return [(self.ink.fit(said, self.width), self.ink.style("panel"))]

    def _quoted_row(self, quoted: Speaker | Quote) -> Pieces:
        if isinstance(quoted, Quote):
            end = min(quoted.end, quoted.start + 4 * self.width)
            words = " ".join(self.document.text[quoted.start : end].split())
            return [("  ", Style()), (self.ink.fit(words, self.width - 2), self.ink.style("panel"))]
        count = len(quoted.quotes)
        aside = f"  {count}" if count > 1 else ""
        name = self.ink.fit(quoted.name or UNNAMED, self.width - len(aside))
        return [(name, self.ink.style("panel")), (aside, self.ink.style("panel-dim"))]

    def full(self, index: int) -> str:
        """Label and value as they were written; the name of a speaker; a quote's words."""
        item = self.items[index]
        if isinstance(item, Quote):
            return item.text(self.document)
        if isinstance(item, Speaker):
            return item.name or UNNAMED
        if isinstance(item, Fold):
            return f"{item.count} found"
        return f"{item.label}: {item.value}" if item.label else item.value
