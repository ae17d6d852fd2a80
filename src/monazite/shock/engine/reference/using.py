"""Users: what they use up out of their own stocks, where they stop, and what they order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.reference.mending import mended
from monazite.shock.engine.state import BINS, PATIENCE, cover_by_plant
from monazite.shock.engine.sums import owners

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.state import State
    from monazite.shock.model.model import Floats, Model


class Use(NamedTuple):
    """A week: activity, wanted activity, part of the plants that stand; by plant used, ordered."""

    activity: Floats
    wanted: Floats
    stopped: Floats
    used: Floats
    order: Floats


def use(model: Model, state: State, knobs: Knobs, wanted: Floats, announced: Floats) -> Use:
    """Run the plants for a week; takes what they use out of `state.held`."""
    terms = model.users.inputs
    of = owners(terms)
    pace = wanted + np.minimum(knobs.overtime * wanted, state.owed)
    need = terms.base * (1 - state.replaced) * thrift(model, state, knobs) / BINS
    needed = (need * pace[of])[:, None]
    running = _running(state, needed, of, knobs)
    used = needed * running[of]
    good = terms.market // len(model.countries)
    cover = cover_by_plant(knobs) * (1 + knobs.hoarding * announced[good])[:, None]
    plan = (need * wanted[of])[:, None]
    order = np.maximum(0.0, used + mended(plan * cover - state.held, knobs))
    state.held -= used
    activity = pace * running.mean(axis=1)
    waiting = state.owed * (1 - 1 / PATIENCE)
    state.owed = np.maximum(0.0, waiting + wanted - activity)
    return Use(activity, wanted, (running == 0).mean(axis=1), used, order)


def replace(model: Model, state: State, knobs: Knobs, week: Use) -> None:
    """Give way to another grade or material some weeks after plants began to stand, for good."""
    terms = model.users.inputs
    of = owners(terms)
    state.short += (week.stopped[of] > 0) | (state.short > 0)
    ready = state.short > knobs.substitution_delay
    aim = np.where(ready, knobs.substitution * model.users.substitutable, state.replaced)
    state.replaced += (aim - state.replaced) / knobs.substitution_weeks


def thrift(model: Model, state: State, knobs: Knobs) -> Floats:
    """What is still used of each input as its price rises: what buyers pay, not what is quoted.

    At home that is the price inside.
    """
    good, country = np.divmod(model.users.inputs.market, len(model.countries))
    price = np.where(country == model.home, state.inner[good], paid(state, knobs)[good])
    ratio = price / model.price[good]
    return np.asarray(ratio ** (-knobs.elasticity * model.users.elasticity))


def paid(state: State, knobs: Knobs) -> Floats:
    """The price outside by volume: under contract and on the spot, US$ a kg."""
    return np.asarray(knobs.contract * state.contract + (1 - knobs.contract) * state.spot)


def _running(state: State, needed: Floats, of: np.ndarray, knobs: Knobs) -> Floats:
    """The activity that each fifth of the plants can keep up, users x plants."""
    fed = np.ones((len(state.owed), BINS))
    with np.errstate(divide="ignore", invalid="ignore"):
        can = np.where(needed > 0, np.minimum(1.0, state.held / needed), 1.0)
    np.minimum.at(fed, of, can)
    low = fed < knobs.halt_below
    state.stopped = np.where(low, knobs.restart_weeks, np.maximum(0.0, state.stopped - 1))
    return np.where(low, 0.0, fed * (1 - np.minimum(1.0, state.stopped)))
