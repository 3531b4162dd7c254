"""One paragraph's figures and dates: what each number counts, measures, or is left unsaid.

Dates and what is no figure at all are set apart; the other numbers are read with their units,
bounds and ranges; those without a unit take the noun that they count, or the unit that they share
with a neighbour; what is left over says nothing by itself.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol, TypeVar

from reader.facts.amounts import Amount, amounts
from reader.facts.language import Language, language
from reader.facts.model import Fact
from reader.facts.nouns import Noun, matters, noun_after
from reader.facts.numbers import any_of, numerals
from reader.facts.periods import Period, periods
from reader.facts.unlisted import hidden, is_named, is_reference, starts_sentence

# Numbers in one paragraph that is mostly numbers.
MAX_NUMBERS = 200
# Characters beside a date in a line that says who wrote something, and when.
MOST_BESIDE = 32
_SENTENCE_END = re.compile(r"[.!?…][\"'»”)]*\s+[\"'«“(]*[A-ZÀ-Þ]|\n")


class _Ranged(Protocol):
    start: int
    end: int


_Item = TypeVar("_Item", bound=_Ranged)


class Paragraph:
    """One paragraph on its way from numbers to facts."""

    def __init__(self, plain: str, name: str, apart: "list[tuple[int, int]]") -> None:
        self.plain = plain
        self.name = name
        self.grammar = _grammar(name)
        self.periods = self._dates(apart)
        taken = sorted([(p.start, p.end) for p in self.periods] + hidden(plain, name) + apart)
        free = _outside(numerals(plain, name), taken)
        if len(free) > MAX_NUMBERS and len(free) * 12 > len(plain):
            free = []  # data, not prose
        self.amounts = amounts(plain, free, name)
        self.nouns: dict[int, Noun] = {}
        self.listed: set[int] = set()

    def _dates(self, apart: "list[tuple[int, int]]") -> list[Period]:
        """The dates, but for that of a line which says nothing else."""
        found = _outside(periods(self.plain, self.name), sorted(apart))
        said = sum(period.end - period.start for period in found)
        rest = len(self.plain.strip()) - said
        return [] if rest < min(MOST_BESIDE, said * 1.5) else found

    def facts(self) -> "list[tuple[int, int, Fact]]":
        """The facts with their ranges, in the order of the text."""
        self._count()
        self._inherit()
        self._elide()
        found = [(p.start, p.end, _date(p.low, p.high)) for p in self.periods]
        for index, amount in enumerate(self.amounts):
            if index in self.listed or amount.kind:
                found.append((amount.start, amount.end, self._fact(index, amount)))
            elif self._is_year(amount):
                year = str(int(amount.low))
                found.append((amount.numeral.start, amount.numeral.end, _date(year, None)))
        found.sort(key=lambda entry: entry[0])
        return found

    def _fact(self, index: int, amount: Amount) -> Fact:
        noun = self.nouns.get(index)
        return Fact(
            amount.kind or "count",
            "",
            "",
            bound=amount.bound,
            low=amount.low,
            high=amount.high,
            unit=amount.unit or (noun.text if noun else ""),
            origin="found",
        )

    def _count(self) -> None:
        """Give the numbers without a unit the nouns that they count."""
        refers = -2
        skipped: set[int] = set()
        for index, amount in enumerate(self.amounts):
            if amount.kind or index in skipped:
                continue
            link = self._link(index - 1, index)
            if is_reference(self.plain, amount, self.name) or (
                refers == index - 1 and self.grammar.and_so_on.fullmatch(link)
            ):
                refers = index
                skipped.add(index)
                continue
            if link == "-" and not self.amounts[index - 1].kind:  # `3-1`, a score
                skipped |= {index - 1, index}
                self.listed.discard(index - 1)
                continue
            if self._is_measure(amount):
                continue
            if self._is_ratio(index):
                skipped.add(index + 1)
                continue
            noun = self._noun(amount)
            if noun is None or not self._worth(amount, noun):
                continue
            self.nouns[index] = noun
            self.listed.add(index)
            amount.end = noun.end
            if self._is_ratio(index):
                skipped.add(index + 1)
        self.amounts = [a for i, a in enumerate(self.amounts) if i not in skipped]
        self._renumber(skipped)

    def _renumber(self, gone: set[int]) -> None:
        kept = [i for i in range(len(self.amounts) + len(gone)) if i not in gone]
        place = {old: new for new, old in enumerate(kept)}
        self.nouns = {place[i]: noun for i, noun in self.nouns.items() if i in place}
        self.listed = {place[i] for i in self.listed if i in place}

    def _noun(self, amount: Amount) -> "Noun | None":
        at = amount.end
        numeral = amount.numeral
        if (numeral.about or amount.scale > 1) and (of := self.grammar.of.match(self.plain, at)):
            at = of.end() - 1
        if match := self.grammar.passing.match(self.plain, at):
            at = match.end()
        return noun_after(self.plain, at, self.name, amount.low == 1 and amount.high is None)

    def _worth(self, amount: Amount, noun: Noun) -> bool:
        """Whether a counted noun is worth listing."""
        numeral = amount.numeral
        if numeral.spelled and not (numeral.about or numeral.mark):
            inside = not starts_sentence(self.plain, numeral.start)
            if inside and self.plain[numeral.start].isupper():  # `the Big Five`
                return False
            if not matters(noun, self.name):
                return False
            low = max(numeral.start - 16, 0)
            if amount.high is None and self.grammar.definite.search(self.plain, low, numeral.start):
                return False
        if numeral.year and amount.low % 50 and amount.low >= 1900 and not amount.bound:
            return False
        if not numeral.grouped and not amount.bound and amount.start == numeral.start:
            return not is_named(self.plain, numeral.start, self.name, True)
        return True

    def _is_measure(self, amount: Amount) -> bool:
        """Take the word before or after a number on a scale: `magnitude 7.8`."""
        low = max(amount.core - 24, 0)
        if match := self.grammar.measure_before.search(self.plain, low, amount.core):
            amount.start = match.start()
        elif match := self.grammar.measure_after.match(self.plain, amount.end):
            amount.end = match.end()
        else:
            return False
        amount.kind, amount.unit = "quantity", match[1].lower()
        return True

    def _is_ratio(self, index: int) -> bool:
        """Take the second number of `huit véhicules sur dix`, or the first of `one in five`."""
        amount = self.amounts[index]
        low = max(amount.core - 40, 0)
        if not amount.kind and (match := self.grammar.one_in.search(self.plain, low, amount.core)):
            amount.start, amount.low, amount.bound = match.start(1), 1, ""
            inner = match[2]
            noun = self._noun(amount) or (Noun(inner, inner, 0) if inner else None)
            if noun is not None:
                self.nouns[index] = noun
            self.listed.add(index)
            amount.end = max(amount.end, noun.end) if noun else amount.end
            return False
        if index + 1 >= len(self.amounts):
            return False
        other = self.amounts[index + 1]
        match = self.grammar.ratio.match(self.plain, amount.end)
        if match is None and not amount.numeral.spelled:
            match = self.grammar.part_of.match(self.plain, amount.end)
        if match is None or match.end() != other.start or other.kind:
            return False
        if amount.low >= other.low:
            return False
        noun = self._noun(other)
        if noun and index in self.nouns:  # `29 goals in 34 games`
            return False
        amount.end = other.end
        if noun:
            self.nouns[index] = noun
            amount.end = noun.end
        self.listed.add(index)
        return True

    def _inherit(self) -> None:
        """Give numbers the unit that they share: `10 milliards et 5 milliards de dollars`."""
        last = len(self.amounts) - 1
        for index in range(last, -1, -1):
            amount = self.amounts[index]
            if amount.kind or index in self.listed:
                continue
            after = self.amounts[index + 1] if index < last else None
            if after is None or not self._shared(index, index + 1):
                continue
            link = self._link(index, index + 1)
            low = max(amount.start - 28, 0)
            if self.grammar.elided.search(self.plain, low, amount.start):
                continue
            if self.grammar.and_so_on.fullmatch(link) and (
                not amount.numeral.spelled or after.kind
            ):
                self._take(index, index + 1)
                if amount.scale == 1 and after.scale > 1 and amount.low < 1000:
                    amount.low = amount.numeral.scaled(after.scale)
        for index, amount in enumerate(self.amounts):
            if amount.kind or index in self.listed:
                continue
            if amount.scale > 1:
                self._take_scaled(index)
            elif index and self.amounts[index - 1].kind and self._goes_on(index):
                self._take(index, index - 1)

    def _goes_on(self, index: int) -> bool:
        """Whether the number goes on with a list: `Nvidia de 1,9 % et Amazon de 4,2`."""
        amount = self.amounts[index]
        link = self._link(index - 1, index)
        if amount.low == int(amount.low):
            return False
        return self._shared(index - 1, index) and bool(self.grammar.listing.search(link))

    def _shared(self, one: int, other: int) -> bool:
        """Whether both are in one sentence, and one of them has something to share."""
        has = any(self.amounts[i].kind or i in self.listed for i in (one, other))
        return has and not _SENTENCE_END.search(self._link(one, other))

    def _take_scaled(self, index: int) -> None:
        """`contre 14,6 milliards l'an dernier`: what the article counts in such numbers."""
        near = list(range(index + 1, min(index + 4, len(self.amounts))))
        near = [*range(index - 1, max(index - 4, -1), -1), *near]
        near.sort(key=lambda i: bool(_SENTENCE_END.search(self._link(*sorted((i, index))))))
        for other in near:
            amount = self.amounts[other]
            if amount.scale > 1 and (amount.kind == "money" or other in self.listed):
                self._take(index, other)
                return
        self.listed.add(index)

    def _take(self, index: int, other: int) -> None:
        amount, source = self.amounts[index], self.amounts[other]
        amount.kind, amount.unit = source.kind, source.unit
        if other in self.nouns:
            self.nouns[index] = self.nouns[other]
        if not amount.kind:
            self.listed.add(index)

    def _elide(self) -> None:
        """List what is compared with the number before it: `90 musiciens, au lieu de 114`."""
        for index, amount in enumerate(self.amounts):
            if index == 0 or amount.kind or index in self.listed:
                continue
            low = max(amount.start - 28, 0)
            opened = self.grammar.elided.search(self.plain, low, amount.start)
            counts = index - 1 in self.listed and not amount.numeral.spelled
            counts = counts or (amount.numeral.grouped and bool(self.amounts[index - 1].kind))
            goes_on = counts and self.grammar.going_on.search(self._link(index - 1, index))
            if self.grammar.times.match(self.plain, amount.end):
                continue
            if not (opened or goes_on) or not self._shared(index - 1, index):
                continue
            if amount.numeral.year and amount.low >= 1900:
                continue
            self._take(index, index - 1)

    def _is_year(self, amount: Amount) -> bool:
        numeral = amount.numeral
        if not numeral.year or not 1900 <= amount.low < 2100 or amount.high is not None:
            return False
        if amount.bound or amount.start != numeral.start:
            return False
        return not is_named(self.plain, numeral.start, self.name, False)

    def _link(self, one: int, other: int) -> str:
        if one < 0:
            return ""
        return self.plain[self.amounts[one].end : self.amounts[other].start]


class _Grammar:
    """The patterns of one language that show what a number without a unit stands for."""

    def __init__(self, words: Language) -> None:
        finding = words.finding
        self.of = re.compile(rf"\s(?:{any_of(words.of) or '(?!)'})\s?", re.I)
        passing = any_of(finding.passing) or "(?!)"
        self.passing = re.compile(rf"\s(?:{passing})(?=\s)", re.I)
        ratio = any_of(finding.ratio) or "(?!)"
        self.ratio = re.compile(rf"\s(?:{ratio})\s", re.I)
        self.part_of = re.compile(rf"\s(?:{any_of(finding.part_of) or '(?!)'})\s", re.I)
        one = any_of([word for word in finding.one if len(word) > 1 and word != "an"]) or "(?!)"
        self.one_in = re.compile(rf"(?<!\w)((?:{one})(?:\s([^\W\d_]+))?)\s(?:{ratio})\s$", re.I)
        joined = any_of([*words.and_, *finding.or_]) or "(?!)"
        self.and_so_on = re.compile(rf"\s?[,;/&]?\s?(?:(?:{joined})\s)?|\s?-\s?", re.I)
        self.times = re.compile(rf"[\s-](?:{any_of(finding.times) or '(?!)'})(?!\w)", re.I)
        self.going_on = re.compile(
            rf"(?:[,;]\s?|\s)(?:(?<=\s)(?:{joined})\s)?(?<![^\W\d_]\s)$|\s(?:{joined})\s$", re.I
        )
        self.listing = re.compile(
            rf"(?:,|\s(?:{joined})\s)(?!.*\s(?:{any_of(words.to) or '(?!)'})\s?$)", re.I
        )
        measures = any_of(finding.measures) or "(?!)"
        self.measure_before = re.compile(rf"(?<!\w)({measures})\s(?:\w{{2,3}}\s)?$", re.I)
        self.measure_after = re.compile(rf"[\s-]({measures})(?!\w)", re.I)
        definite = any_of(finding.definite) or "(?!)"
        self.definite = re.compile(rf"(?<!\w)(?:{definite})\s$", re.I)
        elided = any_of(finding.elided) or "(?!)"
        self.elided = re.compile(rf"(?<!\w)(?:{elided})\s$", re.I)


@lru_cache(maxsize=16)
def _grammar(name: str) -> _Grammar:
    return _Grammar(language(name))


def _date(low: str, high: "str | None") -> Fact:
    return Fact("date", "", "", low=low, high=high, unit="date", origin="found")


def _outside(items: "Iterable[_Item]", taken: "list[tuple[int, int]]") -> "list[_Item]":
    """The items that do not touch any of the ranges, which are in order."""
    kept = []
    at = 0
    for item in items:
        while at < len(taken) and taken[at][1] <= item.start:
            at += 1
        if at < len(taken) and taken[at][0] < item.end:
            continue
        kept.append(item)
    return kept
