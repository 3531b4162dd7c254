import itertools
import random

import pytest

from reader.typeset.line import PLAIN, UNICODE
from reader.typeset.linebreak import HYPHEN_COST, Break, Words, break_lines
from reader.typeset.prepared import Setting
from reader.typeset.reflow import flow

FRENCH = (
    "Derrière l’accord, une même faim de puissance : qui veut entraîner les modèles de demain "
    "doit réserver ses machines des années avant. Les analystes s’interrogent sur la circularité "
    "de ces engagements, où les fournisseurs financent leurs propres clients, et sur la solidité "
    "d’un édifice fondé sur des prévisions de croissance extraordinairement optimistes."
)


def lines_of(text: str, measure: int, **more: object) -> list[str]:
    """The lines as they are read, with the hyphens painted at their ends."""
    words = Words(str(more.pop("lang", "")), HYPHEN_COST)
    broken = break_lines(text, measure, words, **more)  # type: ignore[arg-type]
    return [text[start:end] + "-" * hyphen for start, end, _, _, hyphen in broken]


def justified_cost(text: str, broken: list[Break], measure: int) -> float:
    """The cost as it is defined: (added spaces / gaps)² and 0.35 for each line ending in a hyphen."""
    cost = 0.0
    for start, end, _, width, hyphen in broken[:-1]:
        cost += ((measure - width) / max(text.count(" ", start, end), 1)) ** 2
        cost += HYPHEN_COST * (hyphen or text[end - 1] == "-")
    return cost


def least_cost(text: str, measure: int, words: Words) -> float:
    """The least cost of all ways there are, found by trying every one of them."""
    places: list[tuple[int, int, int]] = []  # end, next start, hyphen
    at = 0
    for word in text.split(" "):
        places += [(at + o, at + o, sign) for o, _, _, sign, _ in words.look(word)[1]]
        at += len(word)
        places.append((at, at + 1, 0))
        at += 1
    best = float("inf")

    def walk(start: int, first: int, cost: float, run: int) -> None:
        nonlocal best
        if cost >= best:
            return
        if len(text) - start <= measure:
            best = cost
        for number in range(first, len(places) - 1):
            end, begin, sign = places[number]
            width = end - start + sign
            if width > measure:
                break
            ends = bool(sign) or text[end - 1] == "-"
            if width <= 0 or (ends and run == 2):
                continue
            spare = (measure - width) / max(text.count(" ", start, end), 1)
            walk(begin, number + 1, cost + spare**2 + HYPHEN_COST * ends, run + 1 if ends else 0)

    walk(0, 0, 0.0, 0)
    return best


@pytest.mark.parametrize("seed", range(12))
def test_the_cost_is_the_least_possible(seed: int) -> None:
    draw = random.Random(seed)
    vocabulary = FRENCH.replace(" :", "").split()
    words = Words("fr", HYPHEN_COST)
    for measure in (20, 28, 40, 66):
        text = " ".join(draw.choices(vocabulary, k=draw.randint(6, 20)))
        broken = break_lines(text, measure, words, justify=True)
        found = justified_cost(text, broken, measure)
        least = least_cost(text, measure, words)
        assert found <= least * 1.05 + 1e-9, (measure, text)


def test_a_long_paragraph_costs_what_a_search_without_bounds_finds() -> None:
    draw = random.Random(3)
    text = " ".join(draw.choices(FRENCH.replace(" :", "").split(), k=400))
    words = Words("fr", HYPHEN_COST)
    found = justified_cost(text, break_lines(text, 66, words, justify=True), 66)
    greedy = justified_cost(text, _greedy(text, 66), 66)
    assert found * 2 < greedy


def _greedy(text: str, measure: int) -> list[Break]:
    broken: list[Break] = []
    start = at = 0
    for word in text.split(" "):
        end = at + len(word)
        if end - start > measure:
            broken.append((start, at - 1, at, at - 1 - start, 0))
            start = at
        at = end + 1
    broken.append((start, len(text), len(text), len(text) - start, 0))
    return broken


def test_no_three_hyphens_in_a_row() -> None:
    text = " ".join(["développement extraordinairement"] * 30)
    for measure in range(12, 60):
        for justify in (True, False):
            lines = lines_of(text, measure, lang="fr", justify=justify)
            runs = [
                len(list(g)) for k, g in itertools.groupby(ln.endswith("-") for ln in lines) if k
            ]
            assert max(runs, default=0) <= 2


def test_ragged_lines_are_even() -> None:
    assert lines_of("aaa bb cc ddddd", 6) == ["aaa", "bb cc", "ddddd"]
    assert lines_of("aaaaaaaa bb cccccccc dd", 12) == ["aaaaaaaa bb", "cccccccc dd"]


def test_a_last_line_of_one_short_word_is_avoided_where_it_costs_nothing() -> None:
    lines = lines_of("aaaa bbbb cccc dddd eeee ffff gggg hh i", 37)
    assert lines[-1] == "hh i"


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("un porte-avions", 10, ["un porte-", "avions"]),
        ("2020-2021 e-mail", 9, ["2020-2021", "e-mail"]),
        ("mot—mot suite", 9, ["mot—mot", "suite"]),
        ("longueur—mot", 10, ["longueur—", "mot"]),
        ("abcdefghijklm", 8, ["abcdefgh", "ijklm"]),
        ("abc\u00addef", 5, ["abc\u00ad-", "def"]),
        ("abc\u200bdef", 5, ["abc\u200b", "def"]),
        ("日本語文章", 8, ["日本語文", "章"]),
        ("日本語文、章", 8, ["日本語", "文、章"]),
        ("日本語「文章", 8, ["日本語", "「文章"]),
        ("voir https://a.org/bcd/efg", 12, ["voir", "https://a.", "org/bcd/efg"]),
    ],
)
def test_where_lines_may_end(text: str, measure: int, expected: list[str]) -> None:
    assert lines_of(text, measure) == expected


@pytest.mark.parametrize(
    "text", ["\u200ddéveloppement", "\u00addéveloppement", "«\u00a0développement"]
)
def test_what_is_not_painted_takes_no_room(text: str) -> None:
    setting = Setting("fr", False, UNICODE)
    for measure in range(8, 16):
        for line in flow(text, 0, len(text), (), setting, measure):
            assert line.reach == sum(run.width for run in line.runs) <= measure


def test_an_address_that_fits_is_never_broken() -> None:
    text = "voir https://exemple.org/developpement-durable ici"
    lines = lines_of(text, 42, lang="fr", justify=True)
    assert "https://exemple.org/developpement-durable" in [
        word for ln in lines for word in ln.split()
    ]


def test_no_line_begins_with_a_dash_where_that_is_cheap() -> None:
    draw = random.Random(5)
    counts = {"—": 0, "x": 0}
    for _ in range(50):
        words = draw.choices(FRENCH.replace(" :", "").split(), k=40)
        for sign in counts:
            text = " ".join([*words[:20], sign, *words[20:]])
            counts[sign] += any(line.startswith(sign) for line in lines_of(text, 40))
    assert 0 <= counts["—"] * 2 < counts["x"], counts


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("une faim de puissance : qui veut", "puissance :"),
        ("il dit « oui » et part", "« oui »"),
        ("un taux de 3,2 % par an", "3,2 %"),
        ("plus de 1 400 machines", "1 400"),
        ("plus de 1 400 000 machines", "1 400 000"),
        ("selon D. A. Davidson et fils", "D. A. Davidson"),
        ("un total de 20 € par mois", "20 €"),
        ("un total de 20\u00a0jours par mois", "20 jours"),
    ],
)
def test_what_stays_together(text: str, together: str) -> None:
    setting = Setting("fr", False, PLAIN)  # plain: without hyphens
    for measure in range(len(together), 40):
        lines = flow(text, 0, len(text), (), setting, measure)
        painted = ["".join(run.glyphs for run in line.runs) for line in lines]
        assert any(together in line for line in painted), (measure, painted)


def test_english_keeps_ordinary_spaces_before_marks() -> None:
    setting = Setting("en", False, UNICODE)
    lines = flow("aaaaaaaa ; b", 0, 12, (), setting, 9)
    assert [line.end for line in lines] == [9, 12]


def test_code_is_not_hyphenated() -> None:
    words = Words("fr", HYPHEN_COST)
    text = "un développement"
    assert len(break_lines(text, 13, words, justify=True)) == 2
    with_hyphen = break_lines("aa bb développement", 10, words, justify=True)
    without = break_lines("aa bb développement", 13, words, justify=True, rigid=((6, 19),))
    assert any(line[4] for line in with_hyphen)
    assert not any(line[4] for line in without)
    assert text
