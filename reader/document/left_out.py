"""What an article's source has and the article has not, as a document of its own."""

from reader.document.build import Builder
from reader.document.model import Document, Metadata


def left_out(document: Document, title: str = "") -> Document:
    """The texts of `document.dropped`, a paragraph each, under a title if one is given."""
    metadata = Metadata()
    metadata.title = title
    metadata.lang, metadata.lang_detected = document.metadata.lang, True
    builder = Builder()
    if title:
        builder.block("title", title)
    for text in document.dropped:
        builder.begin("paragraph", 0)
        builder.text(text)
        builder.finish(0)
    return Document(metadata, iter([builder.take()]), name=document.name)
