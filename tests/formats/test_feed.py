"""Feeds: RSS, Atom and JSON Feed as lists of links; hostile ones."""

import json
from time import perf_counter

import pytest

from reader.document.model import Document
from reader.errors import SourceError
from reader.formats import parse
from reader.formats.feed import SUMMARY, day, short
from reader.formats.source import Source, source_of

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<atom:link href="https://example.org/feed.xml" rel="self"/>
<title>The &amp;amp; Journal</title>
<link>https://example.org/</link>
<description>What we see, weekly.</description>
<language>en-gb</language>
<item><title>A bridge &lt;em&gt;reopens&lt;/em&gt;</title><link>/2025/bridge</link>
<pubDate>Tue, 18 Nov 2025 09:30:00 +0100</pubDate>
<description><![CDATA[<p>After <b>two years</b> of work&nbsp;the bridge is open.</p><script>bad()</script>]]></description></item>
<item><guid>https://example.org/2025/second</guid><dc:date>2025-11-17T10:00:00Z</dc:date>
<description>Only a note, without a title.</description></item>
<item><title>Nowhere</title><link>javascript:alert(1)</link></item>
</channel></rss>
"""

ATOM = """<?xml version="1.0"?>
<!-- made by hand -->
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://example.org/blog/">
<title type="html">Le carnet &lt;b&gt;bleu&lt;/b&gt;</title><subtitle>Notes</subtitle>
<link rel="self" href="feed.atom"/><link href="./"/>
<updated>2025-11-18T00:00:00Z</updated><author><name>Ada</name></author>
<entry xml:base="2025/"><title type="text">a &lt; b</title>
<link rel="enclosure" href="a.mp3"/><link rel="alternate" type="text/html" href="premier"/>
<published>2025-11-16T00:00:00Z</published><updated>2025-11-17T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Un <i>mot</i> ici.</div></content></entry>
</feed>
"""

RDF = """<?xml version="1.0" encoding="ISO-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>Caf\xe9</title><link>https://example.org</link><description>d</description></channel>
<item><title>Un</title><link>https://example.org/un</link></item>
</rdf:RDF>
"""

JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Notes",
    "home_page_url": "https://example.org/",
    "items": [
        {"id": "1", "url": "/one", "title": "One <1>", "content_html": "<p>Text</p>"},
        {
            "id": "https://example.org/2",
            "content_text": "a < b & c",
            "date_published": "2025-01-02T",
        },
        "nonsense",
    ],
}


def feed(text: str | bytes, url: str = "https://example.org/feed") -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    source = source_of("feed", data, None, url=url)
    assert source.kind == "feed"
    return parse(source)


def entries(document: Document) -> list[str]:
    return [document[b.start : b.end] for b in document.blocks if b.containers]


def links(document: Document) -> list[str]:
    return [span.href for block in document.blocks for span in block.spans]


def test_rss() -> None:
    document = feed(RSS)
    metadata = document.metadata
    assert (metadata.title, metadata.subtitle) == ("The & Journal", "What we see, weekly.")
    assert (metadata.source, metadata.lang) == ("https://example.org/", "en-GB")
    assert metadata.site == "example.org"
    assert entries(document) == [
        "A bridge reopens\n2025-11-18 · After two years of work the bridge is open.",
        "Only a note, without a title.\n2025-11-17",
        "Nowhere",
    ]
    assert links(document) == ["https://example.org/2025/bridge", "https://example.org/2025/second"]
    assert all(b.containers[0].kind == "item" for b in document.blocks if b.containers)


def test_atom() -> None:
    document = feed(ATOM)
    assert (document.metadata.title, document.metadata.lang) == ("Le carnet bleu", "fr")
    assert document.metadata.authors == ["Ada"]
    assert document.metadata.source == "https://example.org/blog/"
    assert entries(document) == ["a < b\n2025-11-16 · Un mot ici."]
    assert links(document) == ["https://example.org/blog/2025/premier"]


def test_rdf_in_another_encoding() -> None:
    document = feed(RDF.encode("latin-1"))
    assert document.metadata.title == "Café"
    assert links(document) == ["https://example.org/un"]


def test_json_feed() -> None:
    document = feed(json.dumps(JSON).replace("/", "\\/"))
    assert entries(document) == ["One <1>\nText", "a < b & c\n2025-01-02"]
    assert links(document) == ["https://example.org/one", "https://example.org/2"]


@pytest.mark.parametrize("text", [RSS, ATOM, RDF, json.dumps(JSON)])
@pytest.mark.parametrize("before", ["", "\ufeff", "\n "])
def test_feeds_are_known_without_a_name(text: str, before: str) -> None:
    assert source_of("stdin", (before + text).encode(), None).kind == "feed"


@pytest.mark.parametrize(
    "text",
    [
        "<svg></svg>",
        "<feedback/>",
        "{}",
        "<rdf:RDF xmlns:foaf='x'/>",
        '{"version": "1"}',
        "<?xml version='1.0'?><html><body>",
        "Say <rss> to me",
    ],
)
def test_what_is_no_feed(text: str) -> None:
    assert source_of("stdin", text.encode(), None).kind != "feed"


def test_xhtml_behind_a_declaration_is_a_page() -> None:
    text = '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x">\n<html>'
    assert source_of("stdin", text.encode(), None).kind == "html"


@pytest.mark.parametrize(
    ("media", "what"),
    [("application/xml", "an XML file"), ("application/json", "a JSON file"), ("text/xml", "XML")],
)
def test_other_xml_and_json_is_refused_by_name(media: str, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        source_of("x", b"<svg/>" if "xml" in media else b"{}", None, media=media)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tue, 18 Nov 2025 09:30:00 +0100", "2025-11-18"),
        ("2025-11-18T09:30:00Z", "2025-11-18"),
        ("18 Nov 2025", "2025-11-18"),
        ("yesterday", "yesterday"),
        ("Tue, 99 Nov 2025 09:30:00 GMT", "Tue, 99 Nov 2025 09:30:00 GMT"),
        ("\x1b[2J", "␛[2J"),
        ("", ""),
    ],
)
def test_days(text: str, expected: str) -> None:
    assert day(text) == expected


def test_summaries_are_short_plain_and_cut_behind_a_word() -> None:
    said = short("<p>" + "word " * 500)
    assert said.endswith("word…")
    assert len(said) <= SUMMARY + 1
    assert short("a<br>b <!-- no --> c &lt;i&gt; 1 < 2") == "a b c <i> 1 < 2"


# ---------------------------------------------------------------------- hostile ones


def refused_or_small(text: str) -> str:
    try:
        document = parse(Source("feed", text, "feed"))
    except SourceError:
        return ""
    assert len(document) < 20_000
    return document.text


def test_entities_do_not_explode(tmp_path: object) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    body = "<rss a='&l9;'><channel><title>&l9;</title><item><title>x</title></item></channel></rss>"
    refused_or_small(f"<!DOCTYPE rss [{laughs}]>{body}")
    refused_or_small(f"<!-- [ --><!DOCTYPE rss [ <!-- ]> --> {laughs}]>{body}")
    refused_or_small(f'<!DOCTYPE rss [ <!ENTITY a "]>">{laughs}]>{body}')
    refused_or_small(f"<!-- <!DOCTYPE rss> --><!DOCTYPE rss [{laughs}]>{body}")
    refused_or_small(f"x<!DOCTYPE rss [{laughs}]>{body}")
    known = f'<!DOCTYPE rss PUBLIC "a" "b"><!-- x --><?y z?>\n{body.replace("&l9;", "N")}'
    assert refused_or_small(known).startswith("N\n")


def test_files_and_addresses_are_never_read() -> None:
    body = "<rss><channel><title>&x;</title><item><title>y</title></item></channel></rss>"
    for kind in ('SYSTEM "file:///etc/passwd"', 'PUBLIC "a" "http://127.0.0.1:1/"'):
        text = refused_or_small(f"<!DOCTYPE rss [<!ENTITY x {kind}>]>{body}")
        assert "root:" not in text
    refused_or_small(f'<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/rss.dtd">{body}')


def test_nesting_and_broken_feeds() -> None:
    deep = "<rss><channel><title>" + "<b>" * 100_000
    refused_or_small(deep)
    refused_or_small("<rss>" * 50_000)
    refused_or_small('{"items": ' + "[" * 100_000)
    refused_or_small('{"items": [1, null, {"title": 5}], "title": ["x"]}')
    with pytest.raises(SourceError, match="no feed"):
        parse(Source("feed", "<nothing>", "feed"))
    with pytest.raises(SourceError, match="no feed"):
        parse(Source("feed", "{", "feed"))
    assert "The feed has no entries." in refused_or_small("<rss><channel/></rss>")
    cut = RSS[: RSS.index("<dc:date>")]
    assert "A bridge reopens" in refused_or_small(cut)


def test_nothing_of_a_feed_acts_on_the_terminal() -> None:
    text = RSS.replace("A bridge", "A \x1b]0;x\x07\u202e&#x1b;&#x9b; bridge")
    document = feed(text)
    assert not any(c in document.text for c in "\x1b\x07\x9b\u202e")


@pytest.mark.parametrize(
    "part", ["<!DOCTYPE[", "<!--", "<?", "<!DOCTYPE x [ ]> ", "<br", "<script>"]
)
def test_what_repeats_takes_no_time(part: str) -> None:
    began = perf_counter()
    refused_or_small(part * 20_000)
    refused_or_small(f"<rss><channel><item><title>{part.replace('<', '&lt;') * 20_000}")
    assert perf_counter() - began < 1


def test_there_is_an_end_to_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.formats.feed.MOST", 2)
    for text in (RSS, json.dumps({"items": [{"title": str(n)} for n in range(9)]})):
        document = parse(Source("feed", text, "feed"))
        assert len(entries(document)) == 2
        assert document.text.endswith("more than these 2 entries.")


def test_a_large_feed_takes_time_in_proportion() -> None:
    item = (
        "<item><title>t&lt;&lt;&lt;</title><description>" + "&lt;" * 400 + "</description></item>"
    )

    def taken(count: int) -> float:
        text = f"<rss><channel>{item * count}</channel></rss>"
        began = perf_counter()
        parse(Source("feed", text, "feed"))
        return perf_counter() - began

    small = min(taken(60) for _ in range(3))
    assert min(taken(600) for _ in range(2)) < 50 * small + 0.2
