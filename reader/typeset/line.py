"""What a layout is made of: runs, lines, and the drawn signs.

Columns count terminal cells from the left edge of the text column, to the left of which what hangs
has columns below 0; offsets are into the document's canonical text.
"""


class Run:
    """A piece of a line: `glyphs` painted from `column` on, for the text range `start:end`.

    Either the run is verbatim: `len(glyphs) == end - start`, and each code point of the glyphs
    stands for the one at the same place of the text; or it is atomic: any offset in its range
    is at `column`. Generated signs (bullets, bars, hyphens) have `start == end`, or, where they
    stand for hidden text (a soft hyphen, a stretched space, the space eaten by a line end, a
    tab), that text's range. `role` says how to paint it: `text` for the article's own words,
    else the name of a sign: `bullet`, `number`, `task`, `bar`, `mark` (before a heading),
    `hyphen`, `rule`, `wrap` (the sign of a wrapped code line), `note` (a footnote's mark),
    `dash` (before an attribution), `separator` (in tables), `label` (words the program adds,
    as in `image:`), `byline`.
    """

    __slots__ = ("column", "end", "glyphs", "role", "start", "width")

    def __init__(
        self, column: int, start: int, end: int, glyphs: str, width: int, role: str = "text"
    ) -> None:
        self.column = column
        self.start = start
        self.end = end
        self.glyphs = glyphs
        self.width = width
        self.role = role

    def __repr__(self) -> str:
        return f"Run({self.column}, {self.start}, {self.end}, {self.glyphs!r}, {self.role!r})"


class Line:
    """One line of the screen: the runs of block number `block`, from left to right.

    `start:end` is the range of text that belongs to the line, with the spaces or the line break
    eaten at its end; a blank line (`blank` is true) and a line of generated signs only have
    `start == end`. `width` is the number of cells in use. The ranges of a block's lines, in
    order, are the block's range without gaps (for tables: each cell's ranges in order).
    """

    __slots__ = ("blank", "block", "end", "runs", "start", "width")

    def __init__(
        self,
        block: int,
        start: int,
        end: int,
        runs: tuple[Run, ...],
        width: int,
        blank: bool = False,
    ) -> None:
        self.block = block
        self.start = start
        self.end = end
        self.runs = runs
        self.width = width
        self.blank = blank

    @property
    def hang(self) -> int:
        """The cells that the line takes left of the text, for a mark that hangs."""
        return max(-self.runs[0].column, 0) if self.runs else 0

    @property
    def glyphs(self) -> str:
        """The line as plain characters, as wide as its last run reaches."""
        parts: list[str] = []
        column = -self.hang
        for run in self.runs:
            parts.append(" " * (run.column - column))
            parts.append(run.glyphs)
            column = run.column + run.width
        return "".join(parts)


class Signs:
    """The drawn signs of a layout; one set for full terminals, one for ASCII, one for plain text.

    `headings` holds the mark before each of the six heading levels, `bullets` the bullet of each
    depth (the last one repeats), `tasks` the boxes (open, done). `separator` parts the items of a
    generated line.
    """

    __slots__ = (
        "bar",
        "bullets",
        "dash",
        "ellipsis",
        "headings",
        "hyphen",
        "name",
        "rule",
        "separator",
        "superscript",
        "table_rule",
        "tasks",
        "wrap",
    )

    def __init__(
        self,
        name: str,
        *,
        headings: tuple[str, ...],
        bullets: tuple[str, ...],
        tasks: tuple[str, str],
        bar: str,
        rule: str,
        table_rule: str,
        wrap: str,
        hyphen: str,
        dash: str,
        ellipsis: str,
        separator: str,
        superscript: bool,
    ) -> None:
        self.name = name
        self.headings = headings
        self.bullets = bullets
        self.tasks = tasks
        self.bar = bar
        self.rule = rule
        self.table_rule = table_rule
        self.wrap = wrap
        self.hyphen = hyphen
        self.dash = dash
        self.ellipsis = ellipsis
        self.separator = separator
        self.superscript = superscript


# For terminals that can draw.
UNICODE = Signs(
    "unicode",
    headings=("█ ", "▎ ", "", "", "", ""),
    bullets=("•", "◦", "▪"),
    tasks=("☐", "☑"),
    bar="┃",
    rule="─",
    table_rule="─",
    wrap="↪",
    hyphen="-",
    dash="— ",
    ellipsis="…",
    separator="·",
    superscript=True,
)

# For `TERM=linux` and locales without UTF-8.
ASCII = Signs(
    "ascii",
    headings=("# ", "= ", "", "", "", ""),
    bullets=("*", "-", "+"),
    tasks=("[ ]", "[x]"),
    bar="|",
    rule="-",
    table_rule="-",
    wrap="\\",
    hyphen="-",
    dash="-- ",
    ellipsis="...",
    separator="-",
    superscript=False,
)

# For plain text: read aloud or piped on, so levels are written out and nothing is drawn.
PLAIN = Signs(
    "plain",
    headings=("# ", "## ", "### ", "#### ", "##### ", "###### "),
    bullets=("-", "-", "-"),
    tasks=("[ ]", "[x]"),
    bar=">",
    rule="-",
    table_rule="-",
    wrap="",
    hyphen="-",
    dash="— ",
    ellipsis="…",
    separator="·",
    superscript=False,
)


def extent(line: Line) -> tuple[int, int]:
    """The range of the text that the runs of `line` touch (cells of a table lie apart)."""
    return min(run.start for run in line.runs), max(run.end for run in line.runs)
