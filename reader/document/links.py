"""Where links lead; and bare addresses in running text, as GitHub Flavored Markdown links them
(§ 6.9)."""

import re

from reader.document.characters import safe_url
from reader.document.model import Span

# What an address may contain; what it ends with is trimmed afterwards.
_BARE = re.compile(r"(?<![\w/.@:-])(?:https?://|www\.)[^\s<>\x00-\x1f\"«»“”]+", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:https?://)?([\w-]+(?:\.[\w-]+)*)", re.IGNORECASE)
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))
_TRAILING = "?!.,:;*_~'\"’”»…"


def bare_links(text: str, spans: list[Span]) -> list[Span]:
    """`spans` with a link for every bare address of a text that stands in no link or code."""
    taken = [(s.start, s.end) for s in spans if s.kind in ("link", "code", "image")]
    found = []
    index = 0
    for match in _BARE.finditer(text):
        address = _trimmed(match.group())
        if not _has_domain(address):
            continue
        start, end = match.start(), match.start() + len(address)
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        if index < len(taken) and taken[index][0] < end:
            continue
        href = safe_url(address if "://" in address[:8] else "http://" + address)
        if href:
            found.append(Span(start, end, "link", href))
    if not found:
        return spans
    return sorted([*spans, *found], key=lambda span: span.start)


def resolved(href: str, base: str) -> str:
    """The target of a link as it is kept: of a relative one the address that it means at `base`.

    '' for what `safe_url` refuses. A fragment stays one, and without a base so does a path. With
    the base `/`, a site of no known address, a path from the root of that site stays, too.
    """
    if base == "/":
        if href[:1] == "/" and href[1:2] != "/":
            return href if safe_url("." + href) else ""
        base = ""
    if not base or href[:1] in ("", "#"):
        return safe_url(href)
    from urllib.parse import urljoin

    try:
        return safe_url(urljoin(base, href.strip()))
    except ValueError:  # no address at all
        return ""


def _trimmed(address: str) -> str:
    """The address without the punctuation of the sentence around it."""
    spare = {close: address.count(close) - address.count(open_) for open_, close in _PAIRS}
    end = len(address)
    while end:
        last = address[end - 1]
        if spare.get(last, 0) > 0:
            spare[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return address[:end]


def _has_domain(address: str) -> bool:
    match = _DOMAIN.match(address)
    if not match:
        return False
    parts = match.group(1).split(".")
    return len(parts) > 1 and not any("_" in part for part in parts[-2:])
