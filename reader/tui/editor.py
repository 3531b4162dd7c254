"""The person's editor: its command line, and the line of a file where it shall begin."""

import os
import re
import shlex
import shutil
from collections.abc import Mapping

from reader.document.model import Document
from reader.errors import ReaderError

DEFAULTS = ("editor", "nano", "vi")

# How editors are told the line: `+LINE FILE`, `FILE:LINE`, or not at all.
_PLUS = {"editor", "sensible-editor", "vi", "vim", "nvim", "view", "vim.tiny", "vim.basic", "nano"}
_PLUS |= {
    "pico",
    "emacs",
    "emacsclient",
    "mg",
    "zile",
    "jove",
    "jed",
    "ne",
    "micro",
    "joe",
    "jmacs",
}
_PLUS |= {"jstar", "jpico", "kak", "mcedit", "gvim", "mvim", "gedit", "vis", "elvis", "nvi"}
_COLON = {"hx", "helix", "subl", "sublime_text", "zed"}
_GOTO = {"code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"}
# Those open a window of their own, and come back at once unless they are asked to wait.
_WAIT = _GOTO | {"subl", "sublime_text", "zed"}

# Words at a place by which it is looked for in the source.
_WORDS = 4


def command_line(environ: Mapping[str, str], path: str, line: int) -> list[str]:
    """The command that opens the file at `path` at `line` (from 1), to be run without a shell.

    The path is made absolute, so it is never taken for an option. Raises ReaderError where there
    is no editor.
    """
    words = _editor(environ)
    path = os.path.abspath(path)  # noqa: PTH100
    name = os.path.basename(words[0]).lower().removesuffix(".exe")  # noqa: PTH119
    if name in _WAIT and not {"--wait", "-w"} & set(words):
        words.append("--wait")
    if name in _GOTO:
        return [*words, "--goto", f"{path}:{line}"]
    if name in _COLON:
        return [*words, f"{path}:{line}"]
    return [*words, f"+{line}", path] if name in _PLUS else [*words, path]


def _editor(environ: Mapping[str, str]) -> list[str]:
    """The words of `VISUAL` or `EDITOR`, else the first editor there is."""
    for variable in ("VISUAL", "EDITOR"):
        value = environ.get(variable, "")
        if value.strip():
            try:
                words = shlex.split(value)
            except ValueError as error:
                raise ReaderError(f"{variable} makes no sense: a quote is open") from error
            if not words or not words[0].strip():
                raise ReaderError(f"{variable} makes no sense: it names no program")
            return words
    for name in DEFAULTS:
        if shutil.which(name, path=environ.get("PATH")):
            return [name]
    raise ReaderError("no editor: set EDITOR to the name of one")


def source_line(document: Document, text: str, offset: int) -> int:
    """The line (from 1) of the source `text` where `offset` of its document stands.

    It is looked for by its words, inside of its block; where markup or the format have changed
    them, it is as far into the block as into the block's text.
    """
    if not document.blocks:
        return 1
    block = document.blocks[document.block_at(offset)]
    data = text.encode("utf-8", "surrogatepass")
    before = data[: block.source[0]].decode("utf-8", "replace")
    inside = data[slice(*block.source)].decode("utf-8", "replace")
    at = len(inside) * (offset - block.start) // max(block.end - block.start, 1)
    words = document.text[offset : block.end].split()[:_WORDS]
    if offset > block.start:
        while words:
            pattern = r"\s+".join(map(re.escape, words))
            found = [match.start() for match in re.finditer(pattern, inside)]
            if found:
                at = min(found, key=lambda place: abs(place - at))
                break
            words.pop()
    else:
        at = 0
    return 1 + _line_ends(before + inside[:at])


def _line_ends(text: str) -> int:
    return text.count("\n") + (0 if "\n" in text else text.count("\r"))
