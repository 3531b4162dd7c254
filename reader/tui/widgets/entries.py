"""What the panels list: the outline with its hits, and the facts with their bars. Pure."""

from collections.abc import Mapping, Sequence

from reader.document.outline import Section
from reader.facts.bars import bars
from reader.facts.model import Fact
from reader.paint import Style
from reader.tui.strips import Ink, Pieces, fit
from reader.tui.widgets.panel import Entry
from reader.typeset.cells import cell_width

SHORTEST_BAR = 1


def contents_entries(
    sections: Sequence[Section], hits: Mapping[int, int], current: int, width: int, ink: Ink
) -> list[Entry]:
    """An entry per section: its title by level, how many hits it holds, bold where the text is."""
    top = min((section.level for section in sections), default=1)
    entries = []
    for index, section in enumerate(sections):
        count = str(hits[index]) if index in hits else ""
        room = width - (cell_width(count) + 1 if count else 0)
        indent = " " * min(2 * (section.level - top), room // 2)
        style = Style(bold=True) if index == current else ink.style("panel")
        title = indent + fit(section.title, room - len(indent))
        row: Pieces = [(title, style)]
        if count:
            row += [(" " * (width - cell_width(title) - cell_width(count)), Style())]
            row += [(count, ink.style("key"))]
        entries.append(Entry([row], section.title))
    return entries


def facts_entries(facts: Sequence[Fact], width: int, ink: Ink) -> list[Entry]:
    """An entry per fact: the label over the value in short form, with a bar where one compares.

    Inside a group the values stand right-aligned before their bars; groups are parted by a row.
    """
    entries = []
    lengths = bars(facts)
    widest: dict[str, int] = {}
    for fact in facts:
        widest[fact.group] = max(widest.get(fact.group, 0), cell_width(fact.short))
    sign = "=" if ink.ascii else "━"
    previous = ""
    for index, fact in enumerate(facts):
        length = lengths[index]
        value = fit(fact.short, width - 2)
        row: Pieces = [("  ", Style())]
        if length is not None:
            value = " " * (widest[fact.group] - cell_width(value)) + value
            room = width - 2 - cell_width(value) - 1
            bar = sign * max(round(length * room), SHORTEST_BAR) if room > 1 else ""
            row += [(value, Style(bold=True)), (" ", Style()), (bar, ink.style("status-dim"))]
        else:
            row += [(value, Style(bold=True))]
        rows: list[Pieces] = [[(fit(fact.label, width), ink.style("panel-dim"))], row]
        gap = index > 0 and fact.group != previous
        entries.append(Entry(rows, f"{fact.label}: {fact.value}", gap))
        previous = fact.group
    return entries
