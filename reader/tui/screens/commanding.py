"""The command palette of the article screen."""

from reader.errors import ReaderError
from reader.formats import parse
from reader.formats.source import read_source
from reader.formats.web.address import is_address
from reader.library.entry import Entry
from reader.library.state import Memory
from reader.shelf import at_hand, bundled
from reader.tui.beside import is_same_file
from reader.tui.commands import Command, Commands
from reader.tui.offers import actions, articles, bindings_of, headings, themes
from reader.tui.reading import Reading
from reader.tui.screens.palette import PaletteScreen
from reader.tui.screens.visiting import Visiting
from reader.tui.widgets.panel import Panel


class Commanding(Visiting):
    """A page with a palette of its keys, headings, the articles at hand, and the themes."""

    _palette: PaletteScreen | None = None

    def action_palette(self) -> None:
        """Open the palette; what is chosen, typed or said stays as it is."""
        if self.prompt.display:
            return
        self._palette = PaletteScreen(self.ink, self._offers(), self.measure)
        self.app.push_screen(self._palette)

    def _grow(self, reading: Reading) -> None:
        super()._grow(reading)
        palette = self._palette
        if palette is not None and palette is self.app.screen and self.document.complete:
            palette.offer(self._offers())

    def _offers(self) -> Commands:
        run, ink = self.run_action, self.ink
        bound = [binding for binding in bindings_of(self, self) if binding.show]
        return Commands(
            [
                *actions(bound, run, ink),
                *headings(self.reading.outline.sections, self._go_to_number, ink),
                *articles(self._others(), self._open_entry),
                *themes(run, ink),
            ],
            self._percent_command,
        )

    def _percent_command(self, percent: int) -> Command:
        async def go() -> None:
            self._begin()
            self.reading.go_percent(percent)
            self._show()

        return Command(f"go to {percent} %", go)

    def _begin(self) -> None:
        """Leave a panel that has the focus, as a jump from it does; put away what was said."""
        self._take(0)
        if isinstance(self.focused, Panel):
            self._leave_panel(keep=self.geometry.docks > 0)

    async def _go_to_number(self, number: int) -> None:
        self._begin()
        self._say(self.reading.go_section_number(number))
        self._show()

    # ------------------------------------------------------------------ other articles

    def _others(self) -> list[Entry]:
        """The articles at hand but this one."""
        memory = self.record.memory if self.record is not None else Memory()
        path, address = self.document.path, self.document.address
        entries = [each for each in at_hand(bundled(), memory) if each.path != address]
        return [entry for entry in entries if not path or not is_same_file(entry.path, path)]

    async def _open_entry(self, entry: Entry) -> None:
        self._begin()
        if is_address(entry.path):
            self._visit_page(entry.path, origin=entry.path)
            return
        try:
            source = read_source(entry.path, regular=True)
            if self.record is not None:
                source.url = source.url or self.record.memory.base_of(entry.path)
            document = parse(source)
        except ReaderError as error:
            self._say(error.message)
        else:
            self._open_over(source, document)
        self._show()
