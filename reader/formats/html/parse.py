"""The article in a web page."""

from reader.document.model import Document
from reader.errors import SourceError
from reader.formats.source import Source


def parse_html(source: Source) -> Document:
    """The article in a page; not read yet."""
    raise SourceError(
        f"{source.name}: web pages cannot be read yet",
        "Copy the article's text from the browser into a file, and open that.",
    )
