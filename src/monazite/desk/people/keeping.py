"""A form that was sent after its session ended: kept through the sign-in, and sent again."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from monazite.desk.people.views.demo_firms import whom_to_be

_SALT = "monazite.desk.people.keeping"
_SECONDS = 3600
NEVER = frozenset({"csrfmiddlewaretoken", "password", "old", "again", "code", "kept"})
"""Fields that are never shown again nor kept."""
_BYTES_MAX = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """What was sent, and where to; files: how many could not be kept."""

    path: str
    fields: tuple[tuple[str, str], ...]
    files: int


def kept(request: HttpRequest) -> HttpResponse:
    """The sign-in page with what was typed in it, signed so that nobody else can plant it."""
    sent = Kept(request.get_full_path(), _fields(request), len(request.FILES))
    text = json.dumps([sent.path, sent.fields, sent.files])
    values = {"expired": True, "files": sent.files, "kept": "", "demo": whom_to_be()}
    if len(text) <= _BYTES_MAX:
        values["kept"] = signing.dumps(text, salt=_SALT, compress=True)
    return render(request, "people/sign_in.html", values, status=401)


def read(text: str) -> Kept | None:
    """What was kept; None where it is nothing of ours or older than an hour."""
    try:
        path, fields, files = json.loads(signing.loads(text, salt=_SALT, max_age=_SECONDS))
    except signing.BadSignature:
        return None
    return Kept(path, tuple((name, value) for name, value in fields), files)


def _fields(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, str(value))
        for name, values in request.POST.lists()
        if name not in NEVER
        for value in values
    )
