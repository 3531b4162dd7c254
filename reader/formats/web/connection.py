"""One request to a server, within bounds: sockets that watch the clock, the amount and the way.

Time, bytes and cancelling are looked at in every read of a socket, below HTTP and TLS, so that
nothing that a server does (headers that never end, a byte a minute) can go round it. An IP address
is judged right where the socket connects to it, so that a name cannot mean another one meanwhile.
"""

import os
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from time import monotonic
from typing import Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, ProxyError, SSLError
from urllib3.exceptions import TimeoutError as HTTPTimeoutError
from urllib3.response import BaseHTTPResponse, HTTPResponse
from urllib3.util import Timeout, make_headers, parse_url

from reader.document.characters import clean_line
from reader.errors import SourceError
from reader.formats.source import too_large
from reader.formats.web.address import is_inside, is_inside_name
from reader.formats.web.limits import CancelledError, Limits, UnreachableError

# What may come beside the body: headers, and the frames of TLS.
_OVERHEAD = 1 << 20

# The least seconds that an address of a host is given to answer.
_LEAST_WAIT = 0.5

# (for tests: what looks names up)
resolve = socket.getaddrinfo


class Guard:
    """Watches over one fetch, through all of its hops.

    `inside` says whether the last connection was to this machine or a private network;
    `may_go_inside` whether the next one may be. `name` is what messages call it.
    """

    def __init__(self, name: str, limits: Limits, cancelled: threading.Event) -> None:
        self.name = name
        self.limits = limits
        self.inside = False
        self.may_go_inside = False
        self._cancelled = cancelled
        self._end = monotonic() + limits.deadline
        self._taken = 0

    def left(self) -> float:
        """Seconds until the next byte has to be there; raises where the fetch is over."""
        if self._cancelled.is_set():
            raise CancelledError("cancelled")
        left = self._end - monotonic()
        if left <= 0:
            raise UnreachableError(
                f"{self.name}: not done within {self.limits.deadline:g} seconds", "Try again later."
            )
        return min(left, self.limits.idle)

    def took(self, count: int) -> int:
        """So many bytes have come; raises where that is more than can be."""
        self._taken += count
        if self._taken > self.limits.size + _OVERHEAD:
            raise too_large(self.name)
        return count

    def connect(self, host: str, port: int, *, usual: int, proxied: bool) -> socket.socket:
        """A socket to a host, or to the proxy that all goes through.

        `usual` is the port that goes without saying.
        """
        shut = False
        failure: OSError | None = None
        try:
            found = resolve(host.strip("[]"), port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            message = f"{clean_line(host)}: no such host, or no network"
            raise UnreachableError(message, "Check the address and the connection.") from error
        end = monotonic() + self.limits.connect
        for number, (family, kind, protocol, _, place) in enumerate(found):
            inside = not proxied and is_inside(str(place[0]))
            if inside and not self.may_go_inside:
                shut = True
                continue
            made = _Socket(family, kind, protocol)
            made.guard = self
            try:
                share = (end - monotonic()) / (len(found) - number)
                made.settimeout(min(self.left(), max(share, _LEAST_WAIT)))
                made.connect(place)
            except OSError as error:
                made.close()
                failure = error
                continue
            if not proxied:
                self.inside = inside
            return made
        if shut and failure is None:
            raise _shut(host)
        name = clean_line(host) + (f":{port}" if port != usual else "")
        raise UnreachableError(f"{name}: {_why(failure)}", "Try again later.")

    def check_name(self, host: str) -> None:
        """Raise where a host that a proxy connects to is inside by its name, and must not be."""
        self.inside = is_inside_name(host)
        if self.inside and not self.may_go_inside:
            raise _shut(host)


class _Socket(socket.socket):
    """A socket whose guard looks at every read."""

    guard: Guard

    def recv_into(self, *arguments: Any, **options: Any) -> int:
        """Read into a buffer (`http.client` reads by this)."""
        self.settimeout(self.guard.left())
        return self.guard.took(super().recv_into(*arguments, **options))

    def recv(self, *arguments: Any, **options: Any) -> bytes:
        """Read some bytes."""
        self.settimeout(self.guard.left())
        data = super().recv(*arguments, **options)
        self.guard.took(len(data))
        return data


def _context(guard: Guard) -> ssl.SSLContext:
    """TLS with the certificates of the system; certifi's where it has none."""

    class Secure(ssl.SSLSocket):
        def recv_into(self, *arguments: Any, **options: Any) -> int:
            self.settimeout(guard.left())
            return guard.took(super().recv_into(*arguments, **options))

        def recv(self, *arguments: Any, **options: Any) -> bytes:
            self.settimeout(guard.left())
            data = super().recv(*arguments, **options)
            guard.took(len(data))
            return data

    context = ssl.create_default_context()
    context.sslsocket_class = Secure
    paths = ssl.get_default_verify_paths()
    folder = paths.capath is not None and bool(os.listdir(paths.capath))  # noqa: PTH208
    if not (paths.cafile or folder or context.get_ca_certs()):
        try:
            import certifi
        except ImportError:
            return context
        context.load_verify_locations(certifi.where())
    return context


class _Plain(HTTPConnection):
    guard: Guard

    def _new_conn(self) -> socket.socket:
        usual, proxied = self.default_port, self.proxy is not None
        return self.guard.connect(self._dns_host, self.port or usual, usual=usual, proxied=proxied)


class _Secure(HTTPSConnection):
    guard: Guard

    def _new_conn(self) -> socket.socket:
        usual, proxied = self.default_port, self.proxy is not None
        return self.guard.connect(self._dns_host, self.port or usual, usual=usual, proxied=proxied)


def _pools(guard: Guard) -> dict[str, type[urllib3.HTTPConnectionPool]]:
    """The kinds of connection pools whose connections are guarded."""

    class Plain(urllib3.HTTPConnectionPool):
        ConnectionCls = type("Plain", (_Plain,), {"guard": guard})

    class Secure(urllib3.HTTPSConnectionPool):
        ConnectionCls = type("Secure", (_Secure,), {"guard": guard})

    return {"http": Plain, "https": Secure}


def proxy_for(url: str) -> str:
    """The proxy that the environment names for an address, as for curl; '' for none."""
    import urllib.request as environment

    parts = parse_url(url)
    proxies = environment.getproxies_environment()
    around = environment.proxy_bypass_environment  # type: ignore[attr-defined]
    if not parts.host or around(parts.netloc, proxies):
        return ""
    proxy = proxies.get(parts.scheme or "", "") or proxies.get("all", "")
    return proxy if not proxy or "://" in proxy else f"http://{proxy}"


class Hop:
    """One request and its answer, whose body has not been read yet."""

    def __init__(self, guard: Guard, url: str, headers: Mapping[str, str]) -> None:
        """Ask for `url`; raises ReaderError where there is no answer."""
        self.guard = guard
        self._host = clean_line(parse_url(url).netloc or "")
        proxy = proxy_for(url)
        if proxy:
            guard.check_name(parse_url(url).host or "")
        self._proxied = bool(proxy)
        try:
            self._manager = _manager(guard, url, proxy)
            self.response: BaseHTTPResponse = self._manager.urlopen(
                "GET",
                url,
                headers=headers,
                retries=False,
                redirect=False,
                preload_content=False,
                decode_content=False,
                timeout=Timeout(connect=guard.limits.connect, read=guard.left()),
            )
        except (HTTPError, OSError, ValueError) as error:  # (a host may be no host at last)
            raise self._told(error) from error

    def header(self, name: str) -> str:
        """A header of the answer as one clean line; '' where there is none."""
        value = self.response.headers.get(name, "")
        with suppress(UnicodeError):
            value = value.encode("latin-1").decode()
        return clean_line(value).strip()

    def parts(self, size: int = 65_536) -> Iterator[bytes]:
        """The bytes of the body as they come, still compressed."""
        assert isinstance(self.response, HTTPResponse)
        try:
            while data := self.response.read1(size, decode_content=False):
                yield data
        except (HTTPError, OSError, ValueError) as error:
            raise self._told(error) from error

    def close(self) -> None:
        """Hang up."""
        self.response.close()
        self._manager.clear()

    def _told(self, error: Exception) -> SourceError:
        """What went wrong, for a person."""
        host = self._host
        self.guard.left()  # which says so where that was the last moment
        if isinstance(error, ProxyError):
            return UnreachableError(
                f"{host}: the proxy gives no connection",
                "It is named by http_proxy or https_proxy.",
            )
        reason = error.args[0] if isinstance(error, SSLError) and error.args else error
        if isinstance(reason, ssl.SSLCertVerificationError):
            why = clean_line(str(reason.verify_message))[:120]
            return SourceError(
                f"{host}: its certificate cannot be trusted: {why}",
                "Somebody may stand between you and the site, or your clock may be wrong.",
            )
        if isinstance(reason, SSLError | ssl.SSLError):
            return SourceError(f"{host}: no secure connection could be made: {_tls(reason)}")
        if isinstance(error, TimeoutError | HTTPTimeoutError):
            return UnreachableError(f"{host}: does not answer", "Try again later.")
        if isinstance(error, OSError | HTTPError):
            return UnreachableError(f"{host}: the connection broke off", "Try again later.")
        return SourceError(f"{host}: cannot be asked")


def _manager(guard: Guard, url: str, proxy: str) -> urllib3.PoolManager:
    context = _context(guard) if url.startswith("https:") or proxy.startswith("https:") else None
    if proxy:
        auth = parse_url(proxy).auth
        try:
            manager: urllib3.PoolManager = urllib3.ProxyManager(
                proxy,
                proxy_headers=make_headers(proxy_basic_auth=auth) if auth else None,
                proxy_ssl_context=context,
                ssl_context=context,
            )
        except HTTPError as error:
            raise SourceError(
                "the proxy that the environment names is of a kind that is not known",
                "It is an address that begins with http:// or https://",
            ) from error
    else:
        manager = urllib3.PoolManager(ssl_context=context)
    manager.pool_classes_by_scheme = _pools(guard)
    return manager


def _tls(error: Exception) -> str:
    reason = getattr(error, "reason", None) or (error.args[0] if error.args else "")
    return clean_line(str(reason)).replace("_", " ").lower()[:120] or "unknown error"


def _why(error: "OSError | None") -> str:
    if isinstance(error, ConnectionRefusedError):
        return "refuses the connection"
    if isinstance(error, TimeoutError) or error is None:
        return "does not answer"
    return clean_line(error.strerror or "cannot be reached").lower()


def _shut(host: str) -> SourceError:
    return SourceError(
        f"{clean_line(host)}: lies on this machine or in a private network",
        "Only an address that you type yourself leads there.",
    )
