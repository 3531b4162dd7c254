"""The links and footnote marks of a document: where they stand, what follows, what to show.

Pure functions on the blocks and the lines near the window; nothing here costs more for a longer
document, but for looking for the next link where there is none for a long way.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.document.characters import display_host
from reader.document.model import Block, Document
from reader.tui.ink import fit
from reader.typeset.cells import cell_width, clusters
from reader.typeset.layout import offset_of
from reader.typeset.line import Line, Run, Signs
from reader.typeset.prepared import note_mark

HOME_ROW = "asdfghjkl"

# What renderers of Markdown call a footnote: GitHub, markdown-it and Pandoc, Python and Hugo.
_NOTE = re.compile(r"#(?:user-content-)?fn[-:]?(\d{1,9})")


@dataclass(frozen=True)
class Hyperlink:
    """A link on the range `start:end` of the text, or a footnote's mark, where `start` is `end`.

    `href` is the target, or the number of the note; `nth` tells marks of the same note at the
    same place apart.
    """

    start: int
    end: int
    href: str
    nth: int = 0

    @property
    def is_note(self) -> bool:
        """Whether this is the mark of a footnote."""
        return self.start == self.end

    @property
    def note(self) -> str:
        """The number of the footnote that this leads to; '' when it leads elsewhere."""
        if self.is_note:
            return self.href
        match = _NOTE.fullmatch(self.href)
        return match[1] if match else ""

    @property
    def is_web(self) -> bool:
        """Whether this leads to the web."""
        return is_web(self.href) and not self.is_note


@dataclass(frozen=True)
class Spot:
    """A part of a link in view: its row of the window, its column in the text, its characters."""

    link: Hyperlink
    row: int
    column: int
    glyphs: str


def is_web(href: str) -> bool:
    """Whether an address that passed `safe_url` is one of the web."""
    return href.startswith(("http:", "https:"))


# ---------------------------------------------------------------------- in the document


@lru_cache(maxsize=64)
def block_links(block: Block) -> tuple[Hyperlink, ...]:
    """The links and marks of a block in the order of the text; refused and empty ones are none."""
    found = []
    seen: Counter[tuple[int, str]] = Counter()
    for span in sorted(block.spans, key=lambda span: (span.start, span.end)):
        if span.kind == "note":
            place = (span.start, span.href)
            found.append(Hyperlink(span.start, span.start, span.href, seen[place]))
            seen[place] += 1
        elif span.kind == "link" and span.href and span.start < span.end:
            found.append(Hyperlink(span.start, span.end, span.href))
    return tuple(found)


def after(document: Document, offset: int, grow: Callable[[], bool]) -> Iterator[Hyperlink]:
    """The links from `offset` on; `grow` parses on where the document is not complete."""
    index = document.block_at(offset)
    while index < len(document.blocks) or grow():
        if index < len(document.blocks):
            yield from (
                link for link in block_links(document.blocks[index]) if link.start >= offset
            )
            index += 1


def before(document: Document, offset: int) -> Iterator[Hyperlink]:
    """The links that start before `offset`, the nearest first."""
    blocks = document.blocks
    for index in range(document.block_at(offset), -1, -1) if blocks else ():
        yield from (link for link in reversed(block_links(blocks[index])) if link.start < offset)


def neighbour(
    document: Document, link: Hyperlink, direction: int, grow: Callable[[], bool]
) -> Hyperlink | None:
    """The next (1) or previous (-1) link; None if there is none."""
    block = document.blocks[document.block_at(link.start)]
    links = block_links(block)
    index = links.index(link) + direction
    if 0 <= index < len(links):
        return links[index]
    if direction > 0:
        return next(after(document, block.end + 1, grow), None)
    return next(before(document, block.start), None)


def note_range(document: Document, number: str) -> tuple[int, int] | None:
    """Where the text of footnote `number` stands; None if it has none (yet)."""
    start = end = -1
    for block in reversed(document.blocks):
        if any(str(c.number) == number for c in block.containers if c.kind == "footnote"):
            start, end = block.start, max(end, block.end)
        elif end >= 0:
            break
    return (start, end) if end >= 0 else None


# ---------------------------------------------------------------------- in the window


def spots(document: Document, lines: Sequence[Line], signs: Signs) -> list[Spot]:
    """All parts of links on `lines`, from top to bottom and left to right."""
    found: list[Spot] = []
    marks: dict[tuple[int, int, str], list[tuple[int, Run]]] = {}
    for row, line in enumerate(lines):
        links = block_links(document.blocks[line.block])
        for run in line.runs if links else ():
            if run.role == "note":
                marks.setdefault((line.block, run.start, run.glyphs), []).append((row, run))
            elif run.start < run.end and run.glyphs:
                found += _spots_of_run(links, row, run)
    for (number, offset, glyphs), places in marks.items():
        notes = [
            link
            for link in _starting(block_links(document.blocks[number]), offset, offset + 1)
            if link.is_note and note_mark(link.href, signs) == glyphs
        ]
        # From the end: a footnote's own number may stand before them.
        for link, (row, run) in zip(reversed(notes), reversed(places), strict=False):
            found.append(Spot(link, row, run.column, glyphs))
    return sorted(found, key=lambda spot: (spot.row, spot.column))


def _spots_of_run(links: tuple[Hyperlink, ...], row: int, run: Run) -> Iterator[Spot]:
    for link in _touching(links, run.start, run.end):
        start, end = max(link.start, run.start), min(link.end, run.end)
        if len(run.glyphs) != run.end - run.start:
            yield Spot(link, row, run.column, run.glyphs)
            continue
        column = run.column + cell_width(run.glyphs[: start - run.start])
        yield Spot(link, row, column, run.glyphs[start - run.start : end - run.start])


def _starting(links: tuple[Hyperlink, ...], start: int, end: int) -> tuple[Hyperlink, ...]:
    """Those that start in `start:end`."""
    low = bisect_left(links, start, key=lambda link: link.start)
    return links[low : bisect_left(links, end, lo=low, key=lambda link: link.start)]


def _touching(links: tuple[Hyperlink, ...], start: int, end: int) -> Iterator[Hyperlink]:
    """The links of text that share some of `start:end`; links never overlap each other."""
    index = bisect_left(links, start, key=lambda link: link.start)
    while index and links[index - 1].is_note:
        index -= 1
    if index and links[index - 1].end > start:
        yield links[index - 1]
    yield from (link for link in _starting(links, start, end) if not link.is_note)


def in_view(places: Sequence[Spot]) -> list[Hyperlink]:
    """The links of which some part is in view, each once, in the order of the window."""
    return list(dict.fromkeys(spot.link for spot in places))


def link_at(
    document: Document, lines: Sequence[Line], places: Sequence[Spot], row: int, column: int
) -> Hyperlink | None:
    """The link at a cell of the window; None where none is.

    A footnote's mark, of one cell mostly, is there from the cell before it to the one behind,
    where these hold no other link.
    """
    link = _painted_at(document, lines, places, row, column)
    if link is not None:
        return link
    beside = (
        spot.link
        for spot in places
        if spot.link.is_note
        and spot.row == row
        and spot.column - 1 <= column <= spot.column + cell_width(spot.glyphs)
    )
    return next(beside, None)


def _painted_at(
    document: Document, lines: Sequence[Line], places: Sequence[Spot], row: int, column: int
) -> Hyperlink | None:
    """The link painted at a cell of the window; None where none is."""
    line = lines[row] if 0 <= row < len(lines) else None
    for run in line.runs if line else ():
        if not run.column <= column < run.column + run.width:
            continue
        if run.role == "note":
            return next((s.link for s in places if (s.row, s.column) == (row, run.column)), None)
        if line is None or run.start == run.end:
            return None
        offset = offset_of(line, column)
        links = block_links(document.blocks[line.block])
        return next(_touching(links, offset, offset + 1), None)
    return None


# ---------------------------------------------------------------------- letters


def hint_letters(count: int) -> list[str]:
    """Letters of the home row for `count` links, none the beginning of another; at most 81."""
    if count <= len(HOME_ROW):
        return list(HOME_ROW[:count])
    return [one + other for one in HOME_ROW for other in HOME_ROW][:count]


def place_hints(
    places: Sequence[Spot], hints: Sequence[tuple[str, Hyperlink]], width: int
) -> dict[int, list[tuple[int, str]]]:
    """Per row, the columns and letters: over the first cells of each link, none over another.

    `width` is how many columns there are.
    """
    first: dict[Hyperlink, Spot] = {}
    for spot in places:
        first.setdefault(spot.link, spot)
    rows: dict[int, list[tuple[int, str]]] = {}
    for letters, link in hints:
        if link in first:
            rows.setdefault(first[link].row, []).append((first[link].column, letters))
    for row in rows.values():
        row.sort()
        reach = 0
        for index, (column, letters) in enumerate(row):
            column = max(column, reach)
            row[index] = (column, letters)
            reach = column + len(letters)
        limit = width
        for index in range(len(row) - 1, -1, -1):
            column, letters = row[index]
            limit = max(min(column, limit - len(letters)), 0)
            row[index] = (limit, letters)
    return rows


# ---------------------------------------------------------------------- addresses


def address_parts(href: str) -> tuple[str, str]:
    """An address as it is shown: who is really behind it, and the rest.

    For the web that is the host (letters that pass for others in Punycode) and the path, for
    mail the address and nothing; for anything else all is the rest.
    """
    if is_web(href):
        rest = href.partition("//")[2]
        match = re.search("[/?#]", rest)
        path = rest[match.start() :] if match else ""
        return display_host(href), "" if path == "/" else path
    if href.startswith("mailto:"):
        user, sign, _ = href.removeprefix("mailto:").partition("?")[0].rpartition("@")
        return user + sign + display_host(href), ""
    return "", href


def copied_address(href: str) -> str:
    """What to copy of a link: its target; of a mail link the address alone."""
    return href.removeprefix("mailto:").partition("?")[0] if href.startswith("mailto:") else href


def fit_address(href: str, width: int, ellipsis: str) -> tuple[str, str]:
    """`address_parts` in at most `width` cells: the path gives way first.

    Of a host that is too long the end is kept: that is what says whose it is.
    """
    host, rest = address_parts(href)
    room = width - cell_width(host)
    if room >= 0:
        return host, fit(rest, room, ellipsis)
    room = width - cell_width(ellipsis)
    kept = ""
    for cluster in reversed(clusters(host)):
        room -= cell_width(cluster)
        if room < 0:
            break
        kept = cluster + kept
    return (ellipsis + kept if width >= cell_width(ellipsis) else ""), ""
