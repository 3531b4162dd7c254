"""Markdown: CommonMark with GitHub's tables, task lists and footnotes, piece by piece.

A document is parsed in pieces of some 16 kB, each when it is needed. A piece ends where a
top-level block begins after a blank line: everything before that is settled, because blocks
are found from the top down. The last block of a piece is always left to the next one. What a
piece cannot know by itself, the link definitions and footnotes that stand elsewhere, it is told;
so any cutting gives the same document.
"""

import re
from collections.abc import Iterator

import pyromark

from reader.document.build import Builder
from reader.document.model import Chunk, Document, Metadata
from reader.formats.decoding import decode_piece
from reader.formats.footnotes import Footnotes, normal
from reader.formats.front_matter import read_front_matter
from reader.formats.markdown_events import Cut, EventReader
from reader.formats.source import Source
from reader.formats.titles import Titles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Bytes per piece, of a text that is longer than `WHOLE`: a millisecond's work, so that no key waits.
PIECE = 16_384
# Up to so many bytes an article is parsed as a whole.
WHOLE = 65_536

# Tables, footnotes, strikethrough, task lists, alerts, definition lists, super- and subscript.
# Not math, which eats amounts of dollars.
OPTIONS: "Any" = 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 11 | 1 << 12 | 1 << 13 | 1 << 14

# How far a block may be indented without being inside of another one.
_MARGIN = (b"", b" ", b"  ", b"   ")
_NOTE_LABEL = re.compile(r"\[\^([^\[\]\n]+)\]")
_NOTE_ID = re.compile(r'<div class="footnote-definition" id="([^"]*)">')


def parse_markdown(source: Source, piece: int = 0) -> Document:
    """The article in a Markdown source; `piece` is how many bytes to parse at a time."""
    piece = piece or (WHOLE if source.size <= WHOLE else PIECE)
    front = read_front_matter(source.data)
    body = MarkdownBody(source.data, front.metadata, front.end, piece, base=source.url)
    return Document(
        front.metadata,
        body.chunks(),
        name=source.name,
        size=source.size,
        problems=front.problems,
    )


def parse_markdown_from(source: Source, metadata: Metadata, byte: int) -> Document:
    """What stands from `byte` on, where a top-level block begins, without title and subtitle."""
    body = MarkdownBody(source.data, metadata, byte, headed=False, base=source.url)
    return Document(metadata, body.chunks(), name=source.name, size=source.size)


class References:
    """What references may point to, wherever in the text it is defined; found when first asked."""

    def __init__(self, data: bytes, start: int) -> None:
        self._data = data
        self._start = start
        self._links: dict[str, tuple[str, str]] | None = None
        self._notes: set[str] | None = None

    def link(self, label: str) -> "tuple[str, str] | None":
        """Address and title of a link reference definition, None when there is none."""
        if self._links is None:
            self._links = {}
            found: Any = {}
            if self._data.find(b"]:", self._start) >= 0:
                text = decode_piece(self._data[self._start :])
                found = pyromark.reference_definitions(text, options=OPTIONS)
            for key, value in found.items():
                self._links.setdefault(normal(key), (value["dest"], value["title"] or ""))
        return self._links.get(normal(label))

    def notes_for(self, piece: str) -> str:
        """Definitions to put in front of a piece for the footnotes it refers to.

        A rule after them keeps the piece's first lines from becoming part of the last one.
        """
        if "[^" not in piece:
            return ""
        labels = dict.fromkeys(_NOTE_LABEL.findall(piece))
        if self._notes is None:
            self._notes = self._defined()
        known = [label for label in labels if normal(label) in self._notes]
        return "".join(f"[^{label}]: x\n\n" for label in known) + "***\n\n" if known else ""

    def _defined(self) -> set[str]:
        """The labels of all footnotes; only the parser knows which lines really are definitions."""
        from html import unescape

        if self._data.find(b"]:", self._start) < 0:
            return set()
        html = pyromark.html(decode_piece(self._data[self._start :]), options=OPTIONS)
        return {normal(unescape(label)) for label in _NOTE_ID.findall(html)}


class MarkdownBody:
    """The chunks of a Markdown text from byte `start` on, `headed` by its title or not.

    `base` is the address that relative links count from, '' for none.
    """

    def __init__(
        self,
        data: bytes,
        metadata: Metadata,
        start: int = 0,
        piece: int = PIECE,
        *,
        headed: bool = True,
        base: str = "",
    ) -> None:
        self._data = data
        self._at = start
        self._piece = piece
        self._references = References(data, start if headed else 0)
        self._builder = Builder()
        self._builder.base = base
        self._titles = Titles(self._builder, metadata)
        self._headed = headed
        if not headed:
            self._titles.skip()
        self._reader = EventReader(self._builder, self._references.link, self._titles.heading)
        self._footnotes = Footnotes()
        self._skip = 0

    def chunks(self) -> Iterator[Chunk]:
        """Piece after piece, then the footnotes."""
        titled = not self._headed
        while self._at < len(self._data):
            self._parse_piece()
            if not titled and (self._builder.blocks or self._at >= len(self._data)):
                titled = True
                self._titles.head()
            if self._builder.blocks:
                yield self._footnotes.take(self._builder)
        if not titled:
            self._titles.head()
            yield self._footnotes.take(self._builder)
        yield from self._footnotes.chunks(self._builder, self._reader.notes)

    # Pieces

    def _parse_piece(self) -> None:
        """Parse the next piece; a block that is longer makes the piece longer."""
        size = self._piece
        start = self._builder.mark()
        notes = len(self._reader.notes)
        while True:
            end = self._data.find(b"\n", self._at + size) + 1 or len(self._data)
            try:
                piece = self._data[self._at : end].decode()
            except UnicodeDecodeError:
                self._data = self._data[: self._at] + decode_piece(self._data[self._at :]).encode()
                continue
            raw = self._feed(piece, whole=end == len(self._data))
            if self._reader.stopped:
                self._advance(self._reader.stopped)
                return
            if end == len(self._data):
                self._at = end
                return
            for cut in reversed(self._reader.cuts):
                at = raw.rfind(b"\n", 0, cut[0]) + 1
                if at > self._skip and raw[at : cut[0]] in _MARGIN and _after_blank(raw, at):
                    self._rewind(cut)
                    self._advance(at)
                    return
            self._rewind((self._skip, start, notes))
            size *= 4

    def _rewind(self, cut: Cut) -> None:
        """Forget what was built from a top-level block on, the title if it was there."""
        self._reader.rewind(cut)
        self._titles.rewind(self._at - self._skip + cut[0])

    def _advance(self, at: int) -> None:
        """The piece has been read up to a byte of it."""
        self._at += at - self._skip

    def _feed(self, piece: str, *, whole: bool) -> bytes:
        front = self._references.notes_for(piece)
        self._skip = len(front.encode())
        piece = front + piece
        raw = piece.encode()
        events = pyromark.events_with_range(
            piece, options=OPTIONS, merge_text=True, broken_link_callback=self._broken
        )
        # What reaches the end of a piece may go on after it.
        limit = len(raw) + 1 if whole else len(raw.rstrip(b" \t\r\n"))
        self._reader.feed(events, raw, self._at - self._skip, self._skip, limit=limit)
        return raw

    def _broken(self, link: "Any") -> "tuple[str, str] | None":
        return self._references.link(link["reference"])


def _after_blank(raw: bytes, at: int) -> bool:
    """Whether the line that begins at `at` follows a blank one."""
    before = raw.rfind(b"\n", 0, at - 1) + 1
    return not raw[before:at].strip(b" \t\r\n")
