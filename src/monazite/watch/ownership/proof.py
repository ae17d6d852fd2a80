"""Why a party is reached: the fewest holdings that show it, the listed parties first."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from monazite.watch.ownership.graph import OPEN
from monazite.watch.ownership.shares import fraction

if TYPE_CHECKING:
    from decimal import Decimal

    from monazite.watch.ownership.cascade import Levels, Way
    from monazite.watch.ownership.graph import Graph

_MOST = 200
"""Holdings of one proof: a register has chains of a dozen."""


class Step(NamedTuple):
    """What an owner who is listed, or reached by the steps before it, holds of a party.

    share: 0 to 1, all stated holdings of the pair added up; None where nobody states it.
    """

    owner: str
    owned: str
    share: Decimal | None


def proof(graph: Graph, levels: Levels, party: int, way: Way) -> tuple[Step, ...]:
    """The holdings by which a party is reached, those of listed owners first.

    Of the owners reached in an earlier step the largest are taken until the threshold is met, so
    that no step rests on one that comes after it, even in a cycle. Of a chain longer than any
    register's only the part next to the party is shown.
    """
    steps: list[tuple[int, int, int]] = []
    asked, waiting = {party}, deque([party])
    while waiting and len(steps) < _MOST:
        owned = waiting.popleft()
        for owner, part in _needed(graph, levels, owned, way):
            steps.append((owner, owned, part))
            if levels[owner] and owner not in asked:
                asked.add(owner)
                waiting.append(owner)
    steps.sort(key=lambda step: (levels[step[1]], step[1], -step[2]))
    return tuple(_step(graph, *step) for step in steps)


def path(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Of a proof the one chain to a listed party with the largest share at each step."""
    found: list[Step] = []
    owned = steps[-1].owned if steps else None
    while chain := [step for step in steps if step.owned == owned]:
        found.append(max(chain, key=lambda step: step.share or 0))
        owned = found[-1].owner
    return tuple(reversed(found))


def _needed(graph: Graph, levels: Levels, party: int, way: Way) -> list[tuple[int, int]]:
    """The fewest owners of a party, each reached before it, that together meet the threshold."""
    before = [
        (owner, part) for owner, part in graph.owners_of(party)
        if levels.get(owner, levels[party]) < levels[party]
    ]  # fmt: skip
    sums: dict[int, int] = {}
    for owner, part in before:
        if part != OPEN:
            sums[owner] = sums.get(owner, 0) + part
    stated = sorted(sums.items(), key=lambda x: (-x[1], levels[x[0]]))
    opened = [x for x in before if x[1] == OPEN]
    total = 0
    found: list[tuple[int, int]] = []
    for owner, part in stated:
        if total >= way.threshold:
            return found
        found.append((owner, part))
        total += part
    return found if total >= way.threshold else found + opened


def _step(graph: Graph, owner: int, owned: int, part: int) -> Step:
    return Step(graph.ids[owner], graph.ids[owned], None if part == OPEN else fraction(part))
