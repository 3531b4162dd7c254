"""How a language says who said something: its words, from the section `speech` of its file.

And the words of a text as tokens, cut where a language joins them (l’OMS, a-t-il, Smith’s).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import cast

from reader.document.function_words import LATIN
from reader.facts.language import known, read

_Section = Mapping[str, object]

_WORD = re.compile(
    r"(?P<word>[^\W_]+(?:\.(?=[^\W\d_]\.)[^\W\d_])*(?:[’'‑-][^\W_]+)*)|(?P<sign>[,;:()—–.…!?\n])"
)
_ELISION = re.compile(
    r"(?:[ldnmtsjc]|qu|jusqu|lorsqu|puisqu|quoiqu|all|dell|nell|sull|dall|quell|quest|un)[’']",
    re.IGNORECASE,
)
_ENCLITIC = re.compile(r"-(?:t-)?(?:ils?|elles?|on|je|nous|ce)$")
_POSSESSIVE = re.compile(r"[’']s$")
_LINKED = re.compile(r"[’'-]")


class Token:
    """A word or a sign of a text: its range, its text, and that in lower case."""

    __slots__ = ("end", "low", "start", "text")

    def __init__(self, start: int, text: str) -> None:
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.low = text.lower().replace("’", "'")

    @property
    def capital(self) -> bool:
        """Whether it begins as a name does."""
        return self.text[0].isupper()

    def __repr__(self) -> str:
        return f"Token({self.start}, {self.text!r})"


def tokens(text: str, sentences: "Sequence[tuple[int, int]] | None" = None) -> list[Token]:
    """The words and the signs of a text; of its `.` those that end one of the sentences."""
    found: list[Token] = []
    ends = {end - less for _, end in sentences or () for less in range(4)}
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        if match["sign"] is None and _LINKED.search(word):
            _cut(word, start, found)
        elif word != "." or sentences is None or match.end() in ends:
            found.append(Token(start, word))
    return found


def _cut(word: str, start: int, found: list[Token]) -> None:
    """The tokens of a word with apostrophes or hyphens in it."""
    while elided := _ELISION.match(word):
        named = (
            word[0].isupper() and word[0] != "L" and word[elided.end() : elided.end() + 1].isupper()
        )
        if elided.end() == len(word) or named:  # `D’Alberto`
            break
        found.append(Token(start, elided[0]))
        start, word = start + elided.end(), word[elided.end() :]
    enclitic = _ENCLITIC.search(word)
    if enclitic and enclitic.start():
        found.append(Token(start, word[: enclitic.start()]))
        last = word.rindex("-") + 1
        found.append(Token(start + last, word[last:]))
        return
    owner = _POSSESSIVE.search(word)
    if owner and owner.start():
        found.append(Token(start, word[: owner.start()]))
        found.append(Token(start + owner.start(), owner[0]))
        return
    found.append(Token(start, word))


class Speech:
    """The words by which one language tells who said something.

    `verbs` are the forms of verbs of saying; those in `gerunds` have the subject of another verb.
    `drops` is whether a verb alone speaks of who was spoken of last. `according` finds the phrases
    before the name of a source, `views` those that do so at the head of a sentence only.
    `pronouns`, `honorifics`, `roles` and `determiners` map a word to its gender: `m`, `f`, `n`
    (either) or `p` (several); `latter` has the words for who was named last. `groups` are nouns of
    bodies that speak. `helpers` stand between a subject and its verb, as do words that end as
    `adverbs`, `of` joins a noun to the one it belongs to, `at` begins other adverbials, `clauses`
    begins a clause, `as_` one that may tell who said what (as Halley put it), `contrast` one that
    is set against another. `particles` stand inside a name, `works` before a title, `naming` before
    what is only called so. `common` are words that a capital makes no name.
    `first` maps first names, of all languages, to a gender.
    """

    __slots__ = (
        "according",
        "adverbs",
        "and_",
        "as_",
        "at",
        "clauses",
        "common",
        "contrast",
        "determiners",
        "drops",
        "first",
        "gerunds",
        "groups",
        "helpers",
        "honorifics",
        "indefinite",
        "latter",
        "name",
        "naming",
        "of",
        "particles",
        "pronouns",
        "role_ends",
        "roles",
        "verbs",
        "views",
        "works",
    )  # fmt: skip

    def __init__(self, name: str, section: _Section) -> None:
        def words(key: str) -> frozenset[str]:
            return frozenset(cast(str, section.get(key, "")).split())

        def genders(key: str) -> dict[str, str]:
            table = cast(Mapping[str, str], section[key])
            return {word: gender for gender, row in table.items() for word in row.split()}

        self.name = name
        self.verbs = frozenset(_forms(cast(Mapping[str, str], section["verbs"])))
        endings = tuple(words("gerunds"))
        self.gerunds = frozenset(v for v in self.verbs if endings and v.endswith(endings))
        self.drops = section.get("drops") == "true"
        self.according = _phrases(cast(list[str], section["according"]))
        self.views = _phrases(cast(list[str], section["views"]))
        self.pronouns = genders("pronouns")
        self.honorifics = genders("honorifics")
        self.determiners = genders("determiners")
        self.latter = genders("latter")
        roles = genders("roles")
        self.roles = {word: gender for word, gender in roles.items() if word[0] != "-"}
        self.role_ends = {word[1:]: gender for word, gender in roles.items() if word[0] == "-"}
        self.groups = words("groups")
        self.helpers = words("helpers")
        self.adverbs = tuple(words("adverbs"))
        self.of = words("of")
        self.at = words("at")
        self.indefinite = words("indefinite")
        self.clauses = words("clauses")
        self.contrast = words("contrast")
        self.particles = words("particles")
        self.works = words("works")
        self.naming = tuple(" " + word.replace("_", " ") for word in words("naming"))
        self.and_ = frozenset(cast("list[str]", read(name)["and"]))
        self.as_ = words("as")
        self.common = (
            frozenset(LATIN.get(name, "").split()) | words("common") | self.pronouns.keys()
            | self.determiners.keys() | self.helpers | self.of | self.at | self.clauses
            | frozenset(cast("list[str]", read(name)["months"]))
        )  # fmt: skip
        self.first = first_names()

    def role(self, word: str) -> str:
        """The gender of a noun for what somebody is (minister, spokeswoman); '' for other words."""
        if word in self.roles:
            return self.roles[word]
        if word[0].isdigit() and "-" in word:  # `the 41-year-old`
            return "n"
        if self.role_ends:
            for ending, gender in self.role_ends.items():
                if word.endswith(ending) and len(word) > len(ending):
                    return gender
        if "-" in word:
            return self.role(word.rpartition("-")[2]) or self.role(word.partition("-")[0])
        return ""


def _phrases(phrases: list[str]) -> "re.Pattern[str]":
    """One pattern for phrases, whatever their apostrophes and spaces are."""
    parts = []
    for phrase in sorted(phrases, key=len, reverse=True):
        part = re.escape(phrase).replace("'", "['’]").replace(r"\ ", r"\s")
        parts.append(part if phrase.endswith("'") else part + r"(?!\w)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})", re.IGNORECASE)


@cache
def speech(lang: str) -> "Speech | None":
    """The words of a language, by its BCP 47 tag; None where it has no file."""
    name = known(lang)
    if not name:
        return None
    return Speech(name, cast(_Section, read(name)["speech"]))


@cache
def first_names() -> dict[str, str]:
    """Common first names in lower case, with `m`, `f` or `n` (either)."""
    import yaml

    path = Path(__file__).parent / "first_names.yaml"
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: gender for gender, names in table.items() for name in names.split()}


def _forms(table: Mapping[str, str]) -> Iterable[str]:
    """Every ending (`-` is none) of a row with every stem of it."""
    for endings, stems in table.items():
        for stem in stems.split():
            for ending in endings.split():
                yield stem + (ending if ending != "-" else "")
