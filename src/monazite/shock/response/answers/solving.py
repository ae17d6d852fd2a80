"""A programme solved, with what must be kept; where that cannot be, as far as it can."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.programme.elastic import relaxed
from monazite.shock.programme.highs import solve

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.shock.programme.programme import Programme, Solution

WISHES = ("service", "cap")
"""Rows that may be broken where they cannot be kept."""


def kept(
    programme: Programme,
    seconds: float | None,
    told: Callable[[float], None] = lambda _: None,
) -> tuple[Solution, bool]:
    """The optimum, and whether all wishes are kept; else the best that breaks them least."""
    found = solve(programme, seconds=seconds, told=lambda done, _: told(done))
    if found.status != "infeasible":
        return found, True
    return relaxed(programme, WISHES, seconds=seconds).solution, False


def freed(programme: Programme) -> Programme:
    """The programme without any wish."""
    upper = programme.row_upper.copy()
    for name in WISHES:
        start, shape = programme.row_blocks[name]
        upper[start : start + int(np.prod(shape))] = np.inf
    return replace(programme, row_upper=upper)
