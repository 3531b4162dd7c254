"""From painted pieces to Textual strips: the only place where our styles become Rich's."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

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


class PartedStrip(Strip):
    """A strip that is blank but for the columns `start:end`, in which `inside` stands.

    The compositor divides each strip where widgets that lie over it begin and end; this one knows
    its parts, where these are the same.
    """

    __slots__ = ("_blank", "_extent", "_inside")

    def __init__(self, inside: Strip, start: int, width: int, blank: RichStyle) -> None:
        self._blank = blank
        self._inside = inside
        self._extent = start, start + inside.cell_length
        left, right = start, width - self._extent[1]
        segments = [*_blank(left, blank), *inside, *_blank(right, blank)]
        super().__init__(segments, width)

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """The strips between 0, the first of `cuts`, the second and so on."""
        ends = tuple(cuts)
        start, end = self._extent
        parts = []
        for low, high in pairwise((0, *ends)):
            if (low, high) == self._extent:
                parts.append(self._inside)
            elif high <= start or end <= low:
                parts.append(_blank(high - low, self._blank))
            else:
                return super().divide(ends)
        return parts


def parted(ink: Ink, pieces: Pieces, width: int, free: tuple[int, int]) -> Strip:
    """The same as `strip`, ready to be divided at the columns that are `free` of other widgets."""
    start, end = free
    (left, style), *rest = pieces or [("", Style())]
    used = len(left) + sum(cell_width(text) for text, _ in rest)
    plain = style == Style() and not left.strip(" ")
    if not plain or not start <= len(left) or used > end or (start, end) == (0, width):
        return strip(ink, pieces, width)
    inside = strip(
        ink, [piece for piece in ((left[start:], style), *rest) if piece[0]], end - start
    )
    return PartedStrip(inside, start, width, _rich(ink, Style()))


@lru_cache(maxsize=256)
def _blank(width: int, style: RichStyle) -> Strip:
    return Strip([Segment(" " * width, style)] if width else [], width)


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
