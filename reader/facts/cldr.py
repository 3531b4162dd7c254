"""What the Unicode Common Locale Data Repository knows of a language that has no file here.

Enough for money, percentages, quantities and dates: decimal sign, names of currencies, units and
months. Counts, bounds and number words take a file.
"""

from collections.abc import Mapping

from reader.facts.words import CODES

_UNITS = {
    "km": "length-kilometer", "m": "length-meter", "cm": "length-centimeter",
    "mm": "length-millimeter", "mi": "length-mile", "kg": "mass-kilogram", "g": "mass-gram",
    "t": "mass-tonne", "ha": "area-hectare", "km²": "area-square-kilometer", "L": "volume-liter",
    "s": "duration-second", "min": "duration-minute", "h": "duration-hour", "d": "duration-day",
    "week": "duration-week", "month": "duration-month", "year": "duration-year",
    "°C": "temperature-celsius", "kW": "power-kilowatt", "MW": "power-megawatt",
    "GW": "power-gigawatt", "km/h": "speed-kilometer-per-hour",
}  # fmt: skip
# One, few, many and other of most languages.
_COUNTS = (1, 2, 5, 1.5)


def knows(name: str) -> bool:
    """Whether there is anything to know of the language `name`, a subtag of BCP 47."""
    from babel.localedata import exists

    return bool(name) and exists(name)


def described(name: str) -> "Mapping[str, object]":
    """The language in the form of the files in `languages/`; the empty name is any language."""
    lists = ("between", "and", "from", "to", "of", "per", "percents", "months")
    data: dict[str, object] = {key: [] for key in lists}
    data |= {"decimal": ",", "bounds": {}, "scales": {}, "currencies": {}, "units": {}}
    data |= {"grammar": {}, "choice": {}}
    data["short"] = {"money": "{number} {mark}{sign}", "percent": "{number} %", "marks": {}}
    if not knows(name):
        return data
    from babel import Locale
    from babel.numbers import get_currency_name, get_decimal_symbol
    from babel.units import format_unit

    locale = Locale.parse(name)
    data["decimal"] = "." if get_decimal_symbol(locale) == "." else ","
    data["currencies"] = {
        code: sorted({get_currency_name(code, count, locale).lower() for count in _COUNTS})
        for code in CODES
    }
    data["units"] = {
        symbol: sorted(
            {_named(format_unit(n, unit, "long", locale=locale)) for n in _COUNTS} - {""}
        )
        for symbol, unit in _UNITS.items()
    }
    wide = locale.months["format"]["wide"]
    data["months"] = [wide[number].lower() for number in range(1, 13)]
    data["date_of"] = ["de"]
    return data


def _named(written: str) -> str:
    """The name of a unit in an amount that is written out, '' where it is no word."""
    name = "".join(sign for sign in written.lower() if not (sign.isdigit() or sign in ",.٫"))
    return " ".join(name.split())
