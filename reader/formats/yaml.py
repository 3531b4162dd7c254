"""YAML articles: the keys of front matter, and `sections` of typed blocks.

A mistake is reported with its line and column and what was expected instead; whatever can be
shown is shown all the same.
"""

import re
from collections.abc import Callable, Iterator

import pyromark

from reader.document.build import Builder
from reader.document.characters import clean, safe_url
from reader.document.model import Chunk, Document, Metadata, Problem, Span
from reader.formats.footnotes import Footnotes
from reader.formats.markdown import OPTIONS, References
from reader.formats.markdown_events import EventReader
from reader.formats.metadata import read_metadata
from reader.formats.source import Source
from reader.formats.titles import Titles
from reader.formats.yaml_compose import compose, line_feeds
from reader.formats.yaml_nodes import Node, short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# A larger file (in characters) is shown as it is.
MAX_LENGTH = 8 * 1024 * 1024

_BLOCKS = "expected text or one of bullets, numbered, quote, code, table, image"
# A key that was meant as one.
_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_TASK = re.compile(r"\[([ xX])\][ \t]+")


def parse_yaml(source: Source) -> Document:
    """The article in a YAML source; mistakes are in the document's `problems`."""
    problems: list[Problem] = []
    root = None
    text = source.text
    if len(text) > MAX_LENGTH:
        problems.append(Problem(1, 1, f"expected at most {MAX_LENGTH} characters of YAML"))
    else:
        root = compose(text, 1, problems)
    metadata = Metadata()
    if root is not None:
        metadata = read_metadata(root, problems, frozenset(("sections", "blocks")))
    article = _Article(text, root, metadata, problems, source.url)
    chunks = list(article.chunks())
    problems.sort(key=lambda problem: (problem.line, problem.column))
    return Document(metadata, iter(chunks), name=source.name, size=source.size, problems=problems)


class _Article:
    """Builds the blocks of a YAML article."""

    def __init__(
        self,
        text: str,
        root: "Node | None",
        metadata: Metadata,
        problems: list[Problem],
        base: str,
    ) -> None:
        self._text = text
        self._root = root
        self._metadata = metadata
        self._problems = problems
        self._builder = Builder()
        self._builder.base = base
        self._titles = Titles(self._builder, metadata)
        strings = "\n\n".join(_strings(root)) if root else ""
        self._references = References(strings.encode("utf-8", "surrogatepass"), 0)
        self._reader = EventReader(self._builder, self._references.link, self._titles.heading)
        self._footnotes = Footnotes()
        self._lines = [0]
        for line in line_feeds(text).encode("utf-8", "surrogatepass").split(b"\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        # What builds each kind of block, by the key that names it, and the keys beside that.
        self._kinds: dict[str, tuple[Callable[[Node, Node], None], tuple[str, ...]]] = {
            "bullets": (lambda _, value: self._list(value, None), ()),
            "numbered": (lambda _, value: self._list(value, 1), ()),
            "quote": (self._quote, ("by", "source")),
            "code": (self._code, ("language",)),
            "table": (lambda _, value: self._table(value), ()),
            "image": (self._image, ("alt", "caption")),
        }

    def chunks(self) -> Iterator[Chunk]:
        """The title, the sections, the footnotes; the source itself when there is nothing."""
        builder = self._builder
        if self._root is not None and self._root.kind == "mapping":
            self._body(self._root)
        if not builder.blocks and not self._is_article():
            builder.code(self._text, "yaml", (0, self._lines[-1] - 1))
        self._titles.head()
        yield self._footnotes.take(builder)
        yield from self._footnotes.chunks(builder, self._reader.notes)

    def _is_article(self) -> bool:
        """Whether there is anything of an article; if not, the source itself is shown."""
        root, metadata = self._root, self._metadata
        if root is None or not metadata.title:
            return False
        return bool(root.get("sections") or root.get("blocks")) or not metadata.extra

    def _body(self, root: Node) -> None:
        blocks, sections = root.get("blocks"), root.get("sections")
        if blocks is None and sections is None:
            self._problem(root, "expected sections, a list of headings and blocks")
        if blocks is not None:
            self._blocks(blocks)
        for section in self._items(sections, "expected a list of sections"):
            if section.kind == "mapping":
                self._section(section)
            else:
                self._problem(section, "expected a section, with heading and blocks")
                self._anything(section)

    def _section(self, section: Node) -> None:
        heading = section.get("heading")
        title = self._string(heading, "expected text for heading", " ")
        if heading is not None and title:
            level = self._level(section.get("level"))
            where = self._source(heading)
            mark = self._builder.mark()
            self._builder.begin("heading", where[0], level)
            self._inline(title)
            self._builder.finish(where[1])
            self._titles.heading(self._builder.blocks[-1], mark)
        if heading is None and section.get("blocks") is None:
            self._problem(section, "expected a section, with heading and blocks")
            self._anything(section)
            return
        self._blocks(section.get("blocks"))
        self._known(section, ("heading", "level", "blocks"))

    def _level(self, node: "Node | None") -> int:
        if node is None:
            return 2
        if node.text in ("1", "2", "3", "4", "5", "6"):
            return int(node.text)
        self._problem(node, "expected a level from 1 to 6")
        return 2

    # Blocks

    def _blocks(self, node: "Node | None") -> None:
        for item in self._items(node, "expected a list of blocks"):
            self._block(item)

    def _block(self, node: Node) -> None:
        if node.kind == "text":
            self._markdown(node)
            return
        for name, (build, others) in self._kinds.items() if node.kind == "mapping" else ():
            value = node.get(name)
            if value is not None:
                build(node, value)
                self._known(node, (name, *others))
                return
        self._problem(node, _BLOCKS)
        self._anything(node)

    def _anything(self, node: Node) -> None:
        """What is in no right place: its text, paragraph by paragraph."""
        if node.kind == "text":
            self._markdown(node)
        for item in node.items:
            self._anything(item)
        for key, value in node.pairs:
            self._pair(key, value)

    def _pair(self, key: Node, value: Node) -> None:
        """A key that means nothing here, and its value.

        What looks like a sentence with a colon in it was meant as one.
        """
        if value.kind == "text" and not _NAME.fullmatch(key.text):
            self._markdown(key, f"{key.text}: {value.text}")
        else:
            self._anything(value)

    def _list(self, node: Node, number: "int | None") -> None:
        """A list; what is nested stands in the item before it."""
        items = self._items(node, "expected a list of items")
        list_id = self._builder.new_id()
        tight = not any("\n\n" in item.text.strip() for item in items)
        open_ = False
        for item in items:
            nested = item.kind == "list" or (_has_list(item) and item.get("text") is None)
            if open_ and not nested:
                self._builder.close(self._source(item)[0])
                open_ = False
            if not open_:
                container = self._builder.open("item", number=number, list_id=list_id)
                container.tight = tight
                number = None if number is None else number + 1
                open_ = True
            if item.kind == "list":
                self._list(item, None)
            elif item.kind == "mapping":
                self._item(item)
            else:
                self._item_text(item)
        if open_:
            self._builder.close(self._source(node)[0])

    def _item(self, node: Node) -> None:
        """An item with a list in it: `{text:, bullets:}` or `{text:, numbered:}`."""
        text, bullets, numbered = (node.get(key) for key in ("text", "bullets", "numbered"))
        if text is None and bullets is None and numbered is None:
            self._problem(node, "expected an item: text, or a list in it")
            self._anything(node)
            return
        if text is not None:
            self._item_text(text)
        if bullets is not None:
            self._list(bullets, None)
        if numbered is not None:
            self._list(numbered, 1)
        self._known(node, ("text", "bullets", "numbered"))

    def _item_text(self, node: Node) -> None:
        text = self._string(node, "expected text for the item")
        task = _TASK.match(text)
        container = self._builder.container
        if task and container is not None:
            container.checked = task.group(1) != " "
            text = text[task.end() :]
        self._markdown(node, text)

    def _quote(self, node: Node, value: Node) -> None:
        builder = self._builder
        by = self._string(node.get("by"), "expected a name for by", ", ").strip()
        address = safe_url(self._string(node.get("source"), "expected an address for source"))
        name = clean(" ".join(by.split()) or address)
        builder.open("quote", by=name)
        self._markdown(value, self._string(value, "expected text for quote"))
        if name:
            link = (Span(0, len(name), "link", address),) if address else ()
            builder.block("attribution", name, self._source(node), spans=link)
        builder.close()

    def _code(self, node: Node, value: Node) -> None:
        language = self._string(node.get("language"), "expected a name for language")
        text = self._string(value, "expected text for code", "\n")
        self._builder.code(text, language, self._source(node))

    def _image(self, node: Node, value: Node) -> None:
        src = self._string(value, "expected an address for image")
        alt = self._string(node.get("alt"), "expected text for alt")
        caption = self._string(node.get("caption"), "expected text for caption")
        self._builder.image(src, alt, caption, self._source(node))

    def _table(self, node: Node) -> None:
        rows = [self._row(row) for row in self._items(node, "expected a list of rows")]
        width = max(map(len, rows), default=0)
        if not width:
            return
        start, end = self._source(node)
        self._builder.begin_table(("",) * width, start)
        for row in rows:
            self._builder.begin_row()
            for number in range(width):
                self._builder.begin_cell()
                if number < len(row):
                    self._inline(self._string(row[number], "expected text for the cell", ", "))
                self._builder.end_cell()
        self._builder.finish_table(end)

    def _row(self, node: Node) -> list[Node]:
        if node.kind == "list":
            return node.items
        self._problem(node, "expected a row, a list of cells")
        return [node]

    # Markdown

    def _events(self, text: str) -> "Iterator[tuple[Any, Any]]":
        return pyromark.events_with_range(
            text, options=OPTIONS, merge_text=True, broken_link_callback=self._broken
        )

    def _broken(self, link: "Any") -> "tuple[str, str] | None":
        return self._references.link(link["reference"])

    def _markdown(self, node: Node, text: "str | None" = None) -> None:
        text = node.text if text is None else text
        front = self._references.notes_for(text)
        skip = len(front.encode())
        before = len(self._builder.blocks)
        whole = front + text
        raw = whole.encode("utf-8", "surrogatepass")
        self._reader.feed(self._events(whole), raw, 0, skip)
        for block in self._builder.blocks[before:]:
            block.source = self._source(node)

    def _inline(self, text: str) -> None:
        self._reader.feed_inline(self._events(text), text)

    # Nodes

    def _items(self, node: "Node | None", message: str) -> list[Node]:
        """The items of a list; what is no list is its only item."""
        if node is None or (node.kind == "text" and not node.text):
            return []
        if node.kind == "list":
            return node.items
        self._problem(node, message)
        return [node]

    def _string(self, node: "Node | None", message: str, joint: str = "\n\n") -> str:
        """The text of a value; the texts in it, if it is something else."""
        if node is None:
            return ""
        if node.kind == "text":
            return node.text
        self._problem(node, message)
        return joint.join(node.texts())

    def _known(self, node: Node, keys: tuple[str, ...]) -> None:
        """Report the other keys, and show their text."""
        for key, value in node.pairs:
            if key.text not in keys:
                self._problem(key, f"expected {' or '.join(keys)}, found {short(key.text)}")
                if not _NAME.fullmatch(key.text):
                    self._pair(key, value)

    def _problem(self, node: Node, message: str) -> None:
        """Report a mistake; of several in one place the first."""
        last = self._problems[-1] if self._problems else None
        if last is not None and (last.line, last.column) == (node.line, node.column):
            return
        self._problems.append(Problem(node.line, node.column, message))

    def _source(self, node: Node) -> tuple[int, int]:
        """The bytes of the line on which a value begins."""
        return self._lines[node.line - 1], max(self._lines[node.line] - 1, 0)


def _has_list(item: Node) -> bool:
    return item.get("bullets") is not None or item.get("numbered") is not None


def _strings(root: Node) -> Iterator[str]:
    """All texts of a tree, each once."""
    waiting = [root]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if node.kind == "text":
            yield node.text
        waiting.extend(reversed(node.items))
        waiting.extend(value for _, value in reversed(node.pairs))
