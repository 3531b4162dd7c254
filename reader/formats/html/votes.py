"""What an extractor and the page itself say about its article: which text it is."""

from lxml.html import HtmlElement

from reader.formats.html.density import dense
from reader.formats.html.extracted import extracted
from reader.formats.html.jsonld import bodies
from reader.formats.html.measures import Measured, Text

# Less than this, in words, from an extractor is nothing.
_FEW_WORDS = 80
# The share of a piece's word triples that is a vote for it.
_VOTED = 0.5


def votes(pieces: list[Measured], tree: HtmlElement) -> list[bool]:
    """Which pieces stand in the text that an extractor, or the page itself, calls the article."""
    text = Text([*extracted(tree), *bodies(tree)])
    found = [piece.kind != "image" and text.share(piece.words) >= _VOTED for piece in pieces]
    words = sum(piece.size for piece, vote in zip(pieces, found, strict=True) if vote)
    return found if words >= _FEW_WORDS else dense(pieces, tree)
