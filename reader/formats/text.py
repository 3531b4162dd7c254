"""Plain text: nothing in it is markup, and its lines say what it is.

A short text that looks like a page pasted from a browser is read as a whole, without the page's
furniture. All other texts are read paragraph by paragraph, whatever their length, and keep every
word.
"""

import re
from collections.abc import Iterator

from reader.document.build import Builder
from reader.document.model import Chunk, Document, Metadata
from reader.formats.decoding import decode_piece
from reader.formats.lines import is_unwrapped
from reader.formats.plain import Shaper
from reader.formats.source import Source

# Bytes per piece.
PIECE = 32_768
# The longest text that is looked at as a whole: pages that somebody pastes are shorter.
LONGEST_PASTE = 262_144
# Lines that stand together are shaped together up to so many bytes.
_LONGEST_GROUP = 65_536
# How long a list can be and still be one piece, in pieces.
_MOST_PIECES = 8
# Bytes that no heading has.
_HEADING = 400

_BREAK = re.compile(rb"(?:\r\n|\r|\n)[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)+")
_LINE = re.compile(rb"[\r\n]")


def parse_text(source: Source, piece: int = PIECE) -> Document:
    """The article in a plain text; `piece` is how many bytes to parse at a time."""
    if looks_pasted(source.data):
        from reader.formats.pasted.parse import parse_pasted

        return parse_pasted(source)
    return Document(Metadata(), _chunks(source.data, piece), name=source.name, size=source.size)


def parse_text_from(source: Source, metadata: Metadata, byte: int) -> "Document | None":
    """What stands from `byte` on, where a paragraph begins; None for a text that is one whole."""
    if looks_pasted(source.data):
        return None
    return Document(metadata, _chunks(source.data, PIECE, byte), name=source.name, size=source.size)


def looks_pasted(data: bytes) -> bool:
    """Whether a text may be a pasted page, or an article that is one line for each paragraph.

    It has short lines and, in others that are too long for a screen, much of its text; or it was
    wrapped, and has lines that only pages have.
    """
    if len(data) > LONGEST_PASTE:
        return False
    lengths = [len(line) for line in decode_piece(data).splitlines() if line.strip()]
    if is_unwrapped(lengths):
        return True
    from reader.formats.pasted.roles import has_furniture

    return has_furniture(data)


def _chunks(data: bytes, piece: int, at: int = 0) -> Iterator[Chunk]:
    builder = Builder()
    shaper = Shaper(builder, data)
    full = 0
    for start, end, after in _groups(data, at):
        if (
            end - start > _HEADING
            and data[start : start + 1].isalpha()
            and not _LINE.search(data, start, end)
        ):
            # Most paragraphs of most texts: there is nothing to find out.
            shaper.paragraph(start, end)
            listed = False
        else:
            listed = shaper.group(start, end, after)
        full += after - start
        if full >= (_MOST_PIECES * piece if listed else piece) and builder.blocks:
            full = 0
            yield builder.take()
    if builder.blocks:
        yield builder.take()


def _groups(data: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Where the lines between blank ones begin and end, and where the next ones begin.

    What is too long to be shaped at once is cut where a line ends.
    """
    while at < len(data):
        gap = _BREAK.search(data, at)
        end, after = gap.span() if gap else (len(data), len(data))
        while end - at > _LONGEST_GROUP:
            cut = data.rfind(b"\n", at, at + _LONGEST_GROUP)
            if cut <= at:
                break
            yield at, cut, cut + 1
            at = cut + 1
        yield at, end, after
        at = after
