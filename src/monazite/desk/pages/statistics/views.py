"""The list of months, and one vintage with its charts; numpy comes only when a month is counted."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.statistics.shown import listed, whole
from monazite.desk.pages.views.told import told
from monazite.desk.statistics.models import RELEASED
from monazite.desk.statistics.visible import visible


@require_safe
@told
def statistics(request: HttpRequest) -> HttpResponse:
    """Every month with its vintages, and the form that counts one."""
    return render(request, "pages/statistics/list.html", listed(person_of(request)))


@require_safe
@told
def vintage(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """One vintage: sums, charts, what is hidden and why, what is different from the last one."""
    person = person_of(request)
    found = visible(person, ident, "statistics.read")
    values = whole(person, found, request.GET.get("cursor", ""), lang_of(request))
    return render(request, "pages/statistics/vintage.html", values)


@require_safe
@told
def flows_file(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """A released vintage as rows for a store of trade; what is hidden is not in it."""
    from monazite.desk.statistics.exporting import flows, release_name  # noqa: PLC0415 - numpy

    found = visible(person_of(request), ident, "statistics.read")
    if found.state != RELEASED:
        raise Http404
    answer = HttpResponse(flows(found), content_type="text/csv; charset=utf-8")
    name = f"flows-{found.regime}-{found.month:%Y-%m}-{release_name(found)}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
