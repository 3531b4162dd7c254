"""Articles that come slowly, and the editor: in a real pseudo-terminal."""

import os
import termios
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.library.state import Memory
from tests.terminal import Terminal


@contextmanager
def slow(*arguments: str) -> Iterator[tuple[Terminal, int]]:
    """The program on a pipe, and the end to write to."""
    reading, writing = os.pipe()
    with Terminal(*arguments, "-", stdin=reading) as terminal:
        os.close(reading)
        yield terminal, writing


def test_what_comes_slowly_is_shown_as_it_comes() -> None:
    with slow() as (terminal, writing):
        terminal.wait_for("waiting for the article")
        os.write(writing, b"# Slow\n\nFirst words.\n\n")
        terminal.wait_for("First words.")
        terminal.wait_for("reading the pipe: 1 kB so far")
        row = terminal.text.split("\n").index(
            next(row for row in terminal.text.split("\n") if "First words." in row)
        )
        os.write(writing, b"Then more, caf" + "é".encode()[:1])
        terminal.wait_for("Then more, caf")
        assert "Ã" not in terminal.text
        os.write(writing, "é".encode()[1:] + b" and done.\n")
        terminal.wait_for("café and done.")
        assert "First words." in terminal.text.split("\n")[row]
        assert Memory().recent(1) == []
        os.close(writing)
        terminal.wait_gone("reading the pipe")
        terminal.send("e")
        terminal.wait_for("there is no file to edit")
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert termios.tcgetattr(terminal.slave) == terminal.before
    left = Memory().recent(1)[0]
    assert Path(left.path).read_text(encoding="utf-8").endswith("café and done.\n")


def test_an_article_that_is_pasted_ends_where_it_is_said_to_end() -> None:
    with Terminal("-") as terminal:
        terminal.wait_for("reader: paste the article, then press Enter and Ctrl-d")
        terminal.send("The words that were pasted.\n\nAnd the last ones.\n\x04")
        terminal.wait_for("? keys")
        assert "And the last ones." in terminal.text
        terminal.send("q")
        assert terminal.wait_end() == 0


def test_leaving_does_not_wait_for_the_pipe() -> None:
    with slow() as (terminal, writing):
        os.write(writing, b"# Slow\n\nFirst words.\n")
        terminal.wait_for("reading the pipe")
        terminal.send("q")
        assert terminal.wait_end() == 0
        with pytest.raises(BrokenPipeError):
            os.write(writing, b"more")
        os.close(writing)
    assert Memory().recent(1) == []


def test_what_turns_out_to_be_no_text_keeps_its_beginning() -> None:
    with slow() as (terminal, writing):
        os.write(writing, b"# Slow\n\nFirst words.\n")
        terminal.wait_for("reading the pipe")
        os.write(writing, bytes(range(256)) * 20)
        terminal.wait_for("stdin: binary data, not text; this is its beginning")
        os.close(writing)
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert termios.tcgetattr(terminal.slave) == terminal.before


def test_a_progress_meter_does_not_stay_on_the_screen() -> None:
    with slow() as (terminal, writing):
        os.write(writing, b"# Slow\n\nFirst words.\n")
        terminal.wait_for("reading the pipe")
        done = threading.Event()

        def meter() -> None:
            while not done.wait(0.1):
                os.write(terminal.slave, b"\r  % Total    % Received\n\r 17 3021k   17  535k")

        thread = threading.Thread(target=meter)
        thread.start()
        try:
            terminal.wait_for("% Received")
            os.write(writing, b"\nLast words.\n")
            terminal.wait_for("Last words.")
        finally:
            done.set()
            thread.join()
        os.close(writing)
        terminal.wait_gone("reading the pipe")
        terminal.wait_gone("% Received")
        terminal.wait_gone("3021k")
        assert [row.strip() for row in terminal.text.split("\n") if row.strip()][:3] == [
            "Slow",
            "1 min",
            "First words.",
        ]
        terminal.send("q")
        assert terminal.wait_end() == 0


def test_a_named_pipe_is_read_like_stdin(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with Terminal(str(path)) as terminal:
        terminal.wait_for("waiting for the article")
        writing = os.open(path, os.O_WRONLY)
        os.write(writing, b"# Named\n\nFirst words.\n")
        terminal.wait_for("First words.")
        os.write(writing, b"\nLast words.\n")
        terminal.wait_for("Last words.")
        os.close(writing)
        terminal.wait_gone("reading the pipe")
        terminal.send("q")
        assert terminal.wait_end() == 0


EDITOR = """#!/bin/sh
stty -a < /dev/tty | grep -q -- ' icanon' || exit 9
[ -t 0 ] && [ -t 1 ] || exit 8
echo "editing $*"
read answer
sed -i 's/Seventh/The seventh,/; 1i # A heading\\n' "$2"
exit $answer
"""


def test_the_editor_has_the_terminal_and_the_text_is_read_again(tmp_path: Path) -> None:
    editor = tmp_path / "vi"
    editor.write_text(EDITOR)
    editor.chmod(0o755)
    article = tmp_path / "-w.md"
    numbers = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")
    text = "\r\n\r\n".join(f"{number} words\r\nof a text." for number in numbers)
    article.write_bytes(text.encode())
    with Terminal(
        "--", "-w.md", size=(80, 8), env={"VISUAL": str(editor)}, cwd=tmp_path
    ) as terminal:
        terminal.wait_for("Third words")
        terminal.send("6}")
        terminal.wait_for("▸ Seventh words")
        row = next(i for i, row in enumerate(terminal.screen.display) if "Seventh" in row)
        terminal.send("e")
        terminal.wait_for(f"editing +19 {tmp_path}"[:70])
        assert b"\x1b[?1049l" in terminal.output
        terminal.send("0\n")
        terminal.wait_for("The seventh, words")
        terminal.wait_for("reloaded")
        assert "The seventh, words" in terminal.screen.display[row]
        terminal.send("e")
        terminal.wait_for("editing +21")
        terminal.send("3\n")
        terminal.wait_for("ended with an error (3)")
        terminal.send("e")
        terminal.wait_for("editing +23")
        terminal.send("\x03")
        terminal.wait_for("ended with an error (-2)")
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert termios.tcgetattr(terminal.slave) == terminal.before
