"""Pastes of many habits: what belongs to the article is marked in front of its lines.

`T|` is the title, `S|` the subtitle, `H|` a heading, `P|` a paragraph, `L|` an item; the rest is
furniture. `{p}` and `{s}` stand for a paragraph and a sentence, each time another one.
"""

import re
from pathlib import Path

import pytest

from reader.formats import parse
from reader.formats.source import Source
from tests.formats.html.choosing import filled

PASTES = sorted((Path(__file__).parent / "pastes").glob("*.txt"))
_KINDS = {"T": "title", "S": "subtitle", "H": "heading", "P": "paragraph", "L": "item"}


@pytest.mark.parametrize("path", PASTES, ids=[path.stem for path in PASTES])
def test_habits(path: Path) -> None:
    marked = filled(path.read_text(encoding="utf-8"))
    expected = [
        (_KINDS[mark], re.sub(r"^• ", "", text))
        for mark, text in re.findall(r"(?m)^([TSHPL])\|(.*)$", marked)
    ]
    document = parse(Source("paste.txt", re.sub(r"(?m)^[TSHPL]\|", "", marked), "text"))
    found = [
        ("item" if block.containers else block.kind, document.text[block.start : block.end])
        for block in document.blocks
    ]
    assert found == expected


def test_a_wrapped_address_is_joined() -> None:
    text = filled(
        "A title of four words\n\n{p}\n\n{p}\n\nSource: https://a.example/2019/\nthe-rest\n"
    )
    document = parse(Source("paste.txt", text, "text"))
    assert document.metadata.source == "https://a.example/2019/the-rest"
    assert "the-rest" not in document.text
