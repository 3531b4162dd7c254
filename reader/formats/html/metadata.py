"""What a page says about its article."""

from lxml import html

from reader.document.characters import clean_line
from reader.document.model import Metadata
from reader.formats.html.dom import text_of
from reader.formats.html.links import canonical


def read_metadata(tree: html.HtmlElement, url: str) -> Metadata:
    """Title, authors, date, site, language and address of the article in a page."""
    metadata = Metadata()
    metadata.source = canonical(tree) or url
    title = tree.find(".//title")
    h1 = tree.find(".//h1")
    metadata.title = clean_line(
        text_of(h1 if h1 is not None else title) if title is not None or h1 is not None else ""
    )
    metadata.lang = clean_line(tree.get("lang") or "")
    return metadata
