"""Who is reached from listed parties: a monotone fixed point, not a product of shares.

b_i = 1 where i is listed, or where the shares that reached parties hold in i add up to the
threshold. The least solution is found from the listed parties outwards, each holding looked at
once: cycles end, and what only holds itself up is never reached.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.watch.ownership.graph import OPEN

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from monazite.watch.ownership.graph import Graph

    Levels = Mapping[int, int]
    """Of each reached party how many steps it lies from a listed one, which has 0."""


@dataclass(frozen=True, slots=True)
class Way:
    """How shares are counted, in whole parts.

    adds_up: several listed owners are taken together. through: what a reached party owns is
    reached in turn. open_too: where nobody states a share, all that is left may be it.
    """

    threshold: int
    adds_up: bool = True
    through: bool = True
    open_too: bool = False


def reached(graph: Graph, listed: Collection[int], way: Way) -> Mapping[int, Levels]:
    """Who is reached, each with the levels of the cascade that reached it first.

    Where owners are not added up there is a cascade for each listed party.
    """
    if way.adds_up:
        levels = cascade(graph, listed, way)
        return dict.fromkeys(levels, levels)
    found: dict[int, Levels] = {}
    for one in listed:
        levels = cascade(graph, (one,), way)
        for party, level in levels.items():
            if party not in found or level < found[party][party]:
                found[party] = levels
    return found


def cascade(graph: Graph, listed: Collection[int], way: Way) -> Levels:
    """Who is reached from these parties together, the nearest first."""
    starts, owned, parts = graph.starts, graph.owned, graph.parts
    levels = dict.fromkeys(listed, 0)
    held: dict[int, int] = {}
    opened: set[int] = set()
    waiting = deque(listed)
    while waiting:
        owner = waiting.popleft()
        mine = slice(starts[owner], starts[owner + 1])
        level = levels[owner] + 1
        for party, part in zip(owned[mine].tolist(), parts[mine].tolist(), strict=True):
            if party in levels:
                continue
            gained = part
            if part == OPEN:
                gained = int(graph.rest[party]) if way.open_too and party not in opened else 0
                opened.add(party)
            held[party] = total = held.get(party, 0) + gained
            if total >= way.threshold:
                levels[party] = level
                if way.through:
                    waiting.append(party)
    return levels
