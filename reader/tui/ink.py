"""A palette at a colour depth, and painted pieces: all of the look that is not Textual's."""

import sys
from collections.abc import Mapping

from reader.paint import Palette, Style, color_depth, drawn_signs, page_palette, theme, to_sgr
from reader.typeset.cells import cell_width, clusters
from reader.typeset.line import ASCII, Signs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.strip import Strip

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

    @property
    def ellipsis(self) -> str:
        """The sign for what is left out."""
        return "..." if self.ascii else "…"

    def fit(self, text: str, width: int) -> str:
        """`text` cut so that it takes at most `width` cells, with the sign for what is left out."""
        return fit(text, width, self.ellipsis)

    @property
    def dot(self) -> str:
        """The sign between two things that are said side by side."""
        return "-" if self.ascii else "·"

    def plain(self, text: str) -> str:
        """What the program says, with the signs that can be drawn."""
        return text.replace("·", "-").replace("—", "-") if self.ascii else text

    @property
    def page(self) -> str:
        """The colour of the page for Textual's styles: the palette's, or the terminal's own."""
        return (self.own and self.palette.background) or "ansi_default"

    @property
    def page_text(self) -> str:
        """The colour of plain text for Textual's styles, likewise."""
        return (self.own and self.palette.foreground) or "ansi_default"

    @property
    def own(self) -> bool:
        """Whether the palette's page is painted: with few colours the terminal's is better."""
        return self.depth in ("true", "256")

    def strip(self, pieces: Pieces, width: int, role: str = "") -> "Strip":
        """A strip of exactly `width` cells, see `reader.tui.strips.strip`."""
        from reader.tui.strips import strip

        return strip(self, pieces, width, role)

    def sgr(self, pieces: Pieces, width: int) -> str:
        """The pieces, then blank cells up to `width`, as text with SGR sequences."""
        page = Style(self.palette.foreground, self.palette.background) if self.own else Style()
        used = sum(cell_width(text) for text, _ in pieces)
        row = [*pieces, (" " * (width - used), Style())]
        return to_sgr(
            [(text, style.over(page)) for text, style in row if text],
            self.depth,
            italics=self.italics,
        )


def ink_for(environ: Mapping[str, str], name: str = "") -> tuple[Ink, Signs]:
    """The look that suits the terminal: its colours, and signs that it can draw.

    `name` is that of the theme, `""`: the one for the terminal's background.
    """
    signs = drawn_signs(environ, sys.stdout.encoding)
    italics = environ.get("TERM") != "linux"
    depth = color_depth(environ, True)
    palette = theme(name) or page_palette(environ, depth)
    return Ink(palette, depth, italics=italics, ascii=signs is ASCII), signs


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


def pad(text: str, width: int, ellipsis: str = "…") -> str:
    """`text` in exactly `width` cells, cut or filled with spaces at its end."""
    text = fit(text, width, ellipsis)
    return text + " " * (width - cell_width(text))
