"""Who an article speaks of, and whom it means by `she`, `the minister` or `Mr Caldwell`."""

from bisect import bisect_left

from reader.facts.names import Name
from reader.facts.speech import Speech, tokens

# How many sentences back a pronoun reaches. By how many nearer somebody must have been named whose
# gender is not known than somebody whose gender is right; and who is not the subject of his clause.
_REACH, _DOUBT, _COSTS = 16, 1.5, (5.0, 0.0, -1.2, -1.0)

# How many bearers of a name are looked at, and how many mentions for who has a role.
_ROW, _MENTIONS = 40, 300


class Person:
    """Somebody, or a body: the fullest `name`, the first `role`, the `gender` (m, f, '')."""

    __slots__ = ("body", "gender", "name", "role", "sure", "words")

    def __init__(self, name: Name) -> None:
        self.words = name.words
        full = len(self.words) > 1
        self.name = name.text if full else f"{name.honorific} {name.text}".strip()
        self.role = name.role
        self.gender = name.gender
        self.sure = name.person
        self.body = name.body

    def also(self, name: Name) -> None:
        """The same person, named once more."""
        if len(name.words) > len(self.words):
            self.name, self.words = name.text, name.words
        self.role = self.role or name.role
        self.gender = self.gender or name.gender
        bare = len(self.words) > 1 and name.words == self.words[-1:]
        self.sure = self.sure or name.person or (bare and not self.body and not name.body)
        self.body = (self.body or name.body) and not self.sure

    def __repr__(self) -> str:
        return f"Person({self.name!r}, {self.role!r}, {self.gender!r})"


class People:
    """The persons of an article, in the order in which they are named."""

    def __init__(self, words: Speech) -> None:
        self._words = words
        self._by_word: dict[str, list[Person]] = {}
        self._places: list[int] = []
        self._named: list[Person] = []
        self._sentences: list[int] = []
        self._leads: list[int] = []

    def add(self, name: Name, place: int, sentence: int, leads: int = 0) -> Person:
        """Somebody is named at a place of the text, in the sentence of that number.

        `leads` is 1 where the name stands as the subject of a clause does, 2 if that clause is set
        against another before it.
        """
        person = self.called(name)
        if person is None:
            person = Person(name)
        else:
            person.also(name)
        for word in person.words:
            row = self._by_word.setdefault(word, [])
            if person not in row[-8:]:
                row.append(person)
        self._places.append(place)
        self._named.append(person)
        self._sentences.append(sentence)
        self._leads.append(leads)
        return person

    def first(self) -> Person | None:
        """The first person who is named: of whom an interview is."""
        return next((p for p in self._named if p.sure and not p.body), None)

    def written(self, label: str) -> Person | None:
        """The person of a label such as `SOLIS`, who may not be named elsewhere."""
        parts = label.lower().replace("’", "'").split()
        for person in self._by_word.get(parts[-1], [])[:_ROW] if parts else ():
            if person.words[-len(parts) :] == parts or person.words == parts or len(parts) == 1:
                return person
        return None

    def called(self, name: Name) -> Person | None:
        """The person whom the article has named so, or more fully."""
        parts = [w for w in name.words if w not in self._words.particles] or name.words
        best: Person | None = None
        row = self._by_word.get(parts[-1], [])
        if not row and self._words.name == "de" and parts[-1].endswith("s"):  # `Maiwalds Frau`
            parts = [*parts[:-1], parts[-1][:-1]]
            row = self._by_word.get(parts[-1], [])
        for person in reversed(row[-_ROW:]):
            if not _same(parts, person.words):
                continue
            if name.gender and person.gender and name.gender != person.gender:
                continue
            if best is None or (person.sure and not best.sure):
                best = person
            if len(person.words) > 1 and person.words[-1] == parts[-1]:
                return person
        return best

    def note(self, person: Person, place: int, sentence: int, leads: int = 3) -> None:
        """Somebody is spoken of at a place without his name: `she said`."""
        at = self._until(place)
        self._places.insert(at, place)
        self._named.insert(at, person)
        self._sentences.insert(at, sentence)
        self._leads.insert(at, leads)

    def introduce(self, attribution: str) -> None:
        """Somebody whom the article's author names in an attribution: `Ada Example, engineer`."""
        written, _, role = attribution.partition(", ")
        found = tokens(written)
        if found:
            name = Name(found, 0, len(found) - 1, written)
            name.role, name.person = role, True
            self.add(name, -1, -_REACH)

    def surnamed(self, word: str) -> Person | None:
        """The person whose last name a word is that also says what somebody is: `Koch`, `Baker`."""
        row = self._by_word.get(word.lower(), [])
        return next(
            (p for p in reversed(row[-_ROW:]) if p.sure and p.words[-1] == word.lower()), None
        )

    def latest(self, place: int, gender: str) -> Person | None:
        """The person named last: `the latter`."""
        for index in range(self._until(place) - 1, -1, -1):
            if self._named[index].sure and _fits(self._named[index], gender):
                return self._named[index]
        return None

    def of_role(self, noun: str, gender: str, place: int, later: bool = True) -> Person | None:
        """The last named person who was given a role with that noun in it."""
        for index in reversed(range(max(self._until(place) - _MENTIONS, 0), self._until(place))):
            person = self._named[index]
            if noun in person.role.lower() and _fits(person, gender):
                return person
        if not later:
            return None
        seen: set[int] = set()  # `the minister` may be named after his words
        for person in self._named[self._until(place) : self._until(place) + 40]:
            if id(person) not in seen and noun in person.role.lower() and _fits(person, gender):
                return person
            seen.add(id(person))
        return None

    def before(
        self, place: int, sentence: int, gender: str = "", reach: int = _REACH
    ) -> Person | None:
        """The person whom a pronoun means: named in one of the last sentences, best first in it."""
        best: Person | None = None
        least, number = 99.0, -1
        for index in range(self._until(place) - 1, -1, -1):
            away = sentence - self._sentences[index]
            if away > reach or away > least:
                break
            person = self._named[index]
            if person.body or not person.sure or not _fits(person, gender):
                continue
            cost = away + _COSTS[self._leads[index]]
            cost += 0 if person.gender == gender or not gender else _DOUBT
            if cost < least or (cost == least and number == self._sentences[index]):
                best, least, number = person, cost, self._sentences[index]
        if best is not None and gender in ("m", "f"):
            best.gender = gender
        return best

    def spoke(self, person: Person) -> None:
        """A body or somebody of whom nothing else was known has been found to speak."""
        person.sure = person.sure or not person.body

    def _until(self, place: int) -> int:
        return bisect_left(self._places, place)


def _same(parts: list[str], words: list[str]) -> bool:
    """Whether the parts of a name are somebody's: the same, the last, the first, one of several."""
    if len(parts) == 1:
        return parts[0] in words
    if parts[-1] != words[-1] and parts != words[: len(parts)]:
        return False
    first, other = parts[0].rstrip("."), words[0].rstrip(".")
    return (
        len(words) == 1
        or first == other
        or (first[0] == other[0] and min(len(first), len(other)) == 1)
    )


def _fits(person: Person, gender: str) -> bool:
    return not person.body and (gender not in ("m", "f") or person.gender in ("", gender))
