"""The command palette: everything that can be done, found by typing some of its words."""

import asyncio
from time import perf_counter

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from reader.keys.rows import PALETTE
from reader.tui.bindings import made
from reader.tui.commands import Commands, Finding
from reader.tui.configured import settings_of
from reader.tui.geometry import geometry
from reader.tui.ink import Ink
from reader.tui.look import dress
from reader.tui.notices import keyed
from reader.tui.screens.page import PAUSE, SLICE
from reader.tui.widgets.choices import HINT, PROMPT_AT, SIDE, Choices, CommandPrompt
from reader.typeset.cells import cell_width

WIDTH = 78  # columns of the box in a wider window
LEAST_WIDTH = 60  # columns of the text and the box's sides from which the box goes by the text
LEAST_ROWS = 8  # of the list, where the window has them; else half the window's
EDGE_FROM = 3  # rows of the text left in view from which the box has an edge


class PaletteScreen(ModalScreen[None], inherit_bindings=False):
    """The box above the status line, over the screen that it was called from.

    Over an article, whose `measure` it then knows, it lies on the text, beside the panels. What is
    typed stays in its place while the list below it takes the rows that it needs. What is chosen
    is done once the box is gone, before the next key is answered.
    """

    BINDINGS = made(PALETTE)
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PaletteScreen { background: transparent; layers: box above; overflow: hidden; }
    """

    def __init__(self, ink: Ink, commands: Commands, measure: int = 0) -> None:
        super().__init__()
        self.ink = ink
        self.commands = commands
        self.measure = measure
        self._typed: str | None = None
        self._finding: Finding | None = None  # what has not been listed yet

    def compose(self) -> ComposeResult:
        """The box, and the prompt that lies over one of its rows."""
        keys = settings_of(self).keys
        yield Choices(self.ink, keyed(lambda name: keys.sign(name, self.ink.ascii), *HINT))
        yield CommandPrompt()

    def on_mount(self) -> None:
        """List everything."""
        self.choices = self.query_one(Choices)
        self.prompt = self.query_one(CommandPrompt)
        dress(self, self.ink)
        self._find()
        self.set_focus(self.prompt)

    def offer(self, commands: Commands) -> None:
        """Take other commands, for a text of which more is known by now; the cursor stays."""
        self.commands, self._typed = commands, None
        if hasattr(self, "prompt"):
            cursor = self.choices.cursor
            self._find()
            self.choices.move(cursor)

    def on_resize(self) -> None:
        """Take the new size."""
        if hasattr(self, "prompt"):
            self._arrange()

    def _arrange(self) -> None:
        """Put the box above the status line; in a low window it loses its edge, then rows."""
        height = self.size.height
        x, wide = self._columns()
        room = max(height - 1, 1)
        most = min(max(height // 2, LEAST_ROWS), room - 1)
        framed = room - most - 1 >= EDGE_FROM
        y = room - most - (2 if framed else 1)
        rows = max(len(self.choices.found), 1)
        closed = framed and rows < most  # (with as many as there are the status line is below)
        rows = rows if closed else most
        tall = rows + (2 if framed else 1) + closed
        for widget, at, size in (
            (self.choices, (x, y), (wide, tall)),
            (self.prompt, (x + PROMPT_AT, room - most - 1), (0, 1)),
        ):
            widget.styles.offset = at
            widget.styles.width, widget.styles.height = size
        self.choices.take_rows(rows, framed, closed)
        self._fit_prompt()

    def _columns(self) -> tuple[int, int]:
        """The first column of the box, and how many it has."""
        width, height = self.size
        text = geometry(width, height, self.measure).text
        if self.measure and width >= LEAST_WIDTH <= text.width + 2 * SIDE < width:
            return text.x - SIDE, text.width + 2 * SIDE
        wide = width if width <= WIDTH + 2 else WIDTH
        return (width - wide) // 2, wide

    def _fit_prompt(self) -> None:
        """Leave room beside what is typed for what is said there."""
        wide = self.choices.styles.width
        room = (int(wide.value) if wide else 0) - PROMPT_AT - SIDE
        beside = cell_width(self.choices.said) + 1
        self.prompt.styles.width = max(room - beside if room > 2 * beside else room, 1)
        self.call_after_refresh(self._put_cursor)

    def _put_cursor(self) -> None:
        if self.app.screen is self:
            self.app.cursor_position = self.prompt.place

    # ------------------------------------------------------------------ typing and choosing

    def on_input_changed(self) -> None:
        """List what is found for what is typed so far."""
        if self._typed != self.prompt.value:
            self._find_on(self._begin())

    def _find(self) -> None:
        """List what is found for what is typed, at once."""
        if self._typed != self.prompt.value:
            self._begin()
        if self._finding is not None:
            while self._finding.step():
                pass
            self._list(self._finding)

    def _begin(self) -> Finding:
        self._typed = self.prompt.value
        self._finding = Finding(self.commands, self._typed)
        return self._finding

    def _find_on(self, finding: Finding) -> None:
        """Look for more, between the keys, and list all when that is done."""
        if finding is not self._finding:  # more has been typed, or it is done
            return
        end = perf_counter() + SLICE
        while finding.step():
            if perf_counter() > end:
                loop = asyncio.get_running_loop()
                loop.call_later(PAUSE, self.call_later, self._find_on, finding)
                return
        self._list(finding)

    def _list(self, finding: Finding) -> None:
        self._finding = None
        self.choices.show(finding.found, (self._typed or "").strip())
        self._arrange()

    def action_move(self, step: int) -> None:
        """Move the cursor of the list."""
        self._find()
        self.choices.move(step)

    def action_page(self, direction: int) -> None:
        """Turn a page of the list."""
        self._find()
        self.choices.page(direction)

    async def action_submit_prompt(self) -> None:
        """Do what the cursor is on; where nothing was found, stay."""
        self._find()
        command = self.choices.chosen
        if command is not None and self.app.screen is self:
            self.dismiss()
            await command.run()

    def action_cancel_prompt(self) -> None:
        """Close the box: nothing has changed."""
        if self.app.screen is self:
            self.dismiss()

    def on_choices_picked(self) -> None:
        """An entry was clicked: do it as if by a key, for this screen is gone by then."""
        self.app.call_later(self.action_submit_prompt)

    def on_click(self, event: events.Click) -> None:
        """A click beside the box closes it."""
        if event.widget is self:
            self.action_cancel_prompt()
