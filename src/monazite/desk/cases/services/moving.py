"""One step of a case: the application's state and event, then the case's own.

The application's chain is read by the applicant, the case's by officials alone: what is internal
is told in `internal` and never in `said`. Always in this order, so that two steps cannot wait for
each other.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone

from monazite.desk.applications.services.held import step
from monazite.desk.cases.models import Case
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import plain

CASE = "case"
"""Where a payload of a case's chain tells what changed of the case's row."""


def moved(
    case: Case,
    event: str,
    kind: str,
    who: Who,
    said: Mapping[str, object],
    internal: Mapping[str, object],
    /,
    **changes: object,
) -> None:
    """Take a step of `monazite.licensing.transitions`; NotAllowed where there is none.

    kind: of both events; changes: fields of the case.
    """
    state = step(case.application, event)
    record(case.application, kind, said, who, state=state, changed_at=timezone.now())
    noted(case, kind, who, internal, **changes)


def noted(
    case: Case, kind: str, who: Who, internal: Mapping[str, object], /, **changes: object
) -> None:
    """An event of the case alone; it tells what it changes of the row, so that it can be proven."""
    record(case, kind, {**internal, **row_told(changes)}, who, **changes)


def row_told(fields: Mapping[str, object]) -> dict[str, object]:
    """What an event tells of the case's row: `desk verify` holds the row against it."""
    told = {Case._meta.get_field(name): value for name, value in fields.items()}  # noqa: SLF001 - Django's own name
    said = {
        str(getattr(field, "attname", field.name)): plain(getattr(value, "pk", value))
        for field, value in told.items()
    }
    return {CASE: said} if said else {}


def marked(
    case: Case,
    kind: str,
    who: Who,
    said: Mapping[str, object],
    internal: Mapping[str, object],
    /,
    **changes: object,
) -> None:
    """Something that both chains tell and that leaves the application's state as it is."""
    record(case.application, kind, said, who)
    noted(case, kind, who, internal, **changes)
