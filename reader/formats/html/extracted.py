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
# And for each element of a paragraph it asks all others of it.
MAX_IN_PARAGRAPH = 1000

# What rules may raise over a tree that nobody thought of.
FAILURES = (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError)

# It reports pages it cannot make sense of; here that is an answer like any other.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)


def extracted(tree: HtmlElement) -> list[str]:
    """The blocks of text that trafilatura takes for the article in `tree`, which stays as it is.

    None, where the page is too large for it or it fails.
    """
    if _too_large(tree):
        return []
    try:
        answer = bare_extraction(tree, fast=True, include_comments=False, favor_recall=True)
    except FAILURES:
        return []
    text = getattr(answer, "text", None)
    return text.split("\n") if isinstance(text, str) and text else []


def _too_large(tree: HtmlElement) -> bool:
    """Whether there is too much in a page, or too much of it too deep, for the extractor."""
    elements = characters = depth = depths = before = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            if element.tag == "p" and elements - before > MAX_IN_PARAGRAPH:
                return True
            continue
        depth += 1
        depths += depth
        elements += 1
        if element.tag == "p":
            before = elements
        characters += len(element.text or "") + len(element.tail or "")
        if elements > MAX_ELEMENTS or characters > MAX_CHARACTERS or depths > MAX_DEPTHS:
            return True
    return False
