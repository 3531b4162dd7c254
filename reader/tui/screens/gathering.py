"""What the shelf lists: looked up when it opens, and read beside the keys."""

import asyncio
import os
from collections import deque
from time import monotonic

from textual.screen import Screen
from textual.worker import get_current_worker

from reader.errors import ReaderError
from reader.files import articles_folder, at_home
from reader.formats.source import short_name
from reader.library.entry import Entry
from reader.library.folder import MOST, scan
from reader.library.state import Memory
from reader.shelf import bundled, read_lately
from reader.tui.listing import SORTS, Listing
from reader.tui.widgets.shelf import ShelfList

# Seconds between two looks at what has been read of the files.
EVERY = 0.1

# What was found out about an article: the beginning of its file (or why it cannot be read), percent
# read, and when.
News = tuple[Entry, Entry | str, int, int]


class Gathering(Screen[None], inherit_bindings=False):
    """A screen with a `listing` of the articles at hand; `library` is the folder of one's own ones.

    Files are listed by their names at once, and read beside the keys, those in view first.
    """

    view: ShelfList

    def __init__(self, library: str) -> None:
        super().__init__()
        self.memory = Memory()
        self.library = library or articles_folder()
        self.listing = Listing(bundled())
        if (sort := self.memory.setting("sort")) in SORTS:
            self.listing.sort = sort
        self._entries = {entry.path: entry for entry in self.listing.program}
        self._times: dict[str, int] = {}
        self._wanted: list[Entry] = []
        self._filter = ""

    def _show(self, path: str = "") -> None:
        """List the articles as they are now; the cursor stays on its article, or goes to `path`."""
        raise NotImplementedError

    def _show_status(self) -> None:
        """Bring the status line in line with the list."""
        raise NotImplementedError

    def _scan(self) -> None:
        """List the files of the folder by their names."""
        found = scan(self.library)
        folder = short_name(at_home(self.library), 200)
        self.listing.note = f"none yet: put files in {folder}"
        if found.problem:
            self.listing.note = f"{folder} cannot be read: {found.problem}"
        self.listing.unread = found.closed
        self.listing.remark = f"only {MOST} articles are listed" if found.more else ""
        own = []
        for path in found.paths:
            entry = self._entries.get(path) or Entry(path, "own")
            entry.known = False
            self._entries[path] = entry
            own.append(entry)
        own.sort(key=lambda entry: entry.name.casefold())
        self.listing.own = own
        self._look_at_places()

    def _look_at_places(self) -> None:
        """Ask what was read lately."""
        self._times = self.memory.times()
        self.listing.lately = read_lately(self.memory, self._entries)
        for entry in self.listing.lately:
            entry.read_at = self._times.get(self.memory.key(entry.path), 0)

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
        except ReaderError as error:
            name = at_home(entry.path)
            if entry.origin == "own":
                name = os.path.relpath(entry.path, self.library)
            reason = error.message.removeprefix(short_name(entry.path))
            return entry, short_name(name) + reason, progress, read_at
        head.folded  # noqa: B018 - done here, it does not keep the keys waiting
        return entry, head, progress, read_at

    def _take(self, news: list[News], last: bool) -> None:
        """Take over what was found out; articles that cannot be read are no longer listed."""
        lost = set()
        for entry, head, progress, read_at in news:
            if read_at >= entry.read_at:
                entry.progress, entry.read_at = progress, read_at
            if isinstance(head, Entry):
                entry.take(head)
            else:
                entry.known = True
                lost.add(entry.path)
                self.listing.unread.append(head)
        if lost:
            for name in ("own", "lately"):
                kept = [entry for entry in getattr(self.listing, name) if entry.path not in lost]
                setattr(self.listing, name, kept)
        if last:
            self.listing.arrange()
        if last or lost or self._filter:
            self._show()
        else:
            self.view.refresh()
            self._show_status()
