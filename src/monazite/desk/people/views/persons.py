"""What admins and operators do to people: added, given roles, given a link, ended."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from monazite.desk.people import factors, visible
from monazite.desk.people.may import Forbidden, may
from monazite.desk.people.models import Person
from monazite.desk.people.services import (
    add_first_admin,
    add_person,
    end_person,
    end_role,
    grant_role,
    link_for_first_password,
)
from monazite.desk.people.views.asking import person_of, sentence, wrong
from monazite.desk.people.views.organisations import ONE, known, one
from monazite.errors import InputError

_VIA = "page"


@require_POST
def person_add(request: HttpRequest, organisation_id: uuid.UUID) -> HttpResponse:
    """Somebody new, with the link for their password; an operator's first one is an admin."""
    by = person_of(request)
    found = known(by, organisation_id)
    manages = by.organisation_id == found.pk or found.kind == "operator"
    add = add_person if manages else add_first_admin
    try:
        made = add(
            by,
            _VIA,
            organisation=found,
            name=request.POST.get("name", ""),
            email=request.POST.get("email", ""),
            language=request.POST.get("language", "en"),
        )
    except InputError as error:
        return wrong(request, ONE, sentence(request, error), **one(by, found))
    return _with_link(request, by, made)


@require_POST
def person_link(request: HttpRequest, person_id: uuid.UUID) -> HttpResponse:
    """Another link; the password of before ends."""
    by = person_of(request)
    return _with_link(request, by, _known(by, person_id))


@require_POST
def person_end(request: HttpRequest, person_id: uuid.UUID) -> HttpResponse:
    """They sign in no more."""
    return _done(request, person_id, lambda by, person: end_person(by, _VIA, person))


@require_POST
def factor_reset(request: HttpRequest, person_id: uuid.UUID) -> HttpResponse:
    """They enrol another device."""
    return _done(request, person_id, lambda by, person: factors.reset(by, _VIA, person))


@require_POST
def role_grant(request: HttpRequest, person_id: uuid.UUID) -> HttpResponse:
    """They hold the role from now."""
    role = request.POST.get("role", "")
    return _done(request, person_id, lambda by, person: grant_role(by, _VIA, person, role))


@require_POST
def role_end(request: HttpRequest, person_id: uuid.UUID) -> HttpResponse:
    """They hold the role no longer."""
    role = request.POST.get("role", "")
    return _done(request, person_id, lambda by, person: end_role(by, _VIA, person, role))


def _done(
    request: HttpRequest, person_id: uuid.UUID, do: Callable[[Person, Person], object]
) -> HttpResponse:
    by = person_of(request)
    found = _known(by, person_id)
    try:
        do(by, found)
    except InputError as error:
        return wrong(request, ONE, sentence(request, error), **one(by, found.organisation))
    by.read_roles_again()
    if may(by, "organisation.read", found.organisation):
        return redirect("organisation", found.organisation_id)
    return redirect("home")  # they ended their own right to look


def _known(by: Person, person_id: uuid.UUID) -> Person:
    organisations = visible.organisations(by)
    people = Person.objects.filter(pk=person_id, organisation__in=organisations)
    found = people.select_related("organisation").first()
    if found is None:
        raise Forbidden("organisation.read", 404)
    return found


def _with_link(request: HttpRequest, by: Person, person: Person) -> HttpResponse:
    link = link_for_first_password(by, _VIA, person)
    values = {"link": request.build_absolute_uri(link), "linked": person}
    return render(request, ONE, one(by, person.organisation) | values)
