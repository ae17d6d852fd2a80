"""Fit boosted trees with LightGBM: one thread, the same trees from the same rows every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import lightgbm as lgb

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from monazite.watch.targeting.settings import Settings

    Floats = npt.NDArray[np.float64]
    Rows = npt.NDArray[np.float32]

_SHARE = 0.5
"""Features that a tree chooses among: profiles of one key say much the same as its pairs."""
_SAMPLE = 0.8


def grown(rows: Rows, found: Floats, trees: int, settings: Settings) -> lgb.Booster:
    """So many trees for the log-odds that something is found."""
    parameters = {
        "objective": "binary", "learning_rate": settings.rate, "num_leaves": settings.leaves,
        "min_data_in_leaf": settings.least_rows, "feature_fraction": _SHARE,
        "bagging_fraction": _SAMPLE, "bagging_freq": 1, "seed": settings.seed, "num_threads": 1,
        "deterministic": True, "force_row_wise": True, "verbose": -1,
    }  # fmt: skip
    return lgb.train(parameters, lgb.Dataset(rows, found), trees)
