"""A document written as Markdown reads back as the same document."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.document.model import Document
from reader.formats import parse
from reader.formats.source import Source
from reader.formats.write_markdown import to_markdown
from reader.formats.yaml import parse_yaml
from tests.formats.test_commonmark import CASES
from tests.formats.tools import documents, markdown, structure, well_formed

INLINE = [
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<sup>",
    "</sup>",
    "<sub>2</sub>",
    "<code>",
    "</code>",
    "<s>x</s>",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "~",
    "^",
    "`",
    "``",
    "[",
    "](",
    "](x)",
    ")",
    "!",
    "<",
    ">",
    "&amp;",
    "&",
    "\\",
    ".",
    "-",
    "#",
    "|",
    "1.",
    "é",
    '"',
    "<b>",
    "<br>",
    "[^1]",
    "&nbsp;",
    "é",
    "́",
    "http://a.b/c",
    "www.x.org",
    "=",
    "+",
    ":",
    "<!--",
    "-->",
    "a",
    "b",
    "c",
    "d",
    "e",
    " ",
    "  ",
    "\n",
    "  \n",
    "\xa0",
]
PREFIXES = ("", "- ", "> ", "# ", "1. ", "| ", "Term\n: ", "- [ ] ", "> x\n> ", "[^1]: ")


def reads_back(document: Document) -> Document:
    """Write, read, compare; the document that was read."""
    written = "".join(to_markdown(document))
    again = markdown(written)
    assert structure(again, source=False) == structure(document, source=False), written
    for name in ("title", "subtitle", "authors", "date", "source", "site", "lang", "tags", "extra"):
        assert getattr(again.metadata, name) == getattr(document.metadata, name)
    assert not again.problems
    return again


@settings(max_examples=300, deadline=None)
@given(documents(6))
def test_blocks_read_back(text: str) -> None:
    reads_back(markdown(text))


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(PREFIXES), st.lists(st.sampled_from(INLINE), max_size=12))
@example("", ["<b>", "<b>", "\n", ":"])
@example("1. ", ["__", "é", "_", "*", ">", "*", "__"])
@example("# ", ["[^1]", "<b>", "[", "http://a.b/c", "](x)"])
def test_inline_marks_read_back(prefix: str, parts: list[str]) -> None:
    row = "|\n|-|\n" if prefix == "| " else ""
    document = markdown(f"{prefix}{''.join(parts)}{row}\n\n[^1]: n\n")
    well_formed(document)
    reads_back(document)


def test_every_case_reads_back() -> None:
    for cases in CASES.values():
        for text, _ in cases:
            reads_back(markdown(text))


def test_metadata_reads_back() -> None:
    document = markdown(
        "---\ntitle: 'It''s: a \"title\"'\ndescription: Sub\nauthors: [A, {name: 'B, C'}]\n"
        "date: 2020-02-29\nurl: https://x.org/a\nsite: X\nlanguage: fr\ntags: a, b c\n"
        "facts:\n  - A → B: 3 %\n  - {label: l, value: v, group: g, quote: 'q: r'}\n"
        "layout: post\ncountry: no\nnested: {a: [1, {b: '# c'}], e: [], '': x}\n---\nText\n"
    )
    assert document.metadata.authors == ["A", "B, C"]
    assert document.metadata.tags == ["a", "b c"]
    assert document.metadata.extra["nested"] == {"a": ["1", {"b": "# c"}], "e": [], "": "x"}
    again = reads_back(document)
    assert [(f.label, f.value, f.group, f.quote) for f in again.metadata.facts] == [
        ("A → B", "3 %", "", ""),
        ("l", "v", "g", "q: r"),
    ]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30), st.dictionaries(st.text(max_size=5), st.text(max_size=9), max_size=3))
def test_any_string_survives_the_front_matter(title: str, extra: dict[str, str]) -> None:
    document = markdown("Text\n")
    from reader.document.characters import clean, clean_line

    document.metadata.site = clean_line(title).strip(" ")
    document.metadata.extra = {
        "x" + clean_line(key): clean(value).replace("\r", "") for key, value in extra.items()
    }
    again = markdown("".join(to_markdown(document)))
    assert again.metadata.site == document.metadata.site
    assert again.metadata.extra == document.metadata.extra


def test_a_yaml_article_becomes_markdown() -> None:
    text = (
        "title: T\nsections:\n- heading: H *e*\n  blocks:\n  - Para[^1]\n  - '[^1]: Note'\n"
        "  - bullets: [a, [b, c], {text: d, numbered: [e]}, '[x] f']\n"
        "  - {quote: Q, by: Me, source: 'https://x.org'}\n  - {code: \"x\\n\\n y\", language: py}\n"
        "  - table: [[a, '*b*'], [c]]\n  - {image: a.png, alt: b, caption: c}\n"
    )
    document = parse_yaml(Source("x", text, "yaml")).finish()
    again = markdown("".join(to_markdown(document)))
    assert again.text == document.text
    assert [b.kind for b in again.blocks] == [b.kind for b in document.blocks]
    assert again.metadata.title == "T"


def test_it_streams() -> None:
    document = markdown("word\n\n" * 100, piece=20)
    written = to_markdown(document)
    assert next(written) == "word\n"
    assert "".join(written).count("word") == 99


def test_a_language_that_was_only_detected_is_not_written() -> None:
    text = "Il y a dans la ville un pont qui est très vieux, et on ne sait pas s’il tiendra.\n"
    found = parse(Source("x", text, "markdown"))
    assert found.metadata.lang == "fr"
    assert "".join(to_markdown(found)) == text
    said = parse(Source("x", f"---\nlang: fr\n---\n{text}", "markdown"))
    assert "".join(to_markdown(said)) == f"---\nlang: fr\n---\n\n{text}"
