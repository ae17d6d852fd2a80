"""One thing that somebody does about a shipment of the demo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from monazite.desk.demo.people import People
from monazite.desk.gate.models import Declaration
from monazite.desk.licences.models import Licence
from monazite.desk.people.models import Person
from monazite.law.store import load

Said = Mapping[str, Any]
REGIME = "CN"


@dataclass(frozen=True, slots=True)
class Shipping:
    """One thing that somebody does about a shipment; licence: what the story draws on, if any.

    mark: what the references of the story begin with.
    """

    person: Person
    said: Said
    people: People
    licence: Licence | None
    mark: str

    @property
    def reference(self) -> str:
        """The declarant's own for the shipment that the step is about."""
        return f"{self.mark}{self.said.get('ref', '')}"

    @property
    def declaration(self) -> Declaration:
        """The shipment that the step is about."""
        return Declaration.objects.get(reference=self.reference)

    @property
    def today(self) -> date:
        """The day of the step, at the gate."""
        return load().today(REGIME)
