"""Pages as they are set, compared with text files; `UPDATE_GOLDENS=1` writes them anew."""

import os
from pathlib import Path

import pytest

from reader.document.model import Container
from reader.typeset.layout import Layout
from reader.typeset.line import ASCII, PLAIN, UNICODE, Signs
from tests.typeset.helpers import Article, item, quote, rendered

_GOLDENS = Path(__file__).parent / "goldens"
_WIDTHS = (40, 66, 90)


def french() -> Article:
    article = Article("fr")
    article.metadata.authors = ["Camille Durand", "La rédaction"]
    article.metadata.date = "2025-11-18"
    article.metadata.site = "Le Journal des lettres"
    article.add("title", "L’art de couper les mots")
    article.add("subtitle", "Ce que le compositeur doit au lecteur, et ce qu’il se permet")
    article.add(
        "paragraph",
        "Composer, c’est d’abord choisir où s’arrêter. Une ligne trop lâche fait des trous ; une "
        "ligne trop serrée fatigue ; entre les deux, l’ordinateur cherche la meilleure suite de "
        "coupures du paragraphe entier, comme l’ont proposé Knuth et Plass en 1981. Faut-il pour "
        "autant tout lui céder ? « Non », disent les typographes : les 3,2 % de lignes qui "
        "résistent méritent un porte-plume — et un lecteur.",
        spans=[(45, 45, "note", "1")],
    )
    article.add("heading", "Les espaces insécables", level=2)
    article.add(
        "paragraph",
        "Devant un point-virgule ; devant deux points : devant une interrogation ? l’espace ne "
        "se coupe pas. Il en va de même dans 1 400 milliards, dans 30\u00a0gigawatts, ou chez "
        "D. A. Davidson.",
    )
    article.add("paragraph", "Le mot fait l’objet d’une note.", [Container("footnote", 900, 1)])
    return article


def english() -> Article:
    article = Article("en-GB")
    article.metadata.authors = ["Ada Example"]
    article.add("title", "On the breaking of lines, and on the patience of those who read them")
    article.add(
        "paragraph",
        "We set paragraphs as a whole: every place where a line may end is weighed against all "
        "others, so that no single line has to pay for its neighbours. The method is old, the "
        "computers are new, and a thousand words take less time than a key takes to come up. "
        "Addresses such as https://example.org/articles/2025/11/18/on-the-breaking-of-lines are "
        "left alone unless they are longer than a line; `code` and H100 are never hyphenated.",
    )
    article.add("heading", "First", level=1).add("heading", "Second", level=2)
    article.add("paragraph", "Short.").add("heading", "Third", level=3)
    article.add("paragraph", "A hard\nbreak.").add("rule").add("heading", "Last", level=2)
    article.add("image", "A press in a cellar\nThe press of 1481", src="press.jpg")
    article.add("image", "", src="pictures/cellar.jpg?size=2")
    article.add("term", "Glue").add(
        "paragraph", "What stretches between boxes.", [Container("definition", 901)]
    )
    return article


def containers() -> Article:
    article = Article("en")
    words = "Some words to fill more than a single line, whatever its width, with room to spare."
    outer, inner = quote(), quote()
    article.add("paragraph", words, [outer]).add("paragraph", words, [outer, inner])
    article.add("attribution", "Francis Bacon, Of Studies, 1625, as printed", [outer, inner])
    article.add("paragraph", "Outside again.", [outer]).add("attribution", "Anonymous", [outer])
    first, second = item(list_id=1), item(list_id=1)
    one, ten = item(9, list_id=2), item(10, list_id=2)
    article.add("paragraph", words, [first]).add("paragraph", words, [first, one])
    article.add("paragraph", "Ten.", [first, ten]).add("paragraph", "Deep.", [first, ten, item()])
    article.add("paragraph", words, [second])
    loose = [item(list_id=3, tight=False) for _ in range(2)]
    article.add("paragraph", words, [loose[0]]).add("paragraph", "Second block.", [loose[0]])
    article.add("code", "in_a_list()", [loose[0]])
    article.add("paragraph", "Another item.", [loose[1]])
    article.add("paragraph", "Done.", [item(checked=True, list_id=4)])
    article.add("paragraph", "To do.", [item(checked=False, list_id=4)])
    quoted = quote()
    article.add("paragraph", "In a quote:", [quoted])
    article.add("paragraph", words, [quoted, item(1, list_id=5)])
    return article


def tables() -> Article:
    article = Article("en")
    article.table(
        [["Company", "Amount", "When"], ["Nvidia", "10", "2025"], ["Microsoft", "5", "2026"]],
        ["", "right", "center"],
    )
    long = "up to the amount that the parties have agreed upon in their first announcement"
    article.table([["Who", "What", "How much"], ["Nvidia", long, "$10 bn"], ["Azure", "none", ""]])
    article.table(
        [[f"Column {n}" for n in range(1, 9)], *([f"{long[n * 7 :]}" for n in range(8)],) * 2]
    )
    return article


def code() -> Article:
    article = Article("en")
    article.add("paragraph", "Then:")
    article.add(
        "code",
        "def area(radius):\n\t# tab\ttab\n\n    return 3.14159 * radius * radius\n"
        "print('a line that is far too long for any measure', 'and goes on', 'and on', 'and on')",
        language="python",
    )
    return article


_ARTICLES = {
    "french": (french, True, UNICODE),
    "english": (english, False, UNICODE),
    "english-ascii": (english, True, ASCII),
    "containers": (containers, False, UNICODE),
    "containers-plain": (containers, False, PLAIN),
    "tables": (tables, False, UNICODE),
    "code": (code, False, UNICODE),
}


@pytest.mark.parametrize("name", _ARTICLES)
def test_golden(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    make, justify, signs = _ARTICLES[name]
    pages = [_page(make(), width, justify, signs) for width in _WIDTHS]
    path = _GOLDENS / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDENS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(pages), encoding="utf-8")
    assert "".join(pages) == path.read_text(encoding="utf-8")


def _page(article: Article, width: int, justify: bool, signs: Signs) -> str:
    layout = Layout(article.document(), width, justify=justify, signs=signs)
    lines = [line for piece in range(layout.count) for line in layout.lines(piece)]
    return f"{f'[{width}]':-<{width}}\n{rendered(lines)}"
