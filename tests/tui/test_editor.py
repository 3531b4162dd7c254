"""The command line of an editor, and the line of the source that it is given."""

from pathlib import Path

import pytest

from reader.document.characters import clean
from reader.errors import ReaderError
from reader.formats import parse
from reader.formats.source import read_source
from reader.tui.editor import command_line, source_line


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("vim", ["vim", "+7", "/a/-b.md"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "/a/-b.md"]),
        ("emacsclient -t", ["emacsclient", "-t", "+7", "/a/-b.md"]),
        ("hx", ["hx", "/a/-b.md:7"]),
        ("code", ["code", "--wait", "--goto", "/a/-b.md:7"]),
        ("code --wait", ["code", "--wait", "--goto", "/a/-b.md:7"]),
        ("subl -w", ["subl", "-w", "/a/-b.md:7"]),
        ("'my editor' '$(x); y'", ["my editor", "$(x); y", "/a/-b.md"]),
        ("ed", ["ed", "/a/-b.md"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_way(editor: str, words: list[str]) -> None:
    assert command_line({"EDITOR": editor}, "/a/-b.md", 7) == words
    assert command_line({"VISUAL": editor, "EDITOR": "other"}, "/a/-b.md", 7) == words


def test_without_a_name_the_first_one_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(tmp_path)
    with pytest.raises(ReaderError, match="no editor"):
        command_line({"PATH": folder, "EDITOR": " "}, "x", 1)
    monkeypatch.setattr("shutil.which", lambda name, path: name == "vi" and path == folder)
    assert command_line({"PATH": folder}, "/x", 1) == ["vi", "+1", "/x"]
    with pytest.raises(ReaderError, match="a quote is open"):
        command_line({"EDITOR": "vi '"}, "x", 1)
    with pytest.raises(ReaderError, match="names no program"):
        command_line({"EDITOR": '""'}, "x", 1)


TEXT = """---
title: Été
---
# One

First paragraph, *with some* words
that go on in a second line
and in a third — line.

- an item
- another item of
  the *list*

```
code
more code
```
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_line_of_a_place(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(TEXT.replace("\n", end).encode(encoding))
    source = read_source(str(path))
    document = parse(source).finish()
    for words, line in [
        ("One", 4),
        ("First", 6),
        ("some words", 6),
        ("go on in", 7),
        ("third", 8),
        ("another", 11),
        ("list", 12),
        ("more code", 16),
    ]:
        at = document.text.index(clean(words))
        assert source_line(document, source.text, at) == line, words
    # The file may have got shorter since.
    assert source_line(document, source.text[:40], len(document.text)) == 6
