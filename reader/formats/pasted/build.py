"""From the lines of an article to its blocks: headings, paragraphs, lists, quotations."""

from collections.abc import Sequence

from reader.document.build import Builder
from reader.formats.lines import Line
from reader.formats.pasted.headings import headings
from reader.formats.pasted.span import is_prose

# Lines of verse are no longer, and at least so many stand together.
_LONGEST_VERSE = 70
_LEAST_VERSE = 4
_LEVEL = 2
_OPENING = '«“"„‘'
_CLOSING = '»”"“’'
_DASHES = "—–―"
_LONGEST_NAME = 120


def build(builder: Builder, lines: Sequence[Line]) -> None:
    """Put the lines of an article into a builder."""
    titles = headings(lines)
    at = 0
    while at < len(lines):
        line = lines[at]
        if at in titles:
            paragraph(builder, [line], kind="heading")
        elif line.is_item and line.body:
            at = _list(builder, lines, at)
            continue
        elif is_quotation(lines, at):
            builder.open("quote")
            paragraph(builder, [line])
            paragraph(builder, [lines[at + 1]])
            builder.close()
            at += 1
        elif (end := _table_end(lines, at)) > at + 1:
            table(builder, lines[at:end])
            at = end - 1
        else:
            end = _verse(lines, at, titles)
            paragraph(builder, lines[at:end])
            at = end - 1
        at += 1


def paragraph(builder: Builder, lines: Sequence[Line], kind: str = "paragraph") -> None:
    """A block of some lines, each on its own."""
    builder.begin(kind, lines[0].start, _LEVEL if kind == "heading" else 0)
    for number, line in enumerate(lines):
        if number:
            builder.newline(line.start)
        builder.text(line.text if number or line.is_lone else line.body)
    builder.finish(lines[-1].end)


def table(builder: Builder, lines: Sequence[Line]) -> None:
    """A table, its cells apart by tabs as browsers copy them; the first row is its head."""
    columns = lines[0].text.count("\t") + 1
    builder.begin_table(("",) * columns, lines[0].start)
    for line in lines:
        builder.begin_row()
        for cell in line.text.split("\t"):
            builder.begin_cell()
            builder.text(cell)
            builder.end_cell()
    builder.finish(lines[-1].end)


def _table_end(lines: Sequence[Line], at: int) -> int:
    """The end of the rows that begin at a line: each has the same number of tabs."""
    columns = lines[at].text.count("\t")
    end = at + 1
    while columns and end < len(lines) and lines[end].text.count("\t") == columns:
        if lines[end].is_item or lines[end].gap:
            break
        end += 1
    return end


def _list(builder: Builder, lines: Sequence[Line], at: int) -> int:
    """The items of one list, from the line `at` on; returns the line behind them."""
    first = lines[at]
    list_id = builder.new_id()
    more = False  # whether items have had a paragraph of their own
    while at < len(lines):
        line = lines[at]
        ordered = line.number is not None
        if not line.is_item or not line.body or ordered != (first.number is not None):
            break
        builder.open("item", number=line.number, list_id=list_id)
        paragraph(builder, [line])
        at += 1
        if _goes_on(lines, at, line, more):
            paragraph(builder, [lines[at]])
            at += 1
            more = True
        builder.close(line.end)
    return at


def _goes_on(lines: Sequence[Line], at: int, line: Line, more: bool) -> bool:
    """Whether the paragraph behind a short item is a part of it.

    Another item comes next, or those above have had such a paragraph.
    """
    if at >= len(lines) or lines[at].is_item or line.is_sentence or len(line.body) > 60:
        return False
    if at + 1 >= len(lines) or more:
        return more and is_prose(lines[at])
    after = lines[at + 1]
    alike = after.sign == line.sign and (after.number is None) == (line.number is None)
    return is_prose(lines[at]) and after.is_item and alike


def is_quotation(lines: Sequence[Line], at: int) -> bool:
    """Whether a paragraph is a quotation: behind it a line has a dash and the name of who said it."""
    if at + 1 >= len(lines) or lines[at].text[0] in _DASHES:
        return False
    name = lines[at + 1].text
    if name[0] not in _DASHES or len(name) > _LONGEST_NAME or lines[at + 1].final in ".!?…:;":
        return False
    if at + 2 < len(lines) and lines[at + 2].text[0] in _DASHES:
        return False
    who = name.lstrip(_DASHES + " \xa0\u202f")
    if not who[:1].isupper() or (name[1:2].isalnum() and name[0] == "–"):
        return False
    text = lines[at].text
    return name[0] != "–" or (text[0] in _OPENING and text[-1] in _CLOSING)


def _verse(lines: Sequence[Line], at: int, titles: "set[int]") -> int:
    """The end of the lines that stand together and are short, and not as sentences end."""
    end = at + 1
    while end < len(lines) and not lines[end].gap and end not in titles and _is_short(lines[end]):
        end += 1
    ended = sum(line.is_sentence for line in lines[at:end])
    count = end - at
    if count < _LEAST_VERSE or not _is_short(lines[at]) or ended > count / 2:
        return at + 1
    return end


def _is_short(line: Line) -> bool:
    text = line.text
    return (
        len(text) <= _LONGEST_VERSE
        and not line.is_item
        and " " in text
        and text[-1] != ":"
        and not text.isupper()
        and not text[0].isdigit()
    )
