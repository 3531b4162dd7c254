"""A bookmark: where an article was left, so that the place is found again when it has changed."""

from collections.abc import Mapping

from reader.document.anchor import CONTEXT, Anchor, describe, resolve
from reader.document.characters import clean_line, safe_url
from reader.document.model import Document
from reader.formats.web.address import is_address

# Characters of the text from the place on that an anchor keeps, and of an article's opening words
# that stand in for its title.
WORDS = 64
# What stands behind the names of the panels where all but the text is hidden.
TEXT_ONLY = "text-only"
# Characters in some lines of text.
LINES_ABOVE = 1000
# What a mark's line begins with before its letter, and what parts its values: no text has that.
_MARK = "mark "
_APART = "\x1f"
# From here on an article counts as read to its end.
FINISHED = 99


class Bookmark:
    """Where an article was left.

    `anchor` has the words at the place with their offset, `byte` is where their block starts in
    the source, `percent` how much had been read. A chunk of the document some lines above begins at
    the offset and the byte of `chunk` (0, 0: the whole does); `section` is the number and the title
    of the section. `panels` are those left open, the first of them
    the one that stays where there is room for one; None: those that are open by default. `path`
    is where to find the article, '' if that is not known; `base` the address that relative links
    count from in what came through a pipe. `marks` has the places that were marked with letters.
    """

    __slots__ = (
        "anchor",
        "base",
        "byte",
        "chunk",
        "marks",
        "panels",
        "path",
        "percent",
        "section",
        "title",
    )

    def __init__(
        self,
        anchor: Anchor,
        *,
        byte: int = 0,
        percent: int = 0,
        title: str = "",
        path: str = "",
        panels: "tuple[str, ...] | None" = None,
    ) -> None:
        self.anchor = anchor
        self.byte = byte
        self.chunk = (0, 0)
        self.marks: dict[str, Anchor] = {}
        self.section = ("", "")
        self.percent = percent
        self.title = title
        self.path = path
        self.base = ""
        self.panels = panels

    @property
    def is_unfinished(self) -> bool:
        """Whether to go on there; what was read to its end begins again."""
        return self.anchor.start > 0 and self.percent < FINISHED

    @property
    def text_only(self) -> bool:
        """Whether everything but the text was hidden."""
        return TEXT_ONLY in (self.panels or ())

    def values(self) -> dict[str, str]:
        """What is written into the bookmark's file, beside its path and base; `from_values` undoes it."""
        values = {
            "title": self.title,
            "percent": str(self.percent),
            "offset": str(self.anchor.start),
            "byte": str(self.byte),
            "chunk": f"{self.chunk[0]} {self.chunk[1]}",
            "number": self.section[0],
            "section": self.section[1],
            "words": self.anchor.exact,
            "before": self.anchor.prefix,
            "after": self.anchor.suffix,
        }
        if self.panels is not None:
            values["panels"] = " ".join(self.panels)
        for letter, mark in sorted(self.marks.items()):
            parts = (str(mark.start), mark.exact, mark.prefix, mark.suffix)
            values[_MARK + letter] = _APART.join(parts)
        return values


def from_values(values: Mapping[str, str]) -> "Bookmark | None":
    """The bookmark that was written as `values`; None if they are none of a bookmark."""
    try:
        offset, byte = int(values["offset"]), int(values["byte"])
        percent = int(values["percent"])
        words, before, after = values["words"], values["before"], values["after"]
    except (KeyError, ValueError):
        return None
    if byte < 0 or offset < len(before):
        return None
    panels = values.get("panels")
    left = Bookmark(
        Anchor(words, before, after, offset, offset + len(words)),
        byte=byte,
        percent=max(min(percent, 100), 0),
        title=clean_line(values.get("title", "")),
        path=values.get("path", ""),
        panels=None if panels is None else tuple(panels.split()),
    )
    for key, value in values.items():
        letter, mark = key.removeprefix(_MARK), _mark(value)
        if key != letter and len(letter) == 1 and "a" <= letter <= "z" and mark is not None:
            left.marks[letter] = mark
    chunk = values.get("chunk", "").split()
    if len(chunk) == 2 and all(len(part) < 12 and part.isdecimal() for part in chunk):
        left.chunk = (int(chunk[0]), int(chunk[1]))
    base = safe_url(values.get("base", ""))
    left.base = base if is_address(base) else ""
    left.section = (clean_line(values.get("number", "")), clean_line(values.get("section", "")))
    return left


def _mark(value: str) -> "Anchor | None":
    """The mark that was written as `value`; None if that is none."""
    start, *texts = value.split(_APART)
    if len(texts) != 3 or not (start.isascii() and start.isdigit() and len(start) < 12):
        return None
    exact, prefix, suffix = (text[:WORDS] for text in texts)
    return Anchor(exact, prefix, suffix, int(start), int(start) + len(exact))


def bookmark(document: Document, offset: int, percent: int) -> Bookmark:
    """A bookmark at `offset` of the document, without path and panels."""
    blocks = document.blocks
    if not blocks:
        return Bookmark(Anchor("", "", "", 0, 0), percent=percent)
    block = blocks[document.block_at(offset)]
    end = max(min(offset + WORDS, block.end), offset)
    title = document.metadata.title
    if not title:
        opening = next((block for block in blocks if block.end > block.start), blocks[0])
        title = clean_line(document[opening.start : min(opening.start + WORDS, opening.end)])
    anchor = describe(document, offset, end)
    left = Bookmark(anchor, byte=block.source[0], percent=percent, title=title.strip())
    above = (chunk for chunk in document.chunks if chunk[0] <= offset - LINES_ABOVE)
    left.chunk = max(above, default=(0, 0))
    return left


def stands(document: Document, anchor: Anchor) -> "int | None":
    """Where the words of `anchor` stand in the document as it is now, parsing as much as that takes.

    None when they are gone; then all of the document has been parsed.
    """
    while len(document) < anchor.end + CONTEXT and document.grow():
        pass
    whole = anchor.prefix + anchor.exact + anchor.suffix
    start = max(anchor.start - len(anchor.prefix), 0)
    if document[start : start + len(whole)] == whole:
        return min(anchor.start, len(document))
    document.finish()
    found = resolve(document, anchor)
    return found[0] if found is not None else None


def find_again(document: Document, left: Bookmark) -> int:
    """The offset of the place in the document as it is now, parsing as much as that takes.

    The old offset if its words still stand there; else where they stand now; else, when they are
    gone, the block that stands where theirs stood in the source.
    """
    found = stands(document, left.anchor)
    if found is not None:
        return found
    before = (block for block in document.blocks if block.source[0] <= left.byte)
    nearest = max(before, key=lambda block: block.source[0], default=None)
    return nearest.start if nearest is not None else 0
