"""What the services of the gate refuse with more than a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from monazite.desk.applications.errors import Refused
from monazite.law.finding import ERROR

if TYPE_CHECKING:
    from monazite.customs.findings import Finding


class CannotBeLodged(Refused):
    """It cannot be read as a declaration: every finding, of reading and law; nothing was kept."""

    status = 422

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        errors = sum(finding.severity == ERROR for finding in findings)
        super().__init__("cannot_be_lodged", errors=errors)


class CannotBeJudged(Refused):
    """A judgement that cannot stand: every finding against it; nothing was written."""

    status = 422

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("cannot_be_judged", findings=len(self.findings))


class ManifestStopped(Refused):
    """A manifest of which not everything goes: what stops it; nothing was kept.

    unlodged: as a manifest keeps what could not be lodged; findings: of every declaration.
    """

    status = 422

    def __init__(self, unlodged: Sequence[Mapping[str, Any]], findings: Sequence[Finding]) -> None:
        self.unlodged, self.findings = tuple(unlodged), tuple(findings)
        super().__init__("manifest_stopped", declarations=len(self.unlodged))
