"""Which of the found facts come first: what the article is about.

Each is weighed by a few features that can be explained: its kind, where it stands, how often it is
said, and whether its sentence speaks of what the title speaks of; what is only compared with,
supposed or said in passing comes later.
"""

from collections.abc import Iterable, Sequence

from reader.document.model import Document
from reader.facts.model import Fact
from reader.facts.repeats import DURATIONS
from reader.facts.surroundings import Surroundings

# What each feature of a fact adds to its weight, or takes from it.
WEIGHTS = {
    # its kind
    "money": 1.05,
    "percent": 0.95,
    "count": 0.8,
    "quantity": 0.55,
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
AHEAD = 24  # so many are chosen one by one; those behind come by their weight
SMALL = 12
LARGE = 1000


def ordered(document: Document, facts: Sequence[Fact]) -> list[Fact]:
    """The facts with what the article is about first.

    The first are chosen one by one, and what is chosen makes its neighbours wait, so that they
    do not all speak of the same.
    """
    places = Surroundings(document)
    places.count(facts)
    weights = {
        id(fact): sum(WEIGHTS[name] * much for name, much in features(places, fact).items())
        for fact in facts
    }
    rest = sorted(facts, key=lambda fact: (-weights[id(fact)], fact.start))
    chosen: list[Fact] = []
    while rest and len(chosen) < AHEAD:
        best = max(rest[: 2 * AHEAD], key=lambda fact: (weights[id(fact)], -fact.start))
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


def features(places: Surroundings, fact: Fact) -> "dict[str, float]":
    """What there is to say about a fact, by the names in `WEIGHTS`: how much of each."""
    found = _kind_features(places, fact)
    found["early"] = 1 / (1 + places.paragraph(fact) / 3)
    found["on the topic"] = places.topicality(fact)
    found["later in its sentence"] = places.before(fact)
    found["said again"] = min(len({places.block(a).start for a, _ in fact.places}) - 1, 2)
    block = places.block(fact.start)
    words = places.words_before(fact)
    compared = _says(words, places.language.compared)
    compared = compared or _says(words + places.words_after(fact), places.language.forecast)
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


def _kind_features(places: Surroundings, fact: Fact) -> "dict[str, float]":
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
