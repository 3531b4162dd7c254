"""The articles at hand, and what a name on the command line means."""

import os
from collections.abc import Mapping

from reader.errors import ReaderError, SourceError
from reader.formats.web.address import is_address, named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.library.entry import Entry
    from reader.library.state import Memory

_SUFFIXES = (".md", ".yaml")
# Articles read lately that the shelf shows below the one to continue.
RECENT = 5
# Names that are told where one is mistyped.
NEAR = 7


def bundled_folder() -> str:
    """The folder of the bundled articles, in a checkout or in an installed package; '' if none."""
    package = __file__.replace(os.sep, "/").rpartition("/")[0]
    for folder in (f"{package}/articles", f"{package.rpartition('/')[0]}/articles"):
        if os.access(folder, os.R_OK | os.X_OK):
            return folder
    return ""


def bundled_path(name: str) -> str:
    """The file of the bundled article called `name`, '' when there is none; case does not count."""
    files = dict(_files())
    return files.get(name) or files.get(name.casefold(), "")


def bundled(environ: Mapping[str, str] = os.environ) -> "list[Entry]":
    """The bundled articles: the guide, then those in the locale's language, then by name.

    Where the locale names none, that is English. A file that cannot be read is left out.
    """
    from reader.library.entry import Entry

    entries = []
    for name, path in _files():
        try:
            entry = Entry(path, "program").read()
        except ReaderError:
            continue
        entry.name = name
        entries.append(entry)
    own = language(environ) or "en"
    entries.sort(
        key=lambda entry: (
            entry.name != "guide",
            entry.lang.partition("-")[0].lower() != own,
            entry.name,
        )
    )
    return entries


def read_lately(memory: "Memory", known: "dict[str, Entry]") -> "list[Entry]":
    """What was left lately, the last one first, with how much of each has been read.

    `known` has the entries of articles by path; those that are not among them are put there.
    """
    from reader.library.entry import Entry

    entries = []
    for left in memory.recent(RECENT + 1):
        entry = known.get(left.path)
        if entry is None:
            pipe = os.path.dirname(left.path) == memory.texts  # noqa: PTH120
            entry = Entry(left.path, "pipe" if pipe else "file", left.title)
            if is_address(left.path):
                entry.origin, entry.name, entry.known = "web", named(left.path), True
            known[left.path] = entry
        entry.progress = left.percent
        entries.append(entry)
    return entries


def own_folder() -> str:
    """The folder of the reader's articles: of the environment, the configuration, or the usual."""
    from reader.files import articles_folder
    from reader.settings import load_settings

    return articles_folder(os.environ, load_settings(os.environ).library)


def at_hand(program: "list[Entry]", memory: "Memory") -> "list[Entry]":
    """What was left lately, the last one first, then the others of `program`."""
    lately = read_lately(memory, {entry.path: entry for entry in program})
    return [*lately, *(entry for entry in program if entry not in lately)]


def resolve(spec: str, library: str = "") -> tuple[str, str]:
    """What `spec` means: a path, an address (or `-`), and the name of a section behind `#` ('' if none).

    What stands behind the `#` of an address is the name of a section, too.

    A file wins over a section of a file, that over a bundled article, and that over an article in
    the folder `library` ('': the usual one). Raises ReaderError when several of those are meant, or
    when it is none but like some.
    """
    if is_address(spec):
        address, _, section = spec.partition("#")
        return address, section
    if spec == "-" or os.access(spec, os.F_OK):
        return spec, ""
    path, _, section = spec.rpartition("#")
    if path and (path == "-" or os.access(path, os.F_OK)):
        return path, section
    for find in (bundled_path, lambda name: _own_path(name, library)):
        if found := find(spec):
            return found, ""
        if path and (found := find(path)):
            return found, section
    _refuse_near_name(path or spec, library)
    return spec, ""


def _own_path(name: str, library: str) -> str:
    """The file of the article called `name` in the reader's folder, '' when there is none."""
    from reader.library.folder import named

    return "" if "://" in name else named(library or own_folder(), name)


def _refuse_near_name(spec: str, library: str) -> None:
    """Raise SourceError for what is no file, if it is like the names of some articles."""
    if "/" in spec or spec[:5].lower() == "file:":
        return
    from difflib import get_close_matches

    from reader.document.characters import fold
    from reader.formats.source import short_name
    from reader.library.folder import names, scan

    folder = library or own_folder()
    near: dict[str, str] = {fold(name).text: name for name, _ in _files()}
    for name in names(folder, scan(folder).paths).values():
        near.setdefault(fold(name).text, name)
    stem = spec.rpartition(".")[0] if spec.endswith(_SUFFIXES) else spec
    found = [near[name] for name in get_close_matches(fold(stem).text, near, NEAR)]
    if found:
        message = f"{short_name(spec)}: no such file, and no article of that name"
        raise SourceError(message, f"Names like it: {', '.join(sorted(found))}")


def language(environ: Mapping[str, str]) -> str:
    """The language of the locale as a two- or three-letter code, '' when it names none."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")
        if value:
            code = value.partition(".")[0].partition("_")[0].lower()
            return "" if code in ("c", "posix") else code
    return ""


def _files() -> list[tuple[str, str]]:
    folder = bundled_folder()
    if not folder:
        return []
    found = []
    with os.scandir(folder) as items:
        for item in items:
            for suffix in _SUFFIXES:
                if item.name.endswith(suffix) and item.is_file():
                    found.append((item.name.removesuffix(suffix), item.path))
    return sorted(found)
