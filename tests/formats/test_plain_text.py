"""Plain text that is no page: books, mails, notes, verse, of any length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.model import Document
from reader.formats import parse_from
from reader.formats.lines import Line
from reader.formats.plain import heading_level, is_drawing
from reader.formats.source import Source
from reader.formats.text import looks_pasted, parse_text
from tests.formats.test_pasted import shape
from tests.formats.tools import structure, well_formed

WRAPPED = (
    "The river had been rising since the morning, and by noon the lower\n"
    "road was gone, so that nobody who lived beyond the mill could come to\n"
    "the market, as they had always done."
)


def plain(text: str, piece: int = 65_536) -> Document:
    return parse_text(Source("x.txt", text, "text"), piece).finish()


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (WRAPPED, ["p: The river had been risin"]),
        ("Roses are red,\nViolets are blue.", ["p: Roses are red,\nViolets a"]),
        ("CHAPTER I\n\n" + WRAPPED, ["h: CHAPTER I", "p: The river had been risin"]),
        ("Chapitre 3. Le moulin\n\nx.", ["h: Chapitre 3. Le moulin", "p: x."]),
        ("2.1  Background\n\nx.", ["h: 2.1 Background", "p: x."]),
        ("Overview\n--------\n\nx.", ["h: Overview", "p: x."]),
        ("Dear Ada,\n\nx.", ["p: Dear Ada,", "p: x."]),
        ("THE MILL", ["p: THE MILL"]),
        ("- a\n- b\n  more\n- c", ["li: a", "li: b more", "li: c"]),
        ("To buy:\n- a\n- b", ["p: To buy:", "li: a", "li: b"]),
        ("1. a\n\n2. b\n\n3. c", ["li1: a", "li2: b", "li3: c"]),
        ("1. a\n\ntext", ["h: 1. a", "p: text"]),
        ("- Who is it?\n- Nobody.", ["p: - Who is it?\n- Nobody."]),
        ("•", ["p: •"]),
        ("- not a list", ["p: - not a list"]),
        ("> one\n> two\n\nx", ["q: one\ntwo", "p: x"]),
        ("Rose wrote:\n> one\nYes.", ["p: Rose wrote:", "q: one", "p: Yes."]),
        ("    a = {}\n    b[0] = (a)", ["code: a = {}\nb[0] = (a)"]),
        ("a      b\nc      d", ["code: a      b\nc      d"]),
        ("x" * 150 + ".\n" + "y" * 150, [f"p: {'x' * 24}", f"p: {'y' * 24}"]),
    ],
)
def test_groups(text: str, blocks: list[str]) -> None:
    assert not looks_pasted(text.encode())
    assert shape(plain(text)) == blocks


def test_the_items_of_a_list_share_it() -> None:
    document = plain("1. a\n\n2. b\n\nx\n\n1. c\n2. d")
    lists = [block.containers[0].list_id for block in document.blocks if block.containers]
    assert lists[0] == lists[1] != lists[2] == lists[3]


def test_the_indent_of_a_drawing_stays() -> None:
    document = plain("x\n\n      +--+\n    +-+--+-+\n\ny")
    assert document.text == "x\n  +--+\n+-+--+-+\ny"


def test_what_is_a_drawing() -> None:
    assert not is_drawing([Line("only one     line", 0, 0)])
    assert not is_drawing([Line("some words", 0, 0, indent=8), Line("and others", 0, 0, indent=8)])


def test_a_heading_has_something_below_it() -> None:
    text = Line("some text", 0, 0)
    assert heading_level(Line("3.1.2 The mill", 0, 0), text) == 4
    assert heading_level(Line("3.1.2 The mill", 0, 0), None) == 0
    assert heading_level(Line("THE MILL.", 0, 0), text) == 0
    assert heading_level(Line("1. The mill", 0, 0), Line("2. The road", 0, 0)) == 0


GROUPS = st.sampled_from(
    [
        WRAPPED,
        *("CHAPTER II", "1. one", "2. two", "3. three", "• a", "• b", "- c\n- d", "> e", "F\n=="),
        *("    {g}\n    {h}", "i\nj\nk", "\u202e", "l" * 500, "\tm", "1. n\n2. o", "- p", "- q"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(GROUPS, max_size=12).map("\n\n".join), st.integers(1, 60))
def test_pieces_make_the_same_article(text: str, piece: int) -> None:
    source = Source("x.txt", text + "\n\n" + "end " * 3, "text")
    document = parse_text(source, piece).finish()
    well_formed(document)
    if looks_pasted(source.data):
        return
    assert structure(document) == structure(parse_text(source, 1 << 20).finish())
    for start, byte in document.chunks:
        if not document.blocks[document.block_at(start)].containers:
            part = parse_from(source, document, byte)
            assert part is not None
            assert part.finish().text == document.text[start:]


HOSTILE = {
    "one line": "word " * 2_000_000,
    "short lines": "x\n" * 120_000,
    "items": "- x\n" * 60_000,
    "loose items": "".join(f"{n}. x\n\n" for n in range(1, 999)) * 20,
    "spaces": (" " * 5_000 + "\n") * 200,
    "blank": "a" + "\n" * 400_000 + "b",
    "quotes": "> " * 150_000 + "\n" + "> x\n" * 50_000,
    "digits": "1" * 400_000 + "\n" + "1." * 200_000,
    "drawing": "    " + "+-" * 200_000 + "\n    x",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end_soon(name: str) -> None:
    text = HOSTILE[name]
    begin = time.process_time()
    document = plain(text)
    assert time.process_time() - begin < 5
    assert bool(document.text) == bool(text.strip())
