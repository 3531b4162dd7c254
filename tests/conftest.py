"""What all tests share: folders of their own, no animation, the same Hypothesis everywhere."""

import gc
import os
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["TEXTUAL_ANIMATIONS"] = "none"
for name in ("NO_COLOR", "COLORTERM", "READER_LIBRARY"):
    os.environ.pop(name, None)
# Forty programs are started: compiling all modules for each of them takes longer than the tests.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# Applications come and go, and most of what they leave is no garbage for the time of a test.
gc.set_threshold(5000, 20, 20)

settings.register_profile(
    "reader",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("reader")

_numbers = count()


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """No test reads or writes the folders of whoever runs it; the states of all tests."""
    base = tmp_path_factory.mktemp("xdg")
    for kind in ("CACHE", "CONFIG", "DATA"):
        os.environ[f"XDG_{kind}_HOME"] = str(base / kind.lower())
    return base / "state"


@pytest.fixture(autouse=True)
def own_memory(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test remembers what another one read."""
    monkeypatch.setenv("XDG_STATE_HOME", str(own_folders / str(next(_numbers))))
