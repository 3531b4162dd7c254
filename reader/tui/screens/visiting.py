"""Addresses on the article screen: asked about, opened here or in the browser."""

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any, Self

from reader.document.characters import safe_url
from reader.document.model import Document
from reader.errors import ReaderError
from reader.formats.source import Source
from reader.paint import Style
from reader.tui import browser
from reader.tui.ink import Pieces
from reader.tui.links import copied_address, fit_address, is_web
from reader.tui.notices import about_address
from reader.tui.screens.opening import Opening
from reader.tui.visit import Visit
from reader.typeset.cells import cell_width

LOOK_AGAIN = 1.5  # seconds after which a browser that would not start is told of


class Visiting(Opening):
    """A page from which addresses are opened: in the browser, or fetched and laid over it.

    `_address` is what `y` copies, and `_asked` what Enter opens: here if `_here`, else in the
    browser. Any other key puts them away.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._address = ""
        self._asked = ""
        self._offered = ""
        self._here = False
        self._visit: Visit | None = None

    def action_source(self) -> None:
        """Open the address in question in the browser; else ask about the article's source."""
        asked = self._address
        self._take(0)
        self._to_text()
        source = safe_url(self.document.metadata.source)
        if is_web(asked):
            if self._graphical:
                self._open(asked)
            else:
                self._say("no browser here")
        elif source:
            self._offer(source)
        elif self.document.metadata.source:
            self._say("the address of the source is none that can be opened")
        else:
            self._say("the article does not say where it comes from")
        self._show()

    def _to_text(self) -> None:
        """Leave a panel that has the keys."""
        raise NotImplementedError

    @property
    def _graphical(self) -> bool:
        return browser.is_graphical(os.environ, sys.platform)

    def _offer(self, href: str, *, here: bool = False) -> None:
        """Say an address in full view, and what can be done with it: `here` if it can be read."""
        graphical = is_web(href) and self._graphical
        self._offered = href
        self._here = here and is_web(href)
        self._address = copied_address(href)
        self._asked = href if graphical or self._here else ""
        texts = about_address(self._sign, asks=graphical, web=is_web(href), here=self._here)
        room = self.size.width - 4
        host, rest = (cell_width(text) for text, _ in self._shown(href, room))
        # (Of the address only the path gives way, so that the host is always seen.)
        ways = [(text, host + rest) for text in texts[:-1]] + [(text, host) for text in texts[1:]]
        question = next((t for t, least in ways if least + cell_width(t) <= room), "")
        self._message = self._shown(href, room - cell_width(question) if question else room + 2)
        if question:
            self._message += [("  ", Style()), (question, self.ink.style("message"))]

    def _resized(self) -> None:
        super()._resized()
        if self._address:
            self._offer(self._offered, here=self._here)

    def _shown(self, href: str, width: int) -> Pieces:
        host, rest = fit_address(href, width, self.ink.ellipsis)
        return [(host, Style(bold=True)), (rest, Style())]

    def _open_asked(self) -> None:
        """Open what was asked about."""
        url, here = self._asked, self._here
        self._take(0)
        if here:
            self._visit_page(url)
        else:
            self._open(url)

    def _open(self, url: str) -> None:
        self._take(0)
        process = browser.open_address(url, os.environ)
        if process is None:
            self._say("the browser could not be started")
        else:
            self._say("opening in the browser")
            self.set_timer(LOOK_AGAIN, lambda: self._look_again(process))
        self._show()

    def _look_again(self, process: "subprocess.Popen[bytes]") -> None:
        """Say so if no browser took the address."""
        if process.poll():
            self._take(0)
            self._say("no browser would open the address")
            self._show()

    # ------------------------------------------------------------------ opened here

    def _visit_page(self, url: str, origin: str = "") -> None:
        """Fetch a page, and open it on top of this article at the section of its fragment.

        It is a link of this article, unless it has an `origin` of its own.
        """
        _, _, section = url.partition("#")

        def arrived(source: Source, document: Document) -> None:
            self._open_over(source, document, section)

        self._set_out(url, arrived, origin=origin or self.document.address)

    def _set_out(
        self,
        url: str,
        arrived: Callable[[Source, Document], None],
        *,
        origin: str,
        again: bool = False,
    ) -> None:
        """Fetch a page beside the keys; one at a time."""
        self._stay()
        try:
            self._visit = Visit(
                url,
                origin=origin,
                again=again,
                ready=self._is_ready,
                changed=self._show_status,
                arrived=arrived,
                failed=self._not_arrived,
            )
        except ReaderError as error:
            self._say(error.message)
        else:
            self._visit.start(self)
        self._show()

    def _not_arrived(self, why: str) -> None:
        self._take(0)
        self._say(why)
        self._show()

    def _is_ready(self) -> bool:
        """Whether nothing is going on that another page would disturb."""
        busy = self.prompt.display or self.app.mouse_captured is not None
        return not busy and self.app.screen is self

    def _stay(self) -> None:
        """Wait for no page any more."""
        if self._visit is not None:
            self._visit.cancel()
            self._visit = None

    @property
    def _visiting(self) -> bool:
        """Whether a page is on its way."""
        return self._visit is not None and self._visit.going

    def _lay_over(self, screen: Self) -> None:
        self._stay()
        super()._lay_over(screen)

    def on_unmount(self) -> None:
        """The article is left."""
        self._stay()

    def action_escape(self) -> None:
        """Wait for no page any more; else put away what the search lit."""
        if self._visiting:
            self._take(0)
            self._stay()
            self._say("stopped")
            self._show()
        else:
            super().action_escape()

    @property
    def asks(self) -> bool:
        """Whether there is a question about an address, or a page on its way."""
        return bool(self._address) or self._visiting

    def _take(self, default: int) -> int:
        self._address = self._asked = ""
        return super()._take(default)

    def _show_status(self) -> None:
        """Say how far the page on its way is, where nothing else is said."""
        note = ""
        if self._visit is not None and self._visiting and not self._message:
            note = self._visit.line(self._sign("escape"), self.size.width - 2, self.ink)
            self._say(note)
        super()._show_status()
        if note:
            self._message = []
