"""Sums of money as they are told: without the dust of floats."""

from __future__ import annotations

from math import isclose

_DOLLARS = 6
"""Decimals of a million US$: a dollar."""
_LEEWAY = 1e-6
"""Part of a budget that is the solver's own leeway."""


def musd(value: float) -> float:
    """Million US$ to the dollar, never -0."""
    return round(float(value), _DOLLARS) + 0.0


def within(spent: float, budget: float) -> float:
    """Public money, million US$; the budget where only the solver's leeway is beyond it."""
    return budget if spent > budget and isclose(spent, budget, rel_tol=_LEEWAY) else musd(spent)
