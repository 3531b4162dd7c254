"""The other screens' keys, and what can be remapped: which ids, and which go with which."""

from reader.keys.binding import Binding
from reader.keys.rows import ARTICLE, COUNTS, PANEL

# Beneath all screens.
APP = [
    Binding("Q,ctrl+q", "quit", "quit", id="app-quit", show=False),
    Binding("ctrl+c", "quit", "quit", id="app-interrupt", show=False),
    Binding("c", "theme", "choose a theme", id="app-theme", show=False),
    Binding("ctrl+l", "redraw", "draw again", id="app-redraw", show=False),
    Binding("ctrl+z", "suspend_process", "suspend", id="app-suspend", show=False),
]

# Over the list of themes, which is a panel.
THEMES = [
    Binding("c", "next", "next", id="themes-next"),
    Binding("ctrl+c", "leave_panel", "cancel", id="themes-cancel"),
    Binding("Q,ctrl+q", "app.quit", "quit", id="themes-quit"),
    Binding("ctrl+l", "app.redraw", "draw again", id="themes-redraw"),
    Binding("ctrl+z", "app.suspend_process", "suspend", id="themes-suspend"),
]

# On the page of keys.
HELP = [
    Binding("question_mark,q,escape,enter,ctrl+c", "dismiss", "back", id="help-close"),
    Binding("j,down", "rows(1)", "down", id="help-down"),
    Binding("k,up", "rows(-1)", "up", id="help-up"),
    Binding("space,f,pagedown,d,G,end", "rows(20)", "page down", id="help-page-down"),
    Binding("b,pageup,u,g,home", "rows(-20)", "page up", id="help-page-up"),
]

# What a person may give other keys, by where they are pressed.
REMAPPABLE = {"In an article": ARTICLE, "In a panel or a list": PANEL}

# What answers keys at the same time: here no key can have two actions.
CONTEXTS = ([*ARTICLE, *COUNTS[1:]], [*PANEL, *APP])

# Ids that go with others: where one of those gets other keys, these get them too.
FOLLOW = {
    "app-quit": ("quit",),
    "app-interrupt": ("interrupt",),
    "app-theme": ("theme",),
    "app-redraw": ("redraw",),
    "app-suspend": ("suspend",),
    "help-close": ("help", "close", "interrupt"),
    "panel-leave": ("close",),
    "themes-next": ("theme",),
    "themes-cancel": ("interrupt",),
    "themes-quit": ("quit",),
    "themes-redraw": ("redraw",),
    "themes-suspend": ("suspend",),
}

# What nobody can do without: these ids always have a key.
NEEDED = ("close", "quit", "interrupt", "panel-choose", "panel-leave")

# What a row does alone, where its text on the help page tells of its neighbours, too.
ALONE = {
    "percent": "to a percentage: 42%",
    "next-section": "next section",
    "next-paragraph": "next paragraph",
    "back": "back to before the last jump",
    "next-link": "next link",
    "follow": "follow the link, else a line down",
    "copy": "copy the link's address",
    "set-mark": "set a mark: ma",
    "next-fact": "next fact",
    "wider": "wider measure",
    "suspend": "to the shell; fg returns",
}
