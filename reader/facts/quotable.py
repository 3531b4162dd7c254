"""What between quotation marks is a quotation, and what a title, a name or a nickname."""

import re

from reader.facts.marks import Quoted
from reader.facts.paragraphs import Paragraph
from reader.facts.speech import Speech
from reader.facts.subjects import Subject

_SENTENCE_END = tuple(".!?…,;–—")
# The place of a dispatch: `ROMA –`
_DATELINE = re.compile(r"[A-ZÀ-Ý]{3,}[^«“\"]{0,24}[–—-]\s?")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def count_words(quote: Quoted, paragraph: Paragraph) -> int:
    """How many words stand between the marks."""
    return len(_WORD.findall(paragraph.text[quote.start : quote.end]))


def is_name_only(paragraph: Paragraph, quote: Quoted, words: Speech, near: int = 99) -> bool:
    """Whether what stands between marks is the title of a work, a name, or a nickname.

    `near` is how far the verb of saying is: they called the film “awful”.
    """
    said = paragraph.text[quote.start : quote.end]
    count = count_words(quote, paragraph)
    if not count or not any(c.isalpha() for c in said):
        return True
    before = paragraph.token(quote.outer) - 1
    end = paragraph.found[before].end if before >= 0 else 0
    adjoins = (
        before >= 0 and quote.outer - end < 3 and not paragraph.frame[end : quote.outer].strip()
    )
    if adjoins and count <= 8 and not said.endswith((".", ",", "!", "?")):
        low = paragraph.found[before].low
        named = paragraph.frame[max(0, quote.outer - 40) : quote.outer].rstrip().lower()
        judged = near <= 4 and said[0].islower()
        if (low in words.works and not judged) or (
            count <= 5
            and named.endswith(words.naming)
            and not (
                before
                and (
                    paragraph.found[before - 1].low in words.pronouns
                    or paragraph.found[before - 1].capital
                )
            )
        ):
            return True
    capitals = [w for w in re.findall(r"[^\W\d_]+", said) if len(w) > 3 or w[0].isupper()]
    titled = len(capitals) > 1 and all(w[0].isupper() for w in capitals) and words.name != "de"
    return titled and count <= 8 and not said.endswith((".", "!", "?", "…"))


def is_shown(subject: Subject, words: Speech) -> bool:
    """Whether what `speaks` is a sign or a banner."""
    parts = subject.text.lower().split()[:2] if subject.kind == "noun" else []
    return any(p in words.works for p in parts) and not any(
        p in words.groups or words.role(p) for p in parts
    )


def is_whole(paragraph: Paragraph, quote: Quoted, least: int) -> bool:
    """Whether a quotation is a sentence of its own, so that it needs no verb around it."""
    said = paragraph.text[quote.start : quote.end]
    if not said[:1].isupper() and said[:1] not in "¿¡…[(0123456789":
        return False
    first, _last = paragraph.sentences[paragraph.sentence(quote.outer)]
    before = paragraph.text[max(first, quote.outer - 40) : quote.outer].strip(" \u00a0\u202f–—-")
    if _DATELINE.fullmatch(paragraph.text[:50][: quote.outer]):
        before = ""
    ends = said.endswith(_SENTENCE_END) or paragraph.text[quote.after : quote.after + 1] in (
        "",
        ".",
        " ",
    )
    return count_words(quote, paragraph) >= least and ends and (not before or before.endswith(":"))
