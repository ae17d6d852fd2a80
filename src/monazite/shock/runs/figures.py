"""What is told of a run, draw by draw: made out of what the engine kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.meters import CLEARANCE, months
from monazite.shock.engine.sums import by
from monazite.shock.engine.totals import NEVER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from numpy.typing import NDArray

    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.engine.totals import Totals
    from monazite.shock.model.model import Floats, Ints, Model


class Figures(NamedTuple):
    """Of a run: figures draw by draw (last index), and what is counted over all draws.

    standing: in how many draws plants of a user stand (`HALTED`), weeks x users.
    """

    by_draw: Mapping[str, Floats]
    standing: Ints


def figures(model: Model, schedule: Schedule, first: date, totals: Totals) -> Mapping[str, Floats]:
    """Every figure by name, NaN where a draw has none; the draw is the last index.

    flow_t: months x meters; round_t, landed_t: months x ways round; inner, spot, contract,
    weighted: US$ a kg, months x goods; at_spot: part of the volume, likewise; approved: granted of
    applied to date, weeks x groups; output: of 1, weeks x sectors; lost, leaked: million US$ of
    value added, `loss_rows`; first_week, stopped: week of the first halt and largest part of the
    plants that stood, users; stopped_halting: that part in draws with a halt.
    """
    run, cleared = _weeks_of_months(first, schedule.weeks)
    volume = totals.at_contract + totals.at_spot
    at_spot = _ratio(totals.at_spot, volume)
    value = model.users.value_added[:, None]
    lost = np.maximum(0.0, totals.lost) * value
    valued = _summed(value[:, 0], model.users.sector, len(model.sectors)) > 0
    return {
        "flow_t": _where(cleared > 0, totals.flows),
        "round_t": _where(cleared > 0, totals.round),
        "landed_t": _where(cleared > 0, totals.landed),
        "inner": _where(run > 0, totals.inner),
        "spot": _where(run > 0, totals.spot),
        "contract": _where(run > 0, totals.contract),
        "weighted": (1 - at_spot) * totals.contract + at_spot * totals.spot,
        "at_spot": at_spot,
        "approved": _ratio(totals.granted.cumsum(axis=0), totals.applied.cumsum(axis=0)),
        "output": np.where(valued[:, None], totals.output, np.nan),
        "lost": loss_rows(model, lost),
        "leaked": loss_rows(model, np.clip(totals.leaked * value, 0.0, lost)),
        "first_week": np.where(totals.first == NEVER, np.nan, totals.first),
        "stopped": totals.worst,
        "stopped_halting": np.where(totals.first == NEVER, np.nan, totals.worst),
    }


def missing(model: Model, schedule: Schedule, demand: Floats) -> Floats:
    """Million US$ of value added that stands for want of inputs outside the model, `loss_rows`.

    demand: the knob, by draw. It is a part of what would be asked, and is not caught up.
    """
    weeks = schedule.elsewhere.missing[schedule.phase].sum(axis=0)
    return loss_rows(model, np.outer(weeks * model.users.value_added, demand))


def loss_rows(model: Model, lost: Floats) -> Floats:
    """Users with value added; then sectors over countries, countries over sectors, and all."""
    users = model.users
    return np.concatenate([
        lost[users.value_added > 0],
        _summed(lost, users.sector, len(model.sectors)),
        _summed(lost, users.country, len(model.countries)),
        lost.sum(axis=0, keepdims=True),
    ])  # fmt: skip


def _summed(amount: Floats, to: Ints, size: int) -> Floats:
    member = (np.arange(size)[:, None] == to).astype(amount.dtype)
    return np.asarray(member @ amount)


def _weeks_of_months(first: date, weeks: int) -> tuple[Floats, Floats]:
    """How many weeks of each month are run, and how many are cleared in it."""
    calendar = months(first, weeks + CLEARANCE)
    size = len(calendar.names)
    found = []
    for chosen in (slice(weeks), slice(CLEARANCE, None)):
        month, part = calendar.month[chosen], calendar.part[chosen]
        found.append((by(month, part, size + 1) + by(month + 1, 1 - part, size + 1))[:size])
    return found[0], found[1]


def _where(month: NDArray[np.bool_], numbers: Floats) -> Floats:
    return np.where(month[:, None, None], numbers, np.nan)


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.full(whole.shape, np.nan, whole.dtype), where=whole > 0)
