"""Licensed goods left: what is to be reported of them is opened, and ended where they did not."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone

from monazite.customs.duties import due
from monazite.customs.regime import Duty as Rule
from monazite.customs.regime import rules
from monazite.desk.applications.models import NamedOffice
from monazite.desk.duties.models import Duty
from monazite.desk.events.append import Who, create, record
from monazite.desk.events.prints import plain
from monazite.desk.gate.models import Declaration
from monazite.desk.people.models import LICENSING, Organisation

_TOLD = ("declaration_id", "organisation_id", "office_id", "licensing_id", "kind", "law", "due_on")


def exited(declaration: Declaration, who: Who) -> None:
    """Follows the exit: each duty of the regime's table, where a licence let something go."""
    items = declaration.items.filter(line__isnull=False).select_related("line__licence")
    licensed = items.order_by("number").first()
    if licensed is None or licensed.line is None or declaration.exited_on is None:
        return
    office = _licensing(licensed.line.licence.application_id)
    for kind, rule in rules(declaration.regime).duties.items():
        _open(declaration, kind, rule, due(declaration.exited_on, rule.days), office, who)


def undone(declaration: Declaration, who: Who) -> None:
    """Follows what is taken back after the exit: nothing is to be reported any more."""
    for duty in declaration.duties.filter(ended_at__isnull=True, reported_at__isnull=True):
        now = timezone.now()
        record(duty, "ended", {"ended_at": plain(now)}, who, ended_at=now)


def _licensing(application: UUID) -> Organisation | None:
    """The office that licensed the goods."""
    named = NamedOffice.objects.filter(application=application, duty=LICENSING)
    found = named.select_related("agency").order_by("since").first()
    return found.agency if found else None


def _open(
    declaration: Declaration,
    kind: str,
    rule: Rule,
    due_on: date,
    office: Organisation | None,
    who: Who,
) -> None:
    duty = Duty(
        declaration=declaration, organisation_id=declaration.organisation_id,
        office_id=declaration.office_id, licensing=office, kind=kind, law=rule.law,
        due_on=due_on, opened_at=timezone.now(),
    )  # fmt: skip
    told = {name.removesuffix("_id"): plain(getattr(duty, name)) for name in _TOLD}
    create(duty, "opened", told, who)
