"""An article that comes through a pipe while it is read."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.formats import parse
from reader.formats.stream import Pipe
from reader.library.state import Memory, Record
from reader.paint import DARK
from reader.tui.app import ReaderApp
from reader.tui.ink import Ink
from reader.tui.screens.article import ArticleScreen
from reader.typeset.line import UNICODE
from tests.tui.opening import status, window
from tests.tui.test_returning import line

PARTS = [f"## Section {n}\n\nParagraph {n}. " + "Words of it. " * 60 + "\n\n" for n in range(9)]


@asynccontextmanager
async def coming(start: str) -> AsyncIterator[tuple[Pilot[int], ArticleScreen, int]]:
    """The application on a pipe through which `start` has come, and the end to write to."""
    reading, writing = os.pipe()
    pipe = Pipe(reading)
    os.write(writing, start.encode())
    pipe.begin(lambda: None, 0)
    record = Record(Memory(), None)
    ink = Ink(DARK, "true")
    document = parse(pipe.source())
    app = ReaderApp(document, ink, UNICODE, find="", section="", record=record, pipe=pipe)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        yield pilot, app.screen, writing


async def more(pilot: Pilot[int], screen: ArticleScreen, writing: int, text: str) -> None:
    """More comes, and is seen at the next looks."""
    os.write(writing, text.encode())
    screen._read_on()
    screen._next = 0
    screen._look_at_pipe()
    screen._look_at_pipe()
    await pilot.pause()


async def end(pilot: Pilot[int], screen: ArticleScreen, writing: int) -> None:
    os.close(writing)
    if screen.pipe is not None:
        screen._read_on()
    screen._look_at_pipe()
    await pilot.pause()


async def test_the_text_grows_and_the_place_stays() -> None:
    whole = "# Title\n\n" + "".join(PARTS)
    async with coming("# Title\n\n" + "".join(PARTS[:4])) as (pilot, screen, writing):
        assert "reading the pipe: 4 kB so far" in status(pilot)
        await pilot.press("3", "t", "j")
        shown = window(pilot)[:-1]
        await more(pilot, screen, writing, "".join(PARTS[4:6]))
        assert "5 kB so far" in status(pilot)
        assert window(pilot)[:-1] == shown
        assert len(screen.reading.outline.sections) == 6
        await pilot.press("/", *"paragraph 8")
        await more(pilot, screen, writing, "".join(PARTS[6:]))
        assert len(screen.reading.outline.sections) == 9  # what is typed is found there, too
        assert "1/1+" in status(pilot)
        assert "Paragraph 8" in line(pilot, screen)
        await end(pilot, screen, writing)
        assert "1/1 " in status(pilot)
        await pilot.press("escape")
        assert screen.pipe is None
        await pilot.pause()
        assert "so far" not in status(pilot)
        assert screen.document.data == whole.encode()
        assert window(pilot)[:-1] == shown
        await pilot.press("q")
    left = Memory().recent(1)[0]
    assert Path(left.path).read_text() == whole
    # The next time it comes slowly, its place is offered.
    async with coming("# Title\n\n" + "".join(PARTS[:4])) as (pilot, screen, writing):
        await more(pilot, screen, writing, "".join(PARTS[4:]))
        await end(pilot, screen, writing)
        assert "H goes there" in status(pilot)
        assert screen.reading.here == 0
        await pilot.press("H")
        assert "Paragraph 2" in line(pilot, screen)


async def test_mistakes_that_come_at_the_end_are_told() -> None:
    async with coming("# A comment\n") as (pilot, screen, writing):
        await more(pilot, screen, writing, "title: In YAML\nsections:\n  - heading: One\n")
        await more(pilot, screen, writing, "    blocks: [Words.]\nfacts: 5\n")
        await end(pilot, screen, writing)
        assert status(pilot).startswith(" stdin:6:")
        await pilot.press("j")
        assert "stdin:6" not in status(pilot)


async def test_what_is_not_found_so_far_may_be_found_later() -> None:
    async with coming("# Title\n\n" + "".join(PARTS[:4])) as (pilot, screen, writing):
        await pilot.press("2", "t", "/", *"section 1", "enter")  # a search before
        place = screen.reading.here
        await pilot.press("/", *"paragraph 5")
        await pilot.pause()
        assert "0/0+" in status(pilot)
        await more(pilot, screen, writing, PARTS[4])
        await pilot.press("enter")
        assert "0/0+  not found so far" in status(pilot)
        await pilot.press("n")
        assert "0/0+  not found so far" in status(pilot)
        await more(pilot, screen, writing, PARTS[5])
        assert "0/1+" in status(pilot)
        assert "not found" not in status(pilot)
        assert screen.reading.here == place  # nobody is led away
        await pilot.press("n")
        assert "Paragraph 5" in line(pilot, screen)
        await pilot.press("/", *"paragraph 99", "enter")
        await end(pilot, screen, writing)
        await pilot.pause()
        assert "not found: paragraph 99" in status(pilot)
        assert screen.reading.search is None


async def test_more_than_the_cap_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async with coming("# Title\n\nWords.\n") as (pilot, screen, writing):
        monkeypatch.setattr("reader.formats.stream.MAX_SIZE", 20)
        await more(pilot, screen, writing, "More words.\n")
        assert "larger than" in status(pilot)
        assert "its beginning" in status(pilot)
        with pytest.raises(BrokenPipeError):
            os.write(writing, b"x")
        os.close(writing)
        await pilot.press("j", "q")
    assert Memory().recent(1) == []


async def test_what_is_no_text_leaves_what_came_before() -> None:
    async with coming("# Title\n\nWords.\n") as (pilot, screen, writing):
        await more(pilot, screen, writing, "\0\1\2" * 99)
        assert "binary data, not text; this is its beginning" in status(pilot)
        assert "Words." in "".join(window(pilot))
        with pytest.raises(BrokenPipeError):
            os.write(writing, b"x")
        os.close(writing)
        await pilot.press("j", "q")
    assert pilot.app.return_value == 0
    assert Memory().recent(1) == []


async def test_an_article_in_yaml_waits_for_its_end() -> None:
    async with coming("# A comment\n") as (pilot, screen, writing):
        await more(pilot, screen, writing, "title: In YAML\nsections:\n  - heading: One\n")
        assert "In YAML" not in "".join(window(pilot))
        await more(pilot, screen, writing, "    blocks: [Words.]\n")
        await end(pilot, screen, writing)
        assert screen.document.metadata.title == "In YAML"
        assert not screen.document.problems


@pytest.mark.parametrize("key", ["escape", "t"])
async def test_it_is_kept_though_it_was_written_down_before_its_end(key: str) -> None:
    async with coming("# Title\n\n" + "".join(PARTS[:4])) as (pilot, screen, writing):
        screen._save()  # the place came to rest
        await pilot.press(key)
        await end(pilot, screen, writing)
        await pilot.press("ctrl+q")  # with `t` in the contents: the end has not been shown
    assert len(Memory().recent(1)) == 1
