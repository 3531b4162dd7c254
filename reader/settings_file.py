"""What a configuration file says: its names and values, out of YAML that may be broken."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from reader.document.characters import clean, clean_line
from reader.document.model import Problem

# The most mistakes that the parser is led past.
MOST_REPAIRS = 16
# Levels of values that are left out, beyond which the parser is stopped.
DEEPEST = 8

_NONE = ("", "~", "null", "Null", "NULL")
# Where one of these has no end is where it begins, wherever that is noticed.
_OPEN = ("a quoted scalar", "a simple key", "a flow sequence", "a flow mapping")
_ENTRY = re.compile(r"(\s*[\w-]+:[ \t]+)(\S.*)")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Entry:
    """A setting of the file: its name, the line, and the words of its value.

    `words` is None where the value is a mapping: its entries are in `entries`.
    """

    __slots__ = ("entries", "line", "name", "words")

    def __init__(self, name: str, line: int) -> None:
        self.name = name
        self.line = line
        self.words: list[str] | None = []
        self.entries: list[Entry] = []


def entries_of(text: str, problems: list[Problem]) -> list[Entry]:
    """What the YAML text settles.

    Where the syntax is broken, the value in that line is taken as if it stood in quotes; if that
    does not help, the line is left out.
    """
    lines = text.split("\n")
    told: dict[int, int] = {}
    for _ in range(MOST_REPAIRS):
        parse = _Parse()
        place, message = parse.run("\n".join(lines))
        if not message:
            break
        place = min(place, len(lines) - 1)
        while place and not lines[place].strip():
            place -= 1  # the end of the text, where something has no end
        match = _ENTRY.fullmatch(lines[place].rstrip())
        if place in told or match is None:
            lines[place] = ""
        else:
            lines[place] = match[1] + "'" + match[2].replace("'", "''") + "'"
        if place not in told:
            told[place] = 1
            hint = "; signs such as ] or # go in quotes" if match else ""
            problems.append(Problem(place + 1, 1, f"expected YAML: {message}{hint}"))
    problems.extend(parse.problems)
    return parse.entries


class _TooDeepError(Exception):
    """Values lie in one another without end: the parser's time is quadratic in them."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


class _Parse:
    """Entries out of the parser's events, as far as they go; nothing nests deeper than is known.

    The same care as for articles: no tags, no aliases, no second document, all scalars are text.
    """

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []

    def run(self, text: str) -> tuple[int, str]:
        """Parse the text; the line (from 0) and the message of the mistake that ended it."""
        import yaml

        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            self._document(yaml.parse(text, Loader=loader))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            if str(error.context).endswith(_OPEN):
                mark = error.context_mark
            return mark.line if mark is not None else 0, str(error.problem or "a mistake")
        except _TooDeepError as error:
            return error.line, "nested too deeply"
        except (yaml.YAMLError, ValueError, OverflowError):
            return 0, "a mistake"
        return 0, ""

    def _problem(self, event: "Any", message: str) -> None:
        self.problems.append(Problem(event.start_mark.line + 1, 1, message))

    def _document(self, events: "Iterator[Any]") -> None:
        for event in events:
            kind = type(event).__name__
            if kind == "MappingStartEvent":
                self.entries = self._mapping(events, 2)
            elif kind == "SequenceStartEvent" or (kind == "ScalarEvent" and event.value):
                self._problem(event, "expected settings, as in theme: sepia")
                self._skip(event, events)
            elif kind == "DocumentEndEvent":
                break
        for event in events:
            if type(event).__name__ == "DocumentStartEvent":
                self._problem(event, "expected one YAML document, found another")
                return

    def _mapping(self, events: "Iterator[Any]", levels: int) -> list[Entry]:
        """The entries of a mapping, of which at most so many lie in one another."""
        entries: dict[str, Entry] = {}
        for event in events:
            kind = type(event).__name__
            if kind == "MappingEndEvent":
                break
            entry = None
            name = self._scalar(event, "") if kind == "ScalarEvent" else None
            if kind != "ScalarEvent" or event.tag is not None:
                self._problem(event, "expected a name")
                self._skip(event, events)
            elif name is not None and name in entries:
                self._problem(event, f"expected each name once, found {name} again")
            elif name is not None:
                entry = Entry(name, event.start_mark.line + 1)
            value = self._value(events, entry or Entry("", 0), levels)
            if entry is not None and value:
                entries[entry.name] = entry
        return list(entries.values())

    def _value(self, events: "Iterator[Any]", entry: Entry, levels: int) -> bool:
        """Read the value of an entry; False if it is none."""
        event = next(events)
        kind = type(event).__name__
        if getattr(event, "tag", None) is not None or kind == "AliasEvent":
            self._problem(event, f"{entry.name}: signs such as ! and * go in quotes")
        elif kind == "ScalarEvent":
            if event.implicit[0] and event.value in _NONE:
                self._problem(event, f"{entry.name}: expected a value; # and ~ go in quotes")
                return False
            word = self._scalar(event, f"{entry.name}: ")
            if word is None:
                return False
            entry.words = [word]
            return True
        elif kind == "SequenceStartEvent":
            entry.words = self._list(events, entry.name)
            return True
        elif levels > 1:
            entry.words, entry.entries = None, self._mapping(events, levels - 1)
            return True
        else:
            self._problem(event, f"{entry.name}: expected no settings in this")
        self._skip(event, events)
        return False

    def _list(self, events: "Iterator[Any]", name: str) -> list[str]:
        words = []
        for event in events:
            kind = type(event).__name__
            if kind == "SequenceEndEvent":
                break
            if kind == "ScalarEvent" and event.tag is None:
                word = self._scalar(event, f"{name}: ")
                words += [word] if word is not None else []
            else:
                self._problem(event, f"{name}: expected words in the list")
                self._skip(event, events)
        return words

    def _scalar(self, event: "Any", lead: str) -> "str | None":
        """A text as it stands behind its escapes; None where these hide control characters."""
        text = clean(event.value)
        if text == event.value or text == normalize("NFC", event.value):
            return clean_line(text)
        self._problem(event, f"{lead}expected no control characters")
        return None

    def _skip(self, event: "Any", events: "Iterator[Any]") -> None:
        """Leave out the value that begins with `event`."""
        depth = int(type(event).__name__.endswith("StartEvent"))
        while depth:
            name = type(next(events)).__name__
            depth += name.endswith("StartEvent") - name.endswith("EndEvent")
            if depth > DEEPEST:
                raise _TooDeepError(event.start_mark.line)
