"""Which texts are web pages: whole ones, pieces, those saved with their pictures, those that come slowly."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.formats.mhtml import is_saved, page_of
from reader.formats.source import read_source, sniff, source_of
from reader.formats.stream import Pipe
from tests.formats.test_stream import ends, never

__all__ = ["ends"]

PAGE = "<!DOCTYPE html><html><head><title>A</title></head><body><p>Words.</p></body></html>"

HTML = [
    PAGE,
    PAGE.lower(),
    "<HTML><BODY>x",
    "\ufeff\n\n \t<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><html>",
    "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html>\n<html xmlns='x'>",
    "<!-- saved from url=(0019)https://example.org -->\n<html lang=fr>",
    "<!-- a -->\n<!-- b -->\n<!doctype html>\n",
    "<meta http-equiv='content-type' content='text/html; charset=utf-8'><p>Pasted",
    "<head><title>x</title>",
    "<body class='x'>Words",
    "<p>One.</p>\n<p>Two.</p>",
    "<p>One.\n<p>Two: 3 * 4.\n<p>Three.",
    "<P CLASS=x>One.</P>",
    "<article><h1>Title</h1>\n\n<p>Text</p></article>",
    '<div class="article-body">\n  <ul>\n    <li>one</li>\n  </ul>\n</div>\n',
    "<section>\n<pre>\n# a comment\n- [ ] x\n</pre>\n<p>Text</p>\n</section>",
    "<h2>Section</h2>\n<p>1. is not a list here, and *this* is no emphasis</p>",
    "<span>He said</span> <em>no</em>.",
    "<b>Bold</b> words",
    "<!-- fragment --><table><tr><td>1</td></tr></table>",
    "<ul><li>1<li>2</ul>",
]

MARKDOWN = [
    '<p align="center">\n  <img src="logo.png">\n</p>\n\n# Title\n\nText.\n',
    '<p align="center"><img src="logo.png"></p>\n\nThis is a *tool* that does things.\n',
    '<div align="center">\n\n# Title\n\n[![build](https://x.org/b.svg)](https://x.org)\n\n</div>\n',
    '<div align="center">\n<h1>Title</h1>\n</div>\n\n- one\n- two\n',
    "<details>\n<summary>More</summary>\n\nSome **bold** text.\n\n</details>\n",
    '<img src="logo.svg" width="200">\n\n## Install\n\n    make\n',
    '<a id="top"></a>\n\n# Title\n',
    "<!-- a comment -->\n# Title\n",
    "<!-- toc -->\n\n- [One](#one)\n",
    "<h1>Title</h1>\n\nSee [there](https://x.org).\n",
    "<br>\n\n```\ncode\n```\n",
    "<https://example.org> is *the* address\n",
]

TEXT = [
    "<me> hello, is anybody there?\n<you> yes",
    "<3 this\n",
    "< 5 and > 3",
    "<<EOF",
    "a <p>word</p>",
    "<b> is what begins it",
    "<!-- nothing but a comment -->",
    "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>",
]


@pytest.mark.parametrize(
    ("text", "kind"),
    [(text, "html") for text in HTML]
    + [(text, "markdown") for text in MARKDOWN]
    + [(text, "text") for text in TEXT],
)
def test_sniffing(text: str, kind: str) -> None:
    assert sniff(text) == kind
    assert source_of("stdin", text.encode(), None).kind == kind


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", PAGE, "html"),
        ("a.md", "\n" + PAGE, "html"),
        ("a.md", "<p>One.</p>", "markdown"),
        ("a.txt", "<p>One.</p>", "text"),
        ("a.html", "words &amp; <b>more</b>", "html"),
        ("a.html", "words", "text"),
        ("a.html", "# Title\n\nSee <https://example.org>: 1 < 2.", "markdown"),
        ("a.mhtml", "<p>words</p>", "html"),
        ("a.yaml", "title: x", "yaml"),
        ("a", "<p>One.</p>", "html"),
        ("a.log", PAGE, "html"),
        ("a.md", "<rss><channel/></rss>", "feed"),
        ("a.txt", "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'/>", "feed"),
        ("a.txt", '{"version": "https://jsonfeed.org/version/1.1"}', "feed"),
        ("a.md", "<rss> is the first tag of a feed", "markdown"),
    ],
)
def test_whole_pages_whatever_their_name(name: str, text: str, kind: str) -> None:
    assert source_of(name, text.encode(), name).kind == kind


def test_what_a_server_says_counts() -> None:
    assert source_of("a", PAGE.encode(), None, media="text/markdown").kind == "markdown"
    assert source_of("a", PAGE.encode(), None, media="text/plain").kind == "html"
    assert source_of("a", b"words <br>", None, media="text/html").kind == "html"
    assert source_of("a", b"words", None, media="text/html").kind == "text"
    assert source_of("a", b"1. *words*", None, media="text/html").kind == "markdown"
    assert source_of("a", PAGE.encode(), None, media="application/rss+xml").kind == "html"
    assert source_of("a", b"<rss><channel/></rss>", None, media="text/html").kind == "feed"
    assert source_of("a", b"<rss><channel/></rss>", None, media="text/plain").kind == "feed"
    assert source_of("a", b"<rss><channel/></rss>", None, media="text/markdown").kind == "markdown"


def test_a_type_that_says_more_than_the_name_counts() -> None:
    url = "https://example.org/feed.md"
    found = source_of("a", b"<rss><channel/></rss>", None, url=url, media="application/xml")
    assert found.kind == "feed"
    with pytest.raises(SourceError, match="neither a feed nor a page"):
        source_of("a", b"<note/>", None, url=url, media="text/xml")
    found = source_of("a", b"- one", None, url=url, media="text/html")
    assert found.kind == "markdown"


@settings(max_examples=200)
@given(st.lists(st.sampled_from(["<", "!--", "-->", "p>", "</", "html", " ", "#", "div ", "*a*"])))
def test_any_tags_will_do(parts: list[str]) -> None:
    assert sniff("<" + "".join(parts)) in ("html", "markdown", "text")


def test_comments_cost_no_more_than_their_length() -> None:
    assert sniff("<!-- a -->" * 6000 + "<x") == "text"
    assert sniff("<!--" * 15000) == "text"


# ---------------------------------------------------------------- saved with its pictures

SAVED = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a?b=1\r\n"
    "Subject: =?utf-8?Q?Caf=C3=A9?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    '\ttype="text/html";\r\n\tboundary="----x----"\r\n\r\n\r\n------x----\r\n'
    "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: {address}\r\n\r\n"
    '<!DOCTYPE html><html><head><meta charset=3D"utf-8"></head><body><p>Un caf=C3=A9, =\r\n'
    "s=27il vous pla=C3=AEt.</p></body></html>\r\n------x----\r\nContent-Type: image/png\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------x------\r\n"
)


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://example.org/page", "https://example.org/page"),
        ("cid:frame-1@mhtml.blink", "https://example.org/a?b=1"),
        ("javascript:alert(1)", "https://example.org/a?b=1"),
    ],
)
def test_a_page_saved_with_its_pictures(address: str, url: str, tmp_path: Path) -> None:
    path = tmp_path / "a.mhtml"
    path.write_bytes(SAVED.format(address=address).encode())
    found = read_source(str(path))
    assert (found.kind, found.url, found.path) == ("html", url, str(path))
    assert "<p>Un café, s'il vous plaît.</p>" in found.text
    assert "PNG" not in found.text


def test_a_saved_page_in_another_encoding() -> None:
    text = SAVED.replace("text/html\r\n", "text/html; charset=iso-8859-15\r\n").replace(
        "=C3=A9", "=E9"
    )
    found = source_of("stdin", text.replace("=C3=AE", "=EE").encode(), None)
    assert "Un café, s'il vous plaît." in found.text


def test_a_letter_with_a_page_in_it() -> None:
    letter = (
        "Received: by x\nMIME-Version: 1.0\nSubject: News\n"
        'Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\nPlain.\n'
        "--b\nContent-Type: text/html\n\n<p>News.</p>\n--b--\n"
    )
    found = source_of("a.eml", letter.encode(), "a.eml")
    assert (found.kind, found.text.strip()) == ("html", "<p>News.</p>")
    plain = letter.replace("text/html", "text/calendar")
    assert source_of("a.eml", plain.encode(), "a.eml").text == plain


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MIME-Version: 1.0",
        "a text on MIME-Version: and\n\nContent-Type: multipart/related",
        PAGE,
    ],
)
def test_what_is_no_saved_page(text: str) -> None:
    assert not is_saved(text.encode())


def test_a_saved_page_that_is_cut_off() -> None:
    data = SAVED.encode()
    assert page_of(data[:200]) is None
    for end in range(0, len(data), 40):
        saved = page_of(data[:end])
        assert saved is None or saved.data.startswith(b"<")


# ---------------------------------------------------------------- through a pipe


@pytest.mark.parametrize(
    ("come", "ready"),
    [
        ("<", False),
        ("\n <!DOC", False),
        ("<!-- a comment", False),
        ("<!-- a comment -->\n", False),
        ("<!doctype html><html><body><p>Words.</p>", False),
        ("<p>One.</p>", False),
        ("<?xml version='1.0'?>\n<rss version='2.0'><channel><title>x</title>", False),
        ('{"version": "https://jsonfeed.org/version/1.1", "title": ', False),
        ("From: <Saved by", False),
        (SAVED[:300], False),
        (SAVED[:600], False),
        ("From: me to you\n\nHello.", True),
        ("<p align=center><img src=a></p>\n\n# Title\n", True),
        ("<3 you", False),
        ("<3 you > me", True),
        ("Words <p>", True),
    ],
)
def test_a_page_is_waited_for(ends: tuple[Pipe, int], come: str, ready: bool) -> None:
    pipe, writing = ends
    os.write(writing, come.encode())
    pipe.read()
    assert pipe.ready is ready
    os.close(writing)
    pipe.begin(never)
    assert pipe.ended


def test_it_is_said_that_a_page_is_waited_for(
    ends: tuple[Pipe, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.formats.stream.SILENCE", 0.0)
    pipe, writing = ends
    os.write(writing, PAGE[:50].encode())

    def waiting() -> None:
        os.write(writing, PAGE[50:].encode())
        os.close(writing)

    pipe.begin(waiting, 0.0)
    assert pipe.ended
    assert pipe.source().kind == "html"
    assert pipe.source().text == PAGE


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "stdin: nothing came"),
        (b"\xef\xbb\xbf \n", "stdin: nothing came"),
        (b"\x1f\x8b\x08\x00abc", "stdin: a compressed file (gzip), not text"),
        (b"<html>" + bytes(range(256)) * 9, "stdin: binary data, not text"),
    ],
)
def test_what_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_source("-", io.BytesIO(data))
    assert caught.value.message == message
