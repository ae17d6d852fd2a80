"""One file from one address: resumed where it stopped, whole or not there at all.

Bytes go to `.NAME.part`; when all have come, one rename makes it `NAME`. A connection that drops is
taken up again with `Range` and `If-Range`, so that two releases never end up in one file; a server
that offers no validator sends the file again from its first byte.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from http.client import HTTPException
from ssl import SSLError
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError

from monazite.trade.pulling.addresses import opener, request
from monazite.trade.pulling.errors import PullError, disk_full, is_full
from monazite.trade.pulling.parts import Part
from monazite.trade.pulling.waiting import Manner, asked_wait_s

if TYPE_CHECKING:
    from collections.abc import Mapping
    from http.client import HTTPResponse
    from pathlib import Path

    from monazite.trade.pulling.errors import PullCode
    from monazite.trade.pulling.report import Progress

_BLOCK = 2**20
_SAID = 2**16
_PARTIAL, _RANGE_PAST_END = 206, 416
_PASSING: dict[int, PullCode] = {
    408: "too_busy", 425: "too_busy", 429: "too_busy", 500: "server_error",
    502: "server_error", 503: "too_busy", 504: "server_error",
}  # fmt: skip
_FINAL: dict[int, PullCode] = {
    401: "key_refused", 403: "key_refused", 404: "not_found", 410: "not_found",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that came whole."""

    path: Path
    size_bytes: int
    sha256: str


def described(path: Path) -> Fetched:
    """A file that is there: its size and its sha256."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Fetched(path, path.stat().st_size, digest)


class _AskAgain(Exception):  # noqa: N818 - a turn of the loop, never an error that a caller sees
    """This attempt failed; the next may not. `wait_s` is what the server asked for."""

    def __init__(self, error: PullError, wait_s: float | None = None) -> None:
        self.error = error
        self.wait_s = wait_s
        super().__init__()


def fetch(
    address: str,
    target: Path,
    *,
    headers: Mapping[str, str] | None = None,
    types: tuple[str, ...] = (),
    manner: Manner | None = None,
    progress: Progress | None = None,
) -> Fetched:
    """Fetch an address into a file.

    Args:
        address: https, or http on this machine.
        target: the file; its folder must exist. `.NAME.part` beside it is taken up again.
        headers: sent with each request, and to no other host.
        types: media types that the reply may have; none takes any.
        manner: how patiently.
        progress: called with the name of the file, bytes done and bytes in all.

    Raises:
        PullError: with a code and a sentence; the bytes that came stay in `.NAME.part`.
    """
    manner = manner or Manner()
    part = Part.beside(target)
    tried = 0
    while True:
        before = part.size_bytes()
        try:
            _attempt(address, part, dict(headers or {}), types, manner, progress)
            part.become(target)
            return described(target)
        except _AskAgain as passing:
            tried = 1 if part.size_bytes() > before else tried + 1
            wait_s = _wait_s(passing, tried, manner)
        except OSError as failed:
            if is_full(failed):
                raise disk_full(target) from failed
            raise
        manner.sleep(wait_s)


def _wait_s(passing: _AskAgain, tried: int, manner: Manner) -> float:
    """How long to wait before the next attempt; the error itself, where there is none to make."""
    error = passing.error
    if tried >= manner.attempts:
        raise error
    wait_s = manner.wait_s(tried) if passing.wait_s is None else passing.wait_s
    if wait_s > manner.longest_wait_s:
        message = f"{error}; it asks to come back in {round(wait_s / 60):,} minutes"
        raise PullError(error.code, message, status=error.status, body=error.body)
    return wait_s


def _attempt(
    address: str,
    part: Part,
    headers: dict[str, str],
    types: tuple[str, ...],
    manner: Manner,
    progress: Progress | None,
) -> None:
    asked = request(address, {**headers, **part.range_headers(address)})
    try:
        with opener().open(asked, timeout=manner.timeout_s) as reply:
            _receive(reply, address, part, types, manner, progress)
    except HTTPError as answer:
        with answer:
            raise _refusal(address, part, answer) from None
    except (URLError, HTTPException, ConnectionError, TimeoutError, SSLError) as lost:
        reason = getattr(lost, "reason", lost)
        raise _AskAgain(
            PullError("unreachable", f"{_host(address)} cannot be reached: {reason}")
        ) from lost


def _receive(
    reply: HTTPResponse,
    address: str,
    part: Part,
    types: tuple[str, ...],
    manner: Manner,
    progress: Progress | None,
) -> None:
    _check_type(reply, address, types)
    done = _beginning(reply, address, part)
    length = reply.headers.get("Content-Length", "")
    total = done + int(length) if length.isdecimal() else None
    _check_size(part, done, total, manner)
    with part.path.open("ab") as file:
        while block := reply.read(_BLOCK):
            done += len(block)
            _check_size(part, done, done, manner)
            file.write(block)
            if progress:
                progress(part.name, done, total)
    if total is not None and done < total:
        raise _AskAgain(
            PullError("cut_short", f"{_host(address)} sent {done:,} of {total:,} bytes and stopped")
        )


def _beginning(reply: HTTPResponse, address: str, part: Part) -> int:
    """The byte with which the reply begins; what was there from another version is dropped."""
    if reply.status != _PARTIAL:
        return part.begun(address, reply.headers)
    start = part.continued(reply.headers)
    if start is None:
        raise _changed(part)
    return start


def _check_type(reply: HTTPResponse, address: str, types: tuple[str, ...]) -> None:
    """A page that says sorry with status 200 is not the file."""
    sent = reply.headers.get_content_type()
    if types and sent not in types:
        raise PullError(
            "wrong_type", f"{address} answers with {sent}, where {' or '.join(types)} was expected"
        )


def _check_size(part: Part, done: int, total: int | None, manner: Manner) -> None:
    size = total or done
    if size > manner.max_bytes:
        raise PullError(
            "too_large", f"{part.name} has {size:,} bytes; the limit is {manner.max_bytes:,}"
        )
    if size > done and size - done > shutil.disk_usage(part.path.parent).free:
        raise PullError(
            "disk_full",
            f"the disk has no room for {part.name}: {size - done:,} bytes are still to come",
        )


def _refusal(address: str, part: Part, answer: HTTPError) -> Exception:
    """What an answer other than 200 means: asking again, or an end."""
    body = _body(answer)
    if answer.code == _RANGE_PAST_END and part.size_bytes():
        return _changed(part)
    passing = answer.code in _PASSING
    code = (_PASSING if passing else _FINAL).get(answer.code, "refused")
    said = f": {body[:200]}" if body and not body.startswith("<") else ""
    message = f"{_host(address)} answers {answer.code}{said}"
    error = PullError(code, message, status=answer.code, body=body)
    if not passing:
        return error
    return _AskAgain(error, asked_wait_s(answer.headers.get("Retry-After"), body))


def _changed(part: Part) -> _AskAgain:
    """Another version lies at the address by now: start again with its first byte."""
    part.drop()
    return _AskAgain(PullError("cut_short", f"{part.name} changed while it came"), 0.0)


def _body(answer: HTTPError) -> str:
    """The beginning of what the server said; nothing where the connection ended over it."""
    try:
        return answer.read(_SAID).decode("utf-8", "replace").strip()
    except (HTTPException, OSError):
        return ""


def _host(address: str) -> str:
    return address.split("/")[2]
