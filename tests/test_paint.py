import itertools
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.colors import nearest_16, nearest_256, rgb
from reader.document.model import Block, Chunk, Container, Document, Metadata, Span
from reader.formats import parse
from reader.formats.source import Source
from reader.paint import (
    DARK,
    LIGHT,
    SIXTEEN,
    TERMINAL,
    THEMES,
    Palette,
    Style,
    color_depth,
    drawn_signs,
    page_palette,
    paint,
    reduce,
    to_sgr,
)
from reader.tui.ink import ink_for
from reader.typeset.layout import Layout
from reader.typeset.line import ASCII, PLAIN, UNICODE, Line, Run, Signs


def document(text: str, blocks: list[Block]) -> Document:
    chunks: list[Chunk] = [(text, blocks)]
    return Document(Metadata(), iter(chunks)).finish()


def paragraph(text: str, *spans: Span, kind: str = "paragraph", **more: object) -> Document:
    return document(text, [Block(kind, 0, len(text), spans=spans, **more)])  # type: ignore[arg-type]


def whole(text: str, block: int = 0, start: int = 0) -> Line:
    run = Run(0, start, start + len(text), text, len(text))
    return Line(block, run.start, run.end, (run,), len(text))


def styled(pieces: list[tuple[str, Style]]) -> dict[str, Style]:
    return dict(pieces)


def test_body_text_keeps_the_colours_of_the_page() -> None:
    assert paint(whole("Body."), paragraph("Body."), DARK) == [("Body.", Style())]


def test_a_blank_line_paints_nothing() -> None:
    assert paint(Line(0, 0, 0, (), 0, blank=True), paragraph("x"), DARK) == []


def test_gaps_become_spaces_without_attributes() -> None:
    runs = (Run(2, 0, 2, "ab", 2), Run(7, 2, 4, "cd", 2))
    pieces = paint(Line(0, 0, 4, runs, 9), paragraph("abcd", kind="heading", level=1), DARK)
    assert [text for text, _ in pieces] == ["  ", "ab", "   ", "cd"]
    assert not pieces[2][1].underline
    assert pieces[3][1].underline


def test_spans_cut_a_run_at_their_borders_and_compose() -> None:
    text = "one two three"
    doc = paragraph(text, Span(0, 7, "strong"), Span(4, 7, "emphasis"), Span(8, 13, "code"))
    pieces = paint(whole(text), doc, DARK)
    assert [piece for piece, _ in pieces] == ["one ", "two", " ", "three"]
    looks = styled(pieces)
    assert looks["one "] == Style(bold=True)
    assert looks["two"] == Style(bold=True, italic=True)
    assert looks[" "] == Style()
    assert looks["three"] == DARK.styles["code"]


def test_decorations_lie_over_spans_and_the_later_one_wins() -> None:
    text = "find me here"
    decorations = [(0, 12, "lit"), (5, 7, "hit"), (5, 7, "hit-current"), (90, 99, "hit")]
    pieces = paint(whole(text), paragraph(text, Span(0, 7, "strong")), DARK, decorations)
    assert [piece for piece, _ in pieces] == ["find ", "me", " here"]
    assert pieces[0][1] == Style(None, DARK.styles["lit"].bg, bold=True)
    current = DARK.styles["hit-current"]
    assert pieces[1][1].fg == current.fg
    assert pieces[1][1].reverse
    assert pieces[1][1].bold


def test_a_decoration_that_only_touches_a_line_changes_nothing() -> None:
    line = whole("cd", start=2)
    assert paint(line, paragraph("abcdef"), DARK, [(0, 2, "hit"), (4, 6, "hit")]) == [
        ("cd", Style())
    ]


def test_an_atomic_run_takes_the_style_at_its_start() -> None:
    runs = (Run(0, 0, 3, "ab", 2), Run(2, 3, 4, "    ", 4), Run(6, 4, 5, "c", 1))
    line = Line(0, 0, 5, runs, 7)
    pieces = paint(line, paragraph("abXYc"), DARK, [(1, 4, "hit")])
    assert [(text, style.reverse) for text, style in pieces] == [
        ("ab", False),
        ("    ", True),
        ("c", False),
    ]


def test_a_hyphen_inside_a_hit_belongs_to_it_and_at_its_end_does_not() -> None:
    runs = (Run(0, 0, 5, "inter", 5), Run(5, 5, 5, "-", 1, "hyphen"))
    line = Line(0, 0, 5, runs, 6)
    doc = paragraph("international", Span(0, 13, "strong"))
    inside = paint(line, doc, DARK, [(0, 13, "hit")])
    assert [text for text, _ in inside] == ["inter-"]
    before = paint(line, doc, DARK, [(0, 5, "hit")])
    assert [(text, style.reverse, style.bold) for text, style in before] == [
        ("inter", True, True),
        ("-", False, True),
    ]


def test_signs_keep_their_own_look_whatever_lies_over_the_text() -> None:
    runs = (Run(0, 0, 0, "┃ ", 2, "bar"), Run(2, 0, 4, "word", 4))
    line = Line(0, 0, 4, runs, 6)
    doc = document("word", [Block("paragraph", 0, 4, (Container("quote", 1),))])
    pieces = paint(line, doc, DARK, [(0, 4, "hit")])
    assert pieces[0] == ("┃ ", DARK.styles["bar"])
    assert pieces[1][1].reverse


def test_a_link_that_was_refused_does_not_look_like_one() -> None:
    text = "a b"
    doc = paragraph(text, Span(0, 1, "link", ""), Span(2, 3, "link", "https://example.org"))
    assert [style.underline for _, style in paint(whole(text), doc, DARK)] == [False, True]


def test_the_header_of_a_table_stands_out() -> None:
    rows = (((0, 1), (2, 3)), ((4, 5), (6, 7)))
    doc = paragraph("a\tb\nc\td", kind="table", rows=rows)
    header = Line(0, 0, 4, (Run(0, 0, 1, "a", 1), Run(4, 2, 3, "b", 1)), 5)
    body = Line(0, 4, 7, (Run(0, 4, 5, "c", 1), Run(4, 6, 7, "d", 1)), 5)
    assert styled(paint(header, doc, DARK))["b"].bold
    assert not any(style.bold for _, style in paint(body, doc, DARK))


@pytest.mark.parametrize("count", [3, 200])
def test_spans_are_found_in_short_and_in_long_blocks(count: int) -> None:
    text = "ab " * count
    spans = [
        Span(0, len(text), "emphasis"),
        *(Span(3 * i, 3 * i + 1, "strong") for i in range(count)),
    ]
    doc = paragraph(text, *spans)
    for index in range(count):
        pieces = paint(whole("ab ", start=3 * index), doc, DARK)
        assert pieces == [("a", Style(bold=True, italic=True)), ("b ", Style(italic=True))]


kinds = st.sampled_from(["strong", "emphasis", "link", "code", "strike", "no-such-kind"])


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_painting_changes_no_character(data: st.DataObject) -> None:
    text = data.draw(st.text(min_size=1, max_size=40))
    place = st.integers(0, len(text))
    marks = data.draw(st.lists(st.tuples(place, place, kinds), max_size=60))
    over = data.draw(
        st.lists(st.tuples(place, place, st.sampled_from(["hit", "hit-current", "lit"])))
    )
    cuts = sorted({0, len(text), *data.draw(st.lists(place, max_size=4))})
    runs, column = [], 0
    for left, right in itertools.pairwise(cuts):
        column += data.draw(st.integers(0, 3))
        runs.append(Run(column, left, right, text[left:right], right - left))
        column += right - left
    line = Line(0, 0, len(text), tuple(runs), column)
    doc = paragraph(text, *(Span(a, b, kind, "#x") for a, b, kind in marks))
    for palette in (DARK, LIGHT, TERMINAL):
        pieces = paint(line, doc, palette, over)
        assert "".join(piece for piece, _ in pieces) == line.glyphs
        assert all(left[1] is not right[1] for left, right in itertools.pairwise(pieces))
    assert re.sub(r"\x1b\[[0-9;]*m", "", to_sgr(pieces, "true")) == line.glyphs or "\x1b" in text


PIECES = st.sampled_from(
    [
        *("\x1b[31m", "\x1b]0;t\x07", "\x9b2J", "\x00", "\x08", "\r", "\x7f", "\u202e", "\u2066"),
        *("\u2028", "\ufeff", "\U000e0041", "&#27;", "&#x202e;", "[/]", "[@click=app.quit]"),
        *(
            "# ",
            "- ",
            "1. ",
            "> ",
            "> — ",
            "```\n",
            "    ",
            "| a | b |\n| - | - |\n| ",
            " | ",
            "\n",
        ),
        *("\n\n", "*", "**", "`", "[a](", ")", "![", "](x.png '", "[^1]", "[^1]: ", "---\n", ": "),
        *(
            "title: ",
            '"\\e[1m"',
            "words of text ",
            "é",
            "中文",
            "👩‍👩‍👧",
            "e\u0301",
            "\xad",
            "\u202f",
            "\t",
        ),
    ]
)
FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(PIECES, max_size=30).map("".join),
    st.sampled_from(["markdown", "text", "yaml"]),
    st.integers(8, 40),
    st.sampled_from([UNICODE, ASCII, PLAIN]),
)
def test_no_control_character_reaches_the_screen(
    text: str, kind: str, measure: int, signs: Signs
) -> None:
    doc = parse(Source("fuzz", text, kind)).finish()
    layout = Layout(doc, measure, signs=signs)
    over = [(0, len(doc) // 2, "hit"), (len(doc) // 3, len(doc), "lit")]
    for piece in range(layout.count):
        for line in layout.lines(piece):
            pieces = paint(line, doc, DARK, over)
            painted = "".join(text for text, _ in pieces)
            assert painted == line.glyphs
            assert not FORBIDDEN.search(painted)


def test_every_depth_prints_sequences_of_its_own_kind() -> None:
    pieces = [("a", Style("#e0a85c", bold=True)), ("b", Style())]
    assert to_sgr(pieces, "true") == "\x1b[1;38;2;224;168;92ma\x1b[0mb"
    assert to_sgr(pieces, "256") == "\x1b[1;38;5;179ma\x1b[0mb"
    assert re.fullmatch(r"\x1b\[1;(3[1-7]|9[1-6])ma\x1b\[0mb", to_sgr(pieces, "16"))
    assert to_sgr(pieces, "none") == "\x1b[1ma\x1b[0mb"
    italic = [("a", Style(italic=True))]
    assert to_sgr(italic, "16") == "\x1b[3ma\x1b[0m"
    assert to_sgr(italic, "16", italics=False) == "\x1b[4ma\x1b[0m"


@pytest.mark.parametrize("palette", [*THEMES, TERMINAL], ids=lambda palette: palette.name)
def test_what_colour_says_is_said_without_colour_too(palette: Palette) -> None:
    styles = palette.styles
    levels = [reduce(styles[f"heading{level}"], "none") for level in range(1, 7)]
    # The first two have a mark before them, which tells them from each other and from the third.
    assert len({*levels[1:], levels[0]}) == 5
    assert levels[1] == levels[2]
    assert Style() not in levels
    hit, current = reduce(styles["hit"], "none"), reduce(styles["hit-current"], "none")
    assert hit == Style(reverse=True)
    assert current == Style(bold=True, reverse=True)
    spans = [
        reduce(styles[kind], "none") for kind in ("emphasis", "strong", "strike", "code", "link")
    ]
    assert len({*spans, Style()}) == 6
    for style in styles.values():
        assert reduce(style, "none").fg is None
        assert reduce(style, "none").bg is None


@pytest.mark.parametrize(
    ("color", "number"),
    [("#000000", 16), ("#ffffff", 231), ("#808080", 244), ("#ff0000", 196), ("#5f87af", 67)],
)
def test_nearest_of_256(color: str, number: int) -> None:
    assert nearest_256(color) == number


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 0xFFFFFF))
def test_nearest_of_256_is_near(value: int) -> None:
    number = nearest_256(f"#{value:06x}")
    assert 16 <= number <= 255
    steps = (0, 95, 135, 175, 215, 255)
    if number >= 232:
        found = (8 + 10 * (number - 232),) * 3
    else:
        found = (
            steps[(number - 16) // 36],
            steps[(number - 16) // 6 % 6],
            steps[(number - 16) % 6],
        )
    assert all(abs(a - b) <= 95 for a, b in zip(found, rgb(f"#{value:06x}"), strict=True))


def test_nearest_of_16_keeps_the_hue_and_leaves_greys_alone() -> None:
    assert nearest_16("#ff4040") == 9
    assert nearest_16("#8b1a1a") == 1
    assert nearest_16("#1d4e79") == 4
    assert nearest_16("#e4ddd0") == -1
    assert nearest_16("#808080") == -1


@pytest.mark.parametrize(
    ("environ", "isatty", "depth"),
    [
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, True, "true"),
        ({"TERM": "xterm-direct"}, True, "true"),
        ({"TERM": "screen-256color"}, True, "256"),
        ({"TERM": "linux"}, True, "16"),
        ({"TERM": "vt100"}, True, "none"),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, True, "none"),
        ({}, True, "none"),
        ({"TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": "1"}, True, "none"),
        ({"TERM": "xterm", "COLORTERM": "24bit", "NO_COLOR": ""}, True, "true"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, False, "none"),
    ],
)
def test_color_depth(environ: dict[str, str], isatty: bool, depth: str) -> None:
    assert color_depth(environ, isatty) == depth


def test_painting_a_plain_line_is_quick() -> None:
    text = "a line without any spans in it " * 2
    doc, line = paragraph(text), whole(text)
    best = 1.0
    for _ in range(20):
        begin = time.perf_counter()
        for _ in range(100):
            paint(line, doc, DARK)
        best = min(best, (time.perf_counter() - begin) / 100)
    # A few microseconds; ten times as much on a slow and busy machine.
    assert best < 50e-6


@pytest.mark.parametrize(
    ("environ", "encoding", "signs"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "utf-8", UNICODE),
        ({}, "utf-8", UNICODE),
        ({"LANG": "C.UTF-8"}, "utf-8", UNICODE),
        ({"LC_ALL": "C"}, "utf-8", ASCII),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "utf-8", ASCII),  # as Python leaves LANG=C
        ({"LANG": "POSIX"}, "utf-8", ASCII),
        ({"LANG": "C", "LC_CTYPE": "fr_FR.UTF-8"}, "utf-8", UNICODE),
        ({"LANG": "fr_FR"}, "iso-8859-1", ASCII),
        ({"LANG": "fr_FR.UTF-8", "TERM": "linux"}, "utf-8", ASCII),
        ({"LANG": "fr_FR.UTF-8"}, None, ASCII),
    ],
)
def test_signs_by_locale_and_terminal(
    environ: dict[str, str], encoding: str | None, signs: Signs
) -> None:
    assert drawn_signs(environ, encoding) is signs


@pytest.mark.parametrize(
    ("value", "palette"),
    [("15;0", DARK), ("0;15", LIGHT), ("0;default;15", LIGHT), ("7;8", DARK), ("", DARK)],
)
def test_a_light_terminal_gets_the_light_page(value: str, palette: Palette) -> None:
    assert page_palette({"COLORFGBG": value}) is palette


def test_with_16_colours_an_unknown_background_gets_what_any_page_can_bear() -> None:
    assert page_palette({"TERM": "xterm-16color"}, "16") is SIXTEEN
    assert page_palette({"COLORFGBG": "15;default"}, "16") is SIXTEEN
    assert page_palette({"COLORFGBG": "15;0"}, "16") is DARK
    assert page_palette({"COLORFGBG": "0;15"}, "16") is LIGHT
    assert page_palette({"TERM": "linux"}, "16") is DARK
    ink, _ = ink_for({"TERM": "xterm-16color"})
    for role in ("heading1", "margin", "key", "bullet"):
        shown = ink.sgr([("x", ink.style(role))], 1)
        assert not re.search(r"\b(3[236]|9[0236])\b", shown), role  # green, yellow, cyan, grey


@pytest.mark.parametrize("depth", ["16", "none"])
def test_what_is_lit_is_seen_without_its_background(depth: str) -> None:
    for palette in THEMES:
        style = reduce(palette.styles["lit"], depth)
        assert style == Style(underline=True)
