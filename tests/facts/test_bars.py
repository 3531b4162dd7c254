"""Bars stand only where they compare."""

from reader.facts.bars import bars
from reader.facts.model import Fact
from reader.facts.values import parse


def fact(value: str, group: str = "a", origin: str = "author") -> Fact:
    read = parse(value, "en")
    return Fact(
        read.kind, "", value, group=group, low=read.low, high=read.high, unit=read.unit,
        origin=origin,
    )  # fmt: skip


def test_amounts_of_one_group_are_compared_with_its_largest() -> None:
    facts = [fact("$30bn"), fact("$10bn"), fact("7%"), fact("$5bn"), fact("$20–25bn", "b")]
    assert bars([facts[0], facts[1], facts[3]]) == [1, 1 / 3, 1 / 6]
    assert bars([fact("$20–25bn"), fact("$50bn")]) == [0.5, 1]


def test_groups_do_not_meet() -> None:
    assert bars([fact("$4", "a"), fact("$1", "b"), fact("$2", "a"), fact("4%", "b")]) == [
        1,
        None,
        0.5,
        None,
    ]


def test_no_bars_when_they_would_mislead() -> None:
    assert bars([fact("$30bn"), fact("€10bn")]) == [None, None]
    assert bars([fact("$30bn"), fact("30%")]) == [None, None]
    assert bars([fact("$30bn")]) == [None]
    assert bars([fact("$30bn", ""), fact("$10bn", "")]) == [None, None]
    assert bars([fact("$21"), fact("$1")]) == [None, None]
    assert bars([fact("$20"), fact("$1")]) == [1, 1 / 20]
    assert bars([fact("$0"), fact("$1")]) == [None, None]
    assert bars([fact("2019"), fact("2020")]) == [None, None]
    assert bars([fact("many"), fact("few")]) == [None, None]
    assert bars([fact("$2", origin="found"), fact("$1", origin="found")]) == [None, None]
