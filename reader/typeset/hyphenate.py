"""Where words may be hyphenated: Liang's algorithm over pyphen's patterns.

F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", Stanford 1983. pyphen brings the pattern files of
some forty languages (the hunspell ones); its loader takes 0.15 s for English and 1.25 s for
German, so only the files are used here. They are sorted once into segments, one for all patterns
that begin with the same one or two letters, and the segments are kept in the cache folder. To load a
language is then to read one file; a segment is taken apart when a word first needs it.
"""
# pathlib is too dear on the way to the first screen:
# ruff: noqa: PTH103, PTH105, PTH111, PTH116, PTH118, PTH120, PTH123, PTH208

import os
import re
import sys
from binascii import crc32

# What a tag alone does not say: pyphen's own choice would be the first in alphabetical order.
_PREFERRED = {"de": "de_DE", "en": "en_US", "no": "nb_NO", "pt": "pt_PT", "sr": "sr"}

# From so many patterns on, the segments are those of two letters instead of one.
_MANY = 20_000

_MAGIC = b"reader hyphenation 1"

# Letters (with their marks); a word with digits or an underscore is looked at in no part.
_LETTERS = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
_DIGITS = {ord(digit): None for digit in "0123456789"}

# Letters that must stand before and after a hyphen.
BEFORE, AFTER = 2, 3


class Patterns:
    """The patterns of one language, as `pack` laid them out; raises ValueError for other bytes."""

    __slots__ = ("_body", "_index", "_known", "_prefix", "_segments", "_singles")

    def __init__(self, data: bytes) -> None:
        head, _, rest = data.partition(b"\n")
        fields = head.rsplit(b" ", 3)
        if len(fields) != 4 or fields[0] != _MAGIC or int(fields[3]) != crc32(rest):
            raise ValueError("not a table of hyphenation patterns")
        self._prefix = int(fields[1])
        listed = rest[: int(fields[2])].decode().split("\t")
        self._body = rest[int(fields[2]) :]
        starts = [int(number) for number in listed[1::2]]
        ranges = zip(starts, [*starts[1:], len(self._body)], strict=True)
        self._index = dict(zip(listed[::2], ranges, strict=True))
        self._segments: dict[str, dict[str, str]] = {}
        self._known: dict[str, tuple[tuple[int, int], ...]] = {}
        self._singles = self._segment("")

    def _segment(self, prefix: str) -> dict[str, str]:
        """The patterns whose letters begin with `prefix`, by these letters."""
        start, end = self._index.get(prefix, (0, 0))
        letters, _, patterns = self._body[start:end].decode().partition("\n")
        segment = dict(zip(letters.split(" "), patterns.split(" "), strict=True))
        self._segments[prefix] = segment
        return segment

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
        segments, singles, known, length = self._segments, self._singles, self._known, self._prefix
        for start in range(size - 1):
            prefix = dotted[start : start + length]
            found = segments.get(prefix)
            if found is None:
                found = self._segment(prefix)
            pattern: str | None = singles.get(dotted[start], "")
            for end in range(start + 2, size + 2):
                if pattern:
                    for place, level in known.get(pattern) or self._levels(pattern):
                        if levels[start + place] < level:
                            levels[start + place] = level
                if end > size or (pattern := found.get(dotted[start:end])) is None:
                    break
        return [
            place - 1 for place in range(BEFORE + 1, len(word) - AFTER + 2) if levels[place] % 2
        ]


def pack(text: str) -> bytes:
    """Lay the patterns of a hunspell hyphenation file out for `Patterns`.

    A line of ASCII (the magic words, the length of the prefixes, the index' length in bytes, the
    checksum of all that follows), the index (`prefix TAB start` pairs, starts being bytes), and
    for each prefix the letters of its patterns, parted by spaces, a line feed, and in the same way
    the patterns. Beginnings of patterns stand there too, with an empty pattern, so that a search
    for longer ones can stop where none goes on. Patterns of one letter have the empty prefix.
    """
    if "^^" in text:
        text = re.sub(r"\^\^([0-9a-f]{2})", lambda match: chr(int(match[1], 16)), text)
    patterns = [line.strip().partition(" ")[0] for line in text.split("\n")[1:]]
    stripped = "\n".join(patterns).translate(_DIGITS).split("\n")
    length = 1 if len(patterns) < _MANY else 2
    segments: dict[str, dict[str, str]] = {"": {}}
    for letters, pattern in zip(stripped, patterns, strict=True):
        if letters == pattern or pattern[0] in "%#" or "HYPHENMIN" in pattern:
            continue
        plain = letters.partition("/")[0]
        if len(plain) < 2:
            segments[""][plain] = pattern
            continue
        segment = segments.setdefault(plain[:length], {})
        segment[plain] = pattern
        for end in range(len(plain) - 1, 1, -1):
            if plain[:end] in segment:
                break
            segment[plain[:end]] = ""
    index, parts, start = [], [], 0
    for prefix, segment in segments.items():
        part = f"{' '.join(segment)}\n{' '.join(segment.values())}".encode()
        index.append(f"{prefix}\t{start}")
        parts.append(part)
        start += len(part)
    listed = "\t".join(index).encode()
    rest = b"".join([listed, *parts])
    return b"%s %d %d %d\n%s" % (_MAGIC, length, len(listed), crc32(rest), rest)


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
        base = os.environ.get("XDG_CACHE_HOME", "").strip() or os.path.expanduser("~/.cache")
        return os.path.join(base, "reader", "hyphenation")
    from platformdirs import user_cache_path

    return str(user_cache_path("reader") / "hyphenation")


def load(lang: str) -> "Patterns | None":
    """The patterns for a BCP 47 tag such as `fr-CA` or `en`; None if there are none.

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
    encoding = raw[: raw.find(b"\n")].strip().decode("ascii", "replace").lower()
    try:
        data = pack(raw.decode("cp1251" if encoding == "microsoft-cp1251" else encoding))
    except (LookupError, UnicodeDecodeError):
        return None
    _keep(cached, data)
    return Patterns(data)


def _keep(path: str, data: bytes) -> None:
    """Write a cache file so that no reader ever sees half of one; silent when that fails."""
    draft = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(draft, "wb") as file:
            file.write(data)
        os.replace(draft, path)
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
