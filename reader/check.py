"""What `reader check` says of an article file: what its parser met, and what leads nowhere."""

from urllib.parse import unquote

from reader.document.find import Query, find
from reader.document.model import Document, Problem
from reader.document.outline import outline
from reader.facts.authored import authored
from reader.formats.source import Source


def problems(source: Source, document: Document) -> list[Problem]:
    """The mistakes in `source`, from which `document` was parsed, in the order of the file.

    Beside those of the parser: facts whose words are not in the text, and links to sections
    that do not exist.
    """
    document.finish()
    raw = source.text.encode("utf-8", "replace")
    found = [*document.problems, *_lost_facts(raw, document), *_dead_links(raw, document)]
    return sorted(found, key=lambda problem: (problem.line, problem.column))


def _lost_facts(raw: bytes, document: Document) -> list[Problem]:
    lost = []
    for entry, fact in zip(document.metadata.facts, authored(document), strict=True):
        if entry.quote and not find(document, Query(entry.quote.lower())):
            what, words = "quote", entry.quote
        elif fact.place is None:
            what, words = "value", entry.value
        else:
            continue
        message = f"warning: the {what} of the fact “{entry.label}” is not in the text"
        lost.append(_problem(raw, _first(raw, (words, entry.label)), message))
    return lost


def _dead_links(raw: bytes, document: Document) -> list[Problem]:
    sections = outline(document)
    dead = []
    for block in document.blocks:
        for span in block.spans:
            if span.kind != "link" or not span.href.startswith("#") or span.href == "#":
                continue
            if sections.find(span.href) is None:
                # The file may have it with percent escapes or without.
                place = _first(raw, (span.href, unquote(span.href)), *block.source)
                dead.append(_problem(raw, place, f"warning: no section has the name {span.href}"))
    return dead


def _first(raw: bytes, words: tuple[str, ...], start: int = 0, end: "int | None" = None) -> int:
    """Where the first of `words` that is there stands between the two; else `start`."""
    for word in words:
        place = raw.find(word.encode("utf-8", "replace"), start, end)
        if place >= 0:
            return place
    return start


def _problem(raw: bytes, place: int, message: str) -> Problem:
    first = raw.rfind(b"\n", 0, place) + 1
    column = len(raw[first:place].decode("utf-8", "replace")) + 1
    return Problem(raw.count(b"\n", 0, place) + 1, column, message)
