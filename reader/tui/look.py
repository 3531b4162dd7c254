"""The look of a whole screen, beside what its widgets paint with their ink themselves."""

from typing import Any

from textual.screen import Screen
from textual.widget import Widget

from reader.tui.ink import Ink
from reader.tui.widgets.prompt import Prompt


def dress(screen: Screen[Any], ink: Ink) -> None:
    """Give `screen` the colours of the ink's page, and paint all of it again where it stands."""
    if not screen.is_modal:  # what lies over another screen shows it
        screen.styles.background = ink.page
    for widget in screen.query(Widget):
        if isinstance(widget, Prompt):
            widget.styles.background = ink.page
            widget.styles.color = ink.page_text
        widget.refresh()
