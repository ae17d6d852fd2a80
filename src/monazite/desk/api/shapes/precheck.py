"""What a pre-check says."""

from __future__ import annotations

from monazite.desk.api.shapes.base import Shape
from monazite.desk.api.shapes.fault import FindingShape


class OutcomeShape(Shape):
    """The outcome of the ruling on a line, null where its fields cannot be read."""

    line: int
    outcome: str | None
    law_hash: str | None


class PrecheckShape(Shape):
    """Everything for which an application with this form would come back."""

    may_be_filed: bool
    findings: list[FindingShape]
    rulings: list[OutcomeShape]
