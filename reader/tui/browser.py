"""Opening an address in a graphical browser, and never a program on our own screen."""

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping

# Browsers that would take the terminal.
_TEXT = {"browsh", "carbonyl", "cha", "chawan", "edbrowse", "elinks", "felinks", "links"}
_TEXT |= {"links2", "lynx", "netrik", "retawq", "w3m", "www-browser"}
# Run by a Python of its own, so that whatever the browser prints goes nowhere.
_CODE = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"


def is_graphical(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a browser can be shown beside the terminal.

    That is so with a display, or where `BROWSER` names something else than a text browser; on
    macOS and Windows unless the person is logged in from elsewhere.
    """
    if _named(environ) or environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return True
    remote = environ.get("SSH_CONNECTION") or environ.get("SSH_TTY")
    return platform in ("darwin", "win32", "cygwin") and not remote


def open_address(url: str, environ: Mapping[str, str]) -> "subprocess.Popen[bytes] | None":
    """Start opening `url`, which has passed `safe_url`; None if that cannot even be tried.

    The process ends with 0 when a browser took the address. It has no terminal: it runs in a
    session of its own, and without `TERM` Python's `webbrowser` takes no text browser. It is
    isolated (`-I`), so that nothing in the current folder is imported.
    """
    if not url.startswith(("http://", "https://")):
        return None
    around = {name: value for name, value in environ.items() if name not in ("BROWSER", "TERM")}
    if _named(environ):
        around["BROWSER"] = os.pathsep.join(_named(environ))
    try:
        return subprocess.Popen(
            [sys.executable, "-I", "-c", _CODE, url],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=around,
        )
    except OSError:
        return None


def _named(environ: Mapping[str, str]) -> list[str]:
    """The entries of `BROWSER` that are no text browsers."""
    return [entry for entry in environ.get("BROWSER", "").split(os.pathsep) if not _is_text(entry)]


def _is_text(entry: str) -> bool:
    try:
        words = shlex.split(entry)
    except ValueError:
        return True
    return not words or os.path.basename(words[0]) in _TEXT  # noqa: PTH119
