"""The first screen is what the page of the running application shows, but for the panels."""

import os
from pathlib import Path

import pyte
import pytest
from rich.color import ColorSystem
from textual.pilot import Pilot

from reader.formats import parse
from reader.formats.source import read_source
from reader.library.state import Record
from reader.shelf import resolve
from reader.tui.app import ReaderApp
from reader.tui.first import FirstScreen
from reader.tui.screens.article import ArticleScreen
from reader.tui.start import Start

LONG = "---\ntitle: A long one\nlang: en\n---\n" + "".join(
    f"## Section {n}\n\n" + f"Words of section {n} and of no other one. " * 300 + "\n\n"
    for n in range(1, 60)
)
SIZES = [(120, 40), (100, 30), (80, 24), (60, 20), (20, 5), (1, 1)]


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "long.md"
    path.write_text(LONG, encoding="utf-8")
    return str(path)


QUOTED = """---
lang: fr
title: “Quotes”
---
“Somebody” begins the text with a mark, and goes on until the second line of it is reached at last.

« Somebody » does so in another language, which puts a space after it and is wider by that much too.

> “A block quote” has its lines indented, since there is a bar where the mark would otherwise hang.

"""


def opening(
    path: str, size: tuple[int, int], section: str = "", find: str = ""
) -> tuple[FirstScreen, ReaderApp]:
    """The first screen of an article, and the application on it, as the command line makes them."""
    environ = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    start = Start(environ)
    source = read_source(path)
    record = Record(start.memory, source)
    document = parse(source)
    first = FirstScreen(start, document, source, record, section, *size, find)
    app = ReaderApp(
        document,
        start.ink,
        start.signs,
        find=find,
        section=section,
        record=record,
        settings=start.settings,
    )
    return first, app


Cell = tuple[object, ...]


def cells(rows: list[str], size: tuple[int, int]) -> list[list[Cell]]:
    """What a terminal shows when it is given the rows: the cells with their look."""
    screen = pyte.Screen(*size)
    screen.reset_mode(pyte.modes.DECAWM)
    pyte.Stream(screen).feed("".join(f"\x1b[{y};1H{row}" for y, row in enumerate(rows, 1)))
    return [[tuple(screen.buffer[y][x]) for x in range(size[0])] for y in range(size[1])]


def page(pilot: Pilot[int], size: tuple[int, int]) -> list[list[Cell]]:
    """What the application shows."""
    strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
    rows = []
    for strip in strips:
        row = ""
        for text, style, _ in strip:
            row += style.render(text, color_system=ColorSystem.TRUECOLOR) if style else text
        rows.append(row)
    return cells(rows, size)


async def compare(
    first: FirstScreen, app: ReaderApp, size: tuple[int, int], status: int = 0
) -> str:
    """Check that both show the same beside the panels' columns; the first row of the text.

    Of the status line that is what stands left of its last `status` cells: how many sections and
    minutes there are is known better when more is parsed.
    """
    rows, cursor = first.painted()
    assert len(rows) == size[1]
    made = cells(rows, size)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ArticleScreen)
        shown = page(pilot, size)
        text = screen.geometry.text
        left, right = max(text.x - 2, 0), text.x + text.width
        for row in range(size[1] - 1):
            assert made[row][left:right] == shown[row][left:right], row
        assert made[-1][: size[0] - status] == shown[-1][: size[0] - status]
        assert cursor == (text.x, text.y + screen.reading.viewport.row)
    return "".join(str(cell[0]) for cell in made[text.y][text.x : right]).strip()


@pytest.mark.parametrize("size", SIZES)
async def test_an_article_that_ends_in_the_window(size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "short.md"
    path.write_text("---\ntitle: Short\n---\nA few words, and that is all.\n", encoding="utf-8")
    first, app = opening(str(path), size)
    assert await compare(first, app, size) == ("Short" if size[1] > 1 else "")


@pytest.mark.parametrize("size", SIZES)
async def test_an_article_at_its_beginning(size: tuple[int, int]) -> None:
    path, _ = resolve("microsoft-nvidia-anthropic")
    first, app = opening(path, size)
    await compare(first, app, size)


@pytest.mark.parametrize(("size", "start"), [((80, 24), "“Quotes"), ((60, 20), " “Quotes")])
async def test_quotation_marks_in_the_margin(
    tmp_path: Path, size: tuple[int, int], start: str
) -> None:
    path = tmp_path / "quoted.md"
    path.write_text(QUOTED + "More words. " * 200, encoding="utf-8")
    screen, app = opening(str(path), size)
    await compare(screen, app, size)
    row = "".join(str(cell[0]) for cell in cells(screen.painted()[0], size)[0])
    assert row[screen.geometry.text.x - 1 :].startswith(start)


async def test_a_section(article: str) -> None:
    first, app = opening(article, (100, 30), "section-40")
    await compare(first, app, (100, 30), status=30)


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
@pytest.mark.parametrize("find", ["Anthropic", "milliards"])
async def test_what_is_found(
    size: tuple[int, int], find: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.first.LOOK", 60.0)  # however slow the machine is
    monkeypatch.setattr("reader.tui.screens.searching.SLICE", 60.0)
    path, _ = resolve("microsoft-nvidia-anthropic")
    first, app = opening(path, size, find=find)
    assert first.found
    await compare(first, app, size)


async def test_what_is_found_far_down_and_not_where_it_was_left(article: str) -> None:
    text = parse(read_source(article)).finish().text
    await read(article, text.index("Words of section 50"))
    first, app = opening(article, (100, 30), find="section 4 and")
    assert first.found
    assert first.document.parsed < first.document.size / 2
    await compare(first, app, (100, 30), status=100)


def test_what_is_not_found_at_once_has_no_first_screen(
    article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = opening(article, (100, 30), find="section 4 or")
    assert not first.found
    monkeypatch.setattr("reader.tui.first.LONGEST_LOOK", 0.0)
    monkeypatch.setattr("reader.tui.first.LOOK", 0.0)
    first, _ = opening(article, (100, 30), find="section 4 and")
    assert not first.found


async def read(article: str, offset: int, *keys: str) -> None:
    """Open the article, go somewhere, and leave it."""
    _, app = opening(article, (120, 40))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ArticleScreen)
        screen.reading.finish()
        screen.reading.jump(offset)
        screen._show()
        await pilot.press(*keys, "q")


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_where_an_article_was_left(article: str, size: tuple[int, int]) -> None:
    words = parse(read_source(article)).finish().text.index("Words of section 50") + 5000
    await read(article, words, "minus", "space")
    first, app = opening(article, size)
    assert first.document.parsed < first.document.size / 4  # only what is shown was parsed
    await compare(first, app, size, status=15)
    assert first.reading.document is not first.document


async def test_where_a_changed_article_was_left(article: str) -> None:
    words = parse(read_source(article)).finish().text.index("Words of section 50") + 5000
    await read(article, words)
    changed = LONG.replace("section 7 ", "section seven ")
    Path(article).write_text(changed, encoding="utf-8")
    first, app = opening(article, (100, 30))
    assert "section 50" in await compare(first, app, (100, 30))


async def test_nothing_but_the_text(article: str) -> None:
    await read(article, 3000, "z")
    first, app = opening(article, (100, 30))
    await compare(first, app, (100, 30))
