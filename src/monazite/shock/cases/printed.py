"""A small model of one good, from what is printed of its trade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.model.columns import columns
from monazite.shock.model.draft import Draft, Maker, User
from monazite.shock.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.model.model import Good, Model

    Flows = Mapping[tuple[str, str], float]


def printed(case: str) -> Flows:
    """By seller and buyer (ISO3) the flows of a case, t a year."""
    rows = (one.fields for one in table("case-flows") if one.fields["case"] == case)
    return {(row["seller"], row["buyer"]): float(row["quantity"]) for row in rows}


def of_flows(good: Good, sector: str, flows: Flows, own: Mapping[str, float], year: int) -> Model:
    """Countries make what they send beyond what comes, and use what comes beyond what they send.

    Args:
        good: what is traded.
        sector: who uses it, in every country.
        flows: t a year, by seller and buyer.
        own: t a year that countries make for their own use.
        year: of the prices.
    """
    draft = Draft()
    over = dict(own) | {place: own.get(place, 0.0) for pair in flows for place in pair}
    for place, amount in own.items():
        draft.used[User(sector, place, ""), good] += amount
    for (seller, buyer), amount in flows.items():
        draft.trade[good, seller, buyer] += amount
        over[seller] += amount
        over[buyer] -= amount
    for place, amount in over.items():
        if amount > 0:
            draft.given[Maker(f"{good.stage}/{good.material}", place, fixed=False), good] += amount
        else:
            draft.used[User(sector, place, ""), good] -= amount
    return columns(draft, year, {})
