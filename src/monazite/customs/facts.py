"""What the gate is told beside the declaration: licences, neighbours, analyses, a score."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A line of a licence as its account stands now.

    controlled_by: quantity, value, both or open; left_quantity in unit, left_value in currency,
    uses_left: None where nothing limits it.
    """

    number: int
    description: str
    form: str
    contains: str
    control_code: str
    hs: str
    unit: str
    controlled_by: str
    currency: str
    left_quantity: Decimal | None
    left_value: Decimal | None
    uses_left: int | None


@dataclass(frozen=True, slots=True)
class LicenceParty:
    """One whom a licence names: its names in either script; country: ISO2, None: nobody says."""

    names: tuple[str, ...]
    country: str | None


@dataclass(frozen=True, slots=True)
class LicenceFacts:
    """A licence of the number that was cited; of another firm's nothing else is told.

    reasons: why it cannot be used on the day (`monazite.ledger.licence`), the gravest first;
    end_users, importers: everybody whom it names as such; None: nothing limits it, or nobody says.
    """

    number: str
    yours: bool
    kind: str = ""
    reasons: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    end_users: tuple[LicenceParty, ...] | None = None
    importers: tuple[LicenceParty, ...] | None = None
    destination: str | None = None
    modes: tuple[str, ...] | None = None
    ports: tuple[str, ...] | None = None
    contract: str | None = None
    shipments_left: int | None = None
    lines: tuple[LineFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysed:
    """What a laboratory found an item to be; contains as in a declaration ("Sm=0.226,Co,Fe")."""

    form: str | None = None
    contains: str | None = None


@dataclass(frozen=True, slots=True)
class Recent:
    """A declaration of the last days that shares its exporter, sender, an address or a consignee.

    own: whether the same firm lodged it; state: of `monazite.customs.procedure`; value in currency,
    of all its items; hs and licences of all its items.
    """

    number: str
    on: date
    state: str
    own: bool = False
    mode: str = ""
    port: str = ""
    destination: str = ""
    arrival: str = ""
    exporter: str = ""
    sender: str = ""
    address: str = ""
    consignee: str = ""
    consignee_address: str = ""
    mass_kg: Decimal | None = None
    value: Decimal | None = None
    currency: str = ""
    hs: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    looked: str = ""


@dataclass(frozen=True, slots=True)
class LookedItem:
    """An item of a declaration that customs looked at, and what a laboratory found it to be."""

    number: int
    hs: str
    description: str
    analysed: Analysed | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """A declaration of the exporter that customs held, challenged or refused and did not clear.

    step: what an officer did last (an event of `monazite.customs.procedure`); disposal: what was
    judged to follow, else empty; replaced: whether the declaration at hand takes its place.
    """

    number: str
    on: date
    step: str
    replaced: bool
    consignee: str
    licences: tuple[str, ...]
    items: tuple[LookedItem, ...]
    disposal: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything beside the declaration, on the customs day `on` of the regime.

    licences: by the number as `monazite.customs.numbers.tidy` writes it, None where nobody looked
    them up; analysed: by the item's number; recent: within the regime's window; looked: those of
    the same goods (`monazite.customs.looked`); risk: 0 to 100, None where nobody scored it.
    """

    on: date
    licences: Mapping[str, LicenceFacts] | None = field(default_factory=dict)
    analysed: Mapping[int, Analysed] = field(default_factory=dict)
    recent: tuple[Recent, ...] = ()
    looked: tuple[Looked, ...] = ()
    risk: int | None = None
