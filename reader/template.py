"""The configuration as it is by default: a file in which every line is a comment.

A line that loses its first `#` is a setting, or a comment still.
"""

from collections.abc import Iterator

from reader.keys.names import typed
from reader.keys.remap import REMAPPABLE, Keymap
from reader.palettes import THEMES
from reader.settings import AUTO, MEASURES


def template(measure: int) -> str:
    """The text of the file; `measure` is the usual one."""
    return "".join(line.rstrip() + "\n" for line in _lines(measure))


def _lines(measure: int) -> Iterator[str]:
    least, most = MEASURES
    themes = ", ".join(palette.name for palette in THEMES)
    yield "## How reader is set up. What is commented out is as it is by default: take the # away"
    yield "## and change it. 'reader config --check' tells whether all is right."
    yield ""
    yield f"## The colours: {AUTO} (as suits the terminal), {themes}."
    yield f"#theme: {AUTO}"
    yield ""
    yield f"## The width of the text, in columns: {least} to {most}."
    yield f"#measure: {measure}"
    yield ""
    yield "## Whether lines are made equally long, where they are not too short: true or false."
    yield "#justify: false"
    yield ""
    yield "## Whether the mouse is used; false leaves it to the terminal, to select text with."
    yield "#mouse: true"
    yield ""
    yield f"## The folder of your articles; {AUTO} is reader/articles among your data."
    yield f"#library: {AUTO}"
    yield ""
    yield "## The keys of every action, one or more: letters and signs (in quotes), names such as"
    yield "## space, enter or pageup, and ctrl+n. 'off' takes an action its keys. A key can do one"
    yield "## thing only: to give it to another action, give the one that has it others."
    yield "#keys:"
    keymap = Keymap()
    for place, rows in REMAPPABLE.items():
        group = ""
        for row in rows:
            heading = f"{place}: {row.group}" if row.group else place
            if heading != group:
                group = heading
                yield f"##  {heading}"
            keys = " ".join(typed(key) for key in keymap.of(row.id)) or "off"
            keys = keys.replace("'", "''")
            setting = f"#  {row.id}: '{keys}'"
            yield f"{setting:42}  # {row.tooltip}"
