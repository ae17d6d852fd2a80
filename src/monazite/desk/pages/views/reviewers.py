"""A chief names who may read the trade secrets of an application."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from monazite.desk.applications import services
from monazite.desk.pages import asked_once
from monazite.desk.pages.reader import person_of
from monazite.desk.pages.views.told import told


@require_POST
@told
def name_reviewer(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """Name the person that was chosen."""
    chosen = asked_once.ident(request.POST.get("person", ""))
    services.name_reviewer(person_of(request), ident, chosen, "page")
    return redirect("detail", ident)
