"""Learn one head: trees as many as pay on later rows, calibrated on what was later than they."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import lightgbm as lgb
import numpy as np

from monazite.watch.targeting.features.features import Features, learned
from monazite.watch.targeting.learning.boosting import grown
from monazite.watch.targeting.learning.calibration import Calibration, calibrated
from monazite.watch.targeting.learning.folds import tried, warm
from monazite.watch.targeting.learning.trees import Leaves, Read, leaves, read

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from monazite.watch.targeting.features.cells import Cells
    from monazite.watch.targeting.features.features import Rows
    from monazite.watch.targeting.settings import Settings

    Floats = npt.NDArray[np.float64]
    Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """What was learned of one kind of outcome.

    groups: what its contributions are told by; scores: of the rows on which it was calibrated,
    each told by trees that had not seen it; outcomes: of the same rows.
    """

    features: Features
    booster: lgb.Booster
    calibration: Calibration
    leaves: Leaves
    groups: tuple[str, ...]
    scores: Floats
    outcomes: Floats

    def read(self, rows: Rows) -> Read:
        """Margins and contributions of rows of its features."""
        return read(self.booster, self.leaves, rows)


def grouped(features: Features) -> tuple[tuple[str, ...], npt.NDArray[np.int64]]:
    """What contributions are told by, and the group of each feature."""
    names = tuple(dict.fromkeys(one.what for one in features.names))
    return names, np.array([names.index(one.what) for one in features.names], dtype=np.int64)


def head(features: Features, text: str, calibration: Calibration, past: tuple[Floats, Floats]
) -> Head:  # fmt: skip
    """A head from its features, its trees as LightGBM writes them, and its calibration."""
    booster = lgb.Booster(model_str=text)
    groups, group_of = grouped(features)
    known = leaves(booster, group_of, len(groups))
    return Head(features, booster, calibration, known, groups, *past)


def fitted(cells: Cells, found: Floats, settings: Settings, told: Told | None = None) -> Head:
    """Learn from a table; told: how many fits are done, and how many there are."""
    tries = tried(cells, found, settings, told)
    trees = tries.best()
    if told:
        told(settings.folds, settings.folds + 1)
    features, rows = learned(cells, found, settings)
    use = ~np.isnan(found) & warm(cells.days, settings)
    booster = grown(rows[use], found[use], trees, settings)
    calibration = calibrated(tries.margins[trees], tries.outcomes)
    past = calibration.risk(tries.margins[trees]), tries.outcomes
    return head(features, booster.model_to_string(), calibration, past)
