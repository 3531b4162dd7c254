"""Which pieces of a page are chosen: many habits of pages, what is never lost, what is bounded."""

from pathlib import Path
from time import perf_counter

import pytest
from lxml import html

from reader.formats.html import extracted as extracted_module
from reader.formats.html.choose import choose
from reader.formats.html.dom import tree_of
from reader.formats.html.walk import pieces
from tests.formats.html.choosing import chosen, filled, mistakes, sentence

PAGES = sorted((Path(__file__).parent / "choose_pages").glob("*.html"))


def texts(page: str) -> list[str]:
    return [piece.text for piece, kept in zip(*chosen(page), strict=True) if kept]


def paragraphs(*numbers: int) -> str:
    return "".join(f"<p>{sentence(n)} {sentence(n + 100)}</p>" for n in numbers)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_habits(path: Path) -> None:
    assert mistakes(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_habits_without_an_extractor(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The own choice is rougher, but shows something, and never the menu alone."""

    def fail(*_: object, **__: object) -> None:
        raise AttributeError("'NoneType' object has no attribute 'text'")

    monkeypatch.setattr(extracted_module, "bare_extraction", fail)
    wrong = mistakes(path.read_text(encoding="utf-8"))
    found, kept = chosen(filled(path.read_text(encoding="utf-8")))
    assert any(kept)
    assert len(wrong) <= len(found) / 2


def test_nothing_in_nothing_out() -> None:
    assert texts("<p></p>") == []


@pytest.mark.parametrize(
    "page",
    [
        "<p>Word</p>",
        "<nav><a href='/'>Home</a></nav>",
        "<div class='comments'><p>Share this</p></div>",
        "<footer>© 2021</footer>",
        "<h1>Only a title</h1>",
        "<title>Only a title</title><h1>Only a title</h1>",
        "<img src='a.jpg'>",
        "<pre>x = 1</pre>",
        "<ul><li><a href='#a'>a</a><li><a href='#b'>b</a><li><a href='#c'>c</a></ul>",
    ],
)
def test_a_page_with_anything_shows_something(page: str) -> None:
    found, kept = chosen(page)
    assert found
    assert any(kept)


def test_a_list_goes_as_a_whole() -> None:
    page = f"<article>{paragraphs(1, 2, 3)}<ul><li>One<li>Two<li>{sentence(9)}</ul>{paragraphs(4)}"
    assert [text for text in texts(page) if text in ("One", "Two")] == ["One", "Two"]


def test_a_table_between_paragraphs_stays() -> None:
    table = "<table><tr><th>a<th>b<tr><td>1<td>2<tr><td>3<td>4</table>"
    found, kept = chosen(f"<article>{paragraphs(1, 2, 3)}{table}{paragraphs(4, 5)}</article>")
    assert [k for p, k in zip(found, kept, strict=True) if p.kind == "table"] == [True]


def test_rules_stand_between_pieces_only() -> None:
    page = f"<article><hr>{paragraphs(1, 2)}<hr><hr>{paragraphs(3, 4)}<hr></article>"
    found, kept = chosen(page)
    assert [k for p, k in zip(found, kept, strict=True) if p.kind == "rule"] == [
        False,
        True,
        False,
        False,
    ]


def test_a_heading_without_anything_under_it_goes() -> None:
    page = f"<article>{paragraphs(1, 2, 3)}<h2>Last words</h2></article><footer>© 2021</footer>"
    assert "Last words" not in texts(page)


def test_a_heading_that_says_the_title_again_stays_within_the_article() -> None:
    page = (
        f"<title>Dunes</title><body><article><h1>Dunes</h1>{paragraphs(1, 2)}"
        f"<h2>Dunes</h2>{paragraphs(3, 4)}</article>"
    )
    assert texts(page).count("Dunes") == 1


def test_the_text_that_the_page_gives_to_machines_is_a_vote() -> None:
    body = sentence(50) + " " + sentence(51)
    page = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
        f'"articleBody": "{body}"}}]}}</script><body><main>{paragraphs(1, 2, 3, 4)}</main>'
        f'<div class="teaser-text"><p>{body}</p></div>'
    )
    assert body in texts(page)
    assert body not in texts(page.replace("articleBody", "description"))


@pytest.mark.parametrize("script", ["{", "[" * 5000, '"articleBody"', "[1]"], ids="abcd")
def test_broken_data_for_machines_does_no_harm(script: str) -> None:
    page = f'<script type="application/ld+json">{script} articleBody</script>'
    assert len(texts(page + f"<body><article>{paragraphs(1, 2, 3)}</article>")) == 3


def test_a_word_that_names_most_of_the_article_names_no_furniture() -> None:
    posts = "".join(
        f"<div class='comment-text'><p>{sentence(n)} {sentence(n + 50)}</p></div>"
        for n in range(20)
    )
    assert len(texts(f"<main><h1>Report</h1>{posts}</main>")) == 20


@pytest.mark.parametrize(
    "unit",
    [
        "<p>one two three four five</p>",
        "<h2>Related articles</h2><p>x</p>",
        "<p>Read also: <a href=x>a b</a></p>",
        "<ul><li><a href='#x'>a</a></ul>",
        "<main><p>A short sentence.</p></main>",
        "<img src=a.jpg><p>x</p>",
        "<dl><dt>a</dl>",
    ],
)
def test_time_is_linear(unit: str) -> None:
    def seconds(count: int) -> float:
        page = f"<body>{unit * count}</body>".encode()
        tree = tree_of(page)
        found = pieces(tree)
        start = perf_counter()
        choose(found, tree)
        return perf_counter() - start

    seconds(50)
    small = min(seconds(100) for _ in range(2))
    assert min(seconds(900) for _ in range(2)) < 40 * small


def test_deep_pages_are_not_given_to_the_extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []
    monkeypatch.setattr(extracted_module, "bare_extraction", lambda tree, **_: given.append(tree))
    deep = "<div>" * 900 + paragraphs(1, 2) * 1000 + "</div>" * 900
    tree = html.document_fromstring(deep, parser=html.HTMLParser(huge_tree=True))
    assert extracted_module.extracted(tree) == []
    assert not given
    extracted_module.extracted(tree_of(paragraphs(1, 2).encode()))
    assert given


def test_paragraphs_of_thousands_of_elements_are_not_given_to_the_extractor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[object] = []
    monkeypatch.setattr(extracted_module, "bare_extraction", lambda tree, **_: given.append(tree))
    extracted_module.extracted(tree_of(f"<p>{'<b>x</b> ' * 1200}</p>".encode()))
    assert not given
    extracted_module.extracted(tree_of(f"<p>{'<b>x</b> ' * 600}</p>".encode() * 3))
    assert given
