"""Which cases figures are of, and up to when: the condition that every statement shares."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, date, tzinfo

from monazite.law.store import load


@dataclass(frozen=True, slots=True)
class Scoped:
    """office: whose cases (need to know), None for every office's; all_offices: whose tasks."""

    regime: str
    office: uuid.UUID | None
    all_offices: bool
    first: date
    last: date
    as_of: date
    destination: str

    @property
    def zone(self) -> tzinfo:
        """Where its days begin."""
        return load().zone(self.regime) or UTC

    def condition(self) -> tuple[str, list[object]]:
        """On the application `a`: of the regime, to the destination, naming the office."""
        parts, given = ["a.regime = %s"], list[object]([self.regime])
        if self.destination:
            parts.append("a.destination = %s")
            given.append(self.destination)
        if self.office is not None:
            parts.append(
                "a.id IN (SELECT application_id FROM applications_namedoffice WHERE agency_id = %s)"
            )
            given.append(self.office)
        return " AND ".join(parts), given
