"""Code on the screen: painted plain at first, highlighted as soon as that is found out."""

from collections.abc import Callable, Sequence

from reader.document.model import Block
from reader.highlight import Highlights
from reader.paint import Decoration


class Highlighting:
    """What is highlighted in the lines that are painted; new blocks are looked at beside the keys.

    `begin` starts a function in a thread, which takes one block after the other, the last one
    asked for first: the reader is there now.
    """

    def __init__(self, highlights: Highlights, begin: Callable[[Callable[[], None]], None]) -> None:
        self._highlights = highlights
        self._begin = begin
        self._wanted: list[tuple[Block, str]] = []
        self._busy = False

    def layers(self, start: int, end: int) -> Sequence[Decoration]:
        """The ranges that touch `start:end`, which lies in one block, as far as they are known."""
        document = self._highlights.document
        block = document.blocks[document.block_at(start)]
        if block.kind != "code":
            return ()
        if self._highlights.lacks(block):
            if all(block is not wanted for wanted, _ in self._wanted):
                # (taken here: a text that grows meanwhile must not be asked for in a thread)
                self._wanted.append((block, document.text[block.start : block.end]))
            if not self._busy:
                self._busy = True
                self._begin(self._work)
            return ()
        return self._highlights.layers(block, start, end)

    def _work(self) -> None:
        try:
            while self._wanted:
                wanted = self._wanted[-1]
                self._highlights.look(*wanted)
                self._wanted.remove(wanted)
        finally:
            self._busy = False
