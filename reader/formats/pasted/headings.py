"""Which short lines between the paragraphs of an article are its headings."""

from collections import Counter
from collections.abc import Sequence

from reader.formats.byline import named
from reader.formats.dates import find_day
from reader.formats.lines import Line
from reader.formats.pasted.span import is_prose

_LONGEST = 110
_MOST_WORDS = 13
_MOST_IN_QUESTION = 20
_LONGEST_QUESTION = 250
# What the line below a picture says.
_CAPTION = frozenset(
    [
        "photo",
        "photos",
        "photograph",
        "foto",
        "fotos",
        "photographie",
        "crédit",
        "crédits",
        "credit",
        "credits",
        "bild",
        "bilder",
        "image",
        "images",
        "getty",
        "reuters",
        "afp",
        "shutterstock",
        "istock",
        "unsplash",
        "illustration",
        "infographie",
        "vidéo",
        "video",
        "quelle",
        "copyright",
        "dr",
        "courtesy",
        "screenshot",
    ]
)
_OPENING = "«“\"‘'„¿¡(#"


def headings(lines: Sequence[Line]) -> set[int]:
    """The lines that are headings, of the lines that are the article's.

    A heading is short, begins like a sentence and does not end like one; text stands below it and
    the end of something above it. One that is alone in its form is none, if it may be a caption.
    """
    able = [_can_be(line) for line in lines]
    notes = Counter(_note(line) for line in lines)
    for at, line in enumerate(lines):
        if able[at] and line.text[-1] == ")":
            # It says more about the one above it, or in brackets who took a picture.
            able[at] = not (at and able[at - 1]) and notes[_note(line)] == 1
    found = [at for at in range(len(lines)) if able[at] and _stands_well(lines, able, at)]
    found += _questions(lines)
    others = sum(able) - sum(able[at] for at in found)
    sure = [at for at in found if _is_sure(lines, at)]
    if others > 2 * len(found) and len(sure) < 2:
        return set()
    plain = [at for at in found if lines[at].final not in "?!"]
    if len(found) == 1 and not plain:
        return set()
    return set(found)


def _note(line: Line) -> str:
    """What stands in brackets at the end of a line."""
    return line.text[line.text.rfind("(") :] if line.text[-1] == ")" else ""


def _can_be(line: Line) -> bool:
    text = line.text
    most = _MOST_IN_QUESTION if text[-1] == "?" else _MOST_WORDS
    if line.is_item or not 2 <= len(text) <= _LONGEST or text.count(" ") >= most:
        return False
    first = text.lstrip(_OPENING)[:1]
    if not (first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())):
        return False
    if (
        line.final in ".,;:…!。！"
        or text[-1] in ":*"
        or text[1:2] == ":"
        or "@" in text
        or "://" in text
    ):
        return False
    if not any(character.isalpha() for character in text) or ("." in text and " " not in text):
        return False
    if line.final == "?" and text[0] in '«“"„':
        return False
    words = line.key.split()
    return not (
        _CAPTION.intersection(words) or (len(text) < 60 and (find_day(text) or named(text)))
    )


def _stands_well(lines: Sequence[Line], able: Sequence[bool], at: int) -> bool:
    """Whether text follows, and what goes before has come to an end."""
    if at + 1 >= len(lines):
        return False
    after = lines[at + 1]
    pair = at + 2 < len(lines) and able[at + 1] and _is_text(lines[at + 2])
    if not (_is_text(after) or pair or _is_label(lines, at + 1)):
        return False
    if pair and at and able[at - 1] and not lines[at].gap:
        return False
    if not at:
        return _is_first(lines, able)
    return lines[at - 1].final not in ",;"


def _is_first(lines: Sequence[Line], able: Sequence[bool]) -> bool:
    """Whether the first line may be a heading: one or two words are a label, unless others are, too."""
    if lines[0].text.count(" ") > 1 or lines[1].is_item:
        return True
    return any(
        able[at] and lines[at].text.count(" ") <= 1 and _is_sure(lines, at)
        for at in range(1, len(lines))
    )


def _is_text(line: Line) -> bool:
    return is_prose(line) or line.is_item or (line.is_sentence and line.text.count(" ") >= 3)


def _is_label(lines: Sequence[Line], at: int) -> bool:
    """Whether the line says what follows in more words than a heading has, then text comes."""
    text = lines[at].text
    return (
        at + 1 < len(lines)
        and text[-1] in "):"
        and len(text) <= _LONGEST
        and _is_text(lines[at + 1])
    )


def _is_sure(lines: Sequence[Line], at: int) -> bool:
    prose = at > 0 and at + 1 < len(lines) and is_prose(lines[at + 1])
    return prose and (is_prose(lines[at - 1]) or lines[at - 1].is_item)


def _questions(lines: Sequence[Line]) -> list[int]:
    """The questions of an interview that say that they are some: `Q: …`."""
    asked = [
        at
        for at, line in enumerate(lines)
        if line.text.startswith(("Q:", "Q.", "Q :")) and len(line.text) <= _LONGEST_QUESTION
    ]
    return asked if len(asked) > 2 else []
