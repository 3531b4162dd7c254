"""Tables: columns that fit the measure, or one record for each row where none can."""

from bisect import bisect_left

from reader.document.model import Block, Document
from reader.typeset.cells import cell_width
from reader.typeset.line import Run
from reader.typeset.pieces import SAMPLE, Piece, has_cells, header_alone, is_long_row
from reader.typeset.prepared import Setting, span_index
from reader.typeset.reflow import Flowed, flow, generated_lines

_GAP = 2  # cells between columns
_LEAST = 6  # the least width of a column whose content is wider
_BOUNDLESS = 1 << 30  # a measure that nothing reaches

# The widths are taken from the first rows: from so many characters of a cell, until so many
# characters have been looked at.
_CELL_SAMPLE, _TEXT_SAMPLE = 1_000, 20_000
_LABEL = 80  # characters of a header that are repeated in each record


class Table:
    """One table at one measure, with its first column at `column`.

    The widths come from the first rows, so that all pieces of a long table agree. Where no widths
    fit, each row becomes a record of `header: value` lines; so does a row that is too long to be
    set as a whole. Rows without any text are left out.
    """

    __slots__ = (
        "_alone",
        "_labels",
        "_natural",
        "_sample",
        "_spans",
        "_widths",
        "block",
        "column",
        "measure",
        "setting",
        "text",
    )

    def __init__(
        self, text: "str | Document", block: Block, setting: Setting, measure: int, column: int
    ) -> None:
        self.text = text
        self.block = block
        self.setting = setting
        self.measure = measure
        self.column = column
        self._spans = span_index(block)
        self._labels: dict[int, list[tuple[str, int]]] = {}
        self._sample = self._sampled()
        columns = max(map(len, self._sample), default=0)
        self._natural: list[int] = []
        self._widths: list[int] = []
        if columns * (1 + _GAP) - _GAP <= measure:  # a cell for each, at least
            self._natural = self._natural_widths(columns)
            self._widths = self._fit(self._natural)
        self._alone = bool(self._widths) or header_alone(block.rows)

    def lines(self, piece: Piece) -> list[Flowed]:
        """Set the rows of one piece; row 0 is the header."""
        if not self._widths:
            return self.records(piece)
        widths = self._widths
        lines: list[Flowed] = []
        rows = self.block.rows
        for number in piece.rows:
            row = rows[number]
            if is_long_row(row) or len(row) > len(widths):
                lines.extend(self.record(number, piece))
                continue
            if not self._has_text(number):
                continue
            after_long = number > 0 and is_long_row(rows[number - 1])
            if number > 1 and (widths != self._natural or after_long):
                lines.append(self.blank(number))  # rows of several lines stand apart
            lines.extend(self.row(number, widths))
            if number == 0:
                lines.append(self.rule(lines[-1].end, widths))
        return lines

    def cell(
        self, cell: tuple[int, int], measure: int, column: int, *, last: bool = True
    ) -> list[Flowed]:
        """The lines of one cell, or of a part of one, the `last` or not."""
        start, end = cell
        spans = self._spans.within(start, end, last=last)
        return flow(self.text, start, end, spans, self.setting, measure, column, ragged=True)

    def _has_text(self, number: int) -> bool:
        row = self.block.rows[number]
        if not row:
            return False
        start, end = row[0][0], row[-1][1]
        return has_cells(self.text, start, end) or bool(self._spans.within(start, end))

    def _sampled(self) -> list[list[tuple[int, int]]]:
        """The beginnings of the cells from which the widths are taken."""
        sample: list[list[tuple[int, int]]] = []
        seen = 0
        for row in self.block.rows[:SAMPLE]:
            if sample and is_long_row(row):
                continue
            if seen > _TEXT_SAMPLE:
                break
            cells = [(start, min(end, start + _CELL_SAMPLE)) for start, end in row]
            seen += sum(end - start for start, end in cells)
            sample.append(cells)
        return sample

    def _natural_widths(self, columns: int) -> list[int]:
        """The widest content of each column."""
        widths = [1] * columns
        for row in self._sample:
            for index, cell in enumerate(row):
                lines = self.cell(cell, _BOUNDLESS, 0)
                widths[index] = max(widths[index], *(line.reach for line in lines))
        return widths

    def _fit(self, natural: list[int]) -> list[int]:
        """The width of each column; none when a table of this measure would be hopeless."""
        room = self.measure - _GAP * (len(natural) - 1)
        if sum(natural) <= room:
            return natural
        longest = [self._longest_word(index) for index in range(len(natural))]
        widths = _narrow(natural, room, longest)
        for width, wanted, word in zip(widths, natural, longest, strict=True):
            if width < wanted and (width < _LEAST or width * 3 < word * 2):
                return []
        return widths

    def _longest_word(self, index: int) -> int:
        cells = [row[index] for row in self._sample if index < len(row)]
        words = (word for start, end in cells for word in self.text[start:end].split())
        return max(map(cell_width, words), default=0)

    def row(self, number: int, widths: list[int]) -> list[Flowed]:
        """One row: its cells side by side, each in as many lines as it needs."""
        cells: list[list[Flowed]] = []
        column = self.column
        aligns = self.block.aligns
        for index, cell in enumerate(self.block.rows[number]):
            lines = self.cell(cell, widths[index], column)
            align = aligns[index] if index < len(aligns) else ""
            for line in lines:
                spare = widths[index] - (line.reach - column)
                shift = spare if align == "right" else spare // 2 if align == "center" else 0
                for run in line.runs:
                    run.column += shift
                line.reach += shift
            cells.append(lines)
            column += widths[index] + _GAP
        made: list[Flowed] = []
        for place in range(max(map(len, cells), default=0)):
            beside = [lines[place] for lines in cells if place < len(lines)]
            runs = [run for line in beside for run in line.runs]
            start = min(line.start for line in beside)
            end = max(line.end for line in beside)
            made.append(Flowed(start, end, runs, max(line.reach for line in beside)))
        return made

    def rule(self, at: int, widths: list[int]) -> Flowed:
        """The line under the header, broken between the columns."""
        runs: list[Run] = []
        column = self.column
        for width in widths:
            glyphs = self.setting.signs.table_rule * width
            runs.append(Run(column, at, at, glyphs, width, "separator"))
            column += width + _GAP
        return Flowed(at, at, runs, column - _GAP)

    def blank(self, number: int) -> Flowed:
        """A blank line before a row."""
        row = self.block.rows[number]
        at = row[0][0] if row else self.block.start
        return Flowed(at, at, [], 0)

    def records(self, piece: Piece) -> list[Flowed]:
        """Each row as a record of `header: value` lines, parted by blank ones.

        The header's own text stands in the first record; the others repeat it as generated labels.
        A header that is too long for that stands by itself.
        """
        lines: list[Flowed] = []
        rows = self.block.rows
        for number in piece.rows:
            if number == 0 and len(rows) > 1 and not self._alone:
                continue  # it is part of the first record
            if number > 1 and not self._has_text(number):
                continue
            lines.extend(self.record(number, piece))
        return lines

    def record(self, number: int, piece: Piece) -> list[Flowed]:
        """One row, or what of it is in the piece, as a record."""
        row = self.block.rows[number]
        header = () if self._alone or number > 1 else self.block.rows[0]
        if number == 0 and not self._alone:
            row = ()
        first = bisect_left(row, (piece.start,))
        if first and row[first - 1][1] > piece.start:
            first -= 1
        stop = len(row) if piece.end == self.block.end else bisect_left(row, (piece.end,))
        lines: list[Flowed] = []
        for index in range(first, max(stop, len(header))):
            if index >= stop:
                lines.extend(self._label(index, number, 0))
                continue
            start, end = row[index]
            label = self._label(index, number, start) if start >= piece.start else []
            part = max(start, piece.start), min(end, piece.end)
            lines.extend(self._field(part, label, last=end <= piece.end))
        if lines and number > 0 and (number > 1 or self._alone) and row[0][0] >= piece.start:
            lines.insert(0, self.blank(number))
        return lines

    def _label(self, index: int, number: int, at: int) -> list[Flowed]:
        """The header of a column, before a field of row `number` that starts at `at`."""
        header = self.block.rows[0]
        if index >= len(header) or header[index][0] == header[index][1]:
            return []
        if not self._alone and number <= 1:
            return self.cell(header[index], self.measure, self.column)
        if number == 0:
            return []
        column = self.column
        if index not in self._labels:
            start, end = header[index]
            name = self.text[start : min(end, start + _LABEL)]
            if end - start > _LABEL:
                name += self.setting.signs.ellipsis
            self._labels[index] = generated_lines(name, self.measure, self.setting)
        return [
            Flowed(at, at, [Run(column, at, at, glyphs, width, "label")], column + width)
            for glyphs, width in self._labels[index]
        ]

    def _field(self, cell: tuple[int, int], label: list[Flowed], *, last: bool) -> list[Flowed]:
        """A label and its value, side by side where the label is short."""
        empty = cell[0] == cell[1] and not self._spans.within(*cell)
        if not label:
            return [] if empty else self.cell(cell, self.measure, self.column, last=last)
        name = label[-1]
        width = name.reach - self.column + 2
        if 2 < width <= self.measure + 1:
            name.runs.append(Run(name.reach, name.end, name.end, ":", 1, "label"))
            name.reach += 1
        if empty:
            return label
        beside = len(label) == 1 and 2 < width <= self.measure // 2
        indent = width if beside else 2 if self.measure > _LEAST else 0
        lines = self.cell(cell, self.measure - indent, self.column + indent, last=last)
        if not beside:
            return [*label, *lines]
        first = lines[0]
        first.runs[:0] = name.runs
        first.start = min(first.start, name.start)
        first.reach = max(first.reach, name.reach)
        return lines


def _narrow(natural: list[int], room: int, longest: list[int]) -> list[int]:
    """Cut the widest columns, all to the same width, until they fit into `room` cells.

    None is cut below its `longest` word, if that can be.
    """
    kept: dict[int, int] = {}
    while True:
        others = [index for index in range(len(natural)) if index not in kept]
        widths = _even([natural[index] for index in others], room - sum(kept.values()))
        words = {
            index: min(longest[index], natural[index])
            for index, width in zip(others, widths, strict=True)
            if width < min(longest[index], natural[index])
        }
        if not words:
            kept.update(zip(others, widths, strict=True))
            return [kept[index] for index in range(len(natural))]
        kept.update(words)
        if sum(kept.values()) + len(natural) - len(kept) > room:
            return _even(natural, room)


def _even(natural: list[int], room: int) -> list[int]:
    """Cut the widest of these columns, all to the same width."""
    order = sorted(natural)
    left = max(room, 0)
    for index, width in enumerate(order):
        share = left // (len(order) - index)
        if width > share:
            spare = left - share * (len(order) - index)
            widths = [min(width, share) for width in natural]
            for place, wanted in enumerate(natural):
                if spare and wanted > share:
                    widths[place] += 1
                    spare -= 1
            return widths
        left -= width
    return natural
