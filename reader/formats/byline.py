"""Who wrote an article, by a line near its title or its end."""

import re

from reader.formats.dates import find_day
from reader.formats.furniture import BY, POSTS, SUFFIX
from reader.formats.lines import EDGE

# Longer lines are no byline; a name has no more words.
_LONGEST = 240
_MOST_WORDS = 5

_PARTS = re.compile(r"\s+[|•·—–-]+\s+|[|•·]|\s+(?:on|le|am|el|il|op|em)\s+(?=\d|[A-Z]\w+ \d)")
_UPDATED = re.compile(
    r"\s*[-–—]\s*(?:aktualisiert|veröffentlicht|updated|actualizado|mis à jour)\b", re.IGNORECASE
)
_BY_NAME = re.compile(r".*\b(?:by|par|von|por|door)\s+(?=[A-ZÀ-Þ])(.+)")
_AND = re.compile(r"\s*,\s*(?:(?:and|et|und|y|e|en)\s+)?|\s+(?:and|et|und|y|e|en|&|с|и)\s+")
_NOTES = re.compile(r"\s*[(\[].*?[)\]]")
_LABEL = re.compile(r"((?:[^\W\d_]+\s+){0,2}?[^\W\d_]+)\s*:\s*|([^\W\d_]+)\s+")
_PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "des",
        "la",
        "le",
        "les",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "ter",
        "zu",
        "zum",
        "af",
        "av",
        "bin",
        "ibn",
        "al",
        "el",
        "e",
        "y",
    ]
)
# No name begins with these, and no later word of one is that is no particle.
_ARTICLES = frozenset("the a le la un une der die das".split())


def named(text: str) -> list[str]:
    """The names behind a word such as `by` in a line; none where there is no such word."""
    if len(text) > _LONGEST:
        return []
    for part in _PARTS.split(text):
        part = _UPDATED.split(part, maxsplit=1)[0]
        rest = _behind_by(part.strip(EDGE)) or _after_day(part)
        if rest:
            return names(rest)
    return []


def _after_day(text: str) -> str:
    """What stands behind `by` in a line that has the day in front of it."""
    match = _BY_NAME.fullmatch(text)
    return match.group(1) if match and find_day(text[: match.start(1)]) else ""


def opens(text: str) -> bool:
    """Whether the line is no more than such a word: the names come on the next one."""
    words = text.lower().rstrip(" :").split()
    return bool(words) and words[-1] in BY and len(words) <= 6 and words[0] in BY


def names(text: str) -> list[str]:
    """The names in a list of them, up to the first words that are none."""
    found: list[str] = []
    for each in _AND.split(_NOTES.sub("", text).strip(EDGE + ",;:")):
        name = each.strip(EDGE + ",;:.*")
        if found and SUFFIX.fullmatch(name):
            found[-1] += f", {name}"
            continue
        if not is_name(name):
            break
        if name not in found:
            found.append(name)
    return found


def is_name(text: str, least: int = 1) -> bool:
    """Whether a text may be the name of somebody: `least` words or more, with capitals."""
    words = text.split()
    if not least <= len(words) <= _MOST_WORDS or len(text) > 60:
        return False
    for number, word in enumerate(words):
        if word.lower() in _PARTICLES and number:
            continue
        if word.lower() in POSTS or word.lower() in _ARTICLES:
            return False
        if number and word[1:2] in ("'", "’") and word[0] in "dl":
            word = word[2:]
        bare = word.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
        if not (bare.isalpha() and bare[0].isupper()):
            return False
    return True


def beside_a_day(text: str) -> list[str]:
    """The names in a line that has the day too, such as `Ada Lovelace - 3 May 1843`."""
    day = find_day(text)
    if day is None or len(text) > _LONGEST:
        return []
    before = text[: day.start].strip(EDGE + "-–—|•·,")
    return names(before) if before and all(is_name(n, 2) for n in _AND.split(before)) else []


def _behind_by(text: str) -> str:
    """What stands behind `by`, `Text:` or the like at the beginning of a text."""
    while found := _LABEL.match(text):
        words = (found[1] or found[2]).lower().split()
        if not all(word in BY for word in words):
            break
        rest = text[found.end() :]
        if _behind_by(rest) or rest[:1].isupper():
            return _behind_by(rest) or rest
        return ""
    return ""
