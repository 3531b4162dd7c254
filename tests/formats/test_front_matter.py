"""Front matter: what is understood, what is kept, what is reported."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.model import Problem
from reader.formats.front_matter import read_front_matter, read_simple
from reader.formats.yaml_compose import compose
from reader.formats.yaml_nodes import Node
from tests.formats.tools import markdown


def problems(text: str) -> list[tuple[int, int, str]]:
    found = read_front_matter(text.encode()).problems
    return [(problem.line, problem.column, problem.message) for problem in found]


def test_conventional_keys() -> None:
    front = read_front_matter(
        b"---\r\nTitle: A\r\ndescription: B\r\nauthor: C, D\r\ndate: 2020-01-02\r\n"
        b"url: https://x.org\r\nlanguage: pt-BR\r\nkeywords: [x, y]\r\nsite: S\r\nfoo: bar\r\n---\r\nt"
    )
    known = front.metadata
    assert (known.title, known.subtitle, known.authors) == ("A", "B", ["C, D"])
    assert (known.date, known.source, known.lang) == ("2020-01-02", "https://x.org", "pt-BR")
    assert (known.tags, known.site, known.extra) == (["x", "y"], "S", {"foo": "bar"})
    assert front.problems == []


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("---\ntitle: A\n---\nx", 17),
        ("---\ntitle: A\n...\nx", 17),
        ("---\ntitle: A\n---", 16),
        ("--- \ntitle: A\n---\t\n", 19),
        ("---\nnever closed\n", 0),
        ("\n---\ntitle: A\n---\n", 0),
        ("----\na: b\n----\n", 0),
        ("---\n---\nx", 8),
    ],
)
def test_where_it_ends(text: str, end: int) -> None:
    assert read_front_matter(text.encode()).end == end


def test_an_opening_that_never_closes_is_a_thematic_break() -> None:
    assert [block.kind for block in markdown("---\n\ntext\n").blocks] == ["rule", "paragraph"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("title: [a]", (2, 8, "expected text for title")),
        ("facts: x", (2, 8, "expected a list of facts")),
        ("facts:\n  - x", (3, 5, "expected a fact, as in Label: value")),
        ("facts:\n  - {label: a}", (3, 5, "expected a value for the fact")),
        ("facts:\n  - {value: a, group: b}", (3, 5, "expected a label for the fact")),
        ("facts:\n  - A: [x]", (3, 8, "expected a value for the fact")),
        ("a: 1\na: 2", (3, 1, "expected each key once, found a again")),
        ("a: &x {b: c}\n<<: *x", (3, 1, "expected no merge key (<<)")),
        ("a: !!int 3", (2, 4, "expected a value without a tag, found tag:yaml.org,2002:int")),
        ("? [a]\n: b", (2, 3, "expected a key that is text")),
        ("a: *x", (2, 4, "expected an alias of a value that is complete")),
        ("a: &x [*x]", (2, 8, "expected an alias of a value that is complete")),
        ("a: " + "[" * 40, (2, 35, "expected at most 32 levels of nesting")),
        ("authors: [{nom: x}]", (2, 11, "expected an author's name")),
    ],
)
def test_mistakes(body: str, expected: tuple[int, int, str]) -> None:
    text = f"---\n{body}\n---\nBody\n"
    assert expected in problems(text)
    assert markdown(text).blocks[-1].kind == "paragraph"


def test_the_rest_is_kept() -> None:
    front = read_front_matter(b"---\ntitle: A\ntags: {x: y}\nlang: fr\nbroken: [\n---\n")
    assert (front.metadata.title, front.metadata.lang) == ("A", "fr")
    assert len(front.problems) == 2


def test_too_many_aliases() -> None:
    body = "a: &x 1\nb: [" + ", ".join(["*x"] * 17) + "]"
    assert problems(f"---\n{body}\n---\n")[0][2] == "expected at most 16 aliases"


def test_a_bomb_is_quick() -> None:
    levels = "".join(f"k{i}: &k{i} [{', '.join([f'*k{i - 1}'] * 9)}]\n" for i in range(1, 9))
    assert problems(f"---\nk0: &k0 x\n{levels}---\n")[0][2] == "expected at most 16 aliases"


def test_too_long() -> None:
    document = markdown(f"---\nx: {'y' * 70_000}\n---\nBody\n")
    assert document.text == "Body"
    assert document.problems[0].message == "expected front matter of at most 65536 characters"


def test_scalars_stay_text() -> None:
    extra = read_front_matter(
        b"---\na: no\nb: 0x1F\nc: 2001-99-99\nd: ~\ne: '~'\n---\n"
    ).metadata.extra
    assert extra == {"a": "no", "b": "0x1F", "c": "2001-99-99", "d": "", "e": "~"}


@pytest.mark.parametrize(
    "body", ["a: b", "a: b c\nd: [x, y z]", 'a: "b: c"', "a: ''", "a: https://x.org/#a", "a: null"]
)
def test_simple_forms_need_no_yaml(body: str) -> None:
    assert read_simple(body) is not None


@pytest.mark.parametrize("body", ["a: |\n  b", "a: b\n  c", "a: b # c", "a: &x b", "a: b: c", "a:"])
def test_others_do(body: str) -> None:
    assert read_simple(body) is None


PARTS = [
    "a",
    "b",
    "title",
    ": ",
    ":",
    "\n",
    "\n ",
    "  ",
    "- ",
    "x",
    "no",
    "null",
    "[x, y]",
    "[",
    "]",
    ",",
    "#",
    " #",
    "'",
    '"',
    "''",
    "\\",
    "&x ",
    "*x",
    "!t ",
    "{",
    "}",
    "%",
    "@",
    "`",
    ">",
    "~",
    "1",
    "−4\u202f%",
    "« a »",
    "($5)",
    "é",
    "\xa0",
    "\t",
    "---",
    "?",
    "\r\n",
    ".",
    "/",
    "-",
    "<<",
    "\u2028",
    "\x85",
    "😀",
    "|",
]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_the_quick_way_agrees_with_yaml(value: str) -> None:
    body = f"key: {value}\nlast: x\n"
    quick = read_simple(body)
    if quick is not None:
        found: list[Problem] = []
        node = compose(body, 2, found)
        assert node is not None
        assert not found
        assert quick.plain() == node.plain()


ROWS = ["facts:", "- a: b", "  - a: b", "    c: d", "  c: d", "   - x: y", "   - x: y z", "last: x"]
ROWS += ["  - Prix d’un, x → y: 1 400 €", "    quote: 'it: is'", "  - plain", "    a: e", "- c", ""]
ROWS += [
    "  - null: x",
    "    b: null",
    "      f: g",
    "  - a: [b]",
    "    d: x # y",
    "  - a\u202fb: 1\xa0400",
    "   c: d",
]


def places(node: Node) -> list[object]:
    inner = [*node.items, *(each for pair in node.pairs for each in pair)]
    return [node.kind, node.line, node.column, *map(places, inner)]


@settings(max_examples=1500, deadline=None)
@given(
    st.lists(
        st.sampled_from(ROWS)
        | st.lists(st.sampled_from(PARTS), max_size=4).map(lambda p: "  - key: " + "".join(p)),
        max_size=7,
    )
)
def test_quick_lists_agree_with_yaml(rows: list[str]) -> None:
    body = "\n".join(rows) + "\n"
    quick = read_simple(body)
    if quick is not None:
        found: list[Problem] = []
        node = compose(body, 2, found)
        assert node is not None
        assert not found
        assert quick.plain() == node.plain()
        assert places(quick)[3:] == places(node)[3:]


def test_facts_need_no_yaml() -> None:
    for name in ("microsoft-nvidia-anthropic.md", "microsoft-nvidia-anthropic.en.md"):
        text = (Path(__file__).parents[2] / "articles" / name).read_text(encoding="utf-8")
        body = text.split("---\n")[1]
        node = read_simple(body)
        assert node is not None
        assert node.plain() == compose(body, 2, []).plain()  # type: ignore[union-attr]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_only_problems_ever_come_out(body: str) -> None:
    front = read_front_matter(f"---\n{body}\n---\nx".encode())
    assert all(problem.line >= 1 and problem.column >= 1 for problem in front.problems)


@pytest.mark.parametrize("body", ["Foo", "- a list\n- of things", "'quoted'"])
def test_words_between_two_thematic_breaks_are_text(body: str) -> None:
    document = markdown(f"---\n{body}\n---\nBar\n").finish()
    assert document.problems == []
    assert document.blocks[0].kind == "rule"
    for word in ("Foo", "list", "quoted"):
        assert (word in body) == (word in document.text)


@pytest.mark.parametrize(
    ("body", "title", "authors", "facts"),
    [
        ("title: One: two\nauthor: A", "One: two", ["A"], ""),
        ('title: "One\nauthor: A', "One", ["A"], ""),
        ("title: [x] One\nauthor: A", "[x] One", ["A"], ""),
        ("title: @One\nauthor: A", "@One", ["A"], ""),
        ("title: T\nfacts:\n  - a: 1\n   - b: 2\n  - c: 3\nauthor: A", "T", ["A"], "a1 c3"),
        ("title: T\nfacts:\n  - label: a\n  value: b\nauthor: A", "T", ["A"], ""),
        ("title: T\ntags: [a,\nauthor: A", "T", ["A"], ""),
        ("title: T\n\n- stray\nauthor: A", "T", ["A"], ""),
        ("title: T\nstray\nauthor: A", "T", ["A"], ""),
        ("\ttitle: T\nauthor: A", "", ["A"], ""),
        ("title: T\nx: \x07\nauthor: A", "T", ["A"], ""),
    ],
)
def test_a_mistake_costs_its_own_key(body: str, title: str, authors: list[str], facts: str) -> None:
    document = markdown(f"---\n{body}\n---\nBody\n")
    metadata = document.metadata
    assert (metadata.title, metadata.authors) == (title, authors)
    assert " ".join(fact.label + fact.value for fact in metadata.facts) == facts
    assert document.problems
    assert document.text.split("\n")[-1] == "Body"


def test_a_control_character_has_its_own_place() -> None:
    found = problems('---\ntitle: T\nx: "a\x1bb"\n---\n')
    assert found == [(3, 6, "expected characters that can be seen, found U+001B")]


@pytest.mark.parametrize("date", ["2025-13-45", "2025-02-29", "1900-02-29", "2024-00-01"])
def test_days_that_do_not_exist(date: str) -> None:
    document = markdown(f"---\ndate: {date}\n---\nBody\n")
    message = f"expected a date that exists, found {date}"
    assert [(p.line, p.column, p.message) for p in document.problems] == [(2, 7, message)]
    assert document.metadata.date == date


@pytest.mark.parametrize("date", ["2024-02-29", "2000-02-29", "2025", "May 2025", "2025-12-31T10"])
def test_days_that_do(date: str) -> None:
    assert problems(f"---\ndate: {date}\n---\nBody\n") == []


UNCLOSED = (1, 1, "expected a line --- that closes the front matter")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: x\nauthor: y\n\n# body\n", True),
        ("---\ntitle: x\ntags:\n  - a\n\nbody\n", True),
        ("---\ntitle: x\n\n# Head\n\nbody\n\n---\n\nmore\n", True),
        ("---\nWords\n\nmore\n", False),
        ("---\n\nNote: this\n", False),
        ("---\nNote: this\nand more\n", False),
    ],
)
def test_front_matter_that_is_not_closed(text: str, said: bool) -> None:
    document = markdown(text)
    assert (UNCLOSED in problems(text)) == said
    assert len(document.problems) == said
    assert document.blocks[0].kind == "rule"
    assert ("body" in text) == ("body" in document.text)
    assert ("more" in text) == ("more" in document.text)
