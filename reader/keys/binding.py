"""What an action's keys are called, apart from Textual, which takes long to load."""

# What stands for a key where an action has none: no key has this name.
NO_KEY = "off"


class Binding:
    """An action of a screen with its keys, in Textual's names for them, by commas.

    `key_display` is what the help page shows for the keys; `""` means that the row before tells
    of this one too. `group` is the task that it serves. `description` is what it does as its row
    on that page says, where `{id}` stands for the key of another action, `tooltip` as it is said
    alone.
    """

    __slots__ = ("action", "description", "group", "id", "key", "key_display", "show", "tooltip")

    def __init__(
        self,
        key: str,
        action: str,
        description: str,
        *,
        id: str,
        key_display: str = "",
        group: str = "",
        show: bool = True,
        tooltip: str = "",
    ) -> None:
        self.key = key
        self.action = action
        self.description = description
        self.id = id
        self.key_display = key_display
        self.group = group
        self.show = show
        self.tooltip = tooltip or description

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys one by one."""
        return tuple(self.key.split(",")) if self.key else ()
