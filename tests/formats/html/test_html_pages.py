"""Pages in the habits of many kinds of site, and the articles in them."""

from pathlib import Path

import pytest

from reader.formats import load
from reader.formats.write_markdown import to_markdown
from tests.formats.tools import markdown, structure, well_formed

PAGES = sorted(Path(__file__).parent.joinpath("pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_article(page: Path) -> None:
    document = load(str(page))
    well_formed(document)
    written = "".join(to_markdown(document))
    assert written == page.with_suffix(".md").read_text(encoding="utf-8")
    again = markdown(written)
    assert structure(again, source=False) == structure(document, source=False)
