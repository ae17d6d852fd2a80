"""All applications that one may know of, searched and paged."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.desk.applications import listing
from monazite.desk.applications.listing import Wanted
from monazite.desk.applications.standing import state_words
from monazite.desk.pages.home.rows import items
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.people.may import may
from monazite.desk.people.models import EXPORTER
from monazite.licensing.transitions import machine


@require_safe
@told
def listed(request: HttpRequest) -> HttpResponse:
    """One page of the list."""
    person, lang = person_of(request), lang_of(request)
    wanted = Wanted(
        **{name: request.GET.get(name, "") for name in ("state", "destination", "text")}
    )
    page = listing.listed(person, wanted, request.GET.get("cursor", ""))
    asked = {
        name: value for name in ("state", "destination", "text") if (value := request.GET.get(name))
    }
    exporter = person.organisation.kind == EXPORTER
    context = {
        "items": items(page.items, lang, yours=exporter),
        "wanted": wanted,
        "first": urlencode(asked),
        "following": page.following and urlencode({**asked, "cursor": page.following}),
        "later": bool(request.GET.get("cursor")),
        "exporter": exporter,
        "may_create": may(person, "application.create", person.organisation),
        "states": [(state, state_words(state, lang, yours=exporter)) for state in machine().states],
    }
    return render(request, "pages/applications.html", context)
