"""Code: set as it stands, long lines wrapped at the measure."""

import re

from reader.document.model import Document
from reader.typeset.cells import HIDDEN, cell_width, clusters
from reader.typeset.line import Run, Signs
from reader.typeset.reflow import Flowed

TAB = 4

_HARD = {0xA0: " ", 0x2007: " ", 0x202F: " "}

# What is painted at once: glyphs, cells, range of the text, whether it is atomic.
Unit = tuple[str, int, int, int, bool]


def code_lines(
    text: "str | Document",
    start: int,
    end: int,
    signs: Signs,
    measure: int,
    column: int,
    *,
    wrapped: bool,
) -> list[Flowed]:
    """Set `text[start:end]` line by line from `column` on, no line wider than `measure` cells.

    Tabs reach to the next multiple of four; what does not fit goes on under a wrap sign, and so
    does the beginning when it is `wrapped`, the middle of a line begun in the piece before.
    """
    lines: list[Flowed] = []
    code, at = text[start:end], start
    while True:
        stop = code.find("\n", at - start)
        stop = stop if stop < 0 else stop + start
        close = end if stop < 0 else stop
        part = code[at - start : close - start]
        if part.isascii() and "\t" not in part and len(part) <= measure and not wrapped:
            runs = [Run(column, at, close, part, len(part))] if part else []
            lines.append(Flowed(at, close, runs, column + len(part)))
        else:
            lines.extend(_wrap(part, at, signs, measure, column, wrapped=wrapped))
        wrapped = False
        if stop < 0:
            return lines
        last = lines[-1]
        last.runs.append(Run(last.reach, stop, stop + 1, "", 0))
        last.end = at = stop + 1
        if at >= end:
            return lines


def _wrap(
    part: str, at: int, signs: Signs, measure: int, column: int, *, wrapped: bool
) -> list[Flowed]:
    """One source line, which starts at offset `at`, in as many lines as it needs."""
    hang = 2 if measure > 8 else cell_width(signs.wrap)
    lines: list[Flowed] = []
    runs: list[Run] = []
    begin, reach = at, column
    limit = column + measure

    def sign() -> None:
        nonlocal reach
        if signs.wrap:
            runs.append(Run(column, begin, begin, signs.wrap, cell_width(signs.wrap), "wrap"))
        reach = column + hang

    if wrapped:
        sign()
    for glyphs, width, start, end, atomic in _units(part, at):
        if width > measure - hang:  # a tab in hardly any room
            glyphs, width = glyphs[: measure - hang], measure - hang
        if reach + width > limit:
            lines.append(Flowed(begin, start, runs, reach))
            runs, begin = [], start
            sign()
        last = runs[-1] if runs else None
        if not atomic and last and last.end == start and len(last.glyphs) == start - last.start > 0:
            last.glyphs += glyphs
            last.width += width
            last.end = end
        else:
            runs.append(Run(reach, start, end, glyphs, width))
        reach += width
    lines.append(Flowed(begin, at + len(part), runs, reach))
    return lines


def _units(part: str, at: int) -> list[Unit]:
    """A source line in clusters, tabs and hidden characters."""
    units: list[Unit] = []
    column = done = 0

    def plain(stop: int) -> None:
        nonlocal column
        here = at + done
        for cluster in clusters(part[done:stop].translate(_HARD)):
            width = cell_width(cluster)
            units.append((cluster, width, here, here + len(cluster), False))
            here += len(cluster)
            column += width

    for match in sorted([*re.finditer("\t", part), *HIDDEN.finditer(part)], key=re.Match.start):
        plain(match.start())
        width = TAB - column % TAB if match[0] == "\t" else 0
        units.append((" " * width, width, at + match.start(), at + match.end(), True))
        column += width
        done = match.end()
    plain(len(part))
    return units
