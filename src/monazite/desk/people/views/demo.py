"""One-click sign-in, in demo mode alone; elsewhere its address leads nowhere."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import login
from django.db.models import Case, Exists, OuterRef, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST
from django_otp import login as show_factor
from django_otp.plugins.otp_totp.models import TOTPDevice

from monazite.desk.people.guard import open_to_all
from monazite.desk.people.language import COOKIE, keep, lang_of
from monazite.desk.people.models import (
    AGENCY,
    EXPORTER,
    FOREIGN,
    OPERATOR,
    Assignment,
    Organisation,
    Person,
)
from monazite.desk.people.roles import OFFICIAL

_BACKEND = "monazite.desk.people.signing_in.PersonBackend"
_SHOWN = 60
# What a visitor comes to see begins with an exporter.
_ORDER = (EXPORTER, FOREIGN, AGENCY, OPERATOR)


@dataclass(frozen=True, slots=True)
class Firm:
    """An organisation of the demo with those of its people who hold roles."""

    organisation: Organisation
    people: tuple[Person, ...]


def demo_firms() -> tuple[Firm, ...]:
    """Whom one can be in the demo, each organisation once."""
    found = Person.objects.filter(is_active=True, organisation__active=True)
    # No join: a person with two roles would stand there twice, and DISTINCT bears no such order.
    held = found.filter(
        Exists(Assignment.objects.filter(person=OuterRef("pk"), until__isnull=True))
    )
    kinds = Case(*(When(organisation__kind=kind, then=n) for n, kind in enumerate(_ORDER)))
    by = (kinds, "organisation__name", "organisation_id", "name")
    firms: dict[Organisation, list[Person]] = {}
    for person in held.select_related("organisation").order_by(*by)[:_SHOWN]:
        firms.setdefault(person.organisation, []).append(person)
    return tuple(Firm(organisation, tuple(people)) for organisation, people in firms.items())


@open_to_all
@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Be one of them, an official with a second factor that stands for the real one.

    The visitor reads on in the language of the page, not in that of the person.
    """
    if not settings.DEMO:
        raise Http404
    person, lang = _asked(request.POST.get("person", "")), lang_of(request)
    login(request, person, backend=_BACKEND)
    if person.organisation.kind in OFFICIAL:
        device, _ = TOTPDevice.objects.get_or_create(user=person, name="demo", confirmed=True)
        show_factor(request, device)
    response = redirect(settings.LOGIN_REDIRECT_URL)
    if COOKIE not in request.COOKIES:
        keep(response, lang)
    return response


def _asked(ident: str) -> Person:
    try:
        wanted = uuid.UUID(ident)
    except ValueError as error:
        raise Http404 from error
    found = Person.objects.select_related("organisation").filter(
        pk=wanted, is_active=True, organisation__active=True
    )
    person = found.first()
    if person is None:
        raise Http404
    return person
