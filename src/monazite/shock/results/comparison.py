"""Two scenarios side by side: what the other brings more or less, draw by draw."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import partial
from typing import TYPE_CHECKING, Literal

import numpy as np

from monazite.errors import InputError
from monazite.shock.engine.meters import CLEARANCE, months
from monazite.shock.model.draft import LEFT
from monazite.shock.results.banding import band, sure
from monazite.shock.results.losing import losses
from monazite.shock.results.moving import moved
from monazite.shock.results.of_run import assumptions
from monazite.shock.results.outcome import Assumption, Band, Loss, Month, Price
from monazite.shock.results.pricing import prices
from monazite.shock.runs.drawing import figures_of
from monazite.shock.runs.draws import drawn
from monazite.shock.runs.run import engine
from monazite.shock.runs.summary import summary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.model.model import Floats
    from monazite.shock.parameters.parameters import Parameters
    from monazite.shock.runs.bands import Bands
    from monazite.shock.runs.case import Case
    from monazite.shock.runs.summary import Told

_DIFFERENCES = (
    "flow_t", "inner", "spot", "contract", "weighted", "at_spot", "lost", "leaked", "stopped",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HaltChange:
    """A sector of a country (ISO3) that halts in a draw of either scenario.

    draws, other_draws: the part of the draws with a halt; weeks_later: first halt of the other less
    that of the first, among draws with both; share: difference of the largest part of its plants
    that stand.
    """

    sector: str
    country: str
    draws: float
    other_draws: float
    weeks_later: Band | None
    share: Band


@dataclass(frozen=True, slots=True)
class Comparison:
    """What `other` brings more (above 0) or less than `scenario`, with the same draws.

    Every band is one of differences, draw by draw: narrower than the bands of the two would tell.
    """

    scenario: str
    other: str
    first_day: str
    weeks: int
    draws: int
    seed: int
    engine: Literal["compiled", "reference"]
    parameters: str
    parameters_hash: str
    months: tuple[Month, ...]
    halts: tuple[HaltChange, ...]
    prices: tuple[Price, ...]
    losses: tuple[Loss, ...]
    assumed: tuple[Assumption, ...]


def compared(
    case: Case, other: Case, parameters: Parameters, draws: int, seed: int, told: Told
) -> Comparison:
    """Run both; told: with the number of draws that are done, of both.

    InputError field "other" where the two do not share model, meters, first day and weeks.
    """
    _alike(case, other)
    found = summary(partial(_differences, case, other), drawn(parameters, draws, seed), told)
    names = months(case.first, case.schedule.weeks + CLEARANCE).names
    return Comparison(
        case.name,
        other.name,
        case.first.isoformat(),
        case.schedule.weeks,
        draws,
        seed,
        engine(),
        parameters.name,
        parameters.digest,
        moved(case._replace(observed={}), names, found),
        _halts(case, found, draws),
        prices(case, names, found),
        losses(case, found),
        tuple(assumptions(case._replace(assumed={**other.assumed, **case.assumed}), parameters)),
    )


def _alike(case: Case, other: Case) -> None:
    same = {
        "model": case.model is other.model,
        "meters": case.meters.names == other.meters.names,
        "first day": case.first == other.first,
        "weeks": case.schedule.weeks == other.schedule.weeks,
    }
    for name, is_so in same.items():
        if not is_so:
            raise InputError("other", other.name, f"a scenario with the {name} of {case.name}")


def _differences(case: Case, other: Case, knobs: Draws, told: Told) -> Mapping[str, Floats]:
    number = len(knobs.demand)
    one = figures_of(case, knobs, lambda done: told(done // 2))
    two = figures_of(other, knobs, lambda done: told((number + done) // 2))
    found = {name: two[name] - one[name] for name in _DIFFERENCES}
    return {
        **found,
        "first_week": one["first_week"],
        "other_first_week": two["first_week"],
        "weeks_later": two["first_week"] - one["first_week"],
    }


def _halts(case: Case, found: Mapping[str, Bands], draws: int) -> tuple[HaltChange, ...]:
    users = case.model.users
    known, other = found["first_week"].known, found["other_first_week"].known
    return tuple(
        HaltChange(
            case.model.sectors[users.sector[u]],
            case.model.countries[users.country[u]],
            int(known[u]) / draws,
            int(other[u]) / draws,
            _whole(band(found["weeks_later"], u)),
            sure(found["stopped"], u),
        )
        for u in range(len(users.sector))
        if known[u] + other[u] and case.model.sectors[users.sector[u]] != LEFT
    )


def _whole(found: Band | None) -> Band | None:
    return found and Band(*(float(np.round(getattr(found, one.name))) for one in fields(found)))
