"""What is done about a licence: changed, handed back, suspended, restored, revoked."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from monazite.desk.applications.errors import Refused
from monazite.desk.licences import services
from monazite.desk.pages.licences.found import found
from monazite.desk.pages.licences.shown import Typed, context
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.pages.wrong import words
from monazite.errors import InputError

_WRONG = 422


@require_POST
@told
def change(request: HttpRequest, licence_id: uuid.UUID) -> HttpResponse:
    """Begin to ask for a change; the form of the clone opens."""
    draft = services.change(person_of(request), licence_id, "page")
    return redirect("form", draft.pk, "application")


@require_http_methods(["GET", "HEAD", "POST"])
@told
def surrender(request: HttpRequest, licence_id: uuid.UUID) -> HttpResponse:
    """Ask why, then hand the licence back."""
    text = request.POST.get("text", "")
    context = {"licence": found(request, licence_id), "text": text}
    if request.method != "POST":
        return render(request, "pages/licences/surrender.html", context)
    try:
        services.surrender(person_of(request), licence_id, text, "page")
    except InputError as error:
        context["message"] = words(error, lang_of(request))
        return render(request, "pages/licences/surrender.html", context, status=_WRONG)
    return redirect("licence", licence_id)


@require_POST
@told
def order_propose(request: HttpRequest, licence_id: uuid.UUID) -> HttpResponse:
    """Propose an order, which a colleague signs."""
    sent = request.POST
    kind, grounds, text = sent.get("kind", ""), sent.getlist("grounds"), sent.get("text", "")
    try:
        services.propose_order(person_of(request), licence_id, kind, grounds, text, "page")
    except (InputError, Refused) as error:
        typed = Typed(kind, tuple(grounds), text, words(error, lang_of(request)))
        values = context(request, found(request, licence_id), typed)
        return render(request, "pages/licences/licence.html", values, status=_status(error))
    return redirect("licence", licence_id)


def _status(error: InputError | Refused) -> int:
    """What others did meanwhile is a conflict; what was left out can be filled in."""
    if isinstance(error, Refused) and error.code != "order_without_grounds":
        return error.status
    return _WRONG


@require_POST
@told
def order_sign(request: HttpRequest, order_id: uuid.UUID) -> HttpResponse:
    """Put an order in force."""
    order = services.sign_order(person_of(request), order_id, "page")
    return redirect("licence", order.licence_id)


@require_POST
@told
def order_back(request: HttpRequest, order_id: uuid.UUID) -> HttpResponse:
    """Send an order back to its author."""
    text = request.POST.get("text", "")
    order = services.send_back_order(person_of(request), order_id, text, "page")
    return redirect("licence", order.licence_id)
