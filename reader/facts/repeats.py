"""Found facts that are one: said again, rounded, converted in brackets, or by the author as well."""

import re
from collections.abc import Sequence

from reader.document.model import Document
from reader.facts.model import Fact
from reader.facts.surroundings import Surroundings, stems

# Quantities that last: two of the same length have little to do with each other.
DURATIONS = frozenset("s min h d day days week weeks month months year years".split())
MILLION = 1e6
MOST = 50  # facts of one amount that a further one is held against
PRECISION = 0.01  # `$10` is `$9.99` rounded

_CONVERTED = re.compile(r"\s?\((?:[^\W\d]+\.?\s|[~≈]\s?){0,2}$")
_DIMENSIONS = (
    "km m cm mm mi ft yd in nm µm", "kg g mg t lb oz", "km² m² ha mi² acre", "°C °F K",
    "km/h mph m/s kn", "L l ml cl hl gal m³ barrel", "kW W hp MW", "J kJ kcal kWh",
)  # fmt: skip
_DIMENSION = {unit: number for number, units in enumerate(_DIMENSIONS) for unit in units.split()}


def merged(document: Document, facts: Sequence[Fact]) -> list[Fact]:
    """The facts, each once, with all its `places`; in the order of the text.

    Of the places of one fact its own is the first in the running text, not in a title or heading.
    A fact is said again where its amount and unit are the same, or the same but for rounding, and
    the two speak of the same; and in brackets behind it, in another currency or unit.
    """
    places = Surroundings(document)
    kept: list[Fact] = []
    by_amount: dict[tuple[str, ...], list[Fact]] = {}
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
        alike = by_amount.setdefault(_key(fact), [])
        same = next((one for one in alike[:MOST] if _repeats(places, one, fact)), None)
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


def _key(fact: Fact) -> tuple[str, ...]:
    """Equal for all facts that may be one; a count's nouns differ where they mean the same."""
    amount = str(fact.low)
    if fact.kind == "money" and isinstance(fact.low, int | float):
        amount = f"{fact.low:.1g}"
    return fact.kind, "" if fact.kind == "count" else fact.unit, amount


def _join(fact: Fact, again: Fact) -> None:
    """Take a place more; and the better label and value, where these are elsewhere."""
    fact.repeats = sorted({*fact.places, *again.places})
    fact.label = fact.label or again.label
    if again.unit == fact.unit and _digits(again.low) > _digits(fact.low):
        fact.value, fact.short, fact.bound = again.value, again.short, again.bound
        fact.low, fact.high = again.low, again.high
        fact.start, fact.end = again.start, again.end


def _repeats(places: Surroundings, one: Fact, other: Fact) -> bool:
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
    telling = one.kind == "money" or (one.kind == "quantity" and one.unit not in DURATIONS)
    shared = places.words(one, telling) & places.words(other, telling)
    return len(shared) >= (1 if telling else 2)


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
    if not isinstance(amount, int | float):
        return 0
    return len(f"{amount:.12e}".partition("e")[0].replace(".", "").rstrip("0"))


def _alike(one: str, other: str) -> bool:
    """Whether two counted nouns may be the same: one unknown, or one word with the same stem."""
    first, second = stems(one), stems(other)
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
