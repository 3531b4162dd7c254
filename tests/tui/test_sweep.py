"""No size of the window breaks a screen: no line too wide, no crash, whatever lies on top."""

import pytest

from reader.document.anchor import Anchor
from reader.formats.source import Source
from reader.library.bookmark import Bookmark
from reader.library.state import Memory, Record
from reader.typeset.cells import cell_width
from tests.tui.opening import app, opened, window

SIZES = [
    (1, 1), (2, 2), (3, 1), (5, 3), (8, 2), (10, 4), (20, 5), (30, 8), (40, 12), (59, 15), (60, 20),
    (61, 29), (79, 24), (80, 30), (95, 24), (96, 24), (97, 33), (119, 40), (120, 40), (121, 41),
    (160, 50), (250, 60),
]  # fmt: skip


@pytest.mark.parametrize("keys", ["", "t", "i", "/", "?", "z", "G", ":"])
async def test_every_size_with_every_panel(keys: str) -> None:
    async with opened("guide", size=(120, 40)) as (pilot, _):
        if keys:
            await pilot.press({"/": "slash", "?": "question_mark", ":": "colon"}.get(keys, keys))
        sizes = SIZES if keys in ("", "i") else SIZES[ord(keys) % 2 :: 2]
        for width, height in sizes:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            rows = window(pilot)
            assert len(rows) == height
            assert {cell_width(row) for row in rows} == {width}, (width, height)


async def test_the_shelf_at_every_size() -> None:
    record = Record(Memory(), Source("stdin", "Words.", "text"))
    record.write(Bookmark(Anchor("", "", "", 0, 0), title="A title of 漢字 " * 9, percent=42))
    made = app("")
    async with made.run_test(size=(80, 24)) as pilot:
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert {cell_width(row) for row in window(pilot)} == {width}
            await pilot.press("j")


@pytest.mark.parametrize("size", [(1, 1), (20, 5)])
async def test_starting_in_a_tiny_window(size: tuple[int, int]) -> None:
    async with opened("guide", size=size) as (pilot, screen):
        for key in ("j", "space", "right_square_bracket", "t", "j", "enter", "i", "q", "slash"):
            await pilot.press(key)
        await pilot.press("escape")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert screen.reading.viewport.height == 23
