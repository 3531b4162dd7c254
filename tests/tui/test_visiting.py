"""Pages of the web in the running application: opened over an article, from the list, asked again."""

import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.formats import parse
from reader.formats.source import read_source
from reader.library.bookmark import bookmark
from reader.library.state import Memory, Record
from reader.paint import DARK
from reader.tui.app import ReaderApp
from reader.tui.ink import Ink
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.shelf import ShelfScreen
from reader.typeset.line import UNICODE
from tests.formats.web.serving import Server, answer, serving
from tests.tui.opening import app, opened, status, until, window

WORDS = "Words that fill the page. " * 100
ARTICLE = f"# First\n\nSee [two](two#part) and [here](#end).\n\n{WORDS}\n\n## End\n\nThe end.\n"
SECOND = f"# Second\n\n{WORDS}\n\n## Part\n\nThe part.\n\n{WORDS}\n"


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "BROWSER", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        server.answers |= {"/one": answer(ARTICLE), "/two": answer(SECOND)}
        yield server


@asynccontextmanager
async def reading(url: str) -> AsyncIterator[tuple[Pilot[int], ArticleScreen]]:
    """The application on a page, as the command line opens it."""
    source = read_source(url)
    made = ReaderApp(
        parse(source),
        Ink(DARK, "true"),
        UNICODE,
        find="",
        section="",
        record=Record(Memory(), source),
    )
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(made.screen, ArticleScreen)
        yield pilot, made.screen


def on_top(pilot: Pilot[int]) -> str:
    """The title of the article on top."""
    screen = pilot.app.screen
    return screen.document.metadata.title if isinstance(screen, ArticleScreen) else ""


async def test_a_link_opens_on_top_at_its_section_and_is_left_again(server: Server) -> None:
    async with reading(server.url("/one")) as (pilot, first):
        await pilot.press("tab")
        assert "Enter opens it here" in status(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: on_top(pilot) == "Second")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ArticleScreen)
        assert screen.document[screen.reading.here : screen.reading.here + 4] == "Part"
        assert screen.document.address == server.url("/two")
        await pilot.press("j", "j", "q")
        assert pilot.app.screen is first
        left = [bookmark.path for bookmark in Memory().recent(5)]
        assert server.url("/two") in left


async def test_only_an_article_from_inside_leads_inside(server: Server) -> None:
    async with opened(text=f"[x]({server.url('/two')})", size=(80, 12)) as (pilot, screen):
        await pilot.press("tab", "enter")
        await until(pilot, lambda: "private network" in status(pilot))
        assert pilot.app.screen is screen
    assert not server.asked


async def test_errors_are_said_in_the_last_row(server: Server) -> None:
    server.answers["/two"] = answer("", status="403 Forbidden")
    async with reading(server.url("/one")) as (pilot, screen):
        await pilot.press("tab", "enter")
        await until(pilot, lambda: "does not let reader in (403)" in status(pilot))
        assert pilot.app.screen is screen
        await pilot.press("j")
        assert "403" not in status(pilot)


async def test_reading_goes_on_meanwhile_until_it_is_stopped(server: Server) -> None:
    ended = threading.Event()

    def slowly(_headers: dict[str, str]) -> Iterator[bytes]:
        yield answer(SECOND[:50], content_length=5000)
        ended.wait(5)

    server.answers["/two"] = slowly
    async with reading(server.url("/one")) as (pilot, screen):
        await pilot.press("tab", "enter")
        await until(pilot, lambda: "fetching 127.0.0.1" in status(pilot))
        await until(pilot, lambda: "1 %  1 kB  Esc stops" in status(pilot))
        await pilot.resize_terminal(60, 24)
        await until(pilot, lambda: f"{server.port}  1 %  1 kB  Esc stops" in status(pilot))
        await pilot.resize_terminal(30, 24)
        await until(pilot, lambda: "…  Esc stops" in status(pilot))
        here = screen.reading.here
        await pilot.press("space")
        assert screen.reading.here > here
        assert "fetching" in status(pilot)
        await pilot.press("escape")
        assert "stopped" in status(pilot)
        assert not screen.asks
        for key in ("q", "ctrl+c"):  # they stop it, too, and leave nothing
            await pilot.press("g", "tab", "enter")
            assert screen.asks
            await pilot.press(key)
            assert not screen.asks
            assert pilot.app.screen is screen
            assert pilot.app.is_running
        ended.set()


async def test_a_page_that_comes_waits_for_who_types(server: Server) -> None:
    async with reading(server.url("/one")) as (pilot, screen):
        await pilot.press("tab", "enter", "slash", "w")
        await until(pilot, lambda: screen._visit is not None and screen._visit._fetch.done)
        await pilot.pause(0.06)
        assert pilot.app.screen is screen
        assert screen.prompt.value == "w"
        await pilot.press("enter")
        await until(pilot, lambda: on_top(pilot) == "Second")


async def test_an_address_of_the_page_itself_is_a_jump(server: Server) -> None:
    server.answers["/one"] = answer(ARTICLE.replace("(#end)", f"({server.url('/one')}#end)"))
    async with reading(server.url("/one")) as (pilot, screen):
        await pilot.press("2", "tab", "enter")
        assert screen.reading.section == 0
        assert len(server.asked) == 1


async def test_asking_again_keeps_the_place(server: Server) -> None:
    server.answers["/one"] = answer(ARTICLE, cache_control="max-age=600", etag='"1"')
    async with reading(server.url("/one")) as (pilot, screen):
        await pilot.press("G")
        row = next(line for line in window(pilot) if "The end." in line)
        server.answers["/one"] = answer("", status="304 Not Modified", content_length=None)
        await pilot.press("r")
        await until(pilot, lambda: "not changed" in status(pilot))
        server.answers["/one"] = answer(ARTICLE.replace("See", "A new paragraph.\n\nSee"))
        await pilot.press("r")
        await until(pilot, lambda: "reloaded" in status(pilot))
        assert "A new paragraph." in screen.document.text
        assert row in window(pilot)
        server.answers["/one"] = answer("gone", status="404 Not Found")
        await pilot.press("r")
        await until(pilot, lambda: "no such page" in status(pilot))
        assert "The end." in screen.document.text
        await pilot.press("e")
        assert "no file to edit" in status(pilot)


async def test_the_source_of_a_page_is_its_address(server: Server) -> None:
    async with reading(server.url("/one")) as (pilot, _):
        await pilot.press("o")
        assert f"127.0.0.1:{server.port}/one" in status(pilot)


async def test_the_list_goes_on_with_a_page_and_with_its_copy(server: Server) -> None:
    url = server.url("/two")
    source = read_source(url)
    document = parse(source).finish()
    Record(Memory(), source).write(bookmark(document, document.text.index("The part"), 40))
    made = app("")
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(made.screen, ShelfScreen)
        assert made.screen.view.chosen is not None
        assert made.screen.view.chosen.path == url
        assert "Second" in "\n".join(window(pilot))
        server.close()
        await pilot.press("enter")
        await until(pilot, lambda: on_top(pilot) == "Second")
        await pilot.pause()
        assert "this is the copy of a moment ago" in status(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ArticleScreen)
        assert screen.reading.here == document.text.index("The part")
        await pilot.press("q")
        assert "fetching" not in status(pilot)


async def test_a_page_of_the_list_can_be_stopped(server: Server) -> None:
    ended = threading.Event()
    url = server.url("/two")
    source = read_source(url)
    Record(Memory(), source).write(bookmark(parse(source), 0, 40))

    def silent(_headers: dict[str, str]) -> bytes:
        ended.wait(5)
        return b""

    server.answers["/two"] = silent
    made = app("")
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in ("escape", "q"):
            await pilot.press("enter")
            await until(pilot, lambda: "fetching 127.0.0.1" in status(pilot))
            await pilot.press(key)
            assert "stopped" in status(pilot)
            assert isinstance(pilot.app.screen, ShelfScreen)
        ended.set()
