"""Names of authors and days, from what pages write in their place."""

import re

from reader.document.characters import clean_line, fold

_BY = re.compile(
    r"^\s*(?:(?:written|posted|published|story|text|words|a post|reported)\s+by|by|par|von|por|di|door|av|af"
    r"|autor(?:es|a)?|auteurs?|authors?|écrit par|publié par|escrito por|texto|texte|text|propos recueillis par|текст|автор)"
    r"(?:\s*:\s*|\s+)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*[,;|•·\n]\s*|\s*\((?:avec|with|mit|con)\s+|\s+(?:and|et|und|y|e|och|og|en|with|avec|mit)\s+|\s*&\s+"
)
_TAIL = re.compile(
    r"\s+(?:-|–|—|\||at|for|on|in)\s+.*$|\s*\((?:@|http|AFP|Reuters|AP\b).*\)$|\s*@\w+$"
)
_NO_NAME = re.compile(
    r"https?:|www\.|@|^\W*$|\d{4}|^(?:admin(?:istrator)?|author|editor|editors|staff|guest|unknown|none"
    r"|null|undefined|webmaster|root|user|redaction|rédaction|la rédaction|redaktion|redacción|anonymous"
    r"|contributor|contributors|comments?|share|follow|print|e-?mail|the editors|news desk|wp_?admin|nobody|default|admin\d*)$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:jr|sr|ph\.?\s?d|m\.?d|ii|iii|iv|esq|msc|ma|mba|rn|rd)\.?$", re.IGNORECASE)
_LONGEST = 80
_MOST_WORDS = 6
_MOST = 30

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janvier janv januar jänner enero ene janeiro gennaio gen januari января",
            "feb february février fevrier févr februar febrero fevereiro febbraio februari февраля",
            "mar march mars märz marz marzo março maart марта",
            "apr april avril avr abril abr aprile апреля",
            "may mai mayo maio maggio mei мая",
            "jun june juin juni junio junho giugno июня",
            "jul july juillet juil juli julio julho luglio июля",
            "aug august août aout agosto augustus augusti августа",
            "sep sept september septembre septiembre setembro settembre сентября",
            "oct october octobre okt oktober octubre outubro ottobre октября",
            "nov november novembre noviembre novembro ноября",
            "dec december décembre déc decembre dez dezember diciembre dezembro dicembre декабря",
        ),
        1,
    )
    for name in names.split()
}
_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)|(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)"
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6})?(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,})\.?,?\s+(?:de\s+|del\s+)?(\d{4})"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


def authors_of(said: list[str], site: str = "", *, inverted: bool = False) -> list[str]:
    """The names in what was said, each once; `inverted` when they are `Last, First`.

    Addresses, handles, placeholders and the name of the site are no authors.
    """
    found: dict[str, str] = {}
    for text in said[:_MOST]:
        text = clean_line(text).strip(" \xa0")
        if inverted and (match := re.fullmatch(r"([^,]+),\s*([^,]+)", text)):
            text = f"{match.group(2)} {match.group(1)}"
        text = _BY.sub("", text, count=1)
        if not text or len(text) > 400 or fold(text).text.casefold() == fold(site).text.casefold():
            continue
        for name in _split(text):
            name = _TAIL.sub("", _BY.sub("", name, count=1)).strip(" \xa0.,;:|-–—*()")
            key = fold(name).text.casefold()
            if _is_name(name) and key != fold(site).text.casefold():
                found.setdefault(key, name)
    return list(found.values())[:_MOST]


def _split(text: str) -> list[str]:
    names: list[str] = []
    for part in _BETWEEN.split(text):
        if names and _SUFFIX.fullmatch(part.strip()):
            names[-1] += ", " + part.strip()
        elif part.strip():
            names.append(part.strip())
    return names


def _is_name(name: str) -> bool:
    return (
        1 < len(name) <= _LONGEST
        and len(name.split()) <= _MOST_WORDS
        and not _NO_NAME.search(name)
        and any(letter.isalpha() for letter in name)
    )


def day_of(said: str) -> str:
    """The first day in a text as `YYYY-MM-DD`, '' where there is none."""
    said = said.strip()[:200]
    if match := _ISO.search(said):
        year, month, day = [group for group in match.groups() if group]
        return _iso(year, month, day)
    if match := _COMPACT.search(said):
        return _iso(*match.groups())
    lower = said.lower()
    for match in _DAY_FIRST.finditer(lower):
        if month := _MONTHS.get(match.group(2)):
            return _iso(match.group(3), str(month), match.group(1))
    for match in _MONTH_FIRST.finditer(lower):
        if month := _MONTHS.get(match.group(1)):
            return _iso(match.group(3), str(month), match.group(2))
    return ""


def _iso(year: str, month: str, day: str) -> str:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31 and 1000 <= int(year) <= 2999):
        return ""
    return f"{int(year):04}-{int(month):02}-{int(day):02}"


def language_tag(said: str) -> str:
    """A language as a tag of BCP 47 (`pt_br` gives `pt-BR`), '' for what is none."""
    match = re.fullmatch(
        r"\s*([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}))?(?:[-_.@].*)?\s*", said
    )
    if not match:
        return ""
    language, script, region = match.groups()
    tag = language.lower()
    if script:
        tag += "-" + script.title()
    return f"{tag}-{region.upper()}" if region else tag
