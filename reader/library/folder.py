"""The folder of articles that belongs to whoever reads: which files are in it."""

import os
from collections import Counter
from collections.abc import Callable, Sequence

from reader.document.characters import clean_line, fold
from reader.errors import ReaderError
from reader.formats.source import KINDS

# How deep folders in folders are looked into, and the most articles and other things in them that
# are looked at: somebody may name a whole disk.
DEPTH = 8
MOST = 20_000
_LOOKED_AT = 100_000
# Candidates that a message names.
_NAMED = 5

_SUFFIXES = tuple(KINDS)


class Found:
    """The paths of articles in a folder, by name.

    `closed` names the folders in it that could not be read, with the reason, `problem` says why the
    folder itself could not ('' if it could, or if it is not there), `more` whether there are more
    articles than are listed.
    """

    __slots__ = ("closed", "more", "paths", "problem")

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.closed: list[str] = []
        self.problem = ""
        self.more = False


def scan(folder: str, most: int = MOST) -> Found:
    """The articles in `folder` and in the folders below it; opens none of them.

    Files count by their suffix. Hidden ones, pipes and devices are left out; a folder that is
    linked to from another place is looked into once.
    """
    found = Found()
    seen: set[tuple[int, int]] = set()
    looked_at = 0
    level = [folder]
    for _ in range(DEPTH + 1):
        below: list[str] = []
        for path in level:
            try:
                info = os.stat(path)  # noqa: PTH116
                if (info.st_dev, info.st_ino) in seen:
                    continue
                seen.add((info.st_dev, info.st_ino))
                with os.scandir(path) as items:
                    for item in items:
                        looked_at += 1
                        if looked_at > _LOOKED_AT or len(found.paths) >= most:
                            found.more = True
                            break
                        _sort_out(item, found.paths, below)
            except FileNotFoundError:
                continue
            except (OSError, ValueError) as error:
                reason = error.strerror if isinstance(error, OSError) else ""
                reason = (reason or "cannot be read").lower()
                if path == folder:
                    found.problem = reason
                else:
                    found.closed.append(f"{clean_line(os.path.relpath(path, folder))}: {reason}")
        if found.more:
            break
        level = sorted(below)
    found.paths.sort(key=lambda path: (path.casefold(), path))
    return found


def _sort_out(item: "os.DirEntry[str]", paths: list[str], below: list[str]) -> None:
    """Put something in a folder with the articles, with the folders below, or nowhere."""
    if item.name.startswith("."):
        return
    try:
        if item.is_dir():
            below.append(item.path)
        elif item.name.lower().endswith(_SUFFIXES) and item.is_file():
            paths.append(item.path)
    except OSError:  # a link that leads nowhere, or in circles
        return


def names(folder: str, paths: Sequence[str]) -> dict[str, str]:
    """What to call each article of `folder` on the command line, by its path.

    That is its file's name without the suffix; where several have the same, with the folders
    before it; where that is not enough, with its suffix.
    """
    given: dict[str, str] = {}
    inside = {path: os.path.relpath(path, folder) for path in paths}
    for forms in (_stems, _without_suffix, lambda path: path):
        count = Counter(forms(inside[path]) for path in paths)
        for path in paths:
            if count[forms(inside[path])] == 1:
                given.setdefault(path, forms(inside[path]))
    return {path: clean_line(given[path]) for path in paths}


def _stems(inside: str) -> str:
    return _without_suffix(os.path.basename(inside))  # noqa: PTH119


def _without_suffix(inside: str) -> str:
    return os.path.splitext(inside)[0]  # noqa: PTH122


def named(folder: str, name: str) -> str:
    """The article in `folder` called `name`, '' when there is none.

    A name is that of the file, with or without its suffix, with folders before it where need be.
    A name that is exactly that wins; else case and accents do not count. Raises
    ReaderError with the candidates when several articles have it.
    """
    if not name or name.startswith((".", "/")):
        return ""
    inside = [os.path.relpath(path, folder) for path in scan(folder).paths]
    found = _having(name, inside, str) or _having(name, inside, _folded)
    if not found:
        return ""
    nearest = [inside for rank, inside in sorted(found) if rank == min(found)[0]]
    if len(nearest) > 1:
        shown = ", ".join(nearest[:_NAMED]) + (", …" if len(nearest) > _NAMED else "")
        message = f"{name}: {len(nearest)} articles have this name"
        raise ReaderError(clean_line(message), clean_line(f"Say which: {shown}"))
    return os.path.join(folder, nearest[0])  # noqa: PTH118


def _having(name: str, paths: Sequence[str], like: Callable[[str], str]) -> list[tuple[int, str]]:
    """Which of the `paths` have a name, the worse the higher the number before them is.

    Two names are the same where `like` makes the same of them.
    """
    wanted, last = like(name), like(_stems(name))
    found = []
    for inside in paths:
        file = os.path.basename(inside)  # noqa: PTH119
        if like(file).startswith(last):
            forms = (inside, _without_suffix(inside), file, _stems(inside))
            rank = next((n for n, form in enumerate(forms) if like(form) == wanted), -1)
            if rank >= 0:
                found.append((min(rank, 2), inside))
    return found


def _folded(name: str) -> str:
    return fold(clean_line(name)).text
