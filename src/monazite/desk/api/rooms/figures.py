"""Figures about casework: what was applied for, decided and is waited for, honestly named."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from ninja import Query

from monazite.desk.api.callers import acting
from monazite.desk.api.operations import operation
from monazite.desk.api.shapes.figures import ReportQuery, ReportShape
from monazite.desk.figures.period import Asked, year_until
from monazite.errors import InputError
from monazite.law.store import load

_CALLED = {"from": "first", "to": "last", "on": "as_of"}
"""What the days of a report are called on the page, and here."""


@operation("GET", "/figures", ReportShape, action="figures.read")
def get_figures(request: HttpRequest, query: Query[ReportQuery]) -> ReportShape:
    """The QueueReport of the cases that name your office.

    It is what a simulation of a supply shock reads: shares granted and waiting times, with cases
    still pending as such.
    """
    # NumPy comes with the figures; a site that nobody asks for them does without.
    from monazite.desk.figures.reporting import of_office  # noqa: PLC0415
    from monazite.licensing.figures.report import document  # noqa: PLC0415

    person = acting(request)
    last = _day("last", query.last) or load().today(person.organisation.regime)
    asked = Asked(
        first=_day("first", query.first) or year_until(last),
        last=last,
        as_of=_day("as_of", query.as_of) or last,
        destination=query.destination,
        material=query.material,
    )
    try:
        return ReportShape(**document(of_office(person, asked)))
    except InputError as error:
        field = _CALLED.get(error.field, error.field)
        raise InputError(field, error.value, error.accepted) from error


def _day(name: str, text: str) -> date | None:
    """The day that a text says, None for "": InputError for a day that no calendar has."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InputError(name, text, "a day, such as 2026-11-30") from error
