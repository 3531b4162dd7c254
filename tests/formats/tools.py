"""What the tests of the formats share: parsing from a string, and a readable form of a document."""

from hypothesis import strategies as st

from reader.document.model import Block, Document
from reader.formats.markdown import PIECE, parse_markdown
from reader.formats.source import Source


def markdown(text: str, piece: int = PIECE) -> Document:
    """The whole document of a Markdown text, parsed `piece` characters at a time."""
    return parse_markdown(Source("test.md", text, "markdown"), piece).finish()


def containers(block: Block) -> str:
    """The containers of a block in short: `quote`, `item:1`, `task+`, `item*`, `footnote:2`."""
    names = []
    for each in block.containers:
        name = each.kind
        if each.number is not None:
            name += f":{each.number}"
        if each.checked is not None:
            name += "[x]" if each.checked else "[ ]"
        if not each.tight:
            name += "~"
        if each.by:
            name += f"({each.by})"
        names.append(name)
    return " ".join(names)


def spans(document: Document, block: Block) -> tuple[str, ...]:
    """The spans of a block in short: `emphasis:word`, `link:word>address`."""
    return tuple(
        f"{span.kind}:{document.text[span.start : span.end]}"
        + (f">{span.href}" if span.href else "")
        for span in block.spans
    )


def structure(document: Document, *, source: bool = True) -> list[tuple[object, ...]]:
    """Everything about the blocks of a document; ids as the order in which they first come."""
    ids: dict[int, int] = {}
    lists: dict[int, int] = {}
    rows: list[tuple[object, ...]] = []
    for block in document.blocks:
        rows.append(
            (
                block.kind,
                document.text[block.start : block.end],
                block.start,
                tuple(
                    (
                        each.kind,
                        ids.setdefault(each.id, len(ids)),
                        lists.setdefault(each.list_id, len(lists)) if each.list_id else -1,
                        each.number,
                        each.checked,
                        each.tight,
                        each.by,
                    )
                    for each in block.containers
                ),
                tuple((s.start, s.end, s.kind, s.href) for s in block.spans),
                (block.level, block.language, block.src, block.alt, block.caption),
                (block.rows, block.aligns),
                block.source if source else None,
            )
        )
    return rows


def well_formed(document: Document) -> None:
    """What holds for every document whatever it was made from."""
    at = 0
    for number, block in enumerate(document.blocks):
        assert block.start == at + (number > 0), block
        assert block.start <= block.end
        at = block.end
        text = document.text[block.start : block.end]
        if block.kind not in ("code", "table"):
            assert text == text.strip(" \n"), (block, text)
        last = block.start
        for span in block.spans:
            assert block.start <= span.start <= span.end <= block.end, (block, span)
            assert span.kind == "note" or span.start < span.end, (block, span)
            assert span.kind and span.kind != "cell"
            assert span.start >= last
            last = span.start
        assert len(block.containers) <= 32
        low, high = block.source
        assert 0 <= low <= high <= document.size
        for row in block.rows:
            assert all(block.start <= a <= b <= block.end for a, b in row)
    assert at == len(document.text) == len(document)


# Pieces of Markdown that meet each other in every order; some are only the beginning of a block.
SNIPPETS = (
    "word",
    "plain words, and *emphasis* with `code` and **strong _words_**",
    "two lines\nof a paragraph",
    "hard  \nbreak\\\nbreak",
    "# Heading",
    "## Second *level* ##",
    "Setext\n===",
    "Setext two\n---",
    "***",
    "---",
    "- one\n- two",
    "- one\n\n- two",
    "- a\n  - b\n    - c\n\n      d",
    "* star",
    "+ [ ] open\n+ [x] done",
    "1. first\n2. second",
    "7) seven\n\n   more",
    "-",
    "- \n\n  late",
    "> quote",
    "> quote\n> over lines\nlazy",
    "> words\n> — Somebody",
    "> words\n>\n> – Somebody *Else*",
    "> - item\n>   > deep\n> - item",
    "- > quote\n  — No one",
    "```\ncode\n\n  code\n```",
    "~~~ py x\n`a`\n~~~",
    "```\nnever closed\n\n# no heading",
    "- ```\n  in item\n\n  ```\n- x",
    "- ```\n  open in item",
    "    indented\n\n    code",
    "  indented a little",
    "\ttab",
    "<div>\n*raw* &amp; <b>text</b>\n</div>",
    "<div>\n\n*not raw*\n\n</div>",
    "<!-- a\n\ncomment -->",
    "<!-- never closed\n\nx",
    "<script>\nx\n\ny\n</script> z",
    "<pre>\n a\n\n b</pre>",
    "a <br> b <i>c</i> &lt;d&gt; &#123; &copy;",
    "<details>\n<summary>More</summary>\n\nhidden\n\n</details>",
    "| a | b |\n|---|:-:|\n| 1 | *2* |\n| 3 |",
    "a | b\n--|--\n`x` | y\\|z\nlast",
    "|a|\n|-|",
    "Term\n: Definition\n: Another\n\n  more",
    "Term\n\n: Loose",
    ": lonely",
    "[foo] and [bar][foo] and [Foo][] and [nothing]",
    "[baz]: <b c> (title)",
    "[foo]: /first 'title'",
    "[foo]: /second",
    "> [quoted]: /q\n> [quoted]",
    "[baz] [quoted]",
    "![pic *x*][foo]",
    '![alt](src.png "cap")',
    "[![alt](src.png)](http://a.example) ![b](c)",
    "text ![in line](x.png) text",
    "note[^1] and[^two] and[^1] and[^none]",
    "[^1]: The *first* note",
    "[^two]: Second\n\n    with more[^1]\n\n    > quote",
    "[^1]: Again",
    "[^unused]: Never[^deep]",
    "[^deep]: Deep",
    "> [^in]: in a quote\n> x[^in]",
    "    [^two]: in code",
    "http://bare.example/a_(b). and www.example.org, <http://auto.example>",
    "~~gone~~ H~2~O x^2^ 2^10 and 2^20",
    "\\* \\# 1\\. &nbsp;x",
    "é à l’italienne « oui »",
    "a\u0301 e\u0301 \U0001f600",
    "&",
    "<",
    "*",
    "[",
    "`",
    "\\",
)
SEPARATORS = ("\n\n", "\n", "\n\n\n", "\n \t\n", "\r\n\r\n", "\n\n  ", "\n\n    ", "\n> ", "\n  ")


def documents(longest: int = 9) -> "st.SearchStrategy[str]":
    """Markdown texts put together from the snippets."""
    piece = st.tuples(st.sampled_from(SNIPPETS), st.sampled_from(SEPARATORS + SEPARATORS[:1] * 8))
    return st.lists(piece, max_size=longest).map(lambda pairs: "".join(a + b for a, b in pairs))
