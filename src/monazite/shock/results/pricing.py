"""Prices of goods by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.results.banding import band
from monazite.shock.results.outcome import Price

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.shock.runs.bands import Bands
    from monazite.shock.runs.case import Case

_NAMES = (
    "inner", "spot", "contract", "weighted", "at_spot",
    "without_inner", "without_spot", "without_weighted",
)  # fmt: skip


def prices(case: Case, months: Sequence[str], found: Mapping[str, Bands]) -> tuple[Price, ...]:
    """Every good's, in every month of the run."""
    return tuple(
        Price(good, month, *(band(found[name], m, n) if name in found else None for name in _NAMES))
        for n, good in enumerate(case.goods)
        for m, month in enumerate(months)
    )
