"""The cases: which model, which scenario, from when on, and which rows of trade are summed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.cases.models import YEARS, of_case
from monazite.shock.engine.meters import CLEARANCE, meters, months
from monazite.shock.runs.run import run
from monazite.shock.runs.without import calm
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
    which it begins, early enough for the months that are compared; flows: by the name of the meter;
    arriving: meters of statistics of those who buy, which count what arrives; quoted: goods whose
    prices are read by week.
    """

    year: str
    model: str
    scenario: str
    first: date
    weeks: int
    flows: Mapping[str, Flow]
    arriving: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()


class Ready(NamedTuple):
    """A case with its model and schedule, for any number of draws."""

    case: Case
    model: Model
    schedule: Schedule
    groups: tuple[str, ...]
    meters: Meters
    assumed: Mapping[str, float]


MAGNETS = Case(
    "2025", "magnets-2025", "seven-rare-earths-2025-04", date(2025, 3, 3), 48,
    {
        "magnets/WORLD": Flow(ALL, "magnet", "CHN", ALL),
        **{
            f"magnets/{place}": Flow(ALL, "magnet", "CHN", place)
            for place in ("USA", "DEU", "JPN", "IND", "KOR", "VNM")
        },
    },
    quoted=("Dy/refining", "Tb/refining"),
)  # fmt: skip
"""The one case that parameters may be fitted on."""
GALLIUM_GERMANIUM = Case(
    "2023", "gallium-germanium-2023", "ga-ge-2023", date(2022, 12, 19), 108,
    {f"{name}/WORLD": Flow(name, ALL, "CHN", ALL) for name in ("Ga", "Ge")},
)  # fmt: skip
JAPAN = Case(
    "2010", "japan-2010", "japan-2010", date(2010, 6, 28), 185,
    {
        "rare-earths/JPN": Flow("REE", ALL, "CHN", "JPN"),
        "rare-earths/JPN-all": Flow("REE", ALL, ALL, "JPN"),
    },
    ("rare-earths/JPN", "rare-earths/JPN-all"),
)  # fmt: skip
ANTIMONY = Case(
    "2024", "antimony-2024", "us-ban-2024-12", date(2024, 9, 23), 36,
    {
        "antimony/USA": Flow("Sb", ALL, "CHN", "USA"),
        "antimony/USA-all": Flow("Sb", ALL, ALL, "USA"),
        **{f"antimony/{place}-USA": Flow("Sb", ALL, place, "USA") for place in ("THA", "MEX")},
    },
    ("antimony/USA", "antimony/USA-all", "antimony/THA-USA", "antimony/MEX-USA"),
)  # fmt: skip
CASES: tuple[Case, ...] = (MAGNETS, GALLIUM_GERMANIUM, JAPAN, ANTIMONY)


def ready(case: Case) -> Ready:
    """Build the model and the schedule of a case."""
    model, scenario = of_case(case.model), packaged(case.scenario)
    found = compiled(scenario, model, case.first, case.weeks, YEARS[case.model])
    return Ready(case, model, found.schedule, found.queues, summed(case, model), scenario.assume)


def summed(case: Case, model: Model) -> Meters:
    """What is counted of a case."""
    goods = ["/".join(good) for good in model.goods]
    by_name = {name: rows(model, flow) for name, flow in case.flows.items()}
    return meters(by_name, [goods.index(name) for name in case.quoted], case.arriving)


def without(one: Ready) -> Ready:
    """The same case in which no measure begins, nobody fears, and nothing goes round."""
    return one._replace(schedule=calm(one.schedule))


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
    first, number = one.case.first, len(knobs.demand)
    knobs = knobs._replace(**{name: np.full(number, x) for name, x in one.assumed.items()})
    totals = run(one.model, one.schedule, one.meters, first, knobs, told)
    return Seen(
        one.model,
        first,
        months(first, one.case.weeks + CLEARANCE).names,
        one.meters.names,
        one.groups,
        tuple(one.model.countries[place] for place in one.schedule.hubs.country),
        one.case.quoted,
        totals,
    )
