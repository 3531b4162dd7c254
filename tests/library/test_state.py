"""What is remembered between two readings, without a screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reader
from reader.document.anchor import Anchor, describe
from reader.document.model import Document
from reader.formats import load, parse
from reader.formats.source import Source, read_source
from reader.library.bookmark import Bookmark, bookmark, find_again, from_values, stands
from reader.library.files import read_lines, state_folder, write_lines
from reader.library.state import LONGEST_SEARCH, LONGEST_TEXT, SEARCHES, TEXTS, Memory, Record

PARAGRAPHS = "\n\n".join(
    f"Paragraph number {n} says what only it says: {n * n}." for n in range(99)
)


def document(text: str) -> Document:
    return parse(Source("test.md", text, "markdown"))


def pipe(text: str, kind: str = "markdown") -> Source:
    return Source("stdin", text, kind)


def left(title: str = "A title", offset: int = 7, **more: object) -> Bookmark:
    anchor = Anchor("words", "before ", " after", offset, offset + 5)
    return Bookmark(anchor, byte=9, percent=38, title=title, **more)  # type: ignore[arg-type]


def count(folder: str) -> int:
    return len(list(Path(folder).iterdir()))


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(str(tmp_path / "state"))


@pytest.fixture
def article(tmp_path: Path) -> Source:
    path = tmp_path / "article.md"
    path.write_text(PARAGRAPHS, encoding="utf-8")
    return read_source(str(path))


# Marks and searches


def test_marks_come_back_as_they_were_and_nonsense_is_none() -> None:
    made = document(PARAGRAPHS)
    kept = left()
    offset = made.text.index("Paragraph number 5 ")
    kept.marks = {"a": describe(made, offset, offset + 30), "z": describe(made, 0, 9)}
    values = kept.values()
    known = from_values(values)
    assert known is not None
    assert known.values() == values
    assert {letter: stands(made, mark) for letter, mark in known.marks.items()} == {
        "a": offset,
        "z": 0,
    }
    assert stands(document("Other words."), known.marks["a"]) is None
    for key, value in (
        ("mark b", "x"),
        ("mark c", "1\x1fa"),
        ("mark d", "-1\x1fa\x1fb\x1fc"),
        ("mark e", "9" * 5000 + "\x1fa\x1fb\x1fc"),
        ("mark é", values["mark a"]),
        ("mark ab", values["mark a"]),
        ("mark ", values["mark a"]),
    ):
        read = from_values({**values, key: value})
        assert read is not None
        assert read.marks.keys() == {"a", "z"}, key


def test_the_last_searches_are_kept(memory: Memory) -> None:
    assert memory.searches() == []
    memory.keep_searches([])
    assert not Path(memory.folder).exists()
    memory.keep_searches(["one", "two", "one"])
    assert memory.searches() == ["two", "one"]
    Memory(memory.folder).keep_searches(["two"])
    assert memory.searches() == ["one", "two"]
    memory.keep_searches([f"{n} " + "漢" * LONGEST_SEARCH for n in range(SEARCHES + 9)])
    found = memory.searches()
    assert len(found) <= SEARCHES
    assert found[-1].startswith(f"{SEARCHES + 8} ")
    assert all(len(text) <= LONGEST_SEARCH for text in found)
    file = Path(memory.folder, "searches")
    file.write_bytes(b"1: \x1b[31mred\nnonsense\n2: \xff\n3: \n\0")
    assert "\x1b" not in "".join(memory.searches())
    Memory("/dev/null/reader").keep_searches(["one"])


# Files of keys and values


@settings(max_examples=25)
@given(st.dictionaries(st.from_regex(r"[a-z]+", fullmatch=True), st.text(max_size=40), max_size=4))
def test_lines_come_back_as_they_were(values: dict[str, str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/deep/er"
        write_lines(path, values)
        assert read_lines(path) == values
        assert [path.name for path in Path(folder, "deep").iterdir()] == ["er"]


def test_what_is_kept_is_for_its_owner_only(memory: Memory, article: Source) -> None:
    Record(memory, article).write(left())
    paths = [Path(memory.folder), *Path(memory.folder).rglob("*")]
    assert len(paths) == 3
    assert all(path.stat().st_mode & 0o077 == 0 for path in paths)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others ask platformdirs")
def test_the_folder_follows_the_specification() -> None:
    assert state_folder({"XDG_STATE_HOME": "/x"}) == "/x/reader"
    home = str(Path("~/.local/state/reader").expanduser())
    assert state_folder({}) == state_folder({"XDG_STATE_HOME": "not/absolute"}) == home


# Bookmarks


@settings(max_examples=60)
@given(st.text(max_size=30), st.text(max_size=9), st.sampled_from([None, (), ("facts",)]))
def test_a_bookmark_comes_back_as_it_was(
    words: str, prefix: str, panels: "tuple[str] | None"
) -> None:
    start = len(prefix)
    made = Bookmark(
        Anchor(words, prefix, "after", start, start + len(words)), byte=3, percent=9, panels=panels
    )
    again = from_values(made.values())
    assert again is not None
    assert again.values() == made.values()
    assert again.panels == panels


@pytest.mark.parametrize(
    ("key", "value"),
    [("offset", "x"), ("offset", "-4"), ("offset", ""), ("byte", "-1"), ("percent", "9" * 5000)],
)
def test_a_corrupt_bookmark_is_none(key: str, value: str) -> None:
    values = left().values()
    assert from_values(values) is not None
    assert from_values({**values, key: value}) is None
    del values[key]
    assert from_values(values) is None


@pytest.mark.parametrize(
    "data", [b"", b"\xff\x00\xfe", b"offset: 3", b"offset\nbyte: \n", b"x" * 99999]
)
def test_a_corrupt_file_is_as_good_as_none(memory: Memory, article: Source, data: bytes) -> None:
    record = Record(memory, article)
    record.write(left())
    Path(memory.places, record.key).write_bytes(data)
    assert record.read() is None
    assert memory.recent(9) == []
    record.write(left())
    assert record.read() is not None


@pytest.mark.parametrize("size", [0, 1, 700, 10**6])
def test_the_place_is_found_in_the_same_text_parsing_no_more_than_that(size: int) -> None:
    whole = document(PARAGRAPHS + "\n\n" + "And so on and on. \n\n" * 5_000).finish()
    offset = min(size, len(whole) - 1)
    made = bookmark(whole, offset, 50)
    again = document(PARAGRAPHS + "\n\n" + "And so on and on. \n\n" * 5_000)
    assert find_again(again, made) == offset
    assert again.complete == (size == 10**6)


def test_the_place_is_found_where_the_text_has_changed() -> None:
    before = document(PARAGRAPHS).finish()
    offset = before.text.index("Paragraph number 50")
    made = bookmark(before, offset, 50)
    changed = PARAGRAPHS.replace("number 3 says", "number three now really says")
    changed = "# A new beginning\n\n" + changed.replace("number 51 says", "number 51 shouts")
    after = document(changed)
    found = find_again(after, made)
    assert after.text[found:].startswith("Paragraph number 50 says")
    assert found != offset


def test_where_the_words_are_gone_the_block_in_their_place_is_found() -> None:
    before = document(PARAGRAPHS).finish()
    made = bookmark(before, before.text.index("number 50") + 3, 50)
    after = document(PARAGRAPHS.replace("Paragraph number 50 says what only it", "It is I who now"))
    found = find_again(after, made)
    assert after.text[found:].startswith("It is I who now")
    assert find_again(document("Short."), made) == 0


def test_titles_are_those_of_the_article_or_its_opening_words() -> None:
    assert bookmark(document("# One\n\nText."), 0, 0).title == "One"
    opening = parse(pipe("Some words without a title that go on. " * 9, "text"))
    assert bookmark(opening, 0, 0).title.startswith("Some words without")
    assert len(bookmark(opening, 0, 0).title) <= 64


# Memory


def test_an_article_is_known_by_its_absolute_path(
    memory: Memory, article: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert article.path is not None
    assert Record(memory, article).read() is None
    Record(memory, article).write(left(panels=("facts", "contents")))
    monkeypatch.chdir(Path(article.path).parent)
    again = Record(memory, read_source("./article.md")).read()
    assert again is not None
    assert (again.percent, again.path) == (38, article.path)
    assert again.panels == ("facts", "contents")
    assert memory.read(memory.key("article.md")) is not None


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_that_are_no_utf8(memory: Memory, tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\nau \\lait.md")
    Path(path).write_text("Words.")
    Record(memory, read_source(path)).write(left())
    assert [mark.path for mark in memory.recent(1)] == [path]


def test_what_was_left_last_comes_first_and_what_is_gone_is_left_out(
    memory: Memory, tmp_path: Path
) -> None:
    names = ["one", "two", "three", "one"]
    for name in names:
        path = tmp_path / name
        path.write_text("Words.")
        Record(memory, read_source(str(path))).write(left(name))
    assert [mark.title for mark in memory.recent(9)] == ["one", "three", "two"]
    assert [mark.title for mark in memory.recent(1)] == ["one"]
    (tmp_path / "three").unlink()
    assert [mark.title for mark in memory.recent(9)] == ["one", "two"]


@pytest.mark.parametrize("kind", ["markdown", "text", "yaml"])
def test_what_came_through_a_pipe_can_be_opened_again(memory: Memory, kind: str) -> None:
    text = {"yaml": "title: Æ\nsections:\n  - heading: H\n"}.get(
        kind, "*Words*\r\nà lire\n\nfrom_a_pipe"
    )
    source = pipe(text, kind)
    Record(memory, source).write(left())
    assert Record(memory, pipe(text, kind)).read() is not None
    assert Record(memory, pipe(text + "!", kind)).read() is None
    (again,) = memory.recent(9)
    reopened = read_source(again.path)
    assert reopened.kind == kind
    assert parse(reopened).finish().text == parse(source).finish().text
    record = Record(memory, reopened)
    assert record.key == Record(memory, source).key
    record.write(left("Again"))
    assert [mark.title for mark in memory.recent(9)] == ["Again"]
    assert count(memory.texts) == 1


def test_a_page_from_a_pipe_is_kept_in_the_encoding_that_it_is_in(memory: Memory) -> None:
    page = "<html><meta charset=iso-8859-1><body><p>Un café.</p></body></html>"
    source = pipe(page, "html")
    Record(memory, source).write(left())
    (again,) = memory.recent(9)
    reopened = read_source(again.path)
    assert (reopened.kind, reopened.text) == ("html", page)
    assert Record(memory, reopened).key == Record(memory, source).key


def test_where_the_text_of_a_pipe_is_from_is_kept_with_it(memory: Memory) -> None:
    for text, base in (("[a](b)", "https://example.org/x/"), ("[a](c)", "")):
        source = pipe(text)
        source.url = base
        Record(memory, source).write(left())
        (again, *_) = memory.recent(9)
        assert memory.base_of(again.path) == base
        reopened = read_source(again.path)
        reopened.url = memory.base_of(again.path)
        record = Record(memory, reopened)
        record.write(left())  # it is left once more
        assert memory.base_of(again.path) == base
    place = Path(memory.places, record.key)
    place.write_text(place.read_text() + "base: javascript:alert(1)\n", encoding="utf-8")
    assert memory.base_of(again.path) == ""


def test_a_file_says_itself_where_it_is_from(memory: Memory, article: Source) -> None:
    article.url = "https://example.org/"
    Record(memory, article).write(left())
    assert article.path is not None
    assert memory.base_of(article.path) == ""


def test_a_named_pipe_is_a_pipe(memory: Memory) -> None:
    passing = Source("63", "Words.", "text", path="/dev/fd/63")
    assert Record(memory, passing).key == Record(memory, pipe("Words.", "text")).key


def test_texts_are_bounded(memory: Memory) -> None:
    for number in range(TEXTS + 3):
        Record(memory, pipe(f"Text {number}")).write(left(str(number)))
    assert count(memory.texts) == TEXTS
    assert Record(memory, pipe("Text 0")).read() is not None
    assert len(memory.recent(99)) == TEXTS
    Record(memory, pipe("x" * (LONGEST_TEXT + 1))).write(left("Long"))
    assert count(memory.texts) == TEXTS
    assert "Long" not in [mark.title for mark in memory.recent(99)]


def test_choices_are_remembered_beside_those_of_others(memory: Memory) -> None:
    assert memory.setting("measure") == ""
    memory.remember("measure", "70")
    Memory(memory.folder).remember("contents", "open")
    memory.remember("measure", "74")
    assert (memory.setting("measure"), memory.setting("contents")) == ("74", "open")


@pytest.mark.parametrize("where", ["/dev/null", "/proc/1/no"])
def test_reading_works_without_a_disk(where: str, article: Source) -> None:
    memory = Memory(where)
    record = Record(memory, article)
    record.write(left())
    Record(memory, pipe("Words.")).write(left())
    memory.remember("measure", "70")
    assert record.read() is None
    assert memory.recent(9) == []
    assert memory.setting("measure") == ""


def test_a_full_disk_leaves_what_was_there(
    memory: Memory, article: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Record(memory, article)
    record.write(left("Before"))

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    record.write(left("After"))
    mark = record.read()
    assert mark is not None
    assert mark.title == "Before"
    assert [path.name for path in Path(memory.places).iterdir()] == [record.key]


def test_two_writers_never_leave_half_a_file(memory: Memory, article: Source) -> None:
    code = (
        "import sys; from reader.library.state import *; from reader.document.anchor import Anchor\n"
        "from reader.formats.source import read_source\n"
        "record = Record(Memory(sys.argv[1]), read_source(sys.argv[2]))\n"
        "for n in range(60):\n"
        "    words = sys.argv[3] * (1 + n * 37 % 900)\n"
        "    record.write(Bookmark(Anchor(words, '', '', 0, len(words)), title=sys.argv[3]))\n"
        "    left = record.read()\n"
        "    assert left is not None and set(left.anchor.exact) == {left.title}, left\n"
    )
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code, memory.folder, article.path or "", letter],
            cwd=Path(reader.__file__).parent.parent,
        )
        for letter in "ab"
    ]
    assert [run.wait(60) for run in runs] == [0, 0]
    assert count(memory.places) == 1


def test_a_bookmark_is_read_on_the_fast_way(memory: Memory, article: Source) -> None:
    Record(memory, article).write(left())
    code = (
        "import sys, re; from reader.formats import load; load(sys.argv[2])\n"
        "before = set(sys.modules)\n"
        "from reader.library.state import Memory, Record\n"
        "from reader.formats.source import read_source\n"
        "assert Record(Memory(sys.argv[1]), read_source(sys.argv[2])).read() is not None\n"
        "print(*sorted(set(sys.modules) - before))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, memory.folder, article.path or ""],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(reader.__file__).parent.parent,
    )
    others = [name for name in run.stdout.split() if not name.startswith("reader.")]
    assert others in ([], ["_blake2"])


def test_the_articles_of_the_program_are_left_as_they_are(memory: Memory) -> None:
    from reader.shelf import bundled

    for entry in bundled():
        whole = load(entry.path).finish()
        for offset in range(0, len(whole), 997):
            assert find_again(load(entry.path), bookmark(whole, offset, 1)) == offset


def test_pipes_and_folders_are_not_waited_for(tmp_path: Path) -> None:
    memory = Memory(str(tmp_path))
    memory.remember("theme", "sepia")
    (tmp_path / "settings").unlink()
    os.mkfifo(tmp_path / "settings")
    assert memory.setting("theme") == ""
    os.mkfifo(tmp_path / "article.md")
    (tmp_path / "places").mkdir()
    for name, path in (("a", tmp_path / "article.md"), ("b", tmp_path)):
        text = (
            f"path: {path}\ntitle: x\npercent: 5\noffset: 3\nbyte: 3\nwords: x\nbefore: \nafter: \n"
        )
        (tmp_path / "places" / name).write_text(text)
        assert memory.read(name) is not None
    assert memory.recent(5) == []


def test_of_what_has_not_come_yet_nothing_is_kept(tmp_path: Path) -> None:
    memory = Memory(str(tmp_path / "state"))
    source = Source("stdin", "Words of it.\n", "text")
    record = Record(memory, None)
    left = bookmark(parse(source), 0, 10)
    record.write(left)
    assert record.read() is None
    assert not (tmp_path / "state").exists()
    record.know(source)
    record.write(left)
    assert Record(memory, source).read() is not None
