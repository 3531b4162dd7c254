"""Pages that were made to harm: what comes of them is small, clean and soon there."""

import pytest
from lxml import etree

from reader.errors import SourceError
from reader.formats import metadata_of, parse
from reader.formats.html.dom import MAX_ELEMENTS, tree_of
from reader.formats.source import source_of
from tests.formats.html.making import article
from tests.formats.tools import well_formed

WORDS = "<p>Enough words, with commas, to be taken for an article by anyone who reads it.</p>" * 3


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + WORDS,
        "<b><i><font>" * 9_000 + WORDS,
        "<p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">x</p>" + WORDS,
        "<p " + " ".join(f"a{n}='>'" for n in range(60_000)) + ">x</p>" + WORDS,
        "<table><tr><th colspan=1000000000>a<th>b<tr><td rowspan=999999999>1<td>2</table>" + WORDS,
        "<table>" + "<tr><td colspan=1000 rowspan=9>a<td>b" * 150 + "</table>" + WORDS,
        "<span>a</span>" * 3_000 + WORDS,
        "<h2>" + WORDS * 30,
        "<table><tr><td><ul><li><b><a href=x><pre>" + WORDS,
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script>" + WORDS,
        "<script type='application/ld+json'>{'@type':3,}</script>" + WORDS,
        "<title>" + "a - " * 20_000 + "</title>" + WORDS,
        "<img srcset='" + "a 1w," * 20_000 + "'>" + WORDS,
        "&#0;&#x110000;&#xd800;&nosuch;" + WORDS,
    ],
    ids=range(14),
)
def test_bounded(page: str) -> None:
    document = parse(source_of("page.html", page.encode(), "page.html"))
    well_formed(document)
    assert "Enough words" in document.text
    assert len(document.metadata.title) <= 500


@pytest.mark.parametrize(
    "page", ["<p>", "<!-- -->", "<html></html>", "<script>x</script>", "<blockquote>" * 3_000 + "x"]
)
def test_refused(page: str) -> None:
    with pytest.raises(SourceError) as error:
        parse(source_of("page.html", page.encode() + b" ", "page.html"))
    assert error.value.message.startswith("page.html: ")


@pytest.mark.parametrize(
    "error", [ValueError("x"), etree.XPathError("x"), IndexError(), AttributeError(), MemoryError()]
)
def test_what_goes_wrong_over_a_page_is_said_in_a_line(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    source = source_of("page.html", WORDS.encode(), "page.html")
    for name, read in (("pieces", parse), ("read_metadata", metadata_of)):
        with monkeypatch.context() as patch:
            patch.setattr(f"reader.formats.html.parse.{name}", fail)
            with pytest.raises(SourceError, match=r"page\.html: the page .*") as caught:
                read(source)
        assert caught.value.__cause__ is error
        assert len(parse(source).text) > 100


def test_too_many_elements() -> None:
    with pytest.raises(SourceError, match="more than 500,000 elements"):
        tree_of(b"<i>" + b"<br>" * MAX_ELEMENTS)


def test_nothing_but_text_comes_out() -> None:
    document = article("<p>a&#27;[31m \u202eevil\u2066 &#x9b;1m <a href=' java\nscript:x'>j</a>")
    assert not set(document.text) & set("\x1b\x9b\u202e\u2066")
    assert not [span for block in document.blocks for span in block.spans]


def test_links_stay_inside_or_are_absolute() -> None:
    page = "<h2 id=x>The <b>place</b></h2><p><a href=#x>a</a> <a href='#y'>b</a> <a href=/z>c</a>"
    document = article(page, url="https://a.example/p/q.html")
    links = [span.href for span in document.blocks[1].spans]
    assert links == ["#the-place", "https://a.example/p/q.html#y", "https://a.example/z"]
