"""Sources: what is opened, what is refused, how bytes become text."""

import io
import os
import socket
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.formats import load, parse, source
from reader.formats.decoding import decode_piece, to_utf8
from reader.formats.sniff import sniff
from reader.formats.source import Source, read_source, short_name


def refusal(spec: str, data: bytes | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        read_source(spec, None if data is None else io.BytesIO(data))
    assert "\n" not in caught.value.message
    return caught.value.message


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("é\r\n".encode())
    found = read_source(str(path))
    assert (found.text, found.size, found.kind) == ("é\r\n", 4, "markdown")
    assert found.path == str(path)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.MD", "markdown"), ("a.txt", "text"), ("a.yml", "yaml"), ("a", "text"), ("a.log", "text")],
)
def test_kinds_by_suffix(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_text("plain words")
    assert read_source(str(tmp_path / name)).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("plain\n\n    words * here", "text"),
        ("# Head", "markdown"),
        ("x\n- item", "markdown"),
        ("a\n> b", "markdown"),
        ("see [a](b)", "markdown"),
        ("```\nx", "markdown"),
        ("---\ntitle: x\n---\n", "markdown"),
        ("title: x\nsections:\n- blocks: []\n", "yaml"),
        ("# comment\nsections:\n", "yaml"),
        ("title: A film\nwords", "text"),
        ("It cost 5. So", "text"),
        ("x *x*^2^", "markdown"),
        ("so *very much*!", "markdown"),
        ("a **bold** word", "markdown"),
        ("“_Emma_”, she said", "markdown"),
        ("run `ls -l` now", "markdown"),
        ("a ~~b~~ c", "markdown"),
        ("2 * 3 * 4 and 5*x*y, 2**3**4", "text"),
        ("snake_case_names and _private, __init__, a _b c_d", "text"),
        ("$ ls *\n$ rm *.o *.a, *~\n$ cp src/*.c lib/*.h /*/x*", "text"),
        ("/* a comment */ and /** another **/", "text"),
        ("``quoted'' and `quoted' words, it `is", "text"),
        ("~5 ~~ 6, ~/a ~/b", "text"),
        ("****** stars ******", "text"),
    ],
)
def test_sniffing(text: str, kind: str) -> None:
    assert sniff(text) == kind


def test_stdin() -> None:
    found = read_source("-", io.BytesIO(b"# Hello"))
    assert (found.name, found.path, found.kind) == ("stdin", None, "markdown")
    assert load("-", io.BytesIO(b"# Hello")).metadata.title == "Hello"
    assert refusal("-", b" \n") == "stdin: nothing came"


def test_what_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(str(tmp_path)).endswith(": is a folder, not a file")
    assert refusal("/dev/zero") == "/dev/zero: is a device or a socket, not a file"
    assert refusal(str(tmp_path / "none")).endswith("none: no such file")
    assert refusal("a\0b") == "a␀b: no such file"
    assert refusal("") == "'' is no file name"
    assert refusal("file://host/a").endswith(": no such file")
    assert "File name too long".lower() in refusal("x" * 5000)
    server = socket.socket(socket.AF_UNIX)
    monkeypatch.chdir(tmp_path)
    with server:
        server.bind("socket")
        assert refusal("socket") == "socket: is a device or a socket, not a file"
    (tmp_path / "empty.md").write_text("")
    assert refusal("empty.md") == "empty.md: the file is empty"


def test_what_would_have_to_be_waited_for(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    with os.fdopen(writing, "wb", 0) as end, os.fdopen(reading, "rb", 0) as pipe:
        end.write(b"text")
        with pytest.raises(SourceError, match="nothing to read at the moment"):
            source._read_stream(pipe, "x")


def test_a_pipe_in_the_place_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("x")
    os.mkfifo(tmp_path / "pipe")
    info = (tmp_path / "a").stat()
    monkeypatch.setattr("reader.formats.source.os.stat", lambda _: info)
    assert refusal(str(tmp_path / "pipe")).endswith("pipe: the file is empty")


def test_file_addresses(tmp_path: Path) -> None:
    path = tmp_path / "a é%.md"
    path.write_text("x")
    for prefix in ("file:", "file://", "FILE://localhost"):
        found = read_source(f"{prefix}{tmp_path}/a%20%c3%A9%25.md")
        assert (found.path, found.name) == (str(path), short_name(str(path)))


def test_a_stray_nul_is_text() -> None:
    assert read_source("-", io.BytesIO(b"text\0text")).text == "text\0text"
    assert load("-", io.BytesIO(b"text\0text")).text == "text␀text"


def test_a_named_pipe_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"# Through a pipe",))
    writer.start()
    assert read_source(str(path)).text == "# Through a pipe"
    writer.join()


def test_an_address() -> None:
    assert refusal("https:///a") == "https:///a: no address that can be opened"


@pytest.mark.parametrize(
    ("spec", "meant"),
    [
        ("example.org/page", "reader https://example.org/page"),
        ("www.example.de", "reader https://www.example.de"),
        ("example.com", "reader https://example.com"),
        ("localhost:8000", "reader https://localhost:8000"),
        ("127.0.0.1:8765/x", "reader https://127.0.0.1:8765/x"),
        ("10.1.2.3/x", "reader https://10.1.2.3/x"),
        ("gemini://example.org/", "begin with https:// or http://"),
        ("notes.md", ""),
        ("folder/notes.md", ""),
        ("file:///nowhere", ""),
    ],
)
def test_what_was_meant_for_an_address(spec: str, meant: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_source(spec)
    assert caught.value.hint.endswith(meant) if meant else not caught.value.hint


def test_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(source, "MAX_SIZE", 1024 * 1024)
    (tmp_path / "big").write_bytes(b"x" * (1024 * 1024 + 1))
    assert refusal(str(tmp_path / "big")).endswith("larger than 1 MiB, the most that is read")
    assert refusal("-", b"x" * (1024 * 1024 + 1)).startswith("stdin: larger than 1 MiB")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\nx", "a PDF file"),
        (b"\x89PNG\r\n\x1a\n", "an image (PNG)"),
        (b"PK\x03\x04xx", "an archive or office file (ZIP)"),
        (b"text\0\0text", "binary data"),
        (b"text\0" * 100, "binary data"),
        (b"\xe9t\xe9\0", "binary data"),
        (bytes(1000), "binary data"),
        (b"\x1f\x8b\x08", "a compressed file (gzip)"),
    ],
)
def test_what_is_no_text(data: bytes, what: str) -> None:
    assert refusal("-", data) == f"stdin: {what}, not text"


def test_web_pages_are_known_by_their_beginning() -> None:
    assert read_source("-", io.BytesIO(b"\n<!DOCTYPE html><p>x")).kind == "html"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("é".encode(), "é"),
        (b"\xef\xbb\xbfa", "a"),
        ("é😀".encode("utf-16"), "é😀"),
        (b"\xfe\xff\x00a", "a"),
        ("é".encode("utf-32"), "é"),
        (b"\xff\xfea", "\ufffd"),
        ("# Été’s\n".encode("utf-16-le"), "# Été’s\n"),
        ("# Été’s\n".encode("utf-16-be"), "# Été’s\n"),
        ("# Été’s\n".encode("utf-16-le") + b"a", "# Été’s\n"),
        (b"caf\xe9 \x80 \x81", "café € \x81"),
        ("déjà vu".encode() + b" caf\xe9", "déjà vu café"),
        ("déjà v".encode() + b"\xc3", "déjà vÃ"),
        ("« CAFÉ » été".encode("cp1252"), "« CAFÉ » été"),
    ],
)
def test_decoding(data: bytes, text: str) -> None:
    assert decode_piece(to_utf8(data)) == text


def test_a_far_byte_that_is_no_utf8() -> None:
    data = ("Déjà vu.\n\n" * 30_000).encode() + b"caf\xe9\n\nfin \xe9t\xe9\n"
    for kind in ("markdown", "text"):
        document = parse(Source("x", to_utf8(data), kind)).finish()
        assert document.text.endswith("vu.\ncafé\nfin été")


@given(st.binary(max_size=40))
def test_decoding_never_fails(data: bytes) -> None:
    decode_piece(to_utf8(data)).encode("utf-8")


def test_names_are_short_and_clean() -> None:
    assert short_name("a\x1b[31m\nb") == "a␛[31m b"
    assert short_name("x" * 200 + ".md").endswith("x.md")
    assert len(short_name("x" * 200)) == 80
