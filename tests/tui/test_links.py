"""Links near the window: where they stand, what follows, letters, what is shown of an address."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.model import Document
from reader.formats import parse
from reader.formats.source import Source
from reader.tui.links import (
    HOME_ROW,
    Hyperlink,
    Spot,
    _touching,
    address_parts,
    after,
    before,
    block_links,
    copied_address,
    fit_address,
    hint_letters,
    in_view,
    link_at,
    neighbour,
    note_range,
    place_hints,
    spots,
)
from reader.typeset.cells import cell_width
from reader.typeset.layout import Layout
from reader.typeset.line import ASCII, UNICODE, Line, Signs

TEXT = """# Head

A link [one *two* three](https://example.org/a) and notes[^a][^b][^a], `x`[^a]. [](http://empty.org)
[bad](javascript:alert(1)) www.foo.org [nested https://x.org](other.md)

| a[^a] | b |
|---|---|
| [q](w.md) | [日本](e.md)[^b] |

No link here.

[^a]: Note *a* with [l](#head).
[^b]: Note b.

    Second part[^a].
"""


def document(text: str = TEXT) -> Document:
    return parse(Source("t.md", text, "markdown")).finish()


def lines_of(made: Document, measure: int = 66, signs: Signs = UNICODE) -> list[Line]:
    layout = Layout(made, measure, signs=signs)
    return [line for piece in range(layout.count) for line in layout.lines(piece)]


def no_more() -> bool:
    return False


def names(made: Document, links: list[Hyperlink]) -> list[str]:
    return [link.href if link.is_note else made.text[link.start : link.end] for link in links]


ORDER = ["one two three", "1", "2", "1", "1", "www.foo.org", "nested https://x.org"]
ORDER += ["1", "q", "日本", "2", "l", "1"]


def test_all_links_and_marks_in_the_order_of_the_text() -> None:
    made = document()
    links = list(after(made, 0, no_more))
    assert names(made, links) == ORDER
    assert list(before(made, len(made) + 1)) == links[::-1]
    assert len(set(links)) == len(links)  # marks of one note at one place are told apart


def test_neighbours_walk_them_all_both_ways() -> None:
    made = document()
    links = list(after(made, 0, no_more))
    for one, other in pairwise(links):
        assert neighbour(made, one, 1, no_more) == other
        assert neighbour(made, other, -1, no_more) == one
    assert neighbour(made, links[-1], 1, no_more) is None
    assert neighbour(made, links[0], -1, no_more) is None


def test_what_is_not_parsed_yet_is_looked_for() -> None:
    text = "Words.\n\n" * 40_000 + "[far](x.md)\n"
    made = parse(Source("t.md", text, "markdown"))
    assert not made.complete
    assert [link.href for link in after(made, 0, made.grow)] == ["x.md"]


def test_nothing_in_an_empty_document() -> None:
    made = Document(document().metadata, iter(()))
    assert list(after(made, 0, made.grow)) == list(before(made, 0)) == []
    assert spots(made, [], UNICODE) == []


@pytest.mark.parametrize("measure", [12, 24, 40, 66])
@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_spots_are_the_cells_of_the_links(measure: int, signs: Signs) -> None:
    made = document()
    lines = lines_of(made, measure, signs)
    places = spots(made, lines, signs)
    assert in_view(places) == sorted(in_view(places), key=lambda link: places_row(places, link))
    assert set(in_view(places)) == set(after(made, 0, no_more))
    for spot in places:
        glyphs = lines[spot.row].glyphs
        width = cell_width(spot.glyphs)
        at = next(i for i in range(len(glyphs) + 1) if cell_width(glyphs[:i]) == spot.column)
        assert glyphs[at:].startswith(spot.glyphs)
        for column in range(spot.column, spot.column + width):
            assert link_at(made, lines, places, spot.row, column) == spot.link


def places_row(places: list[Spot], link: Hyperlink) -> tuple[int, int]:
    return next((spot.row, spot.column) for spot in places if spot.link == link)


def test_cells_beside_links_are_none_but_next_to_the_mark_of_a_note() -> None:
    made = document()
    lines = lines_of(made)
    places = spots(made, lines, UNICODE)
    covered = {
        (spot.row, spot.column + cell): spot.link
        for spot in places
        for cell in range(cell_width(spot.glyphs))
    }
    beside = {
        (spot.row, column): spot.link
        for spot in places
        if spot.link.is_note
        for column in (spot.column - 1, spot.column + cell_width(spot.glyphs))
    }
    assert beside.keys() - covered.keys()
    for row, line in enumerate(lines):
        for column in range(-2, line.width + 5):
            found = link_at(made, lines, places, row, column)
            assert found == (beside | covered).get((row, column))
    assert link_at(made, lines, places, -1, 0) is None
    assert link_at(made, lines, places, len(lines), 0) is None


def test_a_footnotes_own_number_is_no_mark() -> None:
    made = document("Word[^1].\n\n[^1]: [^1] itself\n")
    lines = lines_of(made)
    places = spots(made, lines, UNICODE)
    assert len(places) == 2
    own = lines[-1].runs[0]
    assert own.role == "note"
    assert link_at(made, lines, places, len(lines) - 1, own.column) is None
    assert places[1].column > own.column


def test_a_link_of_several_spaces_set_wide() -> None:
    made = document("[one](a.md) " + "[some words](b.md) " * 20)
    layout = Layout(made, 40, justify=True)
    lines = list(layout.lines(0))
    places = spots(made, lines, UNICODE)
    assert len(in_view(places)) == 21
    for spot in places:
        assert link_at(made, lines, places, spot.row, spot.column) == spot.link


def test_note_ranges() -> None:
    made = document()
    first, second = note_range(made, "1"), note_range(made, "2")
    assert first and made.text[slice(*first)] == "Note a with l."
    assert second and made.text[slice(*second)] == "Note b.\nSecond part."
    assert note_range(made, "3") is None


@pytest.mark.parametrize(
    ("href", "number"), [("#fn1", "1"), ("#fn:2", "2"), ("#user-content-fn-3", "3"), ("#fnord", "")]
)
def test_what_renderers_call_a_footnote(href: str, number: str) -> None:
    assert Hyperlink(0, 3, href).note == number


# ------------------------------------------------------------------ letters


def test_letters_are_of_the_home_row_and_none_begins_another() -> None:
    assert hint_letters(0) == []
    assert hint_letters(3) == ["a", "s", "d"]
    for count in range(100):
        hints = hint_letters(count)
        assert len(hints) == min(count, 81) == len(set(hints))
        assert set("".join(hints)) <= set(HOME_ROW)
        assert len({len(letters) for letters in hints}) <= 1


@settings(max_examples=200)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 38)), unique=True, max_size=60),
    st.integers(40, 60),
)
def test_letters_never_overlap(cells: list[tuple[int, int]], width: int) -> None:
    places = [
        Spot(Hyperlink(i, i + 1, "x"), row, column, "x") for i, (row, column) in enumerate(cells)
    ]
    links = [spot.link for spot in places]
    hints = list(zip(hint_letters(len(links)), links, strict=False))
    for row, placed in place_hints(places, hints, width).items():
        assert [row for row, _ in cells].count(row) == len(placed)
        if sum(len(letters) for _, letters in placed) > width:
            continue
        reach = 0
        for column, letters in placed:
            assert column >= reach
            reach = column + len(letters)
        assert reach <= width


# ------------------------------------------------------------------ addresses


@pytest.mark.parametrize(
    ("href", "host", "rest"),
    [
        ("https://example.org", "example.org", ""),
        ("https://example.org/", "example.org", ""),
        ("https://Example.org:8080/a?b#c", "example.org:8080", "/a?b#c"),
        ("https://example.org?x=/y", "example.org", "?x=/y"),
        ("https://bank.com@evil.org/login", "evil.org", "/login"),
        ("https://user:pass@evil.org", "evil.org", ""),
        ("https://раypal.com/x", "xn--ypal-43d9g.com", "/x"),
        ("http://-flag.org/x", "-flag.org", "/x"),
        ("mailto:ada@example.org?subject=hi&bcc=eve@x.org", "ada@example.org", ""),
        ("other.md#part", "", "other.md#part"),
    ],
)
def test_the_real_host_and_the_rest(href: str, host: str, rest: str) -> None:
    assert address_parts(href) == (host, rest)


def test_of_a_mail_link_the_address_is_copied() -> None:
    assert copied_address("mailto:ada@example.org?bcc=eve@x.org") == "ada@example.org"
    assert copied_address("https://x.org/?a=b") == "https://x.org/?a=b"


@pytest.mark.parametrize("width", range(60))
def test_the_path_gives_way_and_of_the_host_the_end_stays(width: int) -> None:
    href = "https://www.mybank.com.login.evil.org/a/long/path/to/somewhere"
    host, rest = fit_address(href, width, "…")
    assert cell_width(host + rest) <= width
    if width >= 29:
        assert host == "www.mybank.com.login.evil.org"
    elif width >= 10:
        assert host.startswith("…")
        assert host.endswith("evil.org")


def test_a_very_long_paragraph_is_looked_at_where_it_is_in_view() -> None:
    made = document("# One\n\n" + "word [a](b.md) x[^1] " * 4000 + "\n\n[^1]: n\n")
    layout = Layout(made, 66)
    lines = layout.lines(layout.count // 2)[:40]
    whole = block_links(made.blocks[lines[0].block])
    places = spots(made, lines, UNICODE)
    links = [link for link in whole if lines[0].start <= link.start < lines[-1].end]
    assert in_view(places) == links
    counted: list[int] = []

    class Counting(tuple[Hyperlink, ...]):
        def __getitem__(self, index: Any) -> Any:
            counted.append(1)
            return super().__getitem__(index)

    run = lines[3].runs[0]
    assert list(_touching(Counting(whole), run.start, run.end)) == [
        link for link in whole if not link.is_note and run.start <= link.start < run.end
    ]
    assert len(counted) < 100
