"""The shelf: the articles that come with the program, as a list."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from reader.errors import ReaderError
from reader.formats import load
from reader.paint import Style
from reader.shelf import Entry as Article
from reader.shelf import bundled
from reader.tui.screens.article import ArticleScreen
from reader.tui.strips import Ink, Pieces, fit
from reader.tui.widgets.panel import Entry, Panel
from reader.typeset.cells import cell_width
from reader.typeset.line import Signs

WIDTH = 76


class ShelfScreen(Screen[None], inherit_bindings=False):
    """Lists the articles; Enter opens one, `q` leaves."""

    BINDINGS = [
        Binding("Q,ctrl+q,ctrl+c", "app.quit", "quit", id="shelf-quit"),
    ]
    DEFAULT_CSS = "ShelfScreen { layers: panels; }"

    def __init__(self, ink: Ink, signs: Signs) -> None:
        super().__init__()
        self.ink = ink
        self.signs = signs
        self.articles = bundled()

    def compose(self) -> ComposeResult:
        """One list."""
        panel = Panel(self.ink, "", "READER", "shelf")
        panel.display = True
        panel.aside = "Enter opens · q leaves"
        panel.empty = "no articles came with the program"
        yield panel

    def on_mount(self) -> None:
        """Fill the list; the cursor is on the guide."""
        page = self.ink.palette.background if self.ink.depth in ("true", "256") else None
        self.styles.background = page or "ansi_default"
        panel = self.query_one(Panel)
        self.set_focus(panel)
        self._arrange()

    def on_resize(self) -> None:
        """Take the new size."""
        self._arrange()

    def _arrange(self) -> None:
        panel = self.query_one(Panel)
        width, height = self.size
        side = max((width - WIDTH) // 2, 1)
        panel.margins = (side, side)
        panel.styles.width = width
        panel.styles.height = height
        inner = max(width - 2 * side, 1)
        panel.fill([self._entry(article, inner) for article in self.articles], -1, height)

    def _entry(self, article: Article, width: int) -> Entry:
        aside = article.lang
        title = fit(article.title, max(width - cell_width(aside) - 2, 1))
        gap = max(width - cell_width(title) - cell_width(aside), 1)
        row: Pieces = [(title, Style()), (" " * gap, Style())]
        row.append((aside, self.ink.style("panel-dim")))
        rest: Pieces = [(fit(article.metadata.subtitle, width), self.ink.style("panel-dim"))]
        return Entry([row, rest], article.title, gap=True)

    def action_choose(self) -> None:
        """Open the article under the cursor."""
        panel = self.query_one(Panel)
        if not panel.entries:
            return
        article = self.articles[panel.cursor]
        try:
            document = load(article.path)
        except ReaderError as error:
            panel.aside = error.message
            panel.refresh()
            return
        self.app.push_screen(ArticleScreen(document, self.ink, self.signs))

    def action_leave_panel(self) -> None:
        """Leave the program."""
        self.dismiss()
