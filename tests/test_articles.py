"""The articles that come with the program are what the program says an article should be."""

import re
from pathlib import Path

import pytest

from reader.document.model import Document
from reader.document.outline import outline
from reader.facts.authored import authored
from reader.facts.bars import bars
from reader.formats import load
from reader.settings import load_settings

ARTICLES = sorted((Path(__file__).parent.parent / "articles").glob("*.md"))
GUIDE = "guide.md"
FRENCH = "microsoft-nvidia-anthropic.md"
ENGLISH = "microsoft-nvidia-anthropic.en.md"


def document(name: str) -> Document:
    path = next(path for path in ARTICLES if path.name == name)
    return load(str(path)).finish()


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_article_is_complete(path: Path) -> None:
    doc = document(path.name)
    metadata = doc.metadata
    assert doc.problems == []
    assert metadata.title
    assert metadata.subtitle
    assert metadata.authors
    assert metadata.tags
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", metadata.date)
    assert metadata.lang in ("fr", "en")
    assert metadata.extra == {}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_fact_is_understood_and_stands_in_the_body(path: Path) -> None:
    doc = document(path.name)
    facts = authored(doc)
    assert len(facts) == len(doc.metadata.facts) > 0
    for fact, entry in zip(facts, doc.metadata.facts, strict=True):
        assert fact.low is not None, fact.label
        assert fact.place is not None, fact.label
        assert doc.blocks[doc.block_at(fact.start)].kind not in ("title", "subtitle")
        assert len(fact.label) <= 22, fact.label
        assert len(fact.short) <= 23, fact.short
        said = doc.text[fact.start : fact.end]
        assert not entry.quote or len(said) >= len(entry.quote) - 2, entry.quote


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    doc = document(path.name)
    sections = outline(doc)
    links = [span.href for block in doc.blocks for span in block.spans if span.kind == "link"]
    for href in links:
        assert href.startswith("https://") or sections.find(href.removeprefix("#")), href
    for block in doc.blocks:
        if block.kind == "image":
            assert (path.parent / block.src).is_file()
            assert block.alt
            assert block.caption


@pytest.mark.parametrize("name", [FRENCH, ENGLISH])
def test_the_news_article_has_its_parts(name: str) -> None:
    doc = document(name)
    assert len([block for block in doc.blocks if block.kind == "heading"]) == 6
    lists = {c.list_id for block in doc.blocks for c in block.containers if c.kind == "item"}
    assert len(lists) == 2
    speakers = {c.by for block in doc.blocks for c in block.containers if c.kind == "quote"}
    assert [by for by in speakers if "Satya Nadella" in by]


@pytest.mark.parametrize("name", [FRENCH, ENGLISH])
def test_the_amounts_of_the_deal_have_bars(name: str) -> None:
    facts = authored(document(name))
    shown = [(fact.low, length) for fact, length in zip(facts, bars(facts), strict=True)]
    assert shown[1:4] == [(3e10, 1.0), (1e10, 1 / 3), (5e9, 1 / 6)]
    assert [fact.bound for fact in facts[1:4]] == ["", "max", "max"]


def test_both_languages_have_the_same_facts() -> None:
    french, english = authored(document(FRENCH)), authored(document(ENGLISH))
    assert [(f.kind, f.low, f.high, f.unit, f.bound) for f in french] == [
        (f.kind, f.low, f.high, f.unit, f.bound) for f in english
    ]
    assert [fact.short for fact in french[1:6]] == [
        "30 Md$", "10 Md$", "5 Md$", "jusqu’à 1 GW", "20–25 Md$",
    ]  # fmt: skip
    assert [fact.short for fact in english[1:6]] == [
        "$30bn", "$10bn", "$5bn", "up to 1 GW", "$20–25bn",
    ]  # fmt: skip


def test_french_signs_have_their_hard_spaces() -> None:
    doc = document(FRENCH)
    text = "\n".join([doc.text, *(f"{f.label} {f.value} {f.group}" for f in doc.metadata.facts)])
    assert not re.search(r"[^\s\u00a0\u202f][;:!?»](?!//)", text)
    assert not re.search(r" [;:!?»]|« |\d [%\d]", text)
    assert not re.search(r"«[^\u00a0\u202f]", text)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_apostrophes_and_quotes_are_real_ones(path: Path) -> None:
    doc = document(path.name)
    for block in doc.blocks:
        if block.kind == "code":
            continue
        text = doc.text[block.start : block.end]
        code = [
            (s.start - block.start, s.end - block.start) for s in block.spans if s.kind == "code"
        ]
        for match in re.finditer("['\"]", text):
            assert any(a <= match.start() < b for a, b in code), text


def test_the_guide_uses_every_element() -> None:
    doc = document(GUIDE)
    assert {block.level for block in doc.blocks if block.kind == "heading"} == {1, 2, 3, 4, 5, 6}
    assert {block.kind for block in doc.blocks} == {
        "title", "subtitle", "heading", "paragraph", "code", "table", "image", "rule", "term",
        "attribution",
    }  # fmt: skip
    assert {span.kind for block in doc.blocks for span in block.spans} >= {
        "emphasis", "strong", "strike", "code", "link", "superscript", "subscript", "note",
    }  # fmt: skip
    containers = [block.containers for block in doc.blocks]
    flat = [container for row in containers for container in row]
    assert {container.kind for container in flat} == {"quote", "item", "footnote", "definition"}
    assert {container.checked for container in flat} == {None, True, False}
    assert {1, 2, 3} <= {container.number for container in flat if container.kind == "item"}
    for kind in ("quote", "item"):
        assert max(sum(c.kind == kind for c in row) for row in containers) == 2
    assert "<kbd>" not in doc.text


@pytest.mark.parametrize(("language", "suffix"), [("markdown", "md"), ("yaml", "yaml")])
def test_what_the_guide_shows_can_be_copied(language: str, suffix: str, tmp_path: Path) -> None:
    doc = document(GUIDE)
    blocks = [block for block in doc.blocks if block.language == language]
    shown = [doc.text[block.start : block.end] for block in blocks]
    path = tmp_path / f"example.{suffix}"
    path.write_text(next(text for text in shown if "title:" in text), encoding="utf-8")
    example = load(str(path)).finish()
    assert example.problems == []
    assert example.metadata.title == "The Price of Bread"
    assert [c.by for b in example.blocks for c in b.containers if c.kind == "quote"]
    facts = authored(example)
    assert all(fact.place for fact in facts)
    assert len(facts) == (2 if suffix == "md" else 0)


def test_the_configuration_that_the_guide_shows_is_right(tmp_path: Path) -> None:
    doc = document(GUIDE)
    shown = [doc.text[block.start : block.end] for block in doc.blocks if block.language == "yaml"]
    path = tmp_path / "reader" / "config.yaml"
    path.parent.mkdir()
    path.write_text(next(text for text in shown if "keys:" in text), encoding="utf-8")
    settings = load_settings({"XDG_CONFIG_HOME": str(tmp_path)})
    assert settings.problems == []
    assert settings.measure == 72
    assert settings.keys.of("source") == ()
