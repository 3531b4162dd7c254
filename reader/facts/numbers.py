"""Numbers in a running text, in digits or in words: `365 000`, `1,4 million`, `zweitausend`.

Texts are `plain`: see `PLAIN`. Every pattern is built once per language, and looks at a text once
from left to right.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from reader.facts.language import Language, language

# Hard spaces are one kind of space, apostrophes and dashes are one each; the length stays.
PLAIN = str.maketrans("\u202f\u2009\u2007\u2008\u200a\t’‘ʼ‐‑‒–—−", "\xa0\xa0\xa0\xa0\xa0 '''------")

# Scales of one letter: another letter's unit, unless something says that they are none.
LETTERS = ("m", "k", "b", "M", "K", "B")
# The most values that a number in words is made of.
_MOST_WORDS = 12
_CODE = r"(?:USD|EUR|GBP|CHF|JPY|Rs\.?|kr\.?)(?=\d)"


class Numeral:
    """A number at `start:end` of a text.

    `value` is what it is worth, with its `scale` (1 where it has none; `mark` is the word for it,
    and `bare` where the number ends without it). `spelled` is whether it is in words, `grouped`
    whether its digits are in groups or have a fraction, `about` whether it is a noun such as
    `une dizaine`.
    """

    __slots__ = ("about", "bare", "end", "grouped", "mark", "scale", "spelled", "start", "value")

    def __init__(self, start: int, end: int, value: float) -> None:
        self.start = start
        self.end = self.bare = end
        self.value = value
        self.scale = 1.0
        self.mark = ""
        self.spelled = self.grouped = self.about = False

    def without_scale(self) -> None:
        """Take the scale away again: `5 m` are metres."""
        self.value, self.scale, self.mark, self.end = self.value / self.scale, 1.0, "", self.bare

    def scaled(self, factor: float) -> float:
        """The value, were it on that scale as well."""
        return exact(self.value * factor)

    @property
    def year(self) -> bool:
        """Whether it may be a year as far as its looks go."""
        plain = not (self.spelled or self.grouped or self.mark)
        return plain and self.bare - self.start == 4 and 1000 <= self.value < 2200

    def __repr__(self) -> str:
        return f"Numeral({self.start}, {self.end}, {self.value})"


def numerals(plain: str, name: str, start: int = 0) -> list[Numeral]:
    """The numbers of a plain text in their order; `name` is that of the language."""
    grammar = _grammar(name)
    found: list[Numeral] = []
    at = start
    while match := grammar.number.search(plain, at):
        at = match.end()
        numeral = grammar.digits(match) if match["digits"] else grammar.spelled(match)
        if numeral is not None:
            grammar.take_scale(plain, numeral)
            if numeral.value < 1 and numeral.spelled:
                continue  # `half a mile` is no figure of a sidebar
            found.append(numeral)
            at = numeral.end
    return found


def any_of(words: "Iterable[str]") -> str:
    """A pattern of any of the words, the longest first.

    A final `.` may be missing, a space may be a hard one, and after an apostrophe or a hyphen the
    next word may follow at once.
    """
    escaped = (re.escape(word) for word in sorted(words, key=len, reverse=True))
    return "|".join(
        (word[:-2] + r"\.?" if word.endswith(r"\.") else word).replace(r"\ ", r"\s")
        for word in escaped
    )


def exact(number: float) -> float:
    """`number` without the noise of binary fractions; whole numbers as int."""
    number = float(f"{number:.12g}")
    return int(number) if number.is_integer() else number


def read_digits(written: str, decimal: str, both: bool = False) -> "float | None":
    """The number that digits with signs stand for, None where they stand for none.

    `both` is whether a comma before three digits is a group's even where it is the decimal sign.
    """
    digits = re.sub(r"[ \xa0']", "", written)
    signs = re.sub(r"\d", "", digits)
    if not signs:
        return float(digits)
    if len(set(signs)) == 2:  # the last is the decimal sign
        group, point = signs[0], signs[-1]
        if set(signs[:-1]) != {group} or not re.fullmatch(
            rf"\d{{1,3}}(?:\{group}\d{{3}})+\{point}\d+", digits
        ):
            return None
        return float(digits.replace(group, "").replace(point, "."))
    groups = re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", digits)
    if len(signs) > 1:
        return float(re.sub("[.,]", "", digits)) if groups else None
    if groups and (signs != decimal or both) and written == digits:
        return float(re.sub("[.,]", "", digits))
    return float(digits.replace(",", "."))


class _Grammar:
    """The patterns and words for the numbers of one language."""

    def __init__(self, words: Language) -> None:
        finding = words.finding
        self.decimal = words.decimal
        self.both = words.name == "es"  # Mexico writes `1,234.5`, Spain `1.234,5`
        self.scales = words.scales
        self.halves = finding.halves
        self.collectives = finding.collectives
        self.values = _values(words)
        self.word = re.compile(any_of(self.values) or "(?!)", re.I)
        scale = any_of(words.scales) or "(?!)"
        half = any_of(finding.and_half) or "(?!)"
        self.half = re.compile(rf"\s(?:{half})(?!\w)", re.I)
        self.scale = re.compile(
            rf"(?:\s(?P<before>{half}))?[\s-]?(?P<scale>(?-i:M(?=\W|$))|{scale})(?!\w)"
            rf"(?:\s(?P<after>{half})(?!\w))?",
            re.I,
        )
        one = any_of(finding.one) or "(?!)"
        single = rf"(?:{any_of(self.values) or '(?!)'})"
        if finding.compound:
            single += f"{{1,{_MOST_WORDS}}}"
        joined = any_of(finding.number_and)
        joiner = rf"(?:\s(?:{joined})\s|[\s-])" if joined else r"[\s-]"
        special = any_of([*self.collectives, *self.halves]) or "(?!)"
        space = r"[ \xa0']" if words.decimal == "," else r"[\xa0']"
        self.number = re.compile(
            rf"(?<![\w.,/#^])(?<![^\W\d_]-)(?:{_CODE})?"
            rf"(?P<digits>\d{{1,3}}(?:{space}\d{{3}}){{1,5}}(?!\d)(?:[.,]\d+)?"
            r"|\d{1,15}(?!\d)(?:[.,]\d{1,15}){0,5}(?!\d))(?!/\d|\.\d|,\d)"
            rf"|(?<!\w)(?<!\w-)(?:(?P<special>{special})(?!\w)"
            rf"|(?P<one>{one})(?=\s(?:{scale})(?!\w))"
            rf"|(?P<words>{single}(?!\w)(?:{joiner}{single}(?!\w)){{0,{_MOST_WORDS}}}))",
            re.I,
        )
        self.joiner = re.compile(joiner, re.I)

    def digits(self, match: "re.Match[str]") -> "Numeral | None":
        written = match["digits"]
        value = read_digits(written, self.decimal, self.both)
        if value is None:
            return None
        numeral = Numeral(match.start(), match.end(), exact(value))
        numeral.grouped = not written.isdigit()
        return numeral

    def spelled(self, match: "re.Match[str]") -> "Numeral | None":
        text = match[0].lower().replace("\xa0", " ").replace("\n", " ")
        if match["special"]:
            value = self.collectives.get(text, 0) or self.halves[text]
            numeral = Numeral(match.start(), match.end(), exact(value))
            numeral.about = text in self.collectives
        elif match["one"]:
            numeral = Numeral(match.start(), match.end(), 1)
        else:
            value, length = self._combined(match[0])
            if value < 2:
                return None
            numeral = Numeral(match.start(), match.start() + length, exact(value))
        numeral.spelled = True
        return numeral

    def _combined(self, text: str) -> tuple[float, int]:
        """What the number words at the beginning of `text` are worth together, and their length."""
        total = current = 0.0
        at = end = 0
        while match := self.word.match(text, at):
            value = self.values[match[0].lower().replace("\xa0", " ").replace("\n", " ")]
            if value >= 1000:
                if current == 0 and total:
                    break
                total, current = total + (current or 1) * value, 0
            elif value == 100 and 0 < current < 20:
                current *= 100
            elif current == 0 or value < _room(current):
                current += value
            else:
                break
            at = end = match.end()
            if (joiner := self.joiner.match(text, at)) is not None:
                if joiner[0].strip("\xa0 -") and not _goes_on(current, total):
                    break
                at = joiner.end()
        return total + current, end

    def take_scale(self, plain: str, numeral: Numeral) -> None:
        """Multiply the number by the word for a scale that follows it."""
        match = self.scale.match(plain, numeral.end)
        if match is None:
            if and_half := self.half.match(plain, numeral.end):
                numeral.value, numeral.end = numeral.value + 0.5, and_half.end()
            return
        word, glued = match["scale"], match.start("scale")
        if word == "M":
            factor = 1e6
        else:
            low = word.lower().replace("\xa0", " ").replace("\n", " ")
            factor = next(
                self.scales[key] for key in (low, low + ".", low.rstrip(".")) if key in self.scales
            )
        if len(word) == 1 and (numeral.spelled or (word != "M" and glued != numeral.end)):
            return  # `5 m` are metres
        half = 0.5 if match["before"] or match["after"] else 0.0
        numeral.value = exact((numeral.value + half) * factor)
        numeral.scale, numeral.mark, numeral.end = factor, word, match.end()


def _room(current: float) -> float:
    """What a number in words that stands at `current` can be added to: less than this."""
    if current % 100 == 0:
        return 100
    return 10 if current % 10 == 0 and current % 100 >= 20 else 0


def _goes_on(current: float, total: float) -> bool:
    """Whether `and` may go on after this much: after tens, hundreds and thousands."""
    return _room(current) > 0 if current else total > 0


def _values(words: Language) -> "dict[str, float]":
    """What the number words are worth, with the tens that follow their units."""
    finding = words.finding
    values = dict(finding.numbers)
    if finding.tens_and:
        units = {word: value for word, value in values.items() if value < 10}
        tens = {word: value for word, value in values.items() if 20 <= value < 100}
        for unit, low in units.items():
            joiner = "ën" if finding.tens_and == "en" and unit.endswith("e") else finding.tens_and
            for ten, high in tens.items():
                values[unit + joiner + ten] = low + high
    return values


@lru_cache(maxsize=16)
def _grammar(name: str) -> _Grammar:
    return _Grammar(language(name))
