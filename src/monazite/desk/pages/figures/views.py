"""The page of figures, and the same report as a file.

What computes them loads when figures are asked for: numpy and pyarrow are no part of a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.desk.figures.period import Asked
from monazite.desk.pages.figures.asked import Wanted, wanted
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.people.may import require
from monazite.law.store import load

if TYPE_CHECKING:
    from monazite.licensing.figures.report import QueueReport

_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}
_OFFICE = "office"
"""The file that stays inside: nothing is hidden in it."""


@require_safe
@told
def figures(request: HttpRequest) -> HttpResponse:
    """All figures of the reader's office, each with its definition."""
    from monazite.desk.pages.figures.context import context  # noqa: PLC0415 - numpy

    asked = _wanted(request)
    report = _report(request, asked)
    query = urlencode({"from": asked.first, "to": asked.last, "on": asked.on})
    values = context(report, lang_of(request)) | {"asked": asked, "query": query}
    return render(request, "pages/figures/page.html", values)


@require_safe
@told
def written(request: HttpRequest, kind: str) -> HttpResponse:
    """The report as a file: small counts are hidden unless the office's own is asked for."""
    from monazite.desk.pages.figures.files import content  # noqa: PLC0415 - pyarrow

    if kind not in _TYPES:
        raise Http404
    report = _report(request, _wanted(request))
    inside = request.GET.get("for") == _OFFICE
    answer = HttpResponse(content(report, kind, inside=inside), content_type=_TYPES[kind])
    name = f"figures-{report.scope.as_of}{'-inside' if inside else ''}.{kind}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _wanted(request: HttpRequest) -> Wanted:
    person = person_of(request)
    require(person, "figures.read")
    return wanted(request.GET, load().today(person.organisation.regime))


def _report(request: HttpRequest, asked: Wanted) -> QueueReport:
    from monazite.desk.figures.reporting import of_office  # noqa: PLC0415 - numpy

    days = asked.first, asked.last, asked.on
    return of_office(person_of(request), Asked(*days, asked.destination, asked.material))
