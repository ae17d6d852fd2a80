"""One plant that may be built, and many of them as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.response.setting import Plants

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.response.setting import Way


class Plant(NamedTuple):
    """One row of `Plants`."""

    name: str
    project: str
    way: Way
    market: int
    inputs: tuple[tuple[int, float], ...]
    besides: tuple[tuple[int, float], ...]
    ready: int
    from_month: int
    until_month: int
    least: float
    most: float
    fixed: float
    capex: float
    running: float
    floor: float
    whole: bool


def columns(found: Sequence[Plant]) -> Plants:
    """Plants as columns."""
    rows = list(zip(*found, strict=True)) or [()] * len(Plant._fields)
    whole, ints = (np.bool_, {"market", "ready", "from_month", "until_month"})
    words = {"name", "project", "way", "inputs", "besides"}
    made = {
        name: tuple(row)
        if name in words
        else np.array(row, np.int64 if name in ints else whole if name == "whole" else float)
        for name, row in zip(Plant._fields, rows, strict=True)
    }
    return Plants(**made)  # type: ignore[arg-type] # each is what its field is
