import json
from pathlib import Path

import pytest

from reader.export import all_facts_json, article_json, outline_json
from reader.facts.quotes import quotes
from reader.formats import load

ARTICLE = """---
title: A title
subtitle: More of it
author: [Ada, Grace]
date: 2025-11-18
source: https://example.org/a
site: Example
lang: en
tags: [one, two]
facts:
  - Price: 5 dollars
  - label: Lost
    value: 77 euros
---
# A section

A paragraph with a [link](https://example.org/b). It costs 5 dollars[^1].

- one
  1. two
- [x] three

## Below

> Said so.
>
> > Deeper.
>
> — Somebody, head of Some

| a | b |
| - | - |
| c | d |

```python
x = 1
```

![alt](x.png "cap")

---

Term
: Its definition.

[^1]: A note.
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "article.md"
    file.write_text(ARTICLE, encoding="utf-8")
    return str(file)


def test_the_article_has_the_keys_of_the_contract(path: str) -> None:
    article = json.loads(article_json(load(path)))
    assert list(article) == [
        "title",
        "subtitle",
        "authors",
        "author",
        "date",
        "source",
        "site",
        "lang",
        "tags",
        "words",
        "text",
        "blocks",
        "outline",
        "facts",
        "quotes",
    ]
    assert article["title"] == "A title"
    assert article["subtitle"] == "More of it"
    assert article["authors"] == ["Ada", "Grace"]
    assert article["author"] == "Ada, Grace"
    assert article["date"] == "2025-11-18"
    assert article["source"] == "https://example.org/a"
    assert article["site"] == "Example"
    assert article["tags"] == ["one", "two"]
    assert 30 < article["words"] < 60
    assert article["outline"] == json.loads(outline_json(load(path)))
    assert [section["slug"] for section in article["outline"]] == ["a-section", "below"]


def test_blocks_say_where_they_stand_and_what_holds_them(path: str) -> None:
    article = json.loads(article_json(load(path)))
    text, blocks = article["text"], article["blocks"]
    for block in blocks:
        assert text[block["start"] : block["end"]] == block["text"]
    shapes = [
        {key: value for key, value in block.items() if key not in ("start", "end", "item")}
        for block in blocks
    ]
    item = {"kind": "list_item", "depth": 1, "ordered": False}
    said = "Somebody, head of Some"
    assert shapes == [
        {"kind": "heading", "text": "A section", "level": 1},
        {
            "kind": "paragraph",
            "text": "A paragraph with a link. It costs 5 dollars.",
            "links": [{"text": "link", "href": "https://example.org/b"}],
        },
        {**item, "text": "one"},
        {"kind": "list_item", "text": "two", "depth": 2, "ordered": True, "number": 1},
        {**item, "text": "three", "checked": True},
        {"kind": "heading", "text": "Below", "level": 2},
        {"kind": "quote", "text": "Said so.", "quote_depth": 1, "by": said},
        {"kind": "quote", "text": "Deeper.", "quote_depth": 2},
        {"kind": "table", "text": "a\tb\nc\td", "rows": [["a", "b"], ["c", "d"]]},
        {"kind": "code", "text": "x = 1", "language": "python"},
        {"kind": "image", "text": "alt\ncap", "src": "x.png", "alt": "alt", "caption": "cap"},
        {"kind": "rule", "text": ""},
        {"kind": "term", "text": "Term"},
        {"kind": "definition", "text": "Its definition."},
        {"kind": "footnote", "text": "A note.", "number": 1},
    ]
    items = {block["text"]: block["item"] for block in blocks if "item" in block}
    assert len(set(items.values())) == 3


def test_facts_and_quotes(path: str) -> None:
    found = json.loads(all_facts_json([load(path)]))
    assert list(found) == ["facts", "quotes"]
    price, lost = found["facts"]
    assert set(price) >= {
        "kind",
        "label",
        "value",
        "bound",
        "low",
        "high",
        "unit",
        "sentence",
        "section",
        "start",
        "end",
        "origin",
    }
    assert price["sentence"] == "It costs 5 dollars."
    assert price["section"] == "A section"
    assert (lost["start"], lost["end"], lost["sentence"]) == (-1, -1, "")
    (quote,) = found["quotes"]
    start, end = quote.pop("start"), quote.pop("end")
    assert quote == {
        "text": "Said so.\nDeeper.",
        "speaker": "Somebody",
        "role": "head of Some",
        "section": "Below",
    }
    assert load(path).finish().text[start:end] == "Said so.\nDeeper."
    assert len(quotes(load(path).finish())) == 1


def test_with_several_sources_each_entry_names_its_own(path: str) -> None:
    found = json.loads(all_facts_json([load(path), load(path)]))
    assert len(found["facts"]) == 4
    assert {entry["source"] for entry in found["facts"] + found["quotes"]} == {load(path).name}
