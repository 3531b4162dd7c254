"""Spaces at which no line ends; `~` stands for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typeset.linebreak import HYPHEN_COST, Words, break_lines
from reader.typeset.together import Together, together

KEPT = {
    "fr": [
        "Il coûte 30~milliards de dollars, 5~% de plus, à 10~km d’ici.",
        "Ils sont 1~000~000 et 5~pour~cent~; vraiment~? «~Oui~», dit-elle~: voilà~!",
        "Le 18~novembre 2025, le 1er~mai à 20~h~30, au XXe~siècle, sous Louis~XIV.",
        "J.~R.~R.~Tolkien, D.~A.~Davidson et J.-P.~Martin ont vu M.~Dupont, Mme~Durand, le Dr~Petit.",
        "Voir p.~4, l’art.~3, n°~3 et fig.~2~: 12~Md$, 3~GW, 100 av.~J.-C.~; fin~…",
    ],
    "en": [
        "It cost $~5 or €~5, then 30~billion dollars for 10~km, 5~percent or 5~per~cent.",
        "Mr.~Smith met Dr.~Jones on May~3 and Jan~5 and 18~November at 5~p.m. in St.~Ives.",
        "See No.~5, Fig.~2 and p.~4 of J.~R.~R.~Tolkien and the U.S.~Government.",
        "Martin Luther King~Jr. was born in the 20th~century, before World War~II, of 3~1/2~pounds.",
        "I saw it. He did not. So what? Was it 1984 when that was said? No, 1985.",
    ],
    "de": [
        "Am 3.~Mai und 18.~November waren es z.~B. 5~km, d.~h. 30~Milliarden Euro um 8~Uhr.",
        "Siehe S.~12, Nr.~5, Abs.~3, §~5~; Dr.~Müller und Prof.~Dr.~Weiß".replace("~;", ";"),
        "Es sind 5~Mio.~Euro im 19.~Jahrhundert, i.~d.~R. 5~% bei 5~°C für J.~W.~Goethe.",
    ],
    "es": [
        "El 18~de~noviembre de 2025, p.~ej. 30~millones de euros y 5~por~ciento a 10~km.",
        "El Sr.~García y la Dra.~López, núm.~5, siglo~XX, EE.~UU., 300 a.~C., de J.~L.~Borges.",
        "Son 5 de 10, o 5 por persona.",
    ],
    "it": [
        "Il 18~novembre, il 1º~maggio, 30~miliardi di euro, 5~per~cento, p.~es. 10~km.",
        "Il dott.~Rossi e l’On.~Bianchi: art.~3, n.~5, pag.~4, fig.~2, XX~secolo, G.~B.~Vico.",
    ],
    "nl": ["Het is 5~km en 5~%, van J.~R.~R.~Tolkien; 5 jaar : niets."],
}


@pytest.mark.parametrize(
    ("lang", "expected"), [(lang, text) for lang, texts in KEPT.items() for text in texts]
)
def test_what_stays_together(lang: str, expected: str) -> None:
    assert together(lang).keep(expected.replace("~", " ")).replace("\u00a0", "~") == expected


@pytest.mark.parametrize("lang", [lang for lang in KEPT if lang != "nl"])
def test_where_no_language_is_known_all_rules_hold(lang: str) -> None:
    for expected in KEPT[lang]:
        kept = together("").keep(expected.replace("~", " "))
        wanted = [at for at, sign in enumerate(expected) if sign == "~"]
        assert all(kept[at] == "\u00a0" for at in wanted)


@given(
    st.text(alphabet="aM.3 «»:XV%n°’…(\n\u00a0dekm,-", max_size=60),
    st.sampled_from(["", "fr", "es"]),
)
def test_only_spaces_change(text: str, lang: str) -> None:
    kept = Together(lang).keep(text)
    assert kept.replace("\u00a0", " ") == text.replace("\u00a0", " ")


def test_what_stays_together_is_parted_only_where_it_is_longer_than_the_line() -> None:
    words = Words("", HYPHEN_COST)
    text = together("fr").keep("Ce sont 30 milliards de dollars")
    for measure in range(12, 40):
        lines = [text[line[0] : line[1]] for line in break_lines(text, measure, words)]
        assert not any(line.endswith("30") for line in lines)
    assert len(break_lines(text, 8, words)) > 3
