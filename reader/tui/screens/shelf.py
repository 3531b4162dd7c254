"""The shelf: what was read lately, the reader's own articles, those that came with the program."""

import asyncio
from collections import deque
from time import monotonic

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import Screen
from textual.worker import get_current_worker

from reader.document.characters import clean_line
from reader.errors import ReaderError
from reader.formats import parse
from reader.formats.source import read_source, short_name
from reader.library.entry import Entry
from reader.library.files import articles_folder, at_home
from reader.library.folder import MOST, scan
from reader.library.state import Memory, Record
from reader.paint import Style
from reader.shelf import bundled, read_lately
from reader.tui import keys
from reader.tui.listing import SORTS, Listing
from reader.tui.look import dress
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.help import HelpScreen
from reader.tui.strips import Ink, Pieces
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.shelf import ShelfList, ShelfTitle, sides
from reader.tui.widgets.status import StatusLine
from reader.typeset.cells import cell_width
from reader.typeset.line import Signs

HINT = "Enter reads · / filters · ? keys · q quits"
# Seconds between two looks at what has been read of the files.
EVERY = 0.1
# Rows of a window from which on there is a title above the list.
TITLE_FROM = 8

# What was found out about an article: the beginning of its file (None: it cannot be read), percent
# read, and when.
News = tuple[Entry, Entry | None, int, int]


class ShelfScreen(Screen[None], inherit_bindings=False):
    """Lists the articles; Enter opens one, `q` leaves. `library` is the folder of one's own ones.

    Files are listed by their names at once, and read beside the keys, those in view first.
    """

    BINDINGS = [*keys.SHELF]
    DEFAULT_CSS = "ShelfScreen { layers: base status; }"
    ALLOW_SELECT = False

    def __init__(self, ink: Ink, signs: Signs, library: str = "") -> None:
        super().__init__()
        self.ink = ink
        self.signs = signs
        self.memory = Memory()
        self.library = library or articles_folder()
        self.listing = Listing(bundled())
        if (sort := self.memory.setting("sort")) in SORTS:
            self.listing.sort = sort
        self._entries = {entry.path: entry for entry in self.listing.program}
        self._times: dict[str, int] = {}
        self._unread = 0
        self._wanted: list[Entry] = []
        self._chosen = ""
        self._filter = ""
        self._before = ("", "")
        self._message = ""

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
        self.list = self.query_one(ShelfList)
        self.status = self.query_one(StatusLine)
        self.prompt = self.query_one(Prompt)
        self._scan()
        self._arrange()
        self.set_focus(self.list)
        self._show()
        self.call_after_refresh(self._read_on)

    def _scan(self) -> None:
        """List the files of the folder by their names."""
        found = scan(self.library)
        folder = short_name(at_home(self.library), 200)
        self.listing.note = f"none yet: put files in {folder}"
        if found.problem:
            self.listing.note = f"{folder} cannot be read: {found.problem}"
        self._unread = found.closed
        self._more = found.more
        own = []
        for path in found.paths:
            entry = self._entries.get(path) or Entry(path, "own")
            entry.known = False
            self._entries[path] = entry
            own.append(entry)
        own.sort(key=lambda entry: entry.name.casefold())
        self.listing.own = own
        self._look_at_places()
        self._remark()

    def _look_at_places(self) -> None:
        """Ask what was read lately."""
        self._times = self.memory.times()
        self.listing.lately = read_lately(self.memory, self._entries)
        for entry in self.listing.lately:
            entry.read_at = self._times.get(self.memory.key(entry.path), 0)

    def _remark(self) -> None:
        """Say what of the folder is not listed."""
        remarks = []
        if self._more:
            remarks.append(f"only {MOST} articles are listed")
        if self._unread:
            what = "1 file" if self._unread == 1 else f"{self._unread} files"
            remarks.append(f"{what} could not be read")
        self.listing.remark = "; ".join(remarks)

    def _read_on(self) -> None:
        """Read the beginnings of the files that are not known yet, beside the keys."""
        entries = [*self.listing.lately, *self.listing.own]
        waiting = deque(entry for entry in dict.fromkeys(entries) if not entry.known)
        if not waiting:
            return
        loop, times = asyncio.get_running_loop(), self._times

        def work() -> None:
            worker = get_current_worker()
            news: list[News] = []
            done: set[Entry] = set()
            due = monotonic() + EVERY / 4
            while waiting and not worker.is_cancelled:
                wanted = next((e for e in self._wanted if not e.known and e not in done), None)
                entry = wanted or waiting.popleft()
                if entry not in done:
                    done.add(entry)
                    news.append(self._ask(entry, times))
                if monotonic() >= due or not waiting:
                    due = monotonic() + EVERY
                    try:
                        loop.call_soon_threadsafe(self.call_later, self._take, news, not waiting)
                    except RuntimeError:  # the program has ended
                        return
                    news = []

        self.run_worker(work, thread=True, exclusive=True, exit_on_error=False)

    def _ask(self, entry: Entry, times: dict[str, int]) -> News:
        """What there is to know about an article (in a thread)."""
        key = self.memory.key(entry.path)
        read_at, progress = times.get(key, 0), -1
        if read_at:
            left = self.memory.read(key)
            progress = left.percent if left is not None else -1
        try:
            head = entry.read()
        except ReaderError:
            return entry, None, progress, read_at
        head.folded  # noqa: B018 - done here, it does not keep the keys waiting
        return entry, head, progress, read_at

    def _take(self, news: list[News], last: bool) -> None:
        """Take over what was found out; articles that cannot be read are no longer listed."""
        lost = set()
        for entry, head, progress, read_at in news:
            if read_at >= entry.read_at:
                entry.progress, entry.read_at = progress, read_at
            if head is not None:
                entry.take(head)
            else:
                entry.known = True
                lost.add(entry.path)
        if lost:
            self._unread += len(lost)
            self._remark()
            for name in ("own", "lately"):
                kept = [entry for entry in getattr(self.listing, name) if entry.path not in lost]
                setattr(self.listing, name, kept)
        if last:
            self.listing.arrange()
        if last or lost or self._filter:
            self._show()
        else:
            self.list.refresh()
            self._show_status()

    def on_screen_resume(self) -> None:
        """Back from an article: its row says how far it was read, and the cursor is on it."""
        if self._chosen:
            self._look_at_places()
            self._show(self._chosen)
            self._chosen = ""
            self._read_on()
        elif hasattr(self, "list"):
            self.call_after_refresh(self._put_cursor)

    # ------------------------------------------------------------------ showing

    def on_resize(self) -> None:
        """Take the new size."""
        if hasattr(self, "list"):
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
            (self.list, head, rows),
            (self.status, height - 1, 1),
        ):
            widget.styles.offset = (0, y)
            widget.styles.width = width
            widget.styles.height = high
        self.list.resize(rows)

    def _show(self, path: str = "") -> None:
        """List the articles as they are now; the cursor stays on its article, or goes to `path`."""
        chosen = self.list.chosen
        self.list.fill(
            self.listing.rows(), self.listing.words, path or (chosen.path if chosen else "")
        )
        self._show_status()

    def _show_status(self) -> None:
        """What was typed or said, or the keys, and where the chosen article lies."""
        self._wanted = self.list.in_view
        dim, key = self.ink.style("panel-dim"), self.ink.style("key")
        width = self.size.width
        left: Pieces = [(self._plain(HINT), dim)]
        if self.prompt.display:
            found = f"{self.listing.found} found" if self.prompt.value.strip() else ""
            wide = max(min(width - 5 - cell_width(found), 40), 1)
            self.prompt.styles.offset = (3, self.size.height - 1)
            self.prompt.styles.width = wide
            left = [("/ ", key), (" " * (wide + 1), Style()), (found, dim)]
        elif self._message:
            left = [(self._message, self.ink.style("message"))]
        elif self._filter:
            hint = self._plain(f"  {self.listing.found} found · Esc shows all")
            room = width - 4 - cell_width(hint)
            left = [("/ ", key), (self.ink.fit(self._filter, max(room, 1)), Style()), (hint, dim)]
        if not self.prompt.display and (chosen := self.list.chosen) is not None:
            left = self._with_place(chosen, left)
        self.status.show(left, None)
        self.call_after_refresh(self._put_cursor)

    def _with_place(self, entry: Entry, left: Pieces) -> Pieces:
        """What stands at the left, and at the right where the article lies, if there is room."""
        place = "from a pipe"
        if entry.origin == "program":
            place = ""
        elif entry.origin != "pipe":
            place = clean_line(at_home(entry.path))
        room = self.size.width - 2 - sum(cell_width(text) for text, _ in left)
        if not place or room < cell_width(place) + 4:
            return left
        gap = " " * (room - cell_width(place))
        return [*left, (gap, Style()), (place, self.ink.style("panel-dim"))]

    def _plain(self, text: str) -> str:
        return text.replace("·", "-") if self.ink.ascii else text

    def _put_cursor(self) -> None:
        """Put the hardware cursor on the chosen article, or into the prompt."""
        if self.app.screen is not self:
            return
        if self.prompt.display:
            self.app.cursor_position = self.prompt.place
        else:
            side, _ = sides(self.size.width)
            inside = Offset(side, self.list.cursor_row)
            self.app.cursor_position = self.list.region.offset + inside

    # ------------------------------------------------------------------ moving

    def on_shelf_list_moved(self) -> None:
        """Say where the article lies that the cursor has come to."""
        self._message = ""
        self._show_status()

    def action_move(self, step: int) -> None:
        """Move the cursor by articles."""
        self.list.move(step)

    def action_page(self, direction: int) -> None:
        """Move the cursor by pages."""
        self.list.page(direction)

    def action_first(self) -> None:
        """Go to the first article."""
        self.list.first()

    def action_last(self) -> None:
        """Go to the last article."""
        self.list.last()

    # ------------------------------------------------------------------ filter and order

    def action_filter(self) -> None:
        """Open the prompt; Esc will bring back what is listed now."""
        chosen = self.list.chosen
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
        self.set_focus(self.list)
        self._filter_by(self.prompt.value)

    def action_cancel_prompt(self) -> None:
        """Bring back what was listed before."""
        self.prompt.close(remember=False)
        self.set_focus(self.list)
        self._filter_by(self._before[0])

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A click beside the prompt keeps the filter."""
        if self.app.app_focus and event.widget is self.prompt and self.prompt.display:
            self.action_submit_prompt()

    def action_escape(self) -> None:
        """Put the filter away; the cursor stays on its article."""
        chosen = self.list.chosen
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
        entry = self.list.chosen
        self._message = ""
        if entry is None:
            return
        try:
            source = read_source(entry.path, regular=True)
            document = parse(source)
        except ReaderError as error:
            self._message = error.message
            self._show_status()
            return
        self._chosen = entry.path
        record = Record(self.memory, source)
        self.app.push_screen(ArticleScreen(document, self.ink, self.signs, record=record))

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpScreen(self.ink, keys.SHELF, "the list"))

    def action_close(self) -> None:
        """Leave the program."""
        self.dismiss()
