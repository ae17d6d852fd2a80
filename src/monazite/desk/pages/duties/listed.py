"""The duties that the reader may know of, by their last days."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.desk.duties.listing import SIZE
from monazite.desk.duties.listing import listed as page_of
from monazite.desk.duties.standing import standing
from monazite.desk.pages.reader import person_of
from monazite.desk.pages.views.told import told

TONES = {"open": "", "reported": "good", "late": "warning", "overdue": "error", "ended": ""}
"""Colours of states."""


@require_safe
@told
def listed(request: HttpRequest) -> HttpResponse:
    """One page of the list, of what is to be reported or of what is done."""
    closed = request.GET.get("closed") == "1"
    page = page_of(person_of(request), request.GET.get("cursor", ""), SIZE, closed=closed)
    rows = [(each, state, TONES[state]) for each in page.items for state in (standing(each),)]
    values = {"closed": "1" if closed else "", "cursor": page.following}
    context = {
        "rows": rows,
        "closed": closed,
        "following": urlencode(values) if page.following else "",
    }
    return render(request, "pages/duties/list.html", context)
