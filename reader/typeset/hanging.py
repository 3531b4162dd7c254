"""Hanging quotation marks: the letter after an opening mark stands where the other lines begin.

At the left edge of the page the mark goes into the margin, if cells are free there; in a block quote
the lines after the first are indented instead, since a bar stands where the mark would go. Nowhere
else: between a bullet and its text there is one cell, and a mark in it would touch the bullet.
"""

import re
from collections.abc import Sequence

from reader.document.model import Block, Document, Span
from reader.typeset.cells import cell_width
from reader.typeset.line import Run
from reader.typeset.prepared import HARD, plain_spaces
from reader.typeset.reflow import Flowed

# Marks that open, with the space that French sets after its own; an apostrophe hangs as well. (As
# text: compiling it takes a millisecond, which an article without such a mark is spared.)
_MARKS = frozenset("«“”„‟‘’‚‛‹»›\"'")
_OPENING = "(?:«[ \u00a0\u202f]?|[“”„‟‘’‚‛‹»›\"'])[‘’‚'\"“„‹]?(?=\\w|[¿¡(\\[…$€£])"
_REACH = 4

# Cells that a paragraph with a hanging indent must have.
_ROOM = 24

_HANGING = ("paragraph", "heading", "title", "subtitle")

# Spans that are set in a way of their own: a mark is not parted from them.
_WHOLE = ("code", "note", "superscript", "subscript")


class Mark:
    """A quotation mark that hangs: `length` characters from offset `start` on.

    They are painted as `glyphs` in `width` cells. `indent` is by how much the lines move for it.
    """

    __slots__ = ("glyphs", "indent", "length", "start", "width")

    def __init__(self, start: int, text: str) -> None:
        self.start = start
        self.length = len(text)
        self.glyphs = plain_spaces(text).translate(HARD)
        self.width = cell_width(self.glyphs)
        self.indent = 0

    def put_before(self, lines: list[Flowed], column: int) -> list[Flowed]:
        """The lines of the text after the mark, which begins at `column`, with the mark."""
        end = self.start + self.length
        run = Run(column - self.width, self.start, end, self.glyphs, self.width)
        lines[0].runs.insert(0, run)
        lines[0].start = self.start
        return lines


def hanging(
    document: Document, number: int, spans: Sequence[Span], free: int, room: int, *, signed: bool
) -> "Mark | None":
    """The mark that hangs at the start of block `number`; None if there is none.

    `free` are the cells left of the page, `room` those of the block's lines; `signed` tells that
    a sign stands before the first one.
    """
    block = document.blocks[number]
    text = _opening(document, block)
    if not text or signed or block.kind not in _HANGING:
        return None
    mark = Mark(block.start, text)
    if any(s.kind in _WHOLE and s.start < mark.start + mark.length for s in spans):
        return None
    if not block.containers:
        return mark if mark.width <= free else None
    if room < _ROOM or not _quoted(document, number):
        return None
    mark.indent = mark.width
    return mark


def _opening(document: Document, block: Block) -> str:
    """The marks at the start of a block, with their space."""
    text = document[block.start : min(block.start + _REACH, block.end)]
    match = re.match(_OPENING, text) if text[:1] in _MARKS else None
    return match[0] if match else ""


def _quoted(document: Document, number: int) -> bool:
    """Whether a paragraph stands in a block quote, with none beside it that has no mark."""
    blocks = document.blocks
    block = blocks[number]
    if block.kind != "paragraph" or block.containers[-1].kind != "quote":
        return False
    quote = [container.id for container in block.containers]
    return all(
        other.kind == "attribution" or (other.kind == "paragraph" and _opening(document, other))
        for other in blocks[max(number - 1, 0) : number + 2]
        if [container.id for container in other.containers[: len(quote)]] == quote
    )
