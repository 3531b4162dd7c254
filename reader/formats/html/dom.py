"""From the bytes of a page to its elements, within bounds; what in it is never shown."""

import re

from lxml import etree, html

from reader.document.characters import fold
from reader.errors import SourceError

# More elements than this take seconds to walk; the longest books on one page have fewer.
MAX_ELEMENTS = 500_000
# The parser takes quadratic time over the attributes of one element.
_MAX_ATTRIBUTES = 1000
# The most cells that others may reach over in all tables of a page.
_MAX_SPANNED = 100_000

_ATTRIBUTE = rb"""[\s/]*+[^\s>/][^\s>/=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
# All of a page that has no element with too many attributes; stops in front of one.
_SOUND = (
    rb"(?:[^<]++|<(?:script|style)\b(?:[^<]++|<(?!/(?:script|style)))*+|<!--(?:[^-]++|-(?!->))*+"
    rb"|<(?![a-z])|<[a-z][^\s>/]*+(?:" + _ATTRIBUTE + rb"){0,%d}+[\s/]*+>)++" % _MAX_ATTRIBUTES
)
_OVERFULL = rb"<[a-z][^\s>/]*+((?:" + _ATTRIBUTE + rb")*+)"
# Elements that are no more than looks; unclosed ones nest without end.
_LOOKS = rb"(?i)</?(?:a|b|big|center|div|em|font|i|ins|nobr|small|span|strong|u)\b[^<>]*+>"

# Elements that run on within a line of text; all others begin and end blocks.
INLINE = frozenset(
    (
        "a abbr acronym b bdi bdo big blink button cite code data del dfn em embed font i img input ins "
        "kbd label mark math meter nobr noscript output picture progress q rb rp rt rtc ruby s "
        "samp script small source span strike strong style sub sup svg template time tt u var wbr"
    ).split()
)
# Elements whose content is no text of the page.
_SILENT = frozenset(
    (
        "applet area audio basefont button canvas colgroup datalist dialog frame frameset "
        "head iframe link map meta noframes object option param script select style svg "
        "template textarea title video"
    ).split()
)
# All that may stand in a head (HTML, section 4.2).
_METADATA = frozenset(
    "base basefont isindex link meta noscript object script style template title".split()
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|sr_only|visually-?hidden|visuallyhidden|screen-?reader(?:-text|-only)?"
    r"|u-hidden|is-hidden|noprint-hidden|a11y-hidden|headerlink|heading-?anchor|anchorjs-link"
    r"|header-?anchor|hash-link|direct-link|mw-editsection|mw-editsection-like|editsection|toggle-caption|hide-caption|zeroclipboard-container"
    r"|katex-html|MathJax_Preview|MathJax_Display|MathJax_SVG|mjx-chtml|mw-empty-elt|mw-cite-backlink|ltx_ERROR|ltx_note_mark|ltx_tag_note|ltx_tag_equation|margin-toggle)(?:\s|$)"
)
_ROOTS = frozenset(("html", "body", "main", "article"))
# A block with as much text as this that is hidden from screen readers only is under a dialog.
_LONG = 200


def tree_of(data: bytes) -> html.HtmlElement:
    """The elements of a page in UTF-8, without comments; raises SourceError where there are none.

    Pages over a bound (depth, attributes) lose what is over it, those with too many elements are
    refused.
    """
    data = _within_bounds(data.replace(b"\0", b"\xef\xbf\xbd"))
    tree, too_deep = _parsed(data)
    if too_deep:
        tree, too_deep = _parsed(re.sub(_LOOKS, b" ", data))
    if tree is None:
        raise SourceError("there is nothing in the page")
    if too_deep:
        raise SourceError("the page is nested too deep", "Copy its text from the browser.")
    if tree.xpath(f"count(//*) > {MAX_ELEMENTS}"):
        raise SourceError(f"the page has more than {MAX_ELEMENTS:,} elements")
    _bound_spans(tree)
    _empty_head(tree)
    return tree


def _empty_head(tree: html.HtmlElement) -> None:
    """Put what is no part of a head into the body, where a browser has it.

    Both may go without tags; the parser then takes elements that HTML 4 did not know, such as
    `article`, for some of the head.
    """
    head, body = tree.find("head"), tree.find("body")
    strays = [] if head is None else [child for child in head if child.tag not in _METADATA]
    if not strays:
        return
    if body is None:
        body = etree.SubElement(tree, "body")
    last = strays[-1]
    last.tail, body.text = (last.tail or "") + (body.text or ""), None
    body[:0] = strays


def _bound_spans(tree: html.HtmlElement) -> None:
    """Take the spans off all cells where they would make tables of more cells than are ever set."""
    cells = [cell for cell in tree.iter("td", "th") if cell.get("rowspan") or cell.get("colspan")]
    if sum(_span(cell, "rowspan") * _span(cell, "colspan") for cell in cells) > _MAX_SPANNED:
        for cell in cells:
            for name in ("rowspan", "colspan"):
                cell.attrib.pop(name, None)


def _span(cell: html.HtmlElement, name: str) -> int:
    said = (cell.get(name) or "1").strip()[:9]
    return int(said) if said.isdecimal() and said.isascii() else 1


def _parsed(data: bytes) -> "tuple[html.HtmlElement | None, bool]":
    """The tree, and whether the page goes deeper than the parser does (256 elements)."""
    tree, limit = _parse(data, huge=False)
    if limit and "depth" not in limit.lower():
        tree, limit = _parse(data, huge=True)  # a text of more than 10 MB
    return tree, bool(limit)


def _parse(data: bytes, *, huge: bool) -> "tuple[html.HtmlElement | None, str]":
    """The tree, and what the parser says of the limit that it has met."""
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=huge
    )
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = None
    errors = parser.error_log.filter_from_errors()
    limits = [e.message for e in errors if e.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT]
    return tree, limits[0] if limits else ""


def _within_bounds(data: bytes) -> bytes:
    """The page without the attributes of elements that have too many."""
    sound = re.compile(_SOUND, re.IGNORECASE)
    parts = []
    at = 0
    while at < len(data):
        match = sound.match(data, at)
        end = match.end() if match else at
        parts.append(data[at:end])
        overfull = re.compile(_OVERFULL, re.IGNORECASE).match(data, end)
        if overfull is None:
            parts.append(data[end:])
            break
        parts.append(data[end : overfull.start(1)])
        at = max(overfull.end(), end + 1)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def classes(element: html.HtmlElement) -> str:
    """The class attribute, '' without one."""
    return element.get("class") or ""


def has_class(element: html.HtmlElement, *names: str) -> bool:
    """Whether the element has one of these classes."""
    found = element.get("class")
    return bool(found) and not set(names).isdisjoint(found.split())


def collapsed(text: str) -> str:
    """Text with its white space collapsed as a browser does it; hard spaces stay."""
    return re.sub(r"[ \t\n\r\f]+", " ", text)


def text_of(element: html.HtmlElement) -> str:
    """All text in an element, its white space collapsed."""
    return collapsed("".join(element.itertext())).strip(" ")


def title_key(text: str) -> str:
    """The words of a title: two that say the same have the same one, accents and all apart."""
    return " ".join(re.findall(r"\w+", fold(text).text.lower()))


def is_longer(element: html.HtmlElement, length: int) -> bool:
    """Whether an element has more than so many characters of text; looks at no more than it must."""
    for text in element.itertext():
        length -= len(text.strip())
        if length < 0:
            return True
    return False


def is_hidden(element: html.HtmlElement) -> bool:
    """Whether a reader of the page does not see the element, or it is no text of its author's."""
    tag = element.tag
    if tag in _SILENT:
        return True
    attributes = element.attrib
    if not attributes or tag in _ROOTS:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    name = attributes.get("class")
    if name and _HIDDEN_CLASS.search(name):
        return True
    if attributes.get("aria-hidden") == "true" and tag != "img":
        return not is_longer(element, _LONG) and element.find(".//img") is None
    return False
