"""How high the stops of a Sankey diagram lie, their order given."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.charts.sankey_order import Key

_ROUNDS = 24
_PULL = 0.9
"""How much of the way to its neighbours a stop goes in a round."""


def placed(
    columns: Sequence[Sequence[Key]],
    links: Mapping[tuple[Key, Key], float],
    high: Mapping[Key, float],
    height: float,
    gap: float,
) -> dict[Key, float]:
    """The upper end of every stop: pulled towards its neighbours, pushed apart, kept inside."""
    near: dict[Key, list[tuple[Key, float]]] = defaultdict(list)
    for (a, b), amount in links.items():
        near[a].append((b, amount))
        near[b].append((a, amount))
    tops: dict[Key, float] = {}
    for column in columns:
        used = sum(high[key] for key in column) + gap * (len(column) - 1)
        at = (height - used) / 2
        for key in column:
            tops[key] = at
            at += high[key] + gap
    for _ in range(_ROUNDS):
        for column in columns:
            for key in column:
                tops[key] += _PULL * _pull(key, near[key], tops, high)
            _apart(column, tops, high, height, gap)
    return tops


def _pull(
    key: Key,
    near: Sequence[tuple[Key, float]],
    tops: Mapping[Key, float],
    high: Mapping[Key, float],
) -> float:
    """How far the middle of a stop lies from the middle of what it is joined to."""
    weight = sum(amount for _, amount in near)
    middle = sum(amount * (tops[other] + high[other] / 2) for other, amount in near) / weight
    return middle - tops[key] - high[key] / 2


def _apart(
    column: Sequence[Key],
    tops: dict[Key, float],
    high: Mapping[Key, float],
    height: float,
    gap: float,
) -> None:
    """Push what overlaps down, then up again what hangs over the lower end."""
    free = 0.0
    for key in column:
        tops[key] = max(tops[key], free)
        free = tops[key] + high[key] + gap
    free = height
    for key in reversed(column):
        tops[key] = min(tops[key], free - high[key])
        free = tops[key] - gap
