"""Addresses: what is fetched, how, and what is refused; from a server on loopback."""

import gzip
import os
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from reader.errors import ReaderError, SourceError
from reader.formats import parse
from reader.formats.source import Source
from reader.formats.web import connection
from reader.formats.web.cache import Cache, Copy
from reader.formats.web.fetch import Fetch, fetch_source
from reader.formats.web.limits import CancelledError, Limits
from tests.formats.web.serving import Server, answer, serving

PEM = Path(__file__).with_name("localhost.pem")
QUICK = 0.15  # seconds


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(str(tmp_path / "fetched"))


def get(url: str, cache: Cache, **options: object) -> Source:
    return Fetch(url, cache=cache, **options).get()  # type: ignore[arg-type]


def refusal(url: str, cache: Cache, **options: object) -> str:
    with pytest.raises(ReaderError) as caught:
        get(url, cache, **options)
    assert "\n" not in caught.value.message
    assert caught.value.message.isprintable()
    return caught.value.message


# ---------------------------------------------------------------------- what is there


@pytest.mark.parametrize(
    ("path", "media", "body", "kind"),
    [
        ("/a", "text/markdown; charset=utf-8", "plain", "markdown"),
        ("/a", "text/html", "<p>x</p>", "html"),
        ("/a", "application/xhtml+xml", "<html>", "html"),
        ("/a", "text/plain", "Plain words.", "text"),
        ("/a", "text/plain", "# A heading", "markdown"),
        ("/a.md", "text/plain", "plain", "markdown"),
        ("/a.md?raw=1#x", "application/octet-stream", "plain", "markdown"),
        ("/a.yaml", "text/plain", "title: x\nsections: []", "yaml"),
        ("/a", "application/yaml", "title: x", "yaml"),
        ("/a", "text/x-python", "print()", "text"),
        ("/a", "", "<!doctype html>", "html"),
        ("/a", "application/rss+xml", "<rss/>", "feed"),
        ("/a", "application/x-rss+xml; charset=utf-8", "<rss/>", "feed"),
        ("/a", "application/x-atom+xml", "<feed/>", "feed"),
        ("/a", "application/vnd.example+xml", "<html><p>x</html>", "html"),
        ("/a", "text/xml", "<?xml version='1.0'?><feed/>", "feed"),
        ("/a.md", "text/html", "<p>a page about a file</p>", "html"),
    ],
)
def test_kinds(server: Server, cache: Cache, path: str, media: str, body: str, kind: str) -> None:
    server.answers[path.partition("#")[0]] = answer(body, media)
    source = get(server.url(path), cache)
    assert source.kind == kind
    assert source.text == body
    assert source.path is None


def test_what_a_source_says(server: Server, cache: Cache) -> None:
    server.answers["/deep/one"] = answer("# Title\n\n[a](two.md) [b](#c)", charset="x")
    source = get(server.url("/deep/one").replace("http", "HTTP") + "#part", cache)
    assert source.url == source.address == server.url("/deep/one")
    assert source.name == f"127.0.0.1:{server.port}/…/one"
    document = parse(source)
    assert document.address == source.address
    assert document.metadata.source == source.url
    links = [span.href for block in document.blocks for span in block.spans]
    assert links == [server.url("/deep/two.md"), "#c"]
    agent = server.headers["user-agent"]
    assert agent.startswith("reader/")
    assert "cookie" not in server.headers
    assert "referer" not in server.headers


@pytest.mark.parametrize(
    ("media", "body"),
    [
        ("text/plain; charset=iso-8859-1", "Caf\xe9".encode("latin-1")),
        ('text/plain; Charset="windows-1252"', "Caf\xe9".encode("latin-1")),
        ("text/plain; charset=utf-8", "Caf\xe9".encode("latin-1")),  # which is wrong
        ("text/plain; charset=nonsense", "Caf\xe9".encode()),
        ("text/plain; charset=utf-16", "Caf\xe9".encode("utf-16")),
        ("text/plain", "Caf\xe9".encode()),
    ],
)
def test_encodings(server: Server, cache: Cache, media: str, body: bytes) -> None:
    server.answers["/"] = answer(body, media)
    assert get(server.url(), cache).text == "Caf\xe9"


def _raw(data: bytes) -> bytes:
    machine = zlib.compressobj(wbits=-15)
    return machine.compress(data) + machine.flush()


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(b"# Hello", mtime=0)),
        ("x-gzip", gzip.compress(b"# He", mtime=0) + gzip.compress(b"llo", mtime=0)),
        ("gzip", gzip.compress(b"# Hello", mtime=0) + b"\0\0"),
        ("deflate", zlib.compress(b"# Hello")),
        ("deflate", _raw(b"# Hello")),
        ("identity", b"# Hello"),
    ],
    ids=["gzip", "two members", "more behind it", "zlib", "raw", "identity"],
)
def test_compression(server: Server, cache: Cache, encoding: str, body: bytes) -> None:
    server.answers["/"] = answer(body, content_encoding=encoding)
    assert get(server.url(), cache).text == "# Hello"
    assert server.headers["accept-encoding"] == "gzip, deflate"


def test_chunked(server: Server, cache: Cache) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
    server.answers["/"] = iter([head, b"5\r\nHello\r\n", b"6;x=y\r\n there\r\n0\r\n\r\n"])
    assert get(server.url(), cache).text == "Hello there"


# ---------------------------------------------------------------------- redirects


def moved(to: str, status: str = "302 Found") -> bytes:
    return answer("", "", status=status, location=to)


def test_redirects_are_followed(server: Server, cache: Cache) -> None:
    server.answers |= {
        "/one": moved("two?a=b", "301 Moved"),
        "/two?a=b": moved(server.url("/d/three"), "308 Permanent"),
        "/d/three": answer("[x](y)", "text/markdown"),
    }
    source = get(server.url("/one"), cache)
    assert source.url == server.url("/d/three")
    assert source.address == server.url("/one")


def test_redirects_end(server: Server, cache: Cache) -> None:
    server.answers |= {f"/{n}": moved(f"/{n + 1}") for n in range(30)}
    assert "more than 10 redirects" in refusal(server.url("/0"), cache)
    assert len(server.asked) == 11
    server.answers |= {"/a": moved("/b"), "/b": moved("/a#again")}
    assert "leads back to itself" in refusal(server.url("/a"), cache)


@pytest.mark.parametrize(
    "to",
    ["file:///etc/passwd", "ftp://example.org/", "javascript:x", "data:text/html,x", "http://["],
)
def test_redirects_lead_to_the_web_only(server: Server, cache: Cache, to: str) -> None:
    server.answers["/"] = moved(to)
    assert refusal(server.url(), cache)
    assert len(server.asked) == 1


def test_a_redirect_never_leads_inside(
    server: Server, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """127.0.0.2 plays the Internet."""
    monkeypatch.setattr(connection, "is_inside", lambda ip: ip != "127.0.0.2")
    server.answers["/"] = answer("secret")
    with serving("127.0.0.2") as outside:
        outside.answers |= {
            "/": moved(server.url()),
            "/name": moved(server.url(host="localhost")),
            "/on": moved("/end"),
            "/end": answer("fine"),
        }
        assert "private network" in refusal(outside.url(), cache)
        assert "private network" in refusal(outside.url("/name"), cache)
        assert get(outside.url("/on"), cache).text == "fine"
        assert not server.asked
        # From inside it may go inside and out, but not in again.
        server.answers |= {"/in": moved("/"), "/out": moved(outside.url("/"))}
        assert get(server.url("/in"), cache).text == "secret"
        assert "private network" in refusal(server.url("/out"), cache)


def test_the_name_cannot_mean_another_address_meanwhile(
    server: Server, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A resolver that answers otherwise the second time: what is judged is what is connected to."""
    monkeypatch.setattr(connection, "is_inside", lambda ip: ip != "127.0.0.2")
    asked = []

    def resolve(host: str, port: int, **_: object) -> list[object]:
        asked.append(host)
        ip = "127.0.0.2" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]

    monkeypatch.setattr(connection, "resolve", resolve)
    with serving("127.0.0.2") as outside:
        outside.answers["/"] = moved("/again")
        assert "private network" in refusal(outside.url(host="rebound.example"), cache)
        assert asked == ["rebound.example"] * 2


def test_links_of_articles_do_not_lead_inside(server: Server, cache: Cache) -> None:
    server.answers |= {"/": answer(), "/other": answer("other")}
    assert "private network" in refusal(server.url(), cache, typed=False)
    assert "private network" in refusal(
        server.url(), cache, typed=False, origin="https://example.org/"
    )
    assert not server.asked
    get(server.url(), cache)
    linked = get(server.url("/other"), cache, typed=False, origin=server.url())
    assert linked.text == "other"  # the article itself is from inside


def test_a_fresh_copy_from_inside_is_for_those_who_may_go_there(
    server: Server, cache: Cache
) -> None:
    server.answers |= {"/": answer("inside", cache_control="max-age=200")}
    get(server.url(), cache)
    said = refusal(server.url(), cache, typed=False, origin="https://example.org/")
    assert "private network" in said


def test_links_lead_inside_from_there_without_any_copy(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    nowhere = Cache(str(tmp_path / "file" / "fetched"))
    server.answers |= {"/other": answer("other")}
    assert get(server.url("/other"), nowhere, typed=False, origin=server.url()).text == "other"


def test_a_copy_from_the_future_is_not_fresh() -> None:
    copy = Copy("http://x/", "http://x/", b"x")
    copy.fresh = 300
    assert copy.is_fresh
    copy.date += 10**9
    assert not copy.is_fresh


def test_a_copy_with_a_damaged_tag_is_not_there(cache: Cache) -> None:
    copy = Copy("http://x/", "http://x/", b"x")
    copy.etag = "a"
    cache.write(copy)
    assert cache.read("http://x/") is not None
    kept = Path(cache._path("http://x/"))
    kept.write_bytes(kept.read_bytes().replace(b"etag: a", b"etag: \r"))
    assert cache.read("http://x/") is None


def test_a_link_to_nothing_stops_no_trimming(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.formats.web.cache.MOST_COPIES", 3)
    cache.write(Copy("http://x/", "http://x/", b"x"))
    (Path(cache.folder) / "dangling").symlink_to("nowhere")
    for number in range(8):
        cache.write(Copy(f"http://x/{number}", f"http://x/{number}", b"x"))
    assert len(list(Path(cache.folder).iterdir())) <= 3


def test_credentials_stay_with_their_host(server: Server, cache: Cache) -> None:
    with serving() as other:
        server.answers |= {"/": moved("/same"), "/same": moved(other.url("/"))}
        other.answers["/"] = answer()
        url = server.url().replace("//", "//ada:s%20cret@")
        source = get(url, cache)
        assert [headers.get("authorization") for _, headers in server.asked] == [
            "Basic YWRhOnMgY3JldA=="
        ] * 2
        assert "authorization" not in other.headers
        assert "cret" not in source.address + source.url + source.name
        assert cache.read(source.address) is None
    assert "cret" not in refusal(url + "gone", cache)


# ---------------------------------------------------------------------- copies


def test_a_fresh_copy_is_not_asked_about(server: Server, cache: Cache) -> None:
    server.answers["/"] = answer("one", cache_control="public, max-age=3600")
    get(server.url(), cache)
    assert get(server.url(), cache).text == "one"
    assert len(server.asked) == 1
    assert get(server.url(), cache, again=True).text == "one"
    assert len(server.asked) == 2


def test_the_server_is_asked_for_changes_only(server: Server, cache: Cache) -> None:
    modified = "Tue, 18 Nov 2025 09:30:00 GMT"
    server.answers["/"] = moved("/page")
    server.answers["/page"] = answer("one", "text/plain", etag='"1"', last_modified=modified)
    assert get(server.url(), cache).text == "one"
    server.answers["/page"] = answer("", status="304 Not Modified", content_length=None)
    source = get(server.url(), cache)
    assert (source.text, source.kind, source.url) == ("one", "text", server.url("/page"))
    assert server.headers["if-none-match"] == '"1"'
    assert server.headers["if-modified-since"] == modified
    assert "if-none-match" not in server.asked[-2][1]  # the redirect is no such page
    server.answers["/page"] = answer("two", etag='"2"')
    assert get(server.url(), cache).text == "two"


def test_what_must_not_be_kept_is_not(server: Server, cache: Cache) -> None:
    server.answers["/"] = answer("one")
    get(server.url(), cache)
    server.answers["/"] = answer("two", cache_control="private, no-store, max-age=60")
    get(server.url(), cache)
    assert cache.read(server.url()) is None


def test_without_a_connection_there_is_the_copy(server: Server, cache: Cache) -> None:
    server.answers["/"] = answer("one")
    url = server.url()
    get(url, cache)
    copy = cache.read(url)
    assert copy is not None
    copy.date -= 3 * 86400
    cache.write(copy)
    server.answers["/"] = answer("", status="503 Service Unavailable", retry_after="120")
    assert "in trouble (503); this is the copy of 3 days ago" in get(url, cache).notice
    server.answers["/"] = answer("cut off", content_length=100)
    assert get(url, cache).text == "one"
    server.close()
    source = get(url, cache)
    assert source.text == "one"
    assert "this is the copy of 3 days ago" in source.notice
    assert parse(source).notice == source.notice
    assert refusal(url, cache, again=True)


def test_a_copy_that_makes_no_sense_is_not_there(server: Server, cache: Cache) -> None:
    server.answers["/"] = answer("one", etag='"1"')
    get(server.url(), cache)
    (path,) = Path(cache.folder).iterdir()
    whole = path.read_bytes()
    for data in (b"", whole[:-1], whole + b"x", b"x" + whole, whole.replace(b"date: ", b"date: x")):
        path.write_bytes(data)
        assert cache.read(server.url()) is None
        assert get(server.url(), cache).text == "one"
        assert "if-none-match" not in server.headers
    path.unlink()
    path.mkdir()  # and one that cannot be written
    assert get(server.url(), cache).text == "one"


def test_a_folder_that_cannot_be_written_is_no_error(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    server.answers["/"] = answer("one")
    assert get(server.url(), Cache(str(tmp_path / "file" / "fetched"))).text == "one"


def test_the_oldest_copies_go(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.formats.web.cache.MOST_COPIES", 3)
    for number in range(5):
        cache.write(Copy(f"http://h/{number}", "", b"x"))
        (path,) = (p for p in Path(cache.folder).iterdir() if f"h/{number}\n" in p.read_text())
        os.utime(path, (number, number))
    assert [cache.read(f"http://h/{n}") is not None for n in range(5)] == [False] * 2 + [True] * 3
    monkeypatch.setattr("reader.formats.web.cache.MOST_BYTES", 1000)
    cache.write(Copy("http://h/big", "", b"x" * 2000))
    assert len(list(Path(cache.folder).iterdir())) == 1


# ---------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("media", "what"),
    [
        ("application/pdf", "a PDF file"),
        ("image/png", r"an image \(PNG\)"),
        ("image/svg+xml", r"an image \(SVG\)"),
        ("video/mp4", "a video"),
        ("audio/mpeg", "a sound recording"),
        ("application/x-thing", "data of the type application/x-thing"),
        ("text/css", "a style sheet"),
    ],
)
def test_other_types_are_refused_by_name(
    server: Server, cache: Cache, media: str, what: str
) -> None:
    server.answers["/"] = answer(b"x" * 10, media, content_length=10**12)
    with pytest.raises(SourceError, match=what):
        get(server.url(), cache)


def test_what_has_the_wrong_type_is_looked_at(server: Server, cache: Cache) -> None:
    server.answers["/"] = answer(b"%PDF-1.7\n" + bytes(100), "text/html")
    assert "a PDF file" in refusal(server.url(), cache)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("204 No Content", "nothing came"),
        ("304 Not Modified", "304"),
        ("401 Unauthorized", "password"),
        ("403 Forbidden", "does not let reader in"),
        ("404 Not Found", "no such page"),
        ("410 Gone", "gone"),
        ("418 \x1b[31mTea", "answers with 418"),
        ("429 Too Many Requests", "too many requests"),
        ("500 Oops", "in trouble"),
        ("302 Found", "302"),  # to nowhere
    ],
)
def test_every_status_is_one_clear_line(
    server: Server, cache: Cache, status: str, said: str
) -> None:
    server.answers["/"] = answer("<p>error</p>", "text/html", status=status)
    assert said in refusal(server.url(), cache)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"".join(b"X%d: y\r\n" % n for n in range(500)) + b"\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 50\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\nno",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
        + gzip.compress(b"x" * 99, mtime=0)[:-12],
        b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nxxx",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n \n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx",
        b"HTTP/9.9 200 \x1b]0;x\x07\r\n\r\n",
    ],
    ids=[
        "nothing",
        "nonsense",
        "long header",
        "many headers",
        "no chunk",
        "less than no bytes",
        "cut off",
        "not packed",
        "packed and cut off",
        "unknown packing",
        "blank",
        "too long",
        "no HTTP",
    ],
)
def test_broken_answers_are_one_line(server: Server, cache: Cache, data: bytes) -> None:
    server.answers["/"] = data
    assert refusal(server.url(), cache)


def test_more_than_the_cap_is_refused(server: Server, cache: Cache) -> None:
    bombs = {
        "/gzip": answer(gzip.compress(bytes(10**7)), content_encoding="gzip"),
        "/deflate": answer(zlib.compress(bytes(10**7)), content_encoding="deflate"),
        "/plain": answer(b"x " * 10**5, content_length=None),
    }
    server.answers |= bombs
    for path in bombs:
        assert "larger than" in refusal(server.url(path), cache, limits=Limits(size=10**5))


def endless(head: bytes, part: bytes) -> Iterator[bytes]:
    yield head
    while True:
        yield part


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 ",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=",
    ],
)
def test_floods_end_at_the_cap(
    server: Server, cache: Cache, head: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_OVERHEAD", 1 << 17)
    server.answers["/"] = endless(head, b"x" * 65_536)
    assert refusal(server.url(), cache, limits=Limits(5, size=10**5))


@pytest.mark.parametrize(
    "head", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"]
)
def test_a_drip_ends_at_the_deadline(server: Server, cache: Cache, head: bytes) -> None:
    ended = threading.Event()

    def drip() -> Iterator[bytes]:
        yield head
        while not ended.wait(0.02):
            yield b"x"

    server.answers["/"] = drip()
    began = time.monotonic()
    message = refusal(server.url(), cache, limits=Limits(QUICK))
    ended.set()
    assert "not done within" in message
    assert time.monotonic() - began < 4


def test_silence_ends_sooner(server: Server, cache: Cache) -> None:
    ended = threading.Event()

    def silent(_headers: dict[str, str]) -> bytes:
        ended.wait(5)
        return b""

    server.answers["/"] = silent
    assert "does not answer" in refusal(server.url(), cache, limits=Limits(9, idle=QUICK))
    ended.set()


def test_nobody_there(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    said = refusal(f"http://127.0.0.1:{port}/", cache)
    assert said == f"127.0.0.1:{port}: refuses the connection"

    def resolve(*_arguments: object, **_options: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(connection, "resolve", resolve)
    assert "no such host" in refusal("https://nowhere.example/", cache)


def test_a_fetch_can_be_cancelled(server: Server, cache: Cache) -> None:
    ended = threading.Event()

    def silent(_headers: dict[str, str]) -> bytes:
        ended.wait(5)
        return b""

    server.answers["/"] = silent
    fetch = Fetch(server.url(), cache=cache, limits=Limits(5))
    fetch.start()
    assert not fetch.wait(0.01)
    fetch.cancel()
    ended.set()
    assert fetch.wait(2)
    with pytest.raises(ReaderError):
        fetch.source()
    stopped = Fetch(server.url(), cache=cache)
    stopped.cancel()
    with pytest.raises(CancelledError):
        stopped.get()


def test_what_waits_sees_how_far_it_is(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.formats.web.fetch.LOOK_EVERY", 0.001)
    seen = threading.Event()

    def slowly() -> Iterator[bytes]:
        yield answer("one two", content_length=8)
        seen.wait(5)
        yield b"!"

    server.answers["/"] = slowly()
    counts = []

    def watch(fetch: Fetch) -> None:
        counts.append((fetch.received, fetch.total))
        if fetch.total:
            seen.set()

    assert fetch_source(server.url(), watch).text == "one two!"
    assert counts[-1][1] == 8


# ---------------------------------------------------------------------- TLS and proxies


@pytest.fixture
def secure() -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PEM)
    with serving(tls=context) as server:
        server.answers["/"] = answer("safe")
        yield server


def test_certificates_are_checked(
    secure: Server, server: Server, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = refusal(secure.url(), cache).replace("self signed", "self-signed")
    assert "certificate cannot be trusted: self-signed certificate" in said
    monkeypatch.setenv("SSL_CERT_FILE", str(PEM))
    assert get(secure.url(), cache).text == "safe"
    secure.answers["/down"] = moved(server.url("/open"))
    server.answers["/open"] = answer("open")
    source = get(secure.url("/down"), cache)
    assert source.text == "open"
    assert "unencrypted" in source.notice
    assert "no secure connection" in refusal(server.url().replace("http", "https"), cache)


def test_a_drip_over_tls_ends_too(
    secure: Server, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(PEM))
    ended = threading.Event()

    def drip() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
        while not ended.wait(0.02):
            yield b"x"

    secure.answers["/drip"] = drip()
    assert "not done within" in refusal(secure.url("/drip"), cache, limits=Limits(QUICK * 2))
    ended.set()


def tunnels(listening: socket.socket) -> None:
    """A proxy for one connection: CONNECT, then bytes both ways."""
    connection, _ = listening.accept()
    with connection:
        head = b""
        while b"\r\n\r\n" not in head:
            head += connection.recv(1000)
        host, _, port = head.split()[1].decode().partition(":")
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with socket.create_connection((host, int(port))) as inner:
            back = threading.Thread(target=pour, args=(inner, connection))
            back.start()
            pour(connection, inner)
            back.join()


def pour(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(10_000):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


def test_tls_through_a_proxy(secure: Server, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(PEM))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        monkeypatch.setenv("https_proxy", f"127.0.0.1:{listening.getsockname()[1]}")
        proxy = threading.Thread(target=tunnels, args=(listening,))
        proxy.start()
        assert get(secure.url(), cache).text == "safe"
        assert len(secure.asked) == 1
        proxy.join()


def test_proxies_of_the_environment(
    server: Server, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.url().replace("//", "//me:secret@"))
    server.answers["http://example.org/page"] = answer("by proxy")
    source = get("http://example.org/page", cache)
    assert source.text == "by proxy"
    assert server.headers["host"] == "example.org"
    assert server.headers["proxy-authorization"].startswith("Basic ")
    server.answers["http://example.org/in"] = moved("http://192.168.0.1/")
    assert "private network" in refusal("http://example.org/in", cache)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server.answers["/"] = answer("direct")
    assert get(server.url(), cache).text == "direct"
    monkeypatch.setenv("https_proxy", server.url())
    assert "proxy" in refusal("https://example.org/", cache)  # it knows no CONNECT
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:1")
    assert "proxy" in refusal("http://example.org/", cache)
