"""The shelf's groups, order, filter and columns, without a screen."""

import random
from collections.abc import Sequence

import pytest

from reader.library.entry import Entry
from reader.paint import DARK
from reader.tui.columns import row_pieces
from reader.tui.ink import Ink
from reader.tui.listing import OWN, PROGRAM, RECENT, SORTS, UNREAD, Listing
from reader.tui.widgets.shelf import WIDEST, sides
from reader.typeset.cells import cell_width

INK = Ink(DARK, "true")


def entry(name: str, origin: str = "own", **values: object) -> Entry:
    made = Entry(f"/x/{name}.md", origin)
    for key, value in values.items():
        setattr(made, key, value)
    return made


def listing(
    own: Sequence[Entry] = (), lately: Sequence[Entry] = (), program: Sequence[Entry] = ()
) -> Listing:
    made = Listing(program)
    made.own, made.lately = list(own), list(lately)
    made.arrange()
    return made


def shown(made: Listing) -> list[str]:
    """The rows: names of articles, headings, `-` for a blank row."""
    rows = made.rows()
    return [row.lead + row.entry.name if row.entry else row.text or "-" for row in rows]


GUIDE, NEWS = entry("guide", "program"), entry("news", "program")


def test_for_somebody_new_the_guide_is_first() -> None:
    made = listing([entry("b"), entry("a")], [], [GUIDE, NEWS])
    assert shown(made) == [PROGRAM, "guide", "news", "-", OWN, "a", "b"]


def test_groups_have_no_article_twice() -> None:
    a, b, c = entry("a", progress=40), entry("b", progress=100), entry("c")
    pipe = entry("p", "pipe", progress=3)
    made = listing([c, b, a], [a, pipe, b, GUIDE], [GUIDE, NEWS])
    expected = ["Continue: a", "-", RECENT, "p", "b", "guide", "-", OWN, "c", "-", PROGRAM, "news"]
    assert shown(made) == expected
    made.lately = [b, a]  # what was read to its end is not there to go on with
    assert shown(made)[:3] == [RECENT, "b", "a"]
    made.lately = [GUIDE, NEWS]
    assert PROGRAM not in shown(made)


def test_the_guide_among_ones_own_is_listed_once() -> None:
    assert shown(listing([GUIDE], [], [GUIDE])) == [OWN, "guide"]


def test_notes_say_what_is_missing() -> None:
    made = listing(program=[GUIDE])
    made.note = "none yet"
    assert shown(made)[-2:] == [OWN, "none yet"]
    made.filter("guide")
    assert OWN not in shown(made)
    made = listing([entry("a")])
    made.note, made.remark = "none yet", "2 files could not be read"
    assert shown(made) == [OWN, "a", "2 files could not be read"]
    made.remark, made.unread = "", ["x.md: the file is empty"]
    assert shown(made) == [OWN, "a", "-", UNREAD, "x.md: the file is empty"]
    made.unread *= 200
    assert shown(made)[-2:] == ["x.md: the file is empty", "and 100 more"]
    made.filter("nothing")
    assert shown(made) == ["no article has all of these words"]
    assert shown(Listing([])) == []


def test_orders() -> None:
    a = entry("1", title="«Été»", date="2024-05-01", words=300, read_at=5)
    b = entry("2", title="Zebra", date="May 2025", words=0, read_at=9)
    c = entry("3", title="apple", date="2024-05", words=100)
    d = entry("4", title="Fig", date="", words=200)
    orders = {"title": "3142", "read": "2134", "date": "2314", "length": "3412"}
    assert orders.keys() == SORTS.keys()
    for sort, order in orders.items():
        made = listing([a, b, c, d])
        made.sort = sort
        made.arrange()
        assert "".join(shown(made)[1:]) == order, sort
        assert made.rows()[0].aside == f"4 · {SORTS[sort]}"


def test_the_filter_wants_all_words_somewhere() -> None:
    a = entry("essay", title="L’été à Paris", authors=("Émile Zola",), tags=("Littérature",))
    b = entry("straße", title="A walk")
    made = listing([a, b], [], [GUIDE])
    for text, names in (
        ("ete", ["essay"]),
        ("PARIS zola", ["essay"]),
        ("litter essay.md", ["essay"]),
        ("l'ete", ["essay"]),
        ("strasse", ["straße"]),
        ("zola walk", []),
        ("  ", ["essay", "straße", "guide"]),
        ("guide", ["guide"]),
    ):
        made.filter(text)
        found = [row.entry.name for row in made.rows() if row.entry]
        assert sorted(found) == sorted(names), text
        assert made.found == len(names)


def test_what_was_found_out_is_filtered_by() -> None:
    a = entry("a")
    made = listing([a])
    made.filter("zebra")
    assert not [row for row in made.rows() if row.entry]
    head = entry("a", title="The zebra")
    a.take(head)
    assert shown(made) == [OWN, "a"]


def plain(made: Entry, width: int, **options: object) -> str:
    return "".join(text for text, _ in row_pieces(made, width, INK, **options))  # type: ignore[arg-type]


def test_columns_by_width() -> None:
    made = entry("a", title="A title", authors=("Ada",), date="2025-03-01T10:00", words=2300)
    made.progress = 38
    for window, there in ((120, 5), (100, 5), (80, 4), (60, 3), (40, 1)):
        width = sides(window)[1]
        row = plain(made, width)
        assert len(row) == width
        columns = ("A title", "10 min", "38 %", "2025-03-01 ", "Ada")
        assert [word for word in columns if word in row] == list(columns[:there])
    made.progress = 100
    assert plain(made, 60).endswith("    ✓")
    made.words, made.date, made.progress = 0, "yesterday", -1
    assert plain(made, 76).split() == ["A", "title"]
    made.words = 10**9
    assert "72463 h" in plain(made, 76)


def test_the_lead_gives_way_when_it_is_narrow() -> None:
    made = entry("a", title="A title")
    assert plain(made, 40, lead="Continue: ").startswith("Continue: A title ")
    assert plain(made, 12, lead="Continue: ").startswith("A title")


TITLES = ["", "x" * 900, "漢字 " * 90, "e\u0301" * 300, "👩‍👩‍👧 family " * 30, "[/] [b]bold"]


@pytest.mark.parametrize("words", [(), ("a", "[/]"), ("字",)])
def test_no_row_is_wider_than_its_width(words: tuple[str, ...]) -> None:
    rng = random.Random(7)
    for window in range(1, 201):
        side, width = sides(window)
        assert side + width <= window
        assert width <= WIDEST
        made = entry("a", title=rng.choice(TITLES), authors=(rng.choice(TITLES),))
        made.date = rng.choice(["2025-03-01", "漢" * 99, "1"])
        made.words, made.progress = rng.choice([0, 5, 10**12]), rng.choice([-1, 0, 99, 100])
        row = plain(made, width, words=words, lead=rng.choice(["", "Continue: "]))
        assert cell_width(row) == width


def test_hits_are_lit_in_title_and_author() -> None:
    made = entry("a", title="L’été, l’été", authors=("Étienne",))
    hit = INK.style("hit").bg, INK.style("hit").fg
    pieces = row_pieces(made, 110, INK, ("ete", "etie"))
    lit = [text for text, style in pieces if (style.bg, style.fg) == hit and style.reverse]
    assert lit == ["été", "été", "Étie"]
    assert "".join(text for text, _ in pieces) == plain(made, 110)
