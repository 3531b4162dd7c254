"""Tables of a page: those of data as rows of cells; those that only arrange the page are none."""

import re
from collections.abc import Callable

from lxml import html

from reader.formats.html.dom import is_hidden, text_of
from reader.formats.html.runs import Run, plain

# The most cells that a table may have; a larger one is taken apart.
MAX_CELLS = 100_000
# As HTML has it (WHATWG, section 4.9.11).
_MAX_SPAN = 1000
_BLOCKS = (
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "blockquote",
    "pre",
    "article",
    "section",
    "form",
    "hr",
)
# Cells of data are shorter than this, in characters.
_LONG_CELL = 700

Cell = list[Run]


class Grid:
    """The rows of a table, all of the same length, the first one its header."""

    def __init__(self, table: html.HtmlElement, cell: Callable[[html.HtmlElement], Cell]) -> None:
        self.rows: list[list[Cell]] = []
        self.aligns: tuple[str, ...] = ()
        self._cell = cell
        self._aligns: dict[int, list[str]] = {}
        elements = rows_of(table)
        covered: dict[int, int] = {}
        total = 0
        for row in elements:
            self.rows.append(self._row(row, covered))
            total += len(self.rows[-1])
            if total > MAX_CELLS:
                self.rows.clear()
                break
        self._trim()
        if self.rows:
            self.rows[0] = [_plain_head(cell) for cell in self.rows[0]]
        if self.rows and not _has_header(elements):
            self.rows.insert(0, [[] for _ in self.rows[0]])
        self.text = "\n".join("\t".join(plain(cell) for cell in row).strip() for row in self.rows)
        self.text = self.text.strip("\n")

    def _row(self, row: html.HtmlElement, covered: dict[int, int]) -> list[Cell]:
        """The cells of a row; `covered` says for columns how many rows a cell above still takes."""
        cells: list[Cell] = []

        def skip_covered() -> None:
            while covered.get(len(cells), 0) > 0:
                covered[len(cells)] -= 1
                cells.append([])

        for element in row:
            if element.tag not in ("td", "th") or is_hidden(element):
                continue
            skip_covered()
            column = len(cells)
            self._aligns.setdefault(column, []).append(_align(element))
            width = _span(element.get("colspan"))
            height = _span(element.get("rowspan"))
            for index in range(column, column + width):
                if height > 1:
                    covered[index] = height - 1
            cells.append(self._cell(element))
            cells.extend([] for _ in range(width - 1))
        skip_covered()
        return cells

    def _trim(self) -> None:
        """Make rows equally long, without rows and columns that are empty."""
        self.rows = [row for row in self.rows if any(plain(cell) for cell in row)]
        width = max(map(len, self.rows), default=0)
        for row in self.rows:
            row.extend([] for _ in range(width - len(row)))
        kept = [i for i in range(width) if any(plain(row[i]) for row in self.rows)]
        self.rows = [[row[i] for i in kept] for row in self.rows]
        self.aligns = tuple(_common(self._aligns.get(i, [])) for i in kept)


def rows_of(table: html.HtmlElement) -> list[html.HtmlElement]:
    """The rows of a table, without those of tables in it."""
    rows = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot") and not is_hidden(child):
            rows.extend(row for row in child if row.tag == "tr")
    return [row for row in rows if not is_hidden(row)]


def is_too_large(table: html.HtmlElement) -> bool:
    """Whether a table has more cells than are set, or may have when all spans are filled."""
    rows = rows_of(table)
    width = height = 0
    for row in rows:
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        width = max(width, sum(_span(cell.get("colspan")) for cell in cells))
        height = max([height, *(_span(cell.get("rowspan")) for cell in cells)])
    return width * min(height, len(rows)) * len(rows) > MAX_CELLS and (
        width * len(rows) > MAX_CELLS or height > 1
    )


def text_of_rows(table: html.HtmlElement) -> str:
    """The text of a table, its cells with tabs between them."""
    return "\n".join(
        "\t".join(text_of(cell) for cell in row if cell.tag in ("td", "th"))
        for row in rows_of(table)
    )


def is_layout_table(table: html.HtmlElement) -> bool:
    """Whether a table only arranges blocks, with blocks in its cells."""
    if table.get("role") in ("presentation", "none"):
        return True
    rows = rows_of(table)
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    if max(map(len, cells), default=0) < 2:
        return True
    headed = any(cell.tag == "th" for row in cells for cell in row)
    blocks = sum(next(table.iterdescendants(tag), None) is not None for tag in _BLOCKS)
    if next(table.iterdescendants("table", "h1", "h2"), None) is not None:
        return True
    if headed:
        return False
    if len(rows) < 2 or blocks > 1:
        return True
    lengths = [len(text_of(cell)) for row in cells for cell in row]
    if max(lengths) > _LONG_CELL:
        return True
    many = sum(len(cell.findall(".//p")) > 1 for row in cells for cell in row)
    return many > 0 and 4 * many > len(lengths)


def _plain_head(cell: Cell) -> Cell:
    """A cell of the header without the bold type that all of it has."""
    return [run for run in cell if run[0] not in ("start", "end") or run[1] != "strong"]


def _has_header(rows: list[html.HtmlElement]) -> bool:
    first = rows[0]
    parent = first.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    cells = [cell for cell in first if cell.tag in ("td", "th")]
    heads = sum(cell.tag == "th" for cell in cells)
    if heads > 1 or heads == len(cells):
        return True
    # Without any heads, short words over figures are a header all the same.
    return not heads and not any(cell.tag == "th" for row in rows for cell in row)


def _span(said: "str | None") -> int:
    match = re.match(r"\s*(\d{1,9})", said or "")
    return min(max(int(match.group(1)), 1), _MAX_SPAN) if match else 1


def _align(cell: html.HtmlElement) -> str:
    said = (cell.get("align") or "").lower()
    if said not in ("left", "right", "center"):
        match = re.search(r"text-align\s*:\s*(left|right|center)", cell.get("style") or "", re.I)
        said = match.group(1).lower() if match else ""
    return said


def _common(aligns: list[str]) -> str:
    """The alignment of most cells of a column."""
    best = max(set(aligns), key=aligns.count, default="")
    return best if aligns.count(best) * 2 > len(aligns) else ""
