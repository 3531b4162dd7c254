"""Copying what the person asked to copy: the platform's tool, or the terminal (OSC 52)."""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Thread

from reader.document.characters import clean

TIMEOUT = 2.0  # seconds that a tool may take
LONGEST = 74_994  # bytes that xterm and its kin take in one sequence, before Base64


def copy(text: str, environ: Mapping[str, str], send: Callable[[str], None]) -> str:
    """Put `text` on the clipboard; what to say about it, to follow on its name.

    `send` writes the text to the terminal's clipboard (OSC 52), where no tool is there or does
    it. Blocks while a tool runs: a second or two at worst for each.
    """
    text = clean(text)
    for command in tools(environ):
        if _run(command, text, environ):
            return f"copied with {command[0]}"
    if environ.get("TERM", "") in ("", "dumb", "linux"):
        return "not copied: there is no clipboard here"
    if len(text.encode()) > LONGEST:
        return "not copied: too long for the terminal's clipboard"
    send(text)
    return "sent to the terminal, if it allows (OSC 52)"


def copy_beside(
    text: str,
    environ: Mapping[str, str],
    send: Callable[[str], None],
    say: Callable[[str], None],
    later: Callable[[Callable[[str], None], str], object],
) -> None:
    """As `copy`, and `say` how it went; beside the running loop where a tool does it.

    Then the loop calls `later` with `say` and what to say.
    """
    if not tools(environ):
        say(copy(text, environ, send))
        return
    loop = asyncio.get_running_loop()

    def work() -> None:
        said = copy(text, environ, send)
        with suppress(RuntimeError):  # the program may have ended by now
            loop.call_soon_threadsafe(later, say, said)

    # No worker of Textual's: those that have not begun are given up when the program ends.
    Thread(target=work, name="copy").start()


def tools(environ: Mapping[str, str]) -> list[list[str]]:
    """The commands that may copy here, as lists of arguments.

    Over ssh a tool of the platform would reach the clipboard of the wrong machine. tmux keeps the
    text in a buffer of its own and hands it on to the terminal that it runs in (`-w`, from 3.2
    on), which it does for a program's OSC 52 only where `set-clipboard` is `on`.
    """
    found = []
    if not (environ.get("SSH_TTY") or environ.get("SSH_CONNECTION")):
        if sys.platform == "darwin":
            found.append(["pbcopy"])
        if environ.get("WAYLAND_DISPLAY"):
            found.append(["wl-copy"])
        if environ.get("DISPLAY"):
            found += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
        if sys.platform == "win32" or environ.get("WSL_DISTRO_NAME"):
            found.append(["clip.exe"])
    if environ.get("TMUX"):
        found.append(["tmux", "load-buffer", "-w", "-"])
    return [tool for tool in found if shutil.which(tool[0], path=environ.get("PATH"))]


def _run(command: list[str], text: str, environ: Mapping[str, str]) -> bool:
    """Give `text` to a tool; whether it took it. What the tool leaves running holds no pipe."""
    data = text.encode("utf-16") if command[0] == "clip.exe" else text.encode()
    # Without a locale pbcopy takes its input for Mac Roman.
    env = {**environ, "LC_CTYPE": "UTF-8"} if command[0] == "pbcopy" else None
    try:
        run = subprocess.run(
            command,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
            start_new_session=True,
            env=env,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0
