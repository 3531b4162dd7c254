"""Which found facts are one, and which come first."""

import pytest

from reader.document.model import Document
from reader.facts.choice import WEIGHTS, ordered
from reader.facts.labels import label
from reader.facts.mentions import mentions
from reader.facts.model import Fact
from reader.facts.repeats import beside, merged
from reader.formats import parse
from reader.formats.source import Source
from tests.facts.chosen_articles import Marked, articles

HEAD = "---\ntitle: {title}\nlang: {lang}\ndate: 2024-05-06\n---\n"


def article(body: str, title: str = "The bridge", lang: str = "en") -> Document:
    written = HEAD.format(title=title, lang=lang) + body
    return parse(Source("a.md", written, "markdown")).finish()


def chosen(body: str, title: str = "The bridge", lang: str = "en") -> list[Fact]:
    document = article(body, title, lang)
    return merged(document, mentions(document, lang))


def first(body: str, title: str = "The bridge", lang: str = "en") -> list[str]:
    document = article(body, title, lang)
    return [fact.value for fact in ordered(document, merged(document, mentions(document, lang)))]


@pytest.mark.parametrize(
    ("lang", "body", "values"),
    [
        # said again of the same thing
        ("en", "The bridge cost $95 million.\n\nThe bridge's $95 million came late.", 1),
        ("fr", "- Coût du pont : 95 millions d’euros\n\nLe pont a coûté 95 millions d’euros.", 1),
        ("en", "## A bridge for $95 million\n\nWork on it cost $95 million.", 1),
        # rounded
        ("en", "The game costs $9.99.\n\nIs a game worth $10?", 1),
        # the same in brackets, in another currency or unit
        ("en", "The game costs $20 (£16).", 1),
        ("en", "The road is 10 miles (16 km) long.", 1),
        ("de", "Die Brücke wiegt 20 t (rund 20.000 kg).", 1),
        # the same number of something else
        ("en", "The bridge cost $5 million.\n\nAnna earned $5 million.", 2),
        ("en", "Exports grew 4 percent.\n\nUnemployment stands at 4 percent.", 2),
        ("en", "It took two years.\n\nShe stayed two years.", 2),
        ("en", "The road is 10 miles (and 20 km of paths) long.", 2),
    ],
)
def test_repeats_are_one_fact(lang: str, body: str, values: int) -> None:
    facts = chosen(body, "Of a game", lang)
    assert len(facts) == values, [fact.value for fact in facts]
    assert sum(len(fact.places) for fact in facts) == 2


def test_of_its_places_that_in_the_text_is_its_own_and_the_exact_value_is_shown() -> None:
    document = article("## Games for $10\n\nThe game costs $9.99.", "A game")
    (fact,) = merged(document, mentions(document, "en"))
    assert (fact.value, fact.low) == ("$9.99", 9.99)
    assert document.text[fact.start : fact.end] == "$9.99"
    assert [document.text[a:b] for a, b in fact.places] == ["$10", "$9.99"]


def test_what_the_author_wrote_is_not_repeated() -> None:
    document = article("It cost $95 million, 4 percent of it for paint, and took 900 days.")
    facts = mentions(document, "en")
    own = [
        Fact("money", "Cost", "95 million dollars", low=95_000_000, unit="USD"),
        Fact("percent", "Paint", "four", low=0, start=facts[1].start, end=facts[1].end),
    ]
    assert [fact.value for fact in beside(own, facts)] == ["900 days"]
    assert beside([], facts) == facts


@pytest.mark.parametrize(
    ("lang", "title", "body", "last"),
    [
        # money before a bare year, and lives before anything small
        ("en", "The bridge", "In 1998 the bridge cost $95 million.", "1998"),
        ("en", "The flood", "The flood killed 12 people and hit 9 houses.", "9 houses"),
        # old values, forecasts, and those of others
        ("en", "Sales", "Sales were $8 billion, compared with $9 billion.", "$9 billion"),
        ("fr", "Les ventes", "Les ventes atteignent 8 %, contre 9 % avant.", "9 %"),
        ("de", "Der Umsatz", "Der Umsatz stieg um 8 Prozent, gegenüber 9 Prozent.", "9 Prozent"),
        ("es", "Las ventas", "Las ventas suben un 8 %, frente a un 9 %.", "9 %"),
        # what is only supposed, spoken, or in brackets
        ("en", "Sales", "If sales fell 8 percent, he would go. Sales rose 9 percent.", "8 percent"),
        ("en", "Sales", "“I lost $8 million,” he said.\n\nSales rose to $9 million.", "$8 million"),
        ("en", "Sales", "Sales (and $8 million in gifts) rose to $9 million.", "$8 million"),
        # the day of the article itself
        (
            "en",
            "Sales",
            "The sales in all shops rose on May 6, 2024. The sales in all shops end on June 9, 2024.",
            "May 6, 2024",
        ),
        # what is not the topic
        ("en", "Bridge opens", "Tea costs $3 today. The bridge opens for $4.", "$3"),
        # what was long ago
        ("en", "Quake", "The quake hurt 40 people. In 1961, 700 people were hurt.", "1961"),
    ],
)
def test_what_matters_less_comes_last(lang: str, title: str, body: str, last: str) -> None:
    assert first(body, title, lang)[-1] == last


def test_what_the_title_says_comes_first() -> None:
    body = "Bread costs $7, up 9 percent.\n\nA stamp costs $2.\n\nMilk costs $5."
    assert first(body, "Why a stamp costs $2")[0] == "$2"


def test_eight_figures_of_one_sentence_do_not_come_before_the_next_topic() -> None:
    many = ", ".join(f"{n} percent in {place}" for n, place in enumerate("ABCDEFGHIJ", 11))
    values = first(f"Prices rose: {many}.\n\nThe fund has $4 billion.", "Prices")
    assert "$4 billion" in values[:4]


def test_every_fact_stays_and_the_order_is_that_of_the_weights() -> None:
    body = " ".join(f"It cost ${n}00 million in {1900 + n}." for n in range(11, 41))
    document = article(body)
    facts = merged(document, mentions(document, "en"))
    listed = ordered(document, facts)
    assert sorted(map(id, listed)) == sorted(map(id, facts))
    assert listed == ordered(document, facts[::-1])
    assert ordered(document, []) == merged(document, []) == []


def test_the_headlines_of_articles_marked_by_hand() -> None:
    shown = wanted = 0
    for name in articles():
        marked = Marked(name)
        label(marked.document, marked.facts, marked.document.metadata.lang)
        listed = ordered(marked.document, merged(marked.document, marked.facts))
        got, most = marked.headline(listed)
        shown, wanted = shown + got, wanted + most
        assert got >= most / 2, name
    assert shown / wanted >= 0.80
    assert len(WEIGHTS) < 32  # few enough to be explained
