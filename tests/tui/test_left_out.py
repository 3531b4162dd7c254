"""What was left out of an article, on top of it."""

from reader.formats import parse
from reader.formats.source import Source
from reader.library.state import Memory, Record
from reader.paint import DARK
from reader.tui.app import ReaderApp
from reader.tui.ink import Ink
from reader.tui.screens.article import ArticleScreen
from reader.typeset.line import UNICODE
from tests.tui.opening import status, window


async def test_what_was_left_out_lies_over_the_article_and_is_not_remembered() -> None:
    source = Source("page", "# A page\n\nIts words.\n", "markdown")
    document = parse(source)
    memory = Memory()
    app = ReaderApp(
        document,
        Ink(DARK, "true"),
        UNICODE,
        find="",
        section="",
        record=Record(memory, source),
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        await pilot.press("X")
        assert "nothing was left out" in status(pilot)
        assert app.screen is screen
        document.dropped = ["Home *News*", *(f"Comment {n}" for n in range(30))]
        await pilot.press("X")
        await pilot.pause()
        above = app.screen
        assert isinstance(above, ArticleScreen)
        assert above is not screen
        rows = "\n".join(window(pilot))
        assert "Left out of “A page”" in rows
        assert "Home *News*" in rows
        await pilot.press("G")
        assert "Comment 29" in "\n".join(window(pilot))
        assert "A page" in "\n".join(window(pilot))  # where `q` leads
        await pilot.press("q")
        await pilot.pause()
        assert app.screen is screen
        assert "Its words." in "\n".join(window(pilot))
    assert [left.title for left in memory.recent(9)] == ["A page"]
