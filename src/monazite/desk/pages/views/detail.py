"""A filed application: where it is, what it asks, who decides, what happened."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from monazite.desk.applications import services
from monazite.desk.applications.models import Application
from monazite.desk.applications.sealing import form_for
from monazite.desk.applications.services.amending import open_amendment
from monazite.desk.applications.standing import standing
from monazite.desk.events.append import Who
from monazite.desk.licences.changed import changed
from monazite.desk.pages import asked_once
from monazite.desk.pages.detail.allowed import allowed
from monazite.desk.pages.detail.answers import answers
from monazite.desk.pages.detail.casework import casework, opens
from monazite.desk.pages.detail.history import history
from monazite.desk.pages.detail.lines import lines
from monazite.desk.pages.detail.papers import papers
from monazite.desk.pages.detail.reviewers import reviewers
from monazite.desk.pages.detail.standing import told as standing_words
from monazite.desk.pages.home.rows import country
from monazite.desk.pages.pictures.track import track
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.found import found
from monazite.desk.pages.views.told import told
from monazite.desk.people.may import may, require


@require_safe
def detail(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """The page of one application; a draft opens at its form."""
    application = found(request, ident)
    if application.state == "draft":
        return redirect("form", ident, "application")
    return render(request, "pages/detail.html", page_of(request, application))


@require_POST
@told
def renew(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """Rule again on every line whose ruling read another law."""
    person, application = person_of(request), found(request, ident)
    require(person, "ruling.renew", application)
    services.renew_rulings(application, who=Who(person.pk, "page"))
    return redirect("detail", ident)


def page_of(request: HttpRequest, application: Application) -> dict[str, object]:
    """Everything that the page shows to this reader."""
    person, lang = person_of(request), lang_of(request)
    lying = papers(person, application)
    ruled, yours = lines(application, lang), person.organisation_id == application.organisation_id
    return {
        "application": application,
        "changed": changed(application),
        "destination": country(application.destination, lang),
        "track": track(
            application.state, lang, filed=application.filed_at is not None, yours=yours
        ),
        "standing": standing_words(standing(application), application, lang, yours=yours),
        "lines": ruled,
        "outdated": any(line.outdated for line in ruled),
        "parties": application.parties.order_by("number"),
        "answers": answers(form_for(person, application), lang),
        "papers": lying,
        "reviewers": reviewers(person, application),
        "history": history(application, person, lang)
        if may(person, "event.read", application)
        else None,
        "casework": casework(person, application, lying, lang),
        "case_link": opens(person, application, lang),
        "key": asked_once.key(),
        "may": allowed(person, application),
        "amendment": open_amendment(application),
        "successor": application.amendments.filter(reference__isnull=False).first(),
    }
