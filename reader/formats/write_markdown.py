"""A document as Markdown with front matter; reading it back gives the same document."""

import re
from collections.abc import Iterator

import pyromark

from reader.document.build import Builder
from reader.document.characters import fold
from reader.document.model import Block, Container, Document, Span
from reader.formats.markdown import OPTIONS
from reader.formats.markdown_events import EventReader
from reader.formats.write_inline import SEPARATOR, Inline, address, line_start
from reader.formats.write_yaml import write_front_matter

_ALIGNS = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}
_TICKS = re.compile("`{3,}")
# The ways to write running text, careful or not, with tags or not, until one reads back.
_WAYS = ((False, False), (True, False), (True, True))
# Blocks that begin as running text, and so would run on from the paragraph before them.
_TEXT = ("paragraph", "attribution", "image", "term", "table")


def to_markdown(document: Document) -> Iterator[str]:
    """The document in Markdown, piece by piece; it is parsed to its end on the way."""
    head = "".join(write_front_matter(document.metadata))
    if head:
        yield head
    blocks = _Blocks(document)
    index = 0
    first = not head
    while True:
        # The last block so far has to wait: whether its list ends depends on what follows.
        while index < len(document.blocks) and (
            document.complete or index + 1 < len(document.blocks)
        ):
            written = blocks.write(index)
            index += 1
            if written:
                yield written[1:] if first and written[0] == "\n" else written
                first = False
        if not document.grow() and index >= len(document.blocks):
            return


class _Blocks:
    """Writes block after block, knowing the one before."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._previous: Block | None = None
        self._common_before = 0
        # Lists (by id) with a blank line in them, which makes them loose.
        self._loose: set[int] = set()

    def write(self, index: int) -> str:
        """Block number `index`, with what stands between it and the one before."""
        document = self._document
        block = document.blocks[index]
        text = document.text[block.start : block.end]
        if block.kind == "title":
            title = document.metadata.title
            if not block.spans and text == title and not self._said_again(title):
                return ""
            lines = ["# " + self._inline(block, text, "<br>")]
        elif block.kind == "subtitle":
            return ""
        else:
            lines = self._lines(block, text)
        gap = self._gap(block, lines)
        self._previous = block
        following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
        return gap + self._placed(block, lines) + self._loosened(block, following)

    def _said_again(self, title: str) -> bool:
        """Whether the first heading after the title would be taken for it."""
        document = self._document
        index = 0
        while index < len(document.blocks) or document.grow():
            for block in document.blocks[index:]:
                index += 1
                if block.kind == "heading" and not block.containers:
                    text = document.text[block.start : block.end]
                    return block.level == 1 and fold(text).text == fold(title).text
        return False

    # Containers

    def _common(self, block: Block) -> int:
        """How many containers a block shares with the one before."""
        before = self._previous.containers if self._previous else ()
        count = 0
        for old, new in zip(before, block.containers, strict=False):
            if old is not new:
                break
            count += 1
        return count

    def _placed(self, block: Block, lines: list[str]) -> str:
        common = self._common_before
        first = rest = ""
        for depth, container in enumerate(block.containers):
            opening, running = _prefixes(container)
            first += running if depth < common else opening
            rest += running
        task = block.containers[-1].checked if block.containers else None
        if task is not None and common < len(block.containers):
            if block.kind == "heading" and block.level < 3:
                lines = [lines[0][block.level + 1 :], "=-"[block.level - 1] * 3]
            lines = [f"[{'x' if task else ' '}] {lines[0] or SEPARATOR}", *lines[1:]]
        placed = [(first, lines[0]), *((rest, line) for line in lines[1:])]
        return "".join(
            (prefix + line if line else prefix.rstrip(" ")) + "\n" for prefix, line in placed
        )

    def _gap(self, block: Block, lines: list[str]) -> str:
        """What stands between a block and the one before it."""
        previous = self._previous
        common = self._common_before = self._common(block)
        if previous is None:
            return "\n"
        shared = block.containers[:common]
        prefix = "".join(_prefixes(container)[1] for container in shared)
        old = previous.containers[common] if common < len(previous.containers) else None
        new = block.containers[common] if common < len(block.containers) else None
        blank = prefix.rstrip(" ") + "\n"
        same_list = (
            old is not None
            and new is not None
            and old.kind == new.kind == "item"
            and old.list_id == new.list_id
        )
        if new is not None and new.kind == "definition":
            return "" if previous.kind == "term" or old is not None else blank
        if same_list:
            assert new is not None
            if new.tight:
                return ""
            self._loose.add(new.list_id)
            return blank
        adjacent = (
            old is not None
            and new is not None
            and old.kind == new.kind == "item"
            and (old.number is None) == (new.number is None)
        )
        inner = shared[-1] if shared else None
        if inner is None or inner.kind != "item" or not inner.tight:
            if inner is not None and inner.kind == "item":
                self._loose.add(inner.list_id)
            return f"{blank}{prefix}{SEPARATOR}\n{blank}" if adjacent else blank
        return (
            prefix + SEPARATOR + "\n" if adjacent or self._runs_on(block, old, new, lines) else ""
        )

    def _runs_on(
        self, block: Block, old: "Container | None", new: "Container | None", lines: list[str]
    ) -> bool:
        """Whether a block would be taken as part of the one before, with no blank line between."""
        assert self._previous is not None
        if self._previous.kind == "table" or (old is not None and new is not None):
            return True
        if new is None:
            closed = old is None and self._previous.kind in ("heading", "rule", "code")
            return block.kind in _TEXT and not closed
        if new.kind == "quote":
            return False
        return new.kind != "item" or new.number not in (None, 1) or not lines[0]

    def _loosened(self, block: Block, following: "Block | None") -> str:
        """For loose lists that end here without a blank line in them: one, and a separator."""
        after = following.containers if following is not None else ()
        written = ""
        for depth, item in reversed(list(enumerate(block.containers))):
            goes_on = depth < len(after) and after[depth].list_id == item.list_id
            if item.tight or goes_on or item.list_id in self._loose:
                continue
            prefix = "".join(_prefixes(each)[1] for each in block.containers[: depth + 1])
            written += f"{prefix.rstrip(' ')}\n{prefix}{SEPARATOR}\n"
        return written

    # Leaves

    def _lines(self, block: Block, text: str) -> list[str]:
        if block.kind == "rule":
            return ["***"]
        if block.kind == "code":
            return _code(text, block.language)
        if block.kind == "table":
            return self._table(block)
        if block.kind == "image":
            return [_image(block)]
        if block.kind == "heading":
            return [f"{'#' * block.level} {self._inline(block, text, '<br>')}".rstrip(" ")]
        newline = "<br>" if block.kind == "term" else "\\\n"
        written = self._inline(block, text, newline)
        if block.kind == "attribution":
            written = "— " + written
        elif block.kind == "term":
            # Without text it still has to be a line of text.
            written = line_start(written) or "<i></i>"
        return written.split("\n")

    def _inline(self, block: Block, text: str, newline: str) -> str:
        spans = _relative(block, block.start, block.end)
        written = ""
        for careful, tags in _WAYS:
            written = Inline(text, spans, newline=newline, careful=careful, tags=tags).write()
            if block.kind in ("heading", "title"):
                written = _heading(written)
            if _is_plain(spans) or _same(written, text, spans):
                break
        return written

    def _table(self, block: Block) -> list[str]:
        rows = []
        for row in block.rows:
            cells = [self._cell(block, start, end) for start, end in row]
            rows.append("| " + " | ".join(cells) + " |")
        aligns = [_ALIGNS[align] for align in block.aligns]
        return [rows[0], "| " + " | ".join(aligns) + " |", *rows[1:]]

    def _cell(self, block: Block, start: int, end: int) -> str:
        text = self._document.text[start:end]
        spans = _relative(block, start, end)
        written = ""
        for careful, tags in _WAYS:
            written = Inline(text, spans, careful=careful, tags=tags, table=True).write()
            if _is_plain(spans) or _same(written.replace("\\|", "|"), text, spans):
                break
        return written


def _prefixes(container: Container) -> tuple[str, str]:
    """What a container puts before its first line, and before the others."""
    if container.kind == "quote":
        return "> ", "> "
    if container.kind == "footnote":
        return f"[^{container.number}]: ", "    "
    if container.kind == "definition":
        return ": ", "  "
    marker = "- " if container.number is None else f"{container.number}. "
    return marker, " " * len(marker)


def _relative(block: Block, start: int, end: int) -> list[Span]:
    """The spans within `start:end`, counted from `start`."""
    return [
        Span(span.start - start, span.end - start, span.kind, span.href)
        for span in block.spans
        if start <= span.start and span.end <= end
    ]


def _is_plain(spans: list[Span]) -> bool:
    """Whether there are none of the marks that may be read in more than one way."""
    return all(span.kind in ("note", "link", "code") for span in spans)


def _heading(written: str) -> str:
    """A heading's text whose last `#` are its own."""
    return re.sub(r"#(?=#*$)", r"\\#", written)


def _code(text: str, language: str) -> list[str]:
    longest = max(map(len, _TICKS.findall(text)), default=2)
    fence = "`" * (longest + 1)
    if "`" in language:
        fence = "~" * (max(map(len, re.findall("~{3,}", text)), default=2) + 1)
    info = re.sub(r"[\\&*_<>\[\]]", r"\\\g<0>", language)
    return [fence + info, *(text.split("\n") if text else ()), fence]


def _image(block: Block) -> str:
    title = ""
    if block.caption:
        title = ' "' + re.sub(r"[\\\"&<>`*_\[\]]", r"\\\g<0>", block.caption) + '"'
    alt = Inline(block.alt, []).write()
    written = f"![{alt}]({address(block.src)}{title})"
    for span in block.spans:
        if span.kind == "link":
            written = f"[{written}]({address(span.href)})"
    return written


def _same(written: str, text: str, spans: list[Span]) -> bool:
    """Whether Markdown reads back as a paragraph of this text with these spans."""
    front = "".join(
        f"[^{label}]: x\n\n" for label in {span.href for span in spans if span.kind == "note"}
    )
    front += "***\n\n" if front else ""
    builder = Builder()
    reader = EventReader(builder, lambda _: None, lambda *_: None)
    raw = (front + written).encode("utf-8", "surrogatepass")
    events = pyromark.events_with_range(front + written, options=OPTIONS, merge_text=True)
    reader.feed(events, raw, 0, len(front.encode()))
    if len(builder.blocks) != 1 or builder.last_text() != text:
        return False
    found = [(s.start, s.end, s.kind, s.href) for s in builder.blocks[0].spans]
    return found == [(s.start, s.end, s.kind, s.href) for s in spans]
