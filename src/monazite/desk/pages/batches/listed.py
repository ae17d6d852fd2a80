"""The batches that the reader may know of, newest first."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.desk.batches.contained import left_of
from monazite.desk.batches.listing import SIZE
from monazite.desk.batches.listing import listed as page_of
from monazite.desk.licences.limits import number
from monazite.desk.pages.reader import person_of
from monazite.desk.pages.views.told import told
from monazite.desk.people.may import may
from monazite.desk.people.models import EXPORTER


@require_safe
@told
def listed(request: HttpRequest) -> HttpResponse:
    """One page of the list."""
    person = person_of(request)
    page = page_of(person, request.GET.get("cursor", ""), SIZE)
    context = {
        "rows": [(each, number(each.mass_kg), number(left_of(each))) for each in page.items],
        "writes": may(person, "batch.write"),
        "exporter": person.organisation.kind == EXPORTER,
        "following": urlencode({"cursor": page.following}) if page.following else "",
    }
    return render(request, "pages/batches/list.html", context)
