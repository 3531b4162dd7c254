"""What a number counts: the noun that follows it, with what belongs to it.

`six British players`, `rund 807.500 neue Wärmeerzeuger`, `333 constats d'infraction`. There is no
dictionary: the function words of a language end a noun phrase, and its endings of the plural show
where the head is. Texts are `plain`: see `reader.facts.numbers.PLAIN`.
"""

import re
from functools import lru_cache

from reader.document.function_words import LATIN
from reader.facts.language import Language, language
from reader.facts.numbers import any_of

# Words that are looked at after a number.
_MOST = 5
_WORD = re.compile(r"[\s'](?P<word>[^\W\d_](?:[\w'.&-]*\w)?'?)")


class Noun:
    """A noun phrase that ends at `end` of a text: `text` is its words, `head` the noun itself."""

    __slots__ = ("end", "head", "text")

    def __init__(self, text: str, head: str, end: int) -> None:
        self.text = text
        self.head = head
        self.end = end


def noun_after(plain: str, at: int, name: str, singular: bool = False) -> "Noun | None":
    """The noun that the number before `at` counts, None where none follows.

    `singular` is whether the number is 1.
    """
    return _grammar(name).read(plain, at, singular)


def matters(noun: Noun, name: str) -> bool:
    """Whether its number is worth listing even in words: people, deaths, vehicles."""
    return bool(_grammar(name).counted.search(noun.head))


class _Grammar:
    """The noun phrases of one language."""

    def __init__(self, words: Language) -> None:
        finding = words.finding
        self.finding = finding
        stops = {word for word in LATIN.get(words.name, "").split() if word[-1:] != "'"}
        self.stops = (stops | finding.stops | set(words.months)) - finding.not_stops
        whole = r"\w*" if finding.noun_head != "first" else ""
        self.counted = re.compile(rf"^{whole}(?:{any_of(finding.counted) or '(?!)'})", re.I)
        of = any_of(finding.noun_of)
        self.of = re.compile(rf"\s(?:{of})\s?(?P<word>[^\W\d_][\w-]+)" if of else "(?!)", re.I)
        self.heads = {"last": self._last, "first": self._first, "capital": self._capital}

    def read(self, plain: str, at: int, singular: bool) -> "Noun | None":
        head = self.heads.get(self.finding.noun_head)
        if head is None:
            return None
        tokens: list[re.Match[str]] = []
        while len(tokens) < _MOST and (match := _WORD.match(plain, at)):
            if self._stops(match["word"]):
                break
            tokens.append(match)
            at = match.end()
        if not tokens:
            return None
        return head(plain, tokens, singular)

    def _stops(self, word: str) -> bool:
        return word.lower() in self.stops

    def _plural(self, word: str) -> bool:
        low = word.lower()
        finding = self.finding
        if low in finding.plurals:
            return True
        tail = low.rsplit("-", 1)[-1]
        if tail in finding.plurals:
            return True
        return self._ends(low)

    def _ends(self, low: str) -> bool:
        """Whether it has the ending of a plural."""
        finding = self.finding
        if len(low) < 3 or "." in low or not low.endswith(finding.plural):
            return False
        return not (finding.not_plural and low.endswith(finding.not_plural))

    def _noun(self, plain: str, tokens: "list[re.Match[str]]", first: int, last: int) -> Noun:
        end = tokens[last].end()
        return Noun(plain[tokens[0].start("word") : end], tokens[first]["word"], end)

    def _last(self, plain: str, tokens: "list[re.Match[str]]", singular: bool) -> "Noun | None":
        """Adjectives and nouns, of which the last is the head: `police officers`."""
        if singular:
            return self._noun(plain, tokens, 0, 0)
        for index, token in enumerate(tokens):
            if not self._plural(token["word"]):
                continue
            chains = self.finding.noun_chains
            while (
                chains and index + 1 < len(tokens) and self._ends(tokens[index + 1]["word"].lower())
            ):
                index += 1
            return self._noun(plain, tokens, index, index)
        return None

    def _first(self, plain: str, tokens: "list[re.Match[str]]", singular: bool) -> "Noun | None":
        """The head, after some few adjectives, before most and a complement without an article."""
        index = 0
        while index + 1 < len(tokens) and tokens[index]["word"].lower() in self.finding.adjectives:
            index += 1
        word = tokens[index]["word"]
        if not (singular or self._plural(word)):
            return None
        head = index
        following = tokens[index + 1]["word"] if index + 1 < len(tokens) else ""
        if not singular and following.islower() and self._plural(following):
            index += 1
        noun = self._noun(plain, tokens, head, index)
        match = self.of.match(plain, noun.end)
        if match and match["word"].islower() and not self._stops(match["word"]):
            noun.text += plain[noun.end : match.end()]
            noun.end = match.end()
        return noun

    def _capital(self, plain: str, tokens: "list[re.Match[str]]", _: bool) -> "Noun | None":
        """The first word with a capital, after adjectives with their endings."""
        for index, token in enumerate(tokens):
            word = token["word"]
            if word[0].isupper():
                return self._noun(plain, tokens, index, index)
            if not word.endswith(("e", "en", "er", "es", "em")):
                return None
        return None


@lru_cache(maxsize=16)
def _grammar(name: str) -> _Grammar:
    return _Grammar(language(name))
