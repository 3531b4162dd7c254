"""What a language brings along to find, read and write figures: one file in `languages/` each."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

_FOLDER = Path(__file__).parent / "languages"

_Words = list[str]
_Names = Mapping[str, _Words]


class Finding:
    """What it takes to find figures in a running text; each key is explained in the files."""

    __slots__ = (
        "adjectives",
        "ago",
        "and_half",
        "bounds_after",
        "changed",
        "clock_after",
        "clock_before",
        "collectives",
        "compound",
        "counted",
        "date_of",
        "date_the",
        "date_to",
        "decades",
        "definite",
        "elided",
        "half_years",
        "halves",
        "measures",
        "month_capital",
        "month_first",
        "month_shorts",
        "not_plural",
        "not_stops",
        "noun_chains",
        "noun_head",
        "noun_of",
        "nth",
        "number_and",
        "numbers",
        "one",
        "onto",
        "or_",
        "part_of",
        "passing",
        "phases",
        "plural",
        "plurals",
        "priced",
        "quarters",
        "ratio",
        "references",
        "seasons",
        "stops",
        "streets_after",
        "streets_before",
        "tens_and",
        "times",
        "unsure",
        "year_strong",
        "year_weak",
    )

    def __init__(self, data: "Mapping[str, object]") -> None:
        def words(key: str) -> _Words:
            return cast(_Words, data.get(key, []))

        def worth(key: str) -> "dict[str, float]":
            names = _inverted(cast(_Names, data.get(key, {})))
            return {word: float(value) for word, value in names.items()}

        self.one = words("one")
        self.numbers = worth("numbers")
        self.compound = bool(data.get("compound"))
        self.tens_and = cast(str, data.get("tens_and", ""))
        self.halves = worth("halves")
        self.and_half = words("and_half")
        self.number_and = words("number_and")
        self.collectives = worth("collectives")
        self.bounds_after = _inverted(cast(_Names, data.get("bounds_after", {})))
        self.passing = words("passing")
        self.or_ = words("or")
        self.changed = words("changed")
        self.onto = words("onto")
        self.priced = words("priced")
        self.ago = words("ago")
        self.times = words("times")
        self.unsure = frozenset(words("unsure"))
        self.measures = words("measures")
        self.definite = words("definite")
        self.month_shorts = {word: int(n) for word, n in worth("month_shorts").items()}
        self.month_capital = bool(data.get("month_capital"))
        self.month_first = bool(data.get("month_first"))
        self.date_of = words("date_of")
        self.date_the = words("date_the")
        self.date_to = words("date_to")
        self.phases = words("phases")
        self.year_strong = words("year_strong")
        self.year_weak = words("year_weak")
        self.seasons = words("seasons")
        self.decades = words("decades")
        self.nth = words("nth")
        self.quarters = words("quarters")
        self.half_years = words("half_years")
        self.elided = words("elided")
        self.references = words("references")
        self.streets_after = words("streets_after")
        self.streets_before = words("streets_before")
        self.clock_before = words("clock_before")
        self.clock_after = words("clock_after")
        self.ratio = words("ratio")
        self.part_of = words("part_of")
        self.noun_head = cast(str, data.get("noun_head", ""))
        self.noun_chains = bool(data.get("noun_chains"))
        self.plural = tuple(words("plural"))
        self.not_plural = tuple(words("not_plural"))
        self.plurals = frozenset(words("plurals"))
        self.adjectives = frozenset(words("adjectives"))
        self.noun_of = words("noun_of")
        self.stops = frozenset(words("stops"))
        self.not_stops = frozenset(words("not_stops"))
        self.counted = words("counted")


class Language:
    """How one language says figures; `name` is the primary subtag of BCP 47.

    `decimal` is its decimal sign. `bounds` maps words before (or after) a value to `max`, `min`
    or `about`. A range is `between` A `and_` B, or (`from_`) A `to` B. `scales` maps words to
    factors, `currencies` to ISO 4217 codes, `units` to symbols; `percents` are words for `%`.
    `of` joins an amount to its unit, `per` a price to what it buys. `months` has the twelve names,
    the short forms are made from it. `money`, `percent` and `marks` (factor to abbreviation)
    write the short form. `finding` is what finding them in a text takes, `grammar` what
    `reader.facts.grammar` makes a `Grammar` of. `compared`, `forecast`, `supposed`, `lives` are words near
    figures that matter less, or more: without accents, the last as beginnings.
    """

    __slots__ = (
        "and_",
        "between",
        "bounds",
        "compared",
        "currencies",
        "decimal",
        "finding",
        "forecast",
        "from_",
        "grammar",
        "lives",
        "marks",
        "money",
        "months",
        "name",
        "of",
        "per",
        "percent",
        "percents",
        "scales",
        "supposed",
        "to",
        "units",
    )

    def __init__(self, name: str, data: "Mapping[str, object]") -> None:
        def words(key: str) -> _Words:
            return cast(_Words, data[key])

        def names(key: str) -> "dict[str, str]":
            return _inverted(cast(_Names, data[key]))

        self.name = name
        self.grammar = cast("Mapping[str, object]", data["grammar"])
        self.decimal = cast(str, data["decimal"])
        signs = {"max": ["≤", "<"], "min": ["≥", ">"], "about": ["~", "≈"]}
        self.bounds = names("bounds") | _inverted(signs)
        self.between = words("between")
        self.and_ = words("and")
        self.from_ = words("from")
        self.to = words("to")
        self.of = words("of")
        self.per = words("per")
        self.scales = {word: float(factor) for word, factor in names("scales").items()}
        self.currencies = names("currencies")
        self.units = names("units")
        self.percents = words("percents")
        self.months = words("months")
        short = cast(Mapping[str, str], data["short"])
        self.money = short["money"]
        self.percent = short["percent"]
        marks = cast(Mapping[str, str], data["short"]["marks"])  # type: ignore[index]
        self.marks = {float(factor): mark for factor, mark in marks.items()}
        choice = cast(_Names, data["choice"])
        self.compared = choice.get("compared", [])
        self.forecast = choice.get("forecast", [])
        self.supposed = choice.get("supposed", [])
        self.lives = choice.get("lives", [])
        self.finding = Finding(data)


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are files of, by name; English first: it is what most are in."""
    return tuple(sorted((p.stem for p in _FOLDER.glob("*.yaml")), key=lambda n: (n != "en", n)))


def known(lang: str) -> str:
    """The name of the language that a BCP 47 tag is of, '' where there is no file of it."""
    name = subtag(lang)
    return name if name in languages() else ""


def subtag(lang: str) -> str:
    """The primary subtag of a BCP 47 tag, in lower case."""
    return lang.lower().replace("_", "-").split("-")[0]


@cache
def language(name: str) -> Language:
    """The language of that name, read once: its file, or what is commonly known of it."""
    if name not in languages():
        from reader.facts.cldr import described

        return Language(name, described(name))
    return Language(name, read(name))


@cache
def read(name: str) -> "Mapping[str, object]":
    """What the file of a language says, as strings, lists and mappings; read once."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    text = (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    return cast(Mapping[str, object], yaml.load(text, loader))


def _inverted(names: "_Names") -> "dict[str, str]":
    return {name: key for key, words in names.items() for name in words}
