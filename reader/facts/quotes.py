"""The quotes of an article: whose words they are, and where they stand."""

from collections.abc import Iterable

from reader.document.model import Document


class Quote:
    """Somebody's words: the range `start:end` of the text, who said them, and as what.

    `origin` is `author` for a block quote with an attribution, as for facts.
    """

    __slots__ = ("end", "origin", "role", "speaker", "start")

    def __init__(
        self, speaker: str, start: int, end: int, *, role: str = "", origin: str = "author"
    ) -> None:
        self.speaker = speaker
        self.role = role
        self.start = start
        self.end = end
        self.origin = origin

    def text(self, document: Document) -> str:
        """The words, as they are in the text."""
        return document.text[self.start : self.end]

    def __repr__(self) -> str:
        return f"Quote({self.speaker!r}, {self.start}, {self.end})"


class Speaker:
    """Somebody who is quoted, with the quotes in the order of the text, one at least."""

    __slots__ = ("name", "quotes")

    def __init__(self, name: str) -> None:
        self.name = name
        self.quotes: list[Quote] = []


class Quotes:
    """The block quotes that say whose words they are, and their speakers by their first quote.

    `update` looks only at blocks that are new since the last call.
    """

    def __init__(self) -> None:
        self.all: list[Quote] = []
        self.speakers: list[Speaker] = []
        self._by_name: dict[str, Speaker] = {}
        self._by_container: dict[int, Quote] = {}
        self._seen = 0

    def update(self, document: Document) -> None:
        """Take in what has been parsed."""
        blocks = document.blocks
        for index in range(self._seen, len(blocks)):
            block = blocks[index]
            if not block.containers or block.kind == "attribution":
                continue
            for container in block.containers:
                if container.kind == "quote" and container.by:
                    known = self._by_container.get(container.id)
                    if known is not None:
                        known.end = block.end
                    else:
                        quote = self._add(container.by, block.start, block.end)
                        self._by_container[container.id] = quote
        self._seen = len(blocks)

    def _add(self, by: str, start: int, end: int) -> Quote:
        name, _, role = by.partition(", ")
        quote = Quote(name, start, end, role=role)
        self.all.append(quote)
        speaker = self._by_name.get(name)
        if speaker is None:
            speaker = self._by_name[name] = Speaker(name)
            self.speakers.append(speaker)
        speaker.quotes.append(quote)
        return quote


def quotes(document: Document) -> list[Quote]:
    """The quotes of what has been parsed of a document, in their order."""
    found = Quotes()
    found.update(document)
    return found.all


def by_speaker(said: Iterable[Quote]) -> list[Speaker]:
    """Those who say the quotes, by their first one; the nameless are one, and the last."""
    speakers: dict[str, Speaker] = {}
    for quote in said:
        speakers.setdefault(quote.speaker, Speaker(quote.speaker)).quotes.append(quote)
    return sorted(speakers.values(), key=lambda speaker: not speaker.name)
