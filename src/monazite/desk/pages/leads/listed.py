"""The leads that lie before the reader's office."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.customs.leads import KINDS
from monazite.desk.leads.listing import SIZE
from monazite.desk.leads.listing import listed as page_of
from monazite.desk.pages.reader import person_of
from monazite.desk.pages.views.told import told


@require_safe
@told
def listed(request: HttpRequest) -> HttpResponse:
    """One page of the list, open leads or closed ones, of one kind or of all."""
    asked = request.GET
    kind = asked.get("kind", "") if asked.get("kind") in KINDS else ""
    closed = asked.get("closed") == "1"
    page = page_of(person_of(request), kind, asked.get("cursor", ""), SIZE, closed=closed)
    values = {"kind": kind, "closed": "1" if closed else "", "cursor": page.following}
    context = {
        "rows": page.items,
        "kinds": KINDS,
        "kind": kind,
        "closed": closed,
        "following": urlencode(values) if page.following else "",
    }
    return render(request, "pages/leads/list.html", context)
