"""Running text with its spans, written as Markdown that reads back as the same.

Emphasis is the difficult part: whether a run of `*` opens or closes depends on the characters
around it (CommonMark 0.31, section 6.2). Where a mark would not be taken as meant, an empty
HTML comment is put beside it: it has no text, and counts as punctuation.
"""

import re

from reader.document.links import bare_links
from reader.document.model import Span

# Keeps two marks or two blocks apart and leaves no trace in the document.
SEPARATOR = "<!-- -->"

_SIGNS = {"emphasis": "*", "strong": "**", "strike": "~~", "superscript": "^", "subscript": "~"}
# The same as tags, where signs do not do.
_TAGS = {
    "emphasis": "i",
    "strong": "b",
    "strike": "del",
    "superscript": "sup",
    "subscript": "sub",
}
_ESCAPED = re.compile(
    r"[*`\[\]|~^]"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|\\(?![\w ])"
    r"|&(?=[#A-Za-z])"
    r"|<(?=[A-Za-z/!?])"
    r"|!(?=\Z)"
)
# What a line must not begin with if it is to stay text; the escape goes before group 1.
_LINE_START = re.compile(
    r"(?:\d{1,9})?([.)])(?=[ ]|$)|([-+*])(?=[ ]|$)|(:)|\[\^[^\]]+\](:)|(#{1,6})(?=[ ]|$)|(>)|([=-]+[ ]*)$|([|:-][-:| ]*)$"
)
# White space beside which a mark would neither open nor close.
_HARD_SPACE = re.compile(r"[^\S \n]")
_TICKS = re.compile("`+")
_ADDRESS = re.compile(r"[\\<>&()`\[\]|*_~^!]")


class Inline:
    """Writes the running text of one block; `text` is its text, spans count from its start.

    `newline` is what a hard break becomes. In `careful` mode every mark has a separator beside
    it, with `tags` marks are HTML; in a `table`, pipes are escaped in code as well.
    """

    def __init__(
        self,
        text: str,
        spans: list[Span],
        *,
        newline: str = "\\\n",
        careful: bool = False,
        tags: bool = False,
        table: bool = False,
    ) -> None:
        self._text = text
        self._newline = newline
        self._careful = careful
        self._tags = tags
        self._table = table
        solid = [span for span in spans if span.kind in ("code", "image")]
        bare = {(s.start, s.end, s.href) for s in bare_links(text, solid) if s.kind == "link"}
        self._spans = [s for s in spans if s.kind != "link" or (s.start, s.end, s.href) not in bare]
        self._out: list[str] = []
        self._open: list[tuple[Span, str]] = []
        self._verbatim = 0
        scripts = sum(text.count(sign) for sign in "~^")
        self._scripts = scripts > 1 or any(span.kind in _SIGNS for span in spans)

    def write(self) -> str:
        """The Markdown."""
        at = 0
        for span in self._spans:
            self._close_until(span.start, at)
            at = max(at, self._at)
            self._plain(at, span.start)
            at = self._at = max(at, span.start)
            self._begin(span)
            at = self._at
        self._close_until(len(self._text), at)
        self._plain(self._at, len(self._text))
        out = "".join(self._out)
        return self._lines(out)

    _at = 0

    def _close_until(self, start: int, at: int) -> None:
        """Close the spans that end at or before `start`."""
        self._at = at
        while self._open and self._open[-1][0].end <= start:
            span, sign = self._open.pop()
            self._plain(self._at, span.end)
            self._at = max(self._at, span.end)
            self._end(span, sign)

    def _plain(self, start: int, end: int) -> None:
        if start < end:
            self._out.append(self._escape(self._text[start:end]))

    def _begin(self, span: Span) -> None:
        kind = span.kind
        if kind == "code":
            if self._out and self._out[-1].endswith("`"):
                self._out.append(SEPARATOR)
            self._out.append(self._code(self._text[span.start : span.end]))
            self._at = span.end
        elif kind == "note":
            self._out.append(f"[^{span.href}]")
        elif kind == "image":
            alt = _ESCAPED.sub(r"\\\g<0>", self._text[span.start : span.end])
            self._out.append(f"![{alt}]({address(span.href)})")
            self._at = span.end
        elif kind == "link":
            if self._out and self._out[-1].startswith("[^"):
                self._out.append(SEPARATOR)
            self._out.append("[")
            self._open.append((span, f"]({address(span.href)})"))
        elif self._tags:
            self._out.append(f"<{_TAGS[kind]}>")
            self._open.append((span, f"</{_TAGS[kind]}>"))
        else:
            sign = _SIGNS[kind]
            outer = self._out[-1] if self._out else ""
            if self._careful:
                self._out.append(SEPARATOR)
                outer = "*" if len(self._open) % 2 else ""
            if sign[0] == "*" and outer in ("*", "**"):
                sign = "_" * len(sign)
            self._out.append(sign)
            self._open.append((span, sign))

    def _end(self, span: Span, sign: str) -> None:
        self._out.append(sign)
        if self._careful and span.kind in _SIGNS:
            self._out.append(SEPARATOR)

    def _escape(self, text: str) -> str:
        def escape(match: "re.Match[str]") -> str:
            char = match.group()
            if char in "~^" and not self._scripts:
                return char
            if char == "|" and not self._table:
                return char
            if char == "*" and text[match.start() - 1 : match.end() + 1] == " * ":
                return char
            return "\\" + char

        written = _ESCAPED.sub(escape, text)
        if self._careful:
            written = _HARD_SPACE.sub(lambda match: f"&#{ord(match.group())};", written)
        return written

    def _code(self, text: str) -> str:
        longest = max(map(len, _TICKS.findall(text)), default=0)
        fence = "`" * next(n for n in range(1, longest + 2) if not self._has_run(text, n))
        if text[0] == "`" or text[-1] == "`" or (text[0] == text[-1] == " " and text.strip(" ")):
            text = f" {text} "
        if self._table:
            text = text.replace("|", "\\|")
        return fence + text + fence

    def _has_run(self, text: str, length: int) -> bool:
        return any(len(run) == length for run in _TICKS.findall(text))

    def _lines(self, text: str) -> str:
        """Hard breaks, and what would be a block at the start of a line."""
        if self._table:
            return text
        if self._newline == "<br>":
            return text.replace("\n", "<br>")
        return self._newline.join(line_start(line) for line in text.split("\n"))


def line_start(line: str) -> str:
    """A line that begins no block."""
    line = line.removeprefix(SEPARATOR)
    match = _LINE_START.match(line)
    if not match:
        return line
    at = match.start(match.lastindex or 0)
    return f"{line[:at]}\\{line[at:]}"


def address(href: str) -> str:
    """The target of a link or an image, for between the parentheses."""
    return _ADDRESS.sub(r"\\\g<0>", href) or "<>"
