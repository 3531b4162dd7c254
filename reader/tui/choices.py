"""What the person chose in the program for all articles, over what the configuration says.

A choice is remembered beside what the configuration said then, and forgotten when it says
something else: `Memory.setting` and `Memory.remember` take that as `over`.
"""

from reader.library.state import Memory
from reader.settings import MEASURES, Settings

YES, NO = "yes", "no"


def first_theme(settings: Settings, memory: Memory) -> str:
    """The theme to begin with: of the environment, else the one chosen last, else configured."""
    return settings.theme_now or memory.setting("theme", settings.theme) or settings.theme


def chosen_measure(settings: Settings, memory: Memory) -> int:
    """The measure that was chosen last, 0 if none was."""
    text = memory.setting("measure", configured_measure(settings))
    low, high = MEASURES
    known = text.isascii() and text.isdigit() and len(text) < 4
    return max(min(int(text), high), low) if known else 0


def configured_measure(settings: Settings) -> str:
    """The measure of the configuration, as it is written; '' if it has none."""
    return str(settings.measure or "")


def chosen_justify(settings: Settings, memory: Memory) -> "bool | None":
    """Whether lines were chosen to be equally long; None if nothing was chosen."""
    chosen = memory.setting("justify", configured_justify(settings))
    return chosen == YES if chosen else None


def configured_justify(settings: Settings) -> str:
    """The right edge of the configuration, likewise."""
    return "" if settings.justify is None else YES if settings.justify else NO
