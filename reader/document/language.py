"""Which language a text is written in, for texts that do not say so.

The writing system first; where several languages share it, the function words (articles,
prepositions, pronouns and the like), which are some two fifths of any prose. Two languages are
compared by the words that only one of them has. In doubt there is no answer: a text that is set
in no language looks better than one that is set in the wrong one.
"""

import re

from reader.document.model import Document

# Characters of a text that are looked at, and in how many places.
_LOOKED_AT, _PLACES = 2048, 4
# The writing systems, with what one letter counts for against one of an alphabet. A tag stands
# for a system that one language has almost to itself.
_SYSTEMS = (
    ("el", "\u0370-\u03ff\u1f00-\u1fff", 1),
    ("Cyrillic", "\u0400-\u052f", 1),
    ("hy", "\u0531-\u0587", 1),
    ("Hebrew", "\u05d0-\u05f4", 1),
    ("Arabic", "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u200c", 1),
    ("Devanagari", "\u0900-\u0963\u0970-\u097f", 1),
    ("gu", "\u0a80-\u0aff", 1),
    ("ta", "\u0b80-\u0bff", 1),
    ("te", "\u0c00-\u0c7f", 1),
    ("kn", "\u0c80-\u0cff", 1),
    ("ml", "\u0d00-\u0d7f", 1),
    ("th", "\u0e01-\u0e4e", 1),
    ("lo", "\u0e81-\u0eff", 1),
    ("ka", "\u10a0-\u10ff", 1),
    ("km", "\u1780-\u17d3", 1),
    ("Kana", "\u3041-\u30ff", 2),
    ("Han", "\u3400-\u9fff\U00020000-\U0003134f", 3),
    ("ko", "\u1100-\u11ff\uac00-\ud7a3", 2),
)
# Written with accents that went out of use in 1982: as good as another language.
_POLYTONIC = "\u1f00-\u1fff"
_CHINESE = "的了是不在有我他她这這那你们們吗嗎与與及个個为為之也和中一"
_VOWEL_MARKS = "[\u064b-\u0652\u0670\u0640]"
# What stands around words. What is left of a piece of text that is no word then, is an address, a
# path, a compound, or the like.
_AROUND = ".,;:!?…«»“”„\"'‘()[]*_–—¿¡"
# The least numbers of different function words, and of different words.
_LEAST_WORDS, _LEAST_TEXT = 3, 5
# The least share of a text that function words make up: more in the alphabet of most languages,
# many of which are not known here.
_LEAST_LATIN, _LEAST_SHARE = 0.25, 0.2
# Words from which on a text is no short one, and how much it asks for then.
_LONG, _LEAST_LONG = 40, 7


def detect(text: str) -> str:
    """The BCP 47 tag of the language that most of a text is written in, '' if it is not sure.

    Two thousand characters are looked at, spread over the text.
    """
    if len(text) > _LOOKED_AT:
        part = _LOOKED_AT // _PLACES
        step = (len(text) - part) // (_PLACES - 1)
        text = "\n".join(text[at * step : at * step + part] for at in range(_PLACES))
    system = _system(text)
    if system == "Latin":
        return _by_words(_words(text), system)
    if system in ("Kana", "Han"):
        return _chinese_or_japanese(text)
    if system == "el" and len(re.findall(f"[{_POLYTONIC}]", text)) > len(text) // 50:
        return ""
    letters = next((letters for name, letters, _ in _SYSTEMS if name == system), "")
    if not letters or system.islower():
        return system
    if system == "Arabic":
        text = re.sub(_VOWEL_MARKS, "", text)
    return _by_words(re.findall(f"[{letters}]+", text.lower()), system)


def detect_in(document: Document) -> str:
    """The language of what has been parsed of a document: of its prose, not of its code."""
    length = len(document)
    if length <= _LOOKED_AT:
        return detect(_prose(document, 0, length))
    step, part = length // _PLACES, _LOOKED_AT // _PLACES
    places = range(0, length - part, step)
    return detect("\n".join(_prose(document, at, at + step, part) for at in places))


def _prose(document: Document, start: int, end: int, most: int = _LOOKED_AT) -> str:
    """The first `most` characters of prose between two places."""
    parts = []
    for block in document.blocks[document.block_at(start) :]:
        if block.start >= end or most <= 0:
            break
        if block.kind in ("code", "rule"):
            continue
        at = max(block.start, start)
        stop = min(block.end, end, at + most)
        most -= stop - at
        for span in block.spans:
            if span.kind == "code" and at <= span.start < stop:
                parts.append(document.between(at, span.start))
                at = min(span.end, stop)
        parts.append(document.between(at, stop) + "\n")
    return "".join(parts)


def _system(text: str) -> str:
    """The writing system of most letters of a text; '' if none has that many."""
    signs = set(text)
    counts = {"Latin": 0}
    if any(sign > "\u036f" and not "\u2000" <= sign < "\u2e80" for sign in signs):
        for name, letters, weight in _SYSTEMS:
            counts[name] = len(re.findall(f"[{letters}]", text)) * weight
        counts["Han"] += counts.pop("Kana")
    if not any(counts.values()):
        return "Latin"
    counts["Latin"] = len(re.findall(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]", text))
    system, count = max(counts.items(), key=lambda item: item[1])
    if count < 0.6 * sum(counts.values()):
        return ""
    return system if system == "Latin" or count >= 8 else ""


def _words(text: str) -> list[str]:
    """The words of a text; one with an apostrophe in it is two, the first of them with that."""
    words = []
    for piece in text.lower().replace("’", "'").split():
        if piece.isalpha():
            words.append(piece)
            continue
        word = piece.strip(_AROUND)
        if word.isalpha():
            words.append(word)
        elif "'" in word:
            first, _, second = word.partition("'")
            words += [part for part in (first + "'", second) if part.rstrip("'").isalpha()]
    return words


def _chinese_or_japanese(text: str) -> str:
    """By the share of kana: every sentence in Japanese has some."""
    kana = len(re.findall("[\u3041-\u3096\u30a1-\u30fa]", text))
    han = len(re.findall("[\u3400-\u9fff]", text))
    if kana >= 2 and kana * 6 > han:
        return "ja"
    if kana * 20 > han or han < 8:
        return ""
    return "zh" if any(sign in text for sign in _CHINESE) else ""


def _by_words(words: list[str], system: str) -> str:
    """The language whose function words are there, and not those of any other."""
    from reader.document.function_words import LATIN, OTHERS, SHARED

    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    # A word that is repeated again and again says no more than one that comes often.
    most = 3 + len(words) // 50
    weights = {word: min(count, most) for word, count in counts.items()}
    lists: list[tuple[str, str]] = list((LATIN if system == "Latin" else SHARED[system]).items())
    if system == "Latin":
        lists += [("", others) for others in OTHERS]
    rated = []
    for tag, known in lists:
        found = weights.keys() & known.split()
        rated.append((sum(map(weights.__getitem__, found)), tag, found))
    rated.sort(key=lambda row: row[0], reverse=True)
    score, tag, found = rated[0]
    share = sum(map(counts.__getitem__, found)) / max(len(words), 1)
    needed = _LEAST_LATIN if system == "Latin" else _LEAST_SHARE
    least = _LEAST_LONG if len(words) >= _LONG else _LEAST_WORDS
    if len(found) < least or len(counts) < _LEAST_TEXT or share < needed:
        return ""
    for rival, _, others in rated[1:]:
        if rival * 1.5 + 2 < score:
            break
        shared = sum(map(weights.__getitem__, found & others))
        if score - shared < max(1.5 * (rival - shared) + 1, 2):
            return ""
    return tag


def language_tag(said: str) -> str:
    """A language as a tag of BCP 47 (`pt_br` gives `pt-BR`), '' for what is none."""
    match = re.fullmatch(
        r"\s*([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}))?(?:[-_.@].*)?\s*", said
    )
    if not match:
        return ""
    language, script, region = match.groups()
    tag = language.lower()
    if script:
        tag += "-" + script.title()
    return f"{tag}-{region.upper()}" if region else tag
