"""What cannot be of batches."""

from __future__ import annotations

from collections.abc import Sequence

from monazite.customs.findings import Finding
from monazite.desk.applications.errors import Refused


class Unbalanced(Refused):
    """What is said of batches cannot be so: every finding; nothing was written."""

    status = 422

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("batch_unbalanced", count=len(self.findings))
