"""A part of a document, parsed without what stands above it."""

from pathlib import Path

import pytest

from reader.document.model import Document
from reader.formats import parse, parse_from
from reader.formats.markdown import parse_markdown
from reader.formats.source import Source, read_source
from reader.formats.text import parse_text

ARTICLES = Path(__file__).parents[2] / "articles"


def kinds(document: Document, start: int = 0) -> list[tuple[str, int, str]]:
    """Kind, level and text of a few blocks from the one at `start` on."""
    first = document.block_at(start) if start else 0
    return [
        (block.kind, block.level, document.text[block.start : block.end])
        for block in document.blocks[first : first + 4]
    ]


@pytest.mark.parametrize("name", ["guide.md", "microsoft-nvidia-anthropic.md"])
def test_every_chunk_can_be_parsed_alone(name: str) -> None:
    source = read_source(str(ARTICLES / name))
    document = parse_markdown(source, 300).finish()
    body = [
        (start, byte)
        for start, byte in document.chunks[1:]
        if not any(each.kind == "footnote" for each in containers(document, start))
    ]
    assert len(body) > 3
    for start, byte in body:
        part = parse_from(source, document, byte)
        assert part is not None
        assert kinds(part)[0] == kinds(document, start)[0]
        assert part.metadata is document.metadata


def containers(document: Document, offset: int) -> tuple[object, ...]:
    return document.blocks[document.block_at(offset)].containers


def test_links_may_be_defined_above() -> None:
    source = Source("x.md", "[here]: https://example.org\n\nA.\n\nB [here].\n", "markdown")
    document = parse(source)
    part = parse_from(source, document, source.data.find(b"B"))
    assert part is not None
    assert [span.href for span in part.blocks[0].spans] == ["https://example.org"]


def test_plain_text() -> None:
    source = Source("x.txt", "One\ntwo.\n\nThree.\n\nFour.\n", "text")
    document = parse_text(source, 4).finish()
    for start, byte in document.chunks:
        part = parse_from(source, document, byte)
        assert part is not None
        assert part.finish().text == document.text[start:]


def test_yaml_is_parsed_as_a_whole() -> None:
    source = Source("x.yaml", "title: A\nsections: []\n", "yaml")
    assert parse_from(source, parse(source), 0) is None


@pytest.mark.parametrize("kind", ["markdown", "text"])
def test_a_part_is_in_the_language_of_the_whole(kind: str) -> None:
    french = "Il y a dans la ville un pont qui est très vieux, et on ne sait pas s’il tiendra.\n\n"
    source = Source("x", french * 2000, kind)
    document = parse(source).finish()
    assert document.metadata.lang == "fr"
    part = parse_from(source, document, document.chunks[-1][1])
    assert part is not None
    assert part.metadata.lang == "fr"
