import pytest

from reader.document.model import Block, Container, Document, Metadata
from reader.typeset.layout import Layout, offset_of
from reader.typeset.line import ASCII, PLAIN, UNICODE, Line
from tests.typeset.helpers import Article, column_of, item, quote, rendered

SENTENCE = "The quick brown fox jumps over the lazy dog, and then it has a rest. "


def lines_of(article: Article, measure: int = 66, **more: object) -> list[Line]:
    layout = Layout(article.document(), measure, **more)  # type: ignore[arg-type]
    return [line for piece in range(layout.count) for line in layout.lines(piece)]


def page(article: Article, measure: int = 66, **more: object) -> str:
    return rendered(lines_of(article, measure, **more))


# ---------------------------------------------------------------------- blank lines


@pytest.mark.parametrize(
    ("first", "second", "blank"),
    [
        (("paragraph", 0), ("paragraph", 0), 1),
        (("paragraph", 0), ("heading", 1), 2),
        (("paragraph", 0), ("heading", 2), 2),
        (("paragraph", 0), ("heading", 3), 1),
        (("heading", 1), ("heading", 2), 1),
        (("heading", 2), ("paragraph", 0), 1),
        (("code", 0), ("paragraph", 0), 1),
        (("title", 0), ("subtitle", 0), 0),
    ],
)
def test_blank_lines(first: tuple[str, int], second: tuple[str, int], blank: int) -> None:
    article = Article().add(first[0], "One", level=first[1]).add(second[0], "Two", level=second[1])
    shown = page(article).splitlines()
    above = next(n for n, line in enumerate(shown) if line.endswith("One"))
    below = next(n for n, line in enumerate(shown) if line.endswith("Two"))
    assert below - above - 1 == blank


def test_byline_and_the_space_after_it() -> None:
    article = Article().add("title", "A title").add("heading", "A heading", level=1)
    article.metadata.authors = ["A", "B"]
    article.metadata.site = "Site"
    assert page(article) == "A title\n\nA, B · Site · 1 min\n\n\n█ A heading\n"


def test_tight_and_loose_lists() -> None:
    tight = Article().add("paragraph", "a", [item()]).add("paragraph", "b", [item()])
    assert page(tight) == "  • a\n  • b\n"
    loose = Article()
    for text in "ab":
        loose.add("paragraph", text, [item(tight=False)])
    assert page(loose) == "  • a\n\n  • b\n"


def test_lists_beside_each_other_stay_apart() -> None:
    article = Article().add("paragraph", "a", [item(list_id=1)])
    article.add("paragraph", "b", [item(1, list_id=2)])
    assert page(article) == "  • a\n\n  1. b\n"


def test_two_signs_on_one_line() -> None:
    article = Article().add("paragraph", "a", [item(1), item()])
    assert page(article) == "  1.   • a\n"


def test_numbers_are_aligned_to_their_points() -> None:
    article = Article()
    for number in (9, 10, 100):
        article.add("paragraph", "a", [item(number)])
    assert page(article) == "  9. a\n 10. a\n100. a\n"


def test_adjacent_quotes_are_parted_and_blocks_of_one_are_not() -> None:
    one, two = quote(), quote()
    article = Article().add("paragraph", "a", [one]).add("paragraph", "b", [one])
    article.add("paragraph", "c", [two])
    assert page(article) == "┃ a\n┃\n┃ b\n\n┃ c\n"


def test_indents_shrink_when_room_is_short() -> None:
    article = Article()
    article.add("paragraph", "ab cd ef gh", [quote(), item(), quote(), item(12), item()])
    assert page(article, 24) == "┃ • ┃ 12. ◦ ab cd ef gh\n"
    assert page(article, 12) == "┃ 12. ◦ ab\n┃       cd\n┃       ef\n┃       gh\n"
    assert page(article, 8) == "◦ ab cd\n  ef gh\n"
    assert page(Article().add("paragraph", "ab cd ef", [item()]), 8) == "• ab cd\n  ef\n"


# ---------------------------------------------------------------------- kinds of blocks


def test_signs_of_headings() -> None:
    article = Article()
    for level in range(1, 7):
        article.add("heading", "x", level=level)
    shown = [line for line in page(article, signs=PLAIN).splitlines() if line]
    assert shown == ["# x", "## x", "### x", "#### x", "##### x", "###### x"]


def test_notes_are_painted_in_the_text_and_before_their_own() -> None:
    article = Article().add("paragraph", "Word, more", spans=[(4, 4, "note", "12")])
    article.add("paragraph", "The note.", [Container("footnote", 1, 12)])
    assert page(article) == "Word¹², more\n\n ¹² The note.\n"
    assert page(article, signs=ASCII) == "Word[12], more\n\n[12] The note.\n"


@pytest.mark.parametrize("measure", range(8, 30))
def test_a_note_is_never_parted_from_its_word(measure: int) -> None:
    text = "aaaa bbbb cccc dddd eeee"
    places = [n for n in range(1, len(text)) if text[n] == " "] + [len(text)]
    article = Article().add("paragraph", text, spans=[(n, n, "note", "1") for n in places])
    for line in page(article, measure).splitlines():
        assert all(len(word) == 5 and word.endswith("¹") for word in line.split())


def test_code_keeps_its_blank_lines_and_wraps() -> None:
    article = Article().add("code", "a\n\n\tb\n" + "x" * 20)
    assert page(article, 16) == "  a\n\n      b\n  xxxxxxxxxxxxxx\n  ↪ xxxxxx\n"


def test_an_image_without_words_is_named() -> None:
    article = Article().add("image", "", src="https://example.org/a/photo.jpg?w=3")
    assert page(article) == "image\n"
    assert page(article, 4) == "ima…\n"
    assert page(Article().add("image", ""), 12) == "image\n"


def test_table_of_one_row_and_hopeless_one() -> None:
    assert page(Article().table([["a", "b"]])) == "a  b\n─  ─\n"
    article = Article().table([["First", "Second"], ["alphabet", "betaalphabet"]] * 2)
    assert page(article, 12).startswith("First:\n  alphabet\nSecond:\n  betaalphab\n  et\n\nFirst:")


# ---------------------------------------------------------------------- places


def test_locate_and_columns() -> None:
    article = Article().add("title", "Title").add("paragraph", "one two three", [item()])
    layout = Layout(article.document(), 12)
    start = article.blocks[1].start
    assert layout.piece_at(start) == 1
    piece, line = layout.locate(start + 8)
    found = layout.lines(piece)[line]
    assert found.glyphs.strip() == "three"
    assert column_of(found, start + 8) == 4
    assert offset_of(found, 4) == start + 8
    assert offset_of(found, 0) == start + 8
    assert offset_of(found, 99) == start + 12
    assert layout.locate(10_000)[0] == 1


def test_the_eaten_space_and_line_break_belong_to_their_line() -> None:
    layout = Layout(Article().add("paragraph", "aaaa bbbb cccc\ndd").document(), 9)
    assert [(line.start, line.end) for line in layout.lines(0)] == [(0, 10), (10, 15), (15, 17)]
    assert [layout.locate(offset)[1] for offset in (9, 10, 14, 15)] == [0, 1, 1, 2]


def test_a_stretched_space_is_one_place() -> None:
    layout = Layout(Article().add("paragraph", "aaa bbb ccccccccc").document(), 10, justify=True)
    line = layout.lines(0)[0]
    assert line.glyphs == "aaa    bbb"
    assert [offset_of(line, column) for column in (2, 3, 6, 7)] == [2, 3, 3, 4]


def test_cells_of_a_table_are_found() -> None:
    article = Article().table([["a", "b"], ["first", "a longer text in the second cell"]])
    layout = Layout(article.document(), 24)
    text = article.document().text
    for word in ("first", "longer", "second", "cell", "b"):
        offset = text.index(word)
        piece, number = layout.locate(offset)
        line = layout.lines(piece)[number]
        column = column_of(line, offset)
        assert line.glyphs[column:].startswith(word)


# ---------------------------------------------------------------------- growth and windows


def growing(chunks: int) -> Document:
    def parse() -> object:
        at = 0
        for number in range(chunks):
            text = ("\n" if number else "") + f"Paragraph {number}."
            at += bool(number)
            yield text, [Block("paragraph", at, at + len(text) - bool(number))]
            at += len(text) - bool(number)

    return Document(Metadata(), parse())  # type: ignore[arg-type]


def test_the_layout_follows_the_document() -> None:
    document = growing(3)
    layout = Layout(document, 40)
    assert layout.count == 1
    first = layout.lines(0)
    document.finish()
    layout.update()
    layout.update()
    assert layout.count == 3
    assert layout.lines(0) is first
    assert [line.glyphs for line in layout.lines(2)] == ["", "Paragraph 2."]


@pytest.mark.parametrize("kind", ["paragraph", "code"])
@pytest.mark.parametrize("unit", [SENTENCE, "x" * 50, "日本語の文章。", "line of code()\n"])
def test_long_blocks_are_set_in_windows(kind: str, unit: str) -> None:
    text = (unit * (70_000 // len(unit))).strip()
    if kind == "paragraph":
        text = text.replace("\n", " ")
    article = Article("en").add("paragraph", "Before.").add(kind, text).add("paragraph", "After.")
    layout = Layout(article.document(), 66, justify=True)
    assert layout.count > 5
    inner = [line for piece in range(1, layout.count - 1) for line in layout.lines(piece)]
    assert [line.end for line in inner[1:-1]] == [line.start for line in inner[2:]]
    assert "".join(text[r.start - 8 : r.end - 8] for line in inner for r in line.runs) == text
    assert sum(line.blank for line in inner) == 1
    assert max(line.width for line in inner) <= 66
    assert max(len(layout.lines(piece)) for piece in range(layout.count)) < 1800
    if unit == SENTENCE and kind == "paragraph":
        for piece in range(2, layout.count - 1):
            assert layout.lines(piece)[0].glyphs.startswith("The")
    for offset in range(8, len(text), 997):
        piece, number = layout.locate(offset)
        line = layout.lines(piece)[number]
        assert line.start <= offset < line.end


def test_a_long_table_is_set_in_windows_of_one_form() -> None:
    rows = [["Number", "Square"], *([str(n), str(n * n)] for n in range(1000))]
    article = Article().table(rows, ["right", "right"])
    layout = Layout(article.document(), 66)
    lines = [line for piece in range(layout.count) for line in layout.lines(piece)]
    assert layout.count == 17
    assert len(lines) == len(rows) + 1
    assert {line.width for line in lines} == {14}
    assert lines[-1].glyphs == "   999  998001"


def test_setting_a_piece_looks_at_its_neighbours_only() -> None:
    article = Article("en")
    for _ in range(400):
        article.add("paragraph", SENTENCE)
    document = article.document()
    layout = Layout(document, 40)
    touched: set[int] = set()

    class Watched(list[Block]):
        def __getitem__(self, index):  # type: ignore[no-untyped-def]
            touched.add(index)
            return super().__getitem__(index)

    document.blocks = Watched(document.blocks)
    layout.lines(200)
    assert touched <= {199, 200, 201}


def test_lines_are_kept_and_the_oldest_forgotten() -> None:
    article = Article()
    for _ in range(700):
        article.add("paragraph", "x")
    layout = Layout(article.document(), 40)
    first = layout.lines(0)
    for piece in range(1, 400):
        layout.lines(piece)
    assert layout.lines(0) is first
    for piece in range(1, 700):
        layout.lines(piece)
    assert layout.lines(0) is not first


def test_every_ingredient_changes_the_lines() -> None:
    article = Article("fr").add("paragraph", "développement " * 9).add("heading", "x", level=1)
    seen = {
        page(article, 40),
        page(article, 41),
        page(article, 40, justify=True),
        page(article, 40, signs=ASCII),
        page(article, 40, signs=PLAIN),
    }
    article.metadata.lang = "en"
    seen.add(page(article, 40, signs=UNICODE))
    assert len(seen) == 6


def test_columns_keep_their_longest_word_where_there_is_room() -> None:
    rows = [["Institution", "Remarks"], ["extraordinarily so", "a good deal of words in one cell"]]
    lines = page(Article().table(rows), 30).splitlines()
    assert [part.rstrip() for part in (lines[0][:15], lines[0][17:])] == ["Institution", "Remarks"]
    assert lines[2].startswith("extraordinarily  ")
