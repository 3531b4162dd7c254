"""A document set at a measure, piece by piece, when somebody looks.

Nothing here costs more for a longer document: a piece is set from its block and the block before
it, and only when its lines are asked for.
"""

from bisect import bisect_right
from collections.abc import Sequence

from reader.document.length import estimated_words, minutes
from reader.document.model import Block, Document, Span
from reader.typeset.cells import cell_width, clusters
from reader.typeset.frames import Frame, bars_between, frame, opens_with_sign, space_before
from reader.typeset.hanging import Mark, hanging
from reader.typeset.line import PLAIN, UNICODE, Line, Run, Signs
from reader.typeset.pieces import LONG, Piece, pieces
from reader.typeset.prepared import Setting, span_index
from reader.typeset.reflow import Flowed, flow, item_lines
from reader.typeset.tables import Table
from reader.typeset.verbatim import code_lines

_KEPT_PIECES = 512

_HEADINGS = ("heading", "title", "subtitle", "term")


# The measure in cells, where nothing else is asked for: what is comfortable to read.
MEASURE = 66


class Layout:
    """The lines of `document` at `measure` cells (8 or more).

    `count` pieces are known: blocks, or windows of very long ones. Whoever lets the document
    grow calls `update`. `justify` spreads the words of full lines; `signs` are what is drawn. Into
    the `hang` cells left of the text, quotation marks hang: their runs have columns below 0.
    """

    __slots__ = (
        "_blocks",
        "_byline",
        "_cache",
        "_pieces",
        "_setting",
        "_starts",
        "_table",
        "document",
        "hang",
        "justify",
        "measure",
        "signs",
    )

    def __init__(
        self,
        document: Document,
        measure: int,
        *,
        justify: bool = False,
        signs: Signs = UNICODE,
        hang: int = 0,
        known: "Layout | None" = None,
    ) -> None:
        self.document = document
        self.measure = measure
        self.justify = justify
        self.signs = signs
        self.hang = hang
        self._setting = Setting(document.metadata.lang, justify, signs)
        # What is a whole block is no more than its number: there may be very many of these.
        self._pieces: list[Piece | int] = known._pieces if known else []
        self._starts: list[int] = known._starts if known else []
        self._table: tuple[int, Table] | None = None
        self._blocks: int = known._blocks if known else 0
        self._byline: list[str] = []
        self._cache: dict[int, tuple[Line, ...]] = {}
        self.update()

    def at(self, measure: int, justify: bool, hang: int = 0) -> "Layout":
        """The same document at another measure or with other edges, in the place of this one.

        The pieces that are known already depend on none of these.
        """
        return Layout(
            self.document, measure, justify=justify, signs=self.signs, hang=hang, known=self
        )

    @property
    def count(self) -> int:
        """The number of pieces known so far."""
        return len(self._pieces)

    def update(self) -> None:
        """Take in the blocks that the document has got since the last call."""
        document, blocks = self.document, self.document.blocks
        for number in range(self._blocks, len(blocks)):
            block = blocks[number]
            if 0 < block.end - block.start <= LONG and block.kind != "table":  # nearly all are
                self._pieces.append(number)
                self._starts.append(block.start)
                continue
            made = pieces(document, number, block)
            if self._has_something(number, made):
                whole = len(made) == 1 and blocks[number].kind != "table"
                self._pieces.extend([number] if whole else made)
                self._starts.extend([piece.start for piece in made])
        self._blocks = len(blocks)

    def _has_something(self, number: int, made: list[Piece]) -> bool:
        """Whether a block has anything to show: text, or a sign that stands for it."""
        block = self.document.blocks[number]
        if made and (block.start < block.end or block.kind in ("rule", "image") or block.spans):
            return True
        if self._has_byline(number):
            return True
        previous = self.document.blocks[self._block(-1)] if self._pieces else None
        if not opens_with_sign(block, previous):
            return False
        if not made:
            made.append(Piece(number, block.start, block.end, range(0)))
        return True

    def _piece(self, piece: int) -> Piece:
        """Piece number `piece`."""
        made = self._pieces[piece]
        if isinstance(made, Piece):
            return made
        block = self.document.blocks[made]
        return Piece(made, block.start, block.end, range(0))

    def _block(self, piece: int) -> int:
        """The number of the block that piece number `piece` is of."""
        made = self._pieces[piece]
        return made.block if isinstance(made, Piece) else made

    def lines(self, piece: int) -> tuple[Line, ...]:
        """The lines of one piece, with the blank lines before its block."""
        found = self._cache.pop(piece, None)
        if found is None:
            found = self._set(piece)
            if len(self._cache) >= _KEPT_PIECES:
                del self._cache[next(iter(self._cache))]
        self._cache[piece] = found  # the last used is the last to go
        return found

    def piece_at(self, offset: int) -> int:
        """The piece that holds an offset."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def locate(self, offset: int) -> tuple[int, int]:
        """The piece and the line in it that hold an offset."""
        if not self._pieces:
            return 0, 0
        piece = self.piece_at(offset)
        lines = self.lines(piece)
        best = next((number for number, line in enumerate(lines) if not line.blank), 0)
        for number, line in enumerate(lines):
            if line.start <= offset < line.end:
                if any(run.start <= offset < run.end for run in line.runs):
                    return piece, number
                best = number
            elif line.start < line.end <= offset:
                best = number
        return piece, best

    # ------------------------------------------------------------------ setting one piece

    def _set(self, piece: int) -> tuple[Line, ...]:
        here = self._piece(piece)
        number = here.block
        blocks = self.document.blocks
        block = blocks[number]
        before = self._block(piece - 1) if piece else -1
        first = before != number
        previous = blocks[before] if piece and first else None
        around = frame(block, previous, self.measure, self.signs)
        made: list[Line] = []
        if previous is not None:
            byline = self._has_byline(before)
            count = space_before(previous, block, byline=byline)
            made.extend(self._blank(number, block, previous, around) for _ in range(count))
        flowed = self._flow(here, around) or [Flowed(here.start, here.start, [], 0)]
        for place, line in enumerate(flowed):
            generated = around.runs(line.start, first=first and place == 0)
            runs = (*generated, *line.runs)
            width = runs[-1].column + runs[-1].width if runs else 0
            blank = not line.runs and line.start == line.end and (place > 0 or not first)
            made.append(Line(number, line.start, line.end, runs, width, blank))
        if here.end == block.end and self._has_byline(number):
            made.extend(self._byline_lines(number, block))
        return tuple(made)

    def _blank(self, number: int, block: Block, previous: Block, around: Frame) -> Line:
        at = block.start
        bar = self.signs.bar
        bars = bars_between(previous, around)
        runs = tuple(Run(column, at, at, bar, cell_width(bar), "bar") for column, _ in bars)
        width = runs[-1].column + runs[-1].width if runs else 0
        return Line(number, at, at, runs, width, True)

    def _flow(self, piece: Piece, around: Frame) -> list[Flowed]:
        """The lines of a piece, without what its containers put before them."""
        text, setting, measure = self.document, self._setting, self.measure
        block, start, end = self.document.blocks[piece.block], piece.start, piece.end
        if block.kind == "code":
            column = around.column + 2 if measure - around.column > 8 else around.column
            wrapped = start > block.start and text[start - 1 : start] != "\n"
            room = measure - column
            return code_lines(text, start, end, self.signs, room, column, wrapped=wrapped)
        if block.kind == "table":
            return self._table_of(piece.block, around.column).lines(piece)
        if block.kind == "rule":
            return [self._rule(start, around.column)]
        if block.kind == "image":
            return self._image(block, around)
        if block.kind == "heading" and block.level:
            around.add(self.signs.headings[block.level - 1], "mark", measure)
        elif block.kind == "attribution":
            around.add(self.signs.dash, "dash", measure)
        column = around.column
        spans: Sequence[Span] = block.spans
        if (start, end) != (block.start, block.end):
            spans = span_index(block).within(start, end, last=end == block.end)
        mark = start == block.start and self._mark(piece.block, around, spans)
        if mark:
            column += mark.indent
        lines = flow(
            text,
            start + mark.length if mark else start,
            end,
            spans,
            setting,
            measure - column,
            column,
            heading=block.kind in _HEADINGS,
            balanced=block.kind in _HEADINGS and block.kind != "subtitle",
        )
        return mark.put_before(lines, column) if mark else lines

    def _mark(self, number: int, around: Frame, spans: Sequence[Span]) -> "Mark | None":
        """The quotation mark at the start of a block, if it hangs."""
        if self.signs is PLAIN:
            return None
        room = self.measure - around.column
        return hanging(self.document, number, spans, self.hang, room, signed=bool(around.signs))

    def _table_of(self, number: int, column: int) -> Table:
        """A table with what is known of its columns, kept for its next piece."""
        if self._table is None or self._table[0] != number:
            block, room = self.document.blocks[number], self.measure - column
            self._table = number, Table(self.document, block, self._setting, room, column)
        return self._table[1]

    def _rule(self, at: int, column: int) -> Flowed:
        room = self.measure - column
        width = min(room, 9)
        column += (room - width) // 2
        return Flowed(at, at, [Run(column, at, at, self.signs.rule * width, width, "rule")], column)

    def _image(self, block: Block, around: Frame) -> list[Flowed]:
        text, setting, measure = self.document, self._setting, self.measure
        start, end = block.start, block.end
        if start < end:
            around.add("image: ", "label", measure if measure >= 16 else 0)
            column = around.column
            return flow(
                text, start, end, block.spans, setting, measure - column, column, ragged=True
            )
        label = _cut("image", measure - around.column, self.signs)
        run = Run(around.column, start, start, label, cell_width(label), "label")
        return [Flowed(start, start, [run], around.column + run.width)]

    # ------------------------------------------------------------------ the title block

    def _has_byline(self, number: int) -> bool:
        """Whether the byline stands after this block: the last of title and subtitle."""
        blocks, metadata = self.document.blocks, self.document.metadata
        block = blocks[number]
        if block.kind not in ("title", "subtitle"):
            return False
        if block.start == block.end and not (metadata.authors or metadata.date or metadata.site):
            return False
        return number + 1 >= len(blocks) or blocks[number + 1].kind != "subtitle"

    def _byline_items(self) -> list[str]:
        if not self._byline:
            metadata = self.document.metadata
            length = minutes(estimated_words(self.document))
            items = (", ".join(metadata.authors), metadata.date, metadata.site, f"{length} min")
            self._byline = [item for item in items if item]
        return self._byline

    def _byline_lines(self, number: int, block: Block) -> list[Line]:
        at = block.end
        items, sign = self._byline_items(), self.signs.separator
        lines = [Line(number, at, at, (), 0, True)]
        for glyphs, width in item_lines(items, sign, self.measure, self._setting):
            run = Run(0, at, at, glyphs, width, "byline")
            lines.append(Line(number, at, at, (run,), width))
        return lines


def _cut(text: str, width: int, signs: Signs) -> str:
    """Text that is cut to `width` cells, with an ellipsis where something is missing."""
    if cell_width(text) <= width:
        return text
    kept, room = "", width - cell_width(signs.ellipsis)
    for cluster in clusters(text):
        if cell_width(kept) + cell_width(cluster) > room:
            break
        kept += cluster
    return kept + signs.ellipsis


# ---------------------------------------------------------------------- columns and offsets


def offset_of(line: Line, column: int) -> int:
    """The offset of the character painted at `column`, or else of the nearest one to its left.

    Left of the text that is its first character, right of it its last.
    """
    chosen: Run | None = None
    for run in line.runs:
        if run.start == run.end or (chosen and run.column > column):
            continue
        if chosen is None or run.width or not chosen.width:
            chosen = run
    if chosen is None:
        return line.start
    if len(chosen.glyphs) != chosen.end - chosen.start:
        return chosen.start
    offset, reach = chosen.start, chosen.column
    for cluster in clusters(chosen.glyphs):
        reach += cell_width(cluster)
        if reach > column:
            return offset
        offset += len(cluster)
    return max(offset - 1, chosen.start)
