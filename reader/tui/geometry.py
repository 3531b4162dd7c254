"""Where the text and the panels stand, from the window's size and the measure alone.

The text column's place depends on nothing else, so opening or focusing a panel never moves or
re-breaks a line. The panel gives way, never the measure.
"""

from reader.settings import MEASURES as MEASURES  # narrowest and widest that the keys reach

JUSTIFY_FROM = 50  # cells of a line; in shorter ones the gaps would be too wide
PANEL = 23  # cells of text in a panel
MARGIN = 1
GUTTER = 3
DOCK = MARGIN + PANEL + GUTTER  # what a docked panel takes: 27
HANG = 2  # cells left of the text that are kept free for quotation marks
OVERLAY = 40  # columns of a panel that lies over the text
FULL_SCREEN_BELOW = 60  # columns under which such a panel takes the whole window
# Rows for the closing line and a blank one below the end, in texts of so many rows at least.
CLOSING_ROWS = 2
CLOSING_FROM = 10
RUNNING_TITLE_FROM = 30  # rows from which the first one is kept for the running title


class Region:
    """A rectangle of the window: columns and rows from its top left corner, in cells."""

    __slots__ = ("height", "width", "x", "y")

    def __init__(self, x: int, y: int, width: int, height: int) -> None:
        self.x = x
        self.y = y
        self.width = width
        self.height = height


class Geometry:
    """The places of one window. `docks` is how many panels stand beside the text (0 to 2)."""

    __slots__ = ("contents", "docks", "facts", "status", "text")

    def __init__(
        self, text: Region, contents: Region, facts: Region, docks: int, status: Region
    ) -> None:
        self.text = text
        self.contents = contents
        self.facts = facts
        self.docks = docks
        self.status = status

    def free(self, contents: bool, facts: bool) -> tuple[int, int]:
        """The columns that no panel stands in, from and to, when these panels are open."""
        left, right = 0, self.status.width
        for region in [self.contents] * contents + [self.facts] * facts:
            if region.x < self.text.x:
                left = max(left, region.x + region.width)
            else:
                right = min(right, region.x)
        return left, max(left, right)

    @property
    def hang(self) -> int:
        """The cells left of the text in which quotation marks may hang, beside a mark."""
        return HANG if self.text.x > HANG else 0


def geometry(width: int, height: int, measure: int) -> Geometry:
    """The places in a window of `width` by `height` cells for text of `measure` cells."""
    top = 1 if height >= RUNNING_TITLE_FROM else 0
    rows = max(height - top - 1, 1)
    status = Region(0, max(height - 1, 0), width, 1)
    if width >= measure + 2 * DOCK:
        x = (width - measure) // 2
        return Geometry(
            Region(x, top, measure, rows),
            Region(x - DOCK, 0, MARGIN + PANEL, rows + top),  # its gutter is the text's margin
            Region(x + measure, 0, DOCK, rows + top),
            2,
            status,
        )
    if width >= measure + GUTTER + DOCK:
        x = GUTTER + (width - measure - GUTTER - DOCK) // 2
        panel = Region(x + measure, 0, DOCK, rows + top)
        return Geometry(Region(x, top, measure, rows), panel, panel, 1, status)
    measure = max(min(measure, width - 2 * MARGIN), 1)
    x = max((width - measure) // 2, 0)
    covered = width if width < FULL_SCREEN_BELOW else OVERLAY
    panel = Region(width - covered, 0, covered, rows + top)
    return Geometry(Region(x, top, measure, rows), panel, panel, 0, status)


def blank_rows(height: int) -> int:
    """The rows that may stay blank below the end of a text that has `height` rows."""
    return CLOSING_ROWS if height >= CLOSING_FROM else 0
