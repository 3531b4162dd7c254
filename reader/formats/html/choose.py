"""Which pieces of a page are its article."""

from lxml import html

from reader.formats.html.pieces import Piece
from reader.formats.source import Source

_FURNITURE = frozenset(("nav", "header", "footer", "aside", "form"))


def choose(pieces: list[Piece], tree: html.HtmlElement, source: Source) -> list[bool]:
    """For each piece whether it belongs to the article."""
    return [
        not any(parent.tag in _FURNITURE for parent in piece.element.iterancestors())
        for piece in pieces
    ]
