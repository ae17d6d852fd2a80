"""A reader of published tables who solves for what is hidden: the least and the most of a cell."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix

from monazite.customs.statistics.publishing import ARRIVAL, DESTINATION, SHOWN, SIDES, Tables
from monazite.customs.statistics.shares import MASS, SECOND, USD, Share

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from monazite.customs.statistics.revising import Revised
    from monazite.customs.statistics.sensitive import Limits

Key = tuple[str, str, str]
"""A code, a destination and a country of arrival; what no table shows together."""


@dataclass(frozen=True, slots=True)
class Attacker:
    """Who knows the published tables, the pools, and what one firm itself sent.

    unknowns: everything that may have left; known: the least of each (a firm's own).
    """

    unknowns: tuple[Key, ...]
    known: tuple[float, ...]
    rows: tuple[frozenset[int], ...]
    sums: tuple[float, ...]

    def bounds(self, wanted: frozenset[int]) -> tuple[float, float]:
        """The least and the most that these unknowns together can be."""
        cost = np.zeros(len(self.unknowns))
        cost[list(wanted)] = 1.0
        low = self._solved(cost)
        return low, -self._solved(-cost)

    def cell(self, side: str, code: str, place: str) -> frozenset[int]:
        """The unknowns of a cell of the detailed table."""
        at = 1 if side == DESTINATION else 2
        return frozenset(
            n for n, key in enumerate(self.unknowns) if key[0] == code and key[at] == place
        )

    def _solved(self, cost: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
        places = [(n, at) for n, row in enumerate(self.rows) for at in row]
        at = tuple(zip(*places, strict=True))
        shape = len(self.rows), len(self.unknowns)
        matrix = coo_matrix((np.ones(len(places)), at), shape=shape)
        found = linprog(
            cost, A_eq=matrix, b_eq=self.sums, bounds=[(low, None) for low in self.known]
        )
        assert found.status == 0, found.message
        return float(found.fun)


def attacker(
    tables: Tables, given: Sequence[Share], amount: int, firm: Hashable | None = None
) -> Attacker:
    """Whoever reads the tables; firm: they also know what this one sent, and that it did."""
    codes = sorted({each.code for each in given})
    seen: dict[str, dict[str, set[str]]] = {side: defaultdict(set) for side in SIDES}
    for each in given:  # which cells are there is told: only their size is hidden
        seen[DESTINATION][each.code].add(each.destination)
        seen[ARRIVAL][each.code].add(each.arrival)
    unknowns = tuple(
        (code, destination, arrival)
        for code in codes
        for destination in sorted(seen[DESTINATION][code])
        for arrival in sorted(seen[ARRIVAL][code])
    )
    own: dict[Key, float] = defaultdict(float)
    for each in given:
        if firm is not None and each.firm == firm:
            own[each.code, each.destination, each.arrival] += size(each, amount)
    rows, sums = _equations(tables, unknowns, amount)
    return Attacker(unknowns, tuple(own[key] for key in unknowns), rows, sums)


def equating(tables: Tables, given: Sequence[Share], amount: int) -> Attacker:
    """A reader who also knows which cells are the same by destination and by country of arrival."""
    parts: dict[str, dict[tuple[str, str], list[Share]]] = {s: defaultdict(list) for s in SIDES}
    for each in given:
        parts[DESTINATION][each.code, each.destination].append(each)
        parts[ARRIVAL][each.code, each.arrival].append(each)
    one, other = (parts[side] for side in SIDES)
    same = {at for at in one if one[at] == other.get(at)}
    unknowns = (
        *((code, place, place) for code, place in sorted(same)),
        *((code, place, "") for code, place in sorted(one.keys() - same)),
        *((code, "", place) for code, place in sorted(other.keys() - same)),
    )
    rows, sums = _equations(tables, unknowns, amount)
    return Attacker(unknowns, tuple(0.0 for _ in unknowns), rows, sums)


def size(share: Share, amount: int) -> float:
    """An amount of a share in whole units."""
    return float((share.mass_kg, share.usd or 0, share.second)[amount]) / 1e6


def _equations(
    tables: Tables, unknowns: Sequence[Key], amount: int
) -> tuple[tuple[frozenset[int], ...], tuple[float, ...]]:
    """What every shown cell says."""
    rows, sums = [], []
    for cell in tables.cells:
        told = {MASS: cell.mass_kg, USD: cell.usd}.get(amount, cell.second)
        if cell.hidden != SHOWN or told is None or (amount == SECOND and not cell.code):
            continue  # a sum over codes has no second unit
        for side, name in ((1, DESTINATION), (2, ARRIVAL)):
            if cell.side in {name, "total"}:  # a total is one of both tables
                places = tables.places.get(name, {})
                rows.append(
                    frozenset(
                        n
                        for n, key in enumerate(unknowns)
                        if key[side]
                        and _in(key[0], cell.code, tables.codes)
                        and _in(key[side], cell.place, places)
                    )
                )
                sums.append(told / 1e6)
    return tuple(rows), tuple(sums)


def _in(word: str, label: str, pools: Mapping[str, str]) -> bool:
    return not label or pools.get(word, word) == label


@dataclass(frozen=True, slots=True)
class ChangeReader:
    """Who subtracts one vintage of a month from another and solves for each cell's change.

    changes: what each firm changed of each cell; sums: which cells' changes are told together.
    """

    changes: Mapping[tuple[str, str], Mapping[Hashable, float]]
    sums: tuple[frozenset[tuple[str, str]], ...]

    def few(self, limits: Limits) -> list[tuple[str, str]]:
        """Cells that too few firms changed."""
        return [key for key, by_firm in self.changes.items() if 0 < len(by_firm) < limits.firms]

    def follows(self, key: tuple[str, str]) -> bool:
        """Whether a cell's change is one combination of what is told."""
        cells = sorted({*self.changes, *(cell for told in self.sums for cell in told)})
        matrix = np.array([[cell in told for cell in cells] for told in self.sums], float)
        wanted = np.array([[cell == key for cell in cells]], float)
        rank = np.linalg.matrix_rank
        return bool(rank(matrix) == rank(np.vstack((matrix, wanted))))


def change_reader(before: Revised, after: Revised, side: str, amount: int) -> ChangeReader:
    """A reader of one side of two vintages, who also knows which cells nobody changed."""
    changes: dict[tuple[str, str], dict[Hashable, float]] = defaultdict(lambda: defaultdict(float))
    for sign, each in ((-1, before), (1, after)):
        for share in each.counted:
            place = share.destination if side == DESTINATION else share.arrival
            changes[share.code, place][share.firm] += sign * size(share, amount)
    real = {
        key: {firm: change for firm, change in by_firm.items() if abs(change) > _TINY}
        for key, by_firm in changes.items()
    }
    told = [_told(each.tables, side) for each in (before, after)]
    sums = [
        frozenset(key for key in real if _within(key, cell, after.tables, side) and real[key])
        for cell in told[1]
        if cell in told[0] or not any(_within(k, cell, before.tables, side) for k in real)
    ]
    return ChangeReader(real, tuple(each for each in sums if each))


_TINY = 1e-7


def _told(tables: Tables, side: str) -> set[tuple[str, str]]:
    return {(c.code, c.place) for c in tables.cells if c.side in {side, "total"} and not c.hidden}


def _within(key: tuple[str, str], cell: tuple[str, str], tables: Tables, side: str) -> bool:
    places = tables.places.get(side, {})
    return _in(key[0], cell[0], tables.codes) and _in(key[1], cell[1], places)
