"""What stands on a sector in a country: value added, and what is bought finished instead."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from monazite.shock.model.draft import LEFT
from monazite.shock.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORLD = "WORLD"
WEEKS = 365.25 / 7
"""Weeks in a year."""


def leak(sector: str) -> float:
    """The part of a sector's lost output that is bought as a finished good instead."""
    return 0.0 if sector == LEFT else float(_sectors()[sector]["leak_pct"]) / 100


def value_added(
    used: Mapping[tuple[str, str], float],
) -> Mapping[tuple[str, str], float]:
    """By (sector, country) its value added, million US$ a week; used: the same, any amounts.

    Countries that the table lists have its number; the rest of the world's is spread over the
    others in proportion to what they use.
    """
    others: defaultdict[str, float] = defaultdict(float)
    for (sector, country), amount in used.items():
        if _said(sector, country) is None:
            others[sector] += amount
    return {key: _one(key, used[key], used, others) for key in used}


def _one(
    key: tuple[str, str],
    amount: float,
    used: Mapping[tuple[str, str], float],
    others: Mapping[str, float],
) -> float:
    sector, country = key
    if sector == LEFT:
        return 0.0
    said = _said(sector, country)
    if said is not None:
        return said
    listed = sum(_said(sector, c) or 0.0 for s, c in used if s == sector)
    rest = max(0.0, (_said(sector, _WORLD) or 0.0) - listed)
    return rest * amount / others[sector]


@cache
def _said(sector: str, country: str) -> float | None:
    """Million US$ a week that the table gives, None where it has no row."""
    if sector == LEFT:
        return None
    told = _sectors()[sector]
    found = _classes().get((told["class"], country))
    return None if found is None else 1000 * found * float(told["part_pct"]) / 100 / WEEKS


@cache
def _sectors() -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType({one.fields["sector"]: one.fields for one in table("shock-sectors")})


@cache
def _classes() -> Mapping[tuple[str, str], float]:
    rows = (one.fields for one in table("shock-value-added"))
    return MappingProxyType({(r["class"], r["country"]): float(r["usd_bn"]) for r in rows})
