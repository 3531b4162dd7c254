"""Search in a document: a query, and the ranges of text that it matches.

Query and text are folded in the same way (`characters.fold`) and compared as plain strings, so
search takes linear time whatever is asked for. Blocks are folded in batches with NUL between
them, which is in no query: nothing matches across blocks.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from reader.document.characters import Folded, clean, fold
from reader.document.model import Document

# Characters per batch: one to two milliseconds of folding.
BATCH = 1 << 16


class Query:
    """What to search for. Smart case: if `text` has a capital letter, case counts.

    `folded` is the folded text to look for; a query that is empty or blank is false and finds
    nothing.
    """

    __slots__ = ("case", "folded", "text")

    def __init__(self, text: str) -> None:
        self.text = clean(text)
        self.case = any(character.isupper() or character.istitle() for character in self.text)
        self.folded = fold(self.text, self.case).text

    def __bool__(self) -> bool:
        return bool(self.folded.strip())


class Finder:
    """Search in one document, again and again: folded text is kept between searches.

    Folded batches are kept under (first block of the batch, whether case counts), for one of the
    two cases at a time. Only a batch that can no longer change is kept: one that is full, or any
    once the document is complete. Those that have not what was looked for last have not what that
    is the beginning of, either: what is typed letter by letter is soon looked for in a few only.
    """

    __slots__ = ("_case", "_document", "_folded", "_starts", "_wanted", "_without")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [0]  # first blocks of the batches known, and where the next one starts
        self._case = False
        self._folded: dict[int, Folded] = {}
        self._wanted = ""  # what was looked for last, folded
        self._without: set[int] = set()  # the batches kept that do not have it

    def find(
        self, query: Query, first_block: int = 0, limit_blocks: "int | None" = None
    ) -> list[tuple[int, int]]:
        """The ranges that match `query`, in order, without overlaps.

        Looks at `limit_blocks` blocks (None: all that have been parsed) from `first_block` on.
        """
        found: list[tuple[int, int]] = []
        for ranges in self.find_iter(query, first_block, limit_blocks):
            found += ranges
        return found

    def find_iter(
        self, query: Query, first_block: int = 0, limit_blocks: "int | None" = None
    ) -> Iterator[list[tuple[int, int]]]:
        """`find` in batches of some 64,000 characters, each a list (often empty), in order.

        Parses nothing; blocks that are added while this runs are searched too.
        """
        blocks = self._document.blocks
        first = max(first_block, 0)
        without = self._without_of(query)
        while query and first < len(blocks):
            stop = len(blocks) if limit_blocks is None else first_block + limit_blocks
            start, end = self._batch(first)
            if first >= stop:
                return
            found: list[tuple[int, int]] = []
            if start not in without:
                base = blocks[start].start
                found = list(self._fold(start, end, query.case).find(query.folded))
                if not found and start in self._folded:
                    without.add(start)
                low, high = blocks[first].start - base, blocks[min(stop, end) - 1].end - base
                found = [(base + a, base + b) for a, b in found if low <= a and b <= high]
            yield found
            first = end

    def _without_of(self, query: Query) -> set[int]:
        """The batches known not to have what `query` looks for, to be added to."""
        self._switch(query.case)
        if query.folded != self._wanted:
            longer = bool(self._wanted) and query.folded.startswith(self._wanted)
            # (A set of its own: a search that went on before may still add to the other.)
            self._without = set(self._without) if longer else set()
            self._wanted = query.folded
        return self._without

    def _switch(self, case: bool) -> None:
        """Forget what was folded for the other case."""
        if case != self._case:
            self._folded.clear()
            self._case, self._wanted = case, ""

    def _batch(self, block: int) -> tuple[int, int]:
        """The batch that holds `block`, as a range of blocks."""
        blocks, starts = self._document.blocks, self._starts
        while starts[-1] <= block:
            first = starts[-1]
            end = bisect_left(blocks, blocks[first].start + BATCH, first, key=lambda b: b.end)
            if end >= len(blocks):  # not full
                return first, len(blocks)
            starts.append(end + 1)
        index = bisect_right(starts, block) - 1
        return starts[index], starts[index + 1]

    def _fold(self, start: int, end: int, case: bool) -> Folded:
        self._switch(case)
        folded = self._folded.get(start)
        if folded is None:
            document = self._document
            folded = fold(
                "\0".join(
                    document[block.start : block.end] for block in document.blocks[start:end]
                ),
                case,
            )
            if document.complete or end <= self._starts[-1]:
                self._folded[start] = folded
        return folded


def find(
    document: Document, query: Query, first_block: int = 0, limit_blocks: "int | None" = None
) -> list[tuple[int, int]]:
    """Search once; see `Finder.find`."""
    return Finder(document).find(query, first_block, limit_blocks)
