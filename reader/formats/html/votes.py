"""What an extractor and the page itself say about its article: which text it is, its title."""

import re

from lxml.html import HtmlElement

from reader.formats.html.density import dense
from reader.formats.html.extracted import extracted
from reader.formats.html.jsonld import bodies
from reader.formats.html.measures import Measured, Text, words_of

# Less than this, in words, from an extractor is nothing.
_FEW_WORDS = 80
# The share of a piece's word triples that is a vote for it.
_VOTED = 0.5
# A first heading with this share of the title's words is the title.
_ALIKE = 0.6
_LONGEST_TITLE = 400
_BETWEEN_NAMES = re.compile(r"\s+[-–—|·•:»/]+\s+")


def votes(pieces: list[Measured], tree: HtmlElement) -> list[bool]:
    """Which pieces stand in the text that an extractor, or the page itself, calls the article."""
    text = Text([*extracted(tree), *bodies(tree)])
    found = [piece.kind != "image" and text.share(piece.words) >= _VOTED for piece in pieces]
    words = sum(piece.size for piece, vote in zip(pieces, found, strict=True) if vote)
    return found if words >= _FEW_WORDS else dense(pieces, tree)


def titles(tree: HtmlElement) -> set[tuple[str, ...]]:
    """What the page is called, in words; a first heading that says something else is no title."""
    names = [title.text_content()[:_LONGEST_TITLE] for title in tree.iter("title")]
    # The first or the longest part is the article's, the others are the site's.
    for name in list(names):
        parts = _BETWEEN_NAMES.split(name)
        names += [parts[0], max(parts, key=len), name[: name.rfind(parts[-1])]]
    found = [words_of(name) for name in names]
    found += [
        words_of((meta.get("content") or "")[:_LONGEST_TITLE])
        for meta in tree.iter("meta")
        if meta.get("property") == "og:title"
    ]
    known = {word for words in found for word in words}
    # Some pages use first headings for their sections too: only one is the title.
    for heading in tree.iter("h1"):
        words = words_of(heading.text_content()[:_LONGEST_TITLE])
        if words and sum(word in known for word in words) >= _ALIKE * len(words):
            found.append(words)
            break
    return {tuple(words) for words in found if words}
