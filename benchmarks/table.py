"""From the figures of many rounds to a table of goals: pure functions."""

import statistics
from collections.abc import Callable, Sequence

Round = dict[str, float]
Found = tuple[float, str] | None  # a figure and what it is made of; None: not measured


class Goal:
    """A row: `what` a `probe` measured, what it may be `most`, its `unit`, and how it is found."""

    def __init__(
        self,
        probe: str,
        what: str,
        most: float,
        unit: str,
        find: Callable[[Sequence[Round]], Found],
    ) -> None:
        self.probe = probe
        self.what = what
        self.most = most
        self.unit = unit
        self.find = find


def median(rounds: Sequence[Round], name: str) -> float | None:
    """The median of a figure over the rounds that have it."""
    values = [each[name] for each in rounds if name in each]
    return statistics.median(values) if values else None


def ratio(rounds: Sequence[Round], name: str, base: str) -> float | None:
    """The median of the ratios of two figures, each of one round."""
    values = [each[name] / each[base] for each in rounds if name in each and each.get(base)]
    return statistics.median(values) if values else None


def short(value: float) -> str:
    """Three figures of a number, without needless zeros."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}".rstrip("0").rstrip(".")


def against(name: str, base: str, unit: str = "ms") -> Callable[[Sequence[Round]], Found]:
    """A figure as a multiple of another."""

    def find(rounds: Sequence[Round]) -> Found:
        value, top, bottom = ratio(rounds, name, base), median(rounds, name), median(rounds, base)
        if value is None or top is None or bottom is None:
            return None
        return value, f"{short(top)} / {short(bottom)} {unit}"

    return find


def alone(name: str) -> Callable[[Sequence[Round]], Found]:
    """A figure by itself."""

    def find(rounds: Sequence[Round]) -> Found:
        value = median(rounds, name)
        return None if value is None else (value, "")

    return find


def beyond(name: str, base: str, unit: str, share: float = 1) -> Callable[[Sequence[Round]], Found]:
    """By how many times `share` a figure is more than another."""

    def find(rounds: Sequence[Round]) -> Found:
        values = [each[name] - each[base] for each in rounds if name in each and base in each]
        top, bottom = median(rounds, name), median(rounds, base)
        if top is None or bottom is None or not values:
            return None
        made_of = f"{short(top)} − {short(bottom)} {unit}" + (
            f", {short(share)}" if share != 1 else ""
        )
        return statistics.median(values) / share, made_of

    return find


def rows(goals: Sequence[Goal], rounds: Sequence[Round]) -> list[tuple[str, str, str, str, str]]:
    """What, goal, measured, made of, verdict."""
    found = []
    for goal in goals:
        figure = goal.find(rounds)
        limit = f"≤ {short(goal.most)} {goal.unit}".rstrip()
        if figure is None:
            found.append((goal.what, limit, "not seen", "", "over"))
        else:
            value, made_of = figure
            verdict = "ok" if value <= goal.most else "over"
            found.append(
                (goal.what, limit, f"{short(value)} {goal.unit}".rstrip(), made_of, verdict)
            )
    return found


HEAD = ("what", "goal", "measured", "from", "")


def text_table(body: Sequence[Sequence[str]], head: Sequence[str] = HEAD) -> str:
    """A table for the terminal."""
    lines = [head, *body]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def markdown_table(body: Sequence[Sequence[str]], head: Sequence[str] = HEAD) -> str:
    """The same in Markdown."""
    lines = [head, ["---"] * len(head), *body]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
