"""What the panels, the status line and the strips are made of: pure functions."""

import pytest

from reader.document.find import Finder
from reader.document.outline import outline
from reader.facts.model import Fact
from reader.formats import parse
from reader.formats.source import Source
from reader.paint import DARK, Style
from reader.tui.ink import Ink, fit, pad
from reader.tui.jumps import Place
from reader.tui.rows import Position, status_right
from reader.tui.search import Search
from reader.tui.widgets.entries import ContentsEntries
from reader.tui.widgets.facts import FactsEntries
from reader.tui.widgets.panel import Entries
from reader.typeset.cells import cell_width

INK = Ink(DARK, "true")
EMPTY = parse(Source("", "", "markdown"))


def text(entries: Entries, index: int, marked: bool = False) -> list[str]:
    return ["".join(piece for piece, _ in row) for row in entries.rows(index, marked)]


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
    entries = FactsEntries(facts, 23, INK, EMPTY)
    rows = [text(entries, index) for index in range(4)]
    assert rows[0] == ["A", "  30 Md$ " + "━" * 14]
    assert rows[1] == ["B", "  10 Md$ " + "━" * 5]
    assert rows[2] == ["C", "  5 Md$"]
    assert entries.starts == [0, 2, 5, 8]  # a blank row between groups
    assert entries.total == 10
    assert all(cell_width(row) <= 23 for entry in rows for row in entry)


def test_values_of_a_group_with_bars_stand_right_aligned() -> None:
    facts = [money("A", 10.0, "$10", "g"), money("B", 5.0, "$5", "g")]
    entries = FactsEntries(facts, 23, INK, EMPTY)
    assert text(entries, 0)[1].startswith("  $10 ━")
    assert text(entries, 1)[1].startswith("   $5 ━")


def test_contents_indent_by_level_and_show_hits() -> None:
    source = "## One\n\n### A long title that does not fit\n\n" + "hay " * 12 + "\n\n## Two\n"
    made = parse(Source("test.md", source, "markdown"))
    search = Search(made, Finder(made), "hay", Place(0, 0, 0, 0))
    search.step(1)
    entries = ContentsEntries(outline(made), search, 23, INK)
    assert text(entries, 0) == ["One"]
    assert text(entries, 1) == ["  A long title that… 12"]
    assert cell_width(text(entries, 1)[0]) == 23
    assert entries.rows(2, True)[0][0] == ("Two", Style(bold=True))
    assert entries.full(1) == "A long title that does not fit"


@pytest.mark.parametrize("width", range(9))
def test_fit_and_pad_never_cut_a_character(width: int) -> None:
    for sample in ("abcdefghijk", "日本語の文章", "e\u0301" * 9, "👩‍👩‍👧👩‍👩‍👧"):
        assert cell_width(fit(sample, width)) <= width
        assert cell_width(pad(sample, width)) == width


def test_a_strip_fills_its_width() -> None:
    for width in range(12):
        strip = INK.strip([("日本", Style()), ("words", Style(bold=True))], width)
        assert strip.cell_length == width
