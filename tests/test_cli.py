import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import reader
from reader import shelf
from reader.arguments import Command, UsageError, parse
from reader.cli import COMMANDS, main
from reader.document.model import Document
from reader.formats import parse as parse_source
from reader.formats.source import read_source
from reader.library.bookmark import bookmark
from reader.library.state import Memory, Record
from reader.shelf import bundled, bundled_path, resolve

ROOT = Path(reader.__file__).parent.parent

ARTICLE = """---
title: A title
facts:
  - Price: 5 dollars
---
First words, *strong* ones. It costs 5 dollars.

# One

The text of one.

## Inside

The text inside.

# Two

The text of two.
"""

# Everything that acts on a terminal, or on a toolkit's markup.
NASTY = (
    "\x1b]0;owned\x07 \x1b[2J \x9b31m \x07\x08\x0c\x7f \u202eevil\u202c \u2066iso\u2069 "
    "\u2028 \u2029 [/] [@click=app.quit]x[/] \U000e0041 \ufeff \x00 :warning:"
)
ESCAPED = NASTY.encode("unicode_escape").decode().replace('"', '\\"')
ESCAPED = re.sub(r"\\U([0-9a-f]{8})", lambda match: f"\\U{match[1]}", ESCAPED)

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
SGR = re.compile(r"\x1b\[[0-9;]+m")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def run(*argv: str) -> tuple[int, str, str]:
        code = main(list(argv))
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shelf of bundled articles with known contents."""
    folder = tmp_path / "bundled"
    folder.mkdir()
    (folder / "guide.md").write_text("---\ntitle: The guide\nlang: en\n---\n# Keys\n\nText.\n")
    (folder / "news.md").write_text("---\ntitle: News\nlang: en\n---\nText.\n")
    (folder / "nouvelle.md").write_text("---\ntitle: Nouvelle\nlang: fr\n---\nTexte.\n")
    (folder / "notes.txt").write_text("not an article")
    monkeypatch.setattr(shelf, "bundled_folder", lambda: str(folder))
    return folder


def child(*argv: str, **options: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-m", "reader", *argv],
        capture_output=True,
        check=False,
        cwd=ROOT,
        timeout=60,
        **options,
    )


# Taking the command line apart


def test_options_stand_anywhere_and_have_their_value_beside_or_behind() -> None:
    command = Command("x", "", "", {"--width": "N", "--json": ""}, most=3)
    arguments = parse(["a", "--width=9", "--json", "-", "--", "--b"], command)
    assert arguments.words == ["a", "-", "--b"]
    assert arguments.options == {"--width": "9", "--json": ""}
    assert parse(["--width", "7"], command).options == {"--width": "7"}


@pytest.mark.parametrize(
    "argv", [["--no"], ["-x"], ["--width"], ["--json=1"], ["--version"], ["a", "b"]]
)
def test_a_senseless_command_line_is_refused(argv: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        parse(argv, Command("x", "", "", {"--width": "N", "--json": ""}))
    assert caught.value.command == "x"


@pytest.mark.parametrize(
    "argv",
    [
        ["--nonsense"],
        ["a", "b"],
        ["show"],
        ["show", "x", "--format", "pdf"],
        ["show", "x", "--width", "7"],
        ["show", "x", "--width", "wide"],
        ["show", "x", "--width", "²"],
        ["show", "x", "--justify", "--ragged"],
        ["outline", "a", "b"],
        ["facts"],
        ["check"],
        ["list"],
        ["search", "some", "words", "--json"],
    ],
)
def test_usage_errors_name_the_usage_and_end_with_2(run: Run, argv: list[str]) -> None:
    code, out, err = run(*argv)
    assert code == 2
    assert out == ""
    usage, message, hint = err.splitlines()
    assert usage.startswith("usage: reader")
    assert argv[0] not in COMMANDS or usage.startswith(f"usage: reader {argv[0]} ")
    assert message.startswith("reader: ")
    assert "--help" in hint


def test_every_command_has_help(run: Run) -> None:
    for argv in (["--help"], ["-h"], *([name, "--help"] for name in COMMANDS)):
        code, out, err = run(*argv)
        assert (code, err) == (0, "")
        assert out.startswith("Usage: reader")
    _, out, _ = run("--help")
    assert all(name in out for name in COMMANDS)
    assert all(len(line) <= 80 for line in out.splitlines() if not line.startswith("Usage"))
    for command in COMMANDS.values():
        assert all(option in command.usage + "--help" for option in command.options)
        assert all(option in command.help for option in command.options)


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"reader {reader.__version__}\n", "")


# Reading


def test_an_article_is_printed_where_there_is_no_terminal(run: Run, article: str) -> None:
    code, out, err = run(article)
    assert (code, err) == (0, "")
    assert out == run("show", article)[1]
    assert "First words, strong ones." in out
    assert "\x1b" not in out


def test_a_section_of_an_article(run: Run, article: str) -> None:
    code, out, _ = run(f"{article}#one")
    assert code == 0
    assert "The text of one." in out
    assert "The text inside." in out
    assert "First words" not in out
    assert "Two" not in out
    assert out.startswith("# One\n")
    assert out.endswith("The text inside.\n")
    _, last, _ = run(f"{article}#two")
    assert last.strip().endswith("The text of two.")
    code, out, err = run(f"{article}#three")
    assert (code, out) == (1, "")
    assert "no section three" in err


def test_stdin(article: str) -> None:
    for argv in (["-"], [], ["show", "-"]):
        result = child(*argv, input=b"# Piped\n\nSome text.\n")
        assert (result.returncode, result.stderr) == (0, b"")
        assert b"Some text." in result.stdout
    nothing = child("-", input=b"")
    assert nothing.returncode == 1
    assert nothing.stderr.startswith(b"reader: stdin: nothing came\n")


def test_the_shelf_is_printed_where_there_is_no_terminal(articles: Path, run: Run) -> None:
    with open(os.devnull) as nothing:  # noqa: PTH123 - a descriptor for stdin is wanted
        saved = os.dup(0)
        os.dup2(nothing.fileno(), 0)
        try:
            code, out, err = run()
        finally:
            os.dup2(saved, 0)
            os.close(saved)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "guide     The guide",
        "news      News",
        "nouvelle  Nouvelle",
    ]


def test_the_articles_of_the_folder_are_printed_and_opened_by_name(
    articles: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    for folder in ("", "2024", "2025"):
        (library / folder).mkdir()
        (library / folder / "essay.md").write_text(f"---\ntitle: An essay {folder}\n---\nWords.\n")
    (library / "2024" / "guide.md").write_text("# My guide\n\n## Part\n\nWords.\n")
    (library / "2024" / "twin.md").write_text("Words.\n")
    (library / "2025" / "twin.md").write_text("Words.\n")
    (library / "show.md").write_text("Words.\n")
    (library / "empty\x1b[2J.md").write_text("")
    monkeypatch.setattr("reader.cli._has_input", lambda: False)
    code, out, err = run("--library", str(library))
    assert code == 0
    assert "1 could not be read" in err
    assert out.splitlines()[:4] == [
        "guide       The guide",
        "news        News",
        "nouvelle    Nouvelle",
        "2024/essay  An essay 2024",
    ]
    assert "essay       An essay" in out.splitlines()
    code, out, err = run("2025/essay", "--library", str(library))
    assert out.startswith("An essay 2025\n")
    assert run("essay", "--library", str(library))[1].startswith("An essay\n")
    assert run("essay")[0] == 1
    monkeypatch.setenv("READER_LIBRARY", str(library))
    assert run("show", "essay")[1].startswith("An essay\n")
    assert run("outline", "2024/guide")[1] == "Part  #part\n"
    assert run("show", "2024/guide#part")[0] == 0
    assert run("show")[0] == 2  # commands win
    assert resolve("guide")[0] == bundled_path("guide")
    code, out, err = run("twin")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "reader: twin: 2 articles have this name",
        "Say which: 2024/twin.md, 2025/twin.md",
    ]
    monkeypatch.setenv("READER_LIBRARY", str(library / "show.md"))
    code, out, err = run()
    assert out.splitlines()[0].startswith("guide")
    assert err.endswith("not a directory\n")


def test_the_guide_comes_first_then_the_language_of_the_locale(articles: Path) -> None:
    names = [entry.name for entry in bundled({"LANG": "fr_FR.UTF-8"})]
    assert names == ["guide", "nouvelle", "news"]
    assert [entry.name for entry in bundled({"LC_ALL": "C", "LANG": "fr_FR.UTF-8"})] == [
        "guide",
        "news",
        "nouvelle",
    ]


def test_without_a_locale_english_comes_first(articles: Path) -> None:
    (articles / "abc.md").write_text("---\ntitle: Un\nlang: fr\n---\nDes mots.\n")
    (articles / "xyz.md").write_text("---\ntitle: One\nlang: en\n---\nWords.\n")
    for environ in ({}, {"LC_ALL": "C.UTF-8"}, {"LANG": "C"}):
        names = [entry.name for entry in bundled(environ)]
        assert names.index("xyz") < names.index("abc")


def test_names_like_one_that_is_not_there_are_told(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "own"
    library.mkdir()
    monkeypatch.setenv("READER_LIBRARY", str(library))
    for number in range(1, 4):
        (library / f"elan{number}.md").write_text("# One\n\nWords.\n")
    code, out, err = run("show", "elan")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "reader: elan: no such file, and no article of that name",
        "Names like it: elan1, elan2, elan3",
    ]
    assert "Words." in run("show", "Élan3")[1]
    assert run("show", "nothing at all")[2] == "reader: nothing at all: no such file\n"
    assert run("show", "./elan")[2] == "reader: ./elan: no such file\n"


def test_what_a_name_means(articles: Path, article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = bundled_path("guide")
    assert guide.endswith("guide.md")
    assert bundled_path("nothing") == ""
    assert resolve("guide") == (guide, "")
    assert resolve("guide#keys") == (guide, "keys")
    assert resolve(f"{article}#one") == (article, "one")
    assert resolve("-") == ("-", "")
    assert resolve("missing#x") == ("missing#x", "")
    monkeypatch.chdir(articles)
    (articles / "a#b.md").write_text("x")
    (articles / "guide").write_text("x")
    assert resolve("a#b.md") == ("a#b.md", "")
    assert resolve("guide") == ("guide", "")


def test_commands_win_over_files_and_reserved_words_do_not(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("show", "list"):
        (tmp_path / name).write_text(f"The file called {name}.\n")
    assert run("show")[0] == 2
    assert "The file called show." in run("./show")[1]
    assert "The file called show." in run("--", "show")[1]
    assert "The file called list." in run("list")[1]


class Terminal(io.StringIO):
    """A stdout that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """The calls of the screen, recorded instead of made."""
    calls: list[tuple[object, ...]] = []
    app = type(sys)("reader.tui.app")

    def start(
        document: Document | None, *_: object, find: str = "", section: str = "", **__: object
    ) -> int:
        calls.append((document and document.name, find, section))
        return 0

    app.run = start  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "reader.tui.app", app)
    monkeypatch.setattr("reader.tui.first.paint_first", lambda *_: None)
    return calls


def in_terminal(monkeypatch: pytest.MonkeyPatch, term: str, *argv: str) -> tuple[int, str]:
    """Run the command line with a terminal on stdin and stdout."""
    out = Terminal()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stdin", Terminal())
        patch.setenv("TERM", term)
        return main(list(argv)), out.getvalue()


def test_in_a_terminal_the_screen_opens(
    opened: list[tuple[object, ...]], article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert in_terminal(monkeypatch, "xterm", article) == (0, "")
    assert in_terminal(monkeypatch, "xterm", f"{article}#one", "--find", "words") == (0, "")
    name = opened[0][0]
    assert opened == [(name, "", ""), (name, "words", "one")]


def test_a_dumb_terminal_gets_print(
    opened: list[tuple[object, ...]], article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out = in_terminal(monkeypatch, "dumb", article)
    assert code == 0
    assert opened == []
    assert "First words" in out
    assert "\x1b" not in out


# Printing


def test_last_goes_on_with_what_was_read_last(
    opened: list[tuple[object, ...]], article: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run("--last")
    assert (code, out) == (1, "")
    assert err.startswith("reader: no article has been read yet\n")
    source = read_source(article)
    Record(Memory(), source).write(bookmark(parse_source(source), 3, 38))
    assert "First words" in run("--last")[1]
    assert in_terminal(monkeypatch, "xterm", "--last", "--find", "x") == (0, "")
    assert opened == [(article if len(article) < 80 else opened[0][0], "x", "")]
    assert run("--last", article)[0] == 2


def test_what_only_prints_remembers_nothing(
    article: str, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for argv in (["--help"], ["--version"], [article], ["show", article], ["check", article], []):
        assert run(*argv)[0] == 0
    assert not (tmp_path / "state").exists()


def test_plain_text_keeps_to_the_width(run: Run, article: str) -> None:
    for width in (8, 20, 66):
        code, out, _ = run("show", article, "--width", str(width))
        assert code == 0
        assert max(map(len, out.splitlines())) <= width
        words = out.replace("-\n", "").split()
        assert "".join(words).endswith("#TwoThetextoftwo.")


def test_formats(run: Run, article: str) -> None:
    plain = run("show", article, "--format", "plain")[1]
    assert plain == run("show", article)[1]
    ansi = run("show", article, "--format", "ansi")[1]
    assert SGR.search(ansi)
    assert "\x1b" not in SGR.sub("", ansi)
    data = json.loads(run("show", article, "--format", "json")[1])
    assert data["title"] == "A title"
    markdown = run("show", article, "--format", "markdown")[1]
    assert markdown.startswith("---\n")
    assert "# One" in markdown


def test_colour_follows_the_terminal(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    assert "\x1b[38;2;" in run("show", article, "--format=ansi")[1]
    monkeypatch.setenv("NO_COLOR", "1")
    out = run("show", article, "--format=ansi")[1]
    assert set(re.findall(r"\x1b\[([0-9;]+)m", out)) <= {"0", "1", "2", "3", "4", "1;4", "2;3"}
    assert "\x1b[1m" in out


def test_a_terminal_gets_what_it_has_room_for(article: str) -> None:
    parent, terminal = pty.openpty()
    try:
        import fcntl
        import struct
        import termios

        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 22, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        environment.pop("NO_COLOR", None)
        result = subprocess.run(
            [sys.executable, "-m", "reader", "show", article],
            stdin=subprocess.DEVNULL,
            stdout=terminal,
            env=environment,
            cwd=ROOT,
            check=False,
            timeout=60,
        )
        os.write(terminal, b".")  # so that there is something to read in any case
        out = os.read(parent, 65536).decode()
    finally:
        os.close(parent)
        os.close(terminal)
    assert result.returncode == 0
    assert "\x1b[" in out
    assert max(len(line) for line in SGR.sub("", out).splitlines()) <= 20


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Some words that go on.\n\n" * 20_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "show", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 0


def test_an_interrupt_ends_with_130(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.printing.print_article", interrupt)
    assert run("show", article) == (130, "", "")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (RecursionError(), "nested too deeply"),
        (MemoryError(), "memory"),
        (KeyError("x"), "KeyError"),
    ],
)
def test_no_error_shows_a_traceback_unasked(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("reader.printing.print_article", fail)
    code, out, err = run("show", article)
    assert (code, out) == (1, "")
    assert reason in err
    assert len(err.splitlines()) <= 3
    assert "Traceback" not in err
    assert "Traceback" in run("--debug", "show", article)[2]


def test_a_full_disk_is_an_error(article: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        result = subprocess.run(
            [sys.executable, "-m", "reader", "show", article],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert result.returncode == 1
    assert result.stderr.startswith(b"reader: ")
    assert len(result.stderr.splitlines()) == 1


def test_what_the_encoding_lacks_is_approximated(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: Élan\n---\n« Là – “déjà” » 你\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    for form in ("plain", "markdown", "json", "ansi"):
        result = child("show", str(path), "--format", form, env=environment)
        assert (result.returncode, result.stderr) == (0, b"")
        assert b"Elan" in result.stdout
        assert b"La - " in result.stdout


# The other commands


def test_outline(run: Run, article: str) -> None:
    assert run("outline", article) == (0, "One  #one\n  Inside  #inside\nTwo  #two\n", "")
    sections = json.loads(run("outline", article, "--json")[1])
    assert [list(section) for section in sections] == [
        ["title", "slug", "level", "start", "end"]
    ] * 3


def test_facts(run: Run, article: str) -> None:
    assert run("facts", article) == (0, "by hand:\n  5 dollars  Price\n", "")
    row = "  5 dollars  Price  — It costs 5 dollars.\n"
    assert run("facts", article, article)[1].count(f"article.md: A title\nby hand:\n{row}\n") == 2
    data = json.loads(run("facts", article, "--json")[1])
    assert data["facts"][0]["value"] == "5 dollars"
    assert data["quotes"] == []


def test_facts_that_were_found(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bridge.md"
    path.write_text(
        "---\ntitle: A bridge\nlang: en\nfacts:\n  - Lost: 7 euros\n---\n"
        "The bridge cost $95 million.\n\nA toll of 4 percent pays for\nit.\n\n"
        "“It was worth it,” said Bruno Stone, the mayor.\n",
        encoding="utf-8",
    )
    code, out, _ = run("facts", str(path))
    assert code == 0
    rows = out.splitlines()
    assert rows[:3] == ["by hand:", "  7 euros  Lost  (not in the text)", "found:"]
    assert rows[3].startswith("  $95 million  ")
    assert rows[4].startswith("  4 percent    ")
    assert rows[5:] == ["quotes:", "  Bruno Stone, mayor: It was worth it,"]
    assert "— A toll of 4 percent pays for it.\n" in run("facts", str(path), str(path))[1]
    data = json.loads(run("facts", str(path), str(path), "--json")[1])
    assert [fact["origin"] for fact in data["facts"]] == ["author", "found", "found"] * 2
    assert data["facts"][1]["low"] == 95_000_000
    assert {fact["source"] for fact in data["facts"]} == {str(path)}


def test_check_says_nothing_of_a_clean_file(run: Run, article: str) -> None:
    assert run("check", article) == (0, "", "")


def test_check_names_file_line_and_column(run: Run, tmp_path: Path, article: str) -> None:
    path = tmp_path / "bad.md"
    path.write_text(
        "---\ntitle: A\nfacts:\n  - label: Lost\n    value: 77 euros\n"
        "  - label: Said\n    value: here\n    quote: never said\n---\n"
        "# Real one\n\nIt is here, see [this](#real-one), [that](#unreal) and [top](#).\n",
        encoding="utf-8",
    )
    code, out, err = run("check", article, str(path), "no such file")
    assert code == 1
    lines = [line.removeprefix(str(path)) for line in out.splitlines()]
    assert [line.partition(" ")[0] for line in lines] == [":5:12:", ":8:12:", ":12:43:"]
    assert "“Lost”" in lines[0]
    assert "“Said”" in lines[1]
    assert "#unreal" in lines[2]
    assert err == "reader: no such file: no such file\n"


def test_errors_go_to_stderr_and_end_with_1(run: Run, tmp_path: Path) -> None:
    for argv in (["missing.md"], ["show", str(tmp_path)], ["outline", "missing"], ["facts", "no"]):
        code, out, err = run(*argv)
        assert (code, out) == (1, "")
        assert err.startswith("reader: ")
        assert 1 <= len(err.splitlines()) <= 3


# Hostile articles


def hostile_files(folder: Path) -> list[Path]:
    quoted = '"' + ESCAPED + '"'
    front = (
        f"---\ntitle: {quoted}\nauthor: {quoted}\ndate: {quoted}\nsite: {quoted}\ntags: [{quoted}]\n"
        f"source: {quoted}\nlang: {quoted}\nown: {quoted}\nfacts:\n  - label: {quoted}\n"
        f"    value: {quoted}\n    quote: {quoted}\n---\n"
    )
    raw = NASTY.replace("\x00", "")
    body = (
        f"# {raw}\n\n{raw} [{raw}](https://e.org/{raw.replace(' ', '%1b')}) `{raw}`&#27;&#x9b;"
        f"&#x202e;\n\n[a](<javascript:{raw}>) [b](#%1b%5d)\n\n```{raw}\n{raw}\n```\n\n"
        f"![{raw}](<{raw}.png> '{raw}')\n\n> {raw}\n> — {raw}\n\n| {raw} | b |\n| - | - |\n"
        f"| {raw} | d |\n\n- {raw}\n\nx[^1]\n\n[^1]: {raw}\n\n<b title='{raw}'>{raw}</b>\n"
    )
    name = "\x1b]0;owned\x07\u202e[@click=app.quit]x"
    files = {
        f"{name}.md": front + body,
        f"{name}.txt": raw + "\n\n" + raw,
        "broken.md": f"---\ntitle: [{raw}\n---\n{body}",
        "wide.md": f"---\n{raw}: {raw}\n---\n{body}",
    }
    paths = []
    for file, text in files.items():
        path = folder / file
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        paths.append(path)
    return paths


def test_no_control_character_of_an_article_comes_out(run: Run, tmp_path: Path) -> None:
    for path in hostile_files(tmp_path):
        spec = str(path)
        commands = [
            *(["show", spec, "--format", form] for form in ("plain", "markdown", "json")),
            ["show", spec, "--width", "8"],
            [spec],
            ["outline", spec],
            ["outline", spec, "--json"],
            ["facts", spec],
            ["facts", spec, spec, "--json"],
            ["check", spec],
            [spec + "#\x1b]0;\x07"],
            ["--debug", spec + "\x9b2J"],
            ["show", "--format", spec],
            ["show", spec, spec],
        ]
        for argv in commands:
            code, out, err = run(*argv)
            assert code in (0, 1, 2)
            assert out or err or argv[0] in ("outline", "facts", "check")
            assert not FORBIDDEN.search(out), (argv, FORBIDDEN.search(out))
            assert not FORBIDDEN.search(err), (argv, FORBIDDEN.search(err))
            assert "unexpected" not in err, err
        code, out, err = run("show", spec, "--format", "ansi")
        assert code == 0
        assert SGR.search(out) or path.suffix == ".txt"
        assert not FORBIDDEN.search(SGR.sub("", out))


def test_an_unexpected_error_cannot_carry_an_escape_sequence(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError(NASTY)

    monkeypatch.setattr("reader.printing.print_article", fail)
    for argv in (["show", article], ["--debug", "show", article]):
        code, _, err = run(*argv)
        assert code == 1
        assert not FORBIDDEN.search(err)
        assert max(map(len, err.splitlines())) <= 400


def test_mistakes_in_a_file_are_told_while_it_is_shown(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "broken.md"
    path.write_text("---\ntitle: x\ndate: [1\n---\nThe body.\n")
    for argv in (["show", str(path)], [str(path)], ["outline", str(path)], ["facts", str(path)]):
        code, out, err = run(*argv)
        assert code == 0
        assert ("The body." in out) == (argv[0] not in ("outline", "facts"))
        assert "broken.md:" in err
        assert "expected" in err


def test_facts_of_several_sources_survive_a_bad_one(run: Run, tmp_path: Path) -> None:
    good = tmp_path / "good.md"
    good.write_text("---\nfacts:\n  - Price: 5 dollars\n---\nIt cost 5 dollars.\n")
    code, out, err = run("facts", str(tmp_path / "none.md"), str(good), "--json")
    assert code == 1
    assert [fact["value"] for fact in json.loads(out)["facts"]] == ["5 dollars"]
    assert "none.md" in err


# The configuration


def test_config_prints_the_defaults_and_says_where_they_belong(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run("config")
    assert (code, err) == (0, "")
    assert "#theme: auto\n" in out
    assert "#  next-section: '] J'" in out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    code, _, err = run("config")
    assert code == 0
    assert err.startswith("This belongs into ")
    assert err.endswith("config.yaml\n")


def test_config_check(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert run("config", "--check") == (0, "", "")
    file = tmp_path / "reader" / "config.yaml"
    file.parent.mkdir()
    file.write_text("theme: mauve\x1b\n\nkeys:\n  quit: off\n")
    code, out, err = run("config", "--check")
    assert (code, err) == (1, "")
    first, second = out.splitlines()
    assert first.startswith(f"{file}:1: theme: there is no theme mauve")
    assert "\x1b" not in out
    assert second.startswith(f"{file}:4: keys: quit: ")
    code, out, err = run("config", "file.yaml")
    assert code == 2
    assert "usage: reader config" in err


def test_config_does_not_load_the_screen() -> None:
    code = (
        "import sys; from reader.cli import main; main(['config']); main(['config', '--check'])\n"
    )
    code += "assert not {'textual', 'rich', 'dataclasses', 'typing'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


# What was left out


def test_what_was_left_out_is_printed_instead(run: Run, article: str, tmp_path: Path) -> None:
    code, out, err = run("show", "--dropped", article)
    assert (code, out) == (0, "")
    assert err.endswith("article.md: nothing was left out\n")
    page = tmp_path / "page.html"
    prose = "<p>" + "The ferry was late, and nobody on the quay knew why it was. " * 6 + "</p>"
    page.write_text(f"<html><nav><p>{'menu ' * 8}</p></nav><main><h1>Ferry</h1>{prose * 3}</main>")
    code, out, err = run("show", "--dropped", "--width", "30", str(page))
    assert (code, out, err) == (0, "menu menu menu menu menu menu\nmenu menu\n", "")
    assert run("show", "--dropped", "--width", "30", f"{page}#section")[:2] == (0, out)
