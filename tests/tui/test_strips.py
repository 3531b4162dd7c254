"""Strips that know their parts, and what of the window is painted when a page is turned."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.strip import Strip

from reader.paint import DARK, Style
from reader.tui.ink import Ink, Pieces
from reader.tui.strips import parted
from reader.tui.widgets.panel import Panel
from tests.tui.opening import opened

INK = Ink(DARK, "true")
PIECES: st.SearchStrategy[Pieces] = st.lists(
    st.tuples(
        st.text("ab é世 ", max_size=9), st.sampled_from([Style(), Style(bold=True), Style("red")])
    ),
    max_size=4,
)


def cells(strip: Strip) -> list[object]:
    """What stands in each cell; the second half of a wide character has none of its own."""
    return [(char, style) for text, style, _ in strip for char in text]


@settings(max_examples=200)
@given(PIECES, st.integers(0, 20), st.integers(1, 40), st.data())
def test_a_parted_strip_is_the_same_strip(
    pieces: Pieces, indent: int, width: int, data: st.DataObject
) -> None:
    pieces = [(" " * indent, Style()), *pieces]
    start = data.draw(st.integers(0, width))
    end = data.draw(st.integers(start, width))
    whole = INK.strip(pieces, width)
    strip = parted(INK, pieces, width, (start, end))
    assert cells(strip) == cells(whole)
    assert strip.cell_length == whole.cell_length
    cuts = sorted({*data.draw(st.lists(st.integers(1, width))), start, end, width} - {0})
    parts, expected = strip.divide(cuts), Strip(whole, width).divide(cuts)
    assert [cells(part) for part in parts] == [cells(part) for part in expected]
    assert [part.cell_length for part in parts] == [part.cell_length for part in expected]


def test_blank_parts_are_shared() -> None:
    one, two = (
        parted(INK, [(" " * 8, Style()), (text, Style())], 30, (6, 20)) for text in ("one", "two")
    )
    assert one.divide([6, 20, 30])[0] is two.divide([6, 20, 30])[0]
    assert one.divide([6, 20, 30])[1].text.strip() == "one"


async def test_a_page_turn_paints_no_row_of_a_panel_but_those_of_the_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    painted: list[int] = []
    render_line = Panel.render_line

    def count(panel: Panel, y: int) -> Strip:
        painted.append(y)
        return render_line(panel, y)

    text = "".join(f"# Part {n}\n\n" + "Words and words. " * 150 + "\n\n" for n in range(6))
    async with opened(text=text) as (pilot, screen):
        await pilot.pause()
        assert screen.panels["contents"].display
        monkeypatch.setattr(Panel, "render_line", count)
        screen.view.refresh()
        await pilot.pause()
        assert not painted
        before = screen.reading.section
        await pilot.press("space", "space")
        await pilot.pause()
        assert screen.reading.section != before
        assert 1 <= len(set(painted)) <= 3
