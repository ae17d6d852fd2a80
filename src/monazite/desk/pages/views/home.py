"""Home: what needs me now, by the kind of organisation that I am of."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from monazite.desk.events.models import Checkpoint
from monazite.desk.pages.home import agency, exporter, foreign, gate
from monazite.desk.pages.home.places import places
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.people.models import AGENCY, EXPORTER, FOREIGN, Person
from monazite.desk.people.roles import OFFICERS

_DESKS = {AGENCY: agency.desk, EXPORTER: exporter.desk, FOREIGN: foreign.desk}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The page that one comes to."""
    person = person_of(request)
    if not person.held_roles:
        return render(request, "pages/home/no_role.html")
    template, context = _desk(person, lang_of(request))
    context |= {"roles": person.held_roles, "made": _made() if settings.DEMO else ""}
    return render(request, f"pages/home/{template}.html", context)


def _desk(person: Person, lang: str) -> tuple[str, dict[str, Any]]:
    """The template and its values: of the gate, of other pages, or of the kind of organisation."""
    if person.held_roles and person.held_roles <= gate.AT_THE_GATE:
        return "at_gate", gate.desk(person, lang)
    if not person.held_roles & OFFICERS and (found := places(person, lang)):
        return "places", {"places": found}
    kind = person.organisation.kind
    desk = _DESKS.get(kind)
    context = desk(person, lang) if desk else {}
    if person.held_roles & gate.AT_THE_GATE:
        context |= gate.desk(person, lang)
    return kind, context


def _made() -> str:
    """The day on which the demo's world was made: its first seal is of no made-up day."""
    first = Checkpoint.objects.order_by("number").values_list("sealed_at", flat=True).first()
    return f"{timezone.localtime(first):%Y-%m-%d}" if first else ""
