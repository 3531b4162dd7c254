"""Dates and periods in a running text, as ISO 8601 as far as the text goes.

`1er janvier 2020`, `Nov. 7`, `between 1981 and 2010`, `fin mars`, `third quarter of 2022`,
`années 1970`. A month or a weekday alone is no date that anybody looks for. Texts are `plain`:
see `reader.facts.numbers.PLAIN`.
"""

import re
from functools import lru_cache

from reader.facts.language import Language, language
from reader.facts.numbers import any_of

_YEAR = r"(?:1\d|20|21)\d\d(?![\w°])(?![.,]\d|\s?%|/\d{3})"
_RECENT = r"(?:1[6-9]|20)\d\d(?![\w°])(?![.,]\d|\s?%|/\d{3})"
_ORDINAL = r"(?:er|st|nd|rd|th|º|°|ª|\.(?=\s))?"
_BEFORE = r"(?<![\w.,/#$€£+-])"


class Period:
    """A date or period at `start:end` of a text: its first and its last day, month or year."""

    __slots__ = ("end", "high", "low", "start")

    def __init__(self, start: int, end: int, low: str, high: "str | None" = None) -> None:
        self.start = start
        self.end = end
        self.low = low
        self.high = high


def periods(plain: str, name: str) -> list[Period]:
    """The dates and periods of a plain text in their order; `name` is that of the language."""
    grammar = _grammar(name)
    found = [period for read in grammar.readings for period in read(plain)]
    found.sort(key=lambda period: (period.start, -period.end))
    apart: list[Period] = []
    for period in found:
        if not apart or period.start >= apart[-1].end:
            apart.append(period)
        elif period.end - period.start > apart[-1].end - apart[-1].start:
            apart[-1] = period
    return grammar.joined(plain, apart)


class _Grammar:
    """The patterns for the dates of one language."""

    def __init__(self, words: Language) -> None:
        finding = words.finding
        self.capital = finding.month_capital
        self.month_of = {name: at for at, name in enumerate(words.months, 1)} | finding.month_shorts
        self.nth = {word: at for at, word in enumerate(finding.nth, 1)}
        month = rf"(?:{any_of(self.month_of) or '(?!)'})(?![^\W\d_])"
        of = rf"(?:\s(?:{any_of(finding.date_of) or '(?!)'}))?\s"
        the = rf"(?:(?:{any_of(finding.date_the) or '(?!)'})\s?)?"
        phase = rf"(?:{any_of(finding.phases) or '(?!)'})"
        to = any_of([*words.to, *finding.date_to]) or "(?!)"
        links = any_of([*words.to, *words.and_, *finding.or_, *finding.date_to]) or "(?!)"
        end = rf"(?:\s?-\s?|\s(?:{links})\s){the}"
        between = any_of([*words.between, *words.from_]) or "(?!)"
        day = rf"\d{{1,2}}{_ORDINAL}"
        forms = [
            rf"(?:(?P<first>\d{{1,2}}){_ORDINAL}{end})?(?P<day>\d{{1,2}}){_ORDINAL}(?:{of}|\s?)"
            rf"(?P<month>{month})(?:,?{of}(?P<year>{_YEAR}))?",
            rf"(?:{phase}[\s-])?(?P<month>{month})(?:,?{of}(?P<year>{_YEAR}))",
            rf"(?P<phase>{phase}[\s-]?){the}(?P<month>{month})(?!\s\d)",
        ]
        if finding.month_first:
            forms.insert(
                0,
                rf"(?P<month>{month})\s(?P<first>{day})(?:{end}(?P<day>\d{{1,2}}){_ORDINAL})?"
                rf"(?![\w%]|[.,]\d)(?:,?\s(?P<year>{_YEAR}))?",
            )
        self.days = [re.compile(_BEFORE + form, re.I) for form in forms]
        self.written = re.compile(
            rf"{_BEFORE}(?:(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)"
            r"|(?P<d>\d{1,2})(?P<sign>[./])(?P<m>\d{1,2})(?P=sign)(?P<y>(?:19|20)\d\d))(?![\w/-])"
        )
        strong = any_of(finding.year_strong) or "(?!)"
        seasons = any_of(finding.seasons) or "(?!)"
        weak = any_of(finding.year_weak) or "(?!)"
        self.year = re.compile(
            rf"(?<!\w)(?P<range>{between})\s{the}(?P<one>{_RECENT})\s(?:{links})\s{the}"
            rf"(?:(?:{strong})\s)?(?P<two>{_RECENT})|(?<!\w)(?:(?P<season>(?:{seasons})[\s-])|(?P<phase>{phase}[\s-])"
            rf"|(?:(?:{strong})[\s-](?:{the})|\())(?P<year>{_YEAR})"
            rf"(?:\s?[-/]\s?(?P<last>{_YEAR}|\d\d(?![\w,.]\d|\w)))?"
            rf"|(?<!\w)(?:{weak})[\s-](?P<weak>{_RECENT})(?:\s?-\s?(?P<until>{_YEAR}))?"
            rf"|{_BEFORE}(?P<from>{_RECENT})\s?-\s?(?P<to>{_RECENT}|\d\d(?![\w,.]\d|\w))",
            re.I,
        )
        self.parts = [(re.compile(self._template(t), re.I), 3) for t in finding.quarters]
        self.parts += [(re.compile(self._template(t), re.I), 6) for t in finding.half_years]
        self.decade = re.compile(
            rf"(?<!\w)(?:{'|'.join(map(self._template, finding.decades)) or '(?!)'})"
            if len(finding.decades) == 1
            else "|".join(
                rf"(?<!\w)(?:{self._template(template, index)})"
                for index, template in enumerate(finding.decades)
            )
            or "(?!)",
            re.I,
        )
        self.opening = re.compile(rf"(?<!\w)(?:{between})\s{the}$", re.I)
        self.link = re.compile(rf"{end}(?:{strong})?\s?(?:{the})", re.I)
        self.to = re.compile(rf"\s?-\s?|\s(?:{to})\s{the}", re.I)
        self.readings = (self._days, self._written, self._parts, self._decades, self._years)

    def _template(self, template: str, index: int = 0) -> str:
        """A pattern for one of the language's ways to write a part of years."""
        pattern = re.escape(template).replace(r"\ ", r"\s")
        suffix = str(index) if index else ""
        return (
            pattern.replace(r"\{year\}", rf"(?P<year{suffix}>(?:1[5-9]|20)\d\d)")
            .replace(r"\{tens\}", rf"(?P<tens{suffix}>[1-9]0)")
            .replace(r"\{nth\}", rf"(?P<nth>{any_of(self.nth)})")
            .replace(r"\{n\}", r"(?P<n>[1-4])")
        ) + r"(?!\w)"

    def _days(self, plain: str) -> "list[Period]":
        found = []
        for form in self.days:
            for match in form.finditer(plain):
                period = self._day(match)
                if period is not None:
                    found.append(period)
        return found

    def _day(self, match: "re.Match[str]") -> "Period | None":
        groups = match.groupdict()
        name = groups["month"]
        if self.capital and not name[0].isupper():
            return None
        month = self._month(name)
        days = [int(re.sub(r"\D", "", day)) for key in ("first", "day") if (day := groups.get(key))]
        if not all(1 <= day <= 31 for day in days):
            return None
        stem = f"{groups.get('year') or '-'}-{month:02}"
        low = f"{stem}-{days[0]:02}" if days else stem
        high = f"{stem}-{days[1]:02}" if len(days) > 1 else None
        return Period(match.start(), match.end(), low, high)

    def _month(self, written: str) -> int:
        low = written.lower()
        return next(self.month_of[key] for key in (low, low + ".") if key in self.month_of)

    def _written(self, plain: str) -> "list[Period]":
        found = []
        for match in self.written.finditer(plain):
            if match["year"]:
                found.append(Period(*match.span(), match[0]))
                continue
            day, month = int(match["d"]), int(match["m"])
            if self.capital and match["sign"] == "/" and day <= 12 < month:  # `3/25/2020`
                day, month = month, day
            if day <= 31 and 1 <= month <= 12:
                unsure = match["sign"] == "/" and day <= 12 and self.capital
                low = match["y"] if unsure else f"{match['y']}-{month:02}-{day:02}"
                found.append(Period(*match.span(), low))
        return found

    def _parts(self, plain: str) -> "list[Period]":
        found = []
        for pattern, months in self.parts:
            for match in pattern.finditer(plain):
                groups = match.groupdict()
                written = (groups.get("nth") or groups.get("n") or "0").lower()
                nth = int(written) if written.isdigit() else self.nth[written]
                first = (nth - 1) * months + 1
                low, high = match["year"], None
                if 1 <= first <= 12 and not self._fiscal(match[0]):
                    low, high = f"{low}-{first:02}", f"{low}-{first + months - 1:02}"
                found.append(Period(*match.span(), low, high))
        return found

    @staticmethod
    def _fiscal(written: str) -> bool:
        return "fiscal" in written.lower()

    def _decades(self, plain: str) -> "list[Period]":
        found = []
        for match in self.decade.finditer(plain):
            year = next((v for k, v in match.groupdict().items() if v and k[:4] == "year"), "")
            tens = next((v for k, v in match.groupdict().items() if v and k[:4] == "tens"), "")
            first = int(year or f"19{tens}")
            if first % 10 == 0:
                found.append(Period(*match.span(), str(first), str(first + 9)))
        return found

    def _years(self, plain: str) -> "list[Period]":
        found = []
        for match in self.year.finditer(plain):
            first = match["year"] or match["weak"] or match["from"] or match["one"]
            last = match["last"] or match["until"] or match["to"] or match["two"]
            if last and len(last) == 2:
                last = first[:2] + last
            if last and int(last) <= int(first):
                continue
            starts = ("range", "season", "phase", "year", "weak", "from")
            at = match.start(next(key for key in starts if match[key]))
            found.append(Period(at, match.end(), first, last))
        return found

    def joined(self, plain: str, found: list[Period]) -> list[Period]:
        """The periods, where two that are linked are one: `entre le 21 juin et le 15 novembre`."""
        joined: list[Period] = []
        for period in found:
            before = joined[-1] if joined else None
            if before is not None and before.high is None and period.high is None:
                link = plain[before.end : period.start]
                opening = self.opening.search(plain, max(before.start - 24, 0), before.start)
                if (opening and len(link) < 24 and self.link.fullmatch(link)) or (
                    self.to.fullmatch(link)
                ):
                    if opening:
                        before.start = opening.start()
                    before.low, before.high = _completed(before.low, period.low), period.low
                    before.end = period.end
                    continue
            joined.append(period)
        return joined


def _completed(low: str, high: str) -> str:
    """`low` with the year of `high` where it has none."""
    if low.startswith("--") and not high.startswith("-"):
        return f"{high[:4]}-{low[2:]}"
    return low


@lru_cache(maxsize=16)
def _grammar(name: str) -> _Grammar:
    return _Grammar(language(name))
