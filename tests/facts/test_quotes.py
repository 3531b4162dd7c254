"""Whose words the block quotes of an article are."""

from reader.facts.quotes import Quotes, quotes
from reader.formats import parse
from reader.formats.source import Source

TEXT = """# Title

> First words.
>
> — Ada Example, head of Some

> Nobody's words.

- In a list:

  > Words of another.
  > — Bob

> Second
> words.
>
> > Deeper.
>
> — Ada Example
"""


def test_speakers_with_their_quotes_in_order() -> None:
    document = parse(Source("test.md", TEXT, "markdown")).finish()
    found = Quotes()
    found.update(document)
    shown = [(s.name, [quote.text(document) for quote in s.quotes]) for s in found.speakers]
    assert shown == [
        ("Ada Example", ["First words.", "Second words.\nDeeper."]),
        ("Bob", ["Words of another."]),
    ]
    assert [quote.role for quote in found.all] == ["head of Some", "", ""]
    assert {quote.origin for quote in found.all} == {"author"}
    found.update(document)  # nothing is counted twice
    assert len(found.all) == len(quotes(document)) == 3


def test_they_become_known_as_the_document_grows() -> None:
    part = "Words between. " * 3000 + "\n\n"
    text = part.join(f"> Words of {n}.\n>\n> — Speaker {n % 3}\n\n" for n in range(12))
    document = parse(Source("test.md", text, "markdown"))
    found = Quotes()
    counts = []
    while True:
        found.update(document)
        counts.append(len(found.all))
        if not document.grow():
            break
    found.update(document)
    assert counts[0] < 12
    assert [(q.speaker, q.start, q.end) for q in found.all] == [
        (q.speaker, q.start, q.end) for q in quotes(document)
    ]
    assert [len(speaker.quotes) for speaker in found.speakers] == [4, 4, 4]
