"""What the panels list: the outline with its hits, the facts with their bars, the quotes."""

from collections.abc import Collection, Sequence

from reader.document.model import Document
from reader.document.outline import Outline
from reader.facts.bars import bars
from reader.facts.model import Fact
from reader.facts.quotes import Quote, Speaker
from reader.paint import Style
from reader.tui.ink import Ink, Pieces
from reader.tui.search import Search
from reader.tui.widgets.panel import Entries
from reader.typeset.cells import cell_width

SHORTEST_BAR = 1


class ContentsEntries(Entries):
    """A row per section: its title by level, how many hits it holds, bold where the text is."""

    def __init__(self, outline: Outline, search: Search | None, width: int, ink: Ink) -> None:
        sections = self.sections = outline.sections
        self._top = outline.top
        self.search = search
        self.width = width
        self.ink = ink
        self.starts = range(len(sections))
        self.total = len(sections)
        hits = (id(search), len(search.hits)) if search is not None else ()
        self._state = (id(sections), len(sections), hits, width)

    @property
    def state(self) -> object:
        """The sections, the hits, and the room."""
        return self._state

    def rows(self, index: int, marked: bool) -> list[Pieces]:
        """One row, the hits of the section itself (without its subsections) at its end."""
        section = self.sections[index]
        count = self._hits(index)
        room = self.width - (cell_width(count) + 1 if count else 0)
        indent = " " * min(2 * (section.level - self._top), room // 2)
        title = indent + self.ink.fit(section.title, room - len(indent))
        row: Pieces = [(title, Style(bold=True) if marked else self.ink.style("panel"))]
        if count:
            gap = self.width - cell_width(title) - cell_width(count)
            row += [(" " * gap, Style()), (count, self.ink.style("key"))]
        return [row]

    def full(self, index: int) -> str:
        """The whole heading."""
        return self.sections[index].title

    def _hits(self, index: int) -> str:
        if self.search is None:
            return ""
        last = index + 1 == len(self.sections)
        end = self.sections[index].end if last else self.sections[index + 1].start
        count = self.search.between(self.sections[index].start, end)
        return str(count) if count else ""


class FactsEntries(Entries):
    """Two rows per fact: the label, and the value in short form, with a bar where one compares.

    In a group with bars the values stand right-aligned before them; groups are parted by a row.
    Below them a row for each of the speakers of `document`, with the number of quotes if there are
    several; for those who are `unfolded` a row for each of these, with its first words.
    """

    def __init__(
        self,
        facts: Sequence[Fact],
        width: int,
        ink: Ink,
        document: Document,
        speakers: Sequence[Speaker] = (),
        unfolded: Collection[str] = (),
    ) -> None:
        self.facts = facts
        self.width = width
        self.ink = ink
        self.document = document
        self._bars = bars(facts)
        self._widest: dict[str, int] = {}
        starts: list[int] = []
        for index, fact in enumerate(facts):
            widest = self._widest.get(fact.group, 0)
            self._widest[fact.group] = max(widest, cell_width(fact.short))
            if index and fact.group != facts[index - 1].group:
                self.total += 1
            starts.append(self.total)
            self.total += 2
        self._quoted: list[Speaker | Quote] = []
        for speaker in speakers:
            self._quoted.append(speaker)
            if speaker.name in unfolded and len(speaker.quotes) > 1:
                self._quoted += speaker.quotes
        self._head = -1
        if self._quoted:
            self._head = self.total + 1 if facts else 0
            first = self._head + 1
            self.total = first + len(self._quoted)
            starts += range(first, self.total)
        self.starts = starts

    def head(self, row: int) -> str:
        """The heading of the quotes."""
        return "QUOTES" if row == self._head >= 0 else ""

    def quoted(self, index: int) -> Speaker | Quote | None:
        """The speaker or the quote that an entry shows; None for a fact."""
        index -= len(self.facts)
        return self._quoted[index] if 0 <= index < len(self._quoted) else None

    def rows(self, index: int, marked: bool) -> list[Pieces]:  # noqa: ARG002
        """The label over the value; a speaker; the first words of a quote."""
        quoted = self.quoted(index)
        if quoted is not None:
            return [self._quoted_row(quoted)]
        fact, length = self.facts[index], self._bars[index]
        value = self.ink.fit(fact.short, self.width - 2)
        row: Pieces = [("  ", Style())]
        if length is not None:
            value = " " * (self._widest[fact.group] - cell_width(value)) + value
            room = self.width - 2 - cell_width(value) - 1
            sign = "=" if self.ink.ascii else "━"
            bar = sign * max(round(length * room), SHORTEST_BAR) if room > 1 else ""
            row += [(value, Style(bold=True)), (" ", Style()), (bar, self.ink.style("bar"))]
        else:
            row += [(value, Style(bold=True))]
        return [[(self.ink.fit(fact.label, self.width), self.ink.style("panel-dim"))], row]

    def _quoted_row(self, quoted: Speaker | Quote) -> Pieces:
        if isinstance(quoted, Quote):
            end = min(quoted.end, quoted.start + 4 * self.width)
            words = " ".join(self.document.text[quoted.start : end].split())
            return [("  ", Style()), (self.ink.fit(words, self.width - 2), self.ink.style("panel"))]
        count = len(quoted.quotes)
        aside = f"  {count}" if count > 1 else ""
        name = self.ink.fit(quoted.name, self.width - len(aside))
        return [(name, self.ink.style("panel")), (aside, self.ink.style("panel-dim"))]

    def full(self, index: int) -> str:
        """Label and value as they were written; the name of a speaker; a quote's words."""
        quoted = self.quoted(index)
        if isinstance(quoted, Quote):
            return quoted.text(self.document)
        if quoted is not None:
            return quoted.name
        return f"{self.facts[index].label}: {self.facts[index].value}"
