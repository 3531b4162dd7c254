import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.outline import Outline, outline, slug
from tests.document.making import block, document, growing, heading


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Hello, World!", "hello-world"),
        ("A  b - c", "a--b---c"),
        ("snake_case `code`", "snake_case-code"),
        ("L’été : prix & coûts", "lété--prix--coûts"),
        ("日本語 テスト", "日本語-テスト"),
        ("हिन्दी", "हिन्दी"),
        ("1.2.3 release", "123-release"),
        ("a\u00a0b", "ab"),
        ("🚀", ""),
    ],
)
def test_slug_is_githubs(title: str, name: str) -> None:
    assert slug(title) == name


def test_repeats_are_numbered_as_github_does() -> None:
    def slugs(*titles: str) -> list[str]:
        return [s.slug for s in outline(document(*map(heading, titles))).sections]

    assert slugs("Foo", "foo", "FOO") == ["foo", "foo-1", "foo-2"]
    # From github-slugger's tests.
    assert slugs("foo-1", "foo", "foo") == ["foo-1", "foo", "foo-2"]
    assert slugs("foo", "foo", "foo 1") == ["foo", "foo-1", "foo-1-1"]
    assert slugs("foo", "foo-1", "foo") == ["foo", "foo-1", "foo-2"]
    assert slugs("!", "?") == ["", "-1"]


def test_sections() -> None:
    doc = document(
        block("title", "Title"), "intro", heading("A"), "a", heading("A1", 3), "a1",
        heading("A2", 2), heading("", 2), heading("B"), "b",
    )  # fmt: skip
    made = outline(doc)
    held = [(s.title, s.level, doc.text[s.start : s.end]) for s in made.sections]
    assert held == [
        ("A", 1, "A\na\nA1\na1\nA2\n\n"),
        ("A1", 3, "A1\na1\n"),
        ("A2", 2, "A2\n\n"),
        ("B", 1, "B\nb"),
    ]
    assert [doc.blocks[s.block].start for s in made.sections] == [s.start for s in made.sections]


def test_at() -> None:
    doc = document("intro", heading("A"), "a", heading("B", 2), "b", heading("C"))
    made = outline(doc)
    for offset in range(len(doc) + 1):
        inside = [i for i, s in enumerate(made.sections) if s.start <= offset]
        assert made.at(offset) == (inside[-1] if inside else -1)
    assert made.at(0) == -1
    assert outline(document()).at(0) == -1


def test_find() -> None:
    made = outline(document(heading("Été à Paris"), heading("Foo"), heading("Foo")))
    first = made.sections[0]
    for name in ("été-à-paris", "#été-à-paris", "%C3%A9t%C3%A9-%C3%A0-paris", "#Été-À-Paris"):
        assert made.find(name) is first
    assert made.find("foo-1") is made.sections[2]
    assert made.find("FOO") is made.sections[1]
    for name in ("", "#", "nope", "%ff", "foo-2"):
        assert made.find(name) is None


def test_a_title_is_one_line() -> None:
    assert outline(document(heading("two\nlines\t "))).sections[0].title == "two lines"


HEADINGS = st.lists(st.lists(st.integers(0, 6), min_size=1, max_size=6), min_size=1, max_size=6)


@settings(max_examples=100, deadline=None)
@given(HEADINGS)
def test_growing_gives_the_same(levels: list[list[int]]) -> None:
    parts: list = [[heading(f"h{n}", n) if n else "text" for n in part] for part in levels]
    doc = growing(*parts)
    grown = Outline()
    while True:
        grown.update(doc)
        assert _values(grown) == _values(outline(doc))
        for section in grown.sections:
            following = [
                s.start
                for s in grown.sections
                if s.start > section.start and s.level <= section.level
            ]
            assert section.end == min(following, default=len(doc))
        if not doc.grow():
            break


def _values(made: Outline) -> list[tuple[str, str, int, int, int, int]]:
    return [(s.title, s.slug, s.level, s.start, s.end, s.block) for s in made.sections]
