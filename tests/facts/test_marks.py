"""Quotation marks: what stands between them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.facts.marks import begins_quoted, quoted

CASES = [
    ("Il dit « oui ».", ["oui"]),
    ("Il dit «oui» et «non».", ["oui", "non"]),
    ("Er sagt »ja« und „nein“.", ["ja", "nein"]),
    ('She said “yes”, then "no".', ["yes", "no"]),
    ('“One closed with the wrong mark," he said.', ["One closed with the wrong mark,"]),
    ("“He said ‘run’ and I ran.”", ["He said ‘run’ and I ran."]),
    ("« Elle a crié “cours” ! »", ["Elle a crié “cours” !"]),
    ("‘It’s the boys’ turn,’ she said.", ["It’s the boys’ turn,"]),
    ("‘I said “no” twice.’", ["I said “no” twice."]),
    ("'Fine,' he said. 'It's late.'", ["Fine,", "It's late."]),
    ("The players’ union and the owners’ club.", []),
    ("Rock ’n’ roll in the ’90s, and don't ask.", []),
    ('He is 6\' 2" and the pipe 5" wide.', []),
    ("„Ich sagte ‚ja‘, mehr nicht.“", ["Ich sagte ‚ja‘, mehr nicht."]),
    ("”Vi åker”, sade han.", ["Vi åker"]),
    ("An “open one that never ends.", []),
    ("An “open one with a “whole” one in it.", ["whole"]),
    ("« Il cite « un mot » ici ».", ["Il cite « un mot » ici"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_quoted(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quoted(text)] == expected


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "She said: “First this. "
    assert quoted(text) == []
    (found,) = quoted(text, goes_on=True)
    assert (text[found.start : found.end], found.closed) == ("First this.", False)
    assert begins_quoted("“Then that.”") and begins_quoted("« Puis")
    assert not begins_quoted("Then “that”") and not begins_quoted("")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab .,’‘“”\"«»„'\u00a0", max_size=60), st.booleans())
def test_they_are_in_order_and_apart(text: str, goes_on: bool) -> None:
    at = 0
    for found in quoted(text, goes_on):
        assert at <= found.outer < found.start <= found.end <= found.after <= len(text)
        at = found.after
