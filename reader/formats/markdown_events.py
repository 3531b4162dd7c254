"""The events of the Markdown parser, turned into blocks.

pyromark (pulldown-cmark) gives a flat stream of starts, ends and texts with byte ranges; this
module drives a `Builder` with it. Footnote bodies go to builders of their own, because they
stand at the end of the document.
"""

import re
from collections.abc import Callable, Iterable

from reader.document.build import Builder, Mark
from reader.document.model import Block, Container, Span
from reader.formats.footnotes import Note
from reader.formats.raw_html import InlineHtml, build_html

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# The most cells that a table may have; a larger one is shown as its source.
MAX_CELLS = 100_000

_INLINE = {
    "Emphasis": "emphasis",
    "Strong": "strong",
    "Strikethrough": "strike",
    "Superscript": "superscript",
    "Subscript": "subscript",
}
_SCRIPT = re.compile(
    r"(?<=[\w)\]])(?:\^(?=[^\s^]*[^\W_])[^\s^]{1,64}\^|(?<!~)~(?=[^\s~]*[^\W_])[^\s~/]{1,64}~(?!~))"
)
_SIGNS = re.compile(rb"(\\*)([~^])")
_ROWS = ("TableHead", "TableRow")
_ALIGNS = {"None": "", "Left": "left", "Center": "center", "Right": "right"}

# Address and title of the reference with this label, None where there is no such definition.
Resolve = Callable[[str], "tuple[str, str] | None"]
# Told of every top-level heading, with what it takes to forget it.
OnHeading = Callable[[Block, Mark], None]
# A place where a top-level block begins: its byte in the piece, and what it takes to go back.
Cut = tuple[int, Mark, int]


class _List:
    __slots__ = ("id", "items", "next", "tight")

    def __init__(self, id: int, first: "int | None") -> None:
        self.id = id
        self.next = first
        self.tight = True
        self.items: list[Container] = []


class EventReader:
    """Feeds a builder with the parser's events; one per document, kept from piece to piece.

    After `feed`, `notes` holds the bodies of the footnotes so far, in the order of the source,
    `cuts` the top-level blocks of the piece, and `stopped` is the byte at which reading was given
    up for a new start there, else 0.
    """

    def __init__(self, builder: Builder, resolve: Resolve, on_heading: OnHeading) -> None:
        self.builder = builder
        self.notes: list[Note] = []
        self.cuts: list[Cut] = []
        self.stopped = 0
        self._main = builder
        self._resolve = resolve
        self._on_heading = on_heading
        self._base = 0
        self._piece = b""
        self._html = InlineHtml()
        self._reset()

    def _reset(self) -> None:
        self.builder = self._main
        self.cuts = []
        self.stopped = 0
        self._depth = 0
        self._end = 0
        self._lists: list[_List] = []
        self._labels: list[tuple[Builder, str]] = []
        # The text of the code or HTML block that is open.
        self._raw: list[str] | None = None
        self._language = ""
        self._start_at = 0

    def feed(
        self,
        events: "Iterable[tuple[Any, Any]]",
        piece: bytes,
        base: int,
        skip: int = 0,
        *,
        limit: "int | None" = None,
    ) -> None:
        """Build blocks from the events of `piece`, whose byte 0 is byte `base` of the source.

        The events of the first `skip` bytes (definitions put in front) are left out. With a
        `limit`, a top-level block that reaches that byte is not built, it is the last of `cuts`;
        and after a table that is too large the piece may be given up.
        """
        self._base = base
        self._piece = piece
        self._reset()
        for event, where in events:
            start = where["start"]
            if start < skip:
                continue
            end = where["end"]
            if event.__class__ is str:
                self._sign(event, start, end)
                continue
            ((key, value),) = event.items()
            if key == "Text":
                self._text(value, start, end)
            elif key == "Start":
                if limit is not None and self._depth == 0 and end >= limit:
                    self._top(start)
                    return
                if value.__class__ is str or not self._is_too_large(value, start, end):
                    self._start(value, start)
                else:
                    skip = end
                    self._as_source(start, end)
                    if limit is not None and self._depth == 0:
                        self.stopped = end
                        return
            elif key == "End":
                self._stop(value, end)
            elif key == "Html":
                if self._raw is not None:
                    self._raw.append(value)
            else:
                self._inline(key, value, start, end)
            self._end = end

    def _text(self, text: str, start: int, end: int) -> None:
        if self._raw is not None:
            self._raw.append(text)
        elif "^" in text or "~" in text:
            self._scripts(text, start, end)
        elif not self._html.hidden:
            builder = self.builder
            (builder if builder.in_leaf else self._leaf(start)).text(text)

    def feed_inline(self, events: "Iterable[tuple[Any, Any]]", text: str) -> None:
        """Add one line of Markdown to the leaf that is open; if it is more than that, its text."""
        all_ = list(events)
        blocks = [event for event, _ in all_ if event.__class__ is dict and "Start" in event]
        blocks = [event for event in blocks if not _is_inline(event["Start"])]
        if blocks == [{"Start": "Paragraph"}]:
            self.feed(all_[1:-1], text.encode("utf-8", "surrogatepass"), 0)
        else:
            self.builder.text(text)

    def rewind(self, cut: Cut) -> None:
        """Go back to one of `cuts`."""
        _, mark, notes = cut
        self.builder = self._main
        self.builder.rollback(mark)
        del self.notes[notes:]

    def _leaf(self, start: int) -> Builder:
        """The builder, in a leaf: the text of tight items comes without a paragraph around it."""
        if not self.builder.in_leaf:
            self._html.hidden = ""
            self.builder.begin("paragraph", self._base + start)
        return self.builder

    def _end_leaf(self) -> None:
        """Finish a paragraph that the parser did not start, if there is one."""
        if self.builder.in_leaf:
            self.builder.finish(self._base + self._end)
        self._html.hidden = ""

    def _scripts(self, text: str, start: int, end: int) -> None:
        """Text with super- and subscripts inside of words, as in H~2~O, which the parser leaves."""
        builder = self._leaf(start)
        if self._html.hidden:
            return
        at = 0
        for match in _SCRIPT.finditer(_guarded(text, self._piece[start:end])):
            builder.text(text[at : match.start()])
            builder.start_span("superscript" if text[match.start()] == "^" else "subscript")
            builder.text(text[match.start() + 1 : match.end() - 1])
            builder.end_span()
            at = match.end()
        if at < len(text):
            builder.text(text[at:])

    def _sign(self, event: str, start: int, end: int) -> None:
        """A soft break, a hard break or a rule."""
        if event == "SoftBreak":
            self._leaf(start).space(self._base + end)
        elif event == "HardBreak":
            self._leaf(start).newline(self._base + end)
        else:
            self._end_leaf()
            self._top(start)
            self.builder.block("rule", "", (self._base + start, self._base + end))

    def _top(self, start: int) -> None:
        if self._depth == 0:
            self.cuts.append((start, self._main.mark(), len(self.notes)))

    def _inline(self, key: str, value: "Any", start: int, end: int) -> None:
        builder = self._leaf(start) if key != "TaskListMarker" else self.builder
        if key == "Code":
            if b"\n" in self._piece[start:end]:
                # The parser leaves the indent of a continued line in.
                value = " ".join(value.split())
            if not self._html.hidden:
                builder.verbatim(value)
        elif key == "InlineHtml":
            self._html.feed(builder, value)
        elif key == "FootnoteReference":
            builder.note(value)
        elif key == "TaskListMarker" and self._lists:
            self._lists[-1].items[-1].checked = value

    def _start(self, value: "Any", start: int) -> None:
        """The start of an inline mark or of a block."""
        if value == "Paragraph":  # most are
            if self.builder.in_leaf or self._html.hidden:
                self._end_leaf()
            self._top(start)
            self._depth += 1
            self._start_paragraph(start)
            return
        name, detail = value, None
        if value.__class__ is not str:
            ((name, detail),) = value.items()
        if name in _INLINE:
            self._leaf(start).start_span(_INLINE[name])
        elif name == "Link":
            self._leaf(start).start_span("link", self._target(detail)[0])
        elif name == "Image":
            self._leaf(start).start_image(*self._target(detail))
        elif name == "TableCell":
            self.builder.begin_cell()
        elif name in _ROWS:
            self.builder.begin_row()
        else:
            self._end_leaf()
            self._top(start)
            self._depth += 1
            self._start_block(name, detail, start)

    def _target(self, link: "Any") -> tuple[str, str]:
        """Address and title of a link; the definition that comes first in the file counts."""
        kind = link["link_type"]
        target, title = link["dest_url"], link["title"]
        if kind == "Email":
            return "mailto:" + target, ""
        if kind not in ("Inline", "Autolink"):
            target, title = self._resolve(link["id"]) or (target, title)
        return target.replace(" ", "%20"), title

    def _start_block(self, name: str, detail: "Any", start: int) -> None:
        builder = self.builder
        at = self._base + start
        if name == "Item":
            self._start_item()
        elif name == "Heading":
            builder.begin("heading", at, int(detail["level"][1]))
        elif name == "DefinitionListTitle":
            builder.begin("term", at)
        elif name == "BlockQuote":
            builder.open("quote")
            if detail is not None:
                span = Span(0, len(detail), "strong")
                builder.block("paragraph", detail, (at, at), spans=(span,))
        elif name == "List":
            self._lists.append(_List(builder.new_id(), detail))
        elif name == "DefinitionListDefinition":
            builder.open("definition")
        elif name == "FootnoteDefinition":
            self._labels.append((builder, detail))
            self.builder = Builder(ids=builder.ids)
            self.builder.base = builder.base
            self.builder.open("footnote")
        elif name in ("CodeBlock", "HtmlBlock"):
            self._raw = []
            self._start_at = at
            info = detail["Fenced"].split() if isinstance(detail, dict) else ()
            self._language = info[0] if info else ""
        elif name == "Table":
            builder.begin_table(tuple(_ALIGNS[align] for align in detail), at)

    def _start_paragraph(self, start: int) -> None:
        if self._lists:
            inner = self.builder.container
            if inner is not None and inner.kind == "item":
                self._lists[-1].tight = False
        self.builder.begin("paragraph", self._base + start)

    def _start_item(self) -> None:
        list_ = self._lists[-1]
        list_.items.append(self.builder.open("item", number=list_.next, list_id=list_.id))
        if list_.next is not None:
            list_.next += 1

    def _stop(self, value: "Any", end: int) -> None:
        """The end of an inline mark or of a block."""
        name = value if value.__class__ is str else next(iter(value))
        if name == "Paragraph":
            self._depth -= 1
            if self.builder.in_leaf:
                self.builder.finish(self._base + self._before_space(end))
            self._html.hidden = ""
        elif name in _INLINE or name == "Link":
            self.builder.end_span()
        elif name == "Image":
            self.builder.end_image()
        elif name == "TableCell":
            self.builder.end_cell()
        elif name not in _ROWS:
            self._depth -= 1
            self._stop_block(name, self._base + self._before_space(end))

    def _before_space(self, end: int) -> int:
        """The byte after the last one before `end` that is no white space."""
        while end and self._piece[end - 1] in b" \t\r\n":
            end -= 1
        return end

    def _stop_block(self, name: str, end: int) -> None:
        builder = self.builder
        if name in ("Item", "BlockQuote", "DefinitionListDefinition"):
            self._end_leaf()
            builder.close(end)
        elif name == "DefinitionListTitle":
            if builder.in_leaf:
                builder.finish(end)
            self._html.hidden = ""
        elif name == "Heading":
            builder.finish(end)
            self._html.hidden = ""
            if self._depth == 0:
                self._on_heading(builder.blocks[-1], self.cuts[-1][1])
        elif name == "CodeBlock":
            builder.code("".join(self._raw or ()), self._language, (self._start_at, end))
            self._raw = None
        elif name == "HtmlBlock":
            build_html(builder, "".join(self._raw or ()), (self._start_at, end))
            self._raw = None
        elif name == "Table" and builder.in_leaf:
            builder.finish(end)
        elif name == "List":
            done = self._lists.pop()
            for item in done.items:
                item.tight = done.tight
        elif name == "FootnoteDefinition":
            self._end_note(end)

    def _is_too_large(self, value: "Any", start: int, end: int) -> bool:
        """Whether a block is a table with more cells than are built; rows are filled up."""
        aligns = value.get("Table")
        if aligns is None:
            return False
        rows = self._piece.count(b"\n", start, end - 1)  # without the line under the header
        return len(aligns) * rows > MAX_CELLS

    def _as_source(self, start: int, end: int) -> None:
        """A block as code: its source."""
        self._end_leaf()
        self._top(start)
        raw = self._piece[start:end].rstrip()
        text = raw.decode("utf-8", "replace")
        self.builder.code(text, "", (self._base + start, self._base + start + len(raw)))

    def _end_note(self, end: int) -> None:
        self._end_leaf()
        self.builder.close(end)
        marks = self.builder.notes
        text, blocks = self.builder.take()
        self.builder, label = self._labels.pop()
        self.notes.append(Note(label, text, blocks, marks))


def _is_inline(value: "Any") -> bool:
    name = value if value.__class__ is str else next(iter(value))
    return name in _INLINE or name in ("Link", "Image")


def _guarded(text: str, raw: bytes) -> str:
    """The text of an event with its escaped `^` and `~` replaced by spaces, by its source."""
    if b"\\" not in raw and b"&" not in raw:
        return text
    escaped = [len(match.group(1)) % 2 for match in _SIGNS.finditer(raw)]
    parts = re.split("[~^]", text)
    if len(parts) != len(escaped) + 1:
        return ""  # some came from entities: all are taken as they stand
    signs = iter(escaped)
    return re.sub("[~^]", lambda match: " " if next(signs) else match.group(), text)
