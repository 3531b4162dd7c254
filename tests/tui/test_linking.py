"""Links, footnotes, letters and marks in the running application."""

import os
import subprocess
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.document.anchor import Anchor
from reader.formats import load, parse
from reader.formats.source import Source, read_source
from reader.library.bookmark import Bookmark
from reader.library.state import Memory, Record
from reader.paint import DARK
from reader.tui import browser, clipboard
from reader.tui.app import ReaderApp
from reader.tui.ink import Ink
from reader.tui.screens.article import ArticleScreen
from reader.typeset.line import UNICODE
from tests.tui.opening import opened, status, window
from tests.tui.test_hostile import harmless

WORDS = "Plain words that lead nowhere. " * 60
TEXT = f"""---
title: Links
source: https://www.example.org/the/source
---
A [first link](https://bank.com@evil.org/login) and a mark[^1], a [jump](#far-away),
a [file](other.md) and [mail](mailto:ada@example.org?bcc=eve@example.com).

{WORDS}

{WORDS}

## Far away

The [last link](https://xn--80ak6aa92e.com/) and a [lookalike](https://раypal.com/).

[^1]: The *text* of the note.
"""


@pytest.fixture(autouse=True)
def no_programs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A graphical browser that only notes what it is given, and no clipboard tools."""
    addresses: list[str] = []

    class Process:
        def poll(self) -> int:
            return 0

    def open_address(url: str, _environ: object) -> Process:
        addresses.append(url)
        return Process()

    for name in ("BROWSER", "WAYLAND_DISPLAY", "SSH_TTY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(browser, "open_address", open_address)
    monkeypatch.setattr(clipboard, "tools", lambda _environ: [])
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("started a program"))
    return addresses


def reversed_text(pilot: Pilot[int]) -> str:
    """What is painted in reverse: the chosen link, or the letters of the hints."""
    rows = pilot.app.screen._compositor.render_strips(pilot.app.size)
    return "|".join(s.text for row in rows for s in row if s.style and s.style.reverse)


async def test_tab_walks_from_the_first_in_view() -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        here = screen.reading.here
        seen = []
        for _ in range(5):
            await pilot.press("tab")
            seen.append((reversed_text(pilot), status(pilot).split("  ")[0].strip()))
        assert seen == [
            ("first link", "evil.org/login"),
            ("¹", "[1] The text of the note."),
            ("jump", "§ Far away"),
            ("file", "other.md"),
            ("mail", "ada@example.org"),
        ]
        assert screen.reading.here == here  # what is in view scrolls nothing
        await pilot.press("shift+tab", "shift+tab")
        assert reversed_text(pilot) == "jump"
        await pilot.press("3", "shift+tab")
        assert reversed_text(pilot) == "first link"  # none before it
        assert "no link before this one" in status(pilot)


async def test_tab_goes_on_beyond_the_window_in_one_jump() -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        await pilot.press("6", "tab")
        assert reversed_text(pilot) == "last link"
        assert "xn--80ak6aa92e.com" in status(pilot)
        await pilot.press("tab")
        assert "xn--ypal-43d9g.com" in status(pilot)
        await pilot.press("tab")
        assert "no link after this one" in status(pilot)
        assert reversed_text(pilot) == "lookalike"
        await pilot.press("H")
        assert screen.reading.here == 0


async def test_from_where_no_link_is_in_view() -> None:
    async with opened(text=TEXT, size=(80, 12)) as (pilot, screen):
        await pilot.press("space", "tab")
        assert reversed_text(pilot) == "last link"
        await pilot.press("g", "space", "shift+tab")
        assert reversed_text(pilot) == "mail"
    async with opened(text="No links.", size=(80, 12)) as (pilot, screen):
        await pilot.press("tab")
        assert "no link" in status(pilot)
        await pilot.press("l")
        assert "no links in view" in status(pilot)
        await pilot.press("enter")
        assert screen._chosen is None


async def test_enter_without_a_link_is_a_line_and_other_keys_let_go() -> None:
    async with opened(text=TEXT, size=(80, 12)) as (pilot, screen):
        first = window(pilot)
        await pilot.press("enter")
        assert window(pilot)[0] == first[1]
        await pilot.press("2", "enter")
        assert window(pilot)[0] == first[3]
        await pilot.press("g")
        for key in ("j", "escape", "question_mark", "slash"):
            await pilot.press("g", "tab")
            assert screen._chosen is not None
            await pilot.press(key)
            assert screen._chosen is None
            await pilot.press("escape")


async def test_a_fragment_and_a_footnote_and_back() -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        await pilot.press("3", "tab", "enter")
        section = screen.reading.find_section("far-away")
        assert section is not None
        assert screen.reading.here == section.start
        await pilot.press("H")
        assert screen.reading.here == 0
        await pilot.press("2", "tab", "enter")
        assert screen.document.text[screen.reading.here :].startswith("The text of the note")
        await pilot.press("H")
        assert screen.reading.here == 0


async def test_fragments_that_lead_nowhere_or_to_the_beginning() -> None:
    text = "## One\n\n[a](#nowhere) [b](#) [c](#fn1) [d](#fn9)[^1] [e](#top)\n\n[^1]: Note.\n"
    async with opened(text=text, size=(80, 24)) as (pilot, screen):
        await pilot.press("tab", "enter")
        assert "there is no section #nowhere" in status(pilot)
        await pilot.press("j", "2", "tab", "enter")
        assert screen.reading.here == 0
        await pilot.press("3", "tab")
        assert "[1] Note." in status(pilot)
        await pilot.press("enter")
        assert screen.document.text[screen.reading.here :] == "Note."
        await pilot.press("g", "4", "tab", "enter")
        assert "note 9 has no text" in status(pilot)


async def test_the_web_is_asked_about_first(no_programs: list[str]) -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, _):
        await pilot.press("l", "a")
        assert no_programs == []
        assert "evil.org/login  Enter opens" in status(pilot)
        await pilot.press("escape")
        await pilot.press("enter")
        assert no_programs == []
        await pilot.press("g", "tab", "q")  # q puts the question away
        assert isinstance(pilot.app.screen, ArticleScreen)
        await pilot.press("tab", "j", "enter")
        assert no_programs == []
        await pilot.press("g", "tab", "o")
        assert no_programs == ["https://bank.com@evil.org/login"]
        assert "opening in the browser" in status(pilot)


async def test_without_a_browser_the_address_is_offered(
    no_programs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    async with opened(text=TEXT, size=(80, 24)) as (pilot, _):
        await pilot.press("tab")
        assert "Enter opens it here, y copies it, Esc" in status(pilot)
        await pilot.press("o")
        assert no_programs == []
        assert "no browser here" in status(pilot)
        await pilot.press("tab", "y")
        assert pilot.app.clipboard == "https://bank.com@evil.org/login"


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (80, "evil.org/login  Enter opens it here, o in the browser, y copies it, Esc"),
        (51, "evil.org/…  Enter opens, o browser, y copies, Esc"),
        (29, "evil.org…  Enter opens, Esc"),
        (20, "evil.org/login"),
    ],
)
async def test_the_host_is_seen_before_enter_opens(
    no_programs: list[str], monkeypatch: pytest.MonkeyPatch, width: int, said: str
) -> None:
    visited: list[str] = []
    monkeypatch.setattr(ArticleScreen, "_visit_page", lambda _self, url: visited.append(url))
    async with opened(text=TEXT, size=(width, 12)) as (pilot, _):
        await pilot.press("tab")
        assert status(pilot).strip().startswith(said)
        await pilot.press("enter")
        assert visited == ["https://bank.com@evil.org/login"]
    assert not no_programs


async def test_a_browser_that_fails_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        failed = type("Process", (), {"poll": lambda _self: 1})()
        screen._look_again(failed)
        await pilot.pause()
        assert "no browser would open the address" in status(pilot)
        monkeypatch.setattr(browser, "open_address", lambda _url, _environ: None)
        await pilot.press("o", "enter")
        assert "could not be started" in status(pilot)


async def test_the_source_and_an_article_without_one(no_programs: list[str]) -> None:
    async with opened(text=TEXT, size=(100, 24)) as (pilot, _):
        await pilot.press("o")
        assert "www.example.org/the/source  Enter opens in the browser" in status(pilot)
        await pilot.press("enter")
        assert no_programs == ["https://www.example.org/the/source"]
    async with opened(text="---\nsource: javascript:alert(1)\n---\nx", size=(80, 9)) as (pilot, _):
        await pilot.press("o", "enter")
        assert no_programs == ["https://www.example.org/the/source"]


async def test_copying_what_is_chosen() -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, _):
        await pilot.press("y")
        assert "no link is chosen" in status(pilot)
        await pilot.press("tab", "y")
        assert pilot.app.clipboard == "https://bank.com@evil.org/login"
        assert "evil.org/login  sent to the terminal, if it allows (OSC 52)" in status(pilot)
        await pilot.press("tab", "y")
        assert "a footnote has no address" in status(pilot)
        await pilot.press("tab", "tab", "tab", "enter")
        assert "ada@example.org  y copies it" in status(pilot)
        await pilot.press("y")
        assert pilot.app.clipboard == "ada@example.org"


async def test_letters_choose_and_follow(no_programs: list[str]) -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        await pilot.press("l")
        assert reversed_text(pilot) == "a|s|d|f|g"
        await pilot.press("d")
        assert screen.reading.section == 0
        await pilot.press("H", "l", "escape")
        assert reversed_text(pilot) == ""
        await pilot.press("l", "x")
        assert "no link has these letters" in status(pilot)
        await pilot.press("l", "j")
        assert screen.reading.here == 0  # the key went to the letters
        await pilot.press("l", "a", "o")
        assert len(no_programs) == 1
        await pilot.press("l", "Q")
        assert pilot.app.return_code == 0


async def test_two_letters_for_many_links() -> None:
    text = "".join(f"[w{n}](#s{n % 3}) and[^1] " for n in range(12)) + "\n\n## S2\n\n[^1]: N.\n"
    async with opened(text=text, size=(80, 24)) as (pilot, screen):
        await pilot.press("l")
        assert reversed_text(pilot).replace("|", "").startswith("aaasadaf")
        await pilot.press("a")
        assert reversed_text(pilot) == "a|s|d|f|g|h|j|k|l"
        await pilot.press("g")
        section = screen.reading.find_section("s2")
        assert section is not None
        assert screen.reading.here == section.start


async def test_marks(no_programs: list[str]) -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        await pilot.press("apostrophe", "a")
        assert "there is no mark a" in status(pilot)
        await pilot.press("apostrophe", "apostrophe")
        assert "no jump yet" in status(pilot)
        await pilot.press("space", "m", "a")
        assert "mark a is set" in status(pilot)
        place = screen.reading.here
        await pilot.press("G", "apostrophe", "a")
        assert screen.reading.here == place
        end = screen.reading.jumps.last
        await pilot.press("grave_accent", "grave_accent")
        assert end is not None
        assert screen.reading.here == end.offset
        await pilot.press("apostrophe", "apostrophe")
        assert screen.reading.here == place
        for key in ("A", "1", "down", "escape", "ctrl+c"):
            await pilot.press("m", key)
            assert screen._marks == {"a": place}
            assert screen.reading.here == place
            assert pilot.app.is_running
        await pilot.press("m", "3")
        assert "letters a to z" in status(pilot)
        await pilot.press("H")
        assert screen.reading.here != place


async def test_clicks_choose_follow_and_let_go(no_programs: list[str]) -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        row = next(y for y, text in enumerate(window(pilot)) if "first link" in text)
        x = window(pilot)[row].index("first link") + 3
        await pilot.click(offset=(x, row))
        assert reversed_text(pilot) == "first link"
        assert "evil.org" in status(pilot)
        await pilot.click(offset=(x + 20, row + 5))
        assert screen._chosen is None
        await pilot.click(offset=(x, row))
        await pilot.click(offset=(x, row))
        assert screen._asked
        await pilot.click(offset=(1, row))
        assert not screen.asks
        mark = window(pilot)[row].index("¹")
        await pilot.click(offset=(mark, row))
        assert reversed_text(pilot) == "¹"
        await pilot.click(offset=(mark, row))
        assert screen.document.text[screen.reading.here :].startswith("The text of the note")
        assert no_programs == []


async def test_a_triple_click_opens_nothing(no_programs: list[str]) -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, _):
        row = next(y for y, text in enumerate(window(pilot)) if "first link" in text)
        x = window(pilot)[row].index("first link") + 3
        await pilot.click(offset=(x, row), times=5)
        assert no_programs == []


async def test_with_nothing_but_the_text_the_address_is_still_said() -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, _):
        await pilot.press("z", "tab")
        assert "evil.org/login" in status(pilot)
        await pilot.press("escape")
        assert status(pilot).strip() == ""


async def test_from_a_panel_tab_comes_back_to_the_text() -> None:
    async with opened(text=TEXT, size=(80, 24)) as (pilot, screen):
        await pilot.press("t", "tab")
        assert screen.focused is screen.view
        assert screen.overlay == ""
        assert reversed_text(pilot) == "first link"


@pytest.mark.parametrize("size", [(24, 8), (40, 10), (60, 20), (120, 40), (1, 1)])
async def test_every_size_and_no_colour(size: tuple[int, int]) -> None:
    async with opened(text=TEXT, size=size) as (pilot, _):
        for key in ("tab", "tab", "enter", "H", "l", "a", "enter", "escape", "tab", "o", "y"):
            await pilot.press(key)
            harmless("".join(window(pilot)))


# ------------------------------------------------------------------ other files


def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "articles"
    inside.mkdir()
    (tmp_path / "secret.md").write_text("the secret")
    (inside / "link.md").symlink_to(tmp_path / "secret.md")
    (inside / "other.md").write_text(
        "The other article, [back](article.md).\n\n" + WORDS + "\n\n## Part\n\nThe part.\n"
    )
    (inside / "picture.md").write_bytes(b"\x89PNG\r\n")
    (inside / "article.md").write_text(
        "[a](other.md) [b](other.md#part) [c](../secret.md) [d](link.md) [e](missing.md)"
        " [f](picture.md) [g](/etc/passwd) [h](article.md#end) [i](%1b]0;x%07.md)"
        " [j](-rf) [k](../../../../../../etc/passwd)\n\n" + WORDS + "\n\n## End\n\nThe end.\n"
    )
    return inside / "article.md"


def app_on(path: Path) -> ReaderApp:
    document = load(os.fspath(path))
    return ReaderApp(document, Ink(DARK, "true"), UNICODE, find="", section="")


async def test_a_file_of_the_folder_opens_on_top(tmp_path: Path) -> None:
    async with app_on(folder(tmp_path)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        below = pilot.app.screen
        for leave in ("q", "H"):
            await pilot.press("g", "tab", "enter")
            await pilot.pause()
            assert pilot.app.screen is not below
            assert "The other article" in window(pilot)[0]
            await pilot.press(leave)
            await pilot.pause()
            assert pilot.app.screen is below
        await pilot.press("plus", "g", "2", "tab", "enter")
        await pilot.pause()
        above = pilot.app.screen
        assert isinstance(above, ArticleScreen)
        assert above.measure == 70
        assert above.document.text[above.reading.here :].startswith("Part")
        await pilot.press("H")
        await pilot.pause()
        assert pilot.app.screen is below


async def test_forward_opens_an_article_again_as_it_was_left(tmp_path: Path) -> None:
    async with app_on(folder(tmp_path)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        below = pilot.app.screen
        assert isinstance(below, ArticleScreen)
        await pilot.press("L")
        assert "no place to go forward to" in status(pilot)
        await pilot.press("tab", "enter")
        await pilot.pause()
        await pilot.press("space", "G", "H")  # a jump inside it, taken back
        above = pilot.app.screen
        assert isinstance(above, ArticleScreen)
        place, shown = above.reading.place, window(pilot)
        await pilot.press("H")
        await pilot.pause()
        assert pilot.app.screen is below
        await pilot.press("L")
        await pilot.pause()
        again = pilot.app.screen
        assert isinstance(again, ArticleScreen)
        assert again not in (above, below)
        assert again.reading.place == place
        assert [row[1:] for row in window(pilot)[:-1]] == [row[1:] for row in shown[:-1]]
        await pilot.press("L")  # its own jump, forward again
        assert again.reading.percent == 100
        await pilot.press("H", "H")
        await pilot.pause()
        assert pilot.app.screen is below
        # Jumps of the article below come first; a new one leaves nothing ahead.
        await pilot.press("G", "H", "L")
        assert pilot.app.screen is below
        await pilot.press("L")
        await pilot.pause()
        assert pilot.app.screen is below
        assert "no place to go forward to" in status(pilot)


async def test_a_kept_text_of_a_pipe_has_no_folder(tmp_path: Path) -> None:
    memory = Memory(str(tmp_path / "state"))
    first = Record(memory, Source("stdin", "[a](other.md)", "markdown"))
    first.write(Bookmark(Anchor("", "", "", 0, 0)))
    source = read_source(memory.recent(1)[0].path)
    record = Record(memory, source)
    ink = Ink(DARK, "true")
    app = ReaderApp(parse(source), ink, UNICODE, find="", section="", record=record)
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.press("tab", "enter")
        assert "came without a folder" in status(pilot)


async def test_the_place_in_a_linked_article_is_remembered_too(tmp_path: Path) -> None:
    path = folder(tmp_path)
    memory = Memory(str(tmp_path / "state"))
    source = read_source(str(path))
    app = ReaderApp(
        parse(source), Ink(DARK, "true"), UNICODE, find="", section="",
        record=Record(memory, source),
    )  # fmt: skip
    other = os.path.realpath(path.parent / "other.md")
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.pause()
        below = pilot.app.screen
        await pilot.press("tab", "enter")
        await pilot.pause()
        await pilot.press("space", "q")
        await pilot.pause()
        assert pilot.app.screen is below
        left = memory.read(memory.key(other))
        assert left is not None
        assert left.anchor.start > 0
        await pilot.press("g", "tab", "enter")
        await pilot.pause()
        above = pilot.app.screen
        assert isinstance(above, ArticleScreen)
        assert above.reading.here == left.anchor.start
        await pilot.press("H")
        await pilot.pause()
        assert pilot.app.screen is below


async def test_what_may_not_or_cannot_be_opened_is_one_message(tmp_path: Path) -> None:
    messages = {
        3: "../secret.md: lies outside the article's folder",
        4: "link.md: lies outside the article's folder",
        5: "missing.md: no such file",
        6: "picture.md: an image (PNG), not text",
        8: "%1b]0;x%07.md: no such file",
        9: "/etc/passwd: lies outside the article's folder",
    }
    async with app_on(folder(tmp_path)).run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ArticleScreen)
        for number, message in messages.items():
            await pilot.press("g", *str(number), "tab", "enter")
            await pilot.pause()
            assert message in status(pilot)
            harmless(status(pilot))
            assert pilot.app.screen is screen
        await pilot.press("g", "7", "tab", "enter")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert screen.document.text[screen.reading.here :].startswith("End")


async def test_an_article_from_a_pipe_opens_no_files() -> None:
    async with opened(text=TEXT, size=(100, 24)) as (pilot, screen):
        await pilot.press("4", "tab", "enter")
        assert "other.md: the article came without a folder" in status(pilot)
        assert pilot.app.screen is screen


async def test_q_lets_go_of_a_chosen_link_before_it_leaves() -> None:
    async with opened(text="A [link](#there).\n\n# There\n") as (pilot, _):
        await pilot.press("tab", "q")
        assert pilot.app.is_running
        await pilot.press("l", "q")
        assert "no link has these letters" not in status(pilot)
        await pilot.press("q")
        await pilot.pause()
        assert not pilot.app.is_running


async def test_a_link_that_cannot_be_followed_stays_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("[one](one.md) [two](two.md) [three](three.md)\n")
    async with opened(str(path)) as (pilot, _):
        for name in ("one.md", "two.md", "three.md"):
            await pilot.press("tab")
            assert name in status(pilot)
            await pilot.press("enter")
            assert "no such file" in status(pilot)
