"""Which pieces of a page are its article.

An extractor says which text is the article; a piece is voted for when most of its word triples
stand in that text. The votes mark out a part of the page, and what stands between them belongs
too, unless its containers, its links or its words show that it is furniture.
"""

import json
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from reader.formats.html.boilerplate import (
    LIKELY,
    SURE,
    announces_more,
    asks_to_share,
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
_MAIN_SHARE = 0.9
# A text with this share of links is there for the links.
_LINKS = 0.6
# The text of a list or a table belongs with this share voted for.
_HALF = 0.5
# With more than this of it in links, a text is not simply prose.
_SOME_LINKS = 0.3
# The words of a line such as '[Reuters]', that may be all link.
_CREDIT = 4
# So many lines that are links within the page, up to such a share, are a list of contents.
_CONTENTS = 3
_ALL_LINKS = 0.8
# How many links may follow a line such as 'Read also'.
_TEASERS = 10
# A first heading with this share of the title's words is the title.
_ALIKE = 0.6
_LONGEST_TITLE = 400
_BETWEEN_NAMES = re.compile(r"\s+[-–—|·•:»/]+\s+")
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
        self._mark_out(self.voted)
        self.titles = _titles(tree)
        self.keep = [False] * len(pieces)
        self.refused: set[int] = set()
        self.first = self.last = 0

    def _mark_out(self, belongs: list[bool]) -> None:
        """Find the article's part of the page, from the pieces thought to belong to it."""
        containers = self._weighed(belongs)
        self.levels = [containers.furniture(piece.element) for piece in self.pieces]
        sound = [
            yes and not level and piece.is_prose
            for yes, level, piece in zip(belongs, self.levels, self.pieces, strict=True)
        ]
        words = [p.size * good for p, good in zip(self.pieces, sound, strict=True)]
        all_words = [p.size * yes for p, yes in zip(self.pieces, belongs, strict=True)]
        if sum(words) > _HALF * sum(all_words):
            containers = self._weighed(sound)
        inside = set(containers.smallest(_MAIN_SHARE).iter("*"))
        self.inside = [piece.element in inside for piece in self.pieces]

    def _weighed(self, belongs: list[bool]) -> Containers:
        pairs = zip(self.pieces, belongs, strict=True)
        return Containers(self.tree, [(p.element, p.size) for p, yes in pairs if yes])

    def kept(self) -> list[bool]:
        """For each piece whether it belongs to the article."""
        self._prose()
        if self._alike():
            self._mark_out(self.keep)
        self._lead()
        self._between()
        self._last_lines()
        self._lists()
        self._terms()
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
                self.keep[i] = (
                    self.inside[i] and piece.is_prose and piece.linked < _SOME_LINKS
                )
            elif level == LIKELY or not self.inside[i]:
                self.keep[i] = piece.is_prose
            else:
                self.keep[i] = True

    def _alike(self) -> bool:
        """Prose that goes on before or after the votes, in elements just like theirs.

        Until another first heading, or one that announces something else. Says whether there is any.
        """
        any_more = False
        kept = [i for i, p in enumerate(self.pieces) if self.keep[i] and self.inside[i] and p.is_prose]
        if not kept:
            return False
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
                    and (self.inside[i] or _look(piece.element) in looks)
                    and not is_label(piece.text)
                ):
                    self.keep[i] = any_more = True
        return any_more

    def _lead(self) -> None:
        """The prose between the title and what is kept: the standfirst."""
        first = next((i for i, keep in enumerate(self.keep) if keep), 0)
        found: list[int] = []
        for i in range(first - 1, -1, -1):
            piece = self.pieces[i]
            if piece.kind == "heading" and (piece.level == 1 or self._is_title(i)):
                for j in found:
                    self.keep[j] = True
                break
            if (
                piece.is_prose
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

    def _last_lines(self) -> None:
        """Lines that go on after the last kept piece, in the same element and just like it."""
        end = self.last + 1
        if not self.keep[self.last]:
            return
        parent, look = self.pieces[self.last].element.getparent(), _look(self.pieces[self.last].element)
        while end < len(self.pieces):
            piece = self.pieces[end]
            if piece.kind != "image":
                if piece.element.getparent() is not parent or _look(piece.element) != look:
                    break
                if piece.linked >= _LINKS and piece.size > _CREDIT or self.levels[end]:
                    break
                if is_label(piece.text) or announces_more(piece.text):
                    break
                self.keep[end] = True
                self.last = end
            end += 1

    def _lists(self) -> None:
        """Lists as wholes: all of the items or none."""
        groups: dict[HtmlElement, list[int]] = {}
        for i, piece in enumerate(self.pieces):
            for box in piece.piece.containers:
                if box.kind == "item" and box.group is not None:
                    groups.setdefault(box.group, []).append(i)
                    break
        for items in groups.values():
            if self._is_contents(items):
                self.refused.add(items[0] - 1)
                belongs = False
            else:
                belongs = self._is_list(items)
            for i in items:
                if self.pieces[i].kind != "image":
                    self.keep[i] = belongs and self.levels[i] < SURE

    def _terms(self) -> None:
        """Terms go with what is said about them."""
        for i in range(len(self.pieces) - 2, -1, -1):
            if self.pieces[i].kind == "term" and self.pieces[i + 1].kind != "heading":
                self.keep[i] = self.keep[i + 1] and self.levels[i] < SURE

    def _is_list(self, items: list[int]) -> bool:
        """Whether a list is the article's: voted for, or kept in good part and not all links."""
        total = sum(self.pieces[i].size for i in items)
        if sum(self.pieces[i].size for i in items if self.voted[i] and self.keep[i]) >= _HALF * total:
            return True
        linked = sum(self.pieces[i].linked * self.pieces[i].size for i in items)
        return linked < _HALF * total and 2 * sum(self.keep[i] for i in items) >= len(items)

    def _is_contents(self, items: list[int]) -> bool:
        """Whether items lead only to places in the same page."""
        if len(items) < _CONTENTS or any(self.pieces[i].linked < _ALL_LINKS for i in items):
            return False
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
                if piece.kind != "heading" or not is_label(piece.text):
                    continue
            if piece.kind == "heading":
                section = self._announced(i)
                if section:
                    self.refused.add(i)
                if not asks_to_share(piece.text):
                    for j in section:
                        self.keep[j] = False
            elif self.keep[i]:
                self._label(i)

    def _announced(self, i: int) -> range:
        """The pieces under the heading `i`, up to prose that is voted for."""
        level = self.pieces[i].level
        end = i + 1
        while end < len(self.pieces):
            piece = self.pieces[end]
            if piece.kind == "heading" and piece.level <= level:
                break
            if self.voted[end] and self.keep[end] and not self.levels[end] and piece.is_prose:
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
        later = False
        for i in range(len(self.pieces) - 1, -1, -1):
            piece = self.pieces[i]
            if piece.kind != "heading":
                if self.keep[i]:
                    content = [True] * 8
                    later = True
                continue
            level = min(piece.level, 7)
            follows = content[level] or (later and self.voted[i] and self.inside[i])
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
        opening = range(
            max((i for i in texts if i < self.first and self._is_title(i)), default=self.first),
            self.first,
        )
        before = -1
        followers = iter(texts)
        after = next(followers, None)
        for i, piece in enumerate(self.pieces):
            if piece.kind != "image":
                before = i
                continue
            while after is not None and after < i:
                after = next(followers, None)
            near = any(
                j is not None and j >= 0 and (self.keep[j] or self._is_title(j))
                for j in (before, after)
            )
            here = self.inside[i] or (i in opening and bool(piece.piece.caption))
            self.keep[i] = near and self.levels[i] < SURE and here

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
    names = [title.text_content()[:_LONGEST_TITLE] for title in tree.iter("title")]
    # The first or the longest part is the article's, the others are the site's.
    for parts in [_BETWEEN_NAMES.split(name) for name in names]:
        names += [parts[0], max(parts, key=len)]
    found = [words_of(name) for name in names]
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
