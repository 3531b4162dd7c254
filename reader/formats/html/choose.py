"""Which pieces of a page are its article.

An extractor says which text is the article; a piece is voted for when most of its word triples
stand in that text. The votes mark out a part of the page, and what stands between them belongs
too, unless its containers, its links or its words show that it is furniture.
"""

import json
from collections.abc import Iterator

from lxml.html import HtmlElement

from reader.formats.html.boilerplate import (
    LIKELY,
    SURE,
    announces_more,
    is_label,
    is_metadata,
)
from reader.formats.html.containers import Containers
from reader.formats.html.density import dense
from reader.formats.html.extracted import extracted
from reader.formats.html.measures import Measured, Text, words_of
from reader.formats.html.pieces import Piece
from reader.formats.source import Source

# Less than this, in words, from an extractor is nothing.
_FEW_WORDS = 80
# The share of a piece's word triples that is a vote for it.
_VOTED = 0.5
# The smallest element with this share of the words voted for is the article's.
_MAIN_SHARE = 0.8
# A text with this share of links is there for the links.
_LINKS = 0.6
# The text of a list or a table belongs with this share voted for.
_HALF = 0.5
# With more than this of it in links, a text is not simply prose.
_SOME_LINKS = 0.3
# The words of a line such as '[Reuters]', that may be all link.
_CREDIT = 4
# How many links may follow a line such as 'Read also'.
_TEASERS = 10
# A first heading with this share of the title's words is the title.
_ALIKE = 0.6
_LONGEST_TITLE = 400
# Fewer words over the first prose are a kicker, a name, a date.
_SHORT = 8


def choose(pieces: list[Piece], tree: HtmlElement, source: Source) -> list[bool]:
    """For each piece whether it belongs to the article; at least one does, if there are any."""
    measured = [Measured(piece) for piece in pieces]
    kept = _Choice(measured, tree).kept()
    return kept if any(kept) else [True] * len(pieces)


class _Choice:
    """The rules, over the pieces of one page; `kept` is called once."""

    def __init__(self, pieces: list[Measured], tree: HtmlElement) -> None:
        self.pieces = pieces
        self.tree = tree
        self.voted = _votes(pieces, tree)
        self.containers = Containers(
            tree, ((p.element, p.size) for p, vote in zip(pieces, self.voted, strict=True) if vote)
        )
        self.levels = [self.containers.furniture(piece.element) for piece in pieces]
        main = self.containers.smallest(_MAIN_SHARE)
        inside = set(main.iter("*"))
        self.inside = [piece.element in inside for piece in pieces]
        self.titles = _titles(tree)
        self.keep = [False] * len(pieces)
        self.refused: set[int] = set()
        self.first = self.last = 0

    def kept(self) -> list[bool]:
        """For each piece whether it belongs to the article."""
        self._prose()
        self._alike()
        self._lead()
        self._between()
        self._lists()
        self._sections()
        self._head()
        self._tail()
        self._headings()
        self._images()
        return self.keep

    def _prose(self) -> None:
        """What is voted for, where its place does not speak against it."""
        for i, piece in enumerate(self.pieces):
            if not self.voted[i] or piece.kind in ("heading", "image") or self._is_label(i):
                continue
            level = self.levels[i]
            if level == SURE:
                self.keep[i] = piece.is_prose and piece.linked < _SOME_LINKS
            elif level == LIKELY or not self.inside[i]:
                self.keep[i] = piece.is_prose
            else:
                self.keep[i] = True

    def _alike(self) -> None:
        """Prose that goes on before or after the votes, in elements just like theirs.

        Until another first heading, or one that announces something else.
        """
        kept = [i for i, keep in enumerate(self.keep) if keep and self.pieces[i].is_prose]
        if not kept:
            return
        looks = {_look(self.pieces[i].element) for i in kept}
        for indices in (range(kept[0] - 1, -1, -1), range(kept[-1] + 1, len(self.pieces))):
            for i in indices:
                piece = self.pieces[i]
                if piece.kind == "heading" and (
                    piece.level == 1 or self.levels[i] == SURE or announces_more(piece.text)
                ):
                    break
                if (
                    piece.is_prose
                    and not self.levels[i]
                    and piece.linked < _SOME_LINKS
                    and _look(piece.element) in looks
                    and not is_label(piece.text)
                ):
                    self.keep[i] = True

    def _lead(self) -> None:
        """The prose between the title and what is kept: the standfirst."""
        first = next((i for i, keep in enumerate(self.keep) if keep), 0)
        found: list[int] = []
        for i in range(first - 1, -1, -1):
            piece = self.pieces[i]
            if piece.kind == "heading" and piece.level == 1:
                for j in found:
                    self.keep[j] = True
                break
            if (
                piece.is_prose
                and piece.ends
                and not self.levels[i]
                and piece.linked < _SOME_LINKS
                and not is_label(piece.text)
            ):
                found.append(i)

    def _between(self) -> None:
        """What stands between kept pieces, within the article's element."""
        kept = [i for i, keep in enumerate(self.keep) if keep and self.inside[i]]
        if not kept:
            return
        self.first, self.last = kept[0], kept[-1]
        for i in range(self.first, self.last):
            piece = self.pieces[i]
            if piece.kind in ("heading", "image") or self.keep[i]:
                continue
            if self.levels[i] or not self.inside[i] or self._is_label(i):
                continue
            self.keep[i] = piece.linked < _LINKS or piece.size <= _CREDIT

    def _lists(self) -> None:
        """Lists as wholes: all of the items or none."""
        groups: dict[HtmlElement, list[int]] = {}
        for i, piece in enumerate(self.pieces):
            for box in piece.piece.containers:
                if box.kind == "item" and box.group is not None:
                    groups.setdefault(box.group, []).append(i)
                    break
        for items in groups.values():
            total = sum(self.pieces[i].size for i in items)
            voted = sum(self.pieces[i].size for i in items if self.voted[i] and self.keep[i])
            linked = sum(self.pieces[i].linked * self.pieces[i].size for i in items)
            belongs = voted >= _HALF * total
            if not belongs:
                kept = sum(self.keep[i] for i in items)
                belongs = linked < _HALF * total and 2 * kept >= len(items)
            if belongs and len(items) > 2 and linked > 0.8 * total and self._is_contents(items):
                belongs = False
            for i in items:
                if self.pieces[i].kind != "image":
                    self.keep[i] = belongs and self.levels[i] < SURE

    def _is_contents(self, items: list[int]) -> bool:
        """Whether items lead only to places in the same page."""
        hrefs = [
            extra
            for i in items
            for op, value, extra in self.pieces[i].piece.runs
            if op == "start" and value == "link"
        ]
        return bool(hrefs) and all(href.startswith("#") for href in hrefs)

    def _sections(self) -> None:
        """What a heading or a label announces: related articles, comments, a newsletter."""
        for i, piece in enumerate(self.pieces):
            if piece.kind == "image" or not announces_more(piece.text):
                continue
            if piece.kind == "heading":
                section = self._section(i)
                prose = any(
                    self.keep[j] and self.voted[j] and self.pieces[j].is_prose for j in section
                )
                if not prose:
                    self.refused.add(i)
                    for j in section:
                        self.keep[j] = False
            elif self.keep[i]:
                self._label(i)

    def _section(self, i: int) -> range:
        """The pieces under the heading `i`."""
        level = self.pieces[i].level
        end = i + 1
        while end < len(self.pieces):
            piece = self.pieces[end]
            if piece.kind == "heading" and piece.level <= level:
                break
            end += 1
        return range(i + 1, end)

    def _label(self, i: int) -> None:
        """A line such as 'Read also', and the links after it."""
        end = i + 1
        while end < len(self.pieces) and end - i <= _TEASERS:
            piece = self.pieces[end]
            if piece.size and piece.linked < _LINKS:
                break
            end += 1
        if end > i + 1 or self.pieces[i].linked > _SOME_LINKS:
            for j in range(i, end):
                self.keep[j] = False

    def _head(self) -> None:
        """The lines over the first prose: title, byline, date."""
        prose = [i for i, keep in enumerate(self.keep) if keep and self.pieces[i].is_prose]
        for i in range(prose[0] if prose else 0):
            piece = self.pieces[i]
            if not self.keep[i]:
                continue
            text = piece.text
            short = piece.size < _SHORT and piece.kind == "paragraph" and not piece.in_box
            if is_metadata(text) or tuple(piece.words) in self.titles or (short and not piece.ends):
                self.keep[i] = False

    def _tail(self) -> None:
        """The lines after the last prose that no author writes."""
        for i in range(len(self.pieces) - 1, -1, -1):
            if not self.keep[i]:
                continue
            if not is_label(self.pieces[i].text) and not announces_more(self.pieces[i].text):
                break
            self.keep[i] = False

    def _headings(self) -> None:
        """Headings with kept pieces under them, as far as the next one of their level."""
        content = [False] * 8
        for i in range(len(self.pieces) - 1, -1, -1):
            piece = self.pieces[i]
            if piece.kind != "heading":
                if self.keep[i]:
                    content = [True] * 8
                continue
            level = min(piece.level, 7)
            follows = content[level] or (content[6] and self.voted[i] and self.inside[i])
            self.keep[i] = follows and self._is_heading(i)
            if not self.levels[i]:
                content[level:] = [False] * (8 - level)

    def _is_heading(self, i: int) -> bool:
        piece = self.pieces[i]
        if i in self.refused or not piece.size or tuple(piece.words) in self.titles:
            return False
        if self.levels[i] == SURE or is_label(piece.text):
            return False
        if self.voted[i]:
            return True
        return self.inside[i] and not self.levels[i] and self.first <= i + 1 and i < self.last

    def _is_title(self, i: int) -> bool:
        return tuple(self.pieces[i].words) in self.titles

    def _images(self) -> None:
        """Images next to kept text."""
        texts = [i for i, piece in enumerate(self.pieces) if piece.kind != "image"]
        kept = [i for i in texts if self.keep[i]]
        if not kept:
            return
        before = -1
        followers = iter(texts)
        after = next(followers, None)
        for i, piece in enumerate(self.pieces):
            if piece.kind != "image":
                before = i
                continue
            while after is not None and after < i:
                after = next(followers, None)
            near = (before >= 0 and self.keep[before]) or (after is not None and self.keep[after])
            self.keep[i] = near and self.levels[i] < SURE and self.inside[i]

    def _is_label(self, i: int) -> bool:
        piece = self.pieces[i]
        return piece.kind == "paragraph" and is_label(piece.text)


def _look(element: HtmlElement) -> tuple[str, ...]:
    """What an element and the one around it are called."""
    parent = element.getparent()
    names = [element.tag, element.get("class") or ""]
    if parent is not None:
        names += [parent.tag, parent.get("class") or ""]
    return tuple(names)


def _votes(pieces: list[Measured], tree: HtmlElement) -> list[bool]:
    """Which pieces stand in the text that an extractor, or the page itself, calls the article."""
    texts = extracted(tree).texts
    body = list(_article_bodies(tree))
    text = Text([*texts, *body])
    votes = [piece.kind != "image" and text.share(piece.words) >= _VOTED for piece in pieces]
    words = sum(piece.size for piece, vote in zip(pieces, votes, strict=True) if vote)
    return votes if words >= _FEW_WORDS else dense(pieces, tree)


def _article_bodies(tree: HtmlElement) -> Iterator[str]:
    """The text of the article as the page tells it to machines."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json" or "articleBody" not in (script.text or ""):
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for entry in found if isinstance(found, list) else [found]:
            nested = entry.get("@graph") if isinstance(entry, dict) else None
            for node in nested if isinstance(nested, list) else [entry]:
                body = node.get("articleBody") if isinstance(node, dict) else None
                if isinstance(body, str):
                    yield body


def _titles(tree: HtmlElement) -> set[tuple[str, ...]]:
    """What the page is called, in words; a first heading that says something else is no title."""
    found = [words_of(title.text_content()[:_LONGEST_TITLE]) for title in tree.iter("title")]
    found += [
        words_of((meta.get("content") or "")[:_LONGEST_TITLE])
        for meta in tree.iter("meta")
        if meta.get("property") == "og:title"
    ]
    known = {word for words in found for word in words}
    headings = [words_of(h.text_content()[:_LONGEST_TITLE]) for h in tree.iter("h1")]
    for words in headings:
        if sum(word in known for word in words) >= _ALIKE * len(words):
            found.append(words)
    return {tuple(words) for words in found if words}
