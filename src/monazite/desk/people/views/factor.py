"""The second factor: enrolled before an official's first act, shown in each session."""

from __future__ import annotations

import io
from base64 import b32encode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from django_otp import login as show_factor
from django_otp.plugins.otp_totp.models import TOTPDevice

from monazite.catalogue.texts import say
from monazite.desk.people import factors, throttle
from monazite.desk.people.guard import before_second_factor
from monazite.desk.people.language import lang_of
from monazite.desk.people.models import Person
from monazite.desk.people.roles import OFFICIAL
from monazite.desk.people.views.asking import person_of, slowed, wrong
from monazite.desk.people.views.signing import destination

_SHOW, _ENROL = "people/second_factor.html", "people/enrol.html"
_CODES = "recovery_codes"


@before_second_factor
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for the code of the device, or for a recovery code."""
    person = _official(request)
    if factors.device(person) is None:
        return redirect("second_factor_enrol")
    values = {"next": destination(request)}
    if request.method != "POST":
        return render(request, _SHOW, values)
    try:
        device = factors.verify(person, request.POST.get("code", ""))
    except throttle.TooMany as error:
        return slowed(request, _SHOW, error, **values)
    if device is None:
        return wrong(request, _SHOW, say("desk.people.wrong.code", lang_of(request)), **values)
    _begin_verified(request, device)
    return HttpResponseRedirect(values["next"])


@before_second_factor
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest) -> HttpResponse:
    """Show the secret of a new device, and take its first code for proof.

    Who has a device shows it first, so that a stolen password does not enrol another.
    """
    person = _official(request)
    if factors.device(person) is not None and not person.is_verified():
        return redirect("second_factor")
    if request.method != "POST":
        if factors.device(person) is not None and "replace" not in request.GET:
            return render(request, "people/enrolled.html")
        return render(request, _ENROL, _device_values(person))
    try:
        confirmed = factors.confirm(person, request.POST.get("code", ""))
    except throttle.TooMany as error:
        return slowed(request, _ENROL, error, **_device_values(person))
    if confirmed is None:
        said = say("desk.people.wrong.code", lang_of(request))
        return wrong(request, _ENROL, said, **_device_values(person))
    device, codes = confirmed
    _begin_verified(request, device)
    request.session[_CODES] = codes
    return redirect("recovery_codes")


@require_http_methods(["GET", "HEAD", "POST"])
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """The codes of a new device, kept in its session until their owner says that they have them."""
    _official(request)
    if request.method == "POST":
        request.session.pop(_CODES, None)
        return redirect("home")
    codes = request.session.get(_CODES)
    if not codes:
        return redirect("second_factor_enrol")
    return render(request, "people/recovery_codes.html", {"codes": codes})


def _begin_verified(request: HttpRequest, device: TOTPDevice) -> None:
    request.session.cycle_key()  # the key from before the second factor opens nothing more
    show_factor(request, device)


def _official(request: HttpRequest) -> Person:
    person = person_of(request)
    if person.organisation.kind not in OFFICIAL:
        raise Http404
    return person


def _device_values(person: Person) -> dict[str, object]:
    device = factors.begin(person)
    secret = b32encode(device.bin_key).decode().rstrip("=")
    grouped = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    return {"qr": _picture(device.config_url), "secret": grouped}


def _picture(address: str) -> SafeString:
    import segno  # noqa: PLC0415 - only officials who enrol need it

    out = io.BytesIO()
    segno.make(address, error="m").save(
        out, kind="svg", scale=5, border=4, dark="#000", light="#fff",
        xmldecl=False, svgns=True, svgclass="qr", lineclass=None, nl=False,
    )  # fmt: skip
    return mark_safe(out.getvalue().decode())  # noqa: S308 - drawn here, of black squares alone
