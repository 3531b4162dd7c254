"""Pages for the choice of the article: what is expected to stay carries the attribute `keep`.

`choose_pages` has pages of many habits. In a page, `{p}` is a paragraph's text, `{s}` a short
sentence, each time another one; an element with `drop` inside of one with `keep` is expected to
go.
"""

import re
from itertools import count
from random import Random

from reader.formats.html.choose import choose
from reader.formats.html.dom import tree_of
from reader.formats.html.pieces import Piece
from reader.formats.html.walk import pieces

_WORDS = [
    "harbour",
    "bridge",
    "council",
    "letter",
    "winter",
    "engine",
    "garden",
    "paper",
    "stone",
    "captain",
    "teacher",
    "window",
    "market",
    "river",
    "village",
    "promise",
    "shadow",
    "copper",
    "morning",
    "ladder",
    "signal",
    "theatre",
    "summer",
    "kitchen",
    "velvet",
    "music",
    "railway",
    "answer",
    "island",
    "journey",
    "mirror",
    "number",
    "orchard",
    "pocket",
    "question",
    "ribbon",
    "silver",
    "thunder",
    "uncle",
    "valley",
    "weather",
    "archive",
    "basket",
    "candle",
    "dealer",
    "evening",
    "feather",
    "glass",
    "hammer",
    "lantern",
]
_VERBS = [
    "carried",
    "found",
    "forgot",
    "painted",
    "remembered",
    "measured",
    "opened",
    "lost",
    "built",
    "mended",
]


def sentence(n: int) -> str:
    """The n-th of many different sentences of a dozen words and more."""
    draw = Random(n)
    a, b, c, d = draw.sample(_WORDS, 4)
    first, second = draw.sample(_VERBS, 2)
    return f"Nobody {first} the {a} and {b} of number {n}, who later {second} a {c} {d} there."


def filled(page: str) -> str:
    """A page with text in the places of `{p}` and `{s}`."""
    numbers = count(1)

    def text(match: re.Match[str]) -> str:
        sentences = 3 if match.group(1) == "p" else 1
        return " ".join(sentence(next(numbers)) for _ in range(sentences))

    return re.sub(r"\{([ps])\}", text, page)


def chosen(page: str) -> tuple[list[Piece], list[bool]]:
    """The pieces of a page and which of them are chosen."""
    tree = tree_of(page.encode())
    found = pieces(tree)
    return found, choose(found, tree)


def mistakes(page: str) -> list[str]:
    """The pieces that are kept or dropped against what the page says."""
    wrong = []
    for piece, kept in zip(*chosen(filled(page)), strict=True):
        if piece.kind == "rule":
            continue
        marks = (piece.element, *piece.element.iterancestors())
        expected = next((("keep" in e.attrib) for e in marks if _is_marked(e)), False)
        if kept != expected:
            wrong.append(f"{'kept' if kept else 'lost'}: {piece.kind} {piece.text[:60]!r}")
    return wrong


def _is_marked(element: object) -> bool:
    attributes = getattr(element, "attrib", {})
    return "keep" in attributes or "drop" in attributes
