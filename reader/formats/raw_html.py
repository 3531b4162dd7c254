"""Raw HTML inside Markdown, reduced to its text; nothing of it is ever parsed as Markdown."""

import re

from reader.document.build import Builder

# A comment, a declaration, or a tag with its name and attributes; a lone `<` is text.
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^<>]*+>"
    r"|<(/?)([A-Za-z][A-Za-z0-9:-]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([A-Za-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
# Elements whose content is no text.
_HIDDEN = frozenset(("script", "style", "template", "head", "iframe", "svg", "math", "object"))
# Elements that run on within a line; every other tag ends a paragraph.
_INLINE = frozenset(
    (
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter "
        "nobr output progress q rp rt ruby s samp small span strike strong sub sup time tt u var "
        "wbr button"
    ).split()
)


def _attributes(text: str) -> dict[str, str]:
    from html import unescape

    return {
        name.lower(): unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(text)
    }


# Elements that are marks of running text.
_MARKS = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "del": "strike",
    "s": "strike",
    "strike": "strike",
    "code": "code",
    "kbd": "code",
    "tt": "code",
    "sub": "subscript",
    "sup": "superscript",
}


class InlineHtml:
    """Inline tags of one paragraph: breaks, images and pairs that are marks count.

    What scripts and the like contain is hidden; all other tags go.
    """

    def __init__(self) -> None:
        # The element whose content is hidden; to be emptied when a new paragraph begins.
        self.hidden = ""

    def feed(self, builder: Builder, tag: str) -> None:
        """One tag, comment or declaration, as the parser found it."""
        match = _TAG.match(tag)
        if not match or not match.group(2):
            return
        name = match.group(2).lower()
        if self.hidden:
            if match.group(1) and name == self.hidden:
                self.hidden = ""
        elif name in _HIDDEN:
            if not match.group(1) and not match.group(3).rstrip().endswith("/"):
                self.hidden = name
        elif name == "br":
            builder.newline()
        elif name == "img":
            _image(builder, match.group(3))
        elif name in _MARKS:
            if match.group(1):
                builder.close_tag(_MARKS[name])
            elif not match.group(3).rstrip().endswith("/"):
                builder.open_tag(_MARKS[name])


def _image(builder: Builder, attributes: str) -> None:
    found = _attributes(attributes)
    builder.start_image(found.get("src", ""), found.get("title", ""))
    builder.text(found.get("alt", ""))
    builder.end_image()


def build_html(builder: Builder, html: str, source: tuple[int, int]) -> None:
    """Append the text of an HTML block: its paragraphs, its `pre` as code, its images."""
    block = _HtmlBlock(builder, source)
    at = 0
    for match in _TAG.finditer(html):
        block.text(html[at : match.start()])
        at = match.end()
        if match.group(2):
            block.tag(match.group(2).lower(), match.group(3), closing=bool(match.group(1)))
    block.text(html[at:])
    block.end()


class _HtmlBlock:
    """Feeds a builder with the text and the tags of one HTML block."""

    def __init__(self, builder: Builder, source: tuple[int, int]) -> None:
        self._builder = builder
        self._source = source
        self._hidden = ""
        self._code: list[str] | None = None

    def text(self, text: str) -> None:
        """What stands between two tags."""
        from html import unescape

        if self._hidden or not text:
            return
        if self._code is not None:
            self._code.append(unescape(text))
        elif self._builder.in_leaf or text.strip(" \t\r\n"):
            self._begin()
            self._builder.text(unescape(text))

    def tag(self, name: str, attributes: str, *, closing: bool) -> None:
        """One tag, its name in lower case."""
        builder = self._builder
        if self._hidden:
            if closing and name == self._hidden:
                self._hidden = ""
        elif name in _HIDDEN:
            self._hidden = "" if closing or attributes.rstrip().endswith("/") else name
        elif name == "pre":
            self._pre(closing=closing)
        elif self._code is not None or name in _INLINE:
            return
        elif name == "br":
            if builder.in_leaf:
                builder.newline(self._source[1])
        elif name == "img":
            self._begin()
            _image(builder, attributes)
        elif builder.in_leaf:
            builder.finish(self._source[1])

    def end(self) -> None:
        """The block ends, whatever is still open."""
        self._pre(closing=True)

    def _begin(self) -> None:
        if not self._builder.in_leaf:
            self._builder.begin("paragraph", self._source[0])

    def _pre(self, *, closing: bool) -> None:
        if self._builder.in_leaf:
            self._builder.finish(self._source[1])
        code = "".join(self._code or ()).removeprefix("\n")
        if closing and code.strip():
            self._builder.code(code, "", self._source)
        self._code = None if closing else []
