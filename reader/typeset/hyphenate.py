"""Where words may be hyphenated: Liang's algorithm over pyphen's patterns.

F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", Stanford 1983. pyphen brings the pattern files of
some forty languages (the hunspell ones); its loader takes 0.15 s for English and 1.25 s for
German, so only the files are used here. They are sorted once into groups, one for all patterns that
begin with the same three letters. To load a language is then to read one file; a group is taken
apart when a word first needs it. Some languages come laid out so (`patterns/`, made by
`tools/hyphenation.py`); of the others the groups are kept in the cache folder.
"""
# pathlib is too dear on the way to the first screen:
# ruff: noqa: PTH116, PTH118, PTH120, PTH123, PTH208

import os
import re
import sys
from binascii import crc32

from reader.files import write_whole, xdg_folder

# The files that come with the program, by the tags that they are for. (Portuguese does not: what
# there is for all of it may not be passed on under the terms of the rest.)
SHIPPED = {
    "de": "de_DE",
    "en": "en_US",
    "en_gb": "en_GB",
    "es": "es",
    "fr": "fr",
    "it": "it_IT",
}

# What a tag alone does not say: pyphen's own choice would be the first in alphabetical order.
_PREFERRED = {"de": "de_DE", "en": "en_US", "no": "nb_NO", "pt": "pt_PT", "sr": "sr"}

# How many letters the patterns of a group have in common, and the longer ones of a list in it.
_PREFIX, _KEY = 3, 5

_MAGIC = b"reader hyphenation 2"

# Letters (with their marks); a word with digits or an underscore is looked at in no part.
_LETTERS = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
_DIGITS = {ord(digit): None for digit in "0123456789"}

# Letters that must stand before and after a hyphen.
BEFORE, AFTER = 2, 3


class Patterns:
    """The patterns of one language, as `pack` laid them out; raises ValueError for other bytes."""

    __slots__ = ("_groups", "_known", "_listed", "_segments", "_short")

    def __init__(self, data: bytes) -> None:
        head, _, rest = data.partition(b"\n")
        magic, _, checksum = head.rpartition(b" ")
        if magic != _MAGIC or int(checksum) != crc32(rest):
            raise ValueError("not a table of hyphenation patterns")
        prefixes, *listed = rest.decode().split("\n")
        self._listed = dict(zip(prefixes.split(" "), listed, strict=True))
        self._short = _by_letters(self._listed.get("", ""))
        self._groups: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
        self._segments: dict[str, tuple[dict[str, str], int]] = {}
        self._known: dict[str, tuple[tuple[int, int], ...]] = {}

    def _group(self, prefix: str) -> tuple[dict[str, str], dict[str, str]]:
        """Of the patterns with a prefix the short ones, and the lists of the others by their key."""
        short, *lists = self._listed.get(prefix, "").split("\t")
        # Between letters stands at most one digit.
        long = {listed[: 2 * _KEY + 1].translate(_DIGITS)[:_KEY]: listed for listed in lists}
        made = self._groups[prefix] = _by_letters(short), long
        return made

    def _segment(self, key: str) -> tuple[dict[str, str], int]:
        """The patterns that may match where `key` stands, by letters, and the longest's length."""
        short, long = self._groups.get(key[:_PREFIX]) or self._group(key[:_PREFIX])
        segment = _by_letters(long.get(key, ""))
        for end in range(1, len(key) + 1):
            pattern = (short if end >= _PREFIX else self._short).get(key[:end])
            if pattern:
                segment[key[:end]] = pattern
        made = self._segments[key] = segment, max(map(len, segment), default=0)
        return made

    def _levels(self, pattern: str) -> tuple[tuple[int, int], ...]:
        """The (place, level) pairs that a pattern asks for.

        A pattern after which the spelling would have to change (`/` and a replacement) only
        forbids: its breaks are no plain hyphens.
        """
        plain, slash, _ = pattern.partition("/")
        levels = []
        place = 0
        for char in plain:
            if char.isdecimal():
                level = int(char)
                levels.append((place, level + 1 if slash and level % 2 else level))
            else:
                place += 1
        known = self._known[pattern] = tuple(levels)
        return known

    def breaks(self, word: str) -> list[int]:
        """The places in a word of lower case letters where the patterns allow a hyphen."""
        dotted = f".{word}."
        size = len(dotted)
        levels = [0] * (size + 1)
        segments, known = self._segments, self._known
        for start in range(size - 1):
            key = dotted[start : start + _KEY]
            found, longest = segments.get(key) or self._segment(key)
            for end in range(start + 1, min(start + longest, size) + 1):
                pattern = found.get(dotted[start:end])
                if pattern is not None:
                    for place, level in known.get(pattern) or self._levels(pattern):
                        if levels[start + place] < level:
                            levels[start + place] = level
        return [
            place - 1 for place in range(BEFORE + 1, len(word) - AFTER + 2) if levels[place] % 2
        ]


def _by_letters(listed: str) -> dict[str, str]:
    """The patterns of a segment by their letters."""
    if not listed:
        return {}
    letters = listed.translate(_DIGITS).split(" ")
    if "/" in listed:
        letters = [item.partition("/")[0] for item in letters]
    return dict(zip(letters, listed.split(" "), strict=True))


def pack(text: str) -> bytes:
    """Lay the patterns of a hunspell hyphenation file out for `Patterns`.

    A line of ASCII (the magic words, the checksum of all that follows), a line of prefixes, parted
    by spaces, and for each of them a line of its patterns, parted by spaces, too: first those that
    are shorter than a key, then after a tab each those of one key. The empty prefix has the patterns
    that are shorter than one.
    """
    if "^^" in text:
        text = re.sub(r"\^\^([0-9a-f]{2})", lambda match: chr(int(match[1], 16)), text)
    patterns = [line.strip().partition(" ")[0] for line in text.split("\n")[1:]]
    stripped = "\n".join(patterns).translate(_DIGITS).split("\n")
    groups: dict[str, dict[str, dict[str, str]]] = {"": {"": {}}}
    for letters, pattern in zip(stripped, patterns, strict=True):
        if letters == pattern or pattern[0] in "%#" or "HYPHENMIN" in pattern:
            continue
        plain = letters.partition("/")[0]
        prefix = plain[:_PREFIX] if len(plain) >= _PREFIX else ""
        key = plain[:_KEY] if len(plain) >= _KEY else ""
        groups.setdefault(prefix, {"": {}}).setdefault(key, {})[plain] = pattern
    listed = [
        "\t".join(" ".join(one.values()) for one in group.values()) for group in groups.values()
    ]
    rest = "\n".join([" ".join(groups), *listed]).encode()
    return b"%s %d\n%s" % (_MAGIC, crc32(rest), rest)


def _folder() -> str:
    """The folder of pyphen's pattern files, found without importing pyphen; '' if there is none."""
    for finder in sys.meta_path:
        spec = finder.find_spec("pyphen", None)
        if spec is not None and spec.origin:
            return os.path.join(os.path.dirname(spec.origin), "dictionaries")
    return ""


def _choose(folder: str, lang: str) -> str:
    """The name of the pattern file for a BCP 47 tag, by truncation (RFC 4647); '' if none fits."""
    try:
        names = sorted(name[5:-4] for name in os.listdir(folder) if name.endswith(".dic"))
    except OSError:
        return ""
    by_tag = {name.lower(): name for name in names}
    parts = lang.replace("-", "_").lower().split("_")
    while parts:
        tag = "_".join(parts)
        if tag in by_tag:
            return by_tag[tag]
        if tag in _PREFERRED:
            return _PREFERRED[tag]
        if len(parts) == 1:
            return next((name for name in names if name.startswith(f"{tag}_")), "")
        parts.pop()
    return ""


def _cache_folder() -> str:
    """Where the laid out patterns are kept."""
    if sys.platform.startswith("linux"):
        return os.path.join(xdg_folder(os.environ, "XDG_CACHE_HOME", "~/.cache"), "hyphenation")
    from platformdirs import user_cache_path

    return str(user_cache_path("reader", appauthor=False) / "hyphenation")


def load(lang: str) -> "Patterns | None":
    """The patterns for a BCP 47 tag such as `fr-CA` or `en`; None if there are none."""
    tag = lang.replace("-", "_").lower()
    while tag:
        if tag in SHIPPED:
            try:
                with open(shipped(SHIPPED[tag]), "rb") as file:
                    return Patterns(file.read())
            except (OSError, ValueError):
                break  # an installation without them, or a damaged one
        tag = tag.rpartition("_")[0]
    return _load_cached(lang)


def shipped(name: str) -> str:
    """The path of a file of patterns that comes with the program."""
    return os.path.join(os.path.dirname(__file__), "patterns", f"{name}.bin")


def _load_cached(lang: str) -> "Patterns | None":
    """The patterns of a language out of pyphen's file, or of the cache.

    The cached file's name has the size and time of the pattern file, so that another release of
    pyphen is never taken for this one. A cache that cannot be read, is damaged, or cannot be
    written is done without.
    """
    folder = _folder()
    name = _choose(folder, lang)
    if not name:
        return None
    path = os.path.join(folder, f"hyph_{name}.dic")
    try:
        status = os.stat(path)
        cached = os.path.join(
            _cache_folder(), f"{name}-{status.st_size}-{status.st_mtime_ns:x}.bin"
        )
        try:
            with open(cached, "rb") as file:
                return Patterns(file.read())
        except (OSError, ValueError):
            with open(path, "rb") as file:
                raw = file.read()
    except OSError:
        return None
    try:
        data = pack(decode(raw))
    except (LookupError, UnicodeDecodeError):
        return None
    _keep(cached, data)
    return Patterns(data)


def decode(raw: bytes) -> str:
    """The text of a pattern file, whose first line names its encoding.

    Raises LookupError or UnicodeDecodeError where that cannot be.
    """
    encoding = raw[: raw.find(b"\n")].strip().decode("ascii", "replace").lower()
    return raw.decode("cp1251" if encoding == "microsoft-cp1251" else encoding)


def _keep(path: str, data: bytes) -> None:
    """Write a file of the cache; silent when that fails."""
    try:
        write_whole(path, data)
    except OSError:
        return


class Hyphenator:
    """Hyphenation in one language, loaded when the first word asks; `lang` is a BCP 47 tag."""

    __slots__ = ("_lang", "_loaded", "_patterns")

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._loaded = not lang
        self._patterns: Patterns | None = None

    def breaks(self, word: str) -> tuple[int, ...]:
        """The offsets in `word` before which a hyphen may stand.

        `word` is what stands between spaces, punctuation and all; each run of letters in it is
        looked at by itself. None for words with digits, capitals after the first letter (names
        such as GitHub, acronyms), or parts of compounds shorter than ten letters.
        """
        if not self._loaded:
            self._patterns = load(self._lang)
            self._loaded = True
        if self._patterns is None:
            return ()
        if word.isalpha():
            lower = word.lower()
            if len(word) < BEFORE + AFTER or lower[1:] != word[1:] or len(lower) != len(word):
                return ()
            return tuple(self._patterns.breaks(lower))
        if any(map(str.isdigit, word)):
            return ()
        found: list[int] = []
        least = 10 if re.search(r"\w[-‐–—]\w", word) else BEFORE + AFTER
        for match in _LETTERS.finditer(word):
            letters = match[0]
            lower = letters.lower()
            plain = lower[1:] == letters[1:] and len(lower) == len(letters)
            if len(letters) >= least and plain:
                start = match.start()
                found.extend(start + place for place in self._patterns.breaks(lower))
        return tuple(found)


def hyphenate(word: str, lang: str) -> tuple[int, ...]:
    """The break offsets of one word in a language; for many words keep a `Hyphenator`."""
    return Hyphenator(lang).breaks(word)
