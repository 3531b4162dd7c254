"""The command palette's box: a row to type in, and below it what was found."""

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.keys.rows import FOUND
from reader.paint import Style
from reader.tui.bindings import made
from reader.tui.commands import Command
from reader.tui.ink import Ink, Pieces
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.wheel import Wheeled
from reader.typeset.cells import cell_width

SIDE = 2  # cells left and right of the words: a drawn line or a blank, and a blank
PROMPT_AT = 4  # the column of what is typed
HINT = (("prompt-submit", "does it"), ("prompt-cancel", "closes"))  # clauses of `keyed`
NOTHING = "nothing has these words"


class CommandPrompt(Prompt):
    """The row to type in; Up and Down belong to the list."""

    BINDINGS = made(FOUND)
    DEFAULT_CSS = "CommandPrompt { display: block; layer: above; }"


class Choices(Wheeled, Widget):
    """The box, as tall as it was made: an edge where there is room, the prompt's row, the list.

    Only rows in view are made, however many entries were found. `framed` says whether there is
    an edge, `closed` whether there is one below, too; lines at the sides are drawn where the box
    does not take the whole window. `hint` says how to leave.
    """

    DEFAULT_CSS = "Choices { position: absolute; layer: box; }"

    class Picked(Message):
        """An entry was clicked: the cursor is on it."""

    def __init__(self, ink: Ink, hint: str) -> None:
        super().__init__()
        self.ink = ink
        self.hint = hint
        self.found: Sequence[Command] = ()
        self.typed = ""
        self.cursor = 0
        self.framed = True
        self.closed = False
        self._top = 0
        self._rows = 1

    def take_rows(self, rows: int, framed: bool, closed: bool) -> None:
        """Take the rows that the list has (0 or more)."""
        self._rows, self.framed, self.closed = rows, framed, closed
        self._follow()

    def show(self, found: Sequence[Command], typed: str) -> None:
        """List what was found for `typed`, with the cursor on the first."""
        self.found, self.typed = found, typed
        self.cursor = 0
        self._follow()

    def move(self, step: int) -> None:
        """Move the cursor by `step` entries."""
        self.cursor = max(min(self.cursor + step, len(self.found) - 1), 0)
        self._follow()

    def page(self, direction: int) -> None:
        """Move the cursor by a page."""
        self.move(direction * max(self._rows - 1, 1))

    @property
    def chosen(self) -> Command | None:
        """The entry under the cursor; None where nothing was found."""
        return self.found[self.cursor] if self.found else None

    def _follow(self) -> None:
        """Scroll so that the cursor is in view."""
        top = max(min(self._top, self.cursor), self.cursor - self._rows + 1)
        self._top = max(min(top, len(self.found) - self._rows), 0)
        self.refresh()

    @property
    def _head(self) -> int:
        """Rows above the list."""
        return 2 if self.framed else 1

    # ------------------------------------------------------------------ painting

    def render_line(self, y: int) -> Strip:
        """A row of the box."""
        width = self.size.width
        sides = width < self.app.size.width
        if self.framed and y == 0:
            return self._edge(width, sides)
        if self.closed and y == self.size.height - 1:
            return self._edge(width, sides, below=True)
        index = self._top + y - self._head
        role = ""
        if y < self._head:
            pieces = self._typing(width)
        elif index < len(self.found):
            pieces = self._row(self.found[index], width)
            role = "panel-cursor" if index == self.cursor else ""
        else:
            nothing = NOTHING if not self.found and y == self._head else ""
            pieces = [(" " * SIDE, Style())]
            pieces += [(self.ink.fit(nothing, width - SIDE), self.ink.style("panel-dim"))]
        strip = self.ink.strip(pieces, width, role)
        if not sides:
            return strip
        line = self.ink.strip([("|" if self.ink.ascii else "│", self.ink.style("bar"))], 1)
        return Strip.join([line, strip.crop(1, width - 1), line])

    def _edge(self, width: int, sides: bool, below: bool = False) -> Strip:
        left, line, right = "+-+" if self.ink.ascii else "└─┘" if below else "┌─┐"
        text = left + line * (width - 2) + right if sides else line * width
        return self.ink.strip([(text, self.ink.style("bar"))], width)

    def _typing(self, width: int) -> Pieces:
        """The prompt's sign and what is said beside it; `Prompt` lies in between."""
        said = self.said
        pieces: Pieces = [(" " * SIDE, Style()), (":", self.ink.style("key"))]
        gap = width - 2 * SIDE - 1 - cell_width(said)
        if gap > 0:
            pieces += [(" " * gap, Style()), (said, self.ink.style("panel-dim"))]
        return pieces

    @property
    def said(self) -> str:
        """What stands at the right of the prompt: how to leave, or how many were found."""
        return str(len(self.found)) if self.typed else self.hint

    def _row(self, command: Command, width: int) -> Pieces:
        room = max(width - 2 * SIDE, 0)
        aside = command.aside if cell_width(command.aside) <= room // 2 else ""
        indent = " " * min(2 * command.depth, room // 4)
        left = room - len(indent) - (cell_width(aside) + 2 if aside else 0)
        text = self.ink.fit(command.text, max(left, 0))
        pieces: Pieces = [(" " * min(SIDE, width), Style()), (indent + text, Style())]
        gap = room - len(indent) - cell_width(text) - cell_width(aside)
        if aside and gap > 0:
            pieces += [(" " * gap, Style()), (aside, self.ink.style("panel-dim"))]
        return pieces

    # ------------------------------------------------------------------ the mouse

    def on_click(self, event: events.Click) -> None:
        """A click picks an entry."""
        event.stop()
        index = self._top + event.y - self._head
        inside = self._head <= event.y < self._head + self._rows
        if event.button == 1 and inside and index < len(self.found):
            self.cursor = index
            self.refresh()
            self.post_message(self.Picked())

    def scroll_rows(self, rows: int) -> None:
        """Scroll the list; the cursor stays in view."""
        self._top = max(min(self._top + rows, len(self.found) - self._rows), 0)
        last = min(self._top + max(self._rows, 1), len(self.found)) - 1
        self.cursor = max(min(self.cursor, last), self._top, 0)
        self.refresh()
