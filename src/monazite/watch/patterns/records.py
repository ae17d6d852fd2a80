"""The records that patterns look at, each as its table has it; what is not known is None or empty.

A folder of CSV files with these columns holds them (`reading.py`); the desk makes them from rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Party:
    """A firm or a person. uses: materials and the most that its plants take in a year (kg)."""

    id: str
    name: str
    kind: str = ""
    country: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    officers: tuple[str, ...] = ()
    founded: date | None = None
    business: str = ""
    website: str = ""
    plant: bool | None = None
    processing_licence: bool | None = None
    changed: date | None = None
    """The last change of name or shareholders."""
    refused: date | None = None
    """The last refusal of an application of it."""
    listed: bool | None = None
    uses_kg: Mapping[str, Decimal] | None = None


@dataclass(frozen=True, slots=True)
class Shipment:
    """What moved from one party to another on a day, under which licence, on which way."""

    id: str
    day: date
    sender: str
    receiver: str
    material: str = ""
    code: str = ""
    description: str = ""
    mass_kg: Decimal | None = None
    value_usd: Decimal | None = None
    origin: str = ""
    destination: str = ""
    port: str = ""
    channel: str = ""
    """`cargo`, `post`, `express` or `hand`."""
    licence: str = ""
    phone: str = ""
    address: str = ""
    """Of the sender as the label says, which for parcels is often more than the id tells."""
    consignee: str = ""
    consignee_address: str = ""
    delivered: date | None = None


@dataclass(frozen=True, slots=True)
class Licence:
    """What may move: to whom, where, how much, until when; when its end-user paper expires."""

    id: str
    holder: str
    end_user: str
    material: str
    mass_kg: Decimal | None
    granted: date
    until: date | None = None
    destination: str = ""
    port: str = ""
    certificate_until: date | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """What was asked, by whom, for whom, in which words, and what was said."""

    id: str
    day: date
    exporter: str
    end_user: str
    material: str
    mass_kg: Decimal | None = None
    text: str = ""
    outcome: str = ""
    """`granted`, `refused`, `withdrawn`, or empty while it is open."""
    decided: date | None = None


@dataclass(frozen=True, slots=True)
class Assay:
    """What a laboratory found in a shipment: mass fractions by element, with their errors."""

    id: str
    shipment: str
    day: date
    declared: Mapping[str, Decimal]
    found: Mapping[str, Decimal]
    errors: Mapping[str, Decimal]
    origin: str = ""
    """The origin that is claimed for the ore."""
    custody: str = ""
    """`unbroken`, `broken`, or empty where nobody says."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A share (0 to 1) of one party in another between two days, None where open or unknown."""

    owner: str
    owned: str
    share: Decimal | None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """All that is looked at together, as it was known on a day."""

    as_of: date
    parties: tuple[Party, ...] = ()
    shipments: tuple[Shipment, ...] = ()
    licences: tuple[Licence, ...] = ()
    applications: tuple[Application, ...] = ()
    assays: tuple[Assay, ...] = ()
    holdings: tuple[Holding, ...] = ()


Row = Party | Shipment | Licence | Application | Assay | Holding

TABLES: Mapping[str, type[Row]] = MappingProxyType(
    {
        "parties": Party,
        "shipments": Shipment,
        "licences": Licence,
        "applications": Application,
        "assays": Assay,
        "holdings": Holding,
    }
)
"""The tables of records by name, each with the kind of its rows."""
