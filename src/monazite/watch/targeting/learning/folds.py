"""Trees held against later rows, each stretch told by a past that ends before it.

The later half of the table is cut into stretches of time. For each, everything is learned from the
rows before it, profiles and trees alike, as a model in use would have been; so what is measured is
what a model is worth from the day after its last. The measured margins choose how many trees pay,
and calibrate them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.errors import InputError
from monazite.watch.targeting.features.cells import Cells
from monazite.watch.targeting.features.features import learned
from monazite.watch.targeting.learning.boosting import grown
from monazite.watch.targeting.table.table import part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy.typing as npt

    from monazite.watch.targeting.settings import Settings

    Floats = npt.NDArray[np.float64]
    Flags = npt.NDArray[np.bool_]
    Told = Callable[[int, int], None]

_STEP = 25


class Tried(NamedTuple):
    """Margins of later rows by the number of trees, and the outcomes of the same rows."""

    margins: dict[int, Floats]
    outcomes: Floats

    def best(self) -> int:
        """The number of trees with the least logarithmic loss."""
        return min(self.margins, key=lambda trees: _loss(self.margins[trees], self.outcomes))


def tried(cells: Cells, found: Floats, settings: Settings, told: Told | None) -> Tried:
    """Learn before each stretch, look at it after.

    Raises:
        InputError: field "time" where no stretch and what is before it hold both outcomes.
    """
    margins: dict[int, list[Floats]] = {}
    outcomes: list[Floats] = []
    for done, (before, after) in enumerate(_stretches(cells.days, found, settings)):
        if told:
            told(done, settings.folds + 1)
        past = Cells(part(cells.table, before), cells.schema)
        features, rows = learned(past, found[before], settings)
        use = ~np.isnan(found[before]) & warm(past.days, settings)
        booster = grown(rows[use], found[before][use], settings.most_trees, settings)
        later, _ = features.of(Cells(part(cells.table, after), cells.schema))
        for trees in range(_STEP, settings.most_trees + 1, _STEP):
            margin = booster.predict(later, raw_score=True, num_iteration=trees, num_threads=1)
            margins.setdefault(trees, []).append(np.asarray(margin))
        outcomes.append(found[after])
    if not outcomes:
        raise InputError("time", cells.schema.time, "days far enough apart that what was found"
                         " early and late both holds some of each outcome")  # fmt: skip
    pooled = {trees: np.concatenate(parts) for trees, parts in margins.items()}
    return Tried(pooled, np.concatenate(outcomes))


def warm(days: npt.NDArray[np.int64], settings: Settings) -> Flags:
    """Rows late enough to have a past to be told by."""
    return np.asarray(days >= _quantile(days, settings.warm_up))


def _stretches(
    days: npt.NDArray[np.int64], found: Floats, settings: Settings
) -> Iterator[tuple[Flags, Flags]]:
    """All rows before a day, and the labelled ones of the stretch after it."""
    looked = ~np.isnan(found)
    edges = [
        _quantile(days[looked], 0.5 + 0.5 * fold / settings.folds) for fold in range(settings.folds)
    ]
    for first, last in zip(edges, [*edges[1:], days.max() + 1], strict=True):
        before, after = days < first, looked & (days >= first) & (days < last)
        if all({0.0, 1.0} <= set(found[rows]) for rows in (before, after)):
            yield before, after


def _quantile(days: npt.NDArray[np.int64], share: float) -> int:
    return int(np.quantile(days, share, method="lower"))


def _loss(margins: Floats, found: Floats) -> float:
    """The mean logarithmic loss."""
    return float(np.mean(np.logaddexp(0.0, margins) - found * margins))
