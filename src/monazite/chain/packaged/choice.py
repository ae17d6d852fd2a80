"""Which of several figures for one quantity is taken, and why; the others are kept beside it."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from monazite.chain.figures import SPREAD, Reading
from monazite.chain.packaged.production import WORLD_MINING_DATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from monazite.chain.figures import Figure

ONLY, ONE_TABLE, FIRST, MEASURED = "only", "one_table", "first", "measured"
"""Reasons: nobody else says; one table for all countries; the first of those that were given; a
figure of that year goes before one worked out from a share."""


def choose(figures: Iterable[Figure]) -> Reading:
    """One figure of those given, in the order in which they are preferred; ValueError for none.

    World Mining Data goes before all others: it counts every country of a stage in the same way,
    and shares that are taken from several tables at once would be shares of nothing.
    """
    given = tuple(figures)
    if not given:
        raise ValueError("there is no figure to choose from")
    one = next((figure for figure in given if figure.source == WORLD_MINING_DATA), given[0])
    if len(given) == 1:
        return Reading(one, (), ONLY)
    others = tuple(figure for figure in given if figure is not one)
    return Reading(one, others, ONE_TABLE if one.source == WORLD_MINING_DATA else FIRST)


def prefer(figure: Figure, other: Reading | None) -> Reading:
    """The figure that a source prints, with what stood in its place before kept beside it."""
    if other is None:
        return Reading(figure, (), ONLY)
    return Reading(figure, (other.chosen, *other.others), MEASURED)


def together(
    *tables: Mapping[str, Figure] | Mapping[str, tuple[Figure, ...]],
) -> dict[str, Reading]:
    """By country the reading of all tables that have it, the tables in order of preference."""
    found: dict[str, tuple[Figure, ...]] = {}
    for each in tables:
        for country, figure in each.items():
            more = figure if isinstance(figure, tuple) else (figure,)
            found[country] = (*found.get(country, ()), *more)
    return {country: choose(figures) for country, figures in sorted(found.items())}


def spread(reading: Reading) -> float:
    """The standard deviation of the logarithm of the chosen figure.

    That of its confidence; where readings disagree by more, half of the range of their logarithms.
    """
    logs = [log(one.value) for one in (reading.chosen, *reading.others) if one.value > 0]
    apart = (max(logs) - min(logs)) / 2 if logs else 0.0
    return max(SPREAD[reading.chosen.confidence], apart)
