"""An application is made anew: amended by a clone, compared with it, or divided into several."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from monazite.desk.applications import services
from monazite.desk.applications.amended import changes
from monazite.desk.applications.errors import Refused
from monazite.desk.applications.services.amending import open_amendment
from monazite.desk.pages.detail.answers import record, said
from monazite.desk.pages.form.fields import typed
from monazite.desk.pages.form.findings import where
from monazite.desk.pages.form.paths import spot
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.found import found
from monazite.desk.pages.views.told import told
from monazite.licensing.difference import Change
from monazite.licensing.fields import sections
from monazite.licensing.split import split

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Changed:
    """A field that an amendment changes, in words; weight: key or minor."""

    where: str
    old: str
    new: str
    weight: str


@require_POST
@told
def amend(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """Begin the draft that will take the application's place, or go on with the one there is."""
    try:
        draft = services.amend(person_of(request), ident, "page")
    except Refused:
        there = open_amendment(found(request, ident))
        if there is None:
            raise
        return redirect("form", there.pk, "application")
    return redirect("form", draft.pk, "application")


@require_safe
def compared(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """What an amendment changes, old and new side by side."""
    application, lang = found(request, ident), lang_of(request)
    if application.supersedes is None:
        raise Http404
    rows = [_changed(each, lang) for each in changes(person_of(request), application)]
    context = {
        "application": application,
        "old": application.supersedes,
        "rows": rows,
        "key": any(row.weight == "key" for row in rows),
    }
    return render(request, "pages/difference.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@told
def divide(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """Show what the draft would be divided into; divide it."""
    if request.method == "POST":
        services.split(person_of(request), ident, "page")
        return redirect("home")
    application = found(request, ident)
    forms = split(application.form)
    if application.state != "draft" or len(forms) < _SEVERAL:
        return redirect("detail", ident)
    pieces = [(form.get("transport", [{}]), len(form.get("lines", []))) for form in forms]
    return render(request, "pages/split.html", {"application": application, "pieces": pieces})


def _changed(change: Change, lang: str) -> Changed:
    old, new = _text(change.path, change.old, lang), _text(change.path, change.new, lang)
    return Changed(where(change.path, lang), old, new, change.weight)


def _text(path: str, value: object, lang: str) -> str:
    """A value in words; a whole row as its fields."""
    at = spot(path)
    section = sections().get(at.section)
    if section is None:
        return typed(value)
    if isinstance(value, dict):
        told = record(section, value, lang)
        return "; ".join(f"{label}: {text}" for label, text in told)
    field = section.field(at.field)
    return said(field, typed(value), lang) if field and value else typed(value)
