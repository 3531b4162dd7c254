"""What a source on the command line leads to: read, or fetched while the terminal says how far."""

import os
import sys
from time import monotonic

from reader.arguments import UsageError
from reader.document.model import Document
from reader.errors import SourceError
from reader.formats import parse
from reader.formats.source import Source, read_source
from reader.formats.web.address import Address, is_address
from reader.messages import complain, passing
from reader.shelf import resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.formats.web.fetch import Fetch

# Seconds after which it is said that something is fetched, and the cells of the bar.
PATIENCE = 0.3
_BAR = 24


def source_at(path: str, base: str = "") -> Source:
    """The source at a path, an address, or `-`; `base` is what its relative links count from.

    What the file itself says of that counts where there is none. Raises ReaderError.
    """
    if path == "-" and sys.stdin.buffer.isatty():
        complain("reader: paste the article, then press Enter and Ctrl-d")
    source = read_source(path, watch=Progress() if is_address(path) else None)
    source.url = base or source.url or _kept_base(path)
    return source


def _kept_base(path: str) -> str:
    """Where a text is from that once came through a pipe; '' for anything else."""
    if os.path.basename(os.path.dirname(path)) != "texts":  # noqa: PTH119, PTH120
        return ""
    from reader.library.state import Memory

    return Memory().base_of(path)


def article_at(spec: str, base: str = "", library: str = "") -> tuple[Document, str]:
    """The article that `spec` means, and the name of a section of it, '' for the whole.

    An address may have a fragment that is no section: then it is the whole. Raises ReaderError.
    """
    path, section = resolve(spec, library)
    document = parse(source_at(path, base))
    if section and is_address(path):
        from reader.document.outline import outline

        found = outline(document.finish()).find(section)
        section = section if found is not None else ""
    return document, section


def base_address(options: dict[str, str], spec: str, command: str = "") -> str:
    """The address of `--base`; '' where it is not given. Raises UsageError."""
    if "--base" not in options:
        return ""
    if is_address(spec):
        raise UsageError("--base is for files and pipes: an address has its own", command)
    try:
        return Address(options["--base"]).url
    except SourceError as error:
        raise UsageError(f"--base is an address, not {options['--base']}", command) from error


class Progress:
    """Says on the terminal how much of a page has come, once that takes a while."""

    def __init__(self) -> None:
        self._say_at = monotonic() + PATIENCE

    def __call__(self, fetch: "Fetch") -> None:
        """Look at how far it is; at its end the line goes away."""
        if fetch.done:
            passing("")
        elif monotonic() >= self._say_at:
            passing(*told(fetch.host, fetch.received, fetch.total))


def told(host: str, received: int, total: int) -> list[str]:
    """How far it is with so many bytes of `total` (0: unknown), as a line: its forms, the best first."""
    begun = f"fetching {host}"
    size = f"  {-(-received // 1000)} kB" if received else ""
    if not 0 < received <= total:
        return [begun + size, begun]
    filled = _BAR * received // total
    share = f"  {100 * received // total} %"
    bar = f"  [{'#' * filled}{'.' * (_BAR - filled)}]{share[1:]}"
    return [begun + end for end in (bar + size, bar, share + size, share, "")]
