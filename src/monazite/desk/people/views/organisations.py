"""Organisations, their people and roles, for operators and for each organisation's admins."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from monazite.desk.people import visible
from monazite.desk.people.may import Forbidden, may, require
from monazite.desk.people.models import (
    AGENCY,
    CUSTOMS,
    EXPORTER,
    FOREIGN,
    INTAKE,
    LICENSING,
    OPERATOR,
    REVIEWING,
    Organisation,
    Person,
)
from monazite.desk.people.predicates import Grant
from monazite.desk.people.roles import roles_in
from monazite.desk.people.services import add_organisation, end_organisation
from monazite.desk.people.views.asking import person_of, sentence, wrong
from monazite.errors import InputError

LIST, ONE = "people/organisations.html", "people/organisation.html"
_FIELDS = ("kind", "name", "name_native", "country", "identifier", "regime", "duty")
_SHOWN = 500


@require_http_methods(["GET", "HEAD", "POST"])
def organisations(request: HttpRequest) -> HttpResponse:
    """All of them, and the form that adds one; an admin goes to their own."""
    person = person_of(request)
    if not may(person, "organisation.add"):
        require(person, "organisation.read", person.organisation)
        return redirect("organisation", person.organisation_id)
    if request.method != "POST":
        return render(request, LIST, _listed(person))
    typed = {name: request.POST.get(name, "") for name in _FIELDS}
    try:
        made = add_organisation(person, "page", **typed)
    except InputError as error:
        return wrong(request, LIST, sentence(request, error), **_listed(person))
    return redirect("organisation", made.pk)


@require_http_methods(["GET", "HEAD"])
def organisation(request: HttpRequest, organisation_id: uuid.UUID) -> HttpResponse:
    """One: its people, their roles, and what may be done about them."""
    person = person_of(request)
    return render(request, ONE, one(person, known(person, organisation_id)))


@require_POST
def organisation_end(request: HttpRequest, organisation_id: uuid.UUID) -> HttpResponse:
    """Nobody of it signs in any more."""
    person = person_of(request)
    end_organisation(person, "page", known(person, organisation_id))
    return redirect("organisation", organisation_id)


def known(person: Person, organisation_id: uuid.UUID) -> Organisation:
    """The organisation, if the person may know of it; else Forbidden as one that is not there."""
    found = visible.organisations(person).filter(pk=organisation_id).first()
    if found is None:
        raise Forbidden("organisation.read", 404)
    return found


def one(person: Person, found: Organisation) -> dict[str, Any]:
    """What the page of one organisation shows to this person."""
    people = found.people.order_by("-is_active", "name").prefetch_related("assignments")
    return {
        "organisation": found,
        "rows": [_row(person, found, each) for each in people[:_SHOWN]],
        "may_add": may(person, "person.add", found),
        "may_end": found.active and may(person, "organisation.end", found),
    }


def _row(person: Person, found: Organisation, each: Person) -> dict[str, Any]:
    each.organisation = found
    held = [a.role for a in each.assignments.all() if a.until is None]
    grantable = [role for role in roles_in(found.kind) if role not in held]
    return {
        "person": each,
        "waits": not each.has_usable_password(),
        "roles": [(role, may(person, "role.end", Grant(each, role))) for role in held],
        "grantable": [r for r in grantable if may(person, "role.grant", Grant(each, r))],
        "may_link": each.is_active and may(person, "person.link", each),
        "may_end": each.is_active and may(person, "person.end", each),
        "may_reset": each.is_active and may(person, "factor.reset", each),
    }


def _listed(person: Person) -> dict[str, Any]:
    return {
        "organisations": visible.organisations(person).order_by("kind", "name")[:_SHOWN],
        "kinds": (EXPORTER, AGENCY, FOREIGN, OPERATOR),
        "duties": ("", INTAKE, LICENSING, REVIEWING, CUSTOMS),
    }
