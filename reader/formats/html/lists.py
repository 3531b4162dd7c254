"""The lists of a page: the numbers of their items, and which are no lists at all."""

from lxml import html

from reader.formats.html.dom import is_longer

_NO_LIST_ROLES = ("presentation", "none", "tablist", "menubar")
_HEADINGS = ("h1", "h2", "h3", "h4")
# The largest number that an item may have.
_LARGEST = 999_999_999


def numbers_of(list_: html.HtmlElement) -> dict[html.HtmlElement, int]:
    """The numbers of the items of an ordered list; none for other lists."""
    if list_.tag != "ol":
        return {}
    items = [item for item in list_ if item.tag == "li"]
    backwards = "reversed" in list_.attrib
    number = _number(list_.get("start"), len(items) if backwards else 1)
    numbers = {}
    for item in items:
        number = _number(item.get("value"), number)
        numbers[item] = min(max(number, 0), _LARGEST)
        number += -1 if backwards else 1
    return numbers


def is_layout_list(list_: html.HtmlElement) -> bool:
    """Whether a list only arranges blocks: sections with headings, or one item with paragraphs."""
    if list_.get("role") in _NO_LIST_ROLES:
        return True
    items = [item for item in list_ if item.tag == "li"]
    if list_.tag == "ol" or not items:
        return False
    headed = sum(next(item.iter(*_HEADINGS), None) is not None for item in items)
    if 2 * headed > len(items):
        return True
    return len(items) == 1 and is_longer(items[0], 400) and items[0].find(".//p") is not None


def _number(said: "str | None", otherwise: int) -> int:
    text = (said or "").strip()
    digits = text.lstrip("+-")
    if not digits.isdecimal() or not digits.isascii() or len(digits) > 9:
        return otherwise
    return int(text)
