"""Choosing a theme: the preview, keeping, restoring; code that is highlighted beside the keys."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.color import Color
from textual.pilot import Pilot

from reader.document.model import Block, Document, Metadata
from reader.highlight import Highlights
from reader.library.state import Memory
from reader.paint import CONTRAST, DARK, LIGHT, SEPIA, SIXTEEN, THEMES, Palette
from reader.settings import load_settings
from reader.tui.choices import first_theme
from reader.tui.highlighting import Highlighting
from reader.tui.ink import Ink, ink_for
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.shelf import ShelfScreen
from reader.tui.screens.themes import ThemeScreen
from tests.tui.opening import app, opened, status, window

CODE = "Words.\n\n```python\nimport os  # why\n```\n"


def backgrounds(pilot: Pilot[Any]) -> set[str]:
    """The colours behind all cells of the window."""
    rows = pilot.app.screen._compositor.render_strips(pilot.app.size)
    found = set()
    for row in rows:
        for segment in row:
            assert segment.style is not None
            color = segment.style.bgcolor
            if not segment.style.reverse:
                found.add("own" if color is None or color.is_default else color.name)
    return found


def page(palette: Palette) -> set[str]:
    return {palette.background or "own"}


def shot(pilot: Pilot[Any]) -> list[str]:
    return [row.rstrip() for row in window(pilot)]


async def test_each_theme_is_shown_at_once() -> None:
    async with opened() as (pilot, screen):
        assert backgrounds(pilot) == page(DARK)
        await pilot.press("c")
        assert isinstance(pilot.app.screen, ThemeScreen)
        assert "Enter keeps, Esc undoes" in "\n".join(window(pilot))
        assert backgrounds(pilot) == page(DARK)
        for palette in THEMES[1:]:
            await pilot.press("j")
            await pilot.pause()
            assert screen.ink.palette is palette
            assert backgrounds(pilot) == page(palette)
        await pilot.press("g")
        await pilot.pause()
        assert backgrounds(pilot) == page(DARK)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 10), (20, 5), (8, 2), (1, 1)])
async def test_nothing_moves(size: tuple[int, int]) -> None:
    async with opened(size=size) as (pilot, screen):
        await pilot.press("space")
        before, place = shot(pilot), screen.reading.place
        layout = screen.reading.layout
        await pilot.press("c", "j", "enter")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert shot(pilot) == before
        assert screen.reading.place == place
        assert screen.reading.layout is layout
        assert backgrounds(pilot) <= page(LIGHT)


@pytest.mark.parametrize("key", ["escape", "q", "ctrl+c"])
async def test_leaving_restores(key: str) -> None:
    async with opened() as (pilot, screen):
        await pilot.press("c", "j", "j", key)
        await pilot.pause()
        assert pilot.app.screen is screen
        assert screen.ink.palette is DARK
        assert backgrounds(pilot) == page(DARK)


async def test_c_goes_on_to_the_next_and_around() -> None:
    async with opened() as (pilot, screen):
        await pilot.press("c", "c", "c")
        await pilot.pause()
        assert screen.ink.palette is SEPIA
        await pilot.press("c", "c", "c")
        await pilot.pause()
        assert screen.ink.palette is DARK


async def test_the_cursor_begins_at_the_theme_that_is_worn() -> None:
    async with opened() as (pilot, screen):
        await pilot.press("c", "j", "j", "enter")
        await pilot.press("c")
        await pilot.pause()
        assert screen.ink.palette is SEPIA
        await pilot.press("enter")
        await pilot.pause()
        assert screen.ink.palette is SEPIA
        await pilot.press("c", "j", "escape")
        await pilot.pause()
        assert screen.ink.palette is SEPIA


async def test_a_click_keeps_a_theme() -> None:
    async with opened() as (pilot, screen):
        await pilot.press("c")
        row = next(y for y, line in enumerate(window(pilot)) if "contrast" in line)
        await pilot.click(offset=(110, row))
        await pilot.pause()
        assert pilot.app.screen is screen
        assert screen.ink.palette is CONTRAST


async def test_every_part_of_the_screen_follows() -> None:
    async with opened() as (pilot, screen):
        await pilot.press("slash", *"mill")
        await pilot.press("enter", "c", "j", "enter", "slash")
        await pilot.pause()
        assert screen.prompt.styles.background == Color.parse(LIGHT.background or "")
        assert screen.prompt.styles.color == Color.parse(LIGHT.foreground or "")
        assert backgrounds(pilot) == page(LIGHT)  # the cursor is the same two, the other way round
        await pilot.press("escape", "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.pause()
        assert backgrounds(pilot) == page(LIGHT)


async def test_on_the_shelf_and_in_what_is_opened_from_it() -> None:
    made = app("")
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(made.screen, ShelfScreen)
        await pilot.press("c", "j", "j", "enter")
        await pilot.pause()
        assert backgrounds(pilot) == page(SEPIA)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(made.screen, ArticleScreen)
        assert backgrounds(pilot) == page(SEPIA)
        await pilot.press("c", "k", "enter", "q")
        await pilot.pause()
        assert isinstance(made.screen, ShelfScreen)
        assert backgrounds(pilot) == page(LIGHT)


async def test_a_new_size_while_choosing() -> None:
    async with opened() as (pilot, screen):
        await pilot.press("c", "j")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        await pilot.pause()
        assert any("sepia" in row for row in window(pilot))
        assert screen.geometry.status.y == 19
        await pilot.press("escape")
        await pilot.pause()
        assert backgrounds(pilot) == page(DARK)


async def test_the_cursor_of_the_terminal_is_where_the_reader_is() -> None:
    async with opened() as (pilot, _):
        await pilot.pause()
        before = pilot.app.cursor_position
        await pilot.press("c")
        await pilot.pause()
        rows = window(pilot)
        assert "dark" in rows[pilot.app.cursor_position.y]
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.cursor_position == before


async def test_where_there_are_no_colours_there_is_nothing_to_choose() -> None:
    made = app(depth="none")
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("c")
        assert isinstance(made.screen, ArticleScreen)
        assert "no colours" in status(pilot)


def test_the_terminals_own_colours_are_sixteen() -> None:
    assert Ink(SIXTEEN, "true").depth == "16"
    assert Ink(SIXTEEN, "none").depth == "none"
    assert Ink(SIXTEEN, "true").page == "ansi_default"
    assert Ink(DARK, "true").depth == "true"
    strip = Ink(SIXTEEN, "true").strip([("a", SIXTEEN.styles["link"])], 1)
    (segment,) = strip
    assert segment.style
    assert segment.style.color
    assert segment.style.color.number == 12
    assert segment.style.bgcolor
    assert segment.style.bgcolor.is_default


@pytest.mark.parametrize(
    ("environ", "palette", "warned"),
    [
        ({}, DARK, False),
        ({"READER_THEME": ""}, DARK, False),
        ({"COLORFGBG": "0;15"}, LIGHT, False),
        ({"COLORFGBG": "0;15", "READER_THEME": "sepia"}, SEPIA, False),
        ({"READER_THEME": "Contrast"}, CONTRAST, False),
        ({"READER_THEME": "mauve"}, DARK, True),
    ],
)
def test_the_theme_to_begin_with(environ: dict[str, str], palette: Palette, warned: bool) -> None:
    settings = load_settings(environ)
    assert ink_for(environ, first_theme(settings, Memory()))[0].palette is palette
    assert ["no theme mauve" in problem.message for problem in settings.problems] == [True] * warned


async def test_code_is_highlighted_once_that_is_found_out() -> None:
    async with opened(text=CODE, size=(80, 24)) as (pilot, screen):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        rows = screen._compositor.render_strips(pilot.app.size)
        row = next(row for row in rows if "import" in row.text)
        styles = {segment.text.strip(): segment.style for segment in row}
        assert styles["import"].bold
        assert styles["import"].color.name == DARK.styles["code-keyword"].fg
        assert styles["# why"].color.name == DARK.styles["code-comment"].fg
        await pilot.press("slash", *"port", "enter")
        await pilot.pause()
        rows = screen._compositor.render_strips(pilot.app.size)
        row = next(row for row in rows if "import" in row.text)
        styles = {segment.text.strip(): segment.style for segment in row}
        assert styles["port"].reverse  # a hit lies over it
        assert styles["im"].color.name == DARK.styles["code-keyword"].fg


def test_blocks_are_looked_at_beside_the_keys_the_last_one_first() -> None:
    text = "import a\nimport b\nx"
    blocks = [
        Block("code", 0, 8, language="py"),
        Block("code", 9, 17, language="py"),
        Block("paragraph", 18, 19),
    ]
    document = Document(Metadata(), iter([(text, blocks)])).finish()
    begun: list[Callable[[], None]] = []
    highlights = Highlights(document)
    highlighting = Highlighting(highlights, begun.append)
    looked: list[int] = []
    look = highlights.look

    def note(block: Block, code: str | None = None) -> None:
        assert code is not None
        looked.append(block.start)
        look(block, code)

    highlights.look = note  # type: ignore[method-assign]
    assert highlighting.layers(18, 19) == ()
    assert begun == []
    for _ in range(2):
        assert highlighting.layers(0, 8) == ()
        assert highlighting.layers(9, 17) == ()
    (work,) = begun
    work()
    assert looked == [9, 0]
    assert highlighting.layers(0, 8) == ((0, 6, "code-keyword"),)
    assert highlighting.layers(9, 17) == ((9, 15, "code-keyword"),)
    assert len(begun) == 1


async def test_the_theme_that_is_kept_is_remembered() -> None:
    for keys, kept in ((("c", "j", "escape"), ""), (("c", "j", "enter"), THEMES[1].name)):
        made = app(text=CODE)
        async with made.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause()
        assert Memory().setting("theme") == kept
