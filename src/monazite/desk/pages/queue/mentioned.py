"""Notes that name the reader: a list to work off."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from monazite.desk.cases.queue import mentions
from monazite.desk.cases.services import see_mentions
from monazite.desk.pages.reader import person_of


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """Those not opened yet."""
    context = {"mentions": mentions.unseen(person_of(request))}
    return render(request, "pages/queue/mentions.html", context)


@require_POST
def opened(request: HttpRequest, mention: int) -> HttpResponse:
    """Open one: its case comes up at its notes, and all of them leave the list."""
    person = person_of(request)
    application = mentions.case_of(person, mention)
    if application is None:
        raise Http404
    see_mentions(person, application)
    return redirect(f"{reverse('case', args=[application])}#notes")


@require_POST
def all_opened(request: HttpRequest) -> HttpResponse:
    """Every one of them is read."""
    mentions.all_seen(person_of(request))
    return redirect("mentions")
