"""How parts of a sentence become a label: cut, joined and tidied as a person would write it."""

import re

from reader.facts.clauses import Phrase
from reader.facts.grammar import Grammar

# Characters of a label at most.
MAX_LENGTH = 45

_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?")
_EDGES = " \t\n\u00a0\u202f,.;:!?…–—-•·*\"'’‘“”«»„()[]|/"
_VOWEL = re.compile(r"[aeiouyàâéèêëîïôœùûh]", re.I)


class Said:
    """A piece of a label: the words, the determiner that stood before them, and their phrase."""

    __slots__ = ("det", "phrase", "text")

    def __init__(self, text: str, det: str = "", phrase: "Phrase | None" = None) -> None:
        self.text = text
        self.det = det
        self.phrase = phrase

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING = Said("")


def chain(text: str, phrase: Phrase, all_of: "list[Phrase]", limit: int = MAX_LENGTH) -> str:
    """A noun with those of its complements that fit: `limite légale de l’eau potable`."""
    end, number = phrase.end, phrase.number
    while number + 1 < len(all_of):
        after = all_of[number + 1]
        if not (after.of and after.kind == "noun" and after.end - phrase.start <= limit):
            break
        end, number = after.end, number + 1
    return plain(text[phrase.start : end])


def plain(text: str) -> str:
    """Text without asides in brackets, its spaces single."""
    return " ".join(_ASIDE.sub("", text).split()).strip(_EDGES)


def joined(said: Said, noun: str, grammar: Grammar, pattern: str = "") -> str:
    """A noun and whom or what it is of: `Nikkei 225 decline`, `Hausse du bénéfice net`.

    Where the article before the name does not tell how, a comma joins them; of a name that is too
    long only the head is said.
    """
    if not said:
        return noun
    if not noun or noun.lower() in said.text.lower().split():
        return said.text
    head = " ".join(word.text for word in said.phrase.words) if said.phrase is not None else ""
    for name in (said.text, head):
        whole = _joined(name, said.det, noun, grammar, pattern or grammar.joined)
        if name and len(whole) <= MAX_LENGTH:
            return whole
    return shortened(said.text, grammar)


def _joined(name: str, det: str, noun: str, grammar: Grammar, pattern: str) -> str:
    of = ""
    if "{of}" in pattern:
        of = grammar.with_article.get(det, "") or ("" if det == "?" else grammar.without_article)
        if of and of == grammar.without_article and grammar.elided_of and _VOWEL.match(name):
            of = grammar.elided_of
        if not of:
            return f"{name}, {noun}"
    return pattern.format(of=of, subject=name, owner=name, noun=noun)


def with_detail(label: str, detail: str, sign: str = ", ") -> str:
    """A label and something that tells it from others, where there is room for it."""
    detail = plain(detail)
    if not detail or detail.lower() in label.lower() or label.lower() in detail.lower():
        return label
    name = f"{label}{sign}{detail}" if label else detail
    return name if len(name) <= MAX_LENGTH else label


def shortened(text: str, grammar: Grammar, limit: int = MAX_LENGTH) -> str:
    """The words of a noun phrase that fit: the last where its head is the last, else the first."""
    text = plain(text)
    if len(text) <= limit:
        return text
    if grammar.head_last:
        cut = text[len(text) - limit :]
        cut = cut.partition(" ")[2] if " " in cut else cut
    else:
        cut = text[: limit + 1].rpartition(" ")[0] or text[:limit]
    return trimmed(cut, grammar)


def trimmed(text: str, grammar: Grammar) -> str:
    """Without signs and function words at both ends."""
    words = text.strip(_EDGES).split()
    while words:
        last = words[-1].strip(_EDGES).lower().replace("’", "'")
        if last and last not in grammar.function and f"{last}'" not in grammar.elisions:
            break
        words.pop()
    while words:
        first = words[0].strip(_EDGES).lower().replace("’", "'")
        elided = re.match(r"([^\W\d_]+['’])(?=\w)", words[0])
        if elided and elided[0].lower().replace("’", "'") in grammar.elisions:
            words[0] = words[0][elided.end() :]
        elif first and first not in grammar.function:
            break
        else:
            words.pop(0)
    return " ".join(words).strip(_EDGES)


def capitalised(text: str) -> str:
    """With a capital at the head, unless the word is written its own way (`iPhone`)."""
    first = text.split(" ", 1)[0]
    return text if any(sign.isupper() for sign in first[1:]) else text[:1].upper() + text[1:]


def finished(text: str, value: str, grammar: "Grammar | None") -> str:
    """A label as it is shown, '' when there is nothing left of it or it repeats the value."""
    text = plain(text)
    if grammar is not None:
        text = trimmed(shortened(trimmed(text, grammar), grammar), grammar)
    elif len(text) > MAX_LENGTH:
        text = text[: MAX_LENGTH + 1].rpartition(" ")[0]
    if not any(sign.isalpha() for sign in text):
        return ""
    if value.lower().strip() in text.lower():
        return ""
    return capitalised(text)
