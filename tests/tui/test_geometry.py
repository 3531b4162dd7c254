"""The arithmetic of widths: where the text and the panels stand."""

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.geometry import geometry
from reader.typeset.layout import MEASURE


def test_both_panels_are_docked_from_120_columns() -> None:
    places = geometry(120, 40, MEASURE)
    assert places.docks == 2
    assert (places.text.x, places.text.width) == (27, 66)
    assert (places.contents.x, places.contents.width) == (0, 24)
    assert (places.facts.x, places.facts.width) == (93, 27)
    assert geometry(119, 40, MEASURE).docks == 1


def test_one_panel_is_docked_from_96_columns() -> None:
    places = geometry(96, 40, MEASURE)
    assert places.docks == 1
    assert places.text.x == 3
    assert places.contents == places.facts
    assert places.facts.x + places.facts.width == 96
    assert geometry(95, 40, MEASURE).docks == 0


def test_a_narrower_measure_docks_sooner() -> None:
    assert geometry(94, 40, 40).docks == 2
    assert geometry(70, 40, 40).docks == 1


def test_overlays_are_full_screen_under_60_columns() -> None:
    assert geometry(59, 20, MEASURE).facts.width == 59
    assert geometry(80, 24, MEASURE).facts.width == 40


def test_first_row_is_kept_for_the_running_title_in_tall_windows() -> None:
    assert geometry(120, 30, MEASURE).text.y == 1
    assert geometry(120, 29, MEASURE).text.y == 0


@given(st.integers(1, 250), st.integers(1, 80), st.integers(24, 120))
def test_everything_lies_inside_the_window_and_apart(width: int, height: int, measure: int) -> None:
    places = geometry(width, height, measure)
    for region in (places.text, places.contents, places.facts, places.status):
        assert region.x >= 0
        assert region.y >= 0
        assert region.x + region.width <= width
        assert region.width >= 1
    if height > 2:
        assert places.text.y + places.text.height == places.status.y
    if places.docks:
        assert places.text.width == measure
        assert places.text.x + measure <= places.facts.x
    if places.docks == 2:
        assert places.contents.x + places.contents.width <= places.text.x


@given(st.integers(1, 250), st.booleans(), st.booleans())
def test_free_columns_are_those_of_no_open_panel(width: int, contents: bool, facts: bool) -> None:
    places = geometry(width, 40, MEASURE)
    low, high = places.free(contents, facts)
    assert 0 <= low <= high <= width
    for open_, region in ((contents, places.contents), (facts, places.facts)):
        assert not open_ or low >= region.x + region.width or high <= region.x or low == high
    if places.docks or not (contents or facts):
        assert low <= places.text.x
        assert places.text.x + places.text.width <= high
    if not (contents or facts):
        assert (low, high) == (0, width)
