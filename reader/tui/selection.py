"""A selected range of the text: from which place to which, by what unit, and as copied text.

Pure functions on lines and blocks. Places come from a pointer (`place_at`), but nothing in here
knows of one: whatever moves the ends of a `Selection` selects in the same way.
"""

from dataclasses import dataclass, replace
from unicodedata import category

from reader.document.length import words
from reader.document.model import Document
from reader.typeset.cells import cell_width, clusters
from reader.typeset.frames import space_before
from reader.typeset.line import Line, Run

Range = tuple[int, int]

# How far from a place the ends of its word are looked for, in characters.
REACH = 200

# Signs that join the letters on both sides of them to one word (UAX 29, WB5a to WB7).
_JOINERS = "'’ʼ\u00ad\u200c\u200d"


@dataclass(frozen=True)
class Selection:
    """From the place where it began to the one that it reaches, whichever comes first.

    A place is a half-open range itself: of a character, a word or a block, or empty between two
    characters.
    """

    anchor: Range
    head: Range

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return min(self.anchor[0], self.head[0])

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return max(self.anchor[1], self.head[1])

    def to(self, head: Range) -> "Selection":
        """The selection that reaches to another place."""
        return replace(self, head=head)


def place_at(line: Line, column: int) -> Range:
    """The character painted at `column`; where there is none, the empty place left of there.

    Signs that the program adds (bullets, bars, hyphens) are no text. What stands for several
    characters at once is taken whole.
    """
    left: Run | None = None
    for run in line.runs:
        if run.start == run.end:
            continue
        if left is None and column < run.column:
            return run.start, run.start
        if run.column <= column:
            left = run
        if run.column <= column < run.column + run.width:
            return _cluster_at(run, column)
    return (left.end, left.end) if left is not None else (line.start, line.start)


def _cluster_at(run: Run, column: int) -> Range:
    if len(run.glyphs) != run.end - run.start:
        return run.start, run.end
    offset, reach = run.start, run.column
    for cluster in clusters(run.glyphs):
        reach += cell_width(cluster)
        if reach > column:
            return offset, offset + len(cluster)
        offset += len(cluster)
    return run.end, run.end


def word_at(document: Document, offset: int) -> Range:
    """The word that holds the character at `offset`; empty where none does."""
    if not document.blocks:
        return offset, offset
    block = document.blocks[document.block_at(offset)]
    low, high = max(block.start, offset - REACH), min(block.end, offset + REACH)
    text = document.text[low:high]
    at = offset - low
    if not 0 <= at < len(text) or not _belongs(text, at):
        return offset, offset
    start = end = at
    while start > 0 and _belongs(text, start - 1):
        start -= 1
    while end < len(text) and _belongs(text, end):
        end += 1
    return low + start, low + end


def _belongs(text: str, at: int) -> bool:
    """Whether a character is a part of a word: a letter, digit or mark, or a sign that joins."""
    if text[at] in _JOINERS:
        return 0 < at < len(text) - 1 and _is_letter(text[at - 1]) and _is_letter(text[at + 1])
    return _is_letter(text[at])


def _is_letter(char: str) -> bool:
    return char == "_" or category(char)[0] in "LMN"


def block_at(document: Document, offset: int) -> Range:
    """The whole block that holds `offset`."""
    if not document.blocks:
        return offset, offset
    block = document.blocks[document.block_at(offset)]
    return block.start, block.end


def copied_text(document: Document, start: int, end: int) -> str:
    """The words of a range as they are copied.

    Lines are joined as they are in the text; code keeps its line breaks, the cells of a table are
    parted by tabs. Blocks are parted by a blank line where they are on the page.
    """
    parts: list[str] = []
    blocks, text = document.blocks, document.text
    previous = None
    for index in range(document.block_at(start), len(blocks)):
        block = blocks[index]
        if block.start >= end:
            break
        part = text[max(start, block.start) : min(end, block.end)]
        if not part:
            continue
        if previous is not None:
            apart = space_before(previous, block, byline=False)
            parts.append("\n\n" if apart else "\n")
        parts.append(part)
        previous = block
    return "".join(parts).rstrip()


def amount(text: str) -> str:
    """How much a text is: `34 words`, or characters where there is no word."""
    count, what = words(text), "word"
    if not count:
        count, what = len(text), "character"
    return f"{count:,} {what}{'' if count == 1 else 's'}"
