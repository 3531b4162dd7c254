"""What hangs in the margin is selected, clicked and painted over like any other text."""

from reader.paint import DARK, Style, paint
from reader.tui.ink import Ink, lay_over
from reader.tui.links import link_at, spots
from reader.tui.rows import margin
from reader.tui.selection import place_at
from reader.typeset.cells import cell_width
from reader.typeset.layout import Layout
from reader.typeset.line import UNICODE
from tests.typeset.helpers import Article

INK = Ink(DARK, "true")


def test_a_mark_is_selected() -> None:
    document = Article().add("paragraph", "« Some words.").document()
    line = Layout(document, 40, hang=2).lines(0)[0]
    assert [place_at(line, column) for column in (-3, -2, -1, 0)] == [
        (0, 0),
        (0, 1),
        (1, 2),
        (2, 3),
    ]


def test_a_link_that_begins_with_a_mark_is_found_and_marked() -> None:
    article = Article().add("paragraph", "“Some” words.", spans=[(0, 6, "link", "https://a.b")])
    document = article.document()
    lines = Layout(document, 40, hang=2).lines(0)
    places = spots(document, lines, UNICODE)
    assert [(spot.column, spot.glyphs) for spot in places] == [(-1, "“"), (0, "Some”")]
    for column, found in ((-2, False), (-1, True), (4, True), (5, False)):
        assert (link_at(document, lines, places, 0, column) is not None) == found
    pieces = paint(lines[0], document, DARK)
    first = places[0]
    over = lay_over(pieces, first.column + lines[0].hang, first.glyphs, Style(bold=True))
    assert "".join(text for text, _ in over) == "“Some” words."
    assert over[0] == ("“", Style(bold=True))


def test_the_margin_is_narrower_by_what_hangs_in_it() -> None:
    for hang in range(3):
        for role in ("", "margin"):
            row = "".join(text for text, _ in margin(7, INK, role, hang))
            assert cell_width(row) == 7 - hang
            assert ("▸" in row) == bool(role)
    assert "".join(text for text, _ in margin(7, INK, "margin")) == "     ▸ "
    assert "".join(text for text, _ in margin(7, INK, "margin", 1)) == "     ▸"
    assert "".join(text for text, _ in margin(7, INK, "margin", 2)) == "    ▸"
    assert "".join(text for text, _ in margin(1, INK, "margin")) == "▸"
