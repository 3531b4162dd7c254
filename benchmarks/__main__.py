"""`python -m benchmarks`: measure the program, and print what it reaches of its goals."""

import argparse
import os
import shlex
import shutil
import sys
from pathlib import Path

from benchmarks.bench import Bench, scratch
from benchmarks.goals import KINDS, goals
from benchmarks.measures import LARGE, PROBES, rounds
from benchmarks.peers import compare, install
from benchmarks.table import markdown_table, rows, text_table


def installed() -> list[str]:
    """The command beside this Python, or the module."""
    command = Path(sys.executable).with_name("reader")
    return [str(command)] if command.exists() else [sys.executable, "-m", "reader"]


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    names = ", ".join(probe.__name__ for probe in PROBES)
    add = parser.add_argument
    add("--reader", metavar="CMD", help="the command to measure (the one beside this Python)")
    add("--rounds", type=int, default=7, metavar="N", help="rounds of all probes (7)")
    add("--quick", action="store_true", help="3 rounds")
    add("--only", nargs="+", metavar="NAME", help=f"only these probes: {names}")
    add("--markdown", action="store_true", help="print the table in Markdown")
    add("--check", action="store_true", help="exit with 1 when a goal is missed")
    add(
        "--peers",
        nargs="?",
        const="",
        metavar="DIR",
        help="other readers instead, those in DIR and those that are installed",
    )
    add("--install-peers", metavar="DIR", help="install those that PyPI has into DIR, and leave")
    return parser.parse_args()


def say(message: str) -> None:
    """Tell what is going on, where somebody looks on."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{message}")
        sys.stderr.flush()


def main() -> int:
    """Measure; the exit code."""
    options = arguments()
    if options.install_peers:
        return install(Path(options.install_peers))
    names = options.only or [probe.__name__ for probe in PROBES]
    probes = [probe for probe in PROBES if probe.__name__ in names]
    if unknown := set(names) - {probe.__name__ for probe in PROBES}:
        print(f"there is no probe {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    reader = shlex.split(options.reader) if options.reader else installed()
    if shutil.which(reader[0]) is None:
        print(f"{reader[0]} is not there", file=sys.stderr)
        return 2
    number = 3 if options.quick else options.rounds
    layout = markdown_table if options.markdown else text_table
    with scratch() as folder:
        bench = Bench(reader, Path(folder))
        if options.peers is not None:
            head, body = compare(bench, options.peers, number, say)
            say("")
            print(layout(body, head))
            return 0
        figures = rounds(bench, probes, number, say)
        large = {kind: bench.size(LARGE, kind) for kind in KINDS}
    say("")
    body = rows([goal for goal in goals(large) if goal.probe in names], figures)
    print(layout(body))
    print(f"\n{number} rounds, medians; Python {sys.version.split()[0]}, {' '.join(reader)}")
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load > cores:
        print(f"Others used this machine too (load {load:.1f}, {cores} cores): expect noise.")
    return int(options.check and any(row[-1] != "ok" for row in body))


if __name__ == "__main__":
    sys.exit(main())
