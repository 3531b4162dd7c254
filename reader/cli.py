"""The command line: what was asked for, who does it, and how it ends.

Data goes to stdout, messages to stderr. Exit codes: 0 done, 1 could not, 2 usage, 130
interrupted. Only what every start needs is imported here; the rest where it is used.
"""

import os
import sys
from collections.abc import Mapping

from reader.arguments import Arguments, Command, UsageError, parse
from reader.errors import ReaderError

# A message is cut after this many characters.
_LONGEST = 400

_MORE_HELP = "Try 'reader --help'."


_SOURCE = "SOURCE is a file, '-' for stdin, or the name of an article of the library."

_OPEN = Command(
    "",
    "reader [SOURCE | FILE#SECTION] [--find TEXT]",
    f"""Read an article; without one, choose from the articles that are there.

{_SOURCE}

  --find TEXT      open at the first place that has TEXT
  --version        print the version
  --debug          with an error, print where it happened

Commands (each has its own --help):
  show             print a whole article
  outline          print its sections
  facts            print its facts
  check            look for mistakes in article files

When stdout is not a terminal the article is printed, as by 'show'.""",
    {"--find": "TEXT"},
)

COMMANDS = {
    command.name: command
    for command in (
        Command(
            "show",
            "reader show SOURCE [--format ansi|plain|markdown|json] [--width N] "
            "[--justify|--ragged]",
            f"""Print the whole article.

{_SOURCE}

  --format FORMAT  ansi (in a terminal), plain (elsewhere), markdown or json
  --width N        set lines of at most N columns, 8 or more (66 where there is room)
  --justify        make the lines equally long
  --ragged         leave the spaces as they are (the default)""",
            {"--format": "FORMAT", "--width": "N", "--justify": "", "--ragged": ""},
        ),
        Command(
            "outline",
            "reader outline SOURCE [--json]",
            f"""Print the sections of an article, each with the name that opens it.

{_SOURCE}

  --json           print a list of {{title, slug, level, start, end}}""",
            {"--json": ""},
        ),
        Command(
            "facts",
            "reader facts SOURCE... [--json]",
            f"""Print the facts of articles: what each is about, and its value.

{_SOURCE}

  --json           print an object of facts and quotes""",
            {"--json": ""},
            most=sys.maxsize,
        ),
        Command(
            "check",
            "reader check FILE...",
            """Look for mistakes in article files, and print each as FILE:LINE:COLUMN: message.

The exit code is 0 when there are none and 1 when there are some.""",
            {},
            most=sys.maxsize,
        ),
    )
}

# What later versions will know: not to be taken for files without a word.
_RESERVED = ("add", "import", "list", "notes", "remove", "search", "tag", "undo")


def main(argv: "list[str] | None" = None) -> int:
    """Run the command line `argv` (without the program's name); the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    debug = "--debug" in arguments
    try:
        _prepare_output()
        code = _run([word for word in arguments if word != "--debug"])
        sys.stdout.flush()
        return code
    except UsageError as error:
        command = COMMANDS.get(error.command, _OPEN)
        _complain(f"usage: {command.usage}", f"reader: {error}", _MORE_HELP)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _drop_output()
        return 0
    except Exception as error:  # noqa: BLE001 - the top-level handler: no traceback without --debug
        return _fail(error, debug)


def _run(argv: list[str]) -> int:
    first = argv[0] if argv else ""
    command = COMMANDS.get(first, _OPEN)
    if first in COMMANDS:
        del argv[0]
    arguments = parse(argv, command)
    if "--help" in arguments.options:
        sys.stdout.write(f"Usage: {command.usage}\n\n{command.help}\n")
        return 0
    if "--version" in arguments.options:
        from reader import __version__

        sys.stdout.write(f"reader {__version__}\n")
        return 0
    if first in COMMANDS:
        if not arguments.words:
            raise UsageError(f"{first}: what of?", first)
        from reader import commands

        return int(getattr(commands, first)(arguments))
    return _open(arguments)


def _open(arguments: Arguments) -> int:
    """Read an article: in the terminal, or where there is none, printed."""
    interactive = is_interactive(os.environ)
    spec = arguments.words[0] if arguments.words else "-" if _has_input() else ""
    if not spec:
        if interactive:
            from reader.tui.app import run

            return run(None, spec="")
        from reader.commands import shelf

        return shelf()
    from reader.shelf import resolve

    path, section = resolve(spec)
    if spec in _RESERVED and path == spec and not os.access(path, os.F_OK):
        raise UsageError(f"unknown command {spec}")
    from reader.formats import load

    document = load(path)
    if interactive:
        from reader.tui.app import run

        return run(
            document, spec=path, find=arguments.options.get("--find"), section=section or None
        )
    from reader.commands import print_article

    return print_article(document, section=section)


def is_interactive(environ: Mapping[str, str]) -> bool:
    """Whether there is a terminal to read in: one that can place the cursor, with a keyboard."""
    if environ.get("TERM", "") == "dumb" or not sys.stdout.isatty():
        return False
    if sys.stdin is not None and sys.stdin.isatty():
        return True
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True


def _has_input() -> bool:
    """Whether stdin is a pipe or a file, so that `… | reader` reads it."""
    try:
        mode = os.fstat(0).st_mode & 0o170000
    except OSError:
        return False
    return mode in (0o010000, 0o100000, 0o140000)  # FIFO, regular file, socket


def _prepare_output() -> None:
    """What stdout cannot encode is replaced, never an error."""
    if sys.stdout is None:
        raise ReaderError("standard output is closed")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _fail(error: Exception, debug: bool) -> int:
    """Say on stderr what went wrong; exit code 1."""
    hint = ""
    if isinstance(error, ReaderError):
        message, hint = error.message, error.hint
    elif isinstance(error, RecursionError):
        message = "the article is nested too deeply"
    elif isinstance(error, MemoryError):
        message = "not enough memory"
    elif isinstance(error, OSError):
        message = ": ".join(str(part) for part in (error.filename, error.strerror) if part)
    else:
        message = f"unexpected {type(error).__name__}: {error}"
        hint = "This is a mistake in the program; --debug prints where it happened."
    if debug:
        import traceback

        _complain(*"".join(traceback.format_exception(error)).splitlines())
    _complain(f"reader: {message}", hint)
    return 1


def _complain(*lines: str) -> None:
    """Write lines to stderr, cleaned and cut; empty ones are left out."""
    from reader.document.characters import clean_line

    if sys.stderr is None:
        return
    for line in lines:
        text = clean_line(line)
        if text:
            cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
            sys.stderr.write(cut + "\n")


def _drop_output() -> None:
    """Whoever read stdout has gone: let the interpreter's last flush go nowhere, too."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
