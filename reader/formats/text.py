"""Plain text: paragraphs between blank lines, every line of the source joined to the next.

Nothing in it is markup. The paragraphs of a text that was pasted from a browser are taken as
they stand.
"""

import re
from collections.abc import Iterator

from reader.document.build import Builder
from reader.document.model import Chunk, Document, Metadata
from reader.formats.decoding import decode_piece
from reader.formats.source import Source

# Bytes per piece.
PIECE = 32_768

_BREAK = re.compile(rb"(?:\r\n|\r|\n)[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)+")


def parse_text(source: Source, piece: int = PIECE) -> Document:
    """The article in a plain text; `piece` is how many bytes to parse at a time."""
    if source.size <= 262144:
        from reader.formats.pasted.parse import parse_pasted

        return parse_pasted(source)
    return Document(Metadata(), _chunks(source.data, piece), name=source.name, size=source.size)


def parse_text_from(source: Source, metadata: Metadata, byte: int) -> Document:
    """What stands from `byte` on, where a paragraph begins."""
    return Document(metadata, _chunks(source.data, PIECE, byte), name=source.name, size=source.size)


def _chunks(data: bytes, piece: int, at: int = 0) -> Iterator[Chunk]:
    builder = Builder()
    full = 0
    while at < len(data):
        gap = _BREAK.search(data, at)
        end, after = gap.span() if gap else (len(data), len(data))
        builder.begin("paragraph", at)
        builder.text(decode_piece(data[at:end]))
        builder.finish(end)
        full += after - at
        at = after
        if full >= piece and builder.blocks:
            full = 0
            yield builder.take()
    if builder.blocks:
        yield builder.take()
