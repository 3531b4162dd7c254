"""The mouse wheel."""

from textual import events

ROWS = 3  # rows that a notch of it scrolls


class Wheeled:
    """A widget whose rows the mouse wheel scrolls."""

    def scroll_rows(self, rows: int) -> None:
        """Scroll by `rows`, on or (below 0) back."""
        raise NotImplementedError

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        event.stop()
        self.scroll_rows(ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        self.scroll_rows(-ROWS)
