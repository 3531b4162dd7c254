"""One sentence as clauses: each with its verb, its subject and the phrases around them.

A shallow reading (chunks, after S. Abney, "Parsing by Chunks", 1991): function words, endings and
position give each word a tag, runs of tags make phrases, and each verb has a clause, which ends at
the strongest sign or word between two verbs. Time is linear in the length of the sentence.
"""

import re
from collections.abc import Sequence

from reader.facts.grammar import Form, Grammar

# Longer sentences are lists or no sentences; what stands behind is not read.
MAX_LENGTH = 4000

_WORD = re.compile(r"[^\W_]+(?:[-.&'’‑/+][^\W_]+)*%?|[&$€£]|\.\.\.|[^\w\s]|_")
_ELISION = re.compile(r"[^\W\d_]{1,6}['’](?=\w)")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s(?!\w)")
_MARKS = frozenset(",;:()[]–—-•…|/")
_IN_PHRASE = frozenset(("noun", "det", "value", "pron"))


class Word:
    """One word of a sentence: `start:end` is its range, `low` folded, `tag` its part of speech.

    Tags: `noun` (adjectives too), `det`, `of`, `prep`, `and`, `rel`, `sub`, `pron`, `adv`, `aux`,
    `verb`, `part` (participle), `inf`, `ger`, `value`, `mark`. `form` is set for listed verbs.
    """

    __slots__ = ("end", "form", "low", "start", "tag", "text")

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.low = text.lower().replace("’", "'")
        self.tag = ""
        self.form: Form | None = None

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}"


class Phrase:
    """Words that belong together. `kind` is `noun`, `value`, `pron`, `verb`, `part` or `break`.

    `prep` is the preposition before it (the last of several), '' for none; `of` whether that one
    joins it to the noun before. `adverb` is the adverb right before it. `part` is a participle
    alone: `interdit dès 2020`. `number` is its place in the sentence, `fact` (values only) the
    number of the value; `segment` counts the breaks before it.
    """

    __slots__ = ("adverb", "det", "fact", "kind", "number", "of", "prep", "segment", "words")

    def __init__(self, kind: str, words: list[Word], prep: str = "", of: bool = False) -> None:
        self.kind = kind
        self.words = words
        self.prep = prep
        self.of = of
        self.adverb = ""
        self.det = ""
        self.fact = -1
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
    words = tagged(tokens(text[:MAX_LENGTH], grammar, values), grammar)
    found = _split(phrases(words, grammar), grammar)
    before: Clause | None = None
    for clause in found:
        _find_subject(clause, before, grammar)
        before = clause
    return found


def tokens(text: str, grammar: Grammar, values: Sequence[tuple[int, int]] = ()) -> list[Word]:
    """The words and signs of a sentence; each value is one word, an elided article is another."""
    found: list[Word] = []
    at, waiting = 0, list(values)[::-1]
    while at < len(text):
        while waiting and waiting[-1][0] < at:
            waiting.pop()
        match = _WORD.search(text, at, waiting[-1][0] if waiting else len(text))
        if match is None:
            if not waiting:
                break
            start, at = waiting.pop()
            word = Word(start, at, text[start:at])
            word.tag = "value"
            found.append(word)
            continue
        start, at = match.span()
        elided = _ELISION.match(text, start)
        if elided and elided[0].lower().replace("’", "'") in grammar.elisions:
            at = elided.end()
        elif owner := _POSSESSIVE.search(text, start, at):
            at = owner.start() if owner.start() > start else owner.end()
        found.append(Word(start, at, text[start:at]))
    return found


def tagged(words: list[Word], grammar: Grammar) -> list[Word]:
    """The same words, each with its tag."""
    before = Word(0, 0, "")
    before.tag = "mark"
    for index, word in enumerate(words):
        if word.tag != "value":
            after = words[index + 1] if index + 1 < len(words) else before
            word.tag = _tag(word, before, after, index == 0, grammar)
        before = word
    return words


def _tag(word: Word, before: Word, after: Word, first: bool, grammar: Grammar) -> str:
    low, text = word.low, word.text
    if not (text[0].isalnum() or low in ("'s", "&")):
        return "mark"
    if low in ("'s", "&"):
        return "noun" if before.tag == "noun" else "aux"
    capital = text[0].isupper() and not first and before.text not in ("“", '"', "«", "„")
    closed = grammar.tags.get(low, "")
    if closed and not (capital and before.tag == "noun" and not grammar.capitals):
        return _closed(closed, word, before, after, grammar)
    if capital and (grammar.capitals or not first):
        return "noun"
    form = grammar.forms.get(low)
    within = before.tag in ("det", "of") or (before.tag == "prep" and grammar.head_last)
    if form is not None:
        if within and form.tag != "inf" and not (before.low == "to" and low == text):
            return "noun"
        if before.tag == "det" or (before.low == "'s"):
            return "noun"
        if form.tag == "part" and grammar.capitals and after.text[:1].isupper():
            return "noun"
        word.form = form
        return form.tag
    if within or not text[0].islower() or len(low) < 4:
        return "noun"
    if grammar.capitals and after.text[:1].isupper():
        return "noun"
    if grammar.finite.search(low) and before.low not in ("'s",):
        return "verb"
    if grammar.participle.search(low) and before.tag in ("aux", "adv", "noun", "value", "part", "mark"):
        return "part" if before.tag != "mark" or after.tag == "" else "noun"
    return _adverb(low, before)


def _adverb(low: str, before: Word) -> str:
    ending = ("ly", "mente", "amment", "emment", "ement")
    return "adv" if len(low) > 5 and low.endswith(ending) and before.tag != "det" else "noun"


def _closed(tag: str, word: Word, before: Word, after: Word, grammar: Grammar) -> str:
    low = word.low
    if low in grammar.articles and low in grammar.of:  # `des`, `der`: with or without `of`
        return "of" if before.tag in ("noun", "value", "part") else "det"
    if tag == "det" and low in ("die", "der", "das", "dem", "den", "dat") and before.text == ",":
        return "rel"
    if low == "that" and before.tag not in ("noun", "mark") and after.text.islower():
        return "sub"
    if tag in ("rel", "sub") and after.tag == "value" and low in grammar.among:
        return "rel"
    if tag == "aux" and before.tag == "det":
        return "noun"
    return tag


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

    def read(self, words: list[Word]) -> list[Phrase]:
        depth = 0
        for index, word in enumerate(words):
            if word.text in ("(", "["):
                depth += 1
            tag = word.tag
            if tag in ("noun",):
                self.held.append(word)
            elif tag == "det":
                if self.held:
                    self._close()
                self.det = word.low
            elif tag in ("value", "pron"):
                self._close()
                self._add(Phrase(tag, [word], self.prep, self.of))
            elif tag in ("prep", "of"):
                self._close()
                self.of = tag == "of" and self.prep == ""
                self.prep = word.low
            elif tag == "adv":
                self._close()
                self.adverb = word.low
            elif tag in ("verb", "aux", "part", "inf", "ger"):
                self._verb(word, words[index - 1] if index else None)
            else:
                self._break(word)
            if word.text in (")", "]"):
                depth = max(depth - 1, 0)
        self._close()
        for number, phrase in enumerate(self.found):
            phrase.number = number
        return self.found

    def _close(self) -> None:
        if self.held:
            self._add(Phrase("noun", self.held, self.prep, self.of))
            self.held = []

    def _add(self, phrase: Phrase) -> None:
        phrase.adverb, phrase.det = self.adverb, self.det
        phrase.segment = self.found[-1].segment if self.found else 0
        if self.found and self.found[-1].kind == "break":
            phrase.segment += 1
        self.found.append(phrase)
        self.prep = self.adverb = self.det = ""
        self.of = False

    def _verb(self, word: Word, before: "Word | None") -> None:
        self._close()
        last = self.found[-1] if self.found else None
        joined = before is not None and before.tag in ("verb", "aux", "part", "inf", "ger", "adv", "of", "prep")
        if last is not None and last.kind in ("verb", "part") and joined and before is not None:
            infinitive = word.tag == "inf" or (before.low == "to" and word.tag != "part")
            if before.tag not in ("of", "prep") or infinitive:
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
        prep, of = self.prep, self.of
        self._add(Phrase("break", [word]))
        if word.tag == "mark" and word.text == ",":
            return
        if word.tag == "rel":
            self.prep, self.of = "", False
            self.found[-1].prep, self.found[-1].of = prep, of


def _split(found: list[Phrase], grammar: Grammar) -> list[Clause]:
    """Phrases as clauses: a border between each two verbs."""
    verbs = [p for p in found if p.kind == "verb"]
    if not verbs:
        verbs = [p for p in found if p.kind == "part"][:1]
    groups: list[list[Phrase]] = []
    for verb in verbs:
        if groups and _one_verb(groups[-1][-1], verb, found):
            groups[-1].append(verb)
        else:
            groups.append([verb])
    starts = [0]
    for one, other in zip(groups, groups[1:], strict=False):
        starts.append(_border(found, one[-1].number, other[0], grammar))
    starts.append(len(found))
    result = []
    for index in range(max(len(groups), 1)):
        within = found[starts[index] : starts[index + 1]]
        clause = Clause(within, groups[index] if groups else [])
        _find_opener(clause)
        clause.passive = _is_passive(clause)
        result.append(clause)
    return result


def _one_verb(first: Phrase, second: Phrase, found: list[Phrase]) -> bool:
    """Whether the second is the end of the first: `hat … verdient`, `konnten … gebracht werden`."""
    if first.words[-1].tag not in ("aux", "verb"):
        return False
    if any(word.tag in ("verb", "ger") for word in second.words) or second.prep not in ("", "zu", "te"):
        return False
    if first.words[-1].tag == "verb" and second.prep == "":
        return False
    between = found[first.number + 1 : second.number]
    return not any(p.kind == "break" and (p.words[0].tag in ("rel", "sub") or p.words[0].text in ";:,") for p in between)


def _border(found: list[Phrase], after: int, verb: Phrase, grammar: Grammar) -> int:
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
    if any(w.tag in ("inf", "ger", "part") for w in verb.words[:1]) or verb.prep:
        return verb.number
    number = verb.number - 1  # no sign between: the noun before the verb is its subject
    while number > after + 1 and (found[number].of or found[number].prep):
        number -= 1
    return max(number, after + 1)


def _find_opener(clause: Clause) -> None:
    for phrase in clause.phrases[:2]:
        if phrase.kind == "break" and phrase.words[0].tag in ("rel", "sub", "and"):
            clause.opener = phrase.words[0].low


def _is_passive(clause: Clause) -> bool:
    words = [word for verb in clause.verbs for word in verb.words]
    if not words:
        return False
    return words[-1].tag != "aux" and words[0].tag in ("part", "aux") and clause.main is not None and clause.main.tag in ("part", "verb")


def _find_subject(clause: Clause, before: "Clause | None", grammar: Grammar) -> None:
    """Set the subject: before the verb, else the antecedent, behind it, or that of the clause before."""
    if not clause.verbs:
        return
    verb = clause.verbs[0]
    opener = clause.phrases[0] if clause.phrases else None
    relative = opener is not None and opener.kind == "break" and opener.words[0].tag == "rel"
    if relative and before is not None:
        nouns = [p for p in before.phrases if p.kind in ("noun", "value")]
        clause.antecedent = _head(nouns[-1], before.phrases) if nouns else None
    front = [p for p in clause.phrases if p.number < verb.number and _may_be_subject(p, grammar)]
    if front:
        clause.subject = front[0]
    elif clause.antecedent is not None:
        clause.subject = clause.antecedent
    elif verb.words[0].tag in ("ger", "inf", "part") or clause.opener in ("and", "but", "et", "mais"):
        clause.subject = before.subject if before is not None else None
    else:
        behind = [p for p in clause.phrases if p.number > verb.number and _may_be_subject(p, grammar)]
        inverted = behind and behind[0].kind != "pron" and any(
            p.kind in ("noun", "value") for p in clause.phrases if p.number < verb.number
        )
        if inverted:
            clause.subject = behind[0]
        elif before is not None:
            clause.subject = before.subject


def _head(phrase: Phrase, among: list[Phrase]) -> Phrase:
    """The noun that a chain of complements begins with."""
    numbers = {p.number: p for p in among}
    while phrase.of and phrase.number - 1 in numbers and numbers[phrase.number - 1].kind == "noun":
        phrase = numbers[phrase.number - 1]
    return phrase


def _may_be_subject(phrase: Phrase, grammar: Grammar) -> bool:
    if phrase.kind == "pron":
        return True
    return phrase.kind in ("noun", "value") and not phrase.prep and not is_time(phrase, grammar)


def is_time(phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a phrase says when: `last year`, `mardi`."""
    if phrase.kind != "noun":
        return False
    words = [word.low for word in phrase.words]
    if len(words) > 3:
        return False
    return words[-1] in grammar.time or words[0] in grammar.time
