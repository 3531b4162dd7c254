"""A peer: Textual's own Markdown viewer around the file that is named."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import MarkdownViewer


class Viewer(App[None]):
    """The viewer without its table of contents."""

    BINDINGS = [("q", "quit", "quit")]

    def compose(self) -> ComposeResult:
        """The viewer, which has the keys."""
        text = Path(sys.argv[1]).read_text(encoding="utf-8").split("---\n", 2)[2]
        yield MarkdownViewer(text, show_table_of_contents=False)

    def on_mount(self) -> None:
        """Give it the keys."""
        self.query_one(MarkdownViewer).focus()


if __name__ == "__main__":
    Viewer().run()
