"""The page of an article: its widgets, where they stand, and what they show."""

import asyncio
import gc
import os
from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.geometry import Offset, Size
from textual.screen import Screen

from reader.document.model import Document
from reader.highlight import Highlights
from reader.library.state import Record
from reader.paint import Decoration, Style
from reader.settings import Settings
from reader.tui import clipboard
from reader.tui.configured import settings_of, touched
from reader.tui.geometry import JUSTIFY_FROM, Geometry, Region, geometry
from reader.tui.highlighting import Highlighting
from reader.tui.ink import Ink, Pieces
from reader.tui.look import dress
from reader.tui.notices import PLACE_ROOM, closing, first_keys
from reader.tui.reading import Reading
from reader.tui.rows import Left, Position, inert, search_pieces
from reader.tui.widgets.article import ArticleView
from reader.tui.widgets.entries import ContentsEntries
from reader.tui.widgets.panel import Entries, Panel
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.status import StatusLine
from reader.typeset.cells import cell_width
from reader.typeset.layout import MEASURE
from reader.typeset.line import Signs

SLICE = 0.008  # seconds of work between two looks at the keyboard
QUIET = 0.15  # seconds after a key in which nothing is parsed that is not yet needed
PAUSE = 0.002  # seconds for whatever else waits, between two slices
FIRST_PART = 65_536  # bytes of the article that say whether it has many headings
CONTENTS_FROM = 4  # headings from which the contents are open by default
CONTENTS, FACTS = "contents", "facts"
MARGINS_LEFT, MARGINS_RIGHT = (1, 0), (3, 1)


class Page(Screen[None], inherit_bindings=False):
    """The text, the two panels and the status line, kept in line with a `Reading`.

    `find` starts with a search, `section` (a slug) at a section, `record` where the article was
    left; without one, nothing is remembered. The keys are `ArticleScreen`'s; a `newcomer` is told
    the first ones until there is something else to say.
    """

    DEFAULT_CSS = "Page { layers: base panels status; }"
    ALLOW_SELECT = False

    def __init__(
        self,
        document: Document,
        ink: Ink,
        signs: Signs,
        *,
        find: str = "",
        section: str = "",
        record: Record | None = None,
    ) -> None:
        super().__init__()
        self.document = document
        self.record = record
        self.ink = ink
        self.signs = signs
        self.measure = 0  # until it is mounted
        self.justify = False
        self.reading = Reading(document, MEASURE, 24, signs)
        self.code = self._code_of(document)
        self.geometry: Geometry = geometry(80, 24, MEASURE)
        self._window = Size(0, 0)
        self.shown: set[str] = set()
        self.preferred = FACTS
        self.overlay = ""
        self.text_only = False
        self.newcomer = False
        self._before: tuple[set[str], str] | None = None
        self._count = ""
        self._message: Pieces = []
        self._find = find
        self._section = section

    def compose(self) -> ComposeResult:
        """Text, panels, status line and prompt, on layers of their own."""
        view = ArticleView(self.ink)
        view.viewport = self.reading.viewport
        view.decorate = self._decorate
        view.closing = self._closing_line
        yield view
        yield Panel(self.ink, self._sign("contents"), "CONTENTS", CONTENTS)
        yield Panel(self.ink, self._sign("facts"), "FACTS", FACTS)
        yield StatusLine(self.ink, self._sign("help"))
        yield Prompt()

    @property
    def settings(self) -> Settings:
        """What the person has settled."""
        return settings_of(self)

    def _sign(self, name: str) -> str:
        """The key of an action as it is shown; '' if it has none."""
        return self.settings.keys.sign(name, self.ink.ascii)

    def _with_key(self, said: str, name: str, does: str) -> str:
        """What is said, then what the key of an action `does`, if it has one."""
        key = self._sign(name)
        return f"{said}: {key}{does}" if key else said

    # ------------------------------------------------------------------ beginning

    def on_mount(self) -> None:
        """Open what is open by default, go where the command line said, parse the rest."""
        self.view = self.query_one(ArticleView)
        self.status = self.query_one(StatusLine)
        self.prompt = self.query_one(Prompt)
        self.panels = {CONTENTS: self.query_one("#contents", Panel)}
        self.panels[FACTS] = self.query_one("#facts", Panel)
        dress(self, self.ink)
        self.measure = self.measure or self.settings.measure or MEASURE
        self.justify = self.justify or bool(self.settings.justify)
        while self.document.parsed < FIRST_PART and self.reading.grow():
            pass
        self._open_first_panels()
        self.panels[CONTENTS].empty = "no headings"
        self.set_focus(self.view)
        self._resized()
        self._go_to_start()
        self.call_after_refresh(self._soon, self._grow, self.reading)

    def _open_first_panels(self) -> None:
        """Open the panels that have something to show."""
        if self.reading.facts:
            self.shown.add(FACTS)
        if len(self.reading.outline.sections) >= CONTENTS_FROM:
            self.shown.add(CONTENTS)
        self.preferred = FACTS if FACTS in self.shown else CONTENTS

    def _go_to_start(self) -> None:
        """Go where the command line said, if it did."""
        raise NotImplementedError

    def _grow(self, reading: Reading) -> None:
        """Parse a little more of the document, between the keys, until it is complete.

        A reading that another has taken the place of is left alone.
        """
        if reading is not self.reading:
            return
        loop = asyncio.get_running_loop()
        wait = touched(self) + QUIET - loop.time()
        if wait > 0:  # somebody turns pages
            loop.call_later(wait, self.call_later, self._grow, reading)
        elif reading.grow():
            self._look_through(reading)
            self._soon(self._grow, reading)
        else:
            # What has been built stays: it need not be looked through for garbage between the keys.
            gc.freeze()
            self._look_through(reading)
            self._grown(reading)

    def _look_through(self, reading: Reading) -> None:
        """Look for facts, where enough is parsed for that."""
        raise NotImplementedError

    def _grown(self, reading: Reading) -> None:
        """All is parsed: show what hangs on that."""
        raise NotImplementedError

    def _code_of(self, document: Document) -> Highlighting:
        return Highlighting(Highlights(document, color=self.ink.depth != "none"), self._look_at)

    def _look_at(self, blocks: Callable[[], None]) -> None:
        """Highlight code beside the keys, and paint it when that is done."""

        def work() -> None:
            blocks()
            self.app.call_from_thread(self.view.refresh)

        self.run_worker(work, thread=True, exit_on_error=False)

    def on_screen_resume(self) -> None:
        """What lay over the page is gone: the cursor belongs to the page again."""
        if hasattr(self, "view"):
            self.call_after_refresh(self._put_cursor)

    def _soon(self, callback: Callable[..., None], *arguments: object) -> None:
        """Call back after the keys and the painting that wait.

        Not by a timer of Textual's: under load it leaves a short one out.
        """
        loop = asyncio.get_running_loop()
        loop.call_later(PAUSE, self.call_later, callback, *arguments)

    def _screen_resized(self, size: Size) -> None:
        """Take the new size before Textual paints with it; the line that is read stays in place."""
        self.on_resize()
        super()._screen_resized(size)

    def on_resize(self) -> None:
        """Take the new size, if that was not yet done."""
        if hasattr(self, "view") and self.size != self._window:
            self._resized()
            self._show()

    def _resized(self) -> None:
        self._window = self.size
        places = geometry(self.size.width, self.size.height, self.measure)
        if places.docks != self.geometry.docks and self.overlay:
            self._close_overlay()
        self.geometry = places
        justify = self.justify and places.text.width >= JUSTIFY_FROM
        self.reading.resize(places.text.width, places.text.height, justify, places.hang)
        self.view.viewport = self.reading.viewport
        _place(self.status, places.status)

    # ------------------------------------------------------------------ showing

    def _open_panels(self) -> set[str]:
        """The panels in view now."""
        if self.overlay:
            return {self.overlay}
        if self.text_only or self.geometry.docks == 0:
            return set()
        if self.geometry.docks == 1 and len(self.shown) > 1:
            return {self.preferred}
        return self.shown

    def _show(self) -> None:
        """Bring everything in view in line with the reading."""
        reading = self.reading
        viewport = reading.viewport
        title = "" if viewport.at_start or self.text_only else self.document.metadata.title
        if title and viewport.row_of(0) >= 0:
            title = ""
        mark = viewport.row_of(reading.here) if reading.pointed else -1
        self.view.mark_role = "bar" if reading.here == reading.returned else "margin"
        visible = self._open_panels()
        facts = self.panels[FACTS]
        facts.folded = self._folds_facts and FACTS not in visible
        facts.can_focus = not facts.folded
        free = self.geometry.free(CONTENTS in visible, FACTS in visible or facts.folded)
        self.view.show(self.geometry.text, title, mark, free)
        for name, panel in self.panels.items():
            panel.display = name in visible or panel.folded
            if panel.display:
                self._place_panel(name, panel)
                self._fill_panel(name, panel)
        self._show_status()
        self.call_after_refresh(self._put_cursor)

    def _closing_line(self, width: int) -> Pieces:
        """The line below the end of the article: where `q` leads from it."""
        stack = self.app.screen_stack
        if self not in stack:  # it is being left
            return []
        below = stack[stack.index(self) - 1]  # (the lowest one is Textual's own, and blank)
        where = "the shell" if below is stack[0] else "the list"
        if isinstance(below, Page):
            where = below.document.metadata.title or "the article before"
        return closing(self.ink, width, where, self._sign("close"))

    def _put_cursor(self) -> None:
        """Put the hardware cursor where the reader is: the prompt, a panel, or the text."""
        if self.app.screen is not self:
            return
        if self.prompt.display:
            self.app.cursor_position = self.prompt.place
            return
        region, row = self.geometry.text, self.reading.viewport.row
        for panel in self.panels.values():
            if panel.has_focus:
                inside = Offset(panel.margins[0], panel.cursor_row)
                self.app.cursor_position = panel.region.offset + inside
                return
        self.app.cursor_position = Offset(region.x, region.y + row)

    @property
    def _folds_facts(self) -> bool:
        """Whether a line says that there are facts when their panel is not open."""
        return False

    def _region(self, name: str) -> Region:
        """Where a panel stands; one line, where it is folded, takes the first row of its column,
        or the last one below the other panel.
        """
        places, folded = self.geometry, self.panels[FACTS].folded
        region = places.contents if name == CONTENTS else places.facts
        if not folded or (name == CONTENTS and places.docks > 1):
            return region
        if name == CONTENTS:
            return Region(region.x, region.y, region.width, max(region.height - 2, 1))
        below = places.docks == 1 and CONTENTS in self._open_panels()
        return Region(region.x, region.y + (region.height - 1 if below else 0), region.width, 1)

    def _place_panel(self, name: str, panel: Panel) -> None:
        panel.overlay = self.geometry.docks == 0
        left = name == CONTENTS and self.geometry.docks == 2
        panel.margins = MARGINS_LEFT if left else MARGINS_RIGHT
        _place(panel, self._region(name))

    def _fill_panel(self, name: str, panel: Panel) -> None:
        reading = self.reading
        region = self._region(name)
        width = max(region.width - sum(panel.margins), 1)
        if name == CONTENTS:
            entries: Entries = ContentsEntries(reading.outline, reading.search, width, self.ink)
            panel.fill(entries, reading.section, region.height)
        else:
            self._fill_facts(panel, width, region.height)

    def _fill_facts(self, panel: Panel, width: int, height: int) -> None:
        """Show the facts in so many columns and rows."""
        raise NotImplementedError

    def _show_status(self) -> None:
        prompting = self.prompt.display
        left = self._message
        hint: Left = []
        search = self.reading.search
        if prompting:
            left = [("/ ", self.ink.style("key"))]
            count = search.count if search is not None and search.text.strip() else ""
            if search is not None and search.wrapped:
                count += "  from the beginning"
            width = max(min(self.size.width - 5 - cell_width(count), 40), 1)
            _place(self.prompt, Region(3, self.size.height - 1, width, 1))
            left += [(" " * (width + 1), Style()), (count, self.ink.style("status"))]
        elif self._count:
            left = [(self._count, self.ink.style("key"))]
        elif not left and search is not None:
            left = search_pieces(search.text, search.count, self.ink)
            if search.done and search.more and not search.hits:
                left += [("  not found so far", self.ink.style("message"))]
        elif not left and self.newcomer:
            hint = first_keys(self.ink, self.size.width - PLACE_ROOM, self._sign)
        position = None
        hidden = self.text_only and not prompting and not self._insists
        self.newcomer = self.newcomer and not (prompting or self._count or self._message or search)
        if not hidden:
            position = self._position()
        self.status.show([] if hidden else hint or inert(left), position)

    @property
    def _insists(self) -> bool:
        """Whether what the status line says must be seen, also beside nothing but the text."""
        return False

    def _position(self) -> Position:
        reading = self.reading
        number, name = reading.section_at(reading.here)
        minutes = reading.minutes_left
        return Position(name, number, reading.percent, minutes, keys=not self.newcomer)

    def _decorate(self, start: int, end: int) -> Sequence[Decoration]:
        layers: list[Decoration] = list(self.code.layers(start, end))
        reading = self.reading
        if reading.lit is not None:
            layers.append((*reading.lit, "lit"))
        if reading.search is not None:
            layers += reading.search.layers(start, end)
        return layers

    def _take(self, default: int) -> int:
        """The count that was typed, or `default`; what was said before is put away."""
        count, self._count = self._count, ""
        self._message = []
        return int(count) if count else default

    def _say(self, text: str) -> None:
        self._message = [(text, self.ink.style("message"))] if text else []

    def _copy(self, text: str, say: Callable[[str], None]) -> None:
        """Put `text` on the clipboard, beside the keys where a tool does it; `say` how it went."""
        send = self.app.copy_to_clipboard
        clipboard.copy_beside(text, os.environ, send, say, self.call_later)

    def _leave_panel(self, keep: bool = False) -> None:
        """Back to the text, and unless `keep` to the panels that were open before."""
        self._take(0)
        if self._before is not None and not keep:
            self.shown, self.preferred = self._before
        self._close_overlay()
        self._show()

    def _close_overlay(self) -> None:
        self._before = None
        self.overlay = ""
        self.set_focus(self.view)


def _place(widget: StatusLine | Panel | Prompt, region: Region) -> None:
    """Put a widget at a place of the window."""
    styles = widget.styles
    styles.offset = (region.x, region.y)
    styles.width = region.width
    styles.height = region.height
