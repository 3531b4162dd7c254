"""The yardstick: the smallest Textual app, which shows a line, turns a page and quits."""

from textual.app import App, ComposeResult
from textual.widgets import Static

PAGES = ["\n".join([f"{word} and so it goes on until the line is full " * 2] * 38) for word in "ab"]


class Bare(App[None]):
    """One widget, two keys."""

    BINDINGS = [("q", "quit", "quit"), ("space", "turn", "turn")]

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("ZQFIRST")

    def action_turn(self) -> None:
        """Show the other page."""
        PAGES.reverse()
        self.query_one(Static).update(PAGES[0])


if __name__ == "__main__":
    Bare().run()
