"""Small runs for tests: a model of three goods and four countries, short of stocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from monazite.shock.engine.meters import meters
from monazite.shock.parameters.distributions import Fixed
from monazite.shock.parameters.reading import packaged
from monazite.shock.runs.case import Case
from support.shock_models import chain_model
from support.shock_schedules import exports, scenarios, schedule

if TYPE_CHECKING:
    from monazite.shock.parameters.parameters import Parameters
    from monazite.shock.results.outcome import Band, Outcome

FIRST = date(2025, 1, 20)
MODEL = chain_model(seed=7, goods=3, countries=4, density=0.6)
METERS = meters({"home": exports(MODEL), "one": exports(MODEL)[:1]}, [1])


def case(name: str) -> Case:
    """A scenario of `shock_schedules.scenarios`, or one in which mines and plants stop (stop)."""
    stop = schedule(MODEL, covered=1.0, banned=1.0, available=0.1)
    plan = stop if name == "stop" else scenarios(MODEL)[name]
    return Case(name, MODEL, plan, METERS, FIRST, ("office",), {}, (), 2024)


def seen(found: Outcome, month: str, tonnes: float) -> Outcome:
    """The outcome with what statistics say of a month, beside every meter."""
    months = tuple(
        replace(row, observed_t=tonnes if row.month == month else None) for row in found.months
    )
    return replace(found, months=months)


def known(found: Band | None) -> Band:
    """A band that is there."""
    assert found is not None
    return found


def short_of_stocks() -> Parameters:
    """The packaged parameters, but plants that keep two weeks, replace nothing and stop early; none is fitted."""
    few = {
        "user_cover": 2.0, "user_cover_sigma": 0.4, "market_cover": 1.5, "halt_below": 0.9,
        "substitution": 0.0, "demand": 1.0,
    }  # fmt: skip
    found = packaged()
    rows = tuple(
        replace(row, fitted=False, distribution=Fixed(few[row.knob]))
        if row.knob in few
        else replace(row, fitted=False)
        for row in found.rows
    )
    return replace(found, rows=rows)
