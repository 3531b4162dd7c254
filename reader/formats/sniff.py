"""What a text is by its beginning: a page or a piece of one, a feed, Markdown, YAML, plain text.

(Patterns are text: compiling them takes a millisecond, and most articles need none.)
"""

import re

# How front matter begins, and an article in YAML.
FRONT_MATTER = r"---[ \t]*\r?\n"
YAML_ARTICLE = r"\A(?:#.*+\n|[^\S\n]*+\n)*+(?:title|sections)[ ]*:[ \t\r\n]"
# What only Markdown has: a heading, a task, a list in a list, a quote of several lines, a fence, a
# link, an underline.
_SURELY_MARKDOWN = (
    r"(?m)^ {0,3}(?:#{1,6}[ \t]\S|[-*+][ \t]\[[ xX]\][ \t]|```|~~~|={3,}\s*$|\|.*\|\s*$"
    r"|>[ \t]?\S.*\n>)|^(?:[-*+]|\d{1,9}[.)])[ \t]\S.*\n(?:\t| {2,4})[-*+][ \t]\S"
    r"|\]\(\S|^\[[^\]\n]+\]:[ \t]\S"
)
# A pair of marks that is neither arithmetic nor a file name pattern nor part of a name.
_MARKS = (
    r"(?<![\w*/])\*{1,3}(?=[\w«“\"'(\[])[^*\n]*[\w.,!?»”\"')\]]\*{1,3}(?![\w*])"
    r"|(?<![\w/.`'])_(?=[^\W_])[^_\n]*[^\W_][.,!?]?_(?![\w/.(='])"
    r"|(?<![\w`'\\])`(?=[^\s`'])[^`\n]*[^\s`']`(?![\w`'])"
    r"|~~(?=\w)[^~\n]*[^\s~]~~"
)
# With no more such marks a text is none for them, or only where nothing shows that it is a page:
# one in so many characters.
_CHARACTERS_PER_MARK, _IN_A_PAGE = 8000, 1000
# What a page that was pasted may have as well: list items, a quote of one line.
_MAYBE_MARKDOWN = r"^ {0,3}(?:[-*+][ \t]\S|\d{1,9}[.)][ \t]\S|>[ \t]?\S)"
_SECTIONS = r"(?m)^(?:sections|blocks)[ ]*:"
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
# Any tag; an address in angle brackets is none.
_TAG = r"(?i)<(?:/?[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>|!doctype\b|!--)"
# What is no prose.
_RAW = r"(?is)<!--.*?(?:-->|\Z)|<(pre|script|style|textarea|code)\b.*?(?:</\1\s*>|\Z)"
# What nobody writes inside of elements but in Markdown.
_SURE = r"(?m)^ {0,3}(?:#{1,6}[ \t]+\S|```|~~~|[-*+][ \t]+\[[ xX]\][ \t])|\]\([^\s()]"
# What may stand before the root element, up to a bound; and its name.
_ROOT = (
    r"\s*(?:<\?[^>]{0,500}\?>\s*)?"
    r"(?:(?:<!--(?:[^-]|-(?!->)){0,5000}-->|<\?[^>]{0,500}>|<!DOCTYPE[^>\[]{0,500}"
    r"(?:\[[^\]]{0,5000}\])?\s{0,50}>)\s*){0,20}<([A-Za-z][\w.-]{0,40}(?::[\w.-]{1,40})?)"
)
# What stands behind that name where it is no word of a text.
_NEXT = r"(?:\s[^>]{0,5000})?/?>\s*(?:<|\Z)"
_KINDS = {"rss": "feed", "feed": "feed", "RDF": "feed", "html": "html"}
# What every feed in JSON says of itself (JSON Feed 1.1), however its slashes are written.
_JSON_FEED = r"[\"']version[\"']\s*:\s*\"https?:\\?/\\?/jsonfeed\.org\\?/version"


def sniff(head: str) -> str:
    """The kind of a text that has no telling name, from its first characters."""
    if begins_with_tag(head) and _is_markup(head):
        return "html"
    if re.match(FRONT_MATTER, head):
        return "markdown"
    if re.match(YAML_ARTICLE, head) and re.search(_SECTIONS, head):
        return "yaml"
    if re.search(_SURELY_MARKDOWN, head):
        return "markdown"
    marks = len(re.findall(_MARKS, head))
    if marks > len(head) // _IN_A_PAGE:
        return "markdown"
    listed = re.search(_MAYBE_MARKDOWN, head, re.MULTILINE) is not None
    if not (marks or listed) or _is_pasted(head):
        return "text"
    if marks > len(head) // _CHARACTERS_PER_MARK:
        return "markdown"
    if listed:
        from reader.formats.lines import is_unwrapped

        lengths = [len(line) for line in head.splitlines() if line.strip()]
        return "text" if is_unwrapped(lengths) else "markdown"
    return "text"


def _is_pasted(head: str) -> bool:
    """Whether a text has lines that only pages have, such as 'Share' and 'Leave a comment'."""
    from reader.formats.pasted.roles import has_furniture

    return has_furniture(head.encode("utf-8", "surrogatepass"))


def begins_with_tag(text: str) -> bool:
    """Whether the first sign of a text may be that of a tag."""
    return text[:1024].lstrip("\ufeff \t\r\n")[:1] == "<"


def is_page(text: str) -> bool:
    """Whether a text is a web page as a whole, by its beginning, whatever its name says."""
    return begins_with_tag(text) and re.match(_PAGE, text) is not None


def has_tags(text: str) -> bool:
    """Whether there is anything like a tag in a text; an address in angle brackets is none."""
    return re.search(_TAG, text) is not None


def _is_markup(text: str) -> bool:
    """Whether a text that begins with `<` is HTML, and not Markdown with some tags in it.

    What only Markdown has is looked for outside of all blocks.
    """
    if re.match(_HEAD, text):
        return True
    if not re.match(_FIRST, text):
        return False
    prose = re.sub(_RAW, " ", text)
    if re.search(_SURE, prose):
        return False
    outside, blocks = _outside(prose)
    return bool(blocks or "</" in text) and not re.search(
        f"{_SURELY_MARKDOWN}|{_MARKS}|{_MAYBE_MARKDOWN}", outside
    )


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


def feed_or_page(head: str, *, surely: bool = False) -> str:
    """`feed` or `html` for a text that begins like a feed in XML or JSON, or like XHTML; else ''.

    `surely` if prose may begin with such a tag: in a feed another one follows it.
    """
    first = head[:1024].lstrip("\ufeff \t\r\n")[:1]
    if first == "<":
        root = re.match(_ROOT + _NEXT if surely else _ROOT, head.lstrip("\ufeff"))
        if root is None:
            return ""
        name = root[1].rpartition(":")[2]
        # RDF holds anything; as a feed it names RSS.
        return "" if name == "RDF" and "rss" not in head else _KINDS.get(name, "")
    if first == "{":
        return "feed" if re.search(_JSON_FEED, head) else ""
    return ""
