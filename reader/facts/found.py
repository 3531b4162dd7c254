"""What the reader finds by itself in an article: figures and dates with labels, and quotations."""

from collections.abc import Callable

from reader.document.language import detect_in
from reader.document.model import Document
from reader.facts.authored import authored
from reader.facts.choice import ordered
from reader.facts.labels import label
from reader.facts.mentions import mentions
from reader.facts.model import Fact
from reader.facts.quotations import joined, quotations
from reader.facts.quotes import Quote, quotes
from reader.facts.repeats import beside, merged


def found(
    document: Document, wanted: Callable[[], bool] = lambda: True
) -> tuple[list[Fact], list[Quote]]:
    """The facts and quotations that nobody wrote down by hand, in the order to show them.

    Only the text that has been parsed is looked at, and only the beginning of a very long one.
    Between the steps `wanted` is asked whether to go on; the answer to a question that nobody
    asks any more is empty.
    """
    lang = document.metadata.lang or detect_in(document)
    facts = mentions(document, lang)
    if not wanted():
        return [], []
    label(document, facts, lang)
    if not wanted():
        return [], []
    facts = ordered(document, merged(document, facts))
    return (facts, quotations(document, lang)) if wanted() else ([], [])


def all_facts(document: Document) -> tuple[list[Fact], list[Quote]]:
    """The author's facts and quotes, then those that were found beside them."""
    facts, said = found(document)
    own = authored(document)
    return own + beside(own, facts), joined(quotes(document), said)
