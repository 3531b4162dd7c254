"""The walk over a page that makes its pieces, without recursion."""

import re

from lxml import etree, html

from reader.formats.html import figures
from reader.formats.html.code import code_of, is_code_table, language_of
from reader.formats.html.dom import INLINE, classes, has_class, is_hidden, is_longer, text_of
from reader.formats.html.embeds import embed
from reader.formats.html.inline import CODE, NOTHING, Inline, Undo
from reader.formats.html.lists import is_layout_list, numbers_of
from reader.formats.html.math import is_formula, take_formula
from reader.formats.html.notes import Notes
from reader.formats.html.pieces import Box, Piece
from reader.formats.html.quoting import end_quote, is_attribution
from reader.formats.html.runs import Run, Runs
from reader.formats.html.tables import Grid, is_layout_table, is_too_large, text_of_rows

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_SIDE_NOTE = re.compile(
    r"(?:^|\s)(?:ltx_role_footnote|sidenote|marginnote|inline-footnote)(?:\s|$)"
)
# Text of so many characters in a heading is no heading: its end was forgotten.
_LONGEST_HEADING = 400
_RULE = re.compile(r"(?:[*_~⁂·•∗✻—–-][ \xa0]?){3,9}|[⁂❦]")
_CAPTION = re.compile(
    r"(?:^|\s)(?:wp-caption-text|caption-text|image-caption|media-caption|thumbcaption"
    r"|gallerycaption|photo-caption|img-caption|figure-caption|caption)(?:\s|$)"
)
# The same by less certain names, for what comes right after a picture.
_MAYBE_CAPTION = re.compile(
    r"(?:^|\s)(?!has-|no-|with-)[\w-]*(?:caption|legend|legende|credits?|attribution|media__description"
    r"|photo-?by|bildunterschrift|bildquelle)(?:[-_]*(?:text|wrap|wrapper|inner|container))?(?:\s|$)",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 500


def pieces(tree: html.HtmlElement, url: str = "") -> list[Piece]:
    """All pieces of a page in their order; `url` is its address, where that is known."""
    return Walker(tree, url).walk()


class Walker(Inline):
    """Makes pieces out of the elements of a page; `walk` is called once."""

    def __init__(self, tree: html.HtmlElement, url: str = "") -> None:
        super().__init__(tree, url)
        self._notes = Notes(tree, self._links)
        self._blocks: list[html.HtmlElement] = []
        self._lists: list[tuple[html.HtmlElement, dict[html.HtmlElement, int], bool]] = []
        self._names: list[str] = []
        self._side_notes = 0

    def walk(self) -> list[Piece]:
        """The pieces of the page."""
        body = self._tree.find(".//body")
        self._go(body if body is not None else self._tree)
        self._flush()
        figures.settle(self.pieces)
        return self.pieces

    def _go(self, root: html.HtmlElement) -> None:
        undo: list[Undo] = []
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                action = self._enter(element)
                if action is None:
                    undo.append(NOTHING)
                    walk.skip_subtree()
                    continue
                undo.append(action)
                if element.text:
                    self._text(element.text)
            else:
                what, value = undo.pop()
                if what:
                    self._leave(what, value)
                if element.tail and element is not root:
                    self._text(element.tail)

    # Elements

    def _enter(self, element: html.HtmlElement) -> "Undo | None":
        """The start of an element; None when what it contains is left out."""
        tag = element.tag
        if element in self._notes.marks:
            self.runs.note(self._notes.marks[element], text_of(element))
            return None
        if element in self._notes.back:
            return None
        if _SIDE_NOTE.search(classes(element)) and not self._is_note(element):
            self._side_note(element)
            return None
        if is_formula(element):
            self._take_formula(element)
            return None
        if tag == "noscript":
            return self._noscript(element)
        if tag == "input":
            self._checkbox(element)
            return None
        if is_hidden(element):
            self._embed(element)
            return None
        name = element.get("id") or (element.get("name") if tag == "a" else None)
        if name and len(self._names) < 1000:
            self._names.append(name)
        if self._is_caption(tag, element):
            self._flush()
            return self._leaf("caption", element)
        if tag in INLINE and not _is_displayed_as_block(element):
            if tag in CODE and not self._whole and element.find(".//br") is not None:
                self._code(element)
                return None
            if tag == "cite" and is_attribution(element, self.boxes):
                return self._leaf("attribution", element)
            if has_class(element, "ltx_tag"):
                return ("text", " ")
            return self._inline(tag, element)
        return self._block(tag, element)

    # Blocks

    def _block(self, tag: str, element: html.HtmlElement) -> "Undo | None":
        if tag == "br":
            self._line_break()
            return None
        if element in self._notes.bodies:
            return self._footnote(element)
        if self._whole:
            if tag == "hr" or (tag == "pre" and self._kind[0] != "paragraph"):
                return None
            self.runs.text(" ")
            return ("text", " ")
        self._flush()
        level = _level(tag, element)
        if level:
            return self._leaf("heading", element, level)
        if tag == "hr":
            self._rule(element)
            return None
        if tag == "pre" or (tag == "table" and is_code_table(element)):
            self._code(element)
            return None
        if tag == "table":
            return self._table(element)
        return self._container(tag, element)

    def _container(self, tag: str, element: html.HtmlElement) -> Undo:
        """Blocks that other blocks stand in."""
        self._blocks.append(element)
        if tag in ("ul", "ol", "menu", "dir"):
            numbers = numbers_of(element)
            self._lists.append((element, numbers, is_layout_list(element)))
            return ("list", None)
        if tag == "li":
            return self._item(element)
        if tag == "blockquote":
            return self._box(Box("quote", element))
        if tag == "dd":
            return self._definition(element)
        if tag == "figure" or has_class(element, "wp-caption", "thumbinner", "gallerybox"):
            return ("figure", len(self.pieces))
        if tag == "dt":
            return self._leaf("term", element)
        if tag == "summary":
            self.runs.start("strong")
            return ("summary", None)
        if tag == "figcaption" or (_CAPTION.search(classes(element)) and tag in ("p", "div")):
            return self._leaf("caption", element)
        if is_attribution(element, self.boxes):
            return self._leaf("attribution", element)
        return ("block", None)

    def _leaf(self, kind: str, element: html.HtmlElement, level: int = 0) -> Undo:
        """A block that is one leaf, whatever blocks are in it."""
        self._flush()
        if not self._blocks or self._blocks[-1] is not element:
            self._blocks.append(element)
        before = self._kind
        self._kind = (kind, level)
        self._whole += 1
        return ("leaf", before)

    def _box(self, box: Box) -> Undo:
        self.boxes.append(box)
        return (box.kind, len(self.pieces))

    def _definition(self, element: html.HtmlElement) -> Undo:
        """A definition; one after another whose end is left out comes inside of it."""
        outer = self.boxes[-1] if self.boxes else None
        if (
            outer is not None
            and outer.kind == "definition"
            and element.getparent() is outer.element
        ):
            self.boxes[-1] = Box("definition", element)
            return ("next definition", outer)
        return self._box(Box("definition", element))

    def _item(self, element: html.HtmlElement) -> Undo:
        if not self._lists:
            return self._box(Box("item", element, group=element.getparent()))
        group, numbers, layout = self._lists[-1]
        if layout or any(box.group is group for box in self.boxes):
            return ("block", None)
        return self._box(Box("item", element, number=numbers.get(element), group=group))

    def _footnote(self, element: html.HtmlElement) -> Undo:
        self._flush()
        self._blocks.append(element)
        before = (self.boxes, self._whole, self._kind)
        label = self._notes.bodies[element]
        self.boxes = [Box("footnote", element, label=label)]
        self._whole, self._kind = 0, ("paragraph", 0)
        return ("footnote", before)

    def _is_note(self, element: html.HtmlElement) -> bool:
        """Whether the element is the footnote that is being read."""
        return bool(self.boxes) and self.boxes[0].element is element

    def _side_note(self, element: html.HtmlElement) -> None:
        """A note whose text stands in the text at its mark."""
        if self.boxes and self.boxes[0].kind == "footnote":
            return
        self._side_notes += 1
        label = f"side {self._side_notes}"
        self.runs.note(label, "")
        before = (self.runs, self.boxes, self._whole, self._kind, self._in_code)
        self.runs, self.boxes = Runs(), [Box("footnote", element, label=label)]
        self._whole, self._kind, self._in_code = 0, ("paragraph", 0), 0
        self._blocks.append(element)
        self._go(element)
        self._flush()
        self._blocks.pop()
        self.runs, self.boxes, self._whole, self._kind, self._in_code = before

    def _is_caption(self, tag: str, element: html.HtmlElement) -> bool:
        """Whether an element right after a picture is named as what is said about it."""
        if self._whole or tag not in ("p", "div", "span", "small", "em", "cite", "figcaption"):
            return False
        if not _MAYBE_CAPTION.search(classes(element)):
            return False
        if not self.runs.is_picture and not (
            not self.runs and self.pieces and self.pieces[-1].kind == "image"
        ):
            return False
        return not is_longer(element, _LONGEST_CAPTION) and element.find(".//img") is None

    def _embed(self, element: html.HtmlElement) -> None:
        """A player, which stands for itself between blocks."""
        if not self._whole and (piece := embed(element, self._containers())):
            self._flush()
            for index, (op, value, href) in enumerate(piece.runs):
                piece.runs[index] = (op, value, self._links.absolute(href))
            self._add(piece)

    def _rule(self, element: html.HtmlElement) -> None:
        self._add(Piece("rule", element, self._containers()))

    def _take_formula(self, element: html.HtmlElement) -> None:
        tex, alone = take_formula(element)
        if tex and alone and not self._whole:
            self._flush()
            self._add(Piece("code", element, self._containers(), text=tex)).language = "tex"
        elif tex:
            self._formula(tex)

    def _code(self, element: html.HtmlElement) -> None:
        self._flush()
        text = code_of(element)
        if text.strip():
            piece = self._add(Piece("code", element, self._containers(), text=text))
            piece.language = language_of(element)

    def _table(self, element: html.HtmlElement) -> "Undo | None":
        if is_too_large(element):
            text = text_of_rows(element)
            self._add(Piece("code", element, self._containers(), text=text))
            return None
        if is_layout_table(element):
            self._blocks.append(element)
            return ("block", None)
        caption = element.find("caption")
        if caption is not None and not is_hidden(caption):
            self._blocks.append(caption)
            self._whole += 1
            self._go(caption)
            self._whole -= 1
            self._flush()
            self._blocks.pop()
        grid = Grid(element, self._cell)
        if not grid.rows:
            return None
        piece = self._add(Piece("table", element, self._containers(), text=grid.text))
        piece.rows, piece.aligns = grid.rows, grid.aligns
        return None

    def _cell(self, element: html.HtmlElement) -> list[Run]:
        """The inline content of a table's cell."""
        before, self._kind = self._kind, ("cell", 0)
        self._whole += 1
        self._go(element)
        self._whole -= 1
        self._kind = before
        return self.runs.take()

    def _line_break(self) -> None:
        if self._whole and self._kind[0] != "heading":
            self.runs.text(" ")
        elif self.runs.ends_with_break and not self._whole:
            self._flush()
        else:
            self.runs.line_break()

    # Ends

    def _leave(self, what: str, value: "object") -> None:
        if what == "mark":
            self.runs.end()
        elif what == "code":
            self._in_code -= 1
        elif what == "text":
            self.runs.text(str(value))
        else:
            if what == "summary":
                self.runs.end()
            self._flush()
            self._blocks.pop()
            if what != "block":
                self._leave_block(what, value)

    def _leave_block(self, what: str, value: "object") -> None:
        if what == "leaf":
            assert isinstance(value, tuple)
            self._kind = value
            self._whole -= 1
        elif what == "list":
            self._lists.pop()
        elif what == "next definition":
            assert isinstance(value, Box)
            self.boxes[-1] = value
        elif what == "figure":
            assert isinstance(value, int)
            figures.end_figure(self.pieces, value)
        elif what == "footnote":
            assert isinstance(value, tuple)
            self.boxes, self._whole, self._kind = value
        elif what in ("item", "quote", "definition"):
            assert isinstance(value, int)
            box = self.boxes.pop()
            if what == "quote":
                end_quote(self.pieces, value, box)

    # Pieces

    def _containers(self) -> tuple[Box, ...]:
        return tuple(self.boxes)

    def _element(self) -> html.HtmlElement:
        return self._blocks[-1] if self._blocks else self._tree

    def _add(self, piece: Piece) -> Piece:
        piece.names = tuple(self._names)
        self._names.clear()
        self.pieces.append(piece)
        return piece

    def _flush(self) -> None:
        """End the leaf."""
        if not self.runs:
            self.runs.drop()
            return
        runs = self.runs.take()
        kind, level = self._kind
        if not any(run[0] in ("text", "code", "note") and run[1].strip() for run in runs):
            for piece in figures.images(runs, self._element(), self._containers()):
                self._add(piece)
            return
        after: list[Run] = []
        if kind == "paragraph" and any(run[0] == "image" for run in runs):
            before, runs, after = figures.parted(runs)
            for piece in figures.images(before, self._element(), self._containers()):
                self._add(piece)
        piece = Piece(kind, self._element(), self._containers(), runs, level=level)
        if kind == "paragraph" and _RULE.fullmatch(piece.text):
            self._rule(self._element())
        elif kind == "caption":
            figures.add_caption(self.pieces, self._add(piece))
        else:
            figures.add_text(self.pieces, self._add(piece))
        for piece in figures.images(after, self._element(), self._containers()):
            self._add(piece)


def _level(tag: str, element: html.HtmlElement) -> int:
    """The level of a heading, 0 for what is none."""
    level = _HEADINGS.get(tag, 0)
    if not level and element.get("role") == "heading":
        said = element.get("aria-level") or "2"
        level = min(int(said), 6) if said.isdecimal() and said.isascii() and int(said[:3]) else 2
    if level and is_longer(element, _LONGEST_HEADING):
        return 0
    return level


def _is_displayed_as_block(element: html.HtmlElement) -> bool:
    style = element.get("style")
    return bool(style) and bool(re.search(r"display\s*:\s*(?:block|flex|grid)", style))
