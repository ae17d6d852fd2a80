"""Idempotency-Key: a POST with a key is done once; repeating it gets the first answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from monazite.desk.api.callers import acting
from monazite.desk.api.faults import Fault, Problem
from monazite.desk.api.language import TAGS, language
from monazite.desk.api.shapes.base import Shape
from monazite.desk.once.services import KEY_MAX, Done, answered, language_of, once

HEADER = "Idempotency-Key"
REPLAYED = "Idempotent-Replay"
_PATTERN = f"^[!-~]{{1,{KEY_MAX}}}$"
_KEY = re.compile(_PATTERN.removesuffix("$"))
KEY_PARAMETER: dict[str, Any] = {
    "in": "header",
    "name": HEADER,
    "required": True,
    "schema": {"type": "string", "pattern": _PATTERN},
    "description": "A new one for each new request; the same one when you repeat a request.",
}


def keyed(
    request: HttpRequest, said: str, act: Callable[[], Shape], status: int = 200
) -> HttpResponse:
    """What `act` answers, once for each key; `said`: what the request asks beside its address."""
    performed: list[bool] = []

    def perform() -> tuple[int, str]:
        performed.append(True)
        return status, act().model_dump_json()

    done = once(acting(request), key_of(request), _asked(request, said), perform, language(request))
    return _again(request, done) if not performed else _response(done)


def by_own_key(made: Shape, status: int, *, again: bool) -> HttpResponse:
    """An answer to what carries its key in its body; again: it was answered before."""
    response = _response((status, made.model_dump_json()))
    if again:
        response[REPLAYED] = "true"
    return response


def replayed(request: HttpRequest, said: str) -> HttpResponse | None:
    """The first answer to a request that is repeated, None where it is the first."""
    done = answered(acting(request), key_of(request), _asked(request, said))
    return _again(request, done) if done else None


def _asked(request: HttpRequest, said: str) -> bytes:
    return f"{request.method} {request.path}\n{said}".encode(errors="surrogatepass")


def _again(request: HttpRequest, done: Done) -> HttpResponse:
    """The first answer in its own language, whatever the repeated request asks for."""
    response = _response(done)
    response[REPLAYED] = "true"
    if lang := language_of(acting(request), key_of(request)):
        response["Content-Language"] = TAGS[lang]
    return response


def _response(done: Done) -> HttpResponse:
    code, body = done
    return HttpResponse(body, status=code, content_type="application/json")


def key_of(request: HttpRequest) -> str:
    """The caller's key; a Fault of 400 where there is none that could be kept."""
    given = request.headers.get(HEADER, "")
    if _KEY.fullmatch(given) is None:
        accepted = f"1 to {KEY_MAX} characters, each one of ! to ~"
        raise Fault(400, "key", problems=[Problem(HEADER, given, accepted)])
    return given
