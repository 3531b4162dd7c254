"""Web pages that a browser saved as one file, with their pictures (MHTML, RFC 2557)."""

import re

from reader.document.characters import safe_url

# The header of such a file, and of an e-mail with a page in it, at the very start.
_FIRST = rb"\s*[A-Za-z][A-Za-z-]*:[ \t]"
_KIND = rb"(?im)^content-type:[ \t]*multipart/(?:related|alternative|mixed)\b"
_HEADER = 16_384


class Saved:
    """The page in a file: its bytes, the encoding that is declared, the address it came from."""

    __slots__ = ("charset", "data", "url")

    def __init__(self, data: bytes, charset: str, url: str) -> None:
        self.data = data
        self.charset = charset
        self.url = url


def is_saved(data: bytes) -> bool:
    """Whether the bytes begin like a page that was saved with its pictures."""
    if not re.match(_FIRST, data[:256]):
        return False
    header = re.split(rb"\r?\n\r?\n", data[:_HEADER].lstrip(), maxsplit=1)[0]
    return b"mime-version:" in header.lower() and re.search(_KIND, header) is not None


def page_of(data: bytes) -> "Saved | None":
    """The first page in such a file; None where there is none."""
    from email import message_from_bytes

    message = message_from_bytes(data.lstrip())
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        body = part.get_payload(decode=True)
        if not isinstance(body, bytes) or not body.strip():
            continue
        named = (part["Content-Location"], message["Snapshot-Content-Location"])
        urls = [safe_url(str(name).strip()) for name in named if name]
        url = next((url for url in urls if url.startswith(("http://", "https://"))), "")
        return Saved(body, part.get_content_charset() or "", url)
    return None
