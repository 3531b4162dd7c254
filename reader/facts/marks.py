"""Quotation marks: which stretches of a paragraph stand between them, in any style.

« French », »German«, „German“, “English”, ”Swedish”, "typewriter", ‘British’, and what is quoted
within another quotation. An apostrophe, a measurement (5' 6") and a mark that is never closed
are no quotation marks.
"""

import re

_MARKS = re.compile(r"[«»“”„‟\"‘’‚‹›']")
_CLOSERS = {"«": "»”", "»": "«", "“": '”"', "”": "”", "„": '“”"', '"': '"”', "‹": "›", "›": "‹"}
_CLOSERS |= {"‘": "’", "‚": "‘’", "'": "'", "‟": "”“"}
_SINGLE = "‘’‚'"
_BEFORE = " \t\n\u00a0\u202f\u2009([{—–-/¿¡«„“\"'‘‚‹"
_SPACES = " \t\n\u00a0\u202f\u2009"
# How far a quotation between single marks reaches at most, and how deep quotations nest.
_REACH, _DEEPEST = 1200, 6


class Quoted:
    """A quotation: its words are `start:end`, with its marks it is `outer:after`.

    `closed` is False where the paragraph ends before the quotation does.
    """

    __slots__ = ("after", "closed", "end", "outer", "start")

    def __init__(self, text: str, outer: int, close: int, closed: bool = True) -> None:
        self.outer = outer
        self.after = close + 1 if closed else close
        inner = text[outer + 1 : close]
        self.start = outer + 1 + len(inner) - len(inner.lstrip())
        self.end = max(outer + 1 + len(inner.rstrip()), self.start)
        self.closed = closed

    def __repr__(self) -> str:
        return f"Quoted({self.start}, {self.end}, {self.closed})"


class _Open:
    """A mark that opened and what was quoted since."""

    __slots__ = ("at", "closers", "inside")

    def __init__(self, at: int, closers: str) -> None:
        self.at = at
        self.closers = closers
        self.inside: list[Quoted] = []


def quoted(text: str, goes_on: bool = False) -> list[Quoted]:
    """The outermost quotations of a paragraph, in their order.

    With `goes_on` the next paragraph begins with a mark: one that is not closed here is then a
    quotation of several paragraphs, and reaches to the end of this one.
    """
    found: list[Quoted] = []
    stack: list[_Open] = []
    singles = _single_ends(text)
    ends = set(singles.values())
    for match in _MARKS.finditer(text):
        at, mark = match.start(), match[0]
        if stack and mark in stack[-1].closers and _closes(text, at, mark, ends):
            top = stack.pop()
            (stack[-1].inside if stack else found).append(Quoted(text, top.at, at))
        elif len(stack) < _DEEPEST and _opens(text, at, mark, bool(stack), singles):
            stack.append(_Open(at, _CLOSERS[mark]))
        elif len(stack) > 1 and mark in stack[-2].closers and mark not in _SINGLE:
            stack.pop()  # one that was none, or was never closed
            top = stack.pop()
            (stack[-1].inside if stack else found).append(Quoted(text, top.at, at))
    if stack and goes_on and text[stack[0].at] not in _SINGLE:
        found.append(Quoted(text, stack[0].at, len(text), closed=False))
    else:
        for left in stack:
            found += left.inside
    return found


def begins_quoted(text: str) -> bool:
    """Whether a paragraph begins with a mark that opens."""
    return bool(text) and text[0] in '«“„"»‟' and _opens(text, 0, text[0], False, {})


def _around(text: str, at: int) -> tuple[str, str]:
    return text[at - 1] if at else " ", text[at + 1] if at + 1 < len(text) else " "


def _opens(text: str, at: int, mark: str, inside: bool, singles: dict[int, int]) -> bool:
    before, after = _around(text, at)
    if mark in "‘'‚":
        return not inside and at in singles
    if mark == "’":
        return False
    if mark == "«":
        return before in _BEFORE or before in ":,." or after in _SPACES or not inside
    if mark == "»":
        return before in _BEFORE and (after.isalnum() or after in "¿¡„‚›‹…[(")
    if mark == "›":
        return False
    if mark in "“„‟‹":
        return after not in _SPACES or before in _SPACES
    if before.isdigit() and not inside:
        return False
    return before in _BEFORE and after not in _SPACES and after not in ",.;:)"


def _closes(text: str, at: int, mark: str, singles: set[int]) -> bool:
    before, after = _around(text, at)
    if mark in _SINGLE:
        return at in singles
    if mark in '"“':
        return before not in _SPACES or after in " \t\n,.;:" or at + 1 == len(text)
    if mark == "«":
        return before not in _SPACES
    return True


def _single_ends(text: str) -> dict[int, int]:
    """Where quotations between single marks open, and where each closes.

    It closes at the first mark that no letter follows, after a stop if one such comes: the others
    may be apostrophes (the boys’ toys).
    """
    pairs: dict[int, int] = {}
    reached = -1
    for match in re.finditer(r"(?<![\w.,!?’'”])[‘‚'](?=[^\W_]|[¿¡“\"…])", text):
        at = match.start()
        if at < reached or re.match(r"\d\ds\b|n[’']|t(?:is|was)\b|em\b", text[at + 1 : at + 6]):
            continue
        sign = "[’‘]" if match[0] == "‚" else "’" if match[0] == "‘" else "'"
        window = text[at + 1 : at + _REACH]
        stop = re.search(r"[‘‚](?=\w)|\s'(?=\w)", window)
        limit = stop.start() if stop else len(window)
        ends = [m.start() for m in re.finditer(rf"{sign}(?!\w)", window[:limit])]
        sure = [e for e in ends if window[e - 1 : e] in tuple(",.!?…")]
        plain = [
            e
            for e in ends
            if window[e - 1 : e] not in ("s", " ") or window[e + 1 : e + 2] in tuple(",.;:)")
        ]
        end = (sure or plain or ends or [-1])[0]
        if end > 0:
            pairs[at] = reached = at + 1 + end
    return pairs
