"""Whose words a quotation is, by the grammar of its sentence: the verb of saying and its subject.

The subject stands before the verb (`Halley said`), behind it (`said Halley`, `a-t-il ajouté`,
`sagte er`), behind a preposition (`according to Halley`), or nowhere (`dijo a la red`).
"""

from reader.facts.names import Name
from reader.facts.subjects import LONGEST, SIGNS, Phrases, Subject

# Tokens between a verb of saying and the words that it introduces; before a verb that follows a
# quotation; of a sentence that are looked at before a quotation.
_NEAR, _TIGHT, _FAR = 30, 18, 90


class Clause(Phrases):
    """A paragraph, with what can be asked of stretches of it: who speaks there."""

    __slots__ = ()

    def before(self, head: int, first: int, until: int) -> "Subject | None":
        """Who says what follows token `until`: in the words since `first`, or in the sentence.

        `head` is the first token of the sentence.
        """
        head, first = max(head, until - _FAR), max(first, until - _FAR)
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
                subject = self.right(verb + 1, until) or self.dropped(verb)
            elif self.pronoun(left) and self.skipped(left - 1, first) < first:  # `a-t-il dit`
                subject = self.pronoun(left)
            elif tight or (verb - first < 4 and self._sole(first, verb, until)):
                subject = self.left(verb, first)
            if subject:
                subject.near = verb - first
                return subject
            if not tight:
                break
        return self._at_end(first, until)

    def spoken(self, first: int, until: int) -> "Subject | None":
        """Who speaks in a stretch that holds no quotation: `Halley was blunt`, `Asked, she said no`."""
        first = max(first, until - _FAR)
        for verb in reversed(self.verbs(first, until)):
            subject = self.left(verb, first)
            if subject and subject.kind != "dropped":
                return subject
        return self.nominal(first, min(until, first + 30), persons=True)

    def leads(self, name: Name) -> int:
        """Whether a name stands where the subject of a clause does, with what he is before it.

        2 if the clause is set against another (while Iyer urged caution), else 1 or 0.
        """
        words, at = self.words, name.first - 1
        if (
            name.role
            and name.role in self.text[max(0, name.start - len(name.role) - 12) : name.start]
        ):
            start = self.text.rfind(name.role, max(0, name.start - 300), name.start)
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
        return int(low in SIGNS or low in words.clauses or low in words.common)

    def spoken_of(self) -> "list[Subject]":
        """Whom clauses begin with by what they are: `Asked about it, the abbot laughed.`"""
        words, found = self.words, self.found
        subjects = []
        for at in range(len(found) - 1):
            token = found[at]
            if token.low not in words.determiners or token.low in words.indefinite:
                continue
            if at and found[at - 1].text not in SIGNS and found[at - 1].low not in words.clauses:
                continue
            if not any(words.role(after.low) for after in found[at + 1 : at + 3]):
                continue
            subject = self.phrase(at, min(len(found), at + LONGEST))
            if subject and subject.kind == "noun" and subject.noun:
                subjects.append(subject)
        return subjects

    def _by_verb_before(self, head: int, first: int, until: int) -> "Subject | None":
        words = self.words
        verbs = self.verbs(max(first, until - _NEAR), until)
        for verb in reversed(verbs):
            left = self.skipped(verb - 1, head)
            open_left = left < head or self.found[left].text in ",—–"
            open_left = open_left or self.found[left].low in words.as_
            subject = None
            if (words.verbs and open_left and not self.found[verb].low.startswith("t")) or (
                words.name != "en" and open_left
            ):
                subject = self._incise(verb, until)
            if subject is None and self.found[verb].low in words.gerunds:
                continue
            subject = subject or self.left(verb, head)
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
        while ends < until and self.found[ends].text not in SIGNS:
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
            if (
                not role
                and not self.pronoun(after)
                and not (name and (name.person or len(name.words) > 1))
            ):
                return None
        if phrase is None:
            return None
        after = next((i for i in range(first, until) if self.found[i].start >= phrase.end()), until)
        subject = self.right(after, min(len(self.found), after + LONGEST))
        if subject:
            subject.near = max(until - after - 8, 1)  # it need not stand as close as a verb
        return subject

    def _at_end(self, first: int, until: int) -> "Subject | None":
        """`It was “a very good day” for all, Halley said.`: a clause at the end of the sentence."""
        verbs = self.verbs(max(first, until - 14), until)
        for verb in reversed(verbs):
            comma = verb - 1
            while comma > first and self.found[comma].text not in SIGNS:
                comma -= 1
            if self.found[comma].text != "," or verb - comma > 7:
                continue
            left = self.skipped(verb - 1, comma + 1)
            if left <= comma:
                subject = self.right(verb + 1, until)
            else:
                subject = self.pronoun(left) or self.left(verb, comma + 1)
            if subject and subject.kind != "dropped":
                subject.near = verb - first
                return subject
        return None

    def _sole(self, first: int, verb: int, until: int) -> bool:
        """Whether subject and verb are all that stands behind a quotation."""
        return until - verb < 14 and bool(self.pronoun(first) or first in self.names)

    def _introduced(self, first: int, until: int) -> "Subject | None":
        """`Macron : « … »`: the name or the role that a colon follows, where there is no verb."""
        start = self.clause_start(until - 1, first)
        subject = self.nominal(start, until, persons=True)
        if subject is None and start > first:
            subject = self.nominal(first, until, persons=True)
        if subject is None and until - start < 8:
            subject = self.nominal(start, until)
        return subject
