"""Copying: the platform's tool on this machine, OSC 52 over ssh and where no tool is."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.tui import clipboard


@pytest.fixture
def bin(tmp_path: Path) -> Path:
    return tmp_path


def tool(folder: Path, name: str, code: str = "") -> None:
    """A tool that writes down its arguments and its input, then runs `code`."""
    path = folder / name
    seen = str(folder / f"{name}.seen")
    body = f"import sys, time\nopen({seen!r}, 'w').write(repr((sys.argv[1:], sys.stdin.read())))\n"
    path.write_text(f"#!{sys.executable}\n{body}{code}\n")
    path.chmod(0o755)


def copied(text: str, environ: dict[str, str], bin: Path) -> tuple[str, list[str]]:
    sent: list[str] = []
    said = clipboard.copy(text, {"TERM": "xterm", "PATH": str(bin), **environ}, sent.append)
    return said, sent


def test_the_tool_gets_the_text_on_its_input(bin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(bin))
    tool(bin, "wl-copy")
    said, sent = copied("-x é", {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, bin)
    assert (said, sent) == ("copied with wl-copy", [])
    assert (bin / "wl-copy.seen").read_text() == repr(([], "-x é"))


def test_a_tool_that_fails_hands_on_to_the_next(bin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(bin))
    tool(bin, "xclip", "sys.exit(1)")
    tool(bin, "xsel")
    assert copied("x", {"DISPLAY": ":0"}, bin) == ("copied with xsel", [])
    tool(bin, "xsel", "sys.exit(1)")
    said, sent = copied("x", {"DISPLAY": ":0"}, bin)
    assert (said, sent) == ("sent to the terminal, if it allows (OSC 52)", ["x"])


def test_a_tool_that_hangs_is_given_up(bin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(bin))
    monkeypatch.setattr(clipboard, "TIMEOUT", 0.05)
    tool(bin, "xclip", "time.sleep(60)")
    assert copied("x", {"DISPLAY": ":0"}, bin)[1] == ["x"]


@pytest.mark.parametrize("name", ["SSH_TTY", "SSH_CONNECTION"])
def test_over_ssh_the_terminal_gets_it(name: str, bin: Path) -> None:
    tool(bin, "xclip")
    said, sent = copied("x", {"DISPLAY": ":0", name: "1"}, bin)
    assert "OSC 52" in said
    assert sent == ["x"]
    assert not (bin / "xclip.seen").exists()


@pytest.mark.parametrize("remote", [{}, {"SSH_TTY": "/dev/pts/1", "DISPLAY": ":0"}])
def test_tmux_hands_it_on(
    remote: dict[str, str], bin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(bin))
    tool(bin, "xclip")
    tool(bin, "tmux")
    environ = {"TMUX": "/tmp/tmux-1000/default,1,0", **remote}
    assert copied("x", environ, bin) == ("copied with tmux", [])
    assert (bin / "tmux.seen").read_text() == repr((["load-buffer", "-w", "-"], "x"))
    tool(bin, "tmux", "sys.exit(1)")  # before 3.2
    assert copied("x", environ, bin)[1] == ["x"]


@pytest.mark.parametrize("term", ["linux", "dumb", ""])
def test_terminals_without_a_clipboard_get_nothing(term: str, bin: Path) -> None:
    said, sent = copied("x", {"TERM": term}, bin)
    assert said.startswith("not copied")
    assert sent == []


def test_only_clean_text_of_bounded_length(bin: Path) -> None:
    assert copied("a\x1b]0;x\x07\x9b\u202e", {}, bin)[1] == ["a␛]0;x␇\ufffd\ufffd"]
    said, sent = copied("x" * 80_000, {}, bin)
    assert "too long" in said
    assert sent == []


def test_windows_and_macos(bin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[list[str], bytes]] = []

    def run(command: list[str], **options: object) -> object:
        ran.append((command, options["input"]))  # type: ignore[arg-type]
        return type("Done", (), {"returncode": 0})

    monkeypatch.setattr(subprocess, "run", run)
    tool(bin, "clip.exe")
    tool(bin, "pbcopy")
    assert copied("é", {"WSL_DISTRO_NAME": "Debian"}, bin)[0] == "copied with clip.exe"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert copied("é", {}, bin)[0] == "copied with pbcopy"
    assert ran == [(["clip.exe"], "é".encode("utf-16")), (["pbcopy"], "é".encode())]
