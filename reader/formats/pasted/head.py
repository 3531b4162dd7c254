"""What stands above an article: its title, who wrote it, when."""

from collections import Counter
from collections.abc import Sequence

from reader.formats import byline
from reader.formats.dates import find_day
from reader.formats.furniture import HOMES
from reader.formats.lines import EDGE, Line, key
from reader.formats.pasted.span import is_prose

# A title is no longer, and stands no more lines above the article.
_LONGEST_TITLE = 200
_FAR = 100
# The least score of a title.
_LEAST = 1.0
# How many lines a byline or a date may be below the title, or a date above it.
_NEAR = 5


class Head:
    """What the lines around an article say of it; `at` is the line of its title, -1 for none.

    `foot_at` is the line below it that says who wrote it.
    """

    __slots__ = ("at", "authors", "date", "foot_at", "subtitle_at", "title")

    def __init__(self) -> None:
        self.at = -1
        self.title = ""
        self.subtitle_at = -1
        self.authors: list[str] = []
        self.date = ""
        self.foot_at = -1


def is_about(line: Line) -> bool:
    """Whether a short line says who wrote the article or when."""
    text = line.body
    if len(text) > _LONGEST_TITLE or (line.is_sentence and len(text) > 60):
        return False
    return bool(byline.named(text) or byline.opens(text) or find_day(text))


def title_line(
    lines: Sequence[Line], roles: Sequence[str], prose: Sequence[bool], start: int, slug: str
) -> int:
    """The line that is most likely the title of the article that begins at `start`; -1 for none.

    `slug` is the key of the end of the article's address. The title is said again somewhere, has
    the byline or the date below it, or the same words as the address.
    """
    first = max(start - _FAR, 0)
    keys = Counter(line.key for line in lines)
    found, best = -1, _LEAST
    dense = 0
    for at in range(min(start, len(lines) - 1), -1, -1):
        line = lines[at]
        if at < start and prose[at]:
            dense += 1
        if at < first and not (keys[line.key] > 1 and at > first - 200):
            continue
        if (
            roles[at]
            or (line.sign and keys[line.key] < 2)
            or not 1 < len(line.body) <= _LONGEST_TITLE
        ):
            continue
        score = _score(lines, roles, prose, at, keys, slug) - min((start - at) * 0.03, 1.5)
        score += start - at <= _NEAR
        score -= 3.0 * max(dense - 1 - prose[at], 0)
        if score > best:
            found, best = at, score
    return found


def title_inside(lines: Sequence[Line], roles: Sequence[str], span: tuple[int, int]) -> int:
    """A title that stands behind some sentences of the page itself: `span` begins too early.

    It is said twice, and the byline follows; most of the text stands below it. -1 for none.
    """
    start, end = span
    keys = Counter(line.key for line in lines)
    total = sum(len(line.body) for line in lines[start:end])
    above = 0
    for at in range(start, min(start + 2 * _NEAR + 15, end)):
        line = lines[at]
        if above > 0.3 * total:
            break
        if keys[line.key] > 1 and line.key.count(" ") >= 3 and not roles[at] and at + 3 < end:
            near = [n for n in range(at + 1, min(at + 9, end)) if not roles[n]][:3]
            if any(is_about(lines[n]) and len(lines[n].body) < 120 for n in near):
                return at
        above += len(line.body)
    return -1


def _score(
    lines: Sequence[Line],
    roles: Sequence[str],
    prose: Sequence[bool],
    at: int,
    keys: Counter[str],
    slug: str,
) -> float:
    line = lines[at]
    words = line.key.split()
    same = keys[line.key] - 1
    score = _score_alone(line, len(words), named=same > 0) - 5.0 * is_crumbs(lines, at)
    glued = len(words) >= 3 and any(
        other is not line and other.key != line.key and other.key.endswith(line.key)
        for other in lines[max(at - 8, 0) : at + 2]
    )
    if 0 < same < 8 or glued:
        score += 1.5
    if len(words) <= 2 and 0 < same < 8:  # the name of the site
        score -= 2.0
    if slug and len(words) >= 3:
        score += 6.0 * sum(word in slug for word in words if len(word) > 3) / len(words)
    if at and len(lines[at - 1].body) <= 40 and find_day(lines[at - 1].body):
        score += 1.0
    score += _score_below(lines, roles, at)
    if prose[at] or len(line.body) > 110:
        score -= 1.0
    if prose[at] and line.is_sentence and line.final == ".":
        score -= 4.0
    return score


def _score_alone(line: Line, count: int, *, named: bool) -> float:
    """What a line of `count` words itself says for its being the title; `named`: it comes again."""
    if count < 3:
        score = (-2.5 if named else -1.0) if count == 2 else -3.5
    else:
        score = 0.5 if count == 3 else 1.5 if count <= 24 else -2.0
    score -= line.body[0].islower()
    if any(sign in line.body for sign in "|»•"):
        score -= 1.0
    if line.final in ".,;:":
        score -= 2.0
    if is_about(line):
        score -= 3.0
    if byline.is_name(line.body, 2) and count <= 3 and not named:
        score -= 2.0
    return score


def _score_below(lines: Sequence[Line], roles: Sequence[str], at: int) -> float:
    """What it says for a title that the byline or the date stands below: the more, the nearer."""
    distance = 0
    for below in range(at + 1, min(at + 3 * _NEAR, len(lines))):
        if roles[below] or lines[below].key == lines[at].key:
            continue
        if is_about(lines[below]):
            return 3.0 - 0.9 * distance
        distance += 1
        if distance == _NEAR:
            break
    return 0.0


def is_title_like(line: Line) -> bool:
    """Whether a line that is long enough for text may be a title: it does not end like text."""
    return len(line.body) <= _LONGEST_TITLE and line.final not in ".:;,"


def is_crumbs(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the title below it with the way to the page in front."""
    crumbs = lines[at].key
    for title in lines[at + 1 : at + 4]:
        words = title.key
        if words == crumbs or words.count(" ") < 2 or not crumbs.endswith(words):
            continue
        if crumbs[-len(words) - 1] != " " or crumbs.split(" ", 1)[0] in HOMES:
            return True
    return False


def read_head(lines: Sequence[Line], roles: Sequence[str], at: int, begin: int) -> Head:
    """What the lines from the title at `at` to the article's first paragraph at `begin` say."""
    head = Head()
    head.at = at
    same = [n for n in range(max(at - 15, 0), at) if lines[n].key == lines[at].key]
    between = range(min(same, default=max(at, 0)), begin)
    seen = -1
    for number in between:
        line = lines[number]
        if number == at or number in same or (roles[number] and roles[number] != "number"):
            continue
        authors = byline.named(line.body) or byline.beside_a_day(line.body)
        if not authors and byline.opens(line.body) and number + 1 < len(lines):
            authors = byline.listed(lines[number + 1].body)
        day = find_day(line.body) if len(line.body) <= 240 else None
        if authors and not head.authors:
            head.authors = authors
            seen = number if seen < 0 else seen
        if day and not head.date:
            head.date = day.iso
            seen = number if seen < 0 else seen
            if not head.authors:
                head.authors = _beside(lines, roles, number, at)
    if not head.date and at >= 0:
        head.date = _above(lines, roles, at)
    if seen > at >= 0:
        head.subtitle_at = _subtitle(lines, roles, at, seen)
    return head


def read_foot(lines: Sequence[Line], roles: Sequence[str], end: int, head: Head) -> None:
    """Who wrote it, if only the lines around the end of the article say so."""
    if head.authors:
        return
    for number in range(max(end - 1, 0), min(end + 8, len(lines))):
        if roles[number] in ("comments", "related"):
            return
        text = lines[number].body
        if len(text) > 120:
            continue
        authors = byline.named(text)
        if not authors and byline.opens(text) and number + 1 < len(lines):
            authors = byline.listed(lines[number + 1].body)
        if authors:
            head.authors, head.foot_at = authors, number
            return


def _beside(lines: Sequence[Line], roles: Sequence[str], day: int, title: int) -> list[str]:
    """The names on the lines next to the one with the day, if they are nothing but names."""
    for number in (day - 1, day + 1):
        if not max(title, 0) < number < len(lines) or roles[number]:
            continue
        text = lines[number].body
        found = byline.listed(text)
        if found and all(byline.is_name(name, 2) for name in found) and len(text) <= 80:
            return found
    return []


def _above(lines: Sequence[Line], roles: Sequence[str], at: int) -> str:
    for number in range(at - 1, max(at - 4, -1), -1):
        day = find_day(lines[number].body)
        if day and len(lines[number].body) < 40 and not roles[number]:
            return day.iso
    return ""


def _subtitle(lines: Sequence[Line], roles: Sequence[str], at: int, seen: int) -> int:
    """The one line of text between the title and the byline or date, or a sentence below it."""
    texts = [
        number
        for number in range(at + 1, seen)
        if not roles[number] and not lines[number].is_item and lines[number].key != lines[at].key
    ]
    if texts and texts[0] == at + 1 and is_prose(lines[at + 1]) and lines[at + 1].is_sentence:
        return at + 1
    if len(texts) == 1 and " " in lines[texts[0]].body.strip() and len(lines[texts[0]].body) >= 25:
        return texts[0]
    return -1


def without_crumbs(text: str, whole: str) -> str:
    """A title without the way to the page in front of it, and said once.

    `whole` is all of the text: two words that were glued together stand nowhere else in it.
    """
    half = len(text) // 2
    for cut in (half, half + 1):
        first, second = text[:cut].strip(EDGE), text[cut:].strip(EDGE)
        if len(first) > 8 and first == second:
            return first
    for sign in (" > ", " › ", " » ", " / ", " | ", " → "):
        parts = text.split(sign)
        if len(parts) > 1 and key(parts[0]) in HOMES and parts[-1].count(" ") >= 2:
            return parts[-1].strip(EDGE)
    opening = text.split(" ", 1)
    if len(opening) == 2 and (opening[0].lower() in HOMES):
        return _unglued(text, whole)
    return text


def _unglued(text: str, whole: str) -> str:
    at = 0
    for word in text.split(" "):
        for cut in range(2, len(word) - 1):
            if word[cut - 1].islower() and word[cut].isupper() and whole.count(word) == 1:
                rest = text[at + cut :]
                if rest.count(" ") >= 2:
                    return rest
        at += len(word) + 1
    return text
