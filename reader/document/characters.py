"""The door for all text: cleaning what comes in, folding it for search, and checking addresses.

Every string from outside passes `clean` (or `clean_line`) after all decoding and before anything
else looks at it. Control characters are replaced one by one by something visible; no escape
sequence is ever recognised and cut, because what a parser cuts a terminal may read differently.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

# C0 but \t and \n, DEL, C1; line and paragraph separator; bidi embeddings, overrides, isolates
# and the deprecated switches after them; the byte order mark; surrogates; tag characters.
_UNCLEAN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_NEWLINE_SIGN = "\N{SYMBOL FOR NEWLINE}"
_WORD_JOINER = "\N{WORD JOINER}"

# Canonical ordering takes time quadratic in a run of combining marks, so runs are bounded before.
# Marks are neither letters nor digits nor spaces to `re`; the class only finds candidates.
_MARKS_AT_MOST = 30  # Unicode Standard Annex 15, Stream-Safe Text Format
_MARKS = re.compile(rf"[^\w\s\x00-\u02ff]{{{_MARKS_AT_MOST + 1},}}")


def clean(text: str) -> str:
    """Return `text` without any character that could act on a terminal, in NFC.

    CRLF and CR become LF; `\\n` and `\\t` stay. The other C0 controls and DEL become their
    control pictures (`␛`), the line and paragraph separators `␤`; C1 controls, lone surrogates,
    tag characters, bidi embeddings, overrides and isolates become U+FFFD. LRM, RLM and ALM stay:
    their effect ends with the line. A byte order mark inside a text becomes U+2060 (word
    joiner), the character that Unicode has put in its place: nothing is shown for either, but
    only one of them may be taken for the head of a file. In text that is not yet normalised, at
    most 30 combining marks follow each other; the one after that becomes U+FFFD.

    Idempotent; text that is clean already is returned as it is.
    """
    if not text.isprintable() and _UNCLEAN.search(text):
        text = _UNCLEAN.sub(_substitute, text.replace("\r\n", "\n"))
    if not text.isascii() and not _is_nfc(text):
        text = unicodedata.normalize("NFC", _MARKS.sub(_bound_marks, text))
    return text


def clean_line(text: str) -> str:
    """`clean` for what must stay on one line (titles, names, labels): `\\n`, `\\t` → a space."""
    return clean(text).replace("\n", " ").replace("\t", " ")


def _substitute(match: "re.Match[str]") -> str:
    character = match[0]
    if character == "\r":
        return "\n"
    if character < " ":
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "\N{SYMBOL FOR DELETE}"
    if character in "\u2028\u2029":
        return _NEWLINE_SIGN
    if character == "\ufeff":
        return _WORD_JOINER
    return _REPLACEMENT


def _is_nfc(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


def _bound_marks(match: "re.Match[str]") -> str:
    """Replace each mark that follows thirty others; a mark of U+0F73's kind counts as well."""
    characters = list(match[0])
    count = 0
    for index, character in enumerate(characters):
        if not unicodedata.combining(unicodedata.normalize("NFD", character)[0]):
            count = 0
        elif count == _MARKS_AT_MOST:
            characters[index] = _REPLACEMENT
            count = 0
        else:
            count += 1
    return "".join(characters)


# --- folding for search ---------------------------------------------------------------------

# Marks that a reader leaves out when typing: Latin, Greek and Cyrillic accents, Hebrew points,
# Arabic vowel signs and tatweel. Vowel signs of Indic scripts and the like are letters: they stay.
# With them, what is not seen at all: soft hyphen, zero-width characters, variation selectors.
_VANISHING = (
    "[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u00ad\u061c\u180b-\u180f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef]"
)
# What no decomposition of Unicode knows to be alike. Й is a letter of its own, not an accented И.
_ALIKE = {
    **dict.fromkeys("’‘‛ʼʻʹ′´`", "'"),
    **dict.fromkeys("«»“”„‟‹›″〝〞", '"'),
    **dict.fromkeys("−⁃", "-"),
    **dict.fromkeys("\n\t", " "),
    **dict(zip("йЙøØłŁđĐħĦıς⁄", "йЙoOlLdDhHiσ/", strict=True)),
    "œ": "oe",
    "Œ": "Oe",
    "æ": "ae",
    "Æ": "Ae",
    "ß": "ss",
    "ẞ": "SS",
}

# Stand-ins inside `fold`, none of which is in clean text: a character whose folded form is not
# one character, and guillemets, which may swallow the space on their inner side.
_IRREGULAR, _OPENING, _CLOSING = "\x01", "\x02", "\x03"
_GUILLEMETS = {"«": _OPENING, "‹": _OPENING, "»": _CLOSING, "›": _CLOSING}
_STAND_INS = _IRREGULAR + _OPENING + _CLOSING
_RUN = re.compile("[\x01-\x03][ \x01-\x03]*")
_ASCII = bytes(range(128))
_ASCII_TO_FOLD = "\t\n`"
_MANY = 64  # from so many characters to replace on, one pass over the text is faster


class Folded:
    """A folded text, with the way back to the text that it was made of.

    The way back is a list of breakpoints: from folded position `_from[k]` on, positions advance
    one by one from source offset `_to[k]`, up to the next breakpoint. Only what is longer or
    shorter than its folded form makes a breakpoint, eight bytes each.
    """

    __slots__ = ("_from", "_to", "text")

    def __init__(self, text: str, starts: Sequence[int] = (0,), to: Sequence[int] = (0,)) -> None:
        self.text = text
        self._from = starts
        self._to = to

    def offset(self, position: int) -> int:
        """The source offset of the character that is (or begins) at the folded `position`.

        What has vanished belongs to the character before it, so at `len(self.text)` this is the
        length of the source.
        """
        k = bisect_right(self._from, position) - 1
        return self._to[k] + position - self._from[k]

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The source range for the folded range `start:end`.

        It covers whole characters of the source with their combining marks, so it may be larger
        than asked for where one source character (a ligature) became several.
        """
        first = self.offset(start)
        if end <= start:
            return first, first
        last = self.offset(end - 1)
        after = self.offset(end)
        while after <= last and end < len(self.text):
            end += 1
            after = self.offset(end)
        return first, after

    def find(self, wanted: str) -> Iterator[tuple[int, int]]:
        """The source ranges of the folded text `wanted`, left to right, without overlaps."""
        find, size = self.text.find, len(wanted)
        low, high, drift = 0, 0, 0  # between these folded positions, offset = position + drift
        covered = 0
        position = find(wanted) if wanted else -1
        while position >= 0:
            end = position + size
            if low <= position and end < high:
                start, stop = position + drift, end + drift
            else:
                start, stop = self.range(position, end)
                k = bisect_right(self._from, end)
                low = self._from[k - 1]
                high = self._from[k] if k < len(self._from) else len(self.text)
                drift = self._to[k - 1] - low
            if start >= covered:
                yield start, stop
                covered = stop
            position = find(wanted, end)


def fold(text: str, case: bool = False) -> Folded:
    """Fold clean `text` for search: what readers type alike becomes the same characters.

    Accents go, unless they make another letter (Й); apostrophes, quotes, dashes and spaces
    become one kind each, `…` three full stops; ligatures and full-width forms are spelt out;
    soft hyphens and what else has no width vanish; runs of spaces, tabs and line breaks become
    one space, and the space inside French guillemets goes. Letters lose their case unless `case`
    is true. NUL stays as it is. Linear in the length of the text.
    """
    regular = _fold_regular(text, case)
    if not any(sign in regular for sign in _STAND_INS):
        return Folded(regular)
    from array import array  # an extension module of its own; not needed before the first screen

    starts, to = array("I", [0]), array("I", [0])
    pieces: list[str] = []
    done = 0  # source offset up to which all is folded
    length = 0  # length of what is folded
    drift = 0  # source offset minus folded position
    for match in _RUN.finditer(regular):
        start, end = match.span()
        if start and regular[start - 1] == " ":
            start -= 1
        pieces.append(regular[done:start])
        length += start - done
        piece, offsets = _fold_run(text, regular, start, end, case)
        pieces.append(piece)
        offsets.append(end)
        for offset in offsets:
            if offset - length != drift:
                drift = offset - length
                starts.append(length)
                to.append(offset)
            length += 1
        length -= 1
        done = end
    pieces.append(regular[done:])
    return Folded("".join(pieces), starts, to)


def _fold_regular(text: str, case: bool) -> str:
    """Fold all that is one to one; the result is as long as the text, with stand-ins."""
    table = _table(case)
    others = "" if text.isascii() else text.encode().translate(None, _ASCII).decode()
    present = [character for character in set(others) if table[ord(character)] != character]
    present += [character for character in _ASCII_TO_FOLD if character in text]
    if len(present) > _MANY:
        text = text.translate(table)
    else:
        for character in present:
            text = text.replace(character, table[ord(character)])
    if not case:
        text = text.lower()
    return text.replace("  ", " " + _IRREGULAR)


def _fold_run(text: str, regular: str, start: int, end: int, case: bool) -> tuple[str, list[int]]:
    """Fold a run of stand-ins and spaces: the folded characters and the source offset of each."""
    folded: list[str] = []
    offsets: list[int] = []
    before = regular[start - 1] if start else "\0"
    swallow = False
    for offset in range(start, end):
        sign = regular[offset]
        if sign == _OPENING:
            swallow = not (before.isalnum() or before in ".,;!?")
            characters = '"'
        elif sign == _CLOSING:
            characters = '"'
            if before == " " and not text[offset + 1 : offset + 2].isalnum():
                folded[-1] = before = '"'
                continue
        else:
            characters = " " if sign == " " else _fold_character(text[offset], case)
        for character in characters:
            if character == " " and (swallow or before == " "):
                continue
            swallow = swallow and character == '"'
            folded.append(character)
            offsets.append(offset)
            before = character
    return "".join(folded), offsets


@lru_cache(maxsize=1024)
def _fold_character(character: str, case: bool) -> str:
    """The folded form of one character, which may be empty or several characters."""
    alike = _ALIKE.get(character)
    if alike is None:
        category = unicodedata.category(character)
        if category == "Zs":
            return " "
        if category == "Pd":
            return "-"
        spelt = unicodedata.normalize("NFKD", character)
        if spelt[0] == " ":  # a spacing accent, such as the diaeresis
            return character
        kept = re.sub(_VANISHING, "", spelt)
        alike = unicodedata.normalize("NFC", "".join(_ALIKE.get(c, c) for c in kept))
    return alike if case else alike.casefold()


class _Table(dict[int, str]):
    """The one-to-one part of folding for `str.translate`; fills itself with what it is asked."""

    def __init__(self, case: bool) -> None:
        super().__init__()
        self._case = case

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _fold_character(character, self._case)
        if character in _GUILLEMETS:
            folded = _GUILLEMETS[character]
        elif len(folded) != 1:
            folded = _IRREGULAR
        self[code] = folded
        return folded


@lru_cache(maxsize=2)
def _table(case: bool) -> _Table:
    return _Table(case)


# --- addresses ------------------------------------------------------------------------------

# Besides what `clean` replaces: white space, what is not seen, and the backslash, which some
# programs read as a slash and others do not.
_REFUSED = (
    r"[\s\\\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufffd\ud800-\udfff\U000e0000-\U000e0fff]"
)
_HOST_AT_MOST = 259  # a DNS name and a port; Punycode takes quadratic time
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def safe_url(url: str, *, local: bool = False) -> str:
    """Return `url` if it may be kept as the target of a link, else the empty string.

    Kept: `http` and `https` with a host (`//host/…` gets `https:`), `mailto` with an address,
    fragments (`#x`), paths and queries relative to the article; `file:` on this machine and
    absolute paths only with `local`, for an article that the person opened from a file. Refused
    whatever the scheme: control and invisible characters, white space, backslashes, a leading
    `-`, a host that turns into more than a host under compatibility normalisation. Whether a
    relative path leaves the article's folder is for the one who opens it to check, on real paths.
    """
    if not url or url[0] == "-" or re.search(_REFUSED, url):
        return ""
    if url.startswith("//"):
        url = "https:" + url
    match = re.match(_SCHEME, url)
    if match is None:
        return url if local or url[0] != "/" else ""
    scheme, rest = match[1].lower(), url[match.end() :]
    allowed = False
    if scheme in ("http", "https"):
        allowed = _is_host(_authority(rest))
    elif scheme == "mailto":
        allowed = len(rest.partition("?")[0]) > 0
    elif scheme == "file" and local:
        allowed = rest.startswith("/") and _authority(rest) in ("", "localhost")
    return f"{scheme}:{rest}" if allowed else ""


def display_host(url: str) -> str:
    """The host that `url` really leads to, for showing; '' when it has none.

    Lower case, without user name, with the port if one is given; the domain of a `mailto`
    address. A label with letters other than accented Latin ones is given in Punycode, because
    such letters may pass for others (a Cyrillic а for an a).
    """
    match = re.match(_SCHEME, url)
    if match is None or re.search(_REFUSED, url):
        return ""
    rest = url[match.end() :]
    if match[1].lower() == "mailto":
        host = rest.partition("?")[0].rpartition("@")[2]
    else:
        host = _authority(rest)
    if len(host) > _HOST_AT_MOST:
        return ""
    host = unicodedata.normalize("NFKC", host).replace("。", ".").lower()
    return ".".join(_display_label(label) for label in host.split("."))


def _authority(rest: str) -> str:
    """The host and port of what follows a scheme; '' when there is none."""
    if not rest.startswith("//"):
        return ""
    return re.split("[/?#]", rest[2:], maxsplit=1)[0].rpartition("@")[2]


def _is_host(host: str) -> bool:
    if len(host) > _HOST_AT_MOST:
        return False
    normal = unicodedata.normalize("NFKC", host)
    name = normal.rpartition(":")[0] if re.search(r":\d*$", normal) else normal
    return bool(name) and not re.search(r"[/?#@%<>\"'\s]", normal) and name[0] != "-"


def _display_label(label: str) -> str:
    letters = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", label))
    if letters.isascii():
        return label
    return "xn--" + label.encode("punycode").decode("ascii")
