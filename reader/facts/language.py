"""What a language brings along to find, read and write figures: one file in `languages/` each."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

_FOLDER = Path(__file__).parent / "languages"

_Words = list[str]
_Names = Mapping[str, _Words]


class Language:
    """How one language says figures; `name` is the primary subtag of BCP 47.

    `decimal` is its decimal sign. `bounds` maps words before (or after) a value to `max`, `min`
    or `about`. A range is `between` A `and_` B, or (`from_`) A `to` B. `scales` maps words to
    factors, `currencies` to ISO 4217 codes, `units` to symbols; `percents` are words for `%`.
    `of` joins an amount to its unit, `per` a price to what it buys. `months` has the twelve names,
    the short forms are made from it. `money`, `percent` and `marks` (factor to abbreviation)
    write the short form. `compared`, `supposed` and `lives` are words before figures that matter
    less, and more: without accents, the last as beginnings.
    """

    __slots__ = (
        "and_",
        "between",
        "bounds",
        "compared",
        "currencies",
        "decimal",
        "from_",
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
        self.compared = choice["compared"]
        self.supposed = choice["supposed"]
        self.lives = choice["lives"]


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are files of, by name; English first: it is what most are in."""
    return tuple(sorted((p.stem for p in _FOLDER.glob("*.yaml")), key=lambda n: (n != "en", n)))


def known(lang: str) -> str:
    """The name of the language that a BCP 47 tag is of, '' where there is no file of it."""
    name = lang.lower().replace("_", "-").split("-")[0]
    return name if name in languages() else ""


@cache
def language(name: str) -> Language:
    """The language of that name, read once; it must be one of `languages`."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    text = (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    return Language(name, yaml.load(text, loader))


def _inverted(names: "_Names") -> "dict[str, str]":
    return {name: key for key, words in names.items() for name in words}
