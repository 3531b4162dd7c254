"""The first screen: painted before Textual is imported, which takes several times as long.

It shows the text and the status line as they will stand; the panels fill their columns later.
Nothing in here takes longer for a longer article: where one was left far down, only the chunk
that holds the place is parsed, and what is not found at once is left to the page to look for.
"""

from reader.document.length import estimated_words, minutes_left
from reader.document.model import Document
from reader.formats import parse_from
from reader.formats.source import Source
from reader.library.bookmark import Bookmark, find_again
from reader.library.state import Record
from reader.paint import paint
from reader.tui.choices import chosen_justify, chosen_measure
from reader.tui.geometry import JUSTIFY_FROM, geometry
from reader.tui.ink import Pieces
from reader.tui.notices import PLACE_ROOM, closing, first_keys
from reader.tui.reading import Reading
from reader.tui.rows import Position, inert, margin, search_pieces, status_row, title_row
from reader.tui.start import Start
from reader.tui.terminal import Taken, keyboard_on_stdin, size
from reader.typeset.layout import MEASURE
from reader.typeset.line import extent

# Seconds in which what is to be found is looked for, and at most until the first is found.
LOOK, LONGEST_LOOK = 0.005, 0.02


def paint_first(
    start: Start, document: Document, source: Source, record: Record, section: str, find: str
) -> "Taken | None":
    """Take the terminal and show the article where it opens: at a `section` (a slug), if it is
    there, and at the first place from there on that has what is to be found, if that is not ''.

    None where the terminal does not say its size, or that place is not known at once.
    """
    columns, rows = size()
    if not columns or not rows:
        return None
    keyboard_on_stdin()
    screen = FirstScreen(start, document, source, record, section, columns, rows, find)
    if find and not screen.found:
        return None
    taken = Taken()
    taken.show(*screen.painted())
    return taken


class FirstScreen:
    """The window of `columns` by `rows` cells that an article opens with."""

    def __init__(
        self,
        start: Start,
        document: Document,
        source: Source,
        record: Record,
        section: str,
        columns: int,
        rows: int,
        find: str = "",
    ) -> None:
        settings, memory = start.settings, start.memory
        self.start = start
        self.document = document
        self.columns = columns
        self.rows = rows
        measure = chosen_measure(settings, memory) or settings.measure or MEASURE
        justify = chosen_justify(settings, memory)
        justify = bool(settings.justify) if justify is None else justify
        self.geometry = geometry(columns, rows, measure)
        text = self.geometry.text
        justify = justify and text.width >= JUSTIFY_FROM
        self._size = text.width, text.height, justify, self.geometry.hang
        left = record.read()
        self.text_only = left is not None and left.text_only
        self.reading = self._reading(document)
        self._part: Bookmark | None = None  # where the article was left, if only a part is parsed
        if section:
            found = self.reading.find_section(section)
            if found is not None:
                self.reading.jump(found.start)
        elif left is not None and left.is_unfinished and not find:
            self._come_back(source, left)
        self.found = bool(find) and self._find(find)

    def _reading(self, document: Document) -> Reading:
        reading = Reading(document, self._size[0], self._size[1], self.start.signs)
        reading.resize(*self._size)
        return reading

    def _come_back(self, source: Source, left: Bookmark) -> None:
        """Go to where the article was left, in the chunk that begins above it or in the whole."""
        offset, byte = left.chunk
        part = parse_from(source, self.document, byte) if offset else None
        place = left.anchor.start - offset
        if part is not None and place >= 0:
            while len(part) < place + len(left.anchor.exact) and part.grow():
                pass
            if part.text.startswith(left.anchor.exact, place):
                self._part = left
                self.reading = self._reading(part)
                self.reading.come_back(place)
                return
        self.reading.come_back(find_again(self.document, left))

    def _find(self, text: str) -> bool:
        """Go to the first place that has `text`; False where that is not known at once."""
        from reader.tui.search import Search

        reading = self.reading
        search = Search(self.document, reading.finder, text, reading.place)
        search.step(LOOK, LONGEST_LOOK)
        reading.layout.update()
        reading.outline.update(self.document)
        hit = search.found()
        if hit is None:
            return False
        reading.search = search
        search.current = hit
        reading.jump(hit[0], "hit")
        return True

    def painted(self) -> tuple[list[str], tuple[int, int]]:
        """The rows of the window as text with SGR sequences, and the place of the cursor."""
        ink, text = self.start.ink, self.geometry.text
        viewport, search = self.reading.viewport, self.reading.search
        marked = viewport.row_of(self.reading.here) if self.reading.pointed else -1
        role = "bar" if self.reading.here == self.reading.returned else "margin"
        rows: list[Pieces] = []
        if text.y:
            rows.append(title_row(self._running_title(), text.x, text.width, ink))
        for row, line in enumerate(viewport.lines()[: text.height]):
            pieces = margin(text.x, ink, role if row == marked else "", line.hang)
            layers = search.layers(*extent(line)) if search is not None and line.runs else ()
            rows.append([*pieces, *paint(line, self.reading.document, ink.palette, layers)])
        if viewport.at_end:
            key = self.start.settings.keys.sign("close", ink.ascii)
            end = closing(ink, text.width, "the shell", key)
            rows += [[], [*margin(text.x, ink, ""), *end]]
        rows = rows[: self.rows - 1]
        rows += [[] for _ in range(self.rows - len(rows))]
        rows[-1] = self._status()
        cursor = text.x, text.y + viewport.row
        return [ink.sgr(row, self.columns) for row in rows], cursor

    def _running_title(self) -> str:
        viewport = self.reading.viewport
        in_view = not self._part and (viewport.at_start or viewport.row_of(0) >= 0)
        return "" if in_view or self.text_only else self.document.metadata.title

    def _status(self) -> Pieces:
        """The status line; where only a part is parsed, some of it is from the last time."""
        if self.text_only:
            return []
        start, reading, part = self.start, self.reading, self._part
        number, name = part.section if part else reading.section_at(reading.here)
        percent = part.percent if part else reading.percent
        minutes = minutes_left(estimated_words(self.document), percent)
        search = reading.search
        newcomer = start.memory.is_new and search is None
        keys = start.settings.keys

        def sign(name: str) -> str:
            return keys.sign(name, start.ink.ascii)

        left = first_keys(start.ink, self.columns - PLACE_ROOM, sign) if newcomer else []
        if search is not None:
            left = inert(search_pieces(search.text, search.count, start.ink))
        position = Position(name, number, percent, minutes, keys=not newcomer)
        return status_row(left, position, self.columns, start.ink, sign("help"))[0]
