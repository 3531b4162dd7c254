"""What a page says about its article: in JSON-LD, Open Graph, meta tags, then in the page."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from lxml import html

from reader.document.characters import clean_line, safe_url
from reader.document.language import language_tag
from reader.document.model import Metadata
from reader.formats.byline import authors_of
from reader.formats.dates import day_of
from reader.formats.html.dom import (
    classes,
    collapsed,
    is_hidden,
    is_longer,
    text_of,
    title_key,
)
from reader.formats.html.jsonld import described
from reader.formats.html.links import canonical
from reader.formats.html.measures import words_of

_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "headline",
)
_AUTHORS = (
    "article:author",
    "author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "parsely-author",
    "sailthru.author",
    "article.author",
    "og:article:author",
    "twitter:data1",
)
_DATES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "article.published",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "pubdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "ptime",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "date",
    "dc.date.modified",
)
_DESCRIPTIONS = ("og:description", "twitter:description", "description", "dc.description")
_LONGEST_TITLE = 500
# A first heading with this share of the words in the names of a page is its title.
_ALIKE = 0.6
_LONGEST_NAME = 400
_BETWEEN_NAMES = re.compile(r"\s+[-–—|·•:»/]+\s+")
# What parts the title of a page from the name of its site.
_PART = re.compile(r"(?<!\s)\s+(?:[|·•»«:~/]|::|[-–—])\s+|(?<!\s)\s*[|»]\s*|:\s+")
_BYLINE = re.compile(
    r"(?:^|[\s_]|(?<!has)(?<!no)-)(?:byline|by-line|author-?name|author__name|authors?|auteurs?|autore?s?|autorin|verfasser|article-author|post-author"
    r"|entry-author|p-author|byauthor|signature|contributor-?name)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_OTHER_WORK = re.compile(
    r"\b(?:review|edit|photo|illustrat|heard on|check|translat)", re.IGNORECASE
)
_NAME = r"[A-ZÀ-Þ][\w.’'-]*(?: (?:de|van|von|der|la|le|da|di|al|el|[A-ZÀ-Þ][\w.’'-]*)){1,4}"
_SIGNED = re.compile(
    rf"(?:.{{0,60}}\b(?:posted|written|published)\b.{{0,60}}\bby|.{{0,30}}\b(?:19|20)\d\d,?\ by"
    rf"|[Bb]y|BY|[Pp]ar|[Vv]on|[Pp]or|[Dd]oor|[Pp]osted\ by|[Ww]ritten\ by|[Tt]exte?)\ ?:?\ +({_NAME})[.]?"
)
_LONGEST_SIGNED = 120
_MOST_LINES = 3000
_DAY_NAME = re.compile(
    r"(?:^|[\s_-])(?:date|datum|fecha|data|time|timestamp|post-?date|pub-?date|published|posted|publi\w*)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|sidebar|recommended|footer|more|teaser|card|promo|popular|bio|box)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_URL_DAY = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:/|$|-)")


class Page:
    """What the head of a page says: `meta` by name in lower case, in the order of the page."""

    def __init__(self, tree: html.HtmlElement) -> None:
        self.meta: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            content = collapsed(element.get("content") or "").strip(" ")
            if not content or len(content) > 5000:
                continue
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                for name in (element.get(attribute) or "").lower().split()[:4]:
                    self.meta.setdefault(name, []).append(unescape(content))

    def all(self, names: tuple[str, ...]) -> Iterator[str]:
        """The values of these, in the order of the names."""
        for name in names:
            yield from self.meta.get(name, ())

    def first(self, *names: str) -> str:
        """The first value, '' without one."""
        return next(self.all(names), "")


def read_metadata(tree: html.HtmlElement, url: str) -> Metadata:
    """Title, authors, date, site, language and address; `subtitle` is the page's description."""
    page = Page(tree)
    own = canonical(tree)
    addresses = {address.partition("#")[0].rstrip("/") for address in (own, url) if address}
    said = described(tree, addresses)
    metadata = Metadata()
    metadata.source = safe_url(own or url)
    metadata.site = clean_line(
        page.first("og:site_name")
        or said.site
        or page.first("application-name", "dc.publisher", "citation_journal_title")
    )[:80].strip()
    if "://" in metadata.site or metadata.site.startswith("@"):
        metadata.site = ""
    metadata.title = clean_line(_title(tree, page, said.title, metadata))[:_LONGEST_TITLE].strip()
    metadata.lang = language_tag(tree.get("lang") or tree.get("xml:lang") or "") or language_tag(
        page.first("og:locale", "content-language", "dc.language", "language") or said.language
    )
    metadata.subtitle = clean_line(said.description or page.first(*_DESCRIPTIONS))
    metadata.authors = _authors(tree, page, said.authors, said.organizations, metadata.site)
    metadata.date = _date(tree, page, said.date, own or url)
    return metadata


def _title(tree: html.HtmlElement, page: Page, said: str, metadata: Metadata) -> str:
    """The title; as the page's heading has it where that agrees with what is said elsewhere."""
    element = next(
        (e for e in tree.iter("title") if next(e.iterancestors("svg"), None) is None), None
    )
    whole = text_of(element) if element is not None else ""
    site = title_key(metadata.site)
    candidates = [
        unescape(text).strip()
        for text in (*page.meta.get("og:title", ()), said, *page.all(_TITLES))
    ]
    candidates = [text for text in candidates if text and title_key(text) != site]
    headings = [text for h1 in tree.iter("h1") if not is_hidden(h1) and (text := text_of(h1))]
    headings = [text for text in headings[:20] if title_key(text) != site and len(text) < 300]
    others = [title_key(text) for text in (*candidates, whole)]
    for heading in headings:
        if any(_agrees(title_key(heading), other) for other in others):
            return heading
    host = title_key(_host(metadata)).split()
    for heading in headings:
        if title_key(heading).replace(" ", "") in host:
            continue
        if any(_heads(title_key(heading), text) for text in (*candidates, whole)):
            return heading
    only = headings[0] if len(headings) == 1 else ""
    if not candidates:
        for heading in tree.iter("h1", "h2", "h3", "h4"):
            if not is_hidden(heading) and _begins(whole, text := text_of(heading)):
                return text
    if candidates:
        return without_site(candidates[0], metadata)
    if only and (len(only.split()) > 1 or not whole):
        return only
    return without_site(whole, metadata) or (headings[0] if headings else "")


def _agrees(heading: str, said: str) -> bool:
    """Whether a heading is what is said: the same words, or all of it up to the site's name."""
    if not said:
        return False
    if heading == said:
        return True
    longer, shorter = (heading, said) if len(heading) > len(said) else (said, heading)
    words, all_ = set(shorter.split()), set(longer.split())
    return len(words) > 2 and (shorter in longer or len(words & all_) >= 0.8 * len(all_))


def _begins(whole: str, heading: str) -> bool:
    """Whether the title of a page is a heading and then the name of the site."""
    rest = whole[len(heading) :].lstrip()
    long_enough = heading.count(" ") >= 2 or (len(heading) >= 4 and not heading.isascii())
    return long_enough and whole.startswith(heading) and rest[:1] in tuple("|-–—_·•«»:＜｜（(")


def _heads(heading: str, said: str) -> bool:
    """Whether a heading, of a word or two maybe, is what is said up to the site's name."""
    part = _PART.search(said)
    if part is None or part.group().strip() == ":" or not heading:
        return False
    return heading == title_key(said[: part.start()])


def _host(metadata: Metadata) -> str:
    return (urlsplit(metadata.source).hostname or "") if metadata.source else ""


def without_site(title: str, metadata: Metadata) -> str:
    """A title without the name of its site before or after it."""
    site = title_key(metadata.site)
    host = _host(metadata)
    names = {site, site.replace(" ", ""), title_key(host), title_key(host.removeprefix("www."))}
    names |= {title_key(label) for label in host.split(".")[:-1] if len(label) > 3}
    names.discard("")
    parts = list(_PART.finditer(title))
    if not parts:
        return title
    last, first = parts[-1], parts[0]
    for cut, rest, name in (
        (title[: last.start()], last, title[last.end() :]),
        (title[first.end() :], first, title[: first.start()]),
    ):
        key = title_key(name)
        if cut.strip() and (
            key in names or key.replace(" ", "") in names or (site and key.startswith(site))
        ):
            return cut.strip()
        at_end = rest is last and rest.group().strip() in ("|", "-", "–", "—", "»", "·", "::")
        if not names and at_end and len(name.split()) <= 4 and len(cut.split()) >= 3:
            return cut.strip()
    return title


def _authors(
    tree: html.HtmlElement, page: Page, persons: list[str], others: list[str], site: str
) -> list[str]:
    cited = authors_of(page.meta.get("citation_author", []), site, inverted=True)
    found = authors_of(persons, site) or cited
    for name in _AUTHORS:
        found = found or authors_of(page.meta.get(name, []), site)
    return found or authors_of(_bylines(tree), site) or authors_of(others, site)


def _bylines(tree: html.HtmlElement) -> list[str]:
    """What the page itself says of who wrote it."""
    for path in (
        ".//*[@itemprop='author']//*[@itemprop='name']",
        ".//*[@itemprop='author']",
        ".//*[@rel='author']",
    ):
        found = [text_of(e) for e in tree.iterfind(path) if not _is_elsewhere(e)]
        found = [text for text in found if 1 < len(text) <= 100]
        if found:
            return found[:5]
    for element in tree.iterfind(".//*[@class]"):
        if element.tag in ("body", "html", "article", "main", "img"):
            continue
        if _BYLINE.search(classes(element)) and not _is_elsewhere(element):
            links = [text_of(link) for link in element.iter("a") if not _is_other_work(link)]
            links = [text for text in links if text and authors_of([text])]
            text = text_of(element)
            if links and len(text) <= 200:
                return links[:8]
            if 1 < len(text) <= 80 and authors_of([text]):
                return [text]
    return _signed(tree)


def _is_other_work(link: html.HtmlElement) -> bool:
    """Whether the words before a name say that the person did something else than write."""
    before = link.getprevious()
    parent = link.getparent()
    said = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    return bool(_OTHER_WORK.search(said))


def _signed(tree: html.HtmlElement) -> list[str]:
    """Names in short lines such as 'Posted by A Name'."""
    for count, element in enumerate(
        tree.iter("p", "div", "span", "h2", "h3", "h4", "h5", "address")
    ):
        if count > _MOST_LINES:
            break
        text = "" if is_longer(element, _LONGEST_SIGNED) else text_of(element)
        match = _SIGNED.fullmatch(text)
        if match and not _is_elsewhere_but_footer(element) and authors_of([match.group(1)]):
            return [match.group(1)]
    return []


def _is_elsewhere_but_footer(element: html.HtmlElement) -> bool:
    """Like `_is_elsewhere`; the footer of an article may sign it."""
    footer = next(element.iterancestors("footer"), None)
    if footer is not None and next(footer.iterancestors("article"), None) is not None:
        return _is_elsewhere(footer.getparent())
    return _is_elsewhere(element)


def _is_elsewhere(element: html.HtmlElement) -> bool:
    """Whether an element belongs to comments, or to another article."""
    for parent in [element, *element.iterancestors()]:
        if parent.tag in ("aside", "footer", "nav", "blockquote"):
            return True
        if parent.tag in ("body", "html"):
            return False
        if _OTHERS.search(classes(parent)) or _OTHERS.search(parent.get("id") or ""):
            return True
    return False


def _date(tree: html.HtmlElement, page: Page, said: str, url: str) -> str:
    for text in (said, *page.all(_DATES)):
        if text and (day := day_of(text)):
            return day
    for path in (
        ".//*[@itemprop='datePublished']",
        ".//time[@pubdate]",
        ".//*[@class='published']",
    ):
        for element in tree.iterfind(path):
            for text in (
                element.get("datetime"),
                element.get("content"),
                element.get("title"),
                text_of(element),
            ):
                if text and (day := day_of(text)):
                    return day
    for element in tree.iter("time"):
        if not _is_elsewhere(element):
            day = day_of(element.get("datetime") or "") or day_of(text_of(element))
            if day:
                return day
    for element in tree.iterfind(".//*[@class]"):
        named = _DAY_NAME.search(classes(element))
        if not named or is_longer(element, _LONGEST_SIGNED) or _is_elsewhere(element):
            continue
        if day := day_of(text_of(element)):
            return day
    match = _URL_DAY.search(url)
    return day_of("-".join(match.groups())) if match else ""


def titles(tree: html.HtmlElement) -> set[tuple[str, ...]]:
    """What the page is called, in words; a first heading that says something else is no title."""
    names = [title.text_content()[:_LONGEST_NAME] for title in tree.iter("title")]
    # The first or the longest part is the article's, the others are the site's.
    for name in list(names):
        parts = _BETWEEN_NAMES.split(name)
        names += [parts[0], max(parts, key=len), name[: name.rfind(parts[-1])]]
    found = [words_of(name) for name in names]
    found += [
        words_of((meta.get("content") or "")[:_LONGEST_NAME])
        for meta in tree.iter("meta")
        if meta.get("property") == "og:title"
    ]
    known = {word for words in found for word in words}
    # Some pages use first headings for their sections too: only one is the title.
    for heading in tree.iter("h1"):
        words = words_of(heading.text_content()[:_LONGEST_NAME])
        if words and sum(word in known for word in words) >= _ALIKE * len(words):
            found.append(words)
            break
    return {tuple(words) for words in found if words}
