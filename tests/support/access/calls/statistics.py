"""Statistics: what a statistician does about a vintage of their regime."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

from monazite.desk.people.models import AGENCY
from monazite.desk.statistics import services
from monazite.desk.statistics.visible import known
from support.desk_people import person, verified

if TYPE_CHECKING:
    from monazite.desk.people.models import Person
    from support.access.calls import Call

_MONTH = date(2026, 1, 1)


def _release(by: Person, _: object) -> object:
    """One that a colleague has prepared, where there can be one."""
    if by.organisation.kind != AGENCY:
        return services.release(by, uuid.uuid4(), "page")
    colleague = verified(person("statistician", at=by.organisation))
    return services.release(by, services.prepare(colleague, _MONTH, "page").pk, "page")


CALLS: dict[str, Call] = {
    "statistics.read": lambda by, _: known(by),
    "statistics.prepare": lambda by, _: services.prepare(by, _MONTH, "page"),
    "statistics.release": _release,
}
