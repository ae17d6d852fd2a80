"""Which parameters a result depends on: variance-based sensitivities.

First-order indices by Saltelli et al. (2010), Computer Physics Communications 181, table 2 (b);
total-order ones by Jansen (1999), table 2 (f) of the same paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.runs.draws import sobol_points

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats


class Indices(NamedTuple):
    """Parts of the variance, results x parameters, NaN where a result does not vary.

    first: what a parameter explains alone; total: what would be left if all others were known;
    first_error, total_error: their standard errors.
    """

    first: Floats
    total: Floats
    first_error: Floats
    total_error: Floats


def design(parameters: int, number: int, seed: int) -> Floats:
    """Points at which to compute: number x (parameters + 2) of them, in the unit cube.

    First `number` points A, then as many B, then for each parameter A with its column out of B.
    """
    both = sobol_points(2 * parameters, number, seed)
    a, b = both[:, :parameters], both[:, parameters:]
    mixed = np.repeat(a[None], parameters, axis=0)
    for at in range(parameters):
        mixed[at, :, at] = b[:, at]
    return np.concatenate([a, b, mixed.reshape(-1, parameters)])


def indices(results: Floats, parameters: int) -> Indices:
    """Of results (results x points of the design)."""
    blocks = results.astype(np.float64).reshape(len(results), parameters + 2, -1)
    a, b, mixed = blocks[:, :1], blocks[:, 1:2], blocks[:, 2:]
    # Centred, or the estimators carry the mean's square as noise.
    middle = blocks[:, :2].mean(axis=(1, 2), keepdims=True)
    variance = blocks[:, :2].reshape(len(results), -1).var(axis=1)[:, None, None]
    varies = variance > (1e-9 * np.abs(middle)) ** 2
    scale = np.divide(1.0, variance, out=np.full(variance.shape, np.nan), where=varies)
    first = (b - middle) * (mixed - a) * scale
    total = (a - mixed) ** 2 / 2 * scale
    size = np.sqrt(blocks.shape[2])
    return Indices(
        first.mean(axis=2), total.mean(axis=2), first.std(axis=2) / size, total.std(axis=2) / size
    )
