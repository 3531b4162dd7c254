"""What a person has settled: the configuration file, and the environment above it.

A mistake in the file costs the line that it is in and is told of; it never stops the reading.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping

from reader.document.characters import clean, clean_line
from reader.document.model import Problem
from reader.keys.names import key_name
from reader.keys.remap import Keymap, resolve
from reader.palettes import THEMES, theme

NAME = "config.yaml"
# The narrowest and the widest measure that can be set, in cells.
MEASURES = (24, 120)
# What stands for the program's own choice.
AUTO = "auto"
# The most bytes of the file that are read.
MOST = 1 << 16
# The most mistakes that are kept, and that the parser is led past.
MOST_PROBLEMS = 100
MOST_REPAIRS = 16
# Levels of values that are left out, beyond which the parser is stopped.
DEEPEST = 8

_YES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_NONE = ("", "~", "null", "Null", "NULL")
# Where one of these has no end is where it begins, wherever that is noticed.
_OPEN = ("a quoted scalar", "a simple key", "a flow sequence", "a flow mapping")
_ENTRY = re.compile(r"(\s*[\w-]+:[ \t]+)(\S.*)")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Settings:
    """The settings, with the program's own choice for what nobody has settled.

    `theme` is the name of one, `""`: as suits the terminal; `theme_now` that of the environment,
    which is for this time only and above all that was chosen. `measure` is in cells, 0: the usual
    one. `justify` None goes by the width. `mouse` says whether the mouse is asked for, `library`
    is the folder of the articles, `""`: the usual one. `path` is the file that was read, or would
    have been, and `problems` holds what is wrong in it (and, in line 0, in the environment).
    """

    __slots__ = (
        "justify",
        "keys",
        "library",
        "measure",
        "mouse",
        "path",
        "problems",
        "theme",
        "theme_now",
    )

    def __init__(self) -> None:
        self.theme = ""
        self.theme_now = ""
        self.measure = 0
        self.justify: bool | None = None
        self.mouse = True
        self.library = ""
        self.keys = Keymap()
        self.path = ""
        self.problems: list[Problem] = []

    @property
    def notice(self) -> str:
        """The first mistake, and how many more there are; '' if there is none."""
        if not self.problems:
            return ""
        more = len(self.problems) - 1
        rest = f" (and {more} more; 'reader config --check' lists them)" if more else ""
        return f"{self.told(self.problems[0])}{rest}"

    def told(self, problem: Problem, name: str = NAME) -> str:
        """A problem as a line; `name` is what the file is called in it."""
        return f"{name}:{problem.line}: {problem.message}" if problem.line else problem.message


def config_path(environ: Mapping[str, str] = os.environ) -> str:
    """`$XDG_CONFIG_HOME/reader/config.yaml`, or what takes its place on other systems.

    A relative path in the variable is ignored, as the XDG Base Directory Specification asks.
    """
    if sys.platform.startswith("linux"):
        base = environ.get("XDG_CONFIG_HOME", "").strip()
        if not os.path.isabs(base):  # noqa: PTH117
            base = os.path.expanduser("~/.config")  # noqa: PTH111
        return os.path.join(base, "reader", NAME)  # noqa: PTH118
    from platformdirs import user_config_path

    return str(user_config_path("reader", appauthor=False) / NAME)


def load_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings of the file, with those of the environment in their place."""
    settings = Settings()
    settings.path = config_path(environ)
    text = _read(settings)
    if text:
        _take(settings, _entries(text, settings.problems))
    settings.problems.sort(key=lambda problem: problem.line)
    del settings.problems[MOST_PROBLEMS:]
    if name := environ.get("READER_THEME", ""):
        palette = theme(name)
        if palette is None:
            message = f"READER_THEME: there is no theme {clean_line(name)}, only {_themes()}"
            settings.problems.insert(0, Problem(0, 1, message))
        settings.theme_now = palette.name if palette is not None else ""
    settings.library = environ.get("READER_LIBRARY", "") or settings.library
    return settings


# ---------------------------------------------------------------------- the file


class _Entry:
    """A setting of the file: its name, the line, and the words of its value.

    `words` is None where the value is a mapping: its entries are in `entries`.
    """

    __slots__ = ("entries", "line", "name", "words")

    def __init__(self, name: str, line: int) -> None:
        self.name = name
        self.line = line
        self.words: list[str] | None = []
        self.entries: list[_Entry] = []


def _read(settings: Settings) -> str:
    """The text of the file, cleaned; `""` if there is none."""
    path = settings.path
    if not os.access(path, os.F_OK):
        return ""
    if not os.path.isfile(path):  # noqa: PTH113 - a pipe would be waited for
        settings.problems.append(Problem(1, 1, "expected a regular file"))
        return ""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            data = file.read(MOST + 1) or b""
    except OSError as error:
        settings.problems.append(Problem(1, 1, f"cannot be read: {error.strerror}"))
        return ""
    if len(data) > MOST:
        settings.problems.append(Problem(1, 1, f"expected at most {MOST // 1024} KiB"))
        return ""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        settings.problems.append(Problem(line, 1, "expected UTF-8"))
        text = data.decode("utf-8-sig", "replace")
    return clean(text).replace("\ufeff", "\ufffd")


def _entries(text: str, problems: list[Problem]) -> list[_Entry]:
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
        self.entries: list[_Entry] = []
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

    def _mapping(self, events: "Iterator[Any]", levels: int) -> list[_Entry]:
        """The entries of a mapping, of which at most so many lie in one another."""
        entries: dict[str, _Entry] = {}
        for event in events:
            kind = type(event).__name__
            if kind == "MappingEndEvent":
                break
            entry = None
            if kind != "ScalarEvent" or event.tag is not None:
                self._problem(event, "expected a name")
                self._skip(event, events)
            elif event.value in entries:
                self._problem(event, f"expected each name once, found {event.value} again")
            else:
                entry = _Entry(event.value, event.start_mark.line + 1)
            value = self._value(events, entry or _Entry("", 0), levels)
            if entry is not None and value:
                entries[entry.name] = entry
        return list(entries.values())

    def _value(self, events: "Iterator[Any]", entry: _Entry, levels: int) -> bool:
        """Read the value of an entry; False if it is none."""
        event = next(events)
        kind = type(event).__name__
        if getattr(event, "tag", None) is not None or kind == "AliasEvent":
            self._problem(event, f"{entry.name}: signs such as ! and * go in quotes")
        elif kind == "ScalarEvent":
            if event.implicit[0] and event.value in _NONE:
                self._problem(event, f"{entry.name}: expected a value; # and ~ go in quotes")
                return False
            entry.words = [event.value]
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
                words.append(event.value)
            else:
                self._problem(event, f"{name}: expected words in the list")
                self._skip(event, events)
        return words

    def _skip(self, event: "Any", events: "Iterator[Any]") -> None:
        """Leave out the value that begins with `event`."""
        depth = int(type(event).__name__.endswith("StartEvent"))
        while depth:
            name = type(next(events)).__name__
            depth += name.endswith("StartEvent") - name.endswith("EndEvent")
            if depth > DEEPEST:
                raise _TooDeepError(event.start_mark.line)


# ---------------------------------------------------------------------- the values


def _take(settings: Settings, entries: list[_Entry]) -> None:
    """Take what is right of the entries, and tell what is not."""
    for entry in entries:
        if entry.name not in ("theme", "measure", "justify", "mouse", "library", "keys"):
            message = f"there is no setting {entry.name}"
        elif entry.name == "keys":
            message = ""
            _take_keys(settings, entry)
        elif entry.words is None or len(entry.words) != 1:
            message = f"{entry.name}: expected one value"
        else:
            message = _take_value(settings, entry.name, entry.words[0])
        if message:
            settings.problems.append(Problem(entry.line, 1, message))


def _take_value(settings: Settings, name: str, word: str) -> str:
    """Take one value; what is wrong with it."""
    low = word.strip().lower()
    if low == AUTO and name != "mouse":
        return ""
    if name == "theme":
        palette = theme(word)
        if palette is None:
            return f"theme: there is no theme {word}, only {_themes()}"
        settings.theme = palette.name
    elif name == "measure":
        least, most = MEASURES
        digits = low.isascii() and low.isdigit() and len(low) < 5
        if not digits or not least <= int(low) <= most:
            return f"measure: expected a number from {least} to {most}, found {word}"
        settings.measure = int(low)
    elif name == "library":
        folder = os.path.expanduser(word)  # noqa: PTH111
        if not os.path.isabs(folder) or "\n" in folder:  # noqa: PTH117
            return "library: expected a folder that begins with / or ~"
        settings.library = folder
    elif low not in _YES:
        return f"{name}: expected true or false, found {word}"
    elif name == "mouse":
        settings.mouse = _YES[low]
    else:
        settings.justify = _YES[low]
    return ""


def _take_keys(settings: Settings, entry: _Entry) -> None:
    """Take the keys that are right: the others stay as they are by default."""
    if entry.words is not None:
        settings.problems.append(
            Problem(entry.line, 1, "keys: expected lines such as top: g, Home")
        )
        return
    wanted = {}
    lines = {}
    for action in entry.entries:
        lines[action.name] = action.line
        keys, wrong = _keys(action.words)
        if wrong:
            message = f"keys: {action.name}: expected a key, as in J or ctrl+n, found {wrong[0]}"
            settings.problems.append(Problem(action.line, 1, message))
        else:
            wanted[action.name] = keys
    settings.keys, problems = resolve(wanted)
    for name, message in problems:
        settings.problems.append(Problem(lines[name], 1, f"keys: {name}: {message}"))


def _keys(words: "list[str] | None") -> tuple[list[str], list[str]]:
    """The names of the keys that were typed, none for `off`, and what is no key."""
    if words is None:
        return [], ["settings"]
    typed: list[str] = []
    for word in words:
        typed += [word] if len(word) == 1 else re.split(r"[,\s]+", word.strip())
    if typed == ["off"]:
        return [], []
    names = [key_name(key) for key in typed]
    return names, [f"'{key}'" for key, name in zip(typed, names, strict=True) if not name]


def _themes() -> str:
    return ", ".join(palette.name for palette in THEMES)
