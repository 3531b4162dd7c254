"""Names of authors and languages, from what pages write in their place."""

import re

from reader.document.characters import clean_line, fold
from reader.formats.furniture import POSTS, SUFFIX

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
_LONGEST = 80
_MOST_WORDS = 6
_MOST = 30


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
        if names and not POSTS.isdisjoint(part.lower().split()):
            break  # what somebody is
        if names and SUFFIX.fullmatch(part.strip()):
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
