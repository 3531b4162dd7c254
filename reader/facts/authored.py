"""The facts that an article's author wrote by hand, tied to their places in the text."""

from reader.document.characters import fold
from reader.document.find import Finder, Query
from reader.document.model import Document, FactEntry
from reader.document.sentence import sentence
from reader.facts.model import Fact
from reader.facts.values import Value, bound_of, parse

# Places of one value that are looked at; beyond it the first ones are as good as any.
MAX_PLACES = 50


def authored(document: Document) -> list[Fact]:
    """The facts of the document's metadata, in the author's order.

    A fact's place is that of its `quote`, else of its value: the first in the body, or the first
    whose sentence has the most words of the label. Without one, `start` and `end` are -1. Only
    the text that has been parsed is looked at.
    """
    finder = Finder(document)
    return [_fact(document, finder, entry) for entry in document.metadata.facts]


def _fact(document: Document, finder: Finder, entry: FactEntry) -> Fact:
    lang = document.metadata.lang
    value = parse(entry.value, lang)
    start, end = _place(document, finder, entry, value)
    return Fact(
        value.kind,
        entry.label,
        entry.value,
        short=value.short,
        group=entry.group,
        bound=value.bound or bound_of(entry.label, lang),
        low=value.low,
        high=value.high,
        unit=value.unit,
        start=start,
        end=end,
        origin="author",
    )


def _place(document: Document, finder: Finder, entry: FactEntry, value: Value) -> tuple[int, int]:
    quoted = _places(document, finder, entry.quote)
    if quoted:
        return quoted[0]
    places = _places(document, finder, entry.value) or _places(document, finder, value.core)
    return _nearest(document, places, entry.label) if places else (-1, -1)


def _places(document: Document, finder: Finder, wanted: str) -> list[tuple[int, int]]:
    """Where `wanted` stands as a whole, first in the body, then in title and subtitle."""
    if not wanted.strip():
        return []
    text = document.text
    whole = [(a, b) for a, b in finder.find(Query(wanted.lower())) if _is_whole(text, a, b)]
    titles = [
        span
        for span in whole
        if document.blocks[document.block_at(span[0])].kind in ("title", "subtitle")
    ]
    return [span for span in whole if span not in titles] + titles


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the range is no part of a longer word or number: not the `4 %` of `1,4 %`."""
    before, first = text[max(start - 2, 0) : start], text[start]
    after, last = text[end : end + 2], text[end - 1]
    if first.isalnum() and before[-1:].isalnum() and first.isdigit() == before[-1].isdigit():
        return False
    if first.isdigit() and before[-1:] in (",", ".") and before[:1].isdigit():
        return False
    if last.isdigit() and after[:1] in (",", ".") and after[1:].isdigit():
        return False
    return not (last.isalnum() and after[:1].isalnum())


def _nearest(document: Document, places: list[tuple[int, int]], label: str) -> tuple[int, int]:
    """The first of the places whose sentence has the most words of the label."""
    words = {word for word in fold(label).text.split() if len(word) > 2}
    best, most = places[0], -1
    for start, end in places[:MAX_PLACES]:
        first, last = sentence(document, start, end)
        said = fold(document.text[first:last]).text
        count = sum(word in said for word in words)
        if count > most:
            best, most = (start, end), count
    return best
