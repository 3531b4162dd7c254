"""Printing an article: to a terminal with colours, as plain text, Markdown or JSON."""

import os
import sys
from collections.abc import Iterator, Sequence

from reader.document.model import Document
from reader.document.outline import outline
from reader.document.sentence import sentence
from reader.errors import ReaderError
from reader.highlight import Highlights
from reader.messages import report_problems
from reader.paint import TERMINAL, Decoration, color_depth, drawn_signs, paint, to_sgr
from reader.typeset.cells import cell_width
from reader.typeset.layout import MEASURE, Layout
from reader.typeset.line import PLAIN, Line

# The least measure that is set, in cells.
LEAST_MEASURE = 8

# Cells that the values of a table of facts take at most, but for one that is longer.
VALUE_ROOM = 36

# After so many lines what was printed is sent on, whether or not the buffer is full.
_SCREENFUL = 40


def print_article(
    document: Document,
    *,
    form: str = "",
    measure: int = 0,
    justify: bool = False,
    section: str = "",
) -> int:
    """Print `document`, or the one section of it with the slug `section`, as it is parsed.

    `form` is one of the formats of `show` ('' for the one that suits stdout), `measure` the
    columns of a line (0 for what there is room for). Markdown and JSON are always the whole.
    Mistakes in the article's file are reported when it is all out.
    """
    _print(document, form, measure, justify, section)
    report_problems(document)
    return 0


def _print(document: Document, form: str, measure: int, justify: bool, section: str) -> None:
    out = sys.stdout
    terminal = out.isatty() and os.environ.get("TERM", "") != "dumb"
    form = form or ("ansi" if terminal else "plain")
    if section and form in ("json", "markdown"):
        raise ReaderError(f"{document.name}: --format {form} prints the whole, not a section")
    if form == "json":
        from reader.export import article_json

        out.write(article_json(document) + "\n")
        return
    if form == "markdown":
        from reader.formats.write_markdown import to_markdown

        for part in to_markdown(document):
            out.write(part)
        return
    signs = PLAIN if form == "plain" else drawn_signs(os.environ, out.encoding)
    measure = measure or (_room() if terminal else MEASURE)
    depth = color_depth(os.environ, isatty=True) if form == "ansi" else ""
    italics = os.environ.get("TERM") != "linux"
    start, end = _section_range(document, section) if section else (0, sys.maxsize)
    layout = Layout(document, measure, justify=justify, signs=signs)
    code = Highlights(document, color=depth != "none")
    for number, line in enumerate(_lines(document, layout, start, end)):
        if depth:
            layers = _code_layers(line, document, code)
            pieces = paint(line, document, TERMINAL, layers)
            out.write(to_sgr(pieces, depth, italics=italics) + "\n")
        else:
            out.write(line.glyphs + "\n")
        if number == _SCREENFUL:
            out.flush()


def _lines(document: Document, layout: Layout, start: int, end: int) -> Iterator[Line]:
    """The lines of the text from `start` to `end`, the document growing as they are asked for."""
    piece = layout.piece_at(start) if start else 0
    first = True
    block = 0
    while True:
        # The last piece waits for its neighbour: the two may join.
        while piece < layout.count - (not document.complete):
            lines = layout.lines(piece)
            if lines and lines[-1].start >= end:
                return
            block = lines[-1].block if lines else block
            for line in lines:
                if first and line.blank:
                    continue
                first = False
                yield line
            piece += 1
        if document.complete:
            return
        document.release(block - 1)
        document.grow()
        layout.update()


def _code_layers(line: Line, document: Document, code: Highlights) -> Sequence[Decoration]:
    """What is highlighted in `line`; its block is looked at where that was not done yet."""
    block = document.blocks[line.block]
    if code.lacks(block):
        code.look(block)
    return code.layers(block, line.start, line.end)


def _section_range(document: Document, slug: str) -> tuple[int, int]:
    section = outline(document.finish()).find(slug)
    if section is None:
        raise ReaderError(
            f"{document.name}: no section {slug}",
            f"'reader outline {document.name}' prints those that there are.",
        )
    return section.start, section.end


def _room() -> int:
    """The measure that the terminal has room for, with a column left free on either side."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    return max(LEAST_MEASURE, min(MEASURE, (columns or 80) - 2))


def print_facts(document: Document, *, among_others: bool = False) -> None:
    """Print the facts of an article as a table, the author's and those that were found, and quotes.

    `among_others` has the article above them, and adds the sentence that each stands in.
    """
    from reader.facts.found import all_facts

    out = sys.stdout
    facts, said = all_facts(document)
    if among_others:
        title = document.metadata.title
        out.write(f"{document.name}: {title}\n" if title else f"{document.name}:\n")
    for origin, heading in (("author", "by hand"), ("found", "found")):
        listed = [fact for fact in facts if fact.origin == origin]
        if listed:
            out.write(f"{heading}:\n")
        values = [" ".join(fact.value.split()) for fact in listed]
        room = min(max(map(cell_width, values), default=0), VALUE_ROOM)
        for fact, value in zip(listed, values, strict=True):
            row = f"  {value}{' ' * (room - cell_width(value))}  {fact.label}"
            row += "" if fact.place else "  (not in the text)"
            if among_others and fact.place is not None:
                start, end = sentence(document, *fact.place)
                row += "  — " + " ".join(document.text[start:end].split())
            out.write(row.rstrip() + "\n")
    if said:
        out.write("quotes:\n")
    for quote in said:
        role = f", {quote.role}" if quote.role else ""
        words = " ".join(quote.text(document).split())
        out.write(f"  {quote.speaker}{role}: {words}\n" if quote.speaker else f"  {words}\n")
    if among_others:
        out.write("\n")
