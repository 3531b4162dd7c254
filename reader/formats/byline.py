"""Who wrote an article: the names in a line near its title or its end, and in what pages declare."""

import re

from reader.document.characters import clean_line, fold
from reader.formats.dates import find_day
from reader.formats.furniture import AUTHORS, BY, NO_NAMES, POSTS, SUFFIX, WRITTEN
from reader.formats.lines import EDGE

# Longer lines are no byline, a name has no more words; of what is declared, no more is looked at.
_LONGEST = 240
_MOST_WORDS = 5
_LONGEST_DECLARED = 400
_LONGEST_NAME = 80
_MOST = 30

# What stands in names, not only before them; those of `by` of which that is true, too.
_PARTICLES = frozenset(
    """
de del della di da do dos das du des la le les van von der den ten ter zu zum af av bin ibn al el e
y
""".split()
)
# No name begins with these, and no later word of one is that is no particle.
_ARTICLES = frozenset("the a le la un une der die das".split())


def _any(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# `by`, `written by`, `text:`, `author` and the like; a particle that begins a name has a capital.
_LABEL = re.compile(
    rf"(?:(?:(?:a|propos)\s+)?(?:{_any(WRITTEN | AUTHORS)})\s+(?:{_any(BY - _PARTICLES)}|(?-i:{_any(BY & _PARTICLES)}))"
    rf"|(?P<by>{_any(BY)})|(?P<colon>{_any(WRITTEN)})|{_any(AUTHORS)})(?:\s*:\s*|(?(colon)(?!)|\s+))",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[|•·—–-]+\s+|[|•·]|\s+(?:on|le|am|el|il|op|em)\s+(?=\d|[A-Z]\w+ \d)")
_UPDATED = re.compile(
    r"\s*[-–—]\s*(?:aktualisiert|veröffentlicht|updated|actualizado|mis à jour)\b", re.IGNORECASE
)
_BY_NAME = re.compile(r".*\b(?:by|par|von|por|door)\s+(?=[A-ZÀ-Þ])(.+)")
# Between names. (`y` and `e` may stand within one: José Ortega y Gasset.)
_BETWEEN = re.compile(
    r"\s*[,;|•·\n]\s*(?:(?:and|et|und|y|e|en)\s+)?|\s*\((?:avec|with|mit|con)\s+|\s*&\s+"
    r"|\s+(?:and|et|und|och|og|en|with|avec|mit|с|и)\s+|\s+(?P<within>[ye])\s+"
)
_NOTES = re.compile(r"\s*[(\[].*?[)\]]")
_TAIL = re.compile(
    r"\s+(?:-|–|—|\||at|for|on|in)\s+.*$|\s*\((?:@|http|AFP|Reuters|AP\b).*\)$|\s*@\w+$"
)
_ADDRESS = re.compile(r"https?:|www\.|@|\d{4}|^\W*$", re.IGNORECASE)


# ---------------------------------------------------------------------- in lines of text


def named(text: str) -> list[str]:
    """The names behind a word such as `by` in a line; none where there is no such word."""
    if len(text) > _LONGEST:
        return []
    for part in _PARTS.split(text):
        part = _UPDATED.split(part, maxsplit=1)[0]
        rest = _behind_by(part.strip(EDGE)) or _behind_day(part)
        if _is_name_or_particle(rest.partition(" ")[0]):
            return listed(rest)
    return []


def opens(text: str) -> bool:
    """Whether the line is no more than such a word: the names come on the next one."""
    words = text.lower().rstrip(" :").split()
    known = BY | WRITTEN | AUTHORS
    return bool(words) and words[-1] in known and len(words) <= 6 and words[0] in known


def listed(text: str) -> list[str]:
    """The names in a list of them, up to the first words that are none."""
    found: list[str] = []
    for each in _listed(_NOTES.sub("", text).strip(EDGE + ",;:")):
        name = each.strip(EDGE + ",;:.*")
        if found and SUFFIX.fullmatch(name):
            found[-1] += f", {name}"
            continue
        first, _, rest = name.partition(" ")
        if not is_name(name) and not (first in _PARTICLES - _ARTICLES and is_name(rest)):
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
    return listed(before) if before and all(is_name(n, 2) for n in _listed(before)) else []


def _is_name_or_particle(word: str) -> bool:
    return word[:1].isupper() or word in _PARTICLES


def _behind_by(text: str) -> str:
    """What stands behind `by`, `Text:` or the like at the beginning of a text; '' without it."""
    label = _LABEL.match(text)
    if label is None:
        return ""
    rest = text[label.end() :]
    # `Di Angelo` is a name, `Di Mario Rossi` says whose words follow.
    begun = label["by"] and label["by"].lower() in _PARTICLES and label["by"][:1].isupper()
    return "" if begun and ":" not in label[0] and len(rest.split()) < 2 else rest


def _behind_day(text: str) -> str:
    """What stands behind `by` in a line that has the day in front of it."""
    match = _BY_NAME.fullmatch(text)
    return match.group(1) if match and find_day(text[: match.start(1)]) else ""


def _listed(text: str) -> list[str]:
    """The parts of a list of names."""
    parts: list[str] = []
    start = 0
    for between in _BETWEEN.finditer(text):
        behind = _BETWEEN.split(text[between.end() :], maxsplit=1)[0].split()
        part = text[start : between.start()]
        if between["within"] and len(part.split()) > 1 and len(behind) == 1:
            continue
        parts.append(part)
        start = between.end()
    return [*parts, text[start:]]


# ---------------------------------------------------------------------- as pages declare them


def authors_of(said: list[str], site: str = "", *, inverted: bool = False) -> list[str]:
    """The names in what was said to be names, each once; `inverted` when they are `Last, First`.

    Addresses, handles, placeholders and the name of the site are no authors.
    """
    found: dict[str, str] = {}
    for text in said[:_MOST]:
        text = clean_line(text).strip(" \xa0")
        if inverted and (match := re.fullmatch(r"([^,]+),\s*([^,]+)", text)):
            text = f"{match.group(2)} {match.group(1)}"
        text = _behind_by(text) or text
        if not text or len(text) > _LONGEST_DECLARED or _key(text) == _key(site):
            continue
        for name in _declared(text):
            name = _TAIL.sub("", _behind_by(name) or name).strip(" \xa0.,;:|-–—*()")
            if _may_be_name(name) and _key(name) != _key(site):
                found.setdefault(_key(name), name)
    return list(found.values())[:_MOST]


def _key(text: str) -> str:
    return fold(text).text.casefold()


def _declared(text: str) -> list[str]:
    """The names in a list of them, up to what somebody is."""
    found: list[str] = []
    for part in map(str.strip, _listed(text)):
        if found and not POSTS.isdisjoint(part.lower().split()):
            break
        if found and SUFFIX.fullmatch(part):
            found[-1] += ", " + part
        elif part:
            found.append(part)
    return found


def _may_be_name(text: str) -> bool:
    return (
        1 < len(text) <= _LONGEST_NAME
        and len(text.split()) <= _MOST_WORDS + 1
        and not _ADDRESS.search(text)
        and text.lower().rstrip("0123456789") not in NO_NAMES
        and any(letter.isalpha() for letter in text)
    )
