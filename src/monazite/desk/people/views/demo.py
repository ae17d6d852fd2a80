"""One-click sign-in, in demo mode alone; elsewhere its address leads nowhere."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.auth import login
from django.db.models import Case, QuerySet, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST
from django_otp import login as show_factor
from django_otp.plugins.otp_totp.models import TOTPDevice

from monazite.desk.people.guard import open_to_all
from monazite.desk.people.models import EXPORTER, Person
from monazite.desk.people.roles import OFFICIAL

_BACKEND = "monazite.desk.people.signing_in.PersonBackend"
_SHOWN = 60


def demo_people() -> QuerySet[Person]:
    """Whom one can be in the demo, those who hold roles, by organisation."""
    found = Person.objects.filter(is_active=True, organisation__active=True)
    held = found.filter(assignments__until__isnull=True, assignments__isnull=False).distinct()
    # Exporters first: what a visitor comes to see begins with them.
    firms_first = Case(When(organisation__kind=EXPORTER, then=0), default=1)
    by = (firms_first, "organisation__kind", "organisation__name", "name")
    return held.select_related("organisation").order_by(*by)[:_SHOWN]


@open_to_all
@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Be one of them, an official with a second factor that stands for the real one."""
    if not settings.DEMO:
        raise Http404
    person = _asked(request.POST.get("person", ""))
    login(request, person, backend=_BACKEND)
    if person.organisation.kind in OFFICIAL:
        device, _ = TOTPDevice.objects.get_or_create(user=person, name="demo", confirmed=True)
        show_factor(request, device)
    return redirect(settings.LOGIN_REDIRECT_URL)


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
