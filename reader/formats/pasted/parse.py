"""An article out of the text of a page, as it is copied in a browser and pasted."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.document.build import Builder
from reader.document.characters import clean_line, safe_url
from reader.document.model import Chunk, Document, Metadata
from reader.formats.furniture import ABOUT
from reader.formats.lines import (
    Line,
    key,
    measure,
    settle_items,
    split,
    unwrapped,
    with_signs,
)
from reader.formats.pasted.build import build
from reader.formats.pasted.head import (
    Head,
    is_about,
    is_crumbs,
    is_title_like,
    read_foot,
    read_head,
    title_inside,
    title_line,
    without_crumbs,
)
from reader.formats.pasted.roles import is_about_cookies, roles_of, source_in
from reader.formats.pasted.span import article_span, is_prose, tail_end, weights
from reader.formats.source import Source

# So many signs of furniture make a page of a text; with fewer nothing of it is left out.
_EVIDENCE = 2
_TELLING = ("comments", "count", "related", "related line", "aside", "menu", "legal", "source")
# So many entries make a menu.
_LEAST_MENU = 3
_LONG_MENU = 15
# So many items above the first sentence are a list of the article.
_LEAST_LIST = 3
_LONGEST_ENTRY = 40
# A box of other articles has no more lines that are no list's.
_LONGEST_BOX = 8
# The rest of an address that was wrapped.
_ADDRESS = re.compile(r"[\w./?=&%#~+-]{3,200}")


class Page:
    """The lines of a text and what they are: the `kept` ones are the article, in their order."""

    __slots__ = ("head", "kept", "lines", "prose", "roles", "url")

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.roles = roles_of(lines)
        said = Counter(line.key for line in lines)
        self.prose = [
            is_prose(line)
            and not (is_title_like(line) and (said[line.key] > 1 or is_crumbs(lines, at)))
            for at, line in enumerate(lines)
        ]
        self.kept: list[int] = []
        self.head = Head()
        self.url = ""


def parse_pasted(source: Source) -> Document:
    """The article in a text that may have a page's furniture around it.

    What is left out stands in `dropped`, in its order. Where there is no sure sign of a page,
    nothing is.
    """
    page = read_page(split(source.data))
    metadata = Metadata()
    metadata.title = clean_line(page.head.title).strip()
    metadata.authors = [clean_line(name) for name in page.head.authors]
    metadata.date = page.head.date
    metadata.source = safe_url(page.url)
    if page.head.subtitle_at >= 0:
        metadata.subtitle = clean_line(page.lines[page.head.subtitle_at].text).strip()
    document = Document(metadata, _chunks(page, metadata), name=source.name, size=source.size)
    document.finish()  # (what is left out is not to be read: its length is no part of the article's)
    shown = {page.head.at, page.head.subtitle_at, *page.kept}
    document.dropped = [
        clean_line(line.text) for at, line in enumerate(page.lines) if at not in shown
    ]
    return document


def read_page(lines: list[Line]) -> Page:
    """What each line of a text is."""
    width = measure(lines, mixed=True)
    if width:
        lines = unwrapped(lines, width)
    lines = with_signs(lines)
    settle_items(lines)
    page = Page(lines)
    _take_source(page)
    slug = key(page.url.rstrip("/").rsplit("/", 1)[-1]) if page.url else ""
    if _evidence(page) >= _EVIDENCE:
        _read_furnished(page, slug)
    if not page.kept:
        _read_bare(page)
    return page


def _take_source(page: Page) -> None:
    """Find the address of the page: a labelled one, or one alone on the first or last line."""
    for at, line in enumerate(page.lines):
        found = source_in(line)
        if found:
            page.roles[at] = "source"
            if found[0] == "source" or not page.url:
                page.url = found[1] + _rest_of(page, at)
    for at in {0, len(page.lines) - 1}:
        text = page.lines[at].text if page.lines else ""
        if text.startswith(("https://", "http://")) and " " not in text and not page.url:
            page.roles[at] = "source"
            page.url = text


def _rest_of(page: Page, at: int) -> str:
    """The rest of an address that was wrapped at one of its signs, on the line below it."""
    below = at + 1
    if page.lines[at].text[-1] not in "/-_?&=" or below >= len(page.lines):
        return ""
    line = page.lines[below]
    if line.gap or not _ADDRESS.fullmatch(line.text):
        return ""
    page.roles[below] = "source"
    return line.text


def _evidence(page: Page) -> int:
    """How many different lines are the furniture of a page; its menus are one.

    Many short lines one after the other are a menu too, whatever they say.
    """
    found = {
        name if name == "menu" else line.key
        for line, name in zip(page.lines, page.roles, strict=True)
        if name in _TELLING
    }
    if sum(name == "menu" for name in page.roles) < _LEAST_MENU:
        found.discard("menu")
    run = longest = 0
    for line in page.lines:
        short = len(line.text) <= _LONGEST_ENTRY and not line.is_sentence
        run = run + 1 if short else 0
        longest = max(longest, run)
    return len(found) + (longest >= _LONG_MENU) + _is_doubled(page.lines)


def _is_doubled(lines: Sequence[Line]) -> bool:
    """Whether the text begins with its title and says it again, or the way to it."""
    for at in range(min(3, len(lines) - 1)):
        same = lines[at].key == lines[at + 1].key and lines[at].key.count(" ") >= 2
        if is_title_like(lines[at]) and (same or is_crumbs(lines, at)):
            return True
    return False


def _read_furnished(page: Page, slug: str) -> None:
    """Find the article in a page, and what its head says."""
    lines, roles, prose = page.lines, page.roles, page.prose
    start, end = article_span(weights(lines, roles, prose), roles)
    if end <= start:
        return
    at = title_inside(lines, roles, (start, end))
    if at >= 0:
        start = at + 1
    else:
        at = title_line(lines, roles, prose, start, slug)
    begin = _first_text(page, at, start, end)
    page.head = read_head(lines, roles, at, begin)
    if at >= 0:
        whole = "\n".join(line.text for line in lines)
        page.head.title = without_crumbs(lines[at].body, whole)
    read_foot(lines, roles, end, page.head)
    end = tail_end(lines, roles, end)
    begin = _with_opening(page, at, begin)
    page.kept = [number for number in range(begin, end) if number != at]
    page.kept = [number for number in page.kept if number != page.head.subtitle_at]
    _leave_out(page)


def _first_text(page: Page, at: int, start: int, end: int) -> int:
    """The first line of the article: its first prose below the title."""
    if at < 0:
        return start
    for number in range(at + 1, min(start + 9, end)):
        line = page.lines[number]
        if page.prose[number] and not page.roles[number] and not is_about_cookies(line):
            if is_about(line) and len(line.text) <= 200:
                continue
            if (number <= start or number - at <= 2) and _about_follows(page, number):
                continue
            return number
    return max(start, at + 1)


def _about_follows(page: Page, number: int) -> bool:
    """Whether the byline or the date comes next: what stands before it is the subtitle."""
    near = range(number + 1, min(number + 6, len(page.lines)))
    for below in near:
        if page.prose[below] and not is_about(page.lines[below]):
            return False
        if is_about(page.lines[below]):
            return True
    return False


def _with_opening(page: Page, at: int, begin: int) -> int:
    """The first line when a heading above the first text, and what announces a list, is counted in.

    It stands by itself between blank lines; what stands with the byline is a label of the page.
    """
    lines, roles = page.lines, page.roles
    number = begin
    while number - 1 > at >= 0 and not roles[number - 1] and not is_about(lines[number - 1]):
        number -= 1
    listed = sum(line.is_item for line in lines[number:begin])
    if listed >= _LEAST_LIST and page.head.subtitle_at < number:
        return number
    number = begin
    while number - 1 > at and not roles[number - 1] and not is_about(lines[number - 1]):
        above = lines[number - 1]
        alone = above.gap and lines[number].gap and not above.is_item and len(above.text) <= 110
        if not alone or number - 1 == page.head.subtitle_at or at < 0:
            break
        number -= 1
        if begin - number >= 2:
            break
    return number


def _leave_out(page: Page) -> None:
    """Drop the furniture that stands between the paragraphs."""
    lines, roles = page.lines, page.roles
    title = key(page.head.title)
    inside = _before_bio(page)
    boxed = _boxes(page, inside)
    page.kept = [
        number
        for place, number in enumerate(inside)
        if number not in boxed
        and roles[number] in ("", "number", "menu")
        and not (title and lines[number].key == title and place < 8)
        and number != page.head.foot_at
    ]


def _before_bio(page: Page) -> list[int]:
    """What is inside up to the lines about who wrote the article."""
    bios = {f"{about} {key(name)}" for about in ABOUT for name in page.head.authors}
    for place, number in enumerate(page.kept):
        if page.lines[number].key in bios and place > len(page.kept) / 2:
            return page.kept[:place]
    return page.kept


def _boxes(page: Page, inside: list[int]) -> set[int]:
    """The lines of boxes with other articles: list items, or a few short lines up to the next text.

    The last of these may be the heading of that text.
    """
    lines, roles, prose = page.lines, page.roles, page.prose
    boxed: set[int] = set()
    for place, number in enumerate(inside):
        if roles[number] != "related":
            continue
        end = place + 1
        items = end < len(inside) and lines[inside[end]].is_item
        while end < len(inside) and not prose[inside[end]]:
            if roles[inside[end]] in ("", "menu", "number") and lines[inside[end]].is_item != items:
                break
            end += 1
        behind = inside[place + 1 : end]
        if not items and behind and end < len(inside) and lines[behind[-1]].gap:
            behind.pop()
        if len(behind) <= _LONGEST_BOX or items:
            boxed.update(behind)
    return boxed


def _read_bare(page: Page) -> None:
    """A text without furniture: all of it is the article, its first line may be the title."""
    lines = page.lines
    page.head = Head()
    page.kept = [at for at in range(len(lines)) if page.roles[at] != "source"]
    at = page.kept[0] if page.kept else 0
    if len(page.kept) < 2 or not _may_be_title(page, at):
        return
    begin = at + 1
    while begin < len(lines) and lines[begin].key == lines[at].key:
        begin += 1
    while begin < min(at + 4, len(lines)) and _is_short_about(lines[begin]):
        begin += 1
    page.head = read_head(lines, page.roles, at, begin)
    page.head.title = without_crumbs(lines[at].text, "\n".join(line.text for line in lines))
    page.kept = [number for number in page.kept if number >= begin]


def _is_short_about(line: Line) -> bool:
    return len(line.text) <= 120 and is_about(line)


def _may_be_title(page: Page, at: int) -> bool:
    """Whether the first line is a title: short, no sentence, text below it, two paragraphs at least."""
    line = page.lines[at]
    if line.is_item or not 1 < len(line.text) <= 150 or line.final in ".,;:" or is_about(line):
        return False
    if page.prose[at] and line.is_sentence:
        return False
    below = page.prose[at + 1 : at + 6]
    return any(below)


def _chunks(page: Page, metadata: Metadata) -> Iterator[Chunk]:
    builder = Builder()
    for kind, text, at in (
        ("title", metadata.title, page.head.at),
        ("subtitle", metadata.subtitle, page.head.subtitle_at),
    ):
        if text:
            line = page.lines[at]
            builder.block(kind, text, (line.start, line.end))
    kept: Sequence[Line] = [page.lines[at] for at in page.kept]
    build(builder, kept)
    yield builder.take()
