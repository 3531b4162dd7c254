"""The articles at hand, and what a name on the command line means."""

import os
from collections.abc import Mapping, Sequence

from reader.document.characters import clean_line
from reader.document.model import Metadata
from reader.errors import ReaderError
from reader.formats.source import short_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.library.bookmark import Bookmark
    from reader.library.state import Memory

_SUFFIXES = (".md", ".yaml")
# Articles read lately that the shelf shows below the one to continue.
RECENT = 5


class Entry:
    """One article of the shelf: what to call it on the command line, its file, its metadata.

    `place` says where it comes from, '' for a bundled one. `percent` is how much of it has been
    read, -1 if it was never opened; `last` whether it is the one to continue.
    """

    __slots__ = ("last", "metadata", "name", "path", "percent", "place")

    def __init__(self, name: str, path: str, metadata: Metadata, place: str = "") -> None:
        self.name = name
        self.path = path
        self.metadata = metadata
        self.place = place
        self.percent = -1
        self.last = False

    @property
    def title(self) -> str:
        """The article's title, or its name where it has none."""
        return self.metadata.title or self.name

    @property
    def lang(self) -> str:
        """The article's language as a BCP 47 tag, '' when it does not say."""
        return self.metadata.lang


def articles_folder() -> str:
    """The folder of the bundled articles, in a checkout or in an installed package; '' if none."""
    package = __file__.replace(os.sep, "/").rpartition("/")[0]
    for folder in (f"{package}/articles", f"{package.rpartition('/')[0]}/articles"):
        if os.access(folder, os.R_OK | os.X_OK):
            return folder
    return ""


def bundled_path(name: str) -> str:
    """The file of the bundled article called `name`, '' when there is none."""
    return dict(_files()).get(name, "")


def bundled(environ: Mapping[str, str] = os.environ) -> list[Entry]:
    """The bundled articles: the guide, then those in the locale's language, then by name.

    A file that cannot be read is left out.
    """
    from reader.formats import load

    entries = []
    for name, path in _files():
        try:
            metadata = load(path).metadata
        except ReaderError:
            continue
        entries.append(Entry(name, path, metadata))
    own = language(environ)
    entries.sort(
        key=lambda entry: (
            entry.name != "guide",
            entry.lang.partition("-")[0].lower() != own,
            entry.name,
        )
    )
    return entries


def at_hand(articles: Sequence[Entry], memory: "Memory") -> list[Entry]:
    """What the shelf shows: what was read lately, the last one first, then the bundled `articles`.

    One that was read to its end is not there to be continued.
    """
    from reader.library.bookmark import FINISHED

    own = {os.path.abspath(entry.path): entry for entry in articles}  # noqa: PTH100
    entries = []
    for index, left in enumerate(memory.recent(RECENT + 1 + len(own))):
        if index > 0 and left.path in own:
            continue  # it stands in its own place
        entry = own.pop(left.path, None) or _read_lately(left, memory)
        entry.percent = left.percent
        entry.last = index == 0 and left.percent < FINISHED
        entries.append(entry)
    del entries[RECENT + 1 :]
    for path, entry in own.items():
        known = memory.of_path(path)
        entry.percent = known.percent if known is not None else -1
        entry.last = False
    return entries + list(own.values())


def _read_lately(left: "Bookmark", memory: "Memory") -> Entry:
    """The entry of an article that did not come with the program."""
    metadata = Metadata()
    metadata.title = left.title
    folder, name = os.path.split(left.path)
    home = os.path.expanduser("~").rstrip("/")  # noqa: PTH111
    place = left.path
    if folder == memory.texts:
        place = "from a pipe"
    elif home and place.startswith(f"{home}/"):
        place = "~" + place[len(home) :]
    return Entry(short_name(name), left.path, metadata, clean_line(place))


def resolve(spec: str) -> tuple[str, str]:
    """What `spec` means: a path (or `-`), and the name of a section behind `#` ('' if none).

    A file wins over a section of a file, and that over a bundled article.
    """
    if spec == "-" or os.access(spec, os.F_OK):
        return spec, ""
    path, _, section = spec.rpartition("#")
    if path and (path == "-" or os.access(path, os.F_OK)):
        return path, section
    if bundled_path(spec):
        return bundled_path(spec), ""
    if path and bundled_path(path):
        return bundled_path(path), section
    return spec, ""


def language(environ: Mapping[str, str]) -> str:
    """The language of the locale as a two- or three-letter code, '' when it names none."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")
        if value:
            code = value.partition(".")[0].partition("_")[0].lower()
            return "" if code in ("c", "posix") else code
    return ""


def _files() -> list[tuple[str, str]]:
    folder = articles_folder()
    if not folder:
        return []
    found = []
    with os.scandir(folder) as items:
        for item in items:
            for suffix in _SUFFIXES:
                if item.name.endswith(suffix) and item.is_file():
                    found.append((item.name.removesuffix(suffix), item.path))
    return sorted(found)
