"""What comes from the keyboard, in two kinds: what is typed, and what is pasted."""

from collections.abc import Iterator

from reader.document.characters import clean

# What a terminal puts around a paste (bracketed paste, mode 2004).
BEGIN, END = "\x1b[200~", "\x1b[201~"
# The most characters of a paste that are taken; no prompt holds as many.
LONGEST = 1 << 16


class Keyboard:
    """Takes pastes out of what a terminal sends, however that is cut into pieces.

    Nothing that is pasted is ever a key: whatever stands in it, up to its end, is text, cleaned
    and cut to a bearable length. `pasting` says whether the end of a paste has still to come.
    """

    def __init__(self) -> None:
        self.pasting = False
        self._tail = ""  # the last characters, where a mark may have begun with them
        self._pasted: list[str] = []
        self._room = LONGEST

    def read(self, text: str) -> Iterator[tuple[bool, str]]:
        """The parts of what has come: whether each was pasted, and its text.

        What is typed goes on at once, so the beginning of a mark may have gone when the rest of
        it comes: whoever reads keys out of it forgets what was unfinished when a paste begins.
        """
        while text:
            mark = END if self.pasting else BEGIN
            tail, both = self._tail, self._tail + text
            found = both.find(mark)
            end = len(both) if found < 0 else found
            self._tail = _beginning(both, mark) if found < 0 else ""
            if self.pasting:
                self._keep(both[: end - len(self._tail)])
                if found >= 0:
                    yield True, self._whole()
            elif end > len(tail):
                yield False, both[len(tail) : end]
            if found >= 0:
                self.pasting = not self.pasting
            text = both[found + len(mark) :] if found >= 0 else ""

    def pause(self) -> None:
        """Nothing has followed for a while: what was typed was no part of a mark."""
        if not self.pasting:
            self._tail = ""

    def _keep(self, text: str) -> None:
        self._pasted.append(text[: self._room])
        self._room -= len(self._pasted[-1])

    def _whole(self) -> str:
        text = clean("".join(self._pasted))
        self._pasted, self._room = [], LONGEST
        return text


def _beginning(text: str, mark: str) -> str:
    """The end of `text` that `mark` may have begun with."""
    size = min(len(mark) - 1, len(text))
    return next((mark[:n] for n in range(size, 0, -1) if text.endswith(mark[:n])), "")
