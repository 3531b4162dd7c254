"""The links, footnotes and marks of the article screen."""

from string import ascii_lowercase
from typing import Any, Self

from textual import events

from reader.errors import ReaderError
from reader.paint import Decoration, Style
from reader.tui.beside import is_same_file, linked_file, load_linked
from reader.tui.configured import lasting_keys
from reader.tui.ink import Pieces
from reader.tui.links import (
    Hyperlink,
    Spot,
    after,
    before,
    copied_address,
    hint_letters,
    in_view,
    is_web,
    link_at,
    neighbour,
    note_range,
    place_hints,
    spots,
)
from reader.tui.screens.visiting import Visiting
from reader.tui.widgets.article import ArticleView
from reader.typeset.cells import cell_width


class Linking(Visiting):
    """A page whose links can be walked, named by letters, clicked and followed; with marks.

    `_chosen` is the link that is painted; any other key puts it away.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._chosen: Hyperlink | None = None
        self._hints: dict[str, Hyperlink] = {}
        self._typed = ""
        self._awaited = ""  # `set` or `go`, while the letter of a mark is awaited
        self._marks: dict[str, int] = {}

    def _take_over(self, left: Self) -> None:
        super()._take_over(left)
        self._marks = left._marks

    # ------------------------------------------------------------------ walking

    def action_link(self, direction: int) -> None:
        """Choose the next or previous link, from the first (or last) one in view."""
        if self.prompt.display:
            return
        link, count = self._chosen, self._take(1)
        self._to_text()
        if link is None:
            link = self._first_link(direction)
            count -= 1
        last = link
        while count and link is not None:
            last = link
            link = neighbour(self.document, link, direction, self.reading.grow)
            count -= 1
        if link is None:
            self._choose(last)
            where = "after" if direction > 0 else "before"
            if last is None and next(after(self.document, 0, self.reading.grow), None) is None:
                self._say("no links in this article")
            else:
                self._say(f"no link {where} this {'one' if last else 'place'}")
        else:
            self._choose(link)
            if link.is_web and not self._fragment_here(link.href):
                self._offer(link.href, here=True)
        self._show()

    def _first_link(self, direction: int) -> Hyperlink | None:
        """The first link in view (for -1 the last), else the nearest one beyond."""
        here = in_view(self._spots())
        if here:
            return here[0 if direction > 0 else -1]
        lines = [line for line in self.reading.viewport.lines() if line.end > line.start]
        if not lines:
            return None
        if direction > 0:
            return next(after(self.document, lines[-1].end, self.reading.grow), None)
        return next(before(self.document, lines[0].start), None)

    def _spots(self) -> list[Spot]:
        return spots(self.document, self.reading.viewport.lines(), self.signs)

    def _choose(self, link: Hyperlink | None) -> None:
        """Paint a link as chosen, come where it is in view, and say where it leads."""
        self._chosen = link
        if link is None:
            return
        if link not in in_view(self._spots()):
            self.reading.jump(link.start, "link")
        self._message = self._target(link, self.size.width - 2)

    def _target(self, link: Hyperlink, width: int) -> Pieces:
        """Where a link leads, as the status line says it: an address, a section, a note's text."""
        dim = self.ink.style("panel-dim")
        section = self.reading.outline.find(link.href) if link.href[0] == "#" else None
        if section is not None and not link.is_note:
            return [("# " if self.ink.ascii else "§ ", dim), (section.title, Style())]
        place = note_range(self.document, link.note) if link.note else None
        if place is not None:
            text = self.document.text[slice(*place)].replace("\n", " ").replace("\t", "  ")
            return [(f"[{link.note}] ", dim), (text, Style())]
        if link.is_note:
            return [(f"note {link.note}", dim)]
        return self._shown(link.href, width)

    def _to_text(self) -> None:
        if self.focused in self.panels.values():
            self._leave_panel(keep=True)

    # ------------------------------------------------------------------ following

    def action_follow(self) -> None:
        """Open what was asked about, or follow the chosen link, or else scroll one line."""
        if self._asked:
            self._open_asked()
        elif self._chosen is not None:
            self._follow(self._chosen)
        else:
            self.reading.scroll(min(self._take(1), 10_000))
            self._show()

    def _follow(self, link: Hyperlink) -> None:
        self._take(0)
        href = link.href
        if link.is_note or href[0] == "#":
            self._follow_inside(link)
        elif is_web(href) or href.startswith("mailto:"):
            if fragment := self._fragment_here(href):
                self._go_to_section(fragment)
            else:
                self._chosen = link
                self._offer(href, here=True)
        else:
            self._follow_file(link)
        self._show()

    def _follow_inside(self, link: Hyperlink) -> None:
        """Jump to a section, or to a footnote, whose text is lit."""
        if not link.is_note and self._go_to_section(link.href):
            return
        if link.note:
            if note_range(self.document, link.note) is None:
                self.reading.finish()
            place = note_range(self.document, link.note)
            if place is not None:
                self.reading.jump(place[0])
                self.reading.lit = place
                return
            self._say(f"note {link.note} has no text")
        else:
            self._say(f"there is no section {link.href}")

    def _fragment_here(self, href: str) -> str:
        """The fragment of an address that is this page's own; '' where it is another one."""
        url, sign, fragment = href.partition("#")
        if not sign or url not in (self.document.address, self.document.metadata.source):
            return ""
        known = fragment in ("", "top") or self.reading.find_section("#" + fragment) is not None
        return "#" + fragment if known else ""

    def _go_to_section(self, fragment: str) -> bool:
        """Jump to the section of a fragment; `#` and `#top` are the beginning."""
        section = self.reading.find_section(fragment)
        if section is not None:
            self.reading.jump(section.start)
        elif fragment in ("#", "#top"):
            self.reading.start()
        else:
            return False
        return True

    def _follow_file(self, link: Hyperlink) -> None:
        """Open a file of the article's folder on top of this article; the link stays chosen."""
        self._chosen, href = link, link.href
        try:
            copied = self.record is not None and self.record.is_copy
            path, fragment = linked_file("" if copied else self.document.path, href)
            if is_same_file(path, self.document.path):
                if not self._go_to_section("#" + fragment):
                    self._say(f"there is no section #{fragment}")
                return
            source, document = load_linked(path, href)
        except ReaderError as error:
            self._say(error.message)
            return
        self._open_over(source, document, fragment)

    def action_copy(self) -> None:
        """Copy the address in question, or that of the chosen link."""
        link, address = self._chosen, self._address
        self._take(0)
        if not address and link is not None and not link.is_note:
            address = copied_address(link.href)
        self._choose(link)
        if address:
            self._copy(address, lambda said: self._say_copied(address, said))
            return
        none = self._with_key("no link is chosen", "next-link", " chooses one")
        self._say("a footnote has no address" if link else none)
        self._show()

    def _say_copied(self, address: str, said: str) -> None:
        self._message = self._shown(address, self.size.width - 4 - cell_width(said))
        self._message += [("  ", Style()), (said, self.ink.style("message"))]
        self._show()

    # ------------------------------------------------------------------ letters

    def action_hints(self) -> None:
        """Show letters on the links in view; typing them follows one."""
        if self.prompt.display:
            return
        self._take(0)
        self._to_text()
        links = in_view(self._spots())
        self._hints = dict(zip(hint_letters(len(links)), links, strict=False))
        self._say("type the letters of a link, Esc" if links else "no links in view")
        self._show()

    def intercept(self, event: events.Key) -> bool:
        """Take a key for what is awaited, letters of a link or of a mark, before all bindings."""
        if not (self._hints or self._awaited) or event.key in lasting_keys(self.settings.keys):
            return False
        if event.key in ("escape", "ctrl+c") or (self._hints and event.key == "q"):
            self._take(0)
        elif self._hints:
            self._type_hint(event.character or event.key)
        else:
            self._type_mark(event.character or event.key)
        self._show()
        return True

    def _type_hint(self, letter: str) -> None:
        hints, typed = self._hints, self._typed + letter
        if typed in hints:
            self._take(0)
            self._choose(hints[typed])
            self._follow(hints[typed])
        elif any(letters.startswith(typed) for letters in hints):
            self._typed = typed
        else:
            self._take(0)
            self._say("no link has these letters")

    # ------------------------------------------------------------------ marks

    def action_set_mark(self) -> None:
        """Wait for the letter of a mark to set."""
        self._await("set", self._sign("set-mark"))

    def action_go_mark(self) -> None:
        """Wait for the letter of a mark to go to."""
        self._await("go", self._sign("go-mark"))

    def _await(self, what: str, sign: str) -> None:
        if self.prompt.display:
            return
        self._take(0)
        self._to_text()
        self._awaited = what
        self._message = [(sign, self.ink.style("key")), ("  a letter, Esc", Style())]
        self._show()

    def _type_mark(self, letter: str) -> None:
        what = self._awaited
        self._take(0)
        if what == "go" and letter in ("'", "`"):
            if not self.reading.before_jump():
                self._say("no jump yet")
        elif letter not in ascii_lowercase or len(letter) != 1:
            self._say("no mark: marks are the letters a to z")
        elif what == "set":
            self._marks[letter] = self.reading.here
            does = f"{letter} comes back here"
            self._say(self._with_key(f"mark {letter} is set", "go-mark", does))
        elif (place := self._mark(letter)) is not None:
            self.reading.jump(place)
        else:
            none = f"there is no mark {letter}"
            self._say(self._with_key(none, "set-mark", f"{letter} sets it"))

    def _mark(self, letter: str) -> int | None:
        """Where the mark of that letter is; None if there is none."""
        return self._marks.get(letter)

    # ------------------------------------------------------------------ the mouse

    def on_article_view_clicked(self, message: ArticleView.Clicked) -> None:
        """Choose the link that was clicked; a second click follows it, one elsewhere lets go."""
        lines, places = self.reading.viewport.lines(), self._spots()
        link = link_at(self.document, lines, places, message.row, message.column)
        if link is None or link != self._chosen:
            self._take(0)
            self._choose(link)
            self._show()
        elif not self._asked:
            self._follow(link)
        elif message.chain == 1:
            self._open_asked()

    # ------------------------------------------------------------------ putting away, showing

    def _take(self, default: int) -> int:
        self._chosen = None
        self._typed = self._awaited = ""
        self._hints = {}
        return super()._take(default)

    def action_escape(self) -> None:
        """Let go of the chosen link; without one put away what the search lit."""
        if self._chosen is None and not self._address:
            super().action_escape()
            return
        self._take(0)
        self._show()

    @property
    def _insists(self) -> bool:
        return bool(self._chosen or self.asks or self._hints or self._awaited)

    def _show(self) -> None:
        self.view.overlays = self._overlays()
        super()._show()

    def _overlays(self) -> dict[int, list[tuple[int, str, str]]]:
        """The letters of the links, or the chosen footnote's mark, which is no range of text."""
        rows: dict[int, list[tuple[int, str, str]]] = {}
        if self._hints:
            left = [
                (letters[len(self._typed) :], link)
                for letters, link in self._hints.items()
                if letters.startswith(self._typed)
            ]
            width = self.size.width - self.geometry.text.x
            for row, hints in place_hints(self._spots(), left, width).items():
                rows[row] = [(column, letters, "hint") for column, letters in hints]
        elif self._chosen is not None and self._chosen.is_note:
            for spot in self._spots():
                if spot.link == self._chosen:
                    rows[spot.row] = [(spot.column, spot.glyphs, "chosen")]
        return rows

    def _decorate(self, start: int, end: int) -> list[Decoration]:
        layers = list(super()._decorate(start, end))
        if self._chosen is not None and not self._chosen.is_note:
            layers.append((self._chosen.start, self._chosen.end, "chosen"))
        return layers
