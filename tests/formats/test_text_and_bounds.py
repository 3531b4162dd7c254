"""Plain text, raw HTML, byte ranges, and input made to hurt."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.build import Builder
from reader.document.characters import clean
from reader.document.links import bare_links
from reader.document.model import Document
from reader.formats.raw_html import build_html
from reader.formats.source import Source
from reader.formats.text import parse_text
from tests.formats.tools import documents, markdown, structure, well_formed


def plain(text: str, piece: int = 65_536) -> Document:
    return parse_text(Source("x.txt", text, "text"), piece).finish()


def test_plain_text_is_paragraphs() -> None:
    document = plain("\n\none  two\nthree\r\n \t\r\n    *four*\n\n\n# five\n")
    assert document.text == "one two\nthree\n*four*\n# five"
    assert {block.kind for block in document.blocks} == {"paragraph"}


@settings(max_examples=200)
@given(
    st.text("abo \n\r\té*-•12.)>=", max_size=80),
    st.integers(1, 20),
)
def test_plain_text_in_pieces(text: str, piece: int) -> None:
    whole, cut = plain(text), plain(text, piece)
    well_formed(whole)
    assert structure(whole) == structure(cut)
    have = [character for character in text if character.isalnum()]
    shown = [character for character in whole.text if character.isalnum()]
    assert len(have) >= len(shown)
    if not any(block.containers for block in whole.blocks):
        assert have == shown


@settings(max_examples=100, deadline=None)
@given(documents(6))
def test_byte_ranges_hold_the_block(text: str) -> None:
    document = markdown(text)
    raw = text.encode()
    for block in document.blocks:
        if block.kind == "paragraph" and not block.spans:
            words = document.text[block.start : block.end].split()
            source = clean(raw[slice(*block.source)].decode())
            if not {"&", "<", "\\", "["} & set(source):
                assert all(word in source for word in words), (block, source)


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>a<p>b", ["a", "b"]),
        ("<b>a</b> &lt;b&gt; &#27;", ["a <b>"]),
        ("a <", ["a <"]),
        ("<a title='>'>x</a>", ["x"]),
        ("<!-- x", []),
        ("<script>a</script>b<style>c", ["b"]),
        ("<pre>\n a\n<b>b</b></pre>c", [" a\nb", "c"]),
        ("<pre>open", ["open"]),
        ("a<br>\n b <br/> <br>", ["a\nb"]),
    ],
)
def test_raw_html(html: str, texts: list[str]) -> None:
    builder = Builder()
    build_html(builder, html, (0, len(html)))
    text, blocks = builder.take()
    assert [text[block.start : block.end] for block in blocks] == texts


def test_bare_links_leave_other_spans_alone() -> None:
    assert bare_links("no address", []) == []
    found = bare_links("http://a.b/c))). www.d.e", [])
    assert [(s.start, s.end, s.href) for s in found] == [
        (0, 12, "http://a.b/c"),
        (17, 24, "http://www.d.e"),
    ]


HOSTILE = [
    unit * (20_000 // len(unit))
    for unit in [
        "> ",
        "[",
        "*",
        "`",
        "_",
        "~",
        "^",
        "![",
        "<",
        "&",
        "- ",
        "1. ",
        "a**b ",
        "*a_ ",
        "[a](",
        "\\",
        "[[a]",
        "> - ",
        "[^1]: ",
        "a\n: ",
        "<a ",
        "<!--",
        "<?",
        "<![CDATA[",
        "<div ",
        "<div>",
        "<p>x",
        "<img ",
        '<a "',
        "<a '",
        "a^b^ ",
        "~a b~ ",
        "[]( ",
        "www.a.b)",
        "<br>",
        "&amp;",
        "&#27;",
        "́",
        "\x1b",
        "> a\n> — b\n\n",
        "[![a](b)](c) ",
        "[^a]: b\n\n",
        "* * ",
        ": ",
    ]
]
HOSTILE += [
    "".join("  " * depth + "- a\n" for depth in range(300)),
    "|".join("a" * 300) + "\n" + "|".join("-" * 300) + "\n" + "|a\n" * 400,
    "word " * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_input_ends_soon(text: str) -> None:
    start = time.process_time()
    well_formed(markdown(text))
    assert time.process_time() - start < 2


def test_deep_nesting_is_flattened() -> None:
    document = markdown("> " * 100 + "deep")
    assert len(document.blocks[0].containers) == 32
    assert document.text == "deep"


def test_a_table_of_too_many_cells_is_shown_as_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.formats import markdown_events

    monkeypatch.setattr(markdown_events, "MAX_CELLS", 3)
    document = markdown("|a|b|\n|-|-|\n|c|d|\n\nout")
    assert [block.kind for block in document.blocks] == ["code", "paragraph"]
    assert document.text.startswith("|a|b|\n|-|-|\n|c|d|")


@pytest.mark.parametrize("piece", [1, 20, 40, 10_000])
def test_tables_that_are_too_large_in_pieces(monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    from reader.formats import markdown_events

    monkeypatch.setattr(markdown_events, "MAX_CELLS", 5)
    small, large = "|a|b|\n|-|-|\n|c|d|\n", "|a|b|\n|-|-|\n" + "|c|d|\n" * 9
    quoted = "> " + large.strip().replace("\n", "\n> ")
    item = "- " + small.strip().replace("\n", "\n  ")
    text = f"[l][]\n\n{small}\n{large}# Head\n\n{quoted}\n\n{item}\n\n***\n\n{large}\nend"
    document = markdown(text, piece)
    kinds = ["paragraph", "table", "code", "heading", "code", "table", "rule", "code", "paragraph"]
    assert [block.kind for block in document.blocks] == kinds
    whole = markdown(text)
    assert document.text == whole.text
    assert [b.source for b in document.blocks] == [b.source for b in whole.blocks]
    for block in document.blocks:
        if block.kind == "code" and not block.containers:
            raw = text.encode()[slice(*block.source)].decode()
            assert raw == document.text[block.start : block.end]


@pytest.mark.parametrize(
    "text",
    [
        "|" + "a|" * 5000 + "\n|" + "-|" * 5000 + "\n" + "|b|\n" * 5000,
        "|" + "a|" * 1000 + "\n|" + "-|" * 1000 + "\n" + ("|" + "b|" * 1000 + "\n") * 300,
        "> |a|b|\n> |-|-|\n" + "> |x y z|w|\n" * 60_000,
    ],
    ids=range(3),
)
def test_tables_that_are_too_large_are_not_built(text: str) -> None:
    start = time.process_time()
    document = markdown(text)
    assert time.process_time() - start < 1
    assert {block.kind for block in document.blocks} == {"code"}
    assert len(document) <= len(text)


def test_a_block_of_many_pieces_is_built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    built = []
    finish = Builder.finish

    def counted(self: Builder, source: int = 0) -> None:
        built.append(source)
        finish(self, source)

    monkeypatch.setattr(Builder, "finish", counted)
    markdown("- a\n" * 2000, 16)
    assert len(built) == 2000


def test_the_first_piece_is_enough_for_the_title() -> None:
    text = "# Title\n\n" + "word word\n\n" * 20_000
    from reader.formats.markdown import parse_markdown

    document = parse_markdown(Source("x", text, "markdown"))
    assert document.metadata.title == "Title"
    assert not document.complete
    assert document.parsed < 70_000
