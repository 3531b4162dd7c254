"""The agreements that no type checker knows: who imports whom, what the first screen may load."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import reader

PACKAGE = Path(reader.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

# From the bottom to the top; a line may import what is on lines above it, and a folder itself.
LAYERS = [
    ["errors", "arguments", "palettes", "keys", "files"],
    ["document"],
    ["settings_file"],
    ["formats", "typeset", "facts", "settings", "colors", "messages"],
    ["paint", "highlight", "library", "export", "check", "template"],
    ["printing", "shelf"],
    ["sources"],
    ["tui", "commands"],
    ["cli"],
    ["__main__"],
]
RANKS = {unit: rank for rank, units in enumerate(LAYERS) for unit in units}

# Where each third party may come in, as the beginning of the path inside the package.
DOORS = {
    "pyromark": ("formats/",),
    "yaml": ("formats/", "facts/", "settings"),
    "babel": ("facts/",),
    "trafilatura": ("formats/html/",),
    "lxml": ("formats/html/", "formats/feed"),
    "urllib3": ("formats/web/",),
    "pyphen": ("typeset/hyphenate",),
    "pygments": ("highlight",),
    "sqlite3": ("library/index",),
    "textual": ("tui/",),
    "rich": ("tui/",),
    "platformdirs": (
        "files",
        "settings",
        "library/",
        "formats/web/cache",
        "typeset/hyphenate",
        "tui/",
    ),
}

# What may be on the way to the first content beside our own modules, `re`, pyromark, yaml and
# what these bring along (on 3.11: enum, functools, types …, and datetime, base64 … with yaml).
CHEAP = {
    "array",
    "bisect",
    "codecs",
    "collections.abc",
    "errno",
    "gc",
    "heapq",
    "html",
    "html.entities",
    "itertools",
    "math",
    "select",
    "stat",
    "struct",
    "unicodedata",
    "zlib",
}

ARTICLE = """---
title: A title
lang: en
facts:
  - Price: 5 dollars
---
# A section

A paragraph with *emphasis*, `code` and a [link](https://example.org). It costs 5 dollars[^1].

- one
- two

> A quote.
> — Somebody

| a | b |
| - | - |
| c | d |

[^1]: A note.
"""


@cache
def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def identity(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def unit(module: str) -> str:
    """`reader.tui.app` → `tui`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """The full names of the modules that a file imports, wherever in it, with their lines."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{identity(path)}:{node.lineno}: a relative import"
            assert node.module
            if node.module == "reader":
                for alias in node.names:
                    yield node.lineno, f"reader.{alias.name}"
            else:
                yield node.lineno, node.module


def test_every_module_has_its_place() -> None:
    units = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES}
    assert units - {"__init__"} <= RANKS.keys()


def test_imports_go_downward() -> None:
    wrong = []
    for path in MODULES:
        own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for line, module in imports(path):
            if module.split(".")[0] != "reader" or module == "reader.__version__":
                continue
            other = unit(module)
            if other != own and RANKS[other] >= RANKS[own]:
                wrong.append(f"{identity(path)}:{line}: {own} must not import {module}")
    assert not wrong, "\n".join(wrong)


def test_third_parties_come_in_by_their_doors() -> None:
    wrong = [
        f"{identity(path)}:{line}: {module}"
        for path in MODULES
        for line, module in imports(path)
        if not identity(path).startswith(DOORS.get(module.split(".")[0], ""))
    ]
    assert not wrong, "\n".join(wrong)


def test_files_stay_short() -> None:
    lengths = {identity(path): path.read_bytes().count(b"\n") for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 420} == {}


def test_only_the_command_line_and_the_screen_write_to_stdout() -> None:
    may = ("cli.", "commands.", "messages.", "printing.", "tui")
    wrong = [
        f"{identity(path)}:{node.lineno}: {node.attr}"
        for path in MODULES
        if not identity(path).startswith(may)
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr")
    ]
    assert not wrong, "\n".join(wrong)


def loaded(arguments: list[str], tmp_path: Path) -> set[str]:
    """What a run of the command line into a pipe loads beyond `re`, pyromark and yaml."""
    report = tmp_path / "modules"
    code = (
        "import sys, re, pyromark, yaml; before = set(sys.modules)\n"
        "from reader.cli import main\n"
        f"assert main({arguments!r}) == 0\n"
        "new = set(sys.modules) - before\n"
        f"open({str(report)!r}, 'w').write('\\n'.join(new))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, cwd=PACKAGE.parent
    )
    assert run.returncode == 0, run.stderr.decode()
    assert run.stdout
    return set(report.read_text().split())


@pytest.mark.parametrize("name", ["article.md", "article.txt"])
def test_import_budget(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(ARTICLE, encoding="utf-8")
    for arguments in ([str(path)], ["show", str(path), "--format", "ansi", "--justify"]):
        modules = loaded(arguments, tmp_path)
        ours = {module for module in modules if module.split(".")[0] == "reader"}
        assert {"reader.cli", "reader.paint", "reader.typeset.layout"} <= ours
        assert not {module for module in ours if module.startswith(("reader.tui", "reader.facts"))}
        others = {module for module in modules - ours if not module.startswith("_")}
        assert others <= CHEAP


def test_import_budget_of_the_first_screen(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text(ARTICLE, encoding="utf-8")
    report = tmp_path / "modules"
    code = (
        "import os, sys, re, pyromark, yaml; before = set(sys.modules)\n"
        "import reader.cli\n"
        "from reader.shelf import resolve\n"
        "from reader.formats import parse\n"
        "from reader.formats.source import read_source\n"
        "from reader.formats.stream import open_pipe\n"
        "from reader.library.state import Record\n"
        "from reader.tui.first import FirstScreen, paint_first\n"
        "from reader.tui.start import Start\n"
        f"start, source = Start(os.environ), read_source(resolve({str(path)!r}, '')[0])\n"
        "record = Record(start.memory, source)\n"
        "screen = FirstScreen(start, parse(source), source, record, '', 80, 24)\n"
        "rows, _ = screen.painted()\n"
        "assert any('A title' in row for row in rows)\n"
        f"open({str(report)!r}, 'w').write('\\n'.join(set(sys.modules) - before))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, cwd=PACKAGE.parent
    )
    assert run.returncode == 0, run.stderr.decode()
    others = {name for name in report.read_text().split() if not name.startswith(("_", "reader"))}
    assert others <= CHEAP | {"signal", "termios"}
    assert "reader.facts.authored" not in report.read_text().split()


def test_help_and_version_load_next_to_nothing(tmp_path: Path) -> None:
    for arguments in (["--help"], ["show", "--help"], ["--version"]):
        modules = loaded(arguments, tmp_path) - CHEAP
        assert modules <= {"reader", "reader.cli", "reader.arguments", "reader.errors"}


# Callables of Textual that parse markup in the strings that they are given.
MARKUP = {"Button", "Checkbox", "Label", "Link", "Option", "RadioButton", "Static", "notify"}
FORBIDDEN = {"from_markup", "from_rich_markup", "render_markup"}


def name_of(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def is_plain(call: ast.Call) -> bool:
    """Whether a widget is given a constant, or is told that its text is no markup."""
    return isinstance(call.args[0], ast.Constant) or any(
        keyword.arg == "markup"
        and isinstance(keyword.value, ast.Constant)
        and keyword.value.value is False
        for keyword in call.keywords
    )


def test_no_text_is_taken_for_markup() -> None:
    """Articles must not reach a parser of markup: widgets get constants, or say markup=False."""
    wrong = []
    for path in MODULES:
        for node in nodes(path):
            if not isinstance(node, ast.Call):
                continue
            name, place = name_of(node), f"{identity(path)}:{node.lineno}"
            if name in FORBIDDEN:
                wrong.append(f"{place}: {name}")
            if name == "print" and isinstance(node.func, ast.Attribute):
                wrong.append(f"{place}: console.print parses markup")
            if name in MARKUP and node.args and not is_plain(node):
                wrong.append(f"{place}: {name} without markup=False")
    assert not wrong, "\n".join(wrong)
