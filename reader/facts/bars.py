"""Which facts get a bar in the sidebar, and how long it is."""

from collections.abc import Sequence

from reader.facts.model import Fact

# Beyond this, the shortest bar would say nothing, or the longest nothing about the others.
MAX_RATIO = 20


def bars(facts: Sequence[Fact]) -> "list[float | None]":
    """For each fact the length of its bar as a share of the longest in its group, or None.

    Bars compare, so they appear only inside one group that the author put together, when it holds
    at least two facts, all of one kind and unit, all amounts known and above zero, and the
    largest at most `MAX_RATIO` times the smallest. A range counts by its upper end.
    """
    groups: dict[str, list[int]] = {}
    for index, fact in enumerate(facts):
        if fact.group and fact.origin == "author":
            groups.setdefault(fact.group, []).append(index)
    lengths: list[float | None] = [None] * len(facts)
    for members in groups.values():
        amounts = [_amount(facts[index]) for index in members]
        known = [amount for amount in amounts if amount > 0]
        if len(members) < 2 or len(known) < len(members):
            continue
        if len({(facts[index].kind, facts[index].unit) for index in members}) > 1:
            continue
        largest = max(known)
        if largest > MAX_RATIO * min(known):
            continue
        for index, amount in zip(members, known, strict=True):
            lengths[index] = amount / largest
    return lengths


def _amount(fact: Fact) -> float:
    """The number that a bar stands for; 0 when there is none (a date, an unknown amount)."""
    amount = fact.low if fact.high is None else fact.high
    return amount if isinstance(amount, int | float) else 0
