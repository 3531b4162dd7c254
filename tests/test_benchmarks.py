"""The benchmarks themselves: documents, figures, tables, and the clock in the terminal."""

import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.bench import named
from benchmarks.documents import FIRST, LAST, TARGET, document, markdown, page, plain
from benchmarks.goals import goals
from benchmarks.measures import PROBES, showing
from benchmarks.process import Piped
from benchmarks.table import (
    Goal,
    against,
    alone,
    beyond,
    markdown_table,
    ratio,
    rows,
    short,
    text_table,
)
from benchmarks.terminal import Terminal
from benchmarks.typesetting import cost_against_optimum

ENV = {"TERM": "xterm-256color"}


@pytest.mark.parametrize("make", [markdown, plain, page])
def test_documents_are_the_same_every_time(make: object) -> None:
    text = make(5_000)  # type: ignore[operator]
    assert text == make(5_000)  # type: ignore[operator]
    assert 4_900 < len(text.split()) < 5_500
    assert [text.count(marker) for marker in (FIRST, TARGET, LAST)] == [1, 1, 1]
    assert text.index(FIRST) < 300
    assert 0.7 < text.index(TARGET) / len(text) < 0.8
    assert text.index(LAST) > len(text) - 500


def test_files_are_made_once(tmp_path: Path) -> None:
    path = document(tmp_path, 1_000)
    assert path.read_text(encoding="utf-8") == markdown(1_000)
    path.write_text("kept")
    assert document(tmp_path, 1_000).read_text() == "kept"
    with zipfile.ZipFile(document(tmp_path, 1_000, "epub")) as book:
        for name in book.namelist()[1:]:
            ElementTree.fromstring(book.read(name))


def test_ratios_are_medians_of_the_ratios_of_each_round() -> None:
    rounds = [{"a": 10.0, "b": 5.0}, {"a": 90.0, "b": 30.0}, {"a": 10.0, "b": 1.0}, {"a": 7.0}]
    assert ratio(rounds, "a", "b") == 3
    assert against("a", "b")(rounds) == (3, "10.0 / 5 ms")
    assert beyond("a", "b", "MB", 2)(rounds) == (4.5, "10.0 − 5 MB, 2")
    assert (
        ratio(rounds, "a", "c") is against("a", "c")(rounds) is beyond("a", "c", "")(rounds) is None
    )
    assert named({"seen": (1.0, 1.5), "unseen": (1.0, None)}) == {"seen": 500}


def test_tables() -> None:
    wanted = [
        Goal("p", "fast", 5, "ms", alone("a")),
        Goal("p", "slow", 1.5, "×", alone("a")),
        Goal("p", "gone", 1, "×", alone("b")),
    ]
    body = rows(wanted, [{"a": 2.0}])
    assert [row[-1] for row in body] == ["ok", "over", "over"]
    assert body[2][2] == "not seen"
    assert text_table(body).splitlines()[1] == "fast  ≤ 5 ms   2 ms            ok"
    assert markdown_table(body).splitlines()[2] == "| fast | ≤ 5 ms | 2 ms |  | ok |"
    assert [short(value) for value in (0.5, 1, 1.234, 12.34, 1234.5)] == [
        "0.5",
        "1",
        "1.23",
        "12.3",
        "1,234",
    ]


def test_every_goal_is_measured_by_a_probe() -> None:
    assert {goal.probe for goal in goals({"md": 1, "txt": 1})} == {p.__name__ for p in PROBES}


PROGRAM = r"""
import os, sys, termios, tty
tty.setraw(0)
os.write(1, b"\x1b[?2026$p\x1b[c")
asked = b""
while not asked.endswith(b"c"):
    asked += os.read(0, 100)
columns = os.get_terminal_size().columns
os.write(1, f"READY {columns} {len(asked)}\x1b[>1u\x1b[3mx\x1b[4b".encode())
os.read(0, 1)
os.write(1, b"\r\x1b[2KPRESSED")
os.read(0, 1)
"""


def test_a_program_in_a_terminal() -> None:
    with Terminal([sys.executable, "-c", PROGRAM], ENV) as terminal:
        seen = terminal.until(showing("READY"))
        assert seen is not None and terminal.began < seen
        answers = len("\x1b[?2026;2$y\x1b[?62;22c")
        assert terminal.rows[0].rstrip() == f"READY 120 {answers}xxxxx"
        assert terminal.peak() > 1
        pressed = terminal.press("a")
        painted = terminal.painted(0.03)
        assert painted is not None and pressed < painted
        assert terminal.rows[0].startswith("PRESSED ")
        assert not terminal.until(showing("READY"), 0.01)
        pressed = terminal.press("b")
        ended = terminal.end()
        assert ended is not None and pressed < ended


def test_a_program_in_a_pipe() -> None:
    piped = Piped([sys.executable, "-c", "print('x' * 10)"], ENV)
    assert piped.first is not None and piped.ended is not None
    assert piped.began < piped.first <= piped.ended
    assert piped.peak > 1
    with pytest.raises(FileNotFoundError):
        Piped(["no-such-program"], ENV)


def test_the_optimum_is_one() -> None:
    assert 1 <= cost_against_optimum() <= 1.05
