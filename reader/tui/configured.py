"""What the person has settled, for every screen: the app that runs has it."""

from typing import Any

from textual.screen import Screen

from reader.keys.remap import Keymap
from reader.settings import Settings


class Configured:
    """A base of the app that holds the settings, and a notice until it is shown.

    `touched` is when a key or the mouse was answered last, as the loop tells the time.
    """

    settings: Settings
    notice = ""
    touched = 0.0
    greetings = 10  # keys in articles after which the first ones are told no longer
    has_read = False  # whether an article was opened

    def configure(self, settings: Settings) -> None:
        """Go by these settings; the first screen that can says whether something is wrong."""
        self.settings = settings
        self.notice = settings.notice


def settings_of(screen: Screen[Any]) -> Settings:
    """The settings of the app that shows the screen."""
    app = screen.app
    return app.settings if isinstance(app, Configured) else Settings()


def touched(screen: Screen[Any]) -> float:
    """When a key or the mouse was answered last, as the loop tells the time."""
    app = screen.app
    return app.touched if isinstance(app, Configured) else 0.0


def take_notice(screen: Screen[Any]) -> str:
    """What is still to be said of the configuration; it is said once."""
    app = screen.app
    if not isinstance(app, Configured):
        return ""
    notice, app.notice = app.notice, ""
    return notice


def greets(screen: Screen[Any]) -> bool:
    """An article is opened: whether this is still the time to tell of the first keys."""
    app = screen.app
    if not isinstance(app, Configured):
        return False
    app.has_read = True
    return app.greetings > 0


def greets_after_key(screen: Screen[Any]) -> bool:
    """The same after one key more."""
    app = screen.app
    if isinstance(app, Configured):
        app.greetings -= 1
    return greets(screen)


def brief_notice(screen: Screen[Any]) -> str:
    """The same in a few words, for where there is no room, as long as it is still to be said."""
    app = screen.app
    waiting = isinstance(app, Configured) and app.notice
    return "config.yaml: see 'reader config --check'" if waiting else ""


def lasting_keys(keymap: Keymap) -> frozenset[str]:
    """Keys that do what they always do, also where letters are awaited."""
    keys = keymap.of("quit", "redraw", "suspend")
    return frozenset(key for key in keys if not (len(key) == 1 and key.islower()))
