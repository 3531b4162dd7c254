"""The program as a person meets it: in a real pseudo-terminal, from start to end."""

import os
import shutil
import signal
import sys
import termios
from pathlib import Path

import pytest

from tests.terminal import Terminal

FRENCH = "microsoft-nvidia-anthropic"


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
def test_a_first_visit(size: tuple[int, int]) -> None:
    with Terminal(FRENCH, size=size) as terminal:
        terminal.wait_for("Microsoft et Nvidia misent")
        terminal.send("]")
        terminal.wait_for("§1/6")
        terminal.send("i")
        terminal.wait_for("i FACTS")
        terminal.send("Gk\r")
        terminal.wait_for("§6/6")
        terminal.send("H")
        terminal.wait_for("§1/6")
        terminal.send("/depend")  # « dépendre », typed without its accent
        terminal.wait_for(" 1/")
        assert "dépend" in terminal.text
        terminal.send("\rq")
        assert terminal.wait_end() == 0
        assert termios.tcgetattr(terminal.slave) == terminal.before
        assert b"\x1b[?1049l" in terminal.output
        assert terminal.output.count(b"\x1b[?1049h") == 1


def test_keys_typed_on_the_first_screen_are_answered() -> None:
    program = (  # the rest does not come before a key has been typed
        "import select, sys\n"
        "class Gate:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'textual': select.select([0], [], [], 20)\n"
        "sys.meta_path.insert(0, Gate())\n"
        "from reader.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    with Terminal(FRENCH, program=(sys.executable, "-c", program)) as terminal:
        terminal.wait_for("Microsoft et Nvidia misent")
        assert b"\x1b[?1002h" not in terminal.output
        terminal.send("G")
        terminal.wait_for("100 %")
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert terminal.output.count(b"\x1b[?1049h") == 1
        assert b"\x1b[2J" not in terminal.output


def test_without_textual_the_terminal_is_given_back() -> None:
    program = (
        "import sys; sys.modules['textual'] = None\n"
        "from reader.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    with Terminal(FRENCH, program=(sys.executable, "-c", program)) as terminal:
        assert terminal.wait_end() == 1
        assert termios.tcgetattr(terminal.slave) == terminal.before
        shown, _, said = terminal.output.partition(b"\x1b[?1049l")
        assert "Microsoft et Nvidia misent" in shown.decode()
        assert b"reader: unexpected ModuleNotFoundError" in said


def test_an_article_from_a_pipe_leaves_the_keys_alive() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"# Through a pipe\n\nIt came in from elsewhere.\n")
    os.close(writing)
    with Terminal("-", stdin=reading) as terminal:
        os.close(reading)
        terminal.wait_for("It came in from elsewhere.")
        terminal.send("?")
        terminal.wait_for("quit from anywhere")
        terminal.send("Q")
        assert terminal.wait_end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_gives_the_terminal_back(number: signal.Signals) -> None:
    with Terminal(FRENCH) as terminal:
        terminal.wait_for("Microsoft et Nvidia misent")
        terminal.wait_for("min")
        terminal.signal(number)
        assert terminal.wait_end() == 128 + number
        assert termios.tcgetattr(terminal.slave) == terminal.before
        assert b"\x1b[?1049l" in terminal.output


@pytest.mark.parametrize(
    ("arguments", "keys", "seen", "number"),
    [
        ((), "", "WITH THE PROGRAM", signal.SIGTERM),
        ((FRENCH,), "/deux", " 1/", signal.SIGQUIT),
        ((FRENCH,), "?", "quit from anywhere", signal.SIGINT),
    ],
)
def test_a_signal_ends_whatever_is_open(
    arguments: tuple[str, ...], keys: str, seen: str, number: signal.Signals
) -> None:
    with Terminal(*arguments) as terminal:
        terminal.wait_for("WITH THE PROGRAM" if not arguments else "Microsoft et Nvidia misent")
        terminal.send(keys)
        terminal.wait_for(seen)
        terminal.signal(number)
        assert terminal.wait_end() == 128 + number
        assert termios.tcgetattr(terminal.slave) == terminal.before
        assert b"\x1b[?1049l" in terminal.output


@pytest.mark.parametrize("where", ["action_top", "on_mount", "compose"])
def test_a_crash_gives_the_terminal_back_and_says_so_in_a_line(where: str) -> None:
    program = (
        "import sys; from reader.cli import main; from reader.tui.screens.article import *\n"
        "def crash(self): raise RuntimeError('[red]oops\x1b')\n"
        f"ArticleScreen.{where} = crash\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    with Terminal(FRENCH, program=(sys.executable, "-c", program)) as terminal:
        if where == "action_top":
            terminal.wait_for("Microsoft et Nvidia misent")
            terminal.send("g")
        assert terminal.wait_end() == 1
        assert termios.tcgetattr(terminal.slave) == terminal.before
        said = terminal.output.rpartition(b"\x1b[?1000l")[2].decode().split("\r\n")
        assert said[0].startswith("reader: unexpected RuntimeError: [red]oops")
        assert said[1:] == [
            "This is a mistake in the program; --debug prints where it happened.",
            "",
        ]


@pytest.mark.skipif(not shutil.which("bash"), reason="needs a shell with job control")
def test_the_whole_job_stops_and_goes_on() -> None:
    env = {"PS1": "shell> ", "HISTFILE": ""}
    with Terminal("--norc", "--noprofile", "-i", program=("bash",), env=env) as terminal:
        terminal.wait_for("shell> ")
        # A script: were its shell not stopped as well, nobody would get the terminal.
        terminal.send(f"bash -c '{sys.executable} -m reader guide; echo left'\r")
        terminal.wait_for("Everything the program does")
        terminal.send("]")
        terminal.wait_for("§1/")
        terminal.send("\x1a")
        terminal.wait_for("Stopped")
        assert b"\x1b[?1049l" in terminal.output
        assert b"\x1b[?1002l" in terminal.output
        assert terminal.output.rpartition(b"\x1b[?25h")[1]
        taken = terminal.output.count(b"\x1b[?1049h")
        terminal.resize(60, 12)
        terminal.send("clear; fg\r")
        terminal.wait_for_bytes(b"\x1b[?1049h", taken + 1)
        terminal.wait_for("§1/")  # drawn again, where it was
        assert "§1/" in terminal.screen.display[-1]
        terminal.send("q")
        terminal.wait_for("left")
        terminal.send("stty -a\r")
        terminal.wait_for(" icanon")


@pytest.mark.parametrize("number", [signal.SIGHUP, None])
def test_reading_goes_on_where_it_was_left(number: signal.Signals | None) -> None:
    with Terminal(FRENCH) as terminal:
        terminal.wait_for("Microsoft et Nvidia misent")
        terminal.send("3t")
        terminal.wait_for("§3/6")
        if number is None:
            terminal.send("q")
        else:
            terminal.signal(number)
        terminal.wait_end()
        heading = next(row for row in terminal.text.split("\n") if "▸" in row)
    with Terminal("--last") as terminal:
        terminal.wait_for("§3/6")
        assert terminal.text.split("\n")[2] == heading


def test_resize_while_searching() -> None:
    with Terminal(FRENCH, size=(120, 40)) as terminal:
        terminal.wait_for("i FACTS")
        terminal.send("/gigawatt")
        terminal.wait_for(" 1/")
        terminal.resize(60, 15)
        terminal.wait_gone("i FACTS")
        terminal.resize(20, 5)
        terminal.send("s")
        terminal.wait_for("/ gigawatts")
        terminal.resize(60, 15)
        terminal.send("\x1b")
        terminal.wait_for("3 min")
        terminal.send("?")
        terminal.wait_for("Space more, q back to the text")
        terminal.resize(20, 5)
        terminal.wait_for("Space more, q back")
        terminal.resize(120, 40)
        terminal.send("qo")
        terminal.wait_for("y copies it")
        terminal.resize(20, 5)
        terminal.wait_for(" sur Anthropic      \n")  # set anew in 18 columns
        terminal.send("\x1bq")  # in one go, as over a slow line
        assert terminal.wait_end() == 0


def test_no_argument_opens_the_shelf() -> None:
    with Terminal(env={"LANG": "fr_FR.UTF-8"}) as terminal:
        terminal.wait_for("The Guide to reader")
        terminal.send("\r")
        terminal.wait_for("Everything the program does")
        terminal.send("qq")
        assert terminal.wait_end() == 0


def test_what_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    with Terminal(str(tmp_path / "nothing.md")) as terminal:
        assert terminal.wait_end() == 1
        lines = [row for row in terminal.screen.display if row.strip()]
        assert lines[0].startswith("reader: ")
        assert "nothing.md" in "".join(lines)
        assert len(lines) <= 3
        assert b"\x1b[?1049h" not in terminal.output


@pytest.mark.parametrize("tool", [False, True])
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_the_mouse_selects_and_what_is_copied_goes_out(tool: bool, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    if tool:
        path = tmp_path / "xclip"
        path.write_text(f"#!/bin/sh\necho noise; echo noise >&2; cat >{seen}\n")
        path.chmod(0o755)
    env = {"TMUX": "", "WAYLAND_DISPLAY": "", "WSL_DISTRO_NAME": "", "SSH_CONNECTION": ""}
    env |= {"DISPLAY": ":0" if tool else "", "SSH_TTY": "" if tool else "/dev/pts/9"}
    env["PATH"] = f"{tmp_path}:{os.environ['PATH']}"
    with Terminal("guide", env=env) as terminal:
        terminal.wait_for("? keys")
        terminal.send("?")  # the mouse is not yet asked for while there is but the first screen
        terminal.wait_for("quit from anywhere")
        terminal.send("q")
        terminal.wait_gone("quit from anywhere")
        rows = terminal.screen.display
        row = next(y for y, text in enumerate(rows) if "You are reading" in text)
        x, y = rows[row].index("reading") + 1, row + 1
        terminal.send(f"\x1b[<0;{x};{y}M\x1b[<32;{x + 2};{y}M\x1b[<32;{x + 9};{y}M")
        terminal.send(f"\x1b[<0;{x + 9};{y}m")
        terminal.wait_for("2 words selected")
        assert [cell for cell in range(80) if terminal.screen.buffer[row][cell].reverse] == list(
            range(x - 1, x + 9)
        )
        terminal.send("y")
        if tool:
            terminal.wait_for("2 words copied with xclip")
            assert seen.read_text() == "reading an"
            assert b"\x1b]52" not in terminal.output
            assert "noise" not in terminal.text
        else:
            terminal.wait_for("2 words sent to the terminal")
            assert b"\x1b]52;c;cmVhZGluZyBhbg==\x07" in terminal.output
        # moves without a button are not asked for; nor is anything after M, until M again
        modes = terminal.output.count(b"\x1b[?1002h")
        assert modes
        assert b"\x1b[?1003h" not in terminal.output
        terminal.send("M")
        terminal.wait_for("the mouse is the terminal's")
        assert terminal.output.rindex(b"\x1b[?1002l") > terminal.output.rindex(b"\x1b[?1002h")
        terminal.send("\x1a")
        # (without a shell to wait for it the program goes on at once)
        terminal.wait_for_bytes(b"\x1b[?1049h", 2)
        terminal.wait_for("? keys")
        assert terminal.output.count(b"\x1b[?1002h") == modes
        terminal.send("M")
        terminal.wait_for("again")
        assert terminal.output.count(b"\x1b[?1002h") == modes + 1
        terminal.send(f"\x1b[<0;{x};{y}M\x1b[<32;{x + 6};{y}M\x1b[<0;{x + 6};{y}m")
        terminal.wait_for("1 word selected")
        terminal.send("yQ")
        assert terminal.wait_end() == 0
        assert not tool or seen.read_text() == "reading"  # though the program ended at once
        assert terminal.output.rindex(b"\x1b[?1002l") > terminal.output.rindex(b"\x1b[?1002h")
