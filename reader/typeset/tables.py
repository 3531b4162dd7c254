"""Tables: columns that fit the measure, or one record for each row where none can."""

from reader.document.model import Block, Span
from reader.typeset.cells import cell_width
from reader.typeset.line import Run
from reader.typeset.reflow import Flowed, Setting, flow, generated_lines

_GAP = 2  # cells between columns
_LEAST = 6  # the least width of a column whose content is wider
_BOUNDLESS = 1 << 30  # a measure that nothing reaches
_SAMPLE = 200  # rows that the widths are taken from


def table_lines(
    text: str, block: Block, rows: range, setting: Setting, measure: int, column: int
) -> list[Flowed]:
    """Set some rows of a table from `column` on; row 0 is its header.

    The widths come from the first rows, so that all pieces of a long table agree.
    """
    if not block.rows:
        return []
    natural, widths = _widths(text, block, setting, measure)
    if not widths:
        return _records(text, block, rows, setting, measure, column)
    lines: list[Flowed] = []
    for number in rows:
        if number > 1 and widths != natural:  # rows of several lines stand apart
            at = block.rows[number][0][0] if block.rows[number] else block.start
            lines.append(Flowed(at, at, [], 0))
        lines.extend(_row(text, block, number, widths, setting, column))
        if number == 0:
            at = lines[-1].end if lines else block.start
            lines.append(_rule(at, widths, setting, column))
    return lines


def _widths(text: str, block: Block, setting: Setting, measure: int) -> tuple[list[int], list[int]]:
    """The widest content of each column, and its width; no widths when it would be hopeless."""
    count = max((len(row) for row in block.rows), default=0)
    room = measure - _GAP * (count - 1)
    natural, longest = [1] * count, [1] * count
    for row in block.rows[:_SAMPLE]:
        for index, (start, end) in enumerate(row):
            lines = flow(
                text, start, end, _spans(block, start, end), setting, _BOUNDLESS, ragged=True
            )
            natural[index] = max(natural[index], *(line.reach for line in lines))
            longest[index] = max(longest[index], *map(cell_width, text[start:end].split(" ")))
    if sum(natural) <= room:
        return natural, natural
    widths = _narrow(natural, room)
    for width, wanted, word in zip(widths, natural, longest, strict=True):
        if width < wanted and (width < _LEAST or width * 3 < word * 2):
            return natural, []
    return natural, widths


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


def _row(
    text: str, block: Block, number: int, widths: list[int], setting: Setting, column: int
) -> list[Flowed]:
    """One row: its cells side by side, each in as many lines as it needs."""
    cells: list[list[Flowed]] = []
    for index, (start, end) in enumerate(block.rows[number]):
        spans = _spans(block, start, end)
        lines = flow(text, start, end, spans, setting, widths[index], column, ragged=True)
        align = block.aligns[index] if index < len(block.aligns) else ""
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
        reach = max((line.reach for line in beside if line.runs), default=0)
        made.append(
            Flowed(
                min(line.start for line in beside), max(line.end for line in beside), runs, reach
            )
        )
    return made


def _rule(at: int, widths: list[int], setting: Setting, column: int) -> Flowed:
    """The line under the header, broken between the columns."""
    runs: list[Run] = []
    for width in widths:
        runs.append(Run(column, at, at, setting.signs.table_rule * width, width, "separator"))
        column += width + _GAP
    return Flowed(at, at, runs, column - _GAP)


def _records(
    text: str, block: Block, rows: range, setting: Setting, measure: int, column: int
) -> list[Flowed]:
    """Each row as a record of `header: value` lines, parted by blank ones.

    The header's own text stands in the first record; the others repeat it as generated labels.
    """
    lines: list[Flowed] = []
    header = block.rows[0]
    for number in rows:
        row = block.rows[number]
        if number == 0:
            if len(block.rows) == 1:
                row = ()
            else:
                continue
        if number > 1:
            at = row[0][0] if row else block.start
            lines.append(Flowed(at, at, [], 0))
        for index in range(max(len(row), len(header) if number <= 1 else 0)):
            name = header[index] if index < len(header) else None
            label = _label(
                text,
                block,
                name,
                number,
                row[index][0] if index < len(row) else 0,
                setting,
                measure,
                column,
            )
            if index >= len(row):
                lines.extend(label)
                continue
            lines.extend(_field(text, block, row[index], label, setting, measure, column))
    return lines


def _spans(block: Block, start: int, end: int) -> list[Span]:
    return [span for span in block.spans if start <= span.start and span.end <= end]


def _label(
    text: str,
    block: Block,
    name: "tuple[int, int] | None",
    number: int,
    at: int,
    setting: Setting,
    measure: int,
    column: int,
) -> list[Flowed]:
    """The header of a column, before a field of row `number` that starts at `at`."""
    if name is None:
        return []
    if number <= 1:
        return flow(text, *name, _spans(block, *name), setting, measure, column, heading=True)
    lines: list[Flowed] = []
    for glyphs, width in generated_lines(text[name[0] : name[1]], measure, setting):
        lines.append(Flowed(at, at, [Run(column, at, at, glyphs, width, "label")], column + width))
    return lines


def _field(
    text: str,
    block: Block,
    cell: tuple[int, int],
    label: list[Flowed],
    setting: Setting,
    measure: int,
    column: int,
) -> list[Flowed]:
    """A label and its value, side by side where the label is short."""
    start, end = cell
    spans = _spans(block, start, end)
    if not label:
        return flow(text, start, end, spans, setting, measure, column, ragged=True)
    last = label[-1]
    width = last.reach - column + 2
    beside = len(label) == 1 and 2 < width <= measure // 2
    if 2 < width <= measure + 1:
        last.runs.append(Run(last.reach, last.end, last.end, ":", 1, "label"))
        last.reach += 1
    indent = width if beside else 2 if measure > _LEAST else 0
    lines = flow(text, start, end, spans, setting, measure - indent, column + indent, ragged=True)
    if not beside:
        return [*label, *lines]
    first = lines[0]
    first.runs[:0] = last.runs
    first.start = min(first.start, last.start)
    first.reach = max(first.reach, last.reach)
    return lines
