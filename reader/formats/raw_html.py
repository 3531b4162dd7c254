"""Raw HTML inside Markdown, reduced to its text; nothing of it is ever parsed as Markdown."""

import re

from reader.document.build import Builder

# A comment, a declaration, or a tag with its name and attributes; a lone `<` is text.
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]*>"
    r"|<(/?)([A-Za-z][A-Za-z0-9:-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
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


class InlineHtml:
    """Inline tags of one paragraph: breaks and images count, scripts are hidden, the rest goes."""

    def __init__(self) -> None:
        self.hidden = ""

    def reset(self) -> None:
        """A new paragraph begins."""
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


def _image(builder: Builder, attributes: str) -> None:
    found = _attributes(attributes)
    builder.start_image(found.get("src", ""), found.get("title", ""))
    builder.text(found.get("alt", ""))
    builder.end_image()


def build_html(builder: Builder, html: str, source: tuple[int, int]) -> None:
    """Append the text of an HTML block: its paragraphs, its `pre` as code, its images."""
    from html import unescape

    at = 0
    hidden = ""
    code: list[str] | None = None

    def add(text: str) -> None:
        if hidden or not text:
            return
        text = unescape(text)
        if code is not None:
            code.append(text)
            return
        if not builder.in_leaf:
            if not text.strip(" \t\r\n"):
                return
            builder.begin("paragraph", source[0])
        builder.text(text)

    def end() -> None:
        if builder.in_leaf:
            builder.finish(source[1])

    for match in _TAG.finditer(html):
        add(html[at : match.start()])
        at = match.end()
        if not match.group(2):
            continue
        closing, name = bool(match.group(1)), match.group(2).lower()
        if hidden:
            hidden = "" if closing and name == hidden else hidden
        elif name in _HIDDEN:
            hidden = "" if closing or match.group(3).rstrip().endswith("/") else name
        elif name == "pre":
            if closing and code is not None:
                builder.code("".join(code).removeprefix("\n"), "", source)
            end()
            code = None if closing else []
        elif code is not None or name in _INLINE:
            continue
        elif name == "br":
            if builder.in_leaf:
                builder.newline(source[1])
        elif name == "img":
            if not builder.in_leaf:
                builder.begin("paragraph", source[0])
            _image(builder, match.group(3))
        else:
            end()
    add(html[at:])
    if code is not None:
        builder.code("".join(code), "", source)
    end()
