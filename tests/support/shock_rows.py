"""Rows of a comparison with history, by hand: kept, missed, never, kept anyway, without a mark."""

from __future__ import annotations

from math import inf, nan

from monazite.shock.validation.observed import Observation
from monazite.shock.validation.rows import Row


def seen(
    case: str, reading: str, of: str, when: str, observed: float, unit: str,
    low: float = -inf, high: float = inf,
) -> Observation:  # fmt: skip
    """An observation; without ends it has no mark."""
    marked = (low, high) != (-inf, inf)
    return Observation(
        f"{case}-{of}-{when}", case, reading, of, when, observed, low, high, marked, unit, 0.0, 0.0,
        "a source", "reported", "",
    )  # fmt: skip


def rows() -> list[Row]:
    """Five rows of three cases."""
    flow = seen("V1", "flow", "magnets/WORLD", "2025-05", 1238, "t", 866.6, 1609.4)
    share = seen("V2", "approved", "europe", "2025-06-04", 0.25, "part", 0.17, 0.33)
    never = seen("V3", "first_halt", "traction", "2025-04-04", 7.57, "weeks", 6.4, 8.7)
    lost = seen("V3", "lost", "traction", "2025-04-04..2025-10-03", 0.005, "part", 0, 0.02)
    shown = seen("V1", "flow", "magnets/USA", "2025-05", 46, "t")
    return [
        Row(flow, 900, 1300, 1800, 0, 1300 / 1238 - 1, 5300, "kept"),
        Row(share, 0.1, 0.15, 0.2, 0, -0.1, nan, "missed"),
        Row(never, 9, inf, inf, 0.7, inf, inf, "missed"),
        Row(lost, 0, 0.004, 0.01, 0, -0.001, 0, "kept_without"),
        Row(shown, 20, 40, 80, 0, 40 / 46 - 1, 700, None),
    ]
