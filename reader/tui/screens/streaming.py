"""An article that still comes through a pipe: shown as far as it has come, growing."""

import asyncio
import sys
from contextlib import suppress
from time import perf_counter
from typing import Any

from textual.timer import Timer

from reader.errors import SourceError
from reader.formats import parse
from reader.formats.source import Source
from reader.formats.stream import FIRST, Pipe
from reader.library.bookmark import FINISHED, find_again
from reader.tui.jumps import Place
from reader.tui.reading import SHORT, Reading
from reader.tui.screens.reloading import Reloading
from reader.tui.search import Search
from reader.typeset.viewport import KEPT

LOOK_EVERY = 0.5  # seconds between two looks at what has come
# Making the document anew takes at most this part of the time.
SHARE = 0.1
# How many times as long a text may get at once, while more comes.
STEP = 4


class Streaming(Reloading):
    """A page that takes in what comes through `pipe`, until its end.

    The document is made anew from all that has come; so that this takes no more than a share of
    the time, texts that are long wait until they have grown by half, or the pipe for a moment.
    Only then is it known which article this is, and where it was left.
    """

    def __init__(self, *arguments: Any, pipe: Pipe | None = None, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.pipe = pipe
        self._made = 0  # bytes that the document has been made from
        self._had = 0  # bytes that had come at the last look
        self._next = 0.0  # when the document may be made anew
        self._looks: Timer | None = None

    def _watch_source(self) -> None:
        """Begin to read on."""
        if self.pipe is None:
            super()._watch_source()
            return
        self._made, self._had = min(self.pipe.size, FIRST), self.pipe.size
        asyncio.get_running_loop().add_reader(self.pipe.fd, self._read_on)
        self._looks = self.set_interval(LOOK_EVERY, self._look_at_pipe)

    def on_unmount(self) -> None:
        """Whoever still writes is told that nobody reads; what has all come is kept."""
        pipe = self.pipe
        if pipe is not None and pipe.ended and self.record is not None:
            with suppress(SourceError):
                self.record.know(pipe.source())
        self._close_pipe()

    # ------------------------------------------------------------------ what comes

    def _read_on(self) -> None:
        """Take what has come."""
        pipe = self.pipe
        if pipe is None or pipe.ended:
            return
        try:
            pipe.read()
        except SourceError as error:
            self._close_pipe()
            self.call_later(self._give_up, error)
            return
        if pipe.ended:
            asyncio.get_running_loop().remove_reader(pipe.fd)
            self.call_later(self._look_at_pipe)

    def _give_up(self, error: SourceError) -> None:
        """Nothing more can be read: what has come stays."""
        self._say(f"{error.message}; this is its beginning")
        self._grow_later()
        self._show()

    def _close_pipe(self) -> None:
        if self.pipe is not None:
            if self.pipe.fd >= 0:
                asyncio.get_running_loop().remove_reader(self.pipe.fd)
            self.pipe.close()
            self.pipe = None
        if self._looks is not None:
            self._looks.stop()
            if self.reading.search is not None:
                self.reading.search.more = False

    def _look_at_pipe(self) -> None:
        """Show what has come, if that is worth while and disturbs nobody."""
        pipe = self.pipe
        if pipe is None:
            return
        paused, self._had = pipe.size == self._had, pipe.size
        if not self._engaged:
            grown = pipe.size >= self._made * 1.5 or self._made < SHORT
            due = (paused or grown) and perf_counter() >= self._next and pipe.ready
            if pipe.ended or (due and pipe.size > self._made):
                self._make_anew(pipe)
        if self.pipe is not None:
            self._show_status()
        self._repaint()

    def _make_anew(self, pipe: Pipe) -> None:
        """Make the document from all that has come."""
        begun = perf_counter()
        most = max(STEP * self._made, FIRST)
        try:
            source = pipe.source(most)
        except SourceError as error:
            self._close_pipe()  # what came last is no text
            self._give_up(error)
            return
        self._made = min(pipe.size, most)
        if pipe.ended:
            self._close_pipe()
        told = self._problem
        self._replace(parse(source))
        now = perf_counter()
        self._next = now + (now - begun) / SHARE
        if self.pipe is None:
            problem = self._problem
            self._ended(source, "" if problem == told else problem)

    def _ended(self, source: Source, problem: str) -> None:
        """All has come: now it is known which article this is, and what is wrong in it."""
        self.set_timer(1.0, self._repaint)
        if problem:
            self._say(problem)
            self._show()
        if self.record is None:
            return
        self.record.know(source)
        self._left = left = self.record.read()
        if left is None or not left.anchor.start > 0 or left.percent >= FINISHED:
            return
        if self.reading.here == self._arrived:
            offset = find_again(self.document, left)
            self.reading.jumps.push(Place(offset, KEPT, offset, KEPT))
            said = self._with_key(f"you left it at {left.percent} %", "back", " goes there")
            self._say(f"{said}; {problem}" if problem else said)
            self._show()

    def _new_search(self, text: str) -> Search:
        search = super()._new_search(text)
        search.more = self.pipe is not None
        return search

    # ------------------------------------------------------------------ what is shown

    def _grow_later(self) -> None:
        """While more comes, what has been parsed of a long text will be parsed again."""
        if self.pipe is None or self.document.size < SHORT:
            super()._grow_later()

    def _look_through(self, reading: Reading) -> None:
        """While more comes, facts would be looked for again and again."""
        if self.pipe is None:
            super()._look_through(reading)

    def _show_status(self) -> None:
        """Say how much has come, where nothing else is said."""
        note = ""
        if self.pipe is not None and self.reading.search is None and not self._message:
            note = f"reading the pipe: {-(-self.pipe.size // 1000)} kB so far"
            self._say(note)
        super()._show_status()
        if note:
            self._message = []

    def _repaint(self) -> None:
        """Paint over what the program at the other end wrote on the same terminal."""
        if sys.__stderr__ is not None and sys.__stderr__.isatty():
            self.app.screen.refresh()
