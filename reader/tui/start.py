"""What the program starts with, before there is a screen."""

from collections.abc import Mapping

from reader.library.state import Memory
from reader.messages import complain
from reader.settings import load_settings
from reader.tui.choices import first_theme
from reader.tui.ink import ink_for


class Start:
    """What the program starts with: the settings, what is remembered, and the look."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.settings = load_settings(environ)
        self.memory = Memory()
        self.ink, self.signs = ink_for(environ, first_theme(self.settings, self.memory))
        if notice := self.settings.notice:
            complain(f"reader: {notice}")
