"""Which found facts are one, and which come first: what the article is about.

`merged` puts the repeats of a fact together, `ordered` weighs each by a few features that can be
explained: its kind, where it stands, how often it is said, and whether its sentence speaks of what
the title speaks of; what is only compared with, supposed or said in passing comes later.
"""

import re
from collections.abc import Iterable, Sequence

from reader.document.characters import fold
from reader.document.model import Block, Document
from reader.document.sentence import sentence
from reader.facts.language import Language, known, language
from reader.facts.model import Fact
from reader.facts.numbers import PLAIN, numerals

# What each feature of a fact adds to its weight, or takes from it.
WEIGHTS = {
    # its kind
    "money": 1.05,
    "percent": 0.9,
    "count": 0.8,
    "quantity": 0.5,
    "duration": 0.45,  # how long something takes or is ago, or how old somebody is
    "date": 0.0,
    "lives": 0.75,  # people who died or were hurt
    "large count": 0.25,  # thousands
    "largest sum": 0.35,  # or not much less, of those in its currency
    "bounded": 0.15,  # `up to`, `at least`
    "small count": -0.5,  # `two of them`, `three problems`
    "count of nothing": -0.3,
    "day": 0.6,  # a day or a month, of this year or a later one
    "later year": 0.45,
    "past date": -0.35,
    "its own date": -0.6,  # the day of the article
    # where it stands
    "in the title": 0.9,
    "early": 0.8,  # all of it in the first paragraph, half in the fourth
    "in a list": 0.25,
    "in a table": -0.3,
    "on the topic": 0.6,  # its sentence says all that the title says; a part of it for some
    "said again": 0.3,
    "later in its sentence": -0.15,  # for each figure before it
    # how it is meant
    "compared": -0.5,  # an old value, a forecast, somebody else's
    "supposed": -0.4,
    "in quotation marks": -0.45,
    "in brackets": -0.3,
    "in a relative clause": -0.2,  # `who won three medals`
    "of another time": -0.2,  # in a sentence about a year long before
}
# What each of those that are listed already takes from its neighbours.
SAME_SENTENCE = -0.12
SAME_BLOCK = -0.04
SAME_KIND = -0.05
DURATIONS = frozenset("s min h d day days week weeks month months year years".split())
AHEAD = 24  # so many are chosen one by one; those behind come by their weight
SMALL = 12
MILLION = 1e6
LARGE = 1000
LONG = 3  # years
LARGEST = 3  # times that, and it is the largest sum at least
PRECISION = 0.01  # `$10` is `$9.99` rounded

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6  # letters of a word that say what it is about: `pension`, `pensions`
_CLAUSE = re.compile(r"[.;:,!?…]\s|\n|\t")
_CLOSING = {"«": "»", "“": "”", "„": "“”", "»": "«", '"': '"'}
_QUOTATION = re.compile("[" + "".join(_CLOSING) + "”]")
_CONVERTED = re.compile(r"\s?\((?:[^\W\d]+\.?\s|[~≈]\s?){0,2}$")
_DIMENSIONS = (
    "km m cm mm mi ft yd in nm µm", "kg g mg t lb oz", "km² m² ha mi² acre", "°C °F K",
    "km/h mph m/s kn", "L l ml cl hl gal m³ barrel", "kW W hp MW", "J kJ kcal kWh",
)  # fmt: skip
_DIMENSION = {unit: number for number, units in enumerate(_DIMENSIONS) for unit in units.split()}


# ---------------------------------------------------------------------- repeats


def merged(document: Document, facts: Sequence[Fact]) -> list[Fact]:
    """The facts, each once, with all its `places`; in the order of the text.

    Of the places of one fact its own is the first in the running text, not in a title or heading.
    A fact is said again where its amount and unit are the same, or the same but for rounding, and
    the two speak of the same; and in brackets behind it, in another currency or unit.
    """
    places = _Places(document)
    kept: list[Fact] = []
    by_amount: dict[tuple[str, str], list[Fact]] = {}
    sums = {fact.low: fact for fact in facts if fact.kind == "money"}
    last: Fact | None = None
    for fact in sorted(facts, key=lambda fact: (places.is_heading(fact), fact.start)):
        if last is not None and _converts(document.text, last, fact):
            _join(last, fact)
            continue
        money = sums.get(fact.low) if fact.kind == "count" else None
        if money is not None and isinstance(fact.low, int | float) and fact.low >= MILLION:
            _join(money, fact)  # said without its currency
            continue
        alike = by_amount.setdefault((fact.kind, _unit(fact)), [])
        same = next((one for one in alike if _repeats(places, one, fact)), None)
        if same is not None:
            _join(same, fact)
            last = same
            continue
        last = fact
        alike.append(fact)
        kept.append(fact)
    return sorted(kept, key=lambda fact: fact.start)


def beside(own: Sequence[Fact], facts: Sequence[Fact]) -> list[Fact]:
    """Those of the found facts that do not repeat one of the author's.

    That is: at one of its places stands one of theirs, or the amounts and units are the same.
    """
    amounts = {_amount(fact) for fact in own if fact.low is not None}
    held = sorted((fact.start, fact.end) for fact in own if fact.start >= 0)
    return [
        fact
        for fact in facts
        if _amount(fact) not in amounts
        and not any(a < end and start < b for start, end in fact.places for a, b in held)
    ]


def _amount(fact: Fact) -> tuple[str, object, object, str]:
    unit = fact.unit if fact.kind in ("money", "percent", "quantity") else ""
    return fact.kind, fact.low, fact.high, unit


def _unit(fact: Fact) -> str:
    """The unit as far as it tells two facts apart: a count's nouns differ where they mean the same."""
    return "" if fact.kind == "count" else fact.unit


def _join(fact: Fact, again: Fact) -> None:
    """Take a place more; and the better label and value, where these are elsewhere."""
    fact.repeats = sorted({*fact.places, *again.places})
    fact.label = fact.label or again.label
    if again.unit == fact.unit and _digits(again.low) > _digits(fact.low):
        fact.value, fact.short, fact.bound = again.value, again.short, again.bound
        fact.low, fact.high = again.low, again.high
        fact.start, fact.end = again.start, again.end


def _repeats(places: "_Places", one: Fact, other: Fact) -> bool:
    """Whether `other` is `one` said again."""
    if one.low is None or other.low is None or (one.high is None) != (other.high is None):
        return False
    exact = (one.low, one.high) == (other.low, other.high)
    if not exact and not (one.kind == "money" and _rounds(one, other)):
        return False
    if one.kind == "count" and not _alike(one.unit, other.unit):
        return False
    if one.kind == "date":
        return exact and (len(str(one.low)) > 4 or places.is_heading(other))
    if exact and (places.is_heading(other) or _digits(one.low) > 2):
        return True
    shared = places.words(one) & places.words(other)
    telling = one.kind == "money" or (one.kind == "quantity" and one.unit not in DURATIONS)
    return len(shared) >= (1 if exact and telling else 2)


def _rounds(one: Fact, other: Fact) -> bool:
    """Whether one of two amounts is the other in fewer digits."""
    first, second = one.low, other.low
    if isinstance(first, str) or isinstance(second, str) or first is None or second is None:
        return False
    if one.high is not None or _digits(first) == _digits(second):
        return False
    return abs(first - second) <= PRECISION * max(abs(first), abs(second))


def _digits(amount: "float | str | None") -> int:
    """How many digits of an amount say something: 2 in 0.25, 1 in 5,000,000."""
    return len(re.sub(r"\D|e.*", "", f"{amount:g}").strip("0")) if _is_number(amount) else 0


def _is_number(amount: object) -> bool:
    return isinstance(amount, int | float)


def _alike(one: str, other: str) -> bool:
    """Whether two counted nouns may be the same: one unknown, or one word with the same stem."""
    first, second = _stems(one), _stems(other)
    return not first or not second or bool(first & second)


def _converts(text: str, fact: Fact, behind: Fact) -> bool:
    """Whether `behind` is the same amount again, in brackets and in another currency or unit."""
    between = text[fact.end : behind.start]
    if not 0 < len(between) < 20 or behind.kind != fact.kind or behind.unit == fact.unit:
        return False
    if not _CONVERTED.fullmatch(between) or text[behind.end : behind.end + 1] != ")":
        return False
    if fact.kind == "money":
        return True
    here, there = _DIMENSION.get(fact.unit), _DIMENSION.get(behind.unit)
    return here is not None and here == there


# ---------------------------------------------------------------------- what comes first


def ordered(document: Document, facts: Sequence[Fact]) -> list[Fact]:
    """The facts with what the article is about first.

    The first are chosen one by one, and what is chosen makes its neighbours wait, so that they
    do not all speak of the same.
    """
    places = _Places(document)
    places.count(facts)
    weights = {
        id(fact): sum(WEIGHTS[name] * much for name, much in features(places, fact).items())
        for fact in facts
    }
    rest = sorted(facts, key=lambda fact: -weights[id(fact)])
    chosen: list[Fact] = []
    while rest and len(chosen) < AHEAD:
        best = max(rest[: 2 * AHEAD], key=lambda fact: weights[id(fact)])
        rest.remove(best)
        chosen.append(best)
        said, block = places.sentence(best), places.index(best)
        for fact in rest[: 2 * AHEAD]:
            if fact.kind == best.kind:
                weights[id(fact)] += SAME_KIND
            if places.index(fact) == block:
                same = places.sentence(fact) == said
                weights[id(fact)] += SAME_BLOCK + (SAME_SENTENCE if same else 0)
    return chosen + rest


def features(places: "_Places", fact: Fact) -> "dict[str, float]":
    """What there is to say about a fact, by the names in `WEIGHTS`: how much of each."""
    found = _kind_features(places, fact)
    found["early"] = 1 / (1 + places.paragraph(fact) / 3)
    found["on the topic"] = places.topicality(fact)
    found["later in its sentence"] = places.before(fact)
    found["said again"] = min(len({places.block(a).start for a, _ in fact.places}) - 1, 2)
    block = places.block(fact.start)
    words = places.words_before(fact)
    compared = _says(words, places.language.compared)
    flags = {
        "bounded": fact.bound in ("max", "min"),
        "largest sum": places.is_largest(fact) and not compared,
        "in a relative clause": places.is_relative(words),
        "in the title": places.is_titled(fact),
        "in a list": any(container.kind == "item" for container in block.containers),
        "in a table": block.kind == "table",
        "in quotation marks": places.is_spoken(fact),
        "in brackets": places.is_aside(fact),
        "compared": compared,
        "supposed": _says(words, places.language.supposed),
        "of another time": fact.kind != "date" and places.is_past(fact),
    }
    return found | {name: 1.0 for name, true in flags.items() if true}


def _kind_features(places: "_Places", fact: Fact) -> "dict[str, float]":
    """What a fact is, wherever it stands."""
    names = [fact.kind]
    if fact.kind == "date":
        names += _date_features(places.date, str(fact.low or ""))
    elif fact.kind == "quantity" and fact.unit in DURATIONS:
        names = ["duration"]
    elif fact.kind == "count":
        if places.is_of_lives(fact):
            names.append("lives")
        elif isinstance(fact.low, int | float) and fact.low <= SMALL:
            names.append("small count")
        elif isinstance(fact.low, int | float) and fact.low >= LARGE:
            names.append("large count")
        if not fact.unit:
            names.append("count of nothing")
    return dict.fromkeys(names, 1.0)


def _date_features(today: str, date: str) -> list[str]:
    """A day that is news, a year to come, or background."""
    this_year = today[:4]
    if today and today in (date, this_year + date[1:]):
        return ["its own date"]
    year = date[:4] if date[:1].isdigit() else this_year
    if this_year and year < this_year:
        return ["past date"]
    if len(date) > 4:
        return ["day"]
    return ["later year"] if this_year and year > this_year else []


def _says(words: str, phrases: Iterable[str]) -> bool:
    return any(f" {phrase} " in words for phrase in phrases)


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(fold(text).text)}


class _Places:
    """What stands around the facts of a document; each thing is looked at once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.date = document.metadata.date[:10]
        self.language: Language = language(known(document.metadata.lang) or "en")
        relatives = self.language.grammar.get("relatives", "")
        self._relatives = frozenset(fold(str(relatives)).text.split())
        self._sentences: dict[tuple[int, int], tuple[int, int]] = {}
        year = self.date[:4]
        self._long_ago = int(year) - LONG if year.isdigit() else 0
        self._past: set[tuple[int, int]] = set()  # sentences about what was long ago
        self._largest: dict[str, float] = {}
        self._before: dict[int, int] = {}
        self._numbers: dict[int, int] = {}  # block to its number among those of the running text
        lead: list[str] = []
        titles: list[str] = []
        for index, block in enumerate(document.blocks):
            written = self.text[block.start : block.end]
            if block.kind in ("title", "subtitle"):
                titles.append(written)
            elif block.kind not in ("heading", "rule", "image", "attribution") and written:
                self._numbers[index] = len(self._numbers)
                if len(lead) < 2:
                    lead.append(written)
        plain = " ".join(titles).translate(PLAIN)
        self._titled = [numeral.value for numeral in numerals(plain, self.language.name)]
        # The topic: the words of the title, and those that the lead says again.
        self.topic = _stems(" ".join(titles)) or _stems(" ".join(lead[:1]))

    def block(self, offset: int) -> Block:
        return self.document.blocks[self.document.block_at(offset)]

    def index(self, fact: Fact) -> int:
        return self.document.block_at(fact.start)

    def is_titled(self, fact: Fact) -> bool:
        """Whether the title or the subtitle has its number, perhaps rounded."""
        return any(
            abs(amount - number) <= PRECISION * number
            for amount in (fact.low, fact.high)
            for number in self._titled
            if isinstance(amount, int | float)
        )

    def is_heading(self, fact: Fact) -> bool:
        return self.block(fact.start).kind in ("title", "subtitle", "heading")

    def paragraph(self, fact: Fact) -> int:
        """The number of its paragraph, from 0; the last one's for what stands in none."""
        return self._numbers.get(self.index(fact), len(self._numbers))

    def sentence(self, fact: Fact) -> tuple[int, int]:
        return self.sentence_at(fact.start, fact.end)

    def sentence_at(self, start: int, end: int) -> tuple[int, int]:
        if (start, end) not in self._sentences:
            self._sentences[start, end] = sentence(self.document, start, end)
        return self._sentences[start, end]

    def count(self, facts: Sequence[Fact]) -> None:
        """Count the figures of each sentence."""
        seen: dict[tuple[int, int], int] = {}
        for fact in facts:
            date = str(fact.low) if fact.kind == "date" else ""
            if date[:4].isdigit() and int(date[:4]) < self._long_ago:
                self._past.add(self.sentence(fact))
            if fact.kind == "money" and isinstance(fact.low, int | float):
                self._largest[fact.unit] = max(fact.low, self._largest.get(fact.unit, 0))
        for fact in sorted(facts, key=lambda fact: fact.start):
            said = self.sentence(fact)
            self._before[fact.start] = seen.get(said, 0)
            seen[said] = self._before[fact.start] + 1

    def before(self, fact: Fact) -> int:
        """How many figures of its sentence stand before it, up to 5."""
        return min(self._before[fact.start], 5)

    def is_past(self, fact: Fact) -> bool:
        """Whether its sentence speaks of a year long ago."""
        return self.sentence(fact) in self._past

    def is_largest(self, fact: Fact) -> bool:
        """Whether it is a sum of money, and among the largest in its currency."""
        largest = self._largest.get(fact.unit)
        if largest is None or not isinstance(fact.low, int | float):
            return False
        return LARGEST * fact.low >= largest

    def words(self, fact: Fact) -> set[str]:
        """What a fact is about: the words of its label, or of its sentence without one."""
        start, end = self.sentence(fact)
        return _stems(fact.label or self.text[start : fact.start] + self.text[fact.end : end])

    def topicality(self, fact: Fact) -> float:
        """How much of the topic its sentence and its label speak of, from 0 to 1."""
        start, end = self.sentence(fact)
        shared = _stems(f"{fact.label} {self.text[start:end]}") & self.topic
        return min(len(shared) / max(min(len(self.topic), 4), 1), 1.0)

    def words_before(self, fact: Fact) -> str:
        """The words of its clause before it, folded, with spaces around."""
        start, _ = self.sentence(fact)
        clause = _CLAUSE.split(self.text[max(start, fact.start - 80) : fact.start])[-1]
        value = self.text[fact.start : fact.end]
        return " " + " ".join(re.findall(r"\w+", fold(f"{clause} {value}").text)) + " "

    def is_relative(self, words: str) -> bool:
        """Whether these words of a clause begin it as one about a noun before."""
        return not self._relatives.isdisjoint(words.split()[:2])

    def is_of_lives(self, fact: Fact) -> bool:
        """Whether people died or were hurt."""
        start, _ = self.sentence(fact)
        near = fold(self.text[max(start, fact.start - 40) : fact.end + 25]).text
        return any(f" {word}" in f" {near}" for word in self.language.lives)

    def is_spoken(self, fact: Fact) -> bool:
        """Whether it stands within quotation marks, or in a block quote."""
        block = self.block(fact.start)
        if any(container.kind == "quote" for container in block.containers):
            return True
        closing = ""
        for mark in _QUOTATION.findall(self.text, block.start, fact.start):
            closing = "" if mark in closing else closing or _CLOSING.get(mark, "")
        return bool(closing)

    def is_aside(self, fact: Fact) -> bool:
        """Whether it stands in brackets."""
        before = self.text[self.sentence(fact)[0] : fact.start]
        return before.rfind("(") > before.rfind(")")
