"""Which cells of a table must be hidden so that no small one can be read or computed from others.

A reader knows that counts are whole and never below zero, that every row stands there because it
has at least one case and adds up to its total, and what every column adds up to. The hidden cells
are then a flow through a network: from the total into the rows, from the rows into the columns. A
cell could be another number exactly where a cycle leads through it on which one unit can be moved
(Ahuja, Magnanti and Orlin 1993, theorem 3.7); so every hidden cell is given such a cycle.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Place = tuple[int, int]
Node = tuple[str, int]
Cost = tuple[int, int]
_ROW, _COLUMN = "row", "column"


def hidden(classes: Sequence[Sequence[int]], minimum: int) -> frozenset[Place] | None:
    """The places to hide: counts from 1 to below the minimum, and what would give them away.

    classes: of each row, without its total, whose place follows the last one's. None: a small count
    stays known whatever is hidden (there is one row alone), so that no row may be shown at all.
    """
    rows = [[*row, sum(row)] for row in classes]
    small = [(r, c) for r, row in enumerate(rows) for c, n in enumerate(row) if 0 < n < minimum]
    found = set(small)
    for cell in small:
        company = _company(rows, found, cell)
        if company is None:
            return None
        found |= company
    return frozenset(found)


def _company(rows: list[list[int]], found: set[Place], cell: Place) -> set[Place] | None:
    """The cells of the cheapest cycle by which this one could be a unit more, or less."""
    tail, head = _ends(rows, cell)
    ways = [_cheapest(rows, found, cell, head, tail)]
    if rows[cell[0]][cell[1]] > _least(rows, cell):
        ways.append(_cheapest(rows, found, cell, tail, head))
    possible = [way for way in ways if way is not None]
    return min(possible)[1] if possible else None


def _ends(rows: list[list[int]], cell: Place) -> tuple[Node, Node]:
    row, column = (_ROW, cell[0]), (_COLUMN, cell[1])
    return (column, row) if cell[1] == len(rows[0]) - 1 else (row, column)


def _least(rows: list[list[int]], cell: Place) -> int:
    """What every reader knows of a cell: a row that is listed has a case."""
    return 1 if cell[1] == len(rows[0]) - 1 else 0


def _cheapest(
    rows: list[list[int]], found: set[Place], cell: Place, start: Node, goal: Node
) -> tuple[Cost, set[Place]] | None:
    """Dijkstra's path from node to node that does not use the cell: its cost and its cells."""
    open_: list[tuple[Cost, Node]] = [((0, 0), start)]
    best: dict[Node, Cost] = {start: (0, 0)}
    came: dict[Node, tuple[Node, Place]] = {}
    while open_:
        cost, at = heappop(open_)
        if at == goal:
            return cost, _path(came, start, goal)
        if cost > best[at]:
            continue
        for to, place in _ways(rows, at):
            if place == cell:
                continue
            more = (0, 0) if place in found else (rows[place[0]][place[1]], 1)
            whole = (cost[0] + more[0], cost[1] + more[1])
            if to not in best or whole < best[to]:
                best[to], came[to] = whole, (at, place)
                heappush(open_, (whole, to))
    return None


def _ways(rows: list[list[int]], at: Node) -> Iterator[tuple[Node, Place]]:
    """Where a unit can go: any cell can grow, only one above its least can shrink."""
    kind, number = at
    total = len(rows[0]) - 1
    if kind == _ROW:
        for c in range(total):
            yield (_COLUMN, c), (number, c)
        if rows[number][total] > 1:
            yield (_COLUMN, total), (number, total)
        return
    for r, row in enumerate(rows):
        if number == total or row[number]:
            yield (_ROW, r), (r, number)


def _path(came: dict[Node, tuple[Node, Place]], start: Node, goal: Node) -> set[Place]:
    places, at = set(), goal
    while at != start:
        at, place = came[at]
        places.add(place)
    return places
