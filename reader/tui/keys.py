"""Every key of the article, as bindings with ids, by task; the help page is made from them."""

from textual.binding import Binding

Group = Binding.Group


def _keys(group: Group, *rows: tuple[str, str, str, str, str]) -> list[Binding]:
    """Bindings of one group from rows of (id, keys, what to show for them, action, text).

    Nothing to show means that the row before tells of this one too.
    """
    return [
        Binding(keys, action, text, id=name, key_display=display, tooltip=text, group=group)
        for name, keys, display, action, text in rows
    ]


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
    ("close-panel", "x", "x · z", "close_panel", "close it · hide all but text"),
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
    ("help", "question_mark", "?", "help", "these keys"),
    ("close", "q", "q", "close", "close what is on top"),
    ("quit", "Q,ctrl+q", "Q", "app.quit", "quit from anywhere"),
    ("interrupt", "ctrl+c", "Ctrl-c", "interrupt", "cancel, else quit"),
)

ARTICLE = [*READ, *MOVE, *LINKS, *PANELS, *SEARCH, *PAGE, *LEAVE]

COUNTS = [
    Binding(str(digit), f"count({digit})", "count", id=f"count-{digit}", show=False)
    for digit in range(1, 10)
]

PANEL = [
    Binding("j,down", "move(1)", "next", id="panel-next", show=False),
    Binding("k,up", "move(-1)", "previous", id="panel-previous", show=False),
    Binding(
        "space,f,pagedown,d,ctrl+f,ctrl+d", "page(1)", "page down", id="panel-down", show=False
    ),
    Binding("b,pageup,u,ctrl+b,ctrl+u", "page(-1)", "page up", id="panel-up", show=False),
    Binding("g,home", "first", "first", id="panel-first", show=False),
    Binding("G,end", "last", "last", id="panel-last", show=False),
    Binding("enter", "screen.choose", "jump there", id="panel-choose", show=False),
    Binding("escape,q", "screen.leave_panel", "back to the text", id="panel-leave", show=False),
]
