"""Quotation marks at the start of a paragraph hang in the margin, or by an indent in a quote."""

import pytest

from reader.paint import DARK, paint
from reader.typeset.layout import Layout, offset_of
from reader.typeset.line import PLAIN, UNICODE, Line
from tests.typeset.helpers import Article, item, quote

LONG = "We were told that the boxes would be read by everybody who wanted to, and so they were.”"


def lines(
    article: Article, hang: int = 2, measure: int = 40, signs: object = UNICODE
) -> list[Line]:
    layout = Layout(article.document(), measure, hang=hang, signs=signs)  # type: ignore[arg-type]
    return [line for piece in range(layout.count) for line in layout.lines(piece)]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (f"“{LONG}", 1),
        (f'"{LONG}', 1),
        (f"'{LONG}", 1),
        (f"„{LONG}", 1),
        (f"»{LONG}", 1),
        (f"“‘{LONG}", 2),
        (f"«{LONG}", 1),
        (f"« {LONG}", 2),
        (f"«\u202f{LONG}", 2),
        (f"“…{LONG}", 1),
        (f"“¿{LONG}", 1),
        (LONG, 0),
        (f"“ {LONG}", 0),
        (f"— {LONG}", 0),
    ],
)
def test_a_mark_hangs_where_there_is_room(text: str, cells: int) -> None:
    for free in range(4):
        set_ = lines(Article().add("paragraph", text), free)
        hang = cells if cells <= free else 0
        assert set_[0].hang == hang
        assert [line.hang for line in set_[1:]] == [0] * (len(set_) - 1)
        assert all(line.width <= 40 for line in set_)
        assert (set_[0].start, set_[-1].end) == (0, len(text))
        if hang:  # the letter stands where the other lines begin, and these are as without it
            assert set_[0].runs[1].column == 0
            assert offset_of(set_[0], -hang) == 0
            assert offset_of(set_[0], 0) == hang
            assert [line.glyphs for line in set_[1:]] == [
                line.glyphs for line in lines(Article().add("paragraph", text[hang:]), 0)[1:]
            ]


@pytest.mark.parametrize(("kind", "level"), [("title", 0), ("subtitle", 0), ("heading", 3)])
def test_headings_hang_like_paragraphs(kind: str, level: int) -> None:
    article = Article().add(kind, "“Words” of the heading", level=level)
    assert lines(article)[0].hang == 1


def test_nothing_hangs_beside_a_sign() -> None:
    article = Article().add("heading", "“Words” of the heading", level=2)
    article.add("paragraph", f"“{LONG}", [item()])
    article.add("paragraph", f"“{LONG}", [quote(), item()])
    article.add("code", "“code”").table([["“a", "b"]])
    assert not any(line.hang for line in lines(article))
    assert lines(article)[-2].glyphs == "“a  b"


@pytest.mark.parametrize("kind", ["code", "note", "superscript"])
def test_a_mark_stays_with_what_is_set_in_a_way_of_its_own(kind: str) -> None:
    article = Article().add("paragraph", f"“{LONG}", spans=[(0, 4, kind, "1")])
    assert not lines(article)[0].hang


def test_a_mark_has_the_look_of_its_words() -> None:
    document = Article().add("paragraph", "“Some” words", spans=[(0, 6, "strong", "")]).document()
    line = Layout(document, 40, hang=1).lines(0)[0]
    pieces = paint(line, document, DARK, [(0, 2, "hit")])
    assert [text for text, _ in pieces] == ["“S", "ome”", " words"]
    assert line.glyphs == "“Some” words"


def test_a_quote_is_indented_by_its_mark() -> None:
    inside = [quote()]
    article = Article().add("paragraph", f"« {LONG}", inside)
    article.add("attribution", "Somebody", inside)
    for hang in (0, 2):
        assert [line.glyphs for line in lines(article, hang)] == [
            "┃ « We were told that the boxes would be",
            "┃   read by everybody who wanted to, and",
            "┃   so they were.”",
            "┃ — Somebody",
        ]
    assert [line.glyphs for line in lines(article, signs=PLAIN)][2] == "> so they were.”"
    assert lines(article, measure=20)[1].glyphs.startswith("┃ that")


def test_paragraphs_of_a_quote_have_one_edge() -> None:
    inside = [quote()]
    two = Article().add("paragraph", f"“{LONG}", inside).add("paragraph", LONG, inside)
    assert {line.runs[1].column for line in lines(two) if not line.blank} == {2}
    both = Article().add("paragraph", f"“{LONG}", inside).add("paragraph", f"“{LONG}", inside)
    assert {line.glyphs[2:4] for line in lines(both) if not line.blank} == {"“W", " r", " s"}
    apart = Article().add("paragraph", f"“{LONG}", [quote()]).add("paragraph", LONG, [quote()])
    assert lines(apart)[1].runs[1].column == 3
