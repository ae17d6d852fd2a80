"""The world that levers are held over, and what is counted on it: who sells what to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.packaged.world import YEARS, world
from monazite.shock.engine.meters import CLEARANCE, meters
from monazite.shock.model.of_world import model
from monazite.shock.results.placing import pooled
from monazite.shock.runs.case import Case
from monazite.shock.scenarios.compiling import fitted
from monazite.shock.scenarios.notes import notes
from monazite.shock.scenarios.schema import LawPatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.engine.meters import Meters
    from monazite.shock.leverage.scenes import Ground
    from monazite.shock.model.model import Ints, Model
    from monazite.shock.scenarios.found import Found
    from monazite.shock.scenarios.notes import Note
    from monazite.shock.scenarios.schema import Scenario

REST = "REST"
"""All countries that are no sides, as sellers and buyers."""
WORLD = "WORLD"
"""All countries but one side, as that side's counterpart."""
_OF_LAW = frozenset({"since", "reading", "in_flows", "unheld", "ended", "replaced", "drawn"})
"""Codes of notes about days of the law, which a table sets itself."""


class Ways(NamedTuple):
    """What is metered, one entry for each: indices of seller and buyer among sides, and good.

    The index behind the last side is `REST`.
    """

    seller: Ints
    buyer: Ints
    good: Ints


class Counted(NamedTuple):
    """A model with what is counted on it.

    model: as scenarios are fitted to; by_country: the same, its users grouped by country, so that
    an engine's output by sector is output by country; sides: ISO3; home: the model's, one of the
    sides; year: of the flows; unknown: countries some of whose plants stand under the rest of the
    world; months: of the run, whole ones.
    """

    model: Model
    by_country: Model
    sides: tuple[str, ...]
    meters: Meters
    ways: Ways
    year: int
    unknown: frozenset[str]
    months: int


def weeks_of(starts: date, horizon: int) -> int:
    """Weeks until so many months are over, with what leaves plants in them counted."""
    year, month = divmod(starts.year * 12 + starts.month - 1 + horizon, 12)
    return -(-(date(year, month + 1, 1) - starts).days // 7) + CLEARANCE


def counted(ground: Ground, sides: Sequence[str], horizon: int) -> Counted:
    """The world of the ground's materials and the sides on it; horizon: months that are read."""
    year = min(max(ground.starts.year - 1, YEARS[0]), YEARS[-1])
    return on_model(model(world(year), ground.scope), sides, year, horizon)


def on_model(made: Model, sides: Sequence[str], year: int, horizon: int) -> Counted:
    """The sides on a model, its home among them."""
    every = tuple(dict.fromkeys((*sides, made.countries[made.home])))
    ways, counts = _ways(made, every)
    return Counted(
        model=made,
        by_country=_by_country(made),
        sides=every,
        meters=counts,
        ways=ways,
        year=year,
        unknown=frozenset(country for _, country in pooled(made)),
        months=horizon,
    )


def fit(scenario: Scenario, ground: Ground, on: Counted) -> tuple[Case, Found]:
    """The run to be made, and what was compiled; ScenarioError where it does not fit the model."""
    made, found = fitted(scenario, on.model, ground.starts, ground.weeks, on.year)
    case = Case(
        scenario.id, on.model, made.schedule, on.meters, ground.starts, made.queues,
        scenario.assume, (), on.year,
    )  # fmt: skip
    return case, found


def notes_of(found: Found) -> tuple[Note, ...]:
    """What is to be known of levers' own words; what the law does the table says itself."""
    own = found.scenario.model_copy(update={"law": LawPatch()})
    every = notes(replace(found, scenario=own))
    return tuple(one for one in every if one.code not in _OF_LAW)


def _by_country(made: Model) -> Model:
    users = made.users._replace(sector=made.users.country)
    return replace(made, sectors=made.countries, users=users)


def _ways(made: Model, sides: Sequence[str]) -> tuple[Ways, Meters]:
    """Rows of trade by seller, buyer and good; those between countries that are no sides left out.

    What a country sends to itself is no trade between sides.
    """
    trade, count = made.trade, len(made.countries)
    place = np.full(count, len(sides))
    for number, name in enumerate(sides):
        place[[at for at, country in enumerate(made.countries) if country == name]] = number
    seller, buyer = place[trade.source % count], place[trade.target % count]
    good = trade.source // count
    key = (seller * (len(sides) + 1) + buyer) * len(made.goods) + good
    kept = ((seller < len(sides)) | (buyer < len(sides))) & (
        trade.source % count != trade.target % count
    )
    found = np.unique(key[kept])
    rows = {str(one): np.flatnonzero(kept & (key == one)) for one in found.tolist()}
    pair, goods = np.divmod(found, len(made.goods))
    return Ways(*np.divmod(pair, len(sides) + 1), goods), meters(rows)
