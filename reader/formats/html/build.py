"""From the pieces that are the article to the blocks of a document."""

from itertools import zip_longest

from reader.document.build import Builder
from reader.document.model import Block, Chunk, Container
from reader.formats.footnotes import Footnotes, Note
from reader.formats.html.links import Links, fragment_of
from reader.formats.html.pieces import Box, Piece
from reader.formats.html.runs import Run

# Paragraphs of this many characters in the items of a list are set with blank lines between.
_LONG_ITEM = 120


class Article:
    """The blocks of an article: drives a builder with the pieces that were kept.

    After `chunk` has been taken, `names` has for each fragment that leads to a heading the index
    of its block.
    """

    def __init__(self, data: bytes, links: Links, title: str, subtitle: str) -> None:
        self.names: dict[str, int] = {}
        self._links = links
        self._known: set[str] = set()
        self._data = data
        self._lines: list[int] = []
        self._main = Builder()
        self._main.base = links.base
        self._builder = self._main
        self._open: list[Box] = []
        self._containers: dict[Box, Container] = {}
        self._groups: dict[object, int] = {}
        self._labels: set[str] = set()
        self._notes: list[Note] = []
        self._headings: dict[str, Block] = {}
        for kind, text in (("title", title), ("subtitle", subtitle)):
            if text:
                self._main.block(kind, text)

    def chunk(self, pieces: list[Piece]) -> Chunk:
        """All text and blocks."""
        pieces = tidied(pieces)
        loose = _loose(pieces)
        heads = [piece for piece in pieces if _is_section(piece)]
        self._known = {name for piece in heads for name in piece.names}
        self._labels = {piece.note_label for piece in pieces}
        # (A note may stand in the middle of a list or a quote, which goes on after it.)
        for piece in sorted(pieces, key=_is_note):
            self._enter(piece.containers)
            self._build(piece)
        self._enter(())
        for box, container in self._containers.items():
            container.tight = box.group not in loose
        footnotes = Footnotes()
        chunks = [footnotes.take(self._main)]
        chunks.extend(footnotes.chunks(self._main, self._notes))
        blocks = [block for _, found in chunks for block in found]
        places = {id(block): index for index, block in enumerate(blocks)}
        self.names = {name: places[id(block)] for name, block in self._headings.items()}
        return "".join(text for text, _ in chunks), blocks

    # Containers

    def _enter(self, boxes: tuple[Box, ...]) -> None:
        """Close and open containers until the builder stands in these."""
        common = 0
        for old, new in zip(self._open, boxes, strict=False):
            if old is not new:
                break
            common += 1
        while len(self._open) > common:
            box = self._open.pop()
            self._builder.close()
            if box.kind == "footnote":
                marks = self._builder.notes
                text, blocks = self._builder.take()
                self._notes.append(Note(box.label, text, blocks, marks))
                self._builder = self._main
        for box in boxes[common:]:
            self._open.append(box)
            if box.kind == "footnote":
                self._builder = Builder(ids=self._main.ids)
                self._builder.base = self._main.base
            container = self._builder.open(
                box.kind, number=box.number, list_id=self._group(box), by=box.by
            )
            container.checked = box.checked
            self._containers[box] = container

    def _group(self, box: Box) -> int:
        if box.kind != "item":
            return 0
        if box.group not in self._groups:
            self._groups[box.group] = self._builder.new_id()
        return self._groups[box.group]

    # Leaves

    def _build(self, piece: Piece) -> None:
        builder = self._builder
        source = self._source(piece.line)
        if piece.kind == "code":
            builder.code(piece.text, piece.language, source)
        elif piece.kind == "rule":
            builder.block("rule", "", source)
        elif piece.kind == "image":
            self._image(piece, source)
        elif piece.kind == "table":
            self._table(piece, source)
        else:
            builder.begin(piece.kind, source[0], piece.level)
            self._feed(piece.runs)
            builder.finish(source[1])
            if _is_section(piece):
                for name in piece.names:
                    self._headings.setdefault(name, builder.blocks[-1])

    def _feed(self, runs: list[Run]) -> None:
        builder = self._builder
        for op, value, extra in runs:
            if op == "text":
                builder.text(value)
            elif op == "code":
                builder.verbatim(value)
            elif op == "break":
                builder.newline()
            elif op == "start":
                builder.start_span(value, self._target(extra) if value == "link" else "")
            elif op == "end":
                builder.end_span()
            elif op == "image":
                builder.start_image(value)
                builder.text(extra)
                builder.end_image()
            elif value in self._labels:
                builder.note(value)
            else:
                builder.text(extra)

    def _target(self, href: str) -> str:
        """Where a link leads; what is not in the article is on the page."""
        if href.startswith("#") and fragment_of(href) not in self._known:
            return self._links.outside(href)
        return href

    def _image(self, piece: Piece, source: tuple[int, int]) -> None:
        builder = self._builder
        builder.begin("paragraph", source[0])
        if piece.href:
            builder.start_span("link", piece.href)
        builder.start_image(piece.src, piece.caption)
        builder.text(piece.alt)
        builder.end_image()
        if piece.href:
            builder.end_span()
        builder.finish(source[1])

    def _table(self, piece: Piece, source: tuple[int, int]) -> None:
        builder = self._builder
        builder.begin_table(piece.aligns, source[0])
        for row in piece.rows:
            builder.begin_row()
            for cell in row:
                builder.begin_cell()
                self._feed(cell)
                builder.end_cell()
        builder.finish(source[1])

    def _source(self, line: int) -> tuple[int, int]:
        """The bytes of a line of the page."""
        if not self._lines:
            self._lines = [0]
            at = self._data.find(b"\n")
            while at >= 0:
                self._lines.append(at + 1)
                at = self._data.find(b"\n", at + 1)
            self._lines.append(len(self._data))
        index = min(max(line, 1), len(self._lines) - 1)
        return self._lines[index - 1], self._lines[index]


def _is_section(piece: Piece) -> bool:
    return piece.kind == "heading" and not _is_note(piece)


def tidied(pieces: list[Piece]) -> list[Piece]:
    """The pieces that make sense together: no rule or heading without anything to part or head."""
    kept: list[Piece] = []
    for index, piece in enumerate(pieces):
        if piece.kind == "rule":
            following = pieces[index + 1] if index + 1 < len(pieces) else None
            if not kept or following is None or kept[-1].kind in ("rule", "heading"):
                continue
            if _is_note(following):
                continue
        elif piece.kind == "heading" and _heads_notes(pieces, index):
            continue
        kept.append(piece)
    while kept and kept[-1].kind == "rule":
        kept.pop()
    gone: set[Box] = set()
    before: Piece | None = None
    for piece in kept:
        _unboxed(piece, before, gone)
        before = piece
    for piece, following in zip_longest(kept, kept[1:]):
        if piece.kind == "term" and not (following and _defines(following, piece)):
            piece.kind = "paragraph"
    return kept


def _unboxed(piece: Piece, before: "Piece | None", gone: set[Box]) -> None:
    """Take a piece out of definitions of nothing, which are `gone` then."""
    kept: list[Box] = []
    for box in piece.containers:
        if box in gone:
            continue
        if box.kind == "definition" and not _is_defined(box, tuple(kept), before):
            gone.add(box)
        else:
            kept.append(box)
    piece.containers = tuple(kept)


def _is_defined(box: Box, outer: tuple[Box, ...], before: "Piece | None") -> bool:
    """Whether a definition in the containers `outer` goes on, or follows its term or another."""
    if before is None or before.containers[: len(outer)] != outer:
        return False
    if len(before.containers) == len(outer):
        return before.kind == "term"
    other = before.containers[len(outer)]
    return other is box or (other.kind == "definition" and _list_of(other) is _list_of(box))


def _list_of(box: Box) -> object:
    """The list that a definition stands in."""
    return next(box.element.iterancestors("dl"), None)


def _defines(piece: Piece, term: Piece) -> bool:
    depth = len(term.containers)
    boxes = piece.containers
    return (
        len(boxes) > depth
        and boxes[depth].kind == "definition"
        and boxes[:depth] == term.containers
    )


def _heads_notes(pieces: list[Piece], index: int) -> bool:
    """Whether a heading has nothing but footnotes under it."""
    found = False
    for piece in pieces[index + 1 :]:
        if _is_note(piece):
            found = True
        elif piece.kind == "heading" and piece.level <= pieces[index].level:
            break
        elif piece.kind not in ("rule", "heading"):
            return False
    return found


def _is_note(piece: Piece) -> bool:
    return bool(piece.note_label)


def _loose(pieces: list[Piece]) -> set[object]:
    """The lists that are set with blank lines: an item has several paragraphs, or long ones."""
    loose: set[object] = set()
    last: dict[Box, Piece] = {}
    lengths: dict[object, list[int]] = {}
    for piece in pieces:
        if not piece.containers or piece.containers[-1].kind != "item":
            continue
        box = piece.containers[-1]
        if piece.kind == "paragraph":
            if box in last:
                loose.add(box.group)
            last[box] = piece
            if piece.element.tag == "p":
                lengths.setdefault(box.group, []).append(len(piece.text))
    for group, sizes in lengths.items():
        if sum(sizes) > _LONG_ITEM * len(sizes):
            loose.add(group)
    return loose
