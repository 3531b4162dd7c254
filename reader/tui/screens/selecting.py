"""Selecting text with the mouse, and copying it."""

import asyncio

from textual import events

from reader.paint import Decoration
from reader.tui.links import link_at
from reader.tui.notices import keyed
from reader.tui.screens.linking import Linking
from reader.tui.selection import (
    Range,
    Selection,
    amount,
    block_at,
    copied_text,
    place_at,
    word_at,
)
from reader.tui.widgets.article import ArticleView
from reader.typeset.line import extent

TICK = 0.05  # seconds a line takes while the text scrolls under a drag beyond its edge


class Selecting(Linking):
    """A page whose text can be selected and copied.

    The selection is a range of the text, kept by the reading: `y` copies it, Esc, a click or a
    new search puts it away.
    """

    _anchor: Range = (0, 0)  # where the button went down
    _pointer: tuple[int, int] = (0, 0)  # the row and the column where it was last, in the text
    _dragging = False
    _ticking = False
    _entered = False  # whether the drag has been below the window's first row
    _on_text = False  # whether the first of several clicks hit no link

    # ------------------------------------------------------------------ dragging

    def on_article_view_pressed(self, message: ArticleView.Pressed) -> None:
        """Here a selection may begin; the one before is put away."""
        self._anchor = self._place(message.row, message.column)
        self._entered = message.row + self.geometry.text.y > 0
        if self.reading.selection is not None:
            self._take(0)
            self.reading.selection = None
            self._show()

    def on_article_view_dragged(self, message: ArticleView.Dragged) -> None:
        """Select as far as the pointer has come."""
        self._pointer = message.row, message.column
        self._entered = self._entered or message.row + self.geometry.text.y > 0
        before = self.reading.selection
        if self._dragging:
            self._reach()
            self.view.repaint(self._changed_rows(before, self.reading.selection))
        else:
            self._dragging = True
            self._take(0)
            self._show()
        self._tick_soon()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The button is up, wherever: of a quick drag over a slow line the text saw only the start."""
        if event.button == 1:
            self.view.let_go(event)

    def on_article_view_released(self) -> None:
        """The selection stays; say what can be done with it."""
        self._dragging = False
        self._say_selected()

    def _place(self, row: int, column: int) -> Range:
        """The place in the text at a cell; outside the window that of the row next to it."""
        lines = self.reading.viewport.lines()
        if not lines:
            return 0, 0
        if row >= len(lines):
            row = len(lines) - 1
            column = column if len(lines) == self.reading.viewport.height else self.size.width
        return place_at(lines[max(row, 0)], column)

    def _reach(self) -> None:
        selection = Selection(self._anchor, self._place(*self._pointer))
        self.reading.selection = selection if selection.start < selection.end else None

    def _changed_rows(self, before: Selection | None, now: Selection | None) -> list[int]:
        """The rows where something else is selected than before."""
        rows = []
        for row, line in enumerate(self.reading.viewport.lines()):
            if line.runs:
                here = extent(line)
                if _common(before, here) != _common(now, here):
                    rows.append(row)
        return rows

    # ------------------------------------------------------------------ beyond the edges

    def _edge(self) -> int:
        """Where the text scrolls to under the drag: -1 up, 1 down, 0 not.

        No pointer goes beyond the window, so above the text its first row counts, for a drag that
        came there from below.
        """
        row = self._pointer[0]
        if row >= self.reading.viewport.height:
            return 1
        return -1 if self._entered and row + self.geometry.text.y <= 0 else 0

    def _tick_soon(self) -> None:
        if not self._ticking and self._edge():
            self._ticking = True
            asyncio.get_running_loop().call_later(TICK, self.call_later, self._tick)

    def _tick(self) -> None:
        """Scroll by a line and select on, as long as the pointer stays beyond the edge."""
        self._ticking = False
        edge = self._edge()
        if not self._dragging or not edge:
            return
        viewport = self.reading.viewport
        before = viewport.top
        self.reading.scroll(edge)
        self._show()
        if viewport.top != before:
            self._tick_soon()

    # ------------------------------------------------------------------ clicks

    def on_article_view_clicked(self, message: ArticleView.Clicked) -> None:
        """A double click beside all links selects the word, a third one the whole block."""
        lines, places = self.reading.viewport.lines(), self._spots()
        if message.chain == 1:
            link = link_at(self.document, lines, places, message.row, message.column)
            self._on_text = link is None
        elif self._on_text:
            message.prevent_default()  # that is, what `Linking` does with it
            self._select_unit(message.row, message.column, message.chain)

    def _select_unit(self, row: int, column: int, chain: int) -> None:
        start, end = self._place(row, column)
        if start < end and chain <= 3:
            find = word_at if chain == 2 else block_at
            place = find(self.document, start)
            if place[0] < place[1]:
                self.reading.selection = Selection(place, place)
        self._say_selected()

    # ------------------------------------------------------------------ copying

    def _say_selected(self) -> None:
        """Say how much is selected, and how to copy it."""
        selection = self.reading.selection
        self._take(0)
        if selection is not None:
            count = amount(copied_text(self.document, selection.start, selection.end))
            how = keyed(self._sign, ("copy", "copies"))
            self._say(f"{count} selected" + (f" {self.ink.dot} {how}" if how else ""))
        self._show()

    def action_copy(self) -> None:
        """Copy what is selected, which that puts away; else an address."""
        selection = self.reading.selection
        if selection is None or self._chosen is not None or self.asks:
            super().action_copy()
            return
        text = copied_text(self.document, selection.start, selection.end)
        self.reading.selection = None
        self._take(0)
        self._show()
        self._copy(text, lambda said: self.report(f"{amount(text)} {said}"))

    def report(self, said: str) -> None:
        """Say how something went that was begun before."""
        self._take(0)
        self._say(said)
        self._show()

    def action_search(self) -> None:
        """A new search puts the selection away."""
        self.reading.selection = None
        super().action_search()

    def action_escape(self) -> None:
        """Put the selection away; without one, what lies under it."""
        if self.reading.selection is None:
            super().action_escape()
            return
        self.reading.selection = None
        self._take(0)
        self._show()

    # ------------------------------------------------------------------ showing

    @property
    def _insists(self) -> bool:
        return self.reading.selection is not None or super()._insists

    def _show(self) -> None:
        if self._dragging:
            self._reach()  # the text may have moved under the pointer
        super()._show()

    def _decorate(self, start: int, end: int) -> list[Decoration]:
        layers = super()._decorate(start, end)
        selection = self.reading.selection
        if selection is not None:
            layers.append((selection.start, selection.end, "selection"))
        return layers


def _common(selection: Selection | None, extent: Range) -> Range:
    """The part of an extent that is selected; (0, 0) for none."""
    if selection is None:
        return 0, 0
    start, end = max(selection.start, extent[0]), min(selection.end, extent[1])
    return (start, end) if start < end else (0, 0)
