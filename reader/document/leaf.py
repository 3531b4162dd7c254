"""One leaf of a document while it is being put together: its text, its marks, its cells."""

import re
import unicodedata

from reader.document.characters import clean
from reader.document.links import resolved
from reader.document.model import Span

_SPACES = re.compile(r"[ \t\n\r]+")
_NO_BREAK = (0, 0)
_SCRIPTS = {"superscript": "^", "subscript": "~"}
# The longest super- or subscript, and code, that is taken from a pair of tags; the deepest pair.
_LONGEST = {"superscript": 64, "subscript": 64, "code": 1000}
_DEEPEST_TAG = 16


class Leaf:
    """Collects running text and its spans, whose offsets count from the start of the leaf.

    White space collapses on the way. `notes` are the footnote marks met, each a `note` span
    whose `href` is still the footnote's label; `in_leaf` says whether a leaf has been begun and
    not finished. Relative links count from the address `base`, where there is one.
    """

    def __init__(self) -> None:
        self.base = ""
        self.notes: list[Span] = []
        self.in_leaf = False
        self._kind = ""
        self._level = 0
        self._source = 0
        self._leaf: list[str] = []
        self._at = 0
        self._blank = True
        self._spans: list[Span] = []
        self._open: list[tuple[Span, int, int]] = []
        self._images: list[tuple[Span, str]] = []
        # Kind and span of the tags that are open, and what they are in.
        self._tags: list[tuple[str, Span, int, object, object]] = []
        self._in_image = 0
        self._break = _NO_BREAK
        self._aligns: tuple[str, ...] = ()
        self._rows: list[list[Span]] = []
        self._cell = (0, 0)

    def begin(self, kind: str, source: int = 0, level: int = 0) -> None:
        """Begin a leaf of running text at byte `source`."""
        self.in_leaf = True
        self._kind = kind
        self._level = level
        self._source = source

    def text(self, text: str) -> None:
        """Running text: white space collapses."""
        if "  " in text or "\n" in text or "\t" in text or "\r" in text:
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
            span.href = resolved(href, self.base)
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

    def open_tag(self, kind: str) -> None:
        """A tag that begins a mark, if another one ends it in the same place."""
        if not self._in_image:
            span = Span(self._at, self._at, "")
            mark = self._open[-1] if self._open else None
            self._tags.append((kind, span, len(self._spans), mark, self._cell))
            self._spans.append(span)

    def close_tag(self, kind: str) -> None:
        """A tag that ends a mark; across other marks, or without a beginning, it is nothing."""
        first = max(len(self._tags) - _DEEPEST_TAG, 0)
        found = [index for index in range(first, len(self._tags)) if self._tags[index][0] == kind]
        if not found or self._in_image:
            return
        _, span, index, mark, cell = self._tags[found[-1]]
        del self._tags[found[-1] :]
        if mark is not (self._open[-1] if self._open else None) or cell is not self._cell:
            return
        length = self._at - span.start
        if length > _LONGEST.get(kind, length):
            return
        if kind in _LONGEST:
            text = self._last(length)
            if (kind in _SCRIPTS and _SPACES.search(text)) or "\n" in text:
                return
            if kind == "code" and len(self._spans) > index + 1:
                return
        span.kind, span.end = kind, self._at

    def _last(self, length: int) -> str:
        """The last characters of the leaf."""
        parts: list[str] = []
        missing = length
        for part in reversed(self._leaf):
            if missing <= 0:
                break
            parts.append(part)
            missing -= len(part)
        text = "".join(reversed(parts))
        return text[len(text) - length :]

    def start_image(self, src: str, caption: str = "") -> None:
        """Open an image; the text that follows is its alt text."""
        self.start_span("image", src)
        if not self._in_image:
            span = self._spans[-1]
            span.href = resolved(src, self.base)
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

    def _reset(self) -> None:
        self.in_leaf = False
        self._kind = ""
        self._leaf = []
        self._at = self._level = 0
        self._blank = True
        self._break = _NO_BREAK
        if self._spans:  # nearly all leaves have none
            self._in_image = 0
            self._spans = []
            self._open = []
            self._images = []
            self._tags = []
            self._rows = []

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
            space = "\n" if span.kind == "code" else " \n"
            while span.start < span.end and text[span.start] in space:
                span.start += 1
            while span.start < span.end and text[span.end - 1] in space:
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


def _start_of(span: Span) -> int:
    return span.start


def _joins(char: str) -> bool:
    """Whether a character may compose with the one before it."""
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"
