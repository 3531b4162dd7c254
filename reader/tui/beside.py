"""Files that an article links to: only what lies in the article's own folder."""

import os
import stat
from urllib.parse import unquote_to_bytes

from reader.document.model import Document
from reader.errors import ReaderError, SourceError
from reader.formats import parse
from reader.formats.source import Source, local_path, read_source, short_name


def linked_file(article: str, href: str) -> tuple[str, str]:
    """The file that a relative `href` in the article at path `article` means, and its fragment.

    The path is a real one, all symbolic links followed, and in the article's folder or below it.
    Raises SourceError, with a message of one line, for an article without a folder (from a
    pipe), for a file elsewhere, for one that is missing, and for what is no regular file.
    """
    target, _, fragment = href.partition("#")
    target = target.partition("?")[0]
    name = short_name(target)
    if not article:
        raise SourceError(f"{name}: the article came without a folder to find it in")
    raw = local_path(target) if target[:5].lower() == "file:" else _decoded(target)
    article = os.path.abspath(article)  # noqa: PTH100
    folder = os.path.realpath(os.path.dirname(article))  # noqa: PTH120
    try:
        path = os.path.realpath(os.path.join(folder, raw) if raw else article)  # noqa: PTH118
        if raw and not _is_inside(path, folder):
            raise SourceError(f"{name}: lies outside the article's folder, so it is not opened")
        mode = os.stat(path).st_mode  # noqa: PTH116
    except ValueError as error:  # a NUL in the name
        raise SourceError(f"{name}: no such file") from error
    except OSError as error:
        missing = isinstance(error, FileNotFoundError | NotADirectoryError)
        raise SourceError(f"{name}: {'no such file' if missing else 'cannot be read'}") from error
    if not stat.S_ISREG(mode):
        what = "is a folder" if stat.S_ISDIR(mode) else "is no regular file"
        raise SourceError(f"{name}: {what}")
    return path, fragment


def load_linked(path: str, href: str) -> tuple[Source, Document]:
    """The source and document at `path`; what is wrong with it is said of `href`, the name that was read."""
    try:
        source = read_source(path)
        return source, parse(source)
    except ReaderError as error:
        name = short_name(href.partition("#")[0].partition("?")[0])
        raise SourceError(error.message.replace(short_name(path), name, 1)) from error


def is_same_file(one: str, other: str) -> bool:
    """Whether two paths are the same file."""
    try:
        return os.path.samefile(one, other)  # noqa: PTH121
    except (OSError, ValueError):
        return False


def _decoded(path: str) -> str:
    return os.fsdecode(unquote_to_bytes(path))


def _is_inside(path: str, folder: str) -> bool:
    try:
        return os.path.commonpath((path, folder)) == folder
    except ValueError:  # other drives
        return False
