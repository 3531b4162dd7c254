"""The names of keys: as people type them, as Textual knows them, as the help page shows them."""

import re
import unicodedata
from functools import lru_cache

_MODIFIER = re.compile(r"(ctrl|control|c|alt|shift)[+-](?=.)", re.IGNORECASE)
_FUNCTION = re.compile(r"f([1-9]|1\d|2[0-4])")
# Keys without a character, with what the help page shows for them.
_NAMED = {
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "backspace": "Backspace",
    "space": "Space",
    "delete": "Del",
    "insert": "Ins",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
_ALIASES = {"esc": "escape", "return": "enter", "del": "delete", "ins": "insert"}
_ALIASES.update({"pgup": "pageup", "pgdn": "pagedown", "pgdown": "pagedown"})
# Of those, the ones that terminals tell apart when a modifier is held.
_MODIFIABLE = (
    "delete",
    "insert",
    "home",
    "end",
    "pageup",
    "pagedown",
    *["up", "down", "left", "right"],
)
# Textual's own names for some characters; the others have those of Unicode.
_OWN = {
    "hyphen_minus": "minus",
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "plus_sign": "plus",
    "low_line": "underscore",
}
# Letters that Ctrl does not change into anything else: Ctrl-h is Backspace, Ctrl-i Tab.
_CTRL = "abcdefgjklnopqrstuvwxyz"
_CTRL_SIGNS = ("backslash", "right_square_bracket", "circumflex_accent", "underscore")


def key_name(typed: str) -> str:
    """Textual's name of a key that was typed as `J`, `]`, `ctrl+n`, `Ctrl-n`, `space`, `F5`.

    `""` for what is none, or what terminals cannot tell from another key.
    """
    modifiers: set[str] = set()
    rest = typed
    while (match := _MODIFIER.match(rest)) is not None:
        modifiers.add({"c": "ctrl", "control": "ctrl"}.get(match[1].lower(), match[1].lower()))
        rest = rest[match.end() :]
    key = _plain(rest)
    if not modifiers or not key:
        return key
    if modifiers == {"shift"} and len(key) == 1:
        return key.upper() if len(key.upper()) == 1 and key.upper() != key.lower() else ""
    if modifiers == {"shift"} and key == "tab":
        return "shift+tab"
    if modifiers == {"ctrl"} and len(key) == 1:
        return f"ctrl+{key.lower()}" if key.lower() in _CTRL else ""
    if (
        key in _MODIFIABLE
        or _FUNCTION.fullmatch(key)
        or (modifiers == {"ctrl"} and key in _CTRL_SIGNS)
    ):
        return "+".join((*sorted(modifiers), key))
    return ""


def _plain(typed: str) -> str:
    """The name of a key that is pressed alone."""
    if len(typed) == 1:
        return _of_character(typed) if typed.isprintable() else ""
    name = typed.lower().replace("-", "_")
    name = _ALIASES.get(name, name)
    return name if name in _NAMED or _FUNCTION.fullmatch(name) or name in _ascii() else ""


def _of_character(character: str) -> str:
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _OWN.get(name, name)


@lru_cache(1)
def _ascii() -> dict[str, str]:
    """The characters that are no letters and no digits, by their names."""
    return {
        _of_character(chr(code)): chr(code) for code in range(33, 127) if not chr(code).isalnum()
    }


@lru_cache(1)
def _others() -> dict[str, str]:
    """Those that are beyond ASCII and on somebody's keyboard."""
    return {_of_character(chr(code)): chr(code) for code in range(0xA1, 0x2100)}


def typed(key: str) -> str:
    """How a key of that name is typed in a configuration; `key_name` undoes it."""
    modifiers, _, name = key.rpartition("+")
    if name in _NAMED or len(name) == 1 or name == "comma":
        return key
    character = _ascii().get(name) or (name if _FUNCTION.fullmatch(name) else _others().get(name))
    return f"{modifiers}+{character}" if modifiers else character or name


def types(key: str) -> bool:
    """Whether the key of that name types a character where there is something to type into."""
    return len(key) == 1 or key in ("space", "comma") or key in _ascii() or key in _others()


def shown(key: str, ascii: bool = False) -> str:
    """A key of that name as the reader knows it: `Ctrl-n`, `PgDn`, `]`."""
    *modifiers, name = key.split("+")
    if ascii and name in ("up", "down", "left", "right"):
        return "-".join(part.capitalize() for part in (*modifiers, name))
    name = _NAMED.get(name) or ("," if name == "comma" else typed(name))
    name = name.upper() if _FUNCTION.fullmatch(name) else name
    return "-".join([*(modifier.capitalize() for modifier in modifiers), name])
