"""The encoding that a page declares in itself."""

import pytest

from reader.formats.decoding import declared_in_page
from reader.formats.html.dom import tree_of
from reader.formats.source import source_of


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b"<META CHARSET = koi8-r>", "koi8-r"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>", "shift_jis"),
        (b"<!-- <meta charset=koi8-r> --><meta charset=x-sjis>", "cp932"),
        (b"<meta name='description' content='we set charset=koi8-r'>", ""),
        (b"<p>charset=koi8-r", ""),
        (b"<meta charset=utf-16>", "utf-8"),
        (b"<meta charset=latin1>\xc3\xa9", "utf-8"),
        (b"<p>" * 2000 + b"<meta charset=koi8-r>", ""),
    ],
)
def test_declared(head: bytes, found: str) -> None:
    assert declared_in_page(head) == found


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("windows-1251", "Привет, мир"), ("shift_jis", "日本語のテキスト"), ("gb2312", "中文文本")],
)
def test_read_in_its_encoding(encoding: str, text: str) -> None:
    page = f"<!doctype html><meta charset={encoding}><p>{text}"
    assert text in source_of("page", page.encode(encoding), None).text


def test_a_server_knows_better() -> None:
    page = "<!doctype html><meta charset=koi8-r><p>Привет".encode("windows-1251")
    assert "Привет" in source_of("page", page, None, charset="windows-1251").text


def test_no_encoding_of_a_page_is_one_of_programs() -> None:
    page = b"<!doctype html><meta charset=unicode_escape><p>a\\u001bb \xe9"
    assert "\\u001b" in source_of("page", page, None).text


@pytest.mark.parametrize(
    "page",
    [
        "<!doctype html><title>T</title><article><p>The text.</article>",
        "<!doctype html><title>T</title><main><p>The text.</main><p>More.",
        "<!doctype html><html><meta charset=utf-8><header><h1>T</h1></header><p>The text.",
        "<title>T</title><custom-part></custom-part><meta name=a content=b><body><p>The text.",
    ],
)
def test_a_page_without_tags_for_head_and_body(page: str) -> None:
    tree = tree_of(page.encode())
    head, body = tree.find("head"), tree.find("body")
    assert {child.tag for child in head} <= {"title", "meta"}
    assert "The text." in "".join(body.itertext())
