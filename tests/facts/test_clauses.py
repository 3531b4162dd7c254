"""Sentences as words with tags, phrases, clauses."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.facts.clauses import clauses, phrases
from reader.facts.grammar import grammar
from reader.facts.language import languages
from reader.facts.tagging import MAX_LENGTH, tagged, tokens

_VALUE = re.compile(r"[$€]?\d[\d.,]*(?:\s?(?:%|percent|Prozent|euros?|Euro|millions))?")


def _read(lang, text):
    values = [match.span() for match in _VALUE.finditer(text)]
    return clauses(text, grammar(lang), values)


def _said(phrase):
    return " ".join(word.text for word in phrase.words) if phrase is not None else ""


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Revenue rose 3 percent.", [("Revenue", "rose")]),
        (
            "en",
            "Japan's index fell 3%, while shares in Acme gained 2%.",
            [("Japan 's index", "fell"), ("shares", "gained")],
        ),
        (
            "en",
            "Acme, which sells shoes, was founded in 1926.",
            [("Acme", "sells"), ("Acme", "founded")],
        ),
        (
            "en",
            "The phone weighs 182 grams and costs 499.",
            [("phone", "weighs"), ("phone", "costs")],
        ),
        (
            "en",
            "Analysts surveyed by Orbit were expecting 5%.",
            [("Analysts", "expecting")],
        ),
        ("en", "A plant costing 8 will open.", [("plant", "costing"), ("plant", "open")]),
        ("fr", "Le titre a reculé de 3 %.", [("titre", "reculé")]),
        (
            "fr",
            "L’incendie qui s’est déclaré lundi a parcouru 50 hectares.",
            [("incendie", "déclaré"), ("incendie", "parcouru")],
        ),
        ("fr", "Aux États-Unis, la hausse atteint 3 %.", [("hausse", "atteint")]),
        ("de", "Bei Gas sank der Absatz um 9 Prozent.", [("Absatz", "sank")]),
        (
            "de",
            "Die Bahn hat im Mai 40 Prozent der Kunden verloren.",
            [("Bahn", "verloren")],
        ),
        ("de", "Der Bund nahm um 9 Prozent zu.", [("Bund", "nahm")]),
        ("es", "El banco ganó 30 y cerrará 20.", [("banco", "ganó"), ("banco", "cerrará")]),
        ("it", "Soffieranno forti venti sul mare.", [("forti venti", "Soffieranno")]),
        ("pt", "A central terá 300.", [("central", "terá")]),
        ("nl", "Het bedrijf werd in 1931 opgericht.", [("bedrijf", "opgericht")]),
    ],
)
def test_each_verb_has_its_subject(lang, text, expected):
    found = [
        (_said(clause.subject), clause.main.text) for clause in _read(lang, text) if clause.verbs
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("lang", "text", "passive"),
    [
        ("en", "The homes were destroyed.", True),
        ("en", "The storm destroyed the homes.", False),
        ("en", "The storm has destroyed the homes.", False),
        ("fr", "Le produit sera interdit.", True),
        ("fr", "La ville a interdit le produit.", False),
        ("de", "Der Damm wurde gebaut.", True),
        ("de", "Die Stadt hat den Damm gebaut.", False),
    ],
)
def test_passive(lang, text, passive):
    assert _read(lang, text)[0].passive is passive


def test_separable_verbs_mean_what_their_parts_mean_together():
    (clause,) = _read("de", "Die Zahl nahm um 9 Prozent zu.")
    assert clause.main.form.infinitive == "zunehmen"
    (clause,) = _read("nl", "Het aantal nam met 9 toe.")
    assert clause.main.form.infinitive == "toenemen"


@pytest.mark.parametrize(
    ("lang", "text", "tags"),
    [
        ("fr", "l’État", ["det", "noun"]),
        ("fr", "vu aujourd’hui", ["part", "adv"]),
        ("it", "dell’anno", ["of", "noun"]),
        ("en", "Acme's profit", ["noun", "noun", "noun"]),
        ("en", "it's late", ["pron", "aux", "noun"]),
        ("en", "the rise", ["det", "noun"]),
        ("en", "shares are", ["noun", "aux"]),
        ("de", "der Kunde, der", ["det", "noun", "mark", "rel"]),
        ("nl", "Jan de Boer", ["noun", "noun", "noun"]),
        ("fr", "la baisse des prix", ["det", "noun", "of", "noun"]),
    ],
)
def test_tags(lang, text, tags):
    found = [word.tag for word in tagged(text, grammar(lang))]
    assert found[1:] == tags[1:]


def test_a_figure_is_one_word():
    text = "rose to $2.5 billion in May"
    words = tokens(text, grammar("en"), [(8, 20)])
    assert [word.text for word in words] == ["rose", "to", "$2.5 billion", "in", "May"]


def test_prepositions_belong_to_the_phrase_behind_them():
    found = phrases(tagged("Sales of shoes in France", grammar("en")), grammar("en"))
    assert [(p.prep, p.of) for p in found] == [("", False), ("of", True), ("in", False)]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(languages()),
    st.text(st.sampled_from("abct e'’,.;:()3%$-–«»\nÀß"), max_size=120),
    st.lists(st.integers(0, 119), max_size=6),
)
def test_whatever_the_text_words_keep_their_order_and_place(lang, text, places):
    places = sorted({place for place in places if place < len(text)})
    values = list(zip(places[::2], places[1::2], strict=False))
    words = tokens(text, grammar(lang), values)
    assert all(a.end <= b.start for a, b in pairwise(words))
    assert all(text[word.start : word.end] == word.text for word in words)
    clauses(text, grammar(lang), values)


def test_of_an_endless_sentence_only_the_beginning_is_read():
    words = tagged("word " * 100_000, grammar("en"))
    assert words[-1].end <= MAX_LENGTH


@pytest.mark.parametrize("lang", languages())
def test_each_language_has_its_grammar(lang):
    words = grammar(lang)
    assert len(words.forms) > 500
    assert {"det", "prep", "pron", "aux", "adv", "of", "and"} <= {
        tag for roles in words.roles.values() for tag in roles
    }
    assert words.change_forms.keys() <= words.forms.keys()
