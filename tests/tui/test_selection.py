"""The selection without a screen: from a pointer to a range, and from a range to copied text."""

import re
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.model import Document
from reader.formats import load, parse
from reader.formats.source import Source
from reader.shelf import resolve
from reader.tui.selection import (
    Selection,
    amount,
    block_at,
    copied_text,
    place_at,
    word_at,
)
from reader.typeset.layout import Layout
from reader.typeset.line import Line

TEXT = """# Heading

A first paragraph with **bold** words, soft\u00adhyphens and 10\u202f000 spaces that runs over the
end of its line, twice or more, whatever the measure may be.

- one
- two
  words

> Quoted by someone.
> — A Name

```python
def f():
    return 1
```

| a | b |
|---|---|
| c d | e |

***

日本語の文です。
"""


def made(text: str) -> Document:
    return parse(Source("test.md", text, "markdown")).finish()


@cache
def lines(document: Document, measure: int) -> list[Line]:
    layout = Layout(document, measure)
    return [line for piece in range(layout.count) for line in layout.lines(piece)]


DOCUMENT = made(TEXT)
GUIDE = load(resolve("guide")[0]).finish()


def test_places_of_a_line() -> None:
    document = made("- α word")
    (line,) = lines(document, 30)
    start = line.runs[-1].column
    assert line.glyphs[start:] == "α word"
    assert place_at(line, start) == (0, 1)
    assert place_at(line, start + 2) == (2, 3)
    assert place_at(line, 0) == (0, 0)  # on the bullet
    assert place_at(line, -7) == (0, 0)
    assert place_at(line, 99) == (6, 6)


def test_wide_characters_and_signs_for_several() -> None:
    document = made("日本語 e\u0301\u0302x")
    (line,) = lines(document, 30)
    assert [place_at(line, column) for column in range(5)] == [
        (0, 1),
        (0, 1),
        (1, 2),
        (1, 2),
        (2, 3),
    ]
    x = document.text.index("x")
    assert place_at(line, 7) == (4, x)  # the letter with all its marks
    blank = lines(made("a\n\nb"), 30)[1]
    assert place_at(blank, 3) == (blank.start, blank.start)


def test_a_selection_reaches_both_ways() -> None:
    selection = Selection((5, 6), (5, 6))
    assert (selection.start, selection.end) == (5, 6)
    assert (selection.to((9, 10)).start, selection.to((9, 10)).end) == (5, 10)
    assert (selection.to((2, 3)).start, selection.to((2, 3)).end) == (2, 6)


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("Anthropic’s plan", "p", "Anthropic’s"),
        ("l'accord est", "cc", "l'accord"),
        ("« mot »", "o", "mot"),
        ("rock-solid", "s", "solid"),
        ("soft\u00adly so", "l", "soft\u00adly"),
        (
            "a \u0939\u093f\u0928\u094d\u0926\u0940 b",
            "\u0928",
            "\u0939\u093f\u0928\u094d\u0926\u0940",
        ),
        ("'quoted'", "q", "quoted"),
        ("snake_case = 1", "_", "snake_case"),
        ("one two", " ", ""),
    ],
)
def test_words(text: str, at: str, word: str) -> None:
    document = made(f"```\n{text}\n```\n")
    start, end = word_at(document, document.text.index(at))
    assert document.text[start:end] == word


def test_a_block_and_nothing() -> None:
    start = DOCUMENT.text.index("bold")
    assert DOCUMENT.text[slice(*block_at(DOCUMENT, start))].startswith("A first paragraph")
    nothing = made("")
    assert word_at(nothing, 0) == block_at(nothing, 0) == (0, 0)
    assert copied_text(nothing, 0, 0) == ""


def test_the_whole_as_it_is_copied() -> None:
    assert copied_text(DOCUMENT, 0, len(DOCUMENT)) == (
        "Heading\n\n"
        "A first paragraph with bold words, soft\u00adhyphens and 10\u202f000 spaces that runs over "
        "the end of its line, twice or more, whatever the measure may be.\n\n"
        "one\ntwo words\n\n"
        "Quoted by someone.\nA Name\n\n"
        "def f():\n    return 1\n\n"
        "a\tb\nc d\te\n\n"
        "日本語の文です。"
    )


def test_amounts() -> None:
    assert amount("one") == "1 word"
    assert amount("one two") == "2 words"
    assert amount("word " * 1234) == "1,234 words"
    assert amount("—") == "1 character"


def blocks_of(document: Document, start: int, end: int) -> list[str]:
    found = [
        document.text[max(start, block.start) : min(end, block.end)]
        for block in document.blocks
        if block.start < end and block.end > start
    ]
    return [part for part in found if part]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_drag_copies_the_words_of_the_text(data: st.DataObject) -> None:
    """Whatever is dragged over, the copy is the text's own characters, block by block."""
    document = data.draw(st.sampled_from([DOCUMENT, GUIDE]))
    page = lines(document, data.draw(st.sampled_from([8, 20, 66])))
    ends = []
    for _ in range(2):
        row = data.draw(st.integers(0, len(page) - 1))
        column = data.draw(st.integers(-3, 70))
        start, end = place_at(page[row], column)
        assert 0 <= start <= end <= len(document)
        ends.append((start, end))
    selection = Selection(*ends)
    start, end = selection.start, selection.end
    assert Selection(ends[1], ends[0]).start == start
    copied = copied_text(document, start, end)
    parts = blocks_of(document, start, end)
    rest = copied
    for part in parts[:-1]:
        assert rest.startswith(part)
        rest = re.sub(r"\A\n{1,2}", "", rest[len(part) :])
    assert rest == "".join(parts[-1:]).rstrip() or not rest


@pytest.mark.parametrize("measure", [8, 13, 30, 66])
def test_dragging_from_line_to_line_takes_every_word_once(measure: int) -> None:
    """Line by line, from the left margin of one to that of the next: together the whole text."""
    page = [line for line in lines(GUIDE, measure) if any(r.start < r.end for r in line.runs)]
    kinds = [GUIDE.blocks[line.block].kind for line in page]
    taken = []
    for index, line in enumerate(page[:-1]):
        if "table" in kinds[index : index + 2]:
            continue  # a row of a table shows parts of several ranges
        start, end = place_at(line, -1)[0], place_at(page[index + 1], -1)[0]
        assert start < end
        assert start < line.end
        taken.append((start, end))
    for (_, end), (start, _) in pairwise(taken):
        assert end <= start
