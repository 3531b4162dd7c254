"""Every key, as bindings with ids, by screen and task; the help page is made from them."""

from reader.keys.binding import Binding

# What the command palette calls a key whose row on the page of keys tells of several, or says too
# little where the group is not seen.
_ALONE = {
    "top": "beginning of the article",
    "end": "end of the article",
    "percent": "go to so many percent (type the number first)",
    "left-out": "what the page had and the article has not",
    "next-section": "next section",
    "next-paragraph": "next paragraph",
    "back": "back over the last jump",
    "forward": "forward over jumps again",
    "next-link": "next link",
    "follow": "follow the chosen link, else a line down",
    "hints": "follow a link by letters",
    "copy": "copy the selection, or a link's address",
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
    "edit": "edit the file in your editor",
    "reload": "reload the file",
    "redraw": "draw the screen again",
    "suspend": "suspend to the shell",
    "help": "help: all keys",
    "shelf-help": "help: all keys",
    "shelf-suspend": "suspend to the shell",
    "close": "close what is on top, or the article",
    "theme": "choose a theme",
    "mouse": "leave the mouse to the terminal, or take it back",
    "interrupt": "cancel a question, copy a selection, else quit",
}


def _keys(group: str, *rows: tuple[str, str, str, str, str]) -> list[Binding]:
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


READ = _keys(
    "Read",
    ("line-down", "j,down,ctrl+e", "j ↓", "scroll_lines(1)", "line down"),
    ("line-up", "k,up,ctrl+y", "k ↑", "scroll_lines(-1)", "line up"),
    ("page-down", "space,f,pagedown,ctrl+f", "Space f PgDn", "page(1)", "page down"),
    ("page-up", "b,pageup,ctrl+b", "b PgUp", "page(-1)", "page up"),
    ("half-down", "d,ctrl+d", "d", "half_page(1)", "half a page down"),
    ("half-up", "u,ctrl+u", "u", "half_page(-1)", "half a page up"),
    ("top", "g,home", "g Home", "top", "beginning"),
    ("end", "G,end", "G End", "end", "end"),
    ("percent", "percent_sign", "42%", "percent", "to 42 % (5{line-down}: 5 lines)"),
    ("left-out", "X", "X", "left_out", "what was left out"),
)

MOVE = _keys(
    "Sections and paragraphs",
    ("next-section", "right_square_bracket,J", "] J · [ K", "section(1)", "next, previous section"),
    ("previous-section", "left_square_bracket,K", "", "section(-1)", "previous section"),
    ("next-paragraph", "right_curly_bracket", "} · {", "paragraph(1)", "next, previous paragraph"),
    ("previous-paragraph", "left_curly_bracket", "", "paragraph(-1)", "previous paragraph"),
    ("back", "H,ctrl+o,backspace", "H Ctrl-o · L", "back", "back, forward over jumps"),
    ("forward", "L", "", "forward", "forward again"),
)

LINKS = _keys(
    "Links and marks",
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
    "Contents and facts",
    ("contents", "t", "t", "contents", "contents (3{contents}: section 3)"),
    ("facts", "i", "i", "facts", "facts; {panel-choose} jumps"),
    ("next-fact", "full_stop", ". · ,", "fact(1)", "next, previous fact"),
    ("previous-fact", "comma", "", "fact(-1)", "previous fact"),
    ("close-panel", "x", "x · z", "close_panel", "close it · text only"),
    ("text-only", "z", "", "text_only", "hide all but the text"),
)

SEARCH = _keys(
    "Search",
    ("search", "slash", "/", "search", "search as you type"),
    ("next-hit", "n", "n", "hit(1)", "next hit"),
    ("previous-hit", "N", "N", "hit(-1)", "previous hit"),
    ("escape", "escape", "Esc", "escape", "put the search away"),
)

PAGE = _keys(
    "The page",
    ("wider", "plus,equals_sign", "+ = · - · 0", "measure(4)", "wider, narrower, default"),
    ("narrower", "minus", "", "measure(-4)", "narrower measure"),
    ("default-measure", "0", "", "default_measure", "default measure"),
    ("theme", "c", "c · M", "theme", "theme · mouse on, off"),
    ("mouse", "M", "", "app.leave_mouse", "leave the mouse to the terminal"),
    ("edit", "e", "e · r", "edit", "edit · reload the file"),
    ("reload", "r", "", "reload", "read the file again"),
    ("redraw", "ctrl+l", "Ctrl-l Ctrl-z", "app.redraw", "draw again · suspend"),
    ("suspend", "ctrl+z", "", "app.suspend_process", "to the shell; fg returns"),
)

LEAVE = _keys(
    "Leave",
    ("help", "question_mark", "? · :", "help", "these keys · commands"),
    ("palette", "colon,ctrl+p", "", "palette", "all commands, by name"),
    ("close", "q", "q", "close", "close what is on top"),
    ("quit", "Q,ctrl+q", "Q", "app.quit", "quit from anywhere"),
    ("interrupt", "ctrl+c", "Ctrl-c", "interrupt", "cancel, copy, else quit"),
)

ARTICLE = [*READ, *MOVE, *LINKS, *PANELS, *SEARCH, *PAGE, *LEAVE]

# Actions without a key of their own; the palette offers them, and their ids can be given one.
KEYLESS = _keys(
    "The page",
    ("justify", "", "", "justify", "justified or ragged lines"),
)

# They come before the others: 0 is a digit where a count has begun, and else what it is bound to.
COUNTS = [
    _hidden(f"count-{digit}", str(digit), f"count({digit})", "count", "a digit of a count")
    for digit in range(10)
]

SHELF = [
    *_keys(
        "The list",
        ("shelf-next", "j,down", "j ↓", "move(1)", "next article"),
        ("shelf-previous", "k,up", "k ↑", "move(-1)", "previous article"),
        ("shelf-down", "space,f,pagedown,d,ctrl+f,ctrl+d", "Space PgDn", "page(1)", "page down"),
        ("shelf-up", "b,pageup,u,ctrl+b,ctrl+u", "b PgUp", "page(-1)", "page up"),
        ("shelf-first", "g,home", "g Home", "first", "first article"),
        ("shelf-last", "G,end", "G End", "last", "last article"),
        ("shelf-choose", "enter", "Enter", "choose", "read the article"),
    ),
    *_keys(
        "Leave",
        ("shelf-help", "question_mark", "? · :", "help", "these keys · commands"),
        ("shelf-palette", "colon,ctrl+p", "", "palette", "all commands, by name"),
        ("shelf-leave", "q", "q", "close", "leave the program"),
    ),
    *_keys(
        "Find and sort",
        ("shelf-filter", "slash", "/", "filter", "filter by words"),
        ("shelf-escape", "escape", "Esc", "escape", "put the filter away"),
        ("shelf-sort", "S", "S", "sort", "sort your articles"),
        ("shelf-reread", "r", "r", "reread", "look at the folder again"),
    ),
    *_keys(
        "The page",
        ("shelf-theme", "c", "c", "app.theme", "choose a theme"),
        ("shelf-redraw", "ctrl+l", "Ctrl-l", "app.redraw", "draw the screen again"),
        ("shelf-suspend", "ctrl+z", "Ctrl-z", "app.suspend_process", "to the shell; fg returns"),
    ),
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

# Beneath all screens.
APP = [
    _hidden("app-quit", "Q,ctrl+q", "quit", "quit", "quit from anywhere"),
    _hidden("app-interrupt", "ctrl+c", "quit", "quit", "quit from anywhere"),
    _hidden("app-theme", "c", "theme", "choose a theme", "choose a theme"),
    _hidden("app-redraw", "ctrl+l", "redraw", "draw again", "draw the screen again"),
    _hidden("app-mouse", "M", "leave_mouse", "the mouse", "leave the mouse to the terminal"),
    _hidden("app-suspend", "ctrl+z", "suspend_process", "suspend", "suspend to the shell"),
]

# Over the list of themes, which is a panel.
THEMES = [
    _hidden("themes-next", "c", "next", "next", "the next theme"),
    _hidden("themes-cancel", "ctrl+c", "leave_panel", "cancel", "wear the theme from before"),
    _hidden("themes-quit", "Q,ctrl+q", "app.quit", "quit", "quit the program"),
    _hidden("themes-redraw", "ctrl+l", "app.redraw", "draw again", "draw the screen again"),
    _hidden("themes-suspend", "ctrl+z", "app.suspend_process", "suspend", "suspend to the shell"),
]

# On the page of keys.
HELP = [
    _hidden(
        "help-close", "question_mark,q,escape,enter,ctrl+c", "dismiss", "back", "back to the text"
    ),
    _hidden("help-down", "j,down", "rows(1)", "down", "a row down"),
    _hidden("help-up", "k,up", "rows(-1)", "up", "a row up"),
    _hidden("help-page-down", "space,f,pagedown,d,G,end", "rows(20)", "page down", "a page down"),
    _hidden("help-page-up", "b,pageup,u,g,home", "rows(-20)", "page up", "a page up"),
]

# Where something is typed: a key with a character types that, whatever it is given to.
PROMPT = [
    _hidden("prompt-earlier", "up", "history(-1)", "earlier", "what was typed before"),
    _hidden("prompt-later", "down", "history(1)", "later", "what was typed after that"),
    _hidden("prompt-submit", "enter", "screen.submit_prompt", "stay", "take what is typed"),
    _hidden("prompt-cancel", "escape,ctrl+c", "screen.cancel_prompt", "cancel", "give it up"),
]

# The list below what is typed in the command palette, and that screen.
FOUND = [
    _hidden("palette-up", "up,ctrl+p", "screen.move(-1)", "up", "entry above"),
    _hidden("palette-down", "down,ctrl+n", "screen.move(1)", "down", "entry below"),
    _hidden("palette-page-up", "pageup", "screen.page(-1)", "page up", "a page up"),
    _hidden("palette-page-down", "pagedown", "screen.page(1)", "page down", "a page down"),
]
PALETTE = [
    _hidden("palette-quit", "ctrl+q", "app.quit", "quit", "quit the program"),
    _hidden("palette-redraw", "ctrl+l", "app.redraw", "draw again", "draw the screen again"),
    _hidden("palette-suspend", "ctrl+z", "app.suspend_process", "suspend", "suspend to the shell"),
]
