"""Teasers for other articles, which are not told by their names."""

from reader.formats.html.boilerplate import recommends
from reader.formats.html.measures import Measured

# A heading or line with this share of links is a link.
_ALL_LINKS = 0.8
# A teaser has no more words of text than this under its heading.
_TEASER = 60
# The same of an item in a list of links; a line over such a list has no more words.
_LINKS = 0.6
_SHORT = 8
# The words of a line such as '[Reuters]', that may be all link.
_CREDIT = 4
# Elements around a heading which show that it is not one of the article's.
_BOXES = frozenset(("li", "aside", "article", "a"))


def teasers(pieces: list[Measured], inside: list[bool]) -> set[int]:
    """The pieces that are teasers: a heading that is a link, outside of the article or in a box of
    its own, with little text under it; a line that is a link and begins like 'Read also'."""
    found: set[int] = set()
    around = next((p.element for p, here in zip(pieces, inside, strict=True) if here), None)
    above = set(around.iterancestors()) if around is not None else set()
    for i, piece in enumerate(pieces):
        if piece.kind == "image" or piece.linked < _ALL_LINKS:
            continue
        if piece.kind == "heading" and piece.level > 1:
            box = next((e for e in piece.element.iterancestors() if e.tag in _BOXES), None)
            boxed = box is not None and box not in above
            if boxed or not inside[i]:
                section = _section(pieces, i)
                if sum(pieces[j].size for j in section) <= _TEASER:
                    found.add(i)
                    found.update(section)
        elif (piece.kind != "heading" and recommends(piece.text)) or _is_bracketed_link(piece):
            found.add(i)
    return found


def _section(pieces: list[Measured], i: int) -> range:
    """The pieces under a heading, up to the next one, in the same box."""
    box = pieces[i].element.getparent()
    outer = box.getparent() if box is not None else None
    end = i + 1
    while end < len(pieces) and pieces[end].kind != "heading":
        if outer is not None and outer not in pieces[end].element.iterancestors():
            break
        end += 1
    return range(i + 1, end)


def _is_bracketed_link(piece: Measured) -> bool:
    """Whether a line is nothing but a headline in brackets."""
    text = piece.text.strip()
    return piece.size > _CREDIT and text[:1] == "[" and text[-1:] == "]"


def heads_links(pieces: list[Measured], items: list[int]) -> bool:
    """Whether a line stands over a list of nothing but links: 'More recipes:'."""
    over = pieces[items[0] - 1]
    if not over.text.endswith(":") or over.size > _SHORT:
        return False
    return all(pieces[i].linked >= _LINKS for i in items)
