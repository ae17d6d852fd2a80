"""Shares as what they are: a numerator, a denominator, and how sure one can be of a few."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

from monazite.licensing.figures.counts import Cell  # noqa: TC001 - read when a schema is made

if TYPE_CHECKING:
    from monazite.licensing.figures.counts import Counts

LEVEL = 0.95
"""Of every interval and band here."""
Z = NormalDist().inv_cdf(0.5 + LEVEL / 2)


@dataclass(frozen=True, slots=True)
class Share:
    """numerator of denominator; value: their quotient, None where reason says why there is none.

    low, high: Wilson's interval, where a share of later cases is to be guessed from these.
    """

    numerator: Cell
    denominator: Cell
    value: float | None
    low: float | None
    high: float | None
    reason: str


def among_decided(counts: Counts) -> Share:
    """Granted among those decided on their merits, with Wilson's interval."""
    return share(counts.granted, counts.decided, "nothing_decided", interval=True)


def among_applied(counts: Counts) -> Share:
    """Granted among all that were applied for: of these very cases, so without an interval."""
    return share(counts.granted, counts.applied, "nothing_applied", interval=False)


def share(numerator: Cell, denominator: Cell, none: str, *, interval: bool) -> Share:
    """The share; none: the reason where the denominator is 0."""
    if numerator is None or denominator is None:
        return Share(None, None, None, None, None, "hidden")
    if not denominator:
        return Share(numerator, denominator, None, None, None, none)
    low, high = wilson(numerator, denominator) if interval else (None, None)
    return Share(numerator, denominator, numerator / denominator, low, high, "")


def wilson(numerator: int, denominator: int) -> tuple[float, float]:
    """Wilson's score interval of a proportion, without a correction for continuity (1927)."""
    p, n, z2 = numerator / denominator, denominator, Z * Z
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z / (1 + z2 / n) * (p * (1 - p) / n + z2 / (4 * n * n)) ** 0.5
    return min(max(centre - half, 0.0), p), max(min(centre + half, 1.0), p)  # rounding aside
