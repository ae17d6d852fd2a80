"""What the engine can run with: the widest range of each knob."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WEEKS = (0.0, 520.0)
_SOME_WEEKS = (1.0, 520.0)
_PART = (0.0, 1.0)
_TIMES = (0.0, 100.0)

LIMITS: Mapping[str, tuple[float, float]] = {
    "order_weeks": _SOME_WEEKS,
    "smoothing": _PART,
    "market_cover": _WEEKS,
    "user_cover": _SOME_WEEKS,
    "user_cover_sigma": (0.0, 2.0),
    "hoarding": _TIMES,
    "unwinding": (1.0, 100.0),
    "rerouting": _TIMES,
    "contract": _PART,
    "price_speed": _PART,
    "scarcity": (0.0, 10.0),
    "panic": (0.0, 10.0),
    "home_scarcity": (0.0, 10.0),
    "repricing": _PART,
    "elasticity": _TIMES,
    "halt_below": _PART,
    "restart_weeks": _WEEKS,
    "overtime": _PART,
    "triage": _PART,
    "substitution": _TIMES,
    "substitution_delay": _WEEKS,
    "substitution_weeks": _SOME_WEEKS,
    "look_alike": _PART,
    "review_weeks": (0.01, 100.0),
    "throughput": _TIMES,
    "granted": _TIMES,
    "reapply": _PART,
    "smuggled": _TIMES,
    "seized": _TIMES,
    "demand": _TIMES,
}
"""Weeks that divide, and stocks that plants use from, are at least 1; parts are at most 1."""
