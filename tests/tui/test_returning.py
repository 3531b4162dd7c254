"""An article, and the shelf, as they were left: in the running application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.style import Style
from textual.pilot import Pilot

from reader.formats import parse
from reader.formats.source import Source, read_source
from reader.library.state import Memory, Record
from reader.paint import DARK
from reader.tui.app import ReaderApp
from reader.tui.ink import Ink
from reader.tui.screens import returning
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.page import CONTENTS, FACTS
from reader.tui.screens.shelf import ShelfScreen
from reader.typeset.line import UNICODE
from tests.tui.opening import status, until, window

TEXT = "---\ntitle: A long one\nfacts:\n  - Price: 5 dollars\n---\n" + "\n\n".join(
    f"## Section {n}\n\nThe words of section {n} begin here. " + f"More of {n} follows. " * 60
    for n in range(1, 9)
)


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "long.md"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


@asynccontextmanager
async def reading(
    source: str | Source,
    size: tuple[int, int] = (120, 40),
    *,
    find: str = "",
    section: str = "",
    memory: Memory | None = None,
) -> AsyncIterator[tuple[Pilot[int], ArticleScreen]]:
    """The application on a file or a source, with what is remembered of it."""
    if isinstance(source, str):
        source = read_source(source)
    record = Record(memory or Memory(), source)
    app = ReaderApp(
        parse(source), Ink(DARK, "true"), UNICODE, find=find, section=section, record=record
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        yield pilot, app.screen


@asynccontextmanager
async def shelf() -> AsyncIterator[tuple[Pilot[int], ShelfScreen]]:
    app = ReaderApp(None, Ink(DARK, "true"), UNICODE, find="", section="")
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ShelfScreen)
        yield pilot, app.screen


def line(pilot: Pilot[int], screen: ArticleScreen) -> str:
    """The line that is being read."""
    region = screen.geometry.text
    row = window(pilot)[region.y + screen.reading.viewport.row]
    return row[region.x : region.x + region.width].rstrip()


@pytest.mark.parametrize("key", ["q", "Q", "ctrl+c"])
async def test_reading_goes_on_at_the_same_line(path: str, key: str) -> None:
    async with reading(path) as (pilot, screen):
        await pilot.press("5", "t", "space", "j")
        here, words = screen.reading.here, line(pilot, screen)
        assert words
        await pilot.press(key)
    async with reading(path) as (pilot, screen):
        assert screen.reading.here == here
        assert line(pilot, screen) == words
        assert screen.reading.viewport.row == 2
        assert "▸" in window(pilot)[screen.geometry.text.y + 2]
        assert screen.view.has_focus
        # Nobody moved: it stays the same place.
    async with reading(path) as (pilot, screen):
        assert screen.reading.here == here


async def test_reading_goes_on_in_another_window(path: str) -> None:
    async with reading(path, (120, 40)) as (pilot, screen):
        await pilot.press("4", "2", "percent_sign")
        here = screen.reading.here
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
    async with reading(path, (40, 12)) as (pilot, screen):
        assert screen.reading.here == here
        assert screen.reading.viewport.row == 2
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert screen.reading.here == here
        assert screen.reading.viewport.row_of(here) >= 0


async def test_the_place_is_found_in_a_changed_file(path: str) -> None:
    async with reading(path) as (pilot, screen):
        await pilot.press("5", "t", "right_curly_bracket")
        text = screen.document.text[screen.reading.here :][:30]
        assert text.startswith("The words of section 5")
    Path(path).write_text(TEXT.replace("## Section 1", "An opening.\n\n## Section 1"))
    async with reading(path) as (_, screen):
        assert screen.document.text[screen.reading.here :].startswith(text)


async def test_an_article_read_to_its_end_begins_again_and_stays_read(path: str) -> None:
    async with reading(path) as (pilot, screen):
        await pilot.press("G")
        assert screen.reading.percent == 100
    for _ in range(2):
        async with reading(path) as (_, screen):
            assert screen.reading.here == 0
            assert not screen.reading.pointed
        assert [left.percent for left in Memory().recent(1)] == [100]
    async with reading(path) as (pilot, _):
        await pilot.press("space")
    assert 0 < Memory().recent(1)[0].percent < 50


async def test_another_place_that_is_asked_for_wins(path: str) -> None:
    async with reading(path) as (pilot, screen):
        await pilot.press("5", "t", "right_curly_bracket")
        here = screen.reading.here
    async with reading(path, section="section-2") as (pilot, screen):
        assert screen.reading.here == screen.reading.outline.sections[1].start
        await pilot.press("H")
        assert screen.reading.here == here
    async with reading(path, find="words of section") as (pilot, screen):
        await pilot.pause()
        assert screen.reading.here == screen.document.text.index("words of section 1")


async def test_an_unfinished_search_does_not_move_the_place(path: str) -> None:
    async with reading(path) as (pilot, screen):
        await pilot.press("3", "t")
        here = screen.reading.here
        await pilot.press("slash", *"section 7")
        assert screen.reading.here != here
    async with reading(path) as (_, screen):
        assert screen.reading.here == here


async def test_the_mark_after_a_pause_is_fainter_than_that_of_a_page_turn(path: str) -> None:
    def mark(screen: ArticleScreen) -> Style | None:
        row = screen.geometry.text.y + screen.reading.viewport.row
        strip = screen.view.render_line(row)
        return next((segment.style for segment in strip if "▸" in segment.text), None)

    async with reading(path) as (pilot, screen):
        await pilot.press("5", "t", "space")
        turned = mark(screen)
    async with reading(path) as (pilot, screen):
        faint = mark(screen)
        assert None not in (turned, faint)
        assert faint != turned
        await pilot.press("j")
        assert mark(screen) is None
        await pilot.press("space")
        assert mark(screen) == turned


async def test_the_place_is_written_once_the_moves_come_to_rest(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory()
    monkeypatch.setattr(returning, "REST", 0.02)
    async with reading(path, memory=memory) as (pilot, screen):
        await pilot.press("5", "t", "space", "space")
        here = screen.reading.here

        def is_written() -> bool:
            left = memory.read(memory.key(path))
            return left is not None and left.anchor.start == here

        await until(pilot, is_written)
        assert not screen._waiting  # nothing is looked at while nobody moves


async def test_a_look_at_a_phrase_does_not_move_the_place(path: str) -> None:
    async with reading(path) as (pilot, screen):
        await pilot.press("3", "t", "q")
        here = screen.reading.here
    async with reading(path, find="words of section 5") as (pilot, screen):
        assert screen.reading.section == 4
        await pilot.press("q")
    async with reading(path) as (_, screen):
        assert screen.reading.here == here
    async with reading(path, find="words of section 5") as (pilot, screen):
        assert screen.reading.section == 4
        await pilot.press("escape", "space", "q")
        on = screen.reading.here
    async with reading(path) as (_, screen):
        assert screen.reading.here == on
        assert on != here


async def test_nothing_but_the_text_stays_so_in_that_article(path: str, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(TEXT)
    async with reading(path) as (pilot, screen):
        await pilot.press("z", "q")
        shown = screen.shown
    async with reading(path) as (pilot, screen):
        assert screen.text_only
        await pilot.press("z")
        assert screen.shown == shown
        assert all(panel.display for panel in screen.panels.values())
    for file in (path, str(other)):
        async with reading(file) as (_, screen):
            assert not screen.text_only


async def test_x_closes_the_panel_with_the_keys_and_it_stays_closed(path: str) -> None:
    async with reading(path) as (pilot, screen):
        assert screen.shown == {CONTENTS, FACTS}
        await pilot.press("x")
        assert "no panel has the keys" in status(pilot)
        assert screen.shown == {CONTENTS, FACTS}
        await pilot.press("t", "x")
        assert screen.view.has_focus
        assert not screen.panels[CONTENTS].display
        assert screen.panels[FACTS].display
        await pilot.press("t", "t")  # a look at it leaves it closed
        assert screen.shown == {FACTS}
    async with reading(path) as (pilot, screen):
        assert screen.shown == {FACTS}
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await pilot.press("i", "x")  # over the text it is only put away
        assert not screen.overlay
        assert screen.view.has_focus
        assert screen.shown == {FACTS}


async def test_what_is_remembered_is_written_while_reading(path: str) -> None:
    memory = Memory()
    async with reading(path) as (pilot, screen):
        await pilot.press("5", "t")
        screen._save()  # as the timer does
        left = memory.read(memory.key(path))
        assert left is not None
        assert left.anchor.start == screen.reading.here
        place = Path(memory.places, Record(memory, read_source(path)).key)
        place.unlink()
        screen._save()
        assert not place.exists()  # nothing new, nothing written
        await pilot.press("j")
        screen._save()
        assert place.exists()


async def test_the_measure_is_remembered_for_all_articles(path: str, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(TEXT)
    async with reading(path) as (pilot, screen):
        assert screen.measure == 66
        await pilot.press("plus")
    async with reading(str(other)) as (pilot, screen):
        assert screen.measure == screen.reading.layout.measure == 70
        await pilot.press("0")
    async with reading(path) as (_, screen):
        assert screen.measure == 66
    for nonsense in ("x", "9" * 5000, "-3", "²"):
        Memory().remember("measure", nonsense)
        async with reading(path) as (_, screen):
            assert screen.measure == 66


async def test_panels_left_open_stay_so(path: str, tmp_path: Path) -> None:
    plain, other = tmp_path / "plain.md", tmp_path / "other.md"
    plain.write_text("# One\n\n" + "Words. " * 99 + "\n\n# Two\n\nMore.")
    other.write_text("# Three\n\n" + "Words. " * 99 + "\n\n# Four\n\nMore.")
    async with reading(str(plain)) as (pilot, screen):
        assert screen.shown == set()
        await pilot.press("t", "enter")
        assert screen.shown == {CONTENTS}
    async with reading(str(plain)) as (_, screen):
        assert screen.shown == {CONTENTS}
        assert screen.panels[CONTENTS].display
        assert screen.view.has_focus
    async with reading(str(other)) as (_, screen):
        assert screen.shown == set()  # that was a choice for the one article
    async with reading(path, (100, 40)) as (pilot, screen):
        assert screen.shown == {CONTENTS, FACTS}
        assert screen.panels[FACTS].display
        await pilot.press("t", "enter")
    async with reading(path, (100, 40)) as (_, screen):
        assert screen.panels[CONTENTS].display
        assert not screen.panels[FACTS].display


async def test_a_panel_that_was_closed_stays_closed_in_that_article(
    path: str, tmp_path: Path
) -> None:
    other = tmp_path / "other.md"
    other.write_text(TEXT)
    async with reading(path) as (_, screen):
        screen.shown = {FACTS}
    for file, shown in ((path, {FACTS}), (str(other), {CONTENTS, FACTS})):
        async with reading(file) as (_, screen):
            assert screen.shown == shown


async def test_marks_and_searches_are_remembered(path: str) -> None:
    memory = Memory()
    async with reading(path, memory=memory) as (pilot, screen):
        await pilot.press("3", "t", *"ma", "5", "t", "right_curly_bracket", *"mb", "g")
        await pilot.press("slash", *"section 2", "enter", "slash", *"section 7", "enter", "q")
    searches = Path(memory.folder, "searches")
    written = searches.stat().st_mtime_ns
    Path(path).write_text(TEXT.replace("## Section 1", "An opening.\n\n## Section 1"))
    async with reading(path) as (pilot, screen):
        await pilot.press(*"mc", "apostrophe", "b")
        assert screen.document.text[screen.reading.here :].startswith("The words of section 5")
        await pilot.press("apostrophe", "a")
        assert screen.reading.section == 2
        await pilot.press("apostrophe", "z")
        assert "there is no mark z" in status(pilot)
        await pilot.press("n")
        assert "/ section 7" in status(pilot)
        await pilot.press("slash", "up", "up")
        assert screen.prompt.value == "section 2"
        await pilot.press("escape", "q")
    assert searches.stat().st_mtime_ns == written  # nothing new, nothing written
    Path(path).write_text("# Another one\n\nOther words.")
    async with reading(path) as (pilot, _):
        await pilot.press("apostrophe", "b")
        assert "the words at mark b are gone" in status(pilot)


async def test_reading_works_with_nothing_to_write_to(path: str) -> None:
    memory = Memory("/dev/null/reader")
    async with reading(path, memory=memory) as (pilot, _):
        await pilot.press("5", "t", "plus", "q")
    assert memory.recent(1) == []


async def test_the_shelf_begins_with_what_was_read_last(path: str, tmp_path: Path) -> None:
    async with reading(Source("stdin", "# From elsewhere\n\nWords.", "markdown")) as (_, _screen):
        pass
    async with reading(path) as (pilot, screen):
        await pilot.press("4", "t")
        percent = screen.reading.percent
    async with shelf() as (pilot, screen):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        rows = [row.split() for row in window(pilot) if row.strip()]
        assert rows[1][:4] == ["Continue:", "A", "long", "one"]
        assert rows[1][-2:] == [str(percent), "%"]
        assert rows[2] == ["RECENT"]
        assert rows[3] == ["From", "elsewhere", "piped", "1", "min", "✓"]
        await pilot.press("j")
        await pilot.pause()
        assert "from a pipe" in status(pilot)
        await pilot.press("j", "enter")
        await pilot.pause()
        await pilot.press("space", "q")
        await pilot.pause()
        rows = [row.split() for row in window(pilot) if row.strip()]
        assert rows[1][:4] == ["Continue:", "The", "Guide", "to"]
        assert rows[1][-1] == "%"
        assert rows[3][:3] == ["A", "long", "one"]
        chosen = screen.view.chosen
        assert chosen is not None
        assert chosen.name == "guide"
        assert sum("Guide" in row for row in window(pilot)) == 1
        await pilot.press("j", "j", "enter")
        await pilot.pause()
        assert "From elsewhere" in "\n".join(window(pilot))
        await pilot.press("q")
        await pilot.pause()
        text = "\n".join(window(pilot))
        assert "Continue:" not in text  # it was read to its end
        assert "The Guide to reader" in text


async def test_of_articles_over_each_other_the_one_on_top_was_read_last(path: str) -> None:
    async with reading(path) as (pilot, screen):
        source = Source("stdin", "# On top\n\nWords.", "markdown")
        record = Record(Memory(), source)
        top = ArticleScreen(parse(source), screen.ink, screen.signs, record=record)
        await screen.app.push_screen(top)
        await pilot.pause()
        await pilot.press("Q")
    assert [left.title for left in Memory().recent(9)] == ["On top", "A long one"]


async def test_a_window_where_nobody_moved_leaves_the_place_of_another(path: str) -> None:
    async with reading(path) as (idle, _):
        async with reading(path) as (pilot, screen):
            await pilot.press("6", "t", "q")
            here = screen.reading.here
        await idle.press("q")
    async with reading(path) as (_, screen):
        assert screen.reading.here == here


async def test_a_look_at_a_section_does_not_move_the_place(path: str) -> None:
    async with reading(path) as (pilot, screen):
        await pilot.press("6", "t", "q")
        here = screen.reading.here
    async with reading(path, section="section-2") as (pilot, screen):
        assert screen.reading.section == 1
        await pilot.press("q")
    async with reading(path) as (_, screen):
        assert screen.reading.here == here
