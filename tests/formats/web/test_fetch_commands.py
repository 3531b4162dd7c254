"""Addresses on the command line: printed, remembered, gone on with; links by `--base`."""

import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader import messages, sources
from reader.cli import main
from reader.formats import parse
from reader.formats.source import Source, read_source, source_of
from reader.formats.stream import Pipe
from reader.formats.web.fetch import Fetch
from reader.library.bookmark import bookmark
from reader.library.state import Memory, Record
from reader.shelf import read_lately, resolve
from reader.tui.screens.reloading import _read as reread
from tests.formats.web.serving import Server, answer, serving

ARTICLE = "# A title\n\nFirst words, a [link](other.md).\n\n## Part two\n\nThe second part.\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        server.answers["/a/page"] = answer(ARTICLE)
        yield server


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*argv: str) -> tuple[int, str, str]:
        code = main(list(argv))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_an_address_is_printed(run: Run, server: Server) -> None:
    code, out, err = run(server.url("/a/page"))
    assert (code, err) == (0, "")
    assert "First words, a link." in out
    assert run("outline", server.url("/a/page#part-two"))[1] == "Part two  #part-two\n"
    code, out, err = run("facts", server.url("/a/page"))
    assert (code, out, err) == (0, "", "")
    code, out, _ = run("show", server.url("/a/page"), "--format", "json")
    assert f'"href": "{server.url("/a/other.md")}"' in out
    assert f'"source": "{server.url("/a/page")}"' in out


def test_a_fragment_opens_at_its_section_if_there_is_one(run: Run, server: Server) -> None:
    assert "First words" not in run(server.url("/a/page#part-two"))[1]
    assert "First words" in run(server.url("/a/page#:~:text=second"))[1]
    assert resolve("https://example.org/a#b%20c") == ("https://example.org/a", "b%20c")


def test_errors_are_one_line(run: Run, server: Server) -> None:
    code, out, err = run("show", server.url("/\x1b]0;x\x07gone"))
    assert (code, out) == (1, "")
    assert "\x1b" not in err
    code, out, err = run("show", server.url("/gone"))
    assert (code, out) == (1, "")
    assert err.endswith("/gone: there is no such page (404)\nCheck the address.\n")
    code, _, err = run("check", server.url("/a/page"))
    assert code == 1
    assert "only files are checked" in err


def test_the_copy_is_told_of(run: Run, server: Server) -> None:
    run(server.url("/a/page"))
    server.close()
    code, out, err = run(server.url("/a/page"))
    assert (code, "First words" in out) == (0, True)
    assert "refuses the connection; this is the copy of a moment ago" in err


def test_relative_links_count_from_the_base(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.md"
    path.write_text("[a](b?c) [d](#e) [f](/g) ![h](i.png)\n\n[^1]: [j](k)\n\nx[^1]\n")
    code, out, _ = run(
        "show", str(path), "--format", "markdown", "--base", "https://example.org/x/y"
    )
    assert code == 0
    for href in ("x/b?c)", "g)", "x/i.png)", "x/k)"):
        assert f"(https://example.org/{href}" in out
    assert "(#e)" in out
    assert "source: https://example.org/x/y" in out

    class Stdin:
        buffer = io.BytesIO(b"[a](b)")

    monkeypatch.setattr(sys, "stdin", Stdin)
    _, out, _ = run("show", "-", "--format", "json", "--base=http://example.org")
    assert '"href": "http://example.org/b"' in out


@pytest.mark.parametrize("base", ["example.org", "ftp://example.org", "https://", "http://a\x1bb/"])
def test_the_base_is_an_address(run: Run, base: str) -> None:
    code, _, err = run("show", "guide", "--base", base)
    assert code == 2
    assert "--base is an address" in err
    assert "\x1b" not in err
    assert run("show", "https://example.org", "--base", "https://example.org")[0] == 2


def test_progress_is_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

        def fileno(self) -> int:
            return -1

    written = Terminal()
    monkeypatch.setattr(messages, "_columns", lambda _stream: 70)
    monkeypatch.setattr(sys, "stderr", written)
    fetch = Fetch("https://example.org/")
    fetch.received, fetch.total = 30_000, 60_000
    quick = sources.Progress()
    quick(fetch)
    assert not written.getvalue()
    monkeypatch.setattr(sources, "PATIENCE", 0.0)
    progress = sources.Progress()
    progress(fetch)
    assert "fetching example.org  [############............] 50 %  30 kB" in written.getvalue()
    fetch.cancel()
    progress(fetch)
    assert written.getvalue().endswith("\r" + " " * 69 + "\r")
    piped = io.StringIO()
    monkeypatch.setattr(sys, "stderr", piped)
    messages.passing("text")
    assert not piped.getvalue()


def test_how_far_it_is() -> None:
    assert sources.told("h", 0, 0)[0] == "fetching h"
    assert sources.told("h", 1500, 0) == ["fetching h  2 kB", "fetching h"]
    assert sources.told("h", 10, 5)[0] == "fetching h  1 kB"  # it lied


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (60, "fetching h  [############............] 50 %  30 kB"),
        (53, "fetching h  [############............] 50 %  30 kB"),
        (52, "fetching h  [############............] 50 %"),
        (40, "fetching h  50 %  30 kB"),
        (25, "fetching h  50 %"),
        (16, "fetching h"),
        (8, "fetch"),
    ],
)
def test_what_is_said_ends_between_words_and_leaves_room_for_an_interrupt(
    monkeypatch: pytest.MonkeyPatch, columns: int, said: str
) -> None:
    written = io.StringIO()
    monkeypatch.setattr(written, "isatty", lambda: True)
    monkeypatch.setattr(written, "fileno", lambda: -1)
    monkeypatch.setattr(messages, "_columns", lambda _stream: columns)
    monkeypatch.setattr(sys, "stderr", written)
    messages.passing(*sources.told("h", 30_000, 60_000))
    assert written.getvalue() == f"\r{' ' * (columns - 1)}\r{said}"
    assert len(said) + 2 < columns


# ---------------------------------------------------------------------- remembered


def remember(source: Source, memory: Memory) -> Record:
    document = parse(source).finish()
    record = Record(memory, source)
    record.write(bookmark(document, document.text.index("second"), 60))
    return record


def test_a_place_is_remembered_by_the_address_that_was_asked_for(server: Server) -> None:
    server.answers["/short"] = answer("", status="302 Found", location="/a/page")
    memory = Memory()
    remember(read_source(server.url("/short")), memory)
    (left,) = memory.recent(5)
    assert (left.path, left.title, left.percent) == (server.url("/short"), "A title", 60)
    again = Record(memory, read_source(server.url("/short#part-two")))
    assert again.read() is not None
    assert not again.is_copy
    assert Record(memory, read_source(server.url("/a/page"))).read() is None
    assert memory.times()[memory.key(left.path)]


def test_an_address_is_gone_on_with(run: Run, server: Server) -> None:
    url = server.url("/a/page")
    memory = Memory()
    remember(read_source(url), memory)
    (entry,) = read_lately(memory, {})
    assert (entry.path, entry.origin, entry.title, entry.known) == (url, "web", "A title", True)
    assert entry.name.endswith("/…/page")
    server.close()
    code, out, _ = run("--last")
    assert (code, "First words" in out) == (0, True)


def test_ctrl_c_ends_it_at_once(server: Server) -> None:
    asked, ended = threading.Event(), threading.Event()

    def silent(_headers: dict[str, str]) -> bytes:
        asked.set()
        ended.wait(20)
        return b""

    server.answers["/"] = silent
    command = [sys.executable, "-m", "reader", server.url()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert asked.wait(20)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=15)
    ended.set()
    assert (process.returncode, out, err) == (130, b"", b"")


def test_a_file_that_is_read_again_has_its_base(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("[x](y)")
    document = reread(str(path), "https://example.org/")
    assert document.blocks[0].spans[0].href == "https://example.org/y"


def test_what_came_through_a_pipe_has_its_base_again(run: Run) -> None:
    source = source_of("stdin", b"[a](b)", None)
    source.url = "https://example.org/x/y"
    Record(Memory(), source).write(bookmark(parse(source), 0, 0))
    _, out, _ = run("show", Memory().recent(1)[0].path, "--format", "json")
    assert '"href": "https://example.org/x/b"' in out


def test_a_base_that_is_typed_counts_before_the_one_in_a_saved_page(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "a.mhtml"
    path.write_bytes(
        b"Snapshot-Content-Location: https://example.com/\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
        b"<html><body><p>Words <a href=c>there</a>.</p></body></html>\n--b--\n"
    )
    for options, host in (([], "com"), (["--base", "https://example.org/"], "org")):
        _, out, _ = run("show", str(path), "--format", "json", *options)
        assert f'"href": "https://example.{host}/c"' in out
    reading, writing = os.pipe()
    os.write(writing, path.read_bytes())
    os.close(writing)
    pipe = Pipe(reading, base="https://example.net/a.yaml")
    pipe.begin(lambda: None)
    assert (pipe.source().url, pipe.source().kind) == ("https://example.net/a.yaml", "html")
    pipe.close()


def test_passwords_are_not_remembered(server: Server) -> None:
    url = server.url("/a/page").replace("//", "//me:secret@")
    memory = Memory()
    remember(read_source(url), memory)
    for path in Path(memory.folder).rglob("*"):
        assert path.is_dir() or "secret" not in path.read_text()


def test_a_feed_from_a_pipe_is_kept(tmp_path: Path) -> None:
    text = "<rss><channel><title>News</title><item><title>One</title></item></channel></rss>"
    memory = Memory()
    record = Record(memory, source_of("stdin", text.encode(), None))
    record.write(bookmark(parse(source_of("stdin", text.encode(), None)), 0, 0))
    (left,) = memory.recent(1)
    assert read_source(left.path).kind == "feed"
