"""What happened to an application, for those who read its events alone."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.desk.pages.detail.history import history as told
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.people import visible


@require_safe
def history(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """The events of one application, without its content."""
    rows = visible.audited(person_of(request)).select_related("organisation").defer("form")
    application = rows.filter(pk=ident).first()
    if application is None:
        raise Http404
    context = {
        "application": application,
        "history": told(application, person_of(request), lang_of(request)),
    }
    return render(request, "pages/history.html", context)
