"""The figures and dates of a text: where each stands, and what it says."""

from collections.abc import Iterator

from reader.document.model import Block, Document
from reader.facts.language import known, subtag
from reader.facts.model import Fact
from reader.facts.numbers import PLAIN
from reader.facts.paragraph import Paragraph
from reader.facts.values import MAX_LENGTH, parse

# Characters that are looked at: some 60,000 words.
MAX_TEXT = 400_000
# Facts before and after a sum that say of what it is.
NEAR = 6
_SILENT = ("title", "code", "rule", "image", "attribution")


def mentions(document: Document, lang: str = "") -> list[Fact]:
    """Every figure, date and count worth listing, in the order of the text, without labels.

    `lang` is a BCP 47 tag. The title is left out: what it says, the text says again. So are code,
    and tables of more than two columns. Only the text that has been parsed is looked at.
    """
    name = subtag(lang)
    facts: list[Fact] = []
    for block in document.blocks:
        if block.start > MAX_TEXT:
            break
        for start, end in _pieces(block):
            text = document.text[start : min(end, start + MAX_TEXT)]
            facts += _in_piece(text, start, name, _set_apart(block))
    _share_currency(facts)
    return facts


def _share_currency(facts: list[Fact]) -> None:
    """Give large sums that say of what they are the currency of their neighbours.

    `jusqu’à 5 milliards` in a list after `jusqu’à 10 milliards de dollars`; the sum before it, or
    else, as in a subtitle, the first one after it.
    """
    for index, fact in enumerate(facts):
        if fact.kind != "count" or fact.unit or not _large(fact):
            continue
        before = [f for f in facts[max(index - NEAR, 0) : index] if _large(f)]
        after = [f for f in facts[index + 1 : index + NEAR] if _large(f)]
        source = before[-1] if before else after[0] if after else None
        if source is not None and source.unit:
            fact.kind, fact.unit = source.kind, source.unit


def _large(fact: Fact) -> bool:
    """Whether it is a sum, or a count, in millions."""
    return (
        fact.kind in ("money", "count") and isinstance(fact.low, (int, float)) and fact.low >= 1e6
    )


def _pieces(block: Block) -> "Iterator[tuple[int, int]]":
    """The ranges of a block that are read: all of it, or the cells of a small table."""
    if block.kind == "table":
        for row in block.rows:
            if len(row) == 2:
                yield from row
    elif block.kind not in _SILENT:
        yield block.start, block.end


def _set_apart(block: Block) -> "list[tuple[int, int]]":
    """The ranges of its code and of its raised signs, which are notes more often than not."""
    return [
        (span.start, span.end)
        for span in block.spans
        if span.kind in ("code", "superscript", "subscript", "note", "image")
    ]


def _in_piece(text: str, base: int, name: str, apart: "list[tuple[int, int]]") -> list[Fact]:
    plain = text.translate(PLAIN)
    found = Paragraph(plain, name, [(a - base, b - base) for a, b in apart]).facts()
    facts = []
    for start, end, fact in found:
        fact.value = text[start:end]
        fact.short = _short(fact, name)
        fact.start, fact.end = base + start, base + end
        facts.append(fact)
    return facts


def _short(fact: Fact, name: str) -> str:
    """The value for a narrow column."""
    if fact.kind == "date" or len(fact.value) > MAX_LENGTH or not known(name):
        return fact.value
    value = parse(fact.value, name)
    if value.kind != fact.kind and fact.unit:  # what it shares with another figure
        value = parse(f"{fact.value} {fact.unit}", name)
    return value.short if value.kind == fact.kind else fact.value
