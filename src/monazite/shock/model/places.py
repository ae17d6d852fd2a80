"""The countries of a model: the largest by what passes through them, the others as one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from monazite.shock.model.numbers import price

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.model.draft import Draft

MOST = 50
"""Countries of a model at most, with the rest of the world."""
HOME, REST = "CHN", "ROW"


def places(draft: Draft, year: int) -> Mapping[str, str]:
    """By ISO3 the country that stands for it: itself, or `REST`."""
    worth: defaultdict[str, float] = defaultdict(float)
    for (good, source, target), amount in draft.trade.items():
        for country in (source, target):
            worth[country] += amount * price(good, year)
    for part in (draft.taken, draft.given, draft.used):
        for (who, good), amount in part.items():
            worth[who.country] += amount * price(good, year)
    ranked = sorted(worth, key=lambda one: (one != HOME, one == REST, -worth[one], one))
    kept = set(ranked[: MOST - 1])
    return {one: one if one in kept else REST for one in worth}
