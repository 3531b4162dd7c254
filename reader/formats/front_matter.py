"""Front matter: YAML between `---` lines at the very start of a Markdown file."""

import re

from reader.document.characters import clean
from reader.document.model import Metadata, Problem
from reader.formats.decoding import decode_piece
from reader.formats.metadata import read_metadata
from reader.formats.yaml_nodes import Node

# Longer front matter (in characters) is reported and not read.
MAX_LENGTH = 64 * 1024

_OPEN = re.compile(rb"---[ \t]*\r?\n")
_CLOSE = re.compile(rb"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\r?\Z)", re.MULTILINE)

# The strictest simple forms, which every YAML parser reads alike: `key: text`, `key: "text"`,
# `key: [a, b]`. Everything else is left to the YAML parser, which takes 30 ms to import.
_LINE = re.compile(r"([A-Za-z][\w-]*):(?:[ ]+(.*?))?[ ]*\r?", re.ASCII)
_PAIR = re.compile(
    r"( {0,2})(- |  )([^\W_](?:[^\s:#]|[\xa0\u202f]| (?=[^\s:#]))*):[ ]+(.*?)[ ]*\r?"
)
_LONGEST_KEY = 200
_NULLS = ("null", "Null", "NULL")
_PLAIN = re.compile(r"(?:[^\W_]|[−«“„€$£(])(?:[^\s:#]|[\xa0\u202f]|:(?=[^\s])|(?<=\S)#| )*")
_QUOTED = re.compile(r"\"([^\"\\]*)\"|'([^']*)'")
_LIST = re.compile(r"\[[ ]*((?:[^\W_][\w .-]*)(?:,[ ]*[^\W_][\w .-]*)*)\]")
# Line ends and the spaces that are not printable by Unicode, which YAML takes as they are.
_SPACES = str.maketrans("\n\r\xa0\u202f", "    ")


# A line of front matter: a key, an item, the rest of a value, a comment.
_KEY_LINE = re.compile(r"[A-Za-z][\w-]*:(?:\s|$)")
_INNER_LINE = re.compile(r"[ \t#-]|[A-Za-z][\w-]*:(?:\s|$)")
_UNCLOSED = "expected a line --- that closes the front matter"


class FrontMatter:
    """What stands before the text: metadata, mistakes, and the byte where the text begins."""

    __slots__ = ("end", "metadata", "problems")

    def __init__(self, metadata: Metadata, problems: list[Problem], end: int) -> None:
        self.metadata = metadata
        self.problems = problems
        self.end = end


def read_front_matter(data: bytes) -> FrontMatter:
    """The front matter of a Markdown text in UTF-8; without one, empty metadata and `end` 0."""
    metadata = Metadata()
    problems: list[Problem] = []
    opening = _OPEN.match(data)
    closing = _CLOSE.search(data, opening.end()) if opening else None
    if not opening or not closing:
        if opening and _looks_like_keys(decode_piece(data[opening.end() : MAX_LENGTH])):
            problems.append(Problem(1, 1, _UNCLOSED))
        return FrontMatter(metadata, problems, 0)
    body = decode_piece(data[opening.end() : closing.start()])
    if len(body) > MAX_LENGTH:
        problems.append(Problem(1, 1, f"expected front matter of at most {MAX_LENGTH} characters"))
        return FrontMatter(metadata, problems, closing.end())
    node = read_simple(body)
    if node is None:
        from reader.formats.yaml_compose import compose

        node = compose(body, 2, problems)
    if node is not None and node.kind != "mapping":
        return FrontMatter(metadata, [], 0)  # words between two thematic breaks
    if problems and _ends_early(body):
        return FrontMatter(metadata, [Problem(1, 1, _UNCLOSED)], 0)
    if node is not None:
        metadata = read_metadata(node, problems)
    return FrontMatter(metadata, problems, closing.end())


def _looks_like_keys(text: str) -> bool:
    """Whether the lines up to the first blank one are those of front matter."""
    lines = text[:MAX_LENGTH].split("\n")
    blank = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    return (
        blank > 0
        and bool(_KEY_LINE.match(lines[0]))
        and all(_INNER_LINE.match(line) for line in lines[:blank])
    )


def _ends_early(body: str) -> bool:
    """Whether broken front matter is keys, a blank line, and then prose: it was never closed."""
    head, _, rest = body.replace("\r\n", "\n").partition("\n\n")
    if not _looks_like_keys(head):
        return False
    lines = [line for line in rest.split("\n") if line.strip()]
    prose = [line for line in lines if not _INNER_LINE.match(line)]
    return bool(prose) and not any(map(_KEY_LINE.match, lines))


def read_simple(body: str) -> "Node | None":
    """Front matter of nothing but simple lines, read without a YAML parser; else None."""
    if not body.translate(_SPACES).isprintable():
        return None
    root = Node("mapping", 2, 1)
    lines = body.split("\n")
    at = 0
    while at < len(lines):
        line, at = lines[at], at + 1
        if line in ("", "\r"):
            continue
        match = _LINE.fullmatch(line)
        if not match:
            return None
        key = Node("text", at + 1, 1, match.group(1))
        value: Node | None
        if match.group(2):
            value = _simple_value(match.group(2), at + 1, match.start(2) + 1)
        else:
            value, at = _simple_list(lines, at)
        if value is None or root.get(key.text) is not None:
            return None
        root.pairs.append((key, value))
    return root if root.pairs else None


def _simple_list(lines: list[str], at: int) -> "tuple[Node | None, int]":
    """The list of mappings that begins with line number `at`, and the line behind it.

    Each is `- Key: text`, and any further pairs of it are indented by two more spaces.
    """
    made: Node | None = None
    dash = 0
    while at < len(lines):
        match = _PAIR.fullmatch(lines[at])
        if not match:
            break
        spaces, begins, name, text = match.groups()
        line, column = at + 2, match.start(3) + 1
        value = _simple_value(text, line, match.start(4) + 1)
        if value is None or value.kind != "text" or len(name) > _LONGEST_KEY or name in _NULLS:
            return None, at
        if begins == "- ":
            if made is None:
                made, dash = Node("list", line, len(spaces) + 1), len(spaces)
            made.items.append(Node("mapping", line, column))
        if made is None or len(spaces) != dash or made.items[-1].get(clean(name)) is not None:
            return None, at
        made.items[-1].pairs.append((Node("text", line, column, clean(name)), value))
        at += 1
    return made, at


def _simple_value(text: str, line: int, column: int) -> "Node | None":
    quoted = _QUOTED.fullmatch(text)
    if quoted:
        return Node("text", line, column, quoted.group(1) or quoted.group(2) or "")
    listed = _LIST.fullmatch(text)
    if listed:
        node = Node("list", line, column)
        for item in listed.group(1).split(","):
            stripped = item.strip()
            value = "" if stripped.lower() == "null" else stripped
            node.items.append(Node("text", line, column, value))
        return node
    if _PLAIN.fullmatch(text):
        return Node("text", line, column, "" if text in _NULLS else clean(text))
    return None
