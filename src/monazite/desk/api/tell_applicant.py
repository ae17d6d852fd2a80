"""What the API tells the applicant of the case about its application: nothing that is internal."""

from __future__ import annotations

from monazite.desk.api import tell_waits
from monazite.desk.api.shapes.decisions import FollowShape, LicenceNameShape, ToldDecisionShape
from monazite.desk.applications.models import Application
from monazite.desk.cases.models import Case, Decision
from monazite.desk.cases.models.decisions import STANDING, SUPERSEDED
from monazite.desk.licences.models import Licence


def follow(application: Application) -> FollowShape:
    """Questions, holds, decisions and the licence; empty before it is filed."""
    case = Case.objects.filter(application=application).first()
    if case is not None:
        case.application = application
    return FollowShape(
        id=application.pk,
        state=application.state,
        clock=tell_waits.clock(case) if case else None,
        questions=tell_waits.questions(case) if case else [],
        holds=tell_waits.holds(case) if case else [],
        decisions=_decisions(case) if case else [],
        licence=_licence(application),
    )


def _decisions(case: Case) -> list[ToldDecisionShape]:
    """Those that were signed, the newest first; a proposal is nobody's but the office's."""
    signed = case.decisions.filter(state__in=(STANDING, SUPERSEDED)).order_by("-number")
    return [_decision(row) for row in signed]


def _decision(row: Decision) -> ToldDecisionShape:
    names = ("kind", "outcome", "grounds", "conditions", "text", "signed_at")
    return ToldDecisionShape(**{name: getattr(row, name) for name in names})


def _licence(application: Application) -> LicenceNameShape | None:
    found = Licence.objects.filter(application=application).only("id", "number").first()
    return LicenceNameShape(id=found.pk, number=found.number) if found else None
