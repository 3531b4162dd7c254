"""Another extractor's answer to one question: which text of a page is its article?

trafilatura knows well which text belongs and loses much of its structure (quotes, items, cells),
so only its words are taken: `reader.formats.html.choose` looks for them in the page itself.
"""

import logging

from lxml.etree import LxmlError, iterwalk
from lxml.html import HtmlElement
from trafilatura import bare_extraction

# Its time grows with the page; larger ones are chosen without it.
MAX_ELEMENTS = 40_000
MAX_CHARACTERS = 4_000_000
# It asks every element for those around it: the sum of their depths.
MAX_DEPTHS = 1_500_000

# What its rules may raise over a tree that nobody thought of.
_FAILURES = (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError)

# It reports pages it cannot make sense of; here that is an answer like any other.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)


class Extracted:
    """What an extractor takes for the article: its blocks of text in order, and its headings."""

    __slots__ = ("headings", "texts")

    def __init__(self, texts: list[str], headings: list[str]) -> None:
        self.texts = texts
        self.headings = headings


def extracted(tree: HtmlElement) -> Extracted:
    """What trafilatura takes for the article in `tree`, which stays as it is.

    Nothing, where the page is too large for it or it fails.
    """
    if _too_large(tree):
        return Extracted([], [])
    try:
        answer = bare_extraction(tree, fast=True, include_comments=False, favor_recall=True)
    except _FAILURES:
        return Extracted([], [])
    body, text = getattr(answer, "body", None), getattr(answer, "text", None)
    if body is None or not text:
        return Extracted([], [])
    headings = ["".join(head.itertext()) for head in body.iter("head", "h1", "h2", "h3", "h4")]
    return Extracted(text.split("\n"), headings)


def _too_large(tree: HtmlElement) -> bool:
    """Whether there is too much in a page, or too much of it too deep, for the extractor."""
    elements = characters = depth = depths = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        depths += depth
        elements += 1
        characters += len(element.text or "") + len(element.tail or "")
        if elements > MAX_ELEMENTS or characters > MAX_CHARACTERS or depths > MAX_DEPTHS:
            return True
    return False
