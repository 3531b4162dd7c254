"""What each figure is about, as a person would write it in a few words.

Sources, in the order in which they are trusted: the row and the column of a table, the words
before a colon, the noun that the figure belongs to (`a fine of …`), the verb of its clause with its
subject (`Nikkei 225 decline`), the heading, the title.
"""

import re
from bisect import bisect_right

from reader.document.model import Block, Document
from reader.document.sentence import sentences
from reader.facts.grammar import Grammar, grammar
from reader.facts.language import known
from reader.facts.model import Fact
from reader.facts.naming import Naming
from reader.facts.phrasing import MAX_LENGTH, NOTHING, Said, finished, plain, with_detail

_LEAD = re.compile(r"\s*(?:[•–—*-]\s*)?([^:.!?\n]{2,80}?)\s?:\s")


def label(document: Document, facts: list[Fact], lang: str = "") -> None:
    """Set the `label` of each fact that has a place and none yet; `facts` in the text's order."""
    name = known(lang or document.metadata.lang)
    words = grammar(name) if name else None
    topic: Said = NOTHING
    details: dict[int, str] = {}
    heading = ""
    placed = [fact for fact in facts if fact.start >= 0 and not fact.label]
    starts = [fact.start for fact in placed]
    at = 0
    title = document.metadata.title
    for index, block in enumerate(document.blocks):
        if at >= len(placed):
            break
        last = bisect_right(starts, max(block.end - 1, block.start), lo=at)
        within, at = placed[at:last], last
        if block.kind in ("title", "heading"):
            heading = document.between(block.start, block.end)
            topic = NOTHING if block.kind == "heading" else topic
        if block.kind == "table":
            _label_cells(document, block, within, words)
        elif block.kind not in ("rule", "code") and words is not None:
            topic = _label_block(document, index, within, words, topic, details)
        for fact in within:
            lead = _lead(document.text, block, fact) if words is None else ""
            fallback = heading if block.kind != "heading" else title
            fact.label = (
                fact.label
                or finished(lead, fact.value, words)
                or finished(_subject_of(fallback, words), fact.value, words)
                or finished(_subject_of(title, words), fact.value, words)
            )
    _tell_apart(placed, details, words)


def _subject_of(title: str, words: "Grammar | None") -> str:
    """What a title or heading is about: its first noun, where all of it would be too long."""
    title = plain(title)
    if words is None or len(title) <= MAX_LENGTH:
        return title
    return Naming(title, [], 0, words).topic().text


def _lead(text: str, block: Block, fact: Fact) -> str:
    match = _LEAD.match(text, block.start, block.end)
    return match[1] if match and match.end() <= fact.start else ""


def _label_cells(
    document: Document, block: Block, facts: list[Fact], words: "Grammar | None"
) -> None:
    """Label the figures of a table: the head of the row, then that of the column."""
    text = document.text
    for fact in facts:
        for row in block.rows:
            if not row or not row[0][0] <= fact.start < row[-1][1] + 1:
                continue
            column = next(
                i for i, cell in enumerate(row) if fact.start < cell[1] or cell is row[-1]
            )
            head = text[slice(*row[0])] if column else ""
            over = ""
            if column < len(block.rows[0]) and row is not block.rows[0]:
                over = text[slice(*block.rows[0][column])]
            name = with_detail(plain(head), over) if len(row) > 2 or not head else plain(head)
            fact.label = finished(name or over, fact.value, words)


def _label_block(
    document: Document,
    index: int,
    facts: list[Fact],
    words: Grammar,
    topic: Said,
    details: dict[int, str],
) -> Said:
    """Label the figures of one block of prose; returns what it spoke of last.

    `details` gets, by the start of the figure, what may tell it from others.
    """
    block = document.blocks[index]
    text = document.between(block.start, block.end)
    if not facts and (len(text) > 3000 or block.kind == "title"):
        return topic
    at = 0
    for start, end in sentences(text, document.metadata.lang):
        within = []
        while at < len(facts) and facts[at].start - block.start < end:
            within.append(facts[at])
            at += 1
        sentence = Naming(text[start:end], within, block.start + start, words, topic)
        sentence.label()
        for fact, phrase, _ in sentence.rows:
            details[fact.start] = sentence.details[phrase.number]
        topic = sentence.topic()
    return topic


def _tell_apart(facts: list[Fact], details: dict[int, str], words: "Grammar | None") -> None:
    """Add where or when to the labels that several different figures have got."""
    by_label: dict[str, list[Fact]] = {}
    for fact in facts:
        by_label.setdefault(fact.label.lower(), []).append(fact)
    for same in by_label.values():
        if len({fact.value.lower() for fact in same}) > 1:
            for fact in same:
                name = with_detail(fact.label, details.get(fact.start, ""))
                fact.label = finished(name, fact.value, words) or fact.label
