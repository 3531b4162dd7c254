"""The units in which a document is set: blocks, and parts of those that are very long.

How a block is cut depends on the block alone, so that every measure has the same pieces.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.document.model import Block, Document
from reader.typeset.cells import clusters

# Blocks longer than the first are cut into windows of about the second, in code points (5,000
# and 2,000 words).
LONG, WINDOW = 30_000, 12_000

# Tables are cut into pieces of at most so many rows and cells; their widths are taken from so
# many rows, too.
SAMPLE, CELLS = 60, 600

_SENTENCE_END = re.compile(r"[.!?…][»”’\"')\]]*\s+|[。！？]")

_NO_ROWS = range(0)

# A row of a table: the ranges of its cells.
Row = tuple[tuple[int, int], ...]


class Piece:
    """A unit of setting: the range `start:end` of block number `block`, and for tables its rows.

    A piece of one row may hold only a part of it.
    """

    __slots__ = ("block", "end", "rows", "start")

    def __init__(self, block: int, start: int, end: int, rows: range) -> None:
        self.block = block
        self.start = start
        self.end = end
        self.rows = rows


def pieces(document: Document, number: int, block: Block) -> list[Piece]:
    """The pieces of block `number`: tables are cut after rows, code after lines, the rest after
    sentences. Parts of a table without any text are none.
    """
    if block.kind != "table" and block.end - block.start <= LONG:
        return [Piece(number, block.start, block.end, _NO_ROWS)]
    text = document.text
    if block.kind == "table":
        whole = Piece(number, block.start, block.end, range(len(block.rows)))
        made = list(_of_table(text, number, block)) if _is_long_table(block) else [whole]
        return [p for p in made if block.spans or has_cells(text, p.start, p.end)]
    return [
        Piece(number, start, end, _NO_ROWS)
        for start, end in _windows(text, block.start, block.end, block.kind)
    ]


def has_cells(text: "str | Document", start: int, end: int) -> bool:
    """Whether a part of a table holds anything but the signs that part its cells."""
    return bool(text[start:end].strip("\t\n"))


def is_long_row(row: Row) -> bool:
    """Whether a row holds too much to be set as a whole."""
    return len(row) > CELLS or (bool(row) and row[-1][1] - row[0][0] > WINDOW)


def header_alone(rows: tuple[Row, ...]) -> bool:
    """Whether the header is too long, or what follows it, for the two to be set as one record."""
    return any(map(is_long_row, rows[:2]))


def _windows(text: str, start: int, stop: int, kind: str) -> Iterator[tuple[int, int]]:
    """Cut a long range of text."""
    while stop - start > WINDOW * 2:
        end = _window_end(text, start + WINDOW, stop, kind)
        yield start, end
        start = end
    yield start, stop


def _window_end(text: str, at: int, end: int, kind: str) -> int:
    """A good place to end a window, at or shortly after `at`."""
    stop = min(at + WINDOW // 2, end)
    if kind == "code":
        found = text.find("\n", at, stop)
        if found >= 0:
            return found + 1
    else:
        match = _SENTENCE_END.search(text, at, stop)
        if match:
            return match.end()
    found = text.find(" ", at, stop)
    if found >= 0:
        return found + 1
    return at + len(clusters(text[at : at + 64])[0])


# ---------------------------------------------------------------------- tables


def _is_long_table(block: Block) -> bool:
    rows = block.rows
    if block.end - block.start > WINDOW or len(rows) > 2 * SAMPLE:
        return True
    return sum(map(len, rows)) > 2 * CELLS


def _of_table(text: str, number: int, block: Block) -> Iterator[Piece]:
    """The pieces of a long table: some rows, or some cells of a long row."""
    rows = block.rows
    low, start = 0, block.start
    while low < len(rows):
        high = low + 1 if is_long_row(rows[low]) else _group(rows, low, block.end)
        end = _row_start(rows, high, block.end)
        if high == low + 1 and is_long_row(rows[low]):
            for one, other in _of_row(text, rows[low], start, end):
                yield Piece(number, one, other, range(low, high))
        else:
            yield Piece(number, start, end, range(low, high))
        low, start = high, end


def _row_start(rows: tuple[Row, ...], number: int, end: int) -> int:
    """Where row `number` starts, or the next one that has cells; `end` if there is none."""
    while number < len(rows) and not rows[number]:
        number += 1
    return rows[number][0][0] if number < len(rows) else end


def _group(rows: tuple[Row, ...], low: int, end: int) -> int:
    """The end of the rows from `low` on that make one piece; the header stays with a record."""
    start = _row_start(rows, low, end)
    high = min(low + SAMPLE, len(rows))
    while high > low + 1 and (
        _row_start(rows, high, end) - start > WINDOW or sum(map(len, rows[low:high])) > CELLS
    ):
        high = low + (high - low) // 2
    return 2 if high == 1 < len(rows) and low == 0 and not header_alone(rows) else high


def _of_row(text: str, row: Row, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a long row after cells, and long cells like any other text."""
    if row[-1][1] - row[0][0] <= WINDOW:  # many short cells
        cuts = [start, *(cell[0] for cell in row[CELLS::CELLS]), end]
        yield from pairwise(cuts)
        return
    count = 0
    for cell_start, cell_end in row:
        if count >= CELLS or (count and cell_end - start > WINDOW):
            yield start, cell_start
            start, count = cell_start, 0
        count += 1
        if cell_end - start > 2 * WINDOW:
            windows = list(_windows(text, start, cell_end, "table"))
            yield from windows[:-1]
            start = windows[-1][0]
    yield start, end
