"""What a page says of its article in JSON-LD (schema.org), however carelessly."""

import json
import re
from collections.abc import Iterator
from html import unescape

from lxml import html

# Scripts longer than this, in characters, hold no description of an article.
_LONGEST = 2_000_000
_MOST_NODES = 20_000
_LONGEST_TYPE = 100
_ARTICLE = re.compile(
    r"(?:.*Article|.*Posting|.*BlogPost|Report|Essay|Chapter|Review|Recipe|Question|HowTo|Thesis"
    r"|OpinionNewsArticle|AnalysisNewsArticle)$"
)
_PAGE = re.compile(r"(?:Web|Item|QA|About|FAQ)Page$|CreativeWork$|.*Video.*$|PodcastEpisode$")

Node = dict[str, object]


class Described:
    """What JSON-LD says of a page's article; empty where it says nothing."""

    __slots__ = ("authors", "date", "description", "language", "organizations", "site", "title")

    def __init__(self) -> None:
        self.title = self.description = self.date = self.language = self.site = ""
        self.authors: list[str] = []
        self.organizations: list[str] = []


def described(tree: html.HtmlElement, addresses: set[str]) -> Described:
    """What is said of the article; `addresses` are those of the page, to tell it from others."""
    nodes = list(_said(tree))
    known = {_string(node.get("@id")): node for node in nodes if len(node) > 2}
    found = Described()
    articles = [node for node in nodes if _is(node, _ARTICLE) and _title(node)]
    articles.sort(key=lambda node: not _is_at(node, addresses))
    pages = [node for node in nodes if _is(node, _PAGE)]
    # (The articles of a list are others.)
    if len(articles) > 3 and not _is_at(articles[0], addresses):
        articles = []
    for node in (articles[:1] or pages[:1]) if articles or pages else []:
        _take(found, node, known)
    for node in pages[:1]:
        found.language = found.language or _string(node.get("inLanguage"))
        found.date = found.date or _string(node.get("datePublished"))
    return found


def bodies(tree: html.HtmlElement) -> Iterator[str]:
    """The text of the article, where the page tells it to machines."""
    for node in _said(tree, "articleBody"):
        body = node.get("articleBody")
        if isinstance(body, str):
            yield body


def _said(tree: html.HtmlElement, word: str = "") -> Iterator[Node]:
    """All objects in the page's JSON-LD, of the scripts in which `word` stands."""
    count = 0
    for script in tree.iterfind(".//script[@type]"):
        text = script.text or ""
        if "ld+json" in script.get("type").lower() and word in text and count < _MOST_NODES:
            for node in _nodes(_loaded(text)):
                count += 1
                yield node


def _take(found: Described, node: Node, known: dict[str, Node]) -> None:
    found.title = _title(node)
    found.description = _string(node.get("description"))
    found.date = _string(node.get("datePublished")) or _string(node.get("dateCreated"))
    found.language = _string(node.get("inLanguage"))
    for key in ("author", "creator"):
        for person in _resolved(node.get(key), known):
            name = _string(person.get("name")) if isinstance(person, dict) else _string(person)
            is_other = isinstance(person, dict) and _is(person, re.compile(r".*Organi[sz]ation$"))
            if name:
                (found.organizations if is_other else found.authors).append(name)
        if found.authors:
            break
    for publisher in _resolved(node.get("publisher"), known):
        name = _string(publisher.get("name")) if isinstance(publisher, dict) else ""
        found.site = found.site or name


def _resolved(value: object, known: dict[str, Node]) -> "list[str | Node]":
    """A value as a list of strings and objects, those that are only referred to looked up."""
    values = value if isinstance(value, list) else [value]
    found: list[str | Node] = []
    for each in values[:50]:
        if isinstance(each, dict):
            found.append(each if "name" in each else known.get(_string(each.get("@id")), each))
        elif isinstance(each, str):
            found.append(each)
    return found


def _loaded(text: str) -> object:
    """The value of a script, None where it is none."""
    text = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$", "", text
    )
    text = text.strip().rstrip(";")
    if len(text) > _LONGEST:
        return None
    for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            value: object = json.loads(attempt, strict=False, parse_int=str, parse_float=str)
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _nodes(value: object) -> Iterator[Node]:
    """All objects in a value, the outer ones first."""
    waiting = [value]
    count = 0
    while waiting and count < _MOST_NODES:
        each = waiting.pop(0) if len(waiting) < 1000 else waiting.pop()
        count += 1
        if isinstance(each, dict):
            yield each
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)


def _is(node: Node, kinds: "re.Pattern[str]") -> bool:
    said = node.get("@type")
    names = said if isinstance(said, list) else [said]
    short = (name for name in names if isinstance(name, str) and len(name) < _LONGEST_TYPE)
    return any(kinds.match(name.rpartition("/")[2]) for name in short)


def _is_at(node: Node, addresses: set[str]) -> bool:
    """Whether an article says that it is the one at one of the addresses."""
    main = node.get("mainEntityOfPage")
    places = [node.get("url"), node.get("@id"), main]
    if isinstance(main, dict):
        places += [main.get("@id"), main.get("url")]
    found = {place.partition("#")[0].rstrip("/") for place in places if isinstance(place, str)}
    return not addresses.isdisjoint(found)


def _title(node: Node) -> str:
    return _string(node.get("headline")) or _string(node.get("name"))


def _string(value: object) -> str:
    """A value as text: entities and tags, which do not belong there, are taken out."""
    if isinstance(value, list):
        value = next((each for each in value if isinstance(each, str)), "")
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return ""
    text = unescape(unescape(value))
    return (
        " ".join(re.sub(r"</?[a-zA-Z][^<>]*>", "", text).split())
        if "<" in text
        else (" ".join(text.split()))
    )
