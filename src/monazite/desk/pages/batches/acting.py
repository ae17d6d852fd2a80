"""Batches are begun, made of others and handed over; what was typed stays where it cannot be so."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from monazite.customs.batches.stages import BEGINNINGS
from monazite.customs.regime import names, rules
from monazite.desk.applications.errors import Refused
from monazite.desk.batches import services
from monazite.desk.batches.contained import left_of
from monazite.desk.batches.errors import Unbalanced
from monazite.desk.batches.listing import known
from monazite.desk.pages.asked_once import ident
from monazite.desk.pages.batches.shown import found, page
from monazite.desk.pages.batches.typed import OUTPUTS, outputs, said
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.pages.wrong import words
from monazite.desk.people.may import require
from monazite.errors import InputError

_STAGES = tuple(dict.fromkeys(stage for name in names() for stage in rules(name).batches.stages))
_INPUT = "input-"
_OWN_MOST = 200


@require_http_methods(["GET", "HEAD", "POST"])
@told
def begin(request: HttpRequest) -> HttpResponse:
    """A batch that nothing here comes before."""
    person, sent = person_of(request), request.POST
    require(person, "batch.write")
    context: dict[str, object] = {
        "typed": sent, "stages": _STAGES, "origins": BEGINNINGS, "regimes": names(),
    }  # fmt: skip
    if request.method != "POST":
        return render(request, "pages/batches/new.html", context)
    try:
        made = services.begin(
            person, sent.get("regime", ""), sent.get("origin", ""), said(sent), "page"
        )
    except (InputError, Refused) as error:
        return _again(request, "pages/batches/new.html", context, error)
    return redirect("batch", made.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@told
def make(request: HttpRequest) -> HttpResponse:
    """One step: batches that went in, batches that came out."""
    person, sent = person_of(request), request.POST
    require(person, "batch.write")
    own = known(person).filter(organisation_id=person.organisation_id).order_by("-made_at")
    own = own.filter(accepted_at__isnull=False)
    held = [each for each in own[:_OWN_MOST] if left_of(each) > 0]
    context: dict[str, object] = {
        "held": [(each, left_of(each), sent.get(f"{_INPUT}{each.pk}", "")) for each in held],
        "month": sent.get("month", ""),
        "outputs": [_typed(sent, at) for at in range(1, OUTPUTS + 1)],
        "stages": _STAGES,
    }
    if request.method != "POST":
        return render(request, "pages/batches/make.html", context)
    try:
        services.make(person, _inputs(sent), outputs(sent), "page")
    except (InputError, Refused) as error:
        return _again(request, "pages/batches/make.html", context, error)
    return redirect("batches")


@require_POST
@told
def hand_over(request: HttpRequest, batch_id: uuid.UUID) -> HttpResponse:
    """Part of a batch goes to another firm."""
    person, sent = person_of(request), request.POST
    asked = [sent.get(name, "") for name in ("mass_kg", "receiver", "reference")]
    try:
        services.hand_over(person, batch_id, asked[0], asked[1], asked[2], "page")
    except (InputError, Refused) as error:
        typed = {"typed": sent, "message": words(error, lang_of(request))}
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return page(request, found(request, batch_id), typed, status)
    return redirect("batch", batch_id)


@require_POST
@told
def accept(request: HttpRequest, batch_id: uuid.UUID) -> HttpResponse:
    """The firm has what another handed over."""
    try:
        services.accept(person_of(request), batch_id, "page")
    except Refused as error:
        said_of = {"message": words(error, lang_of(request))}
        return page(request, found(request, batch_id), said_of, HTTPStatus.CONFLICT)
    return redirect("batch", batch_id)


def _inputs(sent: QueryDict) -> dict[uuid.UUID, str]:
    return {
        ident(name.removeprefix(_INPUT)): str(value)
        for name, value in sent.items()
        if name.startswith(_INPUT) and str(value).strip()
    }


def _typed(sent: QueryDict, at: int) -> dict[str, object]:
    names_ = ("reference", "stage", "mass_kg", "contents")
    return {"at": at} | {name: sent.get(f"{name}-{at}", "") for name in names_}


def _again(
    request: HttpRequest,
    template: str,
    context: Mapping[str, object],
    error: InputError | Refused,
) -> HttpResponse:
    """The form with everything that is wrong."""
    lang = lang_of(request)
    findings = error.findings if isinstance(error, Unbalanced) else ()
    said_of = {
        "message": words(error, lang),
        "findings": [(each.message(lang), each.cure(lang)) for each in findings],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, template, {**context, **said_of}, status=status)
