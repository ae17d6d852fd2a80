"""The map of what one may read, everybody's sums, and both as files.

What computes them loads when they are asked for: NumPy and the networks are no part of a page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.desk.cases.queue.sheets import as_csv
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.desk.usage.reporting import Report

_TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}
_MATERIAL_MAX = 20


@require_safe
@told
def usage(request: HttpRequest) -> HttpResponse:
    """What the licences and exits that the reader may read say, beside the statistics."""
    from monazite.desk.pages.usage.shown import mapped  # noqa: PLC0415 - numpy

    material = request.GET.get("material", "").strip()[:_MATERIAL_MAX]
    values = mapped(_report(request), material, lang_of(request))
    return render(request, "pages/usage/map.html", values)


@require_safe
@told
def usage_file(request: HttpRequest, kind: str) -> HttpResponse:
    """The same as a file, users by name: for the office or the firm that may read them."""
    from monazite.desk.usage.documents import HEADERS, document, rows  # noqa: PLC0415 - numpy

    report = _report(request)
    name = f"usage-{report.window.first}-{report.window.last}"
    if kind == "json":
        return _json(document(report), name)
    return _csv(kind, [HEADERS, *rows(report)], name)


@require_safe
@told
def sums(request: HttpRequest) -> HttpResponse:
    """Everybody's sums of a quarter, which tell nobody's trade."""
    from monazite.desk.pages.usage.shown import summed  # noqa: PLC0415 - numpy
    from monazite.desk.usage.reporting import of_regime  # noqa: PLC0415 - numpy

    found = of_regime(person_of(request), request.GET.get("quarter", "").strip())
    return render(request, "pages/usage/sums.html", summed(found, lang_of(request)))


@require_safe
@told
def sums_file(request: HttpRequest, kind: str) -> HttpResponse:
    """The same as a file; what is hidden says so."""
    from monazite.desk.usage.documents import (  # noqa: PLC0415 - numpy
        SUMS_HEADERS,
        sums_document,
        sums_rows,
    )
    from monazite.desk.usage.reporting import of_regime  # noqa: PLC0415 - numpy
    from monazite.desk.usage.window import named  # noqa: PLC0415

    found = of_regime(person_of(request), request.GET.get("quarter", "").strip())
    name = f"usage-{found.window.regime}-{named(found.window)}"
    if kind == "json":
        return _json(sums_document(found), name)
    return _csv(kind, [SUMS_HEADERS, *sums_rows(found)], name)


def _report(request: HttpRequest) -> Report:
    from monazite.desk.usage.reporting import of_reader  # noqa: PLC0415 - numpy

    return of_reader(person_of(request), _day(request, "from"), _day(request, "to"))


def _day(request: HttpRequest, name: str) -> date | None:
    text = request.GET.get(name, "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InputError(name, text[:40], "a day such as 2026-01-31", "day") from error


def _json(document: dict[str, Any], name: str) -> HttpResponse:
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1)
    return _file(text, "json", name)


def _csv(kind: str, rows: Iterable[Iterable[str]], name: str) -> HttpResponse:
    if kind != "csv":
        raise Http404
    return _file("".join(as_csv(rows)), kind, name)


def _file(text: str, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(text, content_type=_TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer
