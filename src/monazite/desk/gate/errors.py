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


class CannotBeCleared(Refused):
    """It is stopped by law, lists and licences as they stand now: every finding against it."""

    status = 422

    def __init__(self, findings: Sequence[Finding], number: str) -> None:
        self.findings = tuple(each for each in findings if each.severity == ERROR)
        super().__init__("cannot_be_cleared", findings=len(self.findings), number=number)


class ManifestStopped(Refused):
    """A manifest of which not everything goes, or nothing at all: why; nothing was kept.

    code: manifest_stopped where all was to go together, manifest_none where each for itself.
    unlodged: as a manifest keeps what could not be lodged, and what was refused; findings: theirs.
    """

    status = 422

    def __init__(
        self, code: str, unlodged: Sequence[Mapping[str, Any]], findings: Sequence[Finding]
    ) -> None:
        self.unlodged, self.findings = tuple(unlodged), tuple(findings)
        super().__init__(code, declarations=len(self.unlodged))
