"""The bands of a run: exact where all draws are kept, else of sketches, block by block."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from monazite.shock.engine.knobs import Knobs
from monazite.shock.runs.bands import bands
from monazite.shock.runs.sketch import ERROR, FINE, sketch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.model.model import Floats
    from monazite.shock.runs.bands import Bands
    from monazite.shock.runs.sketch import Sketch

Told = Callable[[int], None]
"""Is called with the number of draws that are done."""
KEPT = 4096
"""Draws that are kept at once: at 50 countries, 30 goods and 156 weeks some hundred megabytes."""
WEEKS = {"first_week", "other_first_week", "weeks_later"}
"""Figures that are whole numbers."""


def summary(
    figures_of: Callable[[Draws, Told], Mapping[str, Floats]], knobs: Draws, told: Told
) -> Mapping[str, Bands]:
    """Bands over the draws of every figure that is made of a block of them (draw as last index).

    Memory does not grow with the number of draws.
    """
    number = len(knobs.demand)
    if number <= KEPT:
        return {name: bands(numbers) for name, numbers in figures_of(knobs, told).items()}
    merged: dict[str, Sketch] = {}
    for start in range(0, number, KEPT):
        part: Draws = Knobs(*(column[start : start + KEPT] for column in knobs))
        for name, numbers in figures_of(part, after(start, told)).items():
            one = sketch(numbers, FINE if name in WEEKS else ERROR)
            merged[name] = merged[name].merged(one) if name in merged else one
    return {name: one.bands() for name, one in merged.items()}


def after(start: int, told: Told) -> Told:
    """Tell of a block's draws as of those of the run."""
    return lambda done: told(start + done)
