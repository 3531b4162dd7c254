"""YAML as plain nodes: text, lists and mappings with their places, and nothing else.

Scalars stay text (no Norway problem, no dates that do not exist, no numbers of a million
digits); tags, merge keys, duplicate keys, aliases beyond a few and deep nesting are mistakes.
Built on the parser's events and without recursion, so that the time is bounded by the length.
"""

from reader.document.characters import clean_line
from reader.document.model import Problem

MAX_ALIASES = 16
MAX_DEPTH = 32
# What stands for no value at all when it is not quoted (YAML 1.2 core schema).
_NULL = frozenset(("", "~", "null", "Null", "NULL"))

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Node:
    """A value with its place (1-based line and column).

    `kind` is `text`, `list` or `mapping`; `text` is the scalar's, '' for null; `items` the
    values of a list; `pairs` the keys and values of a mapping, in order, each key once.
    """

    __slots__ = ("column", "items", "kind", "line", "pairs", "text")

    def __init__(self, kind: str, line: int, column: int, text: str = "") -> None:
        self.kind = kind
        self.line = line
        self.column = column
        self.text = text
        self.items: list[Node] = []
        self.pairs: list[tuple[Node, Node]] = []

    def get(self, key: str) -> "Node | None":
        """The value of a mapping's key."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def plain(self) -> object:
        """The value as text, lists and dictionaries."""
        if self.kind == "text":
            return self.text
        if self.kind == "list":
            return [item.plain() for item in self.items]
        return {key.text: value.plain() for key, value in self.pairs}


class _Composer:
    """Puts nodes together from events; what was complete before a mistake stays."""

    def __init__(self, line: int, problems: list[Problem]) -> None:
        self.root: Node | None = None
        self.problems = problems
        self._line = line
        self._stack: list[Node] = []
        self._keys: list[Node | None] = []
        self._names: list[set[str]] = []
        self._anchors: dict[str, Node] = {}
        self._aliases = 0

    def problem(self, mark: "Any", message: str) -> None:
        """Report a mistake at a mark of the parser (0-based)."""
        self.problems.append(Problem(mark.line + self._line, mark.column + 1, message))

    def add(self, event: "Any") -> bool:
        """One event; False when there is no going on."""
        name = type(event).__name__
        if name in ("SequenceEndEvent", "MappingEndEvent"):
            self._stack.pop()
            self._keys.pop()
            self._names.pop()
            return True
        if name == "AliasEvent":
            return self._alias(event)
        if name not in ("ScalarEvent", "SequenceStartEvent", "MappingStartEvent"):
            return True
        mark = event.start_mark
        kind = {"Sc": "text", "Se": "list", "Ma": "mapping"}[name[:2]]
        node = Node(kind, mark.line + self._line, mark.column + 1)
        if event.tag is not None:
            self.problem(mark, f"expected a value without a tag, found {clean_line(event.tag)}")
        if kind == "text" and not (event.implicit[0] and event.value in _NULL):
            node.text = event.value
        if event.anchor:
            self._anchors[event.anchor] = node
        if not self._place(node, mark):
            return False
        if kind != "text":
            if len(self._stack) >= MAX_DEPTH:
                self.problem(mark, f"expected at most {MAX_DEPTH} levels of nesting")
                return False
            self._stack.append(node)
            self._keys.append(None)
            self._names.append(set())
        return True

    def _alias(self, event: "Any") -> bool:
        mark = event.start_mark
        self._aliases += 1
        node = self._anchors.get(event.anchor)
        if self._aliases > MAX_ALIASES:
            self.problem(mark, f"expected at most {MAX_ALIASES} aliases")
            return False
        if node is None or node in self._stack:
            self.problem(mark, "expected an alias of a value that is complete")
            return False
        return self._place(node, mark)

    def _place(self, node: Node, mark: "Any") -> bool:
        """Put a value where it belongs."""
        if not self._stack:
            self.root = node
            return True
        parent = self._stack[-1]
        if parent.kind == "list":
            parent.items.append(node)
            return True
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = node
            if node.kind != "text":
                self.problem(mark, "expected a key that is text")
                return False
            return True
        self._keys[-1] = None
        if key.text == "<<":
            self.problems.append(Problem(key.line, key.column, "expected no merge key (<<)"))
        elif key.text in self._names[-1]:
            message = f"expected each key once, found {clean_line(key.text)} again"
            self.problems.append(Problem(key.line, key.column, message))
        else:
            self._names[-1].add(key.text)
            parent.pairs.append((key, node))
        return True


def compose(text: str, line: int, problems: list[Problem]) -> "Node | None":
    """The value of a YAML text whose first line is number `line` of its file.

    Mistakes are added to `problems`; what could be read before a fatal one is returned.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    composer = _Composer(line, problems)
    documents = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            documents += type(event).__name__ == "DocumentStartEvent"
            if documents > 1:
                composer.problem(event.start_mark, "expected one YAML document, found another")
                break
            if not composer.add(event):
                break
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = f"expected YAML: {clean_line(error.problem or 'a mistake')}"
        lines = text.rstrip().split("\n")
        if mark is None or mark.line >= len(lines):
            problems.append(Problem(line + len(lines) - 1, len(lines[-1]) + 1, message))
        else:
            problems.append(Problem(line + mark.line, mark.column + 1, message))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        problems.append(Problem(line, 1, f"expected YAML: {getattr(error, 'reason', 'a mistake')}"))
    return composer.root
