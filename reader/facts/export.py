"""Facts and quotes as values of JSON, for the command line. The keys are a contract: added to, never renamed."""

from reader.document.model import Document
from reader.document.outline import Outline
from reader.document.sentence import sentence
from reader.facts.model import Fact
from reader.facts.quotes import Quote


def fact_json(fact: Fact, document: Document, outline: Outline) -> "dict[str, object]":
    """One fact as `reader facts --json` prints it.

    `bound`, `low` and `high` are null where there is nothing to say; a fact without a place has
    `start` and `end` -1 and an empty `sentence` and `section` (the section's title).
    """
    said = section = ""
    if fact.place is not None:
        first, last = sentence(document, fact.start, fact.end)
        said = document.text[first:last]
        index = outline.at(fact.start)
        section = outline.sections[index].title if index >= 0 else ""
    return {
        "kind": fact.kind,
        "label": fact.label,
        "value": fact.value,
        "bound": fact.bound or None,
        "low": fact.low,
        "high": fact.high,
        "unit": fact.unit,
        "group": fact.group,
        "sentence": said,
        "section": section,
        "start": fact.start,
        "end": fact.end,
        "origin": fact.origin,
    }


def facts_json(
    facts: list[Fact], document: Document, outline: Outline
) -> "list[dict[str, object]]":
    """All facts of one document, in their order."""
    return [fact_json(fact, document, outline) for fact in facts]


def quotes_json(
    quotes: list[Quote], document: Document, outline: Outline
) -> "list[dict[str, object]]":
    """All quotes of one document, in their order."""
    entries: list[dict[str, object]] = []
    for quote in quotes:
        index = outline.at(quote.start)
        entries.append(
            {
                "text": quote.text(document),
                "speaker": quote.speaker,
                "role": quote.role,
                "section": outline.sections[index].title if index >= 0 else "",
                "start": quote.start,
                "end": quote.end,
            }
        )
    return entries
