"""A Pilot that goes on as soon as the application is at rest.

Textual's own waits for every key until the process has used next to no time for 20 ms, which is
most of what a test takes on a quiet machine, and ends too early on a loaded one.
"""

import asyncio
from collections.abc import Iterator
from time import monotonic, process_time, thread_time
from typing import Any

import pytest
from textual._context import active_app
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

SOON = 0.02  # seconds: what is due in them is waited for
TICK = 0.001  # seconds between two looks at what is waited for
PATIENCE = 50  # looks at threads that do nothing
SOME_WORK = 2e-5  # seconds of the processor
NEVER = 3600.0


async def at_rest(min_sleep: float = 0, max_sleep: float = 10) -> None:
    """Wait until nothing is left to do but to wait for a key, and the last frame is painted.

    Frames come of this, not of a timer: one whenever there is nothing else to do, so that they
    are as many and the same on every machine. A thread is waited for while it works; one that
    itself waits for something (a server, a pipe) is left alone after a while.
    """
    loop = asyncio.get_running_loop()
    assert isinstance(loop, asyncio.BaseEventLoop)
    app = active_app.get()
    end = monotonic() + max_sleep
    idle, spent = 0, 0.0
    await asyncio.sleep(0)
    while not app._closed and monotonic() < end:
        if loop._ready:
            await asyncio.sleep(0)
        elif _due_soon(loop):
            await asyncio.sleep(TICK)
        elif idle < PATIENCE and any(worker.is_running for worker in app.workers):
            before, spent = spent, process_time() - thread_time()
            idle = idle + 1 if spent - before < SOME_WORK else 0
            await asyncio.sleep(TICK)
        elif not _painted(app):
            return


def _due_soon(loop: asyncio.BaseEventLoop) -> bool:
    due = loop.time() + SOON
    return any(not timer.cancelled() and timer.when() < due for timer in loop._scheduled)


def _painted(app: App[Any]) -> bool:
    """Whether there was something to paint."""
    waiting = [screen for screen in app.screen_stack if screen._update_timer._active.is_set()]
    for screen in waiting:
        screen._on_timer_update()
    return bool(waiting)


@pytest.fixture(autouse=True, scope="session")
def quick_pilot() -> Iterator[None]:
    """Every Pilot waits in this way, and no style sheet is parsed twice."""
    parsed: dict[object, list[RuleSet]] = {}
    parse = Stylesheet._parse_rules

    def parse_once(sheet: Stylesheet, *arguments: Any, **options: Any) -> list[RuleSet]:
        key = (arguments, *options.items(), *sheet._variables.items())
        if key not in parsed:
            parsed[key] = parse(sheet, *arguments, **options)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.pilot.wait_for_idle", at_rest)
        patch.setattr("textual.app.wait_for_idle", at_rest)
        patch.setattr("textual.screen.UPDATE_PERIOD", NEVER)
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield
