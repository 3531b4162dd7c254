"""The jump list: where the reader came from, and how to go back and forward."""

from collections.abc import Callable

LIMIT = 100


class Place:
    """A place to come back to: the offset that was being read, and the row of the reading line.

    `anchor` is the offset of the first line of text in view, and `anchor_row` its row: with them
    the window can be put back as it was, also where the reading line is none of text (a byline).
    """

    __slots__ = ("anchor", "anchor_row", "offset", "row")

    def __init__(self, offset: int, row: int, anchor: int, anchor_row: int) -> None:
        self.offset = offset
        self.row = row
        self.anchor = anchor
        self.anchor_row = anchor_row

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, Place)
        return same and all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    def __hash__(self) -> int:
        return hash((self.offset, self.row, self.anchor, self.anchor_row))


class Jumps:
    """Places that jumps left, like a browser's history: a new jump forgets what lay forward.

    `beyond` is the screen of another article, ahead of the last place.
    """

    def __init__(self) -> None:
        self.beyond: object = None
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def push(self, place: Place) -> None:
        """Remember `place`, from where a jump is about to be made."""
        self._ahead.clear()
        self.beyond = None
        if not self._behind or self._behind[-1].offset != place.offset:
            self._behind.append(place)
            del self._behind[:-LIMIT]

    def forget(self) -> None:
        """Begin anew: there is nothing to go back to."""
        self._behind.clear()
        self._ahead.clear()
        self.beyond = None

    def moved(self, move: Callable[[Place], Place | None]) -> "Jumps":
        """The same list for a text that has changed; `move` says where a place is now, if it is."""
        jumps = Jumps()
        jumps.beyond = self.beyond
        jumps._behind = [place for each in self._behind if (place := move(each)) is not None]
        jumps._ahead = [place for each in self._ahead if (place := move(each)) is not None]
        return jumps

    @property
    def last(self) -> Place | None:
        """Where the last jump began; None before the first."""
        return self._behind[-1] if self._behind else None

    def back(self, here: Place) -> Place | None:
        """The place before `here`, which becomes the one ahead; None at the first."""
        return self._step(here, self._behind, self._ahead)

    def forward(self, here: Place) -> Place | None:
        """The place that the last `back` left; None if there is none."""
        return self._step(here, self._ahead, self._behind)

    def _step(self, here: Place, source: list[Place], target: list[Place]) -> Place | None:
        while source:
            place = source.pop()
            if place.offset != here.offset:
                target.append(here)
                return place
        return None
