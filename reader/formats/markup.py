"""Whether a text is a web page, a piece of one, or Markdown that begins with tags."""

import re

# What may stand before the first element of a page.
_BEFORE = r"(?>\s|\ufeff|<\?xml\b[^>]*\?>|<!--.*?-->)*+"
# The elements that only a page has, or only what was cut out of one.
_PAGE = rf"(?is){_BEFORE}<(?:!doctype\s+html\b|html[\s>/])"
_HEAD = rf"(?is){_BEFORE}<(?:!doctype\s+html|html|head|body|meta|title|base|style|script)\b"
_BLOCKS = (
    "address|article|aside|blockquote|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|"
    "header|hgroup|li|main|nav|ol|p|section|table|tbody|td|th|thead|tr|ul"
)
_INLINE = "a|b|br|code|em|font|hr|i|img|picture|pre|small|span|strong|u"
_FIRST = rf"(?is){_BEFORE}<(?:{_BLOCKS}|{_INLINE})(?:\s[^<>]*)?/?>"
_BLOCK_TAG = rf"(?is)<(/?)(?:{_BLOCKS})(?:\s[^<>]*)?>"
_TAG = r"(?i)<(?:/?[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>|!doctype\b|!--)"
# What is no prose.
_RAW = r"(?is)<!--.*?(?:-->|\Z)|<(pre|script|style|textarea|code)\b.*?(?:</\1\s*>|\Z)"
# What nobody writes inside of elements but in Markdown.
_SURE = r"(?m)^ {0,3}(?:#{1,6}[ \t]+\S|```|~~~|[-*+][ \t]+\[[ xX]\][ \t])|\]\([^\s()]"


def is_page(text: str) -> bool:
    """Whether a text is a web page as a whole, by its beginning."""
    return re.match(_PAGE, text) is not None


def has_tags(text: str) -> bool:
    """Whether there is anything like a tag in a text; an address in angle brackets is none."""
    return re.search(_TAG, text) is not None


def is_markup(text: str, markdown: str) -> bool:
    """Whether a text that begins with `<` is HTML, and not Markdown with some tags in it.

    `markdown` is a pattern of what only Markdown has; it is looked for outside of all blocks.
    """
    if re.match(_HEAD, text):
        return True
    if not re.match(_FIRST, text):
        return False
    prose = re.sub(_RAW, " ", text)
    if re.search(_SURE, prose):
        return False
    outside, blocks = _outside(prose)
    return bool(blocks or "</" in text) and not re.search(markdown, outside)


def is_open(text: str) -> bool:
    """Whether nothing has come yet but what may stand before the first element, or a part of it."""
    rest = re.sub(rf"(?is)\A{_BEFORE}", "", text)
    return not rest or (rest[0] == "<" and (rest.startswith("<!--") or ">" not in rest))


def _outside(text: str) -> tuple[str, int]:
    """What stands in no block-level element, and how many such elements begin."""
    parts = []
    depth = at = blocks = 0
    for tag in re.finditer(_BLOCK_TAG, text):
        if depth == 0:
            parts.append(text[at : tag.start()])
        at = tag.end()
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        blocks += not tag[1]
    if depth == 0:
        parts.append(text[at:])
    return "".join(parts), blocks
