"""Who uses what for what: the map of your licences and exits, and everybody's sums."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from ninja import Query

from monazite.desk.api.callers import acting
from monazite.desk.api.operations import operation
from monazite.desk.api.shapes.usage import UsageMapShape, UsageQuery, UsageSumsQuery, UsageSumsShape
from monazite.errors import InputError

_CALLED = {"from": "first", "to": "last"}
"""What the days are called on the page, and here."""


@operation("GET", "/usage", UsageMapShape, action="usage.read")
def get_usage(request: HttpRequest, query: Query[UsageQuery]) -> UsageMapShape:
    """What the licences and exits that you may read say of users, uses, sectors and countries.

    Beside it stands what statistics say of the same uses.
    """
    # NumPy comes with the networks; a site that nobody asks for them does without.
    from monazite.desk.usage.documents import document  # noqa: PLC0415
    from monazite.desk.usage.reporting import of_reader  # noqa: PLC0415

    first, last = _day("first", query.first), _day("last", query.last)
    try:
        return UsageMapShape(**document(of_reader(acting(request), first, last)))
    except InputError as error:
        field = _CALLED.get(error.field, error.field)
        raise InputError(field, error.value, error.accepted) from error


@operation("GET", "/usage/sums", UsageSumsShape, action="usage.sums")
def get_usage_sums(request: HttpRequest, query: Query[UsageSumsQuery]) -> UsageSumsShape:
    """Everybody's sums of a quarter by country and by sector; hidden ones are null."""
    from monazite.desk.usage.documents import sums_document  # noqa: PLC0415 - numpy
    from monazite.desk.usage.reporting import of_regime  # noqa: PLC0415 - numpy

    return UsageSumsShape(**sums_document(of_regime(acting(request), query.quarter)))


def _day(name: str, text: str) -> date | None:
    """The day that a text says, None for "": InputError for a day that no calendar has."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InputError(name, text, "a day, such as 2026-11-30") from error
