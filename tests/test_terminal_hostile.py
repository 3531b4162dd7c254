"""What a hostile or broken terminal, clipboard or editor sends, in a real pseudo-terminal."""

import os
import sys
import termios
from pathlib import Path

import pytest

from tests.terminal import Terminal

FRENCH = "microsoft-nvidia-anthropic"
START = "Microsoft et Nvidia misent"


def test_no_report_and_no_paste_does_more_than_it_may() -> None:
    # (a mark that is cut is waited for, however long the machine takes)
    with Terminal(FRENCH, env={"ESCDELAY": "20000"}) as terminal:
        terminal.wait_for(START)
        reports = ["[1114112u", "[97;1:3u", "[97;1;1114112u", "[99999999999u", "[55296;1u"]
        reports += ["[48;99999;99999;1;1t", "[?2048;1$y", "[<0;99999999999;5M", "[8;9999;9999t"]
        terminal.send("".join(f"\x1b{report}" for report in reports))
        evil = "x \x1b[999Qeeee\x1b[200~QQ\x03\x11q" * 9
        terminal.send(f"\x1b[200~{evil * 1000}\x1b[201~")
        terminal.send("/Nvid\x1b[20")
        terminal.wait_for("/ Nvid")
        terminal.send("0~ia\x1bQ\r\x11\x1b[201~")
        terminal.wait_for("/ Nvidia␛Q ␑")
        terminal.send("\x1b[127u" * 4)  # Backspace, as the terminal reports it
        terminal.wait_for("1/")
        terminal.send("\rQ")
        assert terminal.wait_end() == 0
        assert b"Traceback" not in terminal.output
        assert b"\x1b[?1016h" not in terminal.output


def test_a_failure_in_the_keyboard_is_one_line() -> None:
    program = (
        "import sys; from reader.cli import main; from reader.tui.driver import TerminalDriver\n"
        "def crash(*_): raise RuntimeError('oops')\n"
        "TerminalDriver._parse = crash\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    with Terminal(FRENCH, program=(sys.executable, "-c", program)) as terminal:
        terminal.wait_for(START)
        terminal.send("j")
        assert terminal.wait_end() == 1
        assert termios.tcgetattr(terminal.slave) == terminal.before
        assert b"reader: unexpected RuntimeError: oops" in terminal.output
        assert b"Traceback" not in terminal.output


def test_what_is_poured_into_the_terminal_does_not_outlast_a_signal() -> None:
    with Terminal(FRENCH) as terminal:
        terminal.wait_for(START)
        os.set_blocking(terminal.master, False)
        poured = 0
        for _ in range(50):
            try:
                poured += os.write(terminal.master, b"jk" * 1000)
            except BlockingIOError:
                terminal._read(0.01)
        assert poured
        terminal.signal(15)
        assert terminal.wait_end() == 128 + 15
        assert termios.tcgetattr(terminal.slave) == terminal.before


def test_a_closed_stdin_is_an_empty_one() -> None:
    command = f"exec {sys.executable} -m reader {FRENCH} <&-"
    with Terminal(program=("/bin/sh", "-c", command)) as terminal:
        terminal.wait_for(START)
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert termios.tcgetattr(terminal.slave) == terminal.before


@pytest.mark.skipif(not os.access("/bin/stty", os.X_OK), reason="needs stty")
def test_an_editor_that_leaves_the_terminal_as_it_had_it(tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nstty raw -echo; printf '\\033[?1003h\\033[?2004hedited'\n")
    editor.chmod(0o755)
    article = tmp_path / "a.md"
    article.write_text("# Title\n\nHello world.\n")
    with Terminal(str(article), env={"EDITOR": str(editor), "VISUAL": ""}) as terminal:
        terminal.wait_for("Hello")
        terminal.send("e")
        terminal.wait_for("not changed")
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert termios.tcgetattr(terminal.slave) == terminal.before
        assert terminal.output.rfind(b"\x1b[?1003l") > terminal.output.rfind(b"\x1b[?1003h")
