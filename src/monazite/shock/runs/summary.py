"""The bands of a run: exact where all draws are kept, else of sketches, block by block."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.knobs import Knobs
from monazite.shock.runs.bands import bands
from monazite.shock.runs.sketch import ERROR, FINE, sketch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.model.model import Ints
    from monazite.shock.runs.bands import Bands
    from monazite.shock.runs.figures import Figures
    from monazite.shock.runs.sketch import Sketch

Told = Callable[[int], None]
"""Is called with the number of draws that are done."""
KEPT = 4096
"""Draws that are kept at once: at 50 countries, 30 goods and 156 weeks some hundred megabytes."""
WEEKS = {"first_week", "other_first_week", "weeks_later"}
"""Figures that are whole numbers."""


class Summary(NamedTuple):
    """Bands over the draws by figure, and in how many plants of a user stand, weeks x users."""

    bands: Mapping[str, Bands]
    standing: Ints


def summary(figures_of: Callable[[Draws, Told], Figures], knobs: Draws, told: Told) -> Summary:
    """Of every figure that is made of a block of draws; memory does not grow with their number."""
    number = len(knobs.demand)
    if number <= KEPT:
        found = figures_of(knobs, told)
        exact = {name: bands(numbers) for name, numbers in found.by_draw.items()}
        return Summary(exact, found.standing)
    merged: dict[str, Sketch] = {}
    standing = np.zeros((), np.int64)
    for start in range(0, number, KEPT):
        part: Draws = Knobs(*(column[start : start + KEPT] for column in knobs))
        found = figures_of(part, after(start, told))
        standing = standing + found.standing
        for name, numbers in found.by_draw.items():
            one = sketch(numbers, FINE if name in WEEKS else ERROR)
            merged[name] = merged[name].merged(one) if name in merged else one
    return Summary({name: one.bands() for name, one in merged.items()}, standing)


def after(start: int, told: Told) -> Told:
    """Tell of a block's draws as of those of the run."""
    return lambda done: told(start + done)
