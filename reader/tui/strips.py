"""From painted pieces to Textual strips: the only place where our styles become Rich's."""

from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip

from reader.colors import nearest_16, nearest_256
from reader.paint import Style, reduce
from reader.tui.ink import Ink, Pieces
from reader.typeset.cells import cell_width


def strip(ink: Ink, pieces: Pieces, width: int, role: str = "") -> Strip:
    """A strip of exactly `width` cells: the pieces, then blank cells.

    With a `role` all cells have its colours, and of the pieces' styles only bold is left.
    """
    under = ink.style(role) if role else Style()
    strong = Style(bold=True).over(under)
    segments = []
    used = 0
    for text, style in pieces:
        if role:
            style = strong if style.bold else under
        segments.append(Segment(text, _rich(ink, style)))
        used += cell_width(text)
    if used < width:
        segments.append(Segment(" " * (width - used), _rich(ink, under)))
    made = Strip(segments, used if used > width else width)
    return made.crop(0, width) if used > width else made


def _rich(ink: Ink, style: Style) -> RichStyle:
    page = ink.palette if ink.own else None
    return _rich_style(
        style, page and page.foreground, page and page.background, ink.depth, ink.italics
    )


@lru_cache(maxsize=1024)
def _rich_style(
    style: Style, foreground: str | None, background: str | None, depth: str, italics: bool
) -> RichStyle:
    style = reduce(style, depth)
    return RichStyle(
        color=_color(style.fg or foreground, depth),
        bgcolor=_color(style.bg or background, depth),
        bold=style.bold,
        dim=style.dim,
        italic=style.italic and italics,
        underline=style.underline or (style.italic and not italics),
        strike=style.strike,
        reverse=style.reverse,
    )


def _color(color: str | None, depth: str) -> Color:
    if color is None or depth == "none":
        return Color.default()
    if depth == "256":
        return Color.from_ansi(nearest_256(color))
    if depth == "16":
        return Color.from_ansi(nearest_16(color))
    return Color.parse(color)
