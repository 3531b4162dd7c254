"""What quotations have in common, whatever their language."""

import time

import pytest

from reader.facts.language import languages
from reader.facts.quotations import joined, quotations
from reader.facts.quotes import quotes
from reader.facts.speech import speech, tokens
from reader.formats import parse
from reader.formats.source import Source
from tests.facts.quoting import said

ARTICLE = """---
title: Jane Doe said “never again”
---

## “Not so fast”

Ada Example was there. As she put it, “it was a long and windy road”.

> “Words of my own,” said nobody.
>
> — Bob Sample, head of Some

“I disagree,” Sample said. `print("a b c d," said)`

![A picture of “The best of all possible worlds”](a.png "“It is,” said Al")
"""


def test_prose_is_read_and_what_its_author_has_attributed_is_not_read_again() -> None:
    document = parse(Source("test.md", ARTICLE, "markdown")).finish()
    found = quotations(document, "en-GB")
    assert {quote.origin for quote in found} == {"found"}
    assert [(q.text(document), q.speaker, q.role) for q in found] == [
        ("it was a long and windy road", "Ada Example", ""),
        ("I disagree,", "Bob Sample", "head of Some"),
    ]
    both = joined(quotes(document), found)
    assert [(q.speaker, q.origin) for q in both] == [
        ("Ada Example", "found"),
        ("Bob Sample", "author"),
        ("Bob Sample", "found"),
    ]


def test_a_language_without_a_file_has_none() -> None:
    assert said("“Tak,” řekl Jan Novák.", "cs") == []


@pytest.mark.parametrize("lang", languages())
def test_the_words_of_a_language_are_in_lower_case_and_there(lang: str) -> None:
    words = speech(lang)
    assert words is not None
    for group in (words.verbs, words.groups, words.works, words.clauses, words.of, words.common):
        assert group and all(word == word.lower() and "’" not in word for word in group)
    assert {"m", "f", "n"} >= set(words.roles.values())
    assert words.pronouns and words.determiners and words.honorifics


def test_words_are_cut_where_a_language_joins_them() -> None:
    def cut(text: str) -> list[str]:
        return [token.text for token in tokens(text)]

    assert cut("a-t-il dit") == ["a", "il", "dit"]
    assert cut("l’OMS, dit-elle") == ["l’", "OMS", ",", "dit", "elle"]
    assert cut("Smith’s Jean-Pierre O’Brien D’Alberto") == [
        "Smith", "’s", "Jean-Pierre", "O’Brien", "D’Alberto",
    ]  # fmt: skip


HOSTILE = [
    "“" * 50_000,
    "said ”" * 20_000,
    "‘a " * 40_000,
    "“a” " * 40_000,
    "“Hello there my friend,” said John Smith. " * 3_000,
    "Smith, said. " * 15_000,
    "“Hello there my friend,” she said.\n\nThe minister John Smith left.\n\n" * 2_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_time_is_linear(text: str) -> None:
    document = parse(Source("test.md", text, "markdown")).finish()
    began = time.process_time()
    quotations(document, "en")
    assert time.process_time() - began < 6  # a quadratic one takes minutes
