"""What a line of a pasted page is: a part of the page's furniture, its source, or neither."""

import re
from collections.abc import Sequence

from reader.formats.dates import find_day
from reader.formats.furniture import (
    ASIDE_STARTS,
    COMMENT_STARTS,
    COMMENTS,
    LEGAL,
    MAYBE_HEADINGS,
    MORE_STARTS,
    RELATED_STARTS,
    ROLES,
    SOURCES,
)
from reader.formats.lines import WIDEST, Line, key, measure, split

# Longer lines are no label, no name of another article.
_LONGEST_LABEL = 60
_LONGEST_START = 200
# A line that is longer is text.
_TEXT = 80
# What is said of rights, at the foot of a page, is no longer.
_LONGEST_LEGAL = 400
# So many different lines of furniture make a page of a text that was wrapped.
_TELLING = 3
_SOURCE = re.compile(r"(\w+)[ \xa0]*:[ \xa0]*(https?://\S+)$")
# The pages that an article is cut into.
_PAGES = re.compile(r"pages?\s*:?(?:\s+\d{1,3}){1,20}(?:\s+\w+)?\W*", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
# The words of a line that are said by, or to, who runs the page.
_COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)


def role(line: Line) -> str:
    """What kind of furniture a line is, '' where it may be a part of the article.

    `comments` (what readers wrote begins here), `count` (the same, or just how many), `legal`,
    `related` (a box of other articles), `aside` (sharing, signing up, advertisements), `menu`,
    `lone` (a bullet without text), `number` (nothing but digits and signs).
    """
    body = line.body
    if not body:
        return "lone"
    if len(body) > _LONGEST_LEGAL:
        return ""
    words = line.key
    if not words:
        return "lone" if len(body) <= 2 and body not in "…" else ""
    if words.isascii() and words.replace(" ", "").isdigit():
        return "number" if len(body) <= 12 and not find_day(body) else ""
    short = len(body) <= _LONGEST_LABEL
    if short:
        named = ROLES.get(words) or ROLES.get(_without_counts(body))
        if not named and words.startswith(COMMENT_STARTS):
            named = "comments"
        if named:
            return named
    if short and _PAGES.fullmatch(body):
        return "aside"
    if _is_legal(body, words):
        return "legal"
    if len(body) <= _LONGEST_START and line.final != ".":
        if words.startswith(RELATED_STARTS) and _names_another(body):
            return "related line"
        if words.startswith(ASIDE_STARTS) and short and not line.is_sentence:
            return "aside"
    return ""


def roles_of(lines: Sequence[Line]) -> list[str]:
    """The role of each line; what may be a heading is furniture only where no text follows."""
    found = [role(line) for line in lines]
    for at, line in enumerate(lines):
        if found[at] and line.key in MAYBE_HEADINGS and _heads_text(lines, at):
            found[at] = ""
            continue
        if found[at] or len(line.body) > _LONGEST_LABEL or line.final in ".!,;":
            continue
        name = _maybe(line.key)
        after = lines[at + 1].body if at + 1 < len(lines) else ""
        if name and len(after) < _TEXT:
            found[at] = name
    return found


def _heads_text(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands between text and text, as headings do."""
    if not 0 < at < len(lines) - 1 or lines[at].is_item:
        return False
    return len(lines[at + 1].body) >= _TEXT and len(lines[at - 1].body) >= _TEXT


def _maybe(words: str) -> str:
    """What a short line is if no text follows it."""
    if words.startswith(MORE_STARTS):
        return "related"
    parts = words.split()
    return "count" if len(parts) <= 4 and not COMMENTS.isdisjoint(parts) else ""


def has_furniture(data: bytes) -> bool:
    """Whether a text has running text, be it wrapped, and in short lines what only pages have."""
    telling: set[str] = set()
    for raw in data.splitlines():
        if (len(raw) <= _LONGEST_LABEL or b"://" in raw) and raw[-1:] not in b".,;":
            for line in split(raw):
                name = role(line)
                if name in ("comments", "related", "aside", "legal") or source_in(line):
                    telling.add(line.key)
                elif name == "menu":
                    telling.add(name)
    if len(telling) < _TELLING:
        return False
    lines = split(data)
    return measure(lines, mixed=True) > 0 or any(len(line.text) > WIDEST for line in lines)


def is_about_cookies(line: Line) -> bool:
    """Whether it speaks of cookies, as no article does at its edges."""
    return _COOKIES.search(line.text) is not None


def source_in(line: Line) -> "tuple[str, str] | None":
    """The label and the address in a line such as `source: https://…`."""
    text = line.text
    if "://" not in text:
        return None
    found = _SOURCE.match(text)
    if found and found[1].lower() in SOURCES:
        return found[1].lower(), found[2]
    return None


def _without_counts(body: str) -> str:
    if body[-1] == ")":
        body = body[: body.rfind("(")]
    words = key(body).split()
    return " ".join(word for word in words if not word[0].isdigit())


def _is_legal(body: str, words: str) -> bool:
    if body[0] == "©" or words.startswith("copyright"):
        return _YEAR.search(body) is not None
    return any(entry in words for entry in LEGAL)


def _names_another(body: str) -> bool:
    """Whether a colon or dash stands behind the first words: what follows names another article."""
    head, colon, rest = body.partition(":")
    if not colon:
        head, colon, rest = body.partition(" - ")
    return bool(colon and key(rest)) and key(head) + " " in RELATED_STARTS
