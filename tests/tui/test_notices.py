"""What the program says of itself: below the end, at the first starts, after a pause."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.formats import parse
from reader.formats.source import Source, read_source
from reader.library.state import FEW_STARTS, Memory, Record
from reader.paint import DARK
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.ink import Ink
from reader.tui.notices import closing, first_keys
from reader.tui.screens.article import ArticleScreen
from reader.typeset.cells import cell_width
from reader.typeset.line import ASCII, UNICODE
from tests.tui.opening import opened, status, window

INK = Ink(DARK, "true")
SIGN = Settings().keys.sign
LONG = "\n\n".join(f"Paragraph number {n} of the text." for n in range(1, 30))


def plain(pieces: Sequence[tuple[object, ...]]) -> str:
    return "".join(str(piece[0]) for piece in pieces)


@pytest.mark.parametrize("ascii", [False, True])
def test_both_fit_whatever_the_width(ascii: bool) -> None:
    ink = Ink(DARK, "16", ascii=ascii)
    for width in range(90):
        for where in ("the list", "the shell", "A Title of Some Length, 漢字"):
            assert cell_width(plain(closing(ink, width, where, "q"))) <= width
        assert cell_width(plain(first_keys(ink, width, SIGN))) <= width
    assert plain(closing(ink, 66, "the list", "q")).isascii() == ascii


def test_the_first_keys_are_cut_between_pairs() -> None:
    everything = "Space page  / search  t contents  i facts  q back  ? keys"
    assert plain(first_keys(INK, 57, SIGN)) == everything
    assert plain(first_keys(INK, 56, SIGN)) == "Space page  / search  t contents  q back  ? keys"
    assert plain(first_keys(INK, 20, SIGN)) == "q back  ? keys"
    assert plain(first_keys(INK, 6, SIGN)) == "? keys"
    assert plain(first_keys(INK, 5, SIGN)) == ""


def test_starts_are_counted_as_long_as_anyone_wants_to_know() -> None:
    memory = Memory()
    for _ in range(FEW_STARTS):
        assert memory.is_new
        memory.count_start()
    assert not memory.is_new
    memory.count_start()
    assert memory.setting("starts") == str(FEW_STARTS)
    for nonsense in ("x", "-1", "²", "9" * 5000):
        memory.remember("starts", nonsense)
        assert memory.is_new
    assert Memory("/dev/null/reader").is_new


async def test_the_first_keys_stay_until_there_is_something_to_say(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text(LONG)
    source = read_source(str(path))
    record = Record(Memory(), source)
    app = ReaderApp(parse(source), INK, UNICODE, find="", section="", record=record)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert status(pilot).startswith(" Space page  / search  t contents  i facts  q back  ? ")
        await pilot.press("space", "j")
        assert status(pilot).startswith(" Space page")
        assert status(pilot).count("? keys") == 1
        await pilot.press("z")
        assert status(pilot).strip() == ""
        await pilot.press("z", "slash", *"number", "enter", "escape")
        assert "Space" not in status(pilot)
        assert status(pilot).rstrip().endswith("? keys")
        assert app.has_read
    app = ReaderApp(parse(source), INK, UNICODE, find="", section="", record=record)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*"jjjjjjjjj")
        assert status(pilot).startswith(" Space page")
        await pilot.press("j")
        assert "Space" not in status(pilot)  # after ten keys the place is worth more
    for _ in range(FEW_STARTS):
        Memory().count_start()
    app = ReaderApp(parse(source), INK, UNICODE, find="", section="", record=record)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Space" not in status(pilot)


async def test_below_the_end_stands_where_q_leads() -> None:
    async with opened(text=LONG, size=(80, 24)) as (pilot, screen):
        assert "The end" not in "\n".join(window(pilot))
        await pilot.press("G")
        rows = [row.strip() for row in window(pilot)]
        assert rows[-4:-1] == [
            "Paragraph number 29 of the text.",
            "",
            "∎  The end · q back to the shell",
        ]
        viewport = screen.reading.viewport
        assert viewport.row == 20
        assert screen.document.text[viewport.here :].startswith("Paragraph number 29")
        await pilot.press("space", "space", "j", "d")  # there is nothing to go on to
        assert [row.strip() for row in window(pilot)] == rows
        await pilot.press("slash", *"the end", "enter")
        assert "not found" in status(pilot)
        await pilot.press("k", "k")
        assert "The end" not in "\n".join(window(pilot))
        assert "100 %" in status(pilot)  # the last line is in view
        # An article over another one leads back to that one.
        other = ArticleScreen(parse(Source("", "Short.", "markdown")), screen.ink, ASCII)
        screen.document.metadata.title = "The one below"
        await pilot.app.push_screen(other)
        await pilot.pause()
        assert [row.strip() for row in window(pilot)][:3] == [
            "Short.",
            "",
            "∎  The end · q back to The one below",
        ]
        # In a window of a few rows, none is given away.
        await pilot.press("q")
        await pilot.resize_terminal(40, 8)
        await pilot.pause()
        await pilot.press("G")
        assert window(pilot)[-2].strip() == "Paragraph number 29 of the text."


async def test_from_the_shelf_it_leads_back_to_the_list() -> None:
    async with ReaderApp(None, INK, UNICODE, find="", section="").run_test(size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        assert not app.has_read  # a look at the shelf is no start that counts
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("G")
        assert "q back to the list" in window(pilot)[-2]


async def test_an_empty_article_has_no_end() -> None:
    async with opened(text="", size=(60, 20)) as (pilot, _):
        assert "The end" not in "\n".join(window(pilot))
