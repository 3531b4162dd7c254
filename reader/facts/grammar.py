"""The small words and the verbs of one language: what its clauses are read by.

The data is the section `grammar` of `languages/xx.yaml`. Function words are listed, they are few;
verbs are listed with the noun that says the same (`decline` for `fell`), and are recognised by
their endings where they are not; every other word is taken for a noun or its adjective.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import cast

from reader.facts.language import language

# Sections of the data that are lists of words, and the tag that their words get.
_TAGS = {
    "articles": "det",
    "determiners": "det",
    "of": "of",
    "prepositions": "prep",
    "conjunctions": "and",
    "relatives": "rel",
    "subordinators": "sub",
    "pronouns": "pron",
    "auxiliaries": "aux",
    "adverbs": "adv",
}


_Verbs = Mapping[str, str]


class Form:
    """One form of a verb: its `tag` (`verb`, `part`, `inf`, `ger`) and what the verb means.

    `noun` says the same as the verb ('' where none is known). `kind` is `change` for verbs whose
    figure is a difference, `expect` for what is not yet so, `have` for verbs that only tie a
    figure to its owner, '' for the others.
    """

    __slots__ = ("infinitive", "kind", "noun", "tag")

    def __init__(self, tag: str, infinitive: str, noun: str, kind: str) -> None:
        self.tag = tag
        self.infinitive = infinitive
        self.noun = noun
        self.kind = kind


class Grammar:
    """How clauses of one language are read and labels written.

    `roles` maps function words to their tags, `forms` verb forms to `Form`; `change_forms` has those
    of verbs of change alone. `finite` and `participle`
    match the endings of verbs that are not listed. `elisions` are the words that are written
    together with the next. `with_article` joins `of` to an article (`de` + `le` → `du`).
    """

    __slots__ = (
        "against",
        "among",
        "articles",
        "base_is_noun",
        "by",
        "capitals",
        "change_forms",
        "changes",
        "dimensions",
        "directions",
        "earlier",
        "elided_of",
        "elisions",
        "endings",
        "expected",
        "finite",
        "following",
        "forms",
        "function",
        "gerunds",
        "head_last",
        "joined",
        "of",
        "out_of",
        "owner",
        "pairing",
        "participle",
        "particles",
        "perfect",
        "persons",
        "plural",
        "pronouns",
        "roles",
        "share",
        "time",
        "to",
        "vague",
        "with_article",
        "without_article",
    )

    def __init__(self, data: "Mapping[str, object]") -> None:
        def words(key: str) -> list[str]:
            return cast(str, data[key]).split()

        self.roles: dict[str, tuple[str, ...]] = {}
        for key, tag in _TAGS.items():
            for word in words(key):
                roles = self.roles.get(word, ())
                self.roles[word] = roles if tag in roles else (*roles, tag)
        self.of = words("of")
        self.articles = frozenset(words("articles"))
        self.elisions = frozenset(word for word in self.roles if word.endswith("'"))
        self.by = frozenset(words("by"))
        self.to = frozenset(words("to"))
        self.against = frozenset(words("against"))
        self.out_of = frozenset(words("out_of"))
        self.among = frozenset(words("among"))
        self.time = frozenset(words("time"))
        self.vague = frozenset(words("vague"))
        self.persons = frozenset(words("persons"))
        self.pronouns = frozenset(words("pronouns")) - set(words("impersonal"))
        self.perfect = frozenset(words("perfect"))
        self.plural = tuple(words("plural"))
        self.base_is_noun = data["base_is_noun"] == "true"
        self.dimensions = frozenset(words("dimensions"))
        self.particles = frozenset(words("particles"))
        self.following = cast(Mapping[str, str], data["following"])
        self.pairing = frozenset(words("pairing"))
        self.directions = cast(Mapping[str, str], data["directions"])
        self.capitals = data["nouns_have_capitals"] == "true"
        self.head_last = data["head_last"] == "true"
        self.earlier, self.expected, self.share = (
            cast(str, data[key]) for key in ("earlier", "expected", "share")
        )
        self.joined = cast(str, data["joined"])
        self.owner = cast(str, data["owner"])
        self.with_article = cast(Mapping[str, str], data["of_article"])
        self.without_article = cast(str, data["of_name"])
        self.elided_of = cast(str, data["of_vowel"])
        self.finite = re.compile(cast(str, data["finite"]))
        self.participle = re.compile(cast(str, data["participle"]))
        self.endings = _endings(cast(Mapping[str, str], data["conjugation"]))
        self.gerunds = tuple({e for *_, ends, tag in self.endings if tag == "ger" for e in ends})
        self.forms: dict[str, Form] = {}
        self.change_forms: dict[str, Form] = {}
        self.changes: dict[str, str] = {}
        rows = [
            (kind, "" if noun == "-" else noun, verbs)
            for kind in ("", "have", "expect", "change")
            for noun, verbs in cast(_Verbs, data[f"{kind}_verbs".lstrip("_")]).items()
        ]
        for kind, noun, verbs in sorted(rows, key=lambda row: row[:2] == ("", "")):
            for verb in verbs.split(","):
                self._conjugate(verb.split(), noun, kind)
        nouns = cast(Mapping[str, str], data["change_verbs"])
        self.changes = {noun.lower(): noun for noun in nouns}
        self.changes |= {noun.lower(): noun for noun in cast(str, data["changes"]).split()}
        self.function = frozenset(self.roles) - self.directions.keys() | self.elisions

    @property
    def verb_last(self) -> bool:
        """Whether participles and infinitives stand at the end of the clause."""
        return self.head_last and not self.base_is_noun

    def _conjugate(self, verb: list[str], noun: str, kind: str) -> None:
        """Add the forms of one verb: its infinitive, irregular forms, `/`, irregular participles."""
        infinitive, *irregular = verb
        tag = "verb"
        for form in irregular:
            if form == "/":
                tag = "part"
            else:
                said = "ger" if form.endswith(self.gerunds) else tag
                self._add(form, Form(said, infinitive, noun, kind))
        self._add(infinitive, Form("inf", infinitive, noun, kind))
        for ending, cut, added, tag in self.endings:
            if infinitive.endswith(ending):
                stem = infinitive[: len(infinitive) - cut]
                for end in added:
                    self._add(
                        end.replace("~", stem) if "~" in end else stem + end,
                        Form(tag, infinitive, noun, kind),
                    )
                if tag == "ger":
                    break

    def _add(self, text: str, form: Form) -> None:
        self.forms.setdefault(text, form)
        if form.kind == "change":
            self.change_forms.setdefault(text, form)


def _endings(data: "Mapping[str, str]") -> "list[tuple[str, int, list[str], str]]":
    """The endings of the conjugations: `er: "e ent | é ée | ant"` is finite, participle, gerund.

    A `~` stands for the stem where something stands before it (`ge~t`).
    """
    found = []
    for key, value in sorted(data.items(), key=lambda item: -len(item[0])):
        for tag, ends in zip(("verb", "part", "ger"), value.split("|"), strict=True):
            found.append((key, len(key), ends.split(), tag))
    return found


@cache
def grammar(name: str) -> Grammar:
    """The grammar of the language of that name; it must be one of `language.languages`."""
    return Grammar(language(name).grammar)
