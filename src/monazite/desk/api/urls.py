"""Addresses of the HTTP API."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path
from django.views.decorators.http import require_GET

from monazite.desk.api.document import openapi_json
from monazite.desk.api.guard import guarded, no_such_address
from monazite.desk.api.site import api


def _operations() -> list[URLPattern]:
    """Ninja's addresses behind the guard; its root, which only tells of pages that are off, not."""
    return [
        URLPattern(each.pattern, guarded(each.callback), name=each.name)
        for each in api.urls[0]
        if isinstance(each, URLPattern) and each.name != "api-root"
    ]


urlpatterns = [
    path("openapi.json", guarded(require_GET(openapi_json)), name="openapi"),
    *_operations(),
    re_path("", guarded(no_such_address)),
]
