"""Opening an article in the application, for tests of its behaviour."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from reader.formats import load, parse
from reader.formats.source import Source
from reader.paint import DARK
from reader.settings import Settings
from reader.shelf import resolve
from reader.tui.app import ReaderApp
from reader.tui.ink import Ink
from reader.tui.screens.article import ArticleScreen
from reader.typeset.line import ASCII, UNICODE

FRENCH = "microsoft-nvidia-anthropic"


def app(
    article: str = FRENCH,
    *,
    text: str | None = None,
    depth: str = "true",
    ascii: bool = False,
    find: str = "",
    section: str = "",
    library: str = "",
    settings: Settings | None = None,
) -> ReaderApp:
    """An application on a bundled article, on Markdown given as `text`, or (`""`) the shelf."""
    document = None
    if text is not None:
        document = parse(Source("test.md", text, "markdown"))
    elif article:
        document = load(resolve(article)[0])
    ink = Ink(DARK, depth, ascii=ascii)
    signs = ASCII if ascii else UNICODE
    return ReaderApp(
        document,
        ink,
        signs,
        find=find,
        section=section,
        library=library,
        settings=settings,
    )


@asynccontextmanager
async def opened(
    article: str = FRENCH,
    size: tuple[int, int] = (120, 40),
    *,
    text: str | None = None,
    find: str = "",
    section: str = "",
) -> AsyncIterator[tuple[Pilot[int], ArticleScreen]]:
    """The application running on an article, with its screen."""
    made = app(article, text=text, find=find, section=section)
    async with made.run_test(size=size) as pilot:
        await pilot.pause()
        screen = made.screen
        assert isinstance(screen, ArticleScreen)
        yield pilot, screen


async def until(pilot: Pilot[int], condition: Callable[[], object]) -> None:
    """Let the application go on until something is so."""
    async with asyncio.timeout(20):
        while not condition():
            await pilot.pause(0.005)


def window(pilot: Pilot[int]) -> list[str]:
    """The rows of the window as plain text."""
    app = pilot.app
    width, height = app.size
    rows = app.screen._compositor.render_strips(app.size)
    assert len(rows) == height
    return ["".join(segment.text for segment in row)[: 4 * width] for row in rows]


def status(pilot: Pilot[int]) -> str:
    """The status line as plain text."""
    return window(pilot)[-1]
