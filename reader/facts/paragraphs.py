"""The prose of an article, paragraph by paragraph: its quotations, and the words around them."""

import re
from bisect import bisect_left

from reader.document.model import Block, Document
from reader.document.sentence import sentences
from reader.facts.marks import Quoted, begins_quoted, quoted
from reader.facts.speakers import Clause
from reader.facts.speech import Speech, Token, tokens

# How much of a long document is looked at, in characters.
REACH = 400_000
# A blank in the place of a quoted character: no letter, no sign, no space.
_BLANK = "\ue000"
_LETTER = re.compile(r"[^\s]")


class Paragraph:
    """A paragraph: its quotations, and the words around them."""

    __slots__ = (
        "block",
        "clause",
        "found",
        "frame",
        "quotes",
        "sentences",
        "start",
        "starts",
        "text",
    )

    def __init__(self, block: Block, text: str, quotes: list[Quoted], words: Speech) -> None:
        self.block = block
        self.start = block.start
        self.text = text
        self.quotes = quotes
        self.frame = framed(text, quotes)
        self.sentences = sentences(self.frame, words.name)
        self.found: list[Token] = tokens(self.frame, self.sentences)
        self.starts = [token.start for token in self.found]
        self.clause = Clause(self.frame, self.found, [], words)

    def token(self, offset: int) -> int:
        """The index of the first token at or after an offset of the paragraph."""
        return bisect_left(self.starts, offset)

    def sentence(self, offset: int) -> int:
        """The index of the sentence around an offset."""
        return max(bisect_left(self.sentences, (offset + 1,)) - 1, 0)


def framed(text: str, quotes: list[Quoted]) -> str:
    """A text with what is quoted blanked out, but for the stop that ends it."""
    parts, at = [], 0
    for quote in quotes:
        words = text[quote.start : quote.end]
        stop = words[-1:] if words.endswith((".", "!", "?", "…", ",")) else ""
        parts.append(text[at : quote.start])
        parts.append(_LETTER.sub(_BLANK, words[: len(words) - len(stop)]).replace("\n", " ") + stop)
        at = quote.end
    parts.append(text[at:])
    return "".join(parts)


def paragraphs(document: Document, words: Speech) -> list[Paragraph]:
    """The blocks that are read: prose, without headings, captions, code and the author's quotes."""
    text = document.text[:REACH]
    blocks = [b for b in document.blocks if b.kind == "paragraph" and b.end <= len(text) and b.end > b.start
              and not any(c.kind == "quote" and c.by for c in b.containers)]  # fmt: skip
    result = []
    for index, block in enumerate(blocks):
        said = text[block.start : block.end]
        for span in block.spans:
            if span.kind == "code" and span.end <= block.end:
                a, b = span.start - block.start, span.end - block.start
                said = said[:a] + re.sub(r"\S", "x", said[a:b]) + said[b:]
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        goes_on = after is not None and begins_quoted(text[after.start : after.start + 2])
        result.append(Paragraph(block, said, quoted(said, goes_on), words))
    return result
