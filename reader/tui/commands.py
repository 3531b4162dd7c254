"""The command palette's list and how what is typed picks from it, without a screen."""

import re
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from reader.document.characters import fold

LONGEST = 200  # characters of a command, and of what is typed, that are looked at
MISTYPED = range(4, 25)  # characters of a word that may have a typing mistake

_APART = re.compile(r"[^\w\0]+")
_PERCENT = re.compile(r"(\d{1,3}) *%?", re.ASCII)

# How well an entry answers to a word, the best first. The whole of it is as good as the worst word.
_EXACT, _BEGINS, _WORD, _ALSO, _INSIDE, _SCATTERED, _NOT = range(7)


class Command(NamedTuple):
    """One entry of the palette: what is listed, and what `run` does.

    `aside` stands at the right, `depth` is how far the entry is indented. The words of `also`
    find it too, and so does one of `keys`, typed exactly.
    """

    text: str
    run: Callable[[], Awaitable[object]]
    aside: str = ""
    depth: int = 0
    also: str = ""
    keys: tuple[str, ...] = ()


class Commands:
    """Entries in the order in which they are listed while nothing is typed.

    `percent` makes the entry for a number that is typed, as in `42` or `42%`.
    """

    def __init__(
        self, entries: Sequence[Command], percent: Callable[[int], Command] | None = None
    ) -> None:
        self.entries = entries
        self._percent = percent
        self._texts: list[str] = []
        self._also: list[str] = []
        self._by_key: dict[str, list[int]] = {}

    def find(self, typed: str) -> list[Command]:
        """The entries that have all words of `typed`, the best first, else in their own order.

        Accents and case do not count. First comes the entry whose key or number was typed, then
        those that begin with what was typed, then those that have every word as the beginning of
        one of theirs, then those that have it as a part of one, and last with letters left out.
        Only if there are none, a word may have one typing mistake.
        """
        typed = typed.strip()[:LONGEST]
        if not typed:
            return list(self.entries)
        self._prepare()
        ranked: list[list[int]] = [[] for _ in range(_NOT + 1)]
        ranked[_EXACT] = exact = self._by_key.get(typed, [])
        words = _words(fold(typed).text).split()
        if words:
            begins = " " + " ".join(words)
            wanted = [(word, " " + word, _scattered(word)) for word in words]
            for index, text in enumerate(self._texts):
                if text.startswith(begins):
                    rank = _BEGINS
                else:
                    also = self._also[index]
                    rank = max(_rank(text, also, *word) for word in wanted)
                ranked[rank].append(index)
        found = [self.entries[index] for index in exact]
        for ranks in ranked[_BEGINS:_NOT]:
            found += [self.entries[index] for index in ranks if index not in exact]
        number = _PERCENT.fullmatch(typed)
        if number is not None and self._percent is not None and int(number[1]) <= 100:
            found.insert(0, self._percent(int(number[1])))
        return found or self._find_mistyped(words)

    def _find_mistyped(self, words: list[str]) -> list[Command]:
        """The entries that have a word like each of `words`: the same but for one mistake.

        That is two letters that changed places, one too many, or a wrong one (one that is missing
        has been left out).
        """
        if not any(len(word) in MISTYPED for word in words):
            return []
        likely = [_mistyped(word) for word in words]
        return [
            entry
            for entry, text, also in zip(self.entries, self._texts, self._also, strict=True)
            if all(pattern.search(text) or pattern.search(also) for pattern in likely)
        ]

    def _prepare(self) -> None:
        """Fold all entries, in one go: for many that takes a tenth of the time."""
        if self._texts or not self.entries:
            return
        self._texts = _folded([entry.text for entry in self.entries])
        self._also = _folded([entry.also for entry in self.entries])
        for index, entry in enumerate(self.entries):
            for key in entry.keys:
                self._by_key.setdefault(key, []).append(index)


def _folded(texts: list[str]) -> list[str]:
    """Each text as its folded words, with a space before each of them."""
    joined = "\0".join(text[:LONGEST].replace("\0", " ") for text in texts)
    return [" " + text.strip() for text in _words(fold(joined).text).split("\0")]


def _words(folded: str) -> str:
    return _APART.sub(" ", folded)


def _scattered(word: str) -> re.Pattern[str] | None:
    """What finds a word that begins like `word` and has its letters in their order."""
    if len(word) < 2:
        return None
    # (possessive, so that what is pasted cannot make it slow)
    return re.compile(" " + word[0] + "".join(f"[^ {letter}]*+{letter}" for letter in word[1:]))


def _mistyped(word: str) -> re.Pattern[str]:
    """What finds words that begin as `word` does, or would without one typing mistake."""
    forms = {word: None}
    if len(word) in MISTYPED:
        for at in range(len(word)):
            before, letter, behind = word[:at], word[at], word[at + 1 :]
            forms[f"{before}{behind[:1]}{letter}{behind[1:]}"] = None
            forms[f"{before}{behind}"] = None
            forms[f"{before}[^ ]{behind}"] = None
    return re.compile(f" (?:{'|'.join(forms)})")


def _rank(text: str, also: str, word: str, start: str, scattered: re.Pattern[str] | None) -> int:
    if word in text:
        if start in text:
            return _WORD
        return _ALSO if start in also else _INSIDE
    if start in also:
        return _ALSO
    return _SCATTERED if scattered is not None and scattered.search(text) else _NOT
