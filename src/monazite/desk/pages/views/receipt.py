"""What was filed: the receipt, and the form as it was filed in JSON and XLSX."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from monazite.desk.applications.models import Application
from monazite.desk.applications.sealing import form_for
from monazite.desk.events.canonical import canonical
from monazite.desk.events.models import Event
from monazite.desk.pages.form.asked_for import asked_for
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.beginning import XLSX
from monazite.desk.pages.views.found import found
from monazite.licensing.reading import read
from monazite.licensing.sheets import write_xlsx


@require_safe
def receipt(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """Reference, hash, when, who, and the head of the chain."""
    application = found(request, ident)
    if application.reference is None:
        return redirect("check", ident)
    context = {
        "application": application,
        "already": "already" in request.GET,
        "whole": form_for(person_of(request), application) == application.form,
        "head": _head(application),
        "asked_for": asked_for(read(application.form).application, lang_of(request)),
        "offices": [each.agency for each in application.offices.select_related("agency")],
    }
    return render(request, "pages/receipt.html", context)


def _head(application: Application) -> str:
    """The hash of the event of filing: it stays, whatever happens later."""
    events = Event.objects.filter(aggregate_id=application.pk, kind="filed")
    return bytes(events.values_list("hash", flat=True).get()).hex()


@require_safe
def written(request: HttpRequest, ident: uuid.UUID, kind: str) -> HttpResponse:
    """The form as a file, `json` or `xlsx`; to others than its firm without trade secrets.

    The JSON is canonical: its SHA-256 is the one of the receipt.
    """
    application = found(request, ident)
    form = form_for(person_of(request), application)
    name = application.reference or str(application.pk)
    if kind == "json":
        return _file(canonical(form).encode(), "application/json", f"{name}.json")
    if kind == "xlsx":
        return _file(write_xlsx(form, lang_of(request)), XLSX, f"{name}.xlsx")
    raise Http404


def _file(data: bytes, media_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=media_type, headers=headers)
