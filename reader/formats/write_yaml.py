"""Front matter: the metadata of a document as YAML that reads back as the same."""

import re
from collections.abc import Iterator

from reader.document.model import Metadata
from reader.formats.front_matter import read_simple

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_ODD = re.compile(r"[\"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_KEY = re.compile(r"[A-Za-z][\w-]*", re.ASCII)


def write_front_matter(metadata: Metadata) -> Iterator[str]:
    """The lines of the front matter, with the lines around it; nothing when nothing is known."""
    lines = list(_lines(metadata))
    if lines:
        yield "---\n"
        yield from lines
        yield "---\n"


def _lines(metadata: Metadata) -> Iterator[str]:
    known: list[tuple[str, object]] = [
        ("title", metadata.title),
        ("subtitle", metadata.subtitle),
        ("author", metadata.authors[0] if len(metadata.authors) == 1 else metadata.authors),
        ("date", metadata.date),
        ("source", metadata.source),
        ("site", metadata.site),
        ("lang", "" if metadata.lang_detected else metadata.lang),
        ("tags", metadata.tags),
    ]
    for key, value in known:
        if value:
            yield from _entry(key, value, "")
    if metadata.facts:
        yield "facts:\n"
    for fact in metadata.facts:
        yield f"  - label: {_scalar(fact.label)}\n    value: {_scalar(fact.value)}\n"
        for name, text in (("group", fact.group), ("quote", fact.quote)):
            if text:
                yield f"    {name}: {_scalar(text)}\n"
    for key, value in metadata.extra.items():
        yield from _entry(key, value, "")


def _entry(key: str, value: object, indent: str) -> Iterator[str]:
    name = key if _KEY.fullmatch(key) else _quoted(key)
    yield from _value(f"{indent}{name}:", value, indent)


def _value(start: str, value: object, indent: str) -> Iterator[str]:
    """A value after its key or dash."""
    if isinstance(value, dict) and value:
        yield start + "\n"
        for key, inner in value.items():
            yield from _entry(key, inner, indent + "  ")
    elif isinstance(value, list) and value:
        flow = f"[{', '.join(map(str, value))}]"
        if all(isinstance(item, str) for item in value) and _reads_as(flow, value):
            yield f"{start} {flow}\n"
            return
        yield start + "\n"
        for item in value:
            yield from _value(f"{indent}  -", item, indent + "    ")
    else:
        empty = "{}" if isinstance(value, dict) else "[]" if isinstance(value, list) else ""
        yield f"{start} {empty or _scalar(str(value))}\n"


def _scalar(text: str) -> str:
    return text if _reads_as(text, text) else _quoted(text)


def _reads_as(written: str, value: object) -> bool:
    """Whether a value written plainly is read as the same."""
    node = read_simple(f"x: {written}\n")
    return node is not None and node.plain() == {"x": value}


def _quoted(text: str) -> str:
    return '"' + _ODD.sub(_escaped, text) + '"'


def _escaped(match: "re.Match[str]") -> str:
    char = match.group()
    return _ESCAPES.get(char) or f"\\u{ord(char):04x}"
