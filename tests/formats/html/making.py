"""Documents from bits of pages, all of which is taken for the article."""

from reader.document.model import Document
from reader.formats.html.dom import tree_of
from reader.formats.html.parse import article_of
from reader.formats.html.pieces import Piece
from reader.formats.html.walk import pieces
from reader.formats.source import Source


def read(page: str, url: str = "") -> list[Piece]:
    """The pieces of a page."""
    return pieces(tree_of(page.encode()), url)


def article(page: str, url: str = "") -> Document:
    """The document that all of a page makes."""
    source = Source("page.html", page, "html", url=url)
    tree = tree_of(source.data)
    found = pieces(tree, url)
    return article_of(source, tree, found, [True] * len(found))
