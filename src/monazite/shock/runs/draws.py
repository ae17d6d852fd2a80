"""Draws of the parameters: scrambled Sobol points, none correlated with another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.special import betaincinv, ndtr, ndtri
from scipy.stats import qmc

from monazite.errors import InputError
from monazite.shock.engine.knobs import Knobs
from monazite.shock.parameters.distributions import Beta, Fixed, Lognormal, Triangular, Uniform

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.model.model import Floats
    from monazite.shock.parameters.distributions import Distribution
    from monazite.shock.parameters.parameters import Parameters

MOST = 2**20
"""Draws at most."""


def drawn(parameters: Parameters, number: int, seed: int) -> Draws:
    """So many draws; of one draw the median of every parameter.

    The first draws of two numbers of draws are the same; a fixed parameter moves no other's draws.
    InputError field "draws" or "seed".
    """
    _check_seed(seed)
    if number == 1:
        points = np.full((1, len(parameters.rows)), 0.5)
    else:
        points = sobol_points(len(parameters.rows), number, seed)
    return knobs_at(parameters, points)


def sobol_points(dimensions: int, number: int, seed: int) -> Floats:
    """Points of the unit cube, points x dimensions (Sobol 1967, Owen's scrambling)."""
    if not 0 < number <= MOST:
        raise InputError("draws", number, f"a whole number from 1 to {MOST:,}")
    _check_seed(seed)
    engine = qmc.Sobol(dimensions, scramble=True, rng=np.random.default_rng(seed))
    found = engine.random_base2((number - 1).bit_length())
    return np.asarray(found[:number], np.float64)


def _check_seed(seed: int) -> None:
    if seed < 0:
        raise InputError("seed", seed, "0, or a whole number above it")


def knobs_at(parameters: Parameters, points: Floats) -> Draws:
    """The parameters where their distribution functions take these values, points x parameters."""
    columns: dict[str, Any] = {
        row.knob: quantile(row.distribution, row.least, row.most, column)
        for row, column in zip(parameters.rows, points.T, strict=True)
    }
    return Knobs(**columns)


def quantile(found: Distribution, least: float, most: float, at: Floats) -> Floats:
    """The inverse of a distribution function that is cut off at least and most."""
    match found:
        case Fixed(value):
            return np.full(len(at), value)
        case Uniform(low, high):
            return low + at * (high - low)
        case Triangular(low, mode, high):
            turn = (mode - low) / (high - low)
            rising = low + np.sqrt(at * (high - low) * (mode - low))
            falling = high - np.sqrt((1 - at) * (high - low) * (high - mode))
            return np.where(at < turn, rising, falling)
        case Lognormal(median, sigma):
            low, high = (_normal(bound, median, sigma) for bound in (least, most))
            within = low + at * (high - low)
            return np.asarray(np.clip(median * np.exp(sigma * ndtri(within)), least, most))
        case Beta(low, high, a, b):
            return np.asarray(low + (high - low) * betaincinv(a, b, at))


def _normal(bound: float, median: float, sigma: float) -> float:
    return float(ndtr(np.log(bound / median) / sigma)) if bound > 0 else 0.0
