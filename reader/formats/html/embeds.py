"""Players of videos and sound: what a link to each of them is."""

import re
from urllib.parse import parse_qs, urlsplit

from lxml import html

from reader.formats.html.pieces import Box, Piece

_TAGS = frozenset(("iframe", "embed", "video", "audio", "lite-youtube", "amp-youtube"))
_LAZY = ("src", "data-src", "data-lazy-src", "data-litespeed-src", "data-original")
# Players by their host (without `www.`): the name, the path of a player, the address of its page.
_PLAYERS = (
    (r"(?:m\.)?youtube(?:-nocookie)?\.com", "YouTube", r"/embed/([\w-]{6,20})", "https://www.youtube.com/watch?v={}"),
    (r"player\.vimeo\.com", "Vimeo", r"/video/(\d+)", "https://vimeo.com/{}"),
    (r"dailymotion\.com", "Dailymotion", r"/embed/video/(\w+)", "https://www.dailymotion.com/video/{}"),
    (r"open\.spotify\.com", "Spotify", r"/embed(?:-podcast)?/(\w+/\w+)", "https://open.spotify.com/{}"),
    (r"embed\.ted\.com", "TED", r"/(talks/\w+)", "https://www.ted.com/{}"),
    (r"archive\.org", "Internet Archive", r"/embed/([\w.-]+)", "https://archive.org/details/{}"),
    (r"embed\.podcasts\.apple\.com", "Apple Podcasts", r"/(.+)", "https://podcasts.apple.com/{}"),
)  # fmt: skip
# Players that are told what they play in a parameter.
_TOLD = (
    (r"w\.soundcloud\.com", "SoundCloud", "url"),
    (r"facebook\.com", "Facebook", "href"),
)
# Titles that say no more than that there is a player.
_EMPTY = re.compile(
    r"\W*(?:(?:youtube|vimeo|dailymotion|spotify|embedded|html5|video|audio|media|content|player|embed"
    r"|iframe|from|podcast)\b\W*)*",
    re.IGNORECASE,
)


def embed(element: html.HtmlElement, containers: tuple[Box, ...]) -> "Piece | None":
    """The piece for a player: an image without a picture whose inline content is a link."""
    if element.tag not in _TAGS:
        return None
    href, name = _target(element)
    if not href:
        return None
    title = element.get("title") or element.get("aria-label") or element.get("playlabel") or ""
    title = " ".join(title.split())[:200]
    text = name if _EMPTY.fullmatch(title) else title
    runs = [("start", "link", href), ("text", text, ""), ("end", "link", href)]
    return Piece("image", element, containers, runs)


def settle(pieces: list[Piece]) -> list[Piece]:
    """The pieces, with the players that are left among them as paragraphs."""
    for piece in pieces:
        if piece.kind == "image" and not piece.src:
            piece.kind = "paragraph"
    return pieces


def _target(element: html.HtmlElement) -> tuple[str, str]:
    """The address that a player is to be linked by, and what to call it; '' for other things."""
    video = element.get("videoid") or element.get("data-videoid") or ""
    if video and re.fullmatch(r"[\w-]{6,20}", video):
        return f"https://www.youtube.com/watch?v={video}", "YouTube"
    if element.tag in ("video", "audio"):
        return _file(element)
    for attribute in _LAZY:
        found = _page((element.get(attribute) or "").strip())
        if found[0]:
            return found
    return "", ""


def _page(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit("https:" + address if address.startswith("//") else address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "", ""
    for hosts, name, path, page in _PLAYERS:
        if re.fullmatch(hosts, host) and (match := re.match(path, parts.path)):
            return page.format(match.group(1)), name
    for hosts, name, parameter in _TOLD:
        if re.fullmatch(hosts, host):
            told = parse_qs(parts.query, max_num_fields=50).get(parameter, [""])[0]
            return (told, name) if told.startswith(("https://", "http://")) else ("", "")
    return "", ""


def _file(element: html.HtmlElement) -> tuple[str, str]:
    """The file that a player of the browser's own plays; moving pictures without one are none."""
    if element.tag == "video" and "controls" not in element.attrib:
        return "", ""
    sources = [element, *element.iterfind("source")]
    src = next((s.get("src").strip() for s in sources if (s.get("src") or "").strip()), "")
    if not src or src.startswith(("data:", "blob:")):
        return "", ""
    return src, src.partition("?")[0].rstrip("/").rpartition("/")[2] or src
