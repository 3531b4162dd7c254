"""The window onto a layout: it walks, it keeps the line that is read, and it never loses text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.model import Document
from reader.formats import parse
from reader.formats.source import Source
from reader.typeset.layout import Layout
from reader.typeset.line import Line
from reader.typeset.viewport import KEPT, Viewport

TEXT = "\n\n".join(
    f"## Section {n}\n\nThe first words of section {n}. " + "And then some more words. " * n
    for n in range(1, 40)
)


def document(text: str = TEXT) -> Document:
    return parse(Source("test.md", text, "markdown"))


def viewport(height: int = 20, measure: int = 40, text: str = TEXT) -> Viewport:
    return Viewport(Layout(document(text), measure), height)


def all_lines(measure: int = 40, text: str = TEXT) -> list[Line]:
    layout = Layout(document(text).finish(), measure)
    return [line for piece in range(layout.count) for line in layout.lines(piece)]


def test_page_turns_keep_two_lines_and_show_everything() -> None:
    view = viewport()
    seen = [line.glyphs for line in view.lines()]
    while not view.at_end:
        last = [line.glyphs for line in view.lines()]
        view.page(1)
        shown = [line.glyphs for line in view.lines()]
        row = view.row
        assert view.at_end or row >= KEPT
        assert shown[:row] == last[-row:]
        seen += shown[row:]
    assert seen == [line.glyphs for line in all_lines()]


@pytest.mark.parametrize("height", range(8, 30))
def test_a_heading_stands_with_its_text_after_a_page_turn(height: int) -> None:
    heading = "A heading that is so long that it takes more than one line of the text"
    text = "".join(f"## {heading}\n\n### And another\n\n{'Words. ' * 40}\n\n" for _ in range(9))
    view = viewport(height, 40, text)
    while not view.at_end:
        ending = [line for line in view.lines() if not line.blank][-1]
        blocks = view.layout.document.blocks
        view.page(1)
        if blocks[ending.block].kind == "heading" and not view.at_end:
            number = ending.block
            while blocks[number - 1].kind == "heading":
                number -= 1
            assert view.lines()[0].start == blocks[number].start
            assert view.lines()[view.row].block >= ending.block


def test_a_page_back_undoes_a_page() -> None:
    view = viewport()
    for _ in range(3):
        view.page(1)
    top = view.top
    view.page(1)
    view.page(-1)
    assert view.top == top


def test_the_end_fills_the_window() -> None:
    view = viewport(height=20)
    view.end()
    shown = view.lines()
    assert len(shown) == 20
    assert view.at_end
    assert [line.glyphs for line in shown] == [line.glyphs for line in all_lines()[-20:]]
    view.page(1)
    assert view.lines() == shown
    assert view.row == 19


def test_a_tail_leaves_rows_blank_below_the_end_only() -> None:
    view = viewport(height=20)
    view.tail = 2
    turns = 0
    while not view.at_end or len(view.lines()) == 20:
        assert len(view.lines()) == 20
        view.page(1)
        turns += 1
    shown, here = view.lines(), view.here
    assert [line.glyphs for line in shown] == [line.glyphs for line in all_lines()[-18:]]
    view.end()
    assert view.lines() == shown
    assert view.row == 17
    view.page(1)
    view.scroll(3)
    assert view.lines() == shown
    assert view.row == 17
    for _ in range(turns):
        view.page(-1)
    view.scroll(-view.height)
    assert view.at_start
    view.jump(len(view.layout.document) - 1)
    assert view.lines() == shown
    assert here <= view.here
    short = viewport(text="Only this.\n\nAnd this.")
    short.tail = 2
    short.page(1)
    assert short.at_start


def test_a_short_text_needs_no_scrolling() -> None:
    view = viewport(text="Only this.\n\nAnd this.")
    assert len(view.lines()) == 3
    assert view.at_start
    assert view.at_end
    view.page(1)
    view.scroll(5)
    assert view.at_start
    assert view.layout.document.text[view.here :] == "And this."


def test_where_the_text_ends_the_reading_line_moves_on_alone() -> None:
    view = viewport()
    view.end()
    view.jump(view.lines()[5].start)
    top, row = view.top, view.row
    view.scroll(3)
    assert view.top == top
    assert view.row >= row + 3
    view.scroll(-1)
    assert view.top != top


@pytest.mark.parametrize("offset_share", [0.0, 0.2, 0.5, 0.99, 1.0])
def test_jump_lands_at_a_third_unless_the_target_is_in_view(offset_share: float) -> None:
    view = viewport(height=21)
    view.layout.document.finish()
    view.layout.update()
    target = int((len(view.layout.document) - 1) * offset_share)
    view.jump(target)
    assert view.here == target
    row = view.row_of(target)
    assert row == view.row
    assert row == 7 or view.at_start or view.at_end
    top = view.top
    view.jump(view.lines()[3].start)
    assert view.top == top


@settings(max_examples=60)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("scroll"), st.integers(-60, 60)),
            st.tuples(st.just("page"), st.sampled_from([-1, 1])),
            st.tuples(st.just("jump"), st.integers(0, 9000)),
            st.tuples(st.just("measure"), st.integers(8, 120)),
            st.tuples(st.just("height"), st.integers(1, 70)),
            st.tuples(st.sampled_from(["start", "end"]), st.just(0)),
        ),
        max_size=12,
    ),
    st.sampled_from([0, 2]),
)
def test_whatever_is_done_the_reading_line_is_in_view(
    moves: list[tuple[str, int]], tail: int
) -> None:
    view = viewport()
    view.tail = tail
    source = view.layout.document
    for name, value in moves:
        if name == "measure":
            here = view.here
            view.relayout(Layout(source, value), view.height)
            assert view.here == here
        elif name == "height":
            here = view.here
            view.relayout(view.layout, value)
            assert view.here == here
        elif name == "jump":
            source.finish()
            view.layout.update()
            view.jump(min(value, len(source)))
        elif name in ("start", "end"):
            getattr(view, name)()
        else:
            getattr(view, name)(value)
        shown = view.lines()
        assert len(shown) >= max(view.height - tail, 1) or view.at_start
        assert len(shown) == view.height or view.at_end
        if not all(line.blank for line in shown):
            assert 0 <= view.row_of(view.here) < len(shown)
        assert 0 <= view.row < len(shown)


def test_relayout_keeps_the_row_and_the_place() -> None:
    view = viewport(height=30)
    view.layout.document.finish()
    view.layout.update()
    view.jump(5000)
    row = view.row
    for measure in (20, 80, 66, 8, 40):
        view.relayout(Layout(view.layout.document, measure), 30)
        assert view.row == row
        assert view.row_of(5000) == row


def test_an_empty_document_does_no_harm() -> None:
    view = Viewport(Layout(document(" "), 40), 10)
    for move in (view.start, view.end, lambda: view.page(1), lambda: view.scroll(-3)):
        move()
        assert view.lines() == []
    assert view.row_of(0) == -1
