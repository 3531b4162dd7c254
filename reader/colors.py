"""Colours reduced to what a terminal has: the 256 of xterm, or the 16 of ANSI.

Distances are taken in OKLab (Björn Ottosson, "A perceptual color space for image processing",
2020), where equal steps look about equally large.
"""

from functools import lru_cache

_STEPS = (0, 95, 135, 175, 215, 255)

# What xterm shows for the 16 ANSI colours; other terminals differ in shade, not in kind.
_ANSI = (
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
)

# Which of them can be read (contrast 3.5 or more) on a white page, on any, on a black one.
_FOR_LIGHT = (1, 4, 5)
_FOR_BOTH = (1, 5, 9, 12)
_FOR_DARK = (2, 3, 6, 9, 10, 11, 12, 13, 14)

# Below this distance from the grey axis of OKLab a colour counts as grey.
_GREY = 0.045

Lab = tuple[float, float, float]


def rgb(color: str) -> tuple[int, int, int]:
    """The three channels of `#rrggbb`, each 0 to 255."""
    value = int(color[1:], 16)
    return value >> 16, value >> 8 & 255, value & 255


def _linear(channel: int) -> float:
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _oklab(channels: tuple[int, int, int]) -> Lab:
    red, green, blue = (_linear(channel) for channel in channels)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _distance(one: Lab, other: Lab) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2


@lru_cache(maxsize=256)
def nearest_256(color: str) -> int:
    """The number of the colour nearest to `#rrggbb` in xterm's cube and ramp of greys (16-255).

    Only the cube's corners around the colour and the greys around its mean are compared.
    """
    channels = rgb(color)
    target = _oklab(channels)
    sides = []
    for channel in channels:
        low = max(index for index, step in enumerate(_STEPS) if step <= channel)
        sides.append((low, min(low + 1, 5)))
    candidates = {
        16 + 36 * red + 6 * green + blue: (_STEPS[red], _STEPS[green], _STEPS[blue])
        for red in sides[0]
        for green in sides[1]
        for blue in sides[2]
    }
    ramp = (sum(channels) // 3 - 8) // 10
    for index in range(max(ramp - 2, 0), min(ramp + 3, 24)):
        candidates[232 + index] = (8 + 10 * index,) * 3
    return min(candidates, key=lambda number: _distance(target, _oklab(candidates[number])))


@lru_cache(maxsize=256)
def nearest_16(color: str) -> int:
    """The number (1-14) of the ANSI colour nearest to `#rrggbb`, or -1 for a grey.

    Greys are left to the terminal's own foreground: people map the two ANSI greys to anything,
    the background included. A dark colour is meant for a light page and a light one for a dark
    page, so only what can be read there takes part; the hue then counts most.
    """
    target = _oklab(rgb(color))
    if is_grey(color):
        return -1
    numbers = _FOR_LIGHT if target[0] < 0.5 else _FOR_BOTH if target[0] < 0.7 else _FOR_DARK
    return min(numbers, key=lambda number: _difference(target, _oklab(_ANSI[number])))


def _difference(one: Lab, other: Lab) -> float:
    chroma, others = (lab[1] * lab[1] + lab[2] * lab[2] for lab in (one, other))
    scale, scales = chroma**0.5, others**0.5
    red, yellow = one[1] / scale - other[1] / scales, one[2] / scale - other[2] / scales
    return float(red * red + yellow * yellow + (one[0] - other[0]) ** 2)


@lru_cache(maxsize=256)
def is_grey(color: str) -> bool:
    """Whether `#rrggbb` has next to no hue."""
    _, a, b = _oklab(rgb(color))
    return a * a + b * b < _GREY * _GREY


@lru_cache(maxsize=256)
def is_middle(color: str) -> bool:
    """Whether `#rrggbb` stands back from the page's own colours: neither nearly black nor white."""
    return 0.35 < _oklab(rgb(color))[0] < 0.78
