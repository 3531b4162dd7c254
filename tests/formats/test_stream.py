"""What comes through a pipe little by little."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.formats import stream
from reader.formats.decoding import whole_characters
from reader.formats.stream import Pipe, open_pipe


@pytest.fixture
def ends() -> Iterator[tuple[Pipe, int]]:
    """A pipe, and the end to write to."""
    reading, writing = os.pipe()
    pipe = Pipe(reading)
    yield pipe, writing
    pipe.close()


def never() -> None:
    raise AssertionError("nothing was to be waited for")


@given(
    st.text(st.characters(exclude_characters="\0")),
    st.integers(0, 40),
    st.sampled_from(["utf-8", "utf-16", "utf-32"]),
)
def test_no_character_is_cut(text: str, end: int, encoding: str) -> None:
    data = text.encode(encoding, "replace")
    whole = whole_characters(data[:end])
    assert data.startswith(whole)
    assert len(data[:end]) - len(whole) <= 3
    if encoding == "utf-8":
        assert text.encode("utf-8", "replace").decode().startswith(whole.decode())
    assert whole_characters(b"caf\xe9s") == b"caf\xe9s"


def test_all_of_it_when_it_comes_at_once(ends: tuple[Pipe, int]) -> None:
    pipe, writing = ends
    os.write(writing, "# É\n".encode("cp1252"))
    os.close(writing)
    pipe.begin(never)
    assert pipe.ended
    source = pipe.source()
    assert (source.name, source.text, source.kind, source.path) == (
        "stdin",
        "# É\n",
        "markdown",
        None,
    )


def test_what_has_come_when_no_more_does(ends: tuple[Pipe, int]) -> None:
    pipe, writing = ends
    os.write(writing, "# É\n\nUn caf".encode() + b"\xc3")
    pipe.begin(never, 0.01)
    assert not pipe.ended
    assert pipe.source().text == "# É\n\nUn caf"
    os.write(writing, b"\xa9")
    pipe.read()
    assert pipe.source().text == "# É\n\nUn café"


@pytest.mark.parametrize(
    ("text", "ready"),
    [
        ("", False),
        (" \n\n", False),
        ("x", True),
        ("--", False),
        ("---\ntitle: x\n", False),
        ("---\ntitle: x\n---\n", True),
        ("---\n" + "title: x\n" * 8000, True),
        ("title: x\n", False),
        ("# said\n\nsections:\n", False),
        ("titles: x\n", True),
    ],
)
def test_what_makes_no_sense_before_its_end_waits(
    ends: tuple[Pipe, int], text: str, ready: bool
) -> None:
    pipe, _ = ends
    pipe._data += text.encode()
    assert pipe.ready is ready
    pipe.ended = True
    assert pipe.ready


def test_waiting_is_told_once(ends: tuple[Pipe, int], monkeypatch: pytest.MonkeyPatch) -> None:
    pipe, writing = ends
    monkeypatch.setattr(stream, "SILENCE", 0.001)
    told: list[int] = []

    def waiting() -> None:
        told.append(1)
        os.close(writing)

    pipe.begin(waiting)
    assert told == [1]
    with pytest.raises(SourceError, match="stdin: nothing came"):
        pipe.source()


def test_what_trickles_is_waited_for_as_well(
    ends: tuple[Pipe, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe, writing = ends
    monkeypatch.setattr(stream, "SILENCE", 0.01)
    read, told = pipe.read, []

    def trickle() -> None:
        read()
        os.write(writing, b" ")  # never nothing, and never anything to show

    def waiting() -> None:
        told.append(1)
        monkeypatch.setattr(pipe, "read", read)
        os.write(writing, b"words")
        os.close(writing)

    monkeypatch.setattr(pipe, "read", trickle)
    os.write(writing, b" ")
    pipe.begin(waiting)
    assert told == [1]


def test_bounds(ends: tuple[Pipe, int], monkeypatch: pytest.MonkeyPatch) -> None:
    pipe, writing = ends
    monkeypatch.setattr(stream, "MAX_SIZE", 10)
    os.write(writing, b"PK\x03\x04")
    pipe.begin(never, 0)
    with pytest.raises(SourceError, match="archive"):
        pipe.source()
    os.write(writing, b"more than that")
    with pytest.raises(SourceError, match="larger than"):
        pipe.begin(never)
    os.close(writing)


def test_which_sources_are_pipes(tmp_path: Path) -> None:
    (tmp_path / "file.md").write_text("x")
    os.mkfifo(tmp_path / "pipe.yaml")
    assert open_pipe(str(tmp_path / "file.md")) is None
    assert open_pipe(str(tmp_path / "missing")) is None
    assert open_pipe(str(tmp_path)) is None
    assert open_pipe("a\0b") is None
    pipe = open_pipe(str(tmp_path / "pipe.yaml"))
    assert pipe is not None
    pipe._data += b"text"
    assert not pipe.ready
    pipe.close()
