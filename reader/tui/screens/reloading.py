"""The article's file: read again when it changes or on request, and opened in an editor."""

import asyncio
import os
import stat
from collections.abc import Sequence
from time import perf_counter
from typing import Protocol, Self, cast

from textual.app import SuspendNotSupported

from reader.document.model import Document
from reader.errors import ReaderError, SourceError
from reader.formats import parse
from reader.formats.source import Source, read_source, short_name
from reader.messages import problem_line
from reader.sources import source_at
from reader.tui.editor import command_line, source_line
from reader.tui.moved import Moved
from reader.tui.reading import SHORT
from reader.tui.reloading import Renewal, Watch, stamp
from reader.tui.screens.marking import Marking
from reader.tui.screens.page import SLICE

LOOK_EVERY = 1.0  # seconds between two looks at the file
ASKED, CHANGED = "reloaded", "the file changed: reloaded"
# Bytes from which on a file is only read again on request.
LARGE = 1 << 24
TRY_EVERY = 0.2  # seconds until a new text that is there looks again whether it disturbs


class Outside(Protocol):
    """What can give the terminal to another program."""

    def run_outside(self, command: Sequence[str]) -> int:
        """Run it until it ends."""


class Reloading(Marking):
    """A page whose document can be replaced by another version of it, without a line moving."""

    _watch: Watch | None = None  # where the article is a file
    _mourned = False  # whether it was said that the file cannot be read any more
    _renewal: Renewal | None = None  # another version of a long text, which is not shown yet

    def _watch_source(self) -> None:
        """Begin to look at the article's file, if it has one."""
        if self._file():
            self._watch = self._watch or Watch(self._file())
            self.set_interval(LOOK_EVERY, self._look_at_file)

    def _take_over(self, left: Self) -> None:
        super()._take_over(left)
        self._watch = left._watch  # the file may have changed since

    def _file(self) -> str:
        """The path of the article's file; '' for what came through a pipe, which has none."""
        path = self.document.path
        kept = self.record is not None and self.record.is_copy
        return path if path and not kept and not _is_pipe(path) else ""

    @property
    def _occupied(self) -> bool:
        """Whether the reader is in the middle of something that a new text would disturb."""
        return self.prompt.display or self._engaged

    @property
    def _engaged(self) -> bool:
        """The same, but for somebody who types into the prompt."""
        busy = self._insists or bool(self._count)
        busy = busy or self.app.mouse_captured is not None  # a drag has begun
        in_panel = self.focused in self.panels.values()
        return busy or in_panel or self.app.screen is not self

    @property
    def _problem(self) -> str:
        """The first mistake in the article's file, which goes by its name; '' if there is none."""
        return _problem_of(self.document)

    # ------------------------------------------------------------------ another text

    def _replace(self, document: Document) -> None:
        """Go on reading in `document`, another version of the article, at the same place."""
        renewal = Renewal(self.reading, document)
        while renewal.step(self.reading, self._known):
            pass
        self._adopt(renewal)

    @property
    def _known(self) -> list[int]:
        """Offsets in the text that this page knows."""
        search = self.reading.search
        hit = search.current if search is not None else None
        origin = (self._origin.offset, self._origin.anchor) if self.prompt.display else ()
        return [*self._marks.values(), self._arrived, *(hit or ()), *origin]

    def _adopt(self, renewal: Renewal) -> None:
        """Go on in a new text that is parsed far enough."""
        self._renewal = None
        search = self.reading.search
        self.reading, moved = renewal.take_over(self.reading, self._known)
        self.document = document = self.reading.document
        self.code = self._code_of(document)
        self.view.viewport = self.reading.viewport
        self._carry(moved)
        if search is not None:
            self._search_anew(search.text, search.current, moved)
        self._grow_later()
        self._show()

    def _renew(self, renewal: Renewal, said: str) -> None:
        """Parse a little more of another version, between the keys; show it, and say `said`.

        One that another has taken the place of is left alone.
        """
        if renewal is not self._renewal:
            return
        end = perf_counter() + SLICE
        while renewal.step(self.reading, self._known):
            if perf_counter() > end:
                self._soon(self._renew, renewal, said)
                return
        if self._occupied:
            loop = asyncio.get_running_loop()
            loop.call_later(TRY_EVERY, self.call_later, self._renew, renewal, said)
            return
        self._adopt(renewal)
        self._say(said)
        self._show()

    def _carry(self, moved: Moved) -> None:
        """Take along what this page knows by its offset in the text."""
        places = {letter: moved.offset(place) for letter, place in self._marks.items()}
        self._marks = {letter: place for letter, place in places.items() if place is not None}
        self._chosen = None
        if self.prompt.display:
            self._origin = moved.place(self._origin) or self.reading.place
            if self._last_search is not None:
                self._last_search = self._new_search(self._last_search.text)
                self._last_search.wanted = 0
        arrived = moved.nearest(self._arrived)
        self._arrived = arrived if self._arrived else 0

    def _search_anew(self, text: str, current: tuple[int, int] | None, moved: Moved) -> None:
        """Search for the same, without going anywhere; the current hit stays if it is there."""
        search = self._new_search(text)
        search.current = moved.range(current) if current is not None else None
        if self.prompt.display:
            search.origin = self._origin  # what was not found is still looked for from there
        if search.current is not None or not self.prompt.display:
            search.wanted = 0
        self.reading.search = search
        self._soon(self._search_on_if, search)

    def _grow_later(self) -> None:
        """Parse the rest between the keys."""
        self._soon(self._grow, self.reading)

    # ------------------------------------------------------------------ the file

    def action_reload(self) -> None:
        """Read the file again, or ask the server of a page again."""
        self._take(0)
        address = self.document.address
        if address:
            self._set_out(address, self._asked_again, origin=address, again=True)
        elif self._watch is None:
            self._say("there is no file to reload")
        else:
            self._reload(self._watch, ASKED)
        self._show()

    def _look_at_file(self) -> None:
        """Read the file again if it has changed, unless something is going on."""
        watch = self._watch
        if watch is None or self._renewal is not None or self._occupied or not watch.look():
            return
        if watch.size > LARGE:
            watch.take(stamp(watch.path))
            key = self.settings.keys.sign("reload")
            self._say("the file changed" + (f": {key} reads it again" if key else ""))
        else:
            self._reload(watch, CHANGED)
        self._show()

    def _reload(self, watch: Watch, said: str) -> None:
        """Read the file again, and say `said` when that gave another text.

        A file that is gone, empty, or no article at the moment leaves the text as it is.
        """
        seen = stamp(watch.path)
        try:
            document = _read(watch.path, self.document.url)
            if said == CHANGED and document.problems and not self.document.problems:
                raise SourceError(_problem_of(document))
        except ReaderError as error:
            if said == ASKED or not self._mourned:
                self._say(f"{error.message} (this is the text as it was)")
            self._mourned = True
            watch.take(seen)
            return
        self._mourned = False
        watch.take(seen)
        self._take_version(document, said)

    def _asked_again(self, _source: Source, document: Document) -> None:
        """What the server has of the page now."""
        self._take(0)
        if document.data != self.document.data and not _has_body(document.finish()):
            self._say("there is nothing on the page now (this is the text as it was)")
        else:
            self._take_version(document, ASKED)
        self._show()

    def _take_version(self, document: Document, said: str) -> None:
        """Show another version of the article, and say `said`; or that it is the same."""
        self._renewal = None
        said_then = _problem_of(document) or said
        if document.data == self.document.data:
            if said == ASKED:
                self._say("not changed")
        elif max(document.size, self.document.size) < SHORT:
            self._replace(document)
            self._say(said_then)
        else:
            self._say("reading the file again")
            self._renewal = renewal = Renewal(self.reading, document)
            self._soon(self._renew, renewal, said_then)

    # ------------------------------------------------------------------ the editor

    def action_edit(self) -> None:
        """Open the file in the person's editor, at the line that is being read."""
        self._take(0)
        if self._watch is None:
            self._say("there is no file to edit")
        else:
            self._edit(self._watch)
        self._show()

    def _edit(self, watch: Watch) -> None:
        self._save()
        try:
            line = source_line(self.document, read_source(watch.path).text, self.reading.here)
        except ReaderError:
            line = 1  # the editor will say what is wrong with it, or make it anew
        try:
            command = command_line(os.environ, watch.path, line)
        except ReaderError as error:
            self._say(error.message)
            return
        name = short_name(os.path.basename(command[0]))  # noqa: PTH119
        try:
            code = cast("Outside", self.app).run_outside(command)
        except SuspendNotSupported:
            self._say("there is no terminal for an editor")
        except OSError:
            self._say(f"{name} cannot be started: is EDITOR right?")
        else:
            self._reload(watch, ASKED)
            if code:
                self._say(f"{name} ended with an error ({code})")


def _problem_of(document: Document) -> str:
    return problem_line(document, os.path.basename(document.name))  # noqa: PTH119


def _read(path: str, base: str) -> Document:
    """The document in a file that is one still; its relative links count from `base`.

    Raises SourceError.
    """
    if _is_pipe(path):
        raise SourceError(f"{short_name(path)}: is no file any more")
    document = parse(source_at(path, base))
    while not _has_body(document) and document.grow():
        pass
    if not _has_body(document):
        raise SourceError(f"{document.name}: the article is empty")
    return document


def _has_body(document: Document) -> bool:
    """Whether there is more than a title."""
    return any(block.kind not in ("title", "subtitle") for block in document.blocks)


def _is_pipe(path: str) -> bool:
    try:
        return stat.S_ISFIFO(os.stat(path).st_mode)  # noqa: PTH116
    except (OSError, ValueError):
        return False
