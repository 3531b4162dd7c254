"""The part of a document that is looked through for facts: all of most, the beginning of a long one."""

from bisect import bisect_right

from reader.document.model import Document

# Characters of a text that are looked through: some 60,000 words.
LOOKED_AT = 400_000


def beginning(document: Document) -> Document:
    """The part of a document that is looked through, as a document that does not grow."""
    last = bisect_right(document.blocks, LOOKED_AT, key=lambda block: block.start)
    blocks = document.blocks[:last]
    text = document.between(0, blocks[-1].end) if blocks else ""
    return Document(document.metadata, iter([(text, blocks)]), name=document.name).finish()
