"""What each figure is about, as a person would write it in a few words.

Sources, in the order in which they are trusted: the row and the column of a table, the words
before a colon, the noun that the figure belongs to (`a fine of …`), the verb of its clause with its
subject (`Nikkei 225 decline`), the heading, the title.
"""

import re
from bisect import bisect_right

from reader.document.model import Block, Document
from reader.document.sentence import sentences
from reader.facts.clauses import Clause, Phrase, clauses, is_time
from reader.facts.grammar import Grammar, grammar
from reader.facts.language import known
from reader.facts.model import Fact
from reader.facts.phrasing import (
    MAX_LENGTH,
    NOTHING,
    Said,
    chain,
    finished,
    joined,
    nouns_after,
    plain,
    shortened,
    trimmed,
    with_detail,
)

_LEAD = re.compile(r"\s*(?:[•–—*-]\s*)?([^:.!?\n]{2,80}?)\s?:\s")
_NUMBER = re.compile(r"\d")


def label(document: Document, facts: list[Fact], lang: str = "") -> None:
    """Set the `label` of each fact that has a place and none yet; `facts` in the text's order."""
    name = known(lang or document.metadata.lang)
    words = grammar(name) if name else None
    topic: Said = NOTHING
    heading = ""
    placed = [fact for fact in facts if fact.start >= 0 and not fact.label]
    starts = [fact.start for fact in placed]
    at = 0
    title = document.metadata.title
    for index, block in enumerate(document.blocks):
        if at >= len(placed):
            break
        last = bisect_right(starts, max(block.end - 1, block.start), lo=at)
        within, at = placed[at:last], last
        if block.kind in ("title", "heading"):
            heading = document.between(block.start, block.end)
            topic = NOTHING if block.kind == "heading" else topic
        if block.kind == "table":
            _label_cells(document, block, within, words)
        elif block.kind not in ("rule", "code") and words is not None:
            topic = _label_block(document, index, within, words, topic)
        for fact in within:
            lead = "" if fact.label else _lead(document.text, block, fact)
            fallback = heading if block.kind != "heading" else title
            fact.label = (
                fact.label
                or finished(lead, fact.value, words)
                or finished(fallback, fact.value, words)
                or finished(title, fact.value, words)
            )
    _tell_apart(placed, words)


def _lead(text: str, block: Block, fact: Fact) -> str:
    match = _LEAD.match(text, block.start, block.end)
    return match[1] if match and match.end() <= fact.start else ""


def _label_cells(document: Document, block: Block, facts: list[Fact], words: "Grammar | None") -> None:
    """Label the figures of a table: the head of the row, then that of the column."""
    text = document.text
    for fact in facts:
        for row in block.rows:
            if not row or not row[0][0] <= fact.start < row[-1][1] + 1:
                continue
            column = next(i for i, cell in enumerate(row) if fact.start < cell[1] or cell is row[-1])
            head = text[slice(*row[0])] if column else ""
            over = ""
            if column < len(block.rows[0]) and row is not block.rows[0]:
                over = text[slice(*block.rows[0][column])]
            name = with_detail(plain(head), over) if len(row) > 2 or not head else plain(head)
            fact.label = finished(name or over, fact.value, words)


def _label_block(
    document: Document, index: int, facts: list[Fact], words: Grammar, topic: Said
) -> Said:
    """Label the figures of one block of prose; returns what it spoke of last."""
    block = document.blocks[index]
    text = document.between(block.start, block.end)
    if not facts and (len(text) > 3000 or block.kind == "title"):
        return topic
    at = 0
    for start, end in sentences(text, document.metadata.lang):
        within = []
        while at < len(facts) and facts[at].start - block.start < end:
            within.append(facts[at])
            at += 1
        sentence = Sentence(text[start:end], within, block.start + start, words, topic)
        sentence.label()
        topic = sentence.topic()
    return topic


def _tell_apart(facts: list[Fact], words: "Grammar | None") -> None:
    """Nothing is said twice of different figures where the text has words to tell them apart."""


class Sentence:
    """One sentence on the way to the labels of its figures."""

    def __init__(
        self, text: str, facts: list[Fact], base: int, words: Grammar, topic: Said = NOTHING
    ) -> None:
        self.text = text
        self.words = words
        self.before = topic
        spans: list[tuple[int, int]] = []
        self.facts: list[Fact] = []
        for fact in facts:
            span = (fact.start - base, min(fact.end - base, len(text)))
            if not spans or span[0] >= spans[-1][1]:
                spans.append(span)
                self.facts.append(fact)
        self.clauses = clauses(text, words, spans)
        self.phrases = [phrase for clause in self.clauses for phrase in clause.phrases]
        self.values: list[tuple[Fact, Phrase, Clause]] = []
        waiting = dict(zip((span[0] for span in spans), self.facts, strict=True))
        for clause in self.clauses:
            for phrase in clause.phrases:
                if phrase.kind == "value" and phrase.start in waiting:
                    self.values.append((waiting[phrase.start], phrase, clause))
        self.bases: dict[int, str] = {}

    def topic(self) -> Said:
        """What the next sentence's pronouns are about: the first subject of this one."""
        for clause in self.clauses:
            said = self.resolved(clause.subject, clause)
            if said and clause.subject is not None and clause.subject.kind == "noun":
                return said
        return self.before

    def label(self) -> None:
        """Set the labels of the sentence's figures."""
        for fact, phrase, clause in self.values:
            lead = self._lead(phrase, clause)
            name = lead or self._label(fact, phrase, clause)
            fact.label = finished(name, fact.value, self.words)
            self.bases[phrase.number] = fact.label

    def _lead(self, phrase: Phrase, clause: Clause) -> str:
        """The words before a colon, when nothing but a name stands between them and the figure."""
        match = _LEAD.match(self.text)
        if match is None or match.end() > phrase.start:
            return ""
        between = [p for p in self.phrases if p.start >= match.end() and p.number < phrase.number]
        if any(p.kind == "verb" for p in between) or phrase.start - match.end() > 120:
            return ""
        inside = [p for p in self.phrases if p.end <= match.end(1) and p.kind == "verb"]
        if inside or len(match[1]) > MAX_LENGTH + 10:
            return ""
        name = [p for p in between if p.segment == phrase.segment and p.kind == "noun" and not p.prep]
        return with_detail(trimmed(match[1], self.words), self.chain(name[0]) if name else "")

    # -- parts ---------------------------------------------------------------------------------

    def chain(self, phrase: Phrase) -> str:
        """A noun phrase with its complements."""
        return chain(self.text, phrase, self.phrases)

    def resolved(self, phrase: "Phrase | None", clause: Clause) -> Said:
        """Whom or what a subject means: itself, or what a pronoun stands for."""
        if phrase is None:
            return NOTHING
        if phrase.kind == "noun":
            return Said(self.chain(phrase), phrase.det, phrase)
        if phrase.kind == "pron":
            if phrase.words[0].low not in self.words.pronouns:
                return NOTHING
            for other in self.clauses:
                said = other.subject
                if other is clause or said is None or said.number > phrase.number:
                    break
                if said.kind == "noun":
                    return Said(self.chain(said), said.det, said)
            return self.before
        fact = next((f for f, p, _ in self.values if p is phrase), None)
        return Said(self.thing(fact, phrase), "", phrase) if fact is not None else NOTHING

    def thing(self, fact: Fact, phrase: Phrase) -> str:
        """What is counted, or what the share is of: `motorizados`, `déplacements`."""
        after = self.next(phrase)
        if fact.kind == "count":
            noun = trimmed(re.sub(r"^[\d.,\s]+", "", fact.unit), self.words)
            if noun.isdigit() or noun.lower() not in fact.value.lower():
                noun = ""
            if noun and after is not None and after.of and after.kind == "noun":
                return plain(f"{noun} {self.text[phrase.end : after.start].strip()} {self.chain(after)}")
            if noun:
                return noun
        elif fact.unit and self.text[: phrase.end].lower().endswith(fact.unit.lower()) and len(fact.unit) > 4:
            return trimmed(fact.unit, self.words)
        if after is not None and after.of and after.kind == "noun" and not is_time(after, self.words):
            return self.chain(after)
        return ""

    def next(self, phrase: Phrase) -> "Phrase | None":
        """The phrase right after another one, breaks included."""
        number = phrase.number + 1
        return self.phrases[number] if number < len(self.phrases) else None

    def tail(self, clause: Clause, phrase: Phrase) -> str:
        """What is said right after a figure: `robados en Chile`, `en trottinettes`."""
        after = nouns_after(clause, phrase, self.words)
        after = [p for p in after if p.segment == phrase.segment]
        while after and after[0].of and after[0].kind == "noun":
            after.pop(0)
        if not after or (after[0].kind == "noun" and not after[0].prep):
            return ""
        end = after[0].end
        for p in after[1:]:
            if p.prep and p.end - after[0].start <= 30:
                end = p.end
            else:
                break
        start = after[0].start
        if after[0].prep and after[0].kind == "noun":
            before = self.phrases[after[0].number - 1].end
            start = before + len(self.text[before:start]) - len(self.text[before:start].lstrip())
        return plain(self.text[start:end])

    # -- labels --------------------------------------------------------------------------------

    def _label(self, fact: Fact, phrase: Phrase, clause: Clause) -> str:
        before = self.phrases[phrase.number - 1] if phrase.number else None
        after = self.next(phrase)
        old = self._old(fact, phrase)
        if old:
            return old
        if fact.kind == "date":
            return self._event(phrase, clause, before)
        among = self._among(fact, phrase, clause, before)
        if among:
            return among
        words = self.words
        if after is not None and after.kind == "noun" and not after.prep and not is_time(after, words):
            if self.text[phrase.end : after.start].strip() == "" and (words.head_last or fact.kind == "count"):
                return self._expected(self._governed(after, phrase, clause), clause, after)
        if before is not None and before.kind == "noun" and phrase.of:
            head = self._head(before)
            if self._is_gapped(head, clause, phrase):
                return self._changed(Said(self.chain(head), head.det, head), clause)
            return self._expected(self._governed(head, phrase, clause), clause, head)
        thing = self.thing(fact, phrase)
        if thing:
            return self._counted(thing, fact, phrase, clause)
        if self._is_gapped(before, clause, phrase) and before is not None:
            return self._changed(Said(self.chain(before), before.det, before), clause)
        verb = clause.verbs[-1] if clause.verbs else None
        noun = self._near_noun(phrase, before, verb)
        if noun is not None and not (self._by(phrase) or self._level(phrase, clause)):
            return self._governed(noun, phrase, clause)
        if verb is None:
            if before is not None and before.kind in ("noun", "part"):
                noun = self._head(before)
                return self._governed(noun, phrase, clause)
            return self._repeated(phrase) or self.tail(clause, phrase)
        return self._predicate(fact, phrase, clause)

    def _head(self, phrase: Phrase) -> Phrase:
        while phrase.number and (phrase.of or phrase.kind == "part"):
            earlier = self.phrases[phrase.number - 1]
            if earlier.kind not in ("noun", "part"):
                break
            phrase = earlier
        return phrase

    def _by(self, phrase: Phrase) -> bool:
        return phrase.prep in self.words.by

    def _level(self, phrase: Phrase, clause: Clause) -> bool:
        form = clause.main.form if clause.main else None
        return phrase.prep in self.words.to and form is not None and form.kind == "change"

    def _near_noun(self, phrase: Phrase, before: "Phrase | None", verb: "Phrase | None") -> "Phrase | None":
        """The noun right before `at`, `with` a figure, where it is not the subject of the verb."""
        if before is None or before.kind not in ("noun", "part") or not phrase.prep:
            return None
        head = self._head(before)
        if head.kind != "noun" or is_time(head, self.words) or head.prep:
            return None
        if verb is not None and head.number > verb.number:
            return head
        return head if verb is None else None

    def _old(self, fact: Fact, phrase: Phrase) -> str:
        """`contre 14,6 milliards l’an dernier`, `from 23% to 35%`: the label of the new value."""
        if phrase.prep not in self.words.against or fact.kind == "date":
            return ""
        others = [(f, p, c) for f, p, c in self.values if p is not phrase and f.kind == fact.kind]
        earlier = [row for row in others if row[1].number < phrase.number]
        later = [row for row in others if row[1].number > phrase.number and row[1].prep in self.words.to]
        if earlier and not (later and phrase.prep == "from"):
            name = self.bases.get(earlier[-1][1].number, "")
        elif later:
            name = self._label(*later[0])
        else:
            name = self.before.text if self.before else ""
        name = shortened(name, self.words, MAX_LENGTH - len(self.words.earlier) - 2)
        return with_detail(name, self.words.earlier)

    def _among(self, fact: Fact, phrase: Phrase, clause: Clause, before: "Phrase | None") -> str:
        """`dont 324 concernant le port du casque`: what the whole is, and what tells the part."""
        opened = before is not None and before.kind == "break" and before.words[0].low in self.words.among
        if not opened and phrase.prep not in self.words.among:
            return ""
        if phrase.prep == "of" and not opened:
            return ""
        whole = [(f, p) for f, p, _ in self.values if p.number < phrase.number]
        thing = self.thing(fact, phrase) or (self.thing(*whole[-1]) if whole else "")
        if not thing:
            return self.bases.get(whole[-1][1].number, "") if whole else ""
        tail = self.tail(clause, phrase)
        if not tail and clause.verbs and clause.verbs[0].number == phrase.number + 1:
            tail = plain(self.text[clause.verbs[0].start : clause.phrases[-1].end])[:30].rpartition(" ")[0]
        return shortened(f"{thing} {tail}", self.words)

    def _is_gapped(self, phrase: "Phrase | None", clause: Clause, value: Phrase) -> bool:
        """`Microsoft a reculé de 3,2 %, Nvidia de 1,9 %`: a subject without its verb."""
        if phrase is None or phrase.kind != "noun" or not clause.verbs or phrase.prep:
            return False
        if phrase.segment == clause.verbs[-1].segment or phrase.number < clause.verbs[-1].number:
            return False
        return any(p.number < phrase.number for _, p, _ in self.values) and phrase.segment == value.segment

    def _changed(self, subject: Said, clause: Clause, adverb: str = "") -> str:
        form = clause.main.form if clause.main else None
        noun = self.words.directions.get(adverb, "") or (form.noun if form else "")
        return joined(subject, noun, self.words)

    def _expected(self, name: str, clause: Clause, noun: "Phrase | None" = None) -> str:
        form = clause.main.form if clause.main else None
        said = form is not None and form.kind == "expect"
        if not said and noun is not None:
            later = [c for c in self.clauses if c.antecedent is not None and c.antecedent is noun]
            said = any(c.main is not None and c.main.form is not None and c.main.form.kind == "expect" for c in later)
        if not said:
            return name
        room = MAX_LENGTH - len(self.words.expected) - 2
        return with_detail(shortened(name, self.words, room), self.words.expected)

    def _governed(self, noun: Phrase, value: Phrase, clause: Clause) -> str:
        """The noun that a figure belongs to; one that says little alone, with whose it is."""
        words = self.words
        name = self.chain(noun)
        head = noun.words[-1 if words.head_last else 0].low
        own = len(noun.words) > 1 and words.head_last
        complement = self.phrases[noun.number + 1] if noun.number + 1 < len(self.phrases) else None
        own = own or (complement is not None and complement.of and complement.kind == "noun")
        if own or not (head in words.vague or head in words.changes):
            return name
        subject = self.resolved(clause.subject, clause) if clause.subject is not noun else NOTHING
        after = [p for p in nouns_after(clause, value, words) if p.kind == "noun" and p.prep]
        if after and not (subject and head in words.changes):
            subject = Said(self.chain(after[0]), after[0].det, after[0])
        if not subject:
            front = [p for p in clause.phrases if p.kind == "noun" and p.number < noun.number]
            front = [p for p in front if not is_time(p, words)]
            subject = Said(self.chain(front[-1]), front[-1].det, front[-1]) if front else self.before
        pattern = words.joined if head in words.changes else words.owner
        return joined(subject, name, words, pattern)

    def _counted(self, thing: str, fact: Fact, phrase: Phrase, clause: Clause) -> str:
        """A count or a share: the things, and what is said of them."""
        words = self.words
        main = clause.main
        form = main.form if main else None
        first = fact.kind == "percent"
        tail = self.tail(clause, phrase)
        if tail and not first:
            return shortened(f"{thing} {tail}", words) if len(f"{thing} {tail}") <= MAX_LENGTH else thing
        is_subject = clause.subject is phrase
        if is_subject and main is not None:
            if main.tag == "part" or (clause.passive and main.tag == "verb" and main.low.endswith("ed")):
                name = f"{thing} {main.text}"
                rest = self.tail(clause, clause.verbs[-1])
                return name if len(f"{name} {rest}") > MAX_LENGTH else f"{name} {rest}"
            if form is not None and form.noun and thing.lower() in words.persons:
                return form.noun
            after = nouns_after(clause, clause.verbs[-1], words)
            if after and len(thing) + len(self.chain(after[0])) < MAX_LENGTH - 2:
                return with_detail(thing, self.chain(after[0]))
            if form is not None and form.noun:
                return with_detail(thing, form.noun)
        if not is_subject and main is not None and clause.verbs[-1].number < phrase.number:
            if words.head_last and not words.capitals and main.low.endswith("ed"):
                return f"{thing} {main.text}"
            if form is not None and form.kind == "have" and not first:
                return joined(Said(thing), "", words) if not clause.subject else self._owned(thing, clause)
            if form is not None and form.noun and not first:
                return with_detail(thing, form.noun)
        if first:
            after_text = plain(self.text[phrase.end : phrase.end + MAX_LENGTH + 30])
            at = after_text.find(thing)
            if at >= 0 and words.share:
                of = after_text[:at] if not words.share.endswith(" of") else ""
                return f"{words.share} {of}{thing}"
        return thing

    def _owned(self, thing: str, clause: Clause) -> str:
        subject = self.resolved(clause.subject, clause)
        return joined(subject, thing, self.words, self.words.owner) if subject else thing

    def _predicate(self, fact: Fact, phrase: Phrase, clause: Clause) -> str:
        """A figure that belongs to the verb: the subject, and the verb as a noun."""
        words = self.words
        main = clause.main
        form = main.form if main else None
        subject = self.resolved(clause.subject if clause.subject is not phrase else None, clause)
        verb = clause.verbs[-1]
        objects = [
            p
            for p in clause.phrases
            if p.number > verb.number and p.kind == "noun" and not p.prep and not is_time(p, words) and p is not clause.subject
        ]
        direct = objects[0] if objects and objects[0].segment == verb.segment else None
        if phrase.adverb in words.directions and words.directions[phrase.adverb]:
            return joined(subject, words.directions[phrase.adverb], words)
        if clause.subject is phrase:  # `27 ont été blessées`
            thing = self._thing_before(phrase)
            if main is not None and main.tag != "aux":
                return f"{thing} {main.text}".strip() if main.tag in ("part", "verb") else thing
        if form is not None and form.kind == "change":
            about = Said(self.chain(direct), direct.det, direct) if direct is not None else subject
            level = phrase.prep in words.to
            return about.text if level else joined(about, form.noun, words)
        if form is not None and form.kind == "expect":
            return self._expected(subject.text or (self.chain(direct) if direct else ""), clause)
        if form is not None and form.kind == "have":
            return joined(subject, form.noun, words, words.owner)
        if direct is not None and (phrase.prep or not subject):
            return joined(Said(self.chain(direct), direct.det, direct), form.noun if form else "", words)
        if subject:
            return joined(subject, form.noun if form else "", words, words.owner)
        if form is not None and form.noun:
            return with_detail(form.noun, self.tail(clause, phrase))
        return self.tail(clause, phrase)

    def _thing_before(self, phrase: Phrase) -> str:
        for fact, other, _ in reversed(self.values):
            if other.number < phrase.number and (thing := self.thing(fact, other)):
                return thing
        return ""

    def _repeated(self, phrase: Phrase) -> str:
        numbers = [n for n in self.bases if n < phrase.number]
        return self.bases[numbers[-1]] if numbers else ""

    def _event(self, phrase: Phrase, clause: Clause, before: "Phrase | None") -> str:
        """What happened on a date: the verb as a noun, with what it happened to."""
        words = self.words
        part = self._participle_before(phrase)
        if part is not None:
            noun = self._head(part)
            if noun.kind == "noun":
                return plain(f"{self.chain(noun)} {part.words[-1].text}")
        if before is not None and before.kind == "noun" and phrase.of:
            return self.chain(self._head(before))
        if not clause.verbs:
            nouns = [p for p in clause.phrases if p.kind == "noun" and not is_time(p, words)]
            return self.chain(nouns[0]) if nouns else ""
        main = clause.main
        form = main.form if main else None
        subject = self.resolved(clause.subject, clause)
        if clause.passive and main is not None and subject and main.tag in ("part", "verb"):
            name = f"{subject.text} {main.text}"
            return name if len(name) <= MAX_LENGTH else joined(subject, form.noun if form else "", words)
        objects = [p for p in clause.phrases if p.number > clause.verbs[0].number and p.kind in ("noun", "value") and not p.prep and p is not clause.subject and not is_time(p, words)]
        about = subject
        if objects and objects[0] is not phrase:
            about = self.resolved(objects[0], clause) or subject
        if form is not None and form.noun:
            return joined(about, form.noun, words)
        return with_detail(subject.text, about.text) if subject else about.text

    def _participle_before(self, phrase: Phrase) -> "Phrase | None":
        for number in range(phrase.number - 1, max(phrase.number - 4, -1), -1):
            other = self.phrases[number]
            if other.kind == "part":
                return other
            if other.kind != "noun" or not other.prep:
                return None
        return None
