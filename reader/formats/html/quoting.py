"""Who is quoted, and the marks of quotations within a line."""

import re

from lxml import html

from reader.formats.html.dom import classes, is_longer, text_of
from reader.formats.html.pieces import Box, Piece
from reader.formats.html.runs import Run

# Longer than this is no name and work.
_LONGEST = 120
_DASHES = re.compile(r"^[\s—–―-]+")
_CLASS = re.compile(
    r"(?:^|[\s_-])(?:attribution|quote-?author|blockquote-?author|quote-?source|quote-?cite"
    r"|quote__author|quote__source|citation-author|pullquote-author)(?:[\s_-]|$)",
    re.IGNORECASE,
)


def quotation_marks(language: str) -> tuple[str, str]:
    """What stands around a quotation within a line, by the language of the page."""
    short = language[:2].lower()
    if short == "fr":
        return ("«\xa0", "\xa0»")
    if short in ("es", "it", "pt", "ru", "no", "nb", "el"):
        return ("«", "»")
    if short in ("de", "cs"):
        return ("„", "“")
    if short in ("pl", "ro", "hu"):
        return ("„", "”")
    return ("“", "”")


def is_attribution(element: html.HtmlElement, boxes: list[Box]) -> bool:
    """Whether an element says who is quoted in the quote that it stands in."""
    if not boxes or boxes[-1].kind != "quote":
        return False
    quote = boxes[-1].element
    if is_longer(element, 2 * _LONGEST):
        return False
    if element.tag == "footer" or _CLASS.search(classes(element)):
        return True
    if element.tag != "cite":
        return False
    parent = element.getparent()
    if parent is quote:
        return not (element.tail or "").strip()
    if parent.tag in ("p", "div", "small", "footer"):
        whole = _DASHES.sub("", text_of(parent))
        return whole == _DASHES.sub("", text_of(element))
    return False


def end_quote(pieces: list[Piece], first: int, quote: Box) -> None:
    """A quote whose pieces begin at `first` has ended: its attribution comes last."""
    found = [p for p in pieces[first:] if p.kind == "attribution" and p.containers[-1] is quote]
    if not found:
        return
    for piece in found[:-1]:
        piece.kind, piece.runs = "paragraph", _without_dash(piece.runs)
        piece.text = _DASHES.sub("", piece.text)
    pieces[first:] = [piece for piece in pieces[first:] if piece is not found[-1]]
    attribute(pieces, first, quote, found[-1])


def attribute(pieces: list[Piece], first: int, quote: Box, piece: Piece) -> None:
    """Append the attribution of a quote whose other pieces begin at `first`."""
    runs = _without_dash(piece.runs)
    text = _DASHES.sub("", piece.text)
    piece.kind = "paragraph"
    own = [other for other in pieces[first:] if quote in other.containers]
    # (After a line of a dialogue, the last line is taken for another one.)
    if text and len(text) <= _LONGEST and own and not _DASHES.match(own[-1].text):
        piece.kind, piece.runs, piece.text = "attribution", runs, text
        index = own[-1].containers.index(quote)
        piece.containers = own[-1].containers[: index + 1]
        quote.by = text
    pieces.append(piece)


def _without_dash(runs: list[Run]) -> list[Run]:
    kept = []
    begun = False
    for op, value, extra in runs:
        if op in ("text", "code") and not begun:
            value = _DASHES.sub("", value)
            if not value:
                continue
        if op == "break":
            op, value = "text", " "
        begun = begun or op not in ("start", "end")
        kept.append((op, value, extra))
    return kept
