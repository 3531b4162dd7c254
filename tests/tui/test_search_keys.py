"""Searching in the running application."""

import pytest
from textual import events
from textual.pilot import Pilot

from reader.tui import clipboard
from tests.tui.opening import opened, status, window

TEXT = (
    """---
title: The search
lang: fr
---
## Une

Le *calcul* est une course. """
    + "Des mots encore. " * 30
    + """

## Deux

Un calcul, puis un autre **calc**ul, et la dé\u00adpense d’énergie prévue.

"""
    + "Des mots encore. " * 200
    + """

## Trois

Dernier calcul. Calcul final.
"""
)


async def typed(pilot: Pilot[int], text: str) -> None:
    """Type in one burst, as fast fingers over a slow line do."""
    for character in text:
        pilot.app.post_message(events.Key("space" if character == " " else character, character))
    await pilot.pause()
    await pilot.pause()


async def test_search_as_you_type_counts_and_goes_to_the_first_hit() -> None:
    async with opened(text=TEXT) as (pilot, screen):
        await pilot.press("slash")
        await typed(pilot, "calcul")
        assert "1/5" in status(pilot)
        search = screen.reading.search
        assert next(screen.document.text[a:b] for a, b in search.hits) == "calcul"
        await pilot.press("enter")
        await pilot.press("n", "n")
        assert "3/5" in status(pilot)
        await pilot.press("N")
        assert "2/5" in status(pilot)


async def test_escape_goes_back_to_where_the_search_began() -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        await pilot.press("j", "j")
        before = window(pilot)
        await pilot.press("slash")
        await typed(pilot, "dernier calcul")
        assert screen.reading.viewport.at_end
        await pilot.press("escape")
        assert window(pilot) == before


async def test_accents_apostrophes_and_emphasis_do_not_matter() -> None:
    async with opened(text=TEXT) as (pilot, screen):
        for query, found in (
            ("depense d'energie", "dé\u00adpense d’énergie"),
            ("autre calcul", "autre calcul"),
            ("le calcul est", "Le calcul est"),
        ):
            await pilot.press("slash")
            await typed(pilot, query)
            start, end = screen.reading.search.current
            assert screen.document.text[start:end] == found
            await pilot.press("escape")


async def test_a_capital_makes_case_count() -> None:
    async with opened(text=TEXT) as (pilot, _screen):
        await pilot.press("slash")
        await typed(pilot, "Calcul")
        assert "1/1" in status(pilot)


async def test_a_phrase_that_a_line_end_splits_is_lit_on_both_lines() -> None:
    async with opened(size=(60, 20)) as (pilot, screen):
        lines = screen.reading.viewport.lines()
        text = screen.document.text
        index = next(i for i in range(9, 15) if lines[i].end == lines[i + 1].start)
        phrase = text[lines[index].end - 8 : lines[index].end + 8].lower()
        await pilot.press("slash")
        await typed(pilot, phrase.replace("é", "e").replace("’", "'"))
        start, end = screen.reading.search.current
        assert (start, end) == (lines[index].end - 8, lines[index].end + 8)
        strips = screen.view.render_lines(screen.view.region.reset_offset)
        reversed_rows = [
            "".join(s.text for s in strip if s.style and s.style.reverse).strip()
            for strip in strips
        ]
        lit = [row for row in reversed_rows if row]
        assert len(lit) == 2
        assert " ".join(lit) == text[start:end].strip()


async def test_the_search_wraps_and_says_so() -> None:
    async with opened(text=TEXT) as (pilot, _screen):
        await pilot.press("slash")
        await typed(pilot, "calcul")
        await pilot.press("enter")
        for _ in range(5):
            await pilot.press("n")
        assert "1/5  from the beginning" in status(pilot)
        assert "1/5" in status(pilot)
        await pilot.press("N")
        assert "  from the end" in status(pilot)


async def test_hits_per_section_stand_in_the_contents() -> None:
    async with opened(text=TEXT + "\n## Quatre\n\nRien.\n") as (pilot, _):
        await pilot.press("slash")
        await typed(pilot, "calcul")
        contents = [row[:24].split() for row in window(pilot)[2:6]]
        assert [row[-1] for row in contents] == ["1", "2", "2", "Quatre"]


async def test_bare_n_repeats_the_last_search_and_history_is_kept() -> None:
    async with opened(text=TEXT) as (pilot, screen):
        await pilot.press("n")
        assert "nothing searched yet" in status(pilot)
        await pilot.press("slash")
        await typed(pilot, "course")
        await pilot.press("enter", "escape")
        assert screen.reading.search is None
        await pilot.press("g", "n")
        assert screen.reading.search.text == "course"
        await pilot.press("slash", "up")
        await pilot.pause()
        assert screen.prompt.value == "course"
        await pilot.press("down")
        assert screen.prompt.value == ""


async def test_nothing_found() -> None:
    async with opened(text=TEXT) as (pilot, screen):
        before = screen.reading.place
        await pilot.press("slash")
        await typed(pilot, "zebra")
        assert "0/0" in status(pilot)
        await pilot.press("enter")
        assert "not found: zebra" in status(pilot)
        assert screen.reading.place == before


async def test_in_the_prompt_every_letter_is_a_letter() -> None:
    async with opened(text=TEXT) as (pilot, screen):
        await pilot.press("slash")
        await typed(pilot, "q j?n/")
        assert screen.prompt.value == "q j?n/"
        await pilot.press("ctrl+c")
        assert pilot.app.is_running
        assert not screen.prompt.display


async def test_the_prompt_copies_only_what_is_selected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "tools", lambda _environ: [])
    async with opened(text=TEXT) as (pilot, screen):
        await pilot.press("slash", *"abc")
        pilot.app.copy_to_clipboard("kept\nback")
        await pilot.press("ctrl+x", "super+c")
        assert pilot.app.clipboard == "kept\nback"
        assert screen.prompt.value == "abc"
        await pilot.press("ctrl+v")
        assert screen.prompt.value == "abckept back"
        await pilot.press("shift+left", "shift+left", "ctrl+x")
        assert pilot.app.clipboard == "ck"
        assert screen.prompt.value == "abckept ba"


async def test_a_resize_in_the_middle_of_a_search() -> None:
    async with opened(text=TEXT) as (pilot, screen):
        await pilot.press("slash")
        await typed(pilot, "dernier")
        hit = screen.reading.search.current
        await pilot.resize_terminal(50, 14)
        await pilot.pause()
        await typed(pilot, " calcul")
        assert screen.prompt.value == "dernier calcul"
        assert screen.reading.viewport.row_of(hit[0]) >= 0
        await pilot.press("escape")
        assert screen.reading.here == 0


async def test_keys_that_come_in_one_burst_are_answered_in_order() -> None:
    async with opened(text=TEXT) as (pilot, screen):
        burst = ["slash", *"depense", "enter", "N", "t", "j", "enter", "H", "slash", *"q"]
        for key in burst:
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        assert screen.prompt.display
        assert screen.prompt.value == "q"
        await pilot.press("escape")
        text = screen.document.text
        assert text[screen.reading.here :].startswith("dé\u00adpense")
