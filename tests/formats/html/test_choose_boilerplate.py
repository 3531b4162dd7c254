"""The words of page furniture, and the sentences that only look like it."""

from time import perf_counter

import pytest

from reader.formats.html.boilerplate import (
    LIKELY,
    SURE,
    announces_more,
    asks_to_share,
    furniture_words,
    is_label,
    is_metadata,
    level_of,
)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("jp-relatedposts", SURE),
        ("shareButtons", SURE),
        ("ArticleShare-module__share", SURE),
        ("most_read", SURE),
        ("mostRead", SURE),
        ("comment-list", SURE),
        ("main-navigation", SURE),
        ("navbar", SURE),
        ("ad ad--mid", LIKELY),
        ("article__byline", LIKELY),
        ("widget", LIKELY),
        ("article-body", 0),
        ("has-sidebar", 0),
        ("no-comments", 0),
        ("is-newsletter", 0),
        ("sd-sharing-enabled", 0),
        ("download2 header shadow", LIKELY),
        ("header shadow gradient", 0),
        ("commentary", 0),
        ("", 0),
    ],
)
def test_names(name: str, level: int) -> None:
    assert max((level_of(word) for word in furniture_words(name)), default=0) == level


@pytest.mark.parametrize(
    "text",
    [
        "Related articles",
        "You may also like…",
        "Read more:",
        "More from Ann Miller",
        "12 Comments",
        "Comments (12)",
        "Leave a Reply",
        "Lire aussi :",
        "À lire aussi",
        "Sur le même sujet",
        "Laisser un commentaire",
        "Lesen Sie auch",
        "Mehr zum Thema",
        "Kommentare",
        "Te puede interesar",
        "Lea también:",
        "Leggi anche",
        "Articoli correlati",
        "Leia também",
        "Deixe um comentário",
        "Lees ook:",
        "Gerelateerde artikelen",
    ],
)
def test_what_announces_something_else(text: str) -> None:
    assert announces_more(text)


@pytest.mark.parametrize(
    "text",
    [
        "The relation of wind and sand",
        "What we read in the sand",
        "More than a bridge",
        "A commentary on the law",
        "Le pont et la rivière",
        "Das Meer",
        "Lesen lernen",
        "Un puente más",
        "Il fiume",
        "",
        "Related articles of the law, of which there are many, "
        "were read aloud in the hall for three long days.",
    ],
)
def test_what_does_not(text: str) -> None:
    assert not announces_more(text)


@pytest.mark.parametrize(
    "text",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "Share this article",
        "Sign up for our newsletter",
        "Skip to content",
        "← Back to top",
        "© 2021 The Paper. All rights reserved.",
        "Posted in Walks",
        "Publicité",
        "Tous droits réservés",
        "Anzeige",
        "Alle Rechte vorbehalten.",
        "Publicidad",
        "Riproduzione riservata",
        "Publicidade",
        "Alle rechten voorbehouden",
    ],
)
def test_labels(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sharing a room with strangers was never easy.",
        "The menu was short.",
        "He posted a letter.",
        "They printed the recipe in May.",
        "",
        "Copyright is a long story. " * 20,
    ],
)
def test_no_labels(text: str) -> None:
    assert not is_label(text)


@pytest.mark.parametrize(
    "text",
    [
        "By Ann Miller",
        "By Ann Miller and Bob O’Hara",
        "Par Anne Martin",
        "Von Jan Petersen",
        "5 min read",
        "Temps de Lecture 4 min.",
        "Lesezeit: 4 Minuten",
        "May 3, 2021",
        "3 May 2021",
        "3 mai 2021",
        "03.05.2021, 10.32 Uhr",
        "Published on May 3, 2021",
        "Updated: 3 May 2021, 10:12",
        "Publié le 3 mai 2021 à 05h00, modifié le 4 mai 2021 à 10h12",
        "3 hours ago",
        "Le Phare | 04.05.2021 à 13h36 | Par Anne Martin",
        "12 comments",
    ],
)
def test_metadata(text: str) -> None:
    assert is_metadata(text)


@pytest.mark.parametrize(
    "text",
    [
        "In May 2021 the bridge was opened by the mayor.",
        "The train leaves at ten.",
        "Forty minutes later it was dark.",
        "",
        "a " * 100,
    ],
)
def test_no_metadata(text: str) -> None:
    assert not is_metadata(text)


def test_a_heading_is_less_of_a_label() -> None:
    assert is_label("Donate now")
    assert not is_label("Donate now", heading=True)
    assert is_label("Skip advertisement", heading=True)


def test_sharing() -> None:
    assert asks_to_share("Share this:")
    assert asks_to_share("Partager sur Facebook")
    assert not asks_to_share("Shared rooms")


@pytest.mark.parametrize(
    "text", ["by " + "a " * 58, "1 " * 60, "share " * 20, "sign up " * 15, "a-" * 60, "by " * 40]
)
def test_words_are_compared_in_no_time(text: str) -> None:
    """The patterns have no way to look at the same text again and again."""
    start = perf_counter()
    for _ in range(100):
        announces_more(text)
        is_label(text)
        is_metadata(text)
    assert perf_counter() - start < 1
