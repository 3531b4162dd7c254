"""Every key of the article, as bindings with ids, by task; the help page is made from them."""

from textual.binding import Binding
from textual.keys import format_key

Group = Binding.Group


# What the command palette calls a key whose row on the page of keys tells of several, or says too
# little where the group is not seen.
_ALONE = {
    "top": "beginning of the article",
    "end": "end of the article",
    "percent": "go to so many percent (type the number first)",
    "next-section": "next section",
    "next-paragraph": "next paragraph",
    "back": "back over the last jump",
    "forward": "forward over jumps again",
    "next-link": "next link",
    "follow": "follow the chosen link, else a line down",
    "hints": "follow a link by letters",
    "copy": "copy the address of the chosen link",
    "set-mark": "set a mark",
    "contents": "contents of the article",
    "facts": "facts of the article",
    "next-fact": "next fact in the text",
    "previous-fact": "previous fact in the text",
    "close-panel": "close the panel that the keys are in",
    "text-only": "hide all but the text, or show it again",
    "next-hit": "next hit of the search",
    "previous-hit": "previous hit of the search",
    "wider": "wider measure",
    "suspend": "suspend to the shell",
    "help": "help: all keys",
    "close": "close what is on top, or the article",
    "interrupt": "cancel a question, else quit",
}


def _keys(group: Group, *rows: tuple[str, str, str, str, str]) -> list[Binding]:
    """Bindings of one group from rows of (id, keys, what to show for them, action, text).

    Nothing to show means that the row before tells of this one too.
    """
    return [
        Binding(
            keys,
            action,
            text,
            id=name,
            key_display=display,
            tooltip=_ALONE.get(name, text),
            group=group,
        )
        for name, keys, display, action, text in rows
    ]


def _hidden(name: str, keys: str, action: str, text: str, tooltip: str) -> Binding:
    """A binding that is not on the page of keys."""
    return Binding(keys, action, text, id=name, tooltip=tooltip, show=False)


_NAMES = {
    "space": "Space", "enter": "Enter", "escape": "Esc", "tab": "Tab", "backspace": "Backspace",
    "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End", "insert": "Ins",
    "delete": "Del",
}  # fmt: skip
_ARROWS = {"up": ("↑", "Up"), "down": ("↓", "Down"), "left": ("←", "Left"), "right": ("→", "Right")}


def shown_key(key: str, ascii: bool = False) -> str:
    """A key as the reader knows it: `]`, `PgDn`, `Ctrl-o`, from Textual's name for it."""
    *modifiers, last = key.split("+")
    name = _NAMES.get(last, "")
    if not name and last in _ARROWS:
        name = _ARROWS[last][ascii]
    if not name:
        name = format_key(last)
        name = name.capitalize() if len(name) > 1 else name
    return "-".join([*(modifier.capitalize() for modifier in modifiers), name])


READ = _keys(
    Group("Read"),
    ("line-down", "j,down,ctrl+e", "j ↓", "scroll_lines(1)", "line down"),
    ("line-up", "k,up,ctrl+y", "k ↑", "scroll_lines(-1)", "line up"),
    ("page-down", "space,f,pagedown,ctrl+f", "Space f PgDn", "page(1)", "page down"),
    ("page-up", "b,pageup,ctrl+b", "b PgUp", "page(-1)", "page up"),
    ("half-down", "d,ctrl+d", "d", "half_page(1)", "half a page down"),
    ("half-up", "u,ctrl+u", "u", "half_page(-1)", "half a page up"),
    ("top", "g,home", "g Home", "top", "beginning"),
    ("end", "G,end", "G End", "end", "end"),
    ("percent", "percent_sign", "42%", "percent", "to 42 % (5j: 5 lines)"),
)

MOVE = _keys(
    Group("Sections and paragraphs"),
    ("next-section", "right_square_bracket,J", "] J · [ K", "section(1)", "next, previous section"),
    ("previous-section", "left_square_bracket,K", "", "section(-1)", "previous section"),
    ("next-paragraph", "right_curly_bracket", "} · {", "paragraph(1)", "next, previous paragraph"),
    ("previous-paragraph", "left_curly_bracket", "", "paragraph(-1)", "previous paragraph"),
    ("back", "H,ctrl+o,backspace", "H Ctrl-o · L", "back", "back, forward over jumps"),
    ("forward", "L", "", "forward", "forward again"),
)

LINKS = _keys(
    Group("Links and marks"),
    ("next-link", "tab", "Tab Shift-Tab", "link(1)", "next, previous link"),
    ("previous-link", "shift+tab", "", "link(-1)", "previous link"),
    ("follow", "enter", "Enter", "follow", "follow it, else a line"),
    ("hints", "l", "l", "hints", "links by letters"),
    ("copy", "y", "y · o", "copy", "copy it · open source"),
    ("source", "o", "", "source", "open the article's source"),
    ("set-mark", "m", "ma · 'a", "set_mark", "set, go to mark a ('')"),
    ("go-mark", "apostrophe,grave_accent", "", "go_mark", "go to a mark"),
)

PANELS = _keys(
    Group("Contents and facts"),
    ("contents", "t", "t", "contents", "contents (3t: section 3)"),
    ("facts", "i", "i", "facts", "facts; Enter jumps"),
    ("next-fact", "full_stop", ". · ,", "fact(1)", "next, previous fact"),
    ("previous-fact", "comma", "", "fact(-1)", "previous fact"),
    ("close-panel", "x", "x · z", "close_panel", "close it · text only"),
    ("text-only", "z", "", "text_only", "hide all but the text"),
)

SEARCH = _keys(
    Group("Search"),
    ("search", "slash", "/", "search", "search as you type"),
    ("next-hit", "n", "n", "hit(1)", "next hit"),
    ("previous-hit", "N", "N", "hit(-1)", "previous hit"),
    ("escape", "escape", "Esc", "escape", "put the search away"),
)

PAGE = _keys(
    Group("The page"),
    ("wider", "plus,equals_sign", "+ = · - · 0", "measure(4)", "wider, narrower, default"),
    ("narrower", "minus", "", "measure(-4)", "narrower measure"),
    ("default-measure", "0", "", "zero", "default measure"),
    ("theme", "c", "c", "theme", "choose a theme"),
    ("redraw", "ctrl+l", "Ctrl-l", "app.redraw", "draw the screen again"),
    ("suspend", "ctrl+z", "Ctrl-z", "app.suspend_process", "to the shell; fg returns"),
)

LEAVE = _keys(
    Group("Leave"),
    ("help", "question_mark", "? · :", "help", "these keys · commands"),
    ("palette", "colon,ctrl+p", "", "palette", "all commands, by name"),
    ("close", "q", "q", "close", "close what is on top"),
    ("quit", "Q,ctrl+q", "Q", "app.quit", "quit from anywhere"),
    ("interrupt", "ctrl+c", "Ctrl-c", "interrupt", "cancel, else quit"),
)

ARTICLE = [*READ, *MOVE, *LINKS, *PANELS, *SEARCH, *PAGE, *LEAVE]

# Actions without a key of their own; the palette offers them, and their ids can be given one.
KEYLESS = _keys(
    Group("The page"),
    ("justify", "", "", "justify", "justified or ragged lines"),
)

COUNTS = [
    _hidden(f"count-{digit}", str(digit), f"count({digit})", "count", "a digit of a count")
    for digit in range(1, 10)
]

PANEL = [
    _hidden("panel-next", "j,down", "move(1)", "next", "next entry"),
    _hidden("panel-previous", "k,up", "move(-1)", "previous", "previous entry"),
    _hidden(
        "panel-down",
        "space,f,pagedown,d,ctrl+f,ctrl+d",
        "page(1)",
        "page down",
        "a page of entries down",
    ),
    _hidden("panel-up", "b,pageup,u,ctrl+b,ctrl+u", "page(-1)", "page up", "a page of entries up"),
    _hidden("panel-first", "g,home", "first", "first", "first entry"),
    _hidden("panel-last", "G,end", "last", "last", "last entry"),
    _hidden("panel-choose", "enter", "screen.choose", "jump there", "go to the entry"),
    _hidden(
        "panel-leave", "escape,q", "screen.leave_panel", "back to the text", "leave the entries"
    ),
]
