"""How long a text is for its reader: words and minutes."""

import re

from reader.document.model import Document

WORDS_A_MINUTE = 230

# A word starts with a letter or digit and reaches to the next space or long dash, so that what
# apostrophes, hyphens, points or vowel signs join is one word.
_WORD = re.compile(r"[^\W_][^\s—–…]*")
# Han, kana and their extensions, which are written without spaces; compiled (for 2 ms) only
# where there are any.
_FIRST_IDEOGRAPH = "\u3040"
_IDEOGRAPH = "[\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"

# `estimated_words` reads at most so many characters, in so many samples.
_SAMPLES, _SAMPLE = 16, 1024


def words(text: str) -> int:
    """Number of words; Chinese and Japanese characters count as half a word each."""
    ideographs = 0
    if not text.isascii() and max(text) >= _FIRST_IDEOGRAPH:
        text, ideographs = re.subn(_IDEOGRAPH, " ", text)
    return len(_WORD.findall(text)) + (ideographs + 1) // 2


def minutes(words: int) -> int:
    """Whole minutes that reading `words` words takes; at least 1."""
    return max(1, round(words / WORDS_A_MINUTE))


def minutes_left(words: int, percent: int) -> int:
    """Minutes to the end of `words` words when `percent` are read; 0 at the end."""
    left = words * (100 - percent) // 100
    return minutes(left) if left else 0


def estimated_words(document: Document) -> int:
    """About how many words the document has, in less than a millisecond.

    Short texts are counted; long ones are sampled at places spread evenly over what has been
    parsed. While the document is not complete, the rest is taken to be like what is there.
    """
    length = len(document)
    if length <= _SAMPLES * _SAMPLE:
        count = float(words(document.text))
    else:
        step = length // _SAMPLES
        found = sum(words(document[i * step : i * step + _SAMPLE]) for i in range(_SAMPLES))
        count = found * length / (_SAMPLES * _SAMPLE)
    if 0 < document.parsed < document.size:
        count *= document.size / document.parsed
    return round(count)
