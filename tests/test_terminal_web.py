"""A page of the web on a terminal of its own."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.formats.web.serving import answer, serving
from tests.terminal import Terminal

TEXT = "# A page\n\n" + "Words of the page. " * 50 + "\n\n## Part\n\nThe part.\n"


def test_a_slow_page_says_how_far_it_is_and_leaves_nothing_of_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("no_proxy", "*")
    seen = threading.Event()
    whole = answer(TEXT)

    def slowly() -> Iterator[bytes]:
        yield whole[:500]
        seen.wait(20)
        yield whole[500:]

    with serving() as server:
        server.answers["/page"] = slowly()
        with Terminal(server.url("/page#part")) as terminal:
            terminal.wait_for("fetching 127.0.0.1")
            seen.set()
            terminal.wait_for("The part.")
            terminal.wait_for("? keys")
            assert "fetching" not in terminal.text
            terminal.send("q")
            assert terminal.wait_end() == 0
        assert "fetching" not in terminal.text
