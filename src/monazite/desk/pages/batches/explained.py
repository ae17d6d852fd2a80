"""What a firm's books explain of what left, for those who follow up; and its quotas."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from monazite.customs.batches.stages import QUOTA_STAGES
from monazite.desk.applications.errors import Refused
from monazite.desk.batches import services
from monazite.desk.batches.books import over_quota
from monazite.desk.batches.listing import known, quotas
from monazite.desk.duties.explaining import evidence, explain
from monazite.desk.pages.leads.facts import facts
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.pages.wrong import words
from monazite.desk.people.may import Forbidden, require
from monazite.errors import InputError


@require_safe
@told
def explained(request: HttpRequest, firm_id: uuid.UUID) -> HttpResponse:
    """The arithmetic, every term with its source."""
    return _page(request, firm_id, {}, HTTPStatus.OK)


@require_POST
@told
def quota(request: HttpRequest, firm_id: uuid.UUID) -> HttpResponse:
    """Write down a year's quota as its notice gives it."""
    person, sent = person_of(request), request.POST
    require(person, "quota.set")
    try:
        services.set_quota(
            person, firm_id, _year(sent.get("year", "")), sent.get("stage", ""),
            sent.get("mass_kg", ""), sent.get("source", ""), "page",
        )  # fmt: skip
    except (InputError, Refused) as error:
        typed = {"message": words(error, lang_of(request)), "typed": sent}
        return _page(request, firm_id, typed, HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect("batches_explained", firm_id)


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) == 4):  # noqa: PLR2004 - a year
        raise InputError("year", text, "a year, such as 2026", "whole")
    return int(text)


def _page(
    request: HttpRequest, firm_id: uuid.UUID, typed: Mapping[str, object], status: int
) -> HttpResponse:
    person, lang = person_of(request), lang_of(request)
    require(person, "quota.set")
    batch = known(person).filter(organisation_id=firm_id).first()
    if batch is None:
        raise Forbidden("batch.read", 404)
    answer = explain(batch.organisation, batch.regime)
    found = evidence(answer, over_quota(batch.organisation, batch.regime))
    context = {
        "firm": batch.organisation,
        "facts": facts(found, lang),
        "finding": answer.finding.message(lang) if answer.finding else "",
        "quotas": quotas(person).filter(organisation_id=firm_id).order_by("-year", "-number"),
        "stages": QUOTA_STAGES,
    }
    return render(request, "pages/batches/explained.html", {**context, **typed}, status=status)
