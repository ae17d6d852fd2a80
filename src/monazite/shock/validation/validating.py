"""Run every case and hold it against what happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from monazite.shock.parameters.reading import packaged
from monazite.shock.runs.draws import drawn
from monazite.shock.static.usgs import compared
from monazite.shock.validation.cases import CASES, look, ready
from monazite.shock.validation.observed import observations
from monazite.shock.validation.rows import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.shock.validation.rows import Row


def validate(
    draws: int, seed: int, told: Callable[[str, int], None] = lambda _case, _done: None
) -> list[Row]:
    """A row for each observation of every case and of the static mode, hits and misses alike.

    told: is called with the year of a case and its draws that are done. Only here are the
    observations of other years than 2025 read. InputError field "draws" or "seed".
    """
    knobs = drawn(packaged(), draws, seed)
    found: list[Row] = []
    for case in CASES:
        seen = look(ready(case), knobs, partial(told, case.year))
        found += compare(observations(case.year), seen)
    return found + compared(draws, seed)
