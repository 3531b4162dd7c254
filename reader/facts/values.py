"""Understand one value as an author writes it: `jusqu’à 10 milliards de dollars`, `$1.4tn`, `4 %`.

`parse` gives kind, bound, numbers and unit, and a short form for a narrow column. The words come
from `reader.facts.words`.
"""

import re
from functools import lru_cache

from reader.facts.dates import parse_date
from reader.facts.language import known, language, languages
from reader.facts.numbers import any_of, exact
from reader.facts.words import CODES, SIGNS, SYMBOLS

# What a column of the sidebar holds, in cells.
SHORT_WIDTH = 23
# Characters; what is longer is prose, not a value.
MAX_LENGTH = 200

# Every space is a space, every apostrophe and every dash the same; the length stays.
_PLAIN = str.maketrans("\u00a0\u202f\u2009\u2007\t\n’‘ʼ‐‑‒–—−", "      '''------")

_NUMBER = r"\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*"
_BOUND_SIGNS = {"max": "≤ ", "min": "≥ ", "about": "~ "}


class Value:
    """A value understood: the fields are those of `reader.facts.model.Fact`.

    `core` is the value without its bound words, verbatim.
    """

    __slots__ = ("bound", "core", "high", "kind", "low", "short", "unit")

    def __init__(self, kind: str, core: str) -> None:
        self.kind = kind
        self.core = core
        self.short = core
        self.bound = ""
        self.low: float | str | None = None
        self.high: float | str | None = None
        self.unit = ""


def parse(text: str, lang: str = "") -> Value:
    """Read one value written in the language `lang` (BCP 47; unknown: the one that fits best).

    Never fails: a text without a number that it understands is a `count` with `low` None, its
    short form the text itself. The short form is for a column of `SHORT_WIDTH` cells: `30 Md$`,
    `$30bn`, `1 GW`.
    """
    text = text.strip()
    plain = text.translate(_PLAIN)
    names = _names(lang)
    if len(text) > MAX_LENGTH:
        return Value("count", text)
    date = _date(text, plain, names)
    if date is not None:
        return date
    readings = [(name, match) for name in names if (match := _pattern(name).fullmatch(plain))]
    if not readings:
        value = Value("count", text)
        value.bound, _ = _leading_bound(plain, names)
        return value
    name, match = min(readings, key=lambda reading: len(reading[1]["rest"]))
    return _Reading(text, match, name).value()


def bound_of(label: str, lang: str = "") -> str:
    """The bound that a label ends in (`Nvidia, jusqu’à`), or ''."""
    plain = label.translate(_PLAIN).strip(" :,").lower()
    for name in _names(lang):
        for word, bound in language(name).bounds.items():
            before = plain.removesuffix(word)
            if before != plain and (not before or before[-1] in " ,("):
                return bound
    return ""


def _names(lang: str) -> tuple[str, ...]:
    """The languages that a value may be written in."""
    name = known(lang)
    return (name,) if name else languages()


def _date(text: str, plain: str, names: tuple[str, ...]) -> "Value | None":
    bound, skipped = _leading_bound(plain, names)
    for name in names:
        found = parse_date(plain[skipped:], language(name).months)
        if found is not None:
            value = Value("date", text[skipped:])
            value.low, value.high = found
            value.bound, value.unit, value.short = bound, "date", text
            return value
    return None


def _leading_bound(plain: str, names: tuple[str, ...]) -> tuple[str, int]:
    """The bound that a value begins with, and how many characters its words take."""
    for name in names:
        match = _bounds(name).match(plain)
        if match:
            return language(name).bounds[_key(language(name).bounds, match[1])], match.end()
    return "", 0


class _Reading:
    """One match of a value's pattern, on the way to a `Value`."""

    def __init__(self, text: str, match: "re.Match[str]", name: str) -> None:
        self.text = text
        self.match = match
        self.words = language(name)
        self.name = name
        self.scale = [self._scale(1), self._scale(2)]
        self.unit = self._unit(2) or self._unit(1)
        self.rest = text[match.start("rest") : match.end("rest")].strip()

    def value(self) -> Value:
        match, words = self.match, self.words
        value = Value("count", self.text[match.end("bound") :].strip() if match["bound"] else "")
        value.core = value.core or self.text
        if match["bound"]:
            value.bound = words.bounds[_key(words.bounds, match["bound"])]
        self._take_trailing_bound(value)
        self._classify(value)
        self._numbers(value)
        value.short = self._short(value)
        return value

    def _take_trailing_bound(self, value: Value) -> None:
        plain = self.rest.translate(_PLAIN).strip("() ").lower()
        bound = "min" if plain == "+" else self.words.bounds.get(plain, "")
        if bound and not value.bound:
            value.bound = bound
            value.core = value.core[: len(value.core) - len(self.rest)].strip()
            self.rest = ""

    def _classify(self, value: Value) -> None:
        sign = self.match["sign1"] or self.match["sign2"]
        currency = SIGNS.get(sign, sign) if sign else self._currency()
        if currency:
            value.kind, value.unit = "money", currency
            return
        for index in (0, 1):  # `5 m` without a currency is metres, not millions
            if self.scale[index] == (1e6, "m") and not self.unit:
                self.scale[index] = (1.0, "")
                self.unit = "m"
        unit = self.unit
        if unit == "%" or unit.lower() in self.words.percents:
            value.kind, value.unit = "percent", "%"
        elif unit:
            value.kind, value.unit = "quantity", self._symbol(unit)
        else:
            of = rf"^(?:(?:{any_of(self.words.of)})\s*)?" if self.words.of != [""] else "^"
            value.unit = re.sub(of, "", self.rest.translate(_PLAIN), flags=re.I).strip()

    def _numbers(self, value: Value) -> None:
        match, decimal = self.match, self.words.decimal
        low = _number(match["low"], decimal)
        factor, _ = self.scale[0]
        if not match["high"]:
            value.low = exact(low * factor)
            return
        high = _number(match["high"], decimal)
        if not self.scale[0][1] and low <= high:
            factor = self.scale[1][0]  # `20 à 25 milliards`: both are milliards
        value.low = exact(low * factor)
        value.high = exact(high * (self.scale[1][0] if self.scale[1][1] else factor))

    def _short(self, value: Value) -> str:
        core = self._short_core(value)
        if not value.bound:
            return core if len(core) < len(self.text) else self.text
        worded = f"{self._slice('bound')} {core}" if self.match["bound"] else ""
        if worded.startswith(("≤", "≥", "<", ">", "~", "≈")):
            worded = f"{worded[0]} {core}"
        if worded and len(worded) <= SHORT_WIDTH:
            return worded.replace("’ ", "’").replace("' ", "'")
        return _BOUND_SIGNS[value.bound] + core

    def _short_core(self, value: Value) -> str:
        match = self.match
        number = (match["plus"] or "").replace("-", "−") + self._slice("low")
        mark = self.words.marks.get(self.scale[0][0], "")
        if match["high"]:
            if self.scale[0][1] and self.scale[0] != self.scale[1]:
                return value.core  # `500 millions à 1 milliard` has no shorter form
            if (
                not self.scale[0][1]
                and self.scale[1][1]
                and value.low == exact(_number(match["low"], self.words.decimal))
            ):
                return value.core
            number += "–" + self._slice("high")
            mark = self.words.marks.get(self.scale[1][0], mark)
        if value.kind == "money":
            return self._money(number, mark, value.unit)
        if value.kind == "percent":
            if match["high"] is None and self.unit == "%":
                return value.core
            return self.words.percent.format(number=number)
        if value.kind == "quantity" and value.unit in SYMBOLS and not mark:
            return self._with_rest(f"{number} {value.unit}", value.core)
        if len(value.core) <= SHORT_WIDTH or not mark:
            return value.core
        return f"{number}{mark}" if self.name == "en" else f"{number} {mark}"

    def _money(self, number: str, mark: str, code: str) -> str:
        sign = next((sign for sign, name in SIGNS.items() if name == code and len(sign) == 1), "")
        if not sign or (self.name == "pt" and code == "USD"):
            sign = next((s for s, name in SIGNS.items() if name == code), code)
        if len(sign) > 1 and sign.isalpha():
            sign = f" {sign} "
        written = self.words.money.format(number=number, mark=mark, sign=sign)
        return self._with_rest(re.sub(" {2,}", " ", written).strip(), "")

    def _with_rest(self, core: str, verbatim: str) -> str:
        """`core` with what followed the value: `/GW`, a few words, or nothing when too long."""
        rest = self.rest
        if not rest or rest.startswith("("):
            return core
        per = re.fullmatch(
            rf"(?:/|(?:{any_of(self.words.per)})\s?)({_units(self.name)})",
            rest.translate(_PLAIN),
            re.I,
        )
        if per and (symbol := self._symbol(per[1])) in SYMBOLS:
            return f"{core}/{symbol}"
        if len(core) + 1 + len(rest) <= SHORT_WIDTH:
            return f"{core} {rest}"
        return core if len(verbatim) > SHORT_WIDTH or not verbatim else verbatim

    def _slice(self, group: str) -> str:
        return self.text[self.match.start(group) : self.match.end(group)].strip()

    def _scale(self, index: int) -> tuple[float, str]:
        word = self.match[f"scale{index}"]
        if not word:
            return 1.0, ""
        if word == "M":
            return 1e6, "M"
        return self.words.scales[_key(self.words.scales, word)], word

    def _unit(self, index: int) -> str:
        return self.match[f"unit{index}"] or ""

    def _currency(self) -> str:
        if self.unit in SIGNS:
            return SIGNS[self.unit]
        if self.unit in CODES:
            return self.unit
        return self.words.currencies.get(self.unit.lower(), "")

    def _symbol(self, unit: str) -> str:
        return unit if unit in SYMBOLS else self.words.units.get(unit.lower(), unit)


def _number(written: str, decimal: str) -> float:
    """The number that `written` stands for where `decimal` is the decimal sign."""
    digits = re.sub(r"[ ']", "", written)
    group = "," if decimal == "." else "."
    grouped = rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{decimal}\d+)?"
    if re.fullmatch(grouped, digits):
        digits = digits.replace(group, "")
    elif digits.count(decimal) > 1:  # `1,000,000` in a French text
        digits = digits.replace(decimal, "")
    return float(re.sub(r"[.,](?=.*[.,])", "", digits).replace(",", "."))


def _key(names: "dict[str, str] | dict[str, float]", written: str) -> str:
    """The key of `names` that `written` is a form of."""
    written = written.lower()
    return next(key for key in (written, written + ".", written.rstrip(".")) if key in names)


@lru_cache(maxsize=16)
def _bounds(name: str) -> "re.Pattern[str]":
    return re.compile(rf"({any_of(language(name).bounds)})\s*(?=\W|\d|(?<=\s))", re.IGNORECASE)


@lru_cache(maxsize=16)
def _units(name: str) -> str:
    words = language(name)
    exact = any_of([*SIGNS, *CODES, *SYMBOLS])
    spoken = any_of([*words.currencies, *words.units, *words.percents, "%"])
    return rf"(?:(?-i:{exact})|{spoken})(?!\w)"


@lru_cache(maxsize=16)
def _pattern(name: str) -> "re.Pattern[str]":
    """The pattern of a whole value in one language; `rest` takes what is not understood."""
    words = language(name)
    sign = rf"(?-i:{any_of([*SIGNS, *CODES])})"
    of = rf"(?:(?:{any_of(words.of)})\s?)?" if words.of != [""] else ""

    def amount(number: str, index: int) -> str:
        return (
            rf"(?:(?P<sign{index}>{sign})\s?)?(?P<{number}>{_NUMBER})"
            rf"(?:\s?(?P<scale{index}>{any_of(words.scales)}|(?-i:M))(?!\w))?"
            rf"(?:[\s-]?{of}(?P<unit{index}>{_units(name)}))?"
        )

    return re.compile(
        rf"(?:(?P<bound>{any_of(words.bounds)})\s*(?=\W|\d|(?<=\s)))?"
        rf"(?:(?P<between>{any_of(words.between)})\s|(?:{any_of(words.from_)})\s)?"
        rf"(?P<plus>[+-])?\s?{amount('low', 1)}"
        rf"(?:(?:\s*-\s*|\s+(?:(?(between)(?:{any_of(words.and_ + words.to)})|(?:{any_of(words.to)})))\s+)"
        rf"{amount('high', 2)})?"
        r"(?P<rest>\s*(?!\d).*)",
        re.IGNORECASE | re.DOTALL,
    )
