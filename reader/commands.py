"""The commands: each takes the taken-apart command line, writes to stdout, returns an exit code."""

import sys

from reader.arguments import Arguments, UsageError
from reader.document.characters import clean_line
from reader.document.model import Document
from reader.document.outline import outline as find_sections
from reader.errors import ReaderError
from reader.formats import parse
from reader.formats.source import read_source
from reader.formats.web.address import is_address, named
from reader.library.entry import Entry
from reader.messages import complain, report, report_problems
from reader.shelf import bundled, own_folder, resolve
from reader.sources import article_at, base_address, source_at

# Titles are in one column behind names of this length at most.
_WIDEST_NAME = 40
_FORMATS = ("ansi", "plain", "markdown", "json")


def show(arguments: Arguments) -> int:
    """Print a whole article."""
    from reader.printing import LEAST_MEASURE, print_article

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
    spec = arguments.words[0]
    document, section = article_at(spec, base_address(options, spec, "show"))
    if "--dropped" in options:
        from reader.document.left_out import left_out

        if not document.finish().dropped:
            complain(f"reader: {document.name}: nothing was left out")
            return 0
        document, section = left_out(document), ""
    return print_article(
        document,
        form=form,
        measure=measure,
        justify="--justify" in options,
        section=section,
    )


def shelf(library: str = "") -> int:
    """Print the names and titles of the articles: the bundled ones, then those of one's own.

    `library` is the folder of these, '' for the usual one.
    """
    from reader.library.folder import names, scan

    folder = library or own_folder()
    found = scan(folder)
    program = bundled()
    own = names(folder, found.paths)
    lengths = [len(name) for name in (*(entry.name for entry in program), *own.values())]
    widest = min(max(lengths, default=0), _WIDEST_NAME)
    for entry in program:
        sys.stdout.write(f"{entry.name:{widest}}  {entry.title}\n")
    unread = len(found.closed)
    for path, name in own.items():
        try:
            entry = Entry(path, "own").read()
        except ReaderError:
            unread += 1
            continue
        sys.stdout.write(f"{name:{widest}}  {entry.title}\n")
    if found.problem:
        complain(f"reader: {folder}: {found.problem}")
    if unread:
        complain(f"reader: {folder}: {unread} could not be read")
    return 0


def _whole(spec: str) -> Document:
    """The whole article that `spec` means."""
    path, section = resolve(spec)
    if section and not is_address(path):
        raise ReaderError(f"{spec}: a whole article is needed, not a section of it")
    return parse(source_at(path)).finish()


def outline(arguments: Arguments) -> int:
    """Print the sections of an article, each as deep as it stands, with its slug."""
    document = _whole(arguments.words[0])
    report_problems(document)
    if "--json" in arguments.options:
        from reader.export import outline_json

        sys.stdout.write(outline_json(document) + "\n")
        return 0
    levels: list[int] = []
    for section in find_sections(document).sections:
        while levels and levels[-1] >= section.level:
            levels.pop()
        sys.stdout.write(f"{'  ' * len(levels)}{section.title}  #{section.slug}\n")
        levels.append(section.level)
    return 0


def facts(arguments: Arguments) -> int:
    """Print the facts of articles, then their quotes: a table, or JSON."""
    from reader.export import all_facts_json
    from reader.printing import print_facts

    documents = []
    code = 0
    for word in arguments.words:
        try:
            documents.append(_whole(word))
        except ReaderError as error:
            report(error)
            code = 1
            continue
        report_problems(documents[-1])
    if not documents:
        return code
    if "--json" in arguments.options:
        sys.stdout.write(all_facts_json(documents) + "\n")
        return code
    for document in documents:
        print_facts(document, among_others=len(documents) > 1)
    return code


def config(arguments: Arguments) -> int:
    """Print the default configuration, or the mistakes of the person's: 1 when there are some."""
    from reader.settings import config_path, load_settings

    if "--check" in arguments.options:
        settings = load_settings()
        for problem in settings.problems:
            sys.stdout.write(clean_line(settings.told(problem, settings.path)) + "\n")
        return int(bool(settings.problems))
    from reader.template import template
    from reader.typeset.layout import MEASURE

    sys.stdout.write(template(MEASURE))
    if sys.stdout.isatty():
        complain(f"This belongs into {config_path()}")
    return 0


def check(arguments: Arguments) -> int:
    """Print the mistakes of article files; 1 when there are some."""
    from reader.check import problems

    code = 0
    for word in arguments.words:
        try:
            path = resolve(word)[0]
            if is_address(path):
                raise ReaderError(f"{named(path)}: only files are checked")
            source = read_source(path)
            found = problems(source, parse(source))
        except ReaderError as error:
            report(error)
            code = 1
            continue
        for problem in found:
            message = f"{path}:{problem.line}:{problem.column}: {problem.message}"
            sys.stdout.write(clean_line(message) + "\n")
            code = 1
    return code
