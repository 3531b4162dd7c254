"""YAML articles: their blocks, and what is said about mistakes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.model import Document
from reader.formats.source import Source
from reader.formats.yaml import parse_yaml
from tests.formats.tools import containers, spans, well_formed


def article(text: str) -> Document:
    document = parse_yaml(Source("x.yaml", text, "yaml", size=len(text.encode()))).finish()
    well_formed(document)
    return document


def rows(text: str) -> list[tuple[str, ...]]:
    document = article(text)
    return [
        (
            b.kind + (str(b.level) if b.level else ""),
            containers(b),
            document.text[b.start : b.end],
            *spans(document, b),
        )
        for b in document.blocks
    ]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ("[plain]", [("paragraph", "", "plain")]),
        ('["*a*\\n\\n- b"]', [("paragraph", "", "a", "emphasis:a"), ("paragraph", "item", "b")]),
        ("[{bullets: [a, b]}]", [("paragraph", "item", "a"), ("paragraph", "item", "b")]),
        ("[{numbered: [a]}]", [("paragraph", "item:1", "a")]),
        (
            "[{bullets: [a, [b, {numbered: [c]}]]}]",
            [
                ("paragraph", "item", "a"),
                ("paragraph", "item item", "b"),
                ("paragraph", "item item item:1", "c"),
            ],
        ),
        (
            "[{bullets: [{text: a, bullets: [b]}, '[x] c']}]",
            [
                ("paragraph", "item", "a"),
                ("paragraph", "item item", "b"),
                ("paragraph", "item[x]", "c"),
            ],
        ),
        (
            "[{quote: Words, by: Ada, source: 'https://x.org/'}]",
            [
                ("paragraph", "quote(Ada)", "Words"),
                ("attribution", "quote(Ada)", "Ada", "link:Ada>https://x.org/"),
            ],
        ),
        (
            '[{quote: "Words\\n— Ada"}]',
            [("paragraph", "quote(Ada)", "Words"), ("attribution", "quote(Ada)", "Ada")],
        ),
        ('[{code: "a\\n  b\\n", language: py}]', [("code", "", "a\n  b")]),
        ("[{table: [[a, '*b*'], [c]]}]", [("table", "", "a\tb\nc\t", "emphasis:b")]),
        ("[{image: a.png, alt: b, caption: c}]", [("image", "", "b\nc")]),
        (
            "['a[^1] [l]', '[^1]: Note', '[l]: there']",
            [
                ("paragraph", "", "a l", "note:>1", "link:l>there"),
                ("paragraph", "footnote:1", "Note"),
            ],
        ),
    ],
)
def test_blocks(blocks: str, expected: list[tuple[str, ...]]) -> None:
    assert rows(f"sections:\n- blocks: {blocks}\n") == expected
    assert rows(f"blocks: {blocks}\n") == expected


def test_title_and_headings() -> None:
    text = (
        "title: T\nsubtitle: S\nsections:\n- heading: One *e*\n- {heading: Two, level: 3}\n"
        "- {heading: t, level: 1}\n"
    )
    assert rows(text) == [
        ("title", "", "T"),
        ("subtitle", "", "S"),
        ("heading2", "", "One e", "emphasis:e"),
        ("heading3", "", "Two"),
        ("heading1", "", "t"),
    ]


def test_source_is_the_line() -> None:
    text = "sections:\n- blocks:\n  - é\n  - two\n"
    document = article(text)
    raw = text.encode()
    assert [raw[slice(*b.source)].decode() for b in document.blocks] == ["  - é", "  - two"]


@pytest.mark.parametrize(
    ("text", "problem", "shown"),
    [
        ("blocks: [a, {foo: b}]", (1, 13, "expected text or one of bullets"), "a"),
        ("blocks: [{bullets: x}]", (1, 20, "expected a list of items"), ""),
        ("blocks: [a, {quote: [b]}]", (1, 21, "expected text for quote"), "a"),
        ("blocks: [{code: c, lang: d}]", (1, 20, "expected code or language, found lang"), "c"),
        ("blocks: [{table: [a, [b]]}]", (1, 19, "expected a row, a list of cells"), "b"),
        ("blocks: text", (1, 9, "expected a list of blocks"), "text"),
        ("sections: [a]", (1, 12, "expected a section"), "a"),
        ("sections:\n- {heading: h, level: 9}", (2, 23, "expected a level from 1 to 6"), "h"),
        ("sections:\n- {heading: h, body: x}", (2, 16, "expected heading or level"), "h"),
        ("title: T", (1, 1, "expected sections"), "T\ntitle: T"),
        ("- a", (1, 1, "expected keys and values"), "- a"),
        ("blocks: [a]\nx: [", (2, 5, "expected YAML"), "a"),
        ("blocks: [a, !!x b]", (1, 13, "expected a value without a tag"), "a\nb"),
    ],
)
def test_mistakes(text: str, problem: tuple[int, int, str], shown: str) -> None:
    document = article(text)
    found = document.problems[0]
    assert (found.line, found.column) == problem[:2], document.problems
    assert found.message.startswith(problem[2])
    assert document.text == (shown or text)


PARTS = [
    "title: T\n",
    "sections:\n",
    "- ",
    "  ",
    "blocks: ",
    "blocks:\n",
    "bullets: ",
    "[a, b]",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "quote: ",
    "by: ",
    "x",
    "code: ",
    "table: ",
    "[[a], b]",
    "image: ",
    "heading: ",
    "level: ",
    "\n",
    ": ",
    "'",
    '"',
    "&a ",
    "*a ",
    "<<: ",
    "!t ",
    "\t",
    "# ",
    "> ",
    "- ",
    "*e*",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=25).map("".join))
def test_nothing_but_problems_comes_out(text: str) -> None:
    document = article(text)
    lines = text.count("\n") + 1
    assert all(1 <= problem.line <= lines + 1 for problem in document.problems)
