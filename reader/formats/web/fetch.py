"""Articles from the web: http and https, redirects, compression, copies, and every bound on them.

`fetch_source` gives the source at an address. It asks in a thread of its own, so that whoever waits
can stop at once, even where the system does not let go (a name that is being looked up); what talks
to the network is imported there, too.
"""

import re
import threading
import zlib
from collections.abc import Callable, Iterator
from urllib.parse import urljoin

from reader import __version__
from reader.document.characters import display_host
from reader.errors import SourceError
from reader.formats.source import Source, has_text, source_of, too_large
from reader.formats.web.address import Address, is_address, is_inside_name, named, shown
from reader.formats.web.cache import Cache, Copy, told_age
from reader.formats.web.limits import Limits, UnreachableError
from reader.formats.web.media import refused, taken_apart

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.formats.web.connection import Guard, Hop

USER_AGENT = f"reader/{__version__} (terminal article reader)"
_ACCEPT = (
    "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, application/rss+xml;q=0.9,"
    " application/atom+xml;q=0.9, application/feed+json;q=0.9, application/xml;q=0.8, */*;q=0.1"
)
_REDIRECTS = (301, 302, 303, 307, 308)
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_PAGE_HINT = "Open it in a browser, and save the page or copy its text: reader FILE"
# What the status codes mean that are worth a word of their own.
_ANSWERS = {
    401: ("asks for a name and a password", _PAGE_HINT),
    402: ("asks for money", _PAGE_HINT),
    403: ("does not let reader in", _PAGE_HINT),
    404: ("there is no such page", "Check the address."),
    407: ("the proxy asks for a password", "Give it in http_proxy: http://name:password@host"),
    410: ("the page is gone", ""),
    429: ("too many requests", "Try again later."),
    451: ("is not shown, for legal reasons", ""),
}
# Seconds between two looks at how far it is.
LOOK_EVERY = 0.1


class Fetch:
    """One fetch: what is at `address`, through redirects, or its copy.

    `typed` says that a person named the address, who may go to this machine and to private networks;
    `origin` is the address of the article that linked to it, which may lead there if it is from
    there. `again` asks the server even where a copy is fresh, and takes no copy in the place of
    an answer. `then` is called with the source, still in the thread. `received` and `total` are the
    bytes that have come and that are to come (0: unknown).
    """

    def __init__(
        self,
        address: str,
        *,
        typed: bool = True,
        origin: str = "",
        again: bool = False,
        then: "Callable[[Source], None] | None" = None,
        limits: "Limits | None" = None,
        cache: "Cache | None" = None,
    ) -> None:
        """Raises SourceError for what is no address."""
        self.address = Address(address)
        self.host = display_host(self.address.url)
        self.received = self.total = 0
        self._typed = typed
        self._origin = origin
        self._again = again
        self._then = then
        self._limits = limits or Limits()
        self._cache = cache or Cache()
        self._cancelled = threading.Event()
        self._done = threading.Event()
        self._source: Source | None = None
        self._error: BaseException | None = None

    def start(self) -> None:
        """Begin, in a thread that nobody has to wait for."""
        threading.Thread(target=self._run, name="fetch", daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Wait for the end; whether it has come."""
        return self._done.wait(seconds)

    @property
    def done(self) -> bool:
        """Whether the end has come."""
        return self._done.is_set() or self._cancelled.is_set()

    def cancel(self) -> None:
        """Stop as soon as can be; nobody wants to know any more."""
        self._cancelled.set()

    def source(self) -> Source:
        """The source, once it is there; raises ReaderError where it could not be had."""
        if self._error is not None:
            raise self._error
        assert self._source is not None
        return self._source

    def _run(self) -> None:
        try:
            self._source = self.get()
            if self._then is not None and not self._cancelled.is_set():
                self._then(self._source)
        except BaseException as error:  # noqa: BLE001 - raised by `source` in the thread that asks
            self._error = error
        finally:
            self._done.set()

    # ------------------------------------------------------------------ what is there

    def get(self) -> Source:
        """The source, in this thread; raises ReaderError."""
        url = self.address.url
        copy = self._cache.read(url)
        if copy is not None and copy.inside and not self.may_go_inside:
            copy = None
        if copy is not None and copy.is_fresh and not self._again:
            return _source(copy)
        asked = _Asking(self, copy)
        try:
            hop = asked.answer()
            try:
                return self._read(asked, hop, copy)
            finally:
                hop.close()
        except UnreachableError as error:
            if copy is None or self._again:
                raise
            return _source(copy, f"{error.message}; this is the copy of {told_age(copy.age)}")

    def _read(self, asked: "_Asking", hop: "Hop", copy: "Copy | None") -> Source:
        """What the last hop answers."""
        control = hop.header("cache-control").lower()
        age = _MAX_AGE.search(control)
        fresh = int(age[1]) if age and "no-cache" not in control else 0
        if hop.response.status == 304 and copy is not None:
            kept = Copy(copy.address, copy.url, copy.body)
            kept.media, kept.charset = copy.media, copy.charset
            kept.etag = hop.header("etag") or copy.etag
            kept.modified = hop.header("last-modified") or copy.modified
        else:
            media, charset = taken_apart(hop.header("content-type"))
            _refuse(asked.name, hop, media)
            kept = Copy(self.address.url, asked.url, self._body(asked.name, hop))
            kept.media, kept.charset = media, charset
            kept.etag, kept.modified = hop.header("etag"), hop.header("last-modified")
        kept.fresh, kept.inside = fresh, asked.guard.inside
        source = _source(kept, asked.notice)
        if "no-store" in control or self.address.user:
            self._cache.drop(kept.address)
        else:
            self._cache.write(kept)
        return source

    def _body(self, name: str, hop: "Hop") -> bytes:
        length = hop.response.headers.get("content-length", "")
        encoding = hop.header("content-encoding").lower()
        if length.isascii() and length.isdigit() and len(length) < 16:
            self.total = int(length)
            if self.total > self._limits.size:
                raise too_large(name)
        body = bytearray()
        for part in _unpacked(self._counted(hop), encoding, name, self._limits.size):
            body += part
            if len(body) > self._limits.size:
                raise too_large(name)
        if not has_text(bytes(body)):
            raise SourceError(f"{name}: nothing came")
        return bytes(body)

    def _counted(self, hop: "Hop") -> Iterator[bytes]:
        for part in filter(None, hop.parts()):
            self.received += len(part)
            yield part

    @property
    def may_go_inside(self) -> bool:
        """Whether the first hop may go to this machine or a private network."""
        if self._typed or not self._origin:
            return self._typed
        copy = self._cache.read(self._origin)
        inside = is_inside_name(Address(self._origin).host)
        return inside or (copy is not None and copy.inside)

    def guard(self) -> "Guard":
        """What watches over the hops."""
        from reader.formats.web.connection import Guard

        guard = Guard(named(self.address.url), self._limits, self._cancelled)
        guard.may_go_inside = self.may_go_inside
        return guard

    @property
    def hops(self) -> int:
        """How many redirects are followed at most."""
        return self._limits.hops


class _Asking:
    """Hop after hop to the answer: `url` is where that is, `notice` what to say of the way."""

    def __init__(self, fetch: Fetch, copy: "Copy | None") -> None:
        self._fetch = fetch
        self._copy = copy
        self.guard = fetch.guard()
        self.url = fetch.address.url
        self.name = named(self.url)
        self.notice = ""

    def answer(self) -> "Hop":
        """The first answer that is no redirect; raises ReaderError."""
        from reader.formats.web.connection import Hop

        address, first = self._fetch.address, self._fetch.address
        seen: set[str] = set()
        for _ in range(self._fetch.hops + 1):
            if address.url in seen:
                raise SourceError(f"{self.name}: leads back to itself, over and over", _PAGE_HINT)
            seen.add(address.url)
            same = (address.host, address.secure) == (first.host, first.secure)
            self.url, self.name = address.url, named(address.url)
            hop = Hop(self.guard, self.url, self._headers(first.user if same else ""))
            self.guard.may_go_inside = self.guard.may_go_inside and self.guard.inside
            if hop.response.status not in _REDIRECTS or not hop.header("location"):
                return hop
            before, address = address, self._next(hop)
            hop.close()
            if before.secure and not address.secure:
                self.notice = f"{display_host(address.url)} sends it unencrypted, over http"
        raise SourceError(f"{self.name}: more than {self._fetch.hops} redirects", _PAGE_HINT)

    def _next(self, hop: "Hop") -> Address:
        try:
            target = urljoin(self.url, hop.header("location"))
        except ValueError:
            target = ""
        if not is_address(target):
            raise SourceError(f"{self.name}: leads to {shown(target) or 'nowhere'}, not to a page")
        return Address(target)

    def _headers(self, user: str) -> dict[str, str]:
        headers = {
            "User-Agent": USER_AGENT,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }
        if user:
            from base64 import b64encode

            headers["Authorization"] = "Basic " + b64encode(user.encode()).decode()
        copy = self._copy
        if copy is not None and copy.url == self.url:
            if copy.etag.isascii() and copy.etag:
                headers["If-None-Match"] = copy.etag
            if copy.modified.isascii() and copy.modified:
                headers["If-Modified-Since"] = copy.modified
        return headers


def fetch_source(
    address: str, watch: "Callable[[Fetch], None] | None" = None, limits: "Limits | None" = None
) -> Source:
    """What is at an address that a person typed; `watch` is called every now and then meanwhile.

    Raises ReaderError where it cannot be had.
    """
    fetch = Fetch(address, limits=limits)
    fetch.start()
    try:
        while not fetch.wait(LOOK_EVERY):
            if watch is not None:
                watch(fetch)
    finally:
        fetch.cancel()
        if watch is not None:
            watch(fetch)
    return fetch.source()


def _source(copy: Copy, notice: str = "") -> Source:
    source = source_of(
        named(copy.url), copy.body, None, url=copy.url, media=copy.media, charset=copy.charset
    )
    source.address = copy.address
    source.notice = notice
    return source


def _refuse(name: str, hop: "Hop", media: str) -> None:
    """Raise for an answer that is no article, before its body comes."""
    status = hop.response.status
    if status in (204, 205):
        raise SourceError(f"{name}: nothing came (the answer is empty)")
    if 200 <= status < 300:
        if what := refused(media):
            raise SourceError(f"{name}: {what}, not text", "reader opens pages, feeds and text.")
        return
    said, hint = _ANSWERS.get(status, ("", ""))
    if status >= 500:
        said, hint = f"the server is in trouble ({status})", "Try again later."
    said = said or f"the server answers with {status}"
    if status in _ANSWERS:
        said = f"{said} ({status})"
    wait = hop.header("retry-after")
    if wait.isascii() and wait.isdigit() and len(wait) < 7 and status in (429, 503):
        hint = f"Try again in {_told_wait(int(wait))}."
    error = UnreachableError if status >= 500 or status == 429 else SourceError
    raise error(f"{name}: {said}", hint)


def _told_wait(seconds: int) -> str:
    return f"{-(-seconds // 60)} minutes" if seconds > 90 else f"{seconds} seconds"


def _unpacked(parts: Iterator[bytes], encoding: str, name: str, most: int) -> Iterator[bytes]:
    """What was compressed by gzip or deflate, no more than a little over `most` bytes of it.

    Deflate is with the frame of zlib, as it should be, or without, as some servers send it.
    """
    if encoding in ("", "identity"):
        yield from parts
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise SourceError(f"{name}: compressed in a way that was not asked for ({encoding[:40]})")
    machine = zlib.decompressobj(47)  # the frame of gzip or of zlib
    first = True
    ended = False
    try:
        for part in parts:
            if first:
                first = False
                if encoding == "deflate" and part[0] & 15 != 8:
                    machine = zlib.decompressobj(-15)
            while part:
                if ended:  # gzip may have several members; what else stands behind is none
                    if encoding == "deflate" or part[:1] != b"\x1f":
                        return
                    machine, ended = zlib.decompressobj(31), False
                out = machine.decompress(part, most + 1)
                yield out
                part = machine.unconsumed_tail
                if machine.eof:
                    ended, part = True, machine.unused_data
    except zlib.error as error:
        raise UnreachableError(f"{name}: what came is damaged", "Try again later.") from error
    if not ended and not first:
        raise UnreachableError(f"{name}: the end of it did not come", "Try again later.")
