"""The text of a block, broken into lines of runs.

What is painted has one code point for each of the text, so that a line is mostly a single
verbatim run. It is cut only where that does not hold: a space that is stretched or eaten, a soft
hyphen, joined emoji, the mark of a note.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from reader.document.model import Document, Span
from reader.typeset.cells import HIDDEN, cell_width
from reader.typeset.line import Run, Signs
from reader.typeset.linebreak import Break, Words, break_lines
from reader.typeset.prepared import HARD, Prepared, Setting, plain_spaces

# Several spaces are painted as one.
_SPACES_IN_A_ROW = re.compile("  +")


class Flowed:
    """One line of a flowed text: its range, its runs, the column it reaches."""

    __slots__ = ("end", "reach", "runs", "start")

    def __init__(self, start: int, end: int, runs: list[Run], reach: int) -> None:
        self.start = start
        self.end = end
        self.runs = runs
        self.reach = reach


def flow(
    text: "str | Document",
    start: int,
    end: int,
    spans: Sequence[Span],
    setting: Setting,
    measure: int,
    column: int = 0,
    *,
    ragged: bool = False,
    heading: bool = False,
    balanced: bool = False,
) -> list[Flowed]:
    """Set `text[start:end]` in lines of `measure` cells that begin at `column`.

    Line feeds break lines. `ragged` text is not justified, a `heading` not hyphenated either; one
    that is `balanced` is set in two lines of about the same length where it takes two.
    """
    prepared = Prepared(text, start, end, spans, setting)
    words = setting.heading if heading else setting.words
    justify = setting.justify and not (ragged or heading)
    rigid = prepared.rigid(spans)
    source = prepared.text
    painter = _Painter(prepared, setting.signs, column)
    if heading:
        measure = _heading_measure(source, measure, words, balanced=balanced)
    lines: list[Flowed] = []
    at = 0
    while True:
        stop = source.find("\n", at)
        ends = len(source) if stop < 0 else stop
        broken = break_lines(
            source, measure, words, justify=justify, start=at, stop=ends, rigid=rigid
        )
        for number, line in enumerate(broken):
            last = number == len(broken) - 1
            spare = measure - line[3] if justify and not last else 0
            eaten = ends + 1 if last and stop >= 0 else line[2]
            lines.append(painter.line(line, eaten, spare, number, first=number == 0, at=at))
        if stop < 0:
            return lines
        at = stop + 1


def _heading_measure(text: str, measure: int, words: Words, *, balanced: bool) -> int:
    """The measure, at least three quarters of what there is, at which a heading looks best.

    `balanced` makes two lines even; else no word stands alone on the last line, if that can be.
    """
    if "\n" in text or len(text) > 500:
        return measure
    lines = break_lines(text, measure, words)
    least = measure * 3 // 4
    if len(lines) == 2 and balanced:
        return _narrowest(text, measure, least, words)
    count = len(lines)
    for narrower in range(measure, least - 1, -1):
        if narrower < measure:
            lines = break_lines(text, narrower, words)
        if count == 1 or len(lines) > count:
            break
        if " " in text[lines[-1][0] : lines[-1][1]]:
            return narrower
    return measure


def _narrowest(text: str, measure: int, least: int, words: Words) -> int:
    """The narrowest measure from `least` on at which a text has no more lines than at `measure`."""
    count = len(break_lines(text, measure, words))
    longest = max(map(cell_width, text.split(" ")))
    low, high = max(least, min(longest, measure)), measure
    while low < high:
        middle = (low + high) // 2
        if len(break_lines(text, middle, words)) > count:
            low = middle + 1
        else:
            high = middle
    return high


# A generated line: its glyphs and cells.
Generated = tuple[str, int]


def generated_lines(text: str, measure: int, setting: Setting) -> list[Generated]:
    """Words that are not the document's own, broken into lines."""
    return _generated(_one_line(text), measure, setting)


def item_lines(items: Sequence[str], sign: str, measure: int, setting: Setting) -> list[Generated]:
    """Generated items with a sign between them, in lines as even as can be, broken after signs.

    Only an item that is longer than a line is broken itself.
    """
    shown = [_one_line(item) for item in items]
    room = measure - 1 - cell_width(sign)
    together = [s.replace(" ", "\u00a0") if cell_width(s) <= room else s for s in shown]
    text = f"\u00a0{sign} ".join(together)
    return _generated(text, _narrowest(text, measure, measure // 3, setting.heading), setting)


def _one_line(text: str) -> str:
    plain = HIDDEN.sub("", plain_spaces(text.replace("\n", " ")))
    return " ".join(word for word in plain.split(" ") if word)


def _generated(text: str, measure: int, setting: Setting) -> list[Generated]:
    shown = text.translate(HARD)
    broken = break_lines(text, measure, setting.heading)
    return [(shown[line[0] : line[1]], line[3]) for line in broken]


# A piece of the prepared text that is not painted as it stands: where it starts and ends, and
# the offset of a note, or what else it is.
Cut = tuple[int, int, int]
_SPACE, _HIDDEN = -1, -2


class _Painter:
    """Turns the breaks of one prepared text into runs."""

    __slots__ = ("column", "cuts", "prepared", "shown", "signs")

    def __init__(self, prepared: Prepared, signs: Signs, column: int) -> None:
        self.prepared = prepared
        self.signs = signs
        self.column = column
        text = prepared.text
        self.shown = text.translate(HARD) if "\u00a0" in text else text
        cuts = [(m.start(), m.end(), _HIDDEN) for m in HIDDEN.finditer(text)]
        cuts.extend((m.start(), m.end(), _SPACE) for m in _SPACES_IN_A_ROW.finditer(text))
        cuts.extend((note.at, note.at + note.length, note.offset) for note in prepared.notes)
        cuts.sort()
        self.cuts: list[Cut] = cuts

    def line(
        self, broken: Break, eaten: int, spare: int, number: int, *, first: bool, at: int
    ) -> Flowed:
        """One line; `spare` cells go to its gaps, `eaten` is where the next line begins."""
        start, end, _, width, hyphen = broken
        offset = self.prepared.offset
        column = self.column
        runs: list[Run] = []
        if first and start > at:
            runs.append(Run(column, offset(at), offset(start), "", 0))
        stretched = self._stretch(start, end, spare, number) if spare else []
        if stretched or self.cuts:
            column = self._pieces(runs, start, end, stretched)
        elif end > start:
            base = self.prepared.base
            cells = width - hyphen
            runs.append(Run(column, base + start, base + end, self.shown[start:end], cells))
            column += cells
        if hyphen:
            here = offset(end)
            sign = Run(column, here, here, self.signs.hyphen, 1, "hyphen")
            if runs and not runs[-1].glyphs and runs[-1].end == here:
                sign.start = runs.pop().start  # it stands for the soft hyphen
            runs.append(sign)
            column += 1
        if eaten > end:
            runs.append(Run(column, offset(end), offset(eaten), "", 0))
        begins = runs[0].start if runs else offset(start)
        return Flowed(begins, offset(eaten), runs, column)

    def _stretch(self, start: int, end: int, spare: int, number: int) -> list[tuple[int, int]]:
        """The gaps that are widened: (place, cells), the wider ones spread evenly."""
        text = self.prepared.text
        gaps: list[int] = []
        at = text.find(" ", start, end)
        while at >= 0:
            if not gaps or text[at - 1] != " ":
                gaps.append(at)
            at = text.find(" ", at + 1, end)
        count = len(gaps)
        if not count:
            return []
        each, rest = divmod(spare, count)
        widened: list[tuple[int, int]] = []
        shift = count // 3
        for index, at in enumerate(gaps):
            turn = index if number % 2 else count - 1 - index  # rivers: every other line mirrored
            more = each + ((turn + 1) * rest + shift) // count - (turn * rest + shift) // count
            if more:
                widened.append((at, 1 + more))
        return widened

    def _pieces(
        self, runs: list[Run], start: int, end: int, stretched: list[tuple[int, int]]
    ) -> int:
        """Add the runs of `start:end`, cut where that is needed; returns the column reached."""
        column = self.column
        done = start
        wide = dict(stretched)
        for cut, stop, kind in self._cuts(start, end, stretched):
            if cut > done:
                column = self._verbatim(runs, done, cut, column)
            source, source_end = self.prepared.offset(cut), self.prepared.offset(stop)
            glyphs = self.shown[cut:stop]
            role = "text"
            if kind >= 0:
                source = source_end = kind
                role = "note"
            elif kind == _HIDDEN:
                glyphs = ""
            elif kind == _SPACE:
                glyphs = " " * wide.get(cut, 1)
            width = cell_width(glyphs)
            runs.append(Run(column, source, source_end, glyphs, width, role))
            column += width
            done = stop
        if end > done:
            column = self._verbatim(runs, done, end, column)
        return column

    def _cuts(self, start: int, end: int, stretched: list[tuple[int, int]]) -> list[Cut]:
        """The pieces of `start:end` that are not verbatim, in order."""
        cuts: list[Cut] = []
        if self.cuts:
            low, high = bisect_left(self.cuts, (start,)), bisect_left(self.cuts, (end,))
            if low and self.cuts[low - 1][1] > start:
                low -= 1
            cuts = [(max(a, start), min(b, end), kind) for a, b, kind in self.cuts[low:high]]
        if stretched:
            taken = {cut[0] for cut in cuts}
            cuts.extend((at, at + 1, _SPACE) for at, _ in stretched if at not in taken)
            cuts.sort()
        return cuts

    def _verbatim(self, runs: list[Run], start: int, end: int, column: int) -> int:
        glyphs = self.shown[start:end]
        width = cell_width(glyphs)
        first = self.prepared.offset(start)
        runs.append(Run(column, first, first + end - start, glyphs, width))
        return column + width
