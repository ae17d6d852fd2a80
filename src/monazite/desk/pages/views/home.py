"""Home: what needs me now, by the kind of organisation that I am of."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.desk.pages.home import agency, exporter, foreign
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.people.models import AGENCY, EXPORTER, FOREIGN

_DESKS = {AGENCY: agency.desk, EXPORTER: exporter.desk, FOREIGN: foreign.desk}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The page that one comes to."""
    person = person_of(request)
    kind = person.organisation.kind
    desk = _DESKS.get(kind)
    context = desk(person, lang_of(request)) if desk else {}
    return render(request, f"pages/home/{kind}.html", {"roles": person.held_roles, **context})
