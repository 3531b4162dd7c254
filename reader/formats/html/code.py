"""Code in a page: its text without the numbers of lines, and its language."""

import re

from lxml import etree, html

from reader.formats.html.dom import INLINE, classes, is_hidden

# Columns and spans that hold the numbers of lines.
_GUTTER = re.compile(
    r"(?:^|\s)(?:gutter|gl|lineno|linenos|linenodiv|line-?numbers?|line-numbers-rows|lnt|ln"
    r"|blob-num|hljs-ln-numbers|hljs-ln-n|rouge-gutter|code-gutter|crayon-nums"
    r"|react-syntax-highlighter-line-number|line-number|lines-numbers)(?:\s|$)"
)
_CODE_TABLE = re.compile(
    r"(?:^|\s)(?:highlighttable|rouge-table|lntable|syntaxhighlighter|crayon-table|codetable"
    r"|js-file-line-container|hljs-ln|highlight-table|code-table)(?:\s|$)"
)
_LANGUAGE = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|highlight-text|sourceCode|brush|highlight)"
    r"[-:]\s*([\w+#.-]+)"
)
_BARE = re.compile(
    r"(?:^|\s)(?:hljs|highlight|sourceCode|prettyprint|code)\s+([a-z][\w+#-]*)(?:\s|$)"
)
_SAYS_NOTHING = frozenset(
    (
        "text plain plaintext none nohighlight txt default no-highlight plain-text highlight "
        "highlighter-rouge wrap fallback hljs undefined null auto prettyprinted linenums snippet "
        "notranslate line-numbers numberLines code output"
    ).split()
)


def is_code_table(table: html.HtmlElement) -> bool:
    """Whether a table is no more than code beside the numbers of its lines."""
    if _CODE_TABLE.search(classes(table)):
        return True
    if table.find(".//pre") is None:
        return False
    return any(_GUTTER.search(classes(cell)) for cell in table.iterfind(".//td"))


def code_of(element: html.HtmlElement) -> str:
    """The text of code: white space as it stands, lines that are blocks on lines of their own."""
    parts: list[str] = []
    last = "\n"

    def add(text: "str | None") -> None:
        nonlocal last
        if text:
            parts.append(text)
            last = text[-1]

    table = element.tag == "table"
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        tag = inner.tag
        block = tag not in INLINE and tag != "br" and inner is not element
        if event == "start":
            if inner is not element and _is_no_code(inner, table=table):
                walk.skip_subtree()
                continue
            if tag == "br" or (block and last != "\n" and tag != "td"):
                add("\n")
            add(inner.text)
        else:
            if block and last != "\n" and tag in ("div", "li", "tr", "p"):
                add("\n")
            if inner is not element:
                add(inner.tail if not table or tag not in ("td", "tr", "tbody", "pre") else "")
    text = "".join(parts)
    return text.replace("\r\n", "\n").strip("\n").rstrip()


def language_of(element: html.HtmlElement) -> str:
    """The language of code, from its classes or those of what it stands in; '' if unsaid."""
    around = [element, *element.iterfind("code"), *list(element.iterancestors())[:4]]
    for candidate in around:
        for name in ("data-lang", "data-language", "data-code-language"):
            value = (candidate.get(name) or "").strip().lower()
            if value and value not in _SAYS_NOTHING:
                return value
        for pattern in (_LANGUAGE, _BARE):
            for match in pattern.finditer(classes(candidate)):
                value = match.group(1).rstrip(";").lower()
                if value not in _SAYS_NOTHING and (pattern is _LANGUAGE or candidate is element):
                    return "" if value.startswith("default") else value
        if candidate is not element and len(candidate) > 3 and candidate.tag != "code":
            break
    return ""


def _is_no_code(element: html.HtmlElement, *, table: bool) -> bool:
    name = classes(element)
    if name and _GUTTER.search(name):
        return True
    if table and element.tag == "td" and element.find(".//*[@class='lnt']") is not None:
        return True
    return element.tag in ("button", "script", "style", "svg") or (
        element.tag != "img" and "hidden" in element.attrib and is_hidden(element)
    )
