"""What goes to stderr: cleaned like everything else, short, and without a traceback."""

import os
import sys

from reader.document.characters import clean_line
from reader.document.model import Document
from reader.errors import ReaderError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

# A line is cut after this many characters.
_LONGEST = 400


def complain(*lines: str) -> None:
    """Write lines to stderr, each cleaned and cut to a bearable length; leave out empty ones."""
    if sys.stderr is None:
        return
    for line in lines:
        text = clean_line(line)
        if len(text) > _LONGEST:
            text = text[: _LONGEST - 1] + "…"
        if text:
            try:
                sys.stderr.write(text + "\n")
            except OSError:
                return


def passing(*forms: str) -> None:
    """Show a line on the terminal that the next one takes the place of; '' for none any more.

    It is the first of its forms that has room, the last one if none has. Nothing is written where
    stderr is no terminal.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        return
    try:
        columns = max(_columns(sys.stderr) - 1, 0)
        room = max(columns - 2, 0)  # (for the ^C that the terminal puts behind it)
        texts = [clean_line(form) for form in forms]
        text = next((text for text in texts if len(text) <= room), texts[-1][:room])
        sys.stderr.write(f"\r{' ' * columns}\r{text}")
        sys.stderr.flush()
    except (OSError, ValueError):
        return


def _columns(stream: "TextIO") -> int:
    return os.get_terminal_size(stream.fileno()).columns


def report(error: Exception, *, debug: bool = False) -> None:
    """Say in one or two lines what went wrong; with `debug`, where in the program it did."""
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

        complain(*"".join(traceback.format_exception(error)).splitlines())
    complain(f"reader: {message}", hint)


def problem_line(document: Document, name: str = "") -> str:
    """The first mistake in the article's file, and how many more there are; '' if there is none.

    `name` is what the file is called in it, the document's own name unless given.
    """
    if not document.problems:
        return ""
    problem = document.problems[0]
    more = len(document.problems) - 1
    rest = f" (and {more} more; 'reader check' lists them)" if more else ""
    return f"{name or document.name}:{problem.line}:{problem.column}: {problem.message}{rest}"


def report_problems(document: Document) -> None:
    """Say on stderr how the article came, and that its file has mistakes, though it is shown."""
    complain(f"reader: {document.notice}" if document.notice else "", problem_line(document))
