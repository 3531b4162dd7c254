"""The command palette in the running application, and what is done from it."""

from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from reader.library.state import Memory
from reader.paint import LIGHT, SEPIA
from reader.tui.app import ReaderApp
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.palette import PaletteScreen
from reader.tui.screens.shelf import ShelfScreen
from reader.tui.screens.themes import ThemeScreen
from tests.tui.opening import app, opened, status, until, window
from tests.tui.test_returning import reading

LONG = "---\ntitle: A long one\n---\n" + "\n\n".join(
    f"## Section {n}\n\n### Détail {n}\n\nThe words of section {n}. "
    + f"More of {n} follows. " * 60
    for n in range(1, 6)
)


def box(pilot: Pilot[Any]) -> list[str]:
    """What the palette lists."""
    screen = pilot.app.screen
    assert isinstance(screen, PaletteScreen)
    region = screen.choices.region
    rows = window(pilot)[region.y : region.bottom]
    rows = [row[region.x : region.right].strip("│┌─┐└┘ ") for row in rows]
    start = next(y for y, row in enumerate(rows) if row.startswith(":"))
    return [row for row in rows[start + 1 :] if row]


def row_of(pilot: Pilot[Any], text: str) -> int:
    """The row of the window where the palette lists `text`."""
    screen = pilot.app.screen
    assert isinstance(screen, PaletteScreen)
    index = next(index for index, row in enumerate(box(pilot)) if text in row)
    return screen.choices.region.y + 2 + index


async def burst(pilot: Pilot[Any], *keys: str) -> None:
    """Type keys all at once, and wait until they have been answered."""
    for key in keys:
        if len(key) > 1:
            pilot.app.post_message(events.Key(key, None))
        else:
            pilot.app.post_message(events.Key(_character_to_key(key), key))
    await pilot.pause()
    app = pilot.app
    assert isinstance(app, ReaderApp)
    await until(pilot, lambda: not app._keys)
    await pilot.pause()


async def typed(pilot: Pilot[Any], text: str, *more: str) -> None:
    """Open the palette and type."""
    await burst(pilot, ":", *text, *more)


async def test_keys_are_answered_while_much_is_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.commands.STEP", 1)
    monkeypatch.setattr("reader.tui.screens.palette.SLICE", -1.0)
    monkeypatch.setattr("reader.tui.screens.palette.PAUSE", 9.0)
    async with opened(text=LONG) as (pilot, screen):
        await typed(pilot, "secti")
        palette = pilot.app.screen
        assert isinstance(palette, PaletteScreen)
        assert palette._finding is not None  # the list is still the one before
        assert "Section" not in box(pilot)[0]
        await burst(pilot, *"on 3", "enter")  # which waits for the rest
        assert pilot.app.screen is screen
        assert screen.reading.section_at(screen.reading.here)[1] == "Section 3"
        await typed(pilot, "secti", "escape")
        assert pilot.app.screen is screen


async def test_actions_by_name() -> None:
    async with opened(size=(120, 40)) as (pilot, screen):
        before, place = window(pilot), pilot.app.cursor_position
        await typed(pilot, "cont")
        assert isinstance(pilot.app.screen, PaletteScreen)
        rows = box(pilot)
        assert rows[0].startswith("contents of the article")
        assert rows[0].endswith(" t")
        cursor = pilot.app.cursor_position
        assert window(pilot)[cursor.y][: cursor.x].endswith(": cont")
        await burst(pilot, "escape")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert window(pilot) == before
        assert pilot.app.cursor_position == place
        await typed(pilot, "cont", "enter")
        assert screen.panels["contents"].has_focus
        await typed(pilot, "", "ctrl+c")  # over a panel that has the focus
        assert pilot.app.screen is screen
        assert screen.panels["contents"].has_focus
        await typed(pilot, "?", "enter")
        assert isinstance(pilot.app.screen, HelpScreen)


async def test_letters_are_letters_and_a_burst_is_in_order() -> None:
    async with opened(text=LONG, size=(80, 24)) as (pilot, screen):
        await burst(pilot, ":", *"jkQ q")
        assert isinstance(pilot.app.screen, PaletteScreen)
        assert pilot.app.screen.prompt.value == "jkQ q"
        assert box(pilot) == ["nothing has these words"]
        await burst(pilot, "enter")
        assert isinstance(pilot.app.screen, PaletteScreen)
        await burst(pilot, *["backspace"] * 6)  # behind the last letter it closes
        assert pilot.app.screen is screen
        await burst(pilot, ":", *"detail 3", "enter", "j", "j", ":", *"wider", "enter", "j")
        assert pilot.app.screen is screen
        assert screen.measure == 70
        start = screen.reading.outline.sections[5].start
        assert screen.document.text[start:].startswith("Détail 3")
        here = screen.reading.viewport.row_of(start)
        await burst(pilot, "k", "k", "k")
        assert screen.reading.viewport.row_of(start) == here + 3
        await burst(pilot, "H")
        assert screen.reading.here == 0


async def test_headings_numbers_and_the_list() -> None:
    async with opened(text=LONG, size=(80, 24)) as (pilot, screen):
        await typed(pilot, "section")
        rows = box(pilot)
        assert [row.split()[0] for row in rows[:3]] == ["Section"] * 3
        await burst(pilot, "down", "ctrl+n", "ctrl+p", "pagedown", "pageup", "down", "down", "up")
        await burst(pilot, "down", "enter")
        assert screen.reading.section == 4  # Section 3, of five with a detail each
        await typed(pilot, "det 5")
        assert box(pilot)[0].split() == ["Détail", "5", "§10"]
        await burst(pilot, "ctrl+c")
        await typed(pilot, "42")
        assert box(pilot)[0] == "go to 42 %"
        await burst(pilot, "enter")
        assert "42 %" in status(pilot) or "43 %" in status(pilot)
        await burst(pilot, "H", "H")
        assert screen.reading.here == 0
        await burst(pilot, "slash", "a", "ctrl+p")  # not over the search
        assert pilot.app.screen is screen
        await burst(pilot, "escape", "ctrl+p")
        assert isinstance(pilot.app.screen, PaletteScreen)


async def test_the_box_lies_on_the_text_and_is_as_tall_as_its_list() -> None:
    async with opened(text=LONG, size=(120, 40)) as (pilot, screen):
        await typed(pilot, "")
        palette = pilot.app.screen
        assert isinstance(palette, PaletteScreen)
        full = palette.choices.region
        assert full.bottom == 39
        text = screen.geometry.text
        assert (full.x, full.right) == (text.x - 2, text.x + text.width + 2)
        await burst(pilot, *"narrower")
        region = palette.choices.region
        assert (region.x, region.y, region.height) == (full.x, full.y, 4)  # edges, prompt, entry
        assert box(pilot)[0].startswith("narrower measure")
        await pilot.resize_terminal(200, 30)
        await pilot.pause()
        assert palette.choices.region.x == screen.geometry.text.x - 2
        await burst(pilot, *["backspace"] * 8)
        assert palette.choices.region.height == 17


async def test_the_mouse() -> None:
    async with opened(text=LONG, size=(120, 40)) as (pilot, screen):
        await typed(pilot, "détail")
        await pilot.click(offset=(60, row_of(pilot, "Détail 4")))
        await pilot.pause()
        assert pilot.app.screen is screen
        assert screen.reading.section == 7
        await typed(pilot, "")
        palette = pilot.app.screen
        assert isinstance(palette, PaletteScreen)
        first = box(pilot)[0]
        palette.choices.scroll_rows(3)
        await pilot.pause()
        assert box(pilot)[0] != first
        assert palette.choices.cursor == 3
        palette.choices.scroll_rows(-99)
        assert palette.choices.cursor <= 19
        await pilot.click(offset=(60, 2))  # beside the box
        await pilot.pause()
        assert pilot.app.screen is screen
        await typed(pilot, "theme")
        await pilot.click(offset=(60, row_of(pilot, "choose a theme")))
        await pilot.pause()
        assert isinstance(pilot.app.screen, ThemeScreen)
        await burst(pilot, "j", "enter")
        await pilot.pause()
        assert Memory().setting("theme") == "light"


async def test_a_theme_is_kept() -> None:
    async with opened(size=(80, 24)) as (pilot, screen):
        await typed(pilot, "sep", "enter")
        assert pilot.app.screen is screen
        assert screen.ink.palette is SEPIA
        assert Memory().setting("theme") == "sepia"
        await typed(pilot, "sep")
        assert box(pilot)[0].endswith("theme, now")
        await burst(pilot, "ctrl+c")
        await typed(pilot, "light", "enter")
        assert screen.ink.palette is LIGHT


async def test_an_article_opens_over_this_one(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text(LONG, encoding="utf-8")
    async with reading(str(path), size=(80, 24)) as (pilot, below):
        await typed(pilot, "", "escape", "space")
        at = below.reading.here
        await typed(pilot, "guide")
        assert box(pilot)[0].split() == ["The", "Guide", "to", "reader", "article"]
        await burst(pilot, "enter")
        await pilot.pause()
        above = pilot.app.screen
        assert isinstance(above, ArticleScreen)
        assert above is not below
        assert above.linked
        assert "Guide" in above.document.metadata.title
        await typed(pilot, "long one", "enter")  # lately read, and not the one that is open
        await pilot.pause()
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert pilot.app.screen.document.metadata.title == "A long one"
        await burst(pilot, "q")
        await pilot.pause()
        assert pilot.app.screen is above
        await burst(pilot, "H")
        await pilot.pause()
        assert pilot.app.screen is below
        assert below.reading.here == at
        await typed(pilot, "", *"long one")
        assert not any(row.endswith("article") for row in box(pilot))
        await burst(pilot, "escape")
        path.unlink()
        await typed(pilot, "guide", "enter")
        await pilot.pause()
        await typed(pilot, "long one")
        assert box(pilot) == ["nothing has these words"]


async def test_justified_lines(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text(LONG, encoding="utf-8")
    async with reading(str(path), size=(80, 24)) as (pilot, screen):
        await burst(pilot, "4", "0", "j")
        at, row = screen.reading.here, screen.reading.viewport.row
        ragged = {len(line.rstrip()) for line in window(pilot)[:-1]}
        await typed(pilot, "just", "enter")
        assert "justified" in status(pilot)
        assert (screen.reading.here, screen.reading.viewport.row) == (at, row)
        justified = [len(line.rstrip()) for line in window(pilot)[:-1] if line.strip()]
        assert justified.count(max(justified)) > 15
        assert len(ragged) > 4
        await burst(pilot, "minus")
        assert screen.reading.layout.justify
        for _ in range(4):
            await burst(pilot, "minus")
        assert screen.measure == 46
        assert not screen.reading.layout.justify
        await typed(pilot, "just", "enter")
        assert "ragged" in status(pilot)
        await typed(pilot, "just", "enter")
        assert "from a measure of 50" in status(pilot)
        await burst(pilot, "0")
        assert screen.reading.layout.justify
    assert Memory().setting("justify") == "yes"
    async with reading(str(path), size=(80, 24)) as (pilot, screen):
        assert screen.reading.layout.justify
        await typed(pilot, "guide", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert pilot.app.screen.reading.layout.justify
        await typed(pilot, "ragged", "enter")
        assert not pilot.app.screen.reading.layout.justify
        assert Memory().setting("justify") == "no"


async def test_on_the_shelf() -> None:
    made = app("")
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shelf = made.screen
        assert isinstance(shelf, ShelfScreen)
        await typed(pilot, "")
        rows = box(pilot)
        assert rows[0].startswith("next article")
        assert not any("section" in row for row in rows)
        await burst(pilot, *"microsoft", "enter")
        await pilot.pause()
        assert isinstance(made.screen, ArticleScreen)
        await burst(pilot, "q")
        await pilot.pause()
        assert made.screen is shelf
        await typed(pilot, "sepia", "enter")
        assert shelf.ink.palette is SEPIA
        await typed(pilot, "choose", "enter")
        assert isinstance(made.screen, ThemeScreen)
        await burst(pilot, "escape")
        await typed(pilot, "q", "enter")
        await pilot.pause()
    assert made.return_code == 0


async def test_headings_that_are_found_while_it_is_open() -> None:
    text = LONG + "\n\n" + "Many words. " * 30_000 + "\n\n## The very last\n\nWords.\n"
    async with opened(text=text, size=(80, 24)) as (pilot, screen):
        await typed(pilot, "very last")
        while not screen.document.complete:
            await pilot.pause()
        await pilot.pause()
        assert box(pilot)[0].startswith("The very last")
        await burst(pilot, "enter")
        assert screen.reading.section == 10


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (3, 1), (20, 5), (8, 3)])
async def test_in_a_tiny_window(size: tuple[int, int]) -> None:
    async with opened(text=LONG, size=size) as (pilot, screen):
        await typed(pilot, "section 4", "down", "up", "enter")
        assert screen.reading.section == 6
        await typed(pilot, "x" * 40, "escape")
        assert pilot.app.screen is screen
