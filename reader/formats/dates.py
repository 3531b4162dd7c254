"""Days as they are written, for machines and in the ways of seven languages."""

import re

from reader.formats.metadata import is_day

# The names and short forms of each month, in these languages and in Russian.
_MONTHS = (
    "january jan janvier janv januar jänner enero ene janeiro gennaio gen januari января",
    "february feb février fevrier févr fév februar febrero fevereiro fev febbraio februari февраля",
    "march mar mars märz marz mär marzo março maart mrt марта",
    "april apr avril avr abril abr aprile апреля",
    "may mai mayo maio maggio mag mei мая",
    "june jun juin juni junio junho giugno giu июня",
    "july jul juillet juil juli julio julho luglio lug июля",
    "august aug août aout agosto ago augustus августа",
    "september sep sept septembre septiembre setiembre setembro set settembre сентября",
    "october oct octobre oktober okt octubre outubro out ottobre ott октября",
    "november nov novembre noviembre novembro ноября",
    "december dec décembre decembre déc dezember dez diciembre dic dezembro dicembre декабря",
)
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_DATE = re.compile(
    r"(?<![\d/.\-])(?:"
    r"(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)(?!\d)"
    r"|(?P<d2>\d\d?)(?:st|nd|rd|th|er|º|\.)?[ \xa0]+(?:(?:de|of)[ \xa0]+)?(?P<name>[^\W\d_]{3,10})"
    r"\.?,?[ \xa0]+(?:del?[ \xa0]+)?(?P<y2>(?:1[5-9]|20)\d\d)"
    r"|(?P<name3>[^\W\d_]{3,10})\.?[ \xa0]+(?P<d3>\d\d?)(?:st|nd|rd|th)?,?[ \xa0]+(?P<y3>(?:1[5-9]|20)\d\d)"
    r"|(?P<a>\d\d?)(?P<sep>[/.\-])(?P<b>\d\d?)(?P=sep)(?P<y4>(?:19|20)?\d\d)(?![\d/])"
    r")"
)
# For machines: ISO 8601 with its signs, others in their place, or none.
_ISO = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6})?(?!\d)")
_AMERICAN = re.compile(r"\b(?:[AP]M|E[SD]T|P[SD]T|C[SD]T)\b")


class Day:
    """A day, `iso` as YYYY-MM-DD, and where it stands in its line.

    It is `sure` unless day and month could change places.
    """

    __slots__ = ("end", "iso", "start", "sure")

    def __init__(self, iso: str, start: int, end: int, sure: bool) -> None:
        self.iso = iso
        self.start = start
        self.end = end
        self.sure = sure


def day_of(said: str) -> str:
    """The day that is said where a date is expected, as `YYYY-MM-DD`; '' for none, or in doubt."""
    said = said.strip()[:200]
    if found := _ISO.search(said):
        return _iso(int(found[1]), int(found[3]), int(found[4]))
    if found := _COMPACT.search(said):
        return _iso(*map(int, found.groups()))
    day = find_day(said)
    return day.iso if day is not None and day.sure else ""


def find_day(text: str) -> "Day | None":
    """The first day in a line; None where there is none.

    Of two numbers without a month's name the first is the day, unless it cannot be or the hour
    beside it is written as in America.
    """
    if not any(character.isdigit() for character in text):
        return None
    for found in _DATE.finditer(text.lower()):
        sure = True
        if found["y"]:
            iso = _iso(int(found["y"]), int(found["m"]), int(found["d"]))
        elif found["name"]:
            iso = _iso(int(found["y2"]), _NUMBERS.get(found["name"], 0), int(found["d2"]))
        elif found["name3"]:
            iso = _iso(int(found["y3"]), _NUMBERS.get(found["name3"], 0), int(found["d3"]))
        else:
            iso, sure = _of_numbers(found, text)
        if iso:
            return Day(iso, found.start(), found.end(), sure)
    return None


def _of_numbers(found: re.Match[str], text: str) -> tuple[str, bool]:
    """The day in two numbers and a year, and whether it is sure."""
    day, month, year = int(found["a"]), int(found["b"]), int(found["y4"])
    american = found["sep"] == "/" and _AMERICAN.search(text) is not None
    sure = day > 12 or month > 12 or found["sep"] == "." or american
    if month > 12 or (american and day <= 12):
        day, month = month, day
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    return _iso(year, month, day), sure


def _iso(year: int, month: int, day: int) -> str:
    return (
        f"{year:04}-{month:02}-{day:02}" if 1000 <= year < 3000 and is_day(year, month, day) else ""
    )
