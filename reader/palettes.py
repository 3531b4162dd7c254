"""Styles and palettes: how each role of a painted line looks. Plain data.

A palette names a style for every role: the roles of runs (`reader.typeset.line.Run`), the kinds
of blocks and spans, the decorations that are laid over the text, and the parts of the screen
around it. Meaning never hangs on a colour alone: levels of headings differ by attributes, hits
are reversed.
"""


class Style:
    """How a piece of text looks: colours as `#rrggbb` (None: the surroundings' own), attributes.

    Immutable by habit and hashable. Composed with `over`.
    """

    __slots__ = ("_key", "bg", "bold", "dim", "fg", "italic", "reverse", "strike", "underline")

    def __init__(
        self,
        fg: "str | None" = None,
        bg: "str | None" = None,
        *,
        bold: bool = False,
        dim: bool = False,
        italic: bool = False,
        underline: bool = False,
        strike: bool = False,
        reverse: bool = False,
    ) -> None:
        self.fg = fg
        self.bg = bg
        self.bold = bold
        self.dim = dim
        self.italic = italic
        self.underline = underline
        self.strike = strike
        self.reverse = reverse
        self._key = (fg, bg, bold, dim, italic, underline, strike, reverse)

    def over(self, base: "Style") -> "Style":
        """This style laid over `base`: its colours win where it has some, attributes add up."""
        return Style(
            self.fg or base.fg,
            self.bg or base.bg,
            bold=self.bold or base.bold,
            dim=self.dim or base.dim,
            italic=self.italic or base.italic,
            underline=self.underline or base.underline,
            strike=self.strike or base.strike,
            reverse=self.reverse or base.reverse,
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Style) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def __repr__(self) -> str:
        names = [name for name in _ATTRIBUTES if getattr(self, name)]
        return f"Style({', '.join([repr(self.fg), repr(self.bg), *names])})"


_ATTRIBUTES = ("bold", "dim", "italic", "underline", "strike", "reverse")

# The style of the article's own words, and of blank cells.
PLAIN_STYLE = Style()


class Palette:
    """A style for every role, and the two colours of the page itself.

    `foreground` and `background` are None where the terminal's own are kept. The styles leave
    the colour of body text None, so that whoever paints the page decides.
    """

    __slots__ = ("_composed", "background", "foreground", "name", "styles")

    def __init__(
        self,
        name: str,
        foreground: "str | None",
        background: "str | None",
        styles: dict[str, Style],
    ) -> None:
        self.name = name
        self.foreground = foreground
        self.background = background
        self.styles = styles
        self._composed: dict[tuple[Style, str], Style] = {}

    def __repr__(self) -> str:
        return f"Palette({self.name!r})"

    def compose(self, base: Style, role: str) -> Style:
        """The style of `role` laid over `base`; a role without a style changes nothing.

        Equal results are the same object, so that neighbours can be compared by identity.
        """
        key = (base, role)
        style = self._composed.get(key)
        if style is None:
            top = self.styles.get(role, PLAIN_STYLE)
            style = top.over(base) if top != PLAIN_STYLE else base
            # One object per value, whatever way it was composed.
            style = self._composed.setdefault((style, ""), style)
            self._composed[key] = style
        return style


def _palette(
    name: str,
    *,
    foreground: "str | None",
    background: "str | None",
    secondary: "str | None",
    ornament: str,
    title: "str | None",
    heading: "str | None",
    accent: str,
    link: str,
    code: str,
    hit: "str | None",
    current: "str | None",
    lit: "str | None",
    selected: "str | None",
    cursor: "str | None",
) -> Palette:
    """A palette from its dozen colours: which role takes which is the same in all of them."""
    quiet = Style(secondary)
    drawn = Style(ornament)
    marked = Style(accent)
    styles = {
        # roles of runs
        "text": PLAIN_STYLE,
        "bullet": marked,
        "number": marked,
        "task": marked,
        "bar": drawn,
        "mark": marked,
        "rule": drawn,
        "wrap": drawn,
        "separator": drawn,
        "note": Style(link),
        "dash": quiet,
        "label": quiet,
        "byline": quiet,
        # blocks
        "title": Style(title, bold=True),
        "subtitle": Style(secondary, italic=True),
        "heading1": Style(heading, bold=True, underline=True),
        "heading2": Style(heading, bold=True),
        "heading3": Style(heading, bold=True),
        "heading4": Style(heading, bold=True, italic=True),
        "heading5": Style(heading, italic=True),
        "heading6": Style(secondary, italic=True, underline=True),
        "code-block": PLAIN_STYLE,
        "quote": PLAIN_STYLE,
        "footnote": PLAIN_STYLE,
        "term": Style(bold=True),
        "attribution": Style(secondary, italic=True),
        "caption": Style(secondary, italic=True),
        "table-header": Style(bold=True),
        # spans
        "emphasis": Style(italic=True),
        "strong": Style(bold=True),
        "strike": Style(strike=True),
        "code": Style(code),
        "code-keyword": Style(code, bold=True),
        "code-string": Style(link),
        "code-number": Style(link),
        "code-comment": Style(secondary, dim=secondary is None),
        "code-name": Style(heading),
        "link": Style(link, underline=True),
        "superscript": PLAIN_STYLE,
        "subscript": PLAIN_STYLE,
        "image": Style(secondary, italic=True),
        # decorations
        "hit": Style(hit, reverse=True),
        "hit-current": Style(current, bold=True, reverse=True),
        "lit": Style(None, lit, underline=lit is None),
        "selection": Style(selected, reverse=True),
        "fact": Style(accent),
        "chosen": Style(link, bold=True, underline=True, reverse=True),
        "hint": Style(accent, bold=True, reverse=True),
        # the screen around the text
        "status": quiet,
        "status-dim": quiet,
        "panel": PLAIN_STYLE,
        "panel-dim": quiet,
        "panel-title": Style(accent, bold=True),
        "panel-cursor": Style(cursor, reverse=True),
        "margin": Style(accent, bold=True),
        "key": Style(accent, bold=True),
        "message": Style(title, bold=True),
    }
    return Palette(name, foreground, background, styles)


# Warm off-white on near-black.
DARK = _palette(
    "dark",
    foreground="#e4ddd0",
    background="#171512",
    secondary="#a89f90",
    ornament="#7a7265",
    title="#f7f0e2",
    heading="#f0dcb4",
    accent="#e0a85c",
    link="#93bedd",
    code="#d3b5da",
    hit="#bfb089",
    current="#ffbf3f",
    lit="#38301f",
    selected="#9db7cf",
    cursor="#c4b9a5",
)

# Dark brown on paper.
LIGHT = _palette(
    "light",
    foreground="#26231e",
    background="#faf7f0",
    secondary="#635c51",
    ornament="#8a8274",
    title="#14120f",
    heading="#57330a",
    accent="#763e06",
    link="#1d4e79",
    code="#68357a",
    hit="#5f5334",
    current="#8f2d10",
    lit="#f3e2b8",
    selected="#425463",
    cursor="#554d40",
)

# Brown on the paper of an old book.
SEPIA = _palette(
    "sepia",
    foreground="#3a2c1c",
    background="#efe2c6",
    secondary="#6a563c",
    ornament="#85704e",
    title="#24180b",
    heading="#6e2f12",
    accent="#7d3c0c",
    link="#2c4f63",
    code="#6b3560",
    hit="#5a4520",
    current="#8c2a10",
    lit="#e3d2ad",
    selected="#425463",
    cursor="#5f4c34",
)

# White on black, every word at 7:1 or more (WCAG 2.2, 1.4.6).
CONTRAST = _palette(
    "contrast",
    foreground="#ffffff",
    background="#000000",
    secondary="#d0d0d0",
    ornament="#a0a0a0",
    title="#ffffff",
    heading="#ffe9a8",
    accent="#ffc657",
    link="#8fd3ff",
    code="#f0b8ff",
    hit="#e6d48f",
    current="#ffb000",
    lit="#303030",
    selected="#c3d3e2",
    cursor="#ffffff",
)

# For a terminal whose background is not known: nothing is painted behind the text, body text
# keeps the terminal's colour, and the few colours can be read on white as well as on black.
TERMINAL = _palette(
    "unknown",
    foreground=None,
    background=None,
    secondary=None,
    ornament="#808080",
    title=None,
    heading=None,
    accent="#a8722a",
    link="#3d7fb5",
    code="#9a66ab",
    hit=None,
    current=None,
    lit=None,
    selected=None,
    cursor=None,
)

# The terminal's own page and its sixteen colours, whatever they are: what is named here comes out
# as its bright blue, its magenta, and dim. (Red alarms, and yellow is not to be read on white.)
SIXTEEN = _palette(
    "terminal",
    foreground=None,
    background=None,
    secondary="#808080",
    ornament="#808080",
    title=None,
    heading=None,
    accent="#3d7fb5",
    link="#3d7fb5",
    code="#9a66ab",
    hit=None,
    current=None,
    lit=None,
    selected=None,
    cursor=None,
)

# What a person can choose from, in this order.
THEMES = (DARK, LIGHT, SEPIA, CONTRAST, SIXTEEN)


def theme(name: str) -> "Palette | None":
    """The palette of that name among `THEMES`, however its letters are written; None: none."""
    wanted = name.strip().lower()
    return next((palette for palette in THEMES if palette.name == wanted), None)
