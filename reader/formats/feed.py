"""Feeds: RSS (2.0, 1.0, 0.9x), Atom (RFC 4287) and JSON Feed (1.1) as articles.

The entries are the items of a list, each a link to the article that it stands for, with its date
and the beginning of what it says.
"""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from itertools import chain, islice

from lxml import etree

from reader.document.build import Builder
from reader.document.characters import clean_line, display_host, safe_url
from reader.document.language import language_tag
from reader.document.links import resolved
from reader.document.model import Document, Metadata
from reader.errors import SourceError
from reader.formats.source import Source
from reader.formats.titles import Titles

# Characters of an entry's summary that are shown, two lines; and those that it is made from.
SUMMARY = 126
_LOOKED_AT = 2000
# The longest title of an entry, and how many entries are shown.
_TITLE = 300
MOST = 10_000

_XML = "{http://www.w3.org/XML/1998/namespace}"
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_OURS = (b"amp", b"lt", b"gt", b"quot", b"apos")
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_HIDDEN = re.compile(r"(?is)<(script|style)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)")
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*(?:>|$)")
_BREAK = re.compile(r"(?i)<(?:br|/p|/li|/div|/h[1-6]|/tr)\b[^<>]*>")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)", re.ASCII)


class Entry:
    """One entry of a feed: everything is one clean line, the link an absolute address or ''."""

    __slots__ = ("date", "link", "summary", "title")

    def __init__(self, title: str, link: str, date: str, summary: str) -> None:
        self.title = clean_line(_plain(title[:_LOOKED_AT]))[:_TITLE].strip()
        self.link = link
        self.date = day(date)
        self.summary = short(summary)
        if not self.title:
            self.title, self.summary = self.summary or self.link or "…", ""
        if self.summary.rstrip("…") and self.title.startswith(self.summary.rstrip("…")):
            self.summary = ""


def parse_feed(source: Source) -> Document:
    """The feed in a source; raises SourceError where there is none."""
    found = _json(source) if source.data.lstrip()[:1] == b"{" else _xml(source)
    if found is None:
        raise SourceError(f"{source.name}: no feed that can be read")
    metadata, entries = found
    metadata.title = metadata.title or display_host(metadata.source or source.url)
    metadata.site = metadata.site or display_host(metadata.source or source.url)
    if metadata.subtitle == metadata.title:
        metadata.subtitle = ""
    builder = Builder()
    titles = Titles(builder, metadata)
    titles.skip()
    list_id = builder.new_id()
    for entry in entries[:MOST]:
        builder.open("item", list_id=list_id).tight = False
        builder.begin("paragraph")
        if entry.link:
            builder.start_span("link", entry.link)
        builder.text(entry.title)
        if entry.link:
            builder.end_span()
        if below := " · ".join(part for part in (entry.date, entry.summary) if part):
            builder.newline()
            builder.text(below)
        builder.finish()
        builder.close()
    if not builder.blocks:
        builder.block("paragraph", "The feed has no entries.")
    elif len(entries) > MOST:
        builder.block("paragraph", f"The feed has more than these {MOST} entries.")
    titles.head()
    chunk = builder.take()
    return Document(metadata, iter([chunk]), name=source.name, size=source.size)


def day(date: str) -> str:
    """The day of a date as feeds write it (RFC 822 or ISO 8601), as `YYYY-MM-DD`; else as it is."""
    text = clean_line(date).strip()[:60]
    if match := _DAY.match(text):
        return match[0]
    from email.utils import parsedate

    parts = parsedate(text) or parsedate(f"{text} 00:00:00")
    if parts is None or not (1 <= parts[1] <= 12 and 1 <= parts[2] <= 31 and parts[0] > 999):
        return text
    return f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}"


def short(markup: str) -> str:
    """The beginning of a summary as plain text, cut behind a word."""
    text = " ".join(clean_line(_plain(markup[:_LOOKED_AT])).split())
    if len(text) <= SUMMARY:
        return text + "…" if len(markup) > _LOOKED_AT and text else text
    cut = text[:SUMMARY]
    return (cut.rpartition(" ")[0] or cut).rstrip(" .,;:!?…–—-") + "…"


def _plain(markup: str) -> str:
    """The text of a little HTML (in which text is escaped once more)."""
    if "<" not in markup and "&" not in markup:
        return markup
    text = _TAG.sub("", _BREAK.sub(" ", _HIDDEN.sub(" ", markup)))
    return unescape(text)


# ---------------------------------------------------------------------- XML


def _xml(source: Source) -> "tuple[Metadata, list[Entry]] | None":
    """What is known of a feed in RSS or Atom, and its entries; None where it is no feed."""
    data = _NAMED.sub(_character, _CONTROLS.sub(b"", _from_root(source.data)))
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None:
        return None
    kind = _local(root)
    if kind == "feed":
        return _atom(root, source)
    channel = next(_children(root, "channel"), None) if kind in ("rss", "RDF") else None
    return _rss(root, channel, source) if channel is not None else None


def _from_root(data: bytes) -> bytes:
    """The feed from its root element on.

    Without a document type there are no entities but those of XML, so none that explode or that
    stand for files. What looks like the end of one may stand in a string of it; then what follows
    is no feed.
    """
    at = 0
    while True:
        while data[at : at + 1] in (b" ", b"\t", b"\r", b"\n"):
            at += 1
        mark, gap = data.find(b"[", at), data.find(b">", at)
        if data.startswith(b"<?", at):
            end, length = data.find(b"?>", at), 2
        elif data.startswith(b"<!--", at):
            end, length = data.find(b"-->", at), 3
        elif not data.startswith(b"<!", at):
            return data[at:]
        elif 0 <= mark < gap:
            end, length = data.find(b">", data.find(b"]", mark)), 1
        else:
            end, length = gap, 1
        if end < 0:
            return b""
        at = end + length


def _character(match: "re.Match[bytes]") -> bytes:
    """What a name of HTML stands for, where XML has no such name."""
    if match[1] in _OURS:
        return match[0]
    return html5.get(f"{match[1].decode()};", "").encode()


def _rss(
    root: etree._Element, channel: etree._Element, source: Source
) -> tuple[Metadata, list[Entry]]:
    metadata = Metadata()
    base = _base(channel, _base(root, source.url))
    metadata.title = short_title(_text(channel, "title"))
    metadata.subtitle = short(_text(channel, "description"))
    metadata.source = resolved(_text(channel, "link"), base)
    metadata.lang = language_tag(_text(channel, "language") or channel.get(f"{_XML}lang", ""))
    metadata.date = day(_text(channel, "pubDate") or _text(channel, "lastBuildDate"))
    base = metadata.source or base
    entries = []
    items = chain(_children(channel, "item"), _children(root, "item"))
    for item in islice(items, MOST + 1):
        guid = _child(item, "guid")
        link = _text(item, "link")
        if not link and guid is not None and guid.get("isPermaLink", "true") != "false":
            link = _content(guid)
        entries.append(
            Entry(
                _text(item, "title"),
                _web(link, _base(item, base)),
                _text(item, "pubDate") or _text(item, "date"),
                _text(item, "description") or _text(item, "encoded"),
            )
        )
    return metadata, entries


def _atom(root: etree._Element, source: Source) -> tuple[Metadata, list[Entry]]:
    metadata = Metadata()
    base = _base(root, source.url)
    metadata.title = short_title(_text(root, "title"))
    metadata.subtitle = short(_text(root, "subtitle") or _text(root, "tagline"))
    metadata.source = _alternate(root, base)
    metadata.lang = language_tag(root.get(f"{_XML}lang", ""))
    metadata.date = day(_text(root, "updated") or _text(root, "modified"))
    author = _child(root, "author")
    name = clean_line(_text(author, "name")).strip() if author is not None else ""
    metadata.authors = [name] if name else []
    entries = []
    for entry in islice(_children(root, "entry"), MOST + 1):
        entries.append(
            Entry(
                _text(entry, "title"),
                _alternate(entry, _base(entry, base)),
                _text(entry, "published") or _text(entry, "updated") or _text(entry, "issued"),
                _text(entry, "summary") or _text(entry, "content"),
            )
        )
    return metadata, entries


def _alternate(element: etree._Element, base: str) -> str:
    """The page that a feed or an entry of Atom stands for."""
    links = list(_children(element, "link"))
    for link in links:
        kind = link.get("type", "text/html")
        if link.get("rel", "alternate") == "alternate" and "html" in kind:
            return _web(link.get("href", ""), _base(link, base))
    for link in links:
        if link.get("rel", "alternate") == "alternate":
            return _web(link.get("href", ""), _base(link, base))
    return ""


def _local(element: etree._Element) -> str:
    """The name of an element without its namespace; '' for what is none."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that name, of whatever namespace."""
    return (child for child in element if _local(child) == name)


def _child(element: etree._Element, name: str) -> "etree._Element | None":
    """The first of them that says something; those of the feed's own namespace before others."""
    found = list(_children(element, name))
    own = element.tag.rpartition("}")[0] if isinstance(element.tag, str) else ""
    found.sort(key=lambda child: str(child.tag).rpartition("}")[0] != own)
    return next((child for child in found if len(child) or (child.text or "").strip()), None)


def _text(element: etree._Element, name: str) -> str:
    child = _child(element, name)
    return _content(child) if child is not None else ""


def _content(element: etree._Element) -> str:
    """The text of an element; text of Atom that is no HTML is escaped, as if it were."""
    text = "".join(part for part in element.itertext() if isinstance(part, str)).strip()
    plain = element.get("type") in ("text", "xhtml", "text/plain") or len(element)
    return text.replace("&", "&amp;").replace("<", "&lt;") if plain else text


def _base(element: etree._Element, base: str) -> str:
    own = element.get(f"{_XML}base", "")
    return resolved(own, base) or base if own else base


def _web(href: str, base: str) -> str:
    """The address of a link; '' where it leads nowhere on the web."""
    url = resolved(href.strip(), base)
    return url if url.startswith(("http://", "https://")) else ""


def short_title(markup: str) -> str:
    """A title as one line of plain text."""
    return " ".join(clean_line(_plain(markup[:_LOOKED_AT])).split())[:_TITLE]


# ---------------------------------------------------------------------- JSON


def _json(source: Source) -> "tuple[Metadata, list[Entry]] | None":
    """What is known of a JSON Feed, and its entries; None where it is none."""
    import json

    try:
        feed = json.loads(source.text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return None
    metadata = Metadata()
    metadata.title = " ".join(clean_line(_string(feed, "title")).split())[:_TITLE]
    metadata.subtitle = short(_escaped(_string(feed, "description")))
    metadata.source = safe_url(resolved(_string(feed, "home_page_url"), source.url))
    metadata.lang = language_tag(_string(feed, "language"))
    base = metadata.source or source.url
    entries = []
    for item in feed["items"][: MOST + 1]:
        if not isinstance(item, dict):
            continue
        plain = _string(item, "summary") or _string(item, "content_text")
        link = _string(item, "url") or _string(item, "external_url") or _string(item, "id")
        entries.append(
            Entry(
                _escaped(_string(item, "title")),
                _web(link, base if _string(item, "url") else ""),
                _string(item, "date_published") or _string(item, "date_modified"),
                _escaped(plain) if plain else _string(item, "content_html"),
            )
        )
    return metadata, entries


def _string(values: dict[str, object], key: str) -> str:
    value = values.get(key, "")
    return value if isinstance(value, str) else ""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
