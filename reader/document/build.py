"""Making blocks out of inline events: the one place where canonical text is put together.

Every format drives a `Builder`: it opens and closes containers, begins a leaf, feeds it text,
marks and breaks, and finishes it. The builder collapses white space, cleans, links bare
addresses, takes images that stand alone and the attributions of quotes out of their paragraphs,
and keeps the offsets.
"""

import re
from collections.abc import Sequence

from reader.document.characters import clean, clean_line
from reader.document.leaf import Leaf
from reader.document.links import bare_links, resolved
from reader.document.model import Block, Chunk, Container, Span

# Containers deeper than this are flattened into the last one.
MAX_DEPTH = 32

_ATTRIBUTION = re.compile(r"(?:[—―][ \xa0\u202f]?|(?:–|--)[ \xa0\u202f])[ ]*(?=[^\s—―–-])")
# Longer than this (with its dash), a last line is words that are said, not a name.
_LONGEST_NAME = 120
_DASHES = ("—", "―", "–", "--")

# A place to go back to: parts, blocks, length, notes, whether nothing has been built yet.
Mark = tuple[int, int, int, int, bool]


class Builder(Leaf):
    """Builds blocks and their text in order; offsets are the document's own.

    `take` hands over what was finished since the last time. `notes` are the footnote marks met
    since then, each a `note` span whose `href` is still the footnote's label: the format puts
    the numbers in. All source ranges are byte offsets and are passed through.
    """

    def __init__(self, start: int = 0, ids: "list[int] | None" = None) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._first = start == 0
        self._length = start
        self._parts: list[str] = []
        self._ids = ids if ids is not None else [0]
        self._stack: list[Container] = []
        self._counts: list[int] = []
        self._containers: tuple[Container, ...] = ()
        # Block index, offset in its text and source of the last break of the last paragraph.
        self._last_break = (-1, 0, 0)

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
        made = Block(
            kind,
            start,
            self._length,
            self._containers,
            _placed(spans, start),
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
        """Append an image that stands alone; its text is its alt text and its caption.

        Where one has all words of the other, it is the text alone.
        """
        alt, caption = clean_line(alt).strip(), clean_line(caption).strip()
        text = (
            alt if _says(alt, caption) else caption if _says(caption, alt) else f"{alt}\n{caption}"
        )
        return self.block(
            "image", text, source, src=resolved(src, self.base), alt=alt, caption=caption
        )

    def finish(self, source: int = 0) -> None:
        """End the leaf; `source` is the byte after it. An empty paragraph makes no block."""
        kind = self._kind
        if kind == "table":
            self.finish_table(source)
            return
        text = "".join(self._leaf)
        cleaned = clean(text)
        if cleaned is not text and cleaned != text:
            cleaned = self._remap(text)
        text = cleaned.rstrip(" \n")
        spans = self._clamped(text) if self._spans else []
        where = (self._source, source)
        images = self._lone_images(text, spans) if kind == "paragraph" and self._images else []
        if images:
            self._append_images(images, text, spans, where)
        elif text or spans or kind != "paragraph":
            if "://" in text or "www." in text:
                spans = bare_links(text, spans)
            start = self._append(text)
            made = Block(kind, start, self._length, self._containers, _placed(spans, start), where)
            made.level = self._level
            self.blocks.append(made)
            self._last_break = (len(self.blocks) - 1, *self._break)
        self._reset()

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
        index = 0
        for image, caption in images:
            made = self.image(image.href, text[image.start : image.end], caption, where)
            while index < len(links) and links[index].end < image.end:
                index += 1
            around = index < len(links) and links[index].start <= image.start
            if around and made.start < made.end:
                made.spans = (Span(made.start, made.end, "link", links[index].href),)

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
        if (not match or text[:cut].startswith(_DASHES)) and "\n" not in text:
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
        inside = block.source[0] <= source <= end
        block.source = (block.source[0], source if inside else end)
        source = source if inside else block.source[0]
        made = self.block("attribution", text[name:], (source, end))
        made.spans = _moved(spans, start + name, made.start, made.end)


def _placed(spans: Sequence[Span], start: int) -> tuple[Span, ...]:
    """Spans that count from the start of a block, moved to where it starts."""
    for span in spans:
        span.start += start
        span.end += start
    return tuple(spans)


def _shift(blocks: list[Block], by: int) -> None:
    """Move blocks that were built elsewhere to their place in the document."""
    for block in blocks:
        block.start += by
        block.end += by
        block.rows = tuple(tuple((a + by, b + by) for a, b in row) for row in block.rows)
        for span in block.spans:
            span.start += by
            span.end += by


def _moved(spans: tuple[Span, ...], origin: int, start: int, end: int) -> tuple[Span, ...]:
    """The parts of `spans` from `origin` on, moved so that `origin` falls on `start`."""
    moved = []
    for span in spans:
        if span.end > origin or (span.kind == "note" and span.start >= origin):
            low = max(span.start, origin) - origin + start
            moved.append(Span(low, min(span.end - origin + start, end), span.kind, span.href))
    return tuple(moved)


def _says(text: str, other: str) -> bool:
    """Whether a text has the words of another one, in their order."""
    words, others = (" ".join(re.findall(r"\w+", one.casefold())) for one in (text, other))
    return f" {others} " in f" {words} " if others else not other
