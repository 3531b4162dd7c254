"""Places of an article that has changed, its file watched; and the screen that reads it again."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from reader.document.model import Document
from reader.errors import ReaderError
from reader.formats.markdown import parse_markdown
from reader.formats.source import Source
from reader.tui.moved import Moved, MovedFar, common_end, common_start
from reader.tui.reading import Reading
from reader.tui.reloading import Watch, taken_over
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.reloading import Reloading
from reader.typeset.line import UNICODE
from tests.document.making import document as made
from tests.document.making import growing
from tests.tui.opening import opened, status
from tests.tui.test_returning import line, reading

PARTS = [f"Paragraph {n} has its own words. " + "And the same as all. " * 20 for n in range(40)]


@given(st.text("ab", max_size=9), st.text("ab", max_size=9), st.sampled_from([1, 3, 1 << 16]))
def test_what_two_texts_have_in_common(one: str, other: str, part: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.tui.moved._PART", part)
        _in_common(one, other)


def _in_common(one: str, other: str) -> None:
    start = common_start(one, other)
    assert one[:start] == other[:start]
    assert one[start : start + 1] != other[start : start + 1] or one == other
    end = common_end(one, other, start)
    a, b = len(one) - end, len(other) - end
    assert one[a:] == other[b:]
    assert min(a, b) == start or one[a - 1] != other[b - 1]


def test_places_move_with_what_was_put_in_before_them() -> None:
    old, new = made(*PARTS), made("New.", *PARTS[:5], *PARTS[7:20], "Newer.", *PARTS[20:])
    moved = Moved(old, new, len(old))
    for number in (0, 3, 12, 30):  # (what is said again and again is told apart by its place)
        words = f"Paragraph {number} has"
        at = old.text.index(words)
        assert moved.offset(at) == (new.text.index(words) if number else 0)
    assert moved.range((at, at + 12)) == (new.text.index(words), new.text.index(words) + 12)
    gone = old.text.index("Paragraph 6 has")
    assert moved.offset(gone) is None
    assert moved.range((gone, gone + 3)) is None
    assert moved.nearest(gone) == new.text.index("Paragraph 7 has")


def test_a_paragraph_that_was_written_anew_keeps_its_place() -> None:
    old = made(*PARTS)
    new = made("New.", *PARTS[:9], "Wholly other.", *PARTS[10:20], "More.", *PARTS[20:])
    moved = Moved(old, new, len(old))
    assert moved.nearest(old.text.index("Paragraph 9 has")) == new.text.index("Wholly")
    assert Moved(old, made("x"), len(old)).nearest(len(old) - 5) <= 1


def test_a_text_that_only_grew_is_not_parsed_to_its_end() -> None:
    old = growing(["One.", "Two."], ["Three."])
    new = growing(["One.", "Two." * 50], ["Three."], ["Four."])
    moved = Moved(old, new, 6)
    assert moved.offset(6) == 6
    assert not new.complete


UNIQUE = [
    f"The {number} paragraph has words that no other one has.[^{number}]" for number in range(30)
]
NOTES = [f"[^{number}]: The note of {number}." for number in range(30)]


@settings(max_examples=40)
@given(st.lists(st.sampled_from([*range(30), -1, -2]), max_size=45), st.booleans(), st.booleans())
def test_places_of_long_texts_without_parsing_them(
    kept: list[int], head: bool, notes: bool
) -> None:
    def parsed(parts: list[str]) -> Document:
        text = "\n\n".join([*parts, *NOTES[: 5 if notes else 30]])
        source = Source("x.md", text, "markdown")
        document = parse_markdown(source, 300)
        document.data = source.data
        return document

    extra = {-1: "Something that was put in.", -2: "```\nan open fence\n\n```"}
    parts = [UNIQUE[number] if number >= 0 else extra[number] for number in kept]
    old = parsed(["Above.", *UNIQUE]).finish()
    new = parsed([*(["# A new head"] if head else []), *parts])
    moved = MovedFar(old, new)
    for number in range(30):
        words = UNIQUE[number][:30]
        start = old.text.index(words)
        place = start + number % 3
        while not moved.ready([place]):
            new.grow()
        found = moved.offset(place)
        if kept.count(number) == 1 and (kept == sorted(kept) or not notes):
            assert found == new.text.index(words) + number % 3
        elif number not in kept:
            assert found is None
        assert 0 <= moved.nearest(place) <= len(new)
    if not notes:
        place = old.text.rindex("The note of 29.")
        while not moved.ready([place]):
            new.grow()
        found = moved.offset(place)
        assert found is None or new.text.startswith("The note of 29.", found)


async def test_a_long_text_is_read_again_between_the_keys(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = TEXT + "\n\n".join(
        f"## Part {n}\n\nThe words of part {n}. {PARTS[0]}" for n in range(900)
    )
    file.write_text(long)
    async with reading(str(file)) as (pilot, screen):
        screen.reading.finish()
        await pilot.press(*"400t", "m", "a", *"800t")
        file.write_text("# New\n\nPut in.\n\n" + long.replace("part 3.", "other words."))
        with monkeypatch.context() as patch:
            patch.setattr(screen, "_soon", lambda *_: None)
            await pilot.press("r")
        assert "reading the file again" in status(pilot)
        new = screen._renewal
        assert new is not None
        assert not new.reading.document.complete
        await pilot.press("j", "slash")
        while new.step(screen.reading, screen._known):
            pass
        screen._renew(new, "reloaded")
        assert screen._renewal is new  # which does not disturb
        await pilot.press("escape")
        here, row = line(pilot, screen), screen.reading.viewport.row
        assert "part 760" in here
        screen._renew(new, "reloaded")
        assert "reloaded" in status(pilot)
        assert screen.document.metadata.title == "New"
        assert (line(pilot, screen), screen.reading.viewport.row) == (here, row)
        await pilot.press("apostrophe", "a")
        assert "Part" in line(pilot, screen)


async def test_a_very_long_text_is_only_read_again_on_request(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.screens.reloading.LARGE", 100)
    async with reading(str(file)) as (pilot, screen):
        file.write_text("# Other\n\n" + TEXT)
        await look(pilot, screen)
        assert "the file changed: r reads it again" in status(pilot)
        assert screen.document.metadata.title == "Title"
        await pilot.press("r")
        assert screen.document.metadata.title == "Other"


def test_a_reading_goes_on_in_the_new_text() -> None:
    old = Reading(made(*PARTS), 66, 20, UNICODE)
    old.page(2)
    old.jump(old.document.text.index("Paragraph 20"))
    old.jump(old.document.text.index("Paragraph 30"))
    old.lit = (old.document.text.index("Paragraph 30"), old.document.text.index("Paragraph 30") + 9)
    shown = [row.start for row in old.viewport.lines() if not row.blank]
    new = made("New. " * 500, *PARTS[:20], *PARTS[21:])
    reading, moved = taken_over(old, new, [])
    assert [row.start for row in reading.viewport.lines() if not row.blank] == [
        moved.offset(start) for start in shown
    ]
    assert reading.viewport.row == old.viewport.row
    assert new.text[reading.here :].startswith("Paragraph 30")
    assert reading.lit == (reading.here, reading.here + 9)
    assert reading.pointed
    assert reading.back()  # the jump to what is gone has gone, too
    assert new.text[reading.here :].startswith(
        old.document.text[old.jumps._behind[0].offset :][:20]
    )
    assert not reading.back()


def test_a_change_counts_once_the_file_stands_still(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("one")
    os.utime(path, ns=(1, 1))
    watch = Watch(str(path))
    assert not watch.look()
    path.write_text("")
    assert not watch.look()
    path.write_text("other")
    assert not watch.look()
    assert watch.look()
    assert watch.look()  # until it has been read
    watch.take(watch._last)
    assert not watch.look()
    path.unlink()
    assert [watch.look(), watch.look()] == [False, True]
    assert not Watch(str(path)).look()


TEXT = "# Title\n\n" + "\n\n".join(f"## Section {n}\n\n{part}" for n, part in enumerate(PARTS))


async def look(pilot: Pilot[int], screen: ArticleScreen) -> None:
    """The next two looks at the file."""
    screen._look_at_file()
    screen._look_at_file()
    await pilot.pause()


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "article.md"
    path.write_text(TEXT)
    os.utime(path, ns=(1, 1))
    monkeypatch.setattr("reader.tui.screens.reloading.LOOK_EVERY", 1e6)
    return path


async def test_the_file_is_read_again_without_a_line_moving(file: Path) -> None:
    async with reading(str(file)) as (pilot, screen):
        await pilot.press("r")
        assert "not changed" in status(pilot)
        await pilot.press(*"9t", "m", "a", *"/h 29", "enter", "t")
        assert screen.focused is screen.panels["contents"]
        await pilot.press("t")
        here, row = line(pilot, screen), screen.reading.viewport.row
        shown = set(screen.shown)
        file.write_text(TEXT.replace("# Title", "# Another title\n\nPut in before.", 1))
        await look(pilot, screen)
        assert "the file changed: reloaded" in status(pilot)
        assert screen.document.metadata.title == "Another title"
        assert (line(pilot, screen), screen.reading.viewport.row) == (here, row)
        assert screen.shown == shown
        search = screen.reading.search
        assert search is not None
        await pilot.press("n")
        assert search.hits
        await pilot.press("escape", "apostrophe", "a")
        assert line(pilot, screen).endswith("Section 8")
        await pilot.press("H")
        assert "Paragraph 29" in line(pilot, screen)
        # An open prompt, a panel, a question are not disturbed.
        file.write_text(TEXT)
        for keys, back in (("/", "escape"), ("t", "t"), ("m", "escape"), ("5", "escape")):
            await pilot.press(keys)
            await look(pilot, screen)
            assert screen.document.metadata.title == "Another title"
            await pilot.press(back)
        await look(pilot, screen)
        assert screen.document.metadata.title == "Title"


async def test_what_cannot_be_read_leaves_the_text(file: Path) -> None:
    async with reading(str(file)) as (pilot, screen):
        await pilot.press(*"3t")
        here = line(pilot, screen)
        for text in ("", "---\ntitle: x\n---\n\n"):
            file.write_text(text)
            await look(pilot, screen)
            assert "empty" in status(pilot)
            assert line(pilot, screen) == here
            screen._mourned = False
        file.unlink()
        await look(pilot, screen)
        assert "no such file" in status(pilot)
        await pilot.press("j", "k")
        await look(pilot, screen)
        assert "no such file" not in status(pilot)
        await pilot.press("r")
        assert "no such file" in status(pilot)
        os.mkfifo(file)
        await pilot.press("r")
        assert "no file any more" in status(pilot)
        file.unlink()
        file.write_text(TEXT + "\n\nThe end.\n")
        await look(pilot, screen)
        assert "the file changed: reloaded" in status(pilot)
        assert line(pilot, screen) == here


async def test_the_editor(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[Sequence[str]] = []
    async with reading(str(file)) as (pilot, screen):
        monkeypatch.setenv("VISUAL", "vim")
        await pilot.press("e")
        assert "there is no terminal for an editor" in status(pilot)

        def edit(command: Sequence[str]) -> int:
            commands.append(command)
            file.write_text(TEXT.replace("Paragraph 5", "Chapter 5"))
            return 0

        monkeypatch.setattr(screen.app, "run_outside", edit)
        await pilot.press(*"7t", "j", "j", "e")
        number = TEXT.split("\n").index("## Section 6") + 1
        assert commands in ([["vim", f"+{at}", str(file)]] for at in (number, number + 2))
        assert "reloaded" in status(pilot)

        def fail(_command: Sequence[str]) -> int:
            raise FileNotFoundError

        monkeypatch.setattr(screen.app, "run_outside", fail)
        await pilot.press("e")
        assert "vim cannot be started" in status(pilot)
        monkeypatch.setattr(
            "reader.tui.screens.reloading.command_line",
            lambda *_: (_ for _ in ()).throw(ReaderError("no editor: set EDITOR")),
        )
        await pilot.press("e")
        assert "no editor: set EDITOR" in status(pilot)


async def test_without_a_file_there_is_nothing_to_edit_or_reload() -> None:
    async with opened(text="# Text\n\nFrom nowhere.\n") as (pilot, screen):
        assert isinstance(screen, Reloading)
        await pilot.press("e")
        assert "there is no file to edit" in status(pilot)
        await pilot.press("r")
        assert "there is no file to reload" in status(pilot)
