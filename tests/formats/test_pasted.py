"""Pages as they are pasted from a browser, in the habits of several sites and languages."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.model import Document
from reader.formats import parse, parse_from
from reader.formats.sniff import sniff
from reader.formats.source import Source
from reader.formats.text import looks_pasted
from reader.library.bookmark import bookmark, find_again
from tests.formats.tools import well_formed

SHORT = {"heading": "h", "paragraph": "p", "attribution": "by", "title": "t", "subtitle": "s"}
LONG = (
    "The river had been rising since the morning, and by noon the lower road was gone, so that"
    " nobody who lived beyond the mill could come to the market."
)
FURNITURE = "Share\nAdvertisement\nLeave a comment\n© 2024 The Paper\n"
LONG_FR = (
    "La rivière montait depuis le matin ; à midi la route basse avait disparu, si bien que personne"
    " de ceux qui vivent au-delà du moulin n’a pu venir au marché."
)


def paste(text: str) -> Document:
    return parse(Source("page.txt", text, "text")).finish()


def shape(document: Document) -> list[str]:
    """Each block as its kind in short and its first words."""
    rows = []
    for block in document.blocks:
        text = document.text[block.start : block.end]
        kind = SHORT.get(block.kind, block.kind)
        names = [container.kind for container in block.containers]
        if "item" in names:
            number = next(c.number for c in block.containers if c.kind == "item")
            kind = "li" if number is None else f"li{number}"
        elif "quote" in names and kind == "p":
            kind = "q"
        rows.append(f"{kind}: {text[:24]}")
    return rows


TITLE_FR = "La crue du siècle au moulin de Sainte-Aube et ses suites pour la vallée"
NEWS_FR = f"""Accueil Sciences et nature{TITLE_FR}

{TITLE_FR}

par Jeanne
Belgique

{LONG_FR}

Ce que l’on sait

{LONG_FR}

  • Niveau : quatre mètres au-dessus de la normale.
  • Dégâts : deux ponts et une grange, selon la commune.

Et maintenant : le calme

{LONG_FR}

source:https://example.org/2024/05/03/crue-du-siecle

You may also like

Leave a Comment
"""


def test_a_title_twice_and_once_glued_to_the_way_to_it() -> None:
    document = paste(NEWS_FR)
    meta = document.metadata
    assert meta.title == TITLE_FR
    assert meta.authors == ["Jeanne"]
    assert meta.source == "https://example.org/2024/05/03/crue-du-siecle"
    assert shape(document) == [
        "t: La crue du siècle au mou",
        "p: La rivière montait depui",
        "h: Ce que l’on sait",
        "p: La rivière montait depui",
        "li: Niveau : quatre mètres a",
        "li: Dégâts : deux ponts et u",
        "h: Et maintenant : le calme",
        "p: La rivière montait depui",
    ]
    assert document.dropped == [
        "Accueil Sciences et nature" + TITLE_FR,
        "par Jeanne",
        "Belgique",
        "source:https://example.org/2024/05/03/crue-du-siecle",
        "You may also like",
        "Leave a Comment",
    ]


MENU = "Skip to content\nHome\nWorld\nSport\nCulture\nNewsletter\nSign in\nSearch\n"
ENGLISH = f"""{MENU}
Floods cut off three villages in the north
By Ada Marsh and Tom Hill - May 3, 2024, 8:15 pm BST
Share
Tweet

{LONG}

ADVERTISEMENT

{LONG}

Read also: Ten bridges that did not hold

“{LONG}”

— Rose Webb, mayor of Lowmill

{LONG}

12 comments
Anon
What a mess they have made of it, and nobody ever says a word about the mill.
Reply
Related stories
Ten bridges that did not hold
© 2024 The Northern Post
"""


def test_a_page_with_menus_shares_and_comments() -> None:
    document = paste(ENGLISH)
    meta = document.metadata
    assert meta.title == "Floods cut off three villages in the north"
    assert (meta.authors, meta.date) == (["Ada Marsh", "Tom Hill"], "2024-05-03")
    assert shape(document) == [
        "t: Floods cut off three vil",
        "p: The river had been risin",
        "p: The river had been risin",
        "q: “The river had been risi",
        "by: Rose Webb, mayor of Lowm",
        "p: The river had been risin",
    ]
    assert document.blocks[3].containers[0].by == "Rose Webb, mayor of Lowmill"
    assert "Share" in document.dropped
    assert "© 2024 The Northern Post" in document.dropped


LONG_OF = {
    "de": "Der Fluss stieg seit dem Morgen, und am Mittag war die untere Straße verschwunden, so"
    " dass niemand aus den Dörfern hinter der Mühle zum Markt kommen konnte.",
    "es": "El río subía desde la mañana, y al mediodía la carretera de abajo había desaparecido,"
    " de modo que nadie de más allá del molino pudo venir al mercado.",
    "it": "Il fiume saliva dal mattino e a mezzogiorno la strada bassa era sparita, sicché nessuno"
    " di quelli che vivono oltre il mulino è potuto venire al mercato.",
    "pt": "O rio subia desde a manhã, e ao meio-dia a estrada de baixo tinha desaparecido, de modo"
    " que ninguém de além do moinho conseguiu vir ao mercado.",
    "nl": "De rivier steeg sinds de ochtend en om twaalf uur was de lage weg verdwenen, zodat"
    " niemand van voorbij de molen naar de markt kon komen.",
    "fr": LONG_FR,
}
PAGES = [
    ("de", "Von Ute Berg\n3. Mai 2024", "Teilen", "Lesen Sie auch", "Kommentar schreiben"),
    ("es", "Por Inés Vega | 3 de mayo de 2024", "Compartir", "Te puede interesar", "Comentarios"),
    ("it", "di Ute Berg\n03/05/2024", "Condividi", "Potrebbe interessarti", "Lascia un commento"),
    ("pt", "Por Inês Vaz - 03.05.2024", "Compartilhar", "Leia também", "Deixe um comentário"),
    ("nl", "Door Jan de Wit\n3 mei 2024", "Delen", "Lees ook", "Plaats een reactie"),
    ("fr", "Par Jean Vidal • 3 mai 2024 à 8h15", "Partager", "À lire aussi", "Réagir"),
]


@pytest.mark.parametrize(("lang", "about", "share", "related", "comments"), PAGES)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_pages_in_six_languages(
    lang: str, about: str, share: str, related: str, comments: str, gap: str
) -> None:
    text = LONG_OF[lang]
    title = "Sainte-Aube: 3 villages, 2 ponts, 1 rivière"
    other = "Autres ponts, Andere Brücken"
    lines = [
        *("Menu", "Politik", "Sport"),
        *(title, about, share, text, "Die Mühle 1904", text, text, related, other, comments, text),
    ]
    document = paste(gap.join(lines))
    assert document.metadata.title == title
    assert document.metadata.date == "2024-05-03"
    assert len(document.metadata.authors) == 1
    assert [row[:2] for row in shape(document)] == ["t:", "p:", "h:", "p:", "p:"]
    assert document.dropped[-4:] == [related, other, comments, text]


def test_a_box_of_other_articles_between_paragraphs() -> None:
    text = (
        f"{MENU}\nA title of some words\nMay 3, 2024\n\n{LONG}\n\nRelated articles\n• One\n• Two\n"
    )
    document = paste(f"{text}\nWhat comes next\n\n{LONG}\n\n{LONG}\n\nLeave a reply\n")
    assert [row[:2] for row in shape(document)] == ["t:", "p:", "h:", "p:", "p:"]
    assert "One" not in document.text


def test_the_standfirst_and_a_byline_on_two_lines() -> None:
    text = f"{MENU}\nA title of some words\n{LONG[:88]}\npor\n• César Vega\n1 de mayo de 2024 3:00 AM\n"
    document = paste(f"{text}\n{LONG}\n\n{LONG}\n\nComentarios\n0\n")
    assert document.metadata.subtitle == LONG[:88]
    assert document.metadata.authors == ["César Vega"]
    assert document.metadata.date == "2024-05-01"
    assert [row[:2] for row in shape(document)] == ["t:", "s:", "p:", "p:"]


def test_a_lone_bullet_belongs_to_the_next_line() -> None:
    document = paste(f"A title here\n\n{LONG}\n\n•\nOne thing\n•\nAnother thing\n\n{LONG}\n")
    assert [row[:6] for row in shape(document)[1:]] == ["p: The", "li: On", "li: An", "p: The"]


@pytest.mark.parametrize("sign", [*"•‣▪◦●·→✓-*–", "1.", "1)", "(1)"])
def test_list_items_of_all_signs(sign: str) -> None:
    second = sign.replace("1", "2")
    document = paste(f"{LONG}\n\n{sign} one thing\n{second} another\n\nAnd then\n\n{LONG}\n")
    items = [row for row in shape(document) if row.startswith("li")]
    assert [row.partition(": ")[2] for row in items] == ["one thing", "another"]
    assert items[1].startswith("li2" if "1" in sign else "li:")


def test_a_paste_that_was_wrapped_is_joined() -> None:
    import textwrap

    wrapped = "\n".join(textwrap.fill(line, 64) for line in ENGLISH.split("\n"))
    assert paste(wrapped).text == paste(ENGLISH).text


def test_an_article_without_furniture_loses_nothing() -> None:
    text = f"My journey to the mill\n\n{LONG}\n\nShare\n\nAbout\n\n{LONG}\n\nThe end\n"
    document = paste(text)
    assert document.metadata.title == "My journey to the mill"
    assert document.text.split() == text.split()
    assert document.dropped == []


@pytest.mark.parametrize("word", ["About", "Comments", "Related", "Topics", "Newsletter"])
def test_a_heading_that_could_be_furniture_stays(word: str) -> None:
    text = f"{MENU}\nThe title of it all\nBy Ada Marsh\n\n{LONG}\n\n{word}\n\n{LONG}\n\n{LONG}\n"
    document = paste(f"{text}\n{LONG}\n\nLeave a comment\n© 2024 The Post\n")
    assert f"h: {word}" in shape(document)
    assert document.text.count(LONG) == 4


def test_an_interview() -> None:
    lines = [f"Q: What of the mill, number {n}?\n\nA: Not much." for n in range(4)]
    document = paste(f"The miller speaks\n\n{LONG}\n\n" + "\n\n".join(lines) + f"\n\n{LONG}\n")
    assert [row[:5] for row in shape(document)[2:6]] == ["h: Q:", "p: A:"] * 2


def test_verse_keeps_its_lines() -> None:
    poem = "The mill is still\nand so am I\nthe wheel, the hill\nthe empty sky"
    document = paste(f"A poem of the north\n\n{LONG}\n\n{poem}\n\n{LONG}\n")
    assert poem in document.text
    assert len(document.blocks) == 4


def test_a_recipe_keeps_the_list_above_its_first_sentence() -> None:
    items = "• flour\n• water\n• salt\n"
    steps = "1. Mix it all in a bowl.\n2. Let it rest for an hour.\n3. Bake it until it is brown."
    text = f"{MENU}\nThe bread of the mill\nBy Ada Marsh\n\nIngredients\n{items}\nMethod\n{steps}\n"
    document = paste(f"{text}\nLeave a comment\nAnon\n{LONG}\n© 2024 The Post")
    assert shape(document) == [
        *("t: The bread of the mill", "h: Ingredients", "li: flour", "li: water", "li: salt"),
        *("h: Method", "li1: Mix it all in a bowl.", "li2: Let it rest for an hour."),
        "li3: Bake it until it is brow",
    ]


def test_cells_with_tabs_between_are_a_table() -> None:
    document = paste(f"A title here\n\n{LONG}\n\nYear\tLevel\n1904\t3 m\n2024\t4 m\n\n{LONG}\n")
    assert [block.kind for block in document.blocks] == ["title", "paragraph", "table", "paragraph"]
    assert "1904\t3 m" in document.text
    assert len(document.blocks[2].rows) == 3


def test_the_page_speaks_before_the_title() -> None:
    notice = "We see that your browser is old, and would be glad if you had another one for us."
    title = "The mill that did not give way"
    text = f"{notice}\nSign in\n• {title}\nBy\nAda Marsh\nMay 3, 2024\n\n{LONG}\n\n{LONG}\n\n{LONG}"
    document = paste(f"{text}\n\n{LONG}\n{title}\nShare\nLeave a comment\n")
    assert document.metadata.title == title
    assert document.metadata.authors == ["Ada Marsh"]
    assert notice in document.dropped


def test_a_place_is_found_again() -> None:
    before, again = paste(ENGLISH), paste(ENGLISH)
    for at in range(0, len(before), 3):
        assert find_again(again, bookmark(before, at, 10)) == at


def test_places_in_the_source() -> None:
    data = NEWS_FR.encode()
    document = paste(NEWS_FR)
    for block in document.blocks:
        raw = data[slice(*block.source)].decode()
        assert document.text[block.start : block.end] in raw
    assert parse_from(Source("x", NEWS_FR, "text"), document, 40) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (ENGLISH.replace("ADVERTISEMENT", "- one\n- two"), "text"),
        (f"{LONG}\n\n1. one\n2. two\n\nHeading\n\n{LONG}", "text"),
        (f"# Head\n\n{LONG}\n\n- one", "markdown"),
        (f"{LONG}\n\n- one\n  - two\n", "markdown"),
        (f"{LONG}\n\n- [ ] one\n", "markdown"),
        (f"{LONG}\n\n> one\n> two\n\nx", "markdown"),
        ("- one\n- two", "markdown"),
        (f"{LONG}\n\nthis *one* word", "markdown"),
        ("\n\n".join([LONG] * 80 + ["so *you* say"]), "text"),
        ("\n\n".join([LONG, "so *you* say"] * 40), "markdown"),
        (f"1. A Guide\n{FURNITURE}{LONG}\n", "text"),
        (f"{FURNITURE}{LONG}\n\n" * 9 + "so *you* say", "text"),
    ],
)
def test_what_is_a_paste_and_what_is_markdown(text: str, kind: str) -> None:
    assert sniff(text) == kind


HOSTILE = {
    "bullets": "•\n" * 20_000,
    "items": "• Home\n" * 30_000,
    "furniture": "Home\nShare\nLeave a comment\n© 2024 x\n" * 5_000,
    "short": "x\n" * 40_000,
    "numbers": "".join(f"{n % 999}. a\n" for n in range(25_000)),
    "dates": "3 May 2024\n" * 20_000,
    "bylines": "by By by By By by Ada\n" * 10_000,
    "titles": ("A title of words\n" + "By Ada Marsh\n") * 8_000,
    "wide": ("word " * 50 + "\n") * 900 + "Share\n" * 1_000,
    "one": "word " * 50_000 + "\nShare\nComments\nHome\n",
    "glued": ("Home " + "aB" * 60_000 + " a b c\n") + LONG,
    "related": (LONG + "\nRelated articles\n") * 1_500,
    "controls": "\x1b[2J\u202eHome\x00\n" * 9_000 + LONG,
    "dashes": "— \n– \n-\n" * 8_000,
    "brackets": ("(" * 50 + ")" * 50 + "\n") * 2_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pastes_end_soon_and_show_something(name: str) -> None:
    text = HOSTILE[name]
    begin = time.process_time()
    document = paste(text)
    assert time.process_time() - begin < 3
    well_formed(document)
    assert document.text.strip() or not any(character.isalnum() for character in text)


LINES = st.sampled_from(
    [
        *("", LONG, LONG[:50], "Home", "Share", "By Ada Marsh", "May 3, 2024", "• one", "- two"),
        *("•", "1. a", "2. b", "Leave a comment", "Related", "© 2024 x", "A title of words"),
        *("source: https://example.org/a-title", "— Ada Marsh", "“Yes.”", "a\tb", "x" * 200, "?"),
        *("\u200b", "\xa0", "12", "e\u0301", "\u202e", "> x", "“", "Home A titleA title of words"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=14).map("\n".join))
def test_every_word_is_shown_or_dropped(text: str) -> None:
    document = paste(text)
    well_formed(document)
    if looks_pasted(text.encode()):
        meta = document.metadata
        have = " ".join([document.text, *document.dropped, meta.title, meta.subtitle])
        for word in text.replace("“", " ").replace("”", " ").split():
            if len(word) > 2 and word.isascii():
                assert word in have, word
    for block in document.blocks:
        assert 0 <= block.source[0] <= block.source[1] <= len(text.encode())
