"""Every word can be read: the contrast of each role with the page, and with what lies under it."""

import pytest

from reader.colors import _ANSI, nearest_16, nearest_256, rgb
from reader.paint import TERMINAL, THEMES, Palette, Style, reduce, theme

# Drawn signs; everything else is words.
ORNAMENTS = {"bar", "rule", "wrap", "separator"}
# Words that are laid out around the article's own.
QUIET = {"subtitle", "attribution", "caption", "image", "heading6", "code-comment", "byline"}
QUIET |= {"label", "dash", "status", "status-dim", "panel-dim"}
PAINTED = [palette for palette in THEMES if palette.background]
ALL = [*THEMES, TERMINAL]

Channels = tuple[int, int, int]


def of_256(color: str) -> Channels:
    number = nearest_256(color)
    if number >= 232:
        return (8 + 10 * (number - 232),) * 3
    steps = (0, 95, 135, 175, 215, 255)
    number -= 16
    return steps[number // 36], steps[number // 6 % 6], steps[number % 6]


def luminance(channels: Channels) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = []
    for channel in channels:
        value = channel / 255
        parts.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Channels, other: Channels) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def colors(palette: Palette, style: Style) -> tuple[str, str]:
    """What the style's text is painted with, and on.

    Reversed (hits, the row of a panel's cursor, whose words keep their colours), the two change
    places, and their contrast stays.
    """
    foreground, background = style.fg or palette.foreground, style.bg or palette.background
    assert foreground
    assert background
    return foreground, background


@pytest.mark.parametrize("shown", [rgb, of_256], ids=["true", "256"])
@pytest.mark.parametrize("palette", PAINTED, ids=lambda palette: palette.name)
def test_contrast(palette: Palette, shown) -> None:  # type: ignore[no-untyped-def]
    least = 7 if palette.name == "contrast" else 4.5
    lit = palette.styles["lit"]
    for role, style in palette.styles.items():
        foreground, background = map(shown, colors(palette, style))
        found = contrast(foreground, background)
        if role in ORNAMENTS:
            assert 3 <= found < 12, role
        elif role in QUIET:
            assert found >= least, role
        else:
            assert found >= max(least, 5.5), role
        # Over the lit sentence, with its tint under it.
        tint = shown(colors(palette, lit)[1])
        assert contrast(foreground, tint) >= (2.4 if role in ORNAMENTS else least), role
        # How dark a terminal draws what is dim, nobody knows.
        assert not style.dim, role
    body = contrast(*map(shown, colors(palette, Style())))
    assert body >= 9
    assert lit.bg
    assert shown(lit.bg) != shown(palette.background)


@pytest.mark.parametrize("palette", PAINTED, ids=lambda palette: palette.name)
def test_the_article_stands_out_from_what_is_around_it(palette: Palette) -> None:
    page = rgb(palette.background or "")
    body = contrast(rgb(palette.foreground or ""), page)
    for role in QUIET | ORNAMENTS:
        color = palette.styles[role].fg
        assert color
        assert contrast(rgb(color), page) < body - 1, role


@pytest.mark.parametrize("palette", [TERMINAL, THEMES[-1]], ids=lambda palette: palette.name)
def test_the_few_colours_of_an_unknown_page_can_be_read_on_black_and_on_white(
    palette: Palette,
) -> None:
    black, white = rgb("#000000"), rgb("#ffffff")
    for role, style in palette.styles.items():
        assert style.bg is None
        if style.fg:
            color = rgb(style.fg)
            assert min(contrast(color, black), contrast(color, white)) >= 3.5, role
        if few := reduce(style, "16").fg:
            color = _ANSI[nearest_16(few)]
            assert min(contrast(color, black), contrast(color, white)) >= 3.5, role


def test_a_selection_is_told_from_hits_and_reversed_where_colours_are_few() -> None:
    for palette in ALL:
        selection = palette.styles["selection"]
        assert reduce(selection, "16") == reduce(selection, "none") == Style(reverse=True)
        if palette in PAINTED:
            for shown in (rgb, of_256):
                looks = {shown(palette.styles[role].fg or "") for role in ("hit", "selection")}
                assert len(looks) == 2, palette.name


def test_palettes_know_the_same_roles() -> None:
    for palette in ALL:
        assert palette.styles.keys() == ALL[0].styles.keys()
    assert ALL[0].styles.keys() >= ORNAMENTS | QUIET


def test_themes_by_name() -> None:
    assert [palette.name for palette in THEMES] == [
        "dark",
        "light",
        "sepia",
        "contrast",
        "terminal",
    ]
    for palette in THEMES:
        assert theme(palette.name) is palette
    assert theme(" Sepia ") is theme("sepia")
    assert theme("") is None
    assert theme("unknown") is None
