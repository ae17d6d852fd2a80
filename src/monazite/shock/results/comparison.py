"""Two scenarios side by side: what the other brings more or less, draw by draw."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from monazite.errors import InputError
from monazite.shock.engine.meters import CLEARANCE, months
from monazite.shock.results.banding import band, sure
from monazite.shock.results.losing import halting, losses
from monazite.shock.results.moving import moved
from monazite.shock.results.outcome import Band, Loss, Month, Price
from monazite.shock.results.placing import plants
from monazite.shock.results.pricing import prices
from monazite.shock.results.ran import Ran
from monazite.shock.results.resting import ran
from monazite.shock.runs.drawing import figures_of
from monazite.shock.runs.draws import drawn
from monazite.shock.runs.figures import Figures
from monazite.shock.runs.summary import summary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.parameters.parameters import Parameters
    from monazite.shock.runs.bands import Bands
    from monazite.shock.runs.case import Case
    from monazite.shock.runs.summary import Told

_DIFFERENCES = (
    "flow_t", "inner", "spot", "contract", "weighted", "at_spot", "lost", "leaked", "missing",
    "stopped",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HaltChange:
    """A sector of a country (ISO3) that halts in a draw of either scenario.

    good: as of a halt; draws, other_draws: the part of the draws with a halt; weeks_later: first
    halt of the other less that of the first, among draws with both; share: difference of the
    largest part of its plants that stand, over all draws.
    """

    sector: str
    country: str
    good: str | None
    draws: float
    other_draws: float
    weeks_later: Band | None
    share: Band


@dataclass(frozen=True, slots=True)
class Comparison(Ran):
    """What `other` brings more (above 0) or less than `scenario`, with the same draws.

    Every band is one of differences, draw by draw: narrower than the bands of the two would tell.
    What is said of a run without its scenario is null. assumed: by either.
    """

    other: str
    months: tuple[Month, ...]
    halts: tuple[HaltChange, ...]
    prices: tuple[Price, ...]
    losses: tuple[Loss, ...]


def compared(
    case: Case, other: Case, parameters: Parameters, draws: int, seed: int, told: Told
) -> Comparison:
    """Run both; told: with the number of draws that are done, of both.

    InputError field "other" where the two do not share model, meters, first day and weeks.
    """
    _alike(case, other)
    found = summary(partial(_differences, case, other), drawn(parameters, draws, seed), told).bands
    names = months(case.first, case.schedule.weeks + CLEARANCE).names
    both = case._replace(assumed={**other.assumed, **case.assumed})
    return Comparison(
        **ran(both, parameters, draws, seed).head,
        other=other.name,
        months=moved(case, names, found),
        halts=_halts(case, found, draws),
        prices=prices(case, names, found),
        losses=losses(case, found),
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


def _differences(case: Case, other: Case, knobs: Draws, told: Told) -> Figures:
    number = len(knobs.demand)
    one, ones = figures_of(case, knobs, lambda done: told(done // 2))
    two, twos = figures_of(other, knobs, lambda done: told((number + done) // 2))
    found = {name: two[name] - one[name] for name in _DIFFERENCES}
    weeks = {
        "first_week": one["first_week"],
        "other_first_week": two["first_week"],
        "weeks_later": two["first_week"] - one["first_week"],
    }
    return Figures({**found, **weeks}, twos - ones)


def _halts(case: Case, found: Mapping[str, Bands], draws: int) -> tuple[HaltChange, ...]:
    known, other = found["first_week"].known, found["other_first_week"].known
    return tuple(
        HaltChange(
            *plants(case, u),
            int(known[u]) / draws,
            int(other[u]) / draws,
            _whole(band(found["weeks_later"], u)),
            sure(found["stopped"], u),
        )
        for u in halting(case, known + other > 0)
    )


def _whole(found: Band | None) -> Band | None:
    return found and Band(*(float(np.round(getattr(found, one.name))) for one in fields(found)))
