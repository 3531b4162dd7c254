"""Optimal line breaking over whole paragraphs, in whole terminal cells.

D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience
11 (1981): a shortest path over the places where a line may end, found with a list of the active
ones. Glue only ever stretches here, so the cost of a line is a square of what it has to spare:
justified, (added cells / gaps)²; ragged, the same with the gaps of an even line. A hyphen costs
0.35 (0.8 where nothing forces the line to be full), and no more than two lines in a row end in
one.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from reader.typeset.cells import HIDDEN, cell_width, clusters
from reader.typeset.hyphenate import Hyphenator
from reader.typeset.overlong import OVERLONG, Place, fill

HYPHEN_COST = 0.35
RAGGED_HYPHEN_COST = 0.8
RAGGED_NAME_COST = 2.4  # in what may be a name
LAST_WORD_COST = 2.0  # a word alone on the last line, if short; and the rest of a word
DASH_COST = 0.25  # a line that begins with a dash
RAGGED_DASH_COST = 1.0
EVEN = 8  # cells: the least that a line of ragged text may lack without seeming short
SIGN_COST = 3.0  # the last resort: inside an address, after a sign that parts it, at a hard space
CLUSTER_COST = 1000.0  # and inside a word, between any two characters

_SOFT_HYPHEN = "\u00ad"

# What is taken for an address, and set without hyphens.
_ADDRESS = re.compile(r"://|^\W*www\.|\w@\w|^[^\w.-]*+[\w.-]+\.[a-z]{2,}/|^[~.]?/\w|^mailto:")
_ADDRESS_SIGNS = "/.-?&=_#"
_HARD_SPACES = "\u00a0\u2007\u202f"

# A word in the common sense with what commonly clings to it, all of it one cell wide.
_COMMON = re.compile(r"([(«“\"\u00a0]*(?:[A-Za-zÀ-ÿ]{1,8}[’'])?)([^\W\d_]+)([.,;:!?…)»”\"\u00a0]*)")
# A name with its initial or title, never parted by a hyphen either.
_TITLED = re.compile(r"(?<!\w)[A-ZÀ-Þ]\w{0,3}\.?\u00a0\w")
# Breaks that a compound has of its own: after a hyphen between letters, after a longer dash.
_COMPOUND = re.compile(r"(?<=[^\W\d_]{2}[-‐])(?=[^\W\d_]{2})|(?<=[^\W_][–—])(?=[^\W_])")
# Kinsoku: what no line begins with, and what no line ends with.
_NO_START = frozenset(
    "、。，．・：；？！）］｝」』】〕〉》〗〙〟｠”’»›…‥ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
    "\u3000%‰°,.;:!?)]}⁰¹²³⁴⁵⁶⁷⁸⁹\u00a0\u202f\u2060\u00ad"
)
_NO_END = frozenset("（［｛「『【〔〈《〖〘〝｟“‘«‹([{\u00a0\u202f\u2060")

# What is known of a word: its width, the places, the cost of a break before it.
Word = tuple[int, tuple[Place, ...], float]
# One line of the result: offsets of its start, its end, the next line's start, the cells it takes
# (with its hyphen), and whether a hyphen is painted at its end.
Break = tuple[int, int, int, int, int]

_NEVER = float("inf")
_KEPT_WORDS = 20_000


class Words:
    """What the words of a text need to be broken: widths and places, remembered by word.

    `lang` is the language to hyphenate in, '' for none; `hyphen_cost` the cost of each hyphen, and
    `name_cost`, if not the same, that of one in a word with a capital. Without `soft`, soft hyphens
    are no places to break at.
    """

    __slots__ = ("_cost", "_dash", "_hyphenator", "_name_cost", "_soft", "known")

    def __init__(
        self, lang: str, hyphen_cost: float, soft: bool = True, name_cost: float = 0.0
    ) -> None:
        self._soft = soft
        self._hyphenator = Hyphenator(lang)
        self._cost = hyphen_cost
        self._dash = DASH_COST if hyphen_cost == HYPHEN_COST else RAGGED_DASH_COST
        self._name_cost = name_cost or hyphen_cost
        self.known: dict[str, Word] = {}

    def look(self, word: str) -> Word:
        """Look a word up or find out about it."""
        found = self.known.get(word)
        if found is None:
            found = self._find_out(word)
            if len(word) <= 60:
                if len(self.known) >= _KEPT_WORDS:
                    self.known.clear()
                self.known[word] = found
        return found

    def _find_out(self, word: str) -> Word:
        if word.isalpha():
            width = cell_width(word)
            if width == len(word):
                offsets = self._hyphenator.breaks(word) if width > 4 else ()
                cost = self._cost if word[0].islower() else self._name_cost
                return width, tuple((at, at, cost, 1, 1) for at in offsets), 0.0
            return self._general(word)
        match = _COMMON.fullmatch(word)
        if match and match[2].isalpha():
            width, places, _ = self.look(match[2])
            if width == len(match[2]):
                before = match.end(1)
                if before and places:
                    places = tuple((p[0] + before, p[1] + before, *p[2:]) for p in places)
                return len(word), places, 0.0
        return self._general(word)

    def _hyphens(self, word: str, offsets: tuple[int, ...]) -> tuple[Place, ...]:
        if _TITLED.search(word):
            return ()
        cost = self._name_cost if any(map(str.isupper, word)) else self._cost
        return tuple((at, _shown(word[:at]), cost, 1, 1) for at in offsets)

    def _general(self, word: str) -> Word:
        """A word with more than letters in it."""
        plain = HIDDEN.sub("", word)
        places = self._own(word, address=bool(_ADDRESS.search(word)))
        return cell_width(plain), tuple(places), self._dash_cost(plain)

    def _own(self, word: str, *, address: bool, part: bool = False) -> list[Place]:
        """The places that a word, or a part of one, has of its own."""
        places: list[Place] = []
        if address:
            return places
        if _SOFT_HYPHEN in word:
            offsets = [n + 1 for n, char in enumerate(word) if char == _SOFT_HYPHEN]
            inner = [at for at in offsets if self._soft and 1 < at < len(word)]
            places.extend((at, _shown(word[:at]), self._cost, 1, 1) for at in inner)
        elif not part:
            places.extend(self._hyphens(word, self._hyphenator.breaks(word)))
        for match in _COMPOUND.finditer(word):
            at = match.start()
            ends = word[at - 1] in "-‐"
            places.append((at, _shown(word[:at]), self._cost if ends else 0.0, 0, int(ends)))
        if any(map(_breaks_freely, word)):
            places.extend(_ideographic(word))
        places.sort()
        return places

    def shatter(self, word: str) -> tuple[Place, ...]:
        """The places of a word that is longer than a line: its own, and between any clusters."""
        return _between(word, self.look(word)[1], bool(_ADDRESS.search(word)))

    def overlong(self, word: str, measure: int, column: int) -> Word:
        """A word of many lines that would begin at `column`, with a place for each line."""
        address = bool(_ADDRESS.search(word))

        def places(part: str) -> tuple[Place, ...]:
            return _between(part, self._own(part, address=address, part=True), address)

        width, found = fill(word, measure, column, places)
        return width, tuple(found), self._dash_cost(word)

    def _dash_cost(self, word: str) -> float:
        return self._dash if word[:1] in ("—", "–") else 0.0


def _between(word: str, own: Sequence[Place], address: bool) -> tuple[Place, ...]:
    """A word's own places, and those between any two of its clusters."""
    places = {place[0]: place for place in own}
    at = width = 0
    for cluster in clusters(word):
        if at and at not in places:
            last = word[at - 1]
            sign = last in _HARD_SPACES or (
                address
                and last in _ADDRESS_SIGNS
                and cluster != last
                and not word.startswith("://", at - 3)
            )
            places[at] = (at, width, SIGN_COST if sign else CLUSTER_COST, 0, 0)
        at += len(cluster)
        width = width + _shown(cluster)
    return tuple(places[at] for at in sorted(places))


def _shown(text: str) -> int:
    """The cells of a text without what is never painted."""
    return len(text) if text.isascii() else cell_width(HIDDEN.sub("", text))


def _breaks_freely(char: str) -> bool:
    """Whether lines may end around a character: ideographs, kana, zero width space."""
    if char < "\u2e80":
        return char == "\u200b"
    return (
        char <= "\ua4cf"
        or "\uf900" <= char <= "\ufaff"
        or ("\ufe30" <= char <= "\uff60" and char != "\ufeff")
        or char >= "\U00020000"
    )


def _ideographic(word: str) -> list[Place]:
    """The free breaks around ideographs and kana (JLREQ 3.1, much shortened)."""
    places: list[Place] = []
    at = width = 0
    before = ""
    for cluster in clusters(word):
        first = cluster[0]
        if (
            before
            and (_breaks_freely(before[-1]) or _breaks_freely(first))
            and first not in _NO_START
            and first != "\u200b"
            and before[-1] not in _NO_END
        ):
            places.append((at, width, 0.0, 0, 0))
        at += len(cluster)
        width += _shown(cluster)
        before = cluster
    return places


# A place where a line may end: the cells before it with its hyphen, the cells before what comes
# next, the gaps before each of these two, cost, whether the line then ends in a hyphen (0, 1),
# whether one is painted, the offsets of its end and of the next line's start.
Candidate = tuple[int, int, int, int, float, int, int, int, int]


def candidates(
    text: str, measure: int, words: Words, start: int, stop: int, rigid: "Rigid" = ()
) -> tuple[list[Candidate], int]:
    """All the places where a line of `text[start:stop]` may end.

    Returns them with the cells that the whole would take on one line. `rigid`
    ranges (code) are looked at without hyphenation.
    """
    found: list[Candidate] = []
    append = found.append
    known = words.known
    at = start
    cells = gaps = 0
    end = -1  # where the last word ended
    for word in text[start:stop].split(" "):
        if not word:
            at += 1
            continue
        info = known.get(word)
        if info is None:
            if len(word) > OVERLONG:
                column = cells + 1 if end >= 0 else 0
                info = words.overlong(word, measure, column if column < measure else 0)
            else:
                info = words.look(word)
        width, places, cost = info
        if end >= 0:
            append((cells, cells + 1, gaps, gaps + 1, cost, 0, 0, end, at))
            cells += 1
            gaps += 1
        if width > measure and len(word) <= OVERLONG:
            places = words.shatter(word)
        end = at + len(word)
        if places:
            if rigid:
                places = tuple(place for place in places if not _in_rigid(at, place, rigid))
            for offset, before, charge, sign, ends in places:
                here = at + offset
                before += cells
                append((before + sign, before, gaps, gaps, charge, ends, sign, here, here))
        cells += width
        at = end + 1
    return found, cells


# Ranges of the text that no hyphen may enter, in order and apart.
Rigid = tuple[tuple[int, int], ...]


def _in_rigid(at: int, place: Place, rigid: Rigid) -> bool:
    """Whether a hyphen at `place` of the word at `at` would stand in a rigid range."""
    here = at + place[0]
    before = bisect_left(rigid, (here,))
    return bool(place[4] and before) and here < rigid[before - 1][1]


# A place that a line can begin at: its cells, its gaps, the least cost of all lines before it,
# how many of the last of these end in a hyphen, its number among the nodes.
Node = tuple[int, int, float, int, int]


def break_lines(
    text: str,
    measure: int,
    words: Words,
    *,
    justify: bool = False,
    start: int = 0,
    stop: "int | None" = None,
    rigid: Rigid = (),
) -> list[Break]:
    """Break `text[start:stop]` (no line feeds in it) into lines of at most `measure` cells.

    Spaces (U+0020) part words; all else that is white is part of a word. Spaces at the ends of
    lines belong to the range between a line's end and the next one's start; leading spaces are
    left out of the first line.
    """
    stop = len(text) if stop is None else stop
    places, cells = candidates(text, measure, words, start, stop, rigid)
    first = start
    while first < stop and text[first] == " ":
        first += 1
    last = stop
    while last > first and text[last - 1] == " ":
        last -= 1
    if cells <= measure:
        return [(first, last, stop, cells, 0)]
    reach = max(12, measure // 5)
    chain = None
    if measure > 3 * reach:
        chain = _shortest(places, cells, measure, justify, reach)
    if chain is None:
        chain = _shortest(places, cells, measure, justify, measure)
    lines: list[Break] = []
    column = 0
    for number in chain or ():
        width, column_next, _, _, _, _, sign, end, begin = places[number]
        lines.append((first, end, begin, width - column, sign))
        first, column = begin, column_next
    lines.append((first, last, stop, cells - column, 0))
    return lines


def _shortest(
    places: list[Candidate], cells: int, measure: int, justify: bool, reach: int
) -> "list[int] | None":
    """The cheapest chain of places; None if lines would have to spare more than `reach` cells."""
    active: list[Node] = [(0, 0, 0.0, 0, -1)]
    previous: list[int] = []  # of each node, the node before it
    ends: list[int] = []  # of each node, its place
    first = 0
    even = 0.0 if justify else max(measure / 6, EVEN)  # the gaps of an even line
    for number, (width, begin, gaps, next_gaps, charge, ends_in_hyphen, sign, _, _) in enumerate(
        places
    ):
        least = width - measure
        while active[first][0] < least - sign:
            first += 1
            if first == len(active):
                return None
        most = least + reach
        if active[first][0] > most:
            continue
        best = more = _NEVER
        origin = other = -1
        for column, passed, cost, run, node in active[first:]:
            spare = column - least
            if spare < 0:
                continue
            if spare > reach:
                break
            ratio = spare / (even or gaps - passed or 1)
            cost += ratio * ratio
            if run == 0 or not ends_in_hyphen:
                if cost < best:
                    best, origin = cost, node
            elif run == 1 and cost < more:
                more, other = cost, node
        if best < _NEVER:
            active.append((begin, next_gaps, best + charge, ends_in_hyphen, len(ends)))
            previous.append(origin)
            ends.append(number)
        if more < best:
            active.append((begin, next_gaps, more + charge, 2, len(ends)))
            previous.append(other)
            ends.append(number)
    fitting = [node for node in active if node[0] >= cells - measure]
    if not fitting:
        return None
    return _chain(_last(fitting, cells, places[-1][3], measure, justify)[4], previous, ends)


def _chain(node: int, previous: list[int], ends: list[int]) -> list[int]:
    """The places on the way to a node."""
    chain: list[int] = []
    while node >= 0:
        chain.append(ends[node])
        node = previous[node]
    return chain[::-1]


def _last(fitting: list[Node], cells: int, gaps: int, measure: int, justify: bool) -> Node:
    """The place where the last line begins best: the cheapest, but for a last line that is short.

    Such a one is avoided where that makes justified lines hardly worse, by 4 %; ragged ones may
    be less even for it.
    """
    least = min(node[2] for node in fitting)

    def charge(node: Node) -> float:
        length, alone = cells - node[0], node[1] == gaps > 0
        if alone:
            missing = max(1 - 3 * length / measure, 0.0)
            return LAST_WORD_COST * (missing + bool(node[3]))
        return LAST_WORD_COST / 4 if length < measure // 6 else 0.0

    if justify:
        limit = least * 1.04
        affordable = [node for node in fitting if node[2] <= limit]
        return min(affordable, key=lambda node: (charge(node), node[2]))
    return min(fitting, key=lambda node: node[2] + charge(node))
