"""What stands at the edges of an article and between its parts: bylines, last lines, rules."""

import re

from reader.formats.html.boilerplate import asks_for_more, is_imprint, is_metadata
from reader.formats.html.dom import is_longer
from reader.formats.html.measures import Measured

# A text with this share of links is a link.
_ALL_LINKS = 0.8
# After so many pieces of prose there are no more lines about the article.
_OPENING = 3
_LONGEST_ASKING = 45
_EMPHASIS = ("emphasis", "strong")


def opening_lines(pieces: list[Measured], keep: list[bool]) -> list[int]:
    """Kept lines that tell by whom and when, between a standfirst and the text."""
    found = []
    prose = 0
    for i, piece in enumerate(pieces):
        if not keep[i] or piece.kind in ("heading", "image"):
            continue
        if piece.is_prose and not is_metadata(piece.text):
            prose += 1
            if prose == _OPENING:
                break
        elif is_metadata(piece.text) or _is_in_header(piece):
            found.append(i)
    return found if prose else []


def _is_in_header(piece: Measured) -> bool:
    return any(e.tag == "header" for e in piece.element.iterancestors())


def is_last_line(piece: Measured) -> bool:
    """Whether a text at the end is the site's: asks to follow it, or says when it was posted."""
    if piece.kind not in ("paragraph", "heading") or piece.in_box:
        return False
    if is_imprint(piece.text):
        return True
    if piece.size > _LONGEST_ASKING or not asks_for_more(piece.text):
        return False
    return piece.linked > 0 and (piece.linked >= _ALL_LINKS or _is_marked(piece))


def _is_marked(piece: Measured) -> bool:
    """Whether all of a text is set off by emphasis."""
    depth = plain = 0
    for op, value, _ in piece.piece.runs:
        if value in _EMPHASIS and op in ("start", "end"):
            depth += 1 if op == "start" else -1
        elif op in ("text", "code") and not depth:
            plain += len(re.sub(r"\W", "", value))
    return plain == 0


def part_with_rules(pieces: list[Measured], keep: list[bool]) -> None:
    """Keep rules between kept pieces only, one at a time."""
    last: int | None = None
    begun = False
    for i, piece in enumerate(pieces):
        if piece.kind == "rule":
            keep[i] = keep[i] and begun and last is None
            last = i if keep[i] else last
        elif keep[i]:
            begun, last = True, None
    if last is not None:
        keep[last] = False


def leads(piece: Measured, level: int) -> bool:
    """Whether an image between title and text has a caption, or a block of its own."""
    alone = not piece.piece.href and not is_longer(piece.element, 0)
    return bool(piece.piece.caption) or (alone and not level)
