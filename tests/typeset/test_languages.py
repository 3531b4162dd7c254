"""Paragraphs in every language that is set with care."""

import pytest

from benchmarks.languages import PROSE
from benchmarks.typesetting import against_optimum, paragraphs
from reader.typeset.linebreak import (
    HYPHEN_COST,
    RAGGED_DASH_COST,
    RAGGED_HYPHEN_COST,
    Words,
    break_lines,
)


@pytest.mark.parametrize("lang", PROSE)
def test_justified_paragraphs_are_as_good_as_can_be(lang: str) -> None:
    together, worst = against_optimum(lang, 12)
    assert 1 <= together <= worst <= 1.05


@pytest.mark.parametrize("lang", PROSE)
def test_ragged_paragraphs_hardly_end_on_a_word_alone(lang: str) -> None:
    words, strict = Words(lang, RAGGED_HYPHEN_COST), Words(lang, HYPHEN_COST)
    alone = {True: 0, False: 0}
    long = list(paragraphs(lang, 60))
    for text, measure in long:
        for justify in alone:
            lines = break_lines(text, measure, strict if justify else words, justify=justify)
            last = text[lines[-1][0] : lines[-1][1]]
            alone[justify] += " " not in last and len(last) < measure // 3 and len(lines) > 3
            if not justify and lines[-2][4]:
                assert " " in last  # never the rest of a word alone
    assert alone[False] <= len(long) * 0.04 < alone[True]


@pytest.mark.parametrize("lang", PROSE)
def test_ragged_lines_are_nearly_full_and_rarely_hyphenated(lang: str) -> None:
    words = Words(lang, RAGGED_HYPHEN_COST)
    hyphens = lines = 0
    for text, measure in paragraphs(lang, 40):
        for line in break_lines(text, measure, words)[:-1]:
            assert line[3] >= measure * 0.72
            hyphens += line[4]
            lines += 1
    assert hyphens <= lines * 0.25


def test_a_ragged_line_does_not_begin_with_a_dash() -> None:
    words = Words("", RAGGED_HYPHEN_COST)
    assert words.look("—")[2] == RAGGED_DASH_COST
    text = "aaaa bbb cccc dd eeee ff — gggg hhhh i jjj kkkk lll mmmmm nn oo ppp"
    for measure in range(25, 56):
        lines = break_lines(text, measure, words)
        assert not any(text[line[0]] == "—" for line in lines), measure


def test_names_are_hardly_hyphenated() -> None:
    words = Words("fr", 0.8, True, 2.4)
    assert {place[2] for place in words.look("Développement")[1]} == {2.4}
    assert {place[2] for place in words.look("développement")[1]} == {0.8}
    assert {place[2] for place in words.look("(Développement),")[1]} == {2.4}


@pytest.mark.parametrize(
    "text", ["30 milliards", "J. R. Développement", "Mme Développement", "Dr Gouvernement,"]
)
def test_what_stays_together_is_not_hyphenated(text: str) -> None:
    words = Words("fr", HYPHEN_COST)
    assert not words.look(text.replace(" ", "\u00a0"))[1]
    assert words.look("«\u00a0Développement\u00a0»")[1]
