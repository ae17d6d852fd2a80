"""Two firms that keep books of batches, and the people who look into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.desk.batches import services
from monazite.desk.batches.given import Said
from support.desk_people import verified
from support.offices import firm, person

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.desk.batches.models import Batch
    from monazite.desk.people.models import Person

ORE: Mapping[str, str] = {"Nd2O3": "200", "Pr6O11": "50", "Dy2O3": "10"}


@dataclass(frozen=True, slots=True)
class Books:
    """maker: of the firm that mines; buyer: of another firm; inspector: enforcement; officer: of
    the same agency, without that role."""

    maker: Person
    buyer: Person
    inspector: Person
    officer: Person


def books() -> Books:
    """The rows, made through the gate."""
    mining = firm("exporter", "Example Mining", identifier="91000000MAKER0000X")
    buying = firm("exporter", "Example Magnets", identifier="91310000BUYER0000X")
    agency = firm("agency", "Example Inspectorate", regime="CN", duty="licensing")
    return Books(
        person(mining, "declarant"), person(buying, "declarant"),
        verified(person(agency, "enforcement_officer")), verified(person(agency, "chief")),
    )  # fmt: skip


def said(
    reference: str,
    *,
    stage: str = "mine",
    month: str = "2026-09",
    mass_kg: str = "1000",
    contents: Mapping[str, str] = ORE,
    source: str = "quota notice 3",
) -> Said:
    """A batch as typed."""
    return Said(reference, stage, month, mass_kg, dict(contents), source)


def mined(held: Books) -> Batch:
    """A tonne of concentrate with 260 kg of oxides."""
    return services.begin(held.maker, "CN", "mined", said("R1"), "page")
