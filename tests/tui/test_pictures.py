"""A few pictures guard the look. Write them anew with `pytest --snapshot-update`, and look."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.opening import app

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

PICTURES: dict[str, tuple[str, dict[str, Any], tuple[int, int], list[str]]] = {
    "wide": ("microsoft-nvidia-anthropic", {}, (120, 40), ["right_square_bracket"]),
    "one panel": ("microsoft-nvidia-anthropic.en", {}, (100, 30), ["full_stop", "full_stop"]),
    "narrow": ("microsoft-nvidia-anthropic", {}, (60, 20), ["space"]),
    "facts over the text": ("microsoft-nvidia-anthropic", {}, (80, 24), ["i", "j", "j"]),
    "search": ("microsoft-nvidia-anthropic", {}, (120, 40), SEARCH),
    "every element": ("", {"text": SAMPLE}, (80, 52), []),
    "no colour": ("", {"text": SAMPLE, "depth": "none"}, (80, 52), ["slash", *"a n", "enter"]),
    "sixteen colours": ("", {"text": SAMPLE, "depth": "16"}, (80, 52), []),
    "ascii": ("", {"text": SAMPLE, "depth": "16", "ascii": True}, (80, 52), []),
    "themes": ("microsoft-nvidia-anthropic", {}, (80, 24), ["c", "j", "j"]),
    "palette": ("microsoft-nvidia-anthropic", {}, (120, 40), ["colon", *"ch", "down"]),
    "keys": ("microsoft-nvidia-anthropic", {}, (80, 24), ["question_mark"]),
}


async def all_is_found_out(pilot: Pilot[Any]) -> None:
    """Wait for what is done beside the keys, such as highlighting code."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("name", PICTURES)
def test_picture(name: str, snap_compare: Callable[..., bool]) -> None:
    article, options, size, keys = PICTURES[name]
    made = app(article, **options)
    assert snap_compare(made, terminal_size=size, press=keys, run_before=all_is_found_out)
