"""Formulas: their source in TeX, once, however often a page has them."""

import re

from lxml import html

from reader.formats.html.dom import classes

_FORMULA_CLASS = re.compile(
    r"(?:^|\s)(?:katex|katex-display|mwe-math-element|MathJax|MathJax_CHTML|MJXc-display)(?:\s|$)"
)
_STYLE = re.compile(r"^\{\\(?:displaystyle|textstyle|scriptstyle)\s?(.*)\}$", re.DOTALL)


def is_formula(element: html.HtmlElement) -> bool:
    """Whether an element is a formula, with all the forms that it is given in."""
    tag = element.tag
    if tag in ("math", "mjx-container"):
        return True
    if tag == "script":
        return (element.get("type") or "").startswith("math/tex")
    name = element.get("class")
    return bool(name) and bool(_FORMULA_CLASS.search(name))


def take_formula(element: html.HtmlElement) -> tuple[str, bool]:
    """The source of a formula, and whether it stands on a line of its own."""
    alone = "display" in classes(element) and "inline" not in classes(element)
    if element.tag == "script":
        return (element.text or "").strip(), "mode=display" in (element.get("type") or "")
    math = element if element.tag == "math" else next(element.iter("math"), None)
    if math is not None:
        alone = alone or math.get("display") == "block" or element.get("display") == "true"
    source = _source(element, math)
    match = _STYLE.match(source)
    return (match.group(1) if match else source).strip(), alone


def _source(element: html.HtmlElement, math: "html.HtmlElement | None") -> str:
    for annotation in element.iter("annotation"):
        if "tex" in (annotation.get("encoding") or "").lower():
            return " ".join("".join(annotation.itertext()).split())
    if math is not None and math.get("alttext"):
        return " ".join(math.get("alttext").split())
    for image in element.iter("img"):
        if image.get("alt"):
            return " ".join(image.get("alt").split())
    if math is not None:
        return "".join("".join(math.itertext()).split())
    return ""
