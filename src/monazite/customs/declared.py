"""A declaration as values: what is said to leave; None is "not said"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

EXAMPLE = "EXAMPLE"
"""The reference of the example in a template: no shipment has it."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody on the papers; country: ISO2."""

    name: str | None = None
    name_native: str | None = None
    country: str | None = None
    identifier: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Draw:
    """So much of an item comes from a batch (`mass_kg`, net)."""

    batch: str
    mass_kg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item: what it is, how much (quantity in unit), at what FOB value, by which licence.

    licences: the numbers as typed (one is right, more are a finding); licence_line: its number on
    the licence, None where the gate is to find it; claim: why it is said not to be controlled;
    mass_kg: net; second_quantity in second_unit: the second unit of the nomenclature.
    """

    description: str | None = None
    form: str | None = None
    technology: str | None = None
    hs: str | None = None
    control_code: str | None = None
    contains: str | None = None
    only: bool | None = None
    without: tuple[str, ...] = ()
    parameters: str | None = None
    origin: str | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    mass_kg: Decimal | None = None
    second_quantity: Decimal | None = None
    second_unit: str | None = None
    value: Decimal | None = None
    currency: str | None = None
    licences: tuple[str, ...] = ()
    licence_line: int | None = None
    claim: str | None = None
    draws: tuple[Draw, ...] = ()


@dataclass(frozen=True, slots=True)
class Declaration:
    """Everything that a declaration says.

    reference: the declarant's own; series: export, transit, temporary, replacement …; destination:
    where the goods are to stay, arrival: where they are unloaded, via: on the way (ISO2);
    sender: of a parcel, where it is not the exporter.
    """

    regime: str | None = None
    reference: str | None = None
    series: str | None = None
    mode: str | None = None
    port: str | None = None
    destination: str | None = None
    arrival: str | None = None
    via: tuple[str, ...] = ()
    exporter: Party = field(default_factory=Party)
    declarant: Party = field(default_factory=Party)
    sender: Party = field(default_factory=Party)
    consignee: Party = field(default_factory=Party)
    end_user: Party = field(default_factory=Party)
    end_use: str | None = None
    military: bool | None = None
    contract: str | None = None
    leaves_on: date | None = None
    remarks: str | None = None
    items: tuple[Item, ...] = ()
