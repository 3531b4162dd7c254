"""What holds for every document at every measure."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.document.model import Block, Container, Document
from reader.typeset.cells import clusters
from reader.typeset.layout import Layout, offset_of
from reader.typeset.line import ASCII, PLAIN, UNICODE, Line, Signs
from tests.typeset.helpers import Article, column_of

_PIECES = (
    *"aeiouénrst",
    "développement",
    "Anticonstitutionnellement",
    "l’accord",
    "« oui »",
    "3,2 %",
    "1 400",
    "porte-avions",
    "2020–2021",
    "mot—mot",
    "https://example.org/a/very-long/path?with=query&more=of-it#and-more/of/it",
    *"  \t\u00a0\u202f\u2003\u3000\u200b\u00ad\u2060\u200d\ufe0f",
    *".,;:!?()«»—–-’",
    "e\u0301",
    "\u0301",
    "日本語、「中文」。",
    "한국어",
    "\u1100\u1161\u11a8",
    "👩\u200d💻",
    "👨\u200d👩\u200d👧",
    "❤\ufe0f",
    "1\ufe0f\u20e3",
    "🇫🇷",
    "👍🏽",
    "क्\u200dष",
)
# Not \n: hard breaks are drawn apart, rarer.
_INLINE = st.lists(
    st.one_of(st.sampled_from(_PIECES), st.just(" "), st.just(" ")), max_size=40
).map("".join)
_TEXT = st.lists(_INLINE, min_size=1, max_size=2).map("\n".join)
_KINDS = st.sampled_from(
    ["paragraph", "paragraph", "heading", "code", "image", "rule", "attribution", "term", "table"]
)
_MEASURE = st.integers(8, 120)
_SIGNS = st.sampled_from([UNICODE, ASCII, PLAIN])


@st.composite
def _containers(draw: st.DrawFn) -> tuple[Container, ...]:
    made = []
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(["quote", "item", "footnote", "definition"]))
        made.append(
            Container(
                kind,
                draw(st.integers(1, 5)),
                draw(st.sampled_from([None, 1, 12, 1234])),
                draw(st.sampled_from([None, None, True])) if kind == "item" else None,
                draw(st.booleans()),
                draw(st.integers(1, 2)),
            )
        )
    return tuple(made)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    article = Article(draw(st.sampled_from(["", "fr", "en", "de"])))
    article.metadata.authors = [draw(_INLINE)]
    if draw(st.booleans()):
        article.add("title", draw(_TEXT))
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(_KINDS)
        containers = draw(_containers())
        if kind == "table":
            columns = draw(st.integers(1, 4))
            cells = st.lists(
                _INLINE.map(lambda cell: cell.replace("\t", " ")),
                min_size=columns,
                max_size=columns,
            )
            aligns = [draw(st.sampled_from(["", "right", "center"])) for _ in range(columns)]
            article.table(draw(st.lists(cells, min_size=1, max_size=3)), aligns, containers)
            continue
        text = "" if kind == "rule" else draw(_TEXT)
        ends = st.integers(0, len(text))
        spans = []
        for _ in range(draw(st.integers(0, 2))):
            start, end = sorted((draw(ends), draw(ends)))
            name = draw(st.sampled_from(["emphasis", "code", "link"]))
            spans.append((start, end, name, ""))
        if draw(st.booleans()):
            place = draw(ends)
            spans.append((place, place, "note", draw(st.sampled_from(["1", "23"]))))
        more = {"level": draw(st.integers(1, 6))} if kind == "heading" else {"src": "a/b.png"}
        article.add(kind, text, containers, spans, **more)
    return article.document()


def _text_of(block: Block, lines: list[Line], text: str) -> list[str]:
    """The text that the runs of a block give back: one string, or one for each cell."""
    ranges = [c for row in block.rows for c in row] or [(block.start, block.end)]
    found = []
    for start, end in ranges:
        runs = [r for line in lines for r in line.runs if start <= r.start < r.end <= end]
        found.append("".join(text[run.start : run.end] for run in runs))
    return found


@settings(max_examples=250, deadline=None)
@given(documents(), _MEASURE, st.booleans(), _SIGNS)
def test_layout(document: Document, measure: int, justify: bool, signs: Signs) -> None:
    layout = Layout(document, measure, justify=justify, signs=signs)
    again = Layout(document, measure, justify=justify, signs=signs)
    of_block: dict[int, list[Line]] = {}
    for piece in range(layout.count):
        lines = layout.lines(piece)
        assert [_plain(line) for line in lines] == [_plain(line) for line in again.lines(piece)]
        for line in lines:
            of_block.setdefault(line.block, []).append(line)
            _check_line(line, measure)
    for number, block in enumerate(document.blocks):
        shown = document.text[block.start : block.end].strip("\t\n" if block.rows else "")
        assert number in of_block or (not shown and block.kind not in ("rule", "image"))
    for number, lines in of_block.items():
        block = document.blocks[number]
        ranges = [c for row in block.rows for c in row] or [(block.start, block.end)]
        expected = [document.text[start:end] for start, end in ranges]
        assert _text_of(block, lines, document.text) == expected
        if not block.rows:
            shown = [line for line in lines if not line.blank]
            assert shown[0].start == block.start
            assert [line.end for line in shown[:-1]] == [line.start for line in shown[1:]]
    _check_places(layout, document)


def _plain(line: Line) -> tuple[object, ...]:
    runs = [(r.column, r.start, r.end, r.glyphs, r.width, r.role) for r in line.runs]
    return line.block, line.start, line.end, line.width, line.blank, runs


def _check_line(line: Line, measure: int) -> None:
    assert line.width <= measure, line.glyphs
    assert cell_len(line.glyphs) == line.width, (line.glyphs, line.runs)
    assert sum(cell_len(run.glyphs) for run in line.runs) <= measure
    reach = 0
    for run in line.runs:
        assert run.column >= reach
        assert run.width == cell_len(run.glyphs)
        reach = run.column + run.width
        assert line.start <= run.start <= run.end <= line.end
    assert not any(char in line.glyphs for char in "\n\t\u00ad\u200b\u00a0\u202f")


def _check_places(layout: Layout, document: Document) -> None:
    """Offset to line and column, and back, for every character that is painted."""
    for number in range(layout.count):
        for place, line in enumerate(layout.lines(number)):
            for run in line.runs:
                if run.start == run.end or not run.width:
                    continue
                offset = run.start
                pieces = clusters(run.glyphs)
                if len(run.glyphs) != run.end - run.start:
                    pieces = [run.glyphs]
                for cluster in pieces:
                    if cell_len(cluster):
                        assert layout.locate(offset) == (number, place)
                        assert offset_of(line, column_of(line, offset)) == offset
                    offset += len(cluster)
