"""The goals: what each figure may be, most of them as multiples of a figure of the same round.

`py` is `python -c pass`, `bare` the smallest Textual app (`bare.py`), a page turn that in the same
article: from the key to the last change on the screen.
"""

from benchmarks.documents import SIZES
from benchmarks.measures import HELD, LARGE, RATE, SMALL
from benchmarks.table import Goal, against, alone, beyond

KINDS = {"md": "Markdown", "txt": "plain text"}


def goals(large: dict[str, float]) -> list[Goal]:
    """All goals; `large` holds the size in MiB of the large article of each kind."""
    found = [
        Goal(
            "opening",
            f"first content, {words:,} words of {name}",
            5,
            "× py",
            against(f"first {kind} {words}", f"py {kind} {words}"),
        )
        for kind, name in KINDS.items()
        for words in SIZES
    ]
    found += [
        Goal(
            "opening",
            f"first content, {LARGE:,} words of {name} against {SMALL:,}",
            1.3,
            "×",
            against(f"first {kind} {LARGE}", f"first {kind} {SMALL}"),
        )
        for kind, name in KINDS.items()
    ]
    found += [
        Goal(
            "answering",
            f"start to the answer to a key typed at first content, {words:,} words",
            1.3,
            "× bare",
            against(f"answer {words}", "answer bare"),
        )
        for words in (SMALL, LARGE)
    ]
    page, turns = f"page {LARGE}", "page turns"
    found += [
        Goal(
            "turning",
            f"page turn, {LARGE:,} words against {SMALL:,}",
            1.2,
            "×",
            against(page, f"page {SMALL}"),
        ),
        Goal(
            "turning",
            "processor time of a page turn beyond bare's",
            3,
            "ms",
            beyond("cpu reader", "cpu bare", "ms"),
        ),
        Goal("turning", "another window size", 2, turns, against("resize", page)),
        Goal("turning", "another measure", 2, turns, against("measure", page)),
        Goal("answering", "jump to the end, right after opening", 300, "ms", alone("end")),
        Goal(
            "turning",
            f"page key held ({HELD} at {RATE} Hz): last key to last change",
            2,
            turns,
            against("held", page),
        ),
        Goal(
            "turning", "search as you type: key to a hit at 3/4", 2, turns, against("search", page)
        ),
        Goal("answering", "quitting", 0.6, "× bare", against("quit reader", "quit bare")),
    ]
    found += [
        Goal(
            "turning",
            f"most memory beyond bare's, {LARGE:,} words of {name}",
            8,
            "× file",
            beyond(f"peak {kind}", "peak bare", "MiB", large[kind]),
        )
        for kind, name in KINDS.items()
    ]
    show, begins = f"show {LARGE}", f"show {LARGE} begins"
    return [
        *found,
        Goal(
            "printing",
            f"show {SMALL:,} words, into a pipe",
            5,
            "× py",
            against(f"show {SMALL}", "py show"),
        ),
        Goal(
            "printing", f"show {LARGE:,} words: first lines", 5, "× py", against(begins, "py show")
        ),
        Goal(
            "printing",
            f"show {LARGE:,} words: most memory beyond py's",
            4,
            "× file",
            beyond(f"peak {show}", "peak py", "MiB", large["md"]),
        ),
        Goal(
            "setting",
            "justified paragraphs against the optimum of their cost, any language",
            1.05,
            "×",
            alone("cost"),
        ),
        Goal("setting", "setting 100 words", 0.75, "ms", alone("setting")),
        Goal("setting", "hyphenation patterns of any language", 5, "ms", alone("tables")),
    ]
