"""One duty: what is asked, what was reported, and the form that reports."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from monazite.catalogue.texts import say
from monazite.customs.duties import NOT_REPORTED
from monazite.customs.regime import rules
from monazite.desk.applications.errors import Refused
from monazite.desk.duties import services
from monazite.desk.duties.models import Duty
from monazite.desk.duties.services import Given
from monazite.desk.duties.standing import standing
from monazite.desk.pages.asked_once import ident
from monazite.desk.pages.duties.listed import TONES
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.pages.wrong import words
from monazite.desk.papers.kinds import ENDINGS
from monazite.desk.papers.serving import response
from monazite.desk.people.may import may
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.law.references_said import law_words

_ITEM = "item-"


@require_safe
@told
def duty(request: HttpRequest, duty_id: uuid.UUID) -> HttpResponse:
    """The page of a duty."""
    found = services.held(person_of(request), duty_id, "duty.read")
    return _page(request, found, {}, HTTPStatus.OK)


@require_POST
@told
def report(request: HttpRequest, duty_id: uuid.UUID) -> HttpResponse:
    """Report; what was typed stays where it cannot be used."""
    person, sent = person_of(request), request.POST
    given = Given(
        happened_on=sent.get("happened_on", ""),
        place=sent.get("place", ""),
        quantities={
            name.removeprefix(_ITEM): str(value)
            for name, value in sent.items()
            if name.startswith(_ITEM) and str(value).strip()
        },
        text=sent.get("text", ""),
        papers=tuple(ident(each) for each in sent.getlist("papers")),
    )
    try:
        services.report(person, duty_id, given, "page")
    except (InputError, Refused) as error:
        found = services.held(person, duty_id, "duty.report")
        typed = {"given": given, "message": words(error, lang_of(request))}
        return _page(request, found, typed, HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect("duty", duty_id)


@require_POST
@told
def upload(request: HttpRequest, duty_id: uuid.UUID) -> HttpResponse:
    """Take a file; why not, on the page itself."""
    person, sent = person_of(request), request.FILES.get("file")
    try:
        _taken(person, duty_id, sent)
    except (InputError, Refused) as error:
        found = services.held(person, duty_id, "duty.report")
        typed: dict[str, object] = {"message": words(error, lang_of(request))}
        return _page(request, found, typed, HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect("duty", duty_id)


def _taken(person: Person, duty_id: uuid.UUID, sent: UploadedFile[Any] | None) -> None:
    if sent is None:
        raise InputError("file", "", ", ".join(ENDINGS), "file_missing")
    services.upload(person, duty_id, sent.name or "", sent, "page")


@require_safe
@told
def paper(request: HttpRequest, duty_paper_id: uuid.UUID) -> HttpResponseBase:
    """A file of a duty, as an attachment."""
    found, path = services.open_paper(person_of(request), duty_paper_id)
    return response(path, found.name, found.media_type)


def _page(
    request: HttpRequest, found: Duty, typed: Mapping[str, object], status: int
) -> HttpResponse:
    lang, state = lang_of(request), standing(found)
    consequence = NOT_REPORTED.get(found.declaration.regime, "")
    context = {
        "duty": found,
        "state": state,
        "tone": TONES[state],
        "law": law_words(found.law, lang),
        "days": _days(found, lang),
        "consequence": law_words(consequence, lang) if consequence else "",
        "items": found.declaration.items.select_related("left").order_by("number"),
        "reports": found.reports.order_by("number"),
        "papers": found.papers.order_by("uploaded_at", "pk"),
        "reports_it": may(person_of(request), "duty.report", found) and found.ended_at is None,
    }
    return render(request, "pages/duties/duty.html", {**context, **typed}, status=status)


def _days(found: Duty, lang: str) -> str:
    """How long there was, and whether a law or this site says so."""
    term = rules(found.declaration.regime).duties.get(found.kind)
    if term is None or found.declaration.exited_on is None:
        return ""
    days = (found.due_on - found.declaration.exited_on).days
    return say("desk.pages.our_days" if term.ours else "desk.pages.law_days", lang, days=days)
