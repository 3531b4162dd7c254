"""Markdown by its sections in CommonMark 0.31 and GitHub Flavored Markdown, our own examples.

A block is its kind (with the level of a heading), its containers, its text, then its spans; see
`tests.formats.tools` for the short forms. A `~` after a container means that its list is loose.
"""

import pytest

from tests.formats.tools import containers, markdown, spans, well_formed

Case = tuple[str, list[tuple[str, ...]]]

CASES: dict[str, list[Case]] = {
    "tabs": [
        ("\tcode line", [("code", "", "code line")]),
        (
            "- item\n\n\tsecond paragraph",
            [("paragraph", "item~", "item"), ("paragraph", "item~", "second paragraph")],
        ),
        (">\t\tdeep", [("code", "quote", "  deep")]),
        ("a\tb\t\tc", [("paragraph", "", "a b c")]),
        ("#\tTabbed", [("title", "", "Tabbed")]),
        ("-\t\tcode in item", [("code", "item", "  code in item")]),
    ],
    "backslash escapes": [
        ("\\*no emphasis\\* \\# \\[x\\](y)", [("paragraph", "", "*no emphasis* # [x](y)")]),
        ("C:\\path\\x and \\\\ end", [("paragraph", "", "C:\\path\\x and \\ end")]),
        ("`\\*` stays", [("paragraph", "", "\\* stays", "code:\\*")]),
        ("line\\\nbroken", [("paragraph", "", "line\nbroken")]),
        ('[a](x\\_y "t\\"q")', [("paragraph", "", "a", "link:a>x_y")]),
        ("``` a\\+b\nx\n```", [("code", "", "x")]),
        ("\\# no heading", [("paragraph", "", "# no heading")]),
    ],
    "entities": [
        ("&copy; &amp; &lt;b&gt; &#8212; &#x2014;", [("paragraph", "", "© & <b> — —")]),
        ("&unknown; &copy", [("paragraph", "", "&unknown; &copy")]),
        ("`&amp;`", [("paragraph", "", "&amp;", "code:&amp;")]),
        ("&#42;plain&#42;", [("paragraph", "", "*plain*")]),
        ('[a](?q=&amp;r "&quot;t")', [("paragraph", "", "a", "link:a>?q=&r")]),
        ("x&nbsp;y", [("paragraph", "", "x\xa0y")]),
        ("&#0; &#27;[31m", [("paragraph", "", "� ␛[31m")]),
    ],
    "precedence": [
        ("- `one\n- two`", [("paragraph", "item", "`one"), ("paragraph", "item", "two`")]),
        ("> a `b\n\nc` d", [("paragraph", "quote", "a `b"), ("paragraph", "", "c` d")]),
    ],
    "thematic breaks": [
        ("***", [("rule", "", "")]),
        ("- - -", [("rule", "", "")]),
        ("_____", [("rule", "", "")]),
        ("+++", [("paragraph", "", "+++")]),
        ("a\n***\nb", [("paragraph", "", "a"), ("rule", "", ""), ("paragraph", "", "b")]),
        ("  ***", [("rule", "", "")]),
        ("    ***", [("code", "", "***")]),
        (
            "- a\n- ***\n- b",
            [("paragraph", "item", "a"), ("rule", "item", ""), ("paragraph", "item", "b")],
        ),
        ("--", [("paragraph", "", "--")]),
        ("_ _ a", [("paragraph", "", "_ _ a")]),
    ],
    "atx": [
        (
            "x\n\n# one\n\n## two\n\n### three\n\n#### four\n\n##### five\n\n###### six",
            [
                ("paragraph", "", "x"),
                ("heading1", "", "one"),
                ("heading2", "", "two"),
                ("heading3", "", "three"),
                ("heading4", "", "four"),
                ("heading5", "", "five"),
                ("heading6", "", "six"),
            ],
        ),
        ("x\n\n####### seven", [("paragraph", "", "x"), ("paragraph", "", "####### seven")]),
        (
            "x\n\n#5 bolt\n\n#tag",
            [("paragraph", "", "x"), ("paragraph", "", "#5 bolt"), ("paragraph", "", "#tag")],
        ),
        ("x\n\n## closed ##   ", [("paragraph", "", "x"), ("heading2", "", "closed")]),
        ("x\n\n# a #b", [("paragraph", "", "x"), ("heading1", "", "a #b")]),
        ("x\n\n##", [("paragraph", "", "x"), ("heading2", "", "")]),
        (
            "x\n\n## *em* and `code`",
            [("paragraph", "", "x"), ("heading2", "", "em and code", "emphasis:em", "code:code")],
        ),
        (
            "para\n## head\npara",
            [("paragraph", "", "para"), ("heading2", "", "head"), ("paragraph", "", "para")],
        ),
    ],
    "setext": [
        ("x\n\nTwo\n===", [("paragraph", "", "x"), ("heading1", "", "Two")]),
        (
            "x\n\nOne *two\nthree*\n---",
            [("paragraph", "", "x"), ("heading2", "", "One two three", "emphasis:two three")],
        ),
        ("- item\n---", [("paragraph", "item", "item"), ("rule", "", "")]),
        ("> quote\n---", [("paragraph", "quote", "quote"), ("rule", "", "")]),
        ("a\n\n===", [("paragraph", "", "a"), ("paragraph", "", "===")]),
        ("`a\n---\nb`", [("heading2", "", "`a"), ("paragraph", "", "b`")]),
    ],
    "indented code": [
        ("    code\n      more", [("code", "", "code\n  more")]),
        ("    a\n\n\n    b", [("code", "", "a\n\n\nb")]),
        ("text\n    no code", [("paragraph", "", "text no code")]),
        ("    <b>\n    *x*", [("code", "", "<b>\n*x*")]),
        ("\n    a  \n", [("code", "", "a  ")]),
    ],
    "fenced code": [
        ("```\na\n b\n```", [("code", "", "a\n b")]),
        ("~~~python title\nx = '```'\n~~~", [("code", "", "x = '```'")]),
        ("````\n```\n````", [("code", "", "```")]),
        ("```\nopen", [("code", "", "open")]),
        ("   ```\n   a\n  b\n   ```", [("code", "", "a\nb")]),
        ("```\n\n```", [("code", "", "")]),
        ("> ```\n> q\n\nout", [("code", "quote", "q"), ("paragraph", "", "out")]),
        ("``` `x` ```", [("paragraph", "", "`x`", "code:`x`")]),
        ("a\n```\nb\n```\nc", [("paragraph", "", "a"), ("code", "", "b"), ("paragraph", "", "c")]),
        ("```\n\tx  \n```", [("code", "", "\tx  ")]),
    ],
    "html blocks": [
        ("<div>\n*not* &amp;\n</div>", [("paragraph", "", "*not* &")]),
        (
            "<table><tr><td>\none\n</td><td>two</td></tr></table>",
            [("paragraph", "", "one"), ("paragraph", "", "two")],
        ),
        ("<div>\n\n*yes*\n\n</div>", [("paragraph", "", "yes", "emphasis:yes")]),
        ("<!-- gone -->", []),
        ("<script>\nalert('x')\n</script>", []),
        ("<style>p{}</style>\n\nafter", [("paragraph", "", "after")]),
        (
            "<p>one<br>two</p><p>three</p>",
            [("paragraph", "", "one\ntwo"), ("paragraph", "", "three")],
        ),
        ("<pre>\na\n  b\n</pre>", [("code", "", "a\n  b")]),
        (
            "<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
            [("paragraph", "", "one"), ("paragraph", "", "two")],
        ),
        ('<img src="a.png" alt="pic" title="cap">', [("image", "", "pic\ncap")]),
        ("<?php echo 1 ?>", []),
        ("<!DOCTYPE html>", []),
        (
            "<details>\n<summary>More</summary>\nx\n</details>",
            [("paragraph", "", "More"), ("paragraph", "", "x")],
        ),
        ("<hr/>", []),
    ],
    "link reference definitions": [
        ('[a]\n\n[a]: url "title"', [("paragraph", "", "a", "link:a>url")]),
        ("[A b]\n\n[a   B]: <my url>", [("paragraph", "", "A b", "link:A b>my%20url")]),
        ("[x]: 1\n[x]: 2\n\n[x]", [("paragraph", "", "x", "link:x>1")]),
        ("[foo]: u\n[foo] after", [("paragraph", "", "foo after", "link:foo>u")]),
        ("[no]: \n\n[no]", [("paragraph", "", "[no]:"), ("paragraph", "", "[no]")]),
        ("> [in]: q\n\n[in]", [("paragraph", "", "in", "link:in>q")]),
        ("[ß]: s\n\n[ẞ]", [("paragraph", "", "ẞ", "link:ẞ>s")]),
        ("a\n[b]: c", [("paragraph", "", "a [b]: c")]),
        ("[only]: definition", []),
    ],
    "paragraphs": [
        ("one\n\ntwo", [("paragraph", "", "one"), ("paragraph", "", "two")]),
        ("one\ntwo", [("paragraph", "", "one two")]),
        ("  one\n     two", [("paragraph", "", "one two")]),
        ("a    b", [("paragraph", "", "a b")]),
        ("one  \n\ntwo", [("paragraph", "", "one"), ("paragraph", "", "two")]),
    ],
    "blank lines": [
        ("\n\n  \none\n  \n\ntwo\n\n", [("paragraph", "", "one"), ("paragraph", "", "two")]),
    ],
    "block quotes": [
        ("> a\n> b", [("paragraph", "quote", "a b")]),
        (">a\n>b", [("paragraph", "quote", "a b")]),
        ("> a\nlazy", [("paragraph", "quote", "a lazy")]),
        ("> a\n\n> b", [("paragraph", "quote", "a"), ("paragraph", "quote", "b")]),
        ("> a\n>\n> b", [("paragraph", "quote", "a"), ("paragraph", "quote", "b")]),
        ("> > deep\n> out", [("paragraph", "quote quote", "deep out")]),
        (">", []),
        ("> # h\n>\n>     code", [("heading1", "quote", "h"), ("code", "quote", "code")]),
        (
            "> - a\n> - b\n\nc",
            [
                ("paragraph", "quote item", "a"),
                ("paragraph", "quote item", "b"),
                ("paragraph", "", "c"),
            ],
        ),
        (
            "> words\n> — Ada",
            [("paragraph", "quote(Ada)", "words"), ("attribution", "quote(Ada)", "Ada")],
        ),
        (
            "> words\n>\n> -- *Ada* B.",
            [
                ("paragraph", "quote(Ada B.)", "words"),
                ("attribution", "quote(Ada B.)", "Ada B.", "emphasis:Ada"),
            ],
        ),
        ("> — alone", [("paragraph", "quote", "— alone")]),
        (
            "> > in\n> > – Ada\n>\n> out",
            [
                ("paragraph", "quote quote(Ada)", "in"),
                ("attribution", "quote quote(Ada)", "Ada"),
                ("paragraph", "quote", "out"),
            ],
        ),
        ("> — Oui.\n> — Non.", [("paragraph", "quote", "— Oui. — Non.")]),
        (
            "> a\\\n> ― Ada, [book](b)",
            [
                ("paragraph", "quote(Ada, book)", "a"),
                ("attribution", "quote(Ada, book)", "Ada, book", "link:book>b"),
            ],
        ),
    ],
    "list items": [
        (
            "- a\n\n  b\n\n      code",
            [("paragraph", "item~", "a"), ("paragraph", "item~", "b"), ("code", "item~", "code")],
        ),
        ("1.  a\n\n    b", [("paragraph", "item:1~", "a"), ("paragraph", "item:1~", "b")]),
        ("-one\n\n2.two", [("paragraph", "", "-one"), ("paragraph", "", "2.two")]),
        (
            "10) ten\n11) eleven",
            [("paragraph", "item:10", "ten"), ("paragraph", "item:11", "eleven")],
        ),
        ("-", [("paragraph", "item", "")]),
        (
            "- a\n-\n- c",
            [("paragraph", "item", "a"), ("paragraph", "item", ""), ("paragraph", "item", "c")],
        ),
        ("1234567890. no", [("paragraph", "", "1234567890. no")]),
        ("- > q\n  > r", [("paragraph", "item quote", "q r")]),
        ("-   a\n\n    b", [("paragraph", "item~", "a"), ("paragraph", "item~", "b")]),
        ("a\n- b", [("paragraph", "", "a"), ("paragraph", "item", "b")]),
        ("a\n2. b", [("paragraph", "", "a 2. b")]),
        ("- # head", [("heading1", "item", "head")]),
        ("1. a\n\n   ```\n   x\n   ```", [("paragraph", "item:1~", "a"), ("code", "item:1~", "x")]),
        ("- a\n lazy", [("paragraph", "item", "a lazy")]),
    ],
    "lists": [
        (
            "- a\n- b\n+ c",
            [("paragraph", "item", "a"), ("paragraph", "item", "b"), ("paragraph", "item", "c")],
        ),
        (
            "1. a\n2. b\n3) c",
            [
                ("paragraph", "item:1", "a"),
                ("paragraph", "item:2", "b"),
                ("paragraph", "item:3", "c"),
            ],
        ),
        (
            "- a\n- b\n\n- c",
            [("paragraph", "item~", "a"), ("paragraph", "item~", "b"), ("paragraph", "item~", "c")],
        ),
        (
            "- a\n  - b\n    - c\n- d",
            [
                ("paragraph", "item", "a"),
                ("paragraph", "item item", "b"),
                ("paragraph", "item item item", "c"),
                ("paragraph", "item", "d"),
            ],
        ),
        (
            "- a\n  1. b\n  2. c",
            [
                ("paragraph", "item", "a"),
                ("paragraph", "item item:1", "b"),
                ("paragraph", "item item:2", "c"),
            ],
        ),
        (
            "* a\n*\n\n* c",
            [("paragraph", "item~", "a"), ("paragraph", "item~", ""), ("paragraph", "item~", "c")],
        ),
        ("- a\n\n<!-- -->\n\n- b", [("paragraph", "item", "a"), ("paragraph", "item", "b")]),
        (
            "- a\n  > b\n- c",
            [
                ("paragraph", "item", "a"),
                ("paragraph", "item quote", "b"),
                ("paragraph", "item", "c"),
            ],
        ),
        ("0. zero", [("paragraph", "item:0", "zero")]),
        (
            "- a\n\n  - b\n\n- c",
            [
                ("paragraph", "item~", "a"),
                ("paragraph", "item~ item", "b"),
                ("paragraph", "item~", "c"),
            ],
        ),
    ],
    "code spans": [
        ("`a`", [("paragraph", "", "a", "code:a")]),
        ("`` a`b ``", [("paragraph", "", "a`b", "code:a`b")]),
        ("` a `", [("paragraph", "", "a", "code:a")]),
        ("`a  b`", [("paragraph", "", "a  b", "code:a  b")]),
        ("`a\nb`", [("paragraph", "", "a b", "code:a b")]),
        ("`*x*` *`y`*", [("paragraph", "", "*x* y", "code:*x*", "emphasis:y", "code:y")]),
        ("`open", [("paragraph", "", "`open")]),
        ("a `\\` b", [("paragraph", "", "a \\ b", "code:\\")]),
        ("``x`", [("paragraph", "", "``x`")]),
    ],
    "emphasis": [
        (
            "*a* _b_ **c** __d__",
            [("paragraph", "", "a b c d", "emphasis:a", "emphasis:b", "strong:c", "strong:d")],
        ),
        ("***both***", [("paragraph", "", "both", "emphasis:both", "strong:both")]),
        ("snake_case_name and a*b*c", [("paragraph", "", "snake_case_name and abc", "emphasis:b")]),
        ("* no *", [("paragraph", "item", "no *")]),
        ("**a *b* c**", [("paragraph", "", "a b c", "strong:a b c", "emphasis:b")]),
        ("*a **b***", [("paragraph", "", "a b", "emphasis:a b", "strong:b")]),
        ("**open", [("paragraph", "", "**open")]),
        ("*a_b*c_", [("paragraph", "", "a_bc_", "emphasis:a_b")]),
        ('**"a"** b', [("paragraph", "", '"a" b', 'strong:"a"')]),
        ("_(a)_.", [("paragraph", "", "(a).", "emphasis:(a)")]),
        ("*a\nb*", [("paragraph", "", "a b", "emphasis:a b")]),
        ("\\*a*", [("paragraph", "", "*a*")]),
        ("5 * 3 * 2", [("paragraph", "", "5 * 3 * 2")]),
    ],
    "links": [
        ("[a](u)", [("paragraph", "", "a", "link:a>u")]),
        ('[a](u "t") [b](<x y>)', [("paragraph", "", "a b", "link:a>u", "link:b>x%20y")]),
        (
            "[*a* b](http://x.org/?a=b&c=d)",
            [("paragraph", "", "a b", "link:a b>http://x.org/?a=b&c=d", "emphasis:a")],
        ),
        ("[a]()", [("paragraph", "", "a")]),
        ("[a] (u)", [("paragraph", "", "[a] (u)")]),
        ("[a][b]\n\n[b]: #frag", [("paragraph", "", "a", "link:a>#frag")]),
        ("[x [y] z](u)", [("paragraph", "", "x [y] z", "link:x [y] z>u")]),
        ("[a](javascript:alert)", [("paragraph", "", "a")]),
        ("[a [b](inner)](outer)", [("paragraph", "", "[a b](outer)", "link:b>inner")]),
        ("[a](mailto:x@y.org)", [("paragraph", "", "a", "link:a>mailto:x@y.org")]),
        ("[a](u(b)c)", [("paragraph", "", "a", "link:a>u(b)c")]),
        ("[not defined]", [("paragraph", "", "[not defined]")]),
        ("[a](./other.md#part)", [("paragraph", "", "a", "link:a>./other.md#part")]),
        ("[a](/etc/passwd) [b](//x.org)", [("paragraph", "", "a b", "link:b>https://x.org")]),
    ],
    "images": [
        ("![alt](a.png)", [("image", "", "alt")]),
        ('![alt *em*](a.png "A caption")', [("image", "", "alt em\nA caption")]),
        ("before ![alt](a.png) after", [("paragraph", "", "before alt after", "image:alt>a.png")]),
        ("[![alt](a.png)](big)", [("image", "", "alt", "link:alt>big")]),
        ("![](a.png)", [("image", "", "")]),
        ("![a](a.png)\n![b](b.png)", [("image", "", "a"), ("image", "", "b")]),
        ('![same](a.png "same")', [("image", "", "same")]),
        ("![r][ref]\n\n[ref]: r.png 'cap'", [("image", "", "r\ncap")]),
        ("- ![alt](a.png)", [("image", "item", "alt")]),
        ("![a](data:image/png;base64,xx)", [("image", "", "a")]),
    ],
    "autolinks": [
        (
            "<https://x.org/a?b=c>",
            [
                (
                    "paragraph",
                    "",
                    "https://x.org/a?b=c",
                    "link:https://x.org/a?b=c>https://x.org/a?b=c",
                )
            ],
        ),
        ("<me@x.org>", [("paragraph", "", "me@x.org", "link:me@x.org>mailto:me@x.org")]),
        ("<not a link>", []),
        ("<x:y>", [("paragraph", "", "<x:y>")]),
    ],
    "raw html": [
        ("a <b>bold</b> <span class='x'>y</span>", [("paragraph", "", "a bold y", "strong:bold")]),
        (
            "H<sub>2</sub>O x<sup>e</sup> <kbd>Ctrl</kbd>",
            [("paragraph", "", "H2O xe Ctrl", "subscript:2", "superscript:e", "code:Ctrl")],
        ),
        (
            "<strong>a <em>b</em></strong> <del>c</del>",
            [("paragraph", "", "a b c", "strong:a b", "emphasis:b", "strike:c")],
        ),
        ("<b>a</i> b</b>", [("paragraph", "", "a b", "strong:a b")]),
        ("<b>a <i>b</b>", [("paragraph", "", "a b", "strong:a b")]),
        ("<b>a\n\nb</b> <b/>c</b>", [("paragraph", "", "a"), ("paragraph", "", "b c")]),
        ("<b>*a</b> b*", [("paragraph", "", "a b", "emphasis:a b")]),
        (
            "*a <b>b* *c</b> d*",
            [("paragraph", "", "a b c d", "emphasis:a b", "emphasis:c d")],
        ),
        ("x<sup>a b</sup> <code>*c*</code>", [("paragraph", "", "xa b c", "emphasis:c")]),
        ("|<b>a|b</b>|\n|-|-|\n|<i>x</i>|y|", [("table", "", "a\tb\nx\ty", "emphasis:x")]),
        ("a<br>b<br/>c", [("paragraph", "", "a\nb\nc")]),
        ("a <!-- hidden --> b", [("paragraph", "", "a b")]),
        ("a <script>evil()</script> b", [("paragraph", "", "a b")]),
        ("a <img src=i.png alt='pic'> b", [("paragraph", "", "a pic b", "image:pic>i.png")]),
        ("1 < 2 > 0", [("paragraph", "", "1 < 2 > 0")]),
        ('a <b title="*">*x*</b>', [("paragraph", "", "a x", "strong:x", "emphasis:x")]),
    ],
    "breaks": [
        ("a  \nb", [("paragraph", "", "a\nb")]),
        ("a\\\nb", [("paragraph", "", "a\nb")]),
        ("a\nb", [("paragraph", "", "a b")]),
        ("a  ", [("paragraph", "", "a")]),
        ("a\\", [("paragraph", "", "a\\")]),
        ("*a  \nb*", [("paragraph", "", "a\nb", "emphasis:a\nb")]),
        ("# a\\\n", [("title", "", "a\\")]),
        ("a     \n   b", [("paragraph", "", "a\nb")]),
    ],
    "tables": [
        ("| a | b |\n|---|--:|\n| 1 | *2* |", [("table", "", "a\tb\n1\t2", "emphasis:2")]),
        ("a | b\n:-: | :--\n`x|y` | z", [("table", "", "a\tb\n`x\ty`")]),
        ("| a |\n|---|\n| b \\| c |", [("table", "", "a\nb | c")]),
        ("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |", [("table", "", "a\tb\n1\t\n1\t2")]),
        ("| a |\n|---|\nend\n\nout", [("table", "", "a\nend"), ("paragraph", "", "out")]),
        ("| a |\n| b |", [("paragraph", "", "| a | | b |")]),
        ("|a|b|\n|-|-|\n||  |", [("table", "", "a\tb\n\t")]),
        ("| a |\n|---|\n| x<br>y |", [("table", "", "a\nx y")]),
        ("> | a |\n> |---|\n> | b |", [("table", "quote", "a\nb")]),
    ],
    "task lists": [
        (
            "- [ ] open\n- [x] done\n- [X] big",
            [
                ("paragraph", "item[ ]", "open"),
                ("paragraph", "item[x]", "done"),
                ("paragraph", "item[x]", "big"),
            ],
        ),
        ("1. [ ] one", [("paragraph", "item:1[ ]", "one")]),
        ("- [-] no", [("paragraph", "item", "[-] no")]),
        ("- [x] a\n\n- [ ] b", [("paragraph", "item[x]~", "a"), ("paragraph", "item[ ]~", "b")]),
        ("- a\n  - [x] b", [("paragraph", "item", "a"), ("paragraph", "item item[x]", "b")]),
    ],
    "strikethrough": [
        ("~~gone~~", [("paragraph", "", "gone", "strike:gone")]),
        ("a ~~*b* c~~", [("paragraph", "", "a b c", "strike:b c", "emphasis:b")]),
        ("~sub~", [("paragraph", "", "sub", "subscript:sub")]),
        ("~~open", [("paragraph", "", "~~open")]),
    ],
    "footnotes": [
        (
            "a[^1]\n\n[^1]: Note.",
            [("paragraph", "", "a", "note:>1"), ("paragraph", "footnote:1", "Note.")],
        ),
        (
            "b[^b] a[^a] b[^b]\n\n[^a]: A\n[^b]: B",
            [
                ("paragraph", "", "b a b", "note:>1", "note:>2", "note:>1"),
                ("paragraph", "footnote:1", "B"),
                ("paragraph", "footnote:2", "A"),
            ],
        ),
        ("a[^none]", [("paragraph", "", "a[^none]")]),
        (
            "a[^1]\n\n[^1]: One\n\n    Two\n\n[^x]: Unused",
            [
                ("paragraph", "", "a", "note:>1"),
                ("paragraph", "footnote:1", "One"),
                ("paragraph", "footnote:1", "Two"),
                ("paragraph", "footnote:2", "Unused"),
            ],
        ),
        (
            "[^1]: First[^2]\n\nx[^1]\n\n[^2]: Second",
            [
                ("paragraph", "", "x", "note:>1"),
                ("paragraph", "footnote:1", "First", "note:>2"),
                ("paragraph", "footnote:2", "Second"),
            ],
        ),
        (
            "a[^N]\n\n[^n]: Case",
            [("paragraph", "", "a", "note:>1"), ("paragraph", "footnote:1", "Case")],
        ),
        (
            "- a[^1]\n\n> [^1]: *In* a quote",
            [
                ("paragraph", "item", "a", "note:>1"),
                ("paragraph", "footnote:1", "In a quote", "emphasis:In"),
            ],
        ),
        (
            "a[^1]\n\n[^1]: - item\n",
            [("paragraph", "", "a", "note:>1"), ("paragraph", "footnote:1 item", "item")],
        ),
    ],
    "bare addresses": [
        (
            "see http://x.org/a_b.",
            [("paragraph", "", "see http://x.org/a_b.", "link:http://x.org/a_b>http://x.org/a_b")],
        ),
        (
            "(www.x.org/a_(b))",
            [("paragraph", "", "(www.x.org/a_(b))", "link:www.x.org/a_(b)>http://www.x.org/a_(b)")],
        ),
        (
            "https://x.org, `http://y.org`",
            [
                (
                    "paragraph",
                    "",
                    "https://x.org, http://y.org",
                    "link:https://x.org>https://x.org",
                    "code:http://y.org",
                )
            ],
        ),
        ("[http://x.org](other)", [("paragraph", "", "http://x.org", "link:http://x.org>other")]),
        ("http://localhost and www.", [("paragraph", "", "http://localhost and www.")]),
        ("«http://x.org»", [("paragraph", "", "«http://x.org»", "link:http://x.org>http://x.org")]),
        (
            "*http://x.org/a*",
            [
                (
                    "paragraph",
                    "",
                    "http://x.org/a",
                    "emphasis:http://x.org/a",
                    "link:http://x.org/a>http://x.org/a",
                )
            ],
        ),
        ("xhttp://x.org", [("paragraph", "", "xhttp://x.org")]),
        (
            "www.x.org/?a=1&b=2!",
            [
                (
                    "paragraph",
                    "",
                    "www.x.org/?a=1&b=2!",
                    "link:www.x.org/?a=1&b=2>http://www.x.org/?a=1&b=2",
                )
            ],
        ),
    ],
    "definition lists": [
        ("Term\n: Meaning", [("term", "", "Term"), ("paragraph", "definition", "Meaning")]),
        (
            "Term *x*\n: One\n: Two\n\n   More",
            [
                ("term", "", "Term x", "emphasis:x"),
                ("paragraph", "definition", "One"),
                ("paragraph", "definition", "Two"),
                ("paragraph", "definition", "More"),
            ],
        ),
        (
            "A\n: a\n\nB\n: b",
            [
                ("term", "", "A"),
                ("paragraph", "definition", "a"),
                ("term", "", "B"),
                ("paragraph", "definition", "b"),
            ],
        ),
        (": nothing", [("paragraph", "", ": nothing")]),
    ],
    "super- and subscript": [
        ("H~2~O and E=mc^2^", [("paragraph", "", "H2O and E=mc2", "subscript:2", "superscript:2")]),
        ("1^er^ siècle", [("paragraph", "", "1er siècle", "superscript:er")]),
        ("2^10 and 2^20", [("paragraph", "", "2^10 and 2^20")]),
        ("~5 km or ~6 km", [("paragraph", "", "~5 km or ~6 km")]),
        ("x \\^a\\^ 2\\^3^", [("paragraph", "", "x ^a^ 2^3^")]),
        ("^a^ ~b~", [("paragraph", "", "a b", "superscript:a", "subscript:b")]),
        ("~/a/~b", [("paragraph", "", "~/a/~b")]),
    ],
    "alerts": [
        (
            "> [!NOTE]\n> Read this.",
            [("paragraph", "quote", "Note", "strong:Note"), ("paragraph", "quote", "Read this.")],
        ),
        ("> [!TIP]", [("paragraph", "quote", "Tip", "strong:Tip")]),
    ],
    "white space and clean text": [
        ("a \xa0b\u202f!", [("paragraph", "", "a \xa0b\u202f!")]),
        ("été", [("paragraph", "", "été")]),
        ("\u202eevil\u202c", [("paragraph", "", "�evil�")]),
        ("a\x1b[31mb", [("paragraph", "", "a␛[31mb")]),
        ("*e*́", [("paragraph", "", "é", "emphasis:é")]),
    ],
}


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param(*case, id=f"{name}-{number}")
        for name, cases in CASES.items()
        for number, case in enumerate(cases)
    ],
)
def test_case(text: str, blocks: list[tuple[str, ...]]) -> None:
    document = markdown(text)
    found = [
        (
            block.kind + (str(block.level) if block.level else ""),
            containers(block),
            document.text[block.start : block.end],
            *spans(document, block),
        )
        for block in document.blocks
    ]
    assert found == blocks
    well_formed(document)
