"""The prompt in the status line: every letter is a letter, Up and Down are its history."""

import os
from collections.abc import Callable

from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.widgets import Input

from reader.document.characters import clean_line
from reader.keys.rows import PROMPT
from reader.tui import clipboard
from reader.tui.bindings import made
from reader.typeset.cells import cell_width

# Characters that fit into the prompt: each one more takes longer, and a file that is poured into
# the terminal has no end.
LONGEST = 500


class Prompt(Input):
    """A line of input without a border; the screen answers Enter, `Esc` and `Ctrl-c`."""

    BINDINGS = made(PROMPT)
    DEFAULT_CSS = """
    Prompt { position: absolute; layer: status; display: none; height: 1; }
    Prompt:focus { background-tint: transparent; }
    """

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False, id="prompt", max_length=LONGEST)
        self.cursor_blink = False
        self.history: list[str] = []
        self.typed: Callable[[], None] = lambda: None  # called when a letter was put in
        self._at = 0

    def get_component_rich_style(
        self,
        *names: str,
        partial: bool = False,  # noqa: ARG002
        default: Style | None = None,  # noqa: ARG002
    ) -> Style:
        """The cursor and what is selected: the page's own two colours, the other way round."""
        return Style(reverse="input--cursor" in names or "input--selection" in names)

    def open(self) -> None:
        """Show an empty prompt and take the keys."""
        self._at = len(self.history)
        with self.prevent(Input.Changed):
            self.value = ""
        self.display = True
        self.screen.set_focus(self)

    def close(self, remember: bool) -> None:
        """Hide the prompt; on request what was typed goes into its history."""
        text = self.value.strip()
        if remember and text and (not self.history or self.history[-1] != text):
            self.history.append(text)
        self.display = False

    def put(self, character: str) -> None:
        """Put a character in, in the place of what is selected."""
        if not self._room:
            return
        if self.selection.is_empty:
            self.insert_text_at_cursor(character)
        else:
            self.replace(character, *self.selection)
        self.typed()

    @property
    def _room(self) -> int:
        """How many characters more can be put in."""
        start, end = sorted(self.selection)
        return max(LONGEST - len(self.value) + end - start, 0)

    @property
    def place(self) -> Offset:
        """Where on the screen the next character goes (Textual's offset is one too far)."""
        before = cell_width(self.value[: self.cursor_position])
        return self.content_region.offset + Offset(before - self.scroll_offset.x, 0)

    def action_history(self, step: int) -> None:
        """Go to an earlier or later entry; beyond the latest the line is empty."""
        self._at = max(min(self._at + step, len(self.history)), 0)
        self.value = self.history[self._at] if self._at < len(self.history) else ""
        self.cursor_position = len(self.value)

    async def action_delete_left(self) -> None:  # type: ignore[override]
        """Delete a character; where there is none, give the prompt up."""
        if self.value:
            super().action_delete_left()
        else:
            await self.run_action("screen.cancel_prompt")

    def action_copy(self) -> None:
        """Copy what is selected, by the same way as all that is copied."""
        if self.selected_text:
            app = self.app
            send, later = app.copy_to_clipboard, app.call_later
            clipboard.copy_beside(self.selected_text, os.environ, send, lambda _: None, later)

    def action_cut(self) -> None:
        """Copy what is selected and take it out; nothing where nothing is."""
        if self.selected_text:
            self.action_copy()
            self.delete_selection()

    def action_paste(self) -> None:
        """Put in what was copied in here, as if the terminal had pasted it."""
        self.replace(clean_line(self.app.clipboard[: self._room]), *self.selection)

    def _on_paste(self, event: events.Paste) -> None:
        """What is pasted passes the same door as any other text (then Textual puts it in)."""
        event.text = clean_line(event.text[: self._room])
