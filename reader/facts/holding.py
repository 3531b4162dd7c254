"""Figures that belong to a noun: its measure (`a fine of …`), or a count or share of it."""

from reader.facts.clauses import Clause, Phrase, is_time
from reader.facts.parts import Parts, Row
from reader.facts.phrasing import MAX_LENGTH, NOTHING, Said, joined, plain, shortened, with_detail


class Holding(Parts):
    """The names of figures that the nouns around them give."""

    def is_vague(self, noun: Phrase) -> bool:
        """Whether a noun says too little alone: `taux`, `hausse`."""
        return self.key(noun) in self.words.vague or self.key(noun) in self.words.changes

    def key(self, noun: Phrase) -> str:
        """The word of a noun phrase that carries its meaning."""
        return noun.words[-1 if self.words.head_last else 0].low

    def expected(self, name: str, clause: Clause, noun: "Phrase | None" = None) -> str:
        """A name, with the word for a forecast where the verb says that it is one."""
        kinds = [clause.main.form.kind if clause.main and clause.main.form else ""]
        for other in self.clauses:
            about = noun is not None and other.antecedent is noun
            if about and other.main is not None and other.main.form is not None:
                kinds.append(other.main.form.kind)
        if "expect" not in kinds:
            return name
        room = MAX_LENGTH - len(self.words.expected) - 2
        return with_detail(shortened(name, self.words, room), self.words.expected)

    def governed(self, noun: Phrase, value: Phrase, clause: Clause) -> str:
        """The noun that a figure belongs to; one that says little alone, with whose it is."""
        words = self.words
        name = self.chain(noun)
        complement = self.next(noun)
        own = len(noun.words) > 1
        own = own or (complement is not None and complement.of and complement.kind == "noun")
        change = self.key(noun) in words.changes
        if len(noun.words) == 1 and noun.words[0].text.islower() and not (noun.det or noun.prep):
            sign = self.previous(noun)
            if sign is not None and sign.words[0].text == "," and sign.number and noun.of is False:
                about = self.phrases[sign.number - 1]  # `l’étape, longue de 187 kilomètres`
                if about.kind == "noun" and value.of and not words.head_last:
                    return self.chain(self.head(about))
        if not self.is_vague(noun) or (own and (words.head_last or not change)):
            return name
        before = self.previous(noun)
        if noun.of and before is not None and before.kind == "noun":  # `un accord d’un montant de`
            head = before
            while head.prep and head.number and self.phrases[head.number - 1].kind == "noun":
                head = self.phrases[head.number - 1]
            return plain(self.text[head.start : before.end])
        if own and complement is not None and complement.of:
            return name
        owner = self.owner(noun, value, clause)
        if owner.det == "?" and owner.phrase is not None:  # it has a preposition of its own
            said = f"{name} {self.with_prep(owner.phrase, owner.phrase)}"
            longer = f"{name} {self.with_prep(owner.phrase, self.last(owner.phrase))}"
            return longer if len(longer) <= MAX_LENGTH else said
        return joined(owner, name, words, words.joined if change else words.owner) or name

    def last(self, phrase: Phrase) -> Phrase:
        """The last complement of a noun."""
        after = self.next(phrase)
        while after is not None and after.kind == "noun" and after.of:
            phrase, after = after, self.next(after)
        return phrase

    def owner(self, noun: Phrase, value: Phrase, clause: Clause) -> Said:
        """Whose the change or the share is: what follows, what stands before, or the subject."""
        before = self.previous(noun)
        counted = self.counted_before(noun, clause)
        if counted and self.key(noun) in self.words.changes:
            return Said(counted, "?")  # `8,9 millions de visiteurs, soit une hausse de 14 %`
        if noun.prep and before is not None and before.kind == "noun":
            head = self.head(before)
            det = head.det if clause.verbs else "-"  # `Temperature in aumento`
            return Said(self.chain(head), det, head)
        main = clause.main
        expects = main is not None and main.form is not None and main.form.kind == "expect"
        subject = NOTHING if clause.subject is noun or expects else self.subject(clause, value)
        after = self.next(value, clause)
        if (
            after is not None
            and after.kind == "noun"
            and after.prep
            and not is_time(after, self.words)
        ):
            pronoun = clause.subject is None or clause.subject.kind != "noun"
            if not subject or pronoun or self.key(noun) not in self.words.changes:
                return Said(self.chain(after), "?", after)
        if subject or expects:
            return subject
        front = [p for p in clause.phrases if p.kind == "noun" and p.number < noun.number]
        front = [self.head(p) for p in front if not is_time(p, self.words)]
        return Said(self.chain(front[-1]), "?", front[-1]) if front else self.before

    def counted(self, thing: str, row: Row) -> str:
        """A count or a share: the things, and what is said of them."""
        fact, phrase, clause = row
        words, main = self.words, clause.main
        share = fact.kind == "percent"
        tail = self.tail(clause, phrase)
        final = words.verb_last  # `sind … ums Leben gekommen`
        final = final and clause.passive and clause.subject is phrase
        whole = f"{thing} {tail} {main.text}" if tail and final and main is not None else ""
        if main is not None and tail.split()[-1:] == [main.text]:
            whole = f"{thing} {tail}"
        if whole and len(whole) <= MAX_LENGTH:
            return whole
        if tail and not share and len(f"{thing} {tail}") <= MAX_LENGTH:
            return f"{thing} {tail}"
        if main is not None and clause.subject is phrase:
            return self.of_subject(thing, row) or (self.share(thing, phrase) if share else thing)
        form = self.form(fact, clause)
        if main is not None and not phrase.prep and not share and clause.verbs:
            if (
                words.base_is_noun
                and main.low.endswith("ed")
                and form is not None
                and not form.kind
            ):
                return f"{thing} {main.text}"
            if form is not None and form.noun and form.kind in ("", "change"):
                change = form.kind and words.base_is_noun  # `jobs cut`
                return f"{thing} {form.noun}" if change else with_detail(thing, form.noun)
            if form is not None and form.kind == "expect":
                return with_detail(thing, form.noun)
            owner = self.subject(clause, phrase)
            if owner and form is not None and form.kind == "have" and " " not in thing:
                known = thing.lower() in words.persons and form.noun
                return joined(owner, form.noun if known else thing, words, words.owner)
            if owner:
                return with_detail(thing, owner.text)
        if share:
            return self.share(thing, phrase)
        return thing

    def of_subject(self, thing: str, row: Row) -> str:
        """What is said of counted things that are the subject: `Habitants évacués`."""
        fact, _, clause = row
        words, main = self.words, clause.main
        form = self.form(fact, clause)
        if main is None:
            return thing
        verb = clause.verbs[-1]
        first = thing.split()[0].lower() if thing else ""
        agrees = not words.plural or (
            first.endswith(words.plural) == main.low.endswith(words.plural)
        )
        if clause.passive and agrees:
            name = f"{thing} {main.text}"
            rest = self.tail(clause, verb)
            return name if len(f"{name} {rest}") > MAX_LENGTH else f"{name} {rest}"
        if form is not None and form.noun and (thing.lower() in words.persons or not thing):
            return form.noun
        direct = self.direct(clause)
        after = self.next(verb, clause)
        if main.tag == "aux" and after is not None and after.kind in ("noun", "part"):
            rest = self.with_prep(after, after)
            return f"{thing} {rest}" if len(f"{thing} {rest}") <= MAX_LENGTH else ""
        if direct is not None:
            return with_detail(thing, self.chain(direct))
        if form is None or not form.noun or form.kind == "change":
            return ""
        return with_detail(thing, form.noun)

    def share(self, thing: str, phrase: Phrase) -> str:
        """`Part des déplacements`."""
        after = self.next(phrase)
        share = self.words.share
        if after is None or share.endswith(" of"):
            return f"{share} {thing}"
        of = self.text[phrase.end : after.start].strip()
        return f"{share} {of}{'' if of[-1:] in '’' else ' '}{thing}"
