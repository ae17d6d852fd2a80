"""The variations of a sweep: every combination of the values, or Sobol points between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import product
from math import isfinite
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.law.dates import parse_day
from monazite.shock.runs.draws import sobol_points

if TYPE_CHECKING:
    from collections.abc import Sequence

    Point = tuple[str, ...]

_PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Span:
    """Everything between two numbers, percentages or days; unit: what stands behind a number."""

    low: float
    high: float
    unit: str
    days: bool

    def at(self, part: float) -> str:
        """The value at a part of the way, 0 to 1, as a file would say it."""
        if self.days:
            return date.fromordinal(round(self.low + part * (self.high - self.low))).isoformat()
        # Ten digits: what is behind them is the rounding of the way there.
        return f"{self.low + part * (self.high - self.low):.10g}{self.unit}"


def span(low: str, high: str) -> Span | None:
    """Between two texts; None where they are not of one kind."""
    ends = _days(low, high)
    if ends is not None:
        return Span(*ends, "", days=True)
    unit = f" {_PERCENT}" if low.strip().endswith(_PERCENT) else ""
    if bool(unit) != high.strip().endswith(_PERCENT):
        return None
    try:
        first, last = (float(one.strip().removesuffix(_PERCENT)) for one in (low, high))
    except ValueError:
        return None
    return Span(first, last, unit, days=False) if isfinite(first) and isfinite(last) else None


def _days(low: str, high: str) -> tuple[float, float] | None:
    try:
        first, last = (parse_day(one, "day").toordinal() for one in (low, high))
    except InputError:
        return None
    return float(first), float(last)


def spread(along: Span, number: int) -> Point:
    """So many values, both ends included; of one the lower end."""
    return tuple(along.at(n / max(number - 1, 1)) for n in range(number))


def grid(axes: Sequence[Point]) -> tuple[Point, ...]:
    """Every combination, the last axis fastest."""
    return tuple(product(*axes))


def sampled(axes: Sequence[Point | Span], number: int, seed: int) -> tuple[Point, ...]:
    """Sobol points; of values that are listed each is as likely as any other."""
    found = sobol_points(len(axes), number, seed)
    columns = [_along(axis, column.tolist()) for axis, column in zip(axes, found.T, strict=True)]
    return tuple(zip(*columns, strict=True))


def _along(axis: Point | Span, parts: Sequence[float]) -> list[str]:
    if isinstance(axis, Span):
        return [axis.at(part) for part in parts]
    return [axis[int(part * len(axis))] for part in parts]
