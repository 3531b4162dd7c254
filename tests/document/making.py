"""Documents made by hand."""

from collections.abc import Iterator

from reader.document.model import Block, Chunk, Document, Metadata


def chunks(*parts: "list[str | Block]") -> Iterator[Chunk]:
    """One chunk for each list; a string is a paragraph, a block lends its kind and level.

    Give blocks as `heading("Title", 2)` and the like make them: their text is in `alt`.
    """
    offset = 0
    first = True
    for part in parts:
        texts: list[str] = []
        blocks: list[Block] = []
        for item in part:
            block = Block("paragraph", 0, 0, alt=item) if isinstance(item, str) else item
            text, block.alt = block.alt, ""
            if not first:
                offset += 1
                texts.append("\n")
            first = False
            block.start, block.end = offset, offset + len(text)
            block.source = (block.start, block.end)
            offset = block.end
            texts.append(text)
            blocks.append(block)
        yield "".join(texts), blocks


def document(*blocks: "str | Block") -> Document:
    """A complete document of one chunk."""
    return Document(Metadata(), chunks(list(blocks))).finish()


def growing(*parts: "list[str | Block]", size: int = 0) -> Document:
    """A document of several chunks, of which the first is parsed."""
    return Document(Metadata(), chunks(*parts), size=size)


def heading(text: str, level: int = 1) -> Block:
    return Block("heading", 0, 0, alt=text, level=level)


def block(kind: str, text: str) -> Block:
    return Block(kind, 0, 0, alt=text)
