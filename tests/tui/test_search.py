"""A search that goes on in slices: the same hits as one in a single go, those ahead first."""

from reader.document.find import Finder, Query, find
from reader.document.model import Document
from reader.document.outline import outline
from reader.formats import parse
from reader.formats.source import Source
from reader.tui.jumps import Place
from reader.tui.search import Search

TEXT = "\n\n".join(
    f"## Part {n}\n\n" + ("needle in part. " if n % 3 == 0 else "") + "hay and straw. " * 400
    for n in range(60)
)


def document() -> Document:
    return parse(Source("test.md", TEXT, "markdown"))


def search(text: str, offset: int = 0) -> Search:
    made = document()
    if offset:
        made.finish()
    return Search(made, Finder(made), text, Place(offset, 0, offset, 0))


def test_slices_give_what_one_go_gives() -> None:
    whole = document().finish()
    expected = find(whole, Query("needle"))
    assert len(expected) == 20
    for offset in (0, len(whole) // 2, len(whole) - 1):
        looking = search("needle", offset)
        while looking.step(0.0001):
            pass
        assert looking.hits == expected


def test_the_hits_ahead_come_first() -> None:
    looking = search("needle", len(document().finish()) // 2)
    while looking.found() is None and looking.step(0.0001):
        pass
    hit = looking.found()
    assert hit is not None
    assert hit[0] >= looking.origin.offset
    assert not looking.done


def test_a_hit_that_is_wanted_is_looked_for_longer_and_no_further() -> None:
    looking = search("needle", len(document().finish()) // 2)
    assert looking.step(0.0, longest=60.0)
    assert looking.found() == looking.hits[0]
    assert len(looking.hits) < 10


def test_neighbours_wrap() -> None:
    looking = search("needle")
    while looking.step(1):
        pass
    first, last = looking.hits[0], looking.hits[-1]
    assert looking.neighbour(last[0], 1) == (first, True)
    assert looking.neighbour(first[0], -1) == (last, True)
    assert looking.neighbour(first[0], 1) == (looking.hits[1], False)
    looking.current = looking.hits[4]
    assert looking.count == "5/20"


def test_hits_in_a_range_and_per_section() -> None:
    looking = search("needle")
    while looking.step(1):
        pass
    start, end = looking.hits[3]
    assert looking.in_range(start + 2, end - 2) == [(start, end)]
    assert looking.in_range(end, end) == []
    assert looking.in_range(start, looking.hits[4][1]) == looking.hits[3:5]
    sections = outline(looking.document).sections
    counts = [looking.between(section.start, section.end) for section in sections]
    assert counts == [1, 0, 0] * 20


def test_a_blank_query_finds_nothing() -> None:
    looking = search("  ")
    assert not looking.step(1)
    assert looking.hits == []


def test_what_is_wanted() -> None:
    looking = search("needle", len(document().finish()) - 1)
    while looking.step(1):
        pass
    assert looking.found() == looking.hits[0]  # round the end
    looking.wanted = -1
    assert looking.found() == looking.hits[-1]
    looking.wanted = 0
    assert looking.found() is None
