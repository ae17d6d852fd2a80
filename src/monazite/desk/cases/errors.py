"""What the services of casework refuse with more than a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.services.renewing import Renewal
from monazite.law.finding import ERROR
from monazite.licensing.casework.screening import Answer
from monazite.licensing.findings import Finding


class Faulty(Refused):
    """Advice, a settlement or a proposal that cannot stand: every finding; nothing was changed."""

    status = 422

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("faulty", errors=sum(each.severity == ERROR for each in findings))


class OutOfDate(Refused):
    """The law or the lists changed since the officer's page; what changed is told, nothing decided.

    renewals: each line with its ruling before and now; answers: of the parties' screening, those
    that were not given before. Where both are empty, the case was routed on what was known before.
    """

    def __init__(self, renewals: Sequence[Renewal], answers: Sequence[Answer]) -> None:
        self.renewals = tuple(renewals)
        self.answers = tuple(answers)
        listed = "screening_changed" if self.answers else "rerouted"
        super().__init__("law_changed" if self.renewals else listed)


def none_wrong(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings where they only warn; Faulty where one is an error."""
    if any(each.severity == ERROR for each in findings):
        raise Faulty(findings)
    return tuple(findings)
