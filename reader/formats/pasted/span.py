"""Where in a pasted page the article is: the span of its lines that is dense with prose."""

from collections import Counter
from collections.abc import Sequence

from reader.formats.lines import Line

# A line with so many characters and words is prose, a sentence with these.
_LONG = 80
_LONG_WORDS = 8
_SENTENCE = 40
_SENTENCE_WORDS = 6
# So many short lines may stand between the last paragraph and the first furniture.
_MOST_TAIL = 4
_LONGEST_MENU = 600
# Signs that stand between the entries of a menu.
_SEPARATORS = "▪|•·/▾»"

# What a line adds to the density of the prose around it; prose adds a hundredth per character.
_MOST = 4.0
_WEIGHTS = {
    "related": -4.0,
    "related line": -0.5,
    "aside": -0.8,
    "menu": -1.2,
    "lone": -0.5,
    "number": -0.1,
    "count": -0.8,
    "legal": -4.0,
}
_SHORT = -0.15
_ITEM = -0.1
_AGAIN = -0.4
# The first part of a page with such a share of the densest part's weight is the article.
_ENOUGH = 0.35
# Such a share of all text is more than a few comments.
_MUCH = 0.15


def is_prose(line: Line) -> bool:
    """Whether it is a line of running text."""
    text = line.body
    length = len(text)
    if length < _SENTENCE:
        return length >= 15 and text[-1] in "。！？"
    words = text.count(" ") + 1
    if length < _LONGEST_MENU and sum(map(text.count, _SEPARATORS)) > max(2, words // 6):
        return False
    if length >= _LONG and words >= _LONG_WORDS:
        return True
    return (line.is_sentence and words >= _SENTENCE_WORDS) or line.final in "。！？"


def weights(lines: Sequence[Line], roles: Sequence[str], prose: Sequence[bool]) -> list[float]:
    """What each line says for (more than 0) or against being in the article."""
    often = Counter(line.key for line, dense in zip(lines, prose, strict=True) if not dense)
    found = []
    for line, name, dense in zip(lines, roles, prose, strict=True):
        if name and not (dense and name in ("aside", "menu", "related line")):
            weight = _WEIGHTS.get(name, -1.0)
        elif dense:
            weight = min(len(line.body) / 100, _MOST)
        elif line.is_sentence and line.body.count(" ") >= 2:
            weight = len(line.body) / 100
        elif often[line.key] > 2:
            weight = _AGAIN
        else:
            weight = _ITEM if line.is_item and len(line.body) >= 25 else _SHORT
        found.append(weight)
    return found


def article_span(values: Sequence[float], roles: Sequence[str]) -> tuple[int, int]:
    """The lines `start:end` that are the article's; (0, 0) where there is no prose at all.

    The page is cut where comments or its foot begin. Of the parts the first is taken that has
    much of the weight of the heaviest one, for what readers wrote can be longer than the article.
    """
    parts: list[tuple[float, int, int]] = []
    begin = 0
    for number, name in enumerate([*roles, "legal"]):
        if name in ("comments", "legal") or (name == "count" and _ends(values, roles, number)):
            parts.append(_heaviest(values, begin, number))
            begin = number + 1
    most = max(part[0] for part in parts)
    for weight, start, end in parts:
        if weight > 0 and weight >= _ENOUGH * most:
            return start, end
    return 0, 0


def _ends(values: Sequence[float], roles: Sequence[str], at: int) -> bool:
    """Whether the comments that are counted at a line follow it, as they do below an article.

    Half of the text stands above, and there is not much of it before the next such line: else
    there are several articles, each with its number of comments.
    """
    dense = [max(value, 0.0) for value in values]
    total = sum(dense)
    later = next((n for n in range(at + 1, len(roles)) if roles[n] == "count"), at)
    return sum(dense[:at]) >= 0.5 * total and sum(dense[at:later]) <= _MUCH * total


def _heaviest(values: Sequence[float], begin: int, end: int) -> tuple[float, int, int]:
    """The contiguous part of `begin:end` with the greatest sum (Kadane), its sum before it."""
    best = (0.0, begin, begin)
    weight, start = 0.0, begin
    for number in range(begin, end):
        if weight <= 0:
            weight, start = 0.0, number
        weight += values[number]
        if weight > best[0]:
            best = (weight, start, number + 1)
    return best


def tail_end(lines: Sequence[Line], roles: Sequence[str], end: int) -> int:
    """The end of the article when what stands below its last dense line is counted in.

    That is all up to the first furniture if this comes soon; else sentences, a signature with a
    dash, an address of mail.
    """
    at = end
    while at < len(lines) and at - end <= _MOST_TAIL and roles[at] in ("", "number"):
        at += 1
    if at == len(lines) or at - end <= _MOST_TAIL:
        return at
    at = end
    while at < len(lines) and not roles[at]:
        line = lines[at]
        if not (line.is_sentence or line.text[0] in "—―" or _is_mail(line.text)):
            break
        at += 1
    return at


def _is_mail(text: str) -> bool:
    return "@" in text and " " not in text and "." in text
