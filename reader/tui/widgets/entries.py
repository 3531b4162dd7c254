"""What the contents panel lists: the outline, with the hits of the search."""

from reader.document.outline import Outline
from reader.paint import Style
from reader.tui.ink import Ink, Pieces
from reader.tui.search import Search
from reader.tui.widgets.panel import Entries
from reader.typeset.cells import cell_width


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
