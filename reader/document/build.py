"""Making blocks out of inline events: the one place where canonical text is put together.

Every format drives a `Builder`: it opens and closes containers, begins a leaf, feeds it text,
marks and breaks, and finishes it. The builder collapses white space, cleans, links bare
addresses, takes images that stand alone and the attributions of quotes out of their paragraphs,
and keeps the offsets.
"""

import re
import unicodedata

from reader.document.characters import clean, clean_line, safe_url
from reader.document.links import bare_links
from reader.document.model import Block, Chunk, Container, Span

# Containers deeper than this are flattened into the last one.
MAX_DEPTH = 32

_UNEVEN = re.compile(r"[\t\n\r]|  ")
_SPACES = re.compile(r"[ \t\n\r]+")
_ATTRIBUTION = re.compile(r"(?:[—―][ \xa0\u202f]?|(?:–|--)[ \xa0\u202f])[ ]*(?=[^\s—―–-])")
# Longer than this (with its dash), a last line is words that are said, not a name.
_LONGEST_NAME = 120
_DASHES = ("—", "―", "–", "--")
_SCRIPTS = {"superscript": "^", "subscript": "~"}

# A place to go back to: parts, blocks, length, notes, whether nothing has been built yet.
Mark = tuple[int, int, int, int, bool]


class Builder:
    """Builds blocks and their text in order; offsets are the document's own.

    `take` hands over what was finished since the last time. `notes` are the footnote marks met
    since then, each a `note` span whose `href` is still the footnote's label: the format puts
    the numbers in. All source ranges are byte offsets and are passed through.
    """

    def __init__(self, start: int = 0, ids: "list[int] | None" = None) -> None:
        self.notes: list[Span] = []
        self.blocks: list[Block] = []
        self._first = start == 0
        self._length = start
        self._parts: list[str] = []
        self._ids = ids if ids is not None else [0]
        self._stack: list[Container] = []
        self._counts: list[int] = []
        self._containers: tuple[Container, ...] = ()
        self._kind = ""
        self._level = 0
        self._source = 0
        self._leaf: list[str] = []
        self._at = 0
        self._blank = True
        self._spans: list[Span] = []
        self._open: list[tuple[Span, int, int]] = []
        self._images: list[tuple[Span, str]] = []
        self._in_image = 0
        self._break = (0, 0)
        self._aligns: tuple[str, ...] = ()
        self._rows: list[list[Span]] = []
        self._cell = (0, 0)
        # Block index, offset in its text and source of the last break of the last paragraph.
        self._last_break = (-1, 0, 0)

    # Handing over

    @property
    def in_leaf(self) -> bool:
        """Whether a leaf has been begun and not finished."""
        return self._kind != ""

    @property
    def ids(self) -> list[int]:
        """The counter of container ids, to be shared with another builder of the document."""
        return self._ids

    @property
    def length(self) -> int:
        """The offset at which the text built so far ends."""
        return self._length

    def mark(self) -> Mark:
        """The present state between two top-level blocks, for `rollback`."""
        return (len(self._parts), len(self.blocks), self._length, len(self.notes), self._first)

    def rollback(self, mark: Mark) -> None:
        """Forget everything built after `mark`."""
        parts, blocks, self._length, notes, self._first = mark
        del self._parts[parts:], self.blocks[blocks:], self.notes[notes:]
        self._stack.clear()
        self._counts.clear()
        self._containers = ()
        self._reset()

    def take(self) -> Chunk:
        """Text and blocks finished since the last call; they leave the builder."""
        chunk = ("".join(self._parts), self.blocks)
        self._parts = []
        self.blocks = []
        self.notes = []
        self._last_break = (-1, 0, 0)
        return chunk

    def last_text(self) -> str:
        """The text of the last block."""
        return self._parts[-1]

    def adopt(self, text: str, blocks: list[Block], notes: list[Span]) -> None:
        """Append what another builder has made from offset 0 on, with its footnote marks."""
        _shift(blocks, self._append(text))
        self.blocks.extend(blocks)
        self.notes.extend(notes)

    def prepend(self, blocks: list[tuple[str, str]]) -> None:
        """Put blocks, each a kind and its text, before all others of a document not yet taken."""
        for kind, text in reversed(blocks):
            if self.blocks:
                _shift(self.blocks, len(text) + 1)
                self._parts[:0] = [text, "\n"]
                self._length += len(text) + 1
                self.blocks.insert(0, Block(kind, 0, len(text)))
            else:
                self.block(kind, text)

    # Containers

    def new_id(self) -> int:
        """A number that no other container or list of the document has."""
        self._ids[0] += 1
        return self._ids[0]

    def open(
        self,
        kind: str,
        *,
        number: "int | None" = None,
        list_id: int = 0,
        by: str = "",
    ) -> Container:
        """Enter a container; the blocks that follow stand in it."""
        container = Container(kind, self.new_id(), number, None, True, list_id, by)
        self._stack.append(container)
        self._counts.append(len(self.blocks))
        if len(self._stack) <= MAX_DEPTH:
            self._containers = tuple(self._stack)
        return container

    def close(self, source: int = 0) -> None:
        """Leave the innermost container; `source` is where it ends."""
        container = self._stack[-1]
        if container.kind == "quote":
            self._attribute(container)
        elif self._counts[-1] == len(self.blocks):
            self.block("paragraph", "", (source, source))
        self._stack.pop()
        self._counts.pop()
        self._containers = tuple(self._stack[:MAX_DEPTH])

    @property
    def container(self) -> "Container | None":
        """The innermost open container."""
        return self._stack[-1] if self._stack else None

    # Leaves

    def block(
        self,
        kind: str,
        text: str,
        source: tuple[int, int] = (0, 0),
        *,
        language: str = "",
        spans: tuple[Span, ...] = (),
        src: str = "",
        alt: str = "",
        caption: str = "",
    ) -> Block:
        """Append a block whose clean text is known; `spans` count from its start."""
        start = self._append(text)
        for span in spans:
            span.start += start
            span.end += start
        made = Block(
            kind,
            start,
            self._length,
            self._containers,
            spans,
            source,
            language=language,
            src=src,
            alt=alt,
            caption=caption,
        )
        self.blocks.append(made)
        return made

    def code(self, text: str, language: str, source: tuple[int, int]) -> None:
        """Append a code block: white space kept, without its final newline."""
        text = clean(text)
        if text.endswith("\n"):
            text = text[:-1]
        self.block("code", text, source, language=clean_line(language).strip())

    def image(self, src: str, alt: str, caption: str, source: tuple[int, int]) -> Block:
        """Append an image that stands alone; its text is its alt text and its caption."""
        alt, caption = clean_line(alt).strip(), clean_line(caption).strip()
        lines = [alt] if caption in ("", alt) else [alt, caption] if alt else [caption]
        text = "\n".join(line for line in lines if line)
        return self.block("image", text, source, src=safe_url(src), alt=alt, caption=caption)

    def begin(self, kind: str, source: int = 0, level: int = 0) -> None:
        """Begin a leaf of running text at byte `source`."""
        self._kind = kind
        self._level = level
        self._source = source

    def text(self, text: str) -> None:
        """Running text: white space collapses."""
        if _UNEVEN.search(text):
            text = _SPACES.sub(" ", text)
        if self._blank and text[:1] == " ":
            text = text[1:]
        if text:
            self._leaf.append(text)
            self._at += len(text)
            self._blank = text[-1] == " "

    def verbatim(self, text: str) -> None:
        """The text of inline code, a span of its own."""
        if self._rows:
            text = _SPACES.sub(" ", text)
        if not self._at:
            text = text.lstrip(" ")
        if not text:
            return
        if not self._in_image:
            self._spans.append(Span(self._at, self._at + len(text), "code"))
        self._leaf.append(text)
        self._at += len(text)
        self._blank = text[-1] == " "

    def space(self, source: int = 0) -> None:
        """A soft break; the next line begins at byte `source`."""
        if not self._blank:
            self._leaf.append(" ")
            self._at += 1
            self._blank = True
        self._break = (self._at, source)

    def newline(self, source: int = 0) -> None:
        """A hard break; in tables and alt texts no more than a space."""
        if self._rows or self._in_image:
            self.space(source)
            return
        if self._blank and self._at and self._leaf[-1][-1] == " ":
            self._trim(0)
        if self._at:
            self._leaf.append("\n")
            self._at += 1
            self._blank = True
        self._break = (self._at, source)

    def start_span(self, kind: str, href: str = "") -> None:
        """Open an inline mark; a link to a refused address is none."""
        span = Span(self._at, self._at, "" if self._in_image else kind, href)
        if kind == "link":
            span.href = safe_url(href)
            if not span.href:
                span.kind = ""
        self._open.append((span, len(self._leaf), len(self._spans)))
        self._spans.append(span)

    def end_span(self) -> None:
        """Close the mark opened last; super- and subscripts with spaces were no such thing."""
        span, part, index = self._open.pop()
        sign = _SCRIPTS.get(span.kind)
        if sign and part < len(self._leaf) and " " in "".join(self._leaf[part:]):
            self._leaf[part] = sign + self._leaf[part]
            for inner in self._spans[index:]:
                inner.start += 1
                inner.end += 1
            if self._break[0] > span.start - 1:
                self._break = (self._break[0] + 1, self._break[1])
            self._at += 1
            self.text(sign)
            span.kind = ""
        span.end = self._at

    def start_image(self, src: str, caption: str = "") -> None:
        """Open an image; the text that follows is its alt text."""
        self.start_span("image", src)
        if not self._in_image:
            span = self._spans[-1]
            span.href = safe_url(src)
            self._images.append((span, caption))
        self._in_image += 1

    def end_image(self) -> None:
        """Close the image opened last."""
        self._in_image -= 1
        self.end_span()

    def note(self, label: str) -> None:
        """The place of a footnote's mark."""
        span = Span(self._at, self._at, "note", label)
        self._spans.append(span)
        self.notes.append(span)

    def finish(self, source: int = 0) -> None:
        """End the leaf; `source` is the byte after it. An empty paragraph makes no block."""
        kind = self._kind
        text = "".join(self._leaf)
        cleaned = clean(text)
        if cleaned is not text and cleaned != text:
            cleaned = self._remap(text)
        text = cleaned.rstrip(" \n")
        spans = self._clamped(text)
        where = (self._source, source)
        images = self._lone_images(text, spans) if kind == "paragraph" and self._images else []
        if images:
            self._append_images(images, text, spans, where)
        elif text or spans or kind != "paragraph":
            if "://" in text or "www." in text:
                spans = bare_links(text, spans)
            made = self.block(kind, text, where, spans=tuple(spans))
            made.level = self._level
            self._last_break = (len(self.blocks) - 1, *self._break)
        self._reset()

    # Tables

    def begin_table(self, aligns: tuple[str, ...], source: int) -> None:
        """Begin a table; `aligns` holds `left`, `right`, `center` or '' per column."""
        self.begin("table", source)
        self._aligns = aligns

    def begin_row(self) -> None:
        """Begin a row of the table."""
        if self._rows:
            self._leaf.append("\n")
            self._at += 1
        self._rows.append([])

    def begin_cell(self) -> None:
        """Begin a cell of the row."""
        if self._rows[-1]:
            self._leaf.append("\t")
            self._at += 1
        self._blank = True
        span = Span(self._at, self._at, "cell")
        self._cell = (len(self._spans), len(self._leaf))
        self._spans.append(span)
        self._rows[-1].append(span)

    def end_cell(self) -> None:
        """End the cell."""
        first, part = self._cell
        if self._blank and len(self._leaf) > part:
            self._trim(part)
            for span in self._spans[first:]:
                span.start = min(span.start, self._at)
                span.end = min(span.end, self._at)
        self._spans[first].end = self._at

    def finish_table(self, source: int) -> None:
        """End the table."""
        text = "".join(self._leaf)
        cleaned = clean(text)
        if cleaned is not text and cleaned != text:
            cleaned = self._remap(text)
        spans = [s for s in self._clamped(cleaned) if s.kind != "cell"]
        if "://" in cleaned or "www." in cleaned:
            spans = bare_links(cleaned, spans)
        made = self.block("table", cleaned, (self._source, source), spans=tuple(spans))
        at = made.start
        made.rows = tuple(tuple((c.start + at, c.end + at) for c in row) for row in self._rows)
        made.aligns = self._aligns
        self._reset()

    # Within

    def _append(self, text: str) -> int:
        if self._first:
            self._first = False
        else:
            self._parts.append("\n")
            self._length += 1
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return start

    def _reset(self) -> None:
        self._kind = ""
        self._leaf = []
        self._at = self._level = self._in_image = 0
        self._blank = True
        self._spans = []
        self._open = []
        self._images = []
        self._rows = []
        self._break = (0, 0)

    def _trim(self, part: int) -> None:
        """Take spaces off the end of the leaf, as far back as its part number `part`."""
        while len(self._leaf) > part:
            stripped = self._leaf[-1].rstrip(" ")
            self._at -= len(self._leaf[-1]) - len(stripped)
            if stripped:
                self._leaf[-1] = stripped
                return
            self._leaf.pop()

    def _clamped(self, text: str) -> list[Span]:
        """The leaf's spans within its final text, without the spaces at their ends.

        Only notes (and the cells of a table) may be empty.
        """
        kept = []
        length = len(text)
        for span in self._spans:
            if span.end > length:
                span.end = length
                span.start = min(span.start, length)
            if span.kind in ("note", "cell"):
                kept.append(span)
                continue
            if span.kind != "code":
                while span.start < span.end and text[span.start] in " \n":
                    span.start += 1
                while span.start < span.end and text[span.end - 1] in " \n":
                    span.end -= 1
            if span.kind and span.start < span.end:
                kept.append(span)
        kept.sort(key=_start_of)
        return kept

    def _remap(self, text: str) -> str:
        """Clean a leaf that needs it, and move its spans along.

        The text is cut at the ends of spans, each piece cleaned by itself. An end before a
        combining character moves behind it, so that pieces compose as the whole would.
        """
        ends = {0, len(text)}
        for span in self._spans:
            ends.update((span.start, span.end))
        ends.add(self._break[0])
        places: dict[int, int] = {0: 0}
        parts: list[str] = []
        last = length = 0
        for end in sorted(ends):
            to = end
            while 0 < to < len(text) and _joins(text[to]):
                to += 1
            if to > last:
                parts.append(clean(text[last:to]))
                length += len(parts[-1])
                last = to
            places[end] = length
        for span in self._spans:
            span.start, span.end = places[span.start], places[span.end]
        self._break = (places[self._break[0]], self._break[1])
        return clean("".join(parts))

    def _lone_images(self, text: str, spans: list[Span]) -> list[tuple[Span, str]]:
        """The images of a leaf that holds nothing else."""
        if any(span.kind == "note" for span in spans):
            return []
        at = 0
        for span, _ in self._images:
            if text[at : span.start].strip(" \n"):
                return []
            at = span.end
        return [] if text[at:].strip(" \n") else self._images

    def _append_images(
        self,
        images: list[tuple[Span, str]],
        text: str,
        spans: list[Span],
        where: tuple[int, int],
    ) -> None:
        links = [span for span in spans if span.kind == "link"]
        for image, caption in images:
            alt = text[image.start : image.end]
            made = self.image(image.href, alt, caption, where)
            href = next(
                (s.href for s in links if s.start <= image.start and image.end <= s.end), ""
            )
            if href and made.start < made.end:
                made.spans = (Span(made.start, made.end, "link", href),)

    def _attribute(self, quote: Container) -> None:
        """Turn the last line of a quote into its attribution, if it is one."""
        if self._counts[-1] == len(self.blocks) or len(self._stack) > MAX_DEPTH:
            return
        block = self.blocks[-1]
        if block.kind != "paragraph" or block.containers[-1] is not quote:
            return
        text = self._parts[-1]
        index, cut, source = self._last_break
        cut = cut if index == len(self.blocks) - 1 else 0
        match = _ATTRIBUTION.match(text, cut)
        if not match and "\n" not in text:
            cut = 0
            match = _ATTRIBUTION.match(text)
        first = len(self.blocks) - 1 == self._counts[-1]
        if not match or (first and not cut) or len(text) - cut > _LONGEST_NAME:
            return
        before = text[:cut] if cut else self._parts[-3]
        if before.startswith(_DASHES):
            return  # a dialogue
        name_at = block.start + match.end()
        if cut:
            self._split(block, cut, match.end(), source)
        else:
            self._parts[-1] = text[match.end() :]
            self._length -= match.end()
            block.kind = "attribution"
            block.end = self._length
            block.spans = _moved(block.spans, name_at, block.start, block.end)
        quote.by = text[match.end() :].replace("\n", " ")

    def _split(self, block: Block, cut: int, name: int, source: int) -> None:
        """Split the last block before its attribution: text until `cut`, a name from `name` on."""
        text = self._parts.pop()
        start, spans, end = block.start, block.spans, block.source[1]
        kept = text[:cut].rstrip(" \n")
        self._parts.append(kept)
        self._length = start + len(kept)
        block.end = self._length
        block.spans = tuple(
            Span(s.start, min(s.end, block.end), s.kind, s.href)
            for s in spans
            if s.start < block.end or (s.kind == "note" and s.start < start + name)
        )
        for span in block.spans:
            span.start = min(span.start, block.end)
        block.source = (block.source[0], source)
        made = self.block("attribution", text[name:], (source, end))
        made.spans = _moved(spans, start + name, made.start, made.end)


def _shift(blocks: list[Block], by: int) -> None:
    """Move blocks that were built elsewhere to their place in the document."""
    for block in blocks:
        block.start += by
        block.end += by
        block.rows = tuple(tuple((a + by, b + by) for a, b in row) for row in block.rows)
        for span in block.spans:
            span.start += by
            span.end += by


def _start_of(span: Span) -> int:
    return span.start


def _joins(char: str) -> bool:
    """Whether a character may compose with the one before it."""
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"


def _moved(spans: tuple[Span, ...], origin: int, start: int, end: int) -> tuple[Span, ...]:
    """The parts of `spans` from `origin` on, moved so that `origin` falls on `start`."""
    moved = []
    for span in spans:
        if span.end > origin or (span.kind == "note" and span.start >= origin):
            low = max(span.start, origin) - origin + start
            moved.append(Span(low, min(span.end - origin + start, end), span.kind, span.href))
    return tuple(moved)
