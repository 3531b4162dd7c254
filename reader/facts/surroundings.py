"""What stands around the facts of a document: their sentences and clauses, the topic, the title."""

import re
from collections.abc import Sequence

from reader.document.characters import fold
from reader.document.model import Block, Document
from reader.document.sentence import sentence
from reader.facts.language import Language, language, subtag
from reader.facts.model import Fact
from reader.facts.numbers import PLAIN, numerals

LONG = 3  # years ago, or more, is another time
SUM = 1000  # what is less is a price
LARGEST = 3  # times that, and it is the largest sum at least
ROUNDED = 0.01  # how far the number of a title may be from that of the text
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6  # letters of a word that say what it is about, but for endings: `game`, `games`
_ENDINGS = "ens"
_CLAUSE = re.compile(r"[.;:,!?…]\s|\n|\t")
_CLOSING = {"«": "»", "“": "”", "„": "“”", "»": "«", '"': '"'}
_QUOTATION = re.compile("[" + "".join(_CLOSING) + "”]")


def stems(text: str) -> set[str]:
    """The beginnings of the longer words of a text, folded."""
    return {word[:_STEM].rstrip(_ENDINGS) for word in _WORD.findall(fold(text).text)}


class Surroundings:
    """What stands around the facts of a document; each thing is looked at once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.date = document.metadata.date[:10]
        self.language: Language = language(subtag(document.metadata.lang))
        relatives = self.language.grammar.get("relatives", "")
        self._relatives = frozenset(fold(str(relatives)).text.split())
        self._sentences: dict[tuple[int, int], tuple[int, int]] = {}
        year = self.date[:4]
        self._long_ago = int(year) - LONG if year.isdigit() else 0
        self._past: dict[tuple[int, int], int] = {}  # sentences, and where they name a past year
        self._largest: dict[str, float] = {}
        self._before: dict[int, int] = {}
        self._numbers: dict[int, int] = {}  # block to its number among those of the running text
        lead: list[str] = []
        titles: list[str] = []
        for index, block in enumerate(document.blocks):
            written = self.text[block.start : block.end]
            if block.kind in ("title", "subtitle"):
                titles.append(written)
            elif block.kind not in ("heading", "rule", "image", "attribution") and written:
                self._numbers[index] = len(self._numbers)
                if len(lead) < 2:
                    lead.append(written)
        plain = " ".join(titles).translate(PLAIN)
        self._titled = [numeral.value for numeral in numerals(plain, self.language.name)]
        # The topic: the words of the title, and those that the lead says again.
        self.topic = stems(" ".join(titles)) or stems(" ".join(lead[:1]))

    def block(self, offset: int) -> Block:
        """The block that holds an offset."""
        return self.document.blocks[self.document.block_at(offset)]

    def index(self, fact: Fact) -> int:
        """The number of the block of a fact."""
        return self.document.block_at(fact.start)

    def is_titled(self, fact: Fact) -> bool:
        """Whether the title or the subtitle has its number, perhaps rounded."""
        return any(
            abs(amount - number) <= ROUNDED * number
            for amount in (fact.low, fact.high)
            for number in self._titled
            if isinstance(amount, int | float)
        )

    def is_heading(self, fact: Fact) -> bool:
        """Whether a fact stands in a title or heading."""
        return self.block(fact.start).kind in ("title", "subtitle", "heading")

    def paragraph(self, fact: Fact) -> int:
        """The number of its paragraph, from 0; the last one's for what stands in none."""
        return self._numbers.get(self.index(fact), len(self._numbers))

    def sentence(self, fact: Fact) -> tuple[int, int]:
        """The range of the sentence of a fact."""
        return self.sentence_at(fact.start, fact.end)

    def sentence_at(self, start: int, end: int) -> tuple[int, int]:
        """The range of the sentence around a range."""
        if (start, end) not in self._sentences:
            self._sentences[start, end] = sentence(self.document, start, end)
        return self._sentences[start, end]

    def count(self, facts: Sequence[Fact]) -> None:
        """Count the figures of each sentence."""
        seen: dict[tuple[int, int], int] = {}
        for fact in facts:
            date = str(fact.low) if fact.kind == "date" else ""
            if date[:4].isdigit() and int(date[:4]) < self._long_ago:
                self._past.setdefault(self.sentence(fact), fact.start)
            if fact.kind == "money" and isinstance(fact.low, int | float) and fact.low >= SUM:
                self._largest[fact.unit] = max(fact.low, self._largest.get(fact.unit, 0))
        for fact in sorted(facts, key=lambda fact: fact.start):
            said = self.sentence(fact)
            self._before[fact.start] = seen.get(said, 0)
            seen[said] = self._before[fact.start] + 1

    def before(self, fact: Fact) -> int:
        """How many figures of its sentence stand before it, up to 5."""
        return min(self._before[fact.start], 5)

    def is_past(self, fact: Fact) -> bool:
        """Whether its sentence has spoken of a year long ago."""
        return self._past.get(self.sentence(fact), fact.start) < fact.start

    def is_largest(self, fact: Fact) -> bool:
        """Whether it is a sum of money, and among the largest in its currency."""
        largest = self._largest.get(fact.unit)
        if largest is None or not isinstance(fact.low, int | float):
            return False
        return LARGEST * fact.low >= largest

    def words(self, fact: Fact, both: bool = False) -> set[str]:
        """What a fact is about: the words of its label; of its sentence without one, or of `both`."""
        start, end = self.sentence(fact)
        said = self.text[start : fact.start] + self.text[fact.end : end]
        return stems(f"{fact.label} {said}" if both else fact.label or said)

    def topicality(self, fact: Fact) -> float:
        """How much of the topic its sentence and its label speak of, from 0 to 1."""
        start, end = self.sentence(fact)
        shared = stems(f"{fact.label} {self.text[start:end]}") & self.topic
        return min(len(shared) / max(min(len(self.topic), 4), 1), 1.0)

    def words_before(self, fact: Fact) -> str:
        """The words of its clause before it, folded, with spaces around."""
        start, _ = self.sentence(fact)
        clause = _CLAUSE.split(self.text[max(start, fact.start - 80) : fact.start])[-1]
        value = self.text[fact.start : fact.end]
        return " " + " ".join(re.findall(r"\w+", fold(f"{clause} {value}").text)) + " "

    def is_relative(self, words: str) -> bool:
        """Whether these words of a clause begin it as one about a noun before."""
        return not self._relatives.isdisjoint(words.split()[:2])

    def words_after(self, fact: Fact) -> str:
        """The words of its clause after it, likewise."""
        _, end = self.sentence(fact)
        clause = _CLAUSE.split(self.text[fact.end : min(end, fact.end + 60)])[0]
        return " " + " ".join(re.findall(r"\w+", fold(clause).text)) + " "

    def is_of_lives(self, fact: Fact) -> bool:
        """Whether people died or were hurt."""
        start, _ = self.sentence(fact)
        near = fold(self.text[max(start, fact.start - 40) : fact.end + 25]).text
        return any(f" {word}" in f" {near}" for word in self.language.lives)

    def is_spoken(self, fact: Fact) -> bool:
        """Whether it stands within quotation marks, or in a block quote."""
        block = self.block(fact.start)
        if any(container.kind == "quote" for container in block.containers):
            return True
        closing = ""
        for mark in _QUOTATION.findall(self.text, block.start, fact.start):
            closing = "" if mark in closing else closing or _CLOSING.get(mark, "")
        return bool(closing)

    def is_aside(self, fact: Fact) -> bool:
        """Whether it stands in brackets."""
        before = self.text[self.sentence(fact)[0] : fact.start]
        return before.rfind("(") > before.rfind(")")
