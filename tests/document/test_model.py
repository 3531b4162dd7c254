"""The document as it grows and is let go of."""

from reader.formats.markdown import parse_markdown
from reader.formats.source import Source


def test_what_was_printed_can_be_let_go_of() -> None:
    text = "".join(f"Paragraph {number} of many.\n\n" for number in range(400))
    document = parse_markdown(Source("x.md", text, "markdown"), 500).finish()
    length = len(document)
    later = document.blocks[300]
    document.release(300)
    assert document[later.start : later.end] == "Paragraph 300 of many."
    assert document.blocks[300] is later
    assert document.blocks[299] is document.blocks[0]
    assert len(document) == length


def test_a_range_that_spans_chunks() -> None:
    text = "".join(f"Paragraph {number} of many.\n\n" for number in range(100))
    whole = parse_markdown(Source("x.md", text, "markdown"), 300).finish().text
    document = parse_markdown(Source("x.md", text, "markdown"), 300).finish()
    for start in range(0, len(whole), 97):
        for length in (0, 1, 40, 2000):
            assert document[start : start + length] == whole[start : start + length]
