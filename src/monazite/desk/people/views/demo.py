"""One-click sign-in, in demo mode alone; elsewhere its address leads nowhere."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST
from django_otp import login as show_factor
from django_otp.plugins.otp_totp.models import TOTPDevice

from monazite.desk.people.guard import open_to_all
from monazite.desk.people.keeping import read
from monazite.desk.people.language import COOKIE, keep, lang_of
from monazite.desk.people.models import Person
from monazite.desk.people.roles import OFFICIAL

_BACKEND = "monazite.desk.people.signing_in.PersonBackend"


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
    response = _onward(request)
    if COOKIE not in request.COOKIES:
        keep(response, lang)
    return response


def _onward(request: HttpRequest) -> HttpResponse:
    """Home; or the page with the form that was sent when the session had ended."""
    kept = read(request.POST.get("kept", ""))
    if kept is None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "people/kept.html", {"kept": kept})


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
