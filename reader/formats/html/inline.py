"""The elements that run on within a line: marks, links, code, images, formulas."""

import re

from lxml import html

from reader.formats.html.dom import text_of
from reader.formats.html.images import is_emoji, source_of_image
from reader.formats.html.links import Links
from reader.formats.html.pieces import Box, Piece
from reader.formats.html.quoting import quotation_marks
from reader.formats.html.runs import Runs

_MARKS = {
    "em": "emphasis",
    "i": "emphasis",
    "dfn": "emphasis",
    "var": "emphasis",
    "b": "strong",
    "strong": "strong",
    "s": "strike",
    "del": "strike",
    "strike": "strike",
    "sup": "superscript",
    "sub": "subscript",
}
CODE = frozenset(("code", "kbd", "samp", "tt"))
_LONGEST_SCRIPT = 64
_PERMALINKS = frozenset("#¶§🔗⚓∞") | {"", "permalink", "link", "anchor"}
# The name of a picture's file, which some put where it should say what the picture shows.
_FILE = re.compile(r"[^/\n]{1,200}\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)", re.IGNORECASE)

# What is undone at the end of an element.
Undo = tuple[str, object]
NOTHING: Undo = ("", None)


class Inline:
    """What a walk over a page does with inline elements; its blocks are for the one who inherits."""

    def __init__(self, tree: html.HtmlElement, url: str = "") -> None:
        self.pieces: list[Piece] = []
        self.runs = Runs()
        self.boxes: list[Box] = []
        self._tree = tree
        self._links = Links(tree, url)
        self._quotation = quotation_marks(tree.get("lang") or "")
        self._kind = ("paragraph", 0)
        # How many elements are open in which blocks do not end the leaf; in which text is code.
        self._whole = 0
        self._in_code = 0
        self._last_image: html.HtmlElement | None = None
        # The images since the last one that a page has for readers without scripts.
        self._since = 0

    # What a leaf of text is made of

    def _text(self, text: str) -> None:
        if self._in_code:
            self.runs.code(text)
        else:
            self.runs.text(text)

    def _inline(self, tag: str, element: html.HtmlElement) -> "Undo | None":
        kind = _MARKS.get(tag)
        if kind is not None:
            return self._mark(kind, element)
        if tag == "a":
            return self._link(element)
        if tag == "img":
            self._image(element)
            return None
        if tag in CODE:
            self._in_code += 1
            return ("code", None)
        if tag == "q":
            self.runs.text(self._quotation[0])
            return ("text", self._quotation[1])
        if tag == "rt":
            self.runs.text("(")
            return ("text", ")")
        if tag == "rp":  # (one whose end is left out holds what follows)
            element.text = None
        if tag == "wbr":
            self.runs.text("\u200b")  # (the parser puts what follows into the element)
        return NOTHING

    def _mark(self, kind: str, element: html.HtmlElement) -> Undo:
        if self.runs.is_open(kind) or self._in_code:
            return NOTHING
        if kind == "strong" and self._kind[0] in ("heading", "term"):
            return NOTHING
        if kind in ("superscript", "subscript"):
            text = "".join(element.itertext())
            if len(text) > _LONGEST_SCRIPT or re.search(r"\s", text.strip()):
                return NOTHING
        self.runs.start(kind)
        return ("mark", None)

    def _link(self, element: html.HtmlElement) -> "Undo | None":
        href = self._links.absolute(element.get("href") or "")
        if href.startswith("#") and text_of(element).lower() in _PERMALINKS:
            return None if element.find(".//img") is None else NOTHING
        if not href or self.runs.is_open("link"):
            return NOTHING
        if href.startswith("#") and self._kind[0] == "heading":
            return NOTHING
        self.runs.start("link", href)
        return ("mark", None)

    def _image(self, element: html.HtmlElement) -> None:
        alt = element.get("alt") or ""
        if is_emoji(element):
            self.runs.text(alt)
            return
        src = self._links.image(source_of_image(element))
        if src:
            self._last_image = element
            self._since += 1
            self.runs.image(src, "" if _FILE.fullmatch(alt.strip()) else " ".join(alt.split()))

    def _noscript(self, element: html.HtmlElement) -> "Undo | None":
        """Without scripts a page shows the pictures that scripts would load."""
        if element.find(".//img") is None:
            return None
        last, since = self._last_image, self._since
        self._since = 0
        if last is not None and last.getparent() in (element.getparent(), element.getprevious()):
            if since > 1 and self.runs:
                self.runs.keep_last_image(since)
            return None
        return NOTHING

    def _checkbox(self, element: html.HtmlElement) -> None:
        if element.get("type") == "checkbox" and self.boxes and not self.runs:
            box = self.boxes[-1]
            if box.kind == "item" and box.checked is None:
                box.checked = "checked" in element.attrib

    def _formula(self, tex: str) -> None:
        """A formula within a line: a lone letter as print has it, all others as their source."""
        if len(tex) == 1 and tex.isalpha() and not self.runs.is_open("emphasis"):
            self.runs.start("emphasis")
            self.runs.text(tex)
            self.runs.end()
        else:
            self.runs.code(tex)
