"""The shelf: what was read lately, the reader's own articles, those that came with the program."""

import gc

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset

from reader.document.characters import clean_line
from reader.document.model import Document
from reader.errors import ReaderError
from reader.files import at_home
from reader.formats import parse
from reader.formats.source import Source, read_source
from reader.formats.web.address import is_address
from reader.keys.rows import SHELF
from reader.library.entry import Entry
from reader.library.state import Record
from reader.paint import Style
from reader.tui.bindings import made
from reader.tui.commands import Commands
from reader.tui.configured import brief_notice, settings_of
from reader.tui.ink import Ink
from reader.tui.listing import SORTS
from reader.tui.look import dress
from reader.tui.offers import actions, articles, bindings_of, themes
from reader.tui.rows import Left
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.gathering import Gathering
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.palette import PaletteScreen
from reader.tui.visit import Visit
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.shelf import ShelfList, ShelfTitle, sides
from reader.tui.widgets.status import StatusLine
from reader.typeset.cells import cell_width
from reader.typeset.line import Signs

# What is told of the keys: the id of a binding, and what it does.
_HINTS = (
    ("shelf-choose", "reads"),
    ("shelf-filter", "filters"),
    ("shelf-help", "keys"),
    ("shelf-leave", "quits"),
)
# Rows of a window from which on there is a title above the list.
TITLE_FROM = 8


class ShelfScreen(Gathering):
    """Lists the articles; Enter opens one, `q` leaves. `Gathering` knows the files."""

    BINDINGS = made(SHELF)
    DEFAULT_CSS = "ShelfScreen { layers: base status; }"
    ALLOW_SELECT = False

    def __init__(self, ink: Ink, signs: Signs, library: str = "") -> None:
        super().__init__(library)
        self.ink = ink
        self.signs = signs
        self._chosen = ""
        self._before = ("", "")
        self._message = ""
        self._visit: Visit | None = None

    def compose(self) -> ComposeResult:
        """The list between its title and the status line."""
        yield ShelfTitle(self.ink)
        yield ShelfList(self.ink)
        yield StatusLine(self.ink)
        yield Prompt()

    # ------------------------------------------------------------------ what there is

    def on_mount(self) -> None:
        """List what there is, the cursor on the article to go on with, or on the guide."""
        dress(self, self.ink)
        self.view = self.query_one(ShelfList)
        self.status = self.query_one(StatusLine)
        self.prompt = self.query_one(Prompt)
        self._scan()
        self._arrange()
        self.set_focus(self.view)
        self._show()
        self.call_after_refresh(self._read_on)

    def on_screen_resume(self) -> None:
        """Back from an article: its row says how far it was read, and the cursor is on it."""
        gc.unfreeze()  # what the article has built may go
        if self._chosen:
            self._look_at_places()
            self._show(self._chosen)
            self._chosen = ""
            self._read_on()
        elif hasattr(self, "view"):
            self.call_after_refresh(self._put_cursor)

    # ------------------------------------------------------------------ showing

    def on_resize(self) -> None:
        """Take the new size."""
        if hasattr(self, "view"):
            self._arrange()
            self._show_status()

    def _arrange(self) -> None:
        """Give the widgets their places."""
        width, height = self.size
        head = 2 if height >= TITLE_FROM else 0
        rows = max(height - head - (2 if head else 1), 1)
        title = self.query_one(ShelfTitle)
        title.display = head > 0
        for widget, y, high in (
            (title, 0, 1),
            (self.view, head, rows),
            (self.status, height - 1, 1),
        ):
            widget.styles.offset = (0, y)
            widget.styles.width = width
            widget.styles.height = high
        self.view.resize(rows)

    def _show(self, path: str = "") -> None:
        """List the articles as they are now; the cursor stays on its article, or goes to `path`."""
        chosen = self.view.chosen
        self.view.fill(
            self.listing.rows(), self.listing.words, path or (chosen.path if chosen else "")
        )
        self._show_status()

    def _show_status(self) -> None:
        """What was typed or said, or the keys, and where the chosen article lies."""
        self._wanted = self.view.in_view
        dim, key = self.ink.style("panel-dim"), self.ink.style("key")
        width = self.size.width
        notice = brief_notice(self)
        left: Left = [(notice, dim, "")] if notice else self._hints()
        if self.prompt.display:
            found = f"{self.listing.found} found" if self.prompt.value.strip() else ""
            wide = max(min(width - 5 - cell_width(found), 40), 1)
            self.prompt.styles.offset = (3, self.size.height - 1)
            self.prompt.styles.width = wide
            left = [("/ ", key, ""), (" " * (wide + 1), Style(), ""), (found, dim, "")]
        elif self._message:
            left = [(self._message, self.ink.style("message"), "")]
        elif self._filter:
            found = f"  {self.listing.found} found"
            hint = f"{escape} shows all" if (escape := self._sign("shelf-escape")) else ""
            found += f" {self.ink.dot} " if hint else ""
            words = self.ink.fit(self._filter, max(width - 4 - cell_width(found + hint), 1))
            left = [("/ ", key, ""), (words, Style(), ""), (found, dim, "")]
            left.append((hint, dim, "escape"))
        if not self.prompt.display and (chosen := self.view.chosen) is not None:
            left = self._with_place(chosen, left)
        self.status.show(left, None)
        self.call_after_refresh(self._put_cursor)

    def _hints(self) -> Left:
        """What the keys do; a click on it does the same."""
        dim = self.ink.style("panel-dim")
        actions = {row.id: row.action for row in SHELF}
        left: Left = []
        for name, word in _HINTS:
            if key := self._sign(name):
                left += [(f" {self.ink.dot} ", dim, "")] if left else []
                left.append((f"{key} {word}", dim, actions[name]))
        return left

    async def on_status_line_clicked(self, message: StatusLine.Clicked) -> None:
        """Do what was clicked; the second click of a double one may have meant what was there."""
        if message.action and message.chain == 1:
            await self.run_action(message.action)

    def _with_place(self, entry: Entry, left: Left) -> Left:
        """What stands at the left, and at the right where the article lies, if there is room."""
        place = "from a pipe"
        if entry.origin == "program":
            place = ""
        elif entry.origin != "pipe":
            place = clean_line(at_home(entry.path))
        room = self.size.width - 2 - sum(cell_width(text) for text, _, _ in left)
        if not place or room < cell_width(place) + 4:
            return left
        gap = " " * (room - cell_width(place))
        return [*left, (gap, Style(), ""), (place, self.ink.style("panel-dim"), "")]

    def _sign(self, name: str) -> str:
        return settings_of(self).keys.sign(name, self.ink.ascii)

    def _put_cursor(self) -> None:
        """Put the hardware cursor on the chosen article, or into the prompt."""
        if self.app.screen is not self:
            return
        if self.prompt.display:
            self.app.cursor_position = self.prompt.place
        else:
            side, _ = sides(self.size.width)
            inside = Offset(side, self.view.cursor_row)
            self.app.cursor_position = self.view.region.offset + inside

    # ------------------------------------------------------------------ moving

    def on_shelf_list_moved(self) -> None:
        """Say where the article lies that the cursor has come to."""
        self._message = ""
        self._show_status()

    def action_move(self, step: int) -> None:
        """Move the cursor by articles."""
        self.view.move(step)

    def action_page(self, direction: int) -> None:
        """Move the cursor by pages."""
        self.view.page(direction)

    def action_first(self) -> None:
        """Go to the first article."""
        self.view.first()

    def action_last(self) -> None:
        """Go to the last article."""
        self.view.last()

    # ------------------------------------------------------------------ filter and order

    def action_filter(self) -> None:
        """Open the prompt; Esc will bring back what is listed now."""
        chosen = self.view.chosen
        self._before = (self._filter, chosen.path if chosen else "")
        self._message = ""
        self.prompt.open()
        self._filter_by("")

    def on_input_changed(self) -> None:
        """Filter by what is typed so far."""
        if self.prompt.display:
            self._filter_by(self.prompt.value)

    def _filter_by(self, text: str) -> None:
        """List only what has the words of `text`; the cursor stays on its article if it can."""
        self._filter = text.strip()
        self.listing.filter(text)
        self._show(self._before[1])

    def action_submit_prompt(self) -> None:
        """Keep the filter, and go to the list."""
        self.prompt.close(remember=True)
        self.set_focus(self.view)
        self._filter_by(self.prompt.value)

    def action_cancel_prompt(self) -> None:
        """Bring back what was listed before."""
        self.prompt.close(remember=False)
        self.set_focus(self.view)
        self._filter_by(self._before[0])

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A click beside the prompt keeps the filter."""
        if self.app.app_focus and event.widget is self.prompt and self.prompt.display:
            self.action_submit_prompt()

    def action_escape(self) -> None:
        """Put the filter away; the cursor stays on its article."""
        if self._stay():
            self.report("stopped")
            return
        chosen = self.view.chosen
        self._before = ("", chosen.path if chosen else self._before[1])
        self._message = ""
        self._filter_by("")

    def action_sort(self) -> None:
        """Put one's own articles in the next order."""
        names = list(SORTS)
        sort = names[(names.index(self.listing.sort) + 1) % len(names)]
        self.listing.sort = sort
        self.memory.remember("sort", sort)
        self.listing.arrange()
        self._message = f"your articles: {SORTS[sort]}"
        self._show()

    def report(self, said: str) -> None:
        """Say how something went."""
        self._message = said
        self._show_status()

    def action_reread(self) -> None:
        """Look at the folder again."""
        self._scan()
        self._message = f"{len(self.listing.own)} articles in your folder"
        self._show()
        self._read_on()

    # ------------------------------------------------------------------ opening, leaving

    def on_shelf_list_opened(self) -> None:
        """Open what was clicked."""
        self.action_choose()

    def action_choose(self) -> None:
        """Open the article under the cursor."""
        entry = self.view.chosen
        self._message = ""
        self._stay()
        if entry is None:
            return
        if is_address(entry.path):
            self._visit_page(entry.path)
            return
        try:
            source = read_source(entry.path, regular=True)
            source.url = source.url or self.memory.base_of(entry.path)
            document = parse(source)
        except ReaderError as error:
            self._message = error.message
            self._show_status()
            return
        self._open(entry.path, source, document)

    def _open(self, path: str, source: Source, document: Document) -> None:
        self._chosen = path
        self._message = ""
        record = Record(self.memory, source)
        self.app.push_screen(ArticleScreen(document, self.ink, self.signs, record=record))

    # ------------------------------------------------------------------ pages of the web

    def _visit_page(self, address: str) -> None:
        """Fetch the page of the article under the cursor, and open it when it is there."""
        try:
            self._visit = Visit(
                address,
                origin=address,
                ready=lambda: self.app.screen is self and not self.prompt.display,
                changed=self._show_visit,
                arrived=lambda source, document: self._open(address, source, document),
                failed=self.report,
            )
        except ReaderError as error:
            self.report(error.message)
        else:
            self._visit.start(self)
            self._show_visit()

    def _show_visit(self) -> None:
        if self._visit is not None and not self.prompt.display and self.app.screen is self:
            key = self._sign("shelf-escape")
            self.report(self._visit.line(key, self.size.width - 2, self.ink))

    def _stay(self) -> bool:
        """Wait for no page any more; whether one was on its way."""
        visiting = self._visit is not None and self._visit.going
        if self._visit is not None:
            self._visit.cancel()
            self._visit = None
        return visiting

    def on_unmount(self) -> None:
        """The list is left."""
        self._stay()

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(
            HelpScreen(self.ink, settings_of(self).keys, SHELF, "the list"), self._do
        )

    async def _do(self, action: str | None) -> None:
        """Do what was clicked on the page of keys."""
        if action:
            await self.run_action(action)

    def action_palette(self) -> None:
        """Open the palette of what can be done here, and of the articles that are listed."""
        if self.prompt.display:
            return
        always = [each for each in bindings_of(self.app, self) if each.id == "app-quit"]
        listed = [row.entry for row in self.view.rows if row.entry is not None]
        offered = [
            *actions([*bindings_of(self, self), *always], self.run_action, self.ink),
            *articles(listed, self._open_entry),
            *themes(self.run_action, self.ink),
        ]
        self.app.push_screen(PaletteScreen(self.ink, Commands(offered)))

    async def _open_entry(self, entry: Entry) -> None:
        self._show(entry.path)
        self.action_choose()

    def action_close(self) -> None:
        """Wait for no page any more; else leave the program."""
        if self._stay():
            self.report("stopped")
        else:
            self.dismiss()
