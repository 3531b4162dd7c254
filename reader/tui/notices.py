"""Lines that the program says of itself: what to do at the end of an article, the first keys."""

from collections.abc import Callable

from reader.keys.rows import ARTICLE
from reader.tui.ink import Ink, Pieces
from reader.tui.rows import Left
from reader.typeset.cells import cell_width

PLACE_ROOM = 20  # cells of the status line for the number of the section and the percent

# What is told at the first starts: the id of a binding, and a word for it. Where it is narrow,
# those with the highest number go first.
_FIRST_KEYS = (
    (2, "page-down", "page"),
    (3, "search", "search"),
    (4, "contents", "contents"),
    (5, "facts", "facts"),
    (1, "close", "back"),
    (0, "help", "keys"),
)
# What can be done with an address, as clauses of `keyed`, each way shorter than the one before.
_HERE = (
    (("follow", "opens it here"), ("source", "in the browser"), ("copy", "copies it")),
    (("follow", "opens"), ("source", "browser"), ("copy", "copies")),
    (("follow", "opens"),),
)
_QUESTIONS = (
    (("follow", "opens in the browser"), ("copy", "copies the address"), ("escape", "")),
    (("follow", "opens"), ("copy", "copies"), ("escape", "")),
    (("follow", "opens"), ("escape", "")),
)
_OFFERS = ((("copy", "copies the address"),), (("copy", "copies it"),))
_NO_BROWSER = "no browser here"


def keyed(sign: Callable[[str], str], *clauses: tuple[str, str]) -> str:
    """What keys do, as a line: of each clause the key of a binding, and what it does.

    `sign` gives the key that a binding has; a clause whose binding has none is left out.
    """
    known = [(sign(name), what) for name, what in clauses]
    return ", ".join(f"{key} {what}".rstrip() for key, what in known if key)


def about_address(
    sign: Callable[[str], str], *, asks: bool, web: bool, here: bool = False
) -> list[str]:
    """What can be done with an address, from the long way to the short one.

    That is to open it in a browser where the program `asks` for that, and to copy it; `web` is
    whether a browser could, `here` whether it can be opened in the program.
    """
    if here:
        ways = [[each for each in way if asks or each[0] != "source"] for way in _HERE]
        return [keyed(sign, *way, ("escape", "")) for way in ways]
    texts = [keyed(sign, *clauses) for clauses in (_QUESTIONS if asks else _OFFERS)]
    if not asks:
        texts[0] = "; ".join(part for part in (_NO_BROWSER, texts[0]) if part) if web else texts[1]
    return texts


def closing(ink: Ink, width: int, where: str, key: str) -> Pieces:
    """The line below the last one of an article, in `width` cells: `key` leads back to `where`."""
    quiet = ink.style("panel-dim")
    sign = "--  " if ink.ascii else "∎  "
    dot = f" {ink.dot} "
    pieces = [(sign, ink.style("bar")), ("The end", quiet), (dot, quiet)]
    tail = f" back to {where}"
    if not key or width < cell_width(f"{sign}The end{dot}{key} back"):
        return [(ink.fit("The end", width), quiet)]
    pieces.append((key, ink.style("key")))
    room = width - sum(cell_width(text) for text, _ in pieces)
    pieces.append((ink.fit(tail, room) if room > len(" back to ") + 3 else " back", quiet))
    return pieces


def first_keys(ink: Ink, room: int, sign: Callable[[str], str]) -> Left:
    """What to press first, in at most `room` cells: whole pairs of a key and its word.

    `sign` gives the key that a binding has, '' for none. A click on a pair does the key's action.
    """
    known = [(rank, name, sign(name), word) for rank, name, word in _FIRST_KEYS]
    for most in range(len(_FIRST_KEYS), 0, -1):
        pairs = [(name, key, word) for rank, name, key, word in known if key and rank < most]
        if pairs and sum(cell_width(key) + len(word) + 3 for _, key, word in pairs) - 2 <= room:
            break
    else:
        return []
    actions = {row.id: row.action for row in ARTICLE}
    left: Left = []
    for name, key, word in pairs:
        if left:
            left.append(("  ", ink.style("status"), ""))
        left.append((key, ink.style("key"), actions[name]))
        left.append((f" {word}", ink.style("status"), actions[name]))
    return left
