"""Documents as JSON: the contract of `show --format json`, `outline --json` and `facts --json`.

Keys are added, never renamed. Offsets count code points of `text`.
"""

import json

from reader.document.length import words
from reader.document.model import Block, Container, Document
from reader.document.outline import Section, outline
from reader.facts.export import facts_json, quotes_json
from reader.facts.found import all_facts

# What a paragraph is called, by the innermost container that it stands in.
_KINDS = {
    "item": "list_item",
    "quote": "quote",
    "footnote": "footnote",
    "definition": "definition",
}

Entry = dict[str, object]


def article_json(document: Document) -> str:
    """The whole article as one JSON object on one line."""
    sections = outline(document.finish())
    metadata = document.metadata
    text = document.text
    facts, said = all_facts(document)
    return _dump(
        {
            "title": metadata.title,
            "subtitle": metadata.subtitle,
            "authors": metadata.authors,
            "author": ", ".join(metadata.authors),
            "date": metadata.date,
            "source": metadata.source,
            "site": metadata.site,
            "lang": metadata.lang,
            "tags": metadata.tags,
            "words": words(text),
            "text": text,
            "blocks": [
                _block(block, text)
                for block in document.blocks
                if block.kind not in ("title", "subtitle", "attribution")
            ],
            "outline": [_section(section) for section in sections.sections],
            "facts": facts_json(facts, document, sections),
            "quotes": quotes_json(said, document, sections),
        }
    )


def outline_json(document: Document) -> str:
    """The sections as a JSON list on one line."""
    return _dump([_section(section) for section in outline(document.finish()).sections])


def all_facts_json(documents: list[Document]) -> str:
    """The facts and quotes of the documents as one JSON object on one line.

    With several documents each entry has the name of its own under `source`.
    """
    facts: list[Entry] = []
    said: list[Entry] = []
    for document in documents:
        sections = outline(document.finish())
        figures, quotes = all_facts(document)
        own: list[Entry] = facts_json(figures, document, sections)
        spoken: list[Entry] = quotes_json(quotes, document, sections)
        if len(documents) > 1:
            for entry in own + spoken:
                entry["source"] = document.name
        facts += own
        said += spoken
    return _dump({"facts": facts, "quotes": said})


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _section(section: Section) -> Entry:
    return {
        "title": section.title,
        "slug": section.slug,
        "level": section.level,
        "start": section.start,
        "end": section.end,
    }


def _block(block: Block, text: str) -> Entry:
    """One block: the keys that apply to it, and no others."""
    containers = block.containers
    kind = block.kind
    if kind == "paragraph" and containers:
        kind = _KINDS[containers[-1].kind]
    entry: Entry = {
        "kind": kind,
        "text": text[block.start : block.end],
        "start": block.start,
        "end": block.end,
    }
    if kind == "heading":
        entry["level"] = block.level
    _add_containers(entry, containers)
    if kind == "table":
        entry["rows"] = [[text[start:end] for start, end in row] for row in block.rows]
    elif kind == "code":
        entry["language"] = block.language
    elif kind == "image":
        entry |= {"src": block.src, "alt": block.alt, "caption": block.caption}
    links = [
        {"text": text[span.start : span.end], "href": span.href}
        for span in block.spans
        if span.kind == "link" and span.href
    ]
    if links:
        entry["links"] = links
    return entry


def _add_containers(entry: Entry, containers: tuple[Container, ...]) -> None:
    """What the block's containers say of it: the innermost list item, quote and footnote."""
    items = [container for container in containers if container.kind == "item"]
    quotes = [container for container in containers if container.kind == "quote"]
    notes = [container for container in containers if container.kind == "footnote"]
    if notes:
        entry["number"] = notes[-1].number
    if items:
        item = items[-1]
        entry |= {"depth": len(items), "ordered": item.number is not None, "item": item.id}
        if item.number is not None:
            entry["number"] = item.number
        if item.checked is not None:
            entry["checked"] = item.checked
    if quotes:
        entry["quote_depth"] = len(quotes)
        if quotes[-1].by:
            entry["by"] = quotes[-1].by
