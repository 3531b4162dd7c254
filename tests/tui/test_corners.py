"""Corners of the article screen: clicks, pastes, growing documents, articles without anything."""

import pytest
from textual import events
from textual.geometry import Offset
from textual.pilot import Pilot

from reader.tui.screens import page, searching
from reader.tui.screens.article import ArticleScreen
from tests.tui.opening import opened, status, until, window

LONG = "\n\n".join(
    f"## Section {n}\n\n" + ("A needle here. " if n in (50, 90, 170) else "") + "Only hay. " * 150
    for n in range(200)
)
FACTS = (
    "---\nfacts:\n  - {label: Late, value: 77 dollars}\n---\n" + LONG + "\n\nIt cost 77 dollars.\n"
)


async def test_what_is_pasted_goes_in_once() -> None:
    async with opened() as (pilot, screen):
        await pilot.press("slash")
        pilot.app.post_message(events.Paste("le\ncloud"))
        await pilot.pause()
        await pilot.pause()
        assert screen.prompt.value == "le cloud"


async def test_letters_replace_what_is_selected_in_the_prompt() -> None:
    async with opened() as (pilot, screen):
        await pilot.press("slash", "a", "b", "c", "shift+left", "shift+left", "x")
        assert screen.prompt.value == "ax"


async def test_backspace_leaves_an_empty_prompt() -> None:
    async with opened() as (pilot, screen):
        await pilot.press("slash", "a", "backspace")
        assert screen.prompt.display
        await pilot.press("backspace")
        assert not screen.prompt.display
        assert screen.focused is screen.view


async def test_a_click_beside_the_prompt_stays_at_the_hit() -> None:
    async with opened() as (pilot, screen):
        await pilot.press("slash", *"cloud")
        await pilot.click(screen.view, offset=(50, 20))
        await pilot.pause()
        assert not screen.prompt.display
        assert screen.reading.search.text == "cloud"
        await pilot.press("n")
        assert "2/3" in status(pilot)


async def test_a_click_beside_an_overlay_closes_it() -> None:
    async with opened(size=(80, 24)) as (pilot, screen):
        await pilot.press("t")
        assert screen.overlay
        await pilot.click(screen.view, offset=(10, 20))
        await pilot.pause()
        assert not screen.overlay
        assert "CONTENTS" not in "".join(window(pilot))


async def test_a_click_in_a_panel_chooses() -> None:
    async with opened() as (pilot, screen):
        await pilot.click(screen.panels["contents"], offset=(4, 4))
        await pilot.pause()
        assert screen.reading.section == 2
        assert screen.focused is screen.view


async def test_the_cursor_is_where_the_reader_is() -> None:
    async with opened(size=(120, 40)) as (pilot, screen):
        await pilot.press("2", "t")
        await pilot.pause()
        assert pilot.app.cursor_position == Offset(27, 1 + screen.reading.viewport.row)
        await pilot.press("slash", "a")
        await pilot.pause()
        assert pilot.app.cursor_position == Offset(4, 39)
        await pilot.press("escape", "t", "j")
        await pilot.pause()
        assert pilot.app.cursor_position.x < 27


async def test_an_article_without_anything() -> None:
    async with opened(text="<!-- nothing to see -->\n") as (pilot, screen):
        for key in (
            "right_curly_bracket", "left_curly_bracket", "right_square_bracket", "space", "b", "j",
            "G", "g", "full_stop", "i", "enter", "q", "t", "enter", "q", "5", "0", "percent_sign",
            "slash", "x", "enter", "n", "plus", "z", "z",
        ):  # fmt: skip
            await pilot.press(key)
        assert pilot.app.screen is screen


async def test_a_count_goes_with_the_key_it_was_typed_for() -> None:
    async with opened(text=LONG, size=(120, 40)) as (pilot, screen):
        await pilot.press("t", "5", "j", "q")
        before = screen.reading.viewport.top
        await pilot.press("j")
        assert screen.reading.viewport.top[1] - before[1] in (1, -before[1])
        await pilot.press("percent_sign")
        assert "type a number first" in status(pilot)


async def test_counts_go_through_hits_far_apart() -> None:
    async with opened(text=LONG, size=(80, 24)) as (pilot, screen):
        await pilot.press("slash", *"needle", "enter")
        await settled(pilot, screen)
        assert "1/3" in status(pilot)
        await pilot.press("2", "n")
        assert "3/3" in status(pilot)


async def test_a_former_search_survives_a_prompt_given_up() -> None:
    async with opened(text=LONG, size=(80, 24)) as (pilot, screen):
        await pilot.press("slash", *"needle", "enter")
        await settled(pilot, screen)
        await pilot.press("slash", *"hay", "escape", "n")
        assert screen.reading.search.text == "needle"
        assert "2/3" in status(pilot)


async def test_a_search_in_slices_finds_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "SLICE", 0.0001)
    monkeypatch.setattr(searching, "FIRST_LOOK", 0.0001)
    async with opened(text=LONG, size=(80, 24)) as (pilot, screen):
        await pilot.press("slash", *"needle", "enter")
        await settled(pilot, screen)
        assert len(screen.reading.search.hits) == 3
        assert "1/3" in status(pilot)


def nothing_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the keys nothing is searched nor parsed."""
    monkeypatch.setattr(searching, "SLICE", -1.0)
    monkeypatch.setattr(searching, "FIRST_LOOK", -1.0)
    monkeypatch.setattr(page, "PAUSE", 60.0)


async def test_a_search_that_goes_on_leaves_the_reader_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nothing_goes_on(monkeypatch)
    async with opened(text=LONG, size=(80, 24)) as (pilot, screen):
        await pilot.press("slash", *"needle", "enter", "space", "space")
        here = screen.reading.here
        monkeypatch.setattr(searching, "SLICE", 9.0)
        screen._search_on()
        assert len(screen.reading.search.hits) == 3
        assert screen.reading.here == here
        await pilot.press("n")
        assert "1/3" in status(pilot)


async def test_n_while_the_search_goes_on_waits_for_the_hit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nothing_goes_on(monkeypatch)
    async with opened(text=LONG, size=(80, 24)) as (pilot, screen):
        await pilot.press("slash", *"needle", "enter", "space", "n")
        assert "searching" in status(pilot)
        monkeypatch.setattr(searching, "SLICE", 9.0)
        screen._search_on()
        assert "1/3" in status(pilot)
        assert screen.reading.section == 50


async def test_facts_and_sections_of_an_article_that_is_still_parsed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page, "PAUSE", 60.0)  # nothing is parsed between the keys
    async with opened(text=FACTS, size=(80, 24)) as (pilot, screen):
        assert not screen.document.complete
        await pilot.press("full_stop")
        assert "still looking" in status(pilot)
        await pilot.press("1", "5", "0", "right_square_bracket")
        assert screen.reading.section == 150
        while screen.reading.grow():
            pass
        screen.reading.facts, screen.reading.facts_final = screen.reading.tied_facts(), True
        await pilot.press("full_stop")
        assert "Late  77 dollars" in status(pilot)


async def test_facts_of_a_long_article_are_tied_in_the_end() -> None:
    async with opened(text=FACTS, size=(80, 24)) as (pilot, screen):
        await until(pilot, lambda: screen.reading.facts_final)
        await pilot.press("full_stop")
        assert "Late  77 dollars" in status(pilot)


async def test_mistakes_in_the_file_are_told() -> None:
    text = "---\ntitle: x\nfacts: 5\n---\nThe body.\n"
    async with opened(text=text, size=(120, 24)) as (pilot, _):
        assert status(pilot).startswith(" test.md:3:")
        await pilot.press("j")
        assert "test.md" not in status(pilot)


async def test_an_article_without_links() -> None:
    async with opened(text="Words.\n", size=(80, 24)) as (pilot, _):
        for key in ("tab", "shift+tab"):
            await pilot.press(key)
            assert "no links in this article" in status(pilot)
    text = "A [link](#x).\n\n" + "Words.\n\n" * 50
    async with opened(text=text, size=(80, 24)) as (pilot, _):
        await pilot.press("space", "tab")
        assert "no link after this place" in status(pilot)


async def test_a_mistake_in_the_program_ends_it_without_a_traceback() -> None:
    with pytest.raises(ZeroDivisionError):
        async with opened() as (pilot, screen):
            screen.reading.page = lambda _: 1 / 0  # type: ignore[method-assign]
            await pilot.press("space")
            await pilot.pause()
    assert pilot.app._exit_renderables == []


async def settled(pilot: Pilot[int], screen: ArticleScreen) -> None:
    """Wait until the search of the screen is through."""
    await until(pilot, lambda: screen.reading.search is None or screen.reading.search.done)
    await pilot.pause()
