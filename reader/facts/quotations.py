"""The quotations of an article: exact words, and whose they are.

Each paragraph is read with its quotations blanked out, so that what is left is the words of the
article's author: in these a verb of saying has a subject. What has no verb of saying belongs to
whoever has been speaking, if it is a whole sentence; else it is no quotation but a title, a
nickname, or words that the author does not want to call his own.
"""

from bisect import bisect_left

from reader.document.model import Document
from reader.facts.dialogue import Turn, around, incision, opening_dash, speaker, turns
from reader.facts.marks import Quoted
from reader.facts.names import names
from reader.facts.paragraphs import Paragraph, paragraphs
from reader.facts.people import People, Person
from reader.facts.quotable import count_words, is_name_only, is_shown, is_whole
from reader.facts.quotes import Quote
from reader.facts.speakers import Clause
from reader.facts.speech import Speech, speech
from reader.facts.subjects import Subject

# Languages in which a dash begins what somebody says.
_DASHED = ("fr", "es", "it", "pt")
# Words of a quotation up to which a verb must stand close to it, and how close, in tokens; and from
# which on one without any verb may be taken for a sentence.
_FEW, _CLOSE, _WHOLE = 2, 6, 4
# How many paragraphs on somebody is still the one who spoke last.
_RECENT = 2


def quotations(document: Document, lang: str) -> list[Quote]:
    """The quotations of a document in its order, each with its speaker; `lang` is a BCP 47 tag.

    None where the words of the language are not known. Blocks that quote with an attribution are
    those of `quotes`: they are not repeated here, nor what is quoted in them.
    """
    words = speech(lang)
    if words is None:
        return []
    return _Reading(document, words).quotes()


def joined(authored: list[Quote], found: list[Quote]) -> list[Quote]:
    """Both in the order of the text; what was found inside the author's quotes is left out."""
    own = sorted(authored, key=lambda quote: quote.start)
    starts = [quote.start for quote in own]
    rest = []
    for quote in found:
        at = bisect_left(starts, quote.start + 1) - 1
        if at < 0 or own[at].end <= quote.start:
            rest.append(quote)
    return sorted(own + rest, key=lambda quote: quote.start)


class _Reading:
    """One article, read from its beginning to its end."""

    def __init__(self, document: Document, words: Speech) -> None:
        self.document = document
        self.words = words
        self.paragraphs = paragraphs(document, words)
        self.people = People(words)
        self.found: list[Quote] = []
        self.speaker: Person | None = None
        self.named = ""  # the last speaker, where it is no person: `the ministry`
        self.paragraph = -9  # the one in which the last speaker spoke
        self._numbers: list[int] = []
        self._meet()

    def quotes(self) -> list[Quote]:
        """The quotations."""
        interview = {
            t.index: t for t in turns([p.text for p in self.paragraphs], self.people, self.words)
        }
        for index, paragraph in enumerate(self.paragraphs):
            self._spoken_of(index, paragraph)
            if index in interview:
                self._turn(paragraph, interview[index])
            elif (dash := opening_dash(paragraph.text)) and self.words.name in _DASHED:
                self._dialogue(index, paragraph, dash)
            elif paragraph.quotes:
                self._read(index, paragraph)
            else:
                self._set_off(index, paragraph)
        return self.found

    def _spoken_of(self, index: int, paragraph: Paragraph) -> None:
        """Note whom the paragraph speaks of by what they are, for the pronouns that follow."""
        for subject in paragraph.clause.spoken_of():
            offset = paragraph.found[min(subject.place, len(paragraph.found) - 1)].start
            place = paragraph.start + offset
            person = self.people.of_role(subject.noun, subject.gender, place, later=False)
            if person:
                sentence = self._numbers[index] + paragraph.sentence(offset)
                self.people.note(person, place, sentence, leads=1)

    def _turn(self, paragraph: Paragraph, turn: Turn) -> None:
        """An answer, or a question, of an interview."""
        name, role = speaker(turn.label, self.people, self.words)
        if name:
            start = paragraph.start + turn.start
            self.found.append(Quote(name, start, paragraph.block.end, role=role, origin="found"))

    def _dialogue(self, index: int, paragraph: Paragraph, dash: int) -> None:
        """A paragraph of dialogue, if it says whose it is."""
        cut = incision(paragraph.text, self.words)
        if cut is None:
            return
        cut.subject.place = paragraph.token(cut.start)
        name, role, person = self._resolved(cut.subject, index, paragraph, 0)
        for start, end in around(paragraph.text, dash, cut, len(paragraph.text)) if name else ():
            self._keep(index, paragraph, start, end, name, role, person)

    def _meet(self) -> None:
        """Note who is named where."""
        for container in {
            id(c): c for b in self.document.blocks for c in b.containers if c.by
        }.values():
            self.people.introduce(container.by)
        plain = frozenset(t.low for p in self.paragraphs for t in p.found if not t.capital)
        number = 0
        for paragraph in self.paragraphs:
            met = names(paragraph.frame, paragraph.found, self.words, plain)
            paragraph.clause = Clause(paragraph.frame, paragraph.found, met, self.words)
            self._numbers.append(number)
            for name in met:
                sentence = number + paragraph.sentence(name.start)
                leads = paragraph.clause.leads(name)
                self.people.add(name, paragraph.start + name.start, sentence, leads)
            number += len(paragraph.sentences) + 1  # a new paragraph is further away

    # ------------------------------------------------------------------ a paragraph

    def _read(self, index: int, paragraph: Paragraph) -> None:
        """The quotations of a paragraph, one after another."""
        done = -1  # the sentence in which the last quotation was found
        for number, quote in enumerate(paragraph.quotes):
            sentence = paragraph.sentence(quote.outer)
            subject, after = self._subject(paragraph, number, sentence)
            if subject is None and self._interrupted(index, paragraph, quote):
                continue
            if subject is not None:
                if is_shown(subject, self.words):
                    continue
                if self._is_said(paragraph, quote, subject, after):
                    self._add(index, paragraph, quote, subject)
                    done = sentence
                continue
            if is_name_only(paragraph, quote, self.words):
                continue
            if done == sentence and self.found and count_words(quote, paragraph) > _FEW - 1:
                self._again(index, paragraph, quote)
            elif is_whole(paragraph, quote, _FEW if number and self.paragraph == index else _WHOLE):
                self._unattributed(index, paragraph, quote, number, sentence)

    def _interrupted(self, index: int, paragraph: Paragraph, quote: Quoted) -> bool:
        """« Nous sommes prêts, a dit le maire, mais… »: the clause stands inside the marks."""
        if count_words(quote, paragraph) <= _WHOLE:
            return False
        said = paragraph.text[quote.start : quote.end]
        cut = incision(said, self.words)
        if cut is None or not cut.start:
            return False
        cut.subject.place = paragraph.token(quote.outer)
        name, role, person = self._resolved(cut.subject, index, paragraph, 0)
        for start, end in around(said, 0, cut, len(said)) if name else ():
            self._keep(index, paragraph, quote.start + start, quote.start + end, name, role, person)
        return bool(name)

    def _subject(
        self, paragraph: Paragraph, number: int, sentence: int
    ) -> "tuple[Subject | None, bool]":
        """Who says a quotation by the grammar of its sentence, and whether that follows it."""
        clause, quotes = paragraph.clause, paragraph.quotes
        quote = quotes[number]
        first, _last = paragraph.sentences[sentence]
        final = paragraph.sentence(max(quote.after - 1, quote.outer))
        end = paragraph.sentences[final][1]
        earlier = quotes[number - 1].after if number else 0
        later = quotes[number + 1].outer if number + 1 < len(quotes) else len(paragraph.text)
        head = paragraph.token(first)
        opening = paragraph.token(quote.outer)
        before = clause.before(head, paragraph.token(max(first, earlier)), opening)
        stop = paragraph.token(min(end, later))
        ends = paragraph.text[quote.end - 1 : quote.end] in tuple(",!?…–—")
        ends = ends or paragraph.text[quote.after : quote.after + 2].strip()[:1] in (",", "–", "—")
        closing = paragraph.token(quote.after)
        after = clause.after(closing, stop, ends)
        if (
            after is None
            and paragraph.text[quote.end - 1 : quote.end] in ("?", "!")
            and end <= quote.after
        ):
            following = final + 1
            if following < len(paragraph.sentences):
                until = paragraph.token(min(paragraph.sentences[following][1], later))
                after = clause.after(closing, until, True) if until - closing < 9 else None
        if before and after and before.near == 0:  # a colon without a verb
            return after, True
        if before and after:
            tight = ends or before.kind == "dropped"
            adjoining = paragraph.text[max(0, quote.outer - 3) : quote.outer].rstrip()[-1:] == ":"
            between = (
                number
                and earlier > first
                and before.near > 1
                and opening - paragraph.token(earlier) > 0
            )
            if tight and not adjoining and not (between and after.near > 6):
                return after, True
            return before, False
        return (after, True) if after else (before, False)

    def _is_said(self, paragraph: Paragraph, quote: Quoted, subject: Subject, after: bool) -> bool:
        """Whether words that a verb of saying goes with are a quotation."""
        if is_name_only(paragraph, quote, self.words, 99 if after else subject.near):
            return False
        count = count_words(quote, paragraph)
        if count > _FEW:
            return True
        text = paragraph.text
        follows = paragraph.token(quote.after)
        if follows < len(paragraph.found) and not after:  # considered “probably” harmful
            word = paragraph.found[follows]
            if (
                word.text.islower()
                and word.start - quote.after < 2
                and word.low not in self.words.common
            ):
                return False
        introduced = (
            text[max(0, quote.outer - 3) : quote.outer].rstrip()[-1:] in (":", ",") and not after
        )
        return introduced or subject.near <= _CLOSE

    def _unattributed(
        self, index: int, paragraph: Paragraph, quote: Quoted, number: int, sentence: int
    ) -> None:
        """Sentences that nothing around them gives to anybody: they go on, or answer to a name."""
        clause = paragraph.clause
        first = paragraph.sentences[sentence][0]
        if (
            number
            and self.paragraph == index
            and paragraph.token(first) - paragraph.token(paragraph.quotes[number - 1].after) <= 30
        ):
            between = paragraph.token(paragraph.quotes[number - 1].after)
            subject = clause.spoken(between, paragraph.token(quote.outer))
            if subject is None or subject.kind in ("dropped", "noun"):
                self._again(index, paragraph, quote)
            else:
                self._add(index, paragraph, quote, subject)
            return
        if sentence:
            a, b = paragraph.sentences[sentence - 1]
            subject = clause.spoken(paragraph.token(a), paragraph.token(b))
            if subject and (
                subject.kind in ("name", "pronoun") or (subject.noun and subject.definite)
            ):
                self._add(index, paragraph, quote, subject)
                return
        elif number == 0 and index:
            previous = self.paragraphs[index - 1]
            if self.paragraph != index - 1 and previous.sentences:
                a, b = previous.sentences[-1]
                subject = previous.clause.spoken(previous.token(a), previous.token(b))
                if subject and subject.kind in ("name", "pronoun"):
                    self._add(index, paragraph, quote, subject, previous)
                    return
        if self.named and index - self.paragraph <= _RECENT:
            self._again(index, paragraph, quote)
        elif (subject := self._next(paragraph, number, sentence)) is not None:
            self._add(index, paragraph, quote, subject)
        else:
            place = paragraph.start + quote.outer
            person = self.people.before(place, self._numbers[index] + sentence, reach=5)
            if person:
                self._keep(
                    index, paragraph, quote.start, quote.end, person.name, person.role, person
                )

    def _next(self, paragraph: Paragraph, number: int, sentence: int) -> "Subject | None":
        """Who says the next quotation of the paragraph, or is spoken of in its next sentence."""
        later = paragraph.quotes[number + 1] if number + 1 < len(paragraph.quotes) else None
        ended = paragraph.token(paragraph.quotes[number].after)
        if later is None or paragraph.token(later.outer) - ended > 3:
            if sentence + 1 >= len(paragraph.sentences):
                return None
            a, b = paragraph.sentences[sentence + 1]
            subject = paragraph.clause.spoken(paragraph.token(a), paragraph.token(b))
            return subject if subject and subject.kind == "name" else None
        return self._subject(paragraph, number + 1, paragraph.sentence(later.outer))[0]

    def _set_off(self, index: int, paragraph: Paragraph) -> None:
        """A block quote without an attribution, after `X said:`."""
        quote = next((c for c in paragraph.block.containers if c.kind == "quote"), None)
        if quote is None or not index:
            return
        previous = self.paragraphs[index - 1]
        if quote in previous.block.containers:
            if self.found and self.found[-1].end == previous.block.end:
                self._keep_block(index, paragraph, self.found[-1].speaker, self.found[-1].role)
            return
        clause = previous.clause
        if not previous.sentences or previous.block.kind != "paragraph":
            return
        a, b = previous.sentences[-1]
        first, until = previous.token(a), previous.token(b)
        subject = clause.before(first, first, until)
        if subject:
            name, role, person = self._resolved(subject, index - 1, previous, previous.start + b)
            if name:
                self._keep_block(index, paragraph, name, role)
                self._remember(index, name, person)

    # ------------------------------------------------------------------ speakers

    def _add(self, index: int, paragraph: Paragraph, quote: Quoted, subject: Subject,
             where: "Paragraph | None" = None) -> None:  # fmt: skip
        where = where or paragraph
        number = index if where is paragraph else index - 1
        name, role, person = self._resolved(subject, number, where, 0)
        self._keep(index, paragraph, quote.start, quote.end, name, role, person)

    def _resolved(
        self, subject: Subject, index: int, where: Paragraph, least: int
    ) -> "tuple[str, str, Person | None]":
        """The name, the role and the person that a subject means."""
        at = min(subject.place, len(where.found) - 1)
        offset = where.found[at].start if at >= 0 else 0
        place = max(where.start + offset, least)
        sentence = self._numbers[index] + where.sentence(offset)
        recent = index - self.paragraph <= _RECENT and bool(self.named)
        last = (self.named, self.speaker.role if self.speaker else "", self.speaker)
        person: Person | None = None
        if subject.kind == "name" and subject.name is not None:
            person = self.people.called(subject.name)
            if person is None:
                return subject.name.text, subject.name.role, None
            self.people.spoke(person)
        elif subject.kind == "pronoun" and subject.gender == "n":  # `on`, `man`
            return "", "", None
        elif subject.kind == "pronoun" and subject.gender in ("m", "f"):
            if self.speaker is None and self.named and index == self.paragraph:
                return last
            person = self.people.before(place, sentence, subject.gender)
            if person is None and not recent:
                return self._called_so(subject, where, offset), "", None
        elif subject.kind == "latter":
            person = self.people.latest(place, subject.gender)
        elif subject.kind == "dropped" and (self.speaker or not recent):
            person = self.people.before(place, sentence)
        elif subject.kind == "noun":
            person = self._of_noun(subject, place, sentence)
            if person is None:
                return subject.text, "", None
        if person is None:
            return last if recent else ("", "", None)
        return person.name, person.role or subject.role, person

    def _of_noun(self, subject: Subject, place: int, sentence: int) -> Person | None:
        """The person whom a role means; one that nobody has been given means who was named last."""
        if subject.text[:1].isupper() and (person := self.people.surnamed(subject.text)):
            return person
        if not subject.noun or not subject.definite:
            return None
        person = self.people.of_role(subject.noun, subject.gender, place)
        if person is None and len(subject.text.split()) < 3:  # `the 41-year-old`
            gender = subject.gender if subject.gender in ("m", "f") else ""
            person = self.people.before(place, sentence, gender, 1)
        return person

    def _called_so(self, subject: Subject, where: Paragraph, offset: int) -> str:
        """What a pronoun means where nobody is named: the noun at the head of its sentence."""
        begin = where.token(where.sentences[where.sentence(offset)][0])
        noun = where.clause.nominal(begin, min(subject.place, len(where.found)))
        return noun.text if noun and noun.kind == "noun" else ""

    def _again(self, index: int, paragraph: Paragraph, quote: Quoted) -> None:
        """One more of whoever spoke last."""
        role = self.speaker.role if self.speaker else ""
        self._keep(index, paragraph, quote.start, quote.end, self.named, role, self.speaker)

    def _keep(self, index: int, paragraph: Paragraph, start: int, end: int, name: str, role: str,
              person: "Person | None") -> None:  # fmt: skip
        if name and end > start:
            first = paragraph.start + start
            self.found.append(Quote(name, first, paragraph.start + end, role=role, origin="found"))
            self._remember(index, name, person)
            if person:
                sentence = self._numbers[index] + paragraph.sentence(start)
                self.people.note(person, first, sentence)

    def _keep_block(self, index: int, paragraph: Paragraph, name: str, role: str) -> None:
        self.found.append(
            Quote(name, paragraph.block.start, paragraph.block.end, role=role, origin="found")
        )
        self.paragraph = index

    def _remember(self, index: int, name: str, person: "Person | None") -> None:
        self.named, self.speaker, self.paragraph = name, person, index
