"""Plain text: paragraphs between blank lines, every line of the source joined to the next.

Nothing in it is markup. The paragraphs of a text that was pasted from a browser are taken as
they stand.
"""

import re
from collections.abc import Iterator

from reader.document.build import Builder
from reader.document.model import Chunk, Document, Metadata
from reader.formats.source import Source

# Characters per piece.
PIECE = 65_536

_BREAK = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)+")


def parse_text(source: Source, piece: int = PIECE) -> Document:
    """The article in a plain text; `piece` is how many characters to parse at a time."""
    return Document(Metadata(), _chunks(source.text, piece), name=source.name, size=source.size)


def _chunks(text: str, piece: int) -> Iterator[Chunk]:
    builder = Builder()
    at = byte = full = 0
    while at < len(text):
        gap = _BREAK.search(text, at)
        end, after = gap.span() if gap else (len(text), len(text))
        length = len(text[at:end].encode("utf-8", "surrogatepass"))
        builder.begin("paragraph", byte)
        builder.text(text[at:end])
        builder.finish(byte + length)
        byte += length + after - end
        full += after - at
        at = after
        if full >= piece and builder.blocks:
            full = 0
            yield builder.take()
    if builder.blocks:
        yield builder.take()
