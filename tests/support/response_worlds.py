"""Worlds of planners out of made-up models: a scenario run once, and the setting that it gives."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.shock.engine.meters import meters
from monazite.shock.engine.reference.run import run
from monazite.shock.programme.highs import solve
from monazite.shock.response.answers.losing import lost_musd, of_planner
from monazite.shock.response.building import built as building
from monazite.shock.response.setting import (
    Finished,
    Horizon,
    Limits,
    Money,
    Programmes,
    Setting,
    Stores,
)
from monazite.shock.response.world.months import weeks_for
from monazite.shock.response.world.runs import Run
from monazite.shock.response.world.worlds import Frame
from monazite.shock.runs.case import Case
from support.response_settings import NOTHING, NOWHERE, no_plants
from support.shock_models import chain_model
from support.shock_schedules import USUAL, exports, schedule

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.model.model import Model
    from monazite.shock.response.world.worlds import Worlds

FIRST = date(2026, 1, 1)
MONTHS = 12
SHORT = USUAL._replace(user_cover=3.0, market_cover=0.5, overtime=0.05)


def model_of(seed: int) -> Model:
    """Three goods and five countries, most of what is bought comes from the first."""
    return chain_model(seed, goods=3, countries=5, density=0.6, lead=0.5)


def run_of(
    model: Model, name: str = "shock", probability: float = 1.0, knobs: Knobs = SHORT, **said: Any
) -> Run:
    """A year in which the first country's exports are held as is said from the ninth week on."""
    plan = schedule(model, weeks=weeks_for(MONTHS), **said)
    counted = meters({"home": exports(model)})
    case = Case(name, model, plan, counted, FIRST, ("office",), {}, (), 2024)
    return Run(case, probability, knobs, run(model, plan, knobs))


def frame(*places: str, **other: Any) -> Frame:
    """A frame of a year, for C01 where nobody else is named."""
    told = {"regions": 5, "months": MONTHS, "growth": 0.1, "others": 1.0, **other}
    return Frame(places or ("C01",), **told)


def setting_of(made: Worlds, **other: Any) -> Setting:
    """A setting without any policy or limit; other: its fields."""
    usual: dict[str, Any] = {
        "horizon": Horizon(FIRST, MONTHS),
        "world": made.world,
        "futures": made.futures,
        "stores": Stores(NOWHERE, NOTHING, NOTHING, NOTHING, 0.0),
        "plants": no_plants(),
        "programmes": Programmes((), (), NOTHING, NOWHERE, NOTHING),
        "finished": Finished(NOWHERE, NOTHING, NOTHING, NOWHERE, NOTHING),
        "limits": Limits(float("inf"), 1.0, 0, NOWHERE, NOWHERE, 0.0, 0.05),
        "money": Money(0.05, 0.1),
        "ways": frozenset(),
        "whole": False,
        "shared": True,
    }
    return Setting(**{**usual, **other})


def lost_in_run(made: Worlds, found: Run) -> float:
    """Value added that the planner's users lose in the run, million US$, net of what is caught up."""
    users = found.case.model.users
    wanted = found.case.schedule.elsewhere.wanted[found.case.schedule.phase]
    weeks = np.maximum(0.0, (wanted - found.week.activity).sum(axis=0))
    mine = np.isin(made.to.country[users.country], made.world.planner)
    return float(weeks @ (users.value_added * mine))


def lost_in_plan(setting: Setting) -> float:
    """The same of the programme's optimum, over its months and all futures."""
    built = building(setting)
    return float(of_planner(built, lost_musd(built, solve(built.programme))).sum())
