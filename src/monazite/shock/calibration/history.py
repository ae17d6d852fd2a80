"""History matching: throw away what cannot be true, wave by wave.

A draw is implausible by I = |observed - simulated| / sqrt(var_observed + var_model), the worst of
all numbers observed; what is above 3 is thrown away (Vernon, Goldstein, Bower 2010, Galaxy
formation: a Bayesian uncertainty analysis, Bayesian Analysis 5(4)). What is left is not the one
true set but all that nobody can rule out. The model is fast, so that every draw is run and no
emulator stands in for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.stats import qmc

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from monazite.shock.model.model import Floats

CUT = 3.0
"""Three standard deviations hold 95 % of any distribution with one peak (Pukelsheim 1994)."""
SURVIVING = 0.05
"""The part of a wave that goes on where none of it is plausible yet."""
WIDER = 1.2
"""How much wider than what is left the next wave looks: its edge may be plausible beyond. In twenty
directions at once half as wide again would leave little that is plausible."""
_FEWEST = 2
TINY = 1e-12
"""Variance of what does not vary at all."""
_LEAST = 1e-3
"""Part of a range that a wave spreads at least: nothing is fixed by chance."""


class Target(NamedTuple):
    """A number observed; the standard deviations of the observation and of what the model omits."""

    name: str
    observed: float
    deviation: float
    discrepancy: float


class Range(NamedTuple):
    """From where to where a parameter may lie."""

    least: float
    most: float


class Wave(NamedTuple):
    """One round: draws run, plausible ones, the least implausible, and at which I it was cut."""

    tried: int
    plausible: int
    best: float
    cut: float


class Matched(NamedTuple):
    """What is left: ranges by parameter; kept: draws x parameters, and their implausibility.

    Where no draw of the last wave is plausible the best of it are kept, `waves[-1].cut` is above 3,
    and the ranges are those of a model that does not agree with history.
    """

    ranges: Mapping[str, Range]
    kept: Floats
    implausibility: Floats
    waves: tuple[Wave, ...]


def implausibility(targets: Sequence[Target], simulated: Mapping[str, Floats]) -> Floats:
    """I of each draw; infinite where a number cannot be read."""
    found = [
        np.abs(simulated[one.name] - one.observed) / np.hypot(one.deviation, one.discrepancy)
        for one in targets
    ]
    return np.asarray(np.nan_to_num(np.max(found, axis=0), nan=np.inf, posinf=np.inf))


def match(
    simulate: Callable[[Mapping[str, Floats], Callable[[int], None]], Mapping[str, Floats]],
    targets: Sequence[Target],
    ranges: Mapping[str, Range],
    draws: int,
    waves: int,
    seed: int,
    told: Callable[[int], None] = lambda _: None,
) -> Matched:
    """Waves of Sobol draws: the first in the whole box, each later one round what the last left.

    What is left lies aslant in the box (more stocks go with less substitution), so that later waves
    are normal with the means and the covariance of what is left, widened, and folded into the box.

    simulate: from parameters to the targets' numbers, one of each for each draw, telling how many
    are done; ranges: of the parameters that are looked for; told: is called with the number of
    draws done in all waves.
    """
    names, record = tuple(ranges), []
    kept, worst = np.empty((0, len(names))), np.empty(0)
    for wave in range(waves):
        tried = (
            draw(ranges, draws, seed + wave) if not wave else near(kept, ranges, draws, seed + wave)
        )
        columns = dict(zip(names, tried.T, strict=True))
        found = implausibility(targets, simulate(columns, _after(told, wave * draws)))
        cut = max(CUT, float(np.sort(found)[max(_FEWEST, int(SURVIVING * draws)) - 1]))
        kept, worst = tried[found <= cut], found[found <= cut]
        record.append(Wave(draws, int((found <= CUT).sum()), float(found.min()), cut))
    left = {
        name: Range(float(x.min()), float(x.max())) for name, x in zip(names, kept.T, strict=True)
    }
    return Matched(left, kept, worst, tuple(record))


def _after(told: Callable[[int], None], before: int) -> Callable[[int], None]:
    return lambda done: told(before + done)


def near(kept: Floats, ranges: Mapping[str, Range], draws: int, seed: int) -> Floats:
    """Sobol draws of a normal distribution round what is left, in the box, draws x parameters.

    What falls beyond a wall is mirrored at it: cut off, it would heap up on the wall.
    """
    low, high = (np.array(end) for end in zip(*ranges.values(), strict=True))
    spread = np.atleast_2d(np.cov(kept.T)) * WIDER**2 + np.diag((_LEAST * (high - low)) ** 2 + TINY)
    unit = qmc.MultivariateNormalQMC(kept.mean(axis=0), spread, seed=seed).random(draws)
    width = np.maximum(high - low, TINY)
    return np.asarray(low + np.abs((unit - low + width) % (2 * width) - width))


def draw(box: Mapping[str, Range], draws: int, seed: int) -> Floats:
    """Sobol draws in a box, draws x parameters; a power of two covers it evenly."""
    low, high = (np.array(end) for end in zip(*box.values(), strict=True))
    unit = qmc.Sobol(len(box), seed=seed).random(draws)
    return np.asarray(low + unit * (high - low))
