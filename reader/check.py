"""What `reader check` says of an article file: what its parser met, and what leads nowhere."""

import re
from bisect import bisect_right
from urllib.parse import unquote

from reader.document.find import Finder, Query
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
    text = _Lines(source.data)
    found = [*document.problems, *_lost_facts(text, document), *_dead_links(text, document)]
    return sorted(found, key=lambda problem: (problem.line, problem.column))


class _Lines:
    """A source in bytes, where places are looked for and told by line and column."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self._starts = [0, *(match.end() for match in re.finditer(b"\n", raw))]

    def first(self, words: tuple[str, ...], start: int = 0, end: "int | None" = None) -> int:
        """Where the first of `words` that is there stands between the two; else `start`."""
        for word in words:
            place = self.raw.find(word.encode("utf-8", "replace"), start, end)
            if place >= 0:
                return place
        return start

    def problem(self, place: int, message: str) -> Problem:
        """A mistake at a byte of the source."""
        line = bisect_right(self._starts, place)
        before = self.raw[self._starts[line - 1] : place]
        return Problem(line, len(before.decode("utf-8", "replace")) + 1, message)


def _lost_facts(text: _Lines, document: Document) -> list[Problem]:
    lost = []
    finder = Finder(document)
    for entry, fact in zip(document.metadata.facts, authored(document), strict=True):
        if entry.quote and not finder.find(Query(entry.quote.lower())):
            what, words = "quote", entry.quote
        elif fact.place is None:
            what, words = "value", entry.value
        else:
            continue
        message = f"warning: the {what} of the fact “{entry.label}” is not in the text"
        lost.append(text.problem(text.first((words, entry.label)), message))
    return lost


def _dead_links(text: _Lines, document: Document) -> list[Problem]:
    sections = outline(document)
    dead = []
    for block in document.blocks:
        for span in block.spans:
            if span.kind != "link" or not span.href.startswith("#") or span.href == "#":
                continue
            if sections.find(span.href) is None:
                # The file may have it with percent escapes or without.
                place = text.first((span.href, unquote(span.href)), *block.source)
                dead.append(text.problem(place, f"warning: no section has the name {span.href}"))
    return dead
