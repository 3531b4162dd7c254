"""Amounts in a running text: numbers with their currency, unit, bound, and as ranges.

`jusqu’à 10 milliards d’euros`, `$2.53 per diluted share`, `2-4°C`, `entre 20 et 25 %`,
`0,1 microgramme par litre`. Texts are `plain`: see `reader.facts.numbers.PLAIN`.
"""

import re
from functools import lru_cache

from reader.document.function_words import LATIN
from reader.facts.language import Language, language
from reader.facts.nouns import noun_after
from reader.facts.numbers import LETTERS, Numeral, any_of
from reader.facts.words import CODES, SIGNS, SYMBOLS

# How far before a number its bound and its `between` are looked for, in characters.
_BACK = 32
# Symbols that after a space are more often something else.
_DEGREES = {"C": "°C", "F": "°F"}
_GLUED = {"F", "A", "B", "V", "K", "J", "C", "in", "px", "Pa", "lm"}
_RATIOS = {"mi/h": "mph", "g/l": "g/L", "mg/l": "mg/L", "µg/l": "µg/L"}
_MORE_SIGNS = {
    "NZ$": "NZD", "S$": "SGD", "CA$": "CAD", "AU$": "AUD", "MX$": "MXN", "₺": "TRY", "₪": "ILS",
    "₴": "UAH", "₦": "NGN", "฿": "THB", "₫": "VND", "₱": "PHP", "zł": "PLN", "RMB": "CNY",
    "Rs.": "INR", "Rs": "INR", "Kč": "CZK", "Ft": "HUF", "$CAN": "CAD", "$HK": "HKD",
}  # fmt: skip


class Amount:
    """A number with what belongs to it, at `start:end` of a text; `core` is where it begins
    without its bound.

    `kind` is that of a fact, '' for a number without a unit. `scale` is the one of the number
    (of the last in a range), 1 where it has none. `opened` is the word before it that may open a
    range, such as `from`, and `opened_at` where that stands.
    """

    __slots__ = (
        "about",
        "bound",
        "core",
        "end",
        "high",
        "kind",
        "low",
        "numeral",
        "opened",
        "opened_at",
        "scale",
        "start",
        "unit",
    )

    def __init__(self, numeral: Numeral) -> None:
        self.numeral = numeral
        self.start = self.core = numeral.start
        self.end = numeral.end
        self.low = numeral.value
        self.high: float | None = None
        self.scale = numeral.scale
        self.kind = self.unit = ""
        self.bound = "about" if numeral.about else ""
        self.opened = ""
        self.opened_at = self.start

    def __repr__(self) -> str:
        return f"Amount({self.start}, {self.end}, {self.low}, {self.high}, {self.unit!r})"


def amounts(plain: str, numerals: list[Numeral], name: str) -> list[Amount]:
    """The numbers with what belongs to them, in their order; a range is one amount."""
    grammar = _grammar(name)
    found: list[Amount] = []
    for numeral in numerals:
        amount = Amount(numeral)
        before = found[-1] if found else None
        if not grammar.read_unit(plain, amount, before):
            continue
        if before is not None and grammar.is_range(plain, before, amount):
            grammar.join(before, amount)
        else:
            grammar.read_before(plain, amount)
            if before is not None and not grammar.is_bounded(plain, before, amount):
                amount.start, amount.bound = amount.core, ""
            found.append(amount)
    for amount in found:
        grammar.read_after(plain, amount)
    return found


class _Grammar:
    """The patterns for the amounts of one language."""

    def __init__(self, words: Language) -> None:
        finding = words.finding
        self.words = words
        self.signs = SIGNS | _MORE_SIGNS
        self.unsure = finding.unsure
        self.function_words = frozenset(LATIN.get(words.name, "").split())
        of = any_of(words.of)
        of = rf"(?:(?:{of})\s?)?" if of else ""
        signs = any_of([*self.signs, *CODES])
        passing = any_of(finding.passing)
        passing = rf"(?:\s(?:{passing}))?" if passing else ""
        units = rf"{any_of(words.units) or '(?!)'}|(?-i:{any_of([*SYMBOLS, 'C', 'F'])})"
        currencies = any_of(words.currencies) or "(?!)"
        self.unit = re.compile(
            rf"\+?(?:[\s-]?(?P<percent>%|(?:{any_of(words.percents) or '(?!)'})(?!\w))"
            rf"|\s?(?-i:(?P<sign>{signs}))(?!\w)"
            rf"|[\s-]{of}(?:(?-i:(?P<sign2>{signs}))(?!\w)|(?P<money>{currencies})(?!\w))"
            rf"|{passing}(?P<space>[\s-])?{of}(?P<unit>{units})(?![\w²³])(?!-[^\W\d]))",
            re.I,
        )
        self.sign = re.compile(rf"(?:(?<![\w-])|(?<=-))({signs})\s?-?$")
        bounds = any_of(words.bounds) or "(?!)"
        the = any_of([word for word in finding.date_the if word not in words.of])
        self.bound = re.compile(rf"(?<![\w-])({bounds})\s?(?:(?:{the or '(?!)'})\s)?$", re.I)
        article = any_of([*finding.date_the, *finding.one]) or "(?!)"
        opening = any_of([*words.between, *words.from_]) or "(?!)"
        self.between = [word.lower() for word in words.between]
        self.opening = re.compile(rf"(?<![\w-])({opening})\s?(?:(?:{article})\s?)?$", re.I)
        self.to = re.compile(rf"\s(?:{any_of(words.to) or '(?!)'})\s(?:{bounds}\s)?", re.I)
        self.to_words = {word.lower() for word in words.to}
        onto = any_of([*words.to, *finding.onto]) or "(?!)"
        self.onto = re.compile(rf"\s(?:{onto})\s(?:(?:{article})\s?)?(?:{bounds}\s)?", re.I)
        both = any_of([*words.and_, *words.to]) or "(?!)"
        self.both = re.compile(rf"\s(?:{both})\s(?:(?:{article})\s?)?", re.I)
        self.or_ = re.compile(rf"\s(?:{any_of(finding.or_) or '(?!)'})\s", re.I)
        self.sure = not finding.changed
        self.changed = re.compile(rf"(?<!\w)(?:{any_of(finding.changed) or '(?!)'}|\w+ed)\s$", re.I)
        per = any_of(words.per)
        long = any_of([word for word in words.per if len(word) > 2 and word.isalpha()]) or "(?!)"
        self.per = re.compile(rf"(?:/|\s?-?(?:{per or '(?!)'})\s?)(?P<unit>{units})(?!\w)", re.I)
        priced = any_of(finding.priced) or "(?!)"
        ago = any_of(finding.ago) or "(?!)"
        self.price = re.compile(
            rf"(?:/[^\W\d_]\w*|\s(?:{long})\s[^\W\d_][\w-]*|\s(?:{per or '(?!)'})\s?(?:{priced}))(?!\w)"
            rf"(?!\s(?:{ago})(?!\w))",
            re.I,
        )
        self.long = re.compile(rf"\s(?:{long})\s(?:[^\W\d_][\w-]*\s)?(?:{priced})(?!\w)", re.I)
        self.after = re.compile(rf"\s\(?({any_of(finding.bounds_after) or '(?!)'})(?!\w)\)?", re.I)
        self.after_names = finding.bounds_after
        halves = any_of(finding.and_half)
        self.half = re.compile(rf"\s(?:{halves or '(?!)'})(?!\w)", re.I)

    def read_unit(self, plain: str, amount: Amount, before: "Amount | None") -> bool:
        """Take the currency, sign or unit around the number; False when it is none after all.

        `before` is the amount before it: after `46.9m iPhones`, `39.3m` are no metres.
        """
        numeral = amount.numeral
        start = numeral.start
        sign = self.sign.search(plain, max(start - 6, 0), start) if not numeral.spelled else None
        if not sign and plain[start : start + 1].isalpha() and not numeral.spelled:
            digits = re.compile(r"\D+").match(plain, start)  # `EUR5`
            if digits:
                amount.kind = "money"
                amount.unit = self.signs.get(digits[0], digits[0])
        if sign:
            amount.kind, amount.unit = "money", self.signs.get(sign[1], sign[1])
            amount.start = amount.core = sign.start()
            if plain[sign.start() - 1 : sign.start()] == "-":
                amount.start = amount.core = sign.start() - 1
            return True
        if amount.kind:
            return True
        match = self.unit.match(plain, numeral.end)
        if numeral.mark in LETTERS and not (match and self._currency(match)):
            if before is not None and before.scale == numeral.scale:
                return True
            return self._letter(plain, amount)
        unsure = match and match["money"] and match["money"].lower() in self.unsure
        if match and not (unsure and numeral.scale == 1):
            self._take(amount, match)
        return bool(amount.kind) or self._ends(plain, amount.end)

    @staticmethod
    def _ends(plain: str, end: int) -> bool:
        """Whether a number may end here: not in the middle of a word or a sum."""
        after = plain[end : end + 2]
        if after[:1] == "-":
            return after[1:].isdigit() or not after[1:].isalnum()
        return not (after[:1].isalnum() or after[:1] in "/_°²³:") if after else True

    def _letter(self, plain: str, amount: Amount) -> bool:
        """A number with one letter: a unit if there is one of this name, else a scale."""
        numeral = amount.numeral
        if numeral.mark != "m":
            return numeral.mark in ("M", "k")
        if noun_after(plain, numeral.end, self.words.name):  # `5m people`
            return True
        numeral.without_scale()
        amount.kind, amount.unit = "quantity", "m"
        amount.low, amount.scale, amount.end = numeral.value, 1.0, numeral.end + 1
        return self._ends(plain, amount.end)

    def _currency(self, match: "re.Match[str]") -> str:
        sign = match["sign"] or match["sign2"]
        if sign:
            return self.signs.get(sign, sign)
        if match["money"]:
            return _named(self.words.currencies, match["money"])
        return ""

    def _symbol(self, unit: str) -> str:
        return unit if unit in SYMBOLS else _named(self.words.units, unit)

    def _take(self, amount: Amount, match: "re.Match[str]") -> None:
        currency = self._currency(match)
        if match["percent"]:
            amount.kind, amount.unit = "percent", "%"
        elif currency:
            amount.kind, amount.unit = "money", currency
        else:
            unit = match["unit"]
            symbol = _DEGREES.get(unit) or self._symbol(unit)
            letter = len(unit) < 3 and (unit in SYMBOLS or unit in _DEGREES)
            if letter and match["space"] and (unit in _GLUED or amount.numeral.spelled):
                return
            if letter and match["space"] == "-":
                return
            if letter and match["space"] and unit in self.function_words:  # Italian `ha`
                return
            amount.kind, amount.unit = "quantity", _RATIOS.get(symbol, symbol)
        amount.end = match.end()

    def read_before(self, plain: str, amount: Amount) -> None:
        """Take the bound and what opens a range before the number."""
        start = amount.core
        if plain[start - 1 : start] in ("+", "-") and plain[start - 2 : start - 1] in (
            "",
            " ",
            "(",
        ):
            start -= 1
            amount.start = amount.core = start
        low = max(start - _BACK, 0)
        if match := self.bound.search(plain, low, start):
            amount.start = match.start(1)
            amount.bound = _named(self.words.bounds, match[1])
            start = match.start(1)
        if match := self.opening.search(plain, max(start - _BACK, 0), start):
            amount.opened = match[1].lower()
            amount.opened_at = match.start(1)

    def is_bounded(self, plain: str, before: Amount, amount: Amount) -> bool:
        """Whether the bound of an amount is its own, not the word between both: `met 5 % tot 9 %`."""
        if amount.start < before.end:
            return False
        word = plain[amount.start : amount.core].split()
        close = not plain[before.end : amount.start].strip()
        return not (close and word and word[0].lower() in self.to_words)

    def is_range(self, plain: str, low: Amount, high: Amount) -> bool:
        """Whether two numbers that follow one another are the ends of a range."""
        if low.high is not None:
            return False
        shared = low.kind == "money" and not high.kind  # `$20-25 billion`
        if low.kind and not shared and (low.kind, low.unit) != (high.kind, high.unit):
            return False
        link = plain[low.end : high.start]
        if len(link) > 24:
            return False
        factor = self._shared(low, high)
        below = low.numeral.scaled(factor) < high.low
        if re.fullmatch(r"\s?-\s?", link):
            return below and (link == "-" or bool(high.kind or low.kind))
        if low.opened in self.between:
            return bool(self.both.fullmatch(link))
        if low.opened and self.onto.fullmatch(link):
            return True
        if self.to.fullmatch(link):
            start = max(low.start - 16, 0)
            return below and not (
                low.kind and (self.sure or self.changed.search(plain, start, low.start))
            )
        close = below and not low.kind and high.low <= 2 * low.numeral.scaled(factor)
        return close and bool(self.or_.fullmatch(link))

    @staticmethod
    def _shared(low: Amount, high: Amount) -> float:
        """What the lower end takes over of the scale: `20 à 25 milliards`."""
        if low.scale == 1 and high.scale > 1 and low.low < 1000:
            return high.scale
        return 1.0

    def join(self, low: Amount, high: Amount) -> None:
        """Make one amount of both ends of a range."""
        low.low = low.numeral.scaled(self._shared(low, high))
        low.high = high.low
        if low.high < low.low:
            low.low, low.high = low.high, low.low
        low.kind, low.unit = high.kind or low.kind, high.unit or low.unit
        low.end = high.end
        low.scale = high.scale
        if low.opened in self.between:
            low.start = min(low.start, low.opened_at)
        low.bound = low.bound if low.bound == "about" else ""

    def read_after(self, plain: str, amount: Amount) -> None:
        """Take what one pays for, the second unit, and the bound that follows."""
        end = amount.end
        if amount.kind == "quantity":
            if half := self.half.match(plain, end):
                amount.low += 0.5
                end = half.end()
            elif match := self.per.match(plain, end):
                unit = match["unit"]
                symbol = self._symbol(unit)
                ratio = f"{amount.unit}/{symbol}"
                ratio = _RATIOS.get(ratio, ratio)
                if len(symbol) < 3 and (ratio in SYMBOLS or "g" in amount.unit):
                    amount.unit = ratio
                    end = match.end()
        elif amount.kind == "money" and (
            match := self.long.match(plain, end) or self.price.match(plain, end)
        ):
            end = match.end()
        if match := self.after.match(plain, end):
            amount.bound = amount.bound or _named(self.after_names, match[1])
            end = match.end()
        elif plain[end : end + 1] == "+" and not plain[end + 1 : end + 2].isalnum():
            amount.bound, end = amount.bound or "min", end + 1
        elif plain[amount.numeral.end : amount.numeral.end + 1] == "+":
            amount.bound = amount.bound or "min"
        amount.end = end
        if amount.bound and amount.opened and amount.high is None:
            amount.opened = ""


def _named(names: "dict[str, str]", written: str) -> str:
    """What a word that may be written with a hard space, or without its final `.`, stands for."""
    low = " ".join(written.lower().split())
    return next(names[key] for key in (low, low + ".", low.rstrip(".")) if key in names)


@lru_cache(maxsize=16)
def _grammar(name: str) -> _Grammar:
    return _Grammar(language(name))
