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
    record(case, kind, internal, who, **changes)
