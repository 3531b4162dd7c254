"""The names in a text: of people, by what they are (honorific, role), and of bodies."""

from reader.facts.speech import Speech, Token

_STOPS = frozenset(".!?…\n:")
# Tokens that are looked at on either side of a name for what its bearer is.
_ROLE_REACH = 14
_QUOTES = tuple('«“„"”»')


class Name:
    """A name in a text: tokens `first` to `last` (the honorific before it is not in it).

    `gender` is `m`, `f` or '' by an honorific, a role or a first name; `role` is what stands
    before the name or behind it ('chief executive of Acme'). `person` is whether anything says
    that it is somebody's, `body` whether anything says that it is none (an article, capitals).
    """

    __slots__ = ("body", "end", "first", "gender", "honorific", "last", "person", "role",
                 "start", "text")  # fmt: skip

    def __init__(self, found: list[Token], first: int, last: int, text: str) -> None:
        self.first, self.last = first, last
        self.start, self.end = found[first].start, found[last].end
        self.text = " ".join(text[self.start : self.end].split())
        self.honorific = self.gender = self.role = ""
        self.person = self.body = False

    @property
    def words(self) -> list[str]:
        """Its parts, in lower case."""
        return self.text.lower().replace("’", "'").split()

    def __repr__(self) -> str:
        return f"Name({self.text!r}, {self.role!r}, {self.gender!r})"


def names(text: str, found: list[Token], words: Speech, plain: frozenset[str]) -> list[Name]:
    """The names in a text, in their order; `found` are its tokens.

    `plain` are words that the article also writes without a capital: at the head of a sentence
    these are no names.
    """
    result: list[Name] = []
    at = 0
    while at < len(found):
        if (
            not found[at].capital
            or found[at].low in words.honorifics
            or not _named(found, at, words, plain)
        ):
            at += 1
            continue
        last = _run(text, found, at, words)
        for name in _divided(text, found, at, last, words):
            _described(text, found, name, words)
            result.append(name)
        at = last + 1
    return result


def heads(found: list[Token], at: int) -> bool:
    """Whether the token begins a sentence, so that its capital says nothing."""
    return at == 0 or found[at - 1].text in _STOPS


def _named(found: list[Token], at: int, words: Speech, plain: frozenset[str]) -> bool:
    """Whether a capital makes the token a name, or the beginning of one."""
    token = found[at]
    if len(token.text) == 1 and not (at + 1 < len(found) and found[at + 1].start > token.end + 1):
        return False
    if token.low in words.common:
        return False
    if not heads(found, at):
        return True
    if token.low in words.verbs or (token.low in words.groups and token.low in plain):
        return False
    follows = found[at + 1] if at + 1 < len(found) else None
    if token.low in words.first or (
        follows and follows.capital and follows.low not in words.common
    ):
        return token.low not in plain or bool(follows and follows.capital)
    return token.low not in plain and not words.role(token.low)


def _run(text: str, found: list[Token], first: int, words: Speech) -> int:
    """The index of the last token of the name that begins at `first`."""
    last = first
    while last + 1 < len(found):
        after = last + 1
        gap = text[found[last].end : found[after].start]
        initial = gap[:1] == "." and len(found[last].text) <= 2
        if gap[initial:].strip("\u00a0 ") or not gap:
            break
        joins = after
        while joins < len(found) and joins < after + 3 and _joins(found, joins, last, words):
            joins += 1
        linked = joins > after
        if linked and joins < len(found) and found[joins].capital:
            after = joins
        elif linked:
            break
        token = found[after]
        if not token.capital:
            break
        if (
            not linked
            and token.low in words.common
            and token.low not in words.first
            and token.low not in words.particles
        ):
            break
        last = after
    return last


def _joins(found: list[Token], at: int, last: int, words: Speech) -> bool:
    """Whether the token is a particle inside a name (van der, de)."""
    low = found[at].low
    if low not in words.particles or found[at].capital:
        return False
    return low not in words.of or found[last].low in words.first or at > last + 1


def _divided(text: str, found: list[Token], first: int, last: int, words: Speech) -> "list[Name]":
    """The run as names: without titles at its head, and divided where a first name begins."""
    lows = [found[i].low for i in range(first, last + 1)]
    begins = first
    known = lows[0] in words.first
    if words.role(lows[-1]) and not any(low in words.first for low in lows):
        return []
    for offset, low in enumerate(lows[:-1]):
        if offset and known:
            break
        if words.role(low) or low in words.honorifics:
            begins = first + offset + 1
        elif low in words.first:
            begins = first + offset
            break
    if words.name == "de" and begins == first and last > first and not known:
        begins = _german(found, first, last, words)
    names: list[Name] = []
    if begins > first:
        before = begins - 1
        while before >= first and (
            words.role(found[before].low) or found[before].low in words.honorifics
        ):
            before -= 1
        while before >= first and not found[before].capital:
            before -= 1
        if before >= first and not found[begins - 1].low.isdigit():
            names.append(Name(found, first, before, text))
    names.append(Name(found, begins, last, text))
    return names


def _german(found: list[Token], first: int, last: int, words: Speech) -> int:
    """German writes every noun with a capital: where in a run a first name begins."""
    for at in range(first, last):
        if found[at].low in words.first:
            return at
    return first


def _described(text: str, found: list[Token], name: Name, words: Speech) -> None:
    """What stands around a name says whose it is."""
    head = found[name.first]
    before = name.first - 1
    previous = found[before] if before >= 0 else None
    if previous and previous.low in words.honorifics:
        gender = words.honorifics[previous.low]
        name.honorific = text[previous.start : name.start].strip()
        name.gender = gender if gender in "mf" else ""
        name.person = True
    elif previous and previous.low in words.determiners and name.first != name.last + 1:
        name.body = head.low not in words.first
    several = name.last > name.first
    if head.low in words.first and (several or previous is None or not name.body):
        name.person = name.person or several
        if not name.gender:
            gender = words.first[head.low]
            name.gender = gender if gender in "mf" else ""
    capitals = [found[i].text for i in range(name.first, name.last + 1)]
    if not name.person:
        name.body = (
            name.body
            or any((t.isupper() and len(t) > 1) or t.lower() in words.groups for t in capitals)
            or any(c.isdigit() for c in name.text)
        )
    if _is_somebody(found, name, words) and not name.body:
        name.person = True
    _role_before(text, found, name, words)
    if not name.role:
        _role_behind(text, found, name, words)


def _is_somebody(found: list[Token], name: Name, words: Speech) -> bool:
    """Whether an age, `who`, or a verb of saying follows a name of two words."""
    after = [token.low for token in found[name.last + 1 : name.last + 4]]
    if after[:1] in ([","], ["("]) and len(after) == 3:
        return (after[1].isdigit() and len(after[1]) < 3 and after[2] in (",", ")")) or after[
            1
        ] == "who"
    return name.last > name.first and after[:1] != [] and after[0] in words.verbs


def _role_before(text: str, found: list[Token], name: Name, words: Speech) -> None:
    """`Le PDG de Microsoft, Satya Nadella`, `chairman and president Craig Menear`."""
    last = name.first - 1
    while (
        name.honorific and last >= 0 and found[last].start >= name.start - len(name.honorific) - 1
    ):
        last -= 1
    comma = last >= 0 and found[last].text == ","
    last -= comma
    start, barrier, gender = _phrase_before(text, found, last, comma, words)
    if start < 0 or (not comma and found[last].low in words.of | words.determiners.keys()):
        return  # `the spokesman for Boeing` is no `Boeing`
    while start - 1 > barrier and found[start - 1].capital:  # `Tesla chairwoman Robyn Denholm`
        if found[start - 1].low in words.common:
            break
        start -= 1
    until = name.start - (len(name.honorific) + 1 if name.honorific else 0)
    if name.first == name.last and name.text.isupper() and len(name.text) < 6:
        return  # `déléguée syndicale FO`
    name.role = " ".join(text[found[start].start : until].strip(" ,\u00a0").split())
    name.person, name.body = True, False
    if not name.gender and gender in ("m", "f"):
        name.gender = gender


def _phrase_before(
    text: str, found: list[Token], last: int, comma: bool, words: Speech
) -> tuple[int, int, str]:
    """Where the phrase that ends at `last` and says what somebody is begins (-1: there is none).

    And the token before which it cannot begin, and the gender that it has.
    """
    start, gender = -1, ""
    least = max(last - _ROLE_REACH, -1)
    at = last
    while at > least:
        token = found[at]
        if _closes_role(text, found, at, words) and not (
            at == last and text[token.end : token.end + 1] in _QUOTES
        ):
            break
        role = words.role(token.low)
        if role:
            start, gender = at, role
        elif start < 0 and last - at > 3 and not comma:
            break
        if token.low in words.determiners and token.low not in words.of:
            if start >= 0:
                known = words.determiners[token.low]
                gender = known if gender not in ("m", "f") and known in ("m", "f") else gender
                return at + 1, at, gender
            if not (at and found[at - 1].low in words.of):
                break
        if token.low in words.at and token.low not in words.of:
            break
        at -= 1
    return start, at, gender


def _closes_role(text: str, found: list[Token], at: int, words: Speech) -> bool:
    """Whether a token stands before, not in, a phrase for what somebody is."""
    token = found[at]
    if token.text in ".!?…:;—()\n" or (token.text == "," and not _listed(found, at, words)):
        return True
    if token.low in words.verbs and not words.role(token.low):
        return True
    if token.low in words.clauses and token.low not in words.and_ | words.as_:
        return True
    return text[token.end : token.end + 1] in _QUOTES


def _listed(found: list[Token], at: int, words: Speech) -> bool:
    """Whether a comma stands between two roles: `chairman, founder and president`."""
    return (
        at > 0
        and at + 1 < len(found)
        and bool(words.role(found[at - 1].low) and words.role(found[at + 1].low))
    )


def _role_behind(text: str, found: list[Token], name: Name, words: Speech) -> None:
    """`Jeffrey Halley, a market analyst with the research firm Oanda,`."""
    at = name.last + 1
    if at + 1 >= len(found) or found[at].text != ",":
        return
    at += 1
    if found[at].low.isdigit():  # `Ana Gil, 34, a nurse`
        at += 1
        while at < len(found) and at < name.last + 5 and found[at].text != ",":
            at += 1
        at += 1
    first = at
    while first < len(found) and found[first].low in words.determiners and first < at + 1:
        first += 1
    end, role = first, ""
    while end < len(found) and end < first + _ROLE_REACH:
        token = found[end]
        if (
            token.text in ".,;:!?…—()\n"
            or token.low in words.verbs
            or token.low in words.clauses - {"and", "et", "und", "y", "e"}
        ):
            break
        if text[token.start - 1 : token.start] in tuple('«“„"”»'):
            break
        if not role and end < first + 7 and not (token.capital and found[first].low in words.at):
            role = words.role(token.low)
        end += 1
    if not role or end == first or found[first].low in words.at:
        return
    if (
        end < len(found)
        and found[end].low in words.verbs
        and found[end - 1].text != ","
        and end - first < 3
    ):
        return
    loose = words.helpers | words.clauses | words.of | words.determiners.keys()
    while end > first and found[end - 1].low in loose:
        end -= 1
    name.role = " ".join(text[found[first].start : found[end - 1].end].split())
    name.person, name.body = True, False
    gender = role if role in ("m", "f") else words.determiners.get(found[at].low, "")
    if not name.gender and gender in ("m", "f"):
        name.gender = gender
