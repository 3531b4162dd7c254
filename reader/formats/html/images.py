"""Which picture an `img` shows, and whether it is one to show."""

import re

from lxml import html

from reader.formats.html.dom import classes

# Where pages keep the address of a picture that is loaded when it comes into view.
_LAZY = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-original-src",
    "data-hi-res-src",
    "data-full-src",
    "data-image",
    "data-img-src",
    "data-url",
)
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_PLACEHOLDER = re.compile(
    r"^data:|^about:|^blob:|(?:^|/)(?:blank|spacer|transparent|placeholder|pixel|1x1|clear|shim"
    r"|loading|lazy|grey|gray|empty|trans|dot|dummy)[\w-]*\.(?:gif|png|svg|jpe?g)\b",
    re.IGNORECASE,
)
_NO_PICTURE = re.compile(
    r"gravatar\.com|/avatars?[/_.-]|[/_-]avatar\b|doubleclick\.net|googlesyndication"
    r"|google-analytics|facebook\.com/tr\b|scorecardresearch|feedburner\.com/~|quantserve"
    r"|/pixel[/.?]|[/_-](?:icon|icons|favicon|sprite|spinner|btn|button)s?[/_.-]|wp-includes/images/smilies"
    r"|shields\.io/|/badge[s/.-]|badge\.svg|badgen\.net",
    re.IGNORECASE,
)
_NO_PICTURE_CLASS = re.compile(
    r"\b(?:avatar|gravatar|icon|icons|spinner|author-(?:image|photo|img)|profile-(?:image|pic|photo))\b"
    r"|(?:^|[\s_-])(?:avatar|icon)(?:$|[\s_-])",
    re.IGNORECASE,
)
_EMOJI_CLASS = re.compile(r"\b(?:emoji|wp-smiley|emojione|twemoji|smiley)\b", re.IGNORECASE)
# Smaller than this on a side is an icon, in pixels.
_SMALLEST = 48
# The width that is taken from a set of sizes, in pixels.
_WIDE_ENOUGH = 1600
# A picture in a `srcset`, and its width or density; what is longer than a set is none.
_CANDIDATE = r"(?<![^\s,])([^\s,](?:\S*[^\s,])?+)(?:\s+([\d.]+)[wx])?\s*(?:,|$)"
_LONGEST_SET = 20_000


def is_emoji(image: html.HtmlElement) -> bool:
    """Whether the picture stands for a character, which is its alt text."""
    return bool(_EMOJI_CLASS.search(classes(image))) or "/emoji/" in (image.get("src") or "")


def source_of_image(image: html.HtmlElement) -> str:
    """The address of the picture as the page has it, '' where there is none worth showing."""
    if _is_small(image) or _NO_PICTURE_CLASS.search(classes(image)):
        return ""
    found = _lazy(image) or image.get("src") or image.get("data-src") or ""
    if not found or _PLACEHOLDER.search(found):
        found = _set_of(image)
    found = found.strip()
    return "" if not found or _PLACEHOLDER.search(found) or _NO_PICTURE.search(found) else found


def largest(srcset: str) -> str:
    """The candidate of a `srcset` that is wide enough, else the widest one."""
    best, best_size = "", -1.0
    for url, size in re.findall(_CANDIDATE, srcset[:_LONGEST_SET]):
        try:
            width = float(size or 1)
        except ValueError:
            continue
        if width <= _WIDE_ENOUGH if best else True:
            if width > best_size or best_size > _WIDE_ENOUGH:
                best, best_size = url, width
        elif best_size > _WIDE_ENOUGH and width < best_size:
            best, best_size = url, width
    return best


def _lazy(image: html.HtmlElement) -> str:
    for name in _LAZY:
        value = (image.get(name) or "").strip()
        if value and not value.startswith(("{", "[", "data:")) and re.search(r"[/.]", value):
            return value
    return ""


def _set_of(image: html.HtmlElement) -> str:
    for name in _LAZY_SETS:
        found = largest(image.get(name) or "")
        if found and not _PLACEHOLDER.search(found):
            return found
    picture = next(image.iterancestors("picture"), None)
    if picture is not None:
        # (The parser does not know that `source` has no end, and puts the rest into it.)
        for source in picture.iter("source"):
            for name in _LAZY_SETS:
                found = largest(source.get(name) or "")
                if found and not _PLACEHOLDER.search(found):
                    return found
    return ""


def _is_small(image: html.HtmlElement) -> bool:
    """Whether a side is given and is that of an icon or a tracker."""
    for name in ("width", "height"):
        match = re.match(r"\s*(\d{1,5})(?:px)?\s*$", image.get(name) or "")
        if match and match.group(1) == "0" and image.get("width", "0").strip("px ") != "0":
            continue  # a height that was not known
        if match and int(match.group(1)) < _SMALLEST:
            # Lazy pictures are given a size of 1 until they are there.
            return not (int(match.group(1)) <= 1 and _lazy(image))
    return False
