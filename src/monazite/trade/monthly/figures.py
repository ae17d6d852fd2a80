"""A figure: a value with its unit, its rows and their confidence, or the reason why there is none.

The arithmetic here never invents: an unknown input gives an unknown figure with its reason, and
the confidence of a computed figure is the weakest of its inputs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypedDict

from monazite.trade.monthly.published import CENT, Interval, percent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

Measure = Literal["tonnes", "usd_million"]
Basis = Literal["mom", "yoy"]
UNITS: dict[Measure, str] = {"tonnes": "t", "usd_million": "USD million"}

CONFIDENCES = ("reported", "derived", "derived-weak")
"""From the strongest to the weakest."""
REASONS = ("joined", "not_published_here", "zero_base", "not_a_month")
"""Why a figure is unknown: a joined release, no row here, a base of zero, no month to compare."""


class FigureDocument(TypedDict):
    """The JSON form of a figure; `source` lists row ids, separated by a comma and a space."""

    value: float | int | None
    unit: str
    source: str | None
    confidence: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, or none and why; `interval` is known only where all digits are as printed."""

    value: Decimal | None
    unit: str
    sources: tuple[str, ...] = ()
    confidence: str | None = None
    reason: str | None = None
    interval: Interval | None = None

    def document(self) -> FigureDocument:
        """The figure as JSON: numbers, never text and never NaN."""
        return {
            "value": plain(self.value),
            "unit": self.unit,
            "source": ", ".join(self.sources) or None,
            "confidence": self.confidence,
            "reason": self.reason,
        }


def plain(value: Decimal | None) -> float | int | None:
    """A decimal as a JSON number: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def unknown(unit: str, reason: str, sources: tuple[str, ...] = ()) -> Figure:
    """A figure without a value, and why; its sources are the rows that show the reason."""
    return Figure(None, unit, sources, None, reason)


def weakest(*figures: Figure) -> str:
    """The weakest confidence among known figures."""
    return max((f.confidence or CONFIDENCES[-1] for f in figures), key=CONFIDENCES.index)


def sources_of(*figures: Figure) -> tuple[str, ...]:
    """The rows of all figures, each once, in order."""
    return tuple(dict.fromkeys(source for figure in figures for source in figure.sources))


def total(parts: Sequence[Figure]) -> Figure:
    """The sum of known figures of one unit; rounding adds up where all of it is known."""
    first, *rest = parts
    value, interval = first.value, first.interval
    for part in rest:
        value = value + part.value if value is not None and part.value is not None else None
        interval = interval + part.interval if interval and part.interval else None
    return Figure(value, first.unit, sources_of(*parts), weakest(*parts), None, interval)


def ratio(above: Figure, below: Figure, unit: str, scale: int) -> Figure:
    """One figure for each unit of another, times a scale, to two decimals."""
    if above.value is None or below.value is None:
        return _unknown_of(above, below, unit)
    if below.value == 0:
        return unknown(unit, "zero_base", below.sources)
    value = (above.value * scale / below.value).quantize(CENT)
    return Figure(value, unit, sources_of(above, below), weakest(above, below))


def change(now: Figure, base: Figure, published: Figure | None) -> Figure:
    """The change in per cent from base to now, to two decimals.

    Two printed levels beat a printed change, which has fewer digits; a printed change beats levels
    that were derived, often from that very change.
    """
    computed = _computed_change(now, base)
    if published is None or (computed.value is not None and computed.confidence == "reported"):
        return computed
    return published


def _computed_change(now: Figure, base: Figure) -> Figure:
    if now.value is None or base.value is None:
        return _unknown_of(now, base, "%")
    if base.value == 0:
        return unknown("%", "zero_base", base.sources)
    value = percent(now.value, base.value).quantize(CENT)
    return Figure(value, "%", sources_of(now, base), weakest(now, base))


def _unknown_of(first: Figure, second: Figure, unit: str) -> Figure:
    """Unknown for the reason of the first input that is unknown."""
    cause = first if first.value is None else second
    return unknown(unit, cause.reason or REASONS[1], cause.sources)
