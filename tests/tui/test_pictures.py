"""A few pictures guard the look. Write them anew with `pytest --snapshot-update`, and look."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.formats import parse
from reader.formats.source import read_source
from reader.library.bookmark import bookmark
from reader.library.state import Memory, Record
from reader.tui.screens import finding
from reader.tui.screens.article import ArticleScreen
from tests.tui.opening import app, until

SEARCH = ["slash", *"depend", "enter"]
SAMPLE = """---
title: One of each
subtitle: The elements of an article, small
author: Ada Example
date: 2025-03-01
lang: en
---
Words in *emphasis*, **strong**, ~~struck~~ and `code`, with a [link](https://example.org).[^1]

# One
## Two
### Three
#### Four

- a bullet
  1. a number inside
- [x] a task

> A quotation.
>
> — Paul Miller

| left | right |
|:-----|------:|
| 1    |    20 |

```py
print("code")
```

[^1]: A note.
"""
FOUND = """---
title: Riva gets its bridge, for 95 million euros
author: Ada Example
date: 2025-03-01
lang: en
---
The bridge of Riva will cost 95 million euros and open in May 2026, the mayor said on Monday. Some \
12,400 people a day will cross it; the ferry carries 3,100.

The state pays 60 percent, the town up to 20 million euros. Bread costs 4 euros in Riva, and \
8 percent of the shops are empty.

“We have waited for thirty years,” said Bruno Stone, the mayor. “It was worth it.”

# The work

The bridge is 640 metres long and carries trucks of 44 tonnes. Its steel weighs 9,800 tonnes. \
The old one, built in 1911, fell in 1984 and killed 7 people.

“Nobody asked us,” said Clara Reed, who runs the ferry. Its 35 workers lose their jobs.
"""

PICTURES: dict[str, tuple[str, dict[str, Any], tuple[int, int], list[str]]] = {
    "wide": ("microsoft-nvidia-anthropic", {}, (120, 40), ["right_square_bracket"]),
    "one panel": ("microsoft-nvidia-anthropic.en", {}, (100, 30), ["full_stop", "full_stop"]),
    "narrow": ("microsoft-nvidia-anthropic", {}, (60, 20), ["space"]),
    "facts over the text": ("microsoft-nvidia-anthropic", {}, (80, 24), ["i", "j", "j"]),
    "found facts": ("", {"text": FOUND}, (120, 40), ["i", "j"]),
    "search": ("microsoft-nvidia-anthropic", {}, (120, 40), SEARCH),
    "every element": ("", {"text": SAMPLE}, (80, 52), []),
    "no colour": ("", {"text": SAMPLE, "depth": "none"}, (80, 52), ["slash", *"a n", "enter"]),
    "sixteen colours": ("", {"text": SAMPLE, "depth": "16"}, (80, 52), []),
    "ascii": ("", {"text": SAMPLE, "depth": "16", "ascii": True}, (80, 52), []),
    "themes": ("microsoft-nvidia-anthropic", {}, (80, 24), ["c", "j", "j"]),
    "palette": ("microsoft-nvidia-anthropic", {}, (120, 40), ["colon", *"ch", "down"]),
    "end": ("microsoft-nvidia-anthropic", {}, (80, 24), ["G"]),
    "letters on links": ("", {"text": SAMPLE}, (80, 24), ["l"]),
    "keys": ("microsoft-nvidia-anthropic", {}, (80, 24), ["question_mark"]),
}

# The shelf with articles of one's own: title, author, date, words; how much is read.
OWN = (
    ("A History of the Footnote, from the Margins of Manuscripts to the Web", "", "2021", 9000, -1),
    ("L’été où les serveurs se sont tus", "Émile Dupont, Berthe Martin", "2024-07-14", 1200, 100),
    ("Why the Sea Is Loud", "Ada Example", "2025-03-01", 2300, 38),
    ("Notes on bread", "Paul Miller", "", 400, -1),
)
SHELVES: dict[str, tuple[tuple[int, int], list[str]]] = {
    "shelf": ((120, 24), ["j", "j"]),
    "narrow shelf": ((60, 20), ["slash", *"the", "enter"]),
}


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts are looked for at once."""
    monkeypatch.setattr(finding, "QUIET", 0.0)


async def all_is_found_out(pilot: Pilot[Any]) -> None:
    """Wait for what is done beside the keys, such as highlighting code."""
    screen = pilot.app.screen
    if isinstance(screen, ArticleScreen):
        await until(pilot, lambda: screen.reading.looked)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("name", PICTURES)
def test_picture(name: str, snap_compare: Callable[..., bool]) -> None:
    article, options, size, keys = PICTURES[name]
    made = app(article, **options)
    assert snap_compare(made, terminal_size=size, press=keys, run_before=all_is_found_out)


@pytest.mark.parametrize("name", SHELVES)
def test_picture_of_the_shelf(
    name: str, snap_compare: Callable[..., bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size, keys = SHELVES[name]
    guide = tmp_path / "program" / "guide.md"
    guide.parent.mkdir()
    guide.write_text("---\ntitle: The guide\nauthor: Somebody\n---\n" + "word " * 999)
    monkeypatch.setattr("reader.shelf._files", lambda: [("guide", str(guide))])
    monkeypatch.setattr("reader.tui.screens.shelf.at_home", lambda path: f"~/{Path(path).name}")
    library = tmp_path / "library"
    library.mkdir()
    for number, (title, author, date, count, percent) in enumerate(OWN):
        path = library / f"{number}.md"
        front = f"---\ntitle: {title}\nauthor: [{author}]\ndate: {date}\n---\n"
        path.write_text(front + "word " * count, encoding="utf-8")
        if percent >= 0:
            source = read_source(str(path))
            left = bookmark(parse(source).finish(), 9, percent)
            Record(Memory(), source).write(left)
    made = app("", library=str(library))
    assert snap_compare(made, terminal_size=size, press=keys, run_before=all_is_found_out)
