"""Where the links and images of a page lead."""

import re
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

# What browsers take out of addresses (WHATWG URL, section 4.4).
_REMOVED = re.compile(r"[\t\n\r\x00]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class Links:
    """Makes addresses absolute, as far as it is known where the page comes from.

    `url` is the page's address ('' for a file). Without one, what begins with `/` counts from the
    address that the page gives for itself; other relative addresses stay, they are other files.
    """

    def __init__(self, tree: html.HtmlElement, url: str) -> None:
        base = tree.find(".//base[@href]")
        href = _tidy(base.get("href")) if base is not None else ""
        self._url = url or (href if _is_web(href) else "")
        self._base = _joined(url, href) if href else url
        self._canonical = "" if self._base else canonical(tree)
        self._self = {_page(address) for address in (url, canonical(tree)) if address}

    @property
    def base(self) -> str:
        """What relative addresses are left to count from: `/` where the site is not known."""
        return "" if _is_web(self._base) or self._canonical else "/"

    def absolute(self, href: str) -> str:
        """The address that a link leads to; fragments of this page stay fragments (`#name`)."""
        href = _tidy(href)
        if not href or href.startswith("#"):
            return href
        if _is_web(self._base):
            href = _joined(self._base, href)
        elif self._canonical and href.startswith("/"):
            href = _joined(self._canonical, href)
        page, mark, fragment = href.partition("#")
        if mark and page in self._self:
            return "#" + fragment
        return href

    def image(self, src: str) -> str:
        """The address of an image."""
        src = self.absolute(src)
        return "" if src.startswith("#") else src

    def outside(self, fragment: str) -> str:
        """The address of a place in this page for those who are not in it, '' where unknown."""
        return self._url.partition("#")[0] + fragment if _is_web(self._url) else ""


def canonical(tree: html.HtmlElement) -> str:
    """The address that a page gives for itself, '' where it gives none."""
    for link in tree.iterfind(".//link[@href]"):
        if "canonical" in (link.get("rel") or "").lower().split():
            href = _tidy(link.get("href"))
            if _is_web(href):
                return href
    for meta in tree.iterfind(".//meta[@property]"):
        if meta.get("property") == "og:url":
            href = _tidy(meta.get("content") or "")
            if _is_web(href):
                return href
    return ""


def fragment_of(href: str) -> str:
    """The name that a fragment (`#name`) stands for."""
    return unquote(href[1:])


def _tidy(href: str) -> str:
    return _REMOVED.sub("", href).strip().replace(" ", "%20")


def _is_web(url: str) -> bool:
    return url[:8].lower().startswith(("http://", "https://"))


def _page(url: str) -> str:
    return url.partition("#")[0]


def _joined(base: str, href: str) -> str:
    try:
        urlsplit(href)
        return urljoin(base, href)
    except ValueError:
        return "" if _SCHEME.match(href) else href
