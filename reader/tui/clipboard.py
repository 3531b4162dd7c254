"""Copying what the person asked to copy: the platform's tool, or the terminal (OSC 52)."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping

from reader.document.characters import clean

TIMEOUT = 2.0  # seconds that a tool may take
LONGEST = 74_994  # bytes that xterm and its kin take in one sequence, before Base64


def copy(text: str, environ: Mapping[str, str], send: Callable[[str], None]) -> str:
    """Put `text` on the clipboard; what to say about it, to follow on its name.

    `send` writes the text to the terminal's clipboard (OSC 52): over ssh, where a tool would
    reach the clipboard of the wrong machine, and where no tool is there or does it.
    """
    text = clean(text)
    remote = environ.get("SSH_TTY") or environ.get("SSH_CONNECTION")
    for command in [] if remote else _tools(environ):
        if _run(command, text):
            return f"copied with {command[0]}"
    if environ.get("TERM", "") in ("", "dumb", "linux"):
        return "not copied: there is no clipboard here"
    if len(text.encode()) > LONGEST:
        return "not copied: too long for the terminal's clipboard"
    send(text)
    return "copied through the terminal (OSC 52)"


def _tools(environ: Mapping[str, str]) -> list[list[str]]:
    """The commands that may copy here, as lists of arguments."""
    tools = []
    if sys.platform == "darwin":
        tools.append(["pbcopy"])
    if environ.get("WAYLAND_DISPLAY"):
        tools.append(["wl-copy"])
    if environ.get("DISPLAY"):
        tools += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    if sys.platform == "win32" or environ.get("WSL_DISTRO_NAME"):
        tools.append(["clip.exe"])
    return [tool for tool in tools if shutil.which(tool[0], path=environ.get("PATH"))]


def _run(command: list[str], text: str) -> bool:
    """Give `text` to a tool; whether it took it. What the tool leaves running holds no pipe."""
    data = text.encode("utf-16") if command[0] == "clip.exe" else text.encode()
    try:
        run = subprocess.run(
            command,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0
