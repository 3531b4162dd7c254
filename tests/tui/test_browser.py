"""When a browser is opened, and how: by an argument list, with no terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.tui import browser


@pytest.mark.parametrize(
    ("environ", "platform", "graphical"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": "localhost:10.0", "SSH_CONNECTION": "x"}, "linux", True),
        ({"BROWSER": "w3m"}, "linux", False),
        ({"BROWSER": "/usr/bin/lynx -accept_all_cookies %s"}, "linux", False),
        ({"BROWSER": "lynx:firefox"}, "linux", True),
        ({"BROWSER": "firefox %s"}, "linux", True),
        ({"BROWSER": "'unclosed"}, "linux", False),
        ({}, "darwin", True),
        ({"SSH_CONNECTION": "x"}, "darwin", False),
        ({}, "win32", True),
    ],
)
def test_is_graphical(environ: dict[str, str], platform: str, graphical: bool) -> None:
    assert browser.is_graphical(environ, platform) is graphical


def script(folder: Path, name: str) -> Path:
    """A browser that writes down what it was given, and what its standard streams are."""
    path = folder / name
    code = (
        "import json, os, sys\n"
        "own = [os.isatty(0), os.isatty(1), os.isatty(2), os.getsid(0)]\n"
        f"json.dump([sys.argv[1:], own], open({str(folder / 'seen')!r}, 'w'))\n"
    )
    path.write_text(f"#!{sys.executable}\n{code}")
    path.chmod(0o755)
    return path


HOSTILE = "https://example.org/$(touch%20owned)`x`;'\"&%s-flag"


def test_the_address_is_one_argument_of_a_program_without_terminal(tmp_path: Path) -> None:
    import json

    path = script(tmp_path, "surfer")
    (tmp_path / "webbrowser.py").write_text("raise SystemExit(7)")
    around = {**os.environ, "BROWSER": f"w3m:{path}", "TERM": "xterm"}
    before = Path.cwd()
    os.chdir(tmp_path)  # what lies in the current folder is not imported
    try:
        process = browser.open_address(HOSTILE, around)
    finally:
        os.chdir(before)
    assert process is not None
    assert process.wait(30) == 0
    arguments, own = json.loads((tmp_path / "seen").read_text())
    assert arguments == [HOSTILE]
    assert own[:3] == [False, False, False]
    assert own[3] == process.pid != os.getsid(0)


def test_no_browser_is_a_failure_that_can_be_told() -> None:
    process = browser.open_address("https://example.org", {"PATH": "/nowhere", "TERM": "xterm"})
    assert process is not None
    assert process.wait(30) != 0


@pytest.mark.parametrize("url", ["file:///etc/passwd", "-flag", "javascript:x", "mailto:a@b.c", ""])
def test_only_web_addresses_are_opened(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("started a program"))
    assert browser.open_address(url, {}) is None


def test_python_that_cannot_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert browser.open_address("https://example.org", {}) is None
