"""What the panels list: the outline with its hits, and the facts with their bars."""

from collections.abc import Sequence

from reader.document.outline import Section
from reader.facts.bars import bars
from reader.facts.model import Fact
from reader.paint import Style
from reader.tui.ink import Ink, Pieces
from reader.tui.search import Search
from reader.tui.widgets.panel import Entries
from reader.typeset.cells import cell_width

SHORTEST_BAR = 1


class ContentsEntries(Entries):
    """A row per section: its title by level, how many hits it holds, bold where the text is."""

    def __init__(
        self, sections: Sequence[Section], search: Search | None, width: int, ink: Ink
    ) -> None:
        self.sections = sections
        self.search = search
        self.width = width
        self.ink = ink
        self.starts = range(len(sections))
        self.total = len(sections)
        self._top = min((section.level for section in sections), default=1)

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
    """

    def __init__(self, facts: Sequence[Fact], width: int, ink: Ink) -> None:
        self.facts = facts
        self.width = width
        self.ink = ink
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
        self.starts = starts

    def rows(self, index: int, marked: bool) -> list[Pieces]:  # noqa: ARG002
        """The label over the value."""
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

    def full(self, index: int) -> str:
        """Label and value as they were written."""
        return f"{self.facts[index].label}: {self.facts[index].value}"
