"""The quotes in the facts panel."""

from tests.tui.opening import opened, status, window
from tests.tui.test_mouse import find

TEXT = (
    "---\ntitle: Said\nfacts:\n  - Price: 5 dollars\n---\n\nIt costs 5 dollars.\n\n"
    + "Plain words.\n\n" * 30
    + "> First words of hers.\n>\n> — Ada Example, head of Some\n\n"
    + "> The one thing he said.\n>\n> — Bob\n\n"
    + "More plain words.\n\n" * 30
    + "> And then more\n> words.\n>\n> — Ada Example\n"
)


def panel(rows: list[str]) -> list[str]:
    """What stands beside the text, but for blank rows."""
    return [row[93:].strip(" ▌") for row in rows[1:-1] if row[93:].strip()]


async def test_quotes_by_speaker() -> None:
    async with opened(text=TEXT, size=(120, 40)) as (pilot, screen):
        folded = ["Price", "$5", "QUOTES", "Ada Example  2", "Bob"]
        assert panel(window(pilot)) == folded
        # somebody with one quote: it is told, then gone to
        await pilot.press("i", "G")
        await pilot.pause()
        assert status(pilot).startswith(" The one thing he said.")
        await pilot.press("enter")
        start, end = screen.reading.lit or (0, 0)
        assert screen.document.text[start:end] == "The one thing he said."
        assert status(pilot).startswith(" Bob")
        assert screen.view.has_focus
        # with several: they are unfolded first
        await pilot.press("i", "G", "k")
        await pilot.pause()
        assert "Ada Example  2 quotes, Enter lists them" in status(pilot)
        await pilot.press("enter")
        assert panel(window(pilot))[4:] == ["First words of hers.", "And then more words.", "Bob"]
        listed = screen.panels["facts"].entries
        await pilot.press("j", "j")
        await pilot.pause()
        assert status(pilot).startswith(" And then more words.")
        await pilot.press("enter")
        assert screen.document.text[screen.reading.here :].startswith("And then more")
        await pilot.press("b", "space")
        assert screen.panels["facts"].entries is listed  # a page turn lists nothing anew
        # by the mouse: the heading is none of the entries, a name folds
        here = screen.reading.here
        await pilot.click(offset=find(pilot, "QUOTES"))
        assert screen.reading.here == here
        await pilot.click(offset=find(pilot, "Ada Example  2"))
        assert panel(window(pilot)) == folded
        assert screen.panels["facts"].has_focus


async def test_over_the_text_and_alone() -> None:
    alone = TEXT.replace("facts:\n  - Price: 5 dollars\n", "").replace(
        "It costs 5 dollars.", "Words."
    )
    async with opened(text=alone, size=(120, 40)) as (pilot, screen):
        assert screen.shown == set()  # quotes alone open no panel
        await pilot.press("i")
        assert panel(window(pilot))[0] == "QUOTES"
        await pilot.press("i")
        await pilot.resize_terminal(80, 9)
        await pilot.pause()
        await pilot.press("i", "enter", "G")
        assert screen.overlay == "facts"
        await pilot.press("g")
        assert "QUOTES" in "".join(window(pilot))  # in view with its first entry
        await pilot.press("j", "j", "enter")
        assert not screen.overlay
        assert screen.document.text[screen.reading.here :].startswith("And then more")
