"""What is measured: probes of the program, each of which fills in some figures of one round.

A figure has a name; times are in milliseconds, memory in MiB. A probe that sees nothing in time
leaves its figure out.
"""

import sys
from collections.abc import Callable, Sequence

from benchmarks.bench import Bench, median_of, named, timed
from benchmarks.documents import FIRST, LAST, SIZES, TARGET, document
from benchmarks.process import Piped
from benchmarks.table import Round
from benchmarks.terminal import SIZE, Rows, Terminal

SMALL, LARGE = SIZES[0], SIZES[-1]
TURNS = 100  # page turns over which processor time is counted
HELD = 30  # repeats of a held key
RATE = 30  # and how many of them come in a second


def showing(marker: str) -> Callable[[Rows], bool]:
    """Whether a marker word is on the screen."""
    return lambda rows: any(marker in row for row in rows)


def first_content(rows: Rows) -> bool:
    """Whether the text and the status line are there."""
    return bool(rows[-1].strip()) and any(FIRST in row for row in rows)


def first_gone(rows: Rows) -> bool:
    """Whether the first page has been turned."""
    return not any(FIRST in row for row in rows)


# ------------------------------------------------------------------ the probes


def opening(bench: Bench) -> Round:
    """From exec to the first content, for every document, `python -c pass` beside each."""
    found: Round = {}
    for kind in ("md", "txt"):
        for words in SIZES:
            found |= bench.python(f"py {kind} {words}")
            with bench.read(words, kind) as terminal:
                seen = terminal.until(first_content)
                found |= named({f"first {kind} {words}": (terminal.began, seen)})
    return found


def answering(bench: Bench) -> Round:
    """From exec to the visible effect of a page key, typed when the first content is seen.

    Then: the jump to the end of the large article, at once; quitting the small one.
    """
    found: Round = {}
    with bench.run(bench.bare) as terminal:
        terminal.until(showing(FIRST))
        terminal.press(" ")
        found |= named({"answer bare": (terminal.began, terminal.until(first_gone))})
        found |= quitting(terminal, "bare")
    for words in (SMALL, LARGE):
        with bench.read(words) as terminal:
            terminal.until(first_content)
            terminal.press(" ")
            answered = terminal.until(first_gone)
            found |= named({f"answer {words}": (terminal.began, answered)})
            if words == LARGE:
                pressed = terminal.press("G")
                found |= timed(end=(pressed, terminal.until(showing(LAST))))
            else:
                found |= quitting(terminal, "reader")
    return found


def quitting(terminal: Terminal, name: str) -> Round:
    """From the key to the end of the process, when nothing else is going on."""
    terminal.idle()
    pressed = terminal.press("q")
    return named({f"quit {name}": (pressed, terminal.end())})


def turning(bench: Bench) -> Round:
    """What keys cost when nothing else is going on: the same pages in both articles; in the large
    one processor time, a held key, other sizes and measures, a search, and the most memory.
    """
    found: Round = {}
    with bench.run(bench.bare) as terminal:
        terminal.until(showing(FIRST))
        terminal.idle()
        found |= {"cpu bare": processor(terminal), "peak bare": terminal.peak()}
    for words in (SMALL, LARGE):
        with bench.read(words) as terminal:
            terminal.until(first_content)
            terminal.idle()
            found |= median_of(
                f"page {words}", [each for _ in range(4) for each in pages(terminal)]
            )
            if words == LARGE:
                found["cpu reader"] = processor(terminal)
                found |= keys(terminal)
                found["peak md"] = terminal.peak()
    with bench.read(LARGE, "txt") as terminal:
        terminal.until(first_content)
        terminal.idle()
        terminal.press("G")
        terminal.until(showing(LAST))
        found["peak txt"] = terminal.peak()
    return found


def keys(terminal: Terminal) -> Round:
    """The other keys, in the large article."""
    found: Round = {}
    pressed = terminal.hold(" ", HELD, RATE)
    found |= timed(held=(pressed, terminal.still(0.5)))
    columns, rows = SIZE
    spans = [
        (terminal.resize(width, rows), terminal.painted()) for width in (columns - 40, columns) * 2
    ]
    found |= median_of("resize", [(end - begin) * 1000 for begin, end in spans if end])
    spans = [(terminal.press(key), terminal.painted()) for key in "-++-"]
    found |= median_of("measure", [(end - begin) * 1000 for begin, end in spans if end])
    terminal.press("g")
    terminal.painted()
    for key in f"/{TARGET[:2]}":  # each finds something, but nothing that is far away
        terminal.press(key)
        terminal.still(0.5)
    pressed = terminal.press(TARGET[2])
    found |= timed(search=(pressed, terminal.until(showing(TARGET))))
    return found


def pages(terminal: Terminal) -> list[float]:
    """The times of two page turns from the beginning."""
    spans = [(terminal.press(" "), terminal.painted()) for _ in range(2)]
    terminal.press("g")
    terminal.painted()
    return [(end - begin) * 1000 for begin, end in spans if end]


def processor(terminal: Terminal) -> float:
    """The processor time of a page turn."""
    before = terminal.cpu()
    turns = 0
    for _ in range(TURNS):
        terminal.press(" ")
        turns += terminal.painted(0.03, 2) is not None
    return (terminal.cpu() - before) / max(turns, 1)


def printing(bench: Bench) -> Round:
    """`reader show` into a pipe."""
    with bench.run([sys.executable, "-c", "input('ready')"]) as terminal:
        terminal.until(showing("ready"))
        found = {"peak py": terminal.peak()}
    found |= bench.python("py show")
    for words in (SMALL, LARGE):
        argv = [*bench.reader, "show", str(document(bench.documents, words))]
        done = Piped(argv, bench.env())
        found |= named({f"show {words}": (done.began, done.ended)})
        found |= named({f"show {words} begins": (done.began, done.first)})
        found[f"peak show {words}"] = done.peak
    return found


def setting(bench: Bench) -> Round:
    """The typesetting, in this process."""
    from benchmarks.typesetting import cost_against_optimum, time_of_100_words, time_of_tables

    cost, tables = cost_against_optimum(), time_of_tables()
    taken = time_of_100_words(document(bench.documents, 10_000))
    return {"cost": cost, "setting": taken, "tables": tables}


PROBES = (opening, answering, turning, printing, setting)


def rounds(
    bench: Bench,
    probes: Sequence[Callable[[Bench], Round]],
    number: int,
    say: Callable[[str], None],
) -> list[Round]:
    """So many rounds of all probes, each round in another order, after one that does not count."""
    for argv in (bench.bare, [*bench.reader, str(document(bench.documents, SMALL))]):
        with bench.run(argv) as terminal:
            terminal.idle()
            terminal.press(" q")
            terminal.end()
    done: list[Round] = []
    for turn in range(number):
        figures: Round = {}
        for step in range(len(probes)):
            probe = probes[(turn + step) % len(probes)]
            say(f"round {turn + 1} of {number}: {probe.__name__}")
            figures |= {name: value for name, value in probe(bench).items() if value}
        done.append(figures)
    return done
