"""Which keys a person may give to actions, and which the actions have then."""

import re
from collections.abc import Iterator, Mapping, Sequence

from reader.keys.binding import NO_KEY, Binding
from reader.keys.names import shown, types
from reader.keys.rows import (
    APP,
    ARTICLE,
    COUNTS,
    FOUND,
    HELP,
    KEYLESS,
    PALETTE,
    PANEL,
    PROMPT,
    SHELF,
    THEMES,
)

# What a person may give other keys, by where they are pressed.
REMAPPABLE = {
    "In an article": ARTICLE,
    "Without a key so far": KEYLESS,
    "In a panel or a list": PANEL,
    "On the shelf": [row for row in SHELF if row.id in ("shelf-sort", "shelf-reread")],
}

# What answers keys at the same time: here no key can have two actions.
_BENEATH_SHELF = [row for row in APP if row.id in ("app-quit", "app-interrupt", "app-mouse")]
CONTEXTS = (
    [*ARTICLE, *KEYLESS, *COUNTS[1:]],
    [*PANEL, *APP],
    [*SHELF, *_BENEATH_SHELF],
)

# Ids that go with others: where one of those gets other keys, these get them too.
FOLLOW = {
    "app-quit": ("quit",),
    "app-interrupt": ("interrupt",),
    "app-theme": ("theme",),
    "app-redraw": ("redraw",),
    "app-mouse": ("mouse",),
    "app-suspend": ("suspend",),
    "help-close": ("help", "close", "interrupt"),
    "palette-up": ("panel-previous",),
    "palette-down": ("panel-next",),
    "palette-page-up": ("panel-up",),
    "palette-page-down": ("panel-down",),
    "palette-quit": ("quit",),
    "palette-redraw": ("redraw",),
    "palette-suspend": ("suspend",),
    "panel-leave": ("close",),
    "prompt-submit": ("panel-choose",),
    "prompt-cancel": ("escape", "interrupt"),
    "shelf-next": ("panel-next",),
    "shelf-previous": ("panel-previous",),
    "shelf-down": ("panel-down",),
    "shelf-up": ("panel-up",),
    "shelf-first": ("panel-first",),
    "shelf-last": ("panel-last",),
    "shelf-choose": ("panel-choose",),
    "shelf-help": ("help",),
    "shelf-palette": ("palette",),
    "shelf-leave": ("close",),
    "shelf-filter": ("search",),
    "shelf-escape": ("escape",),
    "shelf-theme": ("theme",),
    "shelf-redraw": ("redraw",),
    "shelf-suspend": ("suspend",),
    "themes-next": ("theme",),
    "themes-cancel": ("interrupt",),
    "themes-quit": ("quit",),
    "themes-redraw": ("redraw",),
    "themes-suspend": ("suspend",),
}

# What nobody can do without: these ids always have a key.
NEEDED = ("close", "quit", "interrupt", "panel-choose", "panel-leave")

# Cells that the help page has for the keys of a row.
ROOM = 13
# What it shows where there is none, and between the keys of two actions.
NONE, SEPARATOR = "—", " · "
_NAMED = re.compile(r"\{([\w-]+)\}")
_TABLES = (COUNTS, ARTICLE, KEYLESS, PANEL, APP, SHELF, THEMES, HELP, PROMPT, FOUND, PALETTE)
_ALL = {row.id: row for table in _TABLES for row in table}
# Where something is typed, so that keys with a character have no other use.
_TYPED = frozenset(row.id for table in (PROMPT, FOUND, PALETTE) for row in table)


class Keymap:
    """The keys of every id: those in `chosen`, and else the ones that it has by default.

    Ids that go with others have those of these, and where something is typed only such as type
    nothing: if there are none, the default ones.

    Keys have Textual's names; an id with none does nothing. What is chosen has no clash in it:
    `resolve` sees to that.
    """

    __slots__ = ("chosen",)

    def __init__(self, chosen: "Mapping[str, Sequence[str]] | None" = None) -> None:
        self.chosen = {id: tuple(keys) for id, keys in (chosen or {}).items()}

    def of(self, *ids: str) -> tuple[str, ...]:
        """The keys of these ids."""
        return tuple(key for id in ids for key in self._of(id))

    def _of(self, id: str) -> tuple[str, ...]:
        if id in self.chosen:
            return self.chosen[id]
        keys = _ALL[id].keys
        leaders = [leader for leader in FOLLOW.get(id, ()) if leader in self.chosen]
        if leaders:
            left = {key for leader in leaders for key in _ALL[leader].keys}
            taken = [key for leader in leaders for key in self.chosen[leader]]
            if id in _TYPED:
                taken = [key for key in taken if not types(key)]
            if taken or id not in _TYPED:
                keys = (*(key for key in keys if key not in left), *taken)
        return tuple(dict.fromkeys(keys))

    def changed(self) -> dict[str, str]:
        """The keys, by commas, of all ids that have others than by default, as Textual takes them.

        An id that shares a key with one of these is among them: Textual takes it away from both.
        """
        different = [id for id, row in _ALL.items() if self._of(id) != row.keys]
        touched = {key for id in different for key in (*_ALL[id].keys, *self._of(id))}
        return {
            id: ",".join(self._of(id)) or NO_KEY
            for id, row in _ALL.items()
            if id in different or touched.intersection(row.keys)
        }

    def sign(self, id: str, ascii: bool = False) -> str:
        """The first key of an id as it is shown; `""` if it has none."""
        keys = self._of(id)
        return shown(keys[0], ascii) if keys else ""

    def displayed(self, rows: Sequence[Binding]) -> list[Binding]:
        """The rows with the keys that the help page shows for them.

        A row tells of those behind it that show nothing: their keys stand behind a dot.
        """
        told: list[list[Binding]] = []
        for row in rows:
            if row.key_display:
                told.append([])
            told[-1].append(row)
        return [self._displayed(members) for members in told]

    def _displayed(self, members: list[Binding]) -> Binding:
        first = members[0]
        display = first.key_display
        if any(self._of(row.id) != row.keys for row in members):
            parts = display.split(SEPARATOR)
            signs = [[shown(key) for key in self._of(row.id)] or [NONE] for row in members]
            if len(parts) == len(members):
                for index, row in enumerate(members):
                    if self._of(row.id) == row.keys:
                        signs[index] = parts[index].split(" ")
            texts = [SEPARATOR.join(" ".join(each[:most]) for each in signs) for most in (3, 2, 1)]
            display = next((text for text in texts if len(text) <= ROOM), signs[0][0])
        return Binding(
            first.key,
            first.action,
            _NAMED.sub(lambda match: self.sign(match[1]) or NONE, first.description),
            id=first.id,
            key_display=display,
            group=first.group,
        )


def resolve(wanted: Mapping[str, Sequence[str]]) -> tuple[Keymap, list[tuple[str, str]]]:
    """The keymap that has what is `wanted` of it, and what is wrong, as (id, message).

    What is wrong is left out, and its id has its default keys: unknown ids, no key for what
    nobody can do without, and of two ids that want one key the later one.
    """
    known = {row.id for table in REMAPPABLE.values() for row in table}
    problems = []
    chosen: dict[str, tuple[str, ...]] = {}
    for id, keys in wanted.items():
        if id not in known:
            problems.append((id, "there is no such action"))
        elif not keys and id in NEEDED:
            problems.append((id, "expected a key: nobody can do without this"))
        elif id in FOLLOW or tuple(keys) != _ALL[id].keys:
            chosen[id] = tuple(dict.fromkeys(keys))
    keymap = Keymap(chosen)
    while (clash := next(_clashes(keymap), None)) is not None:
        key, one, other = clash
        # Defaults do not clash, so one of the two was chosen, or follows one that was.
        loser = [id for id in keymap.chosen if id in (*_roots(one), *_roots(other))][-1]
        owner = other if loser in _roots(one) else one
        problems.append((loser, f"{shown(key)} is a key of {_roots(owner)[0]}"))
        del keymap.chosen[loser]
    return keymap, problems


def _roots(id: str) -> tuple[str, ...]:
    """What the keys of an id hang on."""
    return (*FOLLOW.get(id, ()), id)


def _clashes(keymap: Keymap) -> Iterator[tuple[str, str, str]]:
    """Keys that two ids want in one place: the key, and the two."""
    for context in CONTEXTS:
        owners: dict[str, str] = {}
        for row in context:
            for key in keymap.of(row.id):
                owner = owners.setdefault(key, row.id)
                if owner != row.id:
                    yield key, owner, row.id
