"""Facts by hand are tied to their places in the text."""

from reader.document.model import Block, Document, FactEntry, Metadata
from reader.document.outline import outline
from reader.facts.authored import authored
from reader.facts.export import facts_json

TITLE = "Un accord à 30 milliards de dollars"
BODY = [
    "Le prix baisse de 14 %. Rien d’autre.",
    "L’accord",
    "Anthropic paiera 30\u00a0milliards de dollars, soit 4\u202f% de plus. Nvidia gagne 4\u202f%.",
    "L’an dernier, « jusqu’à 10 milliards » d’euros.",
]


def document(*facts: FactEntry) -> Document:
    metadata = Metadata()
    metadata.lang = "fr"
    metadata.facts = list(facts)
    kinds = ["title", "paragraph", "heading", "paragraph", "paragraph"]
    blocks: list[Block] = []
    start = 0
    for kind, line in zip(kinds, [TITLE, *BODY], strict=True):
        blocks.append(Block(kind, start, start + len(line), level=2 if kind == "heading" else 0))
        start += len(line) + 1
    return Document(metadata, iter([("\n".join([TITLE, *BODY]), blocks)])).finish()


def places(*facts: FactEntry) -> list[str]:
    doc = document(*facts)
    return [doc.text[fact.start : fact.end] if fact.place else "" for fact in authored(doc)]


def test_the_value_is_found_in_the_body_before_the_title() -> None:
    doc = document(FactEntry("Anthropic", "30 milliards de dollars"))
    (fact,) = authored(doc)
    assert doc.text[fact.start : fact.end] == "30\u00a0milliards de dollars"
    assert fact.start > len(TITLE)
    assert (fact.kind, fact.low, fact.unit, fact.short) == ("money", 30e9, "USD", "30 Md$")
    assert fact.origin == "author"


def test_the_title_is_better_than_nothing() -> None:
    assert places(FactEntry("Titre", "un accord a 30")) == ["Un accord à 30"]


def test_a_quote_goes_before_the_value_and_forgives_accents_and_quotes() -> None:
    assert places(FactEntry("x", "4 %", quote="Nvidia GAGNE 4 %")) == ["Nvidia gagne 4\u202f%"]
    assert places(FactEntry("x", "4 %", quote="\"jusqu'a 10 milliards\"")) == ["« jusqu’à 10 milliards »"]  # fmt: skip


def test_a_quote_that_is_nowhere_leaves_the_value() -> None:
    assert places(FactEntry("x", "14 %", quote="nulle part")) == ["14 %"]


def test_a_number_is_not_found_inside_another() -> None:
    doc = document(FactEntry("Anthropic", "4 %"))
    (fact,) = authored(doc)
    assert doc.text[fact.start - 6 : fact.start] == ", soit"[1:] + " "


def test_the_label_chooses_among_places() -> None:
    first, second = authored(document(FactEntry("Anthropic", "4 %"), FactEntry("Nvidia", "4 %")))
    assert first.start < second.start


def test_bound_words_of_the_value_or_label_need_not_be_in_the_text() -> None:
    facts = authored(
        document(
            FactEntry("Anthropic", "près de 30 milliards de dollars"),
            FactEntry("Nvidia, jusqu’à", "10 milliards"),
        )
    )
    assert [fact.bound for fact in facts] == ["about", "max"]
    assert all(fact.place for fact in facts)


def test_what_is_not_in_the_text_has_no_place_but_keeps_its_turn() -> None:
    doc = document(FactEntry("a", "99 €", "g"), FactEntry("b", "14 %"))
    facts = authored(doc)
    assert [(fact.label, fact.group) for fact in facts] == [("a", "g"), ("b", "")]
    assert facts[0].place is None
    assert (facts[0].start, facts[0].end) == (-1, -1)


def test_json_names_sentence_and_section() -> None:
    doc = document(
        FactEntry("Nvidia", "4 %"), FactEntry("Prix, au plus", "14 %"), FactEntry("x", "99 €")
    )
    nvidia, price, lost = facts_json(authored(doc), doc, outline(doc))
    assert nvidia["sentence"] == "Nvidia gagne 4\u202f%."
    assert (nvidia["section"], nvidia["bound"], nvidia["low"]) == ("L’accord", None, 4)
    assert (price["section"], price["bound"]) == ("", "max")
    assert (lost["sentence"], lost["section"], lost["start"]) == ("", "", -1)
    assert list(nvidia) == [
        "kind", "label", "value", "bound", "low", "high", "unit", "group", "sentence", "section",
        "start", "end", "origin",
    ]  # fmt: skip
