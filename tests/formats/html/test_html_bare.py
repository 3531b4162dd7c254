"""Pages with hardly anything in them, and pictures that say things twice."""

import pytest

from reader.document.model import Document
from reader.errors import SourceError
from reader.formats import parse
from reader.formats.source import source_of
from tests.formats.html.making import article


def page(body: str) -> Document:
    return parse(source_of("page.html", f"<!doctype html>{body}".encode(), "page.html"))


@pytest.mark.parametrize(
    ("body", "notice"),
    [
        ("<h1>Only this</h1>", ""),
        ("<title>Only this</title><h1>Only this</h1><hr>", ""),
        ("<title>Only this</title>", "the page has no other text"),
        ("<title>Only this</title><hr><img src=a.jpg>", "the page has no other text"),
    ],
)
def test_a_title_is_text(body: str, notice: str) -> None:
    document = page(body)
    assert (document.text, document.notice) == ("Only this", notice)


@pytest.mark.parametrize("body", ["<hr><hr>", "<img src=a.jpg>", "<hr><img src=a.jpg><hr>"])
def test_no_text(body: str) -> None:
    with pytest.raises(SourceError, match="there is no text in the page"):
        page(body)


def test_a_picture_that_says_what_it_shows() -> None:
    assert page("<img src=a.jpg alt='A boat'>").text == "A boat"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<img src=a.jpg alt='1*sLD.jpeg'><p>Words.", "\nWords."),
        ("<img src=a.jpg alt='A boat'><p>A boat<p>Words.", "A boat\nWords."),
        ("<p>First.<figure><img src=a.jpg><figcaption>A boat</figure><p>A boat.", "First.\nA boat"),
        ("<img src=a.jpg alt='A boat'><p>A boat that sinks.", "A boat\nA boat that sinks."),
        ("<img src=a.jpg alt='A boat'><blockquote>A boat</blockquote>", "A boat\nA boat"),
        (
            "<figure><img src=a.jpg alt='A boat.'><figcaption>A boat. Ann Lee/Sea</figure>",
            "A boat. Ann Lee/Sea",
        ),
        ("<figure><img src=a.jpg alt='art'><figcaption>A party</figure>", "art\nA party"),
    ],
)
def test_pictures_say_it_once(body: str, text: str) -> None:
    assert article(body).text == text
