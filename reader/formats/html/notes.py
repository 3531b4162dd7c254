"""Footnotes of a page: which links are their marks, and which elements are their bodies."""

import re
from collections.abc import Iterator

from lxml import html

from reader.formats.html.dom import INLINE, classes, text_of
from reader.formats.html.links import Links, fragment_of

_MARK = re.compile(
    r"[\[(]?\s*(?:\d{1,4}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§¶‖]{1,3}|note \d+)\s*[\])]?", re.IGNORECASE
)
_MARK_CLASS = re.compile(
    r"(?:^|\s)(?:footnote-?(?:ref|anchor|reference|mark|link)?|fn-?(?:ref|anchor)?|reference"
    r"|note-?(?:ref|call|link)|noteref|easy-footnote|sdfootnoteanc|endnote-?(?:ref|link)|appel-note"
    r"|spip_note|simple-footnote|mw-ref|modern-footnotes-footnote|ltx_note_mark)(?:\s|$)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:^|[-_:.])(?:fn|footnote|note|endnote|cite_note|ref|reference|sdfootnote|ftn|edn|nb|n)s?"
    r"(?:[-_:.]|\d|$)",
    re.IGNORECASE,
)
_SECTION_CLASS = re.compile(
    r"(?:^|[\s_-])(?:footnotes?|endnotes?|references|reflist|notes|fn-group|footnote-definition)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_SECTION_ROLES = ("doc-endnotes", "doc-footnote", "doc-endnote", "note")
_BODY_TAGS = ("li", "p", "div", "aside", "dd", "section", "td", "tr", "blockquote")
# Longer than this, what a link leads to is a section, not a note.
_LONGEST = 6000
_BACK = re.compile(
    r"[\s↩︎↩^↑⏎⤴⬆️↵\[\](){}.,:;\d\w]{0,12}|.*(?:back to|jump up|retour|zurück|volver).*",
    re.IGNORECASE,
)


class Notes:
    """The footnotes of a page.

    `marks` has for each element that is a mark its footnote's label, `bodies` for each element
    that is a body; `back` are the links in bodies that lead back up, and the labels they repeat.
    """

    def __init__(self, tree: html.HtmlElement, links: Links) -> None:
        self.marks: dict[html.HtmlElement, str] = {}
        self.bodies: dict[html.HtmlElement, str] = {}
        self.back: set[html.HtmlElement] = set()
        anchors: list[tuple[html.HtmlElement, str]] = []
        for anchor in tree.iterfind(".//a[@href]"):
            href = links.absolute(anchor.get("href"))
            if href.startswith("#") and len(href) > 1:
                anchors.append((anchor, fragment_of(href)))
        if not anchors:
            return
        targets = _targets(tree, {name for _, name in anchors})
        for anchor, name in anchors:
            self._take(anchor, targets.get(name))
        for anchor, name in anchors:
            self._take_back(anchor, targets.get(name))

    def _take(self, anchor: html.HtmlElement, target: "html.HtmlElement | None") -> None:
        """Take a link for a mark, if it is one."""
        if target is None or not _looks_like_mark(anchor):
            return
        body = _body_of(target)
        if body is None or anchor in self.marks or self._is_mark(target):
            return
        if body not in self.bodies:
            if not _looks_like_body(body, target, anchor):
                return
            if any(parent in self.bodies for parent in body.iterancestors()):
                return
            if any(element in self.marks for element in body.iterdescendants("a", "sup", "span")):
                return
            self.bodies[body] = str(len(self.bodies) + 1)
        elif body in anchor.iterancestors():
            return
        self.marks[_whole_mark(anchor)] = self.bodies[body]

    def _take_back(self, anchor: html.HtmlElement, target: "html.HtmlElement | None") -> None:
        """Take a link for one that leads from a body back to its mark."""
        if target is None or anchor in self.marks:
            return
        body = next((parent for parent in anchor.iterancestors() if parent in self.bodies), None)
        if body is None or body in target.iterancestors() or body is target:
            return
        if self._is_mark(target) and _BACK.fullmatch(text_of(anchor)):
            self.back.add(anchor)

    def _is_mark(self, element: html.HtmlElement) -> bool:
        """Whether an element is a mark, stands in one, or holds little else."""
        if element in self.marks or any(parent in self.marks for parent in element.iterancestors()):
            return True
        inner = element.iterdescendants("a", "sup", "span")
        return element.tag in INLINE and any(each in self.marks for each in inner)


def _targets(tree: html.HtmlElement, wanted: set[str]) -> dict[str, html.HtmlElement]:
    found: dict[str, html.HtmlElement] = {}
    for attribute in ("id", "name"):
        for element in tree.iterfind(f".//*[@{attribute}]"):
            name = element.get(attribute)
            if name in wanted:
                found.setdefault(name, element)
    return found


def _looks_like_mark(anchor: html.HtmlElement) -> bool:
    if anchor.get("role") in ("doc-noteref", "doc-biblioref-note"):
        return True
    text = text_of(anchor)
    if not text or len(text) > 12 or not _MARK.fullmatch(text):
        return False
    parent = anchor.getparent()
    raised = parent is not None and (
        parent.tag == "sup" or bool(_MARK_CLASS.search(classes(parent)))
    )
    return (
        raised
        or anchor.find("sup") is not None
        or bool(_MARK_CLASS.search(classes(anchor)))
        or text[0] in "[("
        or bool(_NAME.search(anchor.get("href") or ""))
    )


def _whole_mark(anchor: html.HtmlElement) -> html.HtmlElement:
    """The element that is the mark: the link, or what holds nothing but it."""
    parent = anchor.getparent()
    while (
        parent is not None and parent.tag in ("sup", "span") and text_of(parent) == text_of(anchor)
    ):
        anchor, parent = parent, parent.getparent()
    return anchor


def _body_of(target: html.HtmlElement) -> "html.HtmlElement | None":
    """The block that a footnote's target begins or is; for the cell of a table, its row."""
    element = target
    while element is not None and element.tag not in _BODY_TAGS:
        if element.tag in ("body", "h1", "h2", "h3", "h4", "h5", "h6", "article", "main"):
            return None
        element = element.getparent()
    if element is not None and element.tag == "p" and element.getparent().tag == "li":
        item = element.getparent()
        if element is next(iter(item), None):
            return item
    return element


def _looks_like_body(
    body: html.HtmlElement, target: html.HtmlElement, anchor: html.HtmlElement
) -> bool:
    if body in anchor.iterancestors() or body.find(".//h2") is not None:
        return False
    text = text_of(body)
    if not 1 < len(text) <= _LONGEST:
        return False
    for element in (body, *_around(body)):
        if element.get("role") in _SECTION_ROLES or _SECTION_CLASS.search(classes(element)):
            return True
    names = {anchor.get("id"), anchor.get("name")}
    names |= {parent.get("id") for parent in list(anchor.iterancestors())[:2]}
    names |= {child.get("id") for child in anchor}
    for link in body.iterfind(".//a[@href]"):
        if fragment_of("#" + link.get("href").partition("#")[2]) in names - {None, ""}:
            return True
    name = target.get("id") or target.get("name") or ""
    own = text_of(anchor).strip("[]() ")
    return bool(_NAME.search(name)) and (body.tag == "li" or text.lstrip("[( ").startswith(own))


def _around(body: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for depth, parent in enumerate(body.iterancestors()):
        if depth >= 4 or parent.tag in ("body", "main", "article"):
            return
        yield parent
