"""The program as somebody set it up: other keys, another measure, another theme."""

from pathlib import Path

import pytest

from reader.formats import parse
from reader.formats.source import read_source
from reader.library.state import Memory, Record
from reader.paint import DARK
from reader.settings import Settings, load_settings
from reader.tui.app import ReaderApp
from reader.tui.choices import first_theme
from reader.tui.ink import Ink
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.palette import PaletteScreen
from reader.tui.screens.shelf import ShelfScreen
from reader.typeset.line import UNICODE
from tests.tui.opening import app, status, window


@pytest.fixture
def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The settings of a file with that text, which is the person's file from now on."""

    def write(text: str) -> Settings:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
        (tmp_path / "reader").mkdir(exist_ok=True)
        (tmp_path / "reader" / "config.yaml").write_text(text)
        return load_settings()

    return write


async def test_other_keys(configured) -> None:
    settings = configured(
        "keys:\n  next-section: ctrl+n, f3\n  contents: T\n  facts: off\n  help: F1\n  close: W\n"
        "  default-measure: w\n  quit: Z\n  justify: ctrl+g\n"
    )
    assert not settings.problems
    made = app(settings=settings)
    async with made.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        screen = made.screen
        assert isinstance(screen, ArticleScreen)
        assert "T CONTENTS" in window(pilot)[0]
        assert "i FACTS" not in window(pilot)[0]
        assert "FACTS" in window(pilot)[0]
        assert status(pilot).rstrip().endswith("F1 keys")
        await pilot.press("ctrl+g")
        assert screen.justify
        offered = {command.text: command.aside for command in screen._offers().entries}
        assert offered["contents of the article"] == "T"
        assert offered["facts of the article"] == ""
        assert offered["quit from anywhere"] == "Z"
        assert offered["justified or ragged lines"] == "Ctrl-g"
        await pilot.press("ctrl+n", "f3")
        assert screen.reading.section == 1
        await pilot.press("J", "right_square_bracket", "t", "i", "q", "Q", "question_mark")
        assert made.screen is screen
        assert screen.focused is screen.view
        assert screen.reading.section == 1
        await pilot.press("1", "0", "j")  # 0 is a digit of a count still
        assert screen.reading.section > 1 or screen.reading.viewport.anchor[0] > 0
        await pilot.press("plus", "0")
        assert screen.measure == 70
        await pilot.press("w")
        assert screen.measure == 66
        await pilot.press("T", "j", "W")  # what closes the article closes a panel, too
        assert screen.focused is screen.view
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(made.screen, HelpScreen)
        page = "\n".join(window(pilot))
        assert " Ctrl-n · [ " in page
        assert " F1 " in page
        assert " Z " in page
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(made.screen, HelpScreen)
        await pilot.press("W")
        await pilot.pause()
        assert made.screen is screen
        await pilot.press("m", "Z")  # quits, whatever is asked
    assert made._exit


async def test_messages_and_the_palette_go_by_them(configured) -> None:
    settings = configured(
        "keys:\n  next-link: ctrl+n\n  copy: Y\n  set-mark: B\n  go-mark: '('\n  percent: P\n"
        "  panel-next: f7\n  panel-leave: f8\n  interrupt: ctrl+x\n  close: W\n"
    )
    assert not settings.problems
    made = app(settings=settings)
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for keys, said in (
            ("Y", "no link is chosen: Ctrl-n chooses one"),
            ("Ba", "mark a is set: (a comes back here"),
            ("(b", "there is no mark b: Bb sets it"),
            ("P", "type a number first, as in 42P"),
        ):
            await pilot.press(*("left_parenthesis" if key == "(" else key for key in keys))
            assert said in status(pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        assert status(pilot).strip() == "W back to the text"
        await pilot.press("W", "colon", "f7")
        await pilot.pause()
        palette = made.screen
        assert isinstance(palette, PaletteScreen)
        assert palette.choices.cursor == 1
        await pilot.press("W", "ctrl+c")
        assert made.screen is palette
        assert palette.prompt.value == "W"
        await pilot.press("ctrl+x")
        assert made.screen is not palette


async def test_other_keys_on_the_shelf(configured) -> None:
    made = app("", settings=configured("keys:\n  quit: Z\n  panel-next: n\n  theme: ctrl+t\n"))
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = made.screen
        assert isinstance(screen, ShelfScreen)
        await pilot.press("Q", "c", "j")
        assert made.screen is screen
        assert screen.view.chosen is screen.listing.program[0]
        assert "Enter reads · / filters · ? keys · q quits" in status(pilot)
        await pilot.press("n")
        assert screen.view.chosen is screen.listing.program[1]
        await pilot.press("question_mark")
        await pilot.pause()
        text = "\n".join(window(pilot))
        assert "n             next article" in text
        assert "Ctrl-t" in text
        await pilot.press("q")
        await pilot.press("ctrl+t", "ctrl+t")
        await pilot.pause()
        assert made.screen is not screen
        assert any("Ctrl-t THEME" in row for row in window(pilot))
        await pilot.press("escape", "Z")
    assert made._exit


async def test_mistakes_are_told_once(configured) -> None:
    settings = configured("mouse: perhaps\nkeys:\n  next-hit: J\n")
    made = app("", settings=settings)
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "reader config --check" in status(pilot)
        await pilot.press("enter")
        await pilot.pause()
        line = status(pilot)
        assert "config.yaml:1: mouse: expected true or false, found perhaps (and 1" in line
        await pilot.press("n")  # the default stays
        assert "nothing searched yet" in status(pilot)
        await pilot.press("q")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "config.yaml" not in status(pilot)


async def test_what_is_chosen_counts_until_the_configuration_changes(
    configured, tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    path.write_text("# One\n\nSome text.\n")
    memory = Memory()

    async def measure(*keys: str) -> int:
        source = read_source(str(path))
        made = ReaderApp(
            parse(source),
            Ink(DARK, "true"),
            UNICODE,
            find="",
            section="",
            record=Record(memory, source),
            settings=load_settings(),
        )
        async with made.run_test(size=(120, 24)) as pilot:
            await pilot.pause()
            screen = made.screen
            assert isinstance(screen, ArticleScreen)
            found = screen.measure
            await pilot.press(*keys)
        return found

    configured("measure: 80")
    assert await measure("plus") == 80
    assert await measure("0") == 84
    assert await measure("minus") == 80
    assert await measure() == 76
    configured("measure: 50")
    assert await measure() == 50


def test_the_theme_that_was_chosen_counts_until_the_configuration_changes(
    configured, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory()
    assert first_theme(configured("theme: sepia"), memory) == "sepia"
    memory.remember("theme", "light", "sepia")
    assert first_theme(load_settings(), memory) == "light"
    assert first_theme(configured("theme: contrast"), memory) == "contrast"
    assert first_theme(configured("theme: auto"), memory) == ""
    memory.remember("theme", "light")
    assert first_theme(configured(""), memory) == "light"
    monkeypatch.setenv("READER_THEME", "dark")
    assert first_theme(load_settings(), memory) == "dark"
