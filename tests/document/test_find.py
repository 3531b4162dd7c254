from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document import find as find_module
from reader.document.characters import Folded, clean
from reader.document.find import BATCH, Finder, Query, find
from tests.document.making import block, document, growing, heading


def found(text: str, query: str) -> list[str]:
    doc = document(text)
    return [doc.text[a:b] for a, b in find(doc, Query(query))]


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Un été à Noël", "ete", ["été"]),
        ("Un été, un ete", "été", ["été", "ete"]),
        ("l’annonce l'annonce", "l'annonce", ["l’annonce", "l'annonce"]),
        ("dit « nous » et", '"nous"', ["« nous »"]),
        ("dit « nous » et", "« nous »", ["« nous »"]),
        ("dit « nous » et", "nous", ["nous"]),
        ("30\u00a0milliards", "30 milliards", ["30\u00a0milliards"]),
        ("un  \n  mot", "un mot", ["un  \n  mot"]),
        ("co\u00adopé\u00adration", "coopération", ["co\u00adopé\u00adration"]),
        ("un œuf", "oeuf", ["œuf"]),
        ("un œuf", "o", ["œ"]),
        ("aﬀre", "f", ["ﬀ"]),
        ("20–25", "20-25", ["20–25"]),
        ("fin… suite", "fin...", ["fin…"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("abc", "", []),
        ("abc def", "  \n", []),
        ("abc", "\u00ad", []),
        ("abc", "abcd", []),
    ],
)
def test_found(text: str, query: str, hits: list[str]) -> None:
    assert found(text, query) == hits


def test_smart_case() -> None:
    text = "Apple apple APPLE École ecole"
    assert found(text, "apple") == ["Apple", "apple", "APPLE"]
    assert found(text, "Apple") == ["Apple"]
    assert found(text, "Ecole") == ["École"]
    assert found(text, "ecole") == ["École", "ecole"]
    assert Query("aBc").case
    assert Query("ǅ").case
    assert not Query("abc").case


def test_a_query_is_cleaned() -> None:
    assert Query("a\0b").folded == "a␀b"
    assert not Query(" ")
    assert Query(" a")


def test_nothing_matches_across_blocks() -> None:
    doc = document("one", "two", "", "one two", "« ", "x")
    assert find(doc, Query("one two")) == [(9, 16)]
    assert find(doc, Query("e t")) == [(11, 14)]
    assert [doc.text[a:b] for a, b in find(doc, Query('"'))] == ["« "]


def test_all_kinds_of_blocks_are_searched() -> None:
    kinds = ("title", "subtitle", "heading", "code", "table", "image", "term", "attribution")
    doc = document(*(block(kind, f"{kind} word") for kind in kinds))
    assert len(find(doc, Query("word"))) == len(kinds)


def test_range_of_blocks() -> None:
    doc = document(*["a b a"] * 5)
    everywhere = find(doc, Query("a"))
    assert find(doc, Query("a"), 1, 2) == everywhere[2:6]
    assert find(doc, Query("a"), 3) == everywhere[6:]
    assert find(doc, Query("a"), 9) == []
    assert find(doc, Query("a"), 0, 0) == []
    assert find(document(), Query("a")) == []


def test_batches_are_in_order_and_complete() -> None:
    paragraph = "mot " * 5000 + "œuvre"
    doc = document(*[paragraph] * 20)
    batches = list(Finder(doc).find_iter(Query("oeuvre")))
    assert len(batches) > 3
    assert [hit for batch in batches for hit in batch] == find(doc, Query("oeuvre"))
    assert all(len(batch) <= BATCH // len(paragraph) + 1 for batch in batches)
    assert [doc.text[a:b] for batch in batches for a, b in batch] == ["œuvre"] * 20


def test_a_block_may_be_longer_than_a_batch() -> None:
    doc = document("a" * (BATCH * 2), "b", "a")
    assert find(doc, Query("b")) == [(BATCH * 2 + 1, BATCH * 2 + 2)]


def test_finder_follows_a_document_that_grows() -> None:
    doc = growing(*(["éclair " * 3000, heading("Éclair")] for _ in range(12)))
    finder = Finder(doc)
    counts = [len(finder.find(Query("eclair")))]
    while doc.grow():
        counts.append(len(finder.find(Query("eclair"))))
        assert finder.find(Query("Eclair")) == find(doc, Query("Eclair"))
    assert counts == [3001 * n for n in range(1, 13)]
    assert finder.find(Query("eclair")) == find(doc, Query("eclair"))


def test_folded_batches_are_kept_for_one_case(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[bool] = []

    def counting(text: str, case: bool = False) -> object:
        calls.append(case)
        return original(text, case)

    original = find_module.fold
    doc = document(*["Mot " * 10000] * 4)
    first, second, third = Query("mot"), Query("mo"), Query("Mot")
    monkeypatch.setattr(find_module, "fold", counting)
    finder = Finder(doc)
    assert len(finder.find(first)) == 40000
    batches = len(calls)
    assert len(finder.find(second)) == 40000
    assert len(calls) == batches  # the same text, whatever is asked
    assert len(finder.find(third)) == 40000
    assert calls[batches:] == [True] * batches  # the other case
    assert len(finder.find(first)) == 40000
    assert len(calls) == 3 * batches


def test_full_batches_are_kept_while_a_document_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[int] = []

    def counting(text: str, case: bool = False) -> object:
        folded.append(len(text))
        return original(text, case)

    original = find_module.fold
    query = Query("mot")
    doc = growing(["mot " * 10000] * 4, ["mot"])
    monkeypatch.setattr(find_module, "fold", counting)
    finder = Finder(doc)
    assert len(finder.find(query)) == 40000
    assert doc.grow()
    folded.clear()
    assert len(finder.find(query)) == 40001
    assert folded == [3]


def test_a_search_does_not_wait_for_the_end() -> None:
    doc = growing(["first hit"], ["second hit"])
    batches = Finder(doc).find_iter(Query("hit"))
    assert next(batches) == [(6, 9)]
    assert doc.grow()
    assert next(batches) == [(17, 20)]
    assert next(batches, None) is None


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.text(st.sampled_from("abcéœﬁ’« »-\u00ad\n\u00a0ABČ\u0323"), max_size=30).map(clean),
        min_size=1,
        max_size=6,
    ),
    st.data(),
)
def test_every_word_is_found_in_its_place(texts: list[str], data: st.DataObject) -> None:
    doc = document(*texts)
    letters = [i for i, c in enumerate(doc.text) if c.isalpha()]
    if not letters:
        return
    start = end = data.draw(st.sampled_from(letters))
    while end < len(doc.text) and doc.text[end].isalpha():
        end += 1
    hits = find(doc, Query(doc.text[start:end]))
    # Another hit may lie over the beginning of this one, as in `aaa` for `aa`.
    assert any(a < end and start < b for a, b in hits)
    assert hits == sorted(hits)
    assert all(b <= c for (_, b), (c, _) in pairwise(hits))
    for a, b in hits:
        held = doc.blocks[doc.block_at(a)]
        assert held.start <= a < b <= held.end


AROUND = st.text(st.sampled_from("abcéœﬁ’« »-…\n\u00a0AB\u200b"), max_size=20)


@settings(max_examples=200, deadline=None)
@given(AROUND, st.text(st.sampled_from("xyÿŷﬆﬃ"), min_size=1, max_size=8), AROUND)
def test_exactly_the_word_is_covered(before: str, word: str, after: str) -> None:
    before, word = before + " ", clean("z" + word)
    doc = document("other", before + word + " " + after)
    start = 6 + len(before)
    assert find(doc, Query(word)) == [(start, start + len(word))]


def test_what_is_typed_on_is_looked_for_where_its_beginning_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str] = []
    look = Folded.find

    def count(folded: Folded, wanted: str) -> Iterator[tuple[int, int]]:
        looked.append(wanted)
        return look(folded, wanted)

    filler = "nothing here " * (BATCH // 13)
    doc = document(*[text for n in range(6) for text in (filler, f"the w{n % 2} or wo{n}")])
    finder = Finder(doc)
    monkeypatch.setattr(Folded, "find", count)
    for query in ("w", "wo", "wo4", "wo4x", "wo", "w1", "W1", "w1"):
        expected = find(doc, Query(query))
        looked.clear()
        assert finder.find(Query(query)) == expected
        if query == "wo4x":
            assert len(looked) <= 2
        if query in ("w", "w1"):
            assert len(looked) >= 6


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("aàb", max_size=6), min_size=1, max_size=8), st.data())
def test_a_finder_finds_the_same_whatever_was_looked_for_before(
    texts: list[str], data: st.DataObject
) -> None:
    doc = document(*texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find_module, "BATCH", 4)
        finder = Finder(doc)
        going = []
        for _ in range(data.draw(st.integers(1, 6))):
            query = Query(data.draw(st.text("aàbB", min_size=1, max_size=3)))
            search = finder.find_iter(query)
            next(search, None)
            going.append(search)  # goes on between the others
            assert finder.find(query) == find(doc, query)
            for other in going[: data.draw(st.integers(0, len(going)))]:
                next(other, None)
