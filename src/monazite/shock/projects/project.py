"""A project: a mine or plant that may come, or has come, outside the dominant country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """What a project costs, as it was printed and in US dollars.

    amount_m: millions of the currency; musd: million US$, None where no rate is known; rate: US$
    for one unit; rate_row: id of the packaged rate, "" where the amount was printed in US$.
    """

    amount_m: Decimal
    currency: str
    musd: Decimal | None
    rate: Decimal | None
    rate_row: str


@dataclass(frozen=True, slots=True)
class Project:
    """What was said of one project at one stage for one product, on one day.

    What nobody says is None, an empty mapping or an empty text, and never 0.

    id: of the row, key: of the project, the same in every statement about it; country: ISO3;
    material, stage, kind, capacity_unit, ore, status: words of `columns`; holds: by element the
    printed part of what the unit counts; deposit: whose shares are taken, as in facts' `deposits`;
    first_year: of the first output; permit_months: from the statement until the permits that lack
    may be there, 0 where none lacks; radioactive: whether thorium or uranium comes with it, "yes",
    "no" or ""; floor_usd_kg: a price floor, of what `offtake` says; on: day of the statement; also:
    ids of what else was said of the project by then.
    """

    id: str
    key: str
    name: str
    company: str
    country: str
    material: str
    stage: str
    kind: str
    product: str
    capacity: Decimal | None
    capacity_unit: str
    holds: Mapping[str, Decimal]
    deposit: str
    ore: str
    first_year: int | None
    status: str
    capex: Money | None
    permit_months: Decimal | None
    permit: str
    radioactive: str
    radioactive_note: str
    floor_usd_kg: Decimal | None
    offtake: str
    on: date
    source: str
    confidence: str
    note: str
    also: tuple[str, ...] = ()

    @property
    def capex_musd(self) -> Decimal | None:
        """Million US$; None where the cost or the rate is not known."""
        return None if self.capex is None else self.capex.musd
