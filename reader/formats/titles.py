"""Which heading is the title of an article, and the blocks that a document begins with."""

from reader.document.build import Builder, Mark
from reader.document.characters import fold
from reader.document.model import Block, Metadata


class Titles:
    """Watches for the first heading: it may be the title, or say once more what the title is."""

    def __init__(self, builder: Builder, metadata: Metadata) -> None:
        self._builder = builder
        self._metadata = metadata
        # Where the first heading begins (a byte), -1 before it; whether it gave the title.
        self._at = -1
        self._found = False

    def skip(self) -> None:
        """What is built is no article's beginning: no heading of it is the title."""
        self._at = 0

    def heading(self, block: Block, mark: Mark) -> None:
        """A top-level heading has been built; `mark` is the state before it."""
        if self._at >= 0:
            return
        self._at = block.source[0]
        builder, metadata = self._builder, self._metadata
        text = builder.last_text()
        if block.level != 1 or not text.strip():
            return
        same = bool(metadata.title) and fold(text).text == fold(metadata.title).text
        if block.start == 0 and (same or not metadata.title):
            block.kind, block.level = "title", 0
            if not same:
                metadata.title = text.replace("\n", " ")
                self._found = True
            if metadata.subtitle:
                builder.block("subtitle", metadata.subtitle)
        elif same:
            builder.rollback(mark)

    def rewind(self, byte: int) -> None:
        """What was built from a byte of the source on is forgotten."""
        if self._at >= byte:
            self._at = -1
            if self._found:
                self._found = False
                self._metadata.title = ""

    def head(self) -> None:
        """Put the title and the subtitle of the metadata in front of the first blocks."""
        builder, metadata = self._builder, self._metadata
        if not (builder.blocks and builder.blocks[0].kind == "title"):
            head = [("title", metadata.title), ("subtitle", metadata.subtitle)]
            builder.prepend([(kind, text) for kind, text in head if text])
