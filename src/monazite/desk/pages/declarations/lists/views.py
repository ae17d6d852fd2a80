"""All declarations that one may know of: an exporter's own, or the queue of a customs office."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from monazite.catalogue.texts import say
from monazite.customs.procedure import machine
from monazite.desk.gate.listing import known
from monazite.desk.gate.models import Declaration
from monazite.desk.pages.declarations.lists.rows import rows
from monazite.desk.pages.declarations.lists.wanted import ORDERS, RISKS, Wanted, read
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.people.may import may
from monazite.desk.people.models import EXPORTER, Person

SIZE = 50
"""Rows of a page."""
_TABS = ("", "held", "challenged", "cleared", "refused", "exited")
_ORDERS = {
    "newest": ("-lodged_at", "-pk"),
    "oldest": ("lodged_at", "pk"),
    "risk": (F("risk").desc(nulls_last=True), "lodged_at", "pk"),
}


@require_safe
@told
def listed(request: HttpRequest) -> HttpResponse:
    """One page of the list."""
    person, lang, wanted = person_of(request), lang_of(request), read(request.GET.dict())
    exporter = person.organisation.kind == EXPORTER
    page = _page(person, wanted, exporter=exporter)
    context = {
        "rows": rows(page[:SIZE], lang, official=not exporter),
        "wanted": wanted,
        "tabs": _tabs(person, wanted, lang),
        "exporter": exporter,
        "may_lodge": may(person, "declaration.lodge", person.organisation),
        "first": wanted.query() if wanted.page else "",
        "following": wanted.query(page=wanted.page + 1) if len(page) > SIZE else "",
        "orders": [(order, say(f"desk.declaration.order.{order}", lang)) for order in ORDERS],
        "risks": [(risk, say("desk.declaration.risk_from", lang, risk=risk)) for risk in RISKS[1:]],
        "order": wanted.order or _usual(wanted, exporter=exporter),
        "narrowed": bool(wanted.query()),
    }
    return render(request, "pages/declarations/list.html", context)


def _page(person: Person, wanted: Wanted, *, exporter: bool) -> list[Declaration]:
    found = _matching(known(person), wanted).select_related("organisation").defer("said")
    order = _ORDERS[wanted.order or _usual(wanted, exporter=exporter)]
    begin = wanted.page * SIZE
    return list(found.prefetch_related("items", "acts").order_by(*order)[begin : begin + SIZE + 1])


def _usual(wanted: Wanted, *, exporter: bool) -> str:
    """An officer's queue begins with what waits longest, every other list with the newest."""
    return "oldest" if not exporter and wanted.state in {"held", "challenged"} else "newest"


def _matching(found: QuerySet[Declaration], wanted: Wanted) -> QuerySet[Declaration]:
    if wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.risk:
        found = found.filter(risk__gte=int(wanted.risk))
    if wanted.days:
        found = found.filter(lodged_at__lte=timezone.now() - timedelta(days=int(wanted.days)))
    if wanted.destination:
        found = found.filter(Q(destination=wanted.destination) | Q(arrival=wanted.destination))
    if text := wanted.text:
        begins = Q(reference__startswith=text) | Q(number__startswith=text.upper())
        found = found.filter(begins | Q(organisation__name__icontains=text))
    return found


def counts(person: Person) -> dict[str, int]:
    """How many declarations lie in each state in which somebody waits."""
    states = [state for state in machine().states if state not in machine().final]
    found = known(person).filter(state__in=states).order_by().values("state")
    return {row["state"]: row["n"] for row in found.annotate(n=Count("pk"))}


def _tabs(person: Person, wanted: Wanted, lang: str) -> list[dict[str, object]]:
    found = counts(person)
    return [
        {
            "words": say(f"customs.state.{state}" if state else "desk.declaration.all", lang),
            "query": wanted.query(state=state, order=""),
            "count": found.get(state, 0) if state and state not in machine().final else None,
            "here": wanted.state == state,
        }
        for state in _TABS
    ]
