"""A range of the document's text, made ready to be broken into lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from reader.document.model import Block, Document, Span
from reader.typeset.line import Signs
from reader.typeset.linebreak import HYPHEN_COST, RAGGED_HYPHEN_COST, RAGGED_NAME_COST, Words
from reader.typeset.together import together

# Spaces that break are spaces; the hard ones keep a code point that does not part words, until
# they are painted.
_SPACES = str.maketrans(
    dict.fromkeys("\t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f", " ")
)
_ODD_SPACE = re.compile("[\t\u1680\u2000-\u200a\u205f\u202f]")
_SPACES[0x2007] = _SPACES[0x202F] = "\u00a0"
HARD = {0xA0: " "}

_SUPERSCRIPT = str.maketrans(
    "0123456789+−=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
)
_SUBSCRIPT = str.maketrans("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_RAISED = {"superscript": (_SUPERSCRIPT, "^"), "subscript": (_SUBSCRIPT, "_")}


# What has been found out about words outlives a layout: the next measure needs it again.
_words = lru_cache(maxsize=8)(Words)


class Setting:
    """How text is set, for one layout: language, alignment, signs, and the words known so far."""

    __slots__ = ("heading", "justify", "signs", "together", "words")

    def __init__(self, lang: str, justify: bool, signs: Signs) -> None:
        cost = HYPHEN_COST if justify else RAGGED_HYPHEN_COST
        language = re.split("[-_]", lang.lower())[0]
        self.together = together(language)
        self.justify = justify
        self.signs = signs
        self.heading = _words("", cost, False)
        names = 0.0 if justify or language == "de" else RAGGED_NAME_COST
        self.words = self.heading if signs.name == "plain" else _words(lang, cost, True, names)


def plain_spaces(text: str) -> str:
    """The text with U+0020 for spaces that break and U+00A0 for those that do not."""
    if not text.isascii() and _ODD_SPACE.search(text):
        return text.translate(_SPACES)
    return text.replace("\t", " ") if "\t" in text else text


class Note:
    """The mark of a footnote in the prepared text: its place there, its length, its offset."""

    __slots__ = ("at", "length", "offset")

    def __init__(self, at: int, length: int, offset: int) -> None:
        self.at = at
        self.length = length
        self.offset = offset


def note_mark(number: str, signs: Signs) -> str:
    """The mark of the footnote with this number, as it is painted."""
    if signs.superscript and number.isdecimal():
        return number.translate(_SUPERSCRIPT)
    return f"[{number}]"


# Spans that change how text is set; the others only how it is painted.
_SETTING = frozenset(("note", "code", *_RAISED))


class SpanIndex:
    """The spans of a block that change how it is set, to be looked up by range."""

    __slots__ = ("_reaches", "_spans", "_starts")

    def __init__(self, spans: Sequence[Span]) -> None:
        kept = [span for span in spans if span.kind in _SETTING]
        kept.sort(key=lambda span: span.start)
        self._spans = kept
        self._starts = [span.start for span in kept]
        self._reaches = list(accumulate((span.end for span in kept), max))

    def within(self, start: int, end: int, *, last: bool = True) -> Sequence[Span]:
        """The spans that touch `start:end`, in order; those at `end` only if it is the `last`."""
        low = bisect_left(self._reaches, start)
        high = (bisect_right if last else bisect_left)(self._starts, end)
        return self._spans[low:high]


@lru_cache(maxsize=64)
def span_index(block: Block) -> SpanIndex:
    """The index of a block's spans."""
    return SpanIndex(block.spans)


class Prepared:
    """A range of text, ready to be broken: spaces resolved and notes put in.

    `text` has one code point for each of the source's, and the marks of notes between them.
    What is raised or lowered is written with the characters for it; where there are none, `^`
    and `_` stand before it, like the mark of a note.
    """

    __slots__ = ("_lengths", "_offsets", "_places", "base", "notes", "text")

    def __init__(
        self,
        text: "str | Document",
        start: int,
        end: int,
        spans: Sequence[Span],
        setting: Setting,
    ) -> None:
        self.base = start
        self.text = setting.together.keep(plain_spaces(text[start:end]))
        self.notes: list[Note] = []
        marks = [
            (s.start, note_mark(s.href, setting.signs))
            for s in spans
            if s.kind == "note" and start <= s.start <= end
        ]
        raised = [s for s in spans if s.kind in _RAISED]
        if raised:
            marks += self._raise(raised, start, end, setting.signs)
        if marks:
            self._put_in(marks)
        self._places = [note.at for note in self.notes]
        self._offsets = [note.offset for note in self.notes]
        self._lengths = list(accumulate((note.length for note in self.notes), initial=0))

    def _raise(
        self, spans: list[Span], start: int, end: int, signs: Signs
    ) -> list[tuple[int, str]]:
        """Write spans of super- and subscript; the marks of those that have no characters."""
        marks: list[tuple[int, str]] = []
        written = list(self.text)
        for span in spans:
            characters, mark = _RAISED[span.kind]
            first, last = max(span.start, start) - start, min(span.end, end) - start
            part = "".join(written[first:last])
            if signs.superscript and all(ord(character) in characters for character in part):
                written[first:last] = part.translate(characters)
            elif start <= span.start < end:
                marks.append((span.start, mark))
        self.text = "".join(written)
        return marks

    def _put_in(self, marks: list[tuple[int, str]]) -> None:
        parts: list[str] = []
        done = length = 0
        for offset, sign in sorted(marks, key=lambda mark: mark[0]):
            at = offset - self.base
            before = self.text[done:at]
            if before.endswith("\u200d"):  # it must not join the mark
                before = before[:-1] + "\u2060"
            parts.append(before)
            length += at - done
            done = at
            self.notes.append(Note(length, len(sign), offset))
            parts.append(sign)
            length += len(sign)
        parts.append(self.text[done:])
        self.text = "".join(parts)

    def place(self, offset: int) -> int:
        """The place in the prepared text for an offset."""
        return offset - self.base + self._lengths[bisect_left(self._offsets, offset)]

    def offset(self, at: int) -> int:
        """The text's offset for a place in the prepared text."""
        before = bisect_right(self._places, at)
        if not before:
            return self.base + at
        note = self.notes[before - 1]
        return note.offset + max(at - note.at - note.length, 0)

    def rigid(self, spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
        """The places of code, in order and apart."""
        ranges: list[tuple[int, int]] = []
        found = [(self.place(s.start), self.place(s.end)) for s in spans if s.kind == "code"]
        for start, end in sorted(found):
            if ranges and start < ranges[-1][1]:
                ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
            elif start < end:
                ranges.append((start, end))
        return tuple(ranges)
