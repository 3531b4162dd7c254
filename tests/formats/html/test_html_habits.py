"""Habits of pages that are no choice of text: players, pictures, heads without bodies, names."""

import pytest

from reader.document.model import Document
from reader.formats import parse
from reader.formats.source import Source, source_of
from tests.formats.html.choosing import filled


def read(page: str, url: str = "") -> Document:
    return parse(Source("page.html", filled(page), "html", url=url))


def texts(document: Document, kind: str = "paragraph") -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == kind]


def hrefs(document: Document) -> list[str]:
    return [s.href for b in document.blocks for s in b.spans if s.kind == "link"]


def pictures(document: Document) -> list[tuple[str, str, str]]:
    return [(b.src, b.alt, b.caption) for b in document.blocks if b.kind == "image"]


@pytest.mark.parametrize("begin", ["<main>", "<article>", "<header></header><section>"])
def test_a_body_without_tag_begins_with_a_newer_element(begin: str) -> None:
    document = read(f"<!doctype html><title>x</title>{begin}<p>Some words and some more.</p>")
    assert texts(document) == ["Some words and some more."]


def test_what_follows_an_unclosed_parenthesis_of_ruby_is_not_lost() -> None:
    document = read("<p><ruby>漢<rp>(<rt>kan<rp>)</ruby> and the words that follow it here.</p>")
    assert texts(document) == ["漢(kan) and the words that follow it here."]


def test_addresses_from_the_root_of_an_unknown_site_stay() -> None:
    document = read('<p>{p} <a href="/a/b">link</a></p><img src="/c.png" alt="x"><p>{p}</p>')
    assert hrefs(document) == ["/a/b"]
    assert pictures(document) == [("/c.png", "x", "")]


@pytest.mark.parametrize("href", ["/a\\b", "/a b\x01", "/\u202e"])
def test_but_not_with_signs_that_deceive(href: str) -> None:
    assert href not in hrefs(read(f'<p>{{p}} <a href="{href}">link</a></p><p>{{p}}</p>'))


def test_the_title_is_not_said_to_be_dropped() -> None:
    document = read("<title>Of Boats - Site</title><h1>Of Boats</h1><p>{p}</p><p>{p}</p>")
    assert "Of Boats" not in document.dropped


@pytest.mark.parametrize(
    ("player", "text", "href"),
    [
        (
            '<iframe src="//www.youtube.com/embed/abc123?rel=0" title="A talk"></iframe>',
            "A talk",
            "https://www.youtube.com/watch?v=abc123",
        ),
        (
            '<iframe data-src="https://player.vimeo.com/video/9"></iframe>',
            "Vimeo",
            "https://vimeo.com/9",
        ),
        ('<video controls><source src="/v/tide.mp4"></video>', "tide.mp4", "/v/tide.mp4"),
        ('<audio src="https://a.example/b.mp3"></audio>', "b.mp3", "https://a.example/b.mp3"),
        (
            '<iframe src="https://w.soundcloud.com/player/?url=https%3A//s.example/1"></iframe>',
            "SoundCloud",
            "https://s.example/1",
        ),
    ],
)
def test_players_are_links_where_they_stand(player: str, text: str, href: str) -> None:
    document = read(f"<p>{{p}}</p>{player}<p>{{p}}</p>")
    assert texts(document)[1] == text
    assert hrefs(document) == [href]


@pytest.mark.parametrize(
    "other",
    [
        '<iframe src="https://ads.example/embed/x"></iframe>',
        '<iframe src="https://www.youtube.com/embed/%22onload"></iframe>',
        '<iframe src="https://[bad"></iframe>',
        '<iframe src="https://w.soundcloud.com/player/?url=javascript:x"></iframe>',
        '<video autoplay muted src="/loop.mp4"></video>',
    ],
)
def test_other_frames_are_nothing(other: str) -> None:
    assert len(texts(read(f"<p>{{p}}</p>{other}<p>{{p}}</p>"))) == 2


def test_pictures_at_the_ends_of_a_paragraph_stand_alone() -> None:
    document = read(
        '<p>{p}</p><p><a href="/big"><img src="a.png"></a> {s} <img src="b.png"></p><p>{p}</p>'
    )
    assert [src for src, _, _ in pictures(document)] == ["a.png", "b.png"]
    assert len(texts(document)) == 3


def test_a_line_with_the_words_of_the_picture_is_its_caption() -> None:
    document = read(
        '<p>{p}</p><div><img src="a.png" alt="The pier"></div><p>The pier</p><p>{p}</p>'
    )
    assert pictures(document) == [("a.png", "The pier", "")] or len(texts(document)) == 2


def test_names_of_credits_after_a_picture_are_captions() -> None:
    document = read(
        '<p>{p}</p><div><img src="a.png"><span class="pb-caption">The pier.</span></div><p>{p}</p>'
    )
    assert pictures(document) == [("a.png", "", "The pier.")]


def test_a_preview_and_the_picture_are_one() -> None:
    document = read(
        '<p>{p}</p><figure><div><img src="tiny.jpg"><img data-src="full.jpg">'
        '<noscript><img src="full.jpg"></noscript></div></figure><p>{p}</p>'
    )
    assert [src for src, _, _ in pictures(document)] == ["full.jpg"]


@pytest.mark.parametrize(
    ("head", "authors", "date"),
    [
        ('<h3 class="date">Friday 11 March 2011 by Ada Quill</h3>', ["Ada Quill"], "2011-03-11"),
        ("<p>Posted by Ada Quill.</p>", ["Ada Quill"], ""),
        ('<div class="field-post-date">12 septembre 2019</div>', [], "2019-09-12"),
        ('<p class="byline"><a>Ada Quill</a>, reviewed by <a>Ben Oak</a></p>', ["Ada Quill"], ""),
    ],
)
def test_who_and_when_without_metadata(head: str, authors: list[str], date: str) -> None:
    metadata = read(f"<h1>Of boats and men</h1>{head}<p>{{p}}</p><p>{{p}}</p>").metadata
    assert (metadata.authors, metadata.date) == (authors, date)


def test_the_address_that_a_page_was_fetched_from_counts() -> None:
    saved = (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
        b"Content-Type: text/html\nContent-Location: https://other.example/\n\n<p>Hello</p>\n--b--\n"
    )
    assert source_of("x", saved, None).url == "https://other.example/"
    assert source_of("x", saved, None, url="https://own.example/x").url == "https://own.example/x"
