"""The words of one sentence, each with its part of speech, as far as endings and position tell."""

import re
from collections.abc import Sequence

from reader.facts.grammar import Form, Grammar

# Longer sentences are lists or no sentences; what stands behind is not read.
MAX_LENGTH = 4000

_WORD = re.compile(r"[^\W_]+(?:[-.&'’‑/+][^\W_]+)*%?|[&$€£]|\.\.\.|[^\w\s]|_")
_ELISION = re.compile(r"[^\W\d_]{1,6}['’](?=\w)")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s(?!\w)")
_OPENING = ("“", '"', "«", "„", "‘", "'")
_ADVERB_ENDINGS = ("ly", "mente", "amment", "emment", "ement", "weise")
_VERBAL = frozenset(("verb", "aux", "part", "inf", "ger"))


class Word:
    """One word of a sentence: `start:end` is its range, `low` folded, `tag` its part of speech.

    Tags: `noun` (adjectives too), `det`, `of`, `prep`, `and`, `rel`, `sub`, `pron`, `adv`, `aux`,
    `verb`, `part` (participle), `inf`, `ger`, `value`, `mark`. `form` is set for listed verbs.
    """

    __slots__ = ("end", "form", "low", "start", "tag", "text")

    def __init__(self, start: int, end: int, text: str, tag: str = "") -> None:
        self.start = start
        self.end = end
        self.text = text
        self.low = text.lower().replace("’", "'")
        self.tag = tag
        self.form: Form | None = None

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}"


_NONE = Word(0, 0, "", "mark")


def tagged(text: str, grammar: Grammar, values: Sequence[tuple[int, int]] = ()) -> list[Word]:
    """The words and signs of a sentence with their tags; each value is one word."""
    words = tokens(text[:MAX_LENGTH], grammar, values)
    for index, word in enumerate(words):
        if not word.tag:
            before = words[index - 1] if index else _NONE
            after = words[index + 1] if index + 1 < len(words) else _NONE
            if before.tag == "value" and index > 1 and words[index - 2].tag == "det":
                before = words[index - 2]  # `the 4.8 percent gain`
            word.tag = _tag(word, before, after, index == 0, grammar)
    if grammar.particles:
        _join_particles(words, grammar)
    return words


def _join_particles(words: list[Word], grammar: Grammar) -> None:
    """`nahm … zu` is a form of `zunehmen`: the particle stands at the end of the clause."""
    open_: Word | None = None
    for before, word in zip(words, [*words[1:], _NONE], strict=False):
        if before.tag == "verb":
            open_ = before
        ends = word.tag in ("mark", "and", "rel", "sub")
        ends = ends or (word.tag == "prep" and before.tag == "prep")
        if (
            ends
            and open_ is not None
            and open_.form is not None
            and before.low in grammar.particles
        ):
            joined = grammar.forms.get(before.low + open_.form.infinitive)
            if joined is not None:
                open_.form, before.tag = joined, "adv"
        if ends:
            open_ = None


def tokens(text: str, grammar: Grammar, values: Sequence[tuple[int, int]] = ()) -> list[Word]:
    """The words and signs; a value is one word, an elided article and `'s` are words too."""
    found: list[Word] = []
    at, waiting = 0, [span for span in values if span[1] <= len(text)][::-1]
    while at < len(text):
        while waiting and waiting[-1][0] < at:
            waiting.pop()
        owner = _POSSESSIVE.match(text, at)
        match = owner or _WORD.search(text, at, waiting[-1][0] if waiting else len(text))
        if match is None:
            if not waiting:
                break
            start, at = waiting.pop()
            found.append(Word(start, at, text[start:at], "value"))
            continue
        start, at = match.span()
        elided = _ELISION.match(text, start)
        if elided and elided[0].lower().replace("’", "'") in grammar.elisions:
            at = elided.end()
        elif not owner and (inner := _POSSESSIVE.search(text, start, at)):
            at = inner.start()
        found.append(Word(start, at, text[start:at]))
    return found


def _tag(word: Word, before: Word, after: Word, first: bool, grammar: Grammar) -> str:
    low, text = word.low, word.text
    if low in ("'s", "&"):
        return "noun" if before.tag == "noun" else "aux"
    if not text[0].isalnum():
        return "mark"
    capital = text[0].isupper() and not first and before.text not in _OPENING
    roles = grammar.roles.get(low)
    if roles and not (capital and before.tag == "noun" and not grammar.capitals):
        return _closed(roles, word, before, after, grammar)
    if capital or low in grammar.time:
        return "noun"
    form = grammar.forms.get(low)
    if form is not None:
        return _verb(form, word, before, after, grammar)
    within = before.tag in ("det", "of") or before.low == "'s"
    if within or not text[0].islower() or len(low) < 4:
        return "noun"
    if grammar.capitals and after.text[:1].isupper():
        return "noun"
    if grammar.finite.search(low) and before.tag != "prep":
        return "part" if after.low in grammar.by and before.tag == "noun" else "verb"
    if grammar.participle.search(low) and before.tag not in ("prep", "mark"):
        return "part"
    if grammar.capitals:  # no noun, and no adjective of one
        return "adv"
    adverb = len(low) > 5 and low.endswith(_ADVERB_ENDINGS) and before.tag != "det"
    return "adv" if adverb else "noun"


def _verb(form: Form, word: Word, before: Word, after: Word, grammar: Grammar) -> str:
    """The tag of a word that may be a form of a listed verb: after an article it is a noun."""
    led = before.tag == "det" or before.low == "'s"
    final = grammar.capitals and form.tag in ("inf", "part") and not after.text[:1].isupper()
    if led and not final:
        return "noun"
    if after.low in grammar.by and before.tag == "noun" and word.low.endswith("ed"):
        return "part"  # `analysts surveyed by`
    loose = before.text == "," and "prep" in grammar.roles.get(after.low, ())
    if grammar.base_is_noun and loose and form.tag == "verb" and not word.low.endswith("s"):
        return "part"  # `the factory, built in 1962`
    base = form.infinitive
    if grammar.base_is_noun and word.low in (base, f"{base}s", f"{base}es"):
        after_verb = grammar.forms.get(after.low)
        led = grammar.roles.get(after.low, ("",))[-1] == "aux"
        led = led or (after_verb is not None and after_verb.tag == "verb")
        bare = after.tag != "value" and grammar.roles.get(after.low, ("",))[0] != "det"
        opens = bare and before.text != ")" and before.tag in ("mark", "sub")
        if opens or (led and before.tag in ("mark", "sub", "noun", "and", "prep")):
            return "noun"  # `shares are up`, `support among residents`
    if before.tag in ("of", "prep") and form.tag not in ("inf", "ger"):
        return "noun"
    if before.tag == "prep" and form.tag == "inf" and grammar.base_is_noun and before.low != "to":
        return "noun"
    if form.tag in ("part", "ger", "inf") and grammar.capitals and after.text[:1].isupper():
        return "noun" if form.tag != "inf" else "inf"
    word.form = form
    return form.tag


def _closed(roles: tuple[str, ...], word: Word, before: Word, after: Word, grammar: Grammar) -> str:
    """The tag of a function word that may be several."""
    low = word.low
    ends = after.tag != "value" and not after.text[:1].isalnum()
    verbal = after.low in grammar.forms or grammar.roles.get(after.low, ("",))[-1] == "aux"
    name = before.text[:1].isupper() and after.text[:1].isupper() and not grammar.capitals
    if name and "det" in roles and before.tag == "noun" and low in ("de", "het"):
        return "noun"  # `Jan de Boer`
    if "rel" in roles and "det" in roles and before.text == ",":
        return "det" if grammar.capitals and after.text[:1].isupper() else "rel"
    if "of" in roles and "det" in roles:  # `des`, `der`
        return "of" if before.tag in ("noun", "value", "part") else "det"
    if "det" in roles and len(roles) > 1:
        other = next(role for role in roles if role != "det")
        bare = after.tag != "value" and (ends or (verbal and after.text.islower()))
        return other if bare else "det"
    if "adv" in roles and "prep" in roles:
        return "adv" if ends or (verbal and after.low != "to") else "prep"
    if "rel" in roles and "sub" in roles:
        return "rel" if before.tag in ("noun", "mark") else "sub"
    if roles[-1] == "aux" and before.tag == "det":
        return "noun"
    return roles[-1]
