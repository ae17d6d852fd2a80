"""The OpenAPI document: what ninja knows of the operations, and the scope of each."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse

from monazite.desk.api.site import api

PREFIX = "api/v1/"
_METHODS = ("get", "post", "put", "patch")


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    """The document, as it is served."""
    made: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix=PREFIX)))
    for path in made["paths"].values():
        for method in _METHODS:
            if method in path:
                _finish(path[method])
    return made


def _finish(operation: dict[str, Any]) -> None:
    """The scope where OpenAPI 3.1 has it; the headers of answers."""
    scope = operation.pop("x-scope")
    operation["security"] = [{"Bearer": [scope] if scope else []}]


def openapi_json(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - a view
    """The document, for everybody: it says nothing of anybody."""
    return HttpResponse(json.dumps(document()), content_type="application/json")
