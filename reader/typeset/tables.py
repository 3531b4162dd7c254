"""Tables: columns that fit the measure, or one record for each row where none can."""

from bisect import bisect_left, bisect_right

from reader.document.model import Block, Span
from reader.typeset.cells import cell_width
from reader.typeset.line import Run
from reader.typeset.prepared import Setting
from reader.typeset.reflow import Flowed, flow, generated_lines

_GAP = 2  # cells between columns
_LEAST = 6  # the least width of a column whose content is wider
_BOUNDLESS = 1 << 30  # a measure that nothing reaches

# The widths are taken from so many rows.
SAMPLE = 60


def table_lines(
    text: str, block: Block, rows: range, setting: Setting, measure: int, column: int
) -> list[Flowed]:
    """Set some rows of a table from `column` on; row 0 is its header.

    The widths come from the first rows, so that all pieces of a long table agree. Where no widths
    fit, each row becomes a record of `header: value` lines.
    """
    if not block.rows:
        return []
    table = _Table(text, block, setting, measure, column)
    natural = table.natural()
    widths = table.fit(natural)
    if not widths:
        return table.records(rows)
    lines: list[Flowed] = []
    for number in rows:
        if number > 1 and widths != natural:  # rows of several lines stand apart
            lines.append(table.blank(number))
        lines.extend(table.row(number, widths))
        if number == 0:
            lines.append(table.rule(lines[-1].end if lines else block.start, widths))
    return lines


class _Table:
    """One table at one measure, with its first column at `column`."""

    __slots__ = ("block", "column", "measure", "setting", "spans", "starts", "text")

    def __init__(
        self, text: str, block: Block, setting: Setting, measure: int, column: int
    ) -> None:
        self.text = text
        self.block = block
        self.setting = setting
        self.measure = measure
        self.column = column
        self.spans = sorted(block.spans, key=lambda span: span.start)
        self.starts = [span.start for span in self.spans]

    def cell(self, cell: tuple[int, int], measure: int, column: int) -> list[Flowed]:
        """The lines of one cell."""
        start, end = cell
        return flow(
            self.text, start, end, self._spans(cell), self.setting, measure, column, ragged=True
        )

    def _spans(self, cell: tuple[int, int]) -> list[Span]:
        low, high = bisect_left(self.starts, cell[0]), bisect_right(self.starts, cell[1])
        return [span for span in self.spans[low:high] if span.end <= cell[1]]

    def natural(self) -> list[int]:
        """The widest content of each column."""
        widths = [1] * max(map(len, self.block.rows))
        for row in self.block.rows[:SAMPLE]:
            for index, cell in enumerate(row):
                lines = self.cell(cell, _BOUNDLESS, 0)
                widths[index] = max(widths[index], *(line.reach for line in lines))
        return widths

    def fit(self, natural: list[int]) -> list[int]:
        """The width of each column; none when a table of this measure would be hopeless."""
        widths = _narrow(natural, self.measure - _GAP * (len(natural) - 1))
        if widths == natural:
            return widths
        for index, (width, wanted) in enumerate(zip(widths, natural, strict=True)):
            if width < wanted and (width < _LEAST or width * 3 < self._longest_word(index) * 2):
                return []
        return widths

    def _longest_word(self, index: int) -> int:
        cells = [row[index] for row in self.block.rows[:SAMPLE] if index < len(row)]
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

    def records(self, rows: range) -> list[Flowed]:
        """Each row as a record of `header: value` lines, parted by blank ones.

        The header's own text stands in the first record; the others repeat it as generated labels.
        """
        lines: list[Flowed] = []
        header = self.block.rows[0]
        for number in rows:
            row = self.block.rows[number]
            if number == 0:
                if len(self.block.rows) > 1:
                    continue
                row = ()
            if number > 1:
                lines.append(self.blank(number))
            for index in range(max(len(row), len(header) if number <= 1 else 0)):
                label = self._label(index, number, row[index][0] if index < len(row) else 0)
                lines.extend(self._field(row[index], label) if index < len(row) else label)
        return lines

    def _label(self, index: int, number: int, at: int) -> list[Flowed]:
        """The header of a column, before a field of row `number` that starts at `at`."""
        header = self.block.rows[0]
        if index >= len(header):
            return []
        if number <= 1:
            return self.cell(header[index], self.measure, self.column)
        name = self.text[slice(*header[index])]
        column = self.column
        return [
            Flowed(at, at, [Run(column, at, at, glyphs, width, "label")], column + width)
            for glyphs, width in generated_lines(name, self.measure, self.setting)
        ]

    def _field(self, cell: tuple[int, int], label: list[Flowed]) -> list[Flowed]:
        """A label and its value, side by side where the label is short."""
        if not label:
            return self.cell(cell, self.measure, self.column)
        last = label[-1]
        width = last.reach - self.column + 2
        if 2 < width <= self.measure + 1:
            last.runs.append(Run(last.reach, last.end, last.end, ":", 1, "label"))
            last.reach += 1
        beside = len(label) == 1 and 2 < width <= self.measure // 2
        indent = width if beside else 2 if self.measure > _LEAST else 0
        lines = self.cell(cell, self.measure - indent, self.column + indent)
        if not beside:
            return [*label, *lines]
        first = lines[0]
        first.runs[:0] = last.runs
        first.start = min(first.start, last.start)
        first.reach = max(first.reach, last.reach)
        return lines


def _narrow(natural: list[int], room: int) -> list[int]:
    """Cut the widest columns, all to the same width, until they fit into `room` cells."""
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
