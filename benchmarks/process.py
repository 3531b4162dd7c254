"""Programs started with a clock, and what the system tells of them while they run.

Memory and processor time are those of Linux (`/proc`); elsewhere they are 0.
"""

import os
import re
import select
import shutil
import signal
import struct
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

now = time.monotonic


def start(
    argv: Sequence[str], env: Mapping[str, str], output: int, *, terminal: bool
) -> tuple[int, float]:
    """Run a program on `output`, a terminal or a pipe; its id, and the time just before its exec."""
    if shutil.which(argv[0], path=env.get("PATH")) is None:
        raise FileNotFoundError(argv[0])
    clock, told = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            if terminal:
                os.login_tty(output)
            else:
                os.setsid()
                nothing = os.open(os.devnull, os.O_RDWR)
                for source, target in ((nothing, 0), (output, 1), (nothing, 2)):
                    os.dup2(source, target)
            os.write(told, struct.pack("d", now()))
            os.execvpe(argv[0], list(argv), dict(env))
        finally:
            os._exit(127)
    os.close(told)
    began = struct.unpack("d", os.read(clock, 8))[0]
    os.close(clock)
    os.close(output)
    return pid, began


class Process:
    """What the system tells of a process; `began` is when it was started."""

    def __init__(self, pid: int, began: float) -> None:
        self.pid = pid
        self.began = began

    def _family(self) -> Iterator[Path]:
        waiting = [self.pid]
        while waiting:
            folder = Path(f"/proc/{waiting.pop()}")
            yield folder
            for children in folder.glob("task/*/children"):
                try:
                    waiting.extend(map(int, children.read_text().split()))
                except OSError:
                    continue

    def peak(self) -> float:
        """The most memory that it and its children have had, in MiB; 0 where nobody tells."""
        total = 0
        for folder in self._family():
            try:
                found = re.search(r"VmHWM:\s*(\d+)", (folder / "status").read_text())
            except OSError:
                continue
            total += int(found[1]) if found else 0
        return total / 1024

    def cpu(self) -> float:
        """The milliseconds of processor time that it and its children have used."""
        ticks = 0
        for folder in self._family():
            try:
                ticks += sum(
                    map(int, (folder / "stat").read_text().rpartition(")")[2].split()[11:13])
                )
            except OSError:
                continue
        return ticks * 1000 / os.sysconf("SC_CLK_TCK")

    def kill(self) -> float:
        """End it and all that it started, and forget it; its most memory in MiB.

        That counts what it had as a copy of this process, before it became another program.
        """
        with suppress(OSError):
            os.killpg(self.pid, signal.SIGKILL)
        return os.wait4(self.pid, 0)[2].ru_maxrss / 1024


class Piped:
    """What a program wrote into a pipe: when it began, `first` came, `ended`; `peak` in MiB."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str], timeout: float = 60) -> None:
        source, output = os.pipe()
        process = Process(*start(argv, env, output, terminal=False))
        self.began = process.began
        self.first: float | None = None
        self.ended: float | None = None
        self.peak = 0.0
        limit = self.began + timeout
        while select.select([source], [], [], max(0.0, limit - now()))[0]:
            data = os.read(source, 1 << 16)
            if not data:
                self.ended = now()
                break
            self.first = self.first or now()
            self.peak = max(self.peak, process.peak())
        most = process.kill()
        self.peak = self.peak or most  # where it had ended before anyone looked
        os.close(source)
