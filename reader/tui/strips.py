"""From painted pieces to Textual strips: the only place where our styles become Rich's."""

from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip

from reader.colors import nearest_16, nearest_256
from reader.paint import Palette, Style, reduce
from reader.typeset.cells import cell_width, clusters

Pieces = list[tuple[str, Style]]


class Ink:
    """A palette at a colour depth: turns pieces into strips that fill a width.

    All widgets share one, and keep nothing that they made with it: another `palette` is another
    look for all of them, the next time they are painted.
    """

    def __init__(
        self, palette: Palette, depth: str, *, italics: bool = True, ascii: bool = False
    ) -> None:
        self.palette = palette
        self._depth = depth
        self.italics = italics
        self.ascii = ascii

    @property
    def depth(self) -> str:
        """The colours in use: a palette without a page of its own has the terminal's sixteen."""
        if self._depth in ("true", "256") and self.palette.background is None:
            return "16"
        return self._depth

    def style(self, role: str) -> Style:
        """The palette's style of `role`."""
        return self.palette.styles.get(role, Style())

    def fit(self, text: str, width: int) -> str:
        """`text` cut so that it takes at most `width` cells, with the sign for what is left out."""
        return fit(text, width, "..." if self.ascii else "…")

    @property
    def page(self) -> str:
        """The colour of the page for Textual's styles: the palette's, or the terminal's own."""
        return (self._own and self.palette.background) or "ansi_default"

    @property
    def page_text(self) -> str:
        """The colour of plain text for Textual's styles, likewise."""
        return (self._own and self.palette.foreground) or "ansi_default"

    @property
    def _own(self) -> bool:
        """Whether the palette's page is painted: with few colours the terminal's is better."""
        return self.depth in ("true", "256")

    def strip(self, pieces: Pieces, width: int, role: str = "") -> Strip:
        """A strip of exactly `width` cells: the pieces, then blank cells.

        With a `role` all cells have its colours, and of the pieces' styles only bold is left.
        """
        under = self.style(role) if role else Style()
        strong = Style(bold=True).over(under)
        segments = []
        used = 0
        for text, style in pieces:
            if role:
                style = strong if style.bold else under
            segments.append(Segment(text, self._rich(style)))
            used += cell_width(text)
        if used < width:
            segments.append(Segment(" " * (width - used), self._rich(under)))
        strip = Strip(segments, used if used > width else width)
        return strip.crop(0, width) if used > width else strip

    def _rich(self, style: Style) -> RichStyle:
        page = self.palette if self._own else None
        return _rich_style(
            style,
            page and page.foreground,
            page and page.background,
            self.depth,
            self.italics,
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


def lay_over(pieces: Pieces, column: int, text: str, style: Style) -> Pieces:
    """`pieces` with `text` painted over the cells from `column` on.

    Of a wide character of which only one half is covered the other half is left blank.
    """
    end = column + cell_width(text)
    left: Pieces = []
    right: Pieces = []
    at = 0
    for piece, own in pieces:
        for cluster in clusters(piece):
            after = at + cell_width(cluster)
            if after <= column:
                _append(left, cluster, own)
            elif at >= end:
                _append(right, cluster, own)
            else:
                _append(left, " " * (column - at), own)
                _append(right, " " * (after - end), own)
            at = after
    _append(left, " " * (column - at), Style())
    return [*left, (text, style), *right]


def _append(pieces: Pieces, text: str, style: Style) -> None:
    if pieces and pieces[-1][1] == style:
        pieces[-1] = (pieces[-1][0] + text, style)
    elif text:
        pieces.append((text, style))


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """`text` cut at a character's border so that it takes at most `width` cells."""
    if cell_width(text) <= width:
        return text
    room = width - cell_width(ellipsis)
    if room < 0:
        return ""
    kept = ""
    for cluster in clusters(text):
        room -= cell_width(cluster)
        if room < 0:
            break
        kept += cluster
    return kept.rstrip() + ellipsis


def pad(text: str, width: int) -> str:
    """`text` in exactly `width` cells, cut or filled with spaces at its end."""
    text = fit(text, width)
    return text + " " * (width - cell_width(text))
