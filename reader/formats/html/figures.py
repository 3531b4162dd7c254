"""Images that stand alone, and their captions."""

import re

from lxml import html

from reader.formats.html.dom import title_key
from reader.formats.html.pieces import Box, Piece
from reader.formats.html.quoting import attribute
from reader.formats.html.runs import Run

# The target of a link around a picture that is the picture again.
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#].*)?$", re.IGNORECASE)
# Longer lines in a figure are text.
_LONGEST_LABEL = 160

_LONGEST_CAPTION = 400


def images(
    runs: list[Run], element: html.HtmlElement, containers: tuple[Box, ...]
) -> "list[Piece]":
    """The images of a leaf that has no text."""
    found: list[Piece] = []
    links: list[str] = []
    for op, value, extra in runs:
        if op == "image" and found and found[-1].src == value:
            continue
        if op == "start":
            links.append(extra if value == "link" else links[-1] if links else "")
        elif op == "end":
            links.pop()
        elif op == "image":
            piece = Piece("image", element, containers, text=extra)
            piece.src, piece.alt = value, extra
            href = links[-1] if links else ""
            piece.href = "" if _PICTURE.search(href) or href.startswith("#") else href
            found.append(piece)
    return found


def parted(runs: list[Run]) -> tuple[list[Run], list[Run], list[Run]]:
    """The pictures in front of all text of a paragraph, the text, the pictures behind it."""
    first = _before_text(runs, range(len(runs)))
    last = len(runs) - _before_text(runs, range(len(runs) - 1, -1, -1))
    return runs[:first], runs[first:last], runs[last:]


def _before_text(runs: list[Run], order: range) -> int:
    """How many of the runs, in this order, are pictures and marks that are closed before any text."""
    depth = count = 0
    pictured = False
    for done, at in enumerate(order, 1):
        op, value, _ = runs[at]
        if op in ("code", "note") or (op == "text" and value.strip(" \xa0")):
            break
        depth += (op in ("start", "end")) * (1 if (op == "start") == (order.step > 0) else -1)
        pictured = pictured or op == "image"
        if not depth and pictured:
            count = done
    return count


def add_caption(pieces: list[Piece], caption: Piece) -> None:
    """Give the last piece, a caption, to the image before it; within a figure that comes later."""
    before = pieces[-2] if len(pieces) > 1 else None
    figure = next(caption.element.iterancestors("figure"), None)
    if figure is not None:
        return
    if before is not None and before.kind == "image" and before.src:
        pieces.pop()
        if caption.text not in before.caption:
            _give(before, caption)
    # Otherwise the picture may still come, at the end of the element that both stand in.


def add_text(pieces: list[Piece], text: Piece) -> None:
    """Take the last piece for the caption of the image before it, where it is its alt text again."""
    before = pieces[-2] if len(pieces) > 1 else None
    if before is None or before.kind != "image" or text.kind != "paragraph" or text.containers:
        return
    if before.alt and before.alt == text.text and not before.caption:
        pieces.pop()
        _give(before, text)


def end_figure(pieces: list[Piece], first: int) -> None:
    """Put the captions of a figure, whose pieces begin at `first`, to what they belong to."""
    _without_labels(pieces, first)
    captions = [piece for piece in pieces[first:] if piece.kind == "caption"]
    if not captions:
        return
    others = [piece for piece in pieces[first:] if piece.kind != "caption"]
    pictures = [piece for piece in others if piece.kind == "image" and not piece.caption]
    quote = next((piece.containers[-1] for piece in reversed(others) if _is_quoted(piece)), None)
    if pictures:
        for caption in captions:
            _give(pictures[-1], caption)
        pieces[first:] = others
    elif quote is not None and len(captions) == 1 and others[-1].containers[-1:] == (quote,):
        pieces[first:] = others
        attribute(pieces, first, quote, captions[0])
    else:
        for caption in captions:
            caption.kind = "paragraph"


def _without_labels(pieces: list[Piece], first: int) -> None:
    """Short lines in a figure with pictures: those next to a picture go, others are captions."""
    figure = [piece for piece in pieces[first:] if piece.kind == "paragraph" and _is_short(piece)]
    pictured = [piece for piece in figure if any(run[0] == "image" for run in piece.runs)]
    for piece in pictured:
        at = pieces.index(piece, first)
        pieces[at : at + 1] = images(piece.runs, piece.element, piece.containers)
    if any(piece.kind == "image" and piece.src for piece in pieces[first:]):
        for piece in figure:
            if piece not in pictured:
                piece.kind = "caption"


def _is_short(piece: Piece) -> bool:
    said = "".join(run[1] for run in piece.runs if run[0] in ("text", "code"))
    return len(said) <= _LONGEST_LABEL and not piece.containers


def settle(pieces: list[Piece]) -> None:
    """Captions that found no picture are paragraphs.

    A paragraph that says again what stands with the picture before it is its caption.
    """
    kept: list[Piece] = []
    for piece in pieces:
        if piece.kind == "caption":
            piece.kind = "paragraph"
        before = kept[-1] if kept else None
        if before is not None and before.kind == "image" and _repeats(piece, before):
            if before.caption:
                before.names += piece.names
            else:
                _give(before, piece)
        else:
            kept.append(piece)
    pieces[:] = kept


def _repeats(piece: Piece, image: Piece) -> bool:
    if piece.kind != "paragraph" or piece.containers != image.containers:
        return False
    if len(piece.text) > _LONGEST_CAPTION or any(piece.notes()):
        return False
    words = title_key(piece.text)
    return bool(words) and words in (title_key(image.alt), title_key(image.caption))


def _is_quoted(piece: Piece) -> bool:
    return bool(piece.containers) and piece.containers[-1].kind == "quote"


def _give(image: Piece, caption: Piece) -> None:
    image.caption = f"{image.caption} {caption.text}".strip()
    both = image.alt != image.caption
    image.text = f"{image.alt} {image.caption}".strip() if both else image.caption
    image.names += caption.names
