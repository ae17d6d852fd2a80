"""Which cells of a table must be hidden so that no small one can be read or computed from others.

Every row adds up to its last cell and every column to a total that is known. A hidden cell can then
be computed exactly where it is a bridge in the graph whose nodes are the rows and the columns and
whose edges are the hidden cells (Gusfield 1988); so bridges are hidden in company.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Place = tuple[int, int]
Node = tuple[str, int]


def hidden(rows: Sequence[Sequence[int]], minimum: int) -> frozenset[Place]:
    """The places to hide: counts from 1 to below the minimum, and what would give them away.

    Everything is hidden where a small count stands in a single row or column.
    """
    found = {
        (r, c) for r, row in enumerate(rows) for c, count in enumerate(row) if 0 < count < minimum
    }
    if not found:
        return frozenset()
    if len(rows) < 2 or len(rows[0]) < 2:  # noqa: PLR2004 - there is no company
        return frozenset((r, c) for r, row in enumerate(rows) for c in range(len(row)))
    while bare := bridges(found):
        found |= _company(rows, found, bare[0])
    return frozenset(found)


def bridges(cells: set[Place]) -> list[Place]:
    """The cells whose value follows from the totals and the cells that are shown, in order."""
    around: defaultdict[Node, list[Node]] = defaultdict(list)
    for r, c in cells:
        around["row", r].append(("column", c))
        around["column", c].append(("row", r))
    order: dict[Node, int] = {}
    found: list[Place] = []
    for start in sorted(around):
        if start not in order:
            _walk(start, around, order, found)
    return sorted(found)


def _walk(
    start: Node, around: dict[Node, list[Node]], order: dict[Node, int], found: list[Place]
) -> None:
    """Depth first; low: the earliest node that a branch reaches by another way than it came."""
    low: dict[Node, int] = {}
    order[start] = low[start] = len(order)
    path = [(start, start, iter(around[start]))]
    while path:
        at, came, ways = path[-1]
        for to in ways:
            if to not in order:
                order[to] = low[to] = len(order)
                path.append((to, at, iter(around[to])))
                break
            if to != came:
                low[at] = min(low[at], order[to])
        else:
            path.pop()
            low[came] = min(low[came], low[at])
            if at != came and low[at] > order[came]:
                found.append(_place(at, came))


def _place(one: Node, other: Node) -> Place:
    places = dict((one, other))
    return places["row"], places["column"]


def _company(rows: Sequence[Sequence[int]], found: set[Place], cell: Place) -> set[Place]:
    """Three cells that make a rectangle with this one: those that cost the least."""
    r, c = cell
    corners = (
        {(r, there), (other, c), (other, there)}
        for other in range(len(rows))
        for there in range(len(rows[0]))
        if other != r and there != c
    )
    return min(corners, key=lambda each: (_cost(rows, found, each), sorted(each)))


def _cost(rows: Sequence[Sequence[int]], found: set[Place], cells: set[Place]) -> tuple[int, int]:
    new = cells - found
    return sum(rows[r][c] for r, c in new), len(new)
