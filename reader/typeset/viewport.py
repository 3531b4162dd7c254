"""The window onto a layout: which lines are shown, and which of them is being read.

There is no line count and no scroll height: the top is a line of a piece, everything else is
found by walking from it, so nothing here costs more for a longer document.
"""

from reader.typeset.layout import Layout
from reader.typeset.line import Line

# Lines of the previous page that a page turn keeps in view.
KEPT = 2

Position = tuple[int, int]  # (piece, line in that piece)


class Viewport:
    """A window of `height` lines on `layout`.

    `here` is the offset that is being read (the start of the reading line, or the target of the
    last jump) and `row` the row of the window where its line stands. The reading line keeps its
    row while scrolling, and its place while the layout changes under it. Up to `tail` rows may
    stay blank below the end of a text that is longer than the window.
    """

    def __init__(self, layout: Layout, height: int, tail: int = 0) -> None:
        self.layout = layout
        self.height = max(height, 1)
        self.tail = tail
        self.top: Position = (0, 0)
        self.row = 0
        self.here = 0

    # ------------------------------------------------------------------ what is shown

    def lines(self) -> list[Line]:
        """The lines in view, from the top; fewer than `height` if the document is shorter."""
        shown: list[Line] = []
        piece, line = self.top
        while len(shown) < self.height and self._known(piece):
            shown.extend(self.layout.lines(piece)[line : line + self.height - len(shown)])
            piece, line = piece + 1, 0
        return shown

    def row_of(self, offset: int) -> int:
        """The row in view that shows `offset`, or -1."""
        if not self._known(self.top[0]):
            return -1
        piece, line = self.layout.locate(offset)
        if (piece, line) < self.top:
            return -1
        row = -self.top[1]
        for index in range(self.top[0], piece):
            row += len(self.layout.lines(index))
            if row >= self.height:
                return -1
        row += line
        return row if row < self.height else -1

    @property
    def anchor(self) -> tuple[int, int]:
        """The offset of the first line of text in view, and its row: `place` undoes it."""
        for row, line in enumerate(self.lines()):
            if line.end > line.start and self.row_of(line.start) == row:
                return line.start, row
        return self.here, self.row

    @property
    def at_start(self) -> bool:
        """Whether the first line of the document is in view."""
        return self.top == (0, 0)

    @property
    def at_end(self) -> bool:
        """Whether the last line of the document is in view."""
        end, walked = self._walk(self.top, self.height)
        return walked < self.height and not self._known(end[0] + 1)

    # ------------------------------------------------------------------ moving

    def scroll(self, count: int) -> None:
        """Move by `count` lines; where the text ends, the reading line moves on alone."""
        before = self.top
        self.top, moved = self._walk(self.top, count)
        if count > 0:
            moved -= self._fill()
        if self.top == before:
            moved = 0
        self._read(self.row + count - moved)

    def page(self, direction: int) -> None:
        """Turn a page (+1 or -1), keeping two lines; the reading line is the first new one.

        A heading at the end of the page is kept as a whole, so that it stands with its text.
        """
        step = max(self.height - max(KEPT, self._heading_below()), 1)
        before = self.top
        self.top, moved = self._walk(self.top, direction * step)
        if direction < 0:
            self._read(0)
            return
        moved -= self._fill()
        if self.top == before:
            moved = 0
        self._read(self.height - moved if moved else self.height - 1)

    def _heading_below(self) -> int:
        """The rows at the end of the window from a heading on whose text is not in view."""
        lines = self.lines()
        blocks = self.layout.document.blocks
        kept = 0
        for rows, line in enumerate(reversed(lines), 1):
            if not line.blank:
                if blocks[line.block].kind != "heading":
                    return kept
                kept = rows
        return 0  # nothing but headings

    def jump(self, offset: int) -> None:
        """Read at `offset`: it lands at a third of the height; if in view, nothing scrolls."""
        row = self.row_of(offset)
        if row < 0:
            self.place(offset, self.height // 3)
        else:
            self.row, self.here = row, offset

    def place(self, offset: int, row: int) -> None:
        """Read at `offset`, its line put at `row` as nearly as the ends of the text allow."""
        position = self.layout.locate(offset)
        self.top, _ = self._walk(position, -min(row, self.height - 1))
        self._fill()
        self.here = offset
        self.row = max(self.row_of(offset), 0)

    def read(self, offset: int, row: int) -> None:
        """Read at `offset` without scrolling; at `row` if its line is none of text."""
        found = self.row_of(offset)
        self.here = offset
        self.row = found if found >= 0 else min(row, max(len(self.lines()) - 1, 0))

    def start(self) -> None:
        """Go to the first line."""
        self.top = (0, 0)
        self._read(0)

    def end(self) -> None:
        """Go to the last line; parses what is left of the document."""
        self.layout.document.finish()
        self.layout.update()
        last = max(self.layout.count - 1, 0)
        self.top = (last, max(len(self.layout.lines(last)) - 1, 0)) if self.layout.count else (0, 0)
        self._fill()
        self._read(self.height - 1)

    def relayout(self, layout: Layout, height: int) -> None:
        """Take another layout or height; the line that is being read keeps its row."""
        here, row = self.here, self.row
        anchor, anchor_row = (here, row) if self.row_of(here) == row else self.anchor
        self.layout = layout
        self.height = max(height, 1)
        self.place(anchor, anchor_row)
        if anchor != here:
            self.read(here, row)

    # ------------------------------------------------------------------ walking

    def _known(self, piece: int) -> bool:
        """Whether piece number `piece` exists, parsing more of the document if that may help."""
        while piece >= self.layout.count:
            if not self.layout.document.grow():
                return False
            self.layout.update()
        return True

    def _walk(self, position: Position, count: int) -> tuple[Position, int]:
        """Go `count` lines from `position` (back if negative): where that leads, and how far."""
        piece, line = position
        if not self._known(piece):
            return position, 0
        walked = 0
        while walked < count:
            room = len(self.layout.lines(piece)) - 1 - line
            step = min(room, count - walked)
            line += step
            walked += step
            if walked < count:
                if not self._known(piece + 1):
                    break
                piece, line = piece + 1, 0
                walked += 1
        while walked > count:
            step = min(line, walked - count)
            line -= step
            walked -= step
            if walked > count:
                if piece == 0:
                    break
                piece -= 1
                line = len(self.layout.lines(piece)) - 1
                walked -= 1
        return (piece, line), walked

    def _fill(self) -> int:
        """Move the top back until the window is full, but for the tail; how many lines that took."""
        full = max(self.height - 1 - self.tail, 0)
        _, below = self._walk(self.top, full)
        self.top, moved = self._walk(self.top, below - full)
        return -moved

    def _read(self, row: int) -> None:
        """Make the line at `row` (or the nearest one with text) the line that is being read."""
        shown = self.lines()
        if not shown:
            self.row, self.here = 0, 0
            return
        row = min(max(row, 0), len(shown) - 1)
        self.row = row
        after = (r for r in range(row, len(shown)) if not shown[r].blank)
        before = (r for r in range(row, -1, -1) if not shown[r].blank)
        best = next(after, next(before, row))
        self.here = shown[best].start
