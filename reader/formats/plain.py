"""Plain text, one group of lines between blank ones at a time: what nobody could mistake.

A group is a heading, a list, a quotation of a mail, a drawing or code, or else a paragraph: wrapped
lines are joined, lines of verse and addresses stay lines. Looking at no more than a group and its
neighbours is what lets a text of any length open at once.
"""

import re
from collections.abc import Sequence

from reader.document.build import Builder
from reader.formats.decoding import decode_piece
from reader.formats.lines import (
    MAYBE_BULLETS,
    SENTENCE_END,
    WIDEST,
    Line,
    is_dialogue,
    measure,
    settle_items,
    split,
    with_signs,
)

_LONGEST_HEADING = 80
_LEVEL = 2
# The deepest level that a numbered heading gets.
_DEEPEST = 6
_CODE_INDENT = 4
# Such a share of signs among the characters makes a drawing or code of indented lines.
_SIGNS_IN_CODE = 0.12
_SIGNS = frozenset("{}[]()<>=+*/\\|_#$&;%^~@`─│┌┐└┘├┤┬┴┼═║╔╗╚╝━┃")
# How much of the next group is looked at: its first line.
_PEEK = 400

_CHAPTER = re.compile(
    r"(?:chapter|chapitre|kapitel|capítulo|capitulo|capitolo|hoofdstuk|part|partie|teil|parte|deel"
    r"|book|livre|buch|libro|livro|boek|section|appendix|annexe|anhang|canto|act|acte|scene)"
    r"[ \xa0]+(?:\d+|[ivxlcdm]+)\b[.:]?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)[.)]?[ \xa0]+[^\W\d_]")
_UNDERLINE = re.compile(r"(=+|-+|~+)$")
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")


class Shaper:
    """Puts the groups of a text into a builder, one after the other."""

    def __init__(self, builder: Builder, data: bytes) -> None:
        self._builder = builder
        self._data = data
        # The last item of the list that the last group ended with, and the number of that list.
        self._item: Line | None = None
        self._list = 0

    def paragraph(self, start: int, end: int) -> None:
        """A group of one line that is a paragraph at first sight."""
        self._item = None
        self._builder.begin("paragraph", start)
        self._builder.text(decode_piece(self._data[start:end]))
        self._builder.finish(end)

    def group(self, start: int, end: int, after: int) -> bool:
        """The lines from byte `start` to `end`; the next group begins at `after`.

        Returns whether the group ends with an item of a list that the next one goes on with.
        """
        while start and self._data[start - 1] in b" \t":
            start -= 1
        lines = split(self._data[start:end], start)
        if not lines:
            return False
        following = split(self._data[after : after + _PEEK].split(b"\n", 1)[0])
        ahead = following[0] if following else None
        lone = self._lone_item(lines, ahead)
        if not lone:
            lines = with_signs(lines)
            settle_items(lines)
            for line in lines:
                if line.is_lone:
                    line.plain()
        if any(line.is_item for line in lines):
            self._items(lines)
            last = next(line for line in reversed(lines) if line.is_item)
            self._item = last
            return ahead is not None and _goes_on(last, ahead)
        self._item = None
        if is_drawing(lines):
            self._code(lines, start, end)
        elif any(line.text[0] == ">" for line in lines):
            self._mail(lines)
        elif len(lines) == 2 and _is_underlined(lines):
            self._heading(lines, _LEVEL if lines[1].text[0] == "=" else _LEVEL + 1)
        elif len(lines) == 1 and (level := heading_level(lines[0], ahead)):
            self._heading(lines, level)
        else:
            self._text(lines)
        return False

    def _lone_item(self, lines: Sequence[Line], ahead: "Line | None") -> bool:
        """Whether a group is one item of a list whose items have blank lines between them."""
        first = lines[0]
        if not first.is_item or not first.body or any(line.is_item for line in lines[1:]):
            return False
        before = self._item is not None and _goes_on(self._item, first)
        return before or (ahead is not None and _goes_on(first, ahead))

    def _items(self, lines: Sequence[Line]) -> None:
        builder = self._builder
        at = next(number for number, line in enumerate(lines) if line.is_item)
        if at:
            self._item = None
            self._text(lines[:at])
        while at < len(lines):
            end = at + 1
            while end < len(lines) and not lines[end].is_item:
                end += 1
            line = lines[at]
            if self._item is None or (self._item.number is None) != (line.number is None):
                self._list = builder.new_id()
            self._item = line
            builder.open("item", number=line.number, list_id=self._list)
            self._joined(lines[at:end])
            builder.close(lines[end - 1].end)
            at = end

    def _text(self, lines: Sequence[Line]) -> None:
        if max(len(line.text) for line in lines) > WIDEST:
            for line in lines:
                self._joined([line])
        elif measure(lines) or _is_narrow(lines):
            self._joined(lines)
        else:
            self._joined(lines, broken=True)

    def _joined(self, lines: Sequence[Line], broken: bool = False) -> None:
        builder = self._builder
        builder.begin("paragraph", lines[0].start)
        for number, line in enumerate(lines):
            if number and broken:
                builder.newline(line.start)
            elif number:
                builder.space(line.start)
            builder.text(line.body)
        builder.finish(lines[-1].end)

    def _heading(self, lines: Sequence[Line], level: int) -> None:
        self._builder.begin("heading", lines[0].start, level)
        self._builder.text(lines[0].text)
        self._builder.finish(lines[-1].end)

    def _code(self, lines: Sequence[Line], start: int, end: int) -> None:
        indent = min(line.indent for line in lines)
        text = decode_piece(self._data[start:end]).expandtabs(4)
        rows = [row[indent:].rstrip() for row in text.splitlines()]
        self._builder.code("\n".join(rows), "", (start, end))

    def _mail(self, lines: Sequence[Line]) -> None:
        """Lines of which some are quoted, as they are in answers to mails."""
        at = 0
        while at < len(lines):
            quoted = lines[at].text[0] == ">"
            end = at + 1
            while end < len(lines) and (lines[end].text[0] == ">") == quoted:
                end += 1
            (self._quote if quoted else self._text)(lines[at:end])
            at = end

    def _quote(self, lines: Sequence[Line]) -> None:
        inner = []
        for line in lines:
            text = line.text.lstrip("> ")
            inner.append(Line(text, line.start, line.end))
        kept = [line for line in inner if line.text] or inner[:1]
        self._builder.open("quote")
        for line in kept:
            line.plain()
        self._text(kept)
        self._builder.close(lines[-1].end)


def is_drawing(lines: Sequence[Line]) -> bool:
    """Whether the lines are code, a drawing or columns: their white space means something."""
    if len(lines) < 2:
        return False
    columns = sum(_COLUMNS.search(line.text) is not None for line in lines)
    if columns >= max(2, 0.6 * len(lines)):
        return True
    if min(line.indent for line in lines) < _CODE_INDENT:
        return False
    text = "".join(line.text for line in lines)
    signs = sum(character in _SIGNS for character in text)
    return signs >= _SIGNS_IN_CODE * len(text)


def heading_level(line: Line, ahead: "Line | None") -> int:
    """The level of a heading that stands between blank lines, 0 for what may be none.

    It is numbered, or says that it is a chapter, or has capitals only; and something follows.
    """
    text = line.text
    if ahead is None or len(text) > _LONGEST_HEADING:
        return 0
    if _CHAPTER.match(text) and (line.final not in ",;:" or len(text) < 20):
        return _LEVEL
    if line.final in ".,;:!…" or line.sign:
        return 0
    if (found := _NUMBERED.match(text)) and not _goes_on(line, ahead):
        return min(_LEVEL + found[1].count("."), _DEEPEST)
    words = [word for word in text.split() if word.isalpha()]
    capitals = text.isupper() and any(len(word) > 3 for word in words)
    return _LEVEL if capitals and not ahead.text.isupper() else 0


def _is_underlined(lines: Sequence[Line]) -> bool:
    over, under = lines
    found = _UNDERLINE.match(under.text)
    return found is not None and len(under.text) >= 3 and len(over.text) <= 1.5 * len(under.text)


def _is_narrow(lines: Sequence[Line]) -> bool:
    """Whether lines that are shorter than a wrapped text's are one: they go on in small letters."""
    inner = lines[1:]
    small = sum(line.text[0].islower() for line in inner)
    ended = sum(line.final in SENTENCE_END for line in lines[:-1])
    widest = max(len(line.text) for line in lines)
    return len(inner) >= 3 and widest >= 24 and small >= 0.7 * len(inner) and 2 * ended < len(inner)


def _goes_on(line: Line, after: Line) -> bool:
    """Whether `after` is the next item of the list that `line` is one of."""
    if line.number is not None:
        return after.number == line.number + 1
    if not line.sign or after.sign != line.sign or not after.body:
        return False
    return line.sign not in MAYBE_BULLETS or not is_dialogue([line, after])
