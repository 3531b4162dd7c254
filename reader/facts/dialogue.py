"""Speech without quotation marks around it: interviews with labels, and dialogue after dashes.

And the clause that interrupts what is said: `— Je ne sais pas, dit-il, mais…`
"""

import re

from reader.document.sentence import sentences
from reader.facts.names import Name, names
from reader.facts.people import People, Person
from reader.facts.speakers import Clause
from reader.facts.speech import Speech, tokens
from reader.facts.subjects import Subject

_LABEL = re.compile(r"((?:[^\W\d_][\w.’'-]*\s){0,4}?[^\W\d_][\w.’'-]*)\s?[:：]\s+(?=\S)")
_DASH = re.compile(r"[—–―-]\s?(?=[^\W\d_]|[¿¡«“\"…])")
_QUESTIONS = frozenset("q question p pregunta f frage d domanda v vraag pergunta".split())
_ANSWERS = frozenset("a answer r réponse respuesta antwort risposta resposta antwoord".split())
_INNER = frozenset(",?!…—–")
_OUTER = ",.—–;:?!"
# Labelled paragraphs from which on a text is taken for an interview.
_LEAST = 3


class Turn:
    """One turn of an interview: the paragraph's index, the words from `start` on, the label."""

    __slots__ = ("index", "label", "start")

    def __init__(self, index: int, label: str, start: int) -> None:
        self.index = index
        self.label = label
        self.start = start


def turns(texts: list[str], people: People, words: Speech) -> list[Turn]:
    """The turns of an interview whose paragraphs begin with `NAME:`; none if it is no interview."""
    found: list[Turn] = []
    for index, text in enumerate(texts):
        match = _LABEL.match(text[:80])
        if match and _is_speaker(match[1], people, words):
            found.append(Turn(index, match[1], match.end()))
    labels = [turn.label for turn in found]
    if len(found) < _LEAST or len(set(labels)) < 2 or len(set(labels)) == len(labels):
        return []
    return found


def speaker(label: str, people: People, words: Speech) -> tuple[str, str]:
    """Whose words those after a label are, and his role; '' for the one who asks (`Q:`)."""
    if label.lower().rstrip(".") in _QUESTIONS:
        return "", ""
    low = label.lower().rstrip(".")
    person = people.first() if low in _ANSWERS else _bearer(label, people, words)
    if person is None:
        return "", ""
    shown = person.name
    return (shown.title() if shown.isupper() and len(shown) > 3 else shown), person.role


def _bearer(label: str, people: People, words: Speech) -> "Person | None":
    """The person of a label, with a title in it or nothing else (`Mayor`)."""
    parts = label.lower().split()
    bare = [part for part in parts if not words.role(part) and part not in words.honorifics]
    return people.written(" ".join(bare)) if bare else people.of_role(parts[-1], "", 0)


def _is_speaker(label: str, people: People, words: Speech) -> bool:
    low = label.lower().rstrip(".")
    if low in _QUESTIONS or low in _ANSWERS:
        return True
    parts = label.split()
    if not all(part[0].isupper() or part in words.particles for part in parts):
        return False
    if all(words.role(part.lower()) for part in parts):
        return True
    capitals = label.isupper() and len(label) > 1 and low not in words.common
    person = _bearer(label, people, words)
    known = person is not None and person.sure and not person.body
    return capitals or known or (parts[0].lower() in words.first and len(parts) > 1)


def opening_dash(text: str) -> int:
    """How long the dash is with which a paragraph of dialogue begins; 0 if with none."""
    match = _DASH.match(text)
    return match.end() if match else 0


class Incision:
    """The clause `start:end` that interrupts what is said, and the subject that it has."""

    __slots__ = ("end", "start", "subject")

    def __init__(self, start: int, end: int, subject: Subject) -> None:
        self.start = start
        self.end = end
        self.subject = subject


def incision(text: str, words: Speech) -> "Incision | None":
    """The first such clause: a sign, a verb of saying with its subject behind it, a sign."""
    found = tokens(text, sentences(text, words.name))
    plain = frozenset(token.low for token in found if not token.capital)
    met: list[Name] = names(text, found, words, plain)
    clause = Clause(text, found, met, words)
    for verb in clause.verbs(1, min(len(found), 400), coined=True):
        left = clause.skipped(verb - 1, 0)
        subject = clause.pronoun(left) if left > 0 else None
        if subject:
            left = clause.skipped(left - 1, 0)
        if left < 0 or found[left].text not in _INNER:
            continue
        subject = subject or clause.right(verb + 1, len(found))
        if subject is None and words.drops and found[left].text in "—–":
            subject = Subject("dropped", verb)
        if subject is None or (subject.kind == "pronoun" and subject.gender not in ("m", "f")):
            continue
        after = max(subject.place, verb + 1)
        while after < len(found) and found[after].text not in _OUTER:
            after += 1
        dashed = found[left].text in "—–"
        start = found[left].start if dashed or found[left].text == "," else found[left].end
        end = found[after].start if after < len(found) else len(text)
        if dashed and text[end : end + 3].strip(" .,;:")[:1] not in tuple("—–"):
            end = len(text)  # what follows is told, not said
        return Incision(start, end, subject)
    return None


def around(text: str, start: int, cut: Incision, end: int) -> list[tuple[int, int]]:
    """The ranges of what is said before and after an incision, without dashes and spaces."""
    ranges = []
    for first, last in ((start, cut.start), (cut.end, end)):
        piece = text[first:last]
        left = len(piece) - len(piece.lstrip(" \u00a0\u202f,.;:—–-"))
        right = len(piece.rstrip(" \u00a0\u202f—–-"))
        if right > left and any(c.isalnum() for c in piece[left:right]):
            ranges.append((first + left, first + right))
    return ranges
