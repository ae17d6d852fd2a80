"""Signing in and out."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from monazite.catalogue.texts import say
from monazite.desk.people import keeping, throttle
from monazite.desk.people.guard import open_to_all
from monazite.desk.people.language import lang_of
from monazite.desk.people.models import Person
from monazite.desk.people.signing_in import sign_in as signed_in
from monazite.desk.people.views.asking import slowed, wrong
from monazite.desk.people.views.demo_firms import whom_to_be

_PAGE = "people/sign_in.html"


@open_to_all
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form; after it, where one was going, or what one had sent."""
    onward = destination(request)
    values = {
        "next": onward,
        "kept": request.POST.get("kept", ""),
        "password_set": "set" in request.GET,
        "demo": whom_to_be(),
    }
    if request.method != "POST":
        already = isinstance(request.user, Person)
        return redirect(onward) if already else render(request, _PAGE, values)
    try:
        person = signed_in(request, request.POST.get("email", ""), request.POST.get("password", ""))
    except throttle.TooMany as error:
        return slowed(request, _PAGE, error, **values)
    if person is None:
        return wrong(request, _PAGE, say("desk.people.not_known", lang_of(request)), **values)
    return after(request, onward)


@open_to_all
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """The session ends."""
    logout(request)
    return redirect("sign_in")


def after(request: HttpRequest, onward: str) -> HttpResponse:
    """Where one was going; or a page with the form that was sent when the session had ended."""
    kept = keeping.read(request.POST.get("kept", ""))
    if kept is None:
        return HttpResponseRedirect(onward)
    return render(request, "people/kept.html", {"kept": kept})


def destination(request: HttpRequest) -> str:
    """Where to go next, on this site and nowhere else."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    hosts = {request.get_host()}
    good = url_has_allowed_host_and_scheme(asked, hosts, require_https=request.is_secure())
    return asked if asked.startswith("/") and good else settings.LOGIN_REDIRECT_URL
