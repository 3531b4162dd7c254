"""The figures and dates of a text: where each stands, and what it says."""

import re

from reader.document.model import Document
from reader.facts.model import Fact
from reader.facts.values import parse

_FIGURE = re.compile(r"[$€£]\s?\d[\d.,]*\d(?:\s?(?:million|billion|bn|m)\b)?|\d[\d.,]*\s?%")


def mentions(document: Document, lang: str = "") -> list[Fact]:
    """Every figure, date and count worth listing, in the order of the text, without labels."""
    facts = []
    for block in document.blocks:
        if block.kind in ("title", "code", "rule"):
            continue
        for match in _FIGURE.finditer(document.text, block.start, block.end):
            value = parse(match[0], lang)
            facts.append(
                Fact(
                    value.kind,
                    "",
                    match[0],
                    short=value.short,
                    bound=value.bound,
                    low=value.low,
                    high=value.high,
                    unit=value.unit,
                    start=match.start(),
                    end=match.end(),
                    origin="found",
                )
            )
    return facts
