"""Places that survive editing: a range described by its words and what stands around them.

An anchor is a W3C Web Annotation TextQuoteSelector (`exact`, `prefix`, `suffix`) together with a
TextPositionSelector (`start`, `end`), https://www.w3.org/TR/annotation-model/#selectors.
"""

from collections.abc import Iterator

from reader.document.characters import fold
from reader.document.model import Document

# Characters of context on each side.
CONTEXT = 32


class Anchor:
    """A range of a text: `exact` its words, `prefix` and `suffix` what stood before and after.

    `start` and `end` are the offsets it had when it was made.
    """

    __slots__ = ("end", "exact", "prefix", "start", "suffix")

    def __init__(self, exact: str, prefix: str, suffix: str, start: int, end: int) -> None:
        self.exact = exact
        self.prefix = prefix
        self.suffix = suffix
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"Anchor({self.exact!r}, {self.prefix!r}, {self.suffix!r}, {self.start}, {self.end})"


def describe(document: Document, start: int, end: int) -> Anchor:
    """Describe the range `start:end` of the document so that it can be found again."""
    return Anchor(
        document[start:end],
        document[max(start - CONTEXT, 0) : start],
        document[end : end + CONTEXT],
        start,
        end,
    )


def resolve(document: Document, anchor: Anchor) -> "tuple[int, int] | None":
    """Find the range that `anchor` describes in what has been parsed of the document.

    Its old position, if words and context are still there; else, among all places with exactly
    its words, the one whose context matches best, then the nearest; else the same on the folded
    text, so that changed spaces, quotes, accents or case do no harm. None when its words are gone.
    """
    text = document.text
    size = len(anchor.exact)
    start = best_place(text, anchor.exact, anchor.prefix, anchor.suffix, anchor.start)
    if start >= 0:
        return start, start + size
    exact = fold(anchor.exact).text.strip()
    if not exact:
        return None
    folded = fold(text)
    start = best_place(
        folded.text, exact, fold(anchor.prefix).text, fold(anchor.suffix).text, anchor.start
    )
    return folded.range(start, start + len(exact)) if start >= 0 else None


def best_place(text: str, exact: str, prefix: str, suffix: str, near: int) -> int:
    """Where `exact` stands in `text` with the best matching context, then nearest `near`; or -1.

    The context is what stands before and after it.
    """
    whole = prefix + exact + suffix
    if not whole:
        return -1
    lead = len(prefix)
    if near >= lead and text.startswith(whole, near - lead):
        return near
    at = min(_occurrences(text, whole), key=lambda place: abs(place + lead - near), default=-1)
    if at >= 0:
        return at + lead
    if not exact:
        return -1
    reverse = prefix[::-1]

    def rank(place: int) -> tuple[int, int]:
        after = place + len(exact)
        before = text[max(place - lead, 0) : place][::-1]
        score = _common(reverse, before) + _common(suffix, text[after : after + len(suffix)])
        return score, -abs(place - near)

    return max(_occurrences(text, exact), key=rank, default=-1)


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    """Places of `wanted`, without overlaps, so that all of them together take linear time."""
    position = text.find(wanted)
    while position >= 0:
        yield position
        position = text.find(wanted, position + len(wanted))


def _common(one: str, other: str) -> int:
    """Length of the common beginning of two short strings."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
