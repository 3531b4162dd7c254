"""The configuration file and the environment: what is right counts, what is wrong is told."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.characters import clean_line
from reader.keys.names import key_name, shown, typed
from reader.keys.remap import REMAPPABLE, Keymap, resolve
from reader.paint import DARK
from reader.settings import MOST, MOST_PROBLEMS, Settings, config_path, load_settings
from reader.template import template
from reader.tui.ink import Ink
from reader.tui.screens.help import help_rows
from reader.typeset.layout import MEASURE

Load = Callable[..., Settings]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """The settings of a file with this text, and of these variables."""

    def load(text: str | bytes, **environ: str) -> Settings:
        path = tmp_path / "reader" / "config.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_settings({"XDG_CONFIG_HOME": str(tmp_path), **environ})

    return load


def told(settings: Settings) -> list[str]:
    return [settings.told(problem) for problem in settings.problems]


def values(settings: Settings) -> tuple[object, ...]:
    return tuple(
        getattr(settings, name) for name in ("theme", "measure", "justify", "mouse", "library")
    )


DEFAULTS = ("", 0, None, True, "")


def test_without_a_file_all_is_as_it_is_by_default(tmp_path: Path) -> None:
    settings = load_settings({"XDG_CONFIG_HOME": str(tmp_path)})
    assert settings.path == str(tmp_path / "reader" / "config.yaml")
    assert (values(settings), settings.keys.chosen, settings.problems) == (DEFAULTS, {}, [])
    home = config_path({"XDG_CONFIG_HOME": "relative", "HOME": "/nowhere"})
    assert home == str(Path.home() / ".config/reader/config.yaml")


def test_all_settings(load: Load) -> None:
    settings = load(
        "theme: Sepia\nmeasure: 80\njustify: yes\nmouse: off\nlibrary: /articles\n"
        "keys:\n  next-hit: ctrl+n\n  top: [g, '<']\n  wider: w, W\n  zoom-nothing: x\n"
    )
    assert values(settings) == ("sepia", 80, True, False, "/articles")
    assert settings.keys.of("next-hit") == ("ctrl+n",)
    assert settings.keys.of("top") == ("g", "less_than_sign")
    assert settings.keys.of("wider") == ("w", "W")
    assert told(settings) == ["config.yaml:10: keys: zoom-nothing: there is no such action"]


def test_the_environment_comes_before_the_file(load: Load) -> None:
    settings = load("theme: sepia\nlibrary: ~/a\n", READER_THEME="Light", READER_LIBRARY="/b")
    assert (settings.theme_now, settings.theme, settings.library) == ("light", "sepia", "/b")
    settings = load("library: ~/a\nmeasure: 1\n", READER_THEME="mauve\x1b[2J")
    assert settings.library == str(Path.home() / "a")
    assert settings.theme_now == ""
    first, second = told(settings)
    assert first.startswith("READER_THEME: there is no theme mauve")
    assert "\x1b" not in first
    assert second.startswith("config.yaml:2: measure: expected a number from 24 to 120, found 1")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("theme: mauve", 1, "no theme mauve, only dark"),
        ("measure: wide", 1, "expected a number"),
        ("measure: [66, 70]", 1, "expected one value"),
        ("measure: ²²", 1, "expected a number"),
        ("justify: maybe", 1, "expected true or false"),
        ("mouse: auto", 1, "expected true or false"),
        ("mouse:", 1, "expected a value"),
        ("library: articles", 1, "begins with / or ~"),
        ("\nthemes: dark", 2, "no setting themes"),
        ("keys: [j, k]", 1, "expected lines such as"),
        ("keys: {top: {a: b}}", 1, "expected no settings in this"),
        ("keys:\n  top: hyper+g", 2, "expected a key, as in J or ctrl+n, found 'hyper+g'"),
        ("keys:\n  top: ''", 2, "expected a key"),
        ("keys:\n  top: #", 2, "go in quotes"),
        ("keys:\n  quit: off", 2, "nobody can do without"),
        ("keys:\n  close: []", 2, "nobody can do without"),
        ("keys:\n  quit: j", 2, "j is a key of line-down"),
        ("keys:\n  panel-next: Q", 2, "Q is a key of quit"),
        ("keys:\n  close: G\n  end: W\n", 2, "G is a key of panel-last"),
        ("keys:\n  next-hit: 5", 2, "5 is a key of count-5"),
        ("theme: !!str sepia", 1, "go in quotes"),
        ("theme: &a sepia\nmeasure: *a", 2, "go in quotes"),
        ("theme: dark\n---\ntheme: light", 2, "one YAML document"),
        ("- theme", 1, "expected settings"),
        ("theme", 1, "expected settings"),
        ("theme: dark\ntheme: light", 2, "each name once"),
        ("? [a]\n: b", 1, "expected a name"),
        ("{" * 60_000, 1, "nested too deeply"),
        (b"mouse: off\ntheme: \xff", 2, "UTF-8"),
        ('library: "/tmp/\\0x"', 1, "library: expected no control characters"),
        ('"the\\eme": x', 1, "expected no control characters"),
        ('keys: {top: ["\\u202e"]}', 1, "top: expected no control characters"),
        ("theme: " + "x" * 9000, 1, "x…"),
        (b"#" * (MOST + 1), 1, "at most 64 KiB"),
    ],
    ids=range(34),
)
def test_what_is_wrong_is_told(load: Load, text: str | bytes, line: int, words: str) -> None:
    settings = load(text)
    problem = settings.problems[0]
    assert words in problem.message
    assert problem.line == line


def test_a_mistake_of_syntax_costs_its_line(load: Load) -> None:
    settings = load("theme: [sepia\nmeasure: 70\nlibrary: 'x\nmouse: off\n\tjustify: on\n")
    assert values(settings) == ("", 70, None, False, "")
    assert [problem.line for problem in settings.problems] == [1, 1, 3, 3, 5]


def test_signs_that_should_stand_in_quotes_are_understood(load: Load) -> None:
    settings = load("keys:\n  next-hit: ] J\n  next-section: }\n  next-paragraph: 'W'\n")
    assert settings.keys.of("next-hit") == ("right_square_bracket", "J")
    assert settings.keys.of("next-section") == ("right_curly_bracket",)
    assert [problem.line for problem in settings.problems] == [2, 3]
    assert all("quotes" in problem.message for problem in settings.problems)


def test_only_a_regular_file_is_read(tmp_path: Path, load: Load) -> None:
    settings = load("theme: dark")
    path = Path(settings.path)
    path.unlink()
    os.mkfifo(path)
    environ = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert told(load_settings(environ)) == ["config.yaml:1: expected a regular file"]
    path.unlink()
    path.mkdir()
    assert told(load_settings(environ)) == ["config.yaml:1: expected a regular file"]
    path.rmdir()
    path.symlink_to(path.name)
    assert told(load_settings(environ))[0].startswith("config.yaml:1: cannot be read: Too many")


_PIECES = st.sampled_from(
    [
        *"[]{}:,-#&*!|>'\"%@`?~\t ",
        "\n",
        "\n  ",
        "keys:",
        "theme: ",
        "top: ",
        "off",
        "Q",
        "quit: ",
        "<<",
        '"\\e]0;x\\a"',
        '"\\u202e',
        "x" * 500,
    ]
)


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=200), st.binary(max_size=200), st.lists(_PIECES).map("".join)))
def test_any_file_is_borne(tmp_path_factory: pytest.TempPathFactory, text: str | bytes) -> None:
    folder = tmp_path_factory.getbasetemp() / "any"
    path = folder / "reader" / "config.yaml"
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    found = load_settings({"XDG_CONFIG_HOME": str(folder)})
    assert found.keys.of("quit")
    assert found.keys.of("close")
    assert all(line == clean_line(line) and len(line) < 450 for line in told(found))


@pytest.mark.parametrize(
    "text",
    ["x: " * 20_000, "[" * 60_000, "a: [\n" * 12_000, "'" * 60_001, "a: b\n" * 13_000],
    ids=range(5),
)
def test_time_is_bounded(load: Load, text: str) -> None:
    start = time.process_time()
    assert 0 < len(load(text).problems) <= MOST_PROBLEMS
    assert time.process_time() - start < 5


# ---------------------------------------------------------------------- keys


def test_keys_have_the_names_that_textual_gives_them() -> None:
    from textual.keys import Keys, _character_to_key

    for code in range(32, 0x2100):
        if chr(code).isprintable():
            name = key_name(chr(code))
            assert name == _character_to_key(chr(code))
            assert key_name(typed(name)) == name
            assert len(shown(name)) == 1 or name == "space"
    named = ["Enter", "esc", "PgDn", "F12", "ctrl+n", "Ctrl-N", "C-n", "shift+tab", "ctrl+]"]
    named += ["ctrl+shift+up", "Shift-Ctrl-Up", "delete", "ctrl+pageup"]
    assert {key_name(name) for name in named} <= {key.value for key in Keys}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("shift+j", "J"),
        ("shift+5", ""),
        ("ctrl+i", ""),
        ("ctrl+M", ""),
        ("alt+x", ""),
        ("super+x", ""),
        ("ctrl+", ""),
        ("f25", ""),
        ("slash", "slash"),
        ("é", "é"),
        ("jj", ""),
        ("\x1b", ""),
        ("", ""),
    ],
)
def test_names_of_keys(text: str, name: str) -> None:
    assert key_name(text) == name


def test_keys_by_default_do_not_clash_and_are_all_known() -> None:
    ids = [row.id for table in REMAPPABLE.values() for row in table]
    assert len(ids) == len(set(ids))
    keymap, problems = resolve({id: Keymap().of(id) for id in ids})
    assert not problems
    assert not keymap.changed()
    for id in ids:
        assert all(key_name(typed(key)) == key for key in keymap.of(id))


def test_keys_can_be_swapped_and_passed_on() -> None:
    keymap, problems = resolve({"next-hit": ["N"], "previous-hit": ["p"], "redraw": ["n"]})
    assert not problems
    assert keymap.of("next-hit", "previous-hit", "redraw") == ("N", "p", "n")
    # Where a link of the chain is wrong, those that depend on it are, too.
    keymap, problems = resolve({"next-hit": ["N"], "previous-hit": ["j"]})
    assert [id for id, _ in problems] == ["previous-hit", "next-hit"]
    assert keymap.of("next-hit", "previous-hit") == ("n", "N")


def test_of_two_that_want_one_key_the_first_gets_it() -> None:
    keymap, problems = resolve({"next-hit": ["W"], "top": ["W"]})
    assert problems == [("top", "W is a key of next-hit")]
    assert keymap.of("next-hit", "top") == ("W", "g", "home")


def test_what_follows_gets_the_same_keys() -> None:
    keymap, problems = resolve({"close": ["W"], "quit": ["Z"], "help": ["f1"]})
    assert not problems
    assert keymap.of("app-quit", "themes-quit") == ("Z", "Z")
    assert keymap.of("help-close") == ("escape", "enter", "ctrl+c", "f1", "W")
    assert keymap.of("panel-leave") == ("escape", "W")
    assert resolve({"close": ["W"], "panel-leave": ["v"]})[0].of("panel-leave") == ("v",)


def test_the_help_page_shows_the_keys() -> None:
    from reader.keys.rows import ARTICLE

    keymap, _ = resolve(
        {
            "next-section": ["ctrl+n", "f3"],
            "wider": ["w"],
            "forward": [],
            "copy": ["Y", "c-c", "W", "v"],
            "line-down": ["down", "f2", "f3"],
        }
    )
    shown = {row.id: row.key_display for row in keymap.displayed(ARTICLE)}
    assert shown["wider"] == "w · - · 0"
    assert shown["back"] == "H Ctrl-o · —"
    assert shown["copy"] == "Y c-c W · o"
    assert shown["page-down"] == "Space f PgDn"
    keymap, _ = resolve({"next-section": ["shift+pageup"], "edit": []})
    rows = {row.id: row for row in keymap.displayed(ARTICLE)}
    assert rows["next-section"].key_display == "Shift-PgUp"  # (of two that are too long, the first)
    assert rows["edit"].key_display == "— · r"
    assert rows["contents"].description == "contents (3t: section 3)"
    keymap, _ = resolve({"line-down": ["shift+down"], "edit": []})
    ink = Ink(DARK, "16", ascii=True)
    for row in help_rows(keymap.displayed(ARTICLE), 80, ink):
        assert "".join(text for text, _ in row.pieces).isascii()
    keymap, _ = resolve({"contents": ["T"], "panel-choose": ["o"]})
    rows = {row.id: row for row in keymap.displayed(ARTICLE)}
    assert rows["contents"].description == "contents (3T: section 3)"
    assert rows["facts"].description == "facts; o jumps"


def test_what_is_typed_into_takes_no_letters_from_elsewhere() -> None:
    keymap, problems = resolve(
        {
            "panel-next": ["w"],
            "panel-previous": ["ctrl+t"],
            "quit": ["Z", "f10"],
            "panel-choose": ["o"],
            "interrupt": ["ctrl+x"],
        }
    )
    assert not problems
    assert keymap.of("palette-down") == ("down", "ctrl+n")
    assert keymap.of("palette-up")[:2] == ("ctrl+p", "ctrl+t")
    assert keymap.of("palette-quit") == ("f10",)
    assert keymap.of("prompt-submit") == ("enter",)
    assert keymap.of("prompt-cancel") == ("escape", "ctrl+x")


# ---------------------------------------------------------------------- the template


def test_the_template_is_the_default_in_comments(load: Load) -> None:
    text = template(MEASURE)
    assert all(line.startswith("#") for line in text.split("\n") if line)
    assert all(len(line) <= 100 for line in text.split("\n"))
    assert values(load(text)) == DEFAULTS
    bare = "\n".join(line.removeprefix("#") for line in text.split("\n"))
    settings = load(bare)
    assert told(settings) == []
    assert values(settings) == ("", MEASURE, False, True, "")
    ids = [row.id for table in REMAPPABLE.values() for row in table]
    assert all(settings.keys.of(id) == Keymap().of(id) for id in ids)
