"""Whether a case can still be advised on and decided: what stands in the way, said by name."""

from __future__ import annotations

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import Application, LineRuling
from monazite.desk.cases.clocks import day
from monazite.desk.cases.models import Case, Decision
from monazite.desk.cases.models.decisions import PROPOSED
from monazite.desk.cases.waits import open_holds, open_question
from monazite.licensing.transitions import machine

REVIEWED = frozenset({"in_review", "awaiting_applicant", "referred_up"})
"""The states in which offices advise and advice is settled."""


def not_superseded(application: Application) -> None:
    """Refused with the reference of what took its place."""
    if application.state == "superseded":
        after = application.amendments.filter(reference__isnull=False).first()
        raise Refused("superseded_by", reference=after.reference if after else "")


def in_review(application: Application) -> None:
    """Refused where offices are not, or no longer, asked."""
    not_superseded(application)
    if application.state not in REVIEWED:
        raise Refused("not_in_review")


def can(application: Application, event: str) -> None:
    """Refused with the successor of a superseded form; NotAllowed where the state forbids it."""
    not_superseded(application)
    machine().after(application.state, event)


def nothing_open(case: Case) -> None:
    """Refused while a question waits for its answer or a hold for its release."""
    if open_question(case) is not None:
        raise Refused("question_open")
    if holds := open_holds(case):
        on = day(holds[0].placed_at, case.application.regime)
        raise Refused("hold_open", since=on.isoformat())


def no_proposal(case: Case) -> None:
    """Refused while another decision waits for its second signature."""
    if Decision.objects.filter(case=case, state=PROPOSED).exists():
        raise Refused("proposal_open")


def law_of(application: Application) -> str:
    """The state of the law under which its lines are ruled on now; "" where none is."""
    stands = LineRuling.objects.filter(line__application=application, successor__isnull=True)
    return stands.order_by("-ruled_at", "-id").values_list("law_hash", flat=True).first() or ""
