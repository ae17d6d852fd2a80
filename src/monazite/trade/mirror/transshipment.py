"""Transshipment after a control: matched excess on both legs of a way round.

Formula B7 (ours): after the control, the excess of a leg in a month is what exceeds the 0.9
quantile of the 24 months before it. Goods that pass through a third country show on both legs,
the second up to two months later; so matched(lag) = sum over months of min(excess inward in t,
excess outward in t + lag), less what new production there could have sent, and the score is the
best lag's matched mass over the direct flow that was lost, times the lesser robust z of the legs.
A score orders; it proves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.trade.mirror.regression import mad_scale

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from monazite.trade.mirror.controls import Control
    from monazite.trade.mirror.panel import Panel

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]

BEFORE, AFTER = 24, 24
"""Months looked at before and after a control."""
LEAST_BEFORE, LEAST_AFTER = 12, 3
USUAL = 0.9
LAGS = (0, 1, 2)
LARGEST_Z = 10.0
"""A leg that was empty before has no spread; without a bound its z would know none."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Matched excess in kg, its lag, the direct flow lost, and how far each leg rose."""

    score: float
    matched_kg: float
    lost_kg: float
    share_of_lost: float
    lag_months: int
    z_inward: float
    z_outward: float


@dataclass(frozen=True, slots=True)
class Excess:
    """What one third country's legs show after a control.

    `first_seen`: nothing came to the target from there in any month known before, twelve at
    least; `outward_kg` is what came since. Without `figures`, `reason` says why: too_few_before,
    too_few_after, direct_flow_unknown, nothing_lost.
    """

    third: str
    code: str
    months_before: int
    months_after: int
    first_seen: bool
    outward_kg: float
    figures: Figures | None
    reason: str

    @property
    def score(self) -> float:
        """The score, 0 where there is none."""
        return self.figures.score if self.figures else 0.0


@dataclass(frozen=True, slots=True)
class _Windows:
    """Which months lie before a control, the last 24 of them, and the first 24 under it."""

    all_before: Mask
    before: Mask
    after: Mask


def matched_excess(
    panel: Panel, control: Control, capacity_growth_kg_month: Mapping[str, float] | None = None
) -> tuple[Excess, ...]:
    """The excess of every third country of a panel, the highest score first.

    Args:
        panel: legs by month (`panel.panel`).
        control: whose date divides the months.
        capacity_growth_kg_month: by third country, what production there has grown by since.
    """
    growth = capacity_growth_kg_month or {}
    months = _windows(panel.months, control)
    lost = _lost(panel.direct, months)
    found = [
        _excess(panel, number, months, lost, growth.get(third, 0.0))
        for number, third in enumerate(panel.thirds)
    ]
    return tuple(sorted(found, key=lambda one: (-one.score, one.figures is None, one.third)))


def _windows(months: NDArray[np.int64], control: Control) -> _Windows:
    last, first = control.last_month_before, control.first_month
    return _Windows(
        all_before=months <= last,
        before=(months <= last) & (months > last - BEFORE),
        after=(months >= first) & (months < first + AFTER),
    )


def _lost(direct: Floats, months: _Windows) -> float | None:
    """How much less than its median month before came directly, summed over the months known."""
    usual, since = _known(direct, months.before), _known(direct, months.after)
    if len(usual) < LEAST_BEFORE or not len(since):
        return None
    return max(0.0, float(np.sum(np.median(usual) - since)))


def _excess(
    panel: Panel, number: int, months: _Windows, lost: float | None, growth: float
) -> Excess:
    """What the legs of one third country show."""
    inward, outward = panel.inward[number], panel.outward[number]
    known = np.isfinite(inward) & np.isfinite(outward)
    before, after = int((known & months.before).sum()), int((known & months.after).sum())
    reason = _reason(before, after, lost)
    return Excess(
        third=panel.thirds[number],
        code=panel.code,
        months_before=before,
        months_after=after,
        first_seen=_first_seen(outward, months),
        outward_kg=float(_known(outward, months.after).sum()),
        figures=None if reason or not lost else _figures(inward, outward, months, lost, growth),
        reason=reason,
    )


def _reason(before: int, after: int, lost: float | None) -> str:
    """Why nothing can be said; empty where something can."""
    if before < LEAST_BEFORE:
        return "too_few_before"
    if after < LEAST_AFTER:
        return "too_few_after"
    if lost is None:
        return "direct_flow_unknown"
    return "" if lost > 0 else "nothing_lost"


def _figures(
    inward: Floats, outward: Floats, months: _Windows, lost: float, growth: float
) -> Figures:
    excess_in = _over_usual(inward, months)
    excess_out = np.maximum(_over_usual(outward, months) - growth, 0.0)
    by_lag = [_matched(excess_in, excess_out, lag) for lag in LAGS]
    lag = int(np.argmax(by_lag))
    z_in, z_out = _robust_z(inward, months), _robust_z(outward, months)
    return Figures(
        score=by_lag[lag] / lost * min(z_in, z_out),
        matched_kg=by_lag[lag],
        lost_kg=lost,
        share_of_lost=by_lag[lag] / lost,
        lag_months=LAGS[lag],
        z_inward=z_in,
        z_outward=z_out,
    )


def _over_usual(leg: Floats, months: _Windows) -> Floats:
    """By month since, what exceeds the 0.9 quantile before; an unknown month, nothing."""
    usual = np.quantile(_known(leg, months.before), USUAL)
    return np.nan_to_num(np.maximum(leg[months.after] - usual, 0.0))


def _matched(excess_in: Floats, excess_out: Floats, lag: int) -> float:
    """What shows on both legs, the second `lag` months later."""
    return float(np.minimum(excess_in[: len(excess_in) - lag], excess_out[lag:]).sum())


def _robust_z(leg: Floats, months: _Windows) -> float:
    """How far the median month rose, in robust spreads of the months before; 0 to 10.

    A single large shipment moves no median: growth has to last for half of the months.
    """
    before, after = _known(leg, months.before), _known(leg, months.after)
    rise = float(np.median(after) - np.median(before))
    spread = mad_scale(before) or float(np.std(before))
    if rise <= 0:
        return 0.0
    return min(rise / spread, LARGEST_Z) if spread > 0 else LARGEST_Z


def _first_seen(outward: Floats, months: _Windows) -> bool:
    """Whether nothing was seen in at least twelve known months before, and something since."""
    before, after = _known(outward, months.all_before), _known(outward, months.after)
    return len(before) >= LEAST_BEFORE and not before.any() and bool((after > 0).any())


def _known(leg: Floats, mask: Mask) -> Floats:
    """The known months of a window."""
    chosen = leg[mask]
    return chosen[np.isfinite(chosen)]
