"""What backtracks must not do so for ever: inputs that took minutes, or no end."""

from reader.document.model import Metadata
from reader.formats.html.dom import tree_of
from reader.formats.html.images import largest
from reader.formats.html.jsonld import described
from reader.formats.html.metadata import without_site
from reader.formats.source import sniff
from reader.typeset.linebreak import _ADDRESS


def test_blank_lines_before_a_text() -> None:
    assert sniff("\n" * 60_000 + "Hello") == "text"
    assert sniff("\u00a0\n" * 30_000 + "Hello") == "text"
    assert sniff("# a" + "\n" * 60_000 + "b") == "markdown"
    assert sniff("# a comment\n\n  \nsections: []\n") == "yaml"


def test_a_picture_with_an_address_without_end() -> None:
    assert len(largest("a" * 80_000 + " b")) < 80_000
    assert largest("a.jpg 300w, b.jpg 900w") == "b.jpg"


def test_a_title_of_hard_spaces() -> None:
    title = "a" + "\u00a0" * 40_000 + "b"
    assert without_site(title, Metadata()) == title


def test_a_type_without_end() -> None:
    kind = "Video" * 80_000
    page = f'<script type="application/ld+json">{{"@type": "{kind}\\nx", "headline": "q"}}</script>'
    assert described(tree_of(page.encode() + b"<p>x"), set()).title == ""


def test_a_word_of_full_stops() -> None:
    assert not _ADDRESS.search("x" + "." * 60_000 + "x")
    assert _ADDRESS.search("(example.org/a)")
