"""The shelf: what was read lately and the articles that come with the program, as a list."""

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.screen import Screen

from reader.errors import ReaderError
from reader.formats import parse
from reader.formats.source import read_source, short_name
from reader.keys.tables import SHELF
from reader.library.state import Memory, Record
from reader.paint import Style
from reader.shelf import Entry as Article
from reader.shelf import at_hand, bundled
from reader.tui.bindings import made
from reader.tui.commands import Commands
from reader.tui.configured import brief_notice
from reader.tui.look import dress
from reader.tui.offers import actions, articles, bindings_of, themes
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.palette import PaletteScreen
from reader.tui.strips import Ink, Pieces
from reader.tui.widgets.panel import Entries, Panel
from reader.typeset.cells import cell_width
from reader.typeset.line import Signs

WIDTH = 76
CONTINUE = "Continue: "
HINT = "Enter opens, q leaves"


class ShelfEntries(Entries):
    """Two rows per article, and a blank one.

    Its title with how much is read and the language stand over its subtitle, or where it is.
    """

    def __init__(self, articles: Sequence[Article], width: int, ink: Ink) -> None:
        self.articles = articles
        self.width = width
        self.ink = ink
        self.starts = range(0, 3 * len(articles), 3)
        self.total = max(3 * len(articles) - 1, 0)

    def rows(self, index: int, marked: bool) -> list[Pieces]:  # noqa: ARG002
        """Title, percent and language, then the subtitle or the place."""
        article, width = self.articles[index], self.width
        percent = f"{article.percent} %" if article.percent >= 0 else ""
        aside = "   ".join(word for word in (percent, article.lang) if word)
        lead = CONTINUE if article.last and width > 2 * len(CONTINUE) else ""
        room = width - len(lead) - cell_width(aside) - 2
        title = self.ink.fit(article.title, max(room, 1))
        gap = max(width - len(lead) - cell_width(title) - cell_width(aside), 1)
        dim = self.ink.style("panel-dim")
        row: Pieces = [(lead, self.ink.style("key")), (title, Style())]
        row += [(" " * gap, Style()), (aside, dim)]
        second = short_name(article.place, width) if article.place else article.metadata.subtitle
        return [row, [(self.ink.fit(second, width), dim)]]

    def full(self, index: int) -> str:
        """The whole title."""
        return self.articles[index].title


def panel_width(width: int) -> int:
    """Cells of text in a window of `width`: at most `WIDTH`, with a margin on either side."""
    return max(min(width - 2, WIDTH), 1)


class ShelfScreen(Screen[None], inherit_bindings=False):
    """Lists the articles; Enter opens one, `q` leaves."""

    BINDINGS = made(SHELF)
    DEFAULT_CSS = "ShelfScreen { layers: panels; }"

    def __init__(self, ink: Ink, signs: Signs) -> None:
        super().__init__()
        self.ink = ink
        self.signs = signs
        self.memory = Memory()
        self._bundled = bundled()
        self.articles = at_hand(self._bundled, self.memory)
        self._chosen = ""

    def compose(self) -> ComposeResult:
        """One list."""
        panel = Panel(self.ink, "", "READER", "shelf")
        panel.display = True
        panel.aside = brief_notice(self) or HINT
        panel.empty = "no articles came with the program"
        yield panel

    def on_mount(self) -> None:
        """Fill the list; the cursor is on the article to continue, or on the guide."""
        dress(self, self.ink)
        panel = self.query_one(Panel)
        self.set_focus(panel)
        self._arrange()

    def on_screen_resume(self) -> None:
        """Back from an article: it is the one that was read last; the cursor stays on it."""
        if not self._chosen:
            return
        self.articles = at_hand(self._bundled, self.memory)
        paths = [article.path for article in self.articles]
        if self._chosen in paths:
            self.query_one(Panel).cursor = paths.index(self._chosen)
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
            if not Path(article.path).is_file():  # a pipe would be waited for
                raise ReaderError("the file is gone")
            source = read_source(article.path)
            document = parse(source)
        except ReaderError as error:
            panel.aside = error.message
            panel.refresh()
            return
        panel.aside = HINT
        self._chosen = article.path
        record = Record(self.memory, source)
        self.app.push_screen(ArticleScreen(document, self.ink, self.signs, record=record))

    def action_palette(self) -> None:
        """Open the palette of what can be done here."""
        offered = [
            *actions(bindings_of(self.app, self), self.app.run_action, self.ink),
            *articles(self.articles, self._open_entry),
            *themes(self.run_action, self.ink),
        ]
        self.app.push_screen(PaletteScreen(self.ink, Commands(offered)))

    async def _open_entry(self, article: Article) -> None:
        self.query_one(Panel).cursor = self.articles.index(article)
        self.action_choose()

    def action_leave_panel(self) -> None:
        """Leave the program."""
        self.dismiss()
