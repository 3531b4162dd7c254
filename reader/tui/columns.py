"""The columns of an article's row on the shelf: as many as the width has room for."""

from collections.abc import Sequence

from reader.document.characters import fold
from reader.library.bookmark import FINISHED
from reader.library.entry import Entry
from reader.paint import Style
from reader.tui.ink import Ink, Pieces
from reader.typeset.cells import cell_width

# Cells of each column beside the title, which has the rest, and from what width of a row on it is
# there.
AUTHOR, DATE, MINUTES, PROGRESS = 22, 10, 7, 5
AUTHOR_FROM, DATE_FROM, MINUTES_FROM = 96, 68, 48
GAP = 2
# What stands behind the title of a text that came through a pipe, and has no file to go by.
PIPED = "  piped"
# Characters of a text that are looked at and painted at most: more than a row can hold.
_MOST = 400


def row_pieces(
    entry: Entry, width: int, ink: Ink, words: Sequence[str] = (), lead: str = ""
) -> Pieces:
    """A row of at most `width` cells; `words` (folded) are lit where they stand."""
    aside: Pieces = []
    dim = ink.style("panel-dim")
    if width >= AUTHOR_FROM:
        author = ink.fit(entry.author[:_MOST], AUTHOR)
        aside += [(" " * GAP, Style()), *lit(author, words, dim, ink)]
        aside.append((" " * (AUTHOR - cell_width(author)), Style()))
    if width >= DATE_FROM:
        aside.append((" " * GAP + f"{ink.fit(entry.day, DATE):{DATE}}", dim))
    if width >= MINUTES_FROM:
        aside.append((" " * GAP + f"{_minutes(entry):>{MINUTES}}", dim))
        aside.append((" " * GAP + f"{_progress(entry, ink):>{PROGRESS}}", dim))
    room = max(width - sum(cell_width(text) for text, _ in aside), 0)
    if room < 2 * len(lead):
        lead = ""
    left = room - len(lead)
    mark = PIPED if entry.origin == "pipe" and left > 3 * len(PIPED) else ""
    title = ink.fit(entry.title[:_MOST], left - len(mark))
    row: Pieces = [(lead, ink.style("key")), *lit(title, words, Style(), ink), (mark, dim)]
    row.append((" " * (left - len(mark) - cell_width(title)), Style()))
    return [piece for piece in [*row, *aside] if piece[0]]


def lit(text: str, words: Sequence[str], style: Style, ink: Ink) -> Pieces:
    """`text` in `style`, with the places lit that have one of `words` when folded."""
    if not words:
        return [(text, style)]
    folded = fold(text)
    pieces: Pieces = []
    at = 0
    hit = ink.style("hit")
    hit = Style(hit.fg, hit.bg, bold=True, reverse=hit.reverse, underline=hit.underline)
    for start, end in sorted(place for word in words for place in folded.find(word)):
        if start > at:
            pieces.append((text[at:start], style))
        if end > at:
            pieces.append((text[max(start, at) : end], hit))
            at = end
    return [*pieces, (text[at:], style)] if at < len(text) else pieces


def _minutes(entry: Entry) -> str:
    if not entry.minutes:
        return ""
    return f"{entry.minutes} min" if entry.minutes < 1000 else f"{entry.minutes // 60} h"


def _progress(entry: Entry, ink: Ink) -> str:
    if entry.progress >= FINISHED:
        return "read" if ink.ascii else "✓"
    return f"{entry.progress} %" if entry.progress >= 0 else ""
