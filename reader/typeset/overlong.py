"""Words of many lines: sequences without a space, or whole paragraphs of Chinese and Japanese.

To weigh every character of them as the end of a line would cost far more than it gives: each line
is filled on its own, and only the last two are left to the search for the best ones.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from reader.typeset.cells import HIDDEN, cell_width, char_width, clusters

# Words of more code points are filled line by line.
OVERLONG = 500

# One place inside a word where a line may end: (offset, cells before it, cost, the sign painted
# there: 1 for a hyphen, 0 for none, whether the line then ends in a hyphen).
Place = tuple[int, int, float, int, int]

# Characters before and after a place that its cost depends on.
_BEFORE, _AFTER = 4, 3

_JOINING = "\u200d\ufe0f"
_FIRST_FLAG, _LAST_FLAG = "\U0001f1e6", "\U0001f1ff"


def fill(
    word: str, measure: int, column: int, places: "Callable[[str], Sequence[Place]]"
) -> tuple[int, list[Place]]:
    """The cells of an overlong word, and places in it a line apart: each the best one near its
    line's end, where all are in the last two lines.

    `places` gives those of a part of the word. The word begins at `column`, if that leaves room
    for a part of it that ends well; else on a line of its own.
    """
    cells = _cells(word)
    total = cells[-1]
    if total <= measure:
        return total, []
    found: list[Place] = []
    at = passed = hyphens = 0
    if column:
        best = _best(word, cells, 0, measure - column, places, measure)
        if best is not None and best[2] < 1:
            found.append(best)
            at, passed, hyphens = best[0], best[1], best[4]
    while total - passed > 2 * measure:
        best = _best(word, cells, at, passed + measure, places, measure, hyphens < 2)
        if best is None:
            break
        found.append(best)
        at, passed = best[0], best[1]
        hyphens = hyphens + 1 if best[4] else 0
    found.extend(_among(word, cells, at + 1, len(word) - 1, places))
    return total, found


def _cells(word: str) -> Sequence[int]:
    """For each code point, the cells until its end."""
    if word.isascii():
        return range(1, len(word) + 1)
    plain = not any(char in word for char in _JOINING)
    if plain and not (max(word) >= _FIRST_FLAG and any(map(_is_flag, word))):
        return list(accumulate(map(char_width, word.replace("\u00ad", "\u200b"))))
    cells: list[int] = []
    reach = 0
    for cluster in clusters(word):
        reach += cell_width(HIDDEN.sub("", cluster))
        cells += [reach] * len(cluster)
    return cells


def _is_flag(char: str) -> bool:
    return _FIRST_FLAG <= char <= _LAST_FLAG


def _among(
    word: str,
    cells: Sequence[int],
    low: int,
    high: int,
    places: "Callable[[str], Sequence[Place]]",
) -> list[Place]:
    """The places from offset `low` to `high`, none of them within a character."""
    begin = max(low - _BEFORE, 0)
    while begin and cells[begin] == cells[begin - 1]:  # never in the middle of a flag
        begin -= 1
    found: list[Place] = []
    for offset, _, cost, sign, hyphen in places(word[begin : high + _AFTER]):
        at = begin + offset
        if low <= at <= high and (cells[at] > cells[at - 1] or word[at] == "\u00ad"):
            found.append((at, cells[at - 1], cost, sign, hyphen))
    return found


def _best(
    word: str,
    cells: Sequence[int],
    start: int,
    limit: int,
    places: "Callable[[str], Sequence[Place]]",
    measure: int,
    hyphens: bool = True,
) -> "Place | None":
    """The best end of the line that starts at offset `start` and may reach to `limit` cells."""
    stop = bisect_right(cells, limit)
    slack = max(12, measure // 5)
    low = max(bisect_left(cells, limit - slack) + 1, start + 1)
    best: Place | None = None
    least = float("inf")
    for place in _among(word, cells, low, min(stop, len(word) - 1), places):
        spare = limit - place[1] - place[3]
        if spare < 0 or (place[4] and not hyphens):
            continue
        cost = place[2] + (6 * spare / measure) ** 2
        if cost <= least:
            best, least = place, cost
    return best
