import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader import highlight as module
from reader.document.model import Document
from reader.formats import parse
from reader.formats.source import Source
from reader.highlight import LONGEST, LONGEST_LINE, Highlights, highlight
from reader.paint import DARK, Style, paint
from reader.typeset.layout import Layout

CODE = 'def f(x):  # why\n\treturn "é" + 12\n'
ARTICLE = f"Words.\n\n> ```python\n> {CODE.splitlines()[0]}\n> \treturn 12\n> ```\n\nMore words.\n"


def words(code: str, language: str) -> list[tuple[str, str]]:
    return [(code[start:end], role) for start, end, role in highlight(code, language)]


def article(text: str) -> Document:
    return parse(Source("test.md", text, "markdown")).finish()


def test_words_of_python() -> None:
    assert words(CODE, "python") == [
        ("def", "code-keyword"),
        ("f", "code-name"),
        ("# why", "code-comment"),
        ("return", "code-keyword"),
        ('"é"', "code-string"),
        ("12", "code-number"),
    ]


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        ("sh", "if true; then echo 'a'; fi", ("if", "code-keyword")),
        ("yaml", "a: 'b'  # c", ("# c", "code-comment")),
        ("json", '{"a": 12}', ("12", "code-number")),
        ("JavaScript", "let a = 'b'", ("'b'", "code-string")),
        ("{.rust}", "fn main() {}", ("fn", "code-keyword")),
        ("markdown", "# Title", ("# Title", "code-keyword")),
        ("diff", "--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new", ("-old", "code-comment")),
    ],
)
def test_other_languages(language: str, code: str, expected: tuple[str, str]) -> None:
    assert expected in words(code, language)


@pytest.mark.parametrize("language", ["", "nonsense", "text", "python extra", "../../os", "matlab"])
def test_what_is_not_known_stays_plain(language: str) -> None:
    assert highlight(CODE, language) == ()


def test_what_is_too_long_stays_plain() -> None:
    line = "x = 1\n"
    assert highlight(line * (LONGEST // len(line)), "python")
    assert highlight(line * (LONGEST // len(line) + 1), "python") == ()
    assert highlight("#" * LONGEST_LINE, "python")
    assert highlight("#" * (LONGEST_LINE + 1), "python") == ()


def test_a_lexer_that_fails_leaves_the_code_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    from pygments.lexers import PythonLexer

    def fail(*_: object) -> None:
        raise IndexError

    monkeypatch.setattr(PythonLexer, "get_tokens_unprocessed", fail)
    assert highlight("import a_lexer_that_fails", "python") == ()


def test_all_languages_exist() -> None:
    assert module._known() >= module._LANGUAGES


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("ab1 \n\t\"'#/*<>{}()$@\\=:-`é😀\u0301"), max_size=80),
    st.sampled_from(
        ["python", "sh", "console", "js", "html", "php", "yaml", "markdown", "c", "sql"]
    ),
)
@example("\n\n  \n", "python")
@example("$ ls\n>>> a\n", "console")
def test_ranges_are_in_order_and_inside(code: str, language: str) -> None:
    reached = 0
    for start, end, role in highlight(code, language):
        assert reached <= start < end <= len(code)
        assert role in DARK.styles
        reached = end


@pytest.mark.parametrize("language", ["python", "js", "bash", "html", "yaml"])
@pytest.mark.parametrize("seed", ['"\\', " \n", "a.", "@", "{"])
def test_text_that_is_made_to_be_slow_does_not_take_long(language: str, seed: str) -> None:
    line = (seed * LONGEST_LINE)[:LONGEST_LINE] + "\n"
    begin = time.process_time()
    highlight((line * LONGEST)[:LONGEST], language)
    # Half a second at most on a quick machine; without the bounds, minutes.
    assert time.process_time() - begin < 5


def test_painted_code_is_the_same_text() -> None:
    document = article(ARTICLE)
    highlights = Highlights(document)
    layout = Layout(document, 40)
    pieces: dict[str, Style] = {}
    for piece in range(layout.count):
        for line in layout.lines(piece):
            block = document.blocks[line.block]
            if highlights.lacks(block):
                highlights.look(block)
            layers = highlights.layers(block, line.start, line.end)
            painted = paint(line, document, DARK, layers)
            assert "".join(text for text, _ in painted) == line.glyphs
            pieces.update(painted)
    assert pieces["def"] == pieces["return"] == DARK.styles["code-keyword"]
    assert pieces["# why"] == DARK.styles["code-comment"]
    assert pieces["12"] == DARK.styles["code-number"]


def test_highlights_of_a_document() -> None:
    document = article(f"Words.\n\n```py\n{CODE}```\n\n    indented\n")
    paragraph, code, plain = document.blocks
    highlights = Highlights(document)
    assert not highlights.lacks(paragraph)
    assert not highlights.lacks(plain)
    assert highlights.lacks(code)
    assert highlights.layers(code, code.start, code.end) == ()
    highlights.look(code)
    assert not highlights.lacks(code)
    found = highlights.layers(code, code.start, code.end)
    assert [document.text[start:end] for start, end, _ in found][:3] == ["def", "f", "# why"]
    # Cut to what is asked for, with the one that reaches in from before.
    comment = found[2]
    assert highlights.layers(code, comment[0] + 1, comment[1]) == (comment,)
    assert highlights.layers(code, comment[1], comment[1]) == ()


def test_without_colour_only_keywords_are_highlighted() -> None:
    document = article(f"```py\n{CODE}```\n")
    highlights = Highlights(document, color=False)
    highlights.look(document.blocks[0])
    found = highlights.layers(document.blocks[0], 0, len(document))
    assert [document.text[start:end] for start, end, _ in found] == ["def", "return"]


def test_a_few_blocks_are_kept() -> None:
    document = article("```py\na = 1\n```\n\n" * (module._KEPT + 1))
    highlights = Highlights(document)
    for block in document.blocks:
        highlights.look(block)
    assert highlights.lacks(document.blocks[0])
    assert not any(map(highlights.lacks, document.blocks[1:]))


@pytest.mark.parametrize(("fence", "expected"), [("```py", True), ("```", False)])
def test_show_loads_pygments_for_named_languages_only(
    tmp_path: Path, fence: str, expected: bool
) -> None:
    path = tmp_path / "article.md"
    path.write_text(f"{fence}\nimport os\n```\n", encoding="utf-8")
    code = (
        "import sys; from reader.cli import main\n"
        f"main(['show', {str(path)!r}, '--format', 'ansi'])\n"
        "print('pygments' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"TERM": "xterm-256color", "PYTHONPATH": str(Path(module.__file__).parents[1])},
    )
    assert run.stdout.endswith(f"{expected}\n")
    assert ("\x1b[1;38;5;" in run.stdout) is expected
