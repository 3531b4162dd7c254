"""Other readers, the same way: those that are installed, with the format that each reads best."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.bench import HERE, Bench, named
from benchmarks.documents import FIRST, document
from benchmarks.measures import showing
from benchmarks.table import Round, median, ratio, short
from benchmarks.terminal import Terminal

TIMEOUT = 20.0  # seconds, for each thing that is waited for
SIZES = (10_000, 100_000)
TURNS = 10


class Peer:
    """A reader: its command, the kind of file that it gets, its keys, its package on PyPI."""

    def __init__(
        self, argv: Sequence[str], kind: str, page: str, leave: str, package: str = ""
    ) -> None:
        self.argv = list(argv)
        self.kind = kind
        self.page = page
        self.leave = leave
        self.package = package
        self.name = package or Path(argv[0]).name


PEERS = (
    Peer(["less"], "txt", " ", "q"),
    Peer(["w3m", "-T", "text/html"], "html", " ", "Q"),
    Peer(["lynx"], "html", " ", "Q"),
    Peer(["epy"], "epub", " ", "q", "epy-reader"),
    Peer(["baca"], "epub", "\x06", "q", "baca"),
    Peer(["frogmouth"], "md", " ", "\x11", "frogmouth"),
    Peer(["rich", "--markdown", "--pager"], "md", " ", "q", "rich-cli"),
)


def install(folder: Path) -> int:
    """Install the peers that PyPI has, each in an environment of its own; the exit code."""
    failed = 0
    for peer in PEERS:
        if peer.package:
            home = folder / peer.package
            print(home, file=sys.stderr)
            made = subprocess.run([sys.executable, "-m", "venv", home], check=False).returncode == 0
            pip = [home / "bin" / "pip", "install", "--quiet", peer.package]
            failed += not made or subprocess.run(pip, check=False).returncode != 0
    return int(failed > 0)


def present(bench: Bench, folder: str) -> list[Peer]:
    """This program, and the peers that are there: in `folder`, or on the path."""
    viewer = Peer([sys.executable, str(HERE / "viewer.py")], "md", "\x1b[6~", "q")
    viewer.name = "MarkdownViewer"
    found = [Peer(bench.reader, "md", " ", "q")]
    for peer in PEERS:
        own = Path(folder, peer.package, "bin", peer.argv[0]) if folder and peer.package else None
        command = str(own) if own and own.exists() else shutil.which(peer.argv[0])
        if command:
            peer.argv[0] = command
            found.append(peer)
    return [*found, viewer]


def look(bench: Bench, peer: Peer, words: int, found: Round) -> None:
    """One start of a peer: first content, and for the smallest article the keys, into `found`."""
    found |= bench.python(f"py {words}")
    path = str(document(bench.documents, words, peer.kind))
    with bench.run([*peer.argv, path]) as terminal:
        seen = terminal.until(showing(FIRST), TIMEOUT)
        found |= named({f"first {words}": (terminal.began, seen)})
        if seen and words == SIZES[0]:
            terminal.idle()
            use(terminal, peer, found)


def use(terminal: Terminal, peer: Peer, found: Round) -> None:
    """Turn pages, look at the memory, and leave."""
    times = []
    for _ in range(TURNS):
        pressed = terminal.press(peer.page)
        painted = terminal.painted(0.3, 5)
        if painted is None:
            break
        times.append((painted - pressed) * 1000)
    if times:
        found["page"] = sorted(times)[len(times) // 2]
    terminal.idle()
    found["peak"] = terminal.peak()
    pressed = terminal.press(peer.leave)
    found |= named({"quit": (pressed, terminal.end(TIMEOUT))})


def compare(
    bench: Bench, folder: str, number: int, say: Callable[[str], None]
) -> tuple[list[str], list[list[str]]]:
    """The head and the rows of a table of all that are there."""
    peers = present(bench, folder)
    figures: dict[str, list[Round]] = {peer.name: [] for peer in peers}
    for turn in range(number + 1):
        for peer in peers:
            say(f"round {turn} of {number}: {peer.name}")
            found: Round = {}
            counted = figures[peer.name][1:]  # the first round is to get warm
            for words in SIZES:
                if counted and f"first {words}" not in counted[-1]:
                    break  # it was waited for in vain, and once is enough
                look(bench, peer, words, found)
                if f"first {words}" not in found:
                    break
            figures[peer.name].append(found)
    head = [
        "",
        *(f"first content, {words:,} words" for words in SIZES),
        "page turn",
        "quit",
        "memory",
    ]
    return head, [row(name, rounds) for name, rounds in figures.items()]


def row(name: str, rounds: Sequence[Round]) -> list[str]:
    """A peer's row; its first round was to get warm, and counts only if there is no other."""
    rounds = rounds[1:] or rounds
    cells = [name]
    for words in SIZES:
        times, milliseconds = (
            ratio(rounds, f"first {words}", f"py {words}"),
            median(rounds, f"first {words}"),
        )
        if times is None or milliseconds is None:
            cells.append(f"> {TIMEOUT:.0f} s")
        else:
            cells.append(f"{short(times)} × py ({short(milliseconds)} ms)")
    for figure, unit in (("page", "ms"), ("quit", "ms"), ("peak", "MiB")):
        value = median(rounds, figure)
        cells.append("–" if value is None else f"{short(value)} {unit}")
    return cells
