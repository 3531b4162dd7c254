"""Where sentences begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.model import Block, Document, Metadata
from reader.document.sentence import sentence, sentences


def document(text: str, lang: str = "", kind: str = "paragraph") -> Document:
    metadata = Metadata()
    metadata.lang = lang
    blocks: list[Block] = []
    start = 0
    for line in text.split("\x00"):
        blocks.append(Block(kind, start, start + len(line)))
        start += len(line) + 1
    return Document(metadata, iter([(text.replace("\x00", "\n"), blocks)]))


def split(text: str, lang: str = "") -> list[str]:
    return [text[a:b] for a, b in sentences(text, lang)]


# `|` stands where a sentence ends.
@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("fr", "M. Nadella parle.| Il se tait."),
        ("fr", "Le cours perd 3.2 points, puis 4,1 %.| Rien d’autre."),
        ("fr", "Gil Luria, de D. A. Davidson, doute.| Pas lui."),
        ("fr", "Il a dit : « Nous venons. Nous restons. »| Puis il est parti."),
        ("fr", "OpenAI, a-t-il précisé, « reste un partenaire ».| Personne n’y croit."),
        ("fr", "« Vraiment ? » a-t-il demandé.| Elle a ri."),
        ("fr", "Quoi\u202f!| Déjà\u202f?| Oui… peut-être.| Non."),
        ("fr", "Voir p. 12 et art. 3.| Fin."),
        ("en", "Dr. Smith met Mr. Jones at 5 p.m. in St. Louis.| They left."),
        ("en", "The U.S. Army came.| It went."),
        ("en", "“Come in. Sit down,” she said.| He did."),
        ("en", "She said: “Come in. Sit down.”| He did."),
        ("en", 'He wrote "No. Never." and left.| She stayed.'),
        ("en", "Two years ago.| 5 people came, at 7 a.m. on Sept. 5."),
        ("en", "He went out.| She said no.| They met (twice.)| The end?!| Yes."),
        ("en", "Apple fell 2.5%.| Google rose."),
        ("de", "Am 26. Juli 2020 kam er, z. B. mit dem Zug.| Er ging 2021.| Ende."),
        ("de", "„Ich komme. Ich bleibe“, sagte er.| Sie nicht."),
        ("de", "Der 2. Platz zählt nicht.| Nur der 1. zählt."),
        ("es", "El Sr. García llegó.| ¿Quién es?| ¡Nadie!| La Sra. Ruiz sonrió."),
        ("it", "Il dott. Rossi arrivò.| «Chi è?» chiese.| Nessuno."),
        ("pt", "O Sr. Silva saiu.| Voltou às 10h.| Fim."),
        ("nl", "Dhr. De Vries kwam.| Hij bleef ca. 5 dagen.| Klaar."),
        ("zh", "他来了。|她走了！|完"),
    ],
)
def test_sentences(lang: str, marked: str) -> None:
    assert split(marked.replace("|", ""), lang) == [part.strip() for part in marked.split("|")]


def test_the_sentence_around_a_place() -> None:
    doc = document("Un titre\x00Il perd 3,2 %. Elle gagne. Fin.\x00Autre bloc.")
    at = doc.text.index("3,2")
    assert doc.text[slice(*sentence(doc, at, at + 3))] == "Il perd 3,2 %."
    assert doc.text[slice(*sentence(doc, at, at + 12))] == "Il perd 3,2 %. Elle gagne."
    last = len(doc.text) - 2
    assert doc.text[slice(*sentence(doc, last, len(doc.text)))] == "Autre bloc."
    between = doc.text.index(" Elle")
    assert doc.text[slice(*sentence(doc, between, between + 1))] == "Elle gagne."


def test_code_and_tables_have_lines_and_cells() -> None:
    code = document("a = 1. B\nc = 2", kind="code")
    assert code.text[slice(*sentence(code, 4, 5))] == "a = 1. B"
    table = document("Nom\tPrix. Fin\nA\tB", kind="table")
    assert table.text[slice(*sentence(table, 5, 6))] == "Prix. Fin"


def test_a_paragraph_as_long_as_a_book_is_not_read_whole() -> None:
    doc = document("mot " * 100_000 + "Fin. " + "Suite mot. " * 1000)
    first, last = sentence(doc, 200_000, 200_003)
    assert last - first < 10_000
    assert first <= 200_000 < last


def test_an_empty_document_has_no_sentence() -> None:
    doc = Document(Metadata(), iter([]))
    assert sentence(doc, 0, 0) == (0, 0)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aB1 .!?…«»“”„\"'\n\u00a0。", max_size=60), st.data())
def test_a_sentence_holds_its_place_and_stays_in_the_text(text: str, data: st.DataObject) -> None:
    doc = document(text)
    at = data.draw(st.integers(0, len(text)))
    first, last = sentence(doc, at, at)
    assert 0 <= first <= last <= len(text)
    ranges = sentences(text)
    assert all(a < b for a, b in ranges)
    assert all(one[1] <= two[0] for one, two in pairwise(ranges))
    assert "".join("".join(text[a:b] for a, b in ranges).split()) == "".join(text.split())
