"""The commands: each takes the taken-apart command line, writes to stdout, returns an exit code."""

import os
import sys
from collections.abc import Iterator

from reader.arguments import Arguments, UsageError
from reader.document.model import Document
from reader.document.outline import outline as find_sections
from reader.errors import ReaderError
from reader.formats import load, parse
from reader.formats.source import read_source
from reader.messages import report
from reader.paint import TERMINAL, color_depth, paint, to_sgr
from reader.shelf import bundled, resolve
from reader.typeset.layout import Layout
from reader.typeset.line import ASCII, PLAIN, UNICODE, Line, Signs

# The measure, in columns, where there is room for it, and the least that is set.
MEASURE = 66
LEAST_MEASURE = 8

# After so many lines what was printed is sent on, whether or not the buffer is full.
_SCREENFUL = 40

_FORMATS = ("ansi", "plain", "markdown", "json")


def show(arguments: Arguments) -> int:
    """Print a whole article."""
    options = arguments.options
    form = options.get("--format", "")
    if form and form not in _FORMATS:
        raise UsageError(f"--format is one of {', '.join(_FORMATS)}, not {form}", "show")
    if "--justify" in options and "--ragged" in options:
        raise UsageError("--justify or --ragged, not both", "show")
    measure = 0
    if "--width" in options:
        width = options["--width"]
        measure = int(width) if width.isascii() and width.isdigit() and len(width) < 6 else 0
        if measure < LEAST_MEASURE:
            raise UsageError(f"--width is a number, {LEAST_MEASURE} or more, not {width}", "show")
    path, section = resolve(arguments.words[0])
    return print_article(
        load(path),
        form=form,
        measure=measure,
        justify="--justify" in options,
        section=section,
    )


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
    """
    out = sys.stdout
    terminal = out.isatty() and os.environ.get("TERM", "") != "dumb"
    form = form or ("ansi" if terminal else "plain")
    if form == "json":
        from reader.export import article_json

        out.write(article_json(document) + "\n")
        return 0
    if form == "markdown":
        from reader.formats.write_markdown import to_markdown

        for part in to_markdown(document):
            out.write(part)
        return 0
    signs = PLAIN if form == "plain" else drawn_signs()
    measure = measure or (_room() if terminal else MEASURE)
    layout = Layout(document, measure, justify=justify, signs=signs)
    depth = color_depth(os.environ, isatty=True) if form == "ansi" else ""
    italics = os.environ.get("TERM") != "linux"
    start, end = _section_range(document, section) if section else (0, sys.maxsize)
    for number, line in enumerate(_lines(document, layout, start, end)):
        if depth:
            out.write(to_sgr(paint(line, document, TERMINAL), depth, italics=italics) + "\n")
        else:
            out.write(line.glyphs + "\n")
        if number == _SCREENFUL:
            out.flush()
    return 0


def _lines(document: Document, layout: Layout, start: int, end: int) -> Iterator[Line]:
    """The lines of the text from `start` to `end`, the document growing as they are asked for."""
    while start and len(document) <= start and document.grow():
        pass
    layout.update()
    piece = layout.piece_at(start) if start else 0
    first = True
    while True:
        # The last piece waits for its neighbour: the two may join.
        while piece < layout.count - (not document.complete):
            for line in layout.lines(piece):
                if line.start >= end and not line.blank:
                    return
                if first and (line.blank or line.start < start):
                    continue
                first = False
                yield line
            piece += 1
        if document.complete:
            return
        document.grow()
        layout.update()


def _section_range(document: Document, slug: str) -> tuple[int, int]:
    section = find_sections(document.finish()).find(slug)
    if section is None:
        raise ReaderError(
            f"{document.name}: no section {slug}",
            f"'reader outline {document.name}' prints those that there are.",
        )
    return section.start, section.end


def drawn_signs() -> Signs:
    """The signs that the terminal can draw, by its type and the encoding of the locale."""
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    return UNICODE if encoding == "utf8" and os.environ.get("TERM") != "linux" else ASCII


def _room() -> int:
    """The measure that the terminal has room for, with a column left free on either side."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    return max(LEAST_MEASURE, min(MEASURE, (columns or 80) - 2))


def shelf() -> int:
    """Print the names and titles of the articles that come with the program."""
    entries = bundled()
    widest = max((len(entry.name) for entry in entries), default=0)
    for entry in entries:
        sys.stdout.write(f"{entry.name:{widest}}  {entry.title}\n")
    return 0


def outline(arguments: Arguments) -> int:
    """Print the sections of an article, each as deep as it stands, with its slug."""
    document = load(resolve(arguments.words[0])[0])
    if "--json" in arguments.options:
        from reader.export import outline_json

        sys.stdout.write(outline_json(document) + "\n")
        return 0
    levels: list[int] = []
    for section in find_sections(document.finish()).sections:
        while levels and levels[-1] >= section.level:
            levels.pop()
        sys.stdout.write(f"{'  ' * len(levels)}{section.title}  #{section.slug}\n")
        levels.append(section.level)
    return 0


def facts(arguments: Arguments) -> int:
    """Print the facts of articles, one a line, then their quotes."""
    from reader.export import all_facts_json, quotes
    from reader.facts.authored import authored

    documents = [load(resolve(word)[0]).finish() for word in arguments.words]
    if "--json" in arguments.options:
        sys.stdout.write(all_facts_json(documents) + "\n")
        return 0
    for document in documents:
        prefix = f"{document.name}: " if len(documents) > 1 else ""
        for fact in authored(document):
            lost = "" if fact.place else "  (not in the text)"
            sys.stdout.write(f"{prefix}{fact.label}: {fact.value}{lost}\n")
        for quote in quotes(document):
            said = " ".join(quote.text.split())
            role = f", {quote.role}" if quote.role else ""
            sys.stdout.write(f"{prefix}{quote.speaker}{role}: {said}\n")
    return 0


def check(arguments: Arguments) -> int:
    """Print the mistakes of article files; 1 when there are some."""
    from reader.check import problems

    code = 0
    for word in arguments.words:
        try:
            source = read_source(resolve(word)[0])
            found = problems(source, parse(source))
        except ReaderError as error:
            report(error)
            code = 1
            continue
        for problem in found:
            place = f"{source.name}:{problem.line}:{problem.column}"
            sys.stdout.write(f"{place}: {problem.message}\n")
            code = 1
    return code
