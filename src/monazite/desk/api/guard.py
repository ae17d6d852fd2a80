"""Around every address of the API: headers of every answer, and methods that it does not have."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

from monazite.desk.api.faults import Fault, Problem
from monazite.desk.api.handlers import fault_response
from monazite.desk.api.language import TAGS, language

View = Callable[..., HttpResponseBase]


def guarded(view: View) -> View:
    """The view behind the guard; csrf_exempt because no cookie is ever read here."""

    @csrf_exempt
    @wraps(view)
    def guard(request: HttpRequest, **path: object) -> HttpResponseBase:
        response = view(request, **path)
        if isinstance(response, HttpResponseNotAllowed):
            response = _not_allowed(request, response)
        return _marked(request, response)

    return guard


def no_such_address(request: HttpRequest, **_: object) -> HttpResponseBase:
    """The answer at every address that the API does not have."""
    problem = Problem("path", request.path, "/api/v1/openapi.json")
    return fault_response(request, Fault(404, "no_such_address", problems=[problem]))


def _not_allowed(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    allow = ", ".join(sorted(response["Allow"].split(", ")))
    problem = Problem("method", request.method or "", allow)
    fault = Fault(405, "method", {"allow": allow}, problems=[problem], headers={"Allow": allow})
    return fault_response(request, fault)


def _marked(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    # A replayed answer keeps the language of the first one and has said so.
    response.headers.setdefault("Content-Language", TAGS[language(request)])
    response.headers["Vary"] = "Accept-Language, Authorization"
    return response
