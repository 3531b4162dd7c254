"""The outline of a document: its headings as sections, and the way to them."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from reader.document.characters import clean, clean_line
from reader.document.model import Document


class Section:
    """A heading and what stands under it: the range `start:end` of the text.

    `start` is the heading's own start; `end` is where the next heading of the same or a higher
    level starts, or the end of the text. `block` is the index of the heading's block, `level`
    its level (1 to 6), `slug` the name by which links address it, unique in the document.
    """

    __slots__ = ("block", "end", "level", "slug", "start", "title")

    def __init__(self, title: str, slug: str, level: int, start: int, end: int, block: int) -> None:
        self.title = title
        self.slug = slug
        self.level = level
        self.start = start
        self.end = end
        self.block = block

    def __repr__(self) -> str:
        return f"Section({self.title!r}, {self.level}, {self.start}, {self.end})"


class Outline:
    """The sections of a document in the order of the text; grows with it through `update`.

    `top` is the level of the highest of them (1 where there is none).
    """

    __slots__ = ("_by_slug", "_open", "_repeats", "_seen", "_starts", "sections", "top")

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.top = 1
        self._starts: list[int] = []
        self._open: list[Section] = []  # those that reach to the end of the text, outside in
        self._by_slug: dict[str, Section] = {}
        self._repeats: dict[str, int] = {}
        self._seen = 0

    def update(self, document: Document) -> None:
        """Take in the blocks that `document` has got since the last call."""
        blocks = document.blocks
        for index in range(self._seen, len(blocks)):
            block = blocks[index]
            if block.kind != "heading":
                continue
            title = clean_line(document.between(block.start, block.end)).strip()
            if not title:
                continue
            while self._open and self._open[-1].level >= block.level:
                self._open.pop().end = block.start
            section = Section(
                title, self._unique(slug(title)), block.level, block.start, block.end, index
            )
            self.top = min(self.top, block.level) if self.sections else block.level
            self.sections.append(section)
            self._starts.append(block.start)
            self._open.append(section)
            self._by_slug[section.slug] = section
        self._seen = len(blocks)
        for section in self._open:
            section.end = len(document)

    def at(self, offset: int) -> int:
        """Index of the innermost section that holds `offset`; -1 before the first one."""
        return bisect_right(self._starts, offset) - 1

    def find(self, slug: str) -> "Section | None":
        """The section that a link's fragment means, with or without `#`, percent-encoded or not."""
        name = slug.removeprefix("#")
        for candidate in (name, _decoded(name), _decoded(name).lower()):
            if candidate and candidate in self._by_slug:
                return self._by_slug[candidate]
        return None

    def _unique(self, name: str) -> str:
        """Number repeats as github-slugger does: a name in use gets the first free `-n`."""
        unique = name
        while unique in self._repeats:
            self._repeats[name] += 1
            unique = f"{name}-{self._repeats[name]}"
        self._repeats[unique] = 0
        return unique


def outline(document: Document) -> Outline:
    """The outline of what has been parsed of `document`."""
    made = Outline()
    made.update(document)
    return made


def slug(title: str) -> str:
    """GitHub's name for a heading: lower case, spaces to hyphens, punctuation and signs dropped."""
    return "".join(map(_in_slug, title.lower()))


@lru_cache(maxsize=1024)
def _in_slug(character: str) -> str:
    """What becomes of a character in a slug."""
    if character in " -":
        return "-"
    category = unicodedata.category(character)
    return character if category[0] in "LM" or category in ("Nd", "Nl", "Pc") else ""


def _decoded(name: str) -> str:
    """`name` with percent escapes decoded, if they are UTF-8."""
    if "%" not in name:
        return name
    raw = re.sub(
        rb"%([0-9A-Fa-f]{2})",
        lambda match: bytes([int(match[1], 16)]),
        name.encode("utf-8", "replace"),
    )
    return clean(raw.decode("utf-8", "replace"))
