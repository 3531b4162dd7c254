"""One sentence with its figures: the parts that labels are made of."""

import re

from reader.facts.clauses import Clause, Phrase, clauses, is_time
from reader.facts.grammar import Form, Grammar
from reader.facts.model import Fact
from reader.facts.phrasing import NOTHING, Said, chain, plain, trimmed

Row = tuple[Fact, Phrase, Clause]

_PLAIN = str.maketrans("’‘\u00a0\u202f", "''  ")


class Parts:
    """A sentence read: its clauses, and for each figure (`rows`) its phrase and its clause.

    `facts` are those that stand in it, `base` is the offset of the sentence; `topic` is what the
    sentences before spoke of.
    """

    def __init__(
        self, text: str, facts: list[Fact], base: int, words: Grammar, topic: Said = NOTHING
    ) -> None:
        self.text = text
        self.words = words
        self.before = topic
        spans: dict[int, tuple[int, Fact]] = {}
        last = 0
        for fact in facts:
            start, end = fact.start - base, min(fact.end - base, len(text))
            if start >= last and end > start:
                spans[start] = (end, fact)
                last = end
        self.clauses = clauses(text, words, [(a, b) for a, (b, _) in spans.items()])
        self.phrases = [phrase for clause in self.clauses for phrase in clause.phrases]
        self.rows: list[Row] = [
            (spans[phrase.start][1], phrase, clause)
            for clause in self.clauses
            for phrase in clause.phrases
            if phrase.kind == "value" and phrase.start in spans
        ]

    def topic(self) -> Said:
        """What the next sentence's pronouns are about: the first subject of this one."""
        for clause in self.clauses:
            if clause.subject is not None and clause.subject.kind == "noun":
                return self.said(clause.subject)
        return self.before

    def said(self, phrase: Phrase) -> Said:
        """A noun phrase with its complements."""
        return Said(chain(self.text, phrase, self.phrases), phrase.det, phrase)

    def chain(self, phrase: Phrase) -> str:
        """The words of a noun phrase with its complements."""
        return chain(self.text, phrase, self.phrases)

    def next(self, phrase: Phrase, clause: "Clause | None" = None) -> "Phrase | None":
        """The phrase right after another one, breaks included; in the same clause, if given."""
        number = phrase.number + 1
        found = self.phrases[number] if number < len(self.phrases) else None
        return found if clause is None or found in clause.phrases else None

    def previous(self, phrase: Phrase) -> "Phrase | None":
        """The phrase right before another one."""
        return self.phrases[phrase.number - 1] if phrase.number else None

    def head(self, phrase: Phrase) -> Phrase:
        """The noun that a chain of complements and participles begins with."""
        while phrase.number and (phrase.of or phrase.kind == "part"):
            earlier = self.phrases[phrase.number - 1]
            if earlier.kind not in ("noun", "part"):
                break
            phrase = earlier
        return phrase

    def resolved(self, phrase: "Phrase | None", clause: Clause) -> Said:
        """Whom or what a subject means: itself, or what a pronoun stands for."""
        if phrase is None:
            return NOTHING
        if phrase.kind == "noun":
            return self.said(phrase)
        if phrase.kind == "pron":
            after = self.next(phrase)
            if after is not None and after.of and after.kind == "noun":  # `celui de son concurrent`
                return Said(self.chain(after), "", after)
            if phrase.words[0].low not in self.words.pronouns:
                return NOTHING
            for other in self.clauses:
                if other is clause or other.subject is None or other.subject.number > phrase.number:
                    break
                if other.subject.kind == "noun":
                    return self.said(other.subject)
            return self.before
        row = next((row for row in self.rows if row[1] is phrase), None)
        return Said(self.thing(row[0], phrase), "", phrase) if row is not None else NOTHING

    def subject(self, clause: Clause, value: Phrase) -> Said:
        """The subject of a clause, unless it is the figure itself."""
        return NOTHING if clause.subject is value else self.resolved(clause.subject, clause)

    def thing(self, fact: Fact, phrase: Phrase) -> str:
        """What is counted, or what a share is of: `motorizados`, `déplacements`."""
        after = self.next(phrase)
        complement = after is not None and after.of and after.kind == "noun"
        if fact.kind == "count" and fact.unit:
            at = fact.value.translate(_PLAIN).lower().find(fact.unit.translate(_PLAIN).lower())
            noun = fact.value[at : at + len(fact.unit)] if at >= 0 else fact.unit
            noun = trimmed(re.sub(r"^[\d.,\s]+", "", noun), self.words)
            if noun.lower() in self.words.vague:
                return ""
            if noun and after is not None and complement and at >= 0:
                joint = self.text[phrase.end : after.start].strip()
                return plain(f"{noun} {joint}{'' if joint[-1:] in '’' else ' '}{self.chain(after)}")
            if noun:
                return noun
        if after is not None and complement and not is_time(after, self.words):
            return self.chain(after)
        if after is not None and after.of and after.kind == "pron":  # `60% of them`
            earlier = [row for row in self.rows if row[1].number < phrase.number]
            return self.thing(earlier[-1][0], earlier[-1][1]) if earlier else self.before.text
        if fact.kind == "count":  # `a quarter of the data`
            words = fact.value.translate(_PLAIN).split()
            places = [at for at, word in enumerate(words) if word.lower() in self.words.of]
            return trimmed(" ".join(words[places[0] + 1 :]), self.words) if places else ""
        return ""

    def form(self, fact: Fact, clause: Clause) -> "Form | None":
        """What the verb of a clause says of a figure: of a percentage, first of all a change."""
        main = clause.main
        if main is None or main.form is None:
            return None
        if fact.kind == "percent":
            return self.words.change_forms.get(main.low, main.form)
        return main.form

    def is_predicative(self, phrase: Phrase) -> bool:
        """`Le vaccin est efficace`: an adjective that is said of the subject."""
        before = self.previous(phrase)
        copula = before is not None and before.kind == "verb" and before.words[-1].tag == "aux"
        bare = len(phrase.words) == 1 and phrase.words[0].text.islower()
        return copula and bare and not (phrase.det or phrase.prep)

    def counted_before(self, phrase: Phrase, clause: Clause) -> str:
        """What the figure before is a number of, in the same clause and before a break."""
        for fact, other, around in reversed(self.rows):
            if other.number < phrase.number and around is clause and fact.kind == "count":
                return self.thing(fact, other) if other.segment < phrase.segment else ""
        return ""

    def direct(self, clause: Clause) -> "Phrase | None":
        """The object of the verb that is no figure."""
        if not clause.verbs:
            return None
        verb = clause.verbs[-1]
        for phrase in clause.phrases:
            if phrase.number > verb.number and phrase.segment == verb.segment:
                right = phrase.kind == "noun" and not phrase.prep and phrase is not clause.subject
                right = right and not self.is_predicative(phrase)
                if right and not is_time(phrase, self.words):
                    return phrase
        if self.words.capitals or len(clause.verbs) > 1:  # `hat … einen Vertrag … geschlossen`
            for phrase in clause.phrases:
                right = phrase.kind == "noun" and not phrase.prep and phrase is not clause.subject
                if right and not is_time(phrase, self.words) and phrase.number < verb.number:
                    return phrase
        return None

    def tail(self, clause: Clause, phrase: Phrase, limit: int = 30) -> str:
        """What is said right after a figure: `robados en Chile`, `en trottinettes`."""
        after: list[Phrase] = []
        for other in clause.phrases[phrase.number - clause.phrases[0].number + 1 :]:
            if other.kind not in ("noun", "part") or other.segment != phrase.segment:
                break
            after.append(other)
        while after and after[0].of and after[0].kind == "noun":
            after.pop(0)
        if not after or is_time(after[0], self.words):
            return ""
        if after[0].kind == "noun" and not after[0].prep:
            return ""
        last = after[0]
        for other in after[1:]:
            if is_time(other, self.words) or other.end - after[0].start > limit:
                break
            if not other.prep:
                break
            last = other
        return self.with_prep(after[0], last)

    def with_prep(self, first: Phrase, last: Phrase) -> str:
        """The text of phrases with the preposition before the first of them."""
        before = self.previous(first)
        start = before.end if before is not None and first.prep else first.start
        return plain(self.text[start : last.end])
