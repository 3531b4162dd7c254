"""What the reader finds by itself: one line, the panel, the sentence and back."""

import pytest
from textual.pilot import Pilot

from reader.facts.model import Fact
from reader.facts.quotes import Quote, Speaker
from reader.formats import parse
from reader.formats.source import Source
from reader.tui.screens import finding
from reader.tui.screens.article import ArticleScreen
from reader.tui.widgets.facts import FIRST, REST, FactsEntries, Fold
from tests.tui.opening import opened, status, until, window
from tests.tui.test_mouse import find

MONEY = [f"The {place} costs ${n} million." for n, place in enumerate(["bridge", "tower"], 40)]
SHARES = [f"{place} pays {n} percent of it." for n, place in enumerate("ABCDEFGHIJ", 11)]
TEXT = "\n\n".join(
    [
        "---\ntitle: A bridge for Riva\nlang: en\n---",
        *MONEY,
        "# Who pays",
        *SHARES,
        *["Nothing but words stands here, and more of them. " * 9] * 9,
        "Work took 900 days. “It was worth it,” said Bruno Stone, the mayor of Riva.",
    ]
)
OWN = TEXT.replace("lang: en", "lang: en\nfacts:\n  - Cost of all: $40 million")
SECTIONS = TEXT + "\n\n# Two\n\n# Three\n\n# Four\n"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts are looked for at once."""
    monkeypatch.setattr(finding, "QUIET", 0.0)


async def looked(pilot: Pilot[int], screen: ArticleScreen) -> None:
    await until(pilot, lambda: screen.reading.looked)
    await pilot.pause()


def panel(pilot: Pilot[int], column: int = 93) -> list[str]:
    """What stands beside the text, but for blank rows."""
    return [row[column:].strip(" ▌") for row in window(pilot)[:-1] if row[column:].strip()]


async def test_one_line_then_eight_then_the_rest_by_kind() -> None:
    async with opened(text=TEXT) as (pilot, screen):
        await looked(pilot, screen)
        assert panel(pilot) == ["i FACTS        13 found"]
        here, text = screen.geometry.text.x, window(pilot)[5][:93]
        await pilot.press("i")
        await pilot.pause()
        rows = panel(pilot)
        assert rows[0] == "i FACTS        13 found"
        assert "$40m" in rows[2]
        entries = screen.panels["facts"].entries
        assert isinstance(entries, FactsEntries)
        assert [type(item) for item in entries.items] == [Fact] * FIRST + [Fold, Speaker]
        assert rows[-3:] == ["5 more", "QUOTES", "Bruno Stone"]
        assert screen.geometry.text.x == here
        assert window(pilot)[5][:93] == text  # nothing moved
        # the rest, by kind
        await pilot.press("G", "k")
        await pilot.pause()
        assert "5 facts, Enter lists them" in status(pilot)
        await pilot.press("enter")
        await pilot.pause()
        rows = panel(pilot)
        assert "the first only" in rows
        assert rows.index("Percentages") < rows.index("QUOTES")
        await pilot.press("enter")
        assert REST not in screen._unfolded
        # closed by the same key, it is a line again
        await pilot.press("i")
        await pilot.pause()
        assert panel(pilot) == ["i FACTS        13 found"]
        # and a click opens it
        await pilot.click(offset=find(pilot, "13 found"))
        await pilot.pause()
        assert screen.panels["facts"].has_focus
        assert len(panel(pilot)) > 9


async def test_the_sentence_before_enter_and_the_place_after() -> None:
    async with opened(text=TEXT) as (pilot, screen):
        await looked(pilot, screen)
        await pilot.press("i", "j")
        await pilot.pause()
        said = status(pilot)
        assert "million." in said
        assert "percent" not in said
        await pilot.press("enter")
        assert screen.document.text[slice(*screen.reading.lit or (0, 0))] == MONEY[1]
        assert "$41 million" in status(pilot)
        assert screen.panels["facts"].display  # a docked panel stays open
        lit = screen.panels["facts"].marked
        await pilot.press("full_stop")
        assert "11 percent" in status(pilot)
        assert screen.panels["facts"].marked != lit
        await pilot.press("comma")
        assert "$41 million" in status(pilot)


@pytest.mark.parametrize(
    ("size", "text", "row"),
    [
        ((100, 24), TEXT, 0),
        ((100, 24), SECTIONS, -2),  # below the contents
        ((80, 24), TEXT, None),
        ((60, 20), TEXT, None),
    ],
)
async def test_where_the_line_stands(size: tuple[int, int], text: str, row: int | None) -> None:
    async with opened(text=text, size=size) as (pilot, screen):
        await looked(pilot, screen)
        rows = window(pilot)
        assert [number for number, line in enumerate(rows) if "13 found" in line] == (
            [] if row is None else [row % len(rows)]
        )
        await pilot.press("i")
        await pilot.pause()
        assert "13 found" in window(pilot)[0]
        await pilot.press("i", "z")
        await pilot.pause()
        assert "found" not in "".join(window(pilot))


async def test_beside_what_the_author_wrote() -> None:
    async with opened(text=OWN) as (pilot, screen):
        await looked(pilot, screen)
        rows = panel(pilot)
        assert rows[0] == "i FACTS         by hand"
        assert rows[1:] == [
            "Cost of all",
            "$40m",
            "FOUND                12",
            "QUOTES",
            "Bruno Stone",
        ]
        await pilot.press("i", "g", "j")
        await pilot.pause()
        assert "12 facts, Enter lists them" in status(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "$41m" in panel(pilot)[5]
        assert "4 more" in panel(pilot)
        await pilot.press("i", "g", "full_stop", "full_stop")
        assert "$41 million" in status(pilot)


async def test_another_text_and_an_answer_that_comes_too_late() -> None:
    async with opened(text=TEXT) as (pilot, screen):
        await looked(pilot, screen)
        old = screen.reading
        await pilot.press("i", "i")
        screen._replace(parse(Source("test.md", TEXT.replace("900 days", "long"), "markdown")))
        assert screen.reading is not old
        screen._take_found(old, [], [Quote("Nobody", 0, 5)])
        assert not screen.reading.looked
        await looked(pilot, screen)
        assert panel(pilot) == ["i FACTS        12 found"]


async def test_while_it_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.facts.found.found", lambda _document, _wanted: ([], []))
    async with opened(text=TEXT) as (pilot, screen):
        await looked(pilot, screen)
        assert panel(pilot) == []
        await pilot.press("i")
        await pilot.pause()
        assert panel(pilot) == ["i FACTS", "no facts"]
        screen._sought, screen.reading._found = screen.reading, None
        await pilot.press("i", "full_stop")
        assert "still looking for facts" in status(pilot)


async def test_a_book_is_looked_through_when_somebody_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(finding, "LOOKED_AT", 500)
    async with opened(text=TEXT) as (pilot, screen):
        await until(pilot, lambda: screen.document.complete)
        await pilot.pause()
        assert not screen.reading.looked
        await pilot.press("i")
        await looked(pilot, screen)
        assert panel(pilot)[0] == "i FACTS        13 found"
