"""The words of code by what they are: keywords, strings, comments; the one door to Pygments.

Pygments is imported when the first block asks for it, never before. What cannot be told (an
unknown language, a block that is very long, a lexer that fails) is not highlighted.
"""

from bisect import bisect_left
from functools import lru_cache
from time import perf_counter

from reader.document.model import Block, Document

# A range of text and its role.
Range = tuple[int, int, str]

# Characters of code from which on a block stays plain, and those of one line: the patterns of
# some lexers take time that grows with the square of a line.
LONGEST = 20_000
LONGEST_LINE = 400

# Seconds after which the rest of a block stays plain.
_PATIENCE = 0.5

# Blocks of a document whose ranges are kept.
_KEPT = 256

# The languages that are highlighted, each by one of its names. They are those that articles are
# likely to show and whose lexers stay quick, within these bounds, on text that is made to be slow.
_LANGUAGES = frozenset(
    [
        "ada",
        "asm",
        "awk",
        "bash",
        "batch",
        "c",
        "clojure",
        "cmake",
        "common-lisp",
        "console",
        "cpp",
        "crystal",
        "csharp",
        "css",
        "cuda",
        "cython",
        "d",
        "dart",
        "diff",
        "docker",
        "dot",
        "ebnf",
        "elixir",
        "emacs-lisp",
        "erlang",
        "fish",
        "fortran",
        "fsharp",
        "gdscript",
        "gleam",
        "glsl",
        "go",
        "graphql",
        "groovy",
        "handlebars",
        "haskell",
        "hlsl",
        "html",
        "http",
        "ini",
        "java",
        "jinja",
        "js",
        "json",
        "json5",
        "jsonnet",
        "jsx",
        "julia",
        "kotlin",
        "latex",
        "less",
        "llvm",
        "lua",
        "make",
        "markdown",
        "nasm",
        "nginx",
        "nim",
        "nix",
        "objective-c",
        "ocaml",
        "octave",
        "pascal",
        "perl",
        "php",
        "postgresql",
        "powershell",
        "prolog",
        "properties",
        "protobuf",
        "python",
        "python-console",
        "r",
        "racket",
        "rst",
        "ruby",
        "rust",
        "scala",
        "scheme",
        "scss",
        "solidity",
        "sql",
        "swift",
        "systemd",
        "tcl",
        "terraform",
        "toml",
        "ts",
        "tsx",
        "verilog",
        "vhdl",
        "vim",
        "vue",
        "wast",
        "xml",
        "yaml",
        "zig",
    ]
)

# The beginnings of Pygments' names of tokens; the first that fits wins, '' is no role.
_ROLES = (
    ("Token.Comment", "code-comment"),
    ("Token.Keyword.Constant", "code-number"),
    ("Token.Keyword.Type", "code-name"),
    ("Token.Keyword", "code-keyword"),
    ("Token.Operator.Word", "code-keyword"),
    ("Token.Literal.Number", "code-number"),
    ("Token.Literal.String.Doc", "code-comment"),
    ("Token.Literal.String.Interpol", ""),
    ("Token.Literal.String", "code-string"),
    ("Token.Name.Function", "code-name"),
    ("Token.Name.Class", "code-name"),
    ("Token.Name.Tag", "code-name"),
    ("Token.Name.Decorator", "code-name"),
    ("Token.Generic.Heading", "code-keyword"),
    ("Token.Generic.Subheading", "code-keyword"),
    ("Token.Generic.Inserted", "code-string"),
    ("Token.Generic.Deleted", "code-comment"),
    ("Token.Generic.Prompt", "code-comment"),
)

# What a lexer may raise on text that its author did not think of.
_LEXER_ERRORS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)


@lru_cache(maxsize=16)
def highlight(code: str, language: str) -> tuple[Range, ...]:
    """The ranges of `code` that have a role, in order and apart from each other.

    `language` is what stands behind the fence: the name that Pygments knows it by (`py`, `sh`).
    """
    if not code or len(code) > LONGEST or not language:
        return ()
    if max(map(len, code.split("\n"))) > LONGEST_LINE:
        return ()
    from pygments.lexers import get_lexer_by_name

    name = language.strip("{.}").lower()
    if name not in _known():
        return ()
    until = perf_counter() + _PATIENCE
    found: list[Range] = []
    try:
        lexer = get_lexer_by_name(name)
        # Lexers expect a line end at the end; this way in is the one that keeps all offsets.
        for start, token, value in lexer.get_tokens_unprocessed(code + "\n"):
            role = _role(str(token))
            if role:
                found.append((start, min(start + len(value), len(code)), role))
            if perf_counter() > until:
                break
    except _LEXER_ERRORS:
        return ()
    return _apart(found)


def _apart(found: list[Range]) -> tuple[Range, ...]:
    """The ranges in order, neighbours of one role joined, without what would overlap.

    Lexers that hand parts of the text to others may give them out of order.
    """
    ranges: list[Range] = []
    for start, end, role in sorted(found):
        if ranges and start < ranges[-1][1]:
            start = ranges[-1][1]
        if start >= end:
            continue
        if ranges and ranges[-1][1] == start and ranges[-1][2] == role:
            start = ranges.pop()[0]
        ranges.append((start, end, role))
    return tuple(ranges)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """All names of those languages that Pygments brings along (plugins would be foreign code)."""
    from pygments.lexers import get_all_lexers

    names: set[str] = set()
    for _, aliases, _, _ in get_all_lexers(plugins=False):
        if not _LANGUAGES.isdisjoint(aliases):
            names.update(aliases)
    return frozenset(names)


@lru_cache(maxsize=256)
def _role(token: str) -> str:
    return next((role for name, role in _ROLES if token.startswith(name)), "")


class Highlights:
    """The highlighted code of one document, block by block.

    Where there is no `color`, keywords (which are bold) are all that is highlighted.
    """

    def __init__(self, document: Document, *, color: bool = True) -> None:
        self.document = document
        self.color = color
        self._found: dict[int, tuple[Range, ...]] = {}

    def lacks(self, block: Block) -> bool:
        """Whether `block` is code that has not been looked at."""
        return block.kind == "code" and bool(block.language) and block.start not in self._found

    def look(self, block: Block, code: str | None = None) -> None:
        """Highlight `block`, whose text is `code`; this may take some milliseconds, at first more.

        In a thread `code` must be given: a document that grows is for one thread only.
        """
        if code is None:
            code = self.document.text[block.start : block.end]
        ranges = highlight(code, block.language)
        start = block.start
        kept = tuple(
            (start + left, start + right, role)
            for left, right, role in ranges
            if self.color or role == "code-keyword"
        )
        while len(self._found) >= _KEPT:
            del self._found[next(iter(self._found))]
        self._found[start] = kept

    def layers(self, block: Block, start: int, end: int) -> tuple[Range, ...]:
        """The ranges of `block` that touch `start:end`, as far as it has been looked at."""
        ranges = self._found.get(block.start, ())
        first = bisect_left(ranges, (start,))
        if first and ranges[first - 1][1] > start:
            first -= 1
        return ranges[first : bisect_left(ranges, (end,))]
