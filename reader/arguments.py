"""Command lines taken apart, by hand: `argparse` takes longer to import than an article to set."""

from collections.abc import Iterable


class UsageError(Exception):
    """The command line makes no sense; `command` is the one whose usage is shown ('' for none)."""

    def __init__(self, message: str, command: str = "") -> None:
        super().__init__(message)
        self.command = command


class Command:
    """One command: how it is called, what its options are, and where its function is.

    `options` maps each option to the name of its value, '' for a flag. The function is found by
    the command's name in `reader.commands`; it takes the `Arguments` and returns an exit code.
    """

    __slots__ = ("help", "most", "name", "options", "usage")

    def __init__(
        self, name: str, usage: str, help: str, options: dict[str, str], most: int = 1
    ) -> None:
        self.name = name
        self.usage = usage
        self.help = help
        self.options = options
        self.most = most


class Arguments:
    """A command line taken apart: the words, and the options with their values ('' for flags)."""

    __slots__ = ("options", "words")

    def __init__(self) -> None:
        self.words: list[str] = []
        self.options: dict[str, str] = {}


def parse(argv: Iterable[str], command: Command) -> Arguments:
    """Take the words after a command apart.

    Options may stand anywhere, with their value behind `=` or as the next word; `--` ends them.
    Raises UsageError for an unknown option, a missing or needless value, or too many words.
    """
    arguments = Arguments()
    rest = iter(argv)
    for word in rest:
        if word == "--":
            arguments.words += rest
        elif not word.startswith("-") or word == "-":
            arguments.words.append(word)
        elif word in ("--help", "-h"):
            arguments.options["--help"] = ""
        elif word == "--version" and not command.name:
            arguments.options[word] = ""
        else:
            name, equals, value = word.partition("=")
            if name not in command.options:
                raise UsageError(f"unknown option {name}", command.name)
            if not command.options[name]:
                if equals:
                    raise UsageError(f"{name} takes no value", command.name)
            elif not equals:
                value = next(rest, "")
                if not value:
                    raise UsageError(f"{name} needs a value", command.name)
            arguments.options[name] = value
    if len(arguments.words) > command.most and not command.name:
        raise UsageError(f"{arguments.words[0]} is no command, and articles are read one by one")
    if len(arguments.words) > command.most:
        raise UsageError(f"too many words: {arguments.words[command.most]}", command.name)
    return arguments
