"""YAML text put together as nodes.

Scalars stay text (no Norway problem, no dates that do not exist, no numbers of a million
digits); tags, merge keys, duplicate keys, aliases beyond a few and deep nesting are mistakes.
A mistake costs the value that it is in, not the file. Built on the parser's events and without
recursion, so that the time is bounded by the length.
"""

import re

from reader.document.characters import clean
from reader.document.model import Problem
from reader.formats.yaml_nodes import Node, short
from reader.formats.yaml_repair import repaired

MAX_ALIASES = 16
MAX_DEPTH = 32
# Levels beyond that at which the parser is stopped: its time is quadratic in them.
MAX_SKIPPED = 64
# The most that aliases may add to a text, in characters and values.
MAX_EXPANSION = 1024 * 1024
# How often, and how many characters, are parsed again to get past mistakes of syntax.
MAX_REPAIRS = 24
MAX_REPARSED = 4 * 1024 * 1024
# What stands for no value at all when it is not quoted (YAML 1.2 core schema).
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
# What YAML does not allow (section 5.1), and what the parser takes for line ends but nobody else.
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_SILENT = frozenset("\x85\u2028\u2029\ufeff")
# The most characters that are reported one by one.
_MANY = 20
# Where one of these has no end is where it begins, wherever that is noticed.
_UNENDED = ("scanning a quoted scalar", "scanning a simple key")
_OPEN = (*_UNENDED, "parsing a flow sequence", "parsing a flow mapping")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class _Composer:
    """Puts nodes together from events; a value with a mistake in it is left out."""

    def __init__(self, line: int) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        # How many values have been met.
        self.count = 0
        self._line = line
        self._stack: list[Node] = []
        self._keys: list[Node | None] = []
        self._names: list[set[str]] = []
        self._anchors: dict[str, Node] = {}
        self._aliases = 0
        self._expanded = 0
        # How many collections are open in a value that is left out.
        self._skipped = 0
        self._too_deep = False

    def problem(self, mark: "Any", message: str) -> None:
        """Report a mistake at a mark of the parser (0-based)."""
        self.problems.append(Problem(mark.line + self._line, mark.column + 1, message))

    def add(self, event: "Any") -> None:
        """One event."""
        name = type(event).__name__
        if self._skipped:
            self._skipped += name.endswith("StartEvent") - name.endswith("EndEvent")
        elif name in ("SequenceEndEvent", "MappingEndEvent"):
            self._end()
        elif name == "AliasEvent":
            self._alias(event)
        elif name in ("ScalarEvent", "SequenceStartEvent", "MappingStartEvent"):
            self._value(event, {"Sc": "text", "Se": "list", "Ma": "mapping"}[name[:2]])

    @property
    def hopeless(self) -> bool:
        """Whether values are nested so deeply that it is better to stop."""
        return self._skipped > MAX_SKIPPED

    def _value(self, event: "Any", kind: str) -> None:
        mark = event.start_mark
        self.count += 1
        if kind != "text" and len(self._stack) >= MAX_DEPTH:
            if not self._too_deep:
                self.problem(mark, f"expected at most {MAX_DEPTH} levels of nesting")
            self._too_deep = True
            self._skipped = 1
            self._leave_out()
            return
        node = Node(kind, mark.line + self._line, mark.column + 1)
        if event.tag is not None:
            self.problem(mark, f"expected a value without a tag, found {short(event.tag)}")
        if kind == "text" and not (event.implicit[0] and event.value in _NULL):
            node.text = event.value
            node.weight += len(event.value)
        if not self._place(node, mark):
            self._skipped = int(kind != "text")
            return
        if event.anchor:
            self._anchors[event.anchor] = node
        if kind == "text":
            self._complete(node)
        else:
            self._stack.append(node)
            self._keys.append(None)
            self._names.append(set())

    def _end(self) -> None:
        node = self._stack.pop()
        self._keys.pop()
        self._names.pop()
        self._complete(node)

    def _complete(self, node: Node) -> None:
        if self._stack:
            parent = self._stack[-1]
            parent.weight += node.weight
            parent.height = max(parent.height, node.height + 1)

    def _alias(self, event: "Any") -> None:
        mark = event.start_mark
        node = self._anchors.get(event.anchor)
        if node is None or node in self._stack:
            self.problem(mark, "expected an alias of a value that is complete")
            self._leave_out()
            return
        self._aliases += 1
        self._expanded += node.weight
        if self._aliases > MAX_ALIASES:
            if self._aliases == MAX_ALIASES + 1:
                self.problem(mark, f"expected at most {MAX_ALIASES} aliases")
            self._leave_out()
        elif self._expanded > MAX_EXPANSION or len(self._stack) + node.height > MAX_DEPTH:
            self.problem(mark, "expected an alias of a smaller value")
            self._leave_out()
        elif self._place(node, mark):
            self._complete(node)

    def _leave_out(self) -> None:
        """The next value is left out, with its key; as a key, with its value."""
        if self._stack and self._stack[-1].kind == "mapping":
            self._keys[-1] = _NO_KEY if self._keys[-1] is None else None

    def _place(self, node: Node, mark: "Any") -> bool:
        """Put a value where it belongs; False when it is left out."""
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
            if node.kind == "text":
                return True
            self.problem(mark, "expected a key that is text")
            self._keys[-1] = _NO_KEY
            return False
        self._keys[-1] = None
        if key is _NO_KEY:
            return False
        if key.text == "<<":
            self.problems.append(Problem(key.line, key.column, "expected no merge key (<<)"))
            return False
        if key.text in self._names[-1]:
            message = f"expected each key once, found {short(key.text)} again"
            self.problems.append(Problem(key.line, key.column, message))
            return False
        self._names[-1].add(key.text)
        parent.pairs.append((key, node))
        return True


_NO_KEY = Node("text", 0, 0)


def compose(text: str, line: int, problems: list[Problem]) -> "Node | None":
    """The value of a YAML text whose first line is number `line` of its file.

    Mistakes are added to `problems`. Where the syntax is broken, the line or the entry with the
    mistake is read as text or left out, and all the rest is read.
    """
    text = _printable(line_feeds(text), line, problems)
    parse = best = _Parse(text, line)
    tried: dict[int, int] = {}
    repairs = reparsed = 0
    while parse.mistake is not None:
        if parse.place not in tried:
            problems.append(parse.mistake)
        if repairs == MAX_REPAIRS or reparsed > MAX_REPARSED:
            break
        repair = repaired(text, parse.place, tried.get(parse.place, 0))
        if repair is None:
            break
        text, tried[parse.place] = repair
        repairs += 1
        reparsed += len(text)
        parse = _Parse(text, line)
        if parse.worth() >= best.worth():
            best = parse
    problems.extend(best.composer.problems)
    problems.sort(key=lambda problem: (problem.line, problem.column))
    return best.composer.root


def line_feeds(text: str) -> str:
    """The text with line feeds for lone carriage returns; nothing moves."""
    return re.sub(r"\r(?!\n)", "\n", text) if "\r" in text else text


def _printable(text: str, line: int, problems: list[Problem]) -> str:
    """The text with visible substitutes for what the parser would stop at; nothing moves."""
    reported = 0
    for match in _UNPRINTABLE.finditer(text):
        if match.group() in _SILENT:
            continue
        start = text.rfind("\n", 0, match.start()) + 1
        place = line + text.count("\n", 0, start), match.start() - start + 1
        found = f"found U+{ord(match.group()):04X}"
        problems.append(Problem(*place, f"expected characters that can be seen, {found}"))
        reported += 1
        if reported == _MANY:
            break
    return _UNPRINTABLE.sub(lambda match: clean(match.group()), text)


class _Parse:
    """One run of the parser: the nodes until its end, or until a mistake of syntax.

    `place` is the line (from 0) on which to look for what to repair.
    """

    def __init__(self, text: str, line: int) -> None:
        import yaml

        self.composer = _Composer(line)
        self.mistake: Problem | None = None
        self.place = 0
        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        documents = 0
        try:
            for event in yaml.parse(text, Loader=loader):
                documents += type(event).__name__ == "DocumentStartEvent"
                if documents > 1:
                    message = "expected one YAML document, found another"
                    self.composer.problem(event.start_mark, message)
                    return
                self.composer.add(event)
                if self.composer.hopeless:
                    self.mistake = self.composer.problems.pop()
                    self.place = self.mistake.line - line
                    return
        except yaml.MarkedYAMLError as error:
            self._locate(text, line, error)
        except (yaml.YAMLError, ValueError, OverflowError):
            self.mistake = Problem(line, 1, "expected YAML")

    def worth(self) -> tuple[int, bool, int]:
        """What the parse is worth: keys at the top, whether it is whole, how many values."""
        root = self.composer.root
        return len(root.pairs) if root else 0, self.mistake is None, self.composer.count

    def _locate(self, text: str, line: int, error: "Any") -> None:
        context, mark = error.context or "", error.problem_mark or error.context_mark
        message = f"expected YAML: {short(error.problem or 'a mistake')}"
        if error.context_mark is not None and context.endswith(_UNENDED):
            mark = error.context_mark
        count = text.rstrip().count("\n")
        if mark is None or mark.line > count:
            last = text.rstrip().rpartition("\n")[2]
            self.mistake = Problem(line + count, len(last) + 1, message)
            self.place = count
        else:
            self.mistake = Problem(line + mark.line, mark.column + 1, message)
            self.place = mark.line
        if error.context_mark is not None and context.endswith(_OPEN):
            self.place = error.context_mark.line
