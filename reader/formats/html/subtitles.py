"""The standfirst of an article: what stands under its title, said once."""

import re

from reader.document.model import Metadata
from reader.formats.html.dom import classes, title_key
from reader.formats.html.pieces import Piece

_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|sub-?title|sub-?headline|sub-?heading|subhed|dek|deck|chapo|chapeau"
    r"|article__desc|article-dek|lead-?in|entradilla|bajada|sumario|catenaccio|sottotitolo|occhiello"
    r"|vorspann|intro-?text|post-subtitle|article-summary|article-excerpt|post-excerpt|summary)(?:[\s_-]|$)",
    re.IGNORECASE,
)
# A standfirst has at most so many characters, a description at least so many.
_LONGEST = 500
_SHORTEST = 30
# A heading in front of the text is one with so many characters.
_SENTENCE = 90
# The standfirst stands among the first pieces.
_WITHIN = 6


def untitled(kept: list[Piece], metadata: Metadata) -> list[Piece]:
    """The pieces without the heading that is the title and the standfirst, the subtitle from now on.

    `metadata.subtitle` comes as the description of the page; it stays the subtitle only where it
    is neither the beginning of the text nor cut off.
    """
    kept = _without_title(kept, metadata.title)
    found = _standfirst(kept, metadata)
    if found is not None:
        metadata.subtitle = found.text
        return [piece for piece in kept if piece is not found]
    if not _is_subtitle(metadata.subtitle, metadata.title, kept):
        metadata.subtitle = ""
    return kept


def _without_title(kept: list[Piece], title: str) -> list[Piece]:
    key = title_key(title)
    for index, piece in enumerate(kept[:20]):
        if (
            piece.kind == "heading"
            and not piece.containers
            and key
            and title_key(piece.text) == key
        ):
            return kept[:index] + kept[index + 1 :]
    return kept


def _standfirst(kept: list[Piece], metadata: Metadata) -> "Piece | None":
    description = title_key(metadata.subtitle)
    others = [piece for piece in kept if piece.kind in ("heading", "paragraph")]
    if len(others) < 3:
        return None
    for piece in kept[:_WITHIN]:
        if piece.kind not in ("heading", "paragraph") or piece.containers or piece.names:
            continue
        if not 1 < len(piece.text) <= _LONGEST or any(run[0] == "note" for run in piece.runs):
            continue
        named = any(_STANDFIRST.search(classes(element)) for element in _near(piece))
        headed = (
            piece.kind == "heading" or next(piece.element.iterancestors("header"), None) is not None
        )
        same = headed and bool(description) and title_key(piece.text) == description
        first = not any(p.kind == "paragraph" for p in kept[: kept.index(piece)])
        long = piece.kind == "heading" and first and len(piece.text) >= _SENTENCE
        if (
            named
            or same
            or long
            or piece.element.get("itemprop") in ("description", "alternativeHeadline")
        ):
            return piece
    return None


def _near(piece: Piece) -> "list[object]":
    """The element of a piece, and those around it that hold little else."""
    near = [piece.element]
    for parent in piece.element.iterancestors():
        if len(near) > 2 or parent.tag in ("body", "article", "main", "header"):
            break
        if len("".join(parent.itertext()).strip()) > 1.3 * len(piece.text) + 20:
            break
        near.append(parent)
    return near


def _is_subtitle(description: str, title: str, kept: list[Piece]) -> bool:
    """Whether the description of a page says anything that is not said already."""
    key = title_key(description)
    if not _SHORTEST <= len(description) <= _LONGEST or description.endswith(
        ("…", "...", "[…]", "[...]")
    ):
        return False
    said = title_key(title)
    if key in said or key.startswith(said):
        return False
    text = title_key(
        " ".join(piece.text for piece in kept if piece.kind in ("heading", "paragraph"))[:20_000]
    )
    words = key.split()
    return len(words) >= 5 and key[: len(key) * 2 // 3] not in text
