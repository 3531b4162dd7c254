"""Footnotes: their numbers, and their bodies at the end of the document."""

from collections.abc import Iterator

from reader.document.build import Builder
from reader.document.model import Block, Chunk, Span


class Note:
    """The body of a footnote: text and blocks with offsets that count from 0, and its marks."""

    __slots__ = ("blocks", "label", "marks", "text")

    def __init__(self, label: str, text: str, blocks: list[Block], marks: list[Span]) -> None:
        self.label = label
        self.text = text
        self.blocks = blocks
        self.marks = marks


def normal(label: str) -> str:
    """A label as references and footnotes compare it (CommonMark 0.31, section 4.7)."""
    return " ".join(label.split()).casefold()


class Footnotes:
    """The numbers of a document's footnotes, given in the order of the first references."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def take(self, builder: Builder) -> Chunk:
        """What the builder has finished, with numbers in its footnote marks."""
        for mark in builder.notes:
            mark.href = str(self._number(mark.href))
        return builder.take()

    def chunks(self, builder: Builder, found: list[Note]) -> Iterator[Chunk]:
        """The bodies in the order of their numbers; those that nothing refers to come last.

        Of several bodies with one label the first counts.
        """
        notes: dict[str, Note] = {}
        for note in found:
            notes.setdefault(normal(note.label), note)
        unused = iter(notes)
        order: list[str] = []
        done = 0
        while True:
            if done == len(order):
                order.extend(list(self._numbers)[done:])
            if done == len(order):
                rest = next((label for label in unused if label not in self._numbers), None)
                if rest is None:
                    return
                self._number(rest)
                continue
            note = notes[order[done]]
            done += 1
            note.blocks[0].containers[0].number = done
            builder.adopt(note.text, note.blocks, note.marks)
            yield self.take(builder)

    def _number(self, label: str) -> int:
        return self._numbers.setdefault(normal(label), len(self._numbers) + 1)
