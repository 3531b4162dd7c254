import random

import pytest
from rich.cells import cell_len

from reader.typeset.cells import cell_width, char_width, clusters

_SEQUENCES = [
    "👩\u200d💻",
    "👨\u200d👩\u200d👧\u200d👦",
    "❤\ufe0f",
    "❤\ufe0f\u200d🔥",
    "1\ufe0f\u20e3",
    "🇫🇷",
    "👍🏽",
    "e\u0301",
    "a\u0308\u0301",
    "\u1100\u1161\u11a8",
    "क्\u200dष",
    "नि",
    "🏴\U000e0067\U000e0062\U000e007f",
]


def test_every_code_point_is_as_wide_as_rich_paints_it() -> None:
    planes = (*range(0x20000), *range(0xE0000, 0xE1000), *range(0x20000, 0x110000, 31))
    different = [
        hex(code)
        for code in planes
        if not 0xD800 <= code < 0xE000 and char_width(chr(code)) != cell_len(chr(code))
    ]
    assert different == []


def test_the_ends_of_the_ranges_are_searched_too() -> None:
    assert [char_width(char) for char in ("\u0300", "\u036f", "\u0370", "一", "\U0003fffd")] == [
        0,
        0,
        1,
        2,
        2,
    ]


@pytest.mark.parametrize("sequence", _SEQUENCES)
def test_a_sequence_is_one_cluster(sequence: str) -> None:
    assert clusters(sequence) == [sequence]
    assert clusters(f"x{sequence}x") == ["x", sequence, "x"]
    assert cell_width(sequence) == cell_len(sequence)


def test_flags_go_two_by_two() -> None:
    assert clusters("🇫🇷🇩🇪🇫") == ["🇫🇷", "🇩🇪", "🇫"]


def test_any_mixture_agrees_with_rich_and_is_the_sum_of_its_clusters() -> None:
    alphabet = "a1#é\u0301\u200d\ufe0f❤👩💻🇫🇷\u1100\u1161\u11a8가क्ष ☑🏽\u00ad\u200b漢"
    draw = random.Random(7)
    for _ in range(5000):
        text = "".join(draw.choices(alphabet, k=draw.randint(1, 9)))
        found = clusters(text)
        assert "".join(found) == text
        assert cell_width(text) == cell_len(text) == sum(map(cell_width, found)), ascii(text)
