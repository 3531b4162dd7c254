"""What stands around a block's text: indents, bars, bullets, and the blank lines before it."""

from reader.document.model import Block, Container
from reader.typeset.cells import cell_width
from reader.typeset.line import Run, Signs
from reader.typeset.prepared import note_mark

# Text narrower than this is not indented any further; never narrower than the least.
_COMFORT, _LEAST = 8, 4


class Frame:
    """The indents of one block: `column` is where its text begins.

    `bars` are the columns of its quotes' bars with the quotes' ids, `signs` what stands on its
    first line only: (column, glyphs, role).
    """

    __slots__ = ("_bar", "bars", "column", "signs")

    def __init__(self, bar: str) -> None:
        self.column = 0
        self.bars: list[tuple[int, int]] = []
        self.signs: list[tuple[int, str, str]] = []
        self._bar = bar

    def add(self, glyphs: str, role: str, measure: int) -> None:
        """Put a sign before the text of the first line, the others hanging by its width.

        Left out where hardly any room would stay for the text.
        """
        width = cell_width(glyphs)
        if glyphs and measure - self.column - width >= _LEAST:
            self.signs.append((self.column, glyphs, role))
            self.column += width

    def runs(self, at: int, *, first: bool) -> list[Run]:
        """The generated runs before the text of a line that starts at offset `at`."""
        runs = [
            Run(column, at, at, self._bar, cell_width(self._bar), "bar") for column, _ in self.bars
        ]
        if first and self.signs:
            runs += [
                Run(column, at, at, glyphs, cell_width(glyphs), role)
                for column, glyphs, role in self.signs
            ]
            runs.sort(key=lambda run: run.column)
        return runs


def frame(block: Block, previous: "Block | None", measure: int, signs: Signs) -> Frame:
    """The frame of a block; indents shrink, and then go from outside in, when room is short."""
    made = Frame(signs.bar)
    containers = block.containers
    if not containers:
        return made
    shared = _shared(previous, block)
    marks = [_sign(containers, place, signs) for place in range(len(containers))]
    widths = [_indent(containers[place], marks[place][0], 0) for place in range(len(containers))]
    if measure - sum(widths) < _COMFORT:
        widths = [
            _indent(containers[place], marks[place][0], 1) for place in range(len(containers))
        ]
    for place in range(len(widths)):
        if measure - sum(widths) >= _LEAST:
            break
        widths[place] = 0
    for place, container in enumerate(containers):
        width = widths[place]
        glyphs, role = marks[place]
        if width and container.kind == "quote":
            made.bars.append((made.column, container.id))
        elif width and glyphs and place >= shared:
            at = made.column + width - 1 - cell_width(glyphs)
            made.signs.append((at, glyphs, role))
        made.column += width
    return made


def _shared(previous: "Block | None", block: Block) -> int:
    """How many containers two neighbours have in common."""
    if previous is None:
        return 0
    count = 0
    for one, other in zip(previous.containers, block.containers, strict=False):
        if one.id != other.id:
            break
        count += 1
    return count


def opens_with_sign(block: Block, previous: "Block | None") -> bool:
    """Whether an item or a footnote begins with this block."""
    inner = block.containers[_shared(previous, block) :]
    return any(container.kind in ("item", "footnote") for container in inner)


def _sign(containers: tuple[Container, ...], place: int, signs: Signs) -> tuple[str, str]:
    """What stands before the first block of a container, and its role."""
    container = containers[place]
    if container.kind == "footnote":
        return note_mark(str(container.number or ""), signs), "note"
    if container.kind != "item":
        return "", ""
    if container.checked is not None:
        return signs.tasks[container.checked], "task"
    if container.number is not None:
        return f"{container.number}.", "number"
    depth = sum(c.kind == "item" and c.number is None for c in containers[:place])
    return signs.bullets[min(depth, len(signs.bullets) - 1)], "bullet"


def _indent(container: Container, sign: str, short: int) -> int:
    """The cells that a container takes; `short` 1 where room is scarce."""
    if container.kind == "quote":
        return 2
    if container.kind == "definition":
        return 2 if short else 4
    width = cell_width(sign) + 1
    if short:
        return width
    if container.kind == "item" and container.number is not None and container.checked is None:
        return max(width, 5)
    return max(width, 4) if container.kind == "footnote" else width + 2


def bars_between(previous: Block, around: Frame) -> list[tuple[int, int]]:
    """The bars that run through the blank lines after `previous`, before the block of `around`."""
    both = {container.id for container in previous.containers}
    return [bar for bar in around.bars if bar[1] in both]


def space_before(previous: Block, block: Block, *, byline: bool) -> int:
    """The number of blank lines between two blocks; `byline`: one stands after `previous`."""
    if byline:
        return 2
    shared = _shared(previous, block)
    if block.kind == "attribution" or (previous.kind, block.kind) == ("title", "subtitle"):
        return 0
    inner = block.containers[shared:]
    outer = previous.containers[shared:]
    if inner and inner[0].kind == "definition" and (previous.kind == "term" or outer):
        return 0 if previous.kind == "term" else int(not inner[0].tight)
    if inner and inner[0].kind == "item":
        if outer and outer[0].kind == "item" and outer[0].list_id == inner[0].list_id:
            return int(not inner[0].tight)
        around = block.containers[shared - 1] if shared else None
        if not outer and around is not None and around.kind == "item":
            return int(not (around.tight and inner[0].tight))
    if inner and outer and inner[0].kind == outer[0].kind == "footnote":
        return 0
    if block.kind == "heading" and block.level <= 2 and not block.containers:
        return 1 if previous.kind in ("heading", "title", "subtitle") else 2
    return 1
