"""What a person has settled: the configuration file, and the environment above it.

A mistake in the file costs the line that it is in and is told of; it never stops the reading.
"""

import os
import re
import sys
from collections.abc import Mapping

from reader.document.characters import clean, clean_line
from reader.document.model import Problem
from reader.files import NotRegularError, read_regular, xdg_folder
from reader.keys.names import key_name
from reader.keys.remap import Keymap, resolve
from reader.palettes import THEMES, theme
from reader.settings_file import Entry, entries_of

NAME = "config.yaml"
# The narrowest and the widest measure that can be set, in cells.
MEASURES = (24, 120)
# What stands for the program's own choice.
AUTO = "auto"
# The most bytes of the file that are read.
MOST = 1 << 16
# The most mistakes that are kept.
MOST_PROBLEMS = 100
# The most characters of what is said of a mistake.
LONGEST = 400

_YES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


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
        folder = xdg_folder(environ, "XDG_CONFIG_HOME", "~/.config")
        return os.path.join(folder, NAME)  # noqa: PTH118
    from platformdirs import user_config_path

    return str(user_config_path("reader", appauthor=False) / NAME)


def load_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings of the file, with those of the environment in their place."""
    settings = Settings()
    settings.path = config_path(environ)
    text = _read(settings)
    if text:
        _take(settings, entries_of(text, settings.problems))
    settings.problems.sort(key=lambda problem: problem.line)
    del settings.problems[MOST_PROBLEMS:]
    if name := environ.get("READER_THEME", ""):
        palette = theme(name)
        if palette is None:
            message = f"READER_THEME: there is no theme {clean_line(name)}, only {_themes()}"
            settings.problems.insert(0, Problem(0, 1, message))
        settings.theme_now = palette.name if palette is not None else ""
    settings.library = environ.get("READER_LIBRARY", "") or settings.library
    for problem in settings.problems:
        if len(problem.message) > LONGEST:
            problem.message = problem.message[: LONGEST - 1] + "…"
    return settings


# ---------------------------------------------------------------------- the file


def _read(settings: Settings) -> str:
    """The text of the file, cleaned; `""` if there is none."""
    path = settings.path
    try:
        data = read_regular(path, MOST + 1)
    except NotRegularError:
        settings.problems.append(Problem(1, 1, "expected a regular file"))
        return ""
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return ""
    except OSError as error:
        if os.path.lexists(path):
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


# ---------------------------------------------------------------------- the values


def _take(settings: Settings, entries: list[Entry]) -> None:
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


def _take_keys(settings: Settings, entry: Entry) -> None:
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
