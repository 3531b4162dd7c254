"""A web server on loopback whose answers are scripted, byte by byte where need be."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

# What is asked, as the answers see it: the path, and the headers in lower case.
Asked = tuple[str, dict[str, str]]
# The bytes of an answer, or what makes them of what was asked.
Answer = bytes | Callable[[dict[str, str]], bytes | Iterator[bytes]] | Iterator[bytes]


def answer(
    body: bytes | str = b"# Hello\n\nSome words.\n",
    media: str = "text/markdown",
    *,
    status: str = "200 OK",
    **headers: object,
) -> bytes:
    """The bytes of an answer; names of headers with `_` for `-`, None for one that is left out."""
    data = body.encode() if isinstance(body, str) else body
    fields: dict[str, object] = {"content-length": len(data)}
    if media:
        fields["content-type"] = media
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in fields.items() if value is not None]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode("latin-1") + data


class Server:
    """Answers by path, one connection for each; what was asked is in `asked`."""

    def __init__(self, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[Asked] = []
        self._tls = tls
        self._socket = socket.create_server((host, 0))
        self.host = host
        self.port = self._socket.getsockname()[1]
        self._ended = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path: str = "/", host: str = "") -> str:
        scheme = "https" if self._tls else "http"
        return f"{scheme}://{host or self.host}:{self.port}{path}"

    @property
    def headers(self) -> dict[str, str]:
        """The headers of the last request."""
        return self.asked[-1][1]

    def close(self) -> None:
        self._ended.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)  # which wakes who waits in `accept`
        self._socket.close()

    def _serve(self) -> None:
        while not self._ended.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        try:
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection, connection.makefile("rb") as lines:
                if lines.peek(1)[:1] == b"\x16":  # a handshake of TLS
                    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                    return
                _, path, *_ = [*lines.readline().decode("latin-1").split(" "), "", ""]
                headers = {}
                while line := lines.readline().decode("latin-1").strip():
                    name, _, value = line.partition(":")
                    headers[name.lower()] = value.strip()
                self.asked.append((path, headers))
                found = self.answers.get(path, answer("", status="404 Not Found"))
                if callable(found):
                    found = found(headers)
                for part in [found] if isinstance(found, bytes) else found:
                    connection.sendall(part)
                    if self._ended.is_set():
                        return
        except OSError:
            return


@contextmanager
def serving(host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    server = Server(host, tls)
    try:
        yield server
    finally:
        server.close()
