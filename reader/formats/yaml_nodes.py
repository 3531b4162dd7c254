"""YAML as plain nodes: text, lists and mappings with their places, and nothing else."""

from reader.document.characters import clean_line


class Node:
    """A value with its place (1-based line and column).

    `kind` is `text`, `list` or `mapping`; `text` is the scalar's, '' for null; `items` the
    values of a list; `pairs` the keys and values of a mapping, in order, each key once. Once it
    is complete, `weight` is the number of characters and values in it, `height` the levels.
    """

    __slots__ = ("column", "height", "items", "kind", "line", "pairs", "text", "weight")

    def __init__(self, kind: str, line: int, column: int, text: str = "") -> None:
        self.kind = kind
        self.line = line
        self.column = column
        self.text = text
        self.weight = 1
        self.height = 0
        self.items: list[Node] = []
        self.pairs: list[tuple[Node, Node]] = []

    def get(self, key: str) -> "Node | None":
        """The value of a mapping's key."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def plain(self) -> object:
        """The value as text, lists and dictionaries."""
        if self.kind == "text":
            return self.text
        if self.kind == "list":
            return [item.plain() for item in self.items]
        return {key.text: value.plain() for key, value in self.pairs}

    def texts(self) -> list[str]:
        """What text there is in the value, without the keys of mappings."""
        if self.kind == "text":
            return [self.text] if self.text else []
        values = [*self.items, *(value for _, value in self.pairs)]
        return [text for value in values for text in value.texts()]


def short(text: str) -> str:
    """A key or a tag as messages quote it: clean, on one line, its beginning when it is long."""
    text = clean_line(text)
    return text if len(text) <= 60 else text[:59] + "…"
