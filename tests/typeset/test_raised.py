"""Superscript and subscript are seen without styles, and cost the text nothing."""

import pytest

from reader.formats import parse
from reader.formats.source import Source
from reader.typeset.layout import Layout, offset_of
from reader.typeset.line import ASCII, PLAIN, UNICODE, Signs
from tests.typeset.helpers import column_of

TEXT = "The area *x*^2^, the term *a*~12~, the *1*^er^ of *q*^Q!^.\n"


@pytest.mark.parametrize(
    ("signs", "shown"),
    [
        (UNICODE, "The area x², the term a₁₂, the 1ᵉʳ of q^Q!."),
        (ASCII, "The area x^2, the term a_12, the 1^er of q^Q!."),
        (PLAIN, "The area x^2, the term a_12, the 1^er of q^Q!."),
    ],
)
def test_raised_and_lowered(signs: Signs, shown: str) -> None:
    document = parse(Source("test.md", TEXT, "markdown"))
    (line,) = Layout(document, 66, signs=signs).lines(0)
    assert line.glyphs == shown
    assert document.text == "The area x2, the term a12, the 1er of qQ!."
    assert "".join(document.text[run.start : run.end] for run in line.runs) == document.text
    for offset in range(len(document.text)):
        assert offset_of(line, column_of(line, offset)) == offset
