"""What the elements around a piece tell: whether they are furniture, and what else they hold."""

from collections.abc import Iterable

from lxml.html import HtmlElement

from reader.formats.html.boilerplate import LIKELY, SURE, furniture_words, level_of
from reader.formats.html.dom import is_longer

_TAGS = {
    "nav": SURE,
    "menu": SURE,
    "aside": LIKELY,
    "footer": LIKELY,
    "form": LIKELY,
    "asking": SURE,
}
_ROLES = {
    "navigation": SURE,
    "search": SURE,
    "dialog": SURE,
    "alertdialog": SURE,
    "complementary": LIKELY,
    "contentinfo": LIKELY,
    "banner": LIKELY,
}
_ROOTS = ("html", "body")
# A box that asks for an address of mail says no more about it, in characters.
_LONGEST_ASKING = 300
# What holds more of the article than this is not furniture, however it is called.
_ARTICLE_SHARE = 0.25

_NONE: frozenset[str] = frozenset()


class Containers:
    """The elements of a page, weighed by how many words of its article they hold.

    `words` says how many words of the article each element holds itself, not in its children's
    elements. Time is linear in the elements of the page.
    """

    def __init__(self, tree: HtmlElement, words: Iterable[tuple[HtmlElement, int]]) -> None:
        self._held: dict[HtmlElement, int] = {}
        self._signs: dict[HtmlElement, frozenset[str]] = {}
        self._tree = tree
        self._asking = _asking(tree)
        own = list(words)
        held = self._held
        for element, count in own:
            held[element] = held.get(element, 0) + count
        for element in reversed(list(tree.iter("*"))):
            count = held.get(element, 0)
            parent = element.getparent()
            if count and parent is not None:
                held[parent] = held.get(parent, 0) + count
        self._most = _ARTICLE_SHARE * held.get(tree, 0)
        # A sign that stands on much of the article, in parts, says nothing on this page.
        by_sign: dict[str, int] = {}
        for element, count in own:
            for sign in self._signs_of(element):
                by_sign[sign] = by_sign.get(sign, 0) + count
        self._void = frozenset(sign for sign, count in by_sign.items() if count > self._most)

    def held(self, element: HtmlElement) -> int:
        """The words of the article in an element and all that it holds."""
        return self._held.get(element, 0)

    def furniture(self, element: HtmlElement) -> int:
        """SURE or LIKELY when the element or one around it is furniture, else 0."""
        return max((_level(sign) for sign in self._signs_of(element) - self._void), default=0)

    def smallest(self, share: float) -> HtmlElement:
        """The smallest element that holds at least this share of the article."""
        least = max(1.0, share * self._held.get(self._tree, 0))
        at = self._tree
        while True:
            inner = max(at, key=lambda child: self._held.get(child, 0), default=None)
            if inner is None or self._held.get(inner, 0) < least:
                return at
            at = inner

    def _signs_of(self, element: HtmlElement) -> frozenset[str]:
        """What speaks against an element: in its own names and in those around it."""
        known = self._signs
        chain = []
        at: HtmlElement | None = element
        while at is not None and at not in known:
            chain.append(at)
            at = at.getparent()
        signs = known[at] if at is not None else _NONE
        for link in reversed(chain):
            if self._held.get(link, 0) <= self._most:
                own = _own_signs(link)
                if link in self._asking:
                    own = own | {"<asking"}
                if own and not own <= signs:
                    signs = signs | own
            known[link] = signs
        return signs


def _asking(tree: HtmlElement) -> set[HtmlElement]:
    """The boxes that ask for an address of mail: what is around such a form, with little text."""
    found = set()
    for form in tree.iter("form"):
        if not any(_is_mail(field) for field in form.iter("input")):
            continue
        for box in (form, *form.iterancestors("div", "section", "aside", "figure")):
            if is_longer(box, _LONGEST_ASKING) or box.find(".//h1") is not None:
                break
            found.add(box)
    return found


def _is_mail(field: HtmlElement) -> bool:
    names = " ".join(field.get(name) or "" for name in ("type", "name", "placeholder", "id"))
    return "mail" in names.lower()


def _level(sign: str) -> int:
    if sign[0] == "<":
        return _TAGS[sign[1:]]
    if sign[0] == "=":
        return _ROLES[sign[1:]]
    return level_of(sign)


def _own_signs(element: HtmlElement) -> frozenset[str]:
    """What an element's own tag, role and names say."""
    tag = element.tag
    if tag in _ROOTS:
        return _NONE
    signs = _NONE
    if tag in _TAGS:
        parent = element.getparent()
        # The footer of a quote says who said it.
        if tag != "footer" or parent is None or parent.tag not in ("blockquote", "figure"):
            signs = frozenset((f"<{tag}",))
    attributes = element.attrib
    if not attributes:
        return signs
    role = attributes.get("role")
    if role in _ROLES:
        signs = signs | {f"={role}"}
    for key in ("class", "id"):
        name = attributes.get(key)
        if name:
            signs = signs | furniture_words(name)
    return signs
