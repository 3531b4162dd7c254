"""The folder of one's own articles: what is in it, what each is called, what its head says."""

import os
import re
from pathlib import Path

import pytest

from reader.document.length import estimated_words, words
from reader.errors import ReaderError, SourceError
from reader.files import articles_folder, at_home
from reader.formats import load
from reader.formats.source import read_head
from reader.library import folder as folders
from reader.library.entry import HEAD, Entry
from reader.library.folder import DEPTH, named, names, scan

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ud800-\udfff]")


def put(path: Path, text: str = "Words.\n") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_where_the_folder_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    assert articles_folder({}) == "/home/ada/.local/share/reader/articles"
    assert articles_folder({"XDG_DATA_HOME": "/data"}) == "/data/reader/articles"
    assert articles_folder({"XDG_DATA_HOME": "data"}) == "/home/ada/.local/share/reader/articles"
    assert articles_folder({"XDG_DATA_HOME": "/data"}, "/notes/") == "/notes"
    assert articles_folder({"READER_LIBRARY": "~/mine"}, "/notes") == "/home/ada/mine"
    assert articles_folder({"READER_LIBRARY": "mine"}) == str(Path.cwd() / "mine")
    assert at_home("/home/ada/mine/x.md") == "~/mine/x.md"
    assert at_home("/home/adam/x.md") == "/home/adam/x.md"


def test_articles_are_found_by_their_suffix(tmp_path: Path) -> None:
    wanted = [put(tmp_path / name) for name in ("b.md", "A.TXT", "sub/c.yml", "sub/x/d.markdown")]
    for name in (".hidden.md", ".git/e.md", "picture.png", "noise", "md"):
        put(tmp_path / name)
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self.md").symlink_to("self.md")
    (tmp_path / "null.md").symlink_to(os.devnull)
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    wanted.append(str(tmp_path / "link.md"))
    (tmp_path / "link.md").symlink_to(tmp_path / "noise")
    found = scan(str(tmp_path))
    assert sorted(found.paths) == sorted(wanted)
    assert (found.problem, found.more, found.closed) == ("", False, [])


def test_depth_and_number_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path
    for _ in range(DEPTH):
        deep = deep / "x"
    inside = put(deep / "in.md")
    put(deep / "x" / "out.md")
    assert scan(str(tmp_path)).paths == [inside]
    for number in range(9):
        put(tmp_path / f"{number}.md")
    assert len(scan(str(tmp_path), 5).paths) == 5
    assert scan(str(tmp_path), 5).more
    monkeypatch.setattr(folders, "_LOOKED_AT", 3)
    assert scan(str(tmp_path)).more


def test_a_folder_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    assert scan(str(tmp_path / "none")).paths == []
    assert scan(str(tmp_path / "none")).problem == ""
    assert scan(put(tmp_path / "file.md")).problem == "not a directory"
    assert scan("a\0b").problem
    if os.getuid():
        (tmp_path / "closed").mkdir(mode=0)
        assert scan(str(tmp_path / "closed")).problem == "permission denied"
        assert scan(str(tmp_path)).closed == ["closed: permission denied"]


def test_each_article_has_a_name_that_opens_it(tmp_path: Path) -> None:
    put(tmp_path / "alone.md")
    put(tmp_path / "both.md")
    put(tmp_path / "both.txt")
    put(tmp_path / "top.md")
    put(tmp_path / "2024/top.md")
    put(tmp_path / "2024/twin.md")
    put(tmp_path / "2025/twin.md")
    found = scan(str(tmp_path))
    called = names(str(tmp_path), found.paths)
    expected = {"alone", "both.md", "both.txt", "top", "2024/top", "2024/twin", "2025/twin"}
    assert set(called.values()) == expected
    for path, name in called.items():
        assert named(str(tmp_path), name) == path
    assert named(str(tmp_path), "alone.md") == str(tmp_path / "alone.md")
    for nothing in ("", "alon", "one", "../alone", ".", "/alone", str(tmp_path / "alone")):
        assert named(str(tmp_path), nothing) == ""
    assert named(str(tmp_path), "Alone") == str(tmp_path / "alone.md")
    put(tmp_path / "Été.md")
    assert named(str(tmp_path), "ete") == str(tmp_path / "Été.md")
    put(tmp_path / "ete.md")
    assert named(str(tmp_path), "ete") == str(tmp_path / "ete.md")
    for twice, candidates in (
        ("twin", "2024/twin.md, 2025/twin.md"),
        ("both", "both.md, both.txt"),
    ):
        with pytest.raises(ReaderError) as caught:
            named(str(tmp_path), twice)
        assert "2 articles" in caught.value.message
        assert caught.value.hint == f"Say which: {candidates}"


# What the head of a file says


def test_the_front_matter_says_what_it_is(tmp_path: Path) -> None:
    front = "---\ntitle: A title\nauthor: [Ada, Bob]\ndate: 2025-03\nlang: fr\ntags: [x, y]\n---\n"
    entry = Entry(put(tmp_path / "a.md", front + "word " * 46_000), "own")
    assert (entry.title, entry.known, entry.minutes) == ("a", False, 0)
    entry.take(entry.read())
    assert (entry.title, entry.author, entry.day) == ("A title", "Ada, Bob", "2025-03")
    assert (entry.lang, entry.tags, entry.known) == ("fr", ("x", "y"), True)
    assert abs(entry.minutes - 200) < 5
    assert entry.folded == "a title\0ada\0bob\0a.md\0x\0y"


def test_the_language_is_not_looked_for_in_the_files_of_a_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.document.language.detect_in", None)
    path = put(tmp_path / "a.md", "# Le titre\n\nIl y a dans la ville un pont qui est vieux.")
    assert Entry(path, "own").read().lang == ""


def test_a_heading_is_a_title_and_else_the_name_is(tmp_path: Path) -> None:
    def title(name: str, text: str) -> str:
        return Entry(put(tmp_path / name, text), "own").read().title

    assert title("a.md", "# A *heading*\n\nText.") == "A heading"
    assert title("b.md", "---\nlang: fr\n---\n# A heading\n\nText.") == "A heading"
    assert title("c.md", "Text.\n\n# Later") == "c"
    assert title("d.txt", "# No heading") == "d"
    assert title("e.yaml", "title: T\nauthor: A\nsections:\n  - heading: H\n") == "T"
    assert title("f.md", "---\ntitle:\n  - of\n  - two\n---\nText") == "of, two"
    assert title("g.md", "---\nbroken: [\n---\nText.") == "g"


def test_a_page_says_what_it_is_before_its_text_comes(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    head = "<title>The ferry was late | Sea</title><meta name=author content='Ann Lee'>"
    path.write_text(f"<html lang=en><head>{head}<style>{'p {} ' * 2000}</style><body><p>Late.")
    entry = Entry(str(path), "own").read()
    assert (entry.title, entry.authors, entry.lang) == ("The ferry was late", ("Ann Lee",), "en")
    assert (entry.words, entry.minutes) == (0, 0)


def test_a_pasted_page_is_listed_with_its_title_and_its_own_length(tmp_path: Path) -> None:
    sentence = (
        "Nobody who lived beyond the mill could come to the market, or to the fair after it. "
    )
    furniture = "Home\nNews\nShare\nAdvertisement\n" + "Another story of the day\n" * 300
    head = "The bridge by the old mill\nBy Ada Marsh - May 3, 2024\nShare\n"
    text = f"{head}\n{sentence * 3}\n\n{sentence * 40}\n\nLeave a comment\n{furniture}© 2024 The Paper\n"
    path = put(tmp_path / "saved.txt", text)
    entry, document = Entry(path, "own").read(), load(path)
    assert (entry.title, entry.author) == ("The bridge by the old mill", "Ada Marsh")
    assert entry.day == "2024-05-03"
    own = words(document.text)
    assert 700 < own < 800
    assert estimated_words(document) == own == entry.words


def test_a_short_text_is_counted(tmp_path: Path) -> None:
    assert Entry(put(tmp_path / "a.txt", "one two three"), "own").read().words == 3
    assert Entry(put(tmp_path / "a.md", "---\ntitle: T\n---\none"), "own").read().words == 1


def test_of_a_long_file_the_head_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path / "long.md", "# Title\n\n" + "é word " * 200_000)
    sizes = []
    real = os.open

    def opened(path: str, flags: int, *rest: int) -> int:
        descriptor = real(path, flags, *rest)
        sizes.append(lambda: os.lseek(descriptor, 0, os.SEEK_CUR))
        return descriptor

    monkeypatch.setattr("reader.formats.source.os.open", opened)
    entry = Entry(path, "own").read()
    assert len(sizes) == 1
    assert (entry.title, round(entry.words, -4)) == ("Title", 400_000)
    source, size = read_head(path, HEAD)
    assert len(source.text) < HEAD < size


def test_a_character_that_is_cut_off_spoils_nothing(tmp_path: Path) -> None:
    for letter in ("é", "漢", "😀"):
        for shift in range(4):
            text = "x" * shift + letter * 99
            path = put(tmp_path / "a.txt", text)
            for most in range(8, 20):
                assert text.startswith(read_head(path, most)[0].text)
    wide = tmp_path / "wide.txt"
    wide.write_bytes("été ".encode("utf-16") * 99)
    assert read_head(str(wide), 64)[0].text.startswith("été")


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: Path(path).touch()])
def test_what_is_no_article_is_refused_at_once(tmp_path: Path, make: "object") -> None:
    path = str(tmp_path / "x.md")
    make(path)  # type: ignore[operator]
    with pytest.raises(SourceError):
        Entry(path, "own").read()


def test_binary_data_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    with pytest.raises(SourceError):
        Entry(str(tmp_path / "x.md"), "own").read()
    with pytest.raises(SourceError):
        Entry("/dev/zero", "own").read()


def test_hostile_names_and_titles_are_clean(tmp_path: Path) -> None:
    text = '---\ntitle: "a\\e[2Jb\\u202ec [/]"\nauthor: "x\\ny"\ntags: ["\\u0007"]\n---\nWords.'
    for name in ("e\x1b[2Jvil\nname\u202e [b].md", "x" * 250 + ".md"):
        entry = Entry(put(tmp_path / name, text), "own")
        assert not CONTROL.search(entry.name)
        assert len(entry.name) <= 80
        read = entry.read()
        for shown in (read.title, read.author, *read.tags, read.folded.replace("\0", "")):
            assert not CONTROL.search(shown)
    raw = os.fsencode(tmp_path) + b"/bad\xff\xfe.md"
    Path(os.fsdecode(raw)).write_bytes(b"Words.")
    assert not CONTROL.search(Entry(os.fsdecode(raw), "own").read().title)
