"""Requests that are refused by what they announce, before a byte of them is read."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from monazite.desk.security.refusals import refuse

_AROUND = 64 * 1024
"""What a multipart body holds beside its file."""
_DIGITS_MAX = 15
_API = "/api/"
"""Says itself, field by field, what it cannot use."""
_MANIFEST_PAGE, _MANIFEST_FILE = "/manifests/lodge/", "/api/v1/manifests/file"
"""The two addresses that take a file of many declarations."""


class LimitsMiddleware:
    """413 for a body over the limit; 411 for one whose length is not said; 400 for NUL.

    A body in chunks has no length: Django would read none of it, and a form would seem empty.
    PostgreSQL takes no NUL in text: in an address or a cookie it is nobody's honest mistake.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The refusal, or the site's answer."""
        if "chunked" in str(request.META.get("HTTP_TRANSFER_ENCODING", "")).lower():
            return refuse(request, HTTPStatus.LENGTH_REQUIRED)
        if _length(request) > _most(request.path):
            return refuse(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if _has_nul(request):
            return refuse(request, HTTPStatus.BAD_REQUEST)
        return self.get_response(request)


def bytes_max() -> int:
    """Of most requests, whole: a paper and the form around it."""
    return int(settings.PAPER_BYTES_MAX) + _AROUND


def _most(path: str) -> int:
    """Where manifests are handed in one, a manifest and what is around it."""
    manifest = path in {_MANIFEST_PAGE, _MANIFEST_FILE}
    return int(settings.MANIFEST_BYTES_MAX) + _AROUND if manifest else bytes_max()


def _has_nul(request: HttpRequest) -> bool:
    asked = (request.path, request.GET.urlencode(safe="\x00"))
    if not request.path.startswith(_API) and any("\x00" in text for text in asked):
        return True
    return any("\x00" in value for value in request.COOKIES.values())


def _length(request: HttpRequest) -> int:
    said = str(request.META.get("CONTENT_LENGTH") or "0").strip()
    if not said.isdecimal() or not said.isascii():
        return 0  # Django reads nothing of such a body either
    return int(said[:_DIGITS_MAX])
