"""The command line: what was asked for, who does it, and how it ends.

Data goes to stdout, messages to stderr. Exit codes: 0 done, 1 could not, 2 usage, 130
interrupted. Only what every start needs is imported here; the rest where it is used.
"""

import codecs
import os
import sys
import unicodedata
from collections.abc import Callable, Mapping

from reader.arguments import Arguments, Command, UsageError, parse
from reader.errors import ReaderError

_MORE_HELP = "Try 'reader --help'."

_SOURCE = """SOURCE is a file, an address (https://…), '-' for stdin, or the name of an
article on the shelf."""

_OPEN = Command(
    "",
    "reader [SOURCE | SOURCE#SECTION | --last] [--find TEXT]",
    f"""Read an article; without one, choose from the articles that are there.

{_SOURCE}

  --last           go on with the article that was read last
  --find TEXT      open at the first place that has TEXT
  --base URL       the address of a file or stdin, for its relative links
  --library DIR    the folder of your articles, for this once
  --version        print the version
  --debug          with an error, print where it happened

Commands (each has its own --help):
  show             print a whole article
  outline          print its sections
  facts            print its facts
  check            look for mistakes in article files
  config           print the default configuration, or check yours

When stdout is not a terminal the article is printed, as by 'show'.""",
    {"--find": "TEXT", "--last": "", "--base": "URL", "--library": "DIR"},
)

COMMANDS = {
    command.name: command
    for command in (
        Command(
            "show",
            "reader show SOURCE [--format ansi|plain|markdown|json] [--width N] "
            "[--justify|--ragged] [--base URL] [--dropped]",
            f"""Print the whole article.

{_SOURCE}

  --format FORMAT  ansi (in a terminal), plain (elsewhere), markdown or json
  --width N        set lines of at most N columns, 8 or more (66 where there is room)
  --justify        make the lines equally long
  --ragged         leave the spaces as they are (the default)
  --base URL       the address of a file or stdin, for its relative links
  --dropped        print what was left out of a page instead: menus, comments, and the like""",
            {
                "--format": "FORMAT",
                "--width": "N",
                "--justify": "",
                "--ragged": "",
                "--base": "URL",
                "--dropped": "",
            },
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
            f"""Print the facts of articles: the value of each, and what it is about.

First those that the author wrote, then those found in the text, the most
important first, then the quotes. With several articles each fact has its
sentence, too.

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
        Command(
            "config",
            "reader config [--check]",
            """Print the default configuration: every setting and every key, commented out.

Where the file belongs is said by 'reader config' in a terminal.

  --check          look for mistakes in your configuration, and print each as
                   FILE:LINE: message; the exit code is 1 when there are some""",
            {"--check": ""},
            most=0,
        ),
    )
}

# What later versions will know: not to be taken for files without a word.
_RESERVED = ("add", "import", "list", "notes", "remove", "search", "tag", "undo")

# What comes near to the signs of good typography where there is only ASCII.
_ASCII_SIGNS = dict(zip("‘’‚“”„«»‹›–—―−•", '\'\'\'"""""<>----*', strict=True))


def main(argv: "list[str] | None" = None) -> int:
    """Run the command line `argv` (without the program's name); the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    debug = "--debug" in arguments
    try:
        _prepare_input()
        _prepare_output()
        code = _run([word for word in arguments if word != "--debug"])
        sys.stdout.flush()
        return code
    except UsageError as error:
        from reader.messages import complain

        command = COMMANDS.get(error.command, _OPEN)
        complain(f"usage: {command.usage}", f"reader: {error}", _MORE_HELP)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _drop_output()
        return 0
    except Exception as error:  # noqa: BLE001 - the top-level handler: no traceback without --debug
        from reader.messages import report

        report(error, debug=debug)
        _flush_or_drop()
        return 1


def _run(argv: list[str]) -> int:
    first = argv[0] if argv else ""
    command = COMMANDS.get(first, _OPEN)
    if first in COMMANDS:
        del argv[0]
    elif first in _RESERVED and not os.access(first, os.F_OK):
        raise UsageError(f"unknown command {first}")
    arguments = parse(argv, command)
    if "--help" in arguments.options:
        sys.stdout.write(f"Usage: {command.usage}\n\n{command.help}\n")
        return 0
    if "--version" in arguments.options:
        from reader import __version__

        sys.stdout.write(f"reader {__version__}\n")
        return 0
    if first in COMMANDS:
        if not arguments.words and command.most:
            raise UsageError(f"{first} needs a source", first)
        from reader import commands

        return int(getattr(commands, first)(arguments))
    return _open(arguments)


def _open(arguments: Arguments) -> int:
    """Read an article: in the terminal, or where there is none, printed."""
    interactive = is_interactive(os.environ)
    library = arguments.options.get("--library", "")
    library = os.path.abspath(library) if library else ""  # noqa: PTH100
    if "--last" in arguments.options:
        if arguments.words:
            raise UsageError(f"--last or {arguments.words[0]}, not both")
        spec: str | None = _last()
    else:
        spec = arguments.words[0] if arguments.words else "-" if _has_input() else None
    if spec is None:
        if interactive:
            from reader.tui.start import Start

            start = Start(os.environ)
            return _app()(None, start, library=library)
        from reader.commands import shelf

        return shelf(library)
    from reader.sources import article_at, base_address

    base = base_address(arguments.options, spec)
    if interactive:
        from reader.shelf import resolve

        path, section = resolve(spec, library)
        return _read(path, section, arguments.options.get("--find", ""), base)
    from reader.printing import print_article

    document, section = article_at(spec, base, library)
    if "--find" in arguments.options:
        from reader.messages import complain

        complain("reader: --find has no use where the article is printed")
    return print_article(document, section=section)


def _read(path: str, section: str, find: str, base: str) -> int:
    """Read an article in the terminal; from a pipe as soon as there is something of it."""
    from reader.formats import parse as parse_source
    from reader.formats.stream import PATIENCE, open_pipe
    from reader.sources import source_at

    pipe = open_pipe(path, base)
    if pipe is None:
        source = source_at(path, base)
    else:
        # What is to be gone to may be at the end.
        pipe.begin(_say_waiting, None if section or find else PATIENCE)
        source = pipe.source()
    document = parse_source(source)
    from reader.library.state import Record
    from reader.tui.first import paint_first
    from reader.tui.start import Start

    start = Start(os.environ)
    whole = pipe is None or pipe.ended
    record = Record(start.memory, source if whole else None)
    taken = paint_first(start, document, source, record, section, find)
    try:
        return _app()(
            document,
            start,
            taken=taken,
            find=find,
            section=section,
            record=record,
            pipe=None if whole else pipe,
        )
    finally:
        if taken is not None:
            taken.give_back()


def _app() -> "Callable[..., int]":
    """What runs the program on Textual; what that imports is not looked through for garbage."""
    import gc

    gc.disable()
    # How often it paints at most. What follows a key in two steps (a letter, then what it finds)
    # is seen one of these later.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    from reader.tui.app import run

    gc.freeze()
    gc.enable()
    return run


def _last() -> str:
    """The file or the address of the article that was read last."""
    from reader.library.state import Memory

    left = Memory().recent(1)
    if not left:
        raise ReaderError("no article has been read yet", "Name one: reader FILE")
    return left[0].path


def _say_waiting() -> None:
    """Say what is waited for."""
    from reader.messages import complain

    complain("reader: waiting for the article to come through the pipe (Ctrl-c gives up)")


def is_interactive(environ: Mapping[str, str]) -> bool:
    """Whether there is a terminal to read in: one that can place the cursor, with a keyboard."""
    if environ.get("TERM", "") == "dumb" or not sys.stdout.isatty():
        return False
    if sys.stdin is not None and sys.stdin.isatty():
        return True
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | getattr(os, "O_NOCTTY", 0)))
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


def _prepare_input() -> None:
    """Where stdin is closed there is nothing in it; else another file would get its number."""
    if sys.stdin is not None:
        return
    try:
        os.fstat(0)
    except OSError:
        os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    sys.stdin = sys.__stdin__ = open(0, closefd=False)  # type: ignore[misc]  # noqa: SIM115


def _prepare_output() -> None:
    """What the locale's encoding lacks is replaced by what comes near, and is never an error."""
    if sys.stdout is None:
        raise ReaderError("standard output is closed")
    codecs.register_error("reader.near", _near)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="reader.near")


def _near(error: UnicodeError) -> tuple[str, int]:
    """An error handler of `codecs`: one ASCII character for each that cannot be encoded."""
    assert isinstance(error, UnicodeEncodeError)
    parts = []
    for char in error.object[error.start : error.end]:
        near = _ASCII_SIGNS.get(char) or unicodedata.normalize("NFKD", char)[0]
        parts.append(near if near.isascii() else "?")
    return "".join(parts), error.end


def _flush_or_drop() -> None:
    """Write what was printed before an error; if that is the error, do not meet it again."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _drop_output()


def _drop_output() -> None:
    """Whoever read stdout has gone: let the interpreter's last flush go nowhere, too."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
