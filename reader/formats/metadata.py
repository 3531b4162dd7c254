"""What is known about an article, from the keys of its front matter or YAML file."""

import re

from reader.document.characters import clean_line, safe_url
from reader.document.model import FactEntry, Metadata, Problem
from reader.formats.yaml_nodes import Node, short

_FACT_KEYS = ("label", "value", "group", "quote")
_IS_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)", re.ASCII)
# Conventional names of the same thing; the first of a row is ours.
_NAMES = {
    "title": "title",
    "subtitle": "subtitle",
    "description": "subtitle",
    "author": "authors",
    "authors": "authors",
    "date": "date",
    "source": "source",
    "url": "source",
    "site": "site",
    "lang": "lang",
    "language": "lang",
    "tags": "tags",
    "keywords": "tags",
    "facts": "facts",
}


def line_of(node: "Node | None") -> str:
    """The text of a scalar as one clean line."""
    return clean_line(node.text).strip(" ") if node is not None and node.kind == "text" else ""


def plain(node: Node) -> object:
    """The value of a key that the program does not know: clean text, lists, dictionaries."""
    if node.kind == "text":
        from reader.document.characters import clean

        return clean(node.text)
    if node.kind == "list":
        return [plain(item) for item in node.items]
    return {clean_line(key.text): plain(value) for key, value in node.pairs}


def read_metadata(
    node: Node, problems: list[Problem], skip: frozenset[str] = frozenset()
) -> Metadata:
    """The metadata in a mapping; keys in `skip` belong to someone else."""
    metadata = Metadata()
    if node.kind != "mapping":
        if node.kind == "list" or node.text:
            _report(problems, node, "expected keys and values, as in title: The title")
        return metadata
    for key, value in node.pairs:
        name = _NAMES.get(key.text.lower())
        if key.text in skip:
            continue
        if name is None:
            metadata.extra[clean_line(key.text)] = plain(value)
        elif name == "authors":
            metadata.authors = metadata.authors or _authors(value, problems)
        elif name == "tags":
            metadata.tags = metadata.tags or _tags(value, problems)
        elif name == "facts":
            metadata.facts = read_facts(value, problems)
        elif not getattr(metadata, name):
            text = _text(key, value, problems)
            setattr(metadata, name, safe_url(text) if name == "source" else text)
            if name == "date" and _IS_DAY.match(text) and not _is_there(text):
                _report(problems, value, f"expected a date that exists, found {short(text)}")
    return metadata


def _text(key: Node, value: Node, problems: list[Problem]) -> str:
    """One line of text; the texts of a list, if it is one."""
    if value.kind == "text":
        return line_of(value)
    _report(problems, value, f"expected text for {short(key.text)}")
    if value.kind == "mapping":
        return ""
    return ", ".join(line_of(item) for item in value.items if line_of(item))


def _is_there(text: str) -> bool:
    """Whether there is such a day as `YYYY-MM-DD`."""
    return is_day(int(text[:4]), int(text[5:7]), int(text[8:10]))


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = (31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return year > 0 and 1 <= month <= 12 and 1 <= day <= days[month - 1]


def _report(problems: list[Problem], node: Node, message: str) -> None:
    problems.append(Problem(node.line, node.column, message))


def _authors(node: Node, problems: list[Problem]) -> list[str]:
    """One author or a list of them, each a name or a mapping with `name`."""
    if node.kind == "list":
        return [name for item in node.items for name in _authors(item, problems)]
    name = line_of(node) if node.kind == "text" else line_of(node.get("name"))
    if not name and (node.kind == "mapping" or node.text):
        _report(problems, node, "expected an author's name")
    return [name] if name else []


def _tags(node: Node, problems: list[Problem]) -> list[str]:
    """A list of words, or words with commas between them."""
    if node.kind == "mapping" or any(item.kind != "text" for item in node.items):
        _report(problems, node, "expected a list of words for tags")
    words = node.text.split(",") if node.kind == "text" else [i.text for i in node.items]
    return list(dict.fromkeys(tag for word in words if (tag := clean_line(word).strip(" "))))


def read_facts(node: Node, problems: list[Problem]) -> list[FactEntry]:
    """Facts in the long form (`label:` and `value:`) or the short one (`Label: value`)."""
    if node.kind != "list":
        if node.kind == "mapping" or node.text:
            _report(problems, node, "expected a list of facts")
        return []
    facts = []
    for item in node.items:
        fact = _fact(item, problems)
        if fact is not None:
            facts.append(fact)
    return facts


def _fact(node: Node, problems: list[Problem]) -> "FactEntry | None":
    if node.kind != "mapping" or not node.pairs:
        _report(problems, node, "expected a fact, as in Label: value")
        return None
    key, value = node.pairs[0]
    if len(node.pairs) == 1 and key.text not in _FACT_KEYS:
        label, text = line_of(key), line_of(value)
        if not label or not text:
            _report(problems, value, "expected a value for the fact")
            return None
        return FactEntry(label, text)
    fields = dict.fromkeys(_FACT_KEYS, "")
    for name, entry in node.pairs:
        if name.text not in fields:
            _report(
                problems, name, f"expected label, value, group or quote, found {short(name.text)}"
            )
        elif entry.kind != "text":
            _report(problems, entry, f"expected text for {name.text}")
        else:
            fields[name.text] = line_of(entry)
    for required in ("label", "value"):
        if not fields[required]:
            _report(problems, node, f"expected a {required} for the fact")
            return None
    return FactEntry(fields["label"], fields["value"], fields["group"], fields["quote"])
