"""The mouse on the article screen: dragging, copying, and that everything can be reached by it."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from reader.library.state import FEW_STARTS, Memory
from reader.tui import clipboard
from reader.tui.rows import Position, part_at, status_right
from reader.tui.screens import selecting
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.shelf import ShelfScreen
from reader.tui.screens.themes import ThemeScreen
from tests.tui.opening import app, opened, status, window

TEXT = (
    "# One\n\nalpha beta gamma [a link](#two) delta\n\n"
    + "".join(f"Paragraph {n} of plain words.\n\n" for n in range(40))
    + "# Two\n\nThe end.\n"
)


@pytest.fixture(autouse=True)
def no_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is copied goes to the terminal."""
    monkeypatch.setattr(clipboard, "tools", lambda _environ: [])
    monkeypatch.setenv("TERM", "xterm")


def find(pilot: Pilot[int], text: str) -> tuple[int, int]:
    """Column and row of the window where `text` stands."""
    rows = window(pilot)
    row = next(y for y, shown in enumerate(rows) if text in shown)
    return rows[row].index(text), row


async def mouse(pilot: Pilot[int], event: type[events.MouseEvent], x: int, y: int) -> None:
    """What the driver sends, through the same door."""
    pilot.app.post_message(event(None, x, y, 0, 0, 1, False, False, False, x, y))
    await pilot.pause()


async def press_at(pilot: Pilot[int], *places: tuple[int, int]) -> None:
    """Press at the first place and drag over the others, without letting go."""
    await mouse(pilot, events.MouseDown, *places[0])
    for place in places[1:]:
        await mouse(pilot, events.MouseMove, *place)


async def drag(pilot: Pilot[int], *places: tuple[int, int]) -> None:
    """Drag from the first place to the last one."""
    await press_at(pilot, *places)
    await mouse(pilot, events.MouseUp, *places[-1])


def selected(screen: ArticleScreen) -> str:
    selection = screen.reading.selection
    return screen.document.text[selection.start : selection.end] if selection else ""


def lit(pilot: Pilot[int]) -> str:
    """What is painted as selected."""
    rows = pilot.app.screen._compositor.render_strips(pilot.app.size)
    return "".join(s.text for row in rows[:-1] for s in row if s.style and s.style.reverse)


async def test_a_drag_selects_and_y_copies() -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        x, y = find(pilot, "alpha")
        await drag(pilot, (x, y), (x + 3, y), (x + 9, y))
        assert selected(screen) == lit(pilot) == "alpha beta"
        assert "2 words selected · y copies" in status(pilot)
        await pilot.press("j", "k")
        assert "selected" not in status(pilot)
        assert lit(pilot) == "alpha beta"
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert lit(pilot) == "alpha beta"
        await pilot.press("y")
        assert pilot.app.clipboard == "alpha beta"
        assert "2 words sent to the terminal" in status(pilot)
        assert not selected(screen)
        # backwards, over blocks, from beside the text; Ctrl-c copies, then quits
        x, y = find(pilot, "Paragraph 1 ")
        await drag(pilot, (49, y), (x, y - 2))
        assert selected(screen) == "Paragraph 0 of plain words.\nParagraph 1 of plain words."
        await pilot.press("ctrl+c")
        assert pilot.app.clipboard.count("\n\n") == 1
        await pilot.press("ctrl+c")
    assert not pilot.app.is_running


async def test_what_puts_a_selection_away() -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        x, y = find(pilot, "alpha")
        for way in ("escape", "slash", "q", "click", "drag"):
            await drag(pilot, (x, y), (x + 4, y))
            assert selected(screen) == "alpha", way
            if way == "click":
                await mouse(pilot, events.MouseDown, 2, y)
                await mouse(pilot, events.MouseUp, 2, y)
            elif way == "drag":
                await drag(pilot, (2, y - 1), (x - 1, y - 1))
            else:
                await pilot.press(way)
            assert not selected(screen), way
            assert not lit(pilot), way
            if way == "slash":
                await pilot.press("ctrl+c")
        assert pilot.app.is_running
        await pilot.press("y")
        assert "no link is chosen" in status(pilot)


async def test_a_drag_from_a_link_selects_and_follows_nothing() -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        x, y = find(pilot, "a link")
        await drag(pilot, (x + 2, y), (x + 5, y))
        assert selected(screen) == "link"
        assert screen._chosen is None
        await drag(pilot, (x, y), (x + 3, y), (x, y))  # back again: of the link one letter
        assert selected(screen) == "a"
        assert screen._chosen is None
        # a link chosen later is what y copies
        await pilot.press("tab", "y")
        assert pilot.app.clipboard == "#two"
        assert selected(screen) == "a"


async def test_double_and_triple_clicks() -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        x, y = find(pilot, "beta")
        await pilot.click(offset=(x + 1, y), times=2)
        assert selected(screen) == "beta"
        await pilot.click(offset=(x + 1, y), times=3)
        assert selected(screen) == "alpha beta gamma a link delta"
        await pilot.click(offset=(x + 1, y), times=4)
        assert selected(screen) == ""
        link, y = find(pilot, "a link")
        await pilot.click(offset=(link, y), times=3)  # follows it, whatever stands there then
        assert selected(screen) == ""
        assert screen.document.text[screen.reading.here :].startswith("Two")


async def test_beyond_the_edges_the_text_scrolls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selecting, "TICK", 0)
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        x, y = find(pilot, "Paragraph 3 ")
        await press_at(pilot, (x, y), (x, y + 1), (40, 23))
        while not screen.reading.viewport.at_end:
            await pilot.pause()
        await mouse(pilot, events.MouseUp, 40, 23)
        assert selected(screen).startswith("Paragraph 3 of")
        assert selected(screen).endswith("The end.")
        place = screen.reading.viewport.top
        await pilot.pause()
        assert screen.reading.viewport.top == place
        await press_at(pilot, (60, 10), (60, 9), (0, 0))
        while not screen.reading.viewport.at_start:
            await pilot.pause()
        assert selected(screen).startswith("One\nalpha")
        await pilot.press("space")  # whatever scrolls, what is under the pointer is selected
        assert not selected(screen).startswith("One")
        await mouse(pilot, events.MouseUp, 0, 0)
        assert "words selected" in status(pilot)
        # along the first row there is nothing to scroll to
        await pilot.press("G")
        place = screen.reading.viewport.top
        await drag(pilot, (10, 0), (30, 0))
        await pilot.pause()
        assert screen.reading.viewport.top == place


async def test_no_more_is_painted_than_what_changed() -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        x, y = find(pilot, "Paragraph 3 ")
        await press_at(pilot, (x, y), (x + 2, y))
        painted: list[int] = []
        render = screen.view.render_line
        screen.view.render_line = lambda y: painted.append(y) or render(y)  # type: ignore
        await mouse(pilot, events.MouseMove, x + 5, y)
        assert painted == [y]
        painted.clear()
        await mouse(pilot, events.MouseMove, x + 5, y)
        assert painted == []
        await mouse(pilot, events.MouseMove, x + 5, y + 4)
        assert painted == [y, y + 2, y + 4]


async def test_a_drag_that_ends_elsewhere_and_other_buttons() -> None:
    async with opened("guide", size=(120, 40)) as (pilot, screen):
        x, y = find(pilot, "You are reading")
        before = pilot.app.focused
        for event in (events.MouseDown, events.MouseUp):
            for button in (2, 3):
                place = (4, 6, 0, 0, button, False, False, False, 4, 6)  # in the contents
                pilot.app.post_message(event(None, *place))
        await pilot.pause()
        assert pilot.app.focused is before
        assert screen.reading.here == 0
        await drag(pilot, (x, y), (x + 5, y), (110, y))
        assert selected(screen).startswith("You are reading an article")
        assert pilot.app.mouse_captured is None
        assert screen.reading.viewport.at_start
        # as one burst, over a slow line: the text hears of the start only
        app, screen.reading.selection = pilot.app, None
        for event, column in ((events.MouseDown, x), (events.MouseUp, 110)):
            app.post_message(event(None, column, y, 0, 0, 1, False, False, False, column, y))
        await pilot.pause()
        assert selected(screen).startswith("You are reading an article")
        assert app.mouse_captured is None


async def test_everything_can_be_reached_by_clicks() -> None:
    for _ in range(FEW_STARTS):
        Memory().count_start()
    made = app("")
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(made.screen, ShelfScreen)
        await pilot.click(offset=find(pilot, "The Guide to reader"))
        await pilot.pause()
        screen = made.screen
        assert isinstance(screen, ArticleScreen)
        await pilot.click(offset=find(pilot, "? keys"))
        await pilot.click(offset=find(pilot, "close what is on top"))
        await pilot.pause()
        assert isinstance(made.screen, ShelfScreen)


async def test_the_status_line_can_be_clicked() -> None:
    async with opened("guide", (80, 24)) as (pilot, screen):
        made = pilot.app
        # keys, contents; headings and the text put what lies over it away
        await pilot.click(offset=find(pilot, "? keys"))
        assert isinstance(made.screen, HelpScreen)
        await pilot.click(offset=find(pilot, "end  "))
        await pilot.pause()
        assert made.screen is screen
        assert screen.reading.viewport.at_end
        await pilot.click(offset=find(pilot, "§"))
        assert screen.overlay == "contents"
        await pilot.click(offset=find(pilot, "t CONTENTS"))
        assert screen.overlay == ""
        await pilot.click(offset=find(pilot, "§"))
        await pilot.click(screen.view, offset=(2, 12))
        assert screen.overlay == ""
        await pilot.click(offset=find(pilot, "? keys"))
        await pilot.click(offset=find(pilot, "q back"))
        assert made.screen is screen
        await pilot.click(offset=find(pilot, "? keys"))
        await pilot.click(offset=find(pilot, "search as you type"))
        await pilot.pause()
        assert screen.prompt.has_focus
        await pilot.click(screen.prompt)
        await pilot.press("h", "a", "y")
        assert screen.reading.search
        assert screen.reading.search.text == "hay"


async def test_each_key_of_a_row_can_be_clicked() -> None:
    async with opened("guide", (80, 24)) as (pilot, screen):
        made = pilot.app
        await pilot.press("G")
        for column, end in ((0, False), (11, True), (0, False)):  # H, L
            await pilot.click(offset=find(pilot, "100 %" if not end else "? keys"))
            x, y = find(pilot, "H Ctrl-o · L")
            await pilot.click(offset=(x + column, y))
            await pilot.pause()
            assert screen.reading.viewport.at_end == end
        await pilot.click(offset=find(pilot, "? keys"))
        x, y = find(pilot, "x · z")
        await pilot.click(offset=(x + 4, y))
        await pilot.pause()
        assert screen.text_only
        await pilot.click(offset=(40, 23))
        assert not screen.text_only
        await pilot.click(offset=find(pilot, "? keys"))
        await pilot.click(offset=find(pilot, "theme ·"))
        await pilot.pause()
        assert isinstance(made.screen, ThemeScreen)
        await pilot.click(offset=(5, 5))
        assert made.screen is screen


async def test_the_first_keys_and_the_closing_line_do_what_they_say(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# One\n\n" + TEXT)
    made = app("", library=str(tmp_path))
    async with made.run_test(size=(80, 24)) as pilot:
        shelf = made.screen
        assert isinstance(shelf, ShelfScreen)
        await made.workers.wait_for_complete()
        await pilot.pause()
        # the shelf's row
        await pilot.click(offset=find(pilot, "/ filters"))
        await pilot.pause()
        assert shelf.prompt.has_focus
        await pilot.press(*"one")
        await pilot.click(offset=(40, 20))
        await pilot.click(offset=find(pilot, "Esc shows all"))
        assert "/ filters" in status(pilot)
        await pilot.click(offset=find(pilot, "? keys"))
        await pilot.pause()
        assert isinstance(made.screen, HelpScreen)
        await pilot.press("q")
        await pilot.pause()
        before = status(pilot)
        await pilot.click(offset=find(pilot, "· q"))  # between two of them
        assert (made.screen, status(pilot)) == (shelf, before)
        await pilot.click(offset=find(pilot, "Enter reads"))
        await pilot.pause()
        screen = made.screen
        assert isinstance(screen, ArticleScreen)
        # the article's
        await pilot.click(offset=find(pilot, "page  /"))
        assert not screen.reading.viewport.at_start
        await pilot.click(offset=find(pilot, "contents"))
        assert screen.overlay == "contents"
        await pilot.press("t")
        await pilot.press("G")
        x, y = find(pilot, "The end ·")
        await pilot.click(offset=(x - 6, y))
        assert made.screen is screen
        await pilot.click(offset=(x + 4, y), times=2)  # the second one opens nothing
        await pilot.pause()
        assert made.screen is shelf
        await pilot.press("enter")
        await pilot.pause()
        await pilot.click(offset=find(pilot, "q back"))
        await pilot.pause()
        assert made.screen is shelf
        await pilot.click(offset=find(pilot, "q quits"))
        await pilot.pause()
    assert not made.is_running


@pytest.mark.parametrize("ascii", [False, True])
def test_parts_of_the_status_line(ascii: bool) -> None:
    position = Position("A 1/2 section", "1/2", 38, 2)
    for room in range(60):
        right = status_right(position, room, ascii)
        parts = [part_at(right, column, position, ascii) for column in range(-1, len(right) + 1)]
        assert parts[0] == parts[-1] == ""
        shown = right.rfind("1/2") + 3 if "1/2" in right else 0
        assert parts[1:-1] == ["contents"] * shown + ["keys"] * (len(right) - shown)
    assert part_at("38 % · 2 min", 0, Position("", "", 38, 2)) == "keys"


async def test_a_click_on_a_fact_lights_its_sentence() -> None:
    async with opened() as (pilot, screen):
        await pilot.click(offset=find(pilot, "30 Md$"))
        start, end = screen.reading.lit or (0, 0)
        assert "milliards de dollars de services" in screen.document.text[start:end]
        assert screen.view.has_focus


async def test_the_wheel_on_the_keys_and_the_terminals_own_mouse() -> None:
    async with opened(text=TEXT, size=(60, 16)) as (pilot, _):
        await pilot.press("question_mark")
        x, y = find(pilot, "j ↓")
        await mouse(pilot, events.MouseScrollDown, 30, 8)
        assert find(pilot, "Space f")[1] == y - 1
        await mouse(pilot, events.MouseScrollUp, 30, 8)
        assert find(pilot, "j ↓") == (x, y)
        await pilot.click(offset=find(pilot, "Space more"))
        assert "Links and marks" in "".join(window(pilot))
        await pilot.press("q", "M")
        assert "the mouse is the terminal's" in status(pilot)
        await pilot.press(*":mouse", "enter")
        assert "reader's again" in status(pilot)
