"""Manifests of a firm: handed in as a file, answered together, each declaration for itself."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.catalogue.texts import say
from monazite.desk.gate.manifest_listing import known, of_manifest
from monazite.desk.gate.models import Declaration, Manifest
from monazite.desk.pages.declarations.form.blank import reference, regime_of
from monazite.desk.pages.declarations.lists.rows import rows
from monazite.desk.pages.declarations.lists.wanted import Wanted, read
from monazite.desk.pages.manifests.unlodged import unlodged
from monazite.desk.pages.pictures.bars import Bars, Part, bars
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.people.may import may, require
from monazite.desk.people.models import EXPORTER, Person

SIZE = 50
"""Rows of a page."""
_ANSWERS = ("cleared", "held", "refused")


@require_safe
@told
def manifests(request: HttpRequest) -> HttpResponse:
    """Those of the reader's firm or office, newest first; where one may, a form for another."""
    return render(request, "pages/manifests/list.html", listed(request, ""))


def listed(request: HttpRequest, message: str) -> dict[str, Any]:
    """The values of the list; message: why a file was not taken."""
    person, wanted = person_of(request), read(request.GET.dict())
    begin = wanted.page * SIZE
    found = known(person).select_related("organisation").order_by("-lodged_at", "-pk")
    page = list(found[begin : begin + SIZE + 1])
    return {
        "rows": [(row, _chart(row, lang_of(request))) for row in page[:SIZE]],
        "may_lodge": may(person, "manifest.lodge", person.organisation),
        "exporter": person.organisation.kind == EXPORTER,
        "first": wanted.query() if wanted.page else "",
        "following": wanted.query(page=wanted.page + 1) if len(page) > SIZE else "",
        "message": message,
        "reference": reference(regime_of(person)),
    }


@require_safe
@told
def manifest(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """One manifest: how far it came, and what was answered to each declaration of it."""
    person, lang, wanted = person_of(request), lang_of(request), read(request.GET.dict())
    row = known(person).select_related("organisation", "office").filter(pk=ident).first()
    if row is None:
        raise Http404
    require(person, "manifest.read", row)
    begin = wanted.page * SIZE
    page = list(_declarations(person, row, wanted)[begin : begin + SIZE + 1])
    exporter = person.organisation.kind == EXPORTER
    context = {
        "manifest": row,
        "chart": _chart(row, lang),
        "rows": rows(page[:SIZE], lang, official=not exporter),
        "exporter": exporter,
        "tabs": _tabs(row, wanted, lang),
        "first": wanted.query() if wanted.page else "",
        "following": wanted.query(page=wanted.page + 1) if len(page) > SIZE else "",
        "unlodged": unlodged(row.unlodged, lang),
        "unlodged_count": len(row.unlodged),
        "total": row.cleared + row.held + row.refused,
    }
    return render(request, "pages/manifests/manifest.html", context)


def _declarations(person: Person, row: Manifest, wanted: Wanted) -> QuerySet[Declaration]:
    found = of_manifest(person, row).select_related("organisation").defer("said")
    if wanted.state:
        found = found.filter(state=wanted.state)
    return found.prefetch_related("items", "acts").order_by("lodged_at", "pk")


def _tabs(row: Manifest, wanted: Wanted, lang: str) -> list[dict[str, object]]:
    found = {"cleared": row.cleared, "held": row.held, "refused": row.refused}
    return [
        {
            "words": say(f"customs.state.{state}" if state else "desk.declaration.all", lang),
            "query": wanted.query(state=state),
            "count": found.get(state, sum(found.values())),
            "here": wanted.state == state,
        }
        for state in ("", *_ANSWERS)
    ]


def _chart(row: Manifest, lang: str) -> Bars:
    """How its declarations were answered when it was lodged."""
    found = (row.cleared, row.held, row.refused)
    parts = [
        Part(count, colour, f"{say(f'customs.state.{state}', lang)}: {count:,}")
        for colour, (state, count) in enumerate(zip(_ANSWERS, found, strict=True), 1)
    ]
    return bars([("", parts, f"{sum(found):,}")])
