"""The steps from the lines of a page to an article, each by itself."""

import pytest

from reader.formats import byline
from reader.formats.dates import find_day
from reader.formats.lines import (
    Line,
    is_unwrapped,
    key,
    measure,
    settle_items,
    split,
    unwrapped,
    with_signs,
)
from reader.formats.pasted.head import without_crumbs
from reader.formats.pasted.roles import role, roles_of, source_in
from reader.formats.pasted.span import article_span, is_prose

TEXT = "The river had been rising since the morning, and by noon the lower road was gone for good."


def line(text: str) -> Line:
    return Line(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-05-03", "2024-05-03"),
        ("May 3, 2024 | 6:00 PM", "2024-05-03"),
        ("Friday 3rd May 2024", "2024-05-03"),
        ("le 1er janvier 2024 à 8h", "2024-01-01"),
        ("3. März 2024", "2024-03-03"),
        ("3 de septiembre de 2024", "2024-09-03"),
        ("3 de março de 2024", "2024-03-03"),
        ("3 agosto 2024", "2024-08-03"),
        ("3 augustus 2024", "2024-08-03"),
        ("03.05.2024", "2024-05-03"),
        ("03/05/2024", "2024-05-03"),
        ("05/13/2024", "2024-05-13"),
        ("11/09/19 06:56 AM EST", "2019-11-09"),
        ("Nov. 19, 2019", "2019-11-19"),
        ("32 May 2024", ""),
        ("3 Foo 2024", ""),
        ("1.2.3", ""),
        ("no day at all", ""),
    ],
)
def test_days(text: str, iso: str) -> None:
    found = find_day(text)
    assert (found.iso if found else "") == iso


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("by Sara", ["Sara"]),
        ("By Ada Marsh and Tom Hill", ["Ada Marsh", "Tom Hill"]),
        ("By Ada Marsh, Senior Editor, The Post", ["Ada Marsh"]),
        ("Written by Ada Marsh on May 3", ["Ada Marsh"]),
        ("Par Jean-Luc d’Arc et Léa Roy — 3 mai 2024", ["Jean-Luc d’Arc", "Léa Roy"]),
        ("Le Monde | 04.05.2015 | Par Martin Roy (avec Léa)", ["Martin Roy"]),
        ("Von Ute Berg", ["Ute Berg"]),
        ("Por Inés de la Vega y Juan Paz", ["Inés de la Vega", "Juan Paz"]),
        ("di Marco Rossi", ["Marco Rossi"]),
        ("Door Jan de Wit", ["Jan de Wit"]),
        ("Auteur: Anna Roy", ["Anna Roy"]),
        ("Text: Ute Berg · Foto: dpa", ["Ute Berg"]),
        ("By Di Angelo", ["Di Angelo"]),
        ("Di Mario Rossi", ["Mario Rossi"]),
        ("Texte de Ada Marsh", ["Ada Marsh"]),
        ("By de Gaulle", ["de Gaulle"]),
        ("Por José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Por José Ortega y Gasset y Ana Paz", ["José Ortega y Gasset", "Ana Paz"]),
        ("Por Ana y Pedro", ["Ana", "Pedro"]),
        ("Escrito por: Ana Paz, Juan Sol y Eva Luz", ["Ana Paz", "Juan Sol", "Eva Luz"]),
        ("Da Vinci", []),
        ("Words Matter", []),
        ("by the river", []),
        ("Di tutto un po", []),
        ("nobody wrote this", []),
    ],
)
def test_bylines(text: str, names: list[str]) -> None:
    assert byline.named(text) == names


def test_names_beside_a_day() -> None:
    assert byline.beside_a_day("Ada Marsh - Nov 19, 2019, 8:15 pm") == ["Ada Marsh"]
    assert byline.beside_a_day("Updated 3 May 2024") == []
    assert byline.opens("por")
    assert not byline.opens("por favor")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Share", "aside"),
        ("PARTAGER", "aside"),
        ("View comments (27)", "comments"),
        ("2 Comentários", "count"),
        ("You may also like", "related"),
        ("Lesen Sie auch: Die Mühle steht noch", "related line"),
        ("Read more books than ever before.", ""),
        ("Skip to content", "menu"),
        ("© 2024 The Post", "legal"),
        ("© Ada Marsh", ""),
        ("•", "lone"),
        ("4:22", "number"),
        ("3.5.2024", ""),
        ("Tags mill river", "aside"),
        ("More (remote) mentorship", ""),
        (TEXT, ""),
    ],
)
def test_roles(text: str, name: str) -> None:
    assert role(line(text)) == name


def test_what_may_be_a_heading_is_furniture_where_no_text_follows() -> None:
    texts = [TEXT, "Comments", TEXT, "More about rivers", TEXT, "More about rivers", "One", "Two"]
    found = roles_of([line(text) for text in texts])
    assert found == ["", "", "", "", "", "related", "", ""]


def test_sources() -> None:
    assert source_in(line("source:https://a.example/b")) == ("source", "https://a.example/b")
    assert source_in(line("Quelle : http://a.example")) == ("quelle", "http://a.example")
    assert source_in(line("see: https://a.example")) is None


def test_the_span_is_the_first_dense_part() -> None:
    roles = ["", "", "", "", "comments", "", "", ""]
    assert article_span([-1, 3, -0.1, 2, -1, 4, 4, -1], roles) == (1, 4)
    assert article_span([-1, 0.5, -1, -1, -1, 4, 4, -1], roles) == (5, 7)
    assert article_span([-1, -1], ["", ""]) == (0, 0)


def test_prose() -> None:
    assert is_prose(line(TEXT))
    assert not is_prose(
        line("Home | News | Sport | Culture | Travel | Weather | Radio | Television")
    )
    assert not is_prose(line("A short line"))


def test_lines_know_their_places() -> None:
    data = "\ufeff one\r\n\r\n\t• é two \r3".encode()
    lines = split(data)
    assert [(x.text, x.gap, data[x.start : x.end].decode()) for x in lines] == [
        ("one", False, "one"),
        ("• é two", True, "• é two"),
        ("3", False, "3"),
    ]
    assert (lines[1].sign, lines[1].body, lines[1].key) == ("•", "é two", "é two")


def test_signs_are_settled() -> None:
    texts = ["•", "one", "- a", "- b", "- lonely", "x", "3. only", "1. a", "2. b"]
    lines = with_signs([line(text) for text in texts])
    lines[3].gap = lines[4].gap = True
    settle_items(lines)
    assert [each.body for each in lines] == [
        *("one", "a", "b", "lonely", "x", "3. only", "a", "b"),
    ]


def test_wrapped_lines() -> None:
    words = "the river had been rising since the morning and by noon the road"
    lines = split(f"{words}\n{words}\nwas gone\n\n{words}\nagain".encode())
    width = measure(lines)
    assert width == len(words)
    assert [each.text for each in unwrapped(lines, width)] == [
        f"{words} {words} was gone",
        f"{words} again",
    ]
    assert measure(split(b"a line\nanother")) == 0
    assert is_unwrapped([200, 20])
    assert not is_unwrapped([200, 200])
    assert not is_unwrapped([70, 70, 20])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Home > News > A title of words", "A title of words"),
        ("Accueil Arts et modesLe titre de la page", "Le titre de la page"),
        ("A title of wordsA title of words", "A title of words"),
        ("A title of words A title of words", "A title of words"),
        ("Home of the YouTube stars and more", "Home of the YouTube stars and more"),
        ("Rock > Paper", "Rock > Paper"),
    ],
)
def test_titles_without_crumbs(text: str, title: str) -> None:
    assert without_crumbs(text, f"{text}\nYouTube is there, and a YouTube again") == title


def test_keys() -> None:
    assert key("  L’Été,  « 2024 » ") == "l été 2024"
