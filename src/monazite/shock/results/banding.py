"""Bands of arrays, number by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.results.outcome import Band

if TYPE_CHECKING:
    from monazite.shock.runs.bands import Bands


def band(found: Bands, *at: int) -> Band | None:
    """The band at a place; None where no draw has the number."""
    return sure(found, *at) if found.known[at] else None


def sure(found: Bands, *at: int) -> Band:
    """The band of what every draw has."""
    return Band(*(_plain(each[at]) for each in found[:3]))


def _plain(number: float) -> float:
    """Eight digits: what is behind them float32 never held."""
    return float(f"{number:.8g}")
