"""What the panels, the status line and the strips are made of: pure functions."""

import pytest

from reader.document.outline import Section
from reader.facts.model import Fact
from reader.paint import DARK, Style
from reader.tui.strips import Ink, fit, pad
from reader.tui.widgets.entries import contents_entries, facts_entries
from reader.tui.widgets.panel import Entry
from reader.tui.widgets.status import Position, status_right
from reader.typeset.cells import cell_width

INK = Ink(DARK, "true")


def text(entry: Entry) -> list[str]:
    return ["".join(piece for piece, _ in row) for row in entry.rows]


def money(label: str, amount: float, short: str, group: str = "", unit: str = "USD") -> Fact:
    return Fact("money", label, short, short=short, group=group, low=amount, unit=unit)


def test_status_gives_way_in_order() -> None:
    position = Position("The race", "2/6", 38, 2)
    assert status_right(position, 80) == "The race · §2/6 · 38 % · 2 min · ? keys"
    assert status_right(position, 38) == "The race · §2/6 · 38 % · 2 min"
    assert status_right(position, 28) == "The race · §2/6 · 38 %"
    assert status_right(position, 20) == "§2/6 · 38 %"
    assert status_right(position, 6) == "38 %"
    assert status_right(position, 2) == ""
    assert status_right(position, 80, ascii=True) == "The race - 2/6 - 38 % - 2 min - ? keys"


def test_status_at_the_end_and_without_sections() -> None:
    assert status_right(Position("", "", 100, 0), 80) == "100 % · end · ? keys"


def test_bars_compare_inside_one_group_of_one_unit() -> None:
    facts = [
        money("A", 30e9, "30 Md$", "deal"),
        money("B", 10e9, "10 Md$", "deal"),
        money("C", 5e9, "5 Md$", "other"),
        money("D", 5e9, "5 Md$"),
    ]
    entries = facts_entries(facts, 23, INK)
    rows = [text(entry) for entry in entries]
    assert rows[0] == ["A", "  30 Md$ " + "━" * 14]
    assert rows[1] == ["B", "  10 Md$ " + "━" * 5]
    assert rows[2] == ["C", "  5 Md$"]
    assert [entry.gap for entry in entries] == [False, False, True, True]
    assert all(cell_width(row) <= 23 for entry in rows for row in entry)


def test_values_of_a_group_with_bars_stand_right_aligned() -> None:
    facts = [money("A", 10.0, "$10", "g"), money("B", 5.0, "$5", "g")]
    rows = [text(entry)[1] for entry in facts_entries(facts, 23, INK)]
    assert rows[0].startswith("  $10 ━")
    assert rows[1].startswith("   $5 ━")


def test_contents_indent_by_level_and_show_hits() -> None:
    sections = [
        Section("One", "one", 2, 0, 50, 0),
        Section("A long title that does not fit", "long", 3, 10, 50, 1),
        Section("Two", "two", 2, 50, 90, 2),
    ]
    rows = [text(entry)[0] for entry in contents_entries(sections, {1: 12}, 2, 23, INK)]
    assert rows[0] == "One"
    assert rows[1] == "  A long title that… 12"
    assert cell_width(rows[1]) == 23
    assert contents_entries(sections, {}, 2, 23, INK)[2].rows[0][0][1] == Style(bold=True)


@pytest.mark.parametrize("width", range(9))
def test_fit_and_pad_never_cut_a_character(width: int) -> None:
    for sample in ("abcdefghijk", "日本語の文章", "e\u0301" * 9, "👩‍👩‍👧👩‍👩‍👧"):
        assert cell_width(fit(sample, width)) <= width
        assert cell_width(pad(sample, width)) == width


def test_a_strip_fills_its_width() -> None:
    for width in range(12):
        strip = INK.strip([("日本", Style()), ("words", Style(bold=True))], width)
        assert strip.cell_length == width
