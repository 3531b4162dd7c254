"""The other screens' keys, and what can be remapped: which ids, and which go with which."""

from reader.keys.binding import Binding
from reader.keys.rows import ARTICLE, COUNTS, KEYLESS, PANEL


def _row(name: str, keys: str, action: str, text: str, tooltip: str) -> Binding:
    return Binding(keys, action, text, id=name, tooltip=tooltip)


# Beneath all screens.
APP = [
    _row("app-quit", "Q,ctrl+q", "quit", "quit", "quit from anywhere"),
    _row("app-interrupt", "ctrl+c", "quit", "quit", "quit from anywhere"),
    _row("app-theme", "c", "theme", "choose a theme", "choose a theme"),
    _row("app-redraw", "ctrl+l", "redraw", "draw again", "draw the screen again"),
    _row("app-mouse", "M", "leave_mouse", "the mouse", "leave the mouse to the terminal"),
    _row("app-suspend", "ctrl+z", "suspend_process", "suspend", "suspend to the shell"),
]

# On the list of articles, which is a panel.
SHELF = [
    _row("shelf-palette", "colon,ctrl+p", "palette", "commands", "all commands"),
]

# Over the list of themes, which is a panel.
THEMES = [
    _row("themes-next", "c", "next", "next", "the next theme"),
    _row("themes-cancel", "ctrl+c", "leave_panel", "cancel", "wear the theme from before"),
    _row("themes-quit", "Q,ctrl+q", "app.quit", "quit", "quit the program"),
    _row("themes-redraw", "ctrl+l", "app.redraw", "draw again", "draw the screen again"),
    _row("themes-suspend", "ctrl+z", "app.suspend_process", "suspend", "suspend to the shell"),
]

# On the page of keys.
HELP = [
    _row(
        "help-close", "question_mark,q,escape,enter,ctrl+c", "dismiss", "back", "back to the text"
    ),
    _row("help-down", "j,down", "rows(1)", "down", "a row down"),
    _row("help-up", "k,up", "rows(-1)", "up", "a row up"),
    _row("help-page-down", "space,f,pagedown,d,G,end", "rows(20)", "page down", "a page down"),
    _row("help-page-up", "b,pageup,u,g,home", "rows(-20)", "page up", "a page up"),
]

# What a person may give other keys, by where they are pressed.
REMAPPABLE = {
    "In an article": ARTICLE,
    "Without a key so far": KEYLESS,
    "In a panel or a list": PANEL,
}

# What answers keys at the same time: here no key can have two actions.
CONTEXTS = ([*ARTICLE, *KEYLESS, *COUNTS[1:]], [*PANEL, *SHELF, *APP])

# Ids that go with others: where one of those gets other keys, these get them too.
FOLLOW = {
    "app-quit": ("quit",),
    "app-interrupt": ("interrupt",),
    "app-theme": ("theme",),
    "app-redraw": ("redraw",),
    "app-mouse": ("mouse",),
    "app-suspend": ("suspend",),
    "help-close": ("help", "close", "interrupt"),
    "panel-leave": ("close",),
    "shelf-palette": ("palette",),
    "themes-next": ("theme",),
    "themes-cancel": ("interrupt",),
    "themes-quit": ("quit",),
    "themes-redraw": ("redraw",),
    "themes-suspend": ("suspend",),
}

# What nobody can do without: these ids always have a key.
NEEDED = ("close", "quit", "interrupt", "panel-choose", "panel-leave")
