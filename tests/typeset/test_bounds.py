"""What hostile articles cost, counted in calls, and how they are cut."""

import sys
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.model import Block, Document, Metadata, Span
from reader.typeset.layout import Layout
from reader.typeset.line import Line
from reader.typeset.linebreak import RAGGED_HYPHEN_COST, Words, break_lines, candidates
from reader.typeset.tables import Table
from tests.typeset.helpers import Article, item


def calls(work: Callable[[], object]) -> int:
    """The number of Python and built-in functions that are called, generators resumed included."""
    count = 0

    def profile(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def every_line(document: Document, measure: int = 66) -> list[Line]:
    layout = Layout(document, measure)
    return [line for piece in range(layout.count) for line in layout.lines(piece)]


def marked(kind: str, count: int) -> Document:
    text = "ab " * count
    spans = [Span(3 * n, 3 * n + 2 * (kind != "note"), kind, "1") for n in range(count)]
    block = Block("paragraph", 0, len(text), (), tuple(spans))
    return Document(Metadata(), iter([(text, [block])])).finish()


@pytest.mark.parametrize("kind", ["note", "code", "link", "superscript"])
@pytest.mark.parametrize("count", [500, 3_000])
def test_many_spans_in_one_paragraph_are_linear(kind: str, count: int) -> None:
    every_line(marked(kind, 10))  # words are looked up once
    once, twice = (calls(lambda n=n: every_line(marked(kind, n))) for n in (count, 2 * count))
    assert twice < 2.5 * once


def test_a_note_at_the_end_of_a_window_is_painted_once() -> None:
    document = marked("note", 20_000)
    notes = [run for line in every_line(document) for run in line.runs if run.role == "note"]
    assert [run.start for run in notes] == [span.start for span in document.blocks[0].spans]


def test_many_blocks_in_one_chunk_are_linear() -> None:
    def update(count: int) -> int:
        text = "\n".join(["word"] * count)
        blocks = [Block("paragraph", 5 * n, 5 * n + 4, (item(),)) for n in range(count)]
        document = Document(Metadata(), iter([(text, blocks)])).finish()
        return calls(lambda: every_line(document))

    assert update(2_000) < 2.5 * update(1_000)


# ---------------------------------------------------------------------- tables

WORDS = "many words in a cell. " * 4_000
TABLES = {
    "wide": [["a"] * 6_000, ["b"] * 6_000],
    "wide, with one row of text": [["a"] * 3_000, *([[""] * 3_000] * 50), ["b"] * 3_000],
    "square": [["a"] * 150] * 100,
    "long": [["a", "b"], *([["x y z", "w"]] * 2_000)],
    "long cell": [["a", "b"], ["x", "y"], [WORDS, "x"], ["c", "d"]],
    "long first cell": [["a", "b", "c"], [WORDS, "x", WORDS], ["c", "d", "e"]],
    "long header": [[WORDS, "b"], ["c", WORDS], ["d", "e"]],
    "long word": [["a", "b"], ["x" * 50_000, "y"]],
    "ragged": [["a"], ["b"] * 3_000, ["c"]],
}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("measure", [24, 66])
def test_tables_are_set_in_small_pieces_without_loss(name: str, measure: int) -> None:
    document = Article().table(TABLES[name]).document()
    block, text = document.blocks[0], document.text
    layout = Layout(document, measure)
    found = []
    for piece in range(layout.count):
        lines = layout.lines(piece)
        assert 0 < len(lines) <= 3_000
        assert max(line.width for line in lines) <= measure
        found += [
            (run.start, run.end) for line in lines for run in line.runs if run.start < run.end
        ]
    parts = sorted(found)
    assert all(one[1] <= other[0] for one, other in pairwise(parts))
    shown = "".join(text[start:end] for start, end in parts)
    assert shown == "".join(text[start:end] for row in block.rows for start, end in row)
    for offset in range(0, len(text), 4_999):
        piece, number = layout.locate(offset)
        line = layout.lines(piece)[number]
        held = [run for run in line.runs if run.start <= offset < run.end]
        assert held or text[offset] in "\t\n"


@pytest.mark.parametrize("name", TABLES)
def test_the_first_screen_of_a_table_looks_at_a_bounded_part(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    cell = Table.cell

    def watched(self: Table, part: tuple[int, int], *more: object, **rest: object) -> object:
        seen.append(part[1] - part[0])
        return cell(self, part, *more, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Table, "cell", watched)
    layout = Layout(Article().table(TABLES[name]).document(), 66)
    shown, piece = 0, 0
    while shown < 40 and piece < layout.count:
        shown += len(layout.lines(piece))
        piece += 1
    assert len(seen) <= 2_000
    assert sum(seen) <= 80_000


def test_the_widths_of_a_table_are_found_once() -> None:
    rows = [["number", "text"], *([str(n), "some text"] for n in range(3_000))]
    once = calls(lambda: every_line(Article().table(rows[:1_501]).document()))
    twice = calls(lambda: every_line(Article().table(rows).document()))
    assert twice < 2.5 * once


def test_a_long_header_is_repeated_in_short() -> None:
    rows = [["name " * 100, "b"], *([["x", "y" * 60]] * 3)]
    lines = every_line(Article().table(rows).document(), 30)
    labels = [line for line in lines if line.runs and line.runs[0].role == "label"]
    assert 0 < len(labels) < 20


# ---------------------------------------------------------------------- words of many lines


@pytest.mark.parametrize("unit", ["x", "漢", "a\u00ad", "a\u00a0", "e\u0301", "漢字、かな。"])
def test_a_word_of_many_lines_is_filled_line_by_line(unit: str) -> None:
    words = Words("", RAGGED_HYPHEN_COST)
    text = unit * (12_000 // len(unit))
    places, cells = candidates(text, 66, words, 0, len(text))
    assert len(places) < cells // 50 + 3 * 66 * len(unit)
    lines = break_lines(text, 66, words)
    assert all(62 <= line[3] <= 66 for line in lines[:-2])
    assert not any(text[line[0]] in "、。" for line in lines)


def test_an_overlong_word_goes_on_the_line_of_what_comes_before_it() -> None:
    words = Words("", RAGGED_HYPHEN_COST)
    text = "2024年 " + "漢字かな" * 300
    first, second = break_lines(text, 66, words)[:2]
    assert first[3] > 60
    assert second[3] == 66


_PARTS = [
    "x" * 7,
    "漢字",
    "、",
    "-",
    "a\u00ad",
    "\u00a0",
    "👩\u200d💻",
    "🇫🇷",
    "e\u0301",
    "/",
    "\u200b",
    "❤\ufe0f",
]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(_PARTS), min_size=1, max_size=8), st.integers(8, 120), st.booleans()
)
def test_overlong_words_fit(parts: list[str], measure: int, justify: bool) -> None:
    unit = "".join(parts)
    word = unit * (600 // len(unit) + 1)
    for text in (word, f"before {word} after", f"{'before ' * 30}{word}"):
        lines = break_lines(text, measure, Words("fr", RAGGED_HYPHEN_COST), justify=justify)
        assert max(line[3] for line in lines) <= measure
        assert lines[0][0] == 0
        assert lines[-1][2] == len(text)
        assert all(one[2] == other[0] for one, other in pairwise(lines))


# ---------------------------------------------------------------------- nothing to show


def shown(article: Article, measure: int = 66) -> str:
    lines = every_line(article.document(), measure)
    return "".join(f"{line.glyphs.rstrip()}\n" for line in lines)


@pytest.mark.parametrize("kind", ["paragraph", "code", "heading", "term", "attribution"])
def test_empty_blocks_take_no_lines(kind: str) -> None:
    article = Article().add("paragraph", "a").add(kind, level=2).add("paragraph", "b")
    assert shown(article) == "a\n\nb\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["", ""], ["", ""]], ""),
        ([["", ""], ["c", "d"]], "c  d\n"),
        ([["a", "b"], ["", ""], ["c", "d"]], "a  b\n─  ─\nc  d\n"),
        ([["", ""]] * 500, ""),
    ],
)
def test_rows_without_text_take_no_lines(rows: list[list[str]], expected: str) -> None:
    assert shown(Article().table(rows)) == expected
    article = Article().add("paragraph", "x").table(rows).add("paragraph", "y")
    assert shown(article) == "x\n\n" + (f"{expected}\n" if expected else "") + "y\n"


def test_fields_without_a_name_or_a_value_take_no_lines() -> None:
    rows = [["First", ""], ["alphabet" * 2, "betaalphabet"], ["", "gamma"], ["", ""]]
    assert shown(Article().table(rows), 12) == (
        "First:\n  alphabetal\n  phabet\nbetaalphabet\n\nFirst:\ngamma\n"
    )


def test_an_empty_item_keeps_its_sign() -> None:
    article = Article().add("paragraph", "", [item()]).add("code", "", [item()])
    article.table([["", ""]], (), [item()])
    assert shown(article) == "  •\n  •\n  •\n"


def test_a_document_without_anything_but_text_has_no_byline() -> None:
    article = Article().add("title", "").add("paragraph", "a")
    assert shown(article) == "a\n"
    article.metadata.site = "Site"
    assert "Site · 1 min" in shown(article)


# ---------------------------------------------------------------------- titles and bylines


def test_a_subtitle_runs_the_full_measure_but_leaves_no_word_alone() -> None:
    article = Article().add("title", "T").add("subtitle", "aaaa bbbb cccc dddd eeee ffff gggg hhhh")
    assert "aaaa bbbb cccc dddd eeee ffff\ngggg hhhh\n" in shown(article, 34)
    assert "aaaa bbbb cccc dddd eeee\nffff gggg hhhh\n" in shown(article, 24)


def test_titles_are_balanced_but_not_narrow() -> None:
    article = Article().add("title", "aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii")
    assert shown(article, 40).startswith("aaaa bbbb cccc dddd eeee ffff\ngggg hhhh iiii\n")


@pytest.mark.parametrize("measure", range(20, 120, 3))
def test_the_byline_breaks_between_items(measure: int) -> None:
    article = Article().add("title", "T")
    article.metadata.authors = ["Ada Example", "Bob Example"]
    article.metadata.date = "18 November 2025"
    article.metadata.site = "The Journal"
    byline = shown(article, measure).splitlines()[2:]
    items = " ".join(byline).split(" · ")
    assert items[1:] == ["18 November 2025", "The Journal", "1 min"]
    if measure >= 28:
        assert byline[-1] != "1 min"
        assert all(line.endswith(" ·") for line in byline[:-1])
