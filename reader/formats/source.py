"""Where an article comes from: a path or standard input; its bytes within bounds, decoded."""

import os
import re
import stat
import sys

from reader.document.characters import clean_line
from reader.errors import SourceError
from reader.files import at_once
from reader.formats.binary import refuse_binary
from reader.formats.decoding import (
    declared_in_page,
    declared_in_xml,
    decode_piece,
    to_utf8,
    whole_characters,
)
from reader.formats.sniff import feed_or_page, has_tags, is_page, sniff
from reader.formats.web.address import file_of, is_address, meant_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from io import FileIO
    from typing import BinaryIO

    from reader.formats.mhtml import Saved
    from reader.formats.web.fetch import Fetch

# The most bytes that an article may have.
MAX_SIZE = 64 * 1024 * 1024

# The kinds of source, by the suffix of a file's name.
KINDS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".txt": "text",
    ".text": "text",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "html",
    ".mht": "html",
}
# The same, by what a server says that it sends; other types of text are looked into.
MEDIA = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "application/markdown": "markdown",
    "text/yaml": "yaml",
    "text/x-yaml": "yaml",
    "application/yaml": "yaml",
    "application/x-yaml": "yaml",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/feed+json": "feed",
}
# Of these types only feeds and pages are articles.
OPEN_MEDIA = {
    "application/xml": "an XML file that is neither a feed nor a page",
    "text/xml": "an XML file that is neither a feed nor a page",
    "application/rdf+xml": "an RDF file that is no feed",
    "application/json": "a JSON file that is no feed",
}
# What is no text yet: white space, and the mark of UTF-8.
_BLANK = b" \t\r\n\v\f\xef\xbb\xbf"
# The bytes by which a text is known.
_HEAD = 65_536
# (Patterns as text: compiling these takes a millisecond, and most articles need none of them.)
_FILE = r"(?is)file:(?://(?:localhost)?(?=/))?(?!//)(.*)"


class Source:
    """A text to be parsed: `name` is clean, `data` in UTF-8 with nothing else taken out.

    `kind` is `markdown`, `yaml`, `html`, `feed` or `text`; `path` is None for standard input; `url`
    is the address that it came from and that its relative links count from, '' where there is none.
    Of what was fetched, `address` is what was asked for, in the way in which it is remembered, and
    `notice` what to say of how it came ('' mostly). There may be bytes that are no UTF-8, so
    `decode_piece` is what reads a piece of it.
    """

    __slots__ = ("address", "data", "kind", "name", "notice", "path", "url")

    def __init__(
        self,
        name: str,
        text: "str | bytes",
        kind: str,
        *,
        path: "str | None" = None,
        url: str = "",
    ) -> None:
        self.name = name
        self.data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        self.kind = kind
        self.path = path
        self.url = url
        self.address = self.notice = ""

    @property
    def text(self) -> str:
        """All of the text, decoded anew each time."""
        return decode_piece(self.data)

    @property
    def size(self) -> int:
        """The length of the text in bytes."""
        return len(self.data)


def read_source(
    spec: str,
    stdin: "BinaryIO | None" = None,
    *,
    regular: bool = False,
    watch: "Callable[[Fetch], None] | None" = None,
) -> Source:
    """Read the file at the path (or `file:` address) `spec`, or standard input for `-`.

    What is at an address of the web is fetched; `watch` is called meanwhile. Raises SourceError,
    with a message of one line, for what is missing, no regular file (a named pipe excepted, unless
    `regular`), too large, empty, or no text.
    """
    if is_address(spec):
        from reader.formats.web.fetch import fetch_source

        return fetch_source(spec, watch)
    if spec == "-":
        stdin = stdin if stdin is not None else sys.stdin.buffer
        # (A buffer would go on after a terminal's Ctrl-d, to the second one.)
        data = _read_stream(getattr(stdin, "raw", stdin), "stdin")
        if not has_text(data):
            raise SourceError("stdin: nothing came", "Pipe an article in, or name a file.")
        return source_of("stdin", data, None)
    if not spec.strip():
        raise SourceError(f"'{short_name(spec)}' is no file name", "Name a file, or - for stdin.")
    path = local_path(spec)
    try:
        data = _read_file(path, regular)
    except SourceError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            error.hint = meant_address(spec)
        raise
    return source_of(short_name(path), data, path)


def read_head(path: str, most: int) -> tuple[Source, int]:
    """The source in the first `most` bytes of a regular file, and the size of the whole file.

    Waits for nothing. Raises SourceError like `read_source`.
    """
    name = short_name(path)
    try:
        with open(path, "rb", buffering=0, opener=at_once) as file:
            info = os.fstat(file.fileno())
            _refuse_special(name, info.st_mode, regular=True)
            data = file.read(most)
    except OSError as error:
        raise SourceError(f"{name}: {reason(error)}") from error
    except ValueError as error:  # a NUL in the name
        raise SourceError(f"{name}: no such file") from error
    if not data or not has_text(data):
        raise SourceError(f"{name}: the file is empty")
    return source_of(name, whole_characters(data), path), info.st_size


def local_path(spec: str) -> str:
    """The path that a `file:` address stands for; anything else is a path already."""
    match = re.fullmatch(_FILE, spec) if spec[:5].lower() == "file:" else None
    if match is None:
        return spec
    from urllib.parse import unquote_to_bytes

    return os.fsdecode(unquote_to_bytes(match.group(1).encode("utf-8", "surrogateescape")))


def short_name(spec: str, length: int = 80) -> str:
    """A name as messages show it: clean, on one line, its end kept when it is long."""
    name = clean_line(spec)
    return name if len(name) <= length else "…" + name[1 - length :]


def source_of(
    name: str,
    data: bytes,
    path: "str | None",
    *,
    url: str = "",
    media: str = "",
    charset: str = "",
) -> Source:
    """The source that some bytes are; raises SourceError where they are no text.

    `media` and `charset` are what a server said of them: a media type such as `text/html`, and
    the name of an encoding.
    """
    refuse_binary(name, data)
    if b":" in data[:256] and (saved := _saved_page(data)) is not None:
        data, charset, media = saved.data, saved.charset, "text/html"
        url = url or saved.url
    suffix = os.path.splitext(path if path is not None else file_of(url))[1].lower()  # noqa: PTH122
    declared = MEDIA.get(media)
    named = None if media in OPEN_MEDIA else KINDS.get(suffix)
    kind = declared or named
    charset = charset or declared_in_xml(data)
    if not charset and (kind == "html" or is_page(data[:_HEAD].decode("latin-1"))):
        charset = declared_in_page(data)
    data = to_utf8(data, charset)
    head = decode_piece(data[:_HEAD])
    if declared in (None, "feed") and is_page(head):
        kind = "html"
    elif declared in (None, "html"):  # many servers call a feed or a text a page
        if kind == "html" and not has_tags(head):
            kind = named if named != "html" else None
        kind = feed_or_page(head, surely=kind in ("markdown", "text")) or kind
    if not kind and media in OPEN_MEDIA:
        raise SourceError(f"{name}: {OPEN_MEDIA[media]}", "reader opens pages, feeds and text.")
    return Source(name, data, kind or sniff(head), path=path, url=url)


def has_text(data: bytes) -> bool:
    """Whether there is anything but white space and the mark of UTF-8."""
    return bool(data[:4096].strip(_BLANK) or data.strip(_BLANK))


def _saved_page(data: bytes) -> "Saved | None":
    """The page in what a browser saved as one file with its pictures; None if it is none."""
    if b"mime-version:" not in data[:_HEAD].lower():
        return None
    from reader.formats.mhtml import is_saved, page_of

    return page_of(data) if is_saved(data) else None


def _read_file(path: str, regular: bool) -> bytes:
    name = short_name(path)
    try:
        info = os.stat(path)  # noqa: PTH116
        _refuse_special(name, info.st_mode, regular)
        if info.st_size > MAX_SIZE:
            raise too_large(name)
        # Only a named pipe is waited for: files of the kernel (/proc/kmsg) and what takes a file's
        # place after the look at it may never have anything to read.
        wait = stat.S_ISFIFO(info.st_mode)
        with open(path, "rb", buffering=0, opener=None if wait else at_once) as file:
            _refuse_special(name, os.fstat(file.fileno()).st_mode, regular)
            data = _read_stream(file, name, info.st_size + 1)
    except OSError as error:
        raise SourceError(f"{name}: {reason(error)}") from error
    except ValueError as error:  # a NUL in the name
        raise SourceError(f"{name}: no such file") from error
    if not has_text(data):
        raise SourceError(f"{name}: " + ("nothing came" if wait else "the file is empty"))
    return data


def _refuse_special(name: str, mode: int, regular: bool) -> None:
    if stat.S_ISDIR(mode):
        raise SourceError(f"{name}: is a folder, not a file")
    if stat.S_ISFIFO(mode) and regular:
        raise SourceError(f"{name}: is a pipe, not a file")
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise SourceError(f"{name}: is a device or a socket, not a file")


def reason(error: OSError) -> str:
    """What went wrong, in a few plain words."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return clean_line(error.strerror or "cannot be read").lower()


def too_large(name: str) -> SourceError:
    """The error for more than the cap."""
    return SourceError(f"{name}: larger than {MAX_SIZE // 1024 // 1024} MiB, the most that is read")


def _read_stream(stream: "BinaryIO | FileIO", name: str, first: int = 1) -> bytes:
    """All bytes of a stream, some `first` of them at once, refusing more than the cap."""
    parts = []
    size = 0
    try:
        while part := stream.read(max(first, 1024 * 1024)):
            first = 1
            size += len(part)
            if size > MAX_SIZE:
                raise too_large(name)
            parts.append(part)
    except OSError as error:
        raise SourceError(f"{name}: {reason(error)}") from error
    if part is None:
        raise SourceError(f"{name}: has nothing to read at the moment")
    return parts[0] if len(parts) == 1 else b"".join(parts)
