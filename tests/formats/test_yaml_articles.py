"""YAML articles: their blocks, and what is said about mistakes."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.model import Document
from reader.formats.source import Source
from reader.formats.yaml import parse_yaml
from tests.formats.tools import containers, spans, well_formed


def article(text: str) -> Document:
    document = parse_yaml(Source("x.yaml", text, "yaml")).finish()
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
        ("blocks: [a, {foo: b}]", (1, 13, "expected text or one of bullets"), "a\nb"),
        ("blocks: [{So: b}, {foo: [c, d]}]", (1, 10, "expected text or one"), "So: b\nc\nd"),
        ("blocks: [{bullets: x}]", (1, 20, "expected a list of items"), "x"),
        ("blocks: [{bullets: [{So: a}, b]}]", (1, 21, "expected an item"), "So: a\nb"),
        ("blocks: [a, {quote: [b]}]", (1, 21, "expected text for quote"), "a\nb"),
        ("blocks: [{code: c, lang: d}]", (1, 20, "expected code or language, found lang"), "c"),
        ("blocks: [{table: [a, [b]]}]", (1, 19, "expected a row, a list of cells"), "a\nb"),
        ("blocks: [{table: [[a, [b, c]]]}]", (1, 23, "expected text for the cell"), "a\tb, c"),
        ("blocks: text", (1, 9, "expected a list of blocks"), "text"),
        ("sections: [a]", (1, 12, "expected a section"), "a"),
        ("sections:\n- {heading: h, level: 9}", (2, 23, "expected a level from 1 to 6"), "h"),
        ("sections:\n- {heading: h, body: x}", (2, 16, "expected heading or level"), "h"),
        ("sections: {a: b}", (1, 11, "expected a list of sections"), "b"),
        ("sections: [{heading: [a, b]}]", (1, 22, "expected text for heading"), "a b"),
        ("title: [a, b]\nblocks: []", (1, 8, "expected text for title"), "a, b"),
        ("title: T", (1, 1, "expected sections"), "T"),
        ("title: T\nservices: x", (1, 1, "expected sections"), "T\ntitle: T\nservices: x"),
        ("blocks: [a, *x, b]", (1, 13, "expected an alias"), "a\nb"),
        ("blocks: [a, {<<: [c], code: b}]", (1, 14, "expected no merge key"), "a\nb"),
        ("blocks: [a, {? [c] : d, code: b}]", (1, 16, "expected a key that is text"), "a\nb"),
        ("blocks: [a, {code: b, code: c}]", (1, 23, "expected each key once"), "a\nb"),
        (f"blocks: [a, {'[' * 40 + ']' * 40}, b]", (1, 13, "expected text or one"), "a\nb"),
        ("blocks:\n- a\n- b: c: d\n- e", (3, 3, "expected text or one"), "a\nc: d\ne"),
        ("blocks:\n- a\n- *b* c\n- e", (3, 5, "expected YAML"), "a\nb c\ne"),
        ("blocks:\n- a\n- '\n- b", (3, 3, "expected YAML"), "a\nb"),
        ("blocks:\n- a\n- code: |\n    b\n   c\n- e", (5, 4, "expected YAML"), "a\nb\ne"),
        ("title: A\n\tx: y\nblocks: [a]", (2, 1, "expected YAML"), "A\na"),
        ("blocks:\n- a\x1bb", (2, 4, "expected characters that can be seen"), "a␛b"),
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


def test_line_ends_that_only_yaml_knows() -> None:
    document = article("blocks:\r- a\r- x\x85b\u2028c\r- d")
    assert document.problems == []
    assert document.text == "a\nx\ufffdb␤c\nd"
    assert document.blocks[2].source[0] == 23


BROKEN = """title: One: two
author: Ada
sections:
- heading: "First
  blocks:
    - text
    - bullets: [a, b
- heading: Second
  blocks:
    - Sentence: with a colon
     - not here
    - end
date: 2025-13-45
"""


def test_an_article_of_mistakes() -> None:
    document = article(BROKEN)
    assert document.metadata.title == "One: two"
    assert document.metadata.authors == ["Ada"]
    assert document.metadata.date == "2025-13-45"
    for words in ("First", "text", "Second", "Sentence: with a colon", "end"):
        assert words in document.text.split("\n"), (words, document.text)
    assert [problem.line for problem in document.problems] == [1, 4, 8, 10, 11, 13]
    assert document.problems[-1].message == "expected a date that exists, found 2025-13-45"


def test_expansion_is_bounded() -> None:
    levels = "".join(f"k{i}: &k{i} {'[' * 6}*k{i - 1}{']' * 6}\n" for i in range(1, 9))
    deep = article(f"title: T\nk0: &k0 x\n{levels}blocks: [a]\n")
    assert deep.problems[0].message == "expected an alias of a smaller value"
    long = article(f"k: &k {'x' * 600_000}\nblocks: [*k, *k, a]\n")
    assert [problem.column for problem in long.problems] == [14]
    assert len(long.text) == 600_002


def test_a_bomb_leaves_the_rest() -> None:
    bomb = "".join(f"k{i}: &k{i} [{', '.join([f'*k{i - 1}'] * 9)}]\n" for i in range(1, 9))
    document = article(f"k0: &k0 x\n{bomb}title: T\nblocks: [*k3, a]\n")
    assert document.text == "T\na"
    assert document.problems[0].message == "expected at most 16 aliases"


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


@pytest.mark.parametrize(
    "text",
    [
        "title: " + "[" * 20_000 + "]" * 20_000 + "\n",
        "title: " + "{a: " * 20_000 + "\n",
        "sections: " + "- " * 20_000 + "x\n",
        "".join(" " * depth + "a:\n" for depth in range(500)),
        "blocks:\n" + "- 'x\n- \"y\n- [z\n- {a: b: c\n" * 500,
        "- a: b: c\n" * 5000,
        "blocks:\n" + "- *a b\n" * 5000,
    ],
    ids=range(7),
)
def test_hostile_yaml_ends_soon(text: str) -> None:
    start = time.process_time()
    assert article(text).problems
    assert time.process_time() - start < 2
