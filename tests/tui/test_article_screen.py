"""What the keys of the article screen do, in the running application."""

import pytest

from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.help import HelpScreen
from tests.tui.opening import opened, status, until, window

SECTIONS = "\n\n".join(
    f"## Section {n}\n\nThe words of section {n} begin here.\n\n" + "More words follow. " * 60
    for n in range(1, 9)
)
FACTS = (
    """---
title: An article with facts
facts:
  - {label: First, value: 10 dollars, quote: ten green dollars}
  - {label: Lost, value: 99 francs}
  - {label: Second, value: 20 dollars}
---
It costs ten green dollars in all.

"""
    + "Words between. " * 400
    + """

Later it was 20 dollars.
"""
)


async def test_opens_with_title_contents_and_facts() -> None:
    async with opened() as (pilot, _):
        rows = window(pilot)
        assert "Microsoft et Nvidia misent sur Anthropic" in rows[1]
        assert rows[0].startswith(" t CONTENTS")
        assert "i FACTS" in rows[0]
        assert "by hand" in rows[0]
        assert any("30 Md$ ━━━" in row for row in rows)
        assert "? keys" in rows[-1]


async def test_lines_pages_and_ends() -> None:
    async with opened(text=SECTIONS, size=(80, 24)) as (pilot, screen):
        first = window(pilot)
        await pilot.press("j")
        assert window(pilot)[0] == first[1]
        await pilot.press("5", "j")
        assert window(pilot)[0] == first[6]
        await pilot.press("6", "k")
        assert window(pilot) == first
        await pilot.press("space")
        page = window(pilot)
        assert page[0] == first[21]
        marked = next(row for row, text in enumerate(page) if "▸" in text)
        assert marked == next(row for row in range(2, 24) if page[row].strip())  # the first new one
        await pilot.press("b")
        assert window(pilot)[:-1] != page[:-1]
        await pilot.press("G")
        assert "100 %" in status(pilot)
        assert screen.reading.viewport.at_end
        await pilot.press("g")
        assert window(pilot)[:-1] == first[:-1]


async def test_percent_and_unknown_counts() -> None:
    async with opened(text=SECTIONS, size=(80, 24)) as (pilot, screen):
        await pilot.press("4", "2", "percent_sign")
        assert "42 %" in status(pilot)
        await pilot.press("2", "0", "G")
        assert "20 %" in status(pilot)
        await pilot.press("9", "9", "9", "9", "9", "9", "9", "j")
        assert screen.reading.viewport.at_end


async def test_sections_back_and_forward() -> None:
    async with opened(text=SECTIONS, size=(80, 24)) as (pilot, screen):
        reading = screen.reading
        starts = [section.start for section in reading.outline.sections]
        assert len(starts) == 8
        for start in starts[1:]:
            await pilot.press("right_square_bracket")
            assert reading.here == start
        assert "§8/8" in status(pilot)
        await pilot.press("right_square_bracket")
        assert "no section after" in status(pilot)
        await pilot.press("K")
        assert reading.here == starts[6]
        # A run of the same key is one jump to go back over.
        await pilot.press("H")
        assert reading.here == 0
        await pilot.press("L")
        assert reading.here == starts[6]
        await pilot.press("3", "t")
        assert reading.here == starts[2]


async def test_jumps_land_at_a_third_and_do_not_scroll_what_is_in_view() -> None:
    async with opened(text=SECTIONS, size=(80, 30)) as (pilot, screen):
        viewport = screen.reading.viewport
        await pilot.press("3", "t")
        assert viewport.row == viewport.height // 3
        top = viewport.top
        await pilot.press("right_curly_bracket")
        assert viewport.top == top
        assert viewport.row > viewport.height // 3


async def test_the_contents_panel_jumps_and_gives_the_keys_back() -> None:
    async with opened(text=SECTIONS) as (pilot, screen):
        await pilot.press("t", "j", "j")
        assert "Section 3" in status(pilot)
        await pilot.press("enter")
        assert screen.focused is screen.view
        assert screen.reading.here == screen.reading.outline.sections[2].start
        assert window(pilot)[0].startswith(" t CONTENTS")
        await pilot.press("t", "escape")
        assert screen.focused is screen.view


async def test_a_panel_opened_by_its_key_closes_with_it() -> None:
    async with opened(text="One paragraph.\n\n# Only heading\n\nWords.") as (pilot, screen):
        assert not screen.panels["contents"].display
        await pilot.press("t")
        assert screen.panels["contents"].display
        await pilot.press("t")
        assert not screen.panels["contents"].display
        assert screen.focused is screen.view
        await pilot.press("i")
        await until(pilot, lambda: screen.reading.looked)
        await pilot.pause()
        assert "no facts" in "\n".join(window(pilot))
        await pilot.press("q")
        assert pilot.app.screen is screen


@pytest.mark.parametrize("size", [(120, 40), (100, 24), (80, 24), (60, 20), (40, 12)])
async def test_from_a_fact_to_its_sentence_and_back(size: tuple[int, int]) -> None:
    async with opened(text=FACTS, size=size) as (pilot, screen):
        reading = screen.reading
        await pilot.press("i", "G")
        assert "Later it was 20 dollars." in status(pilot)[: size[0]] or size[0] < 60
        await pilot.press("enter")
        assert reading.document.text[slice(*reading.lit)] == "Later it was 20 dollars."
        assert any("Later it was 20" in row for row in window(pilot))
        assert screen.focused is screen.view
        await pilot.press("H")
        assert reading.here == 0
        assert reading.lit is None


async def test_facts_in_the_order_of_the_text_and_one_that_is_lost() -> None:
    async with opened(text=FACTS) as (pilot, screen):
        reading = screen.reading
        await pilot.press("full_stop")
        assert "First  10 dollars" in status(pilot)
        await pilot.press("full_stop")
        assert "Second  20 dollars" in status(pilot)
        await until(pilot, lambda: screen.reading.looked)
        await pilot.press("full_stop")
        assert "no fact after" in status(pilot)
        await pilot.press("comma")
        assert reading.document.text[reading.here :].startswith("ten green dollars")
        await pilot.press("i", "g", "j", "enter")
        assert "not found in the text" in status(pilot)


async def test_text_only_hides_and_brings_back() -> None:
    async with opened() as (pilot, _screen):
        before = window(pilot)
        await pilot.press("z")
        hidden = window(pilot)
        assert "CONTENTS" not in "".join(hidden)
        assert "FACTS" not in "".join(hidden)
        assert not hidden[-1].strip()
        assert [row[27:93] for row in hidden[:-1]] == [row[27:93] for row in before[:-1]]
        await pilot.press("z")
        assert window(pilot) == before


async def test_measure_keeps_the_line_that_is_read() -> None:
    async with opened(text=SECTIONS, size=(120, 40)) as (pilot, screen):
        reading = screen.reading
        await pilot.press("4", "t")
        row, here = reading.viewport.row, reading.here
        for key in ("plus", "plus", "minus", "minus", "minus", "0"):
            await pilot.press(key)
            assert (reading.viewport.row, reading.here) == (row, here)
        assert reading.layout.measure == 66
        await pilot.press("minus")
        assert reading.layout.measure == 62


async def test_resize_keeps_the_line_that_is_read() -> None:
    async with opened(text=SECTIONS, size=(120, 40)) as (pilot, screen):
        reading = screen.reading
        await pilot.press("5", "t")
        here = reading.here
        for size in ((80, 24), (40, 10), (20, 5), (200, 60), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert reading.here == here
            assert reading.viewport.row_of(here) >= 0


async def test_help_shows_the_keys_on_one_page() -> None:
    async with opened(size=(80, 24)) as (pilot, screen):
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        text = "\n".join(window(pilot))
        for word in (
            "Space f PgDn",
            "next, previous section",
            "search as you type",
            "quit from anywhere",
        ):
            assert word in text
        assert "…" not in text  # no row is cut
        await pilot.press("q")
        assert pilot.app.screen is screen


@pytest.mark.parametrize("key", ["q", "Q", "ctrl+q", "ctrl+c"])
async def test_ways_out(key: str) -> None:
    async with opened(text=SECTIONS) as (pilot, _):
        await pilot.press(key)
        await pilot.pause()
        assert not pilot.app.is_running
        assert (pilot.app.return_code or 0) == 0


@pytest.mark.parametrize("key", ["i", "o", "c", "colon"])
async def test_what_a_signal_asks_for_ends_whatever_is_open(key: str) -> None:
    async with opened(size=(80, 24)) as (pilot, _):
        before = window(pilot)
        await pilot.press(key)
        assert window(pilot) != before
        pilot.app.exit(128 + 15)
        await pilot.pause()
        assert not pilot.app.is_running
        assert pilot.app.return_value == 128 + 15


async def test_opens_at_a_section_or_a_phrase() -> None:
    async with opened(text=SECTIONS, section="section-6") as (pilot, screen):
        assert "§6/8" in status(pilot)
        assert screen.reading.here == screen.reading.outline.sections[5].start
    async with opened(text=SECTIONS, find="words of section 7") as (pilot, screen):
        assert "§7/8" in status(pilot)
    async with opened(text=SECTIONS, section="nowhere") as (pilot, _):
        assert "no section #nowhere" in status(pilot)


async def test_the_wheel_scrolls() -> None:
    async with opened(text=SECTIONS, size=(80, 24)) as (pilot, screen):
        first = window(pilot)
        screen.view.post_message(screen.view.Wheel(3))
        await pilot.pause()
        assert window(pilot)[0] == first[3]


async def test_running_title_once_the_title_has_gone() -> None:
    async with opened(size=(120, 40)) as (pilot, _):
        assert window(pilot)[0][27:93].strip() == ""
        await pilot.press("space")
        assert "Microsoft et Nvidia misent" in window(pilot)[0][27:93]


async def test_shelf_lists_opens_and_returns() -> None:
    from tests.tui.opening import app

    made = app("")
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = "\n".join(window(pilot))
        assert "The Guide to reader" in text
        assert "Microsoft et Nvidia misent sur Anthropic" in text
        shelf = made.screen
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(made.screen, ArticleScreen)
        assert "The Guide to reader" in "\n".join(window(pilot))
        await pilot.press("q")
        assert made.screen is shelf
        await pilot.press("q")
        await pilot.pause()
        assert not made.is_running
