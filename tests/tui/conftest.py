"""A Pilot that goes on as soon as the application is at rest.

Textual's own waits for every key until the process has used next to no time for 20 ms, which is
most of what a test takes on a quiet machine, and ends too early on a loaded one.
"""

import asyncio
from collections.abc import Iterator
from time import monotonic

import pytest
from textual._context import active_app

SOON = 0.02  # seconds: what is due in them is waited for
TICK = 0.001


def _busy(loop: asyncio.BaseEventLoop) -> bool:
    """Whether a thread works for the application, or something is to be called back at once."""
    app = active_app.get(None)
    if app is None or app._closed:  # a timer of its first screen would go on for ever
        return False
    if loop._ready or any(worker.is_running for worker in app.workers):
        return True
    soon = loop.time() + SOON
    return any(not timer.cancelled() and timer.when() < soon for timer in loop._scheduled)


async def at_rest(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until nothing is left to do but to wait for a key."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, asyncio.BaseEventLoop)
    end = monotonic() + max_sleep
    await asyncio.sleep(0)
    while _busy(loop) and monotonic() < end:
        await asyncio.sleep(0 if loop._ready else TICK)


@pytest.fixture(autouse=True, scope="session")
def quick_pilot() -> Iterator[None]:
    """Every Pilot waits in this way; frames are painted as soon as there is something to paint."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.pilot.wait_for_idle", at_rest)
        patch.setattr("textual.app.wait_for_idle", at_rest)
        patch.setattr("textual.screen.UPDATE_PERIOD", TICK)
        yield
