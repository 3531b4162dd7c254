"""What comes out of a page is written as Markdown that reads back as the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats.write_markdown import to_markdown
from tests.formats.html.making import article
from tests.formats.tools import markdown, structure, well_formed

BITS = (
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<br>",
    "<b>",
    "</b>",
    "<em>",
    "</em>",
    "<code>",
    "</code>",
    "<sup>",
    "</sup>",
    "<s>x</s>",
    "<a href='https://a.example/b?c=(d)'>",
    "<a href=#h>",
    "</a>",
    "<ul>",
    "<ol start=7>",
    "<li>",
    "</ul>",
    "</ol>",
    "<li><p>item<p>more",
    "<blockquote>",
    "</blockquote>",
    "<footer>— Who</footer>",
    "<cite>Who</cite>",
    "<h2 id=h>",
    "</h2>",
    "<h1>One</h1>",
    "<pre>a\n  b</pre>",
    "<pre><code class=language-c># d</code></pre>",
    "<hr>",
    "<dl><dt>term<dd>what<dd>more</dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "<img src=https://a.example/i.png alt='an image'>",
    "<figure><img src=https://a.example/j.png><figcaption>a *caption*</figcaption></figure>",
    "<figcaption>lost</figcaption>",
    "<table><tr><th>a<th>b|c<tr><td>1<td><b>2</b></table>",
    "<table><tr><td>x<td>y<tr><td rowspan=2 colspan=2>1<tr><td>2</table>",
    "<table>",
    "<tr>",
    "<td>",
    "<th>",
    "</table>",
    "<sup><a href=#fn1>1</a></sup>",
    "<ol class=footnotes><li id=fn1>A note. <a href=#r>back</a></ol>",
    "<span class=sidenote>aside</span>",
    "<q>",
    "</q>",
    "<math alttext=x></math>",
    "<details><summary>S</summary>",
    "<input type=checkbox checked>",
    "word",
    " ",
    "*",
    "_a_",
    "1. ",
    "- ",
    "# ",
    "— ",
    "\n",
    "&nbsp;",
    "&lt;b&gt;",
    "www.a.example",
    "é\u0301",
    "| a |",
    "[x](y)",
    "`",
    "\\",
)


@given(st.lists(st.sampled_from(BITS), max_size=14).map("".join))
@settings(max_examples=150, deadline=None)
def test_round_trip(page: str) -> None:
    document = article("x" + page)
    well_formed(document)
    written = "".join(to_markdown(document))
    assert structure(markdown(written), source=False) == structure(document, source=False)
