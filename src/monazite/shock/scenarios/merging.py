"""One phase for stretches of weeks in which nothing differs that the engine reads."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.schedule import Edges, Elsewhere, Groups, Hubs, Schedule

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints


class Merged(NamedTuple):
    """The schedule with fewer phases, and which of the old ones each new one was first."""

    schedule: Schedule
    kept: Ints


def merged(made: Schedule) -> Merged:
    """Give neighbouring phases that are alike one number."""
    tables = [*made.edges[3:], *made.groups, *made.hubs[3:], *made.elsewhere]
    count = int(made.phase.max()) + 1
    new = [True, *(_differ(tables, a, b) for a, b in pairwise(range(count)))]
    kept, number = np.flatnonzero(new), np.cumsum(new) - 1
    edges, hubs = made.edges, made.hubs
    return Merged(
        Schedule(
            number[made.phase],
            Edges(edges.edge, edges.group, edges.settled, *(table[kept] for table in edges[3:])),
            Groups(*(table[kept] for table in made.groups)),
            Hubs(hubs.row, hubs.country, hubs.lag, *(table[kept] for table in hubs[3:])),
            Elsewhere(*(table[kept] for table in made.elsewhere)),
        ),
        kept,
    )


def _differ(tables: list[Floats], first: int, second: int) -> bool:
    return any(not np.array_equal(table[first], table[second]) for table in tables)
