"""The shelf in the running application: its keys, its filter, the files behind it."""

import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from reader.formats import load
from reader.formats import source as sources
from reader.formats.source import read_source
from reader.library.bookmark import bookmark
from reader.library.state import Memory, Record
from reader.paint import DARK
from reader.tui.app import ReaderApp
from reader.tui.ink import Ink
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.shelf import ShelfScreen
from reader.typeset.line import ASCII, UNICODE
from tests.tui.opening import status, window

NAMES = ("Alpha", "Bravo", "Charlie", "Delta")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        text = f"---\ntitle: {name} in été\nauthor: Author {number}\ndate: 202{number}-01-01\n---\n"
        (folder / f"{9 - number}.md").write_text(text + "Some words. " * 900 * (number + 1))
    return folder


@asynccontextmanager
async def shelf(
    library: Path, size: tuple[int, int] = (80, 30), *, ascii: bool = False
) -> AsyncIterator[tuple[Pilot[int], ShelfScreen]]:
    """The application on the shelf, all files read."""
    ink = Ink(DARK, "true", ascii=ascii)
    signs = ASCII if ascii else UNICODE
    app = ReaderApp(None, ink, signs, find="", section="", library=str(library))
    async with app.run_test(size=size) as pilot:
        assert isinstance(app.screen, ShelfScreen)
        yield pilot, app.screen


async def settle(pilot: Pilot[int]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def chosen(screen: ShelfScreen) -> str:
    entry = screen.view.chosen
    return entry.title.split()[0] if entry is not None else ""


def listed(screen: ShelfScreen) -> str:
    """The first letters of the titles of one's own articles, as listed."""
    return "".join(
        row.entry.title[0] for row in screen.view.rows if row.entry in screen.listing.own
    )


async def test_moving_and_opening(library: Path) -> None:
    async with shelf(library) as (pilot, screen):
        assert chosen(screen) == "The"  # the guide, for somebody who has read nothing yet
        await settle(pilot)
        assert listed(screen) == "ABCD"
        assert chosen(screen) == "The"
        row = next(row for row in window(pilot) if "Bravo" in row)
        assert row.split() == ["Bravo", "in", "été", "2021-01-01", "16", "min"]
        assert status(pilot).strip() == "Enter reads · / filters · ? keys · q quits"
        await pilot.press("j", "j", "j", "j", "k", "j")
        assert chosen(screen) == "Bravo"
        assert pilot.app.cursor_position.y == window(pilot).index(row)
        await pilot.press("G")
        assert chosen(screen) == "Delta"
        await pilot.press("g", "k", "space", "b")
        assert chosen(screen) == "The"
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)
        text = "\n".join(window(pilot))
        assert "sort your articles" in text
        assert "q back to the list" in text
        await pilot.press("q", "G", "k", "enter", "space")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ArticleScreen)
        percent = pilot.app.screen.reading.percent
        await pilot.press("q")
        await settle(pilot)
        assert chosen(screen) == "Charlie"
        rows = [row.split() for row in window(pilot) if row.strip()]
        assert rows[1][:2] == ["Continue:", "Charlie"]
        assert rows[1][-2:] == [str(percent), "%"]
        assert listed(screen) == "CABD"
        await pilot.press("question_mark")
        await pilot.pause()
        row = next(y for y, text in enumerate(window(pilot)) if "filter by words" in text)
        await pilot.click(offset=(window(pilot)[row].index("filter by words"), row))
        await pilot.pause()
        assert screen.prompt.display
        await pilot.press("escape", "q")
        await pilot.pause()
        assert not pilot.app.is_running


async def test_filtering(library: Path) -> None:
    async with shelf(library) as (pilot, screen):
        await settle(pilot)
        await pilot.press("G", "k", "slash", *"ete auth")
        await pilot.pause()
        assert listed(screen) == "ABCD"
        assert chosen(screen) == "Charlie"
        assert "4 found" in status(pilot)
        await pilot.press("backspace", "backspace", "backspace", "backspace", *"bra")
        await pilot.pause()
        assert (listed(screen), chosen(screen)) == ("B", "Bravo")
        await pilot.press("escape")
        assert (listed(screen), chosen(screen)) == ("ABCD", "Charlie")
        # In one burst: Enter counts for what was typed before it.
        await pilot.press("slash", *"delta", "enter", "j", "k")
        assert (listed(screen), chosen(screen)) == ("D", "Delta")
        await pilot.pause()
        assert status(pilot).strip() == "/ delta  1 found · Esc shows all"
        await pilot.press("slash", *"zz", "escape")
        assert (listed(screen), chosen(screen)) == ("D", "Delta")
        await pilot.press("slash", *"zz", "enter", "j", "enter", "S")
        await pilot.pause()
        assert screen.view.chosen is None
        assert "no article has all of these words" in "\n".join(window(pilot))
        await pilot.press("escape")
        assert (listed(screen), chosen(screen)) == ("ABCD", "Delta")


async def test_sorting_keeps_the_article(library: Path) -> None:
    async with shelf(library) as (pilot, screen):
        await settle(pilot)
        await pilot.press("G", "k", "S", "S")
        await pilot.pause()
        assert (listed(screen), chosen(screen)) == ("DCBA", "Charlie")
        assert status(pilot).startswith(" your articles: newest first")
        await pilot.press("S", "j")
        assert (listed(screen), chosen(screen)) == ("ABCD", "Delta")
        assert Memory().setting("sort") == "length"
    async with shelf(library) as (pilot, screen):
        assert screen.listing.sort == "length"


async def test_the_mouse(library: Path) -> None:
    async with shelf(library, (80, 9)) as (pilot, screen):
        await settle(pilot)
        await pilot._post_mouse_events(  # the wheel leaves the cursor where it is
            [events.MouseScrollDown], widget=screen.view, offset=(5, 3)
        )
        await pilot.pause()
        assert chosen(screen) == "The"
        row = next(y for y, text in enumerate(window(pilot)) if "Alpha" in text)
        heading = next(y for y, text in enumerate(window(pilot)) if "YOUR ARTICLES" in text)
        await pilot.click(offset=(9, heading))
        assert pilot.app.screen is screen
        await pilot.click(offset=(9, row))
        await pilot.pause()
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert pilot.app.screen.document.metadata.title.startswith("Alpha")


async def test_reading_the_folder_again(library: Path) -> None:
    async with shelf(library) as (pilot, screen):
        await settle(pilot)
        await pilot.press("G")
        (library / "new.md").write_text("# Echo\n\nWords.")
        (library / "9.md").unlink()
        await pilot.press("r")
        await settle(pilot)
        assert (listed(screen), chosen(screen)) == ("BCDE", "Delta")
        assert status(pilot).startswith(" 4 articles in your folder")


async def test_what_is_no_longer_an_article_is_one_line(library: Path) -> None:
    async with shelf(library) as (pilot, screen):
        await settle(pilot)
        path = library / "9.md"
        said = []
        await pilot.press("j", "j", "j")
        for change in (path.unlink, lambda: os.mkfifo(path), path.unlink, path.mkdir):
            change()
            await pilot.press("enter")
            await pilot.pause()
            assert pilot.app.screen is screen
            said.append(screen._message.rpartition(": ")[2])
            assert screen._message[:9] in status(pilot)
    assert said == [
        "no such file",
        "is a pipe, not a file",
        "no such file",
        "is a folder, not a file",
    ]


async def test_empty_folders_and_what_cannot_be_read(tmp_path: Path) -> None:
    async with shelf(tmp_path / "none") as (pilot, screen):
        text = "\n".join(window(pilot))
        assert "none yet: put files in" in text
        assert "Continue" not in text
    (tmp_path / "file").write_text("")
    async with shelf(tmp_path / "file", (200, 20)) as (pilot, screen):
        assert "file cannot be read: not a directory" in "\n".join(window(pilot))
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("")
    (tmp_path / "c.md").write_text("Words.")
    async with shelf(tmp_path) as (pilot, screen):
        await settle(pilot)
        rows = [row.strip() for row in window(pilot)]
        at = rows.index("NOT LISTED  2 files could not be read")
        assert rows[at + 1 : at + 3] == ["a.md: the file is empty", "b.md: the file is empty"]
        assert listed(screen) == "c"
        await pilot.press("r")
        await settle(pilot)
        assert "2 files could not be read" in "\n".join(window(pilot))


async def test_a_link_to_what_is_no_article_is_an_article_like_others(tmp_path: Path) -> None:
    secret = tmp_path / "elsewhere"
    secret.write_text("root:x:0:0\n")
    library = tmp_path / "library"
    library.mkdir()
    (library / "pw.md").symlink_to(secret)
    (library / "nowhere.md").symlink_to(tmp_path / "none")
    (library / "device.md").symlink_to("/dev/null")
    before = secret.stat()
    async with shelf(library) as (pilot, screen):
        await settle(pilot)
        assert [entry.name for entry in screen.listing.own] == ["pw"]
        await pilot.press("j", "j", "j", "j", "enter")
        await pilot.pause()
        assert "root:x:0:0" in "\n".join(window(pilot))
        await pilot.press("q")
    assert (secret.stat().st_mtime_ns, secret.stat().st_mode) == (
        before.st_mtime_ns,
        before.st_mode,
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "library"]


async def test_hostile_names(tmp_path: Path) -> None:
    for name in ("e\x1b]0;x\x07\nv\u202e[b].md", "[@click=app.quit]x.md", "y" * 250 + ".md"):
        (tmp_path / name).write_text("---\ntitle: '[/] [bold]x'\n---\nWords.")
    (tmp_path / "\x1b[2J.txt").write_text("Words.")
    for size in ((120, 30), (40, 12), (5, 3)):
        async with shelf(tmp_path, size) as (pilot, _):
            for _ in range(2):
                text = "".join(window(pilot))
                assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", text)
                await settle(pilot)
                await pilot.press("G")
            if size[0] > 5:
                assert "[/] [bold]x" in text


async def test_no_file_is_opened_before_the_list_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.shelf._files", list)
    for number in range(400):
        os.close(os.open(tmp_path / f"{number:05}.md", os.O_CREAT | os.O_WRONLY))
    opened: list[str] = []

    def opener(path: str, flags: int) -> int:
        opened.append(path)
        return os.open(path, flags)

    monkeypatch.setattr(sources, "at_once", opener)
    monkeypatch.setattr(ShelfScreen, "_read_on", lambda self: None)
    async with shelf(tmp_path, (80, 24)) as (pilot, screen):
        await pilot.pause()
        assert sum(row.strip().startswith("000") for row in window(pilot)) >= 18
        await pilot.press("G", "slash", *"0399", "enter")
        assert chosen(screen) == "00399"
        assert opened == []


async def test_what_is_in_view_is_read_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(400):
        (tmp_path / f"{number:03}.md").write_text("Words.")
    order: list[str] = []
    real = ShelfScreen._ask

    def ask(self: ShelfScreen, entry: object, times: object) -> object:
        order.append(entry.name)  # type: ignore[attr-defined]
        return real(self, entry, times)  # type: ignore[arg-type]

    monkeypatch.setattr(ShelfScreen, "_ask", ask)
    monkeypatch.setattr(ShelfScreen, "_times", {}, raising=False)
    start = ShelfScreen._read_on
    monkeypatch.setattr(ShelfScreen, "_read_on", lambda self: None)
    async with shelf(tmp_path, (80, 24)) as (pilot, screen):
        await pilot.pause()
        await pilot.press("G")
        await pilot.pause()
        start(screen)
        await settle(pilot)
        assert set(order[:15]) <= {f"{number}" for number in range(370, 400)}
        assert len(order) == 400 == len(set(order))


async def test_progress_of_what_was_read_long_ago(library: Path) -> None:
    memory = Memory()
    for number in range(8):
        path = str(library / f"old{number}.md")
        Path(path).write_text("Words. " * 99)
        document = load(path).finish()
        Record(memory, read_source(path)).write(bookmark(document, 20, 10 + number))
    async with shelf(library, (80, 40)) as (pilot, screen):
        await settle(pilot)
        rows = [row.split() for row in window(pilot) if row.strip()]
        assert rows[1] == ["Continue:", "old7", "1", "min", "17", "%"]
        assert [row[0] for row in rows[3:8]] == ["old6", "old5", "old4", "old3", "old2"]
        assert next(row for row in rows if row[0] == "old1")[-2:] == ["11", "%"]
        assert chosen(screen) == "old7"
        await pilot.press("S")
        assert listed(screen)[6:] == "ooABCD"


async def test_ascii(library: Path) -> None:
    async with shelf(library, ascii=True) as (pilot, _):
        await settle(pilot)
        text = "\n".join(window(pilot)).replace("été", "")
        assert text.isascii()
        assert "4 - by title" in text
