"""What the figures of one sentence are about: a rule for each way in which a figure can stand."""

import re

from reader.facts.clauses import Clause, Phrase, is_time
from reader.facts.holding import Holding
from reader.facts.model import Fact
from reader.facts.parts import Row
from reader.facts.phrasing import (
    MAX_LENGTH,
    NOTHING,
    Said,
    finished,
    joined,
    plain,
    shortened,
    trimmed,
    with_detail,
)

_LEAD = re.compile(r"\s*(?:[•–—*-]\s*)?([^:.!?\n]{2,60}?)\s?:\s")


class Naming(Holding):
    """One sentence on the way to the labels of its figures."""

    names: dict[int, str]
    details: dict[int, str]

    def label(self) -> None:
        """Set the labels of the sentence's figures."""
        self.names = {}
        self.details = {}
        pairs = self._pairs()
        for row in self.rows:
            fact, phrase, clause = row
            name = self._lead(phrase) or pairs.get(phrase.number) or self._name(row)
            hoped = any(
                c.antecedent is phrase for c in self.clauses
            )  # `the 4 million that were expected`
            name = self.expected(name, clause, phrase) if hoped else name
            fact.label = finished(name, fact.value, self.words)
            self.details[phrase.number] = self._detail(phrase, clause)
            if fact.kind != "date":
                self.names[phrase.number] = fact.label

    def _detail(self, phrase: Phrase, clause: Clause) -> str:
        """Where or when: what tells a figure from another one of the same name."""
        near = [p for p in clause.phrases if p.kind == "noun" and p.prep and not p.of]
        near = [p for p in near if not is_time(p, self.words)]
        after = [p for p in near if p.number == phrase.number + 1]
        before = [p for p in near if p.number < phrase.number and p.segment == phrase.segment]
        if after or before:
            return self.chain((after or before[-1:])[0])
        dates = [r for r in self.rows if r[0].kind == "date" and r[2] is clause]
        return dates[0][0].value if len(dates) == 1 else ""

    # -- the label is said before the figure ----------------------------------------------------

    def _lead(self, phrase: Phrase) -> str:
        """The words before a colon, when nothing but a name stands between them and the figure."""
        match = _LEAD.match(self.text)
        if match is None or match.end() > phrase.start or phrase.start - match.end() > 120:
            return ""
        between = [p for p in self.phrases if p.start >= match.end() and p.number < phrase.number]
        inside = [p for p in self.phrases if p.end <= match.end(1)]
        if any(p.kind == "verb" for p in between + inside):
            return ""
        near = [p for p in between if p.segment == phrase.segment and p.kind == "noun"]
        name = self.chain(near[0]) if near and not near[0].prep else ""
        return with_detail(trimmed(match[1], self.words), name)

    def _pairs(self) -> dict[int, str]:
        """`Nvidia et Microsoft … respectivement … 10 et 5 milliards`: each figure has its name."""
        low = self.text.lower()
        places = [at for word in self.words.pairing if (at := low.find(word)) >= 0]
        if not places:
            return {}
        rows = [row for row in self.rows if row[0].kind != "date"]
        rows = [row for row in rows if row[1].start > places[0]] or rows
        if len(rows) >= 4 and len({row[0].kind for row in rows[-4:]}) == 1:
            half = len(rows[-4:]) // 2
            old = rows[-half:]
            return {
                row[1].number: with_detail(
                    self._name(rows[-2 * half + at]).removesuffix(f", {self.words.expected}"),
                    self.words.earlier,
                )
                for at, row in enumerate(old)
            }
        names = self._coordinated(rows[0][1].number) if rows else []
        if len(names) < 2 or len(names) != len(rows[-len(names) :]):
            return {}
        found = {}
        for name, row in zip(names, rows[-len(names) :], strict=True):
            clause = row[2]
            form = self.form(row[0], clause)
            found[row[1].number] = joined(self.said(name), form.noun if form else "", self.words)
        return found

    def _coordinated(self, before: int) -> list[Phrase]:
        """The last nouns in a row (`A, B et C`) before a phrase."""
        run: list[Phrase] = []
        best: list[Phrase] = []
        for phrase in self.phrases[:before]:
            if phrase.kind == "noun" and not phrase.of:
                run.append(phrase)
                best = run if len(run) > 1 else best
            elif phrase.kind != "break" or phrase.words[0].tag in ("rel", "sub"):
                run = []
        return best

    # -- the rules, the most certain first ------------------------------------------------------

    def _name(self, row: Row) -> str:
        fact, phrase, clause = row
        before, after = self.previous(phrase), self.next(phrase, clause)
        if fact.kind == "date":
            return self._event(phrase, clause, before)
        old = self._old(fact, phrase) or self._among(fact, phrase, clause, before)
        if old:
            return old
        words = self.words
        if after is not None and self._follows(phrase, after) and not is_time(after, words):
            return self.expected(self.governed(after, phrase, clause), clause, after)
        said = self._before_sign(phrase, clause, before)
        if said:
            return said
        if before is not None and before.kind == "noun" and phrase.after in words.dimensions:
            return self.chain(self.head(before))
        if before is not None and before.kind == "noun" and phrase.of:
            if self._is_gapped(before, clause, phrase):
                return self._changed(fact, self.said(before), clause)
            head = before if self.is_vague(before) else self.head(before)
            return self.expected(self.governed(head, phrase, clause), clause, head)
        thing = self.thing(fact, phrase)
        level = phrase.prep in words.to or phrase.prep in words.by
        form = self.form(fact, clause)
        moved = thing.lower() in words.persons or (
            form is not None and form.kind == "change" and clause.subject in clause.phrases
        )
        if thing and not (level and moved and clause.verbs):
            return self.counted(thing, row)
        if before is not None and self._is_gapped(before, clause, phrase):
            return self._changed(fact, self.said(before), clause)
        noun = self._near_noun(fact, phrase, before, clause)
        if noun is not None:
            return self.governed(noun, phrase, clause)
        if not clause.verbs:
            return self._verbless(phrase, clause, before)
        return self._predicate(row)

    def _follows(self, value: Phrase, after: Phrase) -> bool:
        """Whether a noun belongs to the figure before it: `the 4.8 percent gain`."""
        near = after.kind == "noun" and not after.prep and self.words.head_last
        return near and not self.text[value.end : after.start].strip()

    def _near_noun(
        self, fact: Fact, phrase: Phrase, before: "Phrase | None", clause: Clause
    ) -> "Phrase | None":
        """The noun right before `at`, `with` a figure, where it is not the subject of the verb."""
        form = self.form(fact, clause)
        changed = form is not None and form.kind == "change"
        moved = changed and phrase.prep in self.words.to | self.words.by
        if moved and clause.verbs[-1].segment == phrase.segment:
            return None
        if before is None or before.kind not in ("noun", "part") or not phrase.prep:
            return None
        head = self.head(before)
        if head.kind != "noun" or is_time(head, self.words) or self.is_predicative(head):
            return None
        if head.prep and self.key(head) not in self.words.changes:
            return None
        return head if not clause.verbs or head.number > clause.verbs[-1].number else None

    def _verbless(self, phrase: Phrase, clause: Clause, before: "Phrase | None") -> str:
        if before is not None and before.kind in ("noun", "part"):
            return self.governed(self.head(before), phrase, clause)
        numbers = [n for n in self.names if n < phrase.number]
        return self.names[numbers[-1]] if numbers else self.tail(clause, phrase)

    def _before_sign(self, phrase: Phrase, clause: Clause, before: "Phrase | None") -> str:
        """`le taux le plus bas (5,8 %)`, `un engagement massif : 1,4 trillion`."""
        sign = before.words[0].text if before is not None and before.kind == "break" else ""
        after = self.next(phrase)
        if sign == "(" and phrase.number > 1 and (after is None or after.words[0].text == ")"):
            noun = self.phrases[phrase.number - 2]
            if noun.kind == "noun" and (noun.det or noun.words[0].text[0].isupper() or noun.prep):
                return self.chain(self.head(noun))
        led = [p for p in clause.phrases if p.kind == "verb" and p.number > phrase.number]
        led = [p for p in led if p.words[0].tag in ("verb", "aux")]
        if sign == ":" and not any(p.segment == phrase.segment for p in led):
            return self._said_last(phrase.number - 1)
        return ""

    def _said_last(self, number: int) -> str:
        """The object, else the subject, of the clause that ends before a colon."""
        nouns = [p for p in self.phrases[:number] if p.kind == "noun" and not p.prep]
        return self.chain(nouns[-1]) if nouns else ""

    def _old(self, fact: Fact, phrase: Phrase) -> str:
        """`contre 14,6 milliards l’an dernier`, `from 23% to 35%`: the label of the new value."""
        if phrase.prep not in self.words.against | self.words.out_of:
            return ""
        others = [
            row
            for row in self.rows
            if row[1] is not phrase and (row[0].kind, row[0].unit) == (fact.kind, fact.unit)
        ]
        earlier = [row for row in others if row[1].number < phrase.number]
        later = [row for row in others if row[1].number > phrase.number]
        later = [row for row in later[:1] if row[1].prep in self.words.to]
        if later:
            name = self._name(later[0])
        elif earlier and phrase.prep in self.words.against:
            name = self.names.get(earlier[-1][1].number, "")
        else:
            return ""
        room = MAX_LENGTH - len(self.words.earlier) - 2
        return with_detail(shortened(name, self.words, room), self.words.earlier)

    def _among(self, fact: Fact, phrase: Phrase, clause: Clause, before: "Phrase | None") -> str:
        """`dont 324 concernant le port du casque`: what the whole is, and what tells the part."""
        opened = before is not None and before.kind == "break"
        low = before.words[0].low if opened and before is not None else phrase.prep
        if low not in self.words.among:
            return ""
        wholes = [r for r in self.rows if r[1].number < phrase.number and r[0].kind != "date"]
        things = [thing for r in wholes[::-1] if (thing := self.thing(r[0], r[1]))]
        thing = self.thing(fact, phrase) or (things[0] if things else "")
        if not thing:
            thing = self.names.get(wholes[-1][1].number, "") if wholes else ""
        if not thing:
            return ""
        tail = self.tail(clause, phrase)
        if not tail:
            end = next((p.end for p in self.phrases if p.start > phrase.end + 20), len(self.text))
            after = self.next(phrase)
            said = after is not None and after.kind in ("verb", "part")
            tail = plain(self.text[phrase.end : end]) if said else ""
        name = f"{thing} {tail}"
        return name if len(name) <= MAX_LENGTH else shortened(name, self.words)

    def _is_gapped(self, phrase: Phrase, clause: Clause, value: Phrase) -> bool:
        """`Microsoft a reculé de 3,2 %, Nvidia de 1,9 %`: a subject without its verb."""
        if phrase.kind != "noun" or not clause.verbs or phrase.prep or self.is_vague(phrase):
            return False
        verb = clause.verbs[-1]
        if phrase.segment == verb.segment or phrase.number < verb.number:
            return False
        first = any(verb.number < row[1].number < phrase.number for row in self.rows)
        return first and phrase.segment == value.segment

    def _changed(self, fact: Fact, subject: Said, clause: Clause) -> str:
        form = self.form(fact, clause)
        return joined(subject, form.noun if form else "", self.words)

    def _predicate(self, row: Row) -> str:
        """A figure that belongs to the verb: the subject, and the verb as a noun."""
        fact, phrase, clause = row
        words, main = self.words, clause.main
        form = self.form(fact, clause)
        subject = self.subject(clause, phrase)
        object_ = self.direct(clause)
        direct = self.said(object_) if object_ is not None else NOTHING
        noun = form.noun if form is not None else ""
        for adverb, nouns in ((phrase.after, words.following), (phrase.adverb, words.directions)):
            if adverb in nouns and form is not None and form.noun and not form.kind:
                return with_detail(joined(subject, noun, words, words.owner), nouns[adverb])
            counted = self.counted_before(phrase, clause)
            if adverb in nouns and counted:
                return joined(Said(counted, "?"), nouns[adverb], words)
            if adverb in nouns:
                return joined(direct or subject or self.before, nouns[adverb], words)
        verb = clause.verbs[-1]
        after_verb = self.next(verb, clause)
        if after_verb is not None and self.is_predicative(after_verb) and not words.head_last:
            said = f"{subject.text} {after_verb.words[0].text}"  # `vaccin efficace`
            return said if subject and len(said) <= MAX_LENGTH else subject.text
        if clause.subject is phrase and main is not None:  # `27 ont été blessées`
            return self._bare(row)
        if form is not None and form.kind == "change":
            about = direct or subject or self.before
            level = phrase.prep in words.to or phrase.prep in words.against or fact.bound == "max"
            return about.text if level else joined(about, noun, words)
        if form is not None and form.kind == "expect":
            if clause.passive:
                return with_detail(subject.text, noun)
            return joined(subject, noun, words) if subject else noun
        if form is not None and form.kind == "have":
            return joined(subject or self.before, noun, words, words.owner)
        if direct and (phrase.prep or not subject):
            return joined(direct, noun, words)
        name = joined(subject, noun, words, words.owner) if subject else noun
        if fact.kind == "money" and not phrase.prep:
            after = self.next(phrase, clause)
            beyond = self.next(after) if after is not None else None
            follows = beyond is not None and beyond.kind == "value" and not beyond.prep
            if (
                after is not None
                and after.kind == "noun"
                and not (follows or is_time(after, words))
            ):
                name = with_detail(name, self.chain(after))
        return name or self.tail(clause, phrase) or self.before.text

    def _bare(self, row: Row) -> str:
        """A number without a noun as the subject takes the noun of the one before."""
        fact, phrase, clause = row
        things = [
            thing
            for r in self.rows[::-1]
            if r[1].number < phrase.number and (thing := self.thing(r[0], r[1]))
        ]
        if fact.kind == "count":
            return self.of_subject(things[0] if things else "", row)
        names = [name for number, name in self.names.items() if number < phrase.number]
        return names[-1] if names else self.before.text or self.tail(clause, phrase)

    # -- dates ----------------------------------------------------------------------------------

    def _event(self, phrase: Phrase, clause: Clause, before: "Phrase | None") -> str:
        """What happened on a date: the verb as a noun, with what it happened to."""
        words = self.words
        part = self._participle_before(phrase)
        if part is not None:
            noun = self.head(part)
            if noun is part and noun.number > 1:  # `l’entreprise, fondée en 1926`
                noun = self.head(self.phrases[part.number - 2])
            if noun.kind == "noun":
                return plain(f"{self.chain(noun)} {part.words[-1].text}")
        after = self.next(phrase, clause)
        bare = after is not None and not (after.det or phrase.prep)
        if bare and after is not None and self._follows(phrase, after):
            return self.chain(after)
        if before is not None and before.kind == "noun" and phrase.of:
            return self.chain(self.head(before))
        if not clause.verbs:
            nouns = [p for p in clause.phrases if p.kind == "noun" and not is_time(p, words)]
            return self.chain(nouns[0]) if nouns else ""
        main = clause.main
        noun_form = main.form.noun if main is not None and main.form is not None else ""
        subject = self.subject(clause, phrase)
        plural = subject.text.split(" ")[0].lower().endswith(words.plural or ("",))
        agrees = main is not None and plural == main.low.endswith(words.plural or ("",))
        if clause.passive and main is not None and subject and agrees:
            name = f"{subject.text} {main.text}"
            return name if len(name) <= MAX_LENGTH else joined(subject, noun_form, words)
        object_ = self.direct(clause)
        if object_ is not None:
            about = self.said(object_)
        else:
            values = [
                r for r in self.rows if r[2] is clause and r[0].kind == "count" and not r[1].prep
            ]
            about = self.resolved(values[0][1], clause) if values else NOTHING
        if noun_form:
            return joined(about or subject, noun_form, words)
        return with_detail(subject.text, about.text) if subject else about.text

    def _participle_before(self, phrase: Phrase) -> "Phrase | None":
        for number in range(phrase.number - 1, max(phrase.number - 4, -1), -1):
            other = self.phrases[number]
            if other.kind == "part":
                return other
            if other.kind != "noun" or not other.prep:
                return None
        return None
