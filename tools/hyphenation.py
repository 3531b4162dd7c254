"""Lay the hyphenation patterns out that come with the program: `python tools/hyphenation.py`.

They are made from the installed release of pyphen, each with what its file and its author's notes
say about it, which is to be passed on with it.
"""

from importlib.metadata import version
from pathlib import Path

import pyphen

from reader.typeset.hyphenate import SHIPPED, decode, pack, shipped

SOURCE = Path(pyphen.__file__).parent / "dictionaries"


def notes(name: str, text: str) -> str:
    """What is said about a file of patterns, beside it and in its own comments."""
    found = [SOURCE / f"README_hyph_{part}.txt" for part in (name, name.partition("_")[0])]
    path = next(path for path in found if path.exists())
    raw = path.read_bytes()
    try:
        beside = raw.decode()
    except UnicodeDecodeError:
        beside = raw.decode("latin-1")
    inside = []
    for line in text.splitlines()[1:]:
        if line.startswith(("%", "#")):
            inside.append(line.rstrip())
        elif inside:
            break
    lines = [line.rstrip() for line in beside.splitlines()]
    parts = [f"hyph_{name}.dic, as it comes with pyphen {version('pyphen')}", "\n".join(lines)]
    if inside:
        parts += ["From the file itself:", "\n".join(inside)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def main() -> None:
    """Write the patterns and the notes into the package."""
    for name in sorted(set(SHIPPED.values())):
        text = decode((SOURCE / f"hyph_{name}.dic").read_bytes())
        target = Path(shipped(name))
        target.write_bytes(pack(text))
        target.with_suffix(".txt").write_text(notes(name, text), encoding="utf-8")


if __name__ == "__main__":
    main()
