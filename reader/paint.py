"""Lines to styled text: a line of a layout × a palette → pieces of (text, style), and SGR.

The painter is the one door to the screen. It adds nothing but spaces between runs: joined, the
pieces of a line are `line.glyphs`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from reader.colors import is_grey, is_middle, nearest_16, nearest_256, rgb
from reader.document.model import Block, Document
from reader.palettes import (
    CONTRAST,
    DARK,
    LIGHT,
    PLAIN_STYLE,
    SEPIA,
    SIXTEEN,
    TERMINAL,
    THEMES,
    Palette,
    Style,
    theme,
)
from reader.typeset.line import ASCII, UNICODE, Line, Run, Signs

__all__ = [
    "CONTRAST",
    "DARK",
    "LIGHT",
    "SEPIA",
    "SIXTEEN",
    "TERMINAL",
    "THEMES",
    "Decoration",
    "Palette",
    "Style",
    "color_depth",
    "drawn_signs",
    "page_palette",
    "paint",
    "reduce",
    "theme",
    "to_sgr",
]

# A range of text and the role laid over it.
Decoration = tuple[int, int, str]

# Blocks whose text is painted by their kind; the name of the role where it differs.
_BLOCK_ROLES = {
    "title": "title",
    "subtitle": "subtitle",
    "code": "code-block",
    "term": "term",
    "attribution": "attribution",
    "image": "caption",
}

# From this many spans on, the ones that a line needs are looked up instead of scanned for.
_MANY_SPANS = 32


def paint(
    line: Line, document: Document, palette: Palette, decorations: Sequence[Decoration] = ()
) -> list[tuple[str, Style]]:
    """The pieces of `line`, from left to right, neighbours of the same style joined.

    The first one begins `line.hang` cells left of the text.

    `decorations` are ranges of the text with the role laid over them, later ones on top; those
    that miss the line do no harm, but a long list is best cut to the screen first. Styles
    compose: the block's, then its spans', then the decorations'.
    """
    runs = line.runs
    if not runs:
        return []
    block = document.blocks[line.block]
    base = _base(block, palette)
    start, end = line.start, line.end
    if block.kind == "table":
        start, end = min(run.start for run in runs), max(run.end for run in runs)
        if block.rows and block.rows[0] and start < block.rows[0][-1][1]:
            base = palette.compose(base, "table-header")
    layers: list[Decoration] = []
    if block.spans:
        layers = _spans(block, start, end)
    if decorations:
        layers += [item for item in decorations if item[0] < end and item[1] > start]
    pieces: list[tuple[str, Style]] = []
    column = -line.hang
    for run in runs:
        if run.column > column:
            _add(pieces, " " * (run.column - column), PLAIN_STYLE)
        column = run.column + run.width
        if run.role == "text" or run.role == "hyphen":
            if layers:
                _paint_run(pieces, run, base, layers, palette)
            else:
                _add(pieces, run.glyphs, base)
        else:
            style = palette.styles.get(run.role, PLAIN_STYLE)
            if layers and run.end > run.start:
                style = _style_at(run.start, style, layers, palette)
            _add(pieces, run.glyphs, style)
    return pieces


def _add(pieces: list[tuple[str, Style]], text: str, style: Style) -> None:
    if pieces and pieces[-1][1] is style:
        pieces[-1] = (pieces[-1][0] + text, style)
    elif text:
        pieces.append((text, style))


def _base(block: Block, palette: Palette) -> Style:
    """The style of the block's own words."""
    style = PLAIN_STYLE
    for container in block.containers:
        if container.kind == "quote" or container.kind == "footnote":
            style = palette.compose(style, container.kind)
    if block.kind == "heading":
        return palette.compose(style, f"heading{block.level}")
    role = _BLOCK_ROLES.get(block.kind)
    return palette.compose(style, role) if role else style


def _spans(block: Block, start: int, end: int) -> list[Decoration]:
    """The spans that share text with `start:end`, as layers, the outer ones first.

    A link whose target was refused is no link.
    """
    spans: Iterable[Decoration] = _layers(block)
    if len(block.spans) > _MANY_SPANS:
        starts, reaches = _reach(block)
        # The reach never shrinks, so what lies before the first that passes `start` is over.
        spans = _layers(block)[bisect_right(reaches, start) : bisect_left(starts, end)]
    return [span for span in spans if span[0] < end and span[1] > start]


@lru_cache(maxsize=64)
def _layers(block: Block) -> tuple[Decoration, ...]:
    layers = [
        (span.start, span.end, span.kind)
        for span in block.spans
        if span.end > span.start and (span.href or span.kind != "link")
    ]
    return tuple(sorted(layers, key=lambda span: (span[0], -span[1])))


@lru_cache(maxsize=8)
def _reach(block: Block) -> tuple[list[int], list[int]]:
    """For the block's layers: where each starts, and the furthest end so far."""
    layers = _layers(block)
    return [layer[0] for layer in layers], list(accumulate((layer[1] for layer in layers), max))


def _style_at(offset: int, base: Style, layers: list[Decoration], palette: Palette) -> Style:
    for start, end, role in layers:
        if start <= offset < end:
            base = palette.compose(base, role)
    return base


def _paint_run(
    pieces: list[tuple[str, Style]],
    run: Run,
    base: Style,
    layers: list[Decoration],
    palette: Palette,
) -> None:
    """Add a run of the article's words, cut wherever a layer begins or ends in it."""
    start, end, glyphs = run.start, run.end, run.glyphs
    if start == end:
        # A sign between two letters (a hyphen) belongs to what both of them stand in.
        around = [layer for layer in layers if layer[0] < start]
        _add(pieces, glyphs, _style_at(start, base, around, palette))
        return
    if len(glyphs) != end - start:
        _add(pieces, glyphs, _style_at(start, base, layers, palette))
        return
    cuts = {start, end}
    for layer in layers:
        if start < layer[0] < end:
            cuts.add(layer[0])
        if start < layer[1] < end:
            cuts.add(layer[1])
    borders = sorted(cuts)
    for left, right in pairwise(borders):
        text = glyphs[left - start : right - start]
        _add(pieces, text, _style_at(left, base, layers, palette))


def reduce(style: Style, depth: str) -> Style:
    """`style` with what stands for its colours where they cannot be shown.

    With 16 colours greys become the terminal's own colour, with none all colours do; what then
    would look like body text though it does not (a sign, inline code) is dimmed instead, and
    what is lit by a background is underlined.
    """
    if depth not in ("16", "none") or (style.fg is None and style.bg is None):
        return style
    fg, bg = style.fg, style.bg
    alone = not (style.bold or style.italic or style.underline or style.reverse)
    dim, underline = style.dim, style.underline
    if fg and (depth == "none" or is_grey(fg)):
        dim = dim or (alone and (depth == "none" or is_middle(fg)))
        fg = None
    if bg:  # (the page is the terminal's own: no colour is sure to be read on it)
        bg = None
        underline = underline or not style.reverse
    return Style(
        fg,
        bg,
        bold=style.bold,
        dim=dim,
        italic=style.italic,
        underline=underline,
        strike=style.strike,
        reverse=style.reverse,
    )


@lru_cache(maxsize=512)
def _codes(style: Style, depth: str, italics: bool) -> str:
    """The parameters of the SGR sequence that switches `style` on; empty for plain text."""
    style = reduce(style, depth)
    codes = []
    if style.bold:
        codes.append("1")
    if style.dim:
        codes.append("2")
    if style.italic and italics:
        codes.append("3")
    if style.underline or (style.italic and not italics):
        codes.append("4")
    if style.reverse:
        codes.append("7")
    if style.strike:
        codes.append("9")
    if style.fg:
        codes.append(_color(style.fg, depth, 30))
    if style.bg:
        codes.append(_color(style.bg, depth, 40))
    return ";".join(codes)


def _color(color: str, depth: str, first: int) -> str:
    if depth == "16":
        number = nearest_16(color)
        return str(first + number if number < 8 else first + 60 + number - 8)
    if depth == "256":
        return f"{first + 8};5;{nearest_256(color)}"
    return f"{first + 8};2;" + ";".join(map(str, rgb(color)))


def to_sgr(runs: Iterable[tuple[str, Style]], depth: str, *, italics: bool = True) -> str:
    """The pieces of a line as text with SGR sequences (ECMA-48 8.3.117), reset at its end.

    `depth` is `true`, `256`, `16` or `none` (attributes only). Without `italics` (the Linux
    console) italic is underlined.
    """
    parts = []
    for text, style in runs:
        codes = _codes(style, depth, italics)
        parts.append(f"\x1b[{codes}m{text}\x1b[0m" if codes else text)
    return "".join(parts)


def color_depth(environ: Mapping[str, str], isatty: bool) -> str:
    """What the terminal can show, from its environment: `true`, `256`, `16` or `none`.

    `NO_COLOR` (no-color.org) wins when it is set to anything; a colour terminal that says
    nothing of its depth has 16.
    """
    term = environ.get("TERM", "")
    if not isatty or environ.get("NO_COLOR") or term in ("", "dumb"):
        return "none"
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit") or term.endswith("-direct"):
        return "true"
    if "256color" in term:
        return "256"
    if term.startswith("vt"):
        return "none"
    return "16"


def drawn_signs(environ: Mapping[str, str], encoding: "str | None") -> Signs:
    """The signs that the terminal can draw, by its type and by the locale (POSIX, XBD 8.2).

    `encoding` is that of stdout. It is UTF-8 in the C locale too, where Python takes it upon
    itself (PEP 538, PEP 540), so a locale that is C by name is asked first.
    """
    locale = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    if locale == "C.UTF-8" and not environ.get("LC_ALL"):
        locale = environ.get("LANG") or locale  # as PEP 538 sets LC_CTYPE where LANG is C
    utf8 = (encoding or "").lower().replace("-", "") == "utf8" and locale not in ("C", "POSIX")
    return UNICODE if utf8 and environ.get("TERM") != "linux" else ASCII


def page_palette(environ: Mapping[str, str], depth: str = "true") -> Palette:
    """The palette of a page: light where the terminal says that it is light.

    Terminals that say so set `COLORFGBG` to the numbers of their colours, the background last;
    0 to 6 and 8 are dark. With 16 colours the page is the terminal's own: where nothing is said of
    it, only what can be read on any takes part. (The Linux console is black.)
    """
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    if depth == "16" and not background.isdecimal() and environ.get("TERM") != "linux":
        return SIXTEEN
    light = background.isdecimal() and int(background) not in (*range(7), 8)
    return LIGHT if light else DARK
