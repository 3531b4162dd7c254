import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.anchor import CONTEXT, Anchor, describe, resolve
from tests.document.making import document

TEXT = "Nvidia investit. Microsoft investit aussi, dit « Le Monde ». Anthropic investit enfin."


def resolved(anchor: Anchor, *paragraphs: str) -> "str | None":
    doc = document(*paragraphs)
    place = resolve(doc, anchor)
    return None if place is None else doc.text[max(place[0] - 10, 0) : place[1]]


def anchor_on(word: str, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(word, start + 1)
    return describe(document(TEXT), start, start + len(word))


def test_describe() -> None:
    anchor = anchor_on("Microsoft")
    assert (anchor.exact, anchor.start, anchor.end) == ("Microsoft", 17, 26)
    assert anchor.prefix == "Nvidia investit. "
    assert anchor.suffix == TEXT[26 : 26 + CONTEXT]


@settings(max_examples=100, deadline=None)
@given(st.text("ab \n", min_size=1, max_size=30), st.data())
def test_an_unchanged_text_gives_the_same_place(text: str, data: st.DataObject) -> None:
    doc = document(text * 20)
    start = data.draw(st.integers(0, len(doc)))
    end = data.draw(st.integers(start, min(len(doc), start + 50)))
    assert resolve(doc, describe(doc, start, end)) == (start, end)


@pytest.mark.parametrize("nth", [0, 1, 2])
@pytest.mark.parametrize("moved", [(), ("Un chapeau.",), ("x" * 500,), (TEXT[:16], "y")])
def test_the_right_one_of_several_after_an_insertion(nth: int, moved: tuple[str, ...]) -> None:
    anchor = anchor_on("investit", nth)
    before = TEXT[max(anchor.start - 10, 0) : anchor.end]
    got = resolved(anchor, *moved, TEXT)
    assert got is not None
    assert got.endswith(before.lstrip())


def test_context_outweighs_the_old_place() -> None:
    anchor = anchor_on("investit", 1)
    edited = "Hier, " + TEXT.replace("aussi", "pareillement").replace("Nvidia", "Microsof")
    assert resolved(anchor, edited) == "Microsoft investit"


@pytest.mark.parametrize(("prefix", "suffix"), [("two ", "xxxx"), ("xxxx ", " second")])
def test_either_side_of_the_context_counts(prefix: str, suffix: str) -> None:
    doc = document("a one mot first", "a two mot second", "a six mot third")
    assert resolve(doc, Anchor("mot", prefix, suffix, 0, 3)) == (22, 25)


def test_the_nearest_of_equals() -> None:
    doc = document("mot", "mot", "mot")
    anchor = Anchor("mot", "gone ", " gone", 5, 8)
    assert resolve(doc, anchor) == (4, 7)
    anchor = Anchor("mot", "gone ", " gone", 90, 93)
    assert resolve(doc, anchor) == (8, 11)


def test_changed_spaces_quotes_and_accents() -> None:
    anchor = anchor_on("dit « Le Monde »")
    edited = TEXT.replace("« ", "“").replace(" »", "”").replace("dit", "DIT\u00a0")
    doc = document(edited)
    place = resolve(doc, anchor)
    assert place is not None
    assert doc.text[slice(*place)] == "DIT\u00a0 “Le Monde”"


def test_across_blocks_that_were_joined() -> None:
    doc = document("one two", "three four")
    anchor = describe(doc, 4, 13)
    assert anchor.exact == "two\nthree"
    edited = document("one two three four")
    assert resolve(edited, anchor) == (4, 13)


def test_gone_is_none() -> None:
    assert resolved(anchor_on("Anthropic"), "Rien de tel.") is None
    assert resolved(Anchor("", "", "", 0, 0), "x") is None
    assert resolved(Anchor(" ", "a", "b", 0, 1), "ab") is None
    assert resolved(anchor_on("Anthropic")) is None


def test_a_point_is_found_by_its_context() -> None:
    doc = document("head", TEXT)
    anchor = describe(document(TEXT), 17, 17)
    assert resolve(doc, anchor) == (22, 22)


def test_long_and_repetitive_texts_take_linear_time() -> None:
    doc = document("a" * 300_000 + "b")
    anchor = Anchor("a" * 100_000 + "c", "a" * CONTEXT, "a" * CONTEXT, 5, 100_006)
    begin = time.process_time()
    assert resolve(doc, anchor) is None
    assert resolve(doc, Anchor("a" * 100_000, "x", "y", 0, 100_000)) is not None
    anchor = describe(doc, 1000, 200_000)
    assert resolve(document("x", doc.text), anchor) is not None
    assert time.process_time() - begin < 2
