"""Noun phrases and verbs of saying: who can be the subject of a stretch of a paragraph."""

from reader.facts.names import Name, heads
from reader.facts.speech import Speech, Token

# Tokens of a subject at most.
LONGEST = 16
SIGNS = frozenset(",;:()—–.…!?\n")


class Subject:
    """Who speaks: `kind` is `name`, `pronoun`, `latter`, `noun` or `dropped` (whoever spoke last).

    `text` is the noun phrase without its article, `noun` its head if that is a role; `definite`
    whether it means somebody already known. `near` is how many tokens are between the verb and
    the quotation, `role` what the clause says that the speaker is.
    """

    __slots__ = ("definite", "gender", "kind", "name", "near", "noun", "place", "role", "text")

    def __init__(self, kind: str, place: int, *, name: "Name | None" = None, text: str = "",
                 gender: str = "", noun: str = "", role: str = "", definite: bool = True) -> None:  # fmt: skip
        self.kind = kind
        self.place = place
        self.name = name
        self.text = text
        self.gender = gender
        self.noun = noun
        self.role = role
        self.definite = definite
        self.near = 0

    def __repr__(self) -> str:
        return f"Subject({self.kind!r}, {self.name or self.text or self.gender!r})"


class Phrases:
    """The tokens and the names of a paragraph, with the phrases that they make."""

    __slots__ = ("ends", "found", "names", "text", "words")

    def __init__(self, text: str, found: list[Token], names: list[Name], words: Speech) -> None:
        self.text = text
        self.found = found
        self.words = words
        self.names = {name.first: name for name in names}
        self.ends = {name.last: name for name in names}

    def verbs(self, first: int, until: int, coined: bool = False) -> list[int]:
        """The verbs of saying in a stretch of tokens: not their like among nouns and names.

        With `coined` also what can only be one: `, tempête Yves Le Guen.`
        """
        words, found = self.words, self.found
        verbs = []
        for at in range(max(first, 0), until):
            token = found[at]
            if coined and at and found[at - 1].text in ",?!…—–" and self.coins(at):
                verbs.append(at)
                continue
            if token.low not in words.verbs or (token.capital and not heads(found, at)):
                continue
            before = found[at - 1].low if at > 0 else ""
            if (
                before in words.determiners
                and before not in words.pronouns
                and before not in words.helpers
            ):
                continue
            if before in words.of and not token.low.endswith(tuple(words.gerunds)):
                continue
            verbs.append(at)
        return verbs

    def coins(self, at: int) -> bool:
        """Whether a word stands where only a verb of saying can: before a name and a sign."""
        words, found = self.words, self.found
        name = self.names.get(at + 1)
        low = found[at].low
        if (
            name is None
            or not name.person
            or found[at].capital
            or not low.isalpha()
            or len(low) < 3
        ):
            return False
        if low in words.common or words.role(low) or low in words.honorifics or low in words.groups:
            return False
        return name.last + 1 >= len(found) or found[name.last + 1].text in ",.;—–("

    def dropped(self, verb: int) -> "Subject | None":
        """The subject of a verb that stands alone, where the language allows it."""
        return Subject("dropped", verb) if self.words.drops else None

    def skipped(self, at: int, first: int) -> int:
        """The place before the helpers and adverbs that end at `at`."""
        words, least = self.words, max(first, at - 7)
        while at >= least:
            token = self.found[at]
            adverb = self._adverb(at)
            if token.low in words.pronouns and token.low not in words.helpers:
                break
            verb = token.low in words.verbs and not token.capital
            if verb and at and self.found[at - 1].low in words.determiners:  # `the report`
                break
            if not (token.low in words.helpers or adverb or verb):
                break
            at -= 1
        return at

    def pronoun(self, at: int) -> "Subject | None":
        """The pronoun that a token is."""
        token = self.found[at] if 0 <= at < len(self.found) else None
        if token is None or token.low not in self.words.pronouns:
            return None
        return Subject("pronoun", at, gender=self.words.pronouns[token.low], text=token.low)

    def left(self, verb: int, first: int) -> "Subject | None":
        """The subject before a verb, over an apposition or a relative clause between commas."""
        at = self.skipped(verb - 1, first)
        if at < first:
            return self.dropped(verb)
        if pronoun := self.pronoun(at):
            return pronoun
        name = self.ends.get(at)
        if name and name.first > first and self._bare(name):
            return Subject("name", name.last + 1, name=name)
        if self.found[at].text in ",)—–":
            opening = at - 1
            while opening > first and self.found[opening].text not in SIGNS:
                opening -= 1
            inner = self.nominal(opening + 1, at)
            start = self.clause_start(opening - 1, first)
            outer = self.nominal(start, opening)
            if inner and inner.name and not (outer and outer.name and outer.name.person):
                whole = (inner.name.first, inner.name.last + 1) == (opening + 1, at)
                if inner.name.role or inner.name.person or whole:
                    return inner  # `The insurer, Northgate Mutual, says`
            return (
                outer or inner or self.nominal(first, opening, persons=True) or self.dropped(verb)
            )
        start = self.clause_start(at, first)
        subject = self.nominal(start, at + 1)
        if subject is None and start > first:
            subject = self.nominal(first, start, persons=True)
        return subject or self.dropped(verb)

    def right(self, at: int, until: int) -> "Subject | None":
        """The subject that follows a verb, or the source that follows a preposition."""
        words, found = self.words, self.found
        limit = min(until, at + 8)
        while at < limit:
            low = found[at].low
            adverb = self._adverb(at)
            if low in words.pronouns and low not in words.helpers:
                return self.pronoun(at)
            if not (
                low in words.helpers or adverb or (low in words.verbs and not found[at].capital)
            ):
                break
            at += 1
        if (
            words.name in ("de", "nl") and at < limit and found[at].low in words.at
        ):  # `sagte am Montag`
            skip = next((i for i in range(at + 1, min(until, at + 6)) if (i in self.names and self.names[i].person)
                         or found[i].text in SIGNS), until)  # fmt: skip
            if skip < until and skip in self.names:
                at = skip
        if (
            at >= until
            or found[at].text in SIGNS
            or found[at].low in words.at - words.determiners.keys()
        ):
            honor = at < until and found[at].low in words.honorifics
            if not honor:
                return None
        if at < until and found[at].low in words.honorifics:
            at = next((i for i in range(at, min(until, at + 4)) if i in self.names), at)
        if pronoun := self.pronoun(at):
            return pronoun
        name = self.names.get(at)
        if name and not (
            name.last + 1 < until
            and (self.is_noun(name.last + 1) or found[name.last + 1].low in ("'s", "’s"))
            and not name.person
        ):
            return Subject("name", name.last + 1, name=name)
        if name is None and found[at].low in words.of - words.determiners.keys():
            return None
        return self.phrase(at, min(until, at + LONGEST))

    def phrase(self, first: int, until: int) -> "Subject | None":
        """A noun phrase from `first` on: whom it names, or what it calls somebody."""
        words, found = self.words, self.found
        gender = words.determiners.get(found[first].low, "")
        definite = (
            found[first].low in words.determiners and found[first].low not in words.indefinite
        )
        start = at = first
        while start < until and found[start].low in words.determiners and start < first + 2:
            start += 1
        at, noun, free, headed = start, "", 1, False
        while at < until:
            token = found[at]
            name = self.names.get(at)
            if headed and not name and token.text not in SIGNS and not self._linked(at):
                free -= 1
                if free < 0 or words.name == "en":  # an adjective, not more
                    break
            if name and name.person and at > first and found[at - 1].low not in words.of:
                return Subject("name", name.last + 1, name=name)
            if token.text == "," and (after := self._named_behind(at, bool(noun))):
                return after
            if self._ends(at, start):
                break
            if not noun and (known := words.role(token.low)):
                noun = token.low
                gender = known if known in ("m", "f") else gender
            headed = headed or self.is_noun(at) or name is not None
            at = name.last + 1 if name else at + 1
        while at > start and found[at - 1].low in words.of | words.determiners.keys():
            at -= 1
        if at <= start or not found[start].text[0].isalnum():
            return None
        if at == start + 1 and found[start].low in words.latter:
            return Subject("latter", at, gender=words.latter[found[start].low])
        if (
            not noun
            and not any(self.is_noun(i) for i in range(start, at))
            and found[first].low not in words.determiners
        ):
            return None
        said = " ".join(self.text[found[start].start : found[at - 1].end].split())
        return Subject("noun", at, text=said, gender=gender, noun=noun, definite=definite)

    def _bare(self, name: Name) -> bool:
        """Whether no preposition stands before a name: `the minister of the Economy said`."""
        at, words = name.first - 1, self.words
        while at >= 0 and self.found[at].low in words.determiners.keys() - words.of - words.at:
            at -= 1
        return at < 0 or self.found[at].low not in words.of | words.at

    def nominal(self, first: int, until: int, persons: bool = False) -> "Subject | None":
        """The first noun phrase of a stretch that can be a subject; a name if there is one in it."""
        words, found = self.words, self.found
        late: Subject | None = None
        at = first
        if first < until and found[first].low in words.at:  # `In a statement, the ministry`
            at = next((i + 1 for i in range(first, until) if found[i].text == ","), first)
        while at < until:
            token = found[at]
            behind = found[at - 1].low if at > first else ""
            if (pronoun := self.pronoun(at)) and not persons and behind not in words.at | words.of:
                return pronoun
            name = self.names.get(at)
            if name:
                owner = name.last + 1 < until and found[name.last + 1].low in ("'s", "’s")
                noun = name.last + 1 < until and (self.is_noun(name.last + 1) or owner)
                fine = name.person or (not persons and not name.body) or not persons
                if fine and not noun and behind not in words.of | words.at:
                    return Subject("name", name.last + 1, name=name)
                if noun and not name.person and not persons:
                    return self.phrase(at, until) or late
                if late is None and (not persons or name.person):
                    late = Subject("name", name.last + 1, name=name)
                at = name.last + 1
                continue
            if (
                not persons
                and behind not in words.at
                and (token.low in words.determiners or self.is_noun(at))
            ):
                return self.phrase(at, until) or late
            at += 1
        return late

    def clause_start(self, at: int, first: int) -> int:
        """Where the clause that token `at` stands in begins."""
        least = max(first, at - LONGEST)
        while at >= least:
            token = self.found[at]
            if token.text in SIGNS and not self._role_comma(at):
                break
            if token.low in self.words.clauses and not self._joins_roles(at):
                break
            at -= 1
        return at + 1

    def _role_comma(self, at: int) -> bool:
        """Whether a comma stands in `chairman, founder and president` or before a name with a role."""
        name = self.names.get(at + 1)
        if name and name.role and self.found[at].text == ",":
            start = self.found[at].start
            return (
                name.role != "" and self.text.find(name.role[:12], max(0, start - 160), start) >= 0
            )
        role = self.words.role
        return 0 < at < len(self.found) - 1 and bool(
            role(self.found[at - 1].low) and role(self.found[at + 1].low)
        )

    def _joins_roles(self, at: int) -> bool:
        role, found = self.words.role, self.found
        return 0 < at < len(found) - 1 and bool(
            role(found[at - 1].low) and any(role(t.low) for t in found[at + 1 : at + 3])
        )

    def _linked(self, at: int) -> bool:
        """Whether a word goes on with a phrase whose head has been named."""
        words, low, behind = self.words, self.found[at].low, self.found[at - 1].low
        if behind in words.of or behind in words.determiners or low in words.of:
            return True
        return low in words.determiners or self.is_noun(at) or self._joins_roles(at)

    def _ends(self, at: int, start: int) -> bool:
        """Whether a phrase that began at `start` ends before a token."""
        words, token = self.words, self.found[at]
        if token.text in SIGNS and not self._role_comma(at):
            return True
        if token.low in words.clauses and not self._joins_roles(at):
            return True
        if at <= start:
            return False
        if token.low in words.at - words.of or (token.low in words.verbs and not token.capital):
            return True
        return token.low in words.helpers and token.low not in words.determiners

    def _named_behind(self, comma: int, role: bool) -> "Subject | None":
        """`le ministre de l’Économie, Bruno Le Maire`, `the insurer, Northgate Mutual,`."""
        at = comma + 1
        while (
            at < len(self.found)
            and at < comma + 3
            and (self.found[at].low in self.words.honorifics or self.found[at].text == ".")
        ):
            at += 1
        name = self.names.get(at)
        closed = name and name.last + 1 < len(self.found) and self.found[name.last + 1].text in ",("
        if name and ((name.person and role) or closed):
            return Subject("name", name.last + 1, name=name)
        return None

    def _adverb(self, at: int) -> bool:
        token, endings = self.found[at], self.words.adverbs
        return (
            bool(endings)
            and token.low.endswith(endings)
            and not token.capital
            and not self.is_noun(at)
        )

    def is_noun(self, at: int) -> bool:
        """Whether a token says what somebody is, or names a body."""
        low = self.found[at].low
        return bool(self.words.role(low)) or low in self.words.groups
