"""An article as a list shows it, and what the beginning of its file says about it."""

import os
import re

from reader.document.characters import clean_line, fold
from reader.document.length import minutes, words
from reader.document.model import Metadata
from reader.formats import metadata_of
from reader.formats.source import Source, read_head, short_name
from reader.formats.text import looks_pasted, parse_text

# Bytes at the beginning of a file that are read for what is known about it.
HEAD = 1 << 16
# Characters after the front matter in which a title is looked for, and by which the length of the
# whole is estimated.
_OPENING, _SAMPLE = 2048, 2048

_FRONT = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_TITLE = re.compile(r"^title:[ ]*[^\s|>]", re.MULTILINE | re.IGNORECASE)
_BODY = re.compile(r"^(?:sections|blocks)[ ]*:", re.MULTILINE)
_DATE = re.compile(r"(?<!\d)\d{4}(?:-\d\d){0,2}(?!\d)", re.ASCII)


class Entry:
    """One article of a list.

    `name` is what to call it on the command line, `origin` one of `own` (it lies in the reader's
    folder), `program` (it came with the program), `file`, `pipe` and
    `web` (its path is an address). `words` is how long it is,
    0 if that is not known; `progress` how many percent have been read, -1 if it was never opened;
    `read_at` when it was left, in nanoseconds, 0 if it never was. `known` says whether the
    beginning of its file has been read: before that, the name stands for the title.
    """

    __slots__ = (
        "_folded",
        "authors",
        "date",
        "known",
        "lang",
        "name",
        "origin",
        "path",
        "progress",
        "read_at",
        "tags",
        "title",
        "words",
    )

    def __init__(self, path: str, origin: str, title: str = "") -> None:
        self.path = path
        self.origin = origin
        self.name = stem(path)
        self.title = title or self.name
        self.authors: tuple[str, ...] = ()
        self.date = ""
        self.lang = ""
        self.tags: tuple[str, ...] = ()
        self.words = 0
        self.progress = -1
        self.read_at = 0
        self.known = False
        self._folded = ""

    @property
    def author(self) -> str:
        """Its authors in one line."""
        return ", ".join(self.authors)

    @property
    def day(self) -> str:
        """The year of its date, with month and day if it has them in the form of ISO 8601."""
        match = _DATE.search(self.date)
        return match[0] if match else ""

    @property
    def minutes(self) -> int:
        """How long it takes to read it, 0 if that is not known."""
        return minutes(self.words) if self.words else 0

    @property
    def folded(self) -> str:
        """Title, authors, file name and tags, folded: what a filter looks at."""
        if not self._folded:
            file = clean_line(os.path.basename(self.path))  # noqa: PTH119
            fields = (self.title, *self.authors, file, *self.tags)
            self._folded = "\0".join(fold(field).text for field in fields)
        return self._folded

    def take(self, head: "Entry") -> None:
        """Take over what is known about the article from one that was just read."""
        if head.title != head.name or self.origin == "own":
            self.title = head.title
        self.authors, self.date, self.lang = head.authors, head.date, head.lang
        self.tags, self.words, self.known = head.tags, head.words, True
        self._folded = head.folded if head.title == self.title else ""

    def read(self) -> "Entry":
        """A copy with what the beginning of the file says.

        Reads a bounded number of bytes, and waits for nothing but the disk; the length is
        estimated, but for that of a page. Raises SourceError where there is no article.
        """
        entry = Entry(self.path, self.origin)
        source, size = read_head(self.path, HEAD)
        text = source.text
        body = _body(source.kind, text)
        front = len(text[:body].encode("utf-8", "surrogatepass"))
        sample = text[body : body + _SAMPLE]
        if sample and source.kind != "html":
            count = words(sample)
            length = len(sample.encode("utf-8", "surrogatepass"))
            entry.words = max(round(count * max(size - front, length) / length), 1)
            if body + _SAMPLE >= len(text) < HEAD:
                entry.words = max(count, 1)
        if source.kind != "text":
            titled = source.kind == "yaml" or _TITLE.search(text, 0, body)
            opening = body if titled else body + _OPENING
            cut = text if source.kind == "html" else text[:opening]
            entry._describe(metadata_of(Source(source.name, cut, source.kind)))
        elif looks_pasted(source.data):
            document = parse_text(source)
            entry._describe(document.metadata)
            entry.words = max(round(words(document.text) * size / source.size), 1)
        entry.known = True
        return entry

    def _describe(self, metadata: Metadata) -> None:
        self.title = metadata.title or self.title
        self.authors = tuple(metadata.authors)
        self.date, self.lang = metadata.date, metadata.lang
        self.tags = tuple(metadata.tags)


def stem(path: str) -> str:
    """The name of a file without its suffix, clean."""
    return short_name(os.path.splitext(os.path.basename(path))[0]) or "?"  # noqa: PTH119, PTH122


def _body(kind: str, text: str) -> int:
    """Where the text of an article begins behind its metadata."""
    if kind == "yaml":
        match = _BODY.search(text)
        return match.start() if match else 0
    opening = _FRONT.match(text) if kind == "markdown" else None
    closing = _CLOSE.search(text, opening.end()) if opening else None
    return closing.end() if closing else 0
