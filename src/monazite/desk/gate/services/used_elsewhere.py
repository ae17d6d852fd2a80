"""Reports from outside of what declarations there used: taken, or looked into if they do not fit.

What left is gone, whatever stands against its report. So a refusal that does not come from the
message itself opens a lead, as does what a line does not bear.
"""

from __future__ import annotations

from django.db import transaction

from monazite.customs.leads import LEDGER_CONFLICT
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who
from monazite.desk.events.prints import plain
from monazite.desk.gate.models import Declaration
from monazite.desk.leads.services import open_lead
from monazite.desk.licences.codes import written
from monazite.desk.licences.reported import Answer, ReportRefused, Said
from monazite.desk.licences.services.reporting import report
from monazite.desk.people.models import Person

_CONTRADICTS = frozenset({"message_reused", "sequence_taken"})
"""Of the reasons against a message those that say that two messages contradict each other."""


@transaction.atomic
def take_report(person: Person, said: Said, via: str) -> Answer:
    """The report as it is kept, or the answer that it was given before (`licences.reporting`).

    Refused also for a declaration of this desk: what that used is counted here.
    """
    answer = report(person, said, via)
    number, regime = written(said.declaration), person.organisation.regime
    if not answer.replayed and Declaration.objects.filter(number=number, regime=regime).exists():
        raise ReportRefused(said.line, ("own_declaration",))
    if not answer.replayed and answer.report.said["not_borne"]:
        owed = {"owed": answer.report.said["not_borne"]}
        _lead(person, said, owed, via)
    return answer


def look_into(person: Person, said: Said, refused: Refused, via: str) -> None:
    """A report that was refused to this person is a lead, unless its sender only has to mend it.

    In a transaction of its own, after the one in which it was refused.
    """
    codes = refused.codes if isinstance(refused, ReportRefused) else (refused.code,)
    if isinstance(refused, ReportRefused) and not _CONTRADICTS.intersection(codes):
        return
    with transaction.atomic():
        _lead(person, said, {"refused": list(codes)}, via)


def _lead(person: Person, said: Said, found: dict[str, object], via: str) -> None:
    about = {"licence": written(said.licence), "line": str(said.line)}
    evidence: dict[str, object] = {
        "declaration": said.declaration,
        "message_id": said.message_id,
        "sequence": said.sequence,
        "semantics": said.semantics,
        "as_of": said.as_of.isoformat(),
        "quantity": plain(said.quantity),
        "unit": said.unit,
        "value": plain(said.value),
    } | found
    open_lead(LEDGER_CONFLICT, about, evidence, person.organisation, Who(person.pk, via))
