"""Dates as authors write them, to ISO 8601 as far as they go: `18 novembre 2025`, `Nov. 7`."""

import re
from collections.abc import Sequence

_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_YEARS = re.compile(r"((?:1[5-9]|20)\d\d)(?:\s*-\s*((?:1[5-9]|20)\d\d))?")
_ORDINAL = r"(?:er|st|nd|rd|th|e|º|°|\.)?"
_MONTH = r"(?P<month>[^\W\d_]{3,})\.?"
_YEAR = r"(?P<year>\d{4})"
_LEAD = r"(?:[^\W\d_]+[ -]){0,2}?"  # `le`, `am`, `fin`, `end of`, `mi-`
_FORMS = (
    re.compile(
        rf"{_LEAD}(?:(?P<day>\d{{1,2}}){_ORDINAL}\s(?:de\s|d')?)?{_MONTH}"
        rf"(?:,?\s(?:del?\s)?{_YEAR})?",
        re.I,
    ),
    re.compile(rf"{_LEAD}{_MONTH}\s(?P<day>\d{{1,2}}){_ORDINAL}(?:,?\s{_YEAR})?", re.I),
)


def parse_date(text: str, months: Sequence[str]) -> "tuple[str, str | None] | None":
    """The date that the whole of `text` is, or None; for years a second one may follow.

    `months` are the twelve names of the language, in lower case; three letters of one are enough
    where they are not those of another. Without a year: `--MM` and `--MM-DD` (ISO 8601:2000).
    """
    if match := _YEARS.fullmatch(text):
        return match[1], match[2]
    if match := _ISO.fullmatch(text):
        return (text, None) if _possible(match[2], match[3]) else None
    if alone := _month(text.rstrip("."), months):
        return f"--{alone:02}", None
    if not re.search(r"\d", text):
        return None
    for form in _FORMS:
        match = form.fullmatch(text)
        month = match and _month(match["month"], months)
        if match and month:
            day = match["day"]
            if not _possible(f"{month:02}", day):
                return None
            year = match["year"] or "-"
            return f"{year}-{month:02}" + (f"-{int(day):02}" if day else ""), None
    return None


def _month(written: str, months: Sequence[str]) -> int:
    """The month's number, 0 when `written` is not one month's name or its beginning."""
    written = written.lower()
    if written in months:
        return months.index(written) + 1
    fitting = [number for number, name in enumerate(months, 1) if name.startswith(written)]
    return fitting[0] if len(fitting) == 1 and len(written) > 2 else 0


def _possible(month: str, day: "str | None") -> bool:
    return 1 <= int(month) <= 12 and (day is None or 1 <= int(day) <= 31)
