"""Lines that the program says of itself: what to do at the end of an article, the first keys."""

from reader.tui.strips import Ink, Pieces
from reader.typeset.cells import cell_width

# The keys of the first starts; where it is narrow, those with the highest number go first.
_FIRST_KEYS = (
    (2, "Space", "page"),
    (3, "/", "search"),
    (4, "t", "contents"),
    (5, "i", "facts"),
    (1, "q", "back"),
    (0, "?", "keys"),
)


def closing(ink: Ink, width: int, where: str) -> Pieces:
    """The line below the last one of an article, in `width` cells; `where` is where `q` leads."""
    quiet = ink.style("panel-dim")
    sign = "--  " if ink.ascii else "∎  "
    dot = " - " if ink.ascii else " · "
    pieces = [(sign, ink.style("bar")), ("The end", quiet), (dot, quiet)]
    tail = f" back to {where}"
    if width < cell_width(f"{sign}The end{dot}q back"):
        return [(ink.fit("The end", width), quiet)]
    pieces.append(("q", ink.style("key")))
    room = width - sum(cell_width(text) for text, _ in pieces)
    pieces.append((ink.fit(tail, room) if room > len(" back to ") + 3 else " back", quiet))
    return pieces


def first_keys(ink: Ink, room: int) -> Pieces:
    """What to press first, in at most `room` cells: whole pairs of a key and its word."""
    for most in range(len(_FIRST_KEYS), 0, -1):
        pairs = [(key, word) for rank, key, word in _FIRST_KEYS if rank < most]
        if sum(len(key) + len(word) + 3 for key, word in pairs) - 2 <= room:
            break
    else:
        return []
    pieces: Pieces = []
    for key, word in pairs:
        pieces += [(key, ink.style("key")), (f" {word}  ", ink.style("status"))]
    return [*pieces[:-1], (f" {pairs[-1][1]}", ink.style("status"))]
