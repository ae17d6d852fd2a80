"""An application as values: what a form says once it is read; None is "not said"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part, in one role; country: ISO2; owned_by_listed: 0..1."""

    role: str | None = None
    name: str | None = None
    name_native: str | None = None
    country: str | None = None
    address: str | None = None
    identifier: str | None = None
    business: str | None = None
    contact: str | None = None
    owned_by_listed: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One item that is to leave: what it is, how much (quantity in unit), at what value."""

    description: str | None = None
    form: str | None = None
    technology: str | None = None
    contains: str | None = None
    only: bool | None = None
    without: tuple[str, ...] = ()
    control_code: str | None = None
    hs: str | None = None
    parameters: str | None = None
    origin: str | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    mass_kg: Decimal | None = None
    value: Decimal | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class EndUse:
    """What for, and where."""

    use: str | None = None
    sector: str | None = None
    military: bool | None = None
    site_name: str | None = None
    site_country: str | None = None
    site_address: str | None = None
    process: str | None = None


@dataclass(frozen=True, slots=True)
class Contract:
    """The contract that the export fulfils."""

    number: str | None = None
    signed_on: date | None = None
    seller: str | None = None
    buyer: str | None = None
    value: Decimal | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Transport:
    """One way of leaving; lines: those that leave so (1, 2 …; all where empty); via: ISO2."""

    lines: tuple[str, ...] = ()
    mode: str | None = None
    port_of_exit: str | None = None
    port_of_entry: str | None = None
    via: tuple[str, ...] = ()
    shipments: int | None = None
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class CivilUse:
    """What the quantity is for: a product, how much of it is made, over what time.

    secret_proof: this, the product tree and the onward sales are a trade secret.
    """

    product: str | None = None
    product_units_per_year: Decimal | None = None
    capacity_per_year: Decimal | None = None
    period_months: int | None = None
    stock_at_site_kg: Decimal | None = None
    sold_onward: bool | None = None
    secret_proof: bool | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A node of the product tree: so much of it in one of its parent; loss: 0..1."""

    node: str | None = None
    part: str | None = None
    per_parent: Decimal | None = None
    unit: str | None = None
    loss: Decimal | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class OnwardSale:
    """A customer of the product; share: 0..1 of what is made."""

    customer: str | None = None
    country: str | None = None
    share: Decimal | None = None
    use: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """What is said of a document; the file itself is known by its SHA-256."""

    label: str | None = None
    kind: str | None = None
    file: str | None = None
    sha256: str | None = None
    language: str | None = None
    translation_of: str | None = None
    party: str | None = None
    signed_by: str | None = None
    signed_on: date | None = None
    signatory_role: str | None = None
    sealed: bool | None = None
    pledged: bool | None = None
    government: bool | None = None
    secret: bool | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a paper is to prove, and where in it."""

    claim: str | None = None
    paper: str | None = None
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """Everything that an application says."""

    regime: str | None = None
    kind: str | None = None
    destination: str | None = None
    months: int | None = None
    voucher_case: str | None = None
    parties: tuple[Party, ...] = ()
    lines: tuple[Line, ...] = ()
    end_use: EndUse = field(default_factory=EndUse)
    contract: Contract = field(default_factory=Contract)
    transport: tuple[Transport, ...] = ()
    civil_use: CivilUse = field(default_factory=CivilUse)
    product_tree: tuple[Part, ...] = ()
    onward_sales: tuple[OnwardSale, ...] = ()
    papers: tuple[Paper, ...] = ()
    claims: tuple[Claim, ...] = ()
