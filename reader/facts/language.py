"""What a language brings along to write values with. Its words are in `germanic` and `romance`."""

from typing import TypeVar

_Key = TypeVar("_Key", float, str)


class Language:
    """How one language writes a value.

    `decimal` is its decimal sign. `bounds` maps words before (or after) a value to `max`, `min`
    or `about`. A range is `between` A `and` B, or (`from`) A `to` B. `scales` maps words to
    factors, `currencies` to ISO 4217 codes, `units` to symbols; `percents` are words for `%`.
    `of` joins an amount to its unit, `per` a price to what it buys. `months` has the twelve names,
    the short forms are made from it. `money`, `percent` and `marks` (factor to abbreviation)
    write the short form.
    """

    __slots__ = (
        "and_",
        "between",
        "bounds",
        "currencies",
        "decimal",
        "from_",
        "marks",
        "money",
        "months",
        "of",
        "per",
        "percent",
        "percents",
        "scales",
        "to",
        "units",
    )

    def __init__(
        self,
        *,
        decimal: str,
        most: str,
        least: str,
        about: str,
        between: str,
        and_: str,
        from_: str,
        to: str,
        of: str,
        per: str,
        scales: dict[float, str],
        currencies: dict[str, str],
        units: dict[str, str],
        percents: str,
        months: str,
        money: str,
        percent: str,
        marks: dict[float, str],
    ) -> None:
        self.decimal = decimal
        self.bounds = {
            word: bound
            for bound, words in (
                ("max", most + "|≤|<"),
                ("min", least + "|≥|>"),
                ("about", about + "|~|≈"),
            )
            for word in words.split("|")
        }
        self.between = between.split("|")
        self.and_ = and_.split("|")
        self.from_ = from_.split("|")
        self.to = to.split("|")
        self.of = of.split("|")
        self.per = per.split("|")
        self.scales = _inverted(scales)
        self.currencies = _inverted(currencies)
        self.units = _inverted(units)
        self.percents = percents.split("|")
        self.months = months.split()
        self.money = money
        self.percent = percent
        self.marks = marks


def _inverted(names: "dict[_Key, str]") -> "dict[str, _Key]":
    return {name: key for key, joined in names.items() for name in joined.split("|")}
