"""From a source to a document: the formats, chosen by the kind of the source."""

from reader.document.model import Document
from reader.formats.source import Source, read_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO


def parse(source: Source) -> Document:
    """The document in a source; only the format that is needed is imported."""
    document = _parse(source)
    document.path = source.path or ""
    document.fingerprint = hash(source.text)
    return document


def _parse(source: Source) -> Document:
    if source.kind == "yaml":
        from reader.formats.yaml import parse_yaml

        return parse_yaml(source)
    if source.kind == "text":
        from reader.formats.text import parse_text

        return parse_text(source)
    from reader.formats.markdown import parse_markdown

    return parse_markdown(source)


def load(spec: str, stdin: "BinaryIO | None" = None) -> Document:
    """Read and parse the file at `spec`, or standard input for `-`; raises SourceError."""
    return parse(read_source(spec, stdin))
