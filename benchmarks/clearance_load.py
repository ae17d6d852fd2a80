"""Requests to a site from a process of their own: as many as go, or at a rate that nobody slows.

A request is its bytes, a connection its own, as the server closes each one. An open load sends
at its times whether or not the ones before were answered; a request that waited for a free sender
has waited since its time.
"""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SENDERS = 32
"""Of an open load: more than ever wait at once."""
_HEAD_MAX = 65_536


class Sent(NamedTuple):
    """What came of a load: answers a second, and the seconds that each took."""

    rate: float
    seconds: list[float]


def request(path: str, token: str, body: bytes) -> bytes:
    """The bytes of a POST of JSON."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        "Connection: close\r\n\r\n"
    )
    return head.encode() + body


def closed(port: int, requests: Iterator[bytes], senders: int, seconds: float) -> Sent:
    """So many senders, each with its next request once the last one is answered."""
    took: list[float] = []
    lock, start = threading.Lock(), time.perf_counter()

    def work() -> None:
        while (begun := time.perf_counter()) < start + seconds:
            with lock:
                sent = next(requests)
            _answered(port, sent)
            took.append(time.perf_counter() - begun)

    _together(work, senders)
    return Sent(len(took) / (time.perf_counter() - start), took)


def opened(port: int, requests: Iterator[bytes], rate: float, seconds: float) -> Sent:
    """Requests at equal distances of time."""
    took: list[float] = []
    lock, start = threading.Lock(), time.perf_counter()
    due = iter([start + number / rate for number in range(int(rate * seconds))])

    def work() -> None:
        while True:
            with lock:
                at, sent = next(due, None), next(requests)
            if at is None:
                return
            time.sleep(max(0.0, at - time.perf_counter()))
            _answered(port, sent)
            took.append(time.perf_counter() - at)

    _together(work, _SENDERS)
    return Sent(len(took) / (time.perf_counter() - start), took)


def _together(work: Callable[[], None], count: int) -> None:
    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _answered(port: int, sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as link:
        link.sendall(sent)
        found = b"".join(iter(lambda: link.recv(_HEAD_MAX), b""))
    status = found[9:12]
    if not status.startswith(b"2"):
        raise RuntimeError(found[:2000].decode(errors="replace"))
