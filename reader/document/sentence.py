"""Sentences: where the one around a place begins and ends.

Rules for languages written with `.`, `!`, `?` and `…` (and `。！？`), after the sentence boundary
rules of Unicode Standard Annex 29, SB6 to SB11, with what those leave to the language: words that
end in a `.` without ending a sentence, initials, ordinals, and quotations, which stay with the
sentence that introduces them.
"""

import re

from reader.document.model import Document

# How far around a place its sentence is looked for, in characters: a paragraph can be a book.
REACH = 4000
# A quotation longer than this is divided into its sentences.
QUOTATION = 600

# Words that end in a `.` and go on; in lower case, without the `.`.
_TITLES = (
    "mm mr mrs ms mx dr drs prof st ste mgr sr sra srta srs dña ud uds hr frl dott sig ing avv "
    "rev hon gen col capt lt sgt gov sen rep vs cf cfr vgl bzw inkl exkl evtl ggf sog z.b d.h u.a "
    "o.ä p.ex p.ej e.g i.e viz approx env ca resp incl excl bijv d.w.z m.b.t dhr mevr av bd trad "
    "gén"
)
# The same, where a number follows.
_BEFORE_NUMBERS = (
    "no nos nr núm num n art arts fig figs p pp pág págs pag s vol ch chap cap kap abs ziff bl sec "
    "t éq eq tab abb ver v jan feb febr févr mar apr avr jun jul juil aug sep sept okt oct "
    "ott nov déc dez dec dic gen ene abr"
)
_GO_ON = frozenset(_TITLES.split())
_GO_ON_TO_NUMBERS = frozenset(_BEFORE_NUMBERS.split())
_END = re.compile(r"(?:[.!?]+|…|\.\.\.)(?:[\s]?»|[”“\"’')\]*])*(?=\s)|[。！？]+[」』）]*|\n{2,}")
_OPENERS = " \t\n\u00a0\u202f«“„‚‘\"'([¿¡—–-•"
# `D. A. Davidson`, `U.S. Army`
_INITIALS = re.compile(r"[^\W\d_a-z](?:\.[^\W\d_a-z])*")
_LETTER = re.compile(r"\s[^\W\d_]\.")
_QUOTE = re.compile(r"[«“„]|(?<![\w.,!?])\"(?=\w)")
_LAST_WORD = re.compile(r"[^\W_][\w.’'-]*$")
_GOING_ON = ", \t\n\u00a0\u202f"
_PAIRS = {"«": "»", "“": "”", "„": "“”", "»": "«"}


def sentence(document: Document, start: int, end: int) -> tuple[int, int]:
    """The range of the sentence, or sentences, that hold `start:end`, without the spaces around.

    It never leaves the block of `start`; in a code block it is the line, in a table the cell.
    """
    if not document.blocks:
        return start, end
    block = document.blocks[document.block_at(start)]
    end = min(max(end, start + 1), max(block.end, start))
    low, high = max(block.start, start - REACH), min(block.end, end + REACH)
    text = document.text[low:high]
    if block.kind in ("code", "table"):
        signs = "\n" if block.kind == "code" else "\n\t"
        first = max(text.rfind(sign, 0, start - low) for sign in signs) + 1
        lasts = [at for sign in signs if (at := text.find(sign, end - low)) >= 0]
        return low + first, low + min(lasts, default=len(text))
    found = sentences(text, document.metadata.lang)
    held = [(a, b) for a, b in found if a < end - low and b > start - low]
    if not held:  # between two sentences
        held = [span for span in found if span[0] >= start - low][:1] or [(start - low, end - low)]
    return low + held[0][0], low + held[-1][1]


def sentences(text: str, lang: str = "") -> list[tuple[int, int]]:
    """The ranges of the sentences of one paragraph, in order, without the spaces between them."""
    quoted = _quotations(text)[::-1]
    ranges: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        at = match.end()
        while quoted and quoted[-1][1] <= at:
            quoted.pop()
        if quoted and quoted[-1][0] < match.start():
            continue
        if match[0][0] not in "。！？\n" and not _ends(text, match, lang):
            continue
        ranges.append((start, at))
        start = at
    ranges.append((start, len(text)))
    return [span for a, b in ranges if (span := _stripped(text, a, b))[0] < span[1]]


def _ends(text: str, match: "re.Match[str]", lang: str) -> bool:
    """Whether the stop that `match` found ends a sentence, seen with what stands around it."""
    after = text[match.end() : match.end() + 40]
    following = after.lstrip(_OPENERS)[:1]
    if not following or following.islower():
        return not following
    if match[0].startswith("..") or match[0][0] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    if word is None:
        return True
    last = word[0].lower()
    if last in _GO_ON or (len(last) == 1 and _LETTER.match(after)):  # `z. B.`
        return False
    if last.isdigit():  # `am 26. Juli`, `der 2. Platz`
        return not (lang.split("-")[0] in ("de", "da", "nb", "cs") and len(last) < 3)
    if last in _GO_ON_TO_NUMBERS and following.isdigit():
        return False
    return not _INITIALS.fullmatch(word[0])


def _quotations(text: str) -> list[tuple[int, int]]:
    """The ranges of the quotations that are closed again and short enough to stay in one piece."""
    found: list[tuple[int, int]] = []
    at = 0
    while match := _QUOTE.search(text, at):
        closing = _PAIRS.get(match[0], '"')
        at, limit = match.end(), match.end() + QUOTATION
        ends = [end for sign in closing if (end := text.find(sign, at, limit)) >= 0]
        if ends:
            at = min(ends) + 1
            before = text[max(match.start() - 20, 0) : match.start()].rstrip(_OPENERS)
            introduced = before[-1:] not in ("", ".", "!", "?", "…")
            if introduced or text[at : at + 20].lstrip(_GOING_ON)[:1].islower():
                found.append((match.start(), at))
    return found


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return start + left, start + left + len(piece.strip())
