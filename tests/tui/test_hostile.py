"""An article that attacks the terminal or the toolkit is shown as text, and nothing happens."""

import os
from pathlib import Path

import pytest

from reader.document.anchor import Anchor
from reader.formats.source import read_source
from reader.library.bookmark import Bookmark
from reader.library.state import Memory, Record
from tests.tui.opening import app, opened, window

ATTACKS = (
    b"[/] [@click=app.quit]x[/] [bold]b[/bold] \\x1b]0;owned\\x07 \\x1b[2J \\x9b31m \\u202eevil\\u2066 "
    b":smile: {{7*7}} %s \\u2028line \\x00nul \\x7fdel \\U000e0041tag"
).decode("unicode_escape")

TEXT = f"""---
title: |
  Title {ATTACKS}
subtitle: Sub [/] [@click=app.quit]x[/]
author: "[red]Author[/] [/]"
site: "[/]"
facts:
  - label: "Label [/] {"{"}[@click=app.quit]q[/]"
    value: "[link=file:///etc/passwd]5 dollars[/]"
    quote: five dollars
    group: "[/]"
---
# Heading [/] {ATTACKS}

It cost five dollars. {ATTACKS}

- {ATTACKS}

> {ATTACKS}
>
> — [/] {ATTACKS}

```[/]{ATTACKS}
{ATTACKS}
```

| [/] | {ATTACKS.replace("|", "")} |
|-----|---|
| [@click=app.quit]x[/] | {ATTACKS} |

![{ATTACKS}](http://x/[/].png "{ATTACKS}")

[{ATTACKS}](javascript:alert(1))
"""


def harmless(text: str) -> None:
    """Nothing but characters that a terminal paints."""
    for character in text:
        code = ord(character)
        assert not (code < 32 or 0x7F <= code < 0xA0), repr(character)
        assert not (0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069), hex(code)
        assert not (0xE0000 <= code <= 0xE007F), hex(code)
        assert character not in "\u2028\u2029"


async def test_every_screen_shows_it_as_text() -> None:
    async with opened(text=TEXT, size=(120, 40)) as (pilot, screen):
        for key in (
            "j", "i", "j", "enter", "t", "G", "enter", "full_stop", "slash", "x", "enter", "n",
            "G", "g", "z", "question_mark", "q", "space", "b", "minus",
        ):  # fmt: skip
            await pilot.press(key)
            harmless("".join(window(pilot)))
            assert pilot.app.is_running
        text = "\n".join(window(pilot))
        assert "[/]" in text
        assert "[@click=app.quit]x[/]" in text
        assert pilot.app.screen is screen
        await pilot.press("q")
        await pilot.pause()
        assert pilot.app.return_code in (0, None)


async def test_what_is_pasted_into_the_prompt_is_cleaned() -> None:
    from textual import events

    async with opened(text=TEXT) as (pilot, screen):
        await pilot.press("slash")
        pilot.app.post_message(events.Paste("five\x1b]0;owned\x07 \u202edollars\nx"))
        await pilot.pause()
        await pilot.pause()
        harmless(screen.prompt.value)
        harmless("".join(window(pilot)))


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
async def test_what_was_read_lately_is_shown_as_text(tmp_path: Path) -> None:
    name = (
        ATTACKS.replace("\0", "").replace("/", "").encode("utf-8", "replace") + b"\xff\n\x1b[2J.md"
    )
    path = os.fsdecode(os.fsencode(tmp_path) + b"/" + name)
    Path(path).write_text("Words.")
    record = Record(Memory(), read_source(path))
    record.write(Bookmark(Anchor("", "", "", 0, 0), title=ATTACKS, percent=5))
    made = app("")
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Continue:" in "\n".join(window(pilot))
        harmless("".join(window(pilot)))
        await pilot.press("enter")
        await pilot.pause()
        assert "Words." in "\n".join(window(pilot))
        await pilot.press("q")
        await pilot.pause()
        harmless("".join(window(pilot)))
