"""The command palette's list and how what is typed picks from it, without a screen."""

import re
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from reader.document.characters import fold

LONGEST = 200  # characters of a command, and of what is typed, that are looked at
STEP = 2000  # entries that are ranked at once
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
        self.percent = percent
        self.texts: list[str] = []
        self.also: list[str] = []
        self.by_key: dict[str, list[int]] = {}

    def find(self, typed: str) -> list[Command]:
        """The entries that have all words of `typed`, the best first, else in their own order.

        Accents and case do not count. First comes the entry whose key or number was typed, then
        those that begin with what was typed, then those that have every word as the beginning of
        one of theirs, then those that have it as a part of one, and last with letters left out.
        Only if there are none, a word may have one typing mistake.
        """
        finding = Finding(self, typed)
        while finding.step():
            pass
        return finding.found

    def prepare(self, end: int) -> None:
        """Fold the entries before `end`, many in one go: that takes a tenth of the time."""
        start = len(self.texts)
        entries = self.entries[start:end]
        if not entries:
            return
        self.texts += _folded([entry.text for entry in entries])
        self.also += _folded([entry.also for entry in entries])
        for index, entry in enumerate(entries, start):
            for key in entry.keys:
                self.by_key.setdefault(key, []).append(index)


class Finding:
    """The entries of `commands` that answer to `typed`, ranked step by step: of many that takes."""

    def __init__(self, commands: Commands, typed: str) -> None:
        self._commands = commands
        self._typed = typed.strip()[:LONGEST]
        words = _words(fold(self._typed).text).split()
        self._begins = " " + " ".join(words)
        self._wanted = [(word, " " + word, _scattered(word)) for word in words]
        self._ranked: list[list[int]] = [[] for _ in range(_NOT + 1)]
        self._at = 0 if self._typed else len(commands.entries)
        # What is looked for once more: the same words but for two letters that changed places, one
        # too many, or a wrong one (one that is missing has been left out).
        mistyped = any(len(word) in MISTYPED for word in words)
        self._likely = [_mistyped(word) for word in words] if mistyped else []
        self._again = 0 if mistyped else len(commands.entries)
        self._mistyped: list[int] = []

    def step(self) -> bool:
        """Rank some more entries; False when all are."""
        commands, start = self._commands, self._at
        self._at = end = min(start + STEP, len(commands.entries))
        if start == end:
            return not self._has_found and self._step_mistyped()
        commands.prepare(end)
        if self._wanted:
            for index, text in enumerate(commands.texts[start:end], start):
                if text.startswith(self._begins):
                    rank = _BEGINS
                else:
                    also = commands.also[index]
                    rank = max(_rank(text, also, *word) for word in self._wanted)
                self._ranked[rank].append(index)
        return end < len(commands.entries) or bool(self._likely and not self._has_found)

    def _step_mistyped(self) -> bool:
        """Look for typing mistakes in some more entries, where nothing else was found."""
        commands, start = self._commands, self._again
        self._again = end = min(start + STEP, len(commands.entries))
        for index in range(start, end):
            text, also = commands.texts[index], commands.also[index]
            if all(pattern.search(text) or pattern.search(also) for pattern in self._likely):
                self._mistyped.append(index)
        return end < len(commands.entries)

    @property
    def _has_found(self) -> bool:
        exact = self._commands.by_key.get(self._typed)
        return bool(exact or _PERCENT.fullmatch(self._typed)) or any(self._ranked[:_NOT])

    @property
    def found(self) -> list[Command]:
        """What was found, the best first."""
        entries = self._commands.entries
        if not self._typed:
            return list(entries)
        exact = self._commands.by_key.get(self._typed, [])
        found = [entries[index] for index in exact]
        for ranks in self._ranked[_BEGINS:_NOT]:
            found += [entries[index] for index in ranks if index not in exact]
        number, percent = _PERCENT.fullmatch(self._typed), self._commands.percent
        if number is not None and percent is not None and int(number[1]) <= 100:
            found.insert(0, percent(int(number[1])))
        return found or [entries[index] for index in self._mistyped]


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
