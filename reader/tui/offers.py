"""What the command palette offers: keys, headings, articles and themes as commands."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from reader.document.outline import Section
from reader.keys.binding import NO_KEY
from reader.keys.names import shown
from reader.keys.rows import APP, ARTICLE, KEYLESS, SHELF
from reader.library.entry import Entry
from reader.paint import THEMES
from reader.tui.commands import Command
from reader.tui.ink import Ink

SHOWN_KEYS = 2  # of several keys for the same, those that are shown
# Actions stand in the order in which the page of keys has them.
_PLACES = {row.id: place for place, row in enumerate([*ARTICLE, *KEYLESS, *SHELF, *APP])}
NEVER = ("palette", "shelf-palette", "app-interrupt")  # what the palette does not offer

Act = Callable[[str], Awaitable[object]]


def bindings_of(node: DOMNode, screen: Screen[None]) -> list[Binding]:
    """The bindings of a node that `screen` asks for keys, with the keys that they have now."""
    return [binding for each, some in screen._binding_chain if each is node for _, binding in some]


def actions(bindings: Iterable[Binding], run: Act, ink: Ink) -> list[Command]:
    """A command per action, with the keys that it has; `run` runs an action by its name.

    Bindings of the same id are keys for the same. Keys with Ctrl are shown where there are no
    others.
    """
    by_id: dict[str, list[Binding]] = {}
    for binding in bindings:
        if binding.id and binding.id not in NEVER:
            by_id.setdefault(binding.id, []).append(binding)
    commands = []
    for name in sorted(by_id, key=lambda name: _PLACES.get(name, len(_PLACES))):
        same = by_id[name]
        first = same[0]
        bound = dict.fromkeys(each.key for each in same if each.key != NO_KEY)
        keys = [shown(key, ink.ascii) for key in bound]
        plain = [key for key in keys if not key.startswith("Ctrl-")] or keys
        commands.append(
            Command(
                first.tooltip or first.description,
                partial(run, first.action),
                " ".join(plain[:SHOWN_KEYS]),
                also=name,
                keys=tuple(key for key in keys if len(key) == 1),
            )
        )
    return commands


def headings(
    sections: Sequence[Section], go: Callable[[int], Awaitable[object]], ink: Ink
) -> list[Command]:
    """A command per section, as deep as its level; `go` goes to the section of that number."""
    sign = "#" if ink.ascii else "§"
    top = min((section.level for section in sections), default=1)
    return [
        Command(
            section.title,
            partial(go, number),
            f"{sign}{number}",
            section.level - top,
            keys=(str(number),),
        )
        for number, section in enumerate(sections, 1)
    ]


def articles(entries: Iterable[Entry], open: Callable[[Entry], Awaitable[object]]) -> list[Command]:
    """A command per article, which opens it."""
    return [
        Command(entry.title, partial(open, entry), "article", also=f"open article {entry.name}")
        for entry in entries
    ]


def themes(run: Act, ink: Ink) -> list[Command]:
    """A command per theme, which keeps it; none where there are no colours."""
    if ink.depth == "none":
        return []
    return [
        Command(
            palette.name,
            partial(run, f"app.keep_theme({palette.name!r})"),
            "theme, now" if palette is ink.palette else "theme",
            also="theme colours colors",
        )
        for palette in THEMES
    ]
