"""Whose words a quotation is, by the grammar of its sentence: the verb of saying and its subject.

The subject stands before the verb (`Halley said`), behind it (`said Halley`, `a-t-il ajouté`,
`sagte er`), behind a preposition (`according to Halley`), or nowhere (`dijo a la red`).
"""

from reader.facts.names import Name, heads
from reader.facts.speech import Speech, Token

# Tokens between a verb of saying and the words that it introduces; in a subject; before a verb
# that follows a quotation.
_NEAR, _LONGEST, _TIGHT = 30, 16, 18
_SIGNS = frozenset(",;:()—–.…!?\n")
_STRONG = frozenset(";:.…!?\n")


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


class Clause:
    """The tokens and the names of a paragraph, with what can be asked of stretches of them."""

    __slots__ = ("ends", "found", "names", "text", "words")

    def __init__(self, text: str, found: list[Token], names: list[Name], words: Speech) -> None:
        self.text = text
        self.found = found
        self.words = words
        self.names = {name.first: name for name in names}
        self.ends = {name.last: name for name in names}

    def before(self, head: int, first: int, until: int) -> "Subject | None":
        """Who says what follows token `until`: in the words since `first`, or in the sentence.

        `head` is the first token of the sentence.
        """
        subject = self._by_verb_before(head, first, until)
        source = self._by_source(max(first, until - _NEAR), until, head)
        if source and (subject is None or subject.near >= source.near):
            return source
        if subject:
            return subject
        if until > first and self.found[until - 1].text == ":":
            return self._introduced(first, until - 1)
        return None

    def after(self, first: int, until: int, tight: bool) -> "Subject | None":
        """Who said what stands before token `first`, in the sentence that ends at `until`.

        `tight` is whether the quotation ends as one does whose verb follows, on a comma.
        """
        while first < until and self.found[first].text in ",–—":
            first, tight = first + 1, True
        if first < until and self.found[first].low in self.words.clauses - self.words.as_:
            return self._at_end(first, until)
        if (
            first + 1 < until
            and self.found[first].low in self.words.as_
            and self.words.name in ("de", "nl")
        ):
            return self.pronoun(first + 1) or self.nominal(first + 1, until)
        source = self._by_source(first, min(until, first + 4), first)
        if source:
            return source
        if tight and first < until and self.coins(first):
            return Subject("name", first + 2, name=self.names[first + 1])
        for verb in self.verbs(first, min(until, first + _TIGHT)):
            left = self.skipped(verb - 1, first)
            subject = None
            if left < first:  # `said Halley`
                subject = self.right(verb + 1, until) or self._dropped(verb)
            elif self.pronoun(left) and self.skipped(left - 1, first) < first:  # `a-t-il dit`
                subject = self.pronoun(left)
            elif tight or (verb - first < 4 and self._sole(first, verb, until)):
                subject = self._left(verb, first)
            if subject:
                subject.near = verb - first
                return subject
            if not tight:
                break
        return self._at_end(first, until)

    def spoken(self, first: int, until: int) -> "Subject | None":
        """Who speaks in a stretch that holds no quotation: `Halley was blunt`, `Asked, she said no`."""
        for verb in reversed(self.verbs(first, until)):
            subject = self._left(verb, first)
            if subject and subject.kind != "dropped":
                return subject
        return self.nominal(first, min(until, first + 30), persons=True)

    def leads(self, name: Name) -> int:
        """Whether a name stands where the subject of a clause does, with what he is before it.

        2 if the clause is set against another (while Iyer urged caution), else 1 or 0.
        """
        words, at = self.words, name.first - 1
        if name.role and name.role in self.text[: name.start][-len(name.role) - 12 :]:
            start = self.text.rfind(name.role, 0, name.start)
            while at >= 0 and self.found[at].start >= start:
                at -= 1
        while at >= 0 and (
            self.found[at].low in words.determiners or self.found[at].low in words.honorifics
        ):
            if self.found[at].low in words.of | words.at:
                return 0
            at -= 1
        if at < 0:
            return 1
        low = self.found[at].low
        if low in words.contrast:
            return 2
        if low in words.of | words.at or low in words.and_:
            return 0
        return int(low in _SIGNS or low in words.clauses or low in words.common)

    def spoken_of(self) -> "list[Subject]":
        """Whom clauses begin with by what they are: `Asked about it, the abbot laughed.`"""
        words, found = self.words, self.found
        subjects = []
        for at in range(len(found) - 1):
            token = found[at]
            if token.low not in words.determiners or token.low in words.indefinite:
                continue
            if at and found[at - 1].text not in _SIGNS and found[at - 1].low not in words.clauses:
                continue
            if not any(words.role(after.low) for after in found[at + 1 : at + 3]):
                continue
            subject = self._phrase(at, min(len(found), at + _LONGEST))
            if subject and subject.kind == "noun" and subject.noun:
                subjects.append(subject)
        return subjects

    # ------------------------------------------------------------------ verbs

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

    def _by_verb_before(self, head: int, first: int, until: int) -> "Subject | None":
        words = self.words
        verbs = self.verbs(max(first, until - _NEAR), until)
        for verb in reversed(verbs):
            left = self.skipped(verb - 1, head)
            open_left = left < head or self.found[left].text in ",—–"
            open_left = open_left or self.found[left].low in words.as_
            subject = None
            if (
                words.verbs
                and open_left
                and not self.found[verb].low.startswith("t")
                or words.name != "en"
                and open_left
            ):
                subject = self._incise(verb, until)
            if subject is None and self.found[verb].low in words.gerunds:
                continue
            subject = subject or self._left(verb, head)
            if subject is None or (subject.kind == "dropped" and words.name == "en"):
                subject = self.nominal(head, verb, persons=True) or subject
            if subject:
                subject.near = until - verb
                return subject
        if verbs:
            subject = self.nominal(head, verbs[0], persons=True) or self.nominal(head, verbs[0])
            if subject:
                subject.near = until - verbs[-1]
            return subject
        return None

    def _incise(self, verb: int, until: int) -> "Subject | None":
        """`, added Nadella, “` and `Sagt Nadella: “`: a subject that a sign follows."""
        subject = self.right(verb + 1, until)
        if subject is None:
            return None
        ends = subject.place
        while ends < until and self.found[ends].text not in _SIGNS:
            ends += 1
        return (
            subject
            if ends < until and self.found[ends].text in ",—–:" and ends >= until - 12
            else None
        )

    def _by_source(self, first: int, until: int, head: int) -> "Subject | None":
        """`according to Halley`, `selon l’OMS`, and at the head of a sentence `pour Halley`."""
        if first >= until:
            return None
        words = self.words
        begin, end = self.found[first].start, self.found[until - 1].end
        phrase = None
        for match in words.according.finditer(self.text, begin, end):
            phrase = match
        if phrase is None and first == head:
            phrase = words.views.match(self.text, begin, end)
            if phrase is None:
                return None
            after = next(
                (i for i in range(first, until) if self.found[i].start >= phrase.end()), until
            )
            name = self.names.get(after)
            role = any(words.role(token.low) for token in self.found[after : min(after + 4, until)])
            if not role and not (name and (name.person or len(name.words) > 1)):
                return None
        if phrase is None:
            return None
        after = next((i for i in range(first, until) if self.found[i].start >= phrase.end()), until)
        subject = self.right(after, min(len(self.found), after + _LONGEST))
        if subject:
            subject.near = max(until - after - 8, 1)  # it need not stand as close as a verb
        return subject

    def _at_end(self, first: int, until: int) -> "Subject | None":
        """`It was “a very good day” for all, Halley said.`: a clause at the end of the sentence."""
        verbs = self.verbs(max(first, until - 14), until)
        for verb in reversed(verbs):
            comma = verb - 1
            while comma > first and self.found[comma].text not in _SIGNS:
                comma -= 1
            if self.found[comma].text != "," or verb - comma > 7:
                continue
            left = self.skipped(verb - 1, comma + 1)
            if left <= comma:
                subject = self.right(verb + 1, until)
            else:
                subject = self.pronoun(left) or self._left(verb, comma + 1)
            if subject and subject.kind != "dropped":
                subject.near = verb - first
                return subject
        return None

    def _sole(self, first: int, verb: int, until: int) -> bool:
        """Whether subject and verb are all that stands behind a quotation."""
        return until - verb < 14 and bool(self.pronoun(first) or first in self.names)

    def _dropped(self, verb: int) -> "Subject | None":
        return Subject("dropped", verb) if self.words.drops else None

    # ------------------------------------------------------------------ subjects

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
        token = self.found[at] if 0 <= at < len(self.found) else None
        if token is None or token.low not in self.words.pronouns:
            return None
        return Subject("pronoun", at, gender=self.words.pronouns[token.low], text=token.low)

    def _left(self, verb: int, first: int) -> "Subject | None":
        """The subject before a verb, over an apposition or a relative clause between commas."""
        at = self.skipped(verb - 1, first)
        if at < first:
            return self._dropped(verb)
        if pronoun := self.pronoun(at):
            return pronoun
        name = self.ends.get(at)
        if (
            name
            and name.first > first
            and self.found[name.first - 1].low not in self.words.of | self.words.at
        ):
            return Subject("name", name.last + 1, name=name)
        if self.found[at].text in ",)—–":
            opening = at - 1
            while opening > first and self.found[opening].text not in _SIGNS:
                opening -= 1
            inner = self.nominal(opening + 1, at)
            start = self._clause_start(opening - 1, first)
            outer = self.nominal(start, opening)
            if (
                inner
                and inner.kind == "name"
                and inner.name
                and (inner.name.role or inner.name.person)
                and (not outer or outer.kind != "name" or not outer.name or not outer.name.person)
            ):
                return inner
            return (
                outer or inner or self.nominal(first, opening, persons=True) or self._dropped(verb)
            )
        start = self._clause_start(at, first)
        subject = self.nominal(start, at + 1)
        if subject is None and start > first:
            subject = self.nominal(first, start, persons=True)
        return subject or self._dropped(verb)

    def _clause_start(self, at: int, first: int) -> int:
        """Where the clause that token `at` stands in begins."""
        least = max(first, at - _LONGEST)
        while at >= least:
            token = self.found[at]
            if token.text in _SIGNS and not self._role_comma(at):
                break
            if token.low in self.words.clauses and not self._joins_roles(at):
                break
            at -= 1
        return at + 1

    def _role_comma(self, at: int) -> bool:
        """Whether a comma stands in `chairman, CEO and president` or before a name with a role."""
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

    def nominal(self, first: int, until: int, persons: bool = False) -> "Subject | None":
        """The first noun phrase of a stretch that can be a subject; a name if there is one in it."""
        words, found = self.words, self.found
        late: Subject | None = None
        at = first
        while at < until:
            token = found[at]
            behind = found[at - 1].low if at > first else ""
            if (pronoun := self.pronoun(at)) and not persons and behind not in words.at | words.of:
                return pronoun
            name = self.names.get(at)
            if name:
                owner = name.last + 1 < until and found[name.last + 1].low in ("'s", "’s")
                noun = name.last + 1 < until and (self._noun(name.last + 1) or owner)
                fine = name.person or (not persons and not name.body) or not persons
                if fine and not noun and behind not in words.of | words.at:
                    return Subject("name", name.last + 1, name=name)
                if noun and not name.person and not persons:
                    return self._phrase(at, until) or late
                if late is None and (not persons or name.person):
                    late = Subject("name", name.last + 1, name=name)
                at = name.last + 1
                continue
            if (
                not persons
                and behind not in words.at
                and (token.low in words.determiners or self._noun(at))
            ):
                return self._phrase(at, until) or late
            at += 1
        return late

    def _adverb(self, at: int) -> bool:
        token, endings = self.found[at], self.words.adverbs
        return (
            bool(endings)
            and token.low.endswith(endings)
            and not token.capital
            and not self._noun(at)
        )

    def _noun(self, at: int) -> bool:
        low = self.found[at].low
        return bool(self.words.role(low)) or low in self.words.groups

    def right(self, at: int, until: int) -> "Subject | None":
        """The subject that follows a verb, or the source that follows a preposition."""
        words, found = self.words, self.found
        limit = min(until, at + 8)
        while at < limit:
            low = found[at].low
            adverb = self._adverb(at)
            if low in words.pronouns and low not in words.helpers:
                return self.pronoun(at)
            if not (low in words.helpers or adverb or low in words.verbs and not found[at].capital):
                break
            at += 1
        if (
            words.name in ("de", "nl") and at < limit and found[at].low in words.at
        ):  # `sagte am Montag`
            skip = next((i for i in range(at + 1, min(until, at + 6)) if i in self.names and self.names[i].person
                         or found[i].text in _SIGNS), until)  # fmt: skip
            if skip < until and skip in self.names:
                at = skip
        if (
            at >= until
            or found[at].text in _SIGNS
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
            and (self._noun(name.last + 1) or found[name.last + 1].low in ("'s", "’s"))
            and not name.person
        ):
            return Subject("name", name.last + 1, name=name)
        if name is None and found[at].low in words.of - words.determiners.keys():
            return None
        return self._phrase(at, min(until, at + _LONGEST))

    def _phrase(self, first: int, until: int) -> "Subject | None":
        """A noun phrase from `first` on: whom it names, or what it calls somebody."""
        words, found = self.words, self.found
        gender = words.determiners.get(found[first].low, "")
        definite = (
            found[first].low in words.determiners and found[first].low not in words.indefinite
        )
        start = at = first
        while start < until and found[start].low in words.determiners and start < first + 2:
            start += 1
        at, noun, free = start, "", 1
        while at < until:
            token = found[at]
            name = self.names.get(at)
            if noun and not name and token.text not in _SIGNS and found[at - 1].low not in words.of:
                linked = token.low in words.of or token.low in words.determiners or self._noun(at)
                linked = linked or found[at - 1].low in words.determiners or self._joins_roles(at)
                if not linked and (free := free - 1) < 0:  # an adjective, not more
                    break
                if not linked and words.name in ("en", "de", "nl"):
                    break
            if name and name.person and at > first and found[at - 1].low not in words.of:
                return Subject("name", name.last + 1, name=name)
            if token.text == "," and (after := self._named_behind(at, bool(noun))):
                return after
            if token.text in _SIGNS and not self._role_comma(at):
                break
            if token.low in words.clauses and not self._joins_roles(at):
                break
            if at > start and (
                token.low in words.at - words.of or token.low in words.verbs and not token.capital
            ):
                break
            if token.low in words.helpers and token.low not in words.determiners and at > start:
                break
            if not noun and words.role(token.low):
                noun = token.low
                known = words.role(noun)
                gender = known if known in ("m", "f") else gender
            at = name.last + 1 if name else at + 1
        while at > start and found[at - 1].low in words.of | words.determiners.keys():
            at -= 1
        if at <= start or not found[start].text[0].isalnum():
            return None
        if at == start + 1 and found[start].low in words.latter:
            return Subject("latter", at, gender=words.latter[found[start].low])
        if (
            not noun
            and not any(self._noun(i) for i in range(start, at))
            and found[first].low not in words.determiners
        ):
            return None
        said = " ".join(self.text[found[start].start : found[at - 1].end].split())
        return Subject("noun", at, text=said, gender=gender, noun=noun, definite=definite)

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

    def _introduced(self, first: int, until: int) -> "Subject | None":
        """`Macron : « … »`: the name or the role that a colon follows, where there is no verb."""
        start = self._clause_start(until - 1, first)
        subject = self.nominal(start, until, persons=True)
        if subject is None and start > first:
            subject = self.nominal(first, until, persons=True)
        if subject is None and until - start < 8:
            subject = self.nominal(start, until)
        return subject
