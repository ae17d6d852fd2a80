"""What is done about statistics: counted, released, sent back; items left out or counted again."""

from __future__ import annotations

import uuid
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from monazite.desk.pages.reader import person_of
from monazite.desk.pages.views.told import told
from monazite.desk.people.may import require
from monazite.errors import InputError


@require_POST
@told
def prepare(request: HttpRequest) -> HttpResponse:
    """Count a month as it stands now."""
    from monazite.desk.statistics import services  # noqa: PLC0415 - numpy

    person = person_of(request)
    require(person, "statistics.prepare")
    found = services.prepare(person, _month(request.POST.get("month", "")), "page")
    return redirect("statistics_vintage", found.pk)


@require_POST
@told
def release(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """Let a vintage out."""
    from monazite.desk.statistics import services  # noqa: PLC0415 - numpy

    return redirect("statistics_vintage", services.release(person_of(request), ident, "page").pk)


@require_POST
@told
def back(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """Send a vintage back, with a word why."""
    from monazite.desk.statistics import services  # noqa: PLC0415 - numpy

    text = request.POST.get("text", "")
    return redirect(
        "statistics_vintage", services.send_back(person_of(request), ident, text, "page").pk
    )


@require_POST
@told
def exclude(request: HttpRequest) -> HttpResponse:
    """Leave an item out from now on."""
    from monazite.desk.statistics import services  # noqa: PLC0415 - numpy

    person, sent = person_of(request), request.POST
    require(person, "statistics.prepare")
    number, item, reason = sent.get("number", "").strip(), _item(sent), sent.get("reason", "")
    services.exclude(person, number, item, reason, sent.get("text", ""), "page")
    return redirect("statistics")


@require_POST
@told
def include(request: HttpRequest) -> HttpResponse:
    """Count an item again that was left out."""
    from monazite.desk.statistics import services  # noqa: PLC0415 - numpy

    person, sent = person_of(request), request.POST
    require(person, "statistics.prepare")
    number = sent.get("number", "").strip()
    services.count_again(person, number, _item(sent), sent.get("text", ""), "page")
    return redirect("statistics")


def _month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise InputError("month", text, "a month such as 2026-10", "month_odd") from error


def _item(sent: QueryDict) -> int:
    text = sent.get("item", "")
    if not (text.isascii() and text.isdigit() and len(text) < len("100000")):
        raise InputError("item", text, "the number of an item, such as 1", "item_odd")
    return int(text)
