"""Of whom a number is: sectors by country, and by good where a sector is many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.shock.model.draft import LEFT, OTHER
from monazite.shock.model.places import REST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.model.model import Model
    from monazite.shock.runs.case import Case


class Plants(NamedTuple):
    """A sector in a country (ISO3); good: that plants of `OTHER` use."""

    sector: str
    country: str
    good: str | None


def plants(case: Case, user: int) -> Plants:
    """Whose plants a user of the model is."""
    users = case.model.users
    sector = case.model.sectors[users.sector[user]]
    market = int(users.inputs.market[users.inputs.start[user]])
    good = case.goods[market // len(case.model.countries)] if sector == OTHER else None
    return Plants(sector, case.model.countries[users.country[user]], good)


def pooled(model: Model) -> Iterator[tuple[str, str]]:
    """Sectors by country whose plants, if there are any, stand under the rest of the world."""
    users = model.users
    pairs = {
        (model.sectors[sector], model.countries[country])
        for sector, country in zip(users.sector, users.country, strict=True)
    }
    for sector in model.sectors:
        if sector != LEFT and (sector, REST) in pairs:
            for country in model.countries:
                if (sector, country) not in pairs:
                    yield sector, country
