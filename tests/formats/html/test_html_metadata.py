"""Titles, authors and days, from what pages say of them."""

import pytest

from reader.document.language import language_tag
from reader.formats import parse
from reader.formats.byline import authors_of
from reader.formats.dates import day_of
from reader.formats.html.dom import tree_of
from reader.formats.html.metadata import read_metadata
from reader.formats.source import Source


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("By Ann Lee and Bo Fry", ["Ann Lee", "Bo Fry"]),
        ("Par Zoé Petit, Luc Roy", ["Zoé Petit", "Luc Roy"]),
        ("Jo Hall (avec Max Ort et Lea Kern)", ["Jo Hall", "Max Ort", "Lea Kern"]),
        ("https://a.example/ann", []),
        ("@ann", []),
        ("admin", []),
        ("Sam Reed, Jr.", ["Sam Reed, Jr"]),
        ("Ann Lee, Staff Writer", ["Ann Lee"]),
        ("Ann Lee, Jean de La Motte", ["Ann Lee", "Jean de La Motte"]),
        ("By Di Angelo", ["Di Angelo"]),
        ("Von Neumann", ["Von Neumann"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("A post by: Ann Lee", ["Ann Lee"]),
        ("Propos recueillis par Zoé Petit", ["Zoé Petit"]),
        ("admin2", []),
        ("The Site", []),
    ],
)
def test_authors(said: str, names: list[str]) -> None:
    assert authors_of([said], "The Site") == names


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2024-06-02T06:00:11+02:00", "2024-06-02"),
        ("20191118", "2019-11-18"),
        ("May 17, 2023", "2023-05-17"),
        ("2 de marzo de 2020", "2020-03-02"),
        ("le 1er août 2021 à 6h", "2021-08-01"),
        ("2024-13-40", ""),
        ("2024-02-30", ""),
        ("3. März 1848", "1848-03-03"),
        ("12.05.2021", "2021-05-12"),
        ("25/12/2021", "2021-12-25"),
        ("11/12/2021", ""),
        ("11/12/2021 6:00 PM", "2021-11-12"),
        ("yesterday", ""),
    ],
)
def test_day(said: str, day: str) -> None:
    assert day_of(said) == day


def test_language() -> None:
    assert [language_tag(x) for x in ("fr_FR", "EN-us", "zh-Hant-TW", "english")] == [
        "fr-FR",
        "en-US",
        "zh-Hant-TW",
        "",
    ]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>How to sail a boat | Sea</title>", "How to sail a boat"),
        ("<title>Videos - My Site</title><h1>Videos</h1>", "Videos"),
        ("<title>Videos - My Site</title><h1>My Site</h1><h1>Videos</h1>", "Videos"),
        ("<title>Python: how to</title><h1>Python</h1><h1>b</h1>", "Python: how to"),
        (
            "<link rel=canonical href=https://www.seaside.example/a><title>Seaside | Boats</title>"
            "<h1>Seaside</h1><h1>Boats</h1>",
            "Boats",
        ),
        ("<title>Sea: How to sail</title><meta property=og:site_name content=Sea>", "How to sail"),
        (
            "<title>T - S</title><h1>Sea</h1><h1>How to sail far</h1>"
            "<meta property=og:title content='How to sail far - Sea'>",
            "How to sail far",
        ),
        ("<meta property=og:title content='Given'><h1>Shown otherwise here</h1>", "Given"),
        ("<h1>Only this</h1>", "Only this"),
    ],
)
def test_title(page: str, title: str) -> None:
    assert read_metadata(tree_of(page.encode()), "").title == title


@pytest.mark.parametrize(
    ("lines", "authors", "date"),
    [
        ("<p>By Ann Lee</p><p>3 May 2021</p>", ["Ann Lee"], "2021-05-03"),
        ("<p>Ann Lee - 3 May 2021</p>", ["Ann Lee"], "2021-05-03"),
        ("<p>Updated at 11/12/2021</p>", [], ""),
        ("<meta name=author content='Bo Fry'><p>By Ann Lee</p>", ["Bo Fry"], ""),
    ],
)
def test_the_lines_under_the_title_tell_what_nothing_else_does(
    lines: str, authors: list[str], date: str
) -> None:
    prose = "<p>" + "The ferry was late, and nobody on the quay knew why it was. " * 6
    page = f"<title>The late ferry</title><article><h1>The late ferry</h1>{lines}{prose * 3}"
    metadata = parse(Source("page", page, "html")).metadata
    assert (metadata.authors, metadata.date) == (authors, date)
