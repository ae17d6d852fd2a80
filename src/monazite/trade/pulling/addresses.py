"""Which addresses are asked: HTTPS only, and never another host than the one that was named.

A plain HTTP address is taken on this machine alone (127.0.0.1, ::1, localhost): a local copy, or a
test. Proxies are those of the environment (HTTPS_PROXY), as everywhere.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from monazite.errors import InputError
from monazite.trade.pulling.errors import PullError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from http.client import HTTPMessage

_HERE = ("127.0.0.1", "::1", "localhost")
AGENT = "monazite (https://github.com/monazite/monazite)"


def checked(address: str) -> str:
    """The address, if it may be asked; InputError on the field "base" otherwise."""
    parts = urlsplit(address)
    if parts.scheme == "https" and parts.hostname:
        return address
    if parts.scheme == "http" and parts.hostname in _HERE:
        return address
    raise InputError("base", address, "an https address, or http on this machine")


def request(address: str, headers: Mapping[str, str]) -> Request:
    """A GET of a checked address; bytes as they are, never packed on the way."""
    own = {"User-Agent": AGENT, "Accept-Encoding": "identity", **headers}
    return Request(checked(address), headers=own)  # noqa: S310 - the scheme is checked


def opener() -> OpenerDirector:
    """What opens a request and follows no redirect to another host, scheme or port."""
    return build_opener(_SameHost())


class _SameHost(HTTPRedirectHandler):
    """A redirect to another host would hand it the key, and its file would not be the official."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if _origin(newurl) != _origin(req.full_url):
            fp.close()
            raise PullError(
                "redirected",
                f"{urlsplit(req.full_url).hostname} sends on to {newurl}, which is not followed: "
                "only the official address is asked",
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _origin(address: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port
