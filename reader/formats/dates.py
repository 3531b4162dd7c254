"""The day that is written in a line, in the ways of seven languages."""

import re

_MONTHS = (
    "january jan janvier janv januar enero ene janeiro gennaio gen januari jänner",
    "february feb février févr fév februar febrero fevereiro fev febbraio februari",
    "march mar mars märz marzo março maart mrt mär",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio maggio mag mei",
    "june jun juin juni junio junho giugno giu",
    "july jul juillet juil juli julio julho luglio lug",
    "august aug août agosto ago augustus",
    "september sep sept septembre septiembre setembro set settembre",
    "october oct octobre oktober okt octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec décembre déc dezember dez diciembre dic dezembro dicembre",
)
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_DATE = re.compile(
    r"(?<![\d/.\-])(?:"
    r"(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)(?!\d)"
    r"|(?P<d2>\d\d?)(?:st|nd|rd|th|er|º|\.)?[ \xa0]+(?:de[ \xa0]+)?(?P<name>[^\W\d_]{3,10})\.?,?[ \xa0]+(?:de[ \xa0]+)?(?P<y2>(?:19|20)\d\d)"
    r"|(?P<name3>[^\W\d_]{3,10})\.?[ \xa0]+(?P<d3>\d\d?)(?:st|nd|rd|th)?,?[ \xa0]+(?P<y3>(?:19|20)\d\d)"
    r"|(?P<a>\d\d?)(?P<sep>[/.\-])(?P<b>\d\d?)(?P=sep)(?P<y4>(?:19|20)?\d\d)(?![\d/])"
    r")"
)
_AMERICAN = re.compile(r"\b(?:[AP]M|E[SD]T|P[SD]T|C[SD]T)\b")


class Day:
    """A day, `iso` as YYYY-MM-DD, and where it stands in its line."""

    __slots__ = ("end", "iso", "start")

    def __init__(self, iso: str, start: int, end: int) -> None:
        self.iso = iso
        self.start = start
        self.end = end


def find_day(text: str) -> "Day | None":
    """The first day in a line; None where there is none.

    Of two numbers without a month's name the first is the day, unless it cannot be or the hour
    beside it is written as in America.
    """
    if not any(character.isdigit() for character in text):
        return None
    for found in _DATE.finditer(text.lower()):
        iso = _iso(found, text)
        if iso:
            return Day(iso, found.start(), found.end())
    return None


def _iso(found: re.Match[str], text: str) -> str:
    if found["y"]:
        year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    elif found["name"]:
        year, month, day = int(found["y2"]), _NUMBERS.get(found["name"], 0), int(found["d2"])
    elif found["name3"]:
        year, month, day = int(found["y3"]), _NUMBERS.get(found["name3"], 0), int(found["d3"])
    else:
        day, month, year = int(found["a"]), int(found["b"]), int(found["y4"])
        if month > 12 or (found["sep"] == "/" and day <= 12 and _AMERICAN.search(text)):
            day, month = month, day
        year += 2000 if year < 70 else 1900 if year < 100 else 0
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ""
    return f"{year:04}-{month:02}-{day:02}"
