"""Which pieces of a page are its article.

An extractor says which text is the article; a piece is voted for when most of its word triples
stand in that text. The votes mark out a part of the page, and what stands between them belongs
too, unless its containers, its links or its words show that it is furniture.
"""

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
from reader.formats.html.edges import is_last_line, leads, opening_lines, part_with_rules
from reader.formats.html.measures import Measured, names_of
from reader.formats.html.metadata import titles
from reader.formats.html.pieces import Piece
from reader.formats.html.teasers import heads_links, teasers
from reader.formats.html.votes import votes

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
# So many short lines may stand between a picture and the text that it belongs to.
_NEAR = 3
# Fewer words over the first prose are a kicker, a name, a date.
_SHORT = 8


def choose(pieces: list[Piece], tree: HtmlElement) -> list[bool]:
    """For each piece whether it belongs to the article; at least one does, if there are any."""
    if not pieces:
        return []
    measured = [Measured(piece) for piece in pieces]
    kept = _Choice(measured, tree).kept()
    return kept if any(kept) else [True] * len(pieces)


class _Choice:
    """The rules, over the pieces of one page; `kept` is called once."""

    def __init__(self, pieces: list[Measured], tree: HtmlElement) -> None:
        self.pieces = pieces
        self.tree = tree
        self.voted = votes(pieces, tree)
        self._mark_out(self.voted)
        self.titles = titles(tree)
        self.keep = [False] * len(pieces)
        self.refused: set[int] = set()
        self.first = self.last = 0
        self.opening = range(0)

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
        self._teasers()
        self._sections()
        self._head()
        self._tail()
        self._headings()
        self._images()
        part_with_rules(self.pieces, self.keep)
        return self.keep

    def _prose(self) -> None:
        """What is voted for, where its place does not speak against it."""
        for i, piece in enumerate(self.pieces):
            if not self.voted[i] or piece.kind in ("heading", "image") or self._is_label(i):
                continue
            level = self.levels[i]
            if level == SURE:
                self.keep[i] = self.inside[i] and piece.is_prose and piece.linked < _SOME_LINKS
            elif level == LIKELY or not self.inside[i]:
                self.keep[i] = piece.is_prose
            else:
                self.keep[i] = True

    def _alike(self) -> bool:
        """Prose that goes on before or after the votes, in elements just like theirs.

        Until another first heading, or one that announces something else. Says whether there is any.
        """
        any_more = False
        kept = [
            i for i, p in enumerate(self.pieces) if self.keep[i] and self.inside[i] and p.is_prose
        ]
        if not kept:
            return False
        looks = {names_of(self.pieces[i].element) for i in kept}
        for indices in (range(kept[0] - 1, -1, -1), range(kept[-1] + 1, len(self.pieces))):
            for i in indices:
                piece = self.pieces[i]
                if piece.kind == "heading" and self._ends_article(i):
                    break
                if (
                    piece.is_prose
                    and not self.levels[i]
                    and piece.linked < _SOME_LINKS
                    and (self.inside[i] or names_of(piece.element) in looks)
                    and not is_label(piece.text)
                ):
                    self.keep[i] = any_more = True
        return any_more

    def _ends_article(self, i: int) -> bool:
        """Whether what comes under a heading is another article, or none."""
        piece = self.pieces[i]
        if piece.level == 1 or self.levels[i] == SURE:
            return True
        return announces_more(piece.text) and not asks_to_share(piece.text)

    def _lead(self) -> None:
        """The prose between the title and what is kept: the standfirst."""
        first = next((i for i, keep in enumerate(self.keep) if keep), 0)
        found: list[int] = []
        for i in range(first - 1, -1, -1):
            piece = self.pieces[i]
            if piece.kind == "heading" and (piece.level == 1 or tuple(piece.words) in self.titles):
                for j in found:
                    self.keep[j] = True
                break
            if (
                piece.is_prose
                and not self.levels[i]
                and piece.linked < _SOME_LINKS
                and not is_label(piece.text)
                and not is_metadata(piece.text)
            ):
                found.append(i)

    def _between(self) -> None:
        """What stands between kept pieces, within the article's element."""
        kept = [i for i, keep in enumerate(self.keep) if keep and self.inside[i]]
        if not kept:
            return
        self.first, self.last = kept[0], kept[-1]
        self.opening = self._opening()
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
        last = self.pieces[self.last].element
        parent, called = last.getparent(), names_of(last)
        while end < len(self.pieces):
            piece = self.pieces[end]
            if piece.kind != "image":
                if piece.element.getparent() is not parent or names_of(piece.element) != called:
                    break
                if (piece.linked >= _LINKS and piece.size > _CREDIT) or self.levels[end]:
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
            if not belongs and items[0] and heads_links(self.pieces, items):
                self.keep[items[0] - 1] = False
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
        if (
            sum(self.pieces[i].size for i in items if self.voted[i] and self.keep[i])
            >= _HALF * total
        ):
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

    def _teasers(self) -> None:
        """Teasers go, unless they are all that there is."""
        found = teasers(self.pieces, self.inside)
        kept = [i for i, keep in enumerate(self.keep) if keep]
        size = sum(self.pieces[i].size for i in kept)
        if sum(self.pieces[i].size for i in kept if i in found) < _HALF * size:
            self.refused |= found
            self.keep = [keep and i not in found for i, keep in enumerate(self.keep)]

    def _sections(self) -> None:
        """What a heading or a label announces: related articles, comments, a newsletter."""
        for i, piece in enumerate(self.pieces):
            announced = piece.kind != "image" and announces_more(piece.text)
            if piece.kind == "heading" and (announced or is_label(piece.text, heading=True)):
                self._refuse(i, self._announced(i))
            elif announced and (self.keep[i] or self._is_label(i)):
                self._label(i)

    def _refuse(self, i: int, section: range) -> None:
        """Drop a heading that announces something else, and its section.

        Unless the section is text, voted for: 'See also' may be the author's own.
        """
        text = self.pieces[i].text
        own = sum(self.pieces[j].size for j in section if self.keep[j] and self._is_text(j))
        if not is_label(text, heading=True) and own > _HALF * sum(
            self.pieces[j].size for j in section
        ):
            return
        if section:
            self.refused.add(i)
        if not asks_to_share(text):
            for j in section:
                self.keep[j] = False

    def _is_text(self, j: int) -> bool:
        return self.voted[j] and not self.levels[j] and self.pieces[j].linked < _SOME_LINKS

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
        prose = (
            i
            for i, piece in enumerate(self.pieces)
            if self.keep[i] and piece.is_prose and not is_metadata(piece.text)
        )
        for i in range(next(prose, 0)):
            piece = self.pieces[i]
            if not self.keep[i]:
                continue
            text = piece.text
            short = piece.size < _SHORT and piece.kind == "paragraph" and not piece.in_box
            if is_metadata(text) or tuple(piece.words) in self.titles or (short and not piece.ends):
                self.keep[i] = False
        for i in opening_lines(self.pieces, self.keep):
            self.keep[i] = False

    def _tail(self) -> None:
        """The lines after the last prose that no author writes."""
        for i in range(len(self.pieces) - 1, -1, -1):
            if not self.keep[i]:
                continue
            piece = self.pieces[i]
            if not (is_label(piece.text) or announces_more(piece.text) or is_last_line(piece)):
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
        if i in self.refused or not piece.size or self._is_title(i):
            return False
        if self.levels[i] == SURE or is_label(piece.text, heading=True):
            return False
        if self.voted[i]:
            return self.inside[i] or self.keep[i + 1] or i in self.opening
        return self.inside[i] and not self.levels[i] and self.first <= i + 1 and i < self.last

    def _is_title(self, i: int) -> bool:
        """Whether a piece says the title, in a first heading or in front of the article."""
        piece = self.pieces[i]
        return (piece.level == 1 or i <= self.first) and tuple(piece.words) in self.titles

    def _opening(self) -> range:
        """The pieces between the title and the first kept piece."""
        before = range(self.first - 1, -1, -1)
        title = next((i for i in before if self._is_title(i)), self.first)
        return range(title, self.first)

    def _images(self) -> None:
        """Images next to kept text, or between the title and the text."""
        texts = [i for i, piece in enumerate(self.pieces) if piece.kind != "image"]
        if not any(self.keep[i] for i in texts):
            return
        following = 0
        for i, piece in enumerate(self.pieces):
            if piece.kind != "image":
                following += 1
                continue
            after, before = texts[following : following + _NEAR], texts[:following][-_NEAR:]
            near = self._is_near(after) or self._is_near(before[::-1])
            teaser = after[:1] and after[0] in self.refused and self.pieces[after[0]].linked
            here = self.inside[i] or (i in self.opening and leads(piece, self.levels[i]))
            self.keep[i] = near and not teaser and self.levels[i] < SURE and here

    def _is_near(self, texts: list[int]) -> bool:
        """Whether the first of these texts that is no mere line belongs to the article."""
        for j in texts:
            if self.keep[j] or self._is_title(j):
                return True
            if self.pieces[j].size > _SHORT:
                break
        return False

    def _is_label(self, i: int) -> bool:
        piece = self.pieces[i]
        return piece.kind == "paragraph" and is_label(piece.text)
