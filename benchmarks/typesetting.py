"""The quality and the speed of the typesetting, measured in this process."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.languages import PROSE
from reader.formats import load
from reader.typeset.hyphenate import load as load_patterns
from reader.typeset.layout import MEASURE, Layout
from reader.typeset.linebreak import HYPHEN_COST, Break, Words, break_lines
from reader.typeset.together import together

PARAGRAPHS = 25  # of each language
MOST_HYPHENS = 2  # lines in a row that may end in a hyphen
NEVER = float("inf")


def line_cost(text: str, start: int, end: int, measure: int, hyphen: int) -> float:
    """The cost as it is defined: (added spaces / gaps)², and a price for a hyphen at the end."""
    spare = measure - (end - start + hyphen)
    ends = bool(hyphen) or text[end - 1] == "-"
    return (spare / max(text.count(" ", start, end), 1)) ** 2 + HYPHEN_COST * ends


def cost_of(text: str, lines: list[Break], measure: int) -> float:
    """The cost of a paragraph that was broken into lines."""
    return sum(line_cost(text, line[0], line[1], measure, line[4]) for line in lines[:-1])


def least_cost(text: str, measure: int, words: Words) -> float:
    """The least cost that any way to break the paragraph has.

    For every place where a line may begin, and every number of hyphens in the lines just above
    it, the least cost up to there is looked for among all lines that end there.
    """
    places = [(0, 0, 0)]  # where a line ends, where the next one begins, whether with a hyphen
    at = 0
    for word in text.split(" "):
        places += [(at + place[0], at + place[0], place[3]) for place in words.look(word)[1]]
        at += len(word)
        places.append((at, at + 1, 0))
        at += 1
    best = [[0.0, NEVER, NEVER]]
    for number, (end, _, hyphen) in enumerate(places[1:], 1):
        ends = bool(hyphen) or text[end - 1] == "-"
        last = number == len(places) - 1
        costs = [NEVER] * (MOST_HYPHENS + 1)
        for before in range(number - 1, -1, -1):
            begin = places[before][1]
            if end - begin + hyphen > measure:
                break
            if end <= begin:
                continue
            cost = 0.0 if last else line_cost(text, begin, end, measure, hyphen)
            for run, until in enumerate(best[before]):
                now = run + 1 if ends else 0
                if now <= MOST_HYPHENS:
                    costs[now] = min(costs[now], until + cost)
        best.append(costs)
    return min(best[-1])


def paragraphs(lang: str, count: int) -> Iterator[tuple[str, int]]:
    """Paragraphs of 15 to 140 words of a language, and for each a measure from 40 to 90."""
    draw = random.Random(lang)
    words = together(lang).keep(" ".join(PROSE[lang].split())).split(" ") * 2
    for _ in range(count):
        length = draw.randint(15, 140)
        start = draw.randrange(len(words) - length)
        yield " ".join(words[start : start + length]), draw.randint(40, 90)


def against_optimum(lang: str, count: int) -> tuple[float, float]:
    """What justified paragraphs of a language cost, divided by the least that is possible: all of
    them together, and the one where that is most.
    """
    words = Words(lang, HYPHEN_COST)
    found = least = 0.0
    worst = 1.0
    for text, measure in paragraphs(lang, count):
        cost = cost_of(text, break_lines(text, measure, words, justify=True), measure)
        optimum = least_cost(text, measure, words)
        found += cost
        least += optimum
        worst = max(worst, cost / optimum if optimum else 1.0 + cost)
    return found / least, worst


def cost_against_optimum() -> float:
    """The cost of justified paragraphs, divided by the least possible, where it is most."""
    return max(against_optimum(lang, PARAGRAPHS)[0] for lang in PROSE)


def time_of_tables() -> float:
    """The milliseconds that the slowest table of hyphenation patterns takes to load."""
    slowest = 0.0
    for lang in PROSE:
        taken = NEVER
        for _ in range(3):
            began = time.process_time()
            load_patterns(lang)
            taken = min(taken, time.process_time() - began)
        slowest = max(slowest, taken)
    return slowest * 1000


def time_of_100_words(path: Path) -> float:
    """The milliseconds of processor time that setting 100 words takes, justified, over an article.

    The words are new to the layout that is measured, but the language's patterns are not.
    """
    document = load(str(path))
    taken = 0.0
    for _ in range(2):
        layout = Layout(document, MEASURE, justify=True)
        began = time.process_time()
        for piece in range(layout.count):
            layout.lines(piece)
        taken = time.process_time() - began
    return taken * 1000 / (len(document.text.split()) / 100)
