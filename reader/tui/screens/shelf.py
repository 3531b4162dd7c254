"""The shelf: the articles that come with the program, as a list."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.screen import Screen

from reader.errors import ReaderError
from reader.formats import load
from reader.paint import Style
from reader.shelf import Entry as Article
from reader.shelf import bundled
from reader.tui.look import dress
from reader.tui.screens.article import ArticleScreen
from reader.tui.strips import Ink, Pieces
from reader.tui.widgets.panel import Entries, Panel
from reader.typeset.cells import cell_width
from reader.typeset.line import Signs

WIDTH = 76
HINT = "Enter opens, q leaves"


class ShelfEntries(Entries):
    """Two rows per article, title and language over the subtitle, and a blank one."""

    def __init__(self, articles: Sequence[Article], width: int, ink: Ink) -> None:
        self.articles = articles
        self.width = width
        self.ink = ink
        self.starts = range(0, 3 * len(articles), 3)
        self.total = max(3 * len(articles) - 1, 0)

    def rows(self, index: int, marked: bool) -> list[Pieces]:  # noqa: ARG002
        """Title and language, then the subtitle."""
        article, width = self.articles[index], self.width
        title = self.ink.fit(article.title, max(width - cell_width(article.lang) - 2, 1))
        gap = max(width - cell_width(title) - cell_width(article.lang), 1)
        dim = self.ink.style("panel-dim")
        row: Pieces = [(title, Style()), (" " * gap, Style()), (article.lang, dim)]
        return [row, [(self.ink.fit(article.metadata.subtitle, width), dim)]]

    def full(self, index: int) -> str:
        """The whole title."""
        return self.articles[index].title


def panel_width(width: int) -> int:
    """Cells of text in a window of `width`: at most `WIDTH`, with a margin on either side."""
    return max(min(width - 2, WIDTH), 1)


class ShelfScreen(Screen[None], inherit_bindings=False):
    """Lists the articles; Enter opens one, `q` leaves."""

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
        panel.aside = HINT
        panel.empty = "no articles came with the program"
        yield panel

    def on_mount(self) -> None:
        """Fill the list; the cursor is on the guide."""
        dress(self, self.ink)
        panel = self.query_one(Panel)
        self.set_focus(panel)
        self._arrange()

    def on_resize(self) -> None:
        """Take the new size."""
        self._arrange()

    def _arrange(self) -> None:
        panel = self.query_one(Panel)
        width, height = self.size
        side = (width - panel_width(width)) // 2
        panel.margins = (side, side)
        panel.styles.width = width
        panel.styles.height = height
        panel.fill(ShelfEntries(self.articles, panel_width(width), self.ink), -1, height)

    def action_choose(self) -> None:
        """Open the article under the cursor."""
        panel = self.query_one(Panel)
        if not self.articles:
            return
        article = self.articles[panel.cursor]
        try:
            document = load(article.path)
        except ReaderError as error:
            panel.aside = error.message
            panel.refresh()
            return
        panel.aside = HINT
        self.app.push_screen(ArticleScreen(document, self.ink, self.signs))

    def action_leave_panel(self) -> None:
        """Leave the program."""
        self.dismiss()
