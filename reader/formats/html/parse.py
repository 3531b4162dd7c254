"""The article in a web page."""

from urllib.parse import quote

from reader.document.characters import clean
from reader.document.model import Document
from reader.document.outline import Outline
from reader.errors import SourceError
from reader.formats.decoding import decode_piece
from reader.formats.html.build import Article
from reader.formats.html.choose import choose
from reader.formats.html.dom import tree_of
from reader.formats.html.links import Links, fragment_of
from reader.formats.html.metadata import read_metadata
from reader.formats.html.pieces import pieces
from reader.formats.html.subtitles import untitled
from reader.formats.source import Source


def parse_html(source: Source) -> Document:
    """The article in a page; raises SourceError where there is none to show."""
    try:
        return _parse(source)
    except (RecursionError, MemoryError) as error:
        raise SourceError(f"{source.name}: the page is too large or nested too deep") from error


def _parse(source: Source) -> Document:
    data = decode_piece(source.data).encode()
    try:
        tree = tree_of(data)
    except SourceError as error:
        raise SourceError(f"{source.name}: {error}") from error
    found = pieces(tree, source.url)
    chosen = choose(found, tree, source)
    metadata = read_metadata(tree, source.url)
    kept = [piece for piece, good in zip(found, chosen, strict=True) if good]
    kept = untitled(kept, metadata)
    if not any(piece.text for piece in kept):
        raise SourceError(f"{source.name}: there is no text in the page")
    article = Article(data, metadata.title, metadata.subtitle)
    chunk = article.chunk(kept)
    document = Document(metadata, iter([chunk]), name=source.name, size=source.size)
    document.finish()
    document.dropped = [
        clean(piece.text)
        for piece, good in zip(found, chosen, strict=True)
        if not good and piece.text
    ]
    _lead(document, article.names, Links(tree, source.url))
    return document


def _lead(document: Document, names: dict[str, int], links: Links) -> None:
    """Lead the links inside of the page to the headings that it has, all others out of it."""
    outline = Outline()
    outline.update(document)
    slugs = {section.block: section.slug for section in outline.sections}
    for block in document.blocks:
        changed = False
        for span in block.spans:
            if span.kind == "link" and span.href.startswith("#"):
                slug = slugs.get(names.get(fragment_of(span.href), -1))
                span.href = "#" + quote(slug) if slug else links.outside(span.href)
                changed = changed or not span.href
        if changed:
            block.spans = tuple(s for s in block.spans if s.kind != "link" or s.href)
