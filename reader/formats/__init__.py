"""From a source to a document: the formats, chosen by the kind of the source."""

from reader.document.characters import safe_url
from reader.document.model import Document, Metadata
from reader.formats.source import Source, read_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO


def parse(source: Source) -> Document:
    """The document in a source; only the format that is needed is imported.

    Where it does not declare its language, that is detected in what is parsed of it so far.
    """
    document = _parse(source)
    document.path = source.path or ""
    document.url = source.url
    document.address = source.address
    document.notice = source.notice or document.notice
    document.data = source.data
    metadata = document.metadata
    if source.url and not metadata.source:
        metadata.source = safe_url(source.url)
    if not metadata.lang:
        from reader.document.language import detect_in

        metadata.lang = detect_in(document)
        metadata.lang_detected = bool(metadata.lang)
    return document


def metadata_of(source: Source) -> Metadata:
    """What is known about the article that a source begins; its language is not detected.

    Raises SourceError where there is none.
    """
    if source.kind == "html":
        from reader.formats.html.parse import metadata_of_page

        return metadata_of_page(source)
    return _parse(source).metadata


def _parse(source: Source) -> Document:
    if source.kind == "yaml":
        from reader.formats.yaml import parse_yaml

        return parse_yaml(source)
    if source.kind == "text":
        from reader.formats.text import parse_text

        return parse_text(source)
    if source.kind == "html":
        from reader.formats.html.parse import parse_html

        return parse_html(source)
    if source.kind == "feed":
        from reader.formats.feed import parse_feed

        return parse_feed(source)
    from reader.formats.markdown import parse_markdown

    return parse_markdown(source)


def parse_from(source: Source, document: Document, byte: int) -> "Document | None":
    """The part of `document` from `byte` of its source on, as a document of its own.

    One of `document.chunks` begins there. Its offsets are its own, and so are the numbers of its
    footnotes: it is good for showing that part before all that stands above is parsed. None where
    only the whole can be parsed.
    """
    start = source.data.rfind(b"\n", 0, byte) + 1
    if source.kind == "markdown":
        from reader.formats.markdown import parse_markdown_from

        return parse_markdown_from(source, document.metadata, start)
    if source.kind == "text":
        from reader.formats.text import parse_text_from

        return parse_text_from(source, document.metadata, start)
    return None


def load(spec: str, stdin: "BinaryIO | None" = None) -> Document:
    """Read and parse what is at `spec`, a path, an address, or `-` for standard input.

    Raises SourceError.
    """
    return parse(read_source(spec, stdin))
