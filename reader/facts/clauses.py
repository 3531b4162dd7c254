"""One sentence as clauses: each with its verb, its subject and the phrases around them.

A shallow reading (chunks, after S. Abney, "Parsing by Chunks", 1991): the tagged words make
phrases, and each verb has a clause, which ends at the strongest sign or word between two verbs.
Time is linear in the length of the sentence.
"""

from collections.abc import Sequence
from itertools import pairwise

from reader.facts.grammar import Grammar
from reader.facts.tagging import Word, tagged

_MARKS = frozenset(",;:()[]–—-•…|/")
_VERBAL = frozenset(("verb", "aux", "part", "inf", "ger"))


class Phrase:
    """Words that belong together. `kind` is `noun`, `value`, `pron`, `verb`, `part` or `break`.

    `prep` is the preposition before it (of several the last, or one that compares), '' for none;
    `of` whether that one joins it to the noun before; `det` the determiner. `adverb` and `after`
    are the adverbs right before and behind it. An `aside` stands in brackets. `part` is a participle
    alone: `interdit dès 2020`. `number` is its place in the sentence; `segment` counts the breaks
    before it.
    """

    __slots__ = (
        "adverb",
        "after",
        "aside",
        "det",
        "kind",
        "number",
        "of",
        "prep",
        "segment",
        "words",
    )

    def __init__(self, kind: str, words: list[Word], prep: str = "", of: bool = False) -> None:
        self.kind = kind
        self.words = words
        self.prep = prep
        self.of = of
        self.adverb = ""
        self.after = ""
        self.aside = False
        self.det = ""
        self.segment = 0
        self.number = 0

    @property
    def start(self) -> int:
        """Where it begins in the sentence."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the sentence."""
        return self.words[-1].end

    def __repr__(self) -> str:
        said = " ".join(word.text for word in self.words)
        return f"<{self.kind} {self.prep}{'*' if self.of else ''}|{said}>"


class Clause:
    """A verb with what belongs to it. `main` is the word that carries its meaning.

    `verbs` are its verb phrases (two where a participle stands at the end). `subject` is None in
    an order or where it is not said; `opener` is the word that the clause begins with, if it is
    a relative or a conjunction; `antecedent` the noun that a relative clause is about.
    """

    __slots__ = ("antecedent", "opener", "passive", "phrases", "subject", "verbs")

    def __init__(self, phrases: list[Phrase], verbs: list[Phrase]) -> None:
        self.phrases = phrases
        self.verbs = verbs
        self.subject: Phrase | None = None
        self.antecedent: Phrase | None = None
        self.opener = ""
        self.passive = False

    @property
    def main(self) -> "Word | None":
        """The last word of the verb that is no auxiliary; else the auxiliary."""
        words = [word for verb in self.verbs for word in verb.words]
        for word in reversed(words):
            if word.tag in ("verb", "part", "inf", "ger"):
                return word
        return words[-1] if words else None

    def __repr__(self) -> str:
        return f"Clause({self.subject!r}, {self.main!r}, {self.phrases!r})"


def clauses(text: str, grammar: Grammar, values: Sequence[tuple[int, int]] = ()) -> list[Clause]:
    """The clauses of a sentence, in order; `values` are the ranges of the figures in it."""
    found = _split(phrases(tagged(text, grammar, values), grammar), grammar)
    before: Clause | None = None
    for clause in found:
        _find_subject(clause, before, grammar)
        before = clause
    return found


def phrases(words: list[Word], grammar: Grammar) -> list[Phrase]:
    """The phrases of a sentence in order, with the breaks between them."""
    return _Chunker(grammar).read(words)


class _Chunker:
    """Gathers tagged words into phrases, from left to right."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.found: list[Phrase] = []
        self.held: list[Word] = []  # the words of a noun phrase under way
        self.det = ""
        self.prep = ""
        self.of = False
        self.adverb = ""
        self.depth = 0

    def read(self, words: list[Word]) -> list[Phrase]:
        """The phrases of the words."""
        before = ""
        for word in words:
            tag = word.tag
            if tag == "noun":
                self.held.append(word)
            elif tag == "det":
                self._close()
                self.det = word.low
            elif tag == "value" or tag == "pron":
                if tag == "pron" or not self._is_premodifier():
                    self._close()
                self.held = []
                self._add(Phrase(tag, [word], self.prep, self.of))
            elif tag in ("prep", "of"):
                self._close()
                if self.prep not in self.grammar.against or not self.prep:
                    self.of = tag == "of" and not self.prep
                    self.prep = word.low
            elif tag == "adv":
                self._close()
                if self.found and self.found[-1].kind == "value" and before == "value":
                    self.found[-1].after = word.low
                self.adverb = word.low
            elif tag in _VERBAL:
                self._verb(word, before)
            else:
                self._break(word)
            before = tag
        self._close()
        for number, phrase in enumerate(self.found):
            phrase.number = number
        return self.found

    def _is_premodifier(self) -> bool:
        """`the usual 450 °C`: an adjective between article and figure."""
        lower = len(self.held) == 1 and self.held[0].text.islower()
        return bool(lower and self.det and self.grammar.head_last and not self.of)

    def _close(self) -> None:
        if self.held:
            held, self.held = self.held, []
            self._add(Phrase("noun", held, self.prep, self.of))

    def _add(self, phrase: Phrase) -> None:
        phrase.adverb, phrase.det = self.adverb, self.det
        phrase.aside = self.depth > 0
        phrase.segment = self.found[-1].segment if self.found else 0
        if self.found and self.found[-1].kind == "break":
            phrase.segment += 1
        self.found.append(phrase)
        self.prep = self.adverb = self.det = ""
        self.of = False

    def _verb(self, word: Word, before: str) -> None:
        self._close()
        last = self.found[-1] if self.found else None
        joined = before in _VERBAL or before in ("adv", "of", "prep")
        if word.tag == "aux" and last is not None and last.words[-1].tag == "part":
            joined = joined and self.grammar.verb_last  # `abgeschlossen sein soll`
        if last is not None and last.kind in ("verb", "part") and joined:
            infinitive = word.tag == "inf" or (self.prep == "to" and word.tag != "part")
            if before not in ("of", "prep") or infinitive:
                last.words.append(word)
                last.kind = "verb"
                self.prep = self.adverb = ""
                self.of = False
                return
        kind = "part" if word.tag == "part" else "verb"
        self._add(Phrase(kind, [word], self.prep, self.of))

    def _break(self, word: Word) -> None:
        if word.tag == "mark" and word.text not in _MARKS:
            if word.text in ".!?":
                self._close()
            return
        if word.text == "-" and self.held:
            return
        self._close()
        self._add(Phrase("break", [word]))
        if word.text in "([":
            self.depth += 1
        elif word.text in ")]":
            self.depth = max(self.depth - 1, 0)


def _split(found: list[Phrase], grammar: Grammar) -> list[Clause]:
    """Phrases as clauses: a border between each two verbs."""
    verbs: list[Phrase] = []
    for phrase in found:
        final = phrase.kind == "part" and verbs and _one_verb(verbs[-1], phrase, found)
        if final or phrase.kind == "verb":
            verbs.append(phrase)
    if not verbs:
        verbs = [p for p in found if p.kind == "part"][:1]
    groups: list[list[Phrase]] = []
    for verb in verbs:
        if groups and _one_verb(groups[-1][-1], verb, found):
            groups[-1].append(verb)
        else:
            groups.append([verb])
    starts = [0]
    for one, other in pairwise(groups):
        starts.append(_border(found, one[-1].number, other[0]))
    starts.append(len(found))
    result = []
    for index in range(max(len(groups), 1)):
        within = found[starts[index] : starts[index + 1]]
        clause = Clause(within, groups[index] if groups else [])
        _find_opener(clause)
        clause.passive = _is_passive(clause, grammar)
        result.append(clause)
    return result


def _one_verb(first: Phrase, second: Phrase, found: list[Phrase]) -> bool:
    """Whether the second is the end of the first: `hat … verdient`, `konnten … gebracht werden`."""
    if first.words[-1].tag != "aux" or second.words[0].tag not in ("part", "inf"):
        return False
    if second.prep not in ("", "zu", "te"):
        return False
    between = found[first.number + 1 : second.number]
    return not any(p.kind == "break" and p.words[0].text not in "()" for p in between)


def _border(found: list[Phrase], after: int, verb: Phrase) -> int:
    """The number of the first phrase of the clause of `verb`."""
    best, rank = -1, 0
    for number in range(verb.number - 1, after, -1):
        phrase = found[number]
        if phrase.kind != "break":
            continue
        word = phrase.words[0]
        strength = 3 if word.tag in ("rel", "sub") else 2 if word.text in ";:–—" else 1
        if strength > rank:
            best, rank = number, strength
    if best >= 0:
        return best
    if verb.words[0].tag in ("inf", "ger", "part") or verb.prep or _is_within(found, after):
        return verb.number
    number = verb.number - 1  # no sign between: the noun before the verb is its subject
    while number > after + 1 and (found[number].of or found[number].prep):
        number -= 1
    return max(number, after + 1)


def _is_within(found: list[Phrase], number: int) -> bool:
    """Whether a verb is that of a relative clause or a participle, within the clause of the next."""
    if found[number].words[0].tag in ("ger", "part"):
        return number > 0 and found[number - 1].kind == "noun"
    for phrase in found[max(number - 3, 0) : number]:
        if phrase.kind == "break" and phrase.words[0].tag == "rel":
            return True
    return False


def _find_opener(clause: Clause) -> None:
    for phrase in clause.phrases[:2]:
        if phrase.kind == "break" and phrase.words[0].tag in ("rel", "sub", "and"):
            clause.opener = phrase.words[0].low


def _is_passive(clause: Clause, grammar: Grammar) -> bool:
    words = [word for verb in clause.verbs for word in verb.words]
    main = clause.main
    if main is None or main.tag not in ("part", "verb") or not main.low.endswith(_ends(main)):
        return False
    if words[0].tag == "part":
        return True
    auxiliaries = [word.low for word in words if word.tag == "aux"]
    return any(low not in grammar.perfect for low in auxiliaries) and main is not words[0]


def _ends(main: Word) -> "str | tuple[str, ...]":
    """What an English participle must end in; those of the others have a tag of their own."""
    return "" if main.tag == "part" else ("ed", "en", "n", "t", "de", "ld", "nd")


def _find_subject(clause: Clause, before: "Clause | None", grammar: Grammar) -> None:
    """Set the subject: before the verb, else the antecedent, behind it, or that of the clause before."""
    if not clause.verbs:
        return
    verb = clause.verbs[0]
    openers = [p for p in clause.phrases[:2] if p.kind == "break" and p.words[0].tag == "rel"]
    if openers and before is not None:
        nouns = [p for p in before.phrases if p.kind in ("noun", "value") and p.words[0].text]
        clause.antecedent = _head(nouns[-1], before.phrases) if nouns else None
    bare = verb.words[0].tag in ("ger", "inf", "part") and not openers
    front = [p for p in clause.phrases if p.number < verb.number and _may_be_subject(p, grammar)]
    if (
        bare
        and before is not None
        and before.subject is not None
        and (not front or front[-1].kind == "value" or verb.words[0].tag != "part")
    ):
        clause.subject = before.subject
    elif front:
        near = [p for p in front if p.segment == verb.segment] or front
        sign = clause.phrases[max(near[0].number - clause.phrases[0].number - 1, 0)]
        if sign.kind == "break" and sign.words[0].tag == "and":  # `the train from A to B and C`
            near = front
        clause.subject = near[0]
        after = near[1] if len(near) > 1 else None
        if near[0].kind == "value" and after is not None and after.number == near[0].number + 1:
            clause.subject = after  # `a magnitude 7.8 earthquake`
    elif clause.antecedent is not None:
        clause.subject = clause.antecedent
    elif before is not None and before.antecedent is not None:
        clause.subject = before.antecedent  # `the fire that broke out … has burnt`
    else:
        led = any(p.kind in ("noun", "value") and p.number < verb.number for p in clause.phrases)
        if led or before is None or before.subject is None:
            clause.subject = _behind(clause, verb, grammar)
        elif before is not None:
            clause.subject = before.subject


def _behind(clause: Clause, verb: Phrase, grammar: Grammar) -> "Phrase | None":
    """The subject behind the verb: the first noun without a preposition, else the figure."""
    end = clause.verbs[-1].number if len(clause.verbs) > 1 else verb.number + 6
    behind = [
        p
        for p in clause.phrases
        if verb.number < p.number <= end and _may_be_subject(p, grammar) and p.kind != "pron"
    ]
    if verb.words[-1].tag == "aux" and len(clause.verbs) == 1:
        behind.sort(key=lambda p: p.kind == "value")
    return behind[0] if behind else None


def _head(phrase: Phrase, among: list[Phrase]) -> Phrase:
    """The noun that a chain of complements begins with."""
    numbers = {p.number: p for p in among}
    while phrase.of and phrase.number - 1 in numbers and numbers[phrase.number - 1].kind == "noun":
        phrase = numbers[phrase.number - 1]
    return phrase


def _may_be_subject(phrase: Phrase, grammar: Grammar) -> bool:
    if phrase.kind == "pron":
        return True
    named = phrase.kind in ("noun", "value") and not (phrase.prep or phrase.aside)
    return named and not is_time(phrase, grammar)


def is_time(phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a phrase says when: `last year`, `mardi`."""
    if phrase.kind != "noun":
        return False
    words = [word.low for word in phrase.words]
    if len(words) > 3:
        return False
    return words[-1] in grammar.time or (not grammar.head_last and words[0] in grammar.time)
