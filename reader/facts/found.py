"""What the reader finds by itself in an article: figures and dates with labels, and quotations."""

from reader.document.model import Document
from reader.facts.authored import authored
from reader.facts.labels import label
from reader.facts.mentions import mentions
from reader.facts.model import Fact
from reader.facts.quotations import joined, quotations
from reader.facts.quotes import Quote, quotes


def found(document: Document) -> tuple[list[Fact], list[Quote]]:
    """The facts and quotations that nobody wrote down by hand, in the order to show them.

    Only the text that has been parsed is looked at, and only the beginning of a very long one.
    """
    lang = document.metadata.lang
    facts = mentions(document, lang)
    label(document, facts, lang)
    return facts, quotations(document, lang)


def all_facts(document: Document) -> tuple[list[Fact], list[Quote]]:
    """The author's facts and quotes, then those that were found beside them.

    What the author has said already is not said again: a found fact at the place of theirs.
    """
    own = authored(document)
    places = [place for fact in own if (place := fact.place)]
    facts, said = found(document)
    new = [f for f in facts if not any(f.start < end and start < f.end for start, end in places)]
    return own + new, joined(quotes(document), said)
