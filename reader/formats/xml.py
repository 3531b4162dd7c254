"""What can be told of a text in XML or JSON without parsing it."""

import re

# What may stand before the root element, up to a bound; and its name. (Patterns as text: hardly an
# article needs them.)
_ROOT = (
    r"\s*(?:<\?[^>]{0,500}\?>\s*)?"
    r"(?:(?:<!--(?:[^-]|-(?!->)){0,5000}-->|<\?[^>]{0,500}>|<!DOCTYPE[^>\[]{0,500}"
    r"(?:\[[^\]]{0,5000}\])?\s{0,50}>)\s*){0,20}<([A-Za-z][\w.-]{0,40}(?::[\w.-]{1,40})?)"
)
_NEXT = r"(?:\s[^>]{0,5000})?/?>\s*(?:<|\Z)"
_KINDS = {"rss": "feed", "feed": "feed", "RDF": "feed", "html": "html"}
_ENCODING = rb"\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})"
# What every feed in JSON says of itself (JSON Feed 1.1), however its slashes are written.
_JSON_FEED = r"[\"']version[\"']\s*:\s*\"https?:\\?/\\?/jsonfeed\.org\\?/version"


def feed_or_page(head: str, *, surely: bool = False) -> str:
    """`feed` or `html` for a text that begins like a feed in XML or JSON, or like XHTML; else ''.

    `surely` if prose may begin with such a tag: in a feed another one follows it.
    """
    first = head[:1024].lstrip("\ufeff \t\r\n")[:1]
    if first == "<":
        root = re.match(_ROOT + _NEXT if surely else _ROOT, head.lstrip("\ufeff"))
        if root is None:
            return ""
        name = root[1].rpartition(":")[2]
        # RDF holds anything; as a feed it names RSS.
        return "" if name == "RDF" and "rss" not in head else _KINDS.get(name, "")
    if first == "{":
        return "feed" if re.search(_JSON_FEED, head) else ""
    return ""


def declared_in_xml(data: bytes) -> str:
    """The encoding that an XML declaration names; '' where there is none."""
    if not data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        return ""
    match = re.match(_ENCODING, data.removeprefix(b"\xef\xbb\xbf"))
    return match[1].decode("ascii") if match else ""
