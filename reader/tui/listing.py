"""What the shelf lists: articles in groups, sorted and filtered, as rows."""

from collections.abc import Callable, Sequence

from reader.document.characters import fold
from reader.library.bookmark import FINISHED
from reader.library.entry import Entry

# How the reader's own articles may be sorted, and how the screen says so; the first is the usual.
SORTS = {
    "title": "by title",
    "read": "last read first",
    "date": "newest first",
    "length": "shortest first",
}

RECENT, OWN, PROGRAM = "RECENT", "YOUR ARTICLES", "WITH THE PROGRAM"
UNREAD = "NOT LISTED"
# What could not be read is named, so many of it at most.
_NAMED = 100


class Row:
    """A row of the list: an article, or `text` that stands above articles.

    `kind` is `article`, `heading`, `note` (a remark where articles could be) or `blank`; `aside`
    is said at the end of a heading, `lead` before the title of an article.
    """

    __slots__ = ("aside", "entry", "kind", "lead", "text")

    def __init__(
        self, kind: str, text: str = "", aside: str = "", entry: Entry | None = None, lead: str = ""
    ) -> None:
        self.kind = kind
        self.text = text
        self.aside = aside
        self.entry = entry
        self.lead = lead


class Listing:
    """The articles of the shelf, in groups.

    `lately` are those that were read lately, the last one first, `own` those of the reader's
    folder, `program` those that came with the program; an article that is in several of these is
    listed once, in the first one. `note` is said where there are none of one's own, `remark` below
    them; `unread` has a line for each file that could not be read, with the reason.
    """

    def __init__(self, program: Sequence[Entry]) -> None:
        self.program = list(program)
        self.lately: list[Entry] = []
        self.own: list[Entry] = []
        self.note = ""
        self.remark = ""
        self.unread: list[str] = []
        self.sort = next(iter(SORTS))
        self.words: tuple[str, ...] = ()
        self.found = 0

    def filter(self, text: str) -> None:
        """List only the articles that have all words of `text` in what is known about them."""
        self.words = tuple(fold(text).text.split())

    def arrange(self) -> None:
        """Put the articles of one's own in order."""
        self.own.sort(key=_KEYS[self.sort])

    def rows(self) -> list[Row]:
        """The groups with their headings, a blank row between two of them.

        First the article to go on with. What came with the program is last, but first for
        somebody who has read nothing yet.
        """
        taken = {entry.path for entry in self.lately}
        lately = [entry for entry in self.lately if self._matches(entry)]
        self.found = len(lately)
        groups: list[list[Row]] = []
        if lately and lately[0] is self.lately[0] and lately[0].progress < FINISHED:
            groups.append([Row("article", entry=lately.pop(0), lead="Continue: ")])
        if lately:
            groups.append(self._group(RECENT, lately))
        own = self._matching([entry for entry in self.own if entry.path not in taken])
        aside = f"{len(own)} · {SORTS[self.sort]}" if len(own) > 1 else ""
        remarks = [] if self.words else [self.remark, "" if self.own else self.note]
        notes = [Row("note", text) for text in remarks if text]
        if own or notes:
            groups.append([*self._group(OWN, own, aside), *notes])
        taken |= {entry.path for entry in self.own}
        program = self._matching([e for e in self.program if e.path not in taken])
        if program:
            groups.insert(len(groups) if self.lately else 0, self._group(PROGRAM, program))
        if self.words and not groups:
            return [Row("note", "no article has all of these words")]
        if self.unread and not self.words:
            groups.append(self._named_unread())
        rows: list[Row] = []
        for group in groups:
            rows += [Row("blank"), *group] if rows else group
        return rows

    def _group(self, title: str, entries: Sequence[Entry], aside: str = "") -> list[Row]:
        return [Row("heading", title, aside), *(Row("article", entry=entry) for entry in entries)]

    def _named_unread(self) -> list[Row]:
        """What could not be read, and why."""
        count = len(self.unread)
        said = f"{count} file{'' if count == 1 else 's'} could not be read"
        rows = [Row("note", line) for line in self.unread[:_NAMED]]
        more = [Row("note", f"and {count - _NAMED} more")] if count > _NAMED else []
        return [Row("heading", UNREAD, said), *rows, *more]

    def _matching(self, entries: list[Entry]) -> list[Entry]:
        matching = [entry for entry in entries if self._matches(entry)]
        self.found += len(matching)
        return matching

    def _matches(self, entry: Entry) -> bool:
        return not self.words or all(word in entry.folded for word in self.words)


def _by_title(entry: Entry) -> tuple[str, str]:
    return entry.folded.partition("\0")[0].lstrip("\"'([-. "), entry.path


def _by_date(entry: Entry) -> tuple[bool, list[int], tuple[str, str]]:
    numbers = [-int(part) for part in entry.day.split("-") if part]
    return not numbers, numbers, _by_title(entry)


_KEYS: dict[str, Callable[[Entry], tuple[object, ...]]] = {
    "title": _by_title,
    "read": lambda entry: (-entry.read_at, _by_title(entry)),
    "date": _by_date,
    "length": lambda entry: (not entry.words, entry.words, _by_title(entry)),
}
