"""A page of the web that is fetched beside the keys, for a screen that shows it when it is there."""

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

from reader.document.model import Document
from reader.errors import ReaderError
from reader.formats import parse
from reader.formats.source import Source
from reader.sources import told
from reader.tui.ink import Ink
from reader.typeset.cells import cell_width

# Seconds between two looks at how far it is.
LOOK_EVERY = 0.05


class Visit:
    """One page on its way.

    It is fetched and parsed in a thread. `arrived` is called with it, `failed` with one line that
    says why not, once the screen is `ready`; `changed` every now and then before that. Which
    address it may lead to is as for a link of the article at `origin` ('' for none).
    """

    def __init__(
        self,
        address: str,
        *,
        origin: str,
        again: bool = False,
        ready: Callable[[], bool],
        changed: Callable[[], None],
        arrived: Callable[[Source, Document], None],
        failed: Callable[[str], None],
    ) -> None:
        """Raises SourceError for what is no address."""
        from reader.formats.web.fetch import Fetch

        self._document: Document | None = None
        self._fetch = Fetch(address, typed=False, origin=origin, again=again, then=self._parse)
        self._ready = ready
        self._changed = changed
        self._arrived = arrived
        self._failed = failed
        self._timer: Timer | None = None
        self.going = True

    def start(self, screen: Screen[None]) -> None:
        """Set out."""
        self._fetch.start()
        self._timer = screen.set_interval(LOOK_EVERY, self._look)

    def cancel(self) -> None:
        """Nobody waits for it any more."""
        self.going = False
        self._fetch.cancel()
        if self._timer is not None:
            self._timer.stop()

    def line(self, key: str, room: int, ink: Ink) -> str:
        """How far it is, as a line of at most `room` cells: that `key` stops it is there in any case."""
        stops = f"  {key} stops" if key else ""
        room -= cell_width(stops)
        forms = told(self._fetch.host, self._fetch.received, self._fetch.total)
        form = next((form for form in forms if cell_width(form) <= room), forms[-1])
        return ink.fit(form, room) + stops

    def _parse(self, source: Source) -> None:
        self._document = parse(source)

    def _look(self) -> None:
        if not self.going:
            return
        if not self._fetch.done:
            self._changed()
        elif self._ready():
            self._end()

    def _end(self) -> None:
        self.cancel()
        try:
            source = self._fetch.source()
        except ReaderError as error:
            self._failed(error.message)
        except RecursionError:
            self._failed("the page is nested too deeply")
        except MemoryError:
            self._failed("not enough memory for the page")
        else:
            assert self._document is not None
            self._arrived(source, self._document)
