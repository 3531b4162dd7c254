"""What looks like a figure and is none: addresses, clock times, references, names with numbers.

Texts are `plain`: see `reader.facts.numbers.PLAIN`.
"""

import re
from functools import lru_cache

from reader.document.function_words import LATIN
from reader.facts.amounts import Amount
from reader.facts.language import Language, language
from reader.facts.numbers import any_of

_BACK = 28
_SPACE = re.compile(r"\s")
_ADDRESS = re.compile(
    r"://|www\.|@\w|\.(?:com|org|net|info|io|gov|edu|eu|fr|de|uk|es|it|nl|ch|be|br|pt)(?!\w)"
)
# The same in every language: versions, book and phone numbers, clock times, notes, degrees of
# places.
_ANYWHERE = (
    r"#\d+",
    r"(?:ISBN|ISSN|DOI|EAN|ISO|IEC|DIN|EN|RFC|IEEE|USB|HDMI|Wi-Fi|PCIe|DDR|MP|PM)[ :-]*\d[\dXx./-]*",
    r"(?:\+|\b00)\d{1,3}[ .-]?(?:\(0\)[ .-]?)?\d{1,4}(?:[ .-]?\d{2,4}){2,5}\b",
    r"\b0\d(?:[ .-]\d{2}){4}\b",
    r"\(?\b\d{3}\)?[ .-]\d{3}-\d{4}\b",
    r"\bv\d+(?:\.\d+)*\b|\b\d+\.\d+\.\d{1,2}(?:\.\d+)*\b",
    r"\b(?:[01]?\d|2[0-4])(?:[:]|\s?h\s?)[0-5]\d(?::\d\d|\smin)?\b(?!\s?%)",
    r"\[\d+(?:[,-]\s?\d+)*\]",
    r"\b\d+°\s?\d+['′]",
    r"\b(?:24|7)/(?:7|24)\b",
    r"(?:^|[,(]\s|\bin\s|\bD-|\bF-)\d{5}\s(?=[^\W\d_a-z])",
    r"\b[A-Z]{2}\s\d{5}\b",
    r"(?:(?<=^)|(?<=\n))\s*\(?\d{1,3}[.)]\s",
)


def hidden(plain: str, name: str) -> "list[tuple[int, int]]":
    """The ranges of a plain text in which no number is a figure, in their order."""
    found = [match.span() for match in _grammar(name).anywhere.finditer(plain)]
    return sorted(_addresses(plain) + found)


def _addresses(plain: str) -> "list[tuple[int, int]]":
    """The words of a text that are addresses of the web, or of people."""
    found: list[tuple[int, int]] = []
    at = 0
    while match := _ADDRESS.search(plain, at):
        start = max(plain.rfind(space, at, match.start()) for space in (" ", "\xa0", "\n")) + 1
        end = _SPACE.search(plain, match.end())
        start, at = max(start, at), end.start() if end else len(plain)
        found.append((start, at))
    return found


def is_reference(plain: str, amount: Amount, name: str) -> bool:
    """Whether the number says which one, not how many: `article 5`, `page 12`, `category 4`."""
    low = max(amount.core - _BACK, 0)
    return bool(_grammar(name).reference.search(plain, low, amount.core))


def is_named(plain: str, at: int, name: str, followed: bool) -> bool:
    """Whether the number at `at` is a part of the name before it: `CAC 40`, `Boeing 737`.

    `followed` is whether a noun that it might count comes after it.
    """
    grammar = _grammar(name)
    match = grammar.before.search(plain, max(at - _BACK, 0), at)
    if match is None:
        return False
    word = match["word"]
    if not any(letter.isupper() for letter in word) or word.lower() in grammar.stops:
        return False
    if followed and word.istitle() and starts_sentence(plain, match.start()):
        return False
    if grammar.capital:  # every noun has a capital
        return not followed or any(letter.isupper() for letter in word[1:])
    return True


def starts_sentence(plain: str, at: int) -> bool:
    """Whether nothing of its sentence stands before `at`."""
    before = plain[max(at - 4, 0) : at].rstrip(" \xa0\n\"'«“„(*-")
    return not before or before[-1] in ".!?:;…"


class _Grammar:
    """The patterns of one language."""

    def __init__(self, words: Language) -> None:
        finding = words.finding
        clock = any_of(finding.clock_before) or "(?!)"
        oclock = any_of(finding.clock_after) or "(?!)"
        streets = any_of(finding.streets_after) or "(?!)"
        ways = any_of(finding.streets_before) or "(?!)"
        hour = r"(?:[01]?\d|2[0-4])"
        own = [
            rf"(?<!\w)(?:{clock})\s{hour}(?:[.:]\d\d)?\s?(?:{oclock})(?!\w)(?!\s(?:{any_of(words.per) or '(?!)'})\s)"
            if not finding.month_capital
            else rf"\b{hour}(?:[.:]\d\d)?\s?(?:{oclock})(?!\w)",
            rf"(?<!\w)\d{{1,5}}(?:\s?(?:bis|ter))?,?\s(?:(?:[A-Z]\w+\s){{1,3}})?(?:{streets})(?!\w)",
            rf"(?<!\w)(?:{ways})\s(?:[^\W\d_]+\s){{1,4}}?(?:n\.?\s?)?\d{{1,4}}[a-z]?(?!\w)",
            rf"\w(?:{ways})\s\d{{1,4}}[a-z]?(?!\w)",
        ]
        if not finding.clock_after:
            own.append(rf"(?<!\w)(?:{clock})\s{hour}(?:[.:]\d\d)?(?!\w)(?!\s?%)")
        self.anywhere = re.compile("|".join([*_ANYWHERE, *(f"(?i:{form})" for form in own)]))
        self.reference = re.compile(
            rf"(?<!\w)(?:{any_of(finding.references) or '(?!)'})s?\s?(?:n[°o]\.?\s?)?$", re.I
        )
        self.before = re.compile(r"(?P<word>[^\W_][\w&'./-]*)[\s\xa0]$")
        stops = {word for word in LATIN.get(words.name, "").split() if word[-1:] != "'"}
        self.stops = stops | finding.stops | set(finding.changed)
        self.capital = words.name == "de"


@lru_cache(maxsize=16)
def _grammar(name: str) -> _Grammar:
    return _Grammar(language(name))
