"""The jump list behaves like a browser's history."""

from reader.tui.jumps import LIMIT, Jumps
from reader.tui.jumps import Place as FullPlace


def Place(offset: int, row: int) -> FullPlace:  # noqa: N802
    return FullPlace(offset, row, offset, row)


def test_back_and_forward_return_to_the_same_places() -> None:
    jumps = Jumps()
    start, second, third = Place(0, 0), Place(100, 5), Place(200, 5)
    jumps.push(start)
    jumps.push(second)
    assert jumps.back(third) == second
    assert jumps.back(second) == start
    assert jumps.back(start) is None
    assert jumps.forward(start) == second
    assert jumps.forward(second) == third
    assert jumps.forward(third) is None


def test_a_new_jump_forgets_what_lay_forward() -> None:
    jumps = Jumps()
    jumps.push(Place(0, 0))
    jumps.back(Place(100, 0))
    jumps.push(Place(0, 0))
    assert jumps.forward(Place(300, 0)) is None


def test_a_place_that_is_here_already_is_passed_over() -> None:
    jumps = Jumps()
    jumps.push(Place(0, 0))
    jumps.push(Place(50, 3))
    assert jumps.back(Place(50, 9)) == Place(0, 0)


def test_the_list_is_bounded() -> None:
    jumps = Jumps()
    for offset in range(3 * LIMIT):
        jumps.push(Place(offset, 0))
    steps = 0
    here = Place(10**6, 0)
    while (place := jumps.back(here)) is not None:
        here, steps = place, steps + 1
    assert steps == LIMIT
