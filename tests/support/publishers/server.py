"""A publisher's server on this machine: answers as told, drops connections, keeps what it was asked.

A route gives one answer, or several that are used up in turn (the last one stays), or a function
that makes the answer from the request.
"""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Asked:
    """One request: its path, its parameters and its headers."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]


@dataclass(frozen=True)
class Answer:
    """What to send. `cut_after`: the connection drops after so many bytes of the body.

    `ranges`: the server takes up again at a byte, for who names the same `tag` or `changed`.
    `length`: said instead of the true one; `type` is the media type, empty for none.
    """

    body: bytes = b""
    status: int = 200
    type: str = "application/octet-stream"
    headers: dict[str, str] = field(default_factory=dict)
    cut_after: int | None = None
    ranges: bool = False
    tag: str = ""
    changed: str = ""
    length: int | None = None


Route = Answer | Sequence[Answer] | Callable[[Asked], Answer]


class Publisher:
    """The routes of a server and what it was asked; `base` is its address."""

    def __init__(self, routes: dict[str, Route]) -> None:
        self.routes = routes
        self.asked: list[Asked] = []
        self._turns: dict[str, int] = {}
        self._lock = threading.Lock()
        self.base = ""

    def answer(self, asked: Asked) -> Answer:
        """The answer whose turn it is."""
        with self._lock:
            self.asked.append(asked)
            route = self.routes.get(asked.path)
            if route is None:
                return Answer(b"<html>not here</html>", 404, "text/html")
            if isinstance(route, Answer):
                return route
            if callable(route):
                return route(asked)
            turn = self._turns.get(asked.path, 0)
            self._turns[asked.path] = turn + 1
            return route[min(turn, len(route) - 1)]


class _Handler(BaseHTTPRequestHandler):
    """Sends the answers of `publisher`, which a subclass names."""

    protocol_version = "HTTP/1.1"
    publisher: Publisher

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base's name
        """Say nothing."""

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self._send(self.publisher.answer(Asked(parts.path, query, dict(self.headers.items()))))

    def _send(self, answer: Answer) -> None:
        start = self._start(answer)
        if start is not None and start >= len(answer.body):
            answer, start = Answer(status=416), None
        body = answer.body[start or 0 :]
        self.send_response(206 if start is not None else answer.status)
        for name, value in _headers(answer, start, body).items():
            self.send_header(name, value)
        self.end_headers()
        cut = len(body) if answer.cut_after is None else answer.cut_after
        self.wfile.write(body[:cut])
        if cut < len(body) or answer.length is not None:
            self.wfile.flush()
            self.close_connection = True
            with contextlib.suppress(OSError):
                self.connection.shutdown(socket.SHUT_RDWR)

    def _start(self, answer: Answer) -> int | None:
        asked = re.fullmatch(r"bytes=([0-9]+)-", self.headers.get("Range", ""))
        same = self.headers.get("If-Range") in {answer.tag, answer.changed} - {""}
        return int(asked[1]) if asked and answer.ranges and same else None


def _headers(answer: Answer, start: int | None, body: bytes) -> dict[str, str]:
    own = {
        "Content-Length": str(answer.length or len(body)),
        "Content-Type": answer.type,
        "Accept-Ranges": "bytes" if answer.ranges else "",
        "ETag": answer.tag,
        "Last-Modified": answer.changed,
    }
    if start is not None:
        size = len(answer.body)
        own["Content-Range"] = f"bytes {start}-{size - 1}/{size}"
    return {name: value for name, value in {**own, **answer.headers}.items() if value}


@contextlib.contextmanager
def publisher(routes: dict[str, Route]) -> Iterator[Publisher]:
    """A server with these routes, on a free port of this machine, until the block ends."""
    told = Publisher(routes)
    handler = type("Handler", (_Handler,), {"publisher": told})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    told.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
