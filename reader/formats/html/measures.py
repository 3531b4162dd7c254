"""What can be counted about the pieces of a page: their words, their links, which are voted for."""

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from reader.formats.html.pieces import Piece

# One ideograph or kana is about half a word; scripts without spaces are counted by the sign.
_WORD = re.compile(r"[぀-ヿ㐀-鿿豈-﫿가-힯ก-๿]|\w+")
_SENTENCE_END = re.compile(r"[.!?…,:;。！？»”\"'’)\]]+\s*$")
# A piece with as many words and few links is prose, not a label.
_PROSE = 12
_LONG_PROSE = 20
_FEW_LINKS = 0.5
# So much of a text tells whether it is the article's.
_LONGEST = 20_000


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower())


class Measured:
    """One piece in figures: its words, the share of its text that is links, its kind."""

    __slots__ = ("element", "in_box", "kind", "level", "linked", "piece", "text", "words")

    def __init__(self, piece: Piece) -> None:
        self.piece = piece
        self.kind = piece.kind
        self.text = piece.text
        self.in_box = bool(piece.containers)
        self.level = piece.level
        self.element: HtmlElement = piece.element
        self.words = words_of(piece.text[:_LONGEST])
        self.linked = link_share(piece)

    @property
    def size(self) -> int:
        """The number of words."""
        return len(self.words)

    @property
    def ends(self) -> bool:
        """Whether it ends like a sentence."""
        return _SENTENCE_END.search(self.text) is not None

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a sentence of an article."""
        if self.kind == "heading" or self.linked >= _FEW_LINKS or self.size < _PROSE:
            return False
        return self.size >= _LONG_PROSE or self.ends


def link_share(piece: Piece) -> float:
    """The share of a piece's text that stands in links, 0 to 1."""
    linked = total = depth = 0
    for op, value, _ in piece.runs:
        if op == "start" and value == "link":
            depth += 1
        elif op == "end" and value == "link":
            depth -= 1
        elif op in ("text", "code"):
            count = len(value.strip())
            total += count
            if depth:
                linked += count
    return linked / total if total else 0.0


def names_of(element: HtmlElement) -> tuple[str, ...]:
    """What an element and the one around it are called."""
    parent = element.getparent()
    names = [element.tag, element.get("class") or ""]
    if parent is not None:
        names += [parent.tag, parent.get("class") or ""]
    return tuple(names)


class Text:
    """The text an extractor calls the article, to look pieces up in."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._triples: set[tuple[str, ...]] = set()
        self._lines: set[tuple[str, ...]] = set()
        self.size = 0
        before: list[str] = []
        for text in texts:
            words = words_of(text)
            self.size += len(words)
            self._lines.add(tuple(words))
            run = before + words
            self._triples.update(zip(run, run[1:], run[2:], strict=False))
            before = run[-2:]

    def share(self, words: list[str]) -> float:
        """How much of a piece with these words stands in the text, 0 to 1."""
        if len(words) < 3:
            return float(bool(words) and tuple(words) in self._lines)
        found = sum(
            triple in self._triples for triple in zip(words, words[1:], words[2:], strict=False)
        )
        return found / (len(words) - 2)
