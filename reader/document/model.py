"""The document: canonical text, flat blocks, spans, metadata.

A place in an article is an offset, or a half-open range, into `Document.text`. Headings, hits,
facts, links, the reading position: all are such ranges, and nothing else is an address.

Every string in here has passed `reader.document.characters.clean`; the classes are plain, with
`__slots__`, because they stand on the way to the first screen, where an import of `dataclasses`
would cost more than reading the article.
"""

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter


class Span:
    """An inline mark on the range `start:end` of the text.

    `kind` is one of: `emphasis`, `strong`, `strike`, `code`, `link`, `image`, `superscript`,
    `subscript`, `note`. `href` is the target of a link (already passed through `safe_url`, empty
    when it was refused), the source of an image, or the number of a note as text. A `note` (the
    place of a footnote's mark) has no text of its own: its `start` equals its `end`.
    """

    __slots__ = ("end", "href", "kind", "start")

    def __init__(self, start: int, end: int, kind: str, href: str = "") -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.href = href

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end}, {self.kind!r}, {self.href!r})"


class Container:
    """One container that a block stands in; a block lists its containers from outside in.

    `kind` is `quote`, `item`, `footnote` or `definition`. `id` is unique in the document, so that
    two adjacent quotes or items stay apart without a tree. For items: `number` is the number of
    an ordered item and None for a bullet, `checked` the state of a task (None: no task), `tight`
    whether the list is set without blank lines, `list_id` the list it belongs to. For footnotes
    `number` is the footnote's number. For quotes `by` is the attribution ('' if none).
    """

    __slots__ = ("by", "checked", "id", "kind", "list_id", "number", "tight")

    def __init__(
        self,
        kind: str,
        id: int,
        number: "int | None" = None,
        checked: "bool | None" = None,
        tight: bool = True,
        list_id: int = 0,
        by: str = "",
    ) -> None:
        self.kind = kind
        self.id = id
        self.number = number
        self.checked = checked
        self.tight = tight
        self.list_id = list_id
        self.by = by

    def __repr__(self) -> str:
        return f"Container({self.kind!r}, {self.id})"


class Block:
    """A leaf of the document: the range `start:end` of the text, with its containers.

    `kind` is one of: `title`, `subtitle`, `heading`, `paragraph`, `code`, `table`, `image`,
    `rule`, `term`, `attribution`. `source` is the byte range of the block in the source (UTF-8),
    `(0, 0)` when there is none. Blocks are in the order of the text; block n+1 starts one `\n`
    after the end of block n. The text of a `rule` is empty; that of an `image` may be.

    Only where they apply: `level` (headings, 1 to 6), `language` (code), `src`, `alt` and
    `caption` (images; the text of an image block is its alt text, then its caption, each a line,
    leaving out what is empty or said twice), `rows` and `aligns` (tables: per row the ranges of
    its cells, the first row is the header; per column `left`, `right`, `center` or '').
    """

    __slots__ = (
        "_from",
        "_to",
        "aligns",
        "alt",
        "caption",
        "containers",
        "end",
        "kind",
        "language",
        "level",
        "rows",
        "spans",
        "src",
        "start",
    )

    def __init__(
        self,
        kind: str,
        start: int,
        end: int,
        containers: tuple[Container, ...] = (),
        spans: tuple[Span, ...] = (),
        source: tuple[int, int] = (0, 0),
        *,
        level: int = 0,
        language: str = "",
        src: str = "",
        alt: str = "",
        caption: str = "",
        rows: tuple[tuple[tuple[int, int], ...], ...] = (),
        aligns: tuple[str, ...] = (),
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.containers = containers
        self.spans = spans
        self._from, self._to = source
        self.level = level
        self.language = language
        self.src = src
        self.alt = alt
        self.caption = caption
        self.rows = rows
        self.aligns = aligns

    @property
    def source(self) -> tuple[int, int]:
        """Its byte range in the source. (Kept, the tuples would take more room than the numbers.)"""
        return self._from, self._to

    @source.setter
    def source(self, source: tuple[int, int]) -> None:
        self._from, self._to = source

    def __repr__(self) -> str:
        return f"Block({self.kind!r}, {self.start}, {self.end}, {self.containers!r})"


class FactEntry:
    """A fact as its author wrote it in the metadata, not yet tied to a place in the text."""

    __slots__ = ("group", "label", "quote", "value")

    def __init__(self, label: str, value: str, group: str = "", quote: str = "") -> None:
        self.label = label
        self.value = value
        self.group = group
        self.quote = quote


class Problem:
    """A mistake in an article file: 1-based line and column, and what was expected instead."""

    __slots__ = ("column", "line", "message")

    def __init__(self, line: int, column: int, message: str) -> None:
        self.line = line
        self.column = column
        self.message = message

    def __repr__(self) -> str:
        return f"Problem({self.line}, {self.column}, {self.message!r})"


class Metadata:
    """What is known about an article beside its text; empty strings where nothing is.

    `date` is kept as its author wrote it, `lang` is a BCP 47 tag such as `fr` or `pt-BR`, which
    was not declared but detected in the text if `lang_detected`; `extra` holds the keys that the program does not know, as they came.
    """

    __slots__ = (
        "authors",
        "date",
        "extra",
        "facts",
        "lang",
        "lang_detected",
        "site",
        "source",
        "subtitle",
        "tags",
        "title",
    )

    def __init__(self) -> None:
        self.title = ""
        self.subtitle = ""
        self.authors: list[str] = []
        self.date = ""
        self.source = ""
        self.site = ""
        self.lang = ""
        self.lang_detected = False
        self.tags: list[str] = []
        self.facts: list[FactEntry] = []
        self.extra: dict[str, object] = {}


# A piece of a document as a parser yields it: its text (with the `\n` that joins it to what came
# before, unless it is the first) and its blocks, whose offsets are already those of the document.
Chunk = tuple[str, list[Block]]


_start_of = attrgetter("start")

# What stands in the place of a block that was let go of.
_GONE = Block("paragraph", 0, 0)


class Document:
    """An article. It grows at its end, chunk by chunk, until it is complete; nothing ever moves.

    `name` is what to call it in messages (a file's name), `path` the file it was read from (''
    when there is none), `data` its source (b'' where that is not known), `size` how many bytes
    that has, `parsed` how many of them have been turned into blocks so far. A short article is one
    chunk. The first chunk is parsed on construction, so that title and metadata are final. `chunks`
    has for each chunk with text the offset and the byte of the source where its first block starts.
    `url` is the address that its relative links count from ('' where that is none of the web).
    `address` is where it was fetched from ('' where it was not), in the way in which that is
    remembered, and `notice` what to say of how it came.
    `dropped` is what the source has and the article has not (menus, share bars, comments): one
    clean string for each block, in their order.
    """

    __slots__ = (
        "_chunks",
        "_length",
        "_offsets",
        "_parts",
        "address",
        "blocks",
        "chunks",
        "complete",
        "data",
        "dropped",
        "metadata",
        "name",
        "notice",
        "parsed",
        "path",
        "problems",
        "size",
        "url",
    )

    def __init__(
        self,
        metadata: Metadata,
        chunks: Iterator[Chunk],
        *,
        name: str = "",
        size: int = 0,
        problems: "list[Problem] | None" = None,
    ) -> None:
        self.metadata = metadata
        self.blocks: list[Block] = []
        self.chunks: list[tuple[int, int]] = []
        self.problems: list[Problem] = problems if problems is not None else []
        self.name = name
        self.path = self.url = self.address = self.notice = ""
        self.data = b""
        self.dropped: list[str] = []
        self.size = size
        self.parsed = 0
        self.complete = False
        self._parts: list[str] = []
        self._offsets: list[int] = []
        self._length = 0
        self._chunks = chunks
        self.grow()

    @property
    def text(self) -> str:
        """The canonical text, as far as it has been parsed."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
            self._offsets = [0]
        return self._parts[0] if self._parts else ""

    def between(self, start: int, end: int) -> str:
        """The text of a range; unlike a slice of `text` it does not put all chunks together."""
        index = max(bisect_right(self._offsets, start) - 1, 0)
        found = ""
        while index < len(self._parts) and self._offsets[index] < end:
            base = self._offsets[index]
            found += self._parts[index][max(start - base, 0) : max(end - base, 0)]
            index += 1
        return found

    def __getitem__(self, place: slice) -> str:
        """`document[a:b]` is `between(a, b)`: what sets a text takes a string or a document."""
        return self.between(place.start, place.stop)

    def __len__(self) -> int:
        return self._length

    def grow(self) -> bool:
        """Parse and append one more chunk; False when nothing was left to parse."""
        if self.complete:
            return False
        for text, blocks in self._chunks:
            if blocks:
                self.chunks.append((blocks[0].start, blocks[0].source[0]))
            self._offsets.append(self._length)
            self._parts.append(text)
            self._length += len(text)
            self.blocks.extend(blocks)
            if blocks and blocks[-1].source[1] > self.parsed:
                self.parsed = blocks[-1].source[1]
            return True
        self.complete = True
        self.parsed = self.size
        return False

    def finish(self) -> "Document":
        """Parse all that is left, and return the document itself."""
        while self.grow():
            pass
        return self

    def release(self, block: int) -> None:
        """Let go of the blocks before number `block` and of their text: nobody will ask for them.

        What prints an article of any length needs no more than the part that it is at.
        """
        if block <= 0:
            return
        part = bisect_right(self._offsets, self.blocks[block].start) - 1
        while block and self.blocks[block - 1] is not _GONE:
            block -= 1
            self.blocks[block] = _GONE
        while part and self._parts[part - 1]:
            part -= 1
            self._parts[part] = ""

    def block_at(self, offset: int) -> int:
        """Index of the block that holds `offset` (the last one starting at or before it)."""
        return max(bisect_right(self.blocks, offset, key=_start_of) - 1, 0)
