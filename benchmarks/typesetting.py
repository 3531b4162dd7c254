"""The quality and the speed of the typesetting, measured in this process."""

import random
import time
from pathlib import Path

from benchmarks.documents import Prose
from reader.formats import load
from reader.typeset.layout import MEASURE, Layout
from reader.typeset.linebreak import HYPHEN_COST, Break, Words, break_lines

PARAGRAPHS = 60
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


def cost_against_optimum() -> float:
    """The cost of justified paragraphs of 20 to 150 words, divided by the least that is possible."""
    draw, prose = random.Random(1), Prose(1)
    words = Words("fr", HYPHEN_COST)
    found = least = 0.0
    for _ in range(PARAGRAPHS):
        text = " ".join(prose.words(draw.randint(20, 150)))
        measure = draw.choice((40, 52, MEASURE, 80))
        found += cost_of(text, break_lines(text, measure, words, justify=True), measure)
        least += least_cost(text, measure, words)
    return found / least


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
