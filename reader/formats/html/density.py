"""An own choice of the article, by how densely prose stands in the containers of a page.

After the scoring of Readability (Arc90, 2009): every paragraph speaks for the elements around
it, the nearer the more, and links speak against them.
"""

from lxml.html import HtmlElement

from reader.formats.html.boilerplate import LIKELY, SURE, is_label
from reader.formats.html.containers import Containers
from reader.formats.html.measures import Measured

# How far up a paragraph speaks, and how loud there.
_VOICE = (1.0, 0.5, 0.25)
# A container with this share of the best one's score around it is the better choice.
_GROWS = 0.7
# An element with so many times the best one's prose has the rest of it: other posts, comments.
_MUCH_MORE = 1.5
# Prose outside of everything that is named as furniture, in words; below it there is none.
_NONE = 20
_SHORT_SENTENCE = 5


def dense(pieces: list[Measured], tree: HtmlElement) -> list[bool]:
    """For each piece whether it stands in the part of the page with the densest prose.

    What is named as furniture counts only where there is nothing else: a page that is all
    comments is a discussion.
    """
    named = Containers(tree, ())
    levels = [named.furniture(piece.element) for piece in pieces]
    prose = [
        0.0 if piece.size < (5 if piece.is_prose else 8) else _score(piece) for piece in pieces
    ]
    landmarks = _landmarks(tree)
    for limit in (LIKELY, SURE, SURE + 1):
        allowed = [level < limit for level in levels]
        if _enough(pieces, allowed, landmarks):
            break
    else:
        return _without_furniture(pieces, levels)
    speaking = [(p, s) for p, s, ok in zip(pieces, prose, allowed, strict=True) if ok and s > 0]
    best = _best(speaking)
    if best is None:
        return _without_furniture(pieces, levels)
    best = _widened(best, Containers(tree, [(p.element, p.size) for p, _ in speaking]), landmarks)
    inside = set(best.iter("*"))
    return [
        ok and piece.element in inside and not is_label(piece.text)
        for piece, ok in zip(pieces, allowed, strict=True)
    ]


def _landmarks(tree: HtmlElement) -> list[HtmlElement]:
    """The elements that the page itself calls its main part or its article."""
    found = [e for e in tree.iter("main", "div") if e.tag == "main" or e.get("role") == "main"]
    articles = list(tree.iter("article"))
    return found + articles if len(articles) == 1 else found


def _enough(pieces: list[Measured], allowed: list[bool], landmarks: list[HtmlElement]) -> bool:
    """Whether there is prose among what is allowed; in a landmark a sentence is enough."""
    inside: set[HtmlElement] = set()
    for landmark in landmarks:
        if landmark not in inside:
            inside.update(landmark.iter("*"))
    some = [p for p, ok in zip(pieces, allowed, strict=True) if ok]
    if any(p.element in inside and p.size >= _SHORT_SENTENCE and p.ends for p in some):
        return True
    return sum(piece.size for piece in some if piece.is_prose) >= _NONE


def _widened(best: HtmlElement, prose: Containers, landmarks: list[HtmlElement]) -> HtmlElement:
    """The element around the best one that holds much more prose, or is the page's main part."""
    above = set(best.iterancestors())
    for landmark in landmarks:
        if landmark in above and 2 * prose.held(best) > prose.held(landmark):
            return landmark
    for around in best.iterancestors():
        if prose.held(around) >= _MUCH_MORE * prose.held(best):
            best = around
    return best


def _score(piece: Measured) -> float:
    commas = piece.text.count(",") + piece.piece.text.count("，")
    return (1 + min(commas, 10) + min(piece.size / 15, 5)) * (1 - piece.linked)


def _best(prose: list[tuple[Measured, float]]) -> "HtmlElement | None":
    """The element that most prose speaks for, widened while that gains much."""
    scores: dict[HtmlElement, float] = {}
    for piece, score in prose:
        element = piece.element
        at = element if len(element) and element.tag not in ("p", "li") else element.getparent()
        for voice in _VOICE:
            if at is None:
                break
            scores[at] = scores.get(at, 0.0) + voice * score
            at = at.getparent()
    best = max(scores, key=scores.__getitem__, default=None)
    while best is not None:
        parent = best.getparent()
        if parent is None or parent.tag == "html":
            break
        if scores.get(parent, 0.0) < _GROWS * scores[best]:
            break
        best = parent
    return best


def _without_furniture(pieces: list[Measured], levels: list[int]) -> list[bool]:
    """The page without nav, header, footer and aside; all of it where nothing else is left."""
    for limit in (LIKELY, SURE):
        kept = [level < limit and bool(p.size) for p, level in zip(pieces, levels, strict=True)]
        if any(kept):
            return kept
    return [True] * len(pieces)
