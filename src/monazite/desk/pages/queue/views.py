"""The queue of an office, page by page, and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from http import HTTPStatus
from typing import Any

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    QueryDict,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from monazite.catalogue.texts import say
from monazite.desk.cases.models.case import TASKS
from monazite.desk.cases.queue import facets, saved, whose
from monazite.desk.cases.queue.left import days
from monazite.desk.cases.queue.listing import listed
from monazite.desk.cases.queue.sheets import XLSX, as_csv, as_xlsx
from monazite.desk.cases.queue.wanted import NEGATED, ORDERS, TO_DO, Wanted
from monazite.desk.licences.waiting import to_sign
from monazite.desk.pages.queue.asked import kept, left_out, narrowing, of_request, understood
from monazite.desk.pages.queue.lines import lines
from monazite.desk.pages.queue.sheet import MOST, header, rows
from monazite.desk.pages.queue.tabs import tabs
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.people.models import Person
from monazite.licensing.transitions import machine


@require_safe
@told
def queue(request: HttpRequest) -> HttpResponse:
    """One page of it."""
    return page_of(request, request.GET, ())


def page_of(request: HttpRequest, query: QueryDict, told_first: Sequence[str]) -> HttpResponse:
    """The queue as a query narrows it; told_first: why something was not done, with status 422.

    A filter that cannot be used is named and left out; the others hold.
    """
    person, lang = person_of(request), lang_of(request)
    whose.require_officer(person)
    (wanted, wrong), today = understood(query), days(person.organisation.regime)
    faults = [*told_first, *(left_out(each, lang) for each in wrong)]
    page = listed(person, wanted, today, request.GET.get("cursor", ""))
    counts = facets.by_kind(person)
    context = {
        "lines": lines(person, page.items, today, lang),
        "wanted": wanted,
        "query": wanted.query(),
        "following": page.following,
        "later": bool(request.GET.get("cursor")),
        "tabs": tabs(wanted, counts, lang),
        "saved": kept(saved.of(person), wanted),
        "narrowed": narrowing(wanted, lang),
        "export_most": MOST,
        "to_sign": to_sign(person).count(),
        "faults": faults,
        **_choices(person, wanted, lang),
    }
    if request.method == "POST":
        context["here"] = f"{reverse('queue')}?{wanted.query()}"
    status = HTTPStatus.UNPROCESSABLE_ENTITY if faults else HTTPStatus.OK
    return render(request, "pages/queue/queue.html", context, status=status)


@require_safe
@told
def export(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The same rows as a file, at most `MOST` of them."""
    person, lang = person_of(request), lang_of(request)
    whose.require_officer(person)
    wanted, today = of_request(request), days(person.organisation.regime)

    def table() -> Iterator[tuple[str, ...]]:
        yield header(lang)
        yield from rows(person, wanted, today, lang)

    headers = {"Content-Disposition": f'attachment; filename="queue-{today.today}.{kind}"'}
    if kind == "csv":
        text = "text/csv; charset=utf-8"
        return StreamingHttpResponse(as_csv(table()), content_type=text, headers=headers)
    book = as_xlsx(say("desk.queue.title", lang), table())
    return HttpResponse(book, content_type=XLSX, headers=headers)


def _choices(person: Person, wanted: Wanted, lang: str) -> dict[str, Any]:
    """What the filters offer, and whom tasks can be given to."""
    mine = whose.kinds(person)
    kinds = [kind for kind in TASKS if wanted.scope != TO_DO or kind in mine]
    return {
        "kinds": [(kind, say(f"desk.task.{kind}", lang)) for kind in kinds],
        "states": [
            (state, say(f"licensing.state.{state}", lang))
            for state in machine().states
            if state not in {"draft", "discarded"}
        ],
        "orders": [(order, say(f"desk.queue.order.{order}", lang)) for order in ORDERS],
        "negated": [(name, say(f"desk.queue.filter.{name}", lang)) for name in NEGATED],
        "colleagues": list(whose.colleagues(person)) if wanted.scope == TO_DO else [],
        "may_advise": "review" in mine,
        "may_take_in": "accept" in mine,
    }
