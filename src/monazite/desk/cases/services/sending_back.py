"""The second person does not sign: the proposal goes back to be written anew, with the reason."""

from __future__ import annotations

import uuid

from django.db import transaction

from monazite.desk.applications.written import reason
from monazite.desk.cases.models import Case, Decision
from monazite.desk.cases.models.decisions import SENT_BACK
from monazite.desk.cases.services.current import can
from monazite.desk.cases.services.flow import COUNTERSIGN, DECIDE, RECONSIDER, opened
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import moved, noted
from monazite.desk.cases.services.proposing import decision_told
from monazite.desk.cases.services.signing import ACTION, application_of, to_be_signed
from monazite.desk.cases.tasks import Tasks
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import Person
from monazite.licensing.casework.decisions import RECONSIDERATION


@transaction.atomic
def send_back(
    person: Person, decision_id: uuid.UUID, text: str, via: str, *, seen: int | None = None
) -> Decision:
    """Nothing is decided; Refused for one's own proposal and for one that was answered."""
    said = reason("text", text)
    case = held(person, application_of(decision_id, ACTION), ACTION, seen)
    decision = to_be_signed(case, decision_id, person)
    tasks = Tasks(case)
    decision.state, decision.signer = SENT_BACK, person
    decision.signed_at, decision.said = tasks.at, said
    tasks.done(tasks.open(COUNTERSIGN), person)
    again = decision.kind == RECONSIDERATION
    opened(case, tasks, RECONSIDER if again else DECIDE, "sent_back")
    _told(case, decision, tasks, Who(person.pk, via))
    tasks.save()
    decision.save(update_fields=["state", "signer", "signed_at", "said"])
    return decision


def _told(case: Case, decision: Decision, tasks: Tasks, who: Who) -> None:
    """On a request to look again the application stays where it is."""
    internal = {ROWS: decision_told(decision, tasks)}
    if decision.kind == RECONSIDERATION:
        can(case.application, "uphold")
        noted(case, "uphold_sent_back", who, internal)
    else:
        can(case.application, "send_back")
        moved(case, "send_back", "sent_back", who, {}, internal)
