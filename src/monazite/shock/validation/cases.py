"""The cases: which model, which scenario, from when on, and which rows of trade are summed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.cases.models import of_case
from monazite.shock.engine.meters import CLEARANCE, meters, months
from monazite.shock.runs.run import run
from monazite.shock.scenarios.compiling import compiled
from monazite.shock.scenarios.reading import packaged
from monazite.shock.validation.seen import Seen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.engine.meters import Meters
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.model.model import Ints, Model

ALL = ""


class Flow(NamedTuple):
    """Rows of trade: one material or all, one stage or all, from and to a country (ISO3) or all."""

    material: str
    stage: str
    source: str
    target: str


class Case(NamedTuple):
    """One event.

    year: whose observations it is held against; model, scenario: by name; first: the Monday on
    which it begins, early enough for the months that are compared; later: weeks that its statistics
    run behind departures, beside `CLEARANCE`; flows: by the name of the meter.
    """

    year: str
    model: str
    scenario: str
    first: date
    weeks: int
    later: int
    flows: Mapping[str, Flow]


class Ready(NamedTuple):
    """A case with its model and schedule, for any number of draws."""

    case: Case
    model: Model
    schedule: Schedule
    groups: tuple[str, ...]
    meters: Meters
    assumed: Mapping[str, float]


MAGNETS = Case(
    "2025", "magnets-2025", "seven-rare-earths-2025-04", date(2025, 3, 3), 48, 0,
    {
        "magnets/WORLD": Flow(ALL, "magnet", "CHN", ALL),
        **{
            f"magnets/{place}": Flow(ALL, "magnet", "CHN", place)
            for place in ("USA", "DEU", "JPN", "IND", "KOR", "VNM")
        },
    },
)  # fmt: skip
"""The one case that parameters may be fitted on."""
GALLIUM_GERMANIUM = Case(
    "2023", "gallium-germanium-2023", "ga-ge-2023", date(2022, 12, 19), 108, 0,
    {f"{name}/WORLD": Flow(name, ALL, "CHN", ALL) for name in ("Ga", "Ge")},
)  # fmt: skip
JAPAN = Case(
    "2010", "japan-2010", "japan-2010", date(2010, 7, 19), 182, 1,
    {
        "rare-earths/JPN": Flow("REE", ALL, "CHN", "JPN"),
        "rare-earths/JPN-all": Flow("REE", ALL, ALL, "JPN"),
    },
)  # fmt: skip
"""Japan counts what arrives: two weeks at sea, one of them the week that clearance takes."""
ANTIMONY = Case(
    "2024", "antimony-2024", "us-ban-2024-12", date(2024, 9, 23), 36, 0,
    {
        "antimony/USA": Flow("Sb", ALL, ALL, "USA"),
        **{f"antimony/{place}-USA": Flow("Sb", ALL, place, "USA") for place in ("THA", "MEX")},
    },
)  # fmt: skip
CASES: tuple[Case, ...] = (MAGNETS, GALLIUM_GERMANIUM, JAPAN, ANTIMONY)


def ready(case: Case) -> Ready:
    """Build the model and the schedule of a case."""
    model, scenario = of_case(case.model), packaged(case.scenario)
    found = compiled(scenario, model, case.first, case.weeks)
    summed = meters({name: rows(model, flow) for name, flow in case.flows.items()})
    return Ready(case, model, found.schedule, found.queues, summed, scenario.assume)


def rows(model: Model, flow: Flow) -> Ints:
    """The rows of trade that a meter sums."""
    trade, places = model.trade, len(model.countries)
    fits = [
        flow.material in {ALL, good.material} and flow.stage in {ALL, good.stage}
        for good in model.goods
    ]
    found = np.array(fits)[trade.source // places]
    for name, end in ((flow.source, trade.source), (flow.target, trade.target)):
        if name != ALL:
            found &= end % places == model.countries.index(name)
    return np.flatnonzero(found)


def look(one: Ready, knobs: Draws, told: Callable[[int], None]) -> Seen:
    """Run a case with draws; what its scenario assumes holds for all of them."""
    first = one.case.first + timedelta(weeks=one.case.later)
    number = len(knobs.demand)
    knobs = knobs._replace(**{name: np.full(number, x) for name, x in one.assumed.items()})
    totals = run(one.model, one.schedule, one.meters, first, knobs, told)
    return Seen(
        one.model,
        first,
        months(first, one.case.weeks + CLEARANCE).names,
        one.meters.names,
        one.groups,
        tuple(one.model.countries[place] for place in one.schedule.hubs.country),
        totals,
    )
