"""What a foreign firm sees of an application that names it: where it is, and its own part."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.desk.applications.standing import standing
from monazite.desk.pages.detail.standing import told
from monazite.desk.pages.pictures.track import track
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.people import visible


@require_safe
def party(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """The page of one application."""
    person, lang = person_of(request), lang_of(request)
    application = (
        visible.as_party(person)
        .select_related("organisation")
        .defer("form")
        .filter(pk=ident)
        .first()
    )
    if application is None:
        raise Http404
    context = {
        "application": application,
        "track": track(application.state, lang),
        "standing": told(standing(application), application, lang, yours=False),
        "parties": application.parties.filter(organisation_id=person.organisation_id).order_by(
            "number"
        ),
    }
    return render(request, "pages/party.html", context)
