"""One lead: what is known of it, what was said, what may be done."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.customs.leads import OUTCOMES, machine
from monazite.customs.tips import TEXT_MAX
from monazite.desk.leads import services
from monazite.desk.leads.models import Entry, Lead, Tip
from monazite.desk.pages.leads.facts import Fact, facts
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.papers.serving import response
from monazite.desk.people.may import may


@require_safe
@told
def lead(request: HttpRequest, lead_id: uuid.UUID) -> HttpResponse:
    """The page of a lead."""
    found = services.held(person_of(request), lead_id, "lead.read")
    return page(request, found, {}, 200)


def page(
    request: HttpRequest, found: Lead, typed: Mapping[str, object], status: int
) -> HttpResponse:
    """The page; typed: what somebody wrote that could not be used, with the message why."""
    lang, person = lang_of(request), person_of(request)
    tip: Tip | None = getattr(found, "tip", None)
    works = may(person, "lead.work", found)
    context = {
        "lead": found,
        "about": facts(found.about, lang),
        "entries": [_shown(each, lang) for each in found.entries.order_by("number")],
        "tip": tip,
        "messages": tip.messages.order_by("number").select_related("by") if tip else (),
        "papers": tip.papers.order_by("at", "pk") if tip else (),
        "allowed": machine().allowed(found.state) if works else (),
        "works": works,
        "mine": found.holder_id == person.pk,
        "outcomes": OUTCOMES,
        "most": TEXT_MAX,
    }
    return render(request, "pages/leads/lead.html", {**context, **typed}, status=status)


def _shown(entry: Entry, lang: str) -> tuple[Entry, list[Fact]]:
    return entry, facts(entry.facts, lang)


@require_safe
@told
def paper(request: HttpRequest, tip_paper_id: uuid.UUID) -> HttpResponseBase:
    """A file of a tip, as an attachment."""
    found, path = services.open_paper(person_of(request), tip_paper_id)
    return response(path, found.name, found.media_type)
