"""The article in a web page."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

from lxml import html

from reader.document.characters import clean
from reader.document.model import Document, Metadata
from reader.document.outline import Outline
from reader.errors import SourceError
from reader.formats.byline import beside_a_day, named
from reader.formats.dates import day_of
from reader.formats.decoding import decode_piece
from reader.formats.html.boilerplate import is_metadata
from reader.formats.html.build import Article
from reader.formats.html.choose import choose
from reader.formats.html.dom import title_key, tree_of
from reader.formats.html.embeds import settle
from reader.formats.html.extracted import FAILURES
from reader.formats.html.links import Links, fragment_of
from reader.formats.html.metadata import read_metadata
from reader.formats.html.pieces import Piece
from reader.formats.html.subtitles import untitled
from reader.formats.html.walk import pieces
from reader.formats.source import Source

# So many pieces over the text may tell who wrote it, and when.
_NEAR = 8


def parse_html(source: Source) -> Document:
    """The article in a page; raises SourceError where there is none to show."""
    with _refusing(source):
        return _parse(source)


def _parse(source: Source) -> Document:
    tree = _tree(source)
    found = pieces(tree, source.url)
    if any(piece.text for piece in found):
        return article_of(source, tree, found, choose(found, tree))
    document = article_of(source, tree, [], [])
    if not document.text:
        raise SourceError(f"{source.name}: there is no text in the page")
    document.notice = "the page has no other text"
    return document


def metadata_of_page(source: Source) -> Metadata:
    """What a page says about its article, by its beginning; raises SourceError where it is none."""
    with _refusing(source):
        metadata = read_metadata(_tree(source), source.url)
    metadata.subtitle = ""  # (which of the page's descriptions is one, the article tells)
    return metadata


@contextmanager
def _refusing(source: Source) -> Iterator[None]:
    """Anybody may have written the page: whatever goes wrong over it is a SourceError."""
    try:
        yield
    except (RecursionError, MemoryError) as error:
        raise SourceError(f"{source.name}: the page is too large or nested too deep") from error
    except FAILURES as error:
        raise SourceError(
            f"{source.name}: the page makes no sense", "Copy its text from the browser."
        ) from error


def _tree(source: Source) -> html.HtmlElement:
    try:
        return tree_of(decode_piece(source.data).encode())
    except SourceError as error:
        raise SourceError(f"{source.name}: {error.message}", error.hint) from error


def article_of(
    source: Source, tree: html.HtmlElement, found: list[Piece], chosen: list[bool]
) -> Document:
    """The document that the chosen pieces of a page make."""
    chosen = _with_notes(found, chosen)
    metadata = read_metadata(tree, source.url)
    _read_byline(found, chosen, metadata)
    kept = settle([piece for piece, good in zip(found, chosen, strict=True) if good])
    kept = untitled(kept, metadata)
    article = Article(source.data, Links(tree, source.url), metadata.title, metadata.subtitle)
    chunk = article.chunk(kept)
    document = Document(metadata, iter([chunk]), name=source.name, size=source.size).finish()
    title = title_key(metadata.title)
    document.dropped = [
        clean(piece.text)
        for piece, good in zip(found, chosen, strict=True)
        if not good and piece.text and not (title and title_key(piece.text) == title)
    ]
    _lead(document, article.names)
    return document


def _read_byline(found: list[Piece], chosen: list[bool], metadata: Metadata) -> None:
    """Take author and day from the lines over the text, where nothing else tells them."""
    first = chosen.index(True) if True in chosen else 0
    above = found[max(first - _NEAR, 0) : first]
    title = title_key(metadata.title)
    at = [number for number, piece in enumerate(above) if title_key(piece.text) == title]
    for piece in above[at[-1] + 1 :] if at else []:
        names = named(piece.text) or beside_a_day(piece.text)
        if names or is_metadata(piece.text):
            metadata.date = metadata.date or day_of(piece.text)
            metadata.authors = metadata.authors or names


def _with_notes(found: list[Piece], chosen: list[bool]) -> list[bool]:
    """The choice, with the footnotes that what was chosen refers to."""
    wanted: set[str] = set()
    while True:
        before = len(wanted)
        for piece, good in zip(found, chosen, strict=True):
            if good:
                wanted.update(piece.notes())
        if len(wanted) == before:
            return chosen
        chosen = [
            good or piece.note_label in wanted for piece, good in zip(found, chosen, strict=True)
        ]


def _lead(document: Document, names: dict[str, int]) -> None:
    """Lead the links inside of the article to the names that its headings have now."""
    outline = Outline()
    outline.update(document)
    slugs = {section.block: section.slug for section in outline.sections}
    for block in document.blocks:
        for span in block.spans:
            if span.kind == "link" and span.href.startswith("#"):
                index = names.get(fragment_of(span.href), -1)
                span.href = "#" + quote(slugs.get(index, ""))
